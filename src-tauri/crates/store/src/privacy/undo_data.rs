//! What is kept to undo imports, as far as it says something of one person: values that were replaced or removed.

use super::held::FormerValue;
use super::marks::Marks;
use crate::error::Result;
use crate::history::changes_of;
use crate::pack::unpack;
use crate::transact::OperationId;
use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use rusqlite::types::{Value, ValueRef};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// Finds a person in what is kept to undo.
pub(super) struct UndoData<'c> {
    connection: &'c Connection,
    person: i64,
    marks: &'c Marks,
    /// The person's rows, by table.
    rows: BTreeMap<String, BTreeSet<i64>>,
    columns: BTreeMap<String, Vec<String>>,
}

/// What is kept on a person, and by which operations.
#[derive(Default)]
pub(super) struct Found {
    pub(super) operations: BTreeSet<i64>,
    pub(super) former: Vec<FormerValue>,
}

impl<'c> UndoData<'c> {
    pub(super) fn of(
        connection: &'c Connection,
        person: i64,
        marks: &'c Marks,
        rows: BTreeMap<String, BTreeSet<i64>>,
    ) -> Self {
        Self { connection, person, marks, rows, columns: BTreeMap::new() }
    }

    pub(super) fn find(mut self) -> Result<Found> {
        let operations: Vec<i64> = self
            .connection
            .prepare("SELECT operation FROM undo WHERE length(changes) > 0 ORDER BY operation")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut found = Found::default();
        for operation in operations {
            let changes = changes_of(self.connection, OperationId(operation))?;
            let mut input = changes.as_slice();
            let input: &mut dyn Read = &mut input;
            let mut items = ChangesetIter::start_strm(&input)?;
            while let Some(item) = items.next()? {
                self.look_at(operation, item, &mut found)?;
            }
        }
        Ok(found)
    }

    fn look_at(&mut self, operation: i64, item: &ChangesetItem, found: &mut Found) -> Result<()> {
        let change = item.op()?;
        let (table, code) = (change.table_name().to_owned(), change.code());
        let columns = self.columns_of(&table)?;
        // Each table's first column is its key.
        let (olds, news) = (values(item, columns.len(), code, false), values(item, columns.len(), code, true));
        let at = |name: &str| columns.iter().position(|column| column == name);
        let key = olds.first().or(news.first()).cloned().flatten();
        let ours = self.is_own(&table, key.as_ref())
            || at("person").is_some_and(|at| [&olds, &news].iter().any(|row| self.is_person(row.get(at))))
            || at("cells").is_some_and(|at| [&olds, &news].iter().any(|row| self.is_marked(row.get(at))));
        if !ours {
            return Ok(());
        }
        found.operations.insert(operation);
        // What was added stands in the tables, or went with the operation that was undone: both are told of.
        let gone = code == Action::SQLITE_INSERT && !self.is_own(&table, key.as_ref());
        let told = if gone { &news } else { &olds };
        for (column, value) in columns.iter().zip(told).skip(1).filter(|(column, _)| *column != "operation") {
            let Some(value) = value.as_ref().and_then(|value| text_of(column, value)) else { continue };
            let operation = OperationId(operation);
            found.former.push(FormerValue { operation, table: table.clone(), column: column.clone(), value });
        }
        Ok(())
    }

    fn columns_of(&mut self, table: &str) -> Result<Vec<String>> {
        if let Some(columns) = self.columns.get(table) {
            return Ok(columns.clone());
        }
        let columns: Vec<String> = self
            .connection
            .prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?
            .query_map([table], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        self.columns.insert(table.to_owned(), columns.clone());
        Ok(columns)
    }

    fn is_own(&self, table: &str, key: Option<&Value>) -> bool {
        matches!(key, Some(Value::Integer(id)) if self.rows.get(table).is_some_and(|rows| rows.contains(id)))
    }

    fn is_person(&self, value: Option<&Option<Value>>) -> bool {
        matches!(value, Some(Some(Value::Integer(id))) if *id == self.person)
    }

    /// Whether a packed row bears one of the person's identifiers.
    fn is_marked(&self, value: Option<&Option<Value>>) -> bool {
        let Some(Some(Value::Blob(packed))) = value else { return false };
        let cells = unpack(packed).unwrap_or_default();
        cells.iter().any(|cell| {
            self.marks.names(&cell.cell.raw) || cell.value.as_deref().is_some_and(|value| self.marks.names(value))
        })
    }
}

/// The old or the new values of a change, those it does not tell left empty.
fn values(item: &ChangesetItem, columns: usize, code: Action, new: bool) -> Vec<Option<Value>> {
    let told = if new { code != Action::SQLITE_DELETE } else { code != Action::SQLITE_INSERT };
    if !told {
        return Vec::new();
    }
    let value = |at| if new { item.new_value(at) } else { item.old_value(at) };
    (0..columns).map(|at| value(at).ok().and_then(owned)).collect()
}

fn owned(value: ValueRef<'_>) -> Option<Value> {
    Value::try_from(value).ok()
}

/// A value as text; nothing for an empty one, a hash, or the number of another row.
fn text_of(column: &str, value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        Value::Integer(_) if matches!(column, "person" | "source_row" | "sheet" | "file") => None,
        Value::Integer(number) => Some(number.to_string()),
        Value::Blob(packed) if column == "cells" => {
            let cells = unpack(packed).ok()?;
            Some(cells.iter().map(|cell| &*cell.cell.raw).collect::<Vec<_>>().join(" · "))
        }
        Value::Blob(_) | Value::Real(_) | Value::Null => None,
    }
}
