//! A sheet of a format that has nothing but text: what earlier programs did to its letters is met here, told once,
//! and never handed on.

use crate::encoding::{Doubt, restored};
use crate::grid::{CellValue, Marks};
use crate::wire::{Stop, Wire, WireProblem};
use guichet_model::{Arg, CellAddress, Message, ProblemCode};
use std::borrow::Cow;
use std::io::Write;

/// Cells named in a problem that groups several.
const NAMED: usize = 3;

/// Cells of one sheet that had the same thing done to them.
#[derive(Default)]
struct Cells {
    count: usize,
    first: Vec<(u32, u32, String)>,
}

impl Cells {
    fn add(&mut self, row: u32, column: u32, text: &str) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push((row, column, text.chars().take(60).collect()));
        }
    }

    fn texts(&self) -> Arg {
        Arg::List(self.first.iter().map(|(_, _, text)| Arg::from(text.as_str())).collect())
    }

    fn addresses(&self) -> Vec<String> {
        self.first.iter().filter_map(|(row, column, _)| address(*row, *column)).collect()
    }
}

fn address(row: u32, column: u32) -> Option<String> {
    Some(CellAddress { row, column: u16::try_from(column).ok()? }.to_string())
}

/// One sheet while its cells are stated.
pub(crate) struct TextSheet<'w, W: Write> {
    wire: &'w mut Wire<W>,
    name: String,
    restored: Cells,
    nul: Cells,
}

impl<'w, W: Write> TextSheet<'w, W> {
    /// A sheet starts; the doubt is that of the text it is read from.
    pub(crate) fn start(wire: &'w mut Wire<W>, name: &str, hidden: bool, doubt: Option<&Doubt>) -> Result<Self, Stop> {
        wire.sheet(name, hidden)?;
        let mut sheet = Self { wire, name: name.to_owned(), restored: Cells::default(), nul: Cells::default() };
        if let Some(doubt) = doubt {
            sheet.problem(None, ProblemCode::EncodingDoubtful, doubt.message())?;
        }
        Ok(sheet)
    }

    /// A text cell; one without anything but blanks is none.
    pub(crate) fn text(&mut self, row: u32, column: u32, text: &str) -> Result<(), Stop> {
        if text.trim().is_empty() {
            return Ok(());
        }
        // Nearly every cell is plain.
        if text.is_ascii() && !text.as_bytes().contains(&0) {
            return self.wire.cell(row, column, CellValue::Text, text);
        }
        let text = self.mended(row, column, text);
        if text.trim().is_empty() { Ok(()) } else { self.wire.cell(row, column, CellValue::Text, &text) }
    }

    /// A cell of any kind.
    pub(crate) fn value(&mut self, row: u32, column: u32, value: CellValue, raw: &str) -> Result<(), Stop> {
        if value == CellValue::Text { self.text(row, column, raw) } else { self.wire.cell(row, column, value, raw) }
    }

    /// What the sheet's display keeps from sight.
    pub(crate) fn marks(&mut self, marks: &Marks) -> Result<(), Stop> {
        self.wire.marks(marks)
    }

    fn mended<'t>(&mut self, row: u32, column: u32, text: &'t str) -> Cow<'t, str> {
        let mut text = Cow::Borrowed(text);
        if text.contains('\0') {
            text = Cow::Owned(text.replace('\0', ""));
            self.nul.add(row, column, &text);
        }
        if let Some(better) = restored(&text) {
            self.restored.add(row, column, &better);
            text = Cow::Owned(better);
        }
        text
    }

    /// Something of this sheet that could not be read as it stands.
    pub(crate) fn problem(&mut self, cell: Option<String>, code: ProblemCode, message: Message) -> Result<(), Stop> {
        self.wire.problem(&WireProblem { sheet: Some(self.name.clone()), cell, code, message })
    }

    /// The sheet ends.
    pub(crate) fn end(mut self) -> Result<(), Stop> {
        let restored = std::mem::take(&mut self.restored);
        if restored.count > 0 {
            let message = Message::new("problem-letters-restored")
                .with("count", restored.count)
                .with("samples", restored.texts());
            self.problem(restored.addresses().into_iter().next(), ProblemCode::EncodingDoubtful, message)?;
        }
        let nul = std::mem::take(&mut self.nul);
        if nul.count > 0 {
            let message = Message::new("problem-nul-characters").with("count", nul.count);
            self.problem(nul.addresses().into_iter().next(), ProblemCode::EncodingDoubtful, message)?;
        }
        self.wire.end_sheet()
    }
}
