use crate::ReportError;
use crate::book::{Book, excel_date, excel_instant};
use crate::style::{Styles, TextStyle};
use crate::text::{cell_text, lines_in, looks_like_formula, row_height};
use guichet_model::{FileState, Instant, Severity};
use rust_xlsxwriter::{Format, IgnoreError, Worksheet};
use std::borrow::Cow;
use time::Date;

/// One cell of a list.
pub(crate) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    /// An identifier: digits that are not a number.
    Identifier(Cow<'a, str>),
    /// Sentences, on several lines when needed.
    Prose(Cow<'a, str>),
    Number(u64),
    Date(Date),
    Instant(Instant),
    /// A state in words.
    State(FileState, &'a str),
    /// A severity in words.
    Severity(Severity, &'a str),
}

impl<'a> Cell<'a> {
    pub(crate) fn text(text: Option<&'a str>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    pub(crate) fn identifier(text: Option<&'a str>) -> Self {
        text.map_or(Self::Empty, |text| Self::Identifier(text.into()))
    }

    /// How many lines it takes. A column is as wide as its longest line or, when it wraps, as its bound.
    fn lines(&self, column: &Column) -> u32 {
        match self {
            Self::Prose(text) => lines_in(text, column.max),
            _ => 1,
        }
    }

    pub(crate) fn prose(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Prose(text.into())
    }
}

/// One column of a list: its header's key in the catalogue, and the bounds of its width in characters.
#[derive(Clone, Copy)]
pub(crate) struct Column {
    pub(crate) header: &'static str,
    pub(crate) min: u16,
    pub(crate) max: u16,
}

/// How a list is laid out.
pub(crate) struct Layout {
    /// The key of the sheet's name.
    pub(crate) name: &'static str,
    /// The key of the sentence that stands in an empty list.
    pub(crate) empty: &'static str,
    pub(crate) columns: &'static [Column],
    /// How many columns stay in view at the left, and are printed again on each page.
    pub(crate) held: u16,
    /// How many pages wide it prints.
    pub(crate) pages: u16,
}

/// A list being written, over as many sheets as its rows need.
pub(crate) struct Table {
    layout: &'static Layout,
    name: String,
    parts: Vec<Part>,
    written: u64,
}

struct Part {
    sheet: Worksheet,
    /// The next row.
    next: u32,
    /// The longest line met in each column, in characters.
    longest: Vec<usize>,
}

impl Table {
    pub(crate) fn new(book: &mut Book, layout: &'static Layout) -> Result<Self, ReportError> {
        let name = book.words.say(layout.name);
        let first = Part::new(book, layout, &name)?;
        Ok(Self { layout, name, parts: vec![first], written: 0 })
    }

    /// How many rows were written, headers left out.
    pub(crate) fn written(&self) -> u64 {
        self.written
    }

    /// Writes the next row.
    pub(crate) fn row(&mut self, book: &mut Book, cells: &[Cell<'_>]) -> Result<(), ReportError> {
        if self.parts.last().is_none_or(|part| part.next >= book.rows) {
            let name = format!("{} ({})", self.name, self.parts.len() + 1);
            self.parts.push(Part::new(book, self.layout, &name)?);
        }
        if let Some(part) = self.parts.last_mut() {
            part.row(self.layout, &book.styles, cells)?;
            self.written += 1;
        }
        Ok(())
    }

    /// Fits the columns and adds the sheets to the workbook.
    pub(crate) fn finish(self, book: &mut Book) -> Result<(), ReportError> {
        for mut part in self.parts {
            part.fit(self.layout)?;
            part.set_up(self.layout, &book.words.say(self.layout.empty), &book.styles)?;
            book.push(part.sheet);
        }
        Ok(())
    }
}

impl Part {
    fn new(book: &mut Book, layout: &Layout, name: &str) -> Result<Self, ReportError> {
        let mut sheet = book.list_sheet(name)?;
        let mut longest = Vec::with_capacity(layout.columns.len());
        for (at, column) in (0_u16..).zip(layout.columns) {
            let header = book.words.say(column.header);
            sheet.write_string_with_format(0, at, &header, &book.styles.header)?;
            // A long header wraps between its words; the button of the filter needs room beside the longest.
            longest.push(header.split(' ').map(|word| word.chars().count()).max().unwrap_or(0) + 2);
        }
        sheet.set_row_height(0, row_height(2))?;
        Ok(Self { sheet, next: 1, longest })
    }

    fn row(&mut self, layout: &Layout, styles: &Styles, cells: &[Cell<'_>]) -> Result<(), ReportError> {
        let lines = cells.iter().zip(layout.columns).map(|(cell, column)| cell.lines(column)).max().unwrap_or(1);
        if lines > 1 {
            self.sheet.set_row_height(self.next, row_height(lines))?;
        }
        for ((at, cell), longest) in (0_u16..).zip(cells).zip(&mut self.longest) {
            let width = put(&mut self.sheet, styles, self.next, at, cell)?;
            *longest = (*longest).max(width);
        }
        self.next += 1;
        Ok(())
    }

    fn fit(&mut self, layout: &Layout) -> Result<(), ReportError> {
        for ((at, column), longest) in (0_u16..).zip(layout.columns).zip(&self.longest) {
            let width = u16::try_from(longest + 1).unwrap_or(column.max).clamp(column.min, column.max);
            self.sheet.set_column_width(at, width)?;
        }
        Ok(())
    }

    /// Moves past the last row without writing anything: a streamed sheet writes its last row a second time, empty,
    /// when that row has a height of its own and is still the current one at the end (`rust_xlsxwriter` 0.102).
    fn leave_last_row(&mut self, beyond: u32) -> Result<(), ReportError> {
        self.sheet.write_blank(beyond, 0, &Format::default())?;
        self.sheet.clear_cell(beyond, 0);
        Ok(())
    }

    fn set_up(&mut self, layout: &Layout, empty: &str, styles: &Styles) -> Result<(), ReportError> {
        let last = u16::try_from(layout.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        if self.next == 1 {
            self.sheet.write_string_with_format(1, 0, empty, &styles.note.plain)?;
        }
        let end = (self.next - 1).max(1);
        self.leave_last_row(end + 1)?;
        self.sheet.autofilter(0, 0, end, last)?;
        self.sheet.set_freeze_panes(1, layout.held)?;
        self.sheet.set_repeat_rows(0, 0)?;
        if layout.pages > 1 && layout.held > 0 {
            self.sheet.set_repeat_columns(0, layout.held - 1)?;
        }
        // The pages of the same rows follow one another.
        self.sheet.set_print_fit_to_pages(layout.pages, 0).set_page_order(false);
        self.sheet.ignore_error_range(1, 0, end, last, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }
}

/// Writes a cell; says how many characters its longest line has.
fn put(sheet: &mut Worksheet, styles: &Styles, row: u32, at: u16, cell: &Cell<'_>) -> Result<usize, ReportError> {
    match cell {
        Cell::Empty => {
            sheet.write_blank(row, at, &styles.text.plain)?;
            Ok(0)
        }
        Cell::Text(text) => put_text(sheet, row, at, text, &styles.text),
        Cell::Identifier(text) => put_text(sheet, row, at, text, &styles.identifier),
        Cell::Prose(text) => put_text(sheet, row, at, text, &styles.wrapped),
        Cell::Number(number) => {
            sheet.write_number_with_format(row, at, counted(*number), &styles.number)?;
            Ok(8)
        }
        Cell::Date(date) => match excel_date(*date) {
            Some(value) => {
                sheet.write_datetime_with_format(row, at, &value, &styles.date)?;
                Ok(10)
            }
            None => put_text(sheet, row, at, &date.to_string(), &styles.text),
        },
        Cell::Instant(instant) => match excel_instant(*instant) {
            Some(value) => {
                sheet.write_datetime_with_format(row, at, &value, &styles.instant)?;
                Ok(16)
            }
            None => put_text(sheet, row, at, &instant.to_string(), &styles.text),
        },
        Cell::State(state, words) => {
            sheet.write_string_with_format(row, at, *words, styles.state(*state))?;
            Ok(words.chars().count() + 1)
        }
        Cell::Severity(severity, words) => {
            sheet.write_string_with_format(row, at, *words, styles.severity(*severity))?;
            Ok(words.chars().count() + 1)
        }
    }
}

/// Writes a text as a text, whatever it begins with; says how many characters its longest line has.
pub(crate) fn put_text(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    text: &str,
    style: &TextStyle,
) -> Result<usize, ReportError> {
    let shown = cell_text(text);
    let format = if looks_like_formula(&shown) { &style.quoted } else { &style.plain };
    if shown.is_empty() {
        sheet.write_blank(row, at, format)?;
        return Ok(0);
    }
    let longest = shown.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    sheet.write_string_with_format(row, at, shown, format)?;
    Ok(longest)
}

/// A count as the format's number; exact far beyond what an office can hold.
#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub(crate) fn counted(number: u64) -> f64 {
    number as f64
}
