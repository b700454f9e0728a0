//! Workbooks in a zip container, cell by cell, by absolute address: two cells at both ends of the grid cost two cells.
//!
//! Behind the reader of xlsx (in `xlsx`) stands a general one, for what is not written as the norm says.

use crate::archive::ZipWorkbook;
use crate::grid::CellValue;
use crate::ods;
use crate::shown::{date_cell, show_error, show_instant, show_number};
use crate::wire::{Stop, Wire, WireProblem};
use crate::xlsb;
use crate::xlsx::{self, UNCALCULATED};
use calamine::{DataRef, Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};
use guichet_model::{CellAddress, Message, ProblemCode, parse_instant};
use std::io::{BufReader, Read, Seek, Write};

/// Reads a workbook whose container was checked.
///
/// Clones of `file` may share its place: no two are read at a time.
pub(crate) fn read_zip<F: Read + Seek + Clone, W: Write>(
    file: F,
    kind: ZipWorkbook,
    wire: &mut Wire<W>,
) -> Result<(), Stop> {
    match kind {
        ZipWorkbook::Xlsx => xlsx::read(file, wire),
        ZipWorkbook::Xlsb => xlsb::read(file, wire),
        ZipWorkbook::Ods => ods::read(BufReader::new(file), wire),
    }
}

fn refuse_xlsx(error: &XlsxError) -> Stop {
    Stop::Refused(match error {
        XlsxError::Password => ProblemCode::Password,
        XlsxError::Unrecognized { .. } => ProblemCode::Unsupported,
        _ => ProblemCode::Corrupt,
    })
}

/// The sheets that hold cells. Charts, dialogs and macros hold none and are passed over.
fn worksheets(sheets: &[Sheet]) -> Vec<(String, bool)> {
    sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect()
}

fn unreadable_sheet(name: &str, cell: Option<CellAddress>) -> WireProblem {
    WireProblem {
        sheet: Some(name.to_owned()),
        cell: cell.map(|cell| cell.to_string()),
        code: ProblemCode::SheetUnreadable,
        message: Message::new("problem-sheet-unreadable"),
    }
}

/// The general reader, for what is not written as the norm says; opened once, when first needed.
pub(crate) struct OtherReader<F: Read + Seek + Clone> {
    file: F,
    workbook: Option<Xlsx<BufReader<F>>>,
}

impl<F: Read + Seek + Clone> OtherReader<F> {
    pub(crate) fn new(file: F) -> Self {
        Self { file, workbook: None }
    }

    fn workbook(&mut self) -> Result<&mut Xlsx<BufReader<F>>, Stop> {
        match &mut self.workbook {
            Some(workbook) => Ok(workbook),
            none => {
                let workbook = Xlsx::new(BufReader::new(self.file.clone())).map_err(|error| refuse_xlsx(&error))?;
                Ok(none.insert(workbook))
            }
        }
    }

    /// Every sheet that holds cells.
    pub(crate) fn read<W: Write>(&mut self, wire: &mut Wire<W>) -> Result<(), Stop> {
        for (name, hidden) in worksheets(self.workbook()?.sheets_metadata()) {
            wire.sheet(&name, hidden)?;
            self.read_sheet(&name, wire)?;
            wire.end_sheet()?;
        }
        Ok(())
    }

    /// The cells of one sheet; a sheet that cannot be read is told.
    pub(crate) fn read_sheet<W: Write>(&mut self, name: &str, wire: &mut Wire<W>) -> Result<bool, Stop> {
        let mut last = None;
        let cells = self.workbook().ok().and_then(|workbook| workbook.worksheet_cells_reader(name).ok());
        let complete = match cells {
            Some(mut cells) => loop {
                match cells.next_cell_with_formula_metadata() {
                    Ok(Some(record)) => {
                        last = address(record.pos);
                        write_cell(wire, record.pos, &record.value, record.formula.is_some())?;
                    }
                    Ok(None) => break true,
                    Err(_) => break false,
                }
            },
            None => false,
        };
        if !complete {
            wire.problem(&unreadable_sheet(name, last))?;
        }
        Ok(complete)
    }
}

fn address((row, column): (u32, u32)) -> Option<CellAddress> {
    Some(CellAddress { row, column: u16::try_from(column).ok()? })
}

fn write_cell<W: Write>(
    wire: &mut Wire<W>,
    (row, column): (u32, u32),
    value: &DataRef<'_>,
    formula: bool,
) -> Result<(), Stop> {
    match value {
        DataRef::Empty if formula => wire.cell(row, column, CellValue::Uncalculated, UNCALCULATED),
        DataRef::Empty => Ok(()),
        DataRef::String(text) if text.is_empty() => Ok(()),
        DataRef::String(text) => wire.cell(row, column, CellValue::Text, text),
        DataRef::SharedString("") => Ok(()),
        DataRef::SharedString(text) => wire.cell(row, column, CellValue::Text, text),
        #[allow(clippy::cast_precision_loss, reason = "an integer cell is at most 30 bits in these formats")]
        DataRef::Int(number) => wire.cell(row, column, CellValue::Number(*number as f64), &number.to_string()),
        DataRef::Float(number) => wire.cell(row, column, CellValue::Number(*number), &show_number(*number)),
        DataRef::Bool(flag) => wire.cell(row, column, CellValue::Flag(*flag), if *flag { "VRAI" } else { "FAUX" }),
        DataRef::DateTime(date) => {
            let (value, raw) = date_cell(*date, false);
            wire.cell(row, column, value, &raw)
        }
        DataRef::DateTimeIso(text) => match parse_instant(text) {
            Some((instant, _)) => wire.cell(row, column, CellValue::Instant(instant), &show_instant(instant, false)),
            None => wire.cell(row, column, CellValue::Text, text),
        },
        DataRef::DurationIso(text) => wire.cell(row, column, CellValue::Text, text),
        DataRef::Error(error) => wire.cell(row, column, CellValue::Error, show_error(&error.to_string())),
    }
}
