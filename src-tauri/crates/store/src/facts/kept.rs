//! Older rows that still speak for a fact: a newer row has no column for what they say.

use super::person::{PERSON, is_identity};
use crate::content::{Columns, columns_of};
use crate::transact::Tx;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, HashMap};

/// The kept rows of the facts of one table, the newest first.
pub(crate) type KeptRows = HashMap<i64, Vec<i64>>;

/// The kept rows of one fact, the newest first.
pub(crate) fn kept_rows(connection: &Connection, table: &str, fact: i64) -> rusqlite::Result<Vec<i64>> {
    connection
        .prepare_cached("SELECT source_row FROM kept_row WHERE of = ?1 AND fact = ?2 ORDER BY rank")?
        .query_map(params![table, fact], |row| row.get(0))?
        .collect()
}

/// The kept rows of every fact, by table.
pub(crate) fn all_kept_rows(connection: &Connection) -> rusqlite::Result<BTreeMap<String, KeptRows>> {
    let mut all: BTreeMap<String, KeptRows> = BTreeMap::new();
    let mut statement = connection.prepare("SELECT of, fact, source_row FROM kept_row ORDER BY of, fact, rank")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        all.entry(row.get(0)?).or_default().entry(row.get(1)?).or_default().push(row.get(2)?);
    }
    Ok(all)
}

/// Notes which rows go on speaking for facts that a newer row replaces.
pub(crate) struct Keeper<'t> {
    tx: &'t Tx<'t>,
    /// The table of the facts.
    table: &'static str,
    /// The columns of the sheets met: of a person's, those of the identity.
    columns: HashMap<i64, Columns>,
    /// Whether a sheet has all the columns of an older one.
    covers: HashMap<(i64, i64), bool>,
}

impl<'t> Keeper<'t> {
    pub(crate) fn new(tx: &'t Tx<'t>, table: &'static str) -> Self {
        Self { tx, table, columns: HashMap::new(), covers: HashMap::new() }
    }

    /// Keeps, of the rows that spoke for a fact, those that say something a new one has no column for; answers whether
    /// there are any. Called before the fact points to its new row.
    pub(crate) fn keep(&mut self, fact: i64, new: i64) -> rusqlite::Result<bool> {
        let table = self.table;
        let rows: Vec<(i64, i64)> = self
            .tx
            .prepare_cached(&format!(
                "SELECT r.id, r.sheet FROM (
                     SELECT ?3 AS source_row, -2 AS rank UNION ALL SELECT source_row, -1 FROM {table} WHERE id = ?2
                     UNION ALL SELECT source_row, rank FROM kept_row WHERE of = ?1 AND fact = ?2
                 ) k JOIN source_row r ON r.id = k.source_row ORDER BY k.rank"
            ))?
            .query_map(params![table, fact, new], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let kept = self.still_speaking(&rows)?;
        if rows.len() > 2 {
            self.forget(fact)?;
        }
        let mut insert =
            self.tx.prepare_cached("INSERT INTO kept_row (of, fact, rank, source_row) VALUES (?1, ?2, ?3, ?4)")?;
        for (rank, row) in (0_i64..).zip(&kept) {
            insert.execute(params![table, fact, rank, row])?;
        }
        Ok(!kept.is_empty())
    }

    /// Lets no older row speak for a fact any more.
    pub(crate) fn forget(&self, fact: i64) -> rusqlite::Result<()> {
        let mut delete = self.tx.prepare_cached("DELETE FROM kept_row WHERE of = ?1 AND fact = ?2")?;
        delete.execute(params![self.table, fact]).map(|_| ())
    }

    /// Of rows with their sheets, the newest first, those after the first that have a column none before them has.
    fn still_speaking(&mut self, rows: &[(i64, i64)]) -> rusqlite::Result<Vec<i64>> {
        let Some(((new, newest), older)) = rows.split_first() else { return Ok(Vec::new()) };
        let mut kept = Vec::new();
        let mut said: Option<Columns> = None;
        for (row, sheet) in older.iter().filter(|(row, _)| row != new) {
            if said.is_none() && self.covers(*newest, *sheet)? {
                continue;
            }
            let columns = self.columns(*sheet)?;
            let mut before = match said.take() {
                Some(said) => said,
                None => self.columns(*newest)?,
            };
            if !columns.is_subset(&before) {
                kept.push(*row);
                before.extend(columns);
            }
            said = Some(before);
        }
        Ok(kept)
    }

    fn covers(&mut self, newest: i64, older: i64) -> rusqlite::Result<bool> {
        if let Some(known) = self.covers.get(&(newest, older)) {
            return Ok(*known);
        }
        let covers = self.columns(older)?.is_subset(&self.columns(newest)?);
        self.covers.insert((newest, older), covers);
        Ok(covers)
    }

    fn columns(&mut self, sheet: i64) -> rusqlite::Result<Columns> {
        if let Some(known) = self.columns.get(&sheet) {
            return Ok(known.clone());
        }
        let mut columns = columns_of(self.tx, sheet)?;
        if self.table == PERSON {
            columns.retain(|key| key.field().is_some_and(is_identity));
        }
        self.columns.insert(sheet, columns.clone());
        Ok(columns)
    }
}
