//! A sheet of a format that has nothing but text: the doubt about its encoding and its null characters are told here.

use crate::column::Group;
use crate::encoding::Doubt;
use crate::grid::{CellValue, Marks};
use crate::wire::{Stop, Wire, WireProblem};
use guichet_model::{CellAddress, Message, ProblemCode};
use std::borrow::Cow;
use std::io::Write;

/// One sheet while its cells are stated.
pub(crate) struct TextSheet<'w, W: Write> {
    wire: &'w mut Wire<W>,
    name: String,
    nul: Group,
}

impl<'w, W: Write> TextSheet<'w, W> {
    /// A sheet starts; the doubt is that of the text it is read from.
    pub(crate) fn start(wire: &'w mut Wire<W>, name: &str, hidden: bool, doubt: Option<&Doubt>) -> Result<Self, Stop> {
        wire.sheet(name, hidden)?;
        let mut sheet = Self { wire, name: name.to_owned(), nul: Group::default() };
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
        let text = self.without_nul(row, column, text);
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

    fn without_nul<'t>(&mut self, row: u32, column: u32, text: &'t str) -> Cow<'t, str> {
        if !text.contains('\0') {
            return Cow::Borrowed(text);
        }
        if let Ok(column) = u16::try_from(column) {
            self.nul.add(CellAddress { row, column });
        }
        Cow::Owned(text.replace('\0', ""))
    }

    /// Something of this sheet that could not be read as it stands.
    pub(crate) fn problem(&mut self, cell: Option<String>, code: ProblemCode, message: Message) -> Result<(), Stop> {
        self.wire.problem(&WireProblem { sheet: Some(self.name.clone()), cell, code, message })
    }

    /// The sheet ends.
    pub(crate) fn end(mut self) -> Result<(), Stop> {
        let nul = std::mem::take(&mut self.nul);
        if let Some(first) = nul.first.first() {
            let message = Message::new("problem-nul-characters").with("count", nul.count);
            self.problem(Some(first.to_string()), ProblemCode::EncodingDoubtful, message)?;
        }
        self.wire.end_sheet()
    }
}
