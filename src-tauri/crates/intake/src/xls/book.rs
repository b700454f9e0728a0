//! What a workbook says of itself: its sheets, its epoch, its styles and shared texts.

use crate::binary::{u16_at, u32_at};
use crate::xls::records::{BEGINNING, END, Pieces, Record, Records};
use crate::xls::text::{Letters, TextForm, rich};
use crate::xlsx::xml::Trouble;
use crate::xlsx::{Format, Strings, of_built_in, of_code};
use guichet_model::ProblemCode;
use std::collections::HashMap;

const PASSWORD: u16 = 0x002f;
const CODE_PAGE: u16 = 0x0042;
const DATE_MODE: u16 = 0x0022;
const FORMAT: u16 = 0x041e;
const STYLE: u16 = 0x00e0;
const SHEET: u16 = 0x0085;
const STRINGS: u16 = 0x00fc;
const LINKED_BOOK: u16 = 0x01ae;
/// What a record of linked workbooks holds when it speaks of this workbook, or of functions.
const NOT_LINKED: [[u8; 2]; 2] = [[0x01, 0x04], [0x01, 0x3a]];
const EXCEL_97: u16 = 0x0600;
const EXCEL_5: u16 = 0x0500;
const WORKSHEET: u8 = 0;
const MACRO_SHEET: u8 = 1;
const BASIC_MODULE: u8 = 6;

/// A sheet that holds cells.
pub(crate) struct Listed {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    /// Where its records begin.
    pub(crate) at: usize,
}

/// What every sheet's reading needs.
pub(crate) struct Book {
    /// The sheets that hold cells.
    pub(crate) sheets: Vec<Listed>,
    /// The names of the others: charts and macros. Modules are no sheets to a person.
    pub(crate) without_cells: Vec<String>,
    pub(crate) has_macro_sheet: bool,
    pub(crate) has_links: bool,
    /// Whether serial dates count from 1904.
    pub(crate) is_1904: bool,
    pub(crate) text: TextForm,
    pub(crate) strings: Strings,
    /// For each style, the number of its format.
    styles: Vec<u16>,
    formats: HashMap<u16, Format>,
}

impl Book {
    /// Reads the records before those of the sheets.
    pub(crate) fn read(stream: &[u8]) -> Result<Self, Trouble> {
        let mut records = Records::new(stream, 0);
        let first = records.next().filter(|record| record.kind == BEGINNING).ok_or(Trouble::Odd)?;
        let version = u16_at(first.body, 0).ok_or(Trouble::Odd)?;
        let is_wide = match version {
            EXCEL_97 => true,
            EXCEL_5 => false,
            _ => return Err(ProblemCode::OldFormat.into()),
        };
        // The code page may stand after the names that are written in it.
        let page = records.clone().take_while(|record| record.kind != END).find(|record| record.kind == CODE_PAGE);
        let letters = page.and_then(|record| u16_at(record.body, 0)).map_or(1_252, |page| page);
        let mut book = Self {
            sheets: Vec::new(),
            without_cells: Vec::new(),
            has_macro_sheet: false,
            has_links: false,
            is_1904: false,
            text: TextForm { is_wide, letters: Letters::of_code_page(letters) },
            strings: Strings::default(),
            styles: Vec::new(),
            formats: HashMap::new(),
        };
        while let Some(record) = records.next() {
            match record.kind {
                END => return Ok(book),
                STRINGS => book.read_strings(records.pieces(record))?,
                FORMAT => book.read_format(record, &mut records),
                _ => book.note(record)?,
            }
        }
        // A workbook without the end of its own records was cut.
        Err(Trouble::Odd)
    }

    fn note(&mut self, record: Record<'_>) -> Result<(), Trouble> {
        match record.kind {
            PASSWORD => return Err(ProblemCode::Password.into()),
            DATE_MODE => self.is_1904 = u16_at(record.body, 0) == Some(1),
            STYLE => self.styles.push(u16_at(record.body, 2).unwrap_or_default()),
            LINKED_BOOK if self.text.is_wide => {
                let speaks_of = record.body.get(2..4).unwrap_or_default();
                self.has_links |= record.body.len() > 4 || !NOT_LINKED.iter().any(|other| other == speaks_of);
            }
            SHEET => self.list(record.body).ok_or(Trouble::Odd)?,
            _ => {}
        }
        Ok(())
    }

    fn list(&mut self, body: &[u8]) -> Option<()> {
        let (at, state, kind) = (u32_at(body, 0)?, *body.get(4)?, *body.get(5)?);
        self.has_macro_sheet |= matches!(kind, MACRO_SHEET | BASIC_MODULE);
        let name = body.get(6..).and_then(|rest| self.text.short(rest));
        match kind {
            WORKSHEET => {
                let at = usize::try_from(at).ok()?;
                self.sheets.push(Listed { name: name?, hidden: state & 3 != 0, at });
            }
            BASIC_MODULE => {}
            _ => self.without_cells.extend(name),
        }
        Some(())
    }

    /// A format that cannot be read shows a number.
    fn read_format<'r>(&mut self, record: Record<'r>, records: &mut Records<'r>) {
        let Some(id) = u16_at(record.body, 0) else { return };
        let code = if self.text.is_wide {
            let mut pieces = records.pieces(record);
            pieces.skip(2).and_then(|()| rich(&mut pieces))
        } else {
            record.body.get(2..).and_then(|rest| self.text.short(rest))
        };
        self.formats.insert(id, code.map_or(Format::default(), |code| of_code(&code)));
    }

    /// The texts that cells share. Their own count reserves nothing; what lacks of them is missed by the cells.
    fn read_strings(&mut self, mut pieces: Pieces<'_>) -> Result<(), Trouble> {
        let count = pieces.take(8).and_then(|head| u32_at(head, 4)).unwrap_or_default();
        for _ in 0..count {
            if pieces.is_empty() {
                break;
            }
            let Some(text) = rich(&mut pieces) else { break };
            self.strings.push(&text)?;
        }
        Ok(())
    }

    /// What the numbers of a style show.
    pub(crate) fn format(&self, style: u16) -> Format {
        let id = self.styles.get(usize::from(style)).copied().unwrap_or_default();
        self.formats.get(&id).copied().unwrap_or_else(|| of_built_in(u32::from(id)))
    }
}
