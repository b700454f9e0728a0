//! What one or several rows say together of one fact, column by column, and what changes when another row says it.

use crate::content::{ContentHash, ContentHasher, Key, Layout};
use crate::facts::{is_unread, understood};
use crate::pack::{PackedCell, unpack};
use guichet_model::{Field, FieldValue, SheetKind, TypedRow};
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

/// The rows that say a fact, the newest first: see [`guichet_model::SourceRow::speakers`].
pub(crate) struct Statement {
    rows: Vec<StatedRow>,
}

/// One row of a statement.
pub(crate) struct StatedRow {
    pub(crate) layout: Arc<Layout>,
    pub(crate) cells: Vec<PackedCell>,
    /// Whether it came together with the row before it.
    pub(crate) beside: bool,
}

/// What a row says in the columns of one name.
#[derive(Clone)]
struct Said<'a> {
    /// The header of the first of them.
    header: &'a str,
    text: String,
    /// Whether the text was not understood.
    unread: bool,
    /// The same in other words, as other rows say it.
    otherwise: Vec<String>,
}

type AllSaid<'a> = BTreeMap<Cow<'a, Key>, Said<'a>>;

impl StatedRow {
    fn of_row(row: &TypedRow, beside: bool) -> rusqlite::Result<Self> {
        let layout = Layout::of(&row.source.sheet);
        let cells = unpack(&layout.pack(row))?;
        Ok(Self { layout: Arc::new(layout), cells, beside })
    }

    fn text(&self, column: u16) -> Option<(&PackedCell, &str)> {
        let packed = self.cells.iter().find(|packed| packed.cell.column == column)?;
        let said = packed.value.as_deref().filter(|value| !value.is_empty()).unwrap_or(&packed.cell.raw);
        Some((packed, said)).filter(|(_, said)| !packed.cell.raw.is_empty() && !said.is_empty())
    }

    fn keyed(&self) -> bool {
        self.layout.columns.iter().any(|(key, ..)| *key == Key::Field(Field::IneKey))
    }

    /// What it says in each column, empty ones too; an identifier and its key in one, a code and its label too.
    fn said(&self) -> AllSaid<'_> {
        let mut all = AllSaid::new();
        let mut last: Option<(&Key, &str)> = None;
        for (key, column, header) in &self.layout.columns {
            let said = all.entry(key.whole()).or_insert(Said {
                header,
                text: String::new(),
                unread: false,
                otherwise: Vec::new(),
            });
            let Some((packed, text)) = self.text(*column) else { continue };
            let unread = key.field().is_some_and(|field| is_unread(field, packed, self.keyed()));
            said.unread = unread && (said.text.is_empty() || said.unread);
            let is_same_field = last.is_some_and(|(before, _)| before == key);
            // A code and its label are read as one value.
            if last != Some((key, text)) {
                said.text.push_str(if is_same_field && !said.text.is_empty() { " " } else { "" });
                said.text.push_str(text);
            }
            last = Some((key, text));
        }
        all
    }

    fn value(&self, field: Field) -> Option<FieldValue> {
        let mut columns = self.layout.columns.iter().filter(|(key, ..)| key.field() == Some(field));
        columns.find_map(|(_, column, _)| understood(field, self.text(*column)?.0))
    }
}

impl Statement {
    /// Of rows as stored, the newest first.
    pub(crate) fn of_stored(rows: Vec<StatedRow>) -> Self {
        Self { rows }
    }

    /// Of a row as read.
    pub(crate) fn of_row(row: &TypedRow) -> rusqlite::Result<Self> {
        Ok(Self { rows: vec![StatedRow::of_row(row, false)?] })
    }

    /// Of rows that came together.
    pub(crate) fn of_rows(rows: &[&TypedRow]) -> rusqlite::Result<Self> {
        let rows = rows.iter().enumerate().map(|(at, row)| StatedRow::of_row(row, at > 0));
        Ok(Self { rows: rows.collect::<rusqlite::Result<_>>()? })
    }

    /// What the newest row's sheet is.
    pub(crate) fn kind(&self) -> Option<SheetKind> {
        self.rows.first().map(|row| row.layout.kind)
    }

    /// Whether it does not say a field: no sheet has a column for it, or nothing in it was understood.
    pub(crate) fn leaves(&self, field: Field) -> bool {
        self.said().get(&Key::Field(field)).is_none_or(|said| said.unread)
    }

    /// What is said in each column, empty ones too, by the rows that speak for it. Texts that contradict each other are
    /// all there.
    fn said(&self) -> AllSaid<'_> {
        let own: Vec<AllSaid<'_>> = self.rows.iter().map(StatedRow::said).collect();
        if let [own] = &own[..] {
            return own.clone();
        }
        let keys: BTreeSet<Cow<'_, Key>> = own.iter().flat_map(|said| said.keys().cloned()).collect();
        let said = keys.into_iter().filter_map(|key| {
            let speakers = self.speakers(&own, &key);
            let first = own[*speakers.first()?].get(&key)?;
            let said = match self.settled(&own, &key, &speakers) {
                Ok(text) => {
                    let texts = speakers.iter().filter_map(|row| Some(own[*row].get(&key)?.text.clone()));
                    let otherwise = if speakers.len() > 1 { texts.collect() } else { Vec::new() };
                    Said { text, otherwise, ..first.clone() }
                }
                Err(texts) => Said { text: texts.join(" / "), ..first.clone() },
            };
            Some((key, said))
        });
        said.collect()
    }

    /// The ranks of the rows that speak for a column, as a row tells it of its field.
    fn speakers(&self, own: &[AllSaid<'_>], key: &Key) -> Vec<usize> {
        let mut unread: Vec<usize> = Vec::new();
        let mut start = 0;
        while start < self.rows.len() {
            let beside = self.rows[start + 1..].iter().take_while(|row| row.beside).count();
            let together = start..start + 1 + beside;
            start = together.end;
            let having: Vec<(usize, &Said<'_>)> = together.filter_map(|row| Some((row, own[row].get(key)?))).collect();
            let read = having.iter().filter(|(_, said)| !said.text.is_empty() && !said.unread);
            let read: Vec<usize> = read.map(|(row, _)| *row).collect();
            if !read.is_empty() {
                return read;
            }
            if having.iter().any(|(_, said)| said.unread) {
                let all = having.iter().filter(|(_, said)| said.unread).map(|(row, _)| *row);
                unread = if unread.is_empty() { all.collect() } else { unread };
            } else if let Some((empty, _)) = having.first() {
                return if unread.is_empty() { vec![*empty] } else { unread };
            }
        }
        unread
    }

    /// The one text of the rows that speak for a column, or all when they contradict each other.
    fn settled(&self, own: &[AllSaid<'_>], key: &Key, speakers: &[usize]) -> std::result::Result<String, Vec<String>> {
        let texts: BTreeSet<&str> = speakers.iter().filter_map(|row| Some(own[*row].get(key)?.text.as_str())).collect();
        let first = speakers.first().and_then(|row| own[*row].get(key)).map(|said| said.text.clone());
        let Some(field) = key.field().filter(|_| texts.len() > 1) else { return Ok(first.unwrap_or_default()) };
        if field.is_identity() && self.kind() == Some(SheetKind::Roster) {
            return Ok(first.unwrap_or_default());
        }
        let contradicting = || texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let mut full: Option<(FieldValue, usize)> = None;
        for row in speakers {
            let value = match field {
                Field::Ine => own[*row].get(key).map(|said| FieldValue::Text(said.text.clone())),
                _ => self.rows[*row].value(field),
            };
            let Some(value) = value else { continue };
            full = match full {
                None => Some((value, *row)),
                Some((known, at)) => match known.reconciled(&value) {
                    None => return Err(contradicting()),
                    Some(fuller) if *fuller == known => Some((known, at)),
                    Some(_) => Some((value, *row)),
                },
            };
        }
        let teller = full.and_then(|(_, row)| own[row].get(key));
        teller.map(|said| said.text.clone()).ok_or_else(contradicting)
    }

    /// The hash of a row that says all of it, when there can be one.
    pub(crate) fn hash(&self) -> Option<ContentHash> {
        let own: Vec<AllSaid<'_>> = self.rows.iter().map(StatedRow::said).collect();
        let mut hash = ContentHasher::new(&self.rows.first()?.layout);
        let keys: BTreeSet<&Cow<'_, Key>> = own.iter().flat_map(BTreeMap::keys).collect();
        for whole in keys {
            let speakers = self.speakers(&own, whole);
            let text = self.settled(&own, whole, &speakers).ok()?;
            let row = speakers.into_iter().find(|row| own[*row].get(whole).is_some_and(|said| said.text == text))?;
            let stated = &self.rows[row];
            for (key, column, _) in stated.layout.columns.iter().filter(|(key, ..)| key.whole() == *whole) {
                stated.text(*column).into_iter().for_each(|(_, text)| hash.add(key, text));
            }
        }
        Some(hash.finish())
    }
}

/// What a new row changes. Rows of one kind of sheet change only what they have columns for, and understood; of another
/// kind, the new one says all there is.
pub(crate) fn differences(old: &Statement, new: &Statement) -> Vec<FieldChange> {
    let (before, after) = (old.said(), new.said());
    let is_lost = |key: &&Cow<'_, Key>| old.kind() != new.kind() && !after.contains_key(*key);
    let keys: BTreeSet<&Cow<'_, Key>> = after.keys().chain(before.keys().filter(is_lost)).collect();
    let said = |side: &AllSaid<'_>, key: &Cow<'_, Key>| {
        side.get(key).map(|said| said.text.clone()).filter(|text| !text.is_empty())
    };
    let is_read = |said: &Said<'_>| !said.unread && !said.text.is_empty();
    let change = |key: &Cow<'_, Key>| {
        let stays = after.get(key).is_some_and(|said| said.unread) && before.get(key).is_some_and(is_read);
        let (old, new) = (said(&before, key), said(&after, key));
        let is_said = |old: &String| after.get(key).is_some_and(|said| said.otherwise.contains(old));
        let stays = stays || old.as_ref().is_some_and(is_said);
        let header = after.get(key).or(before.get(key)).map_or("", |said| said.header);
        (old != new && !stays).then(|| FieldChange { field: key.field(), header: header.to_owned(), old, new })
    };
    keys.into_iter().filter_map(change).collect()
}
