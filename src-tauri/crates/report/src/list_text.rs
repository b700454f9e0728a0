//! A list as delimited text, as spreadsheet programs open it in France: UTF-8 with its mark, semicolons, CRLF.

use crate::table::Cell;
use crate::text::{cell_text, looks_like_formula};
use csv_core::{Terminator, Writer, WriterBuilder};
use guichet_model::Language;
use std::borrow::Cow;
use time::Date;

/// The mark by which spreadsheet programs know UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Rows being written.
pub(crate) struct Delimited {
    writer: Writer,
    language: Language,
    bytes: Vec<u8>,
}

impl Delimited {
    pub(crate) fn new(language: Language) -> Self {
        let writer = WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).build();
        Self { writer, language, bytes: MARK.to_vec() }
    }

    /// Writes a row: a text that a program could take for a formula is written after an apostrophe.
    pub(crate) fn row(&mut self, cells: &[Cell<'_>]) {
        for (at, cell) in cells.iter().enumerate() {
            let text = text(cell, self.language);
            // Room for every sign doubled, the quotes, and the delimiter.
            let mut room = vec![0; 2 * text.len() + 8];
            let mut end = if at > 0 { self.writer.delimiter(&mut room).1 } else { 0 };
            end += self.writer.field(text.as_bytes(), &mut room[end..]).2;
            self.bytes.extend_from_slice(&room[..end]);
        }
        let mut room = [0; 8];
        let end = self.writer.terminator(&mut room).1;
        self.bytes.extend_from_slice(&room[..end]);
    }

    /// What was written.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

fn text<'a>(cell: &'a Cell<'_>, language: Language) -> Cow<'a, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) | Cell::Identifier(text) | Cell::Prose(text) => {
            let text = cell_text(text);
            if looks_like_formula(&text) { Cow::Owned(format!("'{text}")) } else { text }
        }
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Date(date) => Cow::Owned(day(*date, language)),
        Cell::Instant(instant) => {
            let (hour, minute, _) = instant.as_hms();
            Cow::Owned(format!("{} {hour:02}:{minute:02}", day(instant.date(), language)))
        }
        Cell::State(_, words) | Cell::Severity(_, words) => Cow::Borrowed(words),
    }
}

/// A date as the workbook shows it.
fn day(date: Date, language: Language) -> String {
    let (year, month, day) = (date.year(), u8::from(date.month()), date.day());
    match language {
        Language::Fr => format!("{day:02}/{month:02}/{year:04}"),
        Language::En => format!("{year:04}-{month:02}-{day:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::Delimited;
    use crate::table::Cell;
    use guichet_model::Language;
    use time::macros::datetime;

    fn written(cells: &[Cell<'_>], language: Language) -> String {
        let mut text = Delimited::new(language);
        text.row(cells);
        String::from_utf8(text.into_bytes()).expect("UTF-8")
    }

    #[test]
    fn a_row_is_read_by_spreadsheet_programs_and_is_no_formula() {
        let cells = [
            Cell::Text("Élodie".into()),
            Cell::Empty,
            Cell::Prose("deux\nlignes ; \"citées\"".into()),
            Cell::Identifier("+33600000000".into()),
            Cell::Text("=1+1".into()),
            Cell::Number(12),
            Cell::Instant(datetime!(2024-09-29 12:00)),
        ];
        assert_eq!(
            written(&cells, Language::Fr),
            "\u{feff}Élodie;;\"deux\nlignes ; \"\"citées\"\"\";'+33600000000;'=1+1;12;29/09/2024 12:00\r\n"
        );
        assert!(written(&cells[6..], Language::En).ends_with("2024-09-29 12:00\r\n"));
    }
}
