//! What a sheet's display keeps from sight is read like the rest, and told.

use crate::grid::{RawRow, RawSheet};
use crate::limits::MAX_USED_COLUMNS;
use crate::say::Say;
use guichet_model::{CellAddress, Message, ProblemCode};
use std::collections::BTreeSet;

/// The hidden sheet, or the hidden rows and columns of a sheet, as far as they hold something.
pub(crate) fn tell_hidden(sheet: &RawSheet, say: &mut Say<'_>) {
    if sheet.rows.is_empty() {
        return;
    }
    if sheet.hidden {
        say.plainly(ProblemCode::HiddenSheet);
    }
    tell_breadth(sheet, say);
    let rows = hidden_rows(sheet);
    if let Some(first) = rows.first() {
        say.hidden_rows(*first, rows.len(), sheet.marks.filtered);
    }
    let columns = hidden_columns(sheet);
    if let Some(first) = columns.first() {
        say.counted(ProblemCode::HiddenColumns, CellAddress::column_letters(*first), columns.len());
    }
}

/// More columns in use than an extract has: most likely not the file that was meant.
fn tell_breadth(sheet: &RawSheet, say: &mut Say<'_>) {
    // A row that ends within the limit, as nearly all do, needs no look at its cells.
    let reaches = |row: &RawRow| row.cells.last().is_some_and(|cell| usize::from(cell.column) >= MAX_USED_COLUMNS);
    if !sheet.rows.iter().any(reaches) {
        return;
    }
    let used: BTreeSet<u16> = sheet.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
    if let Some(first) = used.iter().nth(MAX_USED_COLUMNS) {
        let message = Message::new("problem-columns-many").with("count", used.len()).with("limit", MAX_USED_COLUMNS);
        say.cell(CellAddress::column_letters(*first), ProblemCode::ColumnUnknown, message);
    }
}

/// Merged areas below the headers, where each row should stand for itself. Titles and headers above are often merged.
pub(crate) fn tell_merged(sheet: &RawSheet, header_row: u32, say: &mut Say<'_>) {
    let filled = sheet.rows.last().map_or(0, |row| row.row);
    let merged: BTreeSet<(u32, u16)> = sheet
        .marks
        .merged
        .iter()
        .filter(|(top, left, bottom, right)| *top > header_row && *top <= filled && (top, left) != (bottom, right))
        .map(|(top, left, ..)| (*top, *left))
        .collect();
    if let Some((row, column)) = merged.first() {
        let first = CellAddress { row: *row, column: *column }.to_string();
        say.counted(ProblemCode::MergedCells, first, merged.len());
    }
}

/// The spans of hidden rows, to be asked about row by row.
#[derive(Default)]
pub(crate) struct HiddenSpans(Vec<(u32, u32)>);

impl HiddenSpans {
    pub(crate) fn of(sheet: &RawSheet) -> Self {
        let mut spans = sheet.marks.hidden_rows.clone();
        spans.sort_unstable();
        Self(spans)
    }

    /// Whether a row is hidden.
    pub(crate) fn hold(&self, row: u32) -> bool {
        let after = self.0.partition_point(|(first, _)| *first <= row);
        after.checked_sub(1).and_then(|before| self.0.get(before)).is_some_and(|(_, last)| row <= *last)
    }
}

/// The hidden rows that hold something.
pub(crate) fn hidden_rows(sheet: &RawSheet) -> Vec<u32> {
    let spans = HiddenSpans::of(sheet);
    if spans.0.is_empty() {
        return Vec::new();
    }
    sheet.rows.iter().map(|row| row.row).filter(|row| spans.hold(*row)).collect()
}

/// The hidden columns that hold something.
pub(crate) fn hidden_columns(sheet: &RawSheet) -> BTreeSet<u16> {
    let spans = &sheet.marks.hidden_columns;
    if spans.is_empty() {
        return BTreeSet::new();
    }
    let mut used = BTreeSet::new();
    for row in &sheet.rows {
        used.extend(row.cells.iter().map(|cell| cell.column));
    }
    used.retain(|column| spans.iter().any(|(first, last)| (first..=last).contains(&column)));
    used
}

#[cfg(test)]
mod tests {
    use super::{hidden_columns, hidden_rows};
    use crate::grid::{CellValue, Marks, RawCell, RawSheet};

    #[test]
    fn only_what_holds_something_is_told() {
        let marks =
            Marks { hidden_rows: vec![(7, 9), (2, 3)], hidden_columns: vec![(1, 1), (5, 16_383)], ..Marks::default() };
        let mut sheet = RawSheet { marks, ..RawSheet::default() };
        for (row, column) in [(0, 0), (1, 1), (3, 2), (4, 2), (8, 6)] {
            sheet.push(row, RawCell { column, value: CellValue::Text, raw: "x".into() });
        }
        assert_eq!(hidden_rows(&sheet), [3, 8]);
        assert_eq!(hidden_columns(&sheet).into_iter().collect::<Vec<_>>(), [1, 6]);
    }
}
