//! CSV and TSV: separator, records, cells.
//!
//! A record's row is its rank in the file, as a spreadsheet program shows it; a quoted line break does not start
//! a new one, and a quote that is never closed does not swallow the lines after it.

use crate::encoding::Decoded;
use crate::limits::{MAX_GRID, MAX_QUOTED_BYTES, MAX_QUOTED_LINES, MAX_RECORD_BYTES};
use crate::text_sheet::TextSheet;
use crate::wire::{Excess, Stop, Wire};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use guichet_model::{Message, ProblemCode};
use std::io::Write;

const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];
/// Records looked at to find the separator.
const SAMPLE_RECORDS: usize = 50;

/// Reads a decoded text as one sheet of this name.
pub(crate) fn read<W: Write>(decoded: &Decoded, name: &str, wire: &mut Wire<W>) -> Result<(), Stop> {
    let (separator, text) = separator_of(&decoded.text);
    let mut quoted = Fields::new(separator, true);
    let mut plain = Fields::new(separator, false);
    let mut sheet = TextSheet::start(wire, name, false, decoded.doubt.as_ref())?;
    for (row, record) in (0u32..).zip(Records::new(text, separator)) {
        if record.text.len() > MAX_RECORD_BYTES {
            return Err(Excess::Text.into());
        }
        if row >= MAX_GRID.0 {
            return Err(Excess::Grid.into());
        }
        let fields = if record.unclosed { &mut plain } else { &mut quoted };
        fields.read(record.text);
        if fields.len() > MAX_GRID.1 as usize {
            return Err(Excess::Grid.into());
        }
        for (column, value) in (0u32..).zip(fields.iter()) {
            sheet.text(row, column, value)?;
        }
        if record.unclosed {
            let line = (u64::from(row) + 1).to_string();
            sheet.problem(Some(line), ProblemCode::ValueUnreadable, Message::new("problem-quote-unclosed"))?;
        }
    }
    sheet.end()
}

/// The separator, declared by a first line `sep=;` or found, and the text after such a line.
fn separator_of(text: &str) -> (u8, &str) {
    declared_separator(text).unwrap_or_else(|| (most_regular(text), text))
}

fn declared_separator(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("sep=")?;
    let separator = *rest.as_bytes().first().filter(|byte| SEPARATORS.contains(byte))?;
    let line_end = &rest[1..];
    let after = line_end.strip_prefix("\r\n").or_else(|| line_end.strip_prefix(['\r', '\n']))?;
    Some((separator, after))
}

/// The separator with which most records have one same number of cells, at least two; then the one with more cells.
fn most_regular(text: &str) -> u8 {
    let score = |separator: u8| {
        let mut fields = Fields::new(separator, true);
        let mut widths = [0usize; 64];
        for record in Records::new(text, separator).filter(|record| !record.text.trim().is_empty()).take(SAMPLE_RECORDS)
        {
            fields.read(record.text);
            widths[fields.len().min(widths.len() - 1)] += 1;
        }
        let (width, count) =
            widths.iter().enumerate().skip(2).max_by_key(|(width, count)| (**count, *width)).unwrap_or((0, &0));
        (*count, width)
    };
    SEPARATORS.into_iter().rev().max_by_key(|separator| score(*separator)).unwrap_or(b';')
}

/// The cells of one record.
struct Fields {
    reader: Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
}

impl Fields {
    fn new(separator: u8, quoting: bool) -> Self {
        let reader = ReaderBuilder::new().delimiter(separator).quoting(quoting).build();
        Self { reader, output: vec![0; 4 << 10], ends: vec![0; 64], count: 0 }
    }

    fn read(&mut self, record: &str) {
        self.reader.reset();
        let (mut input, mut written) = (record.as_bytes(), 0);
        self.count = 0;
        // A record never grows when its quotes go: with the whole room at once there is one pass and the end.
        if self.output.len() < record.len() + 1 {
            self.output.resize(record.len() + 1, 0);
        }
        loop {
            let (result, read, wrote, ended) =
                self.reader.read_record(input, &mut self.output[written..], &mut self.ends[self.count..]);
            input = &input[read..];
            written += wrote;
            self.count += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record | ReadRecordResult::End => return,
            }
        }
    }

    fn len(&self) -> usize {
        self.count
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends[..self.count].iter().map(move |end| {
            let field = std::str::from_utf8(&self.output[start..*end]).unwrap_or_default();
            start = *end;
            field
        })
    }
}

/// One record, without its line end.
struct Record<'a> {
    text: &'a str,
    unclosed: bool,
}

/// Cuts a text into records.
struct Records<'a> {
    rest: &'a str,
    separator: u8,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: u8) -> Self {
        Self { rest: text, separator }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let line = line_end(self.rest.as_bytes());
        // Without a quote there is nothing to weigh.
        let (end, unclosed) = if self.rest.as_bytes()[..line].contains(&b'"') {
            match quoted_end(self.rest.as_bytes(), self.separator) {
                Some(end) => (end, false),
                None => (line, true),
            }
        } else {
            (line, false)
        };
        let text = &self.rest[..end];
        let after = &self.rest[end..];
        self.rest = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\r', '\n'])).unwrap_or(after);
        Some(Record { text, unclosed })
    }
}

fn line_end(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len())
}

/// Where the first record ends when its quotes are respected; `None` when one is never properly closed.
fn quoted_end(bytes: &[u8], separator: u8) -> Option<usize> {
    let (mut place, mut lines, mut starts) = (0, 0, true);
    while let Some(byte) = bytes.get(place) {
        match byte {
            b'"' if starts => {
                place = close(bytes, place + 1, separator, &mut lines)?;
                starts = false;
                continue;
            }
            b'\n' | b'\r' => return Some(place),
            byte => starts = *byte == separator,
        }
        place += 1;
    }
    Some(place)
}

/// Just after the quote that closes a cell, which stands before a separator or a line end.
fn close(bytes: &[u8], mut place: usize, separator: u8, lines: &mut usize) -> Option<usize> {
    let limit = place + MAX_QUOTED_BYTES;
    loop {
        match bytes.get(place)? {
            b'"' => match bytes.get(place + 1) {
                Some(b'"') => place += 1,
                None | Some(b'\n' | b'\r') => return Some(place + 1),
                Some(next) if *next == separator => return Some(place + 1),
                Some(_) => return None,
            },
            b'\n' | b'\r' => *lines += 1,
            _ => {}
        }
        if *lines > MAX_QUOTED_LINES || place > limit {
            return None;
        }
        place += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::grid::RawSheet;
    use crate::wire::{Line, Wire, parse};

    /// Rows with their cells, and the rows complained of.
    fn table(text: &str) -> (Vec<(u32, Vec<String>)>, Vec<String>) {
        let mut out = Vec::new();
        read(&text.to_owned().into(), "x", &mut Wire::new(&mut out)).expect("read");
        let (mut sheet, mut problems) = (RawSheet::default(), Vec::new());
        for line in String::from_utf8(out).expect("UTF-8").lines() {
            match parse(line).expect("a line") {
                Line::Cell { row, cell } => sheet.push(row, cell),
                Line::Problem(problem) => problems.extend(problem.cell),
                _ => {}
            }
        }
        let rows = sheet.rows.iter().map(|row| (row.row, row.cells.iter().map(|cell| cell.raw.to_string()).collect()));
        (rows.collect(), problems)
    }

    fn rows(text: &str) -> Vec<Vec<String>> {
        table(text).0.into_iter().map(|(_, cells)| cells).collect()
    }

    #[test]
    fn the_separator_is_the_regular_one() {
        for text in [
            "a;b,c;d\n1;2,0;3\n",
            "a,d\n\"1;2;3\",4\n5,6;7\n",
            "a\tb;c\n1\t2\n",
            "a|b\n1|2,5\n",
            "sep=,\r\na,b\n1;0,2\n",
        ] {
            assert!(rows(text).iter().all(|row| row.len() == rows(text)[0].len() && row.len() >= 2), "{text}");
        }
        assert_eq!(rows("Nom\nDupont\n"), [["Nom"], ["Dupont"]]);
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_shows_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a;b", "", "1;\"two", "lines\"", "2;3"].join(end);
            let (rows, problems) = table(&text);
            assert_eq!(rows.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [0, 2, 3], "{end:?}");
            assert_eq!(rows[1].1[1], format!("two{end}lines"));
            assert!(problems.is_empty());
        }
    }

    #[test]
    fn an_unclosed_quote_keeps_to_its_line() {
        let (rows, problems) = table("a;b\n1;\"open\n2;x\n3;\"y\"\n");
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[1].1, ["1", "\"open"]);
        assert_eq!(rows[3].1, ["3", "y"]);
        assert_eq!(problems, ["2"]);
        assert_eq!(rows_of_unclosed_at_end(), 2);
    }

    fn rows_of_unclosed_at_end() -> usize {
        rows("a;b\n1;\"open").len()
    }

    #[test]
    fn quotes_inside_cells_are_kept() {
        assert_eq!(rows("a;b\n\"say \"\"hi\"\"; now\";12\" pipe\n")[1], ["say \"hi\"; now", "12\" pipe"]);
    }
}
