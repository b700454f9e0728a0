use crate::fold;
use crate::{AcademicYear, Cents, Field, Ine, Instant, Level, SourceCell, SourceRow, SourceSheet};
use std::collections::BTreeMap;
use std::sync::Arc;
use time::Date;

/// What a cell was read as. A cell that holds something and is not here could not be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Plain text, trimmed, in Unicode's composed form.
    Text(String),
    /// A calendar date.
    Date(Date),
    /// A civil instant in Paris (midnight when the cell had no hour).
    Instant(Instant),
    /// An amount.
    Amount(Cents),
    /// Yes or no.
    Flag(bool),
    /// A level.
    Level(Level),
    /// An academic year.
    Year(AcademicYear),
    /// The canonical name of a coded field's value (`Coded::as_str`).
    Code(&'static str),
}

/// One row read from a recognised sheet: what was written, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedRow {
    /// The row as written.
    pub source: Arc<SourceRow>,
    /// The values understood, by field. Empty and not understood cells are absent.
    pub values: BTreeMap<Field, FieldValue>,
}

impl FieldValue {
    /// Whether it says what its field is about: an identifier that a spreadsheet damaged does not. `keyed` is whether an
    /// identifier's key is in a column of its own.
    #[must_use]
    pub fn is_sound(&self, field: Field, keyed: bool) -> bool {
        match self {
            Self::Text(text) if field == Field::Ine && !keyed => Ine::new(text).is_some_and(|ine| ine.identifies()),
            _ => true,
        }
    }

    /// Which of two values says more, when they do not contradict each other: the same but for typography, a day and an
    /// instant of it, an amount and whether it is paid.
    #[must_use]
    pub fn reconciled<'a>(&'a self, other: &'a Self) -> Option<&'a Self> {
        match (self, other) {
            (Self::Text(one), Self::Text(two)) => {
                (one == two || !fold(one).is_empty() && fold(one) == fold(two)).then_some(self)
            }
            (Self::Date(day), Self::Instant(instant)) => (*day == instant.date()).then_some(other),
            (Self::Instant(instant), Self::Date(day)) => (*day == instant.date()).then_some(self),
            (Self::Amount(amount), Self::Flag(paid)) => ((amount.0 > 0) == *paid).then_some(self),
            (Self::Flag(paid), Self::Amount(amount)) => ((amount.0 > 0) == *paid).then_some(other),
            (one, two) => (one == two).then_some(self),
        }
    }
}

impl TypedRow {
    /// A row as read: what a cell of a known field holds, and no value says, is noted as not understood.
    #[must_use]
    pub fn new(
        sheet: &Arc<SourceSheet>,
        row: u32,
        cells: Vec<SourceCell>,
        values: BTreeMap<Field, FieldValue>,
    ) -> Self {
        let keyed = sheet.has(Field::IneKey);
        let is_read = |field: Field| values.get(&field).is_some_and(|value| value.is_sound(field, keyed));
        let field_of = |column: u16| sheet.columns.iter().find(|known| known.column == column)?.field;
        let held = cells.iter().filter(|cell| !cell.raw.is_empty());
        let unread = held.filter(|cell| field_of(cell.column).is_some_and(|field| !is_read(field)));
        let unread = unread.map(|cell| cell.column).collect();
        let source = SourceRow { sheet: Arc::clone(sheet), row, cells, unread, others: Vec::new() };
        Self { source: Arc::new(source), values }
    }

    /// The value of a field, when it says what the field is about.
    pub(crate) fn sound(&self, field: Field) -> Option<&FieldValue> {
        let keyed = || field == Field::Ine && self.source.sheet.has(Field::IneKey);
        self.values.get(&field).filter(|value| value.is_sound(field, keyed()))
    }

    /// The text of a field.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        match self.values.get(&field) {
            Some(FieldValue::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The date of a field.
    #[must_use]
    pub fn date(&self, field: Field) -> Option<Date> {
        match self.values.get(&field) {
            Some(FieldValue::Date(date)) => Some(*date),
            Some(FieldValue::Instant(instant)) => Some(instant.date()),
            _ => None,
        }
    }

    /// The instant of a field.
    #[must_use]
    pub fn instant(&self, field: Field) -> Option<Instant> {
        match self.values.get(&field) {
            Some(FieldValue::Date(date)) => Some(date.midnight()),
            Some(FieldValue::Instant(instant)) => Some(*instant),
            _ => None,
        }
    }

    /// The amount of a field.
    #[must_use]
    pub fn amount(&self, field: Field) -> Option<Cents> {
        match self.values.get(&field) {
            Some(FieldValue::Amount(amount)) => Some(*amount),
            _ => None,
        }
    }

    /// Yes or no.
    #[must_use]
    pub fn flag(&self, field: Field) -> Option<bool> {
        match self.values.get(&field) {
            Some(FieldValue::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    /// The level of a field.
    #[must_use]
    pub fn level(&self, field: Field) -> Option<Level> {
        match self.values.get(&field) {
            Some(FieldValue::Level(level)) => Some(*level),
            _ => None,
        }
    }

    /// The academic year of a field.
    #[must_use]
    pub fn year(&self, field: Field) -> Option<AcademicYear> {
        match self.values.get(&field) {
            Some(FieldValue::Year(year)) => Some(*year),
            _ => None,
        }
    }

    /// The value of a coded field.
    #[must_use]
    pub fn code<T: crate::Coded>(&self, field: Field) -> Option<T> {
        match self.values.get(&field) {
            Some(FieldValue::Code(name)) => T::from_name(name),
            _ => None,
        }
    }
}
