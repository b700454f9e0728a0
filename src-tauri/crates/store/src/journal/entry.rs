use crate::error::unreadable;
use crate::journal::chain::SEALED_SINCE;
use crate::journal::{JournalKey, Link, first_alteration};
use crate::transact::{Changes, OperationId, OperationKind};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

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
    pub summary: serde_json::Value,
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
    /// Whether a purge forgot its label and summary, which named files of whom it purged.
    #[must_use]
    pub fn is_forgotten(&self) -> bool {
        self.label.is_empty() && self.summary.get("purged_by").is_some()
    }

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
    let schema: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    // A backup of before has no seals.
    let seals = if schema >= SEALED_SINCE { "journal_seal" } else { "(SELECT NULL AS seq, '' AS seal)" };
    connection
        .prepare(&format!(
            "SELECT seq, at, who, kind, label, summary, facts, settings, hash_before, hash_after, coalesce(seal, '')
             FROM journal LEFT JOIN {seals} USING (seq) ORDER BY seq DESC LIMIT ?1",
        ))?
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

/// The values of the entries, the oldest first, up to the first that does not hold or cannot be read.
pub(crate) fn entries_that_hold(connection: &Connection, key: &JournalKey) -> Vec<Vec<Value>> {
    // Where every page can be read, the seals are asked too.
    let sealed = match first_alteration(connection, key) {
        Ok(Some(altered)) => usize::try_from(altered - 1).unwrap_or_default(),
        Ok(None) | Err(_) => usize::MAX,
    };
    let read = |row: &Row<'_>| -> rusqlite::Result<(Vec<Value>, bool, String)> {
        let values = (0..10).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?;
        let text = |at: usize| row.get::<_, String>(at);
        let (at, who, kind, label, summary) = (text(1)?, text(2)?, text(3)?, text(4)?, text(5)?);
        let changes = Changes { facts: row.get(6)?, settings: row.get(7)? };
        let link =
            Link { seq: row.get(0)?, at: &at, who: &who, kind: &kind, label: &label, summary: &summary, changes };
        let (before, after) = (text(8)?, text(9)?);
        Ok((values, link.hash(&before) == after, before))
    };
    let columns = "seq, at, who, kind, label, summary, facts, settings, hash_before, hash_after";
    let Ok(mut statement) = connection.prepare(&format!("SELECT {columns} FROM journal ORDER BY seq")) else {
        return Vec::new();
    };
    let Ok(rows) = statement.query_map([], read) else { return Vec::new() };
    let mut holding: Vec<Vec<Value>> = Vec::new();
    for (values, holds, before) in rows.take(sealed).map_while(std::result::Result::ok) {
        let last = holding.last().and_then(|entry| entry.last().cloned()).unwrap_or(Value::Text(String::new()));
        if !holds || last != Value::Text(before) {
            break;
        }
        holding.push(values);
    }
    holding
}
