//! What a row says, whatever the order of its columns or the place of the row: two rows with one content are one fact.

use crate::descriptor::to_hex;
use crate::error::unreadable;
use crate::pack::pack;
use guichet_model::{
    BY_HAND, Field, FieldShape, FieldValue, SheetKind, SourceColumn, SourceRow, SourceSheet, TypedRow, fold,
};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeSet;
use time::Time;

/// The hash of a row's content.
pub(crate) type ContentHash = [u8; 16];

/// What a column is called across files: its field, or its folded header when the field is not known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    Field(Field),
    Header(String),
}

impl Key {
    fn of(column: &SourceColumn) -> Self {
        column.field.map_or_else(|| Self::Header(fold(&column.header)), Self::Field)
    }

    /// The column that speaks for this one: the key of an identifier goes with the identifier.
    pub(crate) fn whole(&self) -> Cow<'_, Self> {
        match self {
            Self::Field(field) if field.whole() != *field => Cow::Owned(Self::Field(field.whole())),
            _ => Cow::Borrowed(self),
        }
    }

    /// The field, unless the column is not a known one.
    pub(crate) fn field(&self) -> Option<Field> {
        if let Self::Field(field) = self { Some(*field) } else { None }
    }

    fn hash(&self, hash: &mut Sha256) {
        match self {
            Self::Field(field) => hash.update(field.as_str()),
            Self::Header(header) => {
                hash.update([b'?']);
                hash.update(header);
            }
        }
    }
}

/// What the columns of a sheet are about.
pub(crate) type Columns = BTreeSet<Key>;

/// The columns of a stored sheet.
pub(crate) fn stored_columns(connection: &Connection, sheet: i64) -> rusqlite::Result<Vec<SourceColumn>> {
    let columns: String =
        connection.query_row("SELECT columns FROM source_sheet WHERE id = ?1", [sheet], |row| row.get(0))?;
    serde_json::from_str(&columns).map_err(|_| unreadable("source_sheet.columns"))
}

/// What columns are about.
pub(crate) fn columns_of(columns: &[SourceColumn]) -> Columns {
    columns.iter().map(|column| Key::of(column).whole().into_owned()).collect()
}

/// What rows that came together say something of that is understood, or that it is empty.
pub(crate) fn said_columns(source: &SourceRow) -> Columns {
    let beside = source.others.iter().take_while(|other| other.beside).map(|other| other.row.as_ref());
    let keys = std::iter::once(source).chain(beside).flat_map(|row| columns_of(&row.sheet.columns));
    keys.filter(|key| key.field().is_none_or(|field| !source.leaves(field))).collect()
}

/// A sheet's columns in the order in which contents are compared.
pub(crate) struct Layout {
    pub(crate) kind: SheetKind,
    /// Whether it was entered by hand: the same words of an extract are another fact.
    by_hand: bool,
    pub(crate) columns: Vec<(Key, u16, String)>,
}

/// The hash of what is said: what it is said of, and in which words, in the order of columns.
pub(crate) struct ContentHasher(Sha256);

impl ContentHasher {
    pub(crate) fn new(layout: &Layout) -> Self {
        let mut hash = Sha256::new();
        hash.update(layout.kind.as_str());
        if layout.by_hand {
            hash.update(BY_HAND);
        }
        Self(hash)
    }

    pub(crate) fn add(&mut self, key: &Key, text: &str) {
        self.0.update([0x1e]);
        key.hash(&mut self.0);
        self.0.update([0x1f]);
        self.0.update(text);
    }

    pub(crate) fn finish(self) -> ContentHash {
        let whole: [u8; 32] = self.0.finalize().into();
        std::array::from_fn(|at| whole[at])
    }
}

impl Layout {
    pub(crate) fn of(sheet: &SourceSheet) -> Self {
        let mut columns: Vec<_> =
            sheet.columns.iter().map(|column| (Key::of(column), column.column, column.header.clone())).collect();
        columns.sort();
        Self { kind: sheet.kind, by_hand: sheet.is_by_hand(), columns }
    }

    /// The canonical text of what a column's cell was read as.
    fn understood<'a>(&self, row: &'a TypedRow, column: u16) -> Option<Cow<'a, str>> {
        let (key, ..) = self.columns.iter().find(|(_, at, _)| *at == column)?;
        match key {
            Key::Field(field) => row.values.get(field).map(canonical),
            Key::Header(_) => None,
        }
    }

    /// Whether a text was not understood: nothing else would tell it from one that was.
    fn is_unread_text(&self, row: &TypedRow, column: u16) -> bool {
        let field = || self.columns.iter().find(|(_, at, _)| *at == column)?.0.field();
        row.source.unread.contains(&column)
            && field().is_some_and(|field| field.shape() == FieldShape::Text && !row.values.contains_key(&field))
    }

    /// A row's cells as they are stored.
    pub(crate) fn pack(&self, row: &TypedRow) -> Vec<u8> {
        let values: Vec<_> = row
            .source
            .cells
            .iter()
            .map(|cell| (cell, self.understood(row, cell.column).filter(|value| **value != *cell.raw)))
            .map(|(cell, value)| {
                (cell, value.or_else(|| self.is_unread_text(row, cell.column).then_some(Cow::Borrowed(""))))
            })
            .collect();
        pack(values.iter().map(|(cell, value)| (*cell, value.as_deref())))
    }

    /// The hash of what a row says.
    pub(crate) fn hash(&self, row: &TypedRow) -> ContentHash {
        let mut hash = ContentHasher::new(self);
        for (key, column, _) in &self.columns {
            let Some(cell) = row.source.cell(*column).filter(|cell| !cell.raw.is_empty()) else { continue };
            let value = key.field().and_then(|field| row.values.get(&field)).map(canonical);
            hash.add(key, value.as_deref().unwrap_or(&cell.raw));
        }
        hash.finish()
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
