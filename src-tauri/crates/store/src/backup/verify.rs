//! Whether a backup is what its record says, found by opening it.

use super::before_purge::is_before_purge;
use super::contents::{Contents, unsound};
use super::list::Backup;
use super::record::BackupRecord;
use crate::connection::{look, schema_of};
use crate::descriptor::{self, Descriptor};
use crate::disk::Disk;
use crate::error::StoreError;
use crate::journal::JournalKey;
use crate::keys::DataKey;
use crate::privacy::Sweep;
use crate::workspace::DATABASE;
use guichet_model::Message;
use std::path::Path;

/// What is wrong with a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Its record is missing or cannot be understood.
    Record,
    /// A file of it is missing, or is not the one that was written.
    Altered {
        /// The file's name.
        file: String,
    },
    /// Its database does not open with the workspace's key.
    Key,
    /// Its database holds something else than what it was made from.
    Differs {
        /// What differs, for support.
        detail: String,
    },
    /// Its database is damaged.
    Damaged {
        /// What was seen, for support.
        detail: String,
    },
    /// It holds what a purge has removed since: somebody put it there again.
    BeforePurge,
}

impl Flaw {
    /// The sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Record => Message::new("backup-flaw-record"),
            Self::Altered { file } => Message::new("backup-flaw-altered").with("file", file.as_str()),
            Self::Key => Message::new("backup-flaw-key"),
            Self::Differs { detail } => Message::new("backup-flaw-differs").with("detail", detail.as_str()),
            Self::Damaged { detail } => Message::new("backup-flaw-damaged").with("detail", detail.as_str()),
            Self::BeforePurge => Message::new("backup-flaw-before-purge"),
        }
    }
}

/// What is wrong with a backup; nothing when it is sound: every byte as written, every page authentic, every row as its
/// record says.
pub(super) fn flaw_of(backup: &Backup, key: &DataKey, disk: &Disk) -> Option<Flaw> {
    let Some(record) = &backup.record else { return Some(Flaw::Record) };
    let (database, altered) =
        (backup.folder.join(DATABASE), |file: &str| Some(Flaw::Altered { file: file.to_owned() }));
    // It is written again when the protection changes: it is known by the key it keeps, not by its bytes.
    if !Descriptor::read(&backup.folder).is_ok_and(|descriptor| descriptor.keeps(key)) {
        return altered(descriptor::FILE_NAME);
    }
    if !disk.digest(&database).is_ok_and(|(found, _)| found == record.sha256) {
        return altered(DATABASE);
    }
    differs(&database, key, record)
}

/// What is wrong with a backup of a workspace, what happened since it was made included. One that an interrupted purge will
/// still remove is none the worse for it.
pub(crate) fn flaw_in(workspace: &Path, backup: &Backup, key: &DataKey, disk: &Disk) -> Option<Flaw> {
    flaw_for_restore(workspace, backup, key, disk)
        .filter(|flaw| *flaw != Flaw::BeforePurge || !Sweep::is_due(workspace))
}

/// Why a backup of a workspace is not put back.
pub(super) fn flaw_for_restore(workspace: &Path, backup: &Backup, key: &DataKey, disk: &Disk) -> Option<Flaw> {
    let before_purge = || is_before_purge(workspace, backup, key, disk).then_some(Flaw::BeforePurge);
    flaw_of(backup, key, disk).or_else(before_purge)
}

/// What is wrong with a database that is to hold what a record says.
pub(super) fn differs(database: &Path, key: &DataKey, record: &BackupRecord) -> Option<Flaw> {
    match opened(database, key, record) {
        Ok(flaw) => flaw,
        Err(StoreError::KeyRefused { .. }) => Some(Flaw::Key),
        Err(error) => Some(Flaw::Damaged { detail: error.to_string() }),
    }
}

fn opened(database: &Path, key: &DataKey, record: &BackupRecord) -> crate::Result<Option<Flaw>> {
    let connection = look(database, key)?;
    if let Some(detail) = unsound(&connection, &JournalKey::of(key))? {
        return Ok(Some(Flaw::Damaged { detail }));
    }
    let found = Contents::of(&connection)?;
    let detail = if schema_of(&connection)? != record.schema {
        "schema".to_owned()
    } else if let Some(table) = found
        .counts
        .keys()
        .chain(record.counts.keys())
        .find(|table| found.counts.get(*table) != record.counts.get(*table))
    {
        table.clone()
    } else if found.last != (record.entries, record.head.clone()) || found.origin != record.origin {
        "journal".to_owned()
    } else if found.sha256 != record.content {
        "content".to_owned()
    } else {
        return Ok(None);
    };
    Ok(Some(Flaw::Differs { detail }))
}
