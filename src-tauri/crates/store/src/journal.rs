use crate::error::unreadable;
use crate::transact::{Changes, Link, OperationId, OperationKind};
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
}

const COLUMNS: &str = "seq, at, who, kind, label, summary, facts, settings, hash_before, hash_after";

/// The last `limit` entries, the newest first.
pub(crate) fn entries(connection: &Connection, limit: usize) -> rusqlite::Result<Vec<JournalEntry>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    connection
        .prepare(&format!("SELECT {COLUMNS} FROM journal ORDER BY seq DESC LIMIT ?1"))?
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
            })
        })?
        .collect()
}

/// Whether every entry's hash still covers its words and the entry before; the number of the first that does not.
pub(crate) fn first_broken_link(connection: &Connection) -> rusqlite::Result<Option<i64>> {
    let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM journal ORDER BY seq"))?;
    let mut rows = statement.query([])?;
    let mut before = String::new();
    while let Some(row) = rows.next()? {
        let texts: Vec<String> = [1, 2, 3, 4, 5, 8, 9].into_iter().map(|at| row.get(at)).collect::<Result<_, _>>()?;
        let [at, who, kind, label, summary, hash_before, hash_after] = texts.as_slice() else { continue };
        let seq: i64 = row.get(0)?;
        let changes = Changes { facts: row.get(6)?, settings: row.get(7)? };
        let link = Link { seq, at, who, kind, label, summary, changes };
        if *hash_before != before || *hash_after != link.hash(&before) {
            return Ok(Some(seq));
        }
        before.clone_from(hash_after);
    }
    Ok(None)
}
