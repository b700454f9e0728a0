//! Workbooks, cell by cell, by absolute address.
//!
//! A range of the xls and ods readers begins at its first cell that holds something; addresses add that start.
//! The readers of xlsx and xlsb stream, so that two cells at both ends of the grid cost two cells.

use crate::archive::ZipWorkbook;
use crate::grid::CellValue;
use crate::wire::{Stop, Wire, WireProblem};
use calamine::{
    CellErrorType, Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, Sheet, SheetType, SheetVisible, Xls,
    XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};
use guichet_model::{CellAddress, Instant, Message, ProblemCode, parse_instant};
use std::io::{Read, Seek, Write};
use time::{Date, Duration, Month, Time};

/// Reads a workbook whose container was checked.
pub(crate) fn read_zip<W: Write>(file: impl Read + Seek, kind: ZipWorkbook, wire: &mut Wire<W>) -> Result<(), Stop> {
    match kind {
        ZipWorkbook::Xlsx => read_xlsx(Xlsx::new(file).map_err(|error| refuse_xlsx(&error))?, wire),
        ZipWorkbook::Xlsb => read_xlsb(Xlsb::new(file).map_err(|error| refuse_xlsb(&error))?, wire),
        ZipWorkbook::Ods => read_ranges(Ods::new(file).map_err(|error| refuse_ods(&error))?, wire),
    }
}

/// Reads an xls workbook whose container was checked.
pub(crate) fn read_xls<W: Write>(file: impl Read + Seek, wire: &mut Wire<W>) -> Result<(), Stop> {
    let workbook = Xls::new(file).map_err(|error| {
        Stop::Refused(match error {
            XlsError::Password => ProblemCode::Password,
            XlsError::Io(_) => ProblemCode::Unreadable,
            _ => ProblemCode::Corrupt,
        })
    })?;
    read_ranges(workbook, wire)
}

fn refuse_xlsx(error: &XlsxError) -> Stop {
    Stop::Refused(match error {
        XlsxError::Password => ProblemCode::Password,
        XlsxError::Unrecognized { .. } => ProblemCode::Unsupported,
        _ => ProblemCode::Corrupt,
    })
}

fn refuse_xlsb(error: &XlsbError) -> Stop {
    Stop::Refused(match error {
        XlsbError::Password => ProblemCode::Password,
        _ => ProblemCode::Corrupt,
    })
}

fn refuse_ods(error: &OdsError) -> Stop {
    Stop::Refused(match error {
        OdsError::Password => ProblemCode::Password,
        OdsError::CellLimitExceeded { .. } => ProblemCode::TooLarge,
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

fn read_xlsx<RS: Read + Seek, W: Write>(mut workbook: Xlsx<RS>, wire: &mut Wire<W>) -> Result<(), Stop> {
    for (name, hidden) in worksheets(workbook.sheets_metadata()) {
        wire.sheet(&name, hidden)?;
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else {
            wire.problem(&unreadable_sheet(&name, None))?;
            wire.end_sheet()?;
            continue;
        };
        let mut last = None;
        loop {
            match cells.next_cell_with_formula_metadata() {
                Ok(Some(record)) => {
                    last = address(record.pos);
                    write_cell(wire, record.pos, &record.value, record.formula.is_some())?;
                }
                Ok(None) => break,
                // The reader stands after the error value: only that cell is lost, and its address with it.
                Err(XlsxError::CellError(_)) => wire.problem(&unknown_error_cell(&name, last))?,
                Err(_) => {
                    wire.problem(&unreadable_sheet(&name, last))?;
                    break;
                }
            }
        }
        wire.end_sheet()?;
    }
    Ok(())
}

fn unknown_error_cell(sheet: &str, last: Option<CellAddress>) -> WireProblem {
    WireProblem {
        sheet: Some(sheet.to_owned()),
        cell: last.map(|cell| cell.to_string()),
        code: ProblemCode::ValueUnreadable,
        message: Message::new("problem-error-cell-after"),
    }
}

fn address((row, column): (u32, u32)) -> Option<CellAddress> {
    Some(CellAddress { row, column: u16::try_from(column).ok()? })
}

fn read_xlsb<RS: Read + Seek, W: Write>(mut workbook: Xlsb<RS>, wire: &mut Wire<W>) -> Result<(), Stop> {
    for (name, hidden) in worksheets(workbook.sheets_metadata()) {
        wire.sheet(&name, hidden)?;
        match workbook.worksheet_cells_reader(&name) {
            Ok(mut cells) => loop {
                match cells.next_cell() {
                    Ok(Some(cell)) => write_cell(wire, cell.get_position(), cell.get_value(), false)?,
                    Ok(None) => break,
                    Err(_) => {
                        wire.problem(&unreadable_sheet(&name, None))?;
                        break;
                    }
                }
            },
            Err(_) => wire.problem(&unreadable_sheet(&name, None))?,
        }
        wire.end_sheet()?;
    }
    Ok(())
}

/// The readers without a stream: the range's start is added to every address.
fn read_ranges<RS: Read + Seek, R: Reader<RS>, W: Write>(mut workbook: R, wire: &mut Wire<W>) -> Result<(), Stop> {
    for (name, hidden) in worksheets(workbook.sheets_metadata()) {
        wire.sheet(&name, hidden)?;
        match workbook.worksheet_range(&name) {
            Ok(range) => {
                let (row, column) = range.start().unwrap_or_default();
                for (down, right, value) in range.used_cells() {
                    write_cell(wire, (row + narrow(down)?, column + narrow(right)?), &borrow(value), false)?;
                }
                let formulas = workbook.worksheet_formula(&name).unwrap_or_default();
                write_uncalculated(wire, &range, &formulas)?;
            }
            Err(_) => wire.problem(&unreadable_sheet(&name, None))?,
        }
        wire.end_sheet()?;
    }
    Ok(())
}

/// The formulas whose cell has no value.
fn write_uncalculated<W: Write>(
    wire: &mut Wire<W>,
    values: &Range<Data>,
    formulas: &Range<String>,
) -> Result<(), Stop> {
    let (row, column) = formulas.start().unwrap_or_default();
    for (down, right, _) in formulas.used_cells() {
        let place = (row + narrow(down)?, column + narrow(right)?);
        if values.get_value(place).is_none_or(|value| *value == Data::Empty) {
            wire.cell(place.0, place.1, CellValue::Uncalculated, UNCALCULATED)?;
        }
    }
    Ok(())
}

fn narrow(index: usize) -> Result<u32, Stop> {
    u32::try_from(index).map_err(|_| Stop::Refused(ProblemCode::Corrupt))
}

fn borrow(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(flag) => DataRef::Bool(*flag),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// What a spreadsheet program shows for a formula before it is calculated.
const UNCALCULATED: &str = "=";

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
            let (value, raw) = date_cell(*date);
            wire.cell(row, column, value, &raw)
        }
        DataRef::DateTimeIso(text) => match parse_instant(text) {
            Some((instant, _)) => wire.cell(row, column, CellValue::Instant(instant), &show_instant(instant)),
            None => wire.cell(row, column, CellValue::Text, text),
        },
        DataRef::DurationIso(text) => wire.cell(row, column, CellValue::Text, text),
        DataRef::Error(error) => wire.cell(row, column, CellValue::Error, error_text(error)),
    }
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NOM?",
        CellErrorType::Null => "#NUL!",
        CellErrorType::Num => "#NOMBRE!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALEUR!",
        CellErrorType::GettingData => "#CHARGEMENT",
    }
}

/// A number as a French spreadsheet shows it: fifteen significant digits, a comma, no grouping, never an exponent.
fn show_number(number: f64) -> String {
    let rounded = if number.fract().abs() > 0.0 { format!("{number:.14e}").parse().unwrap_or(number) } else { number };
    format!("{rounded}").replace('.', ",")
}

/// A date-styled number: a date when the calendar has it, else the text a spreadsheet would show.
fn date_cell(date: ExcelDateTime) -> (CellValue, String) {
    let serial = date.as_f64();
    if date.is_duration() {
        return (CellValue::Text, show_hours(serial));
    }
    // Day 0 is an hour without a date; day 60 of the 1900 epoch is a 29 February that never was.
    match instant_of(date).filter(|_| serial >= 1.0) {
        Some(instant) => (CellValue::Instant(instant), show_instant(instant)),
        None if (0.0..1.0).contains(&serial) => (CellValue::Text, show_hours(serial)),
        None => (CellValue::Text, show_number(serial)),
    }
}

fn show_hours(days: f64) -> String {
    let seconds = (days * 86_400.0).round();
    let (hours, minutes) = ((seconds / 3_600.0).floor(), (seconds % 3_600.0 / 60.0).floor());
    format!("{hours:02}:{minutes:02}:{:02}", seconds % 60.0)
}

/// The instant of a serial, rounded to the second: a minute is not a finite fraction of a day.
fn instant_of(date: ExcelDateTime) -> Option<Instant> {
    let (year, month, day, hour, minute, second, millisecond) = date.to_ymd_hms_milli();
    let day = Date::from_calendar_date(i32::from(year), Month::try_from(month).ok()?, day).ok()?;
    let exact = day.with_time(Time::from_hms_milli(hour, minute, second, millisecond).ok()?);
    let rounded = exact.checked_add(Duration::milliseconds(500))?;
    rounded.replace_millisecond(0).ok()
}

/// `19/07/2024 12:01`; without an hour at midnight, with seconds when there are some.
fn show_instant(instant: Instant) -> String {
    let (year, month, day) = instant.to_calendar_date();
    let day = format!("{day:02}/{:02}/{year:04}", u8::from(month));
    match instant.as_hms() {
        (0, 0, 0) => day,
        (hour, minute, 0) => format!("{day} {hour:02}:{minute:02}"),
        (hour, minute, second) => format!("{day} {hour:02}:{minute:02}:{second:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{date_cell, show_number};
    use crate::grid::CellValue;
    use calamine::{ExcelDateTime, ExcelDateTimeType};
    use time::macros::datetime;

    fn cell(serial: f64, is_1904: bool) -> (CellValue, String) {
        date_cell(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904))
    }

    #[test]
    fn serials_of_both_epochs_are_dates_to_the_second() {
        let noon = (CellValue::Instant(datetime!(2024-07-19 12:01)), "19/07/2024 12:01".to_owned());
        assert_eq!(cell(45_492.500_694_444_45, false), noon);
        assert_eq!(cell(45_492.500_694_444_44, false), noon);
        assert_eq!(cell(45_492.500_694_444_45 - 1_462.0, true), noon);
        assert_eq!(cell(35_065.0, false), (CellValue::Instant(datetime!(1996-01-01 0:00)), "01/01/1996".to_owned()));
        assert_eq!(cell(45_492.999_999_9, false).1, "20/07/2024");
    }

    #[test]
    fn serials_that_are_no_date_stay_text() {
        assert_eq!(cell(0.5, false), (CellValue::Text, "12:00:00".to_owned()));
        assert_eq!(cell(60.0, false), (CellValue::Text, "60".to_owned()));
        assert_eq!(cell(-1.0, false), (CellValue::Text, "-1".to_owned()));
        assert_eq!(date_cell(ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false)).1, "36:00:00");
    }

    #[test]
    fn numbers_read_as_in_a_french_spreadsheet() {
        assert_eq!(show_number(2024.0), "2024");
        assert_eq!(show_number(12.5), "12,5");
        assert_eq!(show_number(0.1 + 0.2), "0,3");
        assert_eq!(show_number(12_345_678_901.0), "12345678901");
        assert_eq!(show_number(-170.25), "-170,25");
    }
}
