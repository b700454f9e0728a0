//! What a person answered about a file: it changes what is understood of it, never what was read.

use crate::layout::{Confidence, SheetLayout, TablePlace};
use crate::mapping::{AnswerError, DateOrder, HiddenRows, Mapping, Target, key};
use crate::parent::ReadOptions;
use guichet_model::{Field, SheetKind};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything that is known beforehand about one file.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// What every sheet is, unless something else is said of one.
    pub kind: Option<SheetKind>,
    /// What is true of every sheet.
    pub mapping: Option<Arc<Mapping>>,
    /// What was answered before about extracts of other days: taken for the tables of the same shape, the first that fits.
    pub remembered: Vec<Arc<Mapping>>,
    /// What was answered about single tables.
    tables: BTreeMap<TablePlace, Mapping>,
    /// The tables for which nothing remembered is taken.
    afresh: BTreeSet<TablePlace>,
}

/// One answer about a table. Rows and columns are counted from zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What one row is; `None` leaves it to the headers.
    Kind(Option<SheetKind>),
    /// Which row holds the headers; `None` has them looked for.
    HeaderRow(Option<u32>),
    /// The first and last rows that count.
    Rows {
        /// The first; `None` is the one below the headers.
        first: Option<u32>,
        /// The last; `None` is the last that holds something.
        last: Option<u32>,
    },
    /// Whether the table is left out.
    LeaveOut(bool),
    /// Whether hidden rows are read.
    HiddenRows(HiddenRows),
    /// What a column is; `None` takes back what was said.
    Column {
        /// The column.
        column: u16,
        /// What it is.
        target: Option<Target>,
    },
    /// How a column writes its dates; `None` takes back what was said.
    DateOrder {
        /// The column.
        column: u16,
        /// The order.
        order: Option<DateOrder>,
    },
    /// What a text of a field's columns stands for; `None` takes back what was said.
    Value {
        /// The field.
        field: Field,
        /// The text.
        text: String,
        /// A value of the field's list, or an empty text when it says nothing.
        meaning: Option<String>,
    },
    /// What every row holds for a field; `None` takes back what was said.
    Constant {
        /// The field.
        field: Field,
        /// A value the field can hold.
        value: Option<String>,
    },
    /// Whether what was remembered of tables of this shape is taken.
    Remembered(bool),
}

impl From<&ReadOptions> for Answers {
    fn from(options: &ReadOptions) -> Self {
        Self { kind: options.kind, mapping: options.mapping.clone(), ..Self::default() }
    }
}

impl Answers {
    /// With what was answered before about extracts of other days.
    #[must_use]
    pub fn remembering(mut self, remembered: Vec<Arc<Mapping>>) -> Self {
        self.remembered = remembered;
        self
    }

    /// Takes an answer about a table, as the table was understood before it.
    ///
    /// # Errors
    /// [`AnswerError`] when it cannot be an answer; nothing is changed then.
    pub fn give(&mut self, layout: &SheetLayout, answer: Answer) -> Result<(), AnswerError> {
        let place = layout.place;
        let mut own = self.tables.get(&place).cloned().unwrap_or_default();
        match answer {
            Answer::Kind(kind) => own.table.kind = kind,
            Answer::HeaderRow(row) => own.table.header_row = row,
            Answer::Rows { first, last } => {
                if first.zip(last).is_some_and(|(first, last)| first > last) {
                    return Err(AnswerError::NoSuchPlace);
                }
                (own.table.first_row, own.table.last_row) = (first, last);
            }
            Answer::LeaveOut(leave_out) => own.table.leave_out = Some(leave_out),
            Answer::HiddenRows(choice) => own.table.hidden_rows = Some(choice),
            Answer::Column { column, target } => set_column(&mut own, layout, column, target)?,
            Answer::DateOrder { column, order } => {
                let header = &layout.column(column).ok_or(AnswerError::NoSuchPlace)?.header;
                own.set_date_order(header, order);
            }
            Answer::Value { field, text, meaning } => own.set_value(field, &text, meaning.as_deref())?,
            Answer::Constant { field, value } => own.set_constant(field, value.as_deref())?,
            Answer::Remembered(taken) => {
                if taken {
                    self.afresh.remove(&place);
                } else {
                    self.afresh.insert(place);
                }
            }
        }
        self.tables.insert(place, own);
        Ok(())
    }

    /// Forgets what was answered about single tables.
    pub fn clear(&mut self) {
        self.tables.clear();
        self.afresh.clear();
    }

    /// Whether something was answered about single tables.
    #[must_use]
    pub fn has_own(&self) -> bool {
        !self.tables.is_empty()
    }

    /// What was answered about one table alone.
    pub(crate) fn own(&self, place: TablePlace) -> Option<&Mapping> {
        self.tables.get(&place)
    }

    /// Whether what was remembered may be taken for a table.
    pub(crate) fn takes_remembered(&self, place: TablePlace) -> bool {
        !self.afresh.contains(&place)
    }
}

/// A header that stands once names its column in every extract of the source; one that stands twice does not.
fn set_column(own: &mut Mapping, layout: &SheetLayout, column: u16, target: Option<Target>) -> Result<(), AnswerError> {
    let known = layout.column(column).ok_or(AnswerError::NoSuchPlace)?;
    if known.confidence == Confidence::Dropped {
        return Err(AnswerError::Sensitive);
    }
    let name = key(&known.header);
    if layout.columns.iter().filter(|other| key(&other.header) == name).count() > 1 {
        own.set_column(column, target);
    } else {
        own.set_header(&known.header, target);
    }
    Ok(())
}
