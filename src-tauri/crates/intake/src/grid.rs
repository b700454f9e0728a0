//! Cells as read from a file, before anything is known of their columns.

use guichet_model::Instant;
use serde::{Deserialize, Serialize};

/// What a cell is for the spreadsheet program that wrote it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum CellValue {
    /// Text, to be understood by what its column holds.
    Text,
    /// A number that is not shown as a date.
    Number(f64),
    /// A number shown as a date, in either epoch, or an ISO date.
    Instant(Instant),
    /// A truth value.
    Flag(bool),
    /// `#N/A` and the like.
    Error,
    /// A formula whose result the file does not hold.
    Uncalculated,
}

/// One cell that holds something.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RawCell {
    /// Column, `A` being 0.
    pub(crate) column: u16,
    /// What it is.
    pub(crate) value: CellValue,
    /// Its text as a person sees it.
    pub(crate) raw: Box<str>,
}

/// One row that holds something.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RawRow {
    /// Row, the first of the sheet being 0.
    pub(crate) row: u32,
    /// Its cells, from left to right.
    pub(crate) cells: Vec<RawCell>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RawSheet {
    /// Its name.
    pub(crate) name: String,
    /// Whether the spreadsheet program hides it.
    pub(crate) hidden: bool,
    /// Its rows, from top to bottom.
    pub(crate) rows: Vec<RawRow>,
    /// What its display keeps from sight.
    pub(crate) marks: Marks,
}

/// What a sheet's display keeps from sight, where its format says so. Rows and columns are counted from zero, both ends
/// of a span belong to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Marks {
    /// Spans of hidden rows that hold something.
    pub(crate) hidden_rows: Vec<(u32, u32)>,
    /// Spans of hidden columns, whether they hold something or not.
    pub(crate) hidden_columns: Vec<(u16, u16)>,
    /// Whether a filter is set, which hides rows of its own.
    pub(crate) filtered: bool,
    /// Merged areas: first row, first column, last row, last column.
    pub(crate) merged: Vec<(u32, u16, u32, u16)>,
}

impl Marks {
    /// Whether there is nothing to tell.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds a hidden row below those known so far, or anywhere.
    pub(crate) fn hide_row(&mut self, row: u32) {
        match self.hidden_rows.last_mut() {
            Some((_, last)) if *last == row => {}
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => self.hidden_rows.push((row, row)),
        }
    }
}

impl RawSheet {
    /// Forgets its cells, which are about to be told again.
    pub(crate) fn restart(&mut self) {
        self.rows.clear();
        self.marks = Marks::default();
    }

    /// Adds a cell, wherever it lies.
    pub(crate) fn push(&mut self, row: u32, cell: RawCell) {
        match self.rows.last_mut() {
            Some(last) if last.row == row => last.cells.push(cell),
            last => {
                // A row is mostly as long as the one above: room that grows by itself would be half empty.
                let mut cells = Vec::with_capacity(last.map_or(1, |last| last.cells.len()));
                cells.push(cell);
                self.rows.push(RawRow { row, cells });
            }
        }
    }

    /// Puts rows and cells in order; of two cells at one address the last one stands, as in a spreadsheet program.
    pub(crate) fn settle(&mut self) {
        if self.rows.windows(2).any(|pair| pair[0].row >= pair[1].row) {
            self.rows.sort_by_key(|row| row.row);
            let rows = std::mem::take(&mut self.rows);
            for row in rows {
                match self.rows.last_mut() {
                    Some(last) if last.row == row.row => last.cells.extend(row.cells),
                    _ => self.rows.push(row),
                }
            }
        }
        for row in &mut self.rows {
            if row.cells.windows(2).any(|pair| pair[0].column >= pair[1].column) {
                row.cells.reverse();
                row.cells.sort_by_key(|cell| cell.column);
                row.cells.dedup_by_key(|cell| cell.column);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CellValue, RawCell, RawSheet};

    fn cell(column: u16, raw: &str) -> RawCell {
        RawCell { column, value: CellValue::Text, raw: raw.into() }
    }

    #[test]
    fn cells_in_any_order_end_in_reading_order() {
        let mut sheet = RawSheet::default();
        for (row, column, raw) in [(2, 1, "d"), (0, 3, "b"), (0, 0, "a"), (2, 0, "c"), (2, 1, "D")] {
            sheet.push(row, cell(column, raw));
        }
        sheet.settle();
        let seen: Vec<(u32, Vec<&str>)> =
            sheet.rows.iter().map(|row| (row.row, row.cells.iter().map(|cell| &*cell.raw).collect())).collect();
        assert_eq!(seen, [(0, vec!["a", "b"]), (2, vec!["c", "D"])]);
    }
}
