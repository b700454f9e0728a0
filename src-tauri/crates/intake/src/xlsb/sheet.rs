//! The cells of one sheet, as its records go by.

use crate::binary::{Cells, Held, f64_at, packed, u32_at};
use crate::limits::{MAX_GRID, MAX_MERGED_AREAS};
use crate::xlsb::book::Book;
use crate::xlsb::records::{Records, text};
use crate::xlsx::parts::Parts;
use crate::xlsx::xml::Trouble;
use guichet_model::ProblemCode;
use std::io::{Read, Seek, Write};

const ROW: u16 = 0;
const BLANK: u16 = 1;
const PACKED: u16 = 2;
const ERROR: u16 = 3;
const FLAG: u16 = 4;
const NUMBER: u16 = 5;
const TEXT: u16 = 6;
const SHARED_TEXT: u16 = 7;
const FORMULA_TEXT: u16 = 8;
const FORMULA_NUMBER: u16 = 9;
const FORMULA_FLAG: u16 = 10;
const FORMULA_ERROR: u16 = 11;
const COLUMN: u16 = 60;
const RICH_TEXT: u16 = 62;
const BEGINNING: u16 = 129;
const END: u16 = 130;
const DATA: u16 = 145;
const END_OF_DATA: u16 = 146;
const FILTERED_COLUMN: u16 = 163;
const MERGED: u16 = 176;

/// States the cells of a sheet's part.
pub(crate) fn read<F: Read + Seek, W: Write>(
    parts: &mut Parts<F>,
    part: &str,
    book: &Book,
    cells: &mut Cells<'_, W>,
) -> Result<(), Trouble> {
    let mut records = Records::new(parts.part(part)?.ok_or(Trouble::Odd)?);
    let (mut begun, mut in_data) = (false, false);
    let mut row = Row { number: 0, hidden: false };
    while let Some((kind, body)) = records.next()? {
        match kind {
            BEGINNING => begun = true,
            _ if !begun => return Err(Trouble::Odd),
            END => return Ok(()),
            DATA => in_data = true,
            END_OF_DATA => in_data = false,
            ROW if in_data => row = Row::read(body)?,
            BLANK => {}
            PACKED..=FORMULA_ERROR | RICH_TEXT if in_data => row.cell(kind, body, book, cells)?,
            COLUMN => column(body, cells).ok_or(Trouble::Odd)?,
            FILTERED_COLUMN => cells.marks.filtered = true,
            MERGED => merged(body, cells).ok_or(Trouble::Odd)?,
            _ => {}
        }
    }
    // A sheet without its end was cut.
    Err(Trouble::Odd)
}

struct Row {
    number: u32,
    hidden: bool,
}

impl Row {
    fn read(body: &[u8]) -> Result<Self, Trouble> {
        let number = u32_at(body, 0).ok_or(Trouble::Odd)?;
        if number >= MAX_GRID.0 {
            return Err(ProblemCode::Corrupt.into());
        }
        Ok(Self { number, hidden: body.get(11).is_some_and(|flags| flags & 0x10 != 0) })
    }

    /// A cell whose record begins with its column and its style.
    fn cell<W: Write>(&self, kind: u16, body: &[u8], book: &Book, cells: &mut Cells<'_, W>) -> Result<(), Trouble> {
        let (column, style) = (u32_at(body, 0).ok_or(Trouble::Odd)?, u32_at(body, 4).ok_or(Trouble::Odd)?);
        let value = body.get(8..).unwrap_or_default();
        let owned;
        let held = match kind {
            PACKED => Held::Number(packed(u32_at(value, 0).ok_or(Trouble::Odd)?)),
            ERROR | FORMULA_ERROR => Held::Error(*value.first().ok_or(Trouble::Odd)?),
            FLAG | FORMULA_FLAG => Held::Flag(*value.first().ok_or(Trouble::Odd)? != 0),
            NUMBER | FORMULA_NUMBER => Held::Number(f64_at(value, 0).ok_or(Trouble::Odd)?),
            SHARED_TEXT => {
                let rank = u32_at(value, 0).and_then(|rank| usize::try_from(rank).ok());
                Held::Text(rank.and_then(|rank| book.strings.get(rank)).ok_or(Trouble::Odd)?)
            }
            TEXT | FORMULA_TEXT => {
                owned = text(value).ok_or(Trouble::Odd)?.0;
                Held::Text(&owned)
            }
            _ => {
                owned = value.get(1..).and_then(text).ok_or(Trouble::Odd)?.0;
                Held::Text(&owned)
            }
        };
        let format = usize::try_from(style & 0x00ff_ffff).ok().and_then(|style| book.formats.get(style));
        cells.tell(self.number, column, &held, format.copied().unwrap_or_default())?;
        if self.hidden {
            cells.marks.hide_row(self.number);
        }
        Ok(())
    }
}

fn column<W: Write>(body: &[u8], cells: &mut Cells<'_, W>) -> Option<()> {
    let (first, last, width, flags) = (u32_at(body, 0)?, u32_at(body, 4)?, u32_at(body, 8)?, *body.get(16)?);
    let narrow = |column: u32| u16::try_from(column.min(MAX_GRID.1 - 1)).ok();
    let spans = &mut cells.marks.hidden_columns;
    if (flags & 1 != 0 || width == 0) && first <= last && spans.len() < MAX_GRID.1 as usize {
        spans.push((narrow(first)?, narrow(last)?));
    }
    Some(())
}

fn merged<W: Write>(body: &[u8], cells: &mut Cells<'_, W>) -> Option<()> {
    let [top, bottom, left, right] = [0, 4, 8, 12].map(|at| u32_at(body, at));
    let (left, right) = (u16::try_from(left?).ok()?, u16::try_from(right?).ok()?);
    if cells.marks.merged.len() < MAX_MERGED_AREAS {
        cells.marks.merged.push((top?, left, bottom?, right));
    }
    Some(())
}
