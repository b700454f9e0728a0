//! Facts read again from their rows as kept, by a version that keeps more of them.

use super::{Fact, bound, read_from, update_of};
use crate::pack::{PackedCell, unpack};
use crate::sources::load_sheets;
use crate::sql_values::{date, text};
use crate::transact::row_id;
use guichet_model::{
    Cents, ControlResult, CvecNumber, Document, Field, FieldShape, FieldValue, Level, PastRegistration, Request,
    SourceSheet, TypedRow, parse_instant,
};
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Fills what the second schema knows of a request, a document, a past registration and a control result.
pub(crate) fn read_again(connection: &Connection) -> rusqlite::Result<()> {
    let sheets = load_sheets(connection)?;
    revise::<Request>(connection, &sheets)?;
    revise::<Document>(connection, &sheets)?;
    revise::<PastRegistration>(connection, &sheets)?;
    add_control_results(connection, &sheets)
}

type Sheets = HashMap<i64, Arc<SourceSheet>>;

fn revise<F: Fact>(connection: &Connection, sheets: &Sheets) -> rusqlite::Result<()> {
    let mut update = connection.prepare(&update_of::<F>())?;
    let query = format!(
        "SELECT r.id, r.sheet, r.row, r.cells, f.id, f.person FROM {} f JOIN source_row r ON r.id = f.source_row
         ORDER BY f.id",
        F::TABLE
    );
    let mut statement = connection.prepare(&query)?;
    let mut found = statement.query([])?;
    while let Some(kept) = found.next()? {
        let Some(row) = typed(kept, sheets)? else { continue };
        let (id, person) = (kept.get(4)?, kept.get(5)?);
        update.execute(params_from_iter(bound::<F>([id, person, kept.get(0)?], read_from::<F>(id, person, &row))))?;
    }
    Ok(())
}

/// The first schema kept the rows of control results without what they state. The same words are one result.
fn add_control_results(connection: &Connection, sheets: &Sheets) -> rusqlite::Result<()> {
    let mut insert = connection
        .prepare("INSERT INTO control_result (id, number, state, at, source_row) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    let mut statement = connection.prepare(
        "SELECT r.id, r.sheet, r.row, r.cells FROM source_row r
         WHERE r.id IN (SELECT min(k.id) FROM source_row k JOIN source_sheet s ON s.id = k.sheet
                        WHERE s.kind = 'cvec-states' GROUP BY k.content)
         ORDER BY r.id",
    )?;
    let mut found = statement.query([])?;
    let mut last = 0;
    while let Some(kept) = found.next()? {
        let Some(row) = typed(kept, sheets)? else { continue };
        let result = ControlResult::from_row(&row);
        last += 1;
        insert.execute(params_from_iter([
            Value::Integer(row_id(last)),
            text(result.number.as_ref().map(CvecNumber::as_str)),
            text(result.state.as_deref()),
            date(result.at),
            Value::Integer(kept.get(0)?),
        ]))?;
    }
    connection.execute("INSERT INTO counter (name, last) VALUES ('control_result', ?1)", params![last])?;
    Ok(())
}

/// A row as it was understood when it was read: id, sheet, row and cells are the first columns.
pub(crate) fn typed(kept: &rusqlite::Row<'_>, sheets: &Sheets) -> rusqlite::Result<Option<TypedRow>> {
    let Some(sheet) = sheets.get(&kept.get(1)?) else { return Ok(None) };
    let cells = unpack(kept.get_ref(3)?.as_blob()?)?;
    let mut values = BTreeMap::new();
    for packed in &cells {
        let column = sheet.columns.iter().find(|column| column.column == packed.cell.column);
        let Some(field) = column.and_then(|column| column.field) else { continue };
        if let Some(value) = understood(field, packed) {
            values.entry(field).or_insert(value);
        }
    }
    let cells = cells.into_iter().map(|packed| packed.cell).collect();
    Ok(Some(TypedRow::new(sheet, kept.get(2)?, cells, values)))
}

/// Whether a cell of a known field holds something that was not understood. `keyed` is whether the key of an identifier
/// is in a column of its own.
pub(crate) fn is_unread(field: Field, packed: &PackedCell, keyed: bool) -> bool {
    let is_text = field.shape() == FieldShape::Text;
    if packed.value.as_deref() == Some("") {
        return true;
    }
    if packed.cell.raw.is_empty() || is_text && field != Field::Ine || !is_text && packed.value.is_some() {
        return false;
    }
    understood(field, packed).is_none_or(|value| !value.is_sound(field, keyed))
}

/// What a cell was read as: its text is canonical, or was not understood.
pub(crate) fn understood(field: Field, packed: &PackedCell) -> Option<FieldValue> {
    let text = packed.value.as_deref().unwrap_or(&packed.cell.raw);
    if text.is_empty() {
        return None;
    }
    match field.shape() {
        FieldShape::Text => Some(FieldValue::Text(text.to_owned())),
        FieldShape::Date => parse_instant(text).map(|(instant, _)| FieldValue::Date(instant.date())),
        FieldShape::Instant => parse_instant(text).map(|(instant, has_hour)| {
            if has_hour { FieldValue::Instant(instant) } else { FieldValue::Date(instant.date()) }
        }),
        FieldShape::Amount => text.parse().ok().map(|cents| FieldValue::Amount(Cents(cents))),
        FieldShape::Flag => text.parse().ok().map(FieldValue::Flag),
        FieldShape::Level => Level::from_name(text).map(FieldValue::Level),
        FieldShape::Year => text.parse().ok().map(FieldValue::Year),
        FieldShape::Code => field.code(text).filter(|name| *name == text).map(FieldValue::Code),
    }
}
