//! What a row says, whatever the order of its columns or the place of the row: two rows with one content are one fact.

use crate::descriptor::to_hex;
use crate::pack::{PackedCell, pack};
use guichet_model::{Field, FieldValue, SheetKind, SourceSheet, TypedRow, fold};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::cmp::Ordering;
use time::Time;

/// The hash of a row's content.
pub(crate) type ContentHash = [u8; 16];

/// What a column is called across files: its field, or its folded header when the field is not known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Field(Field),
    Header(String),
}

/// A sheet's columns in the order in which contents are compared.
pub(crate) struct Layout {
    kind: SheetKind,
    columns: Vec<(Key, u16, String)>,
}

/// One value of a row that differs between two imports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field, unless its column is not a known one.
    pub field: Option<Field>,
    /// The column's header as written.
    pub header: String,
    /// What was known before; absent when nothing was.
    pub old: Option<String>,
    /// What this row says; absent when it says nothing.
    pub new: Option<String>,
}

impl Layout {
    pub(crate) fn of(sheet: &SourceSheet) -> Self {
        let mut columns: Vec<_> = sheet
            .columns
            .iter()
            .map(|column| {
                let key = column.field.map_or_else(|| Key::Header(fold(&column.header)), Key::Field);
                (key, column.column, column.header.clone())
            })
            .collect();
        columns.sort();
        Self { kind: sheet.kind, columns }
    }

    /// The canonical text of what a column's cell was read as.
    fn understood<'a>(&self, row: &'a TypedRow, column: u16) -> Option<Cow<'a, str>> {
        let (key, ..) = self.columns.iter().find(|(_, at, _)| *at == column)?;
        match key {
            Key::Field(field) => row.values.get(field).map(canonical),
            Key::Header(_) => None,
        }
    }

    /// A row's cells as they are stored.
    pub(crate) fn pack(&self, row: &TypedRow) -> Vec<u8> {
        let values: Vec<_> = row
            .source
            .cells
            .iter()
            .map(|cell| (cell, self.understood(row, cell.column).filter(|value| **value != *cell.raw)))
            .collect();
        pack(values.iter().map(|(cell, value)| (*cell, value.as_deref())))
    }

    /// The hash of what a row says.
    pub(crate) fn hash(&self, row: &TypedRow) -> ContentHash {
        let mut hash = Sha256::new();
        hash.update(self.kind.as_str());
        for (key, column, _) in &self.columns {
            let Some(cell) = row.source.cell(*column).filter(|cell| !cell.raw.is_empty()) else { continue };
            hash.update([0x1e]);
            let value = match key {
                Key::Field(field) => {
                    hash.update(field.as_str());
                    row.values.get(field).map(canonical)
                }
                Key::Header(header) => {
                    hash.update([b'?']);
                    hash.update(header);
                    None
                }
            };
            hash.update([0x1f]);
            hash.update(value.as_deref().unwrap_or(&cell.raw));
        }
        let whole: [u8; 32] = hash.finalize().into();
        std::array::from_fn(|at| whole[at])
    }

    /// What a stored row says, in the order of comparison.
    fn contents<'a>(&'a self, cells: &'a [PackedCell]) -> Vec<(&'a Key, &'a str, &'a str)> {
        let said = |column: u16| {
            let packed = cells.iter().find(|packed| packed.cell.column == column)?;
            Some(packed.value.as_deref().unwrap_or(&packed.cell.raw)).filter(|text| !text.is_empty())
        };
        self.columns.iter().filter_map(|(key, column, header)| Some((key, header.as_str(), said(*column)?))).collect()
    }
}

/// The values that differ between a stored row and a new one.
pub(crate) fn differences(old: (&Layout, &[PackedCell]), new: (&Layout, &[PackedCell])) -> Vec<FieldChange> {
    let (old, new) = (old.0.contents(old.1), new.0.contents(new.1));
    let (mut old, mut new) = (old.into_iter().peekable(), new.into_iter().peekable());
    let mut changes = Vec::new();
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return changes,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(old), Some(new)) => old.0.cmp(new.0),
        };
        let before = if order == Ordering::Greater { None } else { old.next() };
        let after = if order == Ordering::Less { None } else { new.next() };
        let Some((key, header, _)) = after.or(before) else { return changes };
        let (before, after) = (before.map(|said| said.2), after.map(|said| said.2));
        if before != after {
            let field = if let Key::Field(field) = key { Some(*field) } else { None };
            let (old, new) = (before.map(str::to_owned), after.map(str::to_owned));
            changes.push(FieldChange { field, header: header.to_owned(), old, new });
        }
    }
}

/// One text for one value, however it was written. An instant at midnight is its date.
fn canonical(value: &FieldValue) -> Cow<'_, str> {
    match value {
        FieldValue::Text(text) => Cow::Borrowed(text),
        FieldValue::Code(name) => Cow::Borrowed(name),
        FieldValue::Level(level) => Cow::Borrowed(level.as_str()),
        FieldValue::Date(date) => Cow::Owned(date.to_string()),
        FieldValue::Instant(instant) if instant.time() == Time::MIDNIGHT => Cow::Owned(instant.date().to_string()),
        FieldValue::Instant(instant) => Cow::Owned(guichet_model::instant_text(*instant)),
        FieldValue::Amount(amount) => Cow::Owned(amount.0.to_string()),
        FieldValue::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
        FieldValue::Year(year) => Cow::Owned(year.to_string()),
    }
}

/// SHA-256 of texts, each set apart from the next, in hexadecimal.
pub(crate) fn hash_texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    to_hex(&hash.finalize())
}
