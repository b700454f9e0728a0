//! The cells of one sheet, as its records go by.

use crate::binary::{Cells, Held, f64_at, packed, u16_at, u32_at};
use crate::limits::{MAX_GRID, MAX_MERGED_AREAS};
use crate::xls::book::Book;
use crate::xls::records::{BEGINNING, END, Record, Records};
use crate::xlsx::xml::Trouble;
use std::io::Write;

const FORMULA: u16 = 0x0006;
const FILTERED: u16 = 0x009b;
const COLUMNS: u16 = 0x007d;
const PACKED_CELLS: u16 = 0x00bd;
const RICH_LABEL: u16 = 0x00d6;
const MERGED: u16 = 0x00e5;
const SHARED_LABEL: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const FLAG_OR_ERROR: u16 = 0x0205;
const FORMULA_TEXT: u16 = 0x0207;
const ROW: u16 = 0x0208;
const PACKED_CELL: u16 = 0x027e;

/// States the cells of the sheet whose records begin at this place of the stream.
pub(crate) fn read<W: Write>(stream: &[u8], at: usize, book: &Book, cells: &mut Cells<'_, W>) -> Result<(), Trouble> {
    let mut records = Records::new(stream, at);
    records.next().filter(|record| record.kind == BEGINNING).ok_or(Trouble::Odd)?;
    let mut sheet = Sheet { book, cells, awaited: None, hidden: Vec::new() };
    // A chart that lies on the sheet has records of its own between the sheet's.
    let mut depth = 1u32;
    while let Some(record) = records.next() {
        match record.kind {
            BEGINNING => depth += 1,
            END if depth == 1 => return sheet.finish(),
            END => depth -= 1,
            _ if depth == 1 => sheet.note(record, &mut records)?,
            _ => {}
        }
    }
    sheet.finish()?;
    Err(Trouble::Odd)
}

struct Sheet<'a, 'w, W: Write> {
    book: &'a Book,
    cells: &'a mut Cells<'w, W>,
    /// The cell of a formula whose text follows.
    awaited: Option<(u32, u32)>,
    /// The hidden rows, in the order in which they were met.
    hidden: Vec<u32>,
}

impl<W: Write> Sheet<'_, '_, W> {
    fn note<'r>(&mut self, record: Record<'r>, records: &mut Records<'r>) -> Result<(), Trouble> {
        let body = record.body;
        match record.kind {
            ROW => self.row(body).ok_or(Trouble::Odd)?,
            COLUMNS => self.columns(body).ok_or(Trouble::Odd)?,
            FILTERED => self.cells.marks.filtered = true,
            MERGED => self.merged(body),
            NUMBER => {
                let number = f64_at(body, 6).ok_or(Trouble::Odd)?;
                self.cell(body, &Held::Number(number))?;
            }
            PACKED_CELL => {
                let number = packed(u32_at(body, 6).ok_or(Trouble::Odd)?);
                self.cell(body, &Held::Number(number))?;
            }
            PACKED_CELLS => self.packed_cells(body)?,
            FLAG_OR_ERROR => {
                let [value, is_error] = *body.get(6..8).ok_or(Trouble::Odd)? else { return Err(Trouble::Odd) };
                self.cell(body, &if is_error == 0 { Held::Flag(value != 0) } else { Held::Error(value) })?;
            }
            SHARED_LABEL => {
                let rank = u32_at(body, 6).and_then(|rank| usize::try_from(rank).ok());
                let book = self.book;
                let text = rank.and_then(|rank| book.strings.get(rank)).ok_or(Trouble::Odd)?;
                self.cell(body, &Held::Text(text))?;
            }
            LABEL | RICH_LABEL => {
                let mut pieces = records.pieces(record);
                let text = pieces.skip(6).and_then(|()| self.book.text.long(&mut pieces)).ok_or(Trouble::Odd)?;
                self.cell(body, &Held::Text(&text))?;
            }
            FORMULA => self.formula(body)?,
            FORMULA_TEXT => {
                let text = self.book.text.long(&mut records.pieces(record)).ok_or(Trouble::Odd)?;
                if let Some((row, column)) = self.awaited.take() {
                    self.tell(row, column, 0, &Held::Text(&text))?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A cell whose record begins with its row, its column and its style.
    fn cell(&mut self, body: &[u8], held: &Held<'_>) -> Result<(), Trouble> {
        let (row, column, style) = place(body).ok_or(Trouble::Odd)?;
        self.tell(row, column, style, held)
    }

    fn tell(&mut self, row: u32, column: u32, style: u16, held: &Held<'_>) -> Result<(), Trouble> {
        self.forsake()?;
        Ok(self.cells.tell(row, column, held, self.book.format(style))?)
    }

    /// A formula whose text did not follow has no result.
    fn forsake(&mut self) -> Result<(), Trouble> {
        if let Some((row, column)) = self.awaited.take() {
            self.cells.tell(row, column, &Held::Uncalculated, self.book.format(0))?;
        }
        Ok(())
    }

    /// Several numbers of one row: the first column, a style and a number for each, the last column.
    fn packed_cells(&mut self, body: &[u8]) -> Result<(), Trouble> {
        let (row, first) = (u16_at(body, 0).ok_or(Trouble::Odd)?, u16_at(body, 2).ok_or(Trouble::Odd)?);
        let numbers = body.get(4..body.len().saturating_sub(2)).ok_or(Trouble::Odd)?;
        for (column, number) in (u32::from(first)..).zip(numbers.chunks_exact(6)) {
            let (style, bits) = (u16_at(number, 0).ok_or(Trouble::Odd)?, u32_at(number, 2).ok_or(Trouble::Odd)?);
            self.tell(u32::from(row), column, style, &Held::Number(packed(bits)))?;
        }
        Ok(())
    }

    /// A formula's result: a number, or by a mark in its last bytes something else.
    fn formula(&mut self, body: &[u8]) -> Result<(), Trouble> {
        let (row, column, style) = place(body).ok_or(Trouble::Odd)?;
        let result = body.get(6..14).ok_or(Trouble::Odd)?;
        // Bit 1: to be calculated when the file is opened.
        let is_due = body.get(14).is_some_and(|flags| flags & 2 != 0);
        match (result[0], result[2], &result[6..]) {
            (0, _, [0xff, 0xff]) => {
                self.forsake()?;
                self.awaited = Some((row, column));
                Ok(())
            }
            (1, flag, [0xff, 0xff]) => self.tell(row, column, style, &Held::Flag(flag != 0)),
            (2, error, [0xff, 0xff]) => self.tell(row, column, style, &Held::Error(error)),
            (3, _, [0xff, 0xff]) if is_due => self.tell(row, column, style, &Held::Uncalculated),
            (_, _, [0xff, 0xff]) => self.forsake(),
            _ => self.tell(row, column, style, &Held::Number(f64_at(result, 0).unwrap_or_default())),
        }
    }

    fn row(&mut self, body: &[u8]) -> Option<()> {
        let (row, height, flags) = (u16_at(body, 0)?, u16_at(body, 6)?, u16_at(body, 12)?);
        if flags & 0x20 != 0 || height == 0 {
            self.hidden.push(u32::from(row));
        }
        Some(())
    }

    fn columns(&mut self, body: &[u8]) -> Option<()> {
        let (first, last, width, flags) = (u16_at(body, 0)?, u16_at(body, 2)?, u16_at(body, 4)?, u16_at(body, 8)?);
        let spans = &mut self.cells.marks.hidden_columns;
        if (flags & 1 != 0 || width == 0) && first <= last && spans.len() < MAX_GRID.1 as usize {
            spans.push((first, last));
        }
        Some(())
    }

    fn merged(&mut self, body: &[u8]) {
        let areas = body.get(2..).unwrap_or_default().chunks_exact(8).filter_map(|area| {
            let [top, bottom, left, right] = [0, 2, 4, 6].map(|at| u16_at(area, at));
            Some((u32::from(top?), left?, u32::from(bottom?), right?))
        });
        let room = MAX_MERGED_AREAS.saturating_sub(self.cells.marks.merged.len());
        self.cells.marks.merged.extend(areas.take(room));
    }

    fn finish(&mut self) -> Result<(), Trouble> {
        self.forsake()?;
        self.hidden.sort_unstable();
        for row in self.hidden.drain(..) {
            self.cells.marks.hide_row(row);
        }
        Ok(())
    }
}

/// Row, column and style.
fn place(body: &[u8]) -> Option<(u32, u32, u16)> {
    Some((u32::from(u16_at(body, 0)?), u32::from(u16_at(body, 2)?), u16_at(body, 4)?))
}
