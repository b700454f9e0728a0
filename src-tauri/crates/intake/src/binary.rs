//! What the two binary formats of Excel have in common: numbers in little-endian order, and what a cell says.

use crate::grid::{CellValue, Marks};
use crate::shown::show_error;
use crate::wire::{Stop, Wire, WireProblem};
use crate::xlsx::{Format, UNCALCULATED, shown_as};
use guichet_model::{CellAddress, Message, ProblemCode};
use std::io::Write;

/// Number of two bytes.
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Number of four bytes.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Number with a decimal point, of eight bytes.
pub(crate) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

/// A number packed in four bytes: thirty bits of it, whether they are whole, whether they are hundredths.
pub(crate) fn packed(bits: u32) -> f64 {
    let number =
        if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits.cast_signed() >> 2) };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

/// An error value by its number.
fn error_name(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        0x2b => "#GETTING_DATA",
        _ => "#ERR!",
    }
}

/// What a cell holds.
pub(crate) enum Held<'a> {
    Text(&'a str),
    Number(f64),
    Flag(bool),
    Error(u8),
    /// A formula without its result.
    Uncalculated,
}

/// The cells of one sheet, as they are met.
pub(crate) struct Cells<'w, W: Write> {
    name: String,
    is_1904: bool,
    wire: &'w mut Wire<W>,
    /// What the sheet's display keeps from sight.
    pub(crate) marks: Marks,
    /// The cell told last.
    pub(crate) last: Option<CellAddress>,
}

impl<'w, W: Write> Cells<'w, W> {
    pub(crate) fn new(name: &str, is_1904: bool, wire: &'w mut Wire<W>) -> Self {
        Self { name: name.to_owned(), is_1904, wire, marks: Marks::default(), last: None }
    }

    /// States a cell.
    pub(crate) fn tell(&mut self, row: u32, column: u32, held: &Held<'_>, format: Format) -> Result<(), Stop> {
        self.last = address(row, column);
        match held {
            Held::Text("") => Ok(()),
            Held::Text(text) => self.wire.cell(row, column, CellValue::Text, text),
            // What is no number is what a spreadsheet program shows for one.
            Held::Number(number) if !number.is_finite() => self.tell(row, column, &Held::Error(0x24), format),
            Held::Number(number) => {
                let (value, raw) = shown_as(*number, format, self.is_1904);
                self.wire.cell(row, column, value, &raw)
            }
            Held::Flag(flag) => {
                self.wire.cell(row, column, CellValue::Flag(*flag), if *flag { "VRAI" } else { "FAUX" })
            }
            Held::Error(code) => self.wire.cell(row, column, CellValue::Error, show_error(error_name(*code))),
            Held::Uncalculated => self.wire.cell(row, column, CellValue::Uncalculated, UNCALCULATED),
        }
    }

    /// The sheet ends; `whole` when nothing of it was damaged.
    pub(crate) fn end(self, whole: bool) -> Result<(), Stop> {
        if !whole {
            let (sheet, cell) = (Some(self.name.clone()), self.last.map(|cell| cell.to_string()));
            let message = Message::new("problem-sheet-unreadable");
            self.wire.problem(&WireProblem { sheet, cell, code: ProblemCode::SheetUnreadable, message })?;
        }
        self.wire.marks(&self.marks)
    }
}

fn address(row: u32, column: u32) -> Option<CellAddress> {
    Some(CellAddress { row, column: u16::try_from(column).ok()? })
}

#[cfg(test)]
mod tests {
    use super::packed;

    #[test]
    fn numbers_are_unpacked_in_their_four_ways() {
        let shown = |bits: u32| format!("{}", packed(bits));
        assert_eq!(shown((12 << 2) | 2), "12");
        assert_eq!(shown(((-170i32) << 2).cast_unsigned() | 2), "-170");
        assert_eq!(shown((17_025 << 2) | 3), "170.25");
        let half = u32::try_from(0.5f64.to_bits() >> 32).expect("the upper half");
        assert_eq!(shown(half), "0.5");
        assert_eq!(shown(half | 1), "0.005");
    }
}
