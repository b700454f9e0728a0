//! Workbooks in the xlsx format, read cell by cell.
//!
//! A sheet that is not written as the norm says is read again by the general reader, and that is told: it knows nothing
//! of hidden rows and columns.

mod address;
mod book;
mod cell;
mod formats;
pub(crate) mod parts;
mod sheet;
mod strings;
mod utf8;
pub(crate) mod xml;

#[cfg(test)]
mod oracle;

use crate::wire::{Stop, Wire, WireProblem};
use crate::workbook::OtherReader;
use book::Book;
use guichet_model::{Message, ProblemCode};
use parts::Parts;
use std::io::{BufReader, Read, Seek, Write};
use xml::Trouble;

pub(crate) use book::{Relation, relations};
pub(crate) use cell::{UNCALCULATED, shown_as};
pub(crate) use formats::{Format, of_built_in, of_code};
pub(crate) use strings::Strings;

/// Parts that a workbook may bring along and that are never run, nor looked for outside.
const LEFT_ASIDE: [(ProblemCode, &[&str]); 2] = [
    (ProblemCode::MacrosIgnored, &["xl/vbaproject.bin", "xl/macrosheets/", "xl/intlmacrosheets/"]),
    (ProblemCode::LinksIgnored, &["xl/externallinks/", "xl/connections.xml", "xl/querytables/"]),
];

/// Reads a workbook whose container was checked. Clones of `file` may share its place: no two are read at a time.
pub(crate) fn read<F: Read + Seek + Clone, W: Write>(file: F, wire: &mut Wire<W>) -> Result<(), Stop> {
    let mut parts = Parts::open(BufReader::new(file.clone())).map_err(Stop::Refused)?;
    tell_left_aside(&parts, wire)?;
    let mut other = OtherReader::new(file);
    let book = match Book::read(&mut parts) {
        Ok(book) => book,
        Err(Trouble::Stop(stop)) => return Err(stop),
        Err(Trouble::Odd) => {
            other.read(wire)?;
            return tell(wire, None, ProblemCode::NotToTheNorm);
        }
    };
    for sheet in &book.sheets {
        wire.sheet(&sheet.name, sheet.hidden)?;
        match read_sheet(sheet, &book, &mut parts, wire) {
            Ok(()) => {}
            Err(Trouble::Stop(stop)) => return Err(stop),
            Err(Trouble::Odd) => {
                wire.restart_sheet()?;
                if other.read_sheet(&sheet.name, wire)? {
                    tell(wire, Some(&sheet.name), ProblemCode::NotToTheNorm)?;
                }
            }
        }
        wire.end_sheet()?;
    }
    book.without_cells.iter().try_for_each(|name| wire.sheet_without_cells(name))
}

/// Tells what the container brings along beside its cells.
pub(crate) fn tell_left_aside<F: Read + Seek, W: Write>(parts: &Parts<F>, wire: &mut Wire<W>) -> Result<(), Stop> {
    for (code, names) in LEFT_ASIDE {
        if names.iter().any(|name| parts.holds_under(name)) {
            tell(wire, None, code)?;
        }
    }
    Ok(())
}

fn read_sheet<F: Read + Seek, W: Write>(
    sheet: &book::Sheet,
    book: &Book,
    parts: &mut Parts<F>,
    wire: &mut Wire<W>,
) -> Result<(), Trouble> {
    let part = sheet.part.as_deref().ok_or(Trouble::Odd)?;
    let xml = parts.xml(part)?.ok_or(Trouble::Odd)?;
    sheet::read(xml, book, wire)
}

fn tell<W: Write>(wire: &mut Wire<W>, sheet: Option<&str>, code: ProblemCode) -> Result<(), Stop> {
    let message = Message::new(format!("problem-{}", code.as_str()));
    wire.problem(&WireProblem { sheet: sheet.map(str::to_owned), cell: None, code, message })
}
