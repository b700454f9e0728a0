//! What a workbook says of itself: its sheets, its epoch, its styles and shared texts.

use crate::binary::{u16_at, u32_at};
use crate::xlsb::records::{Records, text};
use crate::xlsx::parts::{Parts, resolve};
use crate::xlsx::xml::Trouble;
use crate::xlsx::{Format, Relation, Strings, of_built_in, of_code, relations};
use std::collections::HashMap;
use std::io::{Read, Seek};

const MAIN: &str = "xl/workbook.bin";
const SHARED_TEXT: u16 = 19;
const FORMAT: u16 = 44;
const STYLE: u16 = 47;
const BOOK_PROPERTIES: u16 = 153;
const SHEET: u16 = 156;
const CELL_STYLES: u16 = 617;
const END_OF_CELL_STYLES: u16 = 618;
/// What a list of sheets says of one whose part is nowhere.
const NO_PART: u32 = u32::MAX;

/// A sheet that holds cells.
pub(crate) struct Listed {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) part: String,
}

/// What every sheet's reading needs.
#[derive(Default)]
pub(crate) struct Book {
    /// The sheets that hold cells.
    pub(crate) sheets: Vec<Listed>,
    /// The names of the others: charts, dialogs and macros.
    pub(crate) without_cells: Vec<String>,
    /// Whether serial dates count from 1904.
    pub(crate) is_1904: bool,
    pub(crate) strings: Strings,
    /// For each style, what its numbers show.
    pub(crate) formats: Vec<Format>,
}

impl Book {
    pub(crate) fn read<F: Read + Seek>(parts: &mut Parts<F>) -> Result<Self, Trouble> {
        let main = relations(parts, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
        let main = main.map_or_else(|| MAIN.to_owned(), |relation| relation.part);
        let related = relations(parts, &main)?;
        let mut book = Self::default();
        book.read_list(parts, &main, &related)?;
        let part = |kind: &str, usual: &str| {
            let named = related.iter().find(|relation| relation.kind == kind);
            named.map_or_else(|| resolve(&main, usual), |relation| relation.part.clone())
        };
        book.read_styles(parts, &part("styles", "styles.bin"))?;
        book.read_strings(parts, &part("sharedStrings", "sharedStrings.bin"))?;
        Ok(book)
    }

    fn read_list<F: Read + Seek>(
        &mut self,
        parts: &mut Parts<F>,
        main: &str,
        related: &[Relation],
    ) -> Result<(), Trouble> {
        let mut records = Records::new(parts.part(main)?.ok_or(Trouble::Odd)?);
        while let Some((kind, body)) = records.next()? {
            match kind {
                BOOK_PROPERTIES => self.is_1904 = body.first().is_some_and(|flags| flags & 1 == 1),
                SHEET => match listed(body, related).ok_or(Trouble::Odd)? {
                    Ok(sheet) => self.sheets.push(sheet),
                    Err(name) => self.without_cells.push(name),
                },
                _ => {}
            }
        }
        Ok(())
    }

    fn read_styles<F: Read + Seek>(&mut self, parts: &mut Parts<F>, part: &str) -> Result<(), Trouble> {
        let Some(part) = parts.part(part)? else { return Ok(()) };
        let (mut own, mut of_cells) = (HashMap::new(), false);
        let mut records = Records::new(part);
        while let Some((kind, body)) = records.next()? {
            match kind {
                FORMAT => {
                    let (id, code) = (u16_at(body, 0).ok_or(Trouble::Odd)?, text(&body[2..]).ok_or(Trouble::Odd)?);
                    own.insert(id, of_code(&code.0));
                }
                CELL_STYLES => of_cells = true,
                END_OF_CELL_STYLES => of_cells = false,
                STYLE if of_cells => {
                    let id = u16_at(body, 2).unwrap_or_default();
                    self.formats.push(own.get(&id).copied().unwrap_or_else(|| of_built_in(u32::from(id))));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn read_strings<F: Read + Seek>(&mut self, parts: &mut Parts<F>, part: &str) -> Result<(), Trouble> {
        let Some(part) = parts.part(part)? else { return Ok(()) };
        let mut records = Records::new(part);
        while let Some((kind, body)) = records.next()? {
            if kind == SHARED_TEXT {
                let (text, _) = body.get(1..).and_then(text).ok_or(Trouble::Odd)?;
                self.strings.push(&text)?;
            }
        }
        Ok(())
    }
}

/// A line of the list of sheets; the name alone of one that holds no cells.
fn listed(body: &[u8], related: &[Relation]) -> Option<Result<Listed, String>> {
    let state = u32_at(body, 0)?;
    let (link, rest) = match u32_at(body, 8)? {
        NO_PART => (String::new(), body.get(12..)?),
        _ => text(body.get(8..)?)?,
    };
    let (name, _) = text(rest)?;
    let relation = related.iter().find(|relation| relation.id == link && relation.kind == "worksheet");
    Some(match relation {
        Some(relation) => Ok(Listed { name, hidden: state != 0, part: relation.part.clone() }),
        None => Err(name),
    })
}
