//! Older rows that still speak for a fact: a newer row has no column for what they say.

use super::is_unread;
use super::person::PERSON;
use crate::content::{Columns, Key, columns_of, said_columns, stored_columns};
use crate::pack::unpack;
use crate::transact::Tx;
use guichet_model::{Field, SourceColumn, SourceRow};
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// The kept rows of the facts of one table, the newest first, each with whether it came with the one before it.
pub(crate) type KeptRows = HashMap<i64, Vec<(i64, bool)>>;

/// The kept rows of one fact, the newest first, each with whether it came with the one before it.
pub(crate) fn kept_rows(connection: &Connection, table: &str, fact: i64) -> rusqlite::Result<Vec<(i64, bool)>> {
    connection
        .prepare_cached("SELECT source_row, beside FROM kept_row WHERE of = ?1 AND fact = ?2 ORDER BY rank")?
        .query_map(params![table, fact], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// The kept rows of every fact, by table.
pub(crate) fn all_kept_rows(connection: &Connection) -> rusqlite::Result<BTreeMap<String, KeptRows>> {
    let mut all: BTreeMap<String, KeptRows> = BTreeMap::new();
    let mut statement =
        connection.prepare("SELECT of, fact, source_row, beside FROM kept_row ORDER BY of, fact, rank")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        all.entry(row.get(0)?).or_default().entry(row.get(1)?).or_default().push((row.get(2)?, row.get(3)?));
    }
    Ok(all)
}

/// Where a fact is read from: a row, and those that came together with it.
pub(crate) struct From<'r> {
    /// The first row, as stored.
    pub(crate) row: i64,
    /// The others, as stored.
    pub(crate) beside: &'r [i64],
    /// All of them, as read.
    pub(crate) source: &'r SourceRow,
}

/// What became of the rows that spoke for a fact before.
pub(crate) struct Kept {
    /// Whether some of them go on speaking for it.
    pub(crate) some: bool,
    /// Whether rows that had come together with one of the new ones do.
    pub(crate) together: bool,
}

/// Notes which rows speak for facts besides their first one.
pub(crate) struct Keeper<'t> {
    tx: &'t Tx<'t>,
    /// The table of the facts.
    table: &'static str,
    /// The sheets met.
    sheets: HashMap<i64, Rc<StoredSheet>>,
    /// Whether a sheet has all the columns of an older one.
    covers: HashMap<(i64, i64), bool>,
}

struct StoredSheet {
    sheet: Vec<SourceColumn>,
    /// What its columns are about: of a person's, those of the identity.
    columns: Columns,
}

/// A row that spoke for a fact, with its sheet.
struct Former {
    id: i64,
    sheet: i64,
    beside: bool,
}

impl<'t> Keeper<'t> {
    pub(crate) fn new(tx: &'t Tx<'t>, table: &'static str) -> Self {
        Self { tx, table, sheets: HashMap::new(), covers: HashMap::new() }
    }

    /// Notes which rows speak for a new fact besides its first one.
    pub(crate) fn add(&self, fact: i64, beside: &[i64]) -> rusqlite::Result<()> {
        self.write(fact, beside.iter().map(|row| (*row, true)))
    }

    /// Keeps, of the rows that spoke for a fact, those that say something the new ones have no column for, or that these say
    /// in no way that is understood. Called before the fact points to its new row.
    pub(crate) fn keep(&mut self, fact: i64, from: &From<'_>) -> rusqlite::Result<Kept> {
        let table = self.table;
        let mut before: Vec<Former> = self
            .tx
            .prepare_cached(&format!(
                "SELECT r.id, r.sheet, k.beside FROM (
                     SELECT source_row, -1 AS rank, 0 AS beside FROM {table} WHERE id = ?2
                     UNION ALL SELECT source_row, rank, beside FROM kept_row WHERE of = ?1 AND fact = ?2
                 ) k JOIN source_row r ON r.id = k.source_row ORDER BY k.rank"
            ))?
            .query_map(params![table, fact], |row| {
                Ok(Former { id: row.get(0)?, sheet: row.get(1)?, beside: row.get(2)? })
            })?
            .collect::<rusqlite::Result<_>>()?;
        let had_several = before.len() > 1;
        let is_new = |row: i64| row == from.row || from.beside.contains(&row);
        let newest = 1 + before.iter().skip(1).take_while(|row| row.beside).count();
        let restated = before.iter().take(newest).any(|row| is_new(row.id));
        let mut beside = from.beside.to_vec();
        let mut together = Vec::new();
        if restated {
            let rest = before.split_off(newest.min(before.len()));
            together = std::mem::replace(&mut before, rest);
            together.retain(|row| !is_new(row.id));
            beside.extend(together.iter().map(|row| row.id));
        }
        let older = self.still_speaking(from, &together, &before)?;
        if had_several {
            self.forget(fact)?;
        }
        let some = !older.is_empty() || !together.is_empty();
        self.write(fact, beside.into_iter().map(|row| (row, true)).chain(older))?;
        Ok(Kept { some, together: !together.is_empty() })
    }

    fn write(&self, fact: i64, rows: impl Iterator<Item = (i64, bool)>) -> rusqlite::Result<()> {
        let mut insert = self
            .tx
            .prepare_cached("INSERT INTO kept_row (of, fact, rank, source_row, beside) VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (rank, (row, beside)) in (0_i64..).zip(rows) {
            insert.execute(params![self.table, fact, rank, row, beside])?;
        }
        Ok(())
    }

    /// Lets no other row speak for a fact any more.
    pub(crate) fn forget(&self, fact: i64) -> rusqlite::Result<()> {
        let mut delete = self.tx.prepare_cached("DELETE FROM kept_row WHERE of = ?1 AND fact = ?2")?;
        delete.execute(params![self.table, fact]).map(|_| ())
    }

    /// The older rows that go on speaking, each with whether it came with the one before it.
    fn still_speaking(
        &mut self,
        from: &From<'_>,
        together: &[Former],
        older: &[Former],
    ) -> rusqlite::Result<Vec<(i64, bool)>> {
        if let ([only], [], true) = (older, from.beside, together.is_empty() && from.source.unread.is_empty())
            && (only.id == from.row || self.covers(from.row, only.sheet)?)
        {
            return Ok(Vec::new());
        }
        let mut said = said_columns(from.source);
        if self.table == PERSON {
            retain_identity(&mut said);
        }
        for row in together {
            said.extend(self.sheet(row.sheet)?.columns.iter().cloned());
        }
        let mut kept = Vec::new();
        let mut rest = older;
        while let Some((_, others)) = rest.split_first() {
            let beside = others.iter().take_while(|row| row.beside).count();
            let (generation, after) = rest.split_at(1 + beside);
            let (mut is_beside, mut spoken) = (false, Columns::new());
            for row in generation.iter().filter(|row| row.id != from.row && !from.beside.contains(&row.id)) {
                let sheet = self.sheet(row.sheet)?;
                if !sheet.columns.is_subset(&said) {
                    kept.push((row.id, is_beside));
                    is_beside = true;
                    let unread = if older.len() > 1 { self.unread(row, &sheet.sheet)? } else { Columns::new() };
                    spoken.extend(sheet.columns.difference(&unread).cloned());
                }
            }
            said.extend(spoken);
            rest = after;
        }
        Ok(kept)
    }

    /// What a stored row says in no way that was understood.
    fn unread(&self, row: &Former, sheet: &[SourceColumn]) -> rusqlite::Result<Columns> {
        let cells: Vec<u8> = self
            .tx
            .prepare_cached("SELECT cells FROM source_row WHERE id = ?1")?
            .query_row([row.id], |found| found.get(0))?;
        let keyed = sheet.iter().any(|column| column.field == Some(Field::IneKey));
        let mut unread = Columns::new();
        for packed in unpack(&cells)? {
            let column = sheet.iter().find(|column| column.column == packed.cell.column);
            let field = column.and_then(|column| column.field);
            unread
                .extend(field.filter(|field| is_unread(*field, &packed, keyed)).map(|field| Key::Field(field.whole())));
        }
        Ok(unread)
    }

    /// Whether the sheet of a new row has all the columns of an older one.
    fn covers(&mut self, new: i64, older: i64) -> rusqlite::Result<bool> {
        let newest: i64 =
            self.tx.prepare_cached("SELECT sheet FROM source_row WHERE id = ?1")?.query_row([new], |row| row.get(0))?;
        if let Some(known) = self.covers.get(&(newest, older)) {
            return Ok(*known);
        }
        let covers = self.sheet(older)?.columns.is_subset(&self.sheet(newest)?.columns);
        self.covers.insert((newest, older), covers);
        Ok(covers)
    }

    fn sheet(&mut self, sheet: i64) -> rusqlite::Result<Rc<StoredSheet>> {
        if let Some(known) = self.sheets.get(&sheet) {
            return Ok(Rc::clone(known));
        }
        let stored = stored_columns(self.tx, sheet)?;
        let mut columns = columns_of(&stored);
        if self.table == PERSON {
            retain_identity(&mut columns);
        }
        let stored = Rc::new(StoredSheet { sheet: stored, columns });
        self.sheets.insert(sheet, Rc::clone(&stored));
        Ok(stored)
    }
}

fn retain_identity(columns: &mut Columns) {
    columns.retain(|key| key.field().is_some_and(Field::is_identity));
}
