//! What one or several rows say together of one fact, column by column, and what changes when another row says it.

use crate::content::{ContentHash, ContentHasher, Key, Layout};
use crate::pack::{PackedCell, unpack};
use guichet_model::{Field, SheetKind, TypedRow};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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

/// The rows that say a fact, the newest first. An older one speaks for the columns that none before it has.
pub(crate) struct Statement {
    rows: Vec<(Arc<Layout>, Vec<PackedCell>)>,
}

/// What stands in the columns of one name: the header of the first of them, and their texts.
type Said<'a> = (&'a str, Vec<&'a str>);

impl Statement {
    /// Of rows as stored, the newest first.
    pub(crate) fn of_stored(rows: Vec<(Arc<Layout>, Vec<PackedCell>)>) -> Self {
        Self { rows }
    }

    /// Of a row as read.
    pub(crate) fn of_row(row: &TypedRow) -> rusqlite::Result<Self> {
        let layout = Layout::of(&row.source.sheet);
        let cells = unpack(&layout.pack(row))?;
        Ok(Self { rows: vec![(Arc::new(layout), cells)] })
    }

    /// What the newest row's sheet is.
    pub(crate) fn kind(&self) -> Option<SheetKind> {
        self.rows.first().map(|(layout, _)| layout.kind)
    }

    /// Whether a sheet it was read from has a column for a field.
    pub(crate) fn has(&self, field: Field) -> bool {
        let is_field = |(key, ..): &(Key, u16, String)| key.field() == Some(field);
        self.rows.iter().any(|(layout, _)| layout.columns.iter().any(is_field))
    }

    /// What is said in each column, empty ones too.
    fn said(&self) -> BTreeMap<&Key, Said<'_>> {
        let mut all: BTreeMap<&Key, Said<'_>> = BTreeMap::new();
        let mut before: BTreeSet<Cow<'_, Key>> = BTreeSet::new();
        for (layout, cells) in &self.rows {
            let text = |column: u16| {
                let packed = cells.iter().find(|packed| packed.cell.column == column)?;
                let said = packed.value.as_deref().unwrap_or(&packed.cell.raw);
                Some(said).filter(|said| !packed.cell.raw.is_empty() && !said.is_empty())
            };
            for (key, column, header) in layout.columns.iter().filter(|(key, ..)| !before.contains(&key.whole())) {
                all.entry(key).or_insert((header, Vec::new())).1.extend(text(*column));
            }
            before.extend(layout.columns.iter().map(|(key, ..)| key.whole()));
        }
        all
    }

    /// The same, an identifier and its key in one.
    fn joined(&self) -> BTreeMap<Cow<'_, Key>, (&str, String)> {
        let mut all: BTreeMap<Cow<'_, Key>, (&str, String)> = BTreeMap::new();
        for (key, (header, mut texts)) in self.said() {
            // A code and its label are read as one value.
            texts.dedup();
            let (_, said) = all.entry(key.whole()).or_insert((header, String::new()));
            said.push_str(&texts.join(" "));
        }
        all
    }

    /// The hash of a row that says all of it.
    pub(crate) fn hash(&self) -> Option<ContentHash> {
        let mut hash = ContentHasher::new(&self.rows.first()?.0);
        for (key, (_, texts)) in self.said() {
            texts.iter().for_each(|text| hash.add(key, text));
        }
        Some(hash.finish())
    }
}

/// What a new row changes. Rows of one kind of sheet change only what they have columns for; of another kind, the
/// new one says all there is.
pub(crate) fn differences(old: &Statement, new: &Statement) -> Vec<FieldChange> {
    let (before, after) = (old.joined(), new.joined());
    let is_lost = |key: &&Cow<'_, Key>| old.kind() != new.kind() && !after.contains_key(*key);
    let keys: BTreeSet<&Cow<'_, Key>> = after.keys().chain(before.keys().filter(is_lost)).collect();
    let said = |side: &BTreeMap<Cow<'_, Key>, (&str, String)>, key: &Cow<'_, Key>| {
        side.get(key).map(|(_, text)| text.clone()).filter(|text| !text.is_empty())
    };
    let change = |key: &Cow<'_, Key>| {
        let (old, new) = (said(&before, key), said(&after, key));
        let header = after.get(key).or(before.get(key)).map_or("", |(header, _)| header);
        (old != new).then(|| FieldChange { field: key.field(), header: header.to_owned(), old, new })
    };
    keys.into_iter().filter_map(change).collect()
}
