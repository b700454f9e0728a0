//! What a file holds, as far as an import would read it; nothing of it is kept.

use crate::answers::Answers;
use crate::file::Stated;
use crate::format::FileFormat;
use crate::grid::{CellValue, RawSheet};
use crate::layout::{Confidence, SheetLayout};
use crate::say::{Say, message};
use crate::understanding::Understanding;
use guichet_model::{CellAddress, Message, Problem, ProblemCode, SheetKind};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Cells of one sheet flagged one by one because the spreadsheet program left no value in them.
const MAX_FLAGGED_CELLS: usize = 1_000;

/// What was found in one file.
#[derive(Debug)]
pub struct Inspection {
    /// The file's name, without its folder.
    pub file: String,
    /// What it is by its content; `None` when it is refused before that is known.
    pub format: Option<FileFormat>,
    /// Its sheets, or why it is refused.
    pub sheets: Result<Vec<InspectedSheet>, Problem>,
    /// What is doubtful or worth knowing, in reading order.
    pub flags: Vec<Problem>,
}

/// One sheet of a file.
#[derive(Debug)]
pub struct InspectedSheet {
    raw: Arc<RawSheet>,
    /// What its rows are; `None` when its headers are not known.
    pub kind: Option<SheetKind>,
    /// The row of its headers, the first row being 0.
    pub header_row: Option<u32>,
    /// Rows that hold something, those down to the headers not counted.
    pub rows: usize,
    /// Columns that hold something.
    pub columns: usize,
    /// Columns that must not leave the file.
    withheld: BTreeSet<u16>,
}

/// One cell that holds something.
#[derive(Debug)]
pub struct InspectedCell<'a> {
    /// Where it is.
    pub address: CellAddress,
    /// What it is: `text`, `number`, `date`, `boolean`, `error` or `not-calculated`.
    pub kind: &'static str,
    /// Its text as a person sees it.
    pub text: &'a str,
}

impl InspectedSheet {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.raw.name
    }

    /// Whether the spreadsheet program hides it.
    #[must_use]
    pub fn hidden(&self) -> bool {
        self.raw.hidden
    }

    /// Its cells, row by row; those below a header that must not be kept are left out.
    pub fn cells(&self) -> impl Iterator<Item = InspectedCell<'_>> {
        let header_row = self.header_row.unwrap_or(0);
        self.raw.rows.iter().flat_map(move |row| {
            let kept =
                row.cells.iter().filter(move |cell| row.row <= header_row || !self.withheld.contains(&cell.column));
            kept.map(|cell| InspectedCell {
                address: CellAddress { row: row.row, column: cell.column },
                kind: kind_of(cell.value),
                text: &cell.raw,
            })
        })
    }
}

fn kind_of(value: CellValue) -> &'static str {
    match value {
        CellValue::Text => "text",
        CellValue::Number(_) => "number",
        CellValue::Instant(_) => "date",
        CellValue::Flag(_) => "boolean",
        CellValue::Error => "error",
        CellValue::Uncalculated => "not-calculated",
    }
}

/// Understands what the reader stated of a file as an import does, and says what it found instead of keeping it.
pub(crate) fn inspect(file: &str, sha256: &str, stated: Stated, answers: &Answers) -> Inspection {
    let format = stated.format;
    let mut flags = Vec::new();
    let sheets = sheets(file, sha256, stated, answers, &mut flags);
    Inspection { file: file.to_owned(), format, sheets, flags }
}

fn sheets(
    file: &str,
    sha256: &str,
    stated: Stated,
    answers: &Answers,
    flags: &mut Vec<Problem>,
) -> Result<Vec<InspectedSheet>, Problem> {
    let refused = |code| Problem { file: file.to_owned(), sheet: None, cell: None, code, message: message(code) };
    stated.tell(file, &mut Say::new(file, flags));
    if let Some(place) = flags.iter().position(|problem| problem.sheet.is_none() && problem.code.fails()) {
        return Err(flags.swap_remove(place));
    }
    let (raw, _) = stated.readable_sheets();
    if raw.is_empty() && flags.iter().any(|flag| flag.code == ProblemCode::SheetUnreadable) {
        return Err(refused(ProblemCode::Corrupt));
    }
    let mut say = Say::new(file, flags);
    let understanding = Understanding::of(file, sha256, &raw, answers);
    let mut sheets = Vec::with_capacity(raw.len());
    for (tables, (rank, raw)) in understanding.tables.into_iter().zip(raw) {
        say.about(&raw.name);
        let told = tell_unvalued(&raw, &mut say);
        let layouts: Vec<SheetLayout> =
            tables.iter().map(|table| table.understand(&understanding.context, rank, &raw, &mut say).0).collect();
        say.forget_values_of(&raw.name, &told);
        sheets.push(inspected(raw, &layouts));
    }
    if sheets.iter().all(|sheet| sheet.rows == 0) {
        return Err(refused(ProblemCode::Empty));
    }
    Ok(sheets)
}

fn inspected(raw: Arc<RawSheet>, tables: &[SheetLayout]) -> InspectedSheet {
    let columns: BTreeSet<u16> = raw.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
    let first = tables.iter().find(|table| table.header_rows.is_some());
    let header_row = first.and_then(|table| table.header_rows).map(|(_, last)| last);
    let rows = rows_below(&raw, tables);
    let withheld = tables.iter().flat_map(|table| &table.columns);
    InspectedSheet {
        kind: first.and_then(|table| table.kind),
        header_row,
        rows,
        columns: columns.len(),
        withheld: withheld
            .filter(|column| column.confidence == Confidence::Dropped)
            .map(|column| column.cell.column)
            .collect(),
        raw,
    }
}

/// How many rows of a sheet hold something, those down to its headers not counted.
pub(crate) fn rows_below(raw: &RawSheet, tables: &[SheetLayout]) -> usize {
    let header = tables.iter().find_map(|table| table.header_rows).map(|(_, last)| last);
    raw.rows.iter().filter(|row| header.is_none_or(|header| row.row > header)).count()
}

/// Tells the cells that are errors or were never calculated, whatever their column.
fn tell_unvalued(sheet: &RawSheet, say: &mut Say<'_>) -> BTreeSet<String> {
    let cells = sheet.rows.iter().flat_map(|row| row.cells.iter().map(|cell| (row.row, cell)));
    let unvalued = cells.filter_map(|(row, cell)| {
        let id = match cell.value {
            CellValue::Error => "problem-error-cell",
            CellValue::Uncalculated => "problem-not-calculated",
            _ => return None,
        };
        Some((CellAddress { row, column: cell.column }.to_string(), id))
    });
    let mut told = BTreeSet::new();
    for (cell, id) in unvalued.take(MAX_FLAGGED_CELLS) {
        say.cell(cell.clone(), ProblemCode::ValueUnreadable, Message::new(id));
        told.insert(cell);
    }
    told
}
