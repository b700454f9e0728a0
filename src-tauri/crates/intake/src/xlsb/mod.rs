//! Binary workbooks of Excel 2007 and later, record by record: each part of the container is a stream of records.

mod book;
mod records;
mod sheet;

#[cfg(test)]
mod tests;

use crate::binary::Cells;
use crate::wire::{Stop, Wire};
use crate::xlsx::parts::Parts;
use crate::xlsx::tell_left_aside;
use crate::xlsx::xml::Trouble;
use book::Book;
use guichet_model::ProblemCode;
use std::io::{BufReader, Read, Seek, Write};

/// Reads a workbook whose container was checked.
pub(crate) fn read<F: Read + Seek, W: Write>(file: F, wire: &mut Wire<W>) -> Result<(), Stop> {
    let mut parts = Parts::open(BufReader::new(file)).map_err(Stop::Refused)?;
    tell_left_aside(&parts, wire)?;
    let book = Book::read(&mut parts).map_err(|trouble| match trouble {
        Trouble::Stop(stop) => stop,
        Trouble::Odd => Stop::Refused(ProblemCode::Corrupt),
    })?;
    for listed in &book.sheets {
        wire.sheet(&listed.name, listed.hidden)?;
        let mut cells = Cells::new(&listed.name, book.is_1904, wire);
        let whole = match sheet::read(&mut parts, &listed.part, &book, &mut cells) {
            Ok(()) => true,
            Err(Trouble::Odd) => false,
            Err(Trouble::Stop(stop)) => return Err(stop),
        };
        cells.end(whole)?;
        wire.end_sheet()?;
    }
    book.without_cells.iter().try_for_each(|name| wire.sheet_without_cells(name))
}
