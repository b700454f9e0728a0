//! A copy of each backup in a folder of one's choice: a share, a USB key. What fails there is told and blocks nothing.

use super::keeping::Keeping;
use super::list::{Backup, DRAFT};
use super::make::thin;
use super::record;
use crate::descriptor;
use crate::disk::Disk;
use crate::error::{Result, StoreError};
use crate::workspace::{DATABASE, Workspace};
use guichet_model::{Instant, fold_words};
use std::path::{Path, PathBuf};

impl Workspace {
    /// How the backups are kept.
    #[must_use]
    pub fn keeping(&self) -> Keeping {
        Keeping::read(&self.folder, &self.disk)
    }

    /// Says how the backups are to be kept: how much room they may take, and where each is copied too.
    ///
    /// # Errors
    /// [`StoreError::SecondPlaceUnprotected`] when a second place is wanted without a passphrase; [`StoreError::File`]
    /// when it cannot be written to.
    pub fn set_keeping(&self, quota: u64, second_place: Option<&Path>) -> Result<Keeping> {
        if second_place.is_some() && !self.descriptor.passphrase {
            return Err(StoreError::SecondPlaceUnprotected);
        }
        if let Some(place) = second_place {
            let own = place.join(self.place_name());
            self.disk.create_folders(&own)?;
        }
        let keeping = Keeping { quota, second_place: second_place.map(Path::to_owned), ..self.keeping() };
        keeping.write(&self.folder, &self.disk)?;
        Ok(keeping)
    }

    /// Copies the newest backup to the second place, unless it is there, and thins those there; nothing to do without
    /// one. The folder it was copied to.
    ///
    /// # Errors
    /// [`StoreError::File`], [`StoreError::NoRoom`], [`StoreError::SecondPlaceUnprotected`] when the passphrase was taken
    /// away since. What is there stays.
    pub fn copy_to_second_place(&self, now: Instant) -> Result<Option<PathBuf>> {
        let keeping = self.keeping();
        let Some(place) = &keeping.second_place else { return Ok(None) };
        if !self.descriptor.passphrase {
            return Err(StoreError::SecondPlaceUnprotected);
        }
        let Some(newest) = self.backup_list()?.into_iter().next() else { return Ok(None) };
        let own = place.join(self.place_name());
        let copied = copy_backup(&newest, &own, &self.disk)?;
        thin(&own, keeping.quota, now, &self.disk)?;
        Ok(Some(copied))
    }

    /// The folder of this workspace in a second place, where several may meet: its name, and what it alone has.
    fn place_name(&self) -> String {
        let origin = crate::content::hash_texts([self.descriptor.created_at.as_str(), self.descriptor.name.as_str()]);
        format!("{}-{}", fold_words(&self.descriptor.name).replace(' ', "-"), &origin[..8])
    }
}

/// Copies a backup into a folder of backups, whole or not at all; the copy is read again.
fn copy_backup(backup: &Backup, into: &Path, disk: &Disk) -> Result<PathBuf> {
    let to = into.join(&backup.name);
    if to.exists() {
        return Ok(to);
    }
    disk.create_folders(into)?;
    disk.make_sure_of_room(into, backup.record.as_ref().map_or(0, |record| record.bytes))?;
    let draft = into.join(format!("{DRAFT}{}", backup.name));
    disk.remove_folder(&draft)?;
    let copied = fill(backup, &draft, disk).and_then(|()| {
        disk.rename(&draft, &to)?;
        disk.sync_folder(into)
    });
    if copied.is_err() {
        // What could not be copied is not left behind; the reason told is the first one.
        let _ = std::fs::remove_dir_all(&draft);
    }
    copied.map(|()| to)
}

fn fill(backup: &Backup, draft: &Path, disk: &Disk) -> Result<()> {
    disk.create_folders(draft)?;
    for file in [DATABASE, descriptor::FILE_NAME, record::FILE_NAME] {
        disk.copy(&backup.folder.join(file), &draft.join(file))?;
    }
    let (sha256, _) = disk.digest(&draft.join(DATABASE))?;
    match &backup.record {
        Some(record) if record.sha256 == sha256 => disk.sync_folder(draft),
        _ => Err(StoreError::BackupUnsound {
            name: backup.name.clone(),
            flaw: super::Flaw::Altered { file: DATABASE.to_owned() },
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Backup, copy_backup};
    use crate::testing::{NOW, import, office_files, workspace};
    use crate::{BackupReason, Disk, Fault, StoreError};
    use tempfile::tempdir;

    #[test]
    fn a_second_place_gets_the_newest_whole_or_not_at_all() {
        let parent = tempdir().unwrap();
        let mut made = workspace(&parent.path().join("w"));
        import(&mut made, &office_files());
        let backup = made.back_up(BackupReason::Asked, NOW).unwrap();
        let place = parent.path().join("cle");
        for for_ever in [false, true] {
            for at in 1.. {
                let _ = std::fs::remove_dir_all(&place);
                let disk = Disk::failing(Fault { at, for_ever, ..Fault::default() });
                let copied = copy_backup(&backup, &place, &disk);
                let there: Vec<Backup> = Backup::list_at(&place, &Disk::default()).unwrap();
                assert!(there.iter().all(|copy| copy.record == backup.record), "{at}");
                if copied.is_ok() && disk.operations() < at {
                    assert!(at > 8 && there.len() == 1, "{at}");
                    break;
                }
            }
        }
        assert_eq!(copy_backup(&backup, &place, &Disk::default()).unwrap(), place.join(&backup.name));
    }

    #[test]
    fn without_a_passphrase_no_copy_leaves_the_computer() {
        let parent = tempdir().unwrap();
        let made = workspace(&parent.path().join("w"));
        let refused = made.set_keeping(1 << 30, Some(&parent.path().join("cle")));
        assert!(matches!(refused, Err(StoreError::SecondPlaceUnprotected)));
        assert!(!parent.path().join("cle").exists());
        assert_eq!(made.copy_to_second_place(NOW).unwrap(), None);
        let kept = made.set_keeping(1 << 30, None).unwrap();
        assert_eq!((kept.quota, made.keeping()), (1 << 30, kept));
    }
}
