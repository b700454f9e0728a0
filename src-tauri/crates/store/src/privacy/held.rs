//! Everything the workspace holds on one person.

use super::marks::Marks;
use super::tables::PERSONAL;
use super::undo_data::UndoData;
use crate::Workspace;
use crate::error::Result;
use crate::facts::typed;
use crate::journal::{JournalEntry, entries};
use crate::pack::unpack;
use crate::sources::load_sheets;
use crate::transact::OperationId;
use guichet_model::{CellAddress, Field, Identity, PersonId, SheetKind, fold};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, BTreeSet};

/// Everything the workspace holds on one person. What the rules say of their files is asked of the rules.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldOnPerson {
    /// Who it is.
    pub person: PersonId,
    /// The rows of every table that is about persons, in a fixed order of tables.
    pub records: Vec<HeldRecord>,
    /// The rows of imported sheets that are about them, used or not.
    pub rows: Vec<HeldRow>,
    /// Values kept to undo imports: what was replaced or removed.
    pub former: Vec<FormerValue>,
    /// The operations that wrote or changed something of the above, the oldest first.
    pub journal: Vec<JournalEntry>,
}

/// One row of one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRecord {
    /// The table.
    pub table: &'static str,
    /// Its columns that hold something and do not merely number rows, with their canonical text: dates
    /// `yyyy-mm-dd`, amounts in cents, `0` and `1` for no and yes.
    pub values: Vec<(String, String)>,
}

/// One row of an imported sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRow {
    /// File name.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Sheet name.
    pub sheet: String,
    /// What one row is.
    pub kind: SheetKind,
    /// Row, the first of the sheet being 0.
    pub row: u32,
    /// Whether something known was read from it; otherwise it is kept beside rows that were.
    pub used: bool,
    /// Its cells that hold something, from left to right.
    pub cells: Vec<HeldCell>,
}

/// One cell of an imported sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldCell {
    /// Its address as a spreadsheet shows it.
    pub address: String,
    /// The column's header; empty when it has none.
    pub header: String,
    /// What the column was recognised as.
    pub field: Option<Field>,
    /// The text as written.
    pub raw: String,
    /// What it was read as, where that differs.
    pub value: Option<String>,
}

/// A value of before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerValue {
    /// The operation that can be undone with it.
    pub operation: OperationId,
    /// The table it stood in.
    pub table: String,
    /// The column.
    pub column: String,
    /// Its text.
    pub value: String,
}

impl Workspace {
    /// The persons known by this student number or Ine, now or before, however it is spaced and cased.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn persons_known_as(&self, identifier: &str) -> Result<Vec<PersonId>> {
        let wanted = fold(identifier);
        let mut found = BTreeSet::new();
        let mut statement = self.connection.prepare(
            "SELECT id, student_number FROM person UNION ALL SELECT id, ine FROM person
             UNION ALL SELECT person, ine FROM person_ine",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let known: Option<String> = row.get(1)?;
            if !wanted.is_empty() && known.is_some_and(|known| fold(&known) == wanted) {
                found.insert(PersonId(row.get(0)?));
            }
        }
        Ok(found.into_iter().collect())
    }

    /// Everything held on one person; nothing when the workspace does not know them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn held_on(&self, person: PersonId) -> Result<Option<HeldOnPerson>> {
        let connection = &self.connection;
        let known = connection.query_row("SELECT 1 FROM person WHERE id = ?1", [person.0], |_| Ok(())).optional()?;
        if known.is_none() {
            return Ok(None);
        }
        let marks = Marks::of(connection, person.0)?;
        let mut gathered = Gathered::default();
        gathered.add_records(connection, person.0)?;
        let rows = gathered.add_rows(connection, &marks)?;
        let found = UndoData::of(connection, person.0, &marks, gathered.ids).find()?;
        gathered.operations.extend(&found.operations);
        let mut journal = entries(connection, usize::MAX)?;
        journal.reverse();
        journal.retain(|entry| gathered.operations.contains(&entry.operation.0));
        Ok(Some(HeldOnPerson { person, records: gathered.records, rows, former: found.former, journal }))
    }
}

/// What was found so far.
#[derive(Default)]
struct Gathered {
    records: Vec<HeldRecord>,
    /// The rows found, by table.
    ids: BTreeMap<String, BTreeSet<i64>>,
    operations: BTreeSet<i64>,
    /// The rows of sheets that facts were read from.
    sources: BTreeSet<i64>,
}

impl Gathered {
    fn add_records(&mut self, connection: &Connection, person: i64) -> Result<()> {
        for personal in &PERSONAL {
            let mut statement =
                connection.prepare(&format!("SELECT * FROM {} WHERE {} ORDER BY 1", personal.table, personal.of))?;
            let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
            let mut rows = statement.query([person])?;
            while let Some(row) = rows.next()? {
                let mut values = Vec::new();
                for (at, column) in columns.iter().enumerate() {
                    let value = row.get_ref(at)?;
                    self.note(personal.table, column, value);
                    values.extend(said(column, value).map(|text| (column.clone(), text)));
                }
                if !values.is_empty() {
                    self.records.push(HeldRecord { table: personal.table, values });
                }
            }
        }
        Ok(())
    }

    /// Notes the numbers by which the rest is found.
    fn note(&mut self, table: &str, column: &str, value: ValueRef<'_>) {
        let ValueRef::Integer(number) = value else { return };
        match column {
            "id" => {
                self.ids.entry(table.to_owned()).or_default().insert(number);
            }
            "source_row" => {
                self.sources.insert(number);
            }
            "operation" => {
                self.operations.insert(number);
            }
            _ => {}
        }
    }

    fn add_rows(&mut self, connection: &Connection, marks: &Marks) -> Result<Vec<HeldRow>> {
        let sheets = load_sheets(connection)?;
        let mut statement = connection.prepare(
            "SELECT r.id, r.sheet, r.row, r.cells, r.operation, s.operation, f.operation
             FROM source_row r JOIN source_sheet s ON s.id = r.sheet JOIN source_file f ON f.id = s.file
             ORDER BY r.sheet, r.row",
        )?;
        let mut found = statement.query([])?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let id = row.get(0)?;
            let used = self.sources.contains(&id);
            let told = match typed(row, &sheets)? {
                Some(read) if used || marks.tell(&Identity::from_row(&read)) => read.source,
                _ => continue,
            };
            self.ids.entry("source_row".to_owned()).or_default().insert(id);
            for at in 4..=6 {
                self.operations.extend(row.get::<_, Option<i64>>(at)?);
            }
            let packed = unpack(row.get_ref(3)?.as_blob().map_err(rusqlite::Error::from)?)?;
            let cells = packed.into_iter().map(|packed| {
                let column = packed.cell.column;
                let named = told.sheet.columns.iter().find(|known| known.column == column);
                HeldCell {
                    address: CellAddress { row: told.row, column }.to_string(),
                    header: named.map(|known| known.header.clone()).unwrap_or_default(),
                    field: named.and_then(|known| known.field),
                    raw: packed.cell.raw.into(),
                    value: packed.value,
                }
            });
            rows.push(HeldRow {
                file: told.sheet.file.clone(),
                sha256: told.sheet.sha256.clone(),
                sheet: told.sheet.name.clone(),
                kind: told.sheet.kind,
                row: told.row,
                used,
                cells: cells.collect(),
            });
        }
        Ok(rows)
    }
}

/// What a column says; nothing when it is empty or numbers rows. Keys of order and search repeat the names.
fn said(column: &str, value: ValueRef<'_>) -> Option<String> {
    if matches!(
        column,
        "id" | "person" | "source_row" | "operation" | "registration" | "name_key" | "search" | "of" | "fact" | "rank"
    ) {
        return None;
    }
    match value {
        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Blob(_) | ValueRef::Null => None,
    }
}
