//! Everything a database holds, to tell that a copy holds the same.

use crate::descriptor::to_hex;
use crate::error::Result;
use crate::history::add_value;
use crate::journal::{JournalKey, first_alteration};
use crate::transact::last_entry;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The rows of every table, whatever the schema: nothing is left out, nothing interpreted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Contents {
    /// How many rows each table has.
    pub(crate) counts: BTreeMap<String, u64>,
    /// A hash of them all, in the order of their keys.
    pub(crate) sha256: String,
    /// The number of the journal's last entry, and its hash.
    pub(crate) last: (i64, String),
    /// The hash of its first entry.
    pub(crate) origin: String,
}

impl Contents {
    pub(crate) fn of(connection: &Connection) -> Result<Self> {
        let (mut counts, mut hash) = (BTreeMap::new(), Sha256::new());
        for table in tables(connection)? {
            let mut said = Sha256::new();
            let count = add_rows(connection, &table, &mut said)?;
            hash.update(said.finalize());
            counts.insert(table, count);
        }
        let origin = connection
            .query_row("SELECT hash_after FROM journal ORDER BY seq LIMIT 1", [], |row| row.get(0))
            .unwrap_or_default();
        Ok(Self { counts, sha256: to_hex(&hash.finalize()), last: last_entry(connection)?, origin })
    }
}

/// The tables of a database that are its own, by name.
pub(crate) fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// Adds a table's name, columns and rows in the order of their keys; how many rows there are.
fn add_rows(connection: &Connection, table: &str, hash: &mut Sha256) -> Result<u64> {
    let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\""))?;
    let names = statement.column_names().join("\0");
    hash.update(format!("{table}\0{names}\0"));
    let columns = statement.column_count();
    let (mut rows, mut count) = (statement.query([])?, 0);
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            add_value(row.get_ref(column)?, hash);
        }
        count += 1;
    }
    Ok(count)
}

/// What is wrong with a database that opens with its key: pages, structure, references, the journal's chain.
pub(crate) fn unsound(connection: &Connection, key: &JournalKey) -> Result<Option<String>> {
    if let Some(page) = crate::connection::altered_pages(connection)?.into_iter().next() {
        return Ok(Some(page));
    }
    let verdict: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Ok(Some(verdict));
    }
    let astray: Option<String> =
        connection.prepare("PRAGMA foreign_key_check")?.query_map([], |row| row.get(0))?.next().transpose()?;
    if let Some(table) = astray {
        return Ok(Some(format!("foreign_key_check: {table}")));
    }
    Ok(first_alteration(connection, key)?.map(|entry| format!("journal {entry}")))
}
