//! Workbooks of Excel 5 to 2003, record by record: a stream of records inside a compound file.
//!
//! No count or size that the file states of itself reserves anything, and cells far apart cost two cells.

mod book;
mod records;
mod sheet;
mod text;

#[cfg(test)]
mod tests;

use crate::binary::Cells;
use crate::wire::{Stop, Wire, WireProblem};
use crate::xlsx::xml::Trouble;
use book::Book;
use guichet_model::{Message, ProblemCode};
use std::io::Write;

/// A workbook's stream, and whether macros come along with it.
pub(crate) struct Stream {
    pub(crate) bytes: Vec<u8>,
    pub(crate) macros: bool,
}

/// Reads every sheet that holds cells.
pub(crate) fn read<W: Write>(stream: &Stream, wire: &mut Wire<W>) -> Result<(), Stop> {
    let book = Book::read(&stream.bytes).map_err(|trouble| match trouble {
        Trouble::Stop(stop) => stop,
        Trouble::Odd => Stop::Refused(ProblemCode::Corrupt),
    })?;
    for (code, is_met) in [
        (ProblemCode::MacrosIgnored, stream.macros || book.has_macro_sheet),
        (ProblemCode::LinksIgnored, book.has_links),
        (ProblemCode::EncodingDoubtful, book.text.is_guessed()),
    ] {
        if is_met {
            let id = if code == ProblemCode::EncodingDoubtful { "code-page-unknown" } else { code.as_str() };
            let message = Message::new(format!("problem-{id}"));
            wire.problem(&WireProblem { sheet: None, cell: None, code, message })?;
        }
    }
    for listed in &book.sheets {
        wire.sheet(&listed.name, listed.hidden)?;
        let mut cells = Cells::new(&listed.name, book.is_1904, wire);
        let whole = match sheet::read(&stream.bytes, listed.at, &book, &mut cells) {
            Ok(()) => true,
            Err(Trouble::Odd) => false,
            Err(Trouble::Stop(stop)) => return Err(stop),
        };
        cells.end(whole)?;
        wire.end_sheet()?;
    }
    book.without_cells.iter().try_for_each(|name| wire.sheet_without_cells(name))
}
