//! Every file operation of the workspace's own: descriptor, lock, backups, restoring, migrating. What SQLite does to the
//! files it has open is its own affair.
//!
//! A [`Disk`] is a value that is handed on, so that a test can make any one operation fail, once or from then on.

mod fault;
mod place;

pub use fault::Fault;
pub use place::Elsewhere;
pub(crate) use place::refuse_elsewhere;

use crate::error::{Result, StoreError, file_error};
use fault::Plan;
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How long to wait, each time, for another program (an antivirus, an indexer) that holds a file to be renamed: 5 s in all.
const PATIENCE: [u64; 6] = [50, 150, 300, 1_000, 1_500, 2_000];
const PIECE: usize = 1 << 20;

/// The disk, as the workspace uses it.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    plan: Option<Arc<Plan>>,
}

impl Disk {
    /// A disk that counts its operations and fails as told.
    #[must_use]
    pub fn failing(fault: Fault) -> Self {
        Self { plan: Some(Arc::new(Plan::new(fault))) }
    }

    /// How many operations were asked of it; none are counted on the real one.
    #[must_use]
    pub fn operations(&self) -> u32 {
        self.plan.as_ref().map_or(0, |plan| plan.count())
    }

    /// Does one operation, unless it is the one to fail.
    fn step<T>(&self, path: &Path, work: impl FnOnce() -> io::Result<T>) -> Result<T> {
        let allowed = self.plan.as_ref().map_or(Ok(()), |plan| plan.step());
        allowed.and_then(|()| work()).map_err(file_error(path))
    }

    /// Makes a folder that its owner alone can enter; the one above must be there.
    pub(crate) fn create_folder(&self, folder: &Path) -> Result<()> {
        self.step(folder, || {
            std::fs::create_dir(folder)?;
            keep_private(folder)
        })
    }

    /// Makes a folder with those above it, as far as they are not there.
    pub(crate) fn create_folders(&self, folder: &Path) -> Result<()> {
        self.step(folder, || std::fs::create_dir_all(folder))
    }

    /// Opens a file for reading and writing, making it when it is not there.
    pub(crate) fn open_or_create(&self, path: &Path) -> Result<File> {
        let mut options = File::options();
        options.create(true).truncate(false).read(true).write(true);
        self.step(path, || options.open(path))
    }

    /// What a file holds.
    pub(crate) fn read(&self, path: &Path) -> Result<Vec<u8>> {
        self.step(path, || std::fs::read(path))
    }

    /// The SHA-256 of a file and its length.
    pub(crate) fn digest(&self, path: &Path) -> Result<(String, u64)> {
        let mut hash = Sha256::new();
        let length = self.step(path, || pour(&mut File::open(path)?, |piece| hash.update(piece)))?;
        Ok((crate::descriptor::to_hex(&hash.finalize()), length))
    }

    /// Writes a file that appears whole or not at all, and stays after a power cut: a draft beside it, synced, renamed.
    pub(crate) fn write_whole(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let draft = beside(path);
        let written = self.write(&draft, bytes).and_then(|()| self.rename(&draft, path));
        if written.is_err() {
            // What could not be written is not left behind; the reason told is the first one.
            let _ = std::fs::remove_file(&draft);
        }
        written.and_then(|()| self.sync_folder(path.parent().unwrap_or(path)))
    }

    /// Writes a file and syncs it.
    pub(crate) fn write(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let mut file = self.step(path, || new_file().open(path))?;
        self.put(&mut file, path, bytes)?;
        self.step(path, || file.sync_all())
    }

    /// Copies a file and syncs the copy.
    pub(crate) fn copy(&self, from: &Path, to: &Path) -> Result<()> {
        let mut source = self.step(from, || File::open(from))?;
        let mut copy = self.step(to, || new_file().open(to))?;
        let mut piece = vec![0; PIECE];
        loop {
            let read = source.read(&mut piece).map_err(file_error(from))?;
            if read == 0 {
                break;
            }
            self.put(&mut copy, to, &piece[..read])?;
        }
        self.step(to, || copy.sync_all())
    }

    /// Writes bytes; a refused writing leaves half of them, as a full disk does.
    fn put(&self, file: &mut File, path: &Path, bytes: &[u8]) -> Result<()> {
        let done = self.step(path, || file.write_all(bytes));
        if done.is_err() && self.plan.is_some() {
            let _ = file.write_all(&bytes[..bytes.len() / 2]);
        }
        done
    }

    /// Makes sure that what another wrote into a file stays after a power cut.
    pub(crate) fn sync(&self, path: &Path) -> Result<()> {
        self.step(path, || OpenOptions::new().write(true).open(path)?.sync_all())
    }

    /// Makes sure that what was created, renamed or removed in a folder stays so after a power cut.
    pub(crate) fn sync_folder(&self, folder: &Path) -> Result<()> {
        self.step(folder, || sync_folder(folder))
    }

    /// Renames a file or folder over what is there. Where another program may hold it, waits a little for it.
    pub(crate) fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        self.step(to, || {
            let mut outcome = std::fs::rename(from, to);
            for pause in PATIENCE.iter().filter(|_| cfg!(windows)) {
                if !matches!(&outcome, Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied) {
                    break;
                }
                std::thread::sleep(Duration::from_millis(*pause));
                outcome = std::fs::rename(from, to);
            }
            outcome
        })
    }

    /// Removes a file; one that is not there is removed already.
    pub(crate) fn remove_file(&self, path: &Path) -> Result<()> {
        self.step(path, || already(std::fs::remove_file(path)))
    }

    /// Removes a folder with all it holds; one that is not there is removed already.
    pub(crate) fn remove_folder(&self, folder: &Path) -> Result<()> {
        self.step(folder, || already(std::fs::remove_dir_all(folder)))
    }

    /// The folders in a folder, by name; none when it is not there.
    pub(crate) fn folders_in(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        let mut found = self.step(folder, || match std::fs::read_dir(folder) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(cause) => Err(cause),
            Ok(entries) => entries.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>(),
        })?;
        // A link is somebody else's folder: nothing of it is ours to read, thin or remove.
        found.retain(|path| std::fs::symlink_metadata(path).is_ok_and(|data| data.is_dir()));
        found.sort_unstable();
        Ok(found)
    }

    /// Refuses what would not fit, with the place needed. Where the system does not tell what is free, nothing is refused.
    pub(crate) fn make_sure_of_room(&self, folder: &Path, needed: u64) -> Result<()> {
        match self.step(folder, || fs4::available_space(folder)) {
            Ok(free) if free < needed => Err(StoreError::NoRoom { folder: folder.to_owned(), needed, free }),
            Ok(_) => Ok(()),
            Err(error) if self.plan.is_some() => Err(error),
            Err(_) => Ok(()),
        }
    }
}

/// Where a file is drafted.
pub(crate) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.draft"))
}

fn new_file() -> OpenOptions {
    let mut options = File::options();
    options.create(true).truncate(true).write(true);
    options
}

fn pour(file: &mut File, mut into: impl FnMut(&[u8])) -> io::Result<u64> {
    let mut piece = vec![0; PIECE];
    let mut length = 0;
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(length),
            read => {
                into(&piece[..read]);
                length += read as u64;
            }
        }
    }
}

fn already(outcome: io::Result<()>) -> io::Result<()> {
    match outcome {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Nobody else on the computer reads the folder: it may hold the key.
#[cfg(unix)]
fn keep_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

/// The user's own application folder is already private to them.
#[cfg(not(unix))]
fn keep_private(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// The file systems of other systems journal their folders themselves.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Disk, Fault};
    use crate::StoreError;
    use sha2::{Digest, Sha256};
    use tempfile::tempdir;

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all_whichever_operation_fails() {
        for for_ever in [false, true] {
            for at in 1.. {
                let folder = tempdir().unwrap();
                let path = folder.path().join("fichier");
                Disk::default().write_whole(&path, b"avant").unwrap();
                let disk = Disk::failing(Fault { at, for_ever, ..Fault::default() });
                let done = disk.write_whole(&path, b"apres");
                let found = std::fs::read(&path).unwrap();
                assert!(found == b"avant" || found == b"apres", "{at}");
                assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left");
                if done.is_ok() {
                    assert!(found == b"apres" && disk.operations() < at && at > 4, "{at}");
                    break;
                }
            }
        }
    }

    #[test]
    fn a_digest_is_that_of_the_whole_file() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("fichier");
        let bytes = vec![b'a'; super::PIECE + 3];
        Disk::default().write(&path, &bytes).unwrap();
        let copy = folder.path().join("copie");
        Disk::default().copy(&path, &copy).unwrap();
        let expected = crate::descriptor::to_hex(&Sha256::digest(&bytes));
        assert_eq!(Disk::default().digest(&copy).unwrap(), (expected, bytes.len() as u64));
    }

    #[test]
    fn what_does_not_fit_is_refused_beforehand() {
        let folder = tempdir().unwrap();
        let refused = Disk::default().make_sure_of_room(folder.path(), u64::MAX);
        assert!(matches!(refused, Err(StoreError::NoRoom { needed: u64::MAX, .. })));
        assert!(Disk::default().make_sure_of_room(folder.path(), 1).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_folder_is_not_listed() {
        let folder = tempdir().unwrap();
        std::fs::create_dir(folder.path().join("vrai")).unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("lien")).unwrap();
        assert_eq!(Disk::default().folders_in(folder.path()).unwrap(), [folder.path().join("vrai")]);
    }
}
