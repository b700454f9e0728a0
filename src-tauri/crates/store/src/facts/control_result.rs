use crate::sources::Rows;
use crate::sql_values::{Columns, date, text};
use crate::transact::Tx;
use guichet_model::{ControlResult, CvecNumber, TypedRow};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// Adds what a row of control results states.
pub(crate) fn insert_control_result(tx: &Tx<'_>, source: i64, row: &TypedRow) -> rusqlite::Result<()> {
    let result = ControlResult::from_row(row);
    let values = [
        Value::Integer(tx.new_id("control_result")?),
        text(result.number.as_ref().map(CvecNumber::as_str)),
        text(result.state.as_deref()),
        date(result.at),
        Value::Integer(source),
    ];
    tx.prepare_cached("INSERT INTO control_result (id, number, state, at, source_row) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params_from_iter(values))?;
    Ok(())
}

/// Every control result, in the order in which they came.
pub(crate) fn control_results(connection: &Connection, rows: &mut Rows) -> rusqlite::Result<Vec<ControlResult>> {
    let mut statement =
        connection.prepare_cached("SELECT source_row, number, state, at FROM control_result ORDER BY id")?;
    let mut found = statement.query([])?;
    let mut results = Vec::new();
    while let Some(row) = found.next()? {
        let mut columns = Columns::of(row);
        let source = rows.get(connection, columns.plain()?)?;
        results.push(ControlResult { number: columns.value()?, state: columns.plain()?, at: columns.value()?, source });
    }
    Ok(results)
}
