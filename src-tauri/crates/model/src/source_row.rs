//! A row as read, and which of several rows about one thing speaks for a field.

use crate::fold::fold;
use crate::{CellAddress, Field, SourceSheet};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One cell that holds something, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceCell {
    /// Column, `A` being 0.
    pub column: u16,
    /// The text as a person sees it in the file.
    pub raw: Box<str>,
}

/// One row as read, with every cell that holds something. Typed facts point back to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRow {
    /// The sheet it is a row of.
    pub sheet: Arc<SourceSheet>,
    /// Row, the first of the sheet being 0.
    pub row: u32,
    /// The cells that hold something, from left to right.
    pub cells: Vec<SourceCell>,
    /// The columns of known fields whose cell holds something that could not be understood.
    #[serde(default, skip_serializing_if = "<[u16]>::is_empty")]
    pub unread: Box<[u16]>,
    /// Further rows about the same, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<OtherRow>,
}

/// A further row about what another one is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherRow {
    /// The row.
    pub row: Arc<SourceRow>,
    /// Whether it came together with the row before it; otherwise it is older.
    pub beside: bool,
}

/// What a row says of a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Its sheet has no column for it.
    NoColumn,
    Empty,
    Unread,
    Value,
}

impl SourceRow {
    /// The rows that speak for a field: those that say something of it, of the newest that came together and have a
    /// column for it. What cannot be understood speaks only when nothing else does; an empty cell does for all that is
    /// older. This one when no sheet has such a column.
    #[must_use]
    pub fn speakers(&self, field: Field) -> Vec<&Self> {
        let field = field.whole();
        let mut unread: Vec<&Self> = Vec::new();
        for together in self.together() {
            let saying = |said: Said| together.iter().copied().filter(move |row| row.said(field) == said);
            let values: Vec<&Self> = saying(Said::Value).collect();
            if !values.is_empty() {
                return values;
            }
            if saying(Said::Unread).next().is_some() {
                unread = if unread.is_empty() { saying(Said::Unread).collect() } else { unread };
            } else if let Some(empty) = saying(Said::Empty).next() {
                return if unread.is_empty() { vec![empty] } else { unread };
            }
        }
        if unread.is_empty() { vec![self] } else { unread }
    }

    /// The first of the rows that speak for a field.
    #[must_use]
    pub fn speaking_for(&self, field: Field) -> &Self {
        if self.others.is_empty() {
            return self;
        }
        self.speakers(field).first().copied().unwrap_or(self)
    }

    /// The rows that came together, the newest first.
    fn together(&self) -> Vec<Vec<&Self>> {
        let mut all = vec![vec![self]];
        for other in &self.others {
            match all.last_mut().filter(|_| other.beside) {
                Some(together) => together.push(&other.row),
                None => all.push(vec![&other.row]),
            }
        }
        all
    }

    fn said(&self, field: Field) -> Said {
        if !self.sheet.has(field) {
            return Said::NoColumn;
        }
        let mut said = Said::Empty;
        for cell in self.sheet.columns_of(field).filter_map(|column| self.cell(column.column)) {
            if self.unread.contains(&cell.column) {
                said = Said::Unread;
            } else if !cell.raw.is_empty() {
                return Said::Value;
            }
        }
        said
    }

    /// Whether a sheet it was read from has a column for this field.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.speaking_for(field).sheet.has(field)
    }

    /// Whether these rows leave a field as it was known before: their sheets have no column for it, or nothing in it was
    /// understood.
    #[must_use]
    pub fn leaves(&self, field: Field) -> bool {
        matches!(self.speaking_for(field).said(field.whole()), Said::NoColumn | Said::Unread)
    }

    /// Whether these rows say something of a field, and not only that it is empty.
    #[must_use]
    pub fn says(&self, field: Field) -> bool {
        self.speaking_for(field).said(field.whole()) == Said::Value
    }

    /// The text as written for a field: `None` when no sheet has such a column, empty when the cell is. Of two columns of
    /// one field, such as a code and its label, the first that holds something; of rows that speak for it together, each
    /// text once.
    #[must_use]
    pub fn raw(&self, field: Field) -> Option<Cow<'_, str>> {
        if self.others.is_empty() {
            return self.own_text(field).map(Cow::Borrowed);
        }
        let texts: BTreeSet<&str> = self.speakers(field).into_iter().filter_map(|row| row.own_text(field)).collect();
        match texts.len() {
            0 => None,
            1 => texts.first().copied().map(Cow::Borrowed),
            _ => Some(Cow::Owned(texts.into_iter().collect::<Vec<_>>().join(" / "))),
        }
    }

    pub(crate) fn own_text(&self, field: Field) -> Option<&str> {
        let mut columns = self.sheet.columns_of(field).peekable();
        columns.peek()?;
        Some(columns.find_map(|column| self.cell(column.column)).map_or("", |cell| &cell.raw))
    }

    /// The cell of a column, when it holds something.
    #[must_use]
    pub fn cell(&self, column: u16) -> Option<&SourceCell> {
        self.cells.iter().find(|cell| cell.column == column)
    }

    /// Whether another row says the same under the same headers, wherever its columns stand.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.sheet.kind == other.sheet.kind && self.words() == other.words()
    }

    /// What stands under each header, in the headers' order.
    pub(crate) fn words(&self) -> Vec<(String, &str)> {
        let word = |cell: &'_ SourceCell| {
            let column = self.sheet.columns.iter().find(|column| column.column == cell.column)?;
            Some(column.field.map_or_else(|| fold(&column.header), |field| field.as_str().to_owned()))
        };
        let mut words: Vec<(String, &str)> =
            self.cells.iter().map(|cell| (word(cell).unwrap_or_default(), cell.raw.trim())).collect();
        words.sort_unstable();
        words
    }

    /// The address of a column's cell on this row.
    #[must_use]
    pub fn address(&self, column: u16) -> CellAddress {
        CellAddress { row: self.row, column }
    }
}
