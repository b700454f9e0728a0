//! A sheet as it stands in its file, for a person who looks for its headers.

use super::tables::from_one;
use crate::app::App;
use crate::failure::AppError;
use crate::wire::RawRow;
use serde::Deserialize;

/// Rows given at once.
const MOST_AT_ONCE: u32 = 200;
/// Letters shown of a cell.
const SHOWN_LETTERS: usize = 200;

#[derive(Deserialize)]
pub(crate) struct SheetArguments {
    session: u64,
    file: u32,
    sheet: usize,
    first: u32,
    count: u32,
}

/// Rows of a sheet as written; columns that must not be kept are empty.
pub(crate) fn sheet(app: &App, args: SheetArguments) -> Result<Vec<RawRow>, AppError> {
    let mut state = app.state();
    let file = state.session(args.session)?.file(args.file)?;
    let rows = file.raw.rows(args.sheet, from_one(args.first)?, args.count.min(MOST_AT_ONCE));
    let short = |text: String| match text.char_indices().nth(SHOWN_LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    };
    let row = |row: guichet_intake::PreviewRow| RawRow {
        row: row.row + 1,
        cells: row.cells.into_iter().map(short).collect(),
    };
    Ok(rows.into_iter().map(row).collect())
}
