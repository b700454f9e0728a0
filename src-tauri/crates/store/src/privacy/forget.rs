//! The journal's words that name purged files: they go, and the chain holds. The purge's own entry, sealed like any other, says
//! which entries lost their words and what the rest of each says, so that nobody else can blank an entry.

use super::mentions::Forgettable;
use crate::error::{Result, unreadable};
use crate::journal::rest_of;
use crate::transact::{OperationKind, Tx};
use rusqlite::params;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Keeps entries as they were written; let go of while words are forgotten.
const KEEPS_WORDS: &str = "CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;";

/// Forgets the words of every import with a file that is no more, and of what undid one; the numbers of the entries, with a
/// hash of what stays of each. Those of other entries and files go too when they are told.
pub(super) fn forget_words(tx: &Tx<'_>, also: &Forgettable) -> Result<Vec<Value>> {
    let mut files: BTreeSet<String> = tx
        .prepare("SELECT name FROM source_file")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    files.retain(|name| !also.files.contains(name));
    let mut entries = tx.prepare("SELECT seq, kind, summary FROM journal ORDER BY seq")?;
    let mut rows = entries.query([])?;
    let mut going: BTreeSet<i64> = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let (seq, kind, summary): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let summary: Value = serde_json::from_str(&summary).map_err(|_| unreadable("journal.summary"))?;
        let named = |key: &str| summary.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let goes = match OperationKind::from_name(&kind) {
            Some(OperationKind::Import) => {
                let known = |file: &Value| file["file"].as_str().is_some_and(|name| files.contains(name));
                !named("files").iter().all(known) || named("files").is_empty()
            }
            Some(OperationKind::Undo) => {
                named("undone").iter().filter_map(Value::as_i64).any(|undone| going.contains(&undone))
            }
            _ => also.entries.contains(&seq),
        };
        // What an earlier purge forgot stays as that one said.
        if goes && summary.get("purged_by").is_none() {
            going.insert(seq);
        }
    }
    drop(rows);
    drop(entries);
    let forgotten = going.iter().map(|seq| Ok(json!([seq, rest_of(tx, *seq)?]))).collect::<Result<Vec<_>>>()?;
    let summary = json!({ "purged_by": tx.operation().0 }).to_string();
    tx.execute_batch("DROP TRIGGER journal_keeps_words;")?;
    for seq in going {
        tx.execute("UPDATE journal SET label = '', summary = ?2 WHERE seq = ?1", params![seq, summary])?;
    }
    tx.execute_batch(KEEPS_WORDS)?;
    Ok(forgotten)
}
