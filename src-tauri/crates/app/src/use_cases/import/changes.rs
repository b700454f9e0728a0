//! What a row changes, field by field, in words.

use crate::words;
use guichet_model::{Arg, Cents, FieldShape, Language, TypedRow, fold};
use guichet_store::FieldChange;

/// The name of what changes: the field's word, or the header of a column that is none.
pub(crate) fn label(language: Language, change: &FieldChange) -> String {
    change.field.map_or_else(|| change.header.clone(), |field| words::field(language, field))
}

/// The cell of the new value, such as `D17`; empty when the row has none.
pub(crate) fn cell(change: &FieldChange, row: &TypedRow) -> String {
    let mut columns = row.source.sheet.columns.iter();
    let column = columns.find(|column| fold(&column.header) == fold(&change.header));
    column.map_or(String::new(), |column| row.source.address(column.column).to_string())
}

/// A value as a person reads it, empty for none: the workspace compares one text for one value, however it was written.
pub(crate) fn value(language: Language, change: &FieldChange, value: Option<&str>) -> String {
    let value = value.unwrap_or_default();
    let Some(field) = change.field.filter(|_| !value.is_empty()) else { return value.to_owned() };
    match (field.shape(), value) {
        (FieldShape::Flag, "true") => words::word(language, "app-yes"),
        (FieldShape::Flag, "false") => words::word(language, "app-no"),
        (FieldShape::Amount, cents) => match cents.parse() {
            Ok(cents) => words::argument(language, Some(Arg::Amount(Cents(cents)))),
            Err(_) => cents.to_owned(),
        },
        (FieldShape::Code, name) if !field.codes().contains(&name) => name.to_owned(),
        _ => words::understood(language, field, value),
    }
}
