use crate::error::unreadable;
use crate::transact::{Changes, OperationId, OperationKind};
use rusqlite::Connection;
use serde_json::Value;

/// One line of what was done to the workspace.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEntry {
    /// Its number, from 1 on.
    pub operation: OperationId,
    /// When, Paris civil time, `yyyy-mm-ddThh:mm:ss`.
    pub at: String,
    /// Who.
    pub who: String,
    /// What kind of operation.
    pub kind: OperationKind,
    /// The words shown for it: the files imported, the setting's name.
    pub label: String,
    /// Its details: for an import, the counts per file and the plan's fingerprint.
    pub summary: Value,
    /// What it changed.
    pub changes: Changes,
    /// The hash of the entry before.
    pub hash_before: String,
    /// The hash of this entry, which covers the one before.
    pub hash_after: String,
    /// The seal of the journal up to this entry, 64 hexadecimal digits: who has it written down sees whether anything
    /// up to here was changed since.
    pub seal: String,
}

impl JournalEntry {
    /// The beginning of the seal, as it is printed: four groups of four digits.
    #[must_use]
    pub fn short_seal(&self) -> String {
        let digits: Vec<char> = self.seal.chars().take(16).collect();
        digits.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
    }
}

/// The last `limit` entries, the newest first.
pub(crate) fn entries(connection: &Connection, limit: usize) -> rusqlite::Result<Vec<JournalEntry>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    connection
        .prepare(
            "SELECT seq, at, who, kind, label, summary, facts, settings, hash_before, hash_after, seal
             FROM journal JOIN journal_seal USING (seq) ORDER BY seq DESC LIMIT ?1",
        )?
        .query_map([limit], |row| {
            let (kind, summary): (String, String) = (row.get(3)?, row.get(5)?);
            Ok(JournalEntry {
                operation: OperationId(row.get(0)?),
                at: row.get(1)?,
                who: row.get(2)?,
                kind: OperationKind::from_name(&kind).ok_or_else(|| unreadable("journal.kind"))?,
                label: row.get(4)?,
                summary: serde_json::from_str(&summary).map_err(|_| unreadable("journal.summary"))?,
                changes: Changes { facts: row.get(6)?, settings: row.get(7)? },
                hash_before: row.get(8)?,
                hash_after: row.get(9)?,
                seal: row.get(10)?,
            })
        })?
        .collect()
}
