//! What a workbook says of itself: its sheets, its epoch, its styles and shared texts.

use crate::xlsx::formats::{self, Format};
use crate::xlsx::parts::{Parts, relations_of, resolve};
use crate::xlsx::strings::Strings;
use crate::xlsx::xml::{Trouble, attribute, says_yes};
use quick_xml::events::Event;
use std::io::{Read, Seek};

/// One sheet, before its cells are read.
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    /// The part that holds its cells; `None` when the workbook names none.
    pub(crate) part: Option<String>,
}

/// What every sheet's reading needs.
pub(crate) struct Book {
    /// The sheets that hold cells, in the workbook's order.
    pub(crate) sheets: Vec<Sheet>,
    /// The names of the others: charts, dialogs and macros.
    pub(crate) without_cells: Vec<String>,
    /// Whether serial dates count from 1904.
    pub(crate) is_1904: bool,
    pub(crate) formats: Vec<Format>,
    pub(crate) strings: Strings,
}

/// A link from one part to another.
pub(crate) struct Relation {
    pub(crate) id: String,
    /// The end of its type, which both forms of the norm share.
    pub(crate) kind: String,
    pub(crate) part: String,
}

/// A line of the workbook's list of sheets.
struct Listed {
    name: String,
    hidden: bool,
    relation: String,
}

impl Book {
    pub(crate) fn read<F: Read + Seek>(parts: &mut Parts<F>) -> Result<Self, Trouble> {
        let main = relations(parts, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
        let related = relations(parts, &main)?;
        let of_kind = |kind: &str, usual: &str| {
            let named = related.iter().find(|relation| relation.kind == kind);
            named.map_or_else(|| resolve(&main, usual), |relation| relation.part.clone())
        };
        let (listed, is_1904) = list(parts, &main)?;
        let formats = match parts.xml(&of_kind("styles", "styles.xml"))? {
            Some(xml) => formats::read(xml)?,
            None => Vec::new(),
        };
        let strings = match parts.xml(&of_kind("sharedStrings", "sharedStrings.xml"))? {
            Some(xml) => Strings::read(xml)?,
            None => Strings::default(),
        };
        let (mut sheets, mut without_cells) = (Vec::new(), Vec::new());
        for sheet in listed {
            let name = sheet.name.clone();
            match sheet.located(&related) {
                Some(sheet) => sheets.push(sheet),
                None => without_cells.push(name),
            }
        }
        Ok(Self { sheets, without_cells, is_1904, formats, strings })
    }
}

impl Listed {
    /// The sheet with its part; `None` for one that holds no cells.
    fn located(self, related: &[Relation]) -> Option<Sheet> {
        let relation = related.iter().find(|relation| relation.id == self.relation);
        if relation.is_some_and(|relation| relation.kind != "worksheet") {
            return None;
        }
        Some(Sheet { name: self.name, hidden: self.hidden, part: relation.map(|relation| relation.part.clone()) })
    }
}

fn list<F: Read + Seek>(parts: &mut Parts<F>, main: &str) -> Result<(Vec<Listed>, bool), Trouble> {
    let mut xml = parts.xml(main)?.ok_or(Trouble::Odd)?;
    let (mut listed, mut is_1904, mut is_workbook) = (Vec::new(), false, false);
    loop {
        match xml.next()? {
            Event::Eof if is_workbook => return Ok((listed, is_1904)),
            Event::Eof => return Err(Trouble::Odd),
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "workbook" => is_workbook = true,
                // An extension has properties of the same name, which say nothing of the epoch.
                "workbookPr" => is_1904 |= attribute(&element, "date1904")?.is_some_and(|value| says_yes(&value)),
                "sheet" => listed.push(Listed {
                    name: attribute(&element, "name")?.ok_or(Trouble::Odd)?.into_owned(),
                    hidden: attribute(&element, "state")?
                        .is_some_and(|state| matches!(&*state, "hidden" | "veryHidden")),
                    relation: attribute(&element, "id")?.unwrap_or_default().into_owned(),
                }),
                _ => {}
            },
            _ => {}
        }
    }
}

/// The links of a part to others inside the container.
pub(crate) fn relations<F: Read + Seek>(parts: &mut Parts<F>, of: &str) -> Result<Vec<Relation>, Trouble> {
    let Some(mut xml) = parts.xml(&relations_of(of))? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Event::Eof => return Ok(found),
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "Relationship" => {
                // What lies outside the file is never looked for.
                if attribute(&element, "TargetMode")?.is_some_and(|mode| mode == "External") {
                    continue;
                }
                let kind = attribute(&element, "Type")?.unwrap_or_default();
                found.push(Relation {
                    id: attribute(&element, "Id")?.unwrap_or_default().into_owned(),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    part: resolve(of, &attribute(&element, "Target")?.unwrap_or_default()),
                });
            }
            _ => {}
        }
    }
}
