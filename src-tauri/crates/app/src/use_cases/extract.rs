use crate::app::App;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::wire::{CellPlace, ExtractColumn, ExtractRow, SheetExtract};
use guichet_model::CellAddress;
use serde::Deserialize;

/// Rows shown above and below the marked cell.
const ROWS_AROUND: u32 = 3;
/// Columns shown left and right of it.
const COLUMNS_AROUND: usize = 3;

#[derive(Deserialize)]
pub(crate) struct ExtractArguments {
    place: CellPlace,
}

/// A cell in its sheet, as written in the file that was imported.
pub(crate) fn extract(app: &App, args: ExtractArguments) -> Result<SheetExtract, AppError> {
    let place = args.place;
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    let veil = Veil::of(desk, language);
    let found = desk.workspace.extract(&place.sha256, &place.sheet, place.row, ROWS_AROUND)?;
    let found = found.ok_or(AppError::Gone("extract"))?;
    let at = found.columns.iter().position(|column| column.column == place.column).unwrap_or(0);
    let from = at.saturating_sub(COLUMNS_AROUND);
    let shown: Vec<_> = found.columns.iter().skip(from).take(at - from + COLUMNS_AROUND + 1).collect();
    let rows = found.rows.iter().map(|row| ExtractRow {
        number: row.row + 1,
        cells: shown
            .iter()
            .map(|column| {
                let cell = row.cells.iter().find(|cell| cell.column == column.column);
                veil.cell(column.field, cell.map_or(String::new(), |cell| cell.raw.to_string()))
            })
            .collect(),
        marked: row.row == place.row,
    });
    Ok(SheetExtract {
        file: found.file.clone(),
        sheet: found.sheet.clone(),
        columns: shown
            .iter()
            .map(|column| ExtractColumn {
                letters: CellAddress::column_letters(column.column),
                header: column.header.clone(),
                marked: column.column == place.column,
            })
            .collect(),
        rows: rows.collect(),
        cell: CellAddress { row: place.row, column: place.column }.to_string(),
    })
}
