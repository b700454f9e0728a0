use crate::{AcademicYear, Cents, Field, Instant, Level, SourceRow};
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

impl TypedRow {
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
