//! Making a backup: a draft that is opened and compared before it takes its name.

use super::contents::Contents;
use super::keeping::Keeping;
use super::list::{BACKUPS, Backup, DRAFT};
use super::record::{self, BackupReason, BackupRecord};
use super::thin::{Kept, superfluous};
use super::verify::{Flaw, differs, flaw_in};
use crate::connection::{schema_known, schema_of};
use crate::descriptor;
use crate::disk::Disk;
use crate::error::{Result, StoreError, file_error};
use crate::history::state_hash;
use crate::keys::DataKey;
use crate::rulebooks::drafts_hash;
use crate::transact::last_entry;
use crate::workspace::{DATABASE, Workspace};
use guichet_model::{Instant, instant_text, parse_instant};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// What is copied.
pub(crate) struct Source<'a> {
    /// The open database, which nobody else writes: the caller holds the workspace's lock.
    pub(crate) connection: &'a Connection,
    /// The workspace's folder.
    pub(crate) folder: &'a Path,
    /// The workspace's name.
    pub(crate) name: &'a str,
    pub(crate) key: &'a DataKey,
    pub(crate) disk: &'a Disk,
}

impl Workspace {
    /// Makes a backup, verifies it, and thins the older ones.
    ///
    /// # Errors
    /// [`StoreError::NoRoom`], [`StoreError::File`], [`StoreError::Database`], [`StoreError::BackupUnsound`] when the copy
    /// does not hold what it was made from. The workspace and the older backups are then as they were.
    pub fn back_up(&self, reason: BackupReason, now: Instant) -> Result<Backup> {
        make(&self.source(), reason, now)
    }

    /// Makes a backup unless the journal's head and the rulebooks being written are those of one that is there: nothing was done
    /// since.
    ///
    /// # Errors
    /// As [`Workspace::back_up`].
    pub fn back_up_changes(&self, reason: BackupReason, now: Instant) -> Result<Option<Backup>> {
        if self.backed_up()? { Ok(None) } else { self.back_up(reason, now).map(Some) }
    }

    /// Whether everything done is in a backup whose files are there.
    ///
    /// # Errors
    /// When the journal or the folder of backups cannot be read.
    pub fn backed_up(&self) -> Result<bool> {
        let ((entries, head), drafts) = (last_entry(&self.connection)?, drafts_hash(&self.connection)?);
        // The first entry is the workspace's creation: there is nothing yet to lose.
        if entries <= 1 && drafts.is_empty() {
            return Ok(true);
        }
        let backups = Backup::list_in(self.folder(), &self.disk)?;
        let holds = |of: &BackupRecord| of.entries == entries && of.head == head && of.drafts == drafts;
        Ok(backups.iter().any(|backup| backup.record.as_ref().is_some_and(holds) && backup.is_there()))
    }

    /// The backups, the newest first.
    ///
    /// # Errors
    /// When the folder of backups cannot be listed.
    pub fn backup_list(&self) -> Result<Vec<Backup>> {
        Backup::list_in(self.folder(), &self.disk)
    }

    /// What is wrong with a backup, found by opening it; nothing when it is sound.
    ///
    /// # Errors
    /// [`StoreError::NoSuchBackup`].
    pub fn verify_backup(&self, name: &str) -> Result<Option<Flaw>> {
        let backup = Backup::find(self.folder(), name, &self.disk)?;
        Ok(flaw_in(&self.folder, &backup, &self.key, &self.disk))
    }

    fn source(&self) -> Source<'_> {
        let Self { connection, folder, descriptor, key, disk, .. } = self;
        Source { connection, folder, name: &descriptor.name, key, disk }
    }
}

impl Backup {
    /// Whether its database is there with the length it had.
    fn is_there(&self) -> bool {
        let length = std::fs::metadata(self.folder.join(DATABASE)).map(|data| data.len()).ok();
        self.record.as_ref().is_some_and(|record| length == Some(record.bytes))
    }
}

/// Makes a backup. On any failure nothing of it stays, and the others are as they were.
pub(crate) fn make(source: &Source<'_>, reason: BackupReason, now: Instant) -> Result<Backup> {
    let Source { folder, disk, .. } = source;
    let backups = folder.join(BACKUPS);
    disk.create_folders(&backups)?;
    forget_drafts(&backups, disk)?;
    disk.make_sure_of_room(&backups, room(folder))?;
    let name = free_name(&backups, now, reason);
    let draft = backups.join(format!("{DRAFT}{name}"));
    let kept = backups.join(&name);
    let made = fill(source, &draft, reason, now).and_then(|record| {
        disk.rename(&draft, &kept)?;
        disk.sync_folder(&backups)?;
        Ok(record)
    });
    match made {
        Ok(record) => {
            thin(&backups, Keeping::read(folder, disk).quota, now, disk)?;
            Ok(Backup { name, folder: kept, record: Some(record) })
        }
        Err(error) => {
            // What could not be made is not left behind; the reason told is the first one.
            let _ = std::fs::remove_dir_all(&draft);
            Err(error)
        }
    }
}

/// Writes the copy and its record, and makes sure that it holds what it was made from.
fn fill(source: &Source<'_>, draft: &Path, reason: BackupReason, now: Instant) -> Result<BackupRecord> {
    let Source { connection, folder, name, key, disk } = source;
    disk.create_folder(draft)?;
    let database = draft.join(DATABASE);
    let target = database.to_str().ok_or_else(|| file_error(&database)(std::io::ErrorKind::InvalidFilename.into()))?;
    connection.execute("VACUUM INTO ?1", [target])?;
    disk.sync(&database)?;
    disk.copy(&folder.join(descriptor::FILE_NAME), &draft.join(descriptor::FILE_NAME))?;
    let (contents, schema) = (Contents::of(connection)?, schema_of(connection)?);
    let (sha256, bytes) = disk.digest(&database)?;
    let record = BackupRecord {
        format: record::FORMAT,
        reason,
        at: instant_text(now),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        schema,
        workspace: (*name).to_owned(),
        origin: contents.origin,
        entries: contents.last.0,
        head: contents.last.1,
        state: if schema == schema_known() { Some(state_hash(connection)?) } else { None },
        content: contents.sha256,
        counts: contents.counts,
        sha256,
        bytes,
        drafts: drafts_hash(connection)?,
        seal: String::new(),
    }
    .sealed();
    if let Some(flaw) = differs(&database, key, &record) {
        return Err(StoreError::BackupUnsound { name: draft_name(draft), flaw });
    }
    let path = draft.join(record::FILE_NAME);
    let text = serde_json::to_vec_pretty(&record).map_err(|cause| file_error(&path)(cause.into()))?;
    disk.write(&path, &text)?;
    disk.sync_folder(draft)?;
    Ok(record)
}

fn draft_name(draft: &Path) -> String {
    let name = draft.file_name().unwrap_or_default().to_string_lossy();
    name.trim_start_matches(DRAFT).to_owned()
}

/// The room a copy may need: the database with what its log holds, and a little for the rest.
fn room(folder: &Path) -> u64 {
    const REST: u64 = 1 << 20;
    let length = |end: &str| std::fs::metadata(folder.join(format!("{DATABASE}{end}"))).map_or(0, |data| data.len());
    length("") + length("-wal") + REST
}

/// `2024-09-21T120000-before-import`, numbered when it is taken.
fn free_name(backups: &Path, now: Instant, reason: BackupReason) -> String {
    let name = format!("{}-{}", instant_text(now).replace(':', ""), reason.as_str());
    let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    names.find(|name| !backups.join(name).exists()).unwrap_or(name)
}

/// Removes what interrupted copies left.
fn forget_drafts(backups: &Path, disk: &Disk) -> Result<()> {
    let drafts = disk.folders_in(backups)?.into_iter();
    let is_draft = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(DRAFT));
    drafts.filter(is_draft).try_for_each(|draft| disk.remove_folder(&draft))
}

/// Removes the backups that the others make superfluous.
pub(super) fn thin(folder: &Path, quota: u64, now: Instant, disk: &Disk) -> Result<()> {
    let backups = Backup::list_at(folder, disk)?;
    let kept: Vec<Kept> = backups
        .iter()
        .filter_map(|backup| {
            let record = backup.record.as_ref()?;
            let (at, _) = parse_instant(&record.at)?;
            let pinned = matches!(record.reason, BackupReason::BeforeMigration | BackupReason::BeforeRestore);
            Some(Kept { name: backup.name.clone(), at, bytes: record.bytes, good: backup.is_there(), pinned })
        })
        .collect();
    for name in superfluous(&kept, now, quota) {
        disk.remove_folder(&folder.join(name))?;
    }
    Ok(())
}
