//! The cells of one sheet, as its XML goes by.

use crate::grid::Marks;
use crate::limits::{MAX_GRID, MAX_MERGED_AREAS};
use crate::wire::Wire;
use crate::xlsx::address;
use crate::xlsx::book::Book;
use crate::xlsx::cell::{Cell, Kind};
use crate::xlsx::xml::{Trouble, Xml, attribute, gather, says_yes};
use quick_xml::events::{BytesStart, Event};
use std::io::{Read, Write};

/// States every cell of a sheet that holds something, then what the sheet's display keeps from sight.
pub(crate) fn read<R: Read, W: Write>(mut xml: Xml<R>, book: &Book, wire: &mut Wire<W>) -> Result<(), Trouble> {
    let mut sheet = SheetReader::new(book, wire);
    loop {
        match xml.next()? {
            Event::Start(element) => sheet.start(&element)?,
            Event::Empty(element) => {
                sheet.start(&element)?;
                sheet.end(element.local_name().as_ref())?;
            }
            Event::End(element) => sheet.end(element.local_name().as_ref())?,
            Event::Eof => return sheet.finish(),
            piece => sheet.piece(&piece)?,
        }
    }
}

/// Where in the sheet's XML the reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Outside the root element.
    Outside,
    /// In what surrounds the cells.
    Sheet,
    Data,
    Row,
    Cell,
    /// In the value of a cell.
    Value,
    /// In the text that a cell holds itself.
    Inline,
}

struct SheetReader<'a, W: Write> {
    book: &'a Book,
    wire: &'a mut Wire<W>,
    place: Place,
    /// Depth in an element that says nothing of values.
    skipped: u32,
    row: u32,
    next_row: u32,
    next_column: u32,
    row_hidden: bool,
    cell: Cell,
    marks: Marks,
}

impl<'a, W: Write> SheetReader<'a, W> {
    fn new(book: &'a Book, wire: &'a mut Wire<W>) -> Self {
        Self {
            book,
            wire,
            place: Place::Outside,
            skipped: 0,
            row: 0,
            next_row: 0,
            next_column: 0,
            row_hidden: false,
            cell: Cell::default(),
            marks: Marks::default(),
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Trouble> {
        if self.skipped > 0 {
            self.skipped += 1;
            return Ok(());
        }
        let name = element.local_name();
        match (self.place, name.as_ref()) {
            (Place::Row, "c") => self.start_cell(element)?,
            (Place::Cell, "v") => {
                self.cell.valued = true;
                self.place = Place::Value;
            }
            (Place::Cell, "is") => {
                self.cell.inline = true;
                self.place = Place::Inline;
            }
            (Place::Cell, "f") => {
                self.cell.formula = true;
                self.skipped = 1;
            }
            (Place::Inline, _) => self.cell.text.start(element)?,
            (Place::Data, "row") => self.start_row(element)?,
            (Place::Sheet, "sheetData") => self.place = Place::Data,
            (Place::Sheet, "extLst") | (Place::Data | Place::Row | Place::Cell | Place::Value, _) => self.skipped = 1,
            (Place::Sheet, name) => self.around(name, element)?,
            (Place::Outside, "worksheet") => self.place = Place::Sheet,
            (Place::Outside, _) => return Err(Trouble::Odd),
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Trouble> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        self.place = match (self.place, name) {
            (Place::Value, "v") | (Place::Inline, "is") => Place::Cell,
            (Place::Inline, name) => {
                self.cell.text.end(name);
                Place::Inline
            }
            (Place::Cell, "c") => {
                self.tell_cell()?;
                Place::Row
            }
            (Place::Row, "row") => Place::Data,
            (Place::Data, "sheetData") => Place::Sheet,
            (Place::Sheet, "worksheet") => Place::Outside,
            (Place::Sheet, _) => Place::Sheet,
            _ => return Err(Trouble::Odd),
        };
        Ok(())
    }

    fn piece(&mut self, piece: &Event<'_>) -> Result<(), Trouble> {
        match self.place {
            _ if self.skipped > 0 => Ok(()),
            Place::Value => gather(&mut self.cell.value, piece),
            Place::Inline => self.cell.text.piece(piece),
            _ => Ok(()),
        }
    }

    /// The sheet's end, which must come after that of its root element.
    fn finish(self) -> Result<(), Trouble> {
        if self.place != Place::Outside || self.skipped > 0 {
            return Err(Trouble::Odd);
        }
        Ok(self.wire.marks(&self.marks)?)
    }

    /// What surrounds the cells: columns before them, filters and merged areas after them.
    fn around(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Trouble> {
        match name {
            "col" if is_hidden(element, "width")? => {
                let bound = |name| -> Result<Option<u16>, Trouble> {
                    let text = attribute(element, name)?;
                    let rank = text.and_then(|text| text.trim().parse::<u32>().ok()).filter(|rank| *rank > 0);
                    Ok(rank.and_then(|rank| u16::try_from(rank.min(MAX_GRID.1) - 1).ok()))
                };
                if let (Some(first), Some(last)) = (bound("min")?, bound("max")?)
                    && self.marks.hidden_columns.len() < MAX_GRID.1 as usize
                {
                    self.marks.hidden_columns.push((first, last));
                }
            }
            "filterColumn" => self.marks.filtered = true,
            "mergeCell" if self.marks.merged.len() < MAX_MERGED_AREAS => {
                let text = attribute(element, "ref")?.ok_or(Trouble::Odd)?;
                let [(top, left), (bottom, right)] = address::area(&text)?;
                let narrow = |column| u16::try_from(column).map_err(|_| Trouble::Odd);
                self.marks.merged.push((top, narrow(left)?, bottom, narrow(right)?));
            }
            _ => {}
        }
        Ok(())
    }

    /// A row that does not say its number follows the one before.
    fn start_row(&mut self, element: &BytesStart<'_>) -> Result<(), Trouble> {
        self.row = match attribute(element, "r")? {
            Some(number) => address::row(&number)?,
            None => self.next_row,
        };
        self.next_row = self.row + 1;
        self.next_column = 0;
        self.row_hidden = is_hidden(element, "ht")?;
        self.place = Place::Row;
        Ok(())
    }

    /// A cell that does not say its address follows the one before.
    fn start_cell(&mut self, element: &BytesStart<'_>) -> Result<(), Trouble> {
        self.cell.clear((self.row, self.next_column));
        let mut attributes = element.attributes();
        for attribute in attributes.with_checks(false) {
            let attribute = attribute.map_err(|_| Trouble::Odd)?;
            match attribute.key.as_ref() {
                "r" => self.cell.place = address::cell(&attribute.value)?,
                "s" => self.cell.style = attribute.value.parse().unwrap_or_default(),
                "t" => self.cell.kind = Kind::of(&attribute.value),
                _ => {}
            }
        }
        self.next_column = self.cell.place.1 + 1;
        self.place = Place::Cell;
        Ok(())
    }

    fn tell_cell(&mut self) -> Result<(), Trouble> {
        if self.cell.tell(self.book, self.wire)? && self.row_hidden {
            self.marks.hide_row(self.cell.place.0);
        }
        Ok(())
    }
}

/// Whether a row or column is hidden, as such or by a size of nothing.
fn is_hidden(element: &BytesStart<'_>, size: &str) -> Result<bool, Trouble> {
    let hidden = attribute(element, "hidden")?.is_some_and(|value| says_yes(&value));
    let nothing = |size: &str| size.trim().parse::<f64>().is_ok_and(|size| size.abs() < f64::EPSILON);
    Ok(hidden || attribute(element, size)?.is_some_and(|size| nothing(&size)))
}
