//! One cell of a sheet: what its XML says, and what it means.

use crate::grid::CellValue;
use crate::shown::{date_cell, show_error, show_instant, show_number};
use crate::wire::{Stop, Wire};
use crate::xlsx::book::Book;
use crate::xlsx::formats::Format;
use crate::xlsx::strings::{Item, unescape};
use crate::xlsx::xml::Trouble;
use calamine::{ExcelDateTime, ExcelDateTimeType};
use guichet_model::parse_instant;
use std::borrow::Cow;
use std::io::Write;

/// What a spreadsheet program shows for a formula before it is calculated.
pub(crate) const UNCALCULATED: &str = "=";

/// How a cell's value is to be understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    #[default]
    Number,
    Shared,
    /// Text, of a formula or of the cell itself.
    Text,
    Flag,
    Error,
    Date,
    /// A kind that the norm does not know: its text is kept as it is.
    Unknown,
}

impl Kind {
    pub(crate) fn of(name: &str) -> Self {
        match name {
            "n" => Self::Number,
            "s" => Self::Shared,
            "str" | "inlineStr" => Self::Text,
            "b" => Self::Flag,
            "e" => Self::Error,
            "d" => Self::Date,
            _ => Self::Unknown,
        }
    }
}

/// The cell being read.
#[derive(Debug, Default)]
pub(crate) struct Cell {
    /// Row and column.
    pub(crate) place: (u32, u32),
    pub(crate) kind: Kind,
    /// The rank of its style.
    pub(crate) style: usize,
    /// Whether it is calculated.
    pub(crate) formula: bool,
    /// Whether it says that it has a value, which may be nothing.
    pub(crate) valued: bool,
    /// Whether it holds its text itself.
    pub(crate) inline: bool,
    /// Its value, as written.
    pub(crate) value: String,
    /// The text that it holds itself.
    pub(crate) text: Item,
}

impl Cell {
    /// Begins another cell.
    pub(crate) fn clear(&mut self, place: (u32, u32)) {
        self.place = place;
        (self.kind, self.style) = (Kind::default(), 0);
        (self.formula, self.valued, self.inline) = (false, false, false);
        self.value.clear();
        self.text.clear();
    }

    /// States the cell, if it holds something, and says whether it does.
    pub(crate) fn tell<W: Write>(&self, book: &Book, wire: &mut Wire<W>) -> Result<bool, Trouble> {
        if self.inline {
            return self.tell_text(&self.text.text, wire);
        }
        match self.kind {
            Kind::Text if self.valued => self.tell_text(&unescape(&self.value), wire),
            // A formula that was calculated says so by a value; only a text may be nothing.
            _ if self.value.trim().is_empty() => {
                if !self.formula {
                    return Ok(false);
                }
                self.say(wire, CellValue::Uncalculated, UNCALCULATED)?;
                Ok(true)
            }
            Kind::Shared => {
                let index = self.value.trim().parse().map_err(|_| Trouble::Odd)?;
                self.tell_text(book.strings.get(index).ok_or(Trouble::Odd)?, wire)
            }
            Kind::Text | Kind::Unknown => self.tell_text(&self.value, wire),
            kind => {
                let (value, raw) = self.understood(kind, book);
                self.say(wire, value, &raw)?;
                Ok(true)
            }
        }
    }

    fn tell_text<W: Write>(&self, text: &str, wire: &mut Wire<W>) -> Result<bool, Trouble> {
        if text.is_empty() {
            return Ok(false);
        }
        self.say(wire, CellValue::Text, text)?;
        Ok(true)
    }

    fn say<W: Write>(&self, wire: &mut Wire<W>, value: CellValue, raw: &str) -> Result<(), Stop> {
        wire.cell(self.place.0, self.place.1, value, raw)
    }

    /// A value that is not a text, and how a person sees it. What is not of its kind is a text, as it is written.
    fn understood(&self, kind: Kind, book: &Book) -> (CellValue, Cow<'_, str>) {
        let written = self.value.trim();
        let as_text = || (CellValue::Text, Cow::Borrowed(self.value.as_str()));
        match kind {
            Kind::Error => (CellValue::Error, Cow::Borrowed(show_error(written))),
            Kind::Flag => match written {
                "1" | "true" | "TRUE" => (CellValue::Flag(true), "VRAI".into()),
                "0" | "false" | "FALSE" => (CellValue::Flag(false), "FAUX".into()),
                _ => as_text(),
            },
            Kind::Date => match parse_instant(written) {
                Some((instant, _)) => {
                    let with_hour = written.contains(':');
                    (CellValue::Instant(instant), show_instant(instant, with_hour).into())
                }
                None => as_text(),
            },
            _ => match number(written) {
                Some(number) => {
                    let (value, raw) = shown_as(number, self.format(book), book.is_1904);
                    (value, raw.into())
                }
                None => as_text(),
            },
        }
    }

    fn format(&self, book: &Book) -> Format {
        book.formats.get(self.style).copied().unwrap_or_default()
    }
}

/// A number as its format shows it.
pub(crate) fn shown_as(number: f64, format: Format, is_1904: bool) -> (CellValue, String) {
    let kind = match format {
        Format::Plain => return (CellValue::Number(number), show_number(number)),
        Format::Elapsed => ExcelDateTimeType::TimeDelta,
        Format::Day | Format::Hour => ExcelDateTimeType::DateTime,
    };
    date_cell(ExcelDateTime::new(number, kind, is_1904), format == Format::Hour)
}

/// A finite number, as XML Schema writes it; `INF` and the like are texts.
fn number(text: &str) -> Option<f64> {
    let digits = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E');
    if !text.bytes().all(digits) {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}
