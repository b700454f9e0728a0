//! Blanking texts in free words: each where it stands, and where it was copied to.

use super::mentions::Forgettable;
use crate::content::Layout;
use crate::error::{Result, unreadable};
use crate::facts::typed;
use crate::sources::load_sheets;
use guichet_model::TypedRow;
use rusqlite::{Connection, params};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The columns of facts that hold free words.
const COPIED: [(&str, &str); 3] =
    [("request", "decided_by"), ("request", "decision_reference"), ("document", "reason")];

/// What is to be blanked.
#[derive(Default)]
pub(super) struct Rewriting {
    pub(super) notes: Vec<i64>,
    pub(super) waivers: Vec<i64>,
    /// Columns, by row.
    pub(super) cells: BTreeMap<i64, BTreeSet<u16>>,
    /// Names, by file.
    pub(super) files: BTreeMap<i64, String>,
    /// The names of their files, by sheet.
    pub(super) sheets: BTreeMap<i64, String>,
    pub(super) settings: BTreeSet<String>,
    /// Entries of the journal.
    pub(super) entries: BTreeSet<i64>,
}

impl Rewriting {
    /// Blanks all of it; `tells` says of a text whether it is to go.
    pub(super) fn carry_out(&self, connection: &Connection, tells: impl Fn(&str) -> bool) -> Result<Forgettable> {
        for note in &self.notes {
            connection.execute("DELETE FROM note WHERE id = ?1", [note])?;
        }
        for waiver in &self.waivers {
            connection.execute("UPDATE waiver SET text = NULL WHERE id = ?1", [waiver])?;
        }
        self.blank_cells(connection)?;
        for (table, column) in COPIED {
            blank_copies(connection, table, column, &tells)?;
        }
        for (file, name) in &self.files {
            let ending = std::path::Path::new(name).extension().map(|ending| format!(".{}", ending.to_string_lossy()));
            let ending = ending.filter(|ending| !tells(ending)).unwrap_or_default();
            connection.execute(
                "UPDATE source_file SET name = substr(sha256, 1, 12) || ?2 WHERE id = ?1",
                params![file, ending],
            )?;
        }
        for sheet in self.sheets.keys() {
            connection.execute("UPDATE source_sheet SET name = CAST(id AS TEXT) WHERE id = ?1", [sheet])?;
        }
        for key in &self.settings {
            blank_setting(connection, key, &tells)?;
        }
        let files = self.files.values().chain(self.sheets.values()).cloned().collect();
        Ok(Forgettable { entries: self.entries.clone(), files })
    }

    /// A row that lost a cell says something else: it is known by its new content.
    fn blank_cells(&self, connection: &Connection) -> Result<()> {
        let sheets = load_sheets(connection)?;
        let mut read = connection.prepare("SELECT id, sheet, row, cells FROM source_row WHERE id = ?1")?;
        let mut write = connection.prepare("UPDATE source_row SET cells = ?2, content = ?3 WHERE id = ?1")?;
        for (id, columns) in &self.cells {
            let Some(row) = read.query_row([id], |row| typed(row, &sheets))? else { continue };
            let TypedRow { source, mut values } = row;
            let sheet = &source.sheet;
            let goes = |column: u16| columns.contains(&column);
            let fields = sheet.columns.iter().filter(|column| goes(column.column)).filter_map(|column| column.field);
            for field in fields {
                values.remove(&field);
            }
            let cells = source.cells.iter().filter(|cell| !goes(cell.column)).cloned().collect();
            let (layout, row) = (Layout::of(sheet), TypedRow::new(sheet, source.row, cells, values));
            write.execute(params![id, layout.pack(&row), layout.hash(&row)])?;
        }
        Ok(())
    }
}

fn blank_copies(connection: &Connection, table: &str, column: &str, tells: impl Fn(&str) -> bool) -> Result<()> {
    let mut statement = connection.prepare(&format!("SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL"))?;
    let mut rows = statement.query([])?;
    let mut telling: Vec<i64> = Vec::new();
    while let Some(row) = rows.next()? {
        let text: String = row.get(1)?;
        if tells(&text) {
            telling.push(row.get(0)?);
        }
    }
    for id in telling {
        connection.execute(&format!("UPDATE {table} SET {column} = NULL WHERE id = ?1"), [id])?;
    }
    Ok(())
}

/// Of a list, what does not name anybody stays; another setting goes whole.
fn blank_setting(connection: &Connection, key: &str, tells: &impl Fn(&str) -> bool) -> Result<()> {
    let value: String = connection.query_row("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))?;
    let value: Value = serde_json::from_str(&value).map_err(|_| unreadable("setting.value"))?;
    let left = match value {
        Value::Array(values) => Some(values.into_iter().filter(|value| !names(value, tells)).collect()),
        Value::Object(values) => {
            let stays = |(key, value): &(String, Value)| !tells(key) && !names(value, tells);
            Some(Value::Object(values.into_iter().filter(stays).collect()))
        }
        _ => None,
    };
    match left {
        Some(left) => {
            connection.execute("UPDATE setting SET value = ?2 WHERE key = ?1", params![key, left.to_string()])?;
        }
        None => {
            connection.execute("DELETE FROM setting WHERE key = ?1", [key])?;
        }
    }
    Ok(())
}

/// Whether a text of a value is to go.
fn names(value: &Value, tells: &impl Fn(&str) -> bool) -> bool {
    match value {
        Value::String(text) => tells(text),
        Value::Array(values) => values.iter().any(|value| names(value, tells)),
        Value::Object(values) => values.iter().any(|(key, value)| tells(key) || names(value, tells)),
        _ => false,
    }
}
