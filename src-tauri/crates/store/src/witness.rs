//! What the journal had reached, kept beside the database: a log whose end was lost or altered opens as if the last
//! operations had never been, and only this tells.

use crate::content::hash_texts;
use crate::disk::Disk;
use crate::error::{Result, StoreError, file_error};
use crate::transact::last_entry;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use std::path::Path;

const FILE_NAME: &str = "workspace.head";

/// What its file says.
#[derive(Serialize, Deserialize)]
struct Written {
    #[serde(flatten)]
    witness: Witness,
    /// A hash of it, so that a byte altered here is not taken for a log cut short; nothing in the files of before.
    #[serde(default)]
    sum: String,
}

/// The journal's last entry, when it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Witness {
    /// Its number.
    pub(crate) entries: i64,
    /// Its hash.
    pub(crate) head: String,
}

impl Witness {
    /// What a database has reached.
    pub(crate) fn of(connection: &Connection) -> Result<Self> {
        let (entries, head) = last_entry(connection)?;
        Ok(Self { entries, head })
    }

    /// What was kept in a workspace's folder; nothing when it is not there or cannot be read: it is words only.
    pub(crate) fn read(folder: &Path, disk: &Disk) -> Option<Self> {
        let Written { witness, sum } = serde_json::from_slice(&disk.read(&folder.join(FILE_NAME)).ok()?).ok()?;
        (sum.is_empty() || sum == witness.sum()).then_some(witness)
    }

    fn sum(&self) -> String {
        hash_texts([self.entries.to_string().as_str(), &self.head])
    }

    pub(crate) fn write(&self, folder: &Path, disk: &Disk) -> Result<()> {
        let path = folder.join(FILE_NAME);
        let written = Written { witness: self.clone(), sum: self.sum() };
        let text = serde_json::to_vec(&written).map_err(|cause| file_error(&path)(cause.into()))?;
        disk.write_whole(&path, &text)
    }

    /// Refuses a database that lacks what was done: it then ends before this entry, or has another one there. That it
    /// goes further is usual: this is written after each operation.
    pub(crate) fn check(&self, connection: &Connection, file: &Path) -> Result<()> {
        let found: Option<String> = connection
            .query_row("SELECT hash_after FROM journal WHERE seq = ?1", [self.entries], |row| row.get(0))
            .optional()?;
        if found.as_deref() == Some(self.head.as_str()) {
            return Ok(());
        }
        let (reached, _) = last_entry(connection)?;
        Err(StoreError::Behind { file: file.to_owned(), reached, known: self.entries })
    }
}
