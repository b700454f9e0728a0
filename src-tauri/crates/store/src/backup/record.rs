use crate::content::hash_texts;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Name of the record in a backup's folder.
pub(crate) const FILE_NAME: &str = "backup.json";
/// The shape of the record this version writes.
pub(crate) const FORMAT: u32 = 1;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BackupReason {
    /// The workspace was opened, and had changed since the last one.
    Opening,
    /// Half an hour of work.
    Work,
    /// An import follows.
    BeforeImport,
    /// An undoing follows.
    BeforeUndo,
    /// A newer version of the program brings the workspace up to date.
    BeforeMigration,
    /// Another state takes the place of this one.
    BeforeRestore,
    /// The workspace was closed.
    Closing,
    /// Somebody asked for it.
    Asked,
    /// Something was purged: it takes the place of all those of before.
    AfterPurge,
}

impl BackupReason {
    /// Every reason.
    pub const ALL: &'static [Self] = &[
        Self::Opening,
        Self::Work,
        Self::BeforeImport,
        Self::BeforeUndo,
        Self::BeforeMigration,
        Self::BeforeRestore,
        Self::Closing,
        Self::Asked,
        Self::AfterPurge,
    ];

    /// The name in a backup's folder and record.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Work => "work",
            Self::BeforeImport => "before-import",
            Self::BeforeUndo => "before-undo",
            Self::BeforeMigration => "before-migration",
            Self::BeforeRestore => "before-restore",
            Self::Closing => "closing",
            Self::Asked => "asked",
            Self::AfterPurge => "after-purge",
        }
    }
}

/// What `backup.json` says: what the copy beside it must be found to hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupRecord {
    /// The shape of this record.
    pub format: u32,
    /// Why it was made.
    pub reason: BackupReason,
    /// When, Paris civil time, `yyyy-mm-ddThh:mm:ss`.
    pub at: String,
    /// The version of the program.
    pub program: String,
    /// The version of the database's schema.
    pub schema: i64,
    /// The workspace's name.
    pub workspace: String,
    /// The hash of the first entry of its journal: which workspace this is, whatever its name and folder.
    pub origin: String,
    /// How many entries its journal has.
    pub entries: i64,
    /// The hash of the last one.
    pub head: String,
    /// The logical hash of facts and sources ([`crate::Workspace::state_hash`]); absent for a schema of before.
    pub state: Option<String>,
    /// A hash of every row of every table.
    pub content: String,
    /// How many rows each table has.
    pub counts: BTreeMap<String, u64>,
    /// SHA-256 of `data.db`.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// A hash of the rulebooks being written, which the journal does not tell of; empty when there are none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub drafts: String,
    /// A hash of all of the above, so that a byte altered in this record is seen too.
    pub seal: String,
}

impl BackupRecord {
    /// The record with its seal.
    pub(crate) fn sealed(mut self) -> Self {
        self.seal = self.seal_of_words();
        self
    }

    /// Whether it says what was sealed.
    pub(crate) fn is_sealed(&self) -> bool {
        self.seal == self.seal_of_words()
    }

    fn seal_of_words(&self) -> String {
        let words = Self { seal: String::new(), ..self.clone() };
        hash_texts([serde_json::to_string(&words).unwrap_or_default().as_str()])
    }
}

#[cfg(test)]
mod tests {
    use super::BackupReason;

    #[test]
    fn a_reason_is_written_as_it_is_named() {
        for reason in BackupReason::ALL {
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.as_str());
        }
    }
}
