//! What the child reader says to its parent: one line for each thing met, tab-separated, in UTF-8.
//!
//! ```text
//! F <format>                          what the file is by its content
//! S <v|h> <name>                      a sheet starts (visible or hidden)
//! <row> <column> s <raw>              a text cell
//! <row> <column> n <number> <raw>     a number
//! <row> <column> d <iso> <raw>        a date, with its hour
//! <row> <column> b <0|1> <raw>        a truth value
//! <row> <column> e <raw>              an error cell
//! <row> <column> f <raw>              a formula without result
//! X                                   what was said of the sheet's cells does not hold; they come again
//! M <json of marks>                   what the sheet's display keeps from sight
//! E                                   the sheet ends
//! P <json of a problem>               something could not be read
//! .                                   the file ends; without this line the child died
//! ```
//! Rows and columns are counted from zero. In names and texts, `\t`, `\n`, `\r` and `\\` stand for themselves;
//! other control characters, which no store or report can hold, go no further.

use crate::format::FileFormat;
use crate::grid::{CellValue, Marks, RawCell};
use crate::letters::Letters;
use crate::limits::{
    MAX_CELL_CHARS, MAX_CELLS, MAX_GRID, MAX_INFLATED_BYTES, MAX_NAME_CHARS, MAX_RECORD_BYTES, MAX_SHEETS,
    MAX_ZIP_ENTRIES,
};
use guichet_model::{CellAddress, Message, ProblemCode, parse_instant};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::io::{self, Write};

/// Why reading a file ends before its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Stop {
    /// The file is refused.
    #[error("the file is refused: {}", .0.as_str())]
    Refused(ProblemCode),
    /// The file is refused because it passes a limit.
    #[error("the file passes a limit: {0:?}")]
    Excess(Excess),
    /// Nobody listens any more.
    #[error("the parent does not listen: {0}")]
    Output(#[from] io::Error),
}

/// Which limit a file passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Excess {
    /// The parts of its container.
    Parts,
    /// What its container holds once it is inflated.
    Inflated,
    Sheets,
    Cells,
    /// Rows and columns of the largest grid.
    Grid,
    /// The text of one cell or line.
    Text,
}

impl Excess {
    /// The sentence, with the limit.
    pub(crate) fn message(self) -> Message {
        let (cause, limit) = match self {
            Self::Parts => ("parts", MAX_ZIP_ENTRIES as u64),
            Self::Inflated => ("inflated", MAX_INFLATED_BYTES >> 20),
            Self::Sheets => ("sheets", MAX_SHEETS as u64),
            Self::Cells => ("cells", MAX_CELLS),
            Self::Grid => ("grid", u64::from(MAX_GRID.1)),
            Self::Text => ("text", MAX_RECORD_BYTES as u64 >> 20),
        };
        Message::new(format!("problem-too-large-{cause}")).with("limit", i64::try_from(limit).unwrap_or(i64::MAX))
    }
}

impl From<ProblemCode> for Stop {
    fn from(code: ProblemCode) -> Self {
        Self::Refused(code)
    }
}

impl From<Excess> for Stop {
    fn from(excess: Excess) -> Self {
        Self::Excess(excess)
    }
}

/// The sentence of a sheet that is a chart, a dialog or macros.
pub(crate) const WITHOUT_CELLS: &str = "problem-sheet-without-cells";

/// A problem as the child states it; the parent adds the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct WireProblem {
    pub(crate) sheet: Option<String>,
    pub(crate) cell: Option<String>,
    pub(crate) code: ProblemCode,
    pub(crate) message: Message,
}

/// The child's side.
pub(crate) struct Wire<W: Write> {
    out: W,
    cells: u64,
    sheets: usize,
    /// Cells told before the current sheet.
    before: u64,
    /// The current sheet.
    name: String,
    /// What earlier programs did to its letters, and its cells whose text is too long.
    letters: Letters,
    cut: Vec<CellAddress>,
}

impl<W: Write> Wire<W> {
    pub(crate) fn new(out: W) -> Self {
        let (letters, cut) = (Letters::default(), Vec::new());
        Self { out, cells: 0, sheets: 0, before: 0, name: String::new(), letters, cut }
    }

    /// What the file is by its content.
    pub(crate) fn format(&mut self, format: FileFormat) -> Result<(), Stop> {
        writeln!(self.out, "F\t{}", format.as_str())?;
        Ok(())
    }

    /// A sheet starts; sheets past the limit refuse the file.
    pub(crate) fn sheet(&mut self, name: &str, hidden: bool) -> Result<(), Stop> {
        self.sheets += 1;
        if self.sheets > MAX_SHEETS {
            return Err(Excess::Sheets.into());
        }
        let name = name.char_indices().nth(MAX_NAME_CHARS).map_or(name, |(end, _)| &name[..end]);
        self.before = self.cells;
        name.clone_into(&mut self.name);
        writeln!(self.out, "S\t{}\t{}", if hidden { 'h' } else { 'v' }, escape(name))?;
        Ok(())
    }

    /// A cell of the current sheet; cells past the limit, or outside any grid, refuse the file. A text that is too long is
    /// cut, and damaged letters go no further: both are told when the sheet ends.
    pub(crate) fn cell(&mut self, row: u32, column: u32, value: CellValue, raw: &str) -> Result<(), Stop> {
        self.cells += 1;
        if self.cells > MAX_CELLS {
            return Err(Excess::Cells.into());
        }
        if row >= MAX_GRID.0 || column >= MAX_GRID.1 {
            return Err(Stop::Refused(ProblemCode::Corrupt));
        }
        let whole = self.mended(row, column, raw);
        let raw = escape(&whole);
        match value {
            CellValue::Text => writeln!(self.out, "{row}\t{column}\ts\t{raw}"),
            CellValue::Number(number) => writeln!(self.out, "{row}\t{column}\tn\t{number}\t{raw}"),
            CellValue::Instant(instant) => {
                let (year, month, day) = instant.to_calendar_date();
                let (hour, minute, second) = instant.as_hms();
                let month = u8::from(month);
                writeln!(
                    self.out,
                    "{row}\t{column}\td\t{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}\t{raw}"
                )
            }
            CellValue::Flag(flag) => writeln!(self.out, "{row}\t{column}\tb\t{}\t{raw}", u8::from(flag)),
            CellValue::Error => writeln!(self.out, "{row}\t{column}\te\t{raw}"),
            CellValue::Uncalculated => writeln!(self.out, "{row}\t{column}\tf\t{raw}"),
        }?;
        Ok(())
    }

    fn mended<'t>(&mut self, row: u32, column: u32, text: &'t str) -> Cow<'t, str> {
        // Nearly every text is short and plain.
        if text.is_ascii() && text.len() <= MAX_CELL_CHARS {
            return Cow::Borrowed(text);
        }
        let Some(address) = u16::try_from(column).ok().map(|column| CellAddress { row, column }) else {
            return Cow::Borrowed(text);
        };
        let end = if text.len() > MAX_CELL_CHARS { text.char_indices().nth(MAX_CELL_CHARS) } else { None };
        let kept = end.and_then(|(end, _)| text.get(..end));
        if kept.is_some() {
            self.cut.push(address);
        }
        self.letters.mend(address, kept.unwrap_or(text))
    }

    /// The cells of the current sheet come again, from another reader.
    pub(crate) fn restart_sheet(&mut self) -> Result<(), Stop> {
        self.cells = self.before;
        (self.letters, self.cut) = (Letters::default(), Vec::new());
        self.out.write_all(b"X\n")?;
        Ok(())
    }

    /// What the display of the current sheet keeps from sight.
    pub(crate) fn marks(&mut self, marks: &Marks) -> Result<(), Stop> {
        if !marks.is_empty() {
            let json = serde_json::to_string(marks).map_err(io::Error::from)?;
            writeln!(self.out, "M\t{json}")?;
        }
        Ok(())
    }

    /// The current sheet ends.
    pub(crate) fn end_sheet(&mut self) -> Result<(), Stop> {
        let (letters, cut) = (std::mem::take(&mut self.letters), std::mem::take(&mut self.cut));
        let cut = cut.into_iter().map(|cell| {
            let message = Message::new("problem-text-cut").with("limit", MAX_CELL_CHARS);
            (cell.to_string(), ProblemCode::ValueUnreadable, message)
        });
        for (cell, code, message) in cut.chain(letters.told()) {
            self.problem(&WireProblem { sheet: Some(self.name.clone()), cell: Some(cell), code, message })?;
        }
        self.out.write_all(b"E\n")?;
        Ok(())
    }

    /// A sheet that holds no cells: a chart, a dialog, macros.
    pub(crate) fn sheet_without_cells(&mut self, name: &str) -> Result<(), Stop> {
        let message = Message::new(WITHOUT_CELLS);
        let sheet = Some(name.chars().take(MAX_NAME_CHARS).collect());
        self.problem(&WireProblem { sheet, cell: None, code: ProblemCode::SheetIgnored, message })
    }

    /// Something could not be read.
    pub(crate) fn problem(&mut self, problem: &WireProblem) -> Result<(), Stop> {
        let json = serde_json::to_string(problem).map_err(io::Error::from)?;
        writeln!(self.out, "P\t{json}")?;
        Ok(())
    }

    /// The file ends.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.out.write_all(b".\n")?;
        self.out.flush()
    }
}

/// A line as the parent understands it.
#[derive(Debug, PartialEq)]
pub(crate) enum Line {
    Format(FileFormat),
    Sheet { name: String, hidden: bool },
    Cell { row: u32, cell: RawCell },
    Restart,
    Marks(Marks),
    EndOfSheet,
    Problem(WireProblem),
    EndOfFile,
}

/// Reads one line, without its end; `None` when it is not of the protocol.
pub(crate) fn parse(line: &str) -> Option<Line> {
    match line.as_bytes().first()? {
        b'E' if line.len() == 1 => Some(Line::EndOfSheet),
        b'.' if line.len() == 1 => Some(Line::EndOfFile),
        b'X' if line.len() == 1 => Some(Line::Restart),
        b'M' => Some(Line::Marks(serde_json::from_str(line.strip_prefix("M\t")?).ok()?)),
        b'F' => Some(Line::Format(FileFormat::from_name(line.strip_prefix("F\t")?)?)),
        b'S' => {
            let (shown, name) = line.strip_prefix("S\t")?.split_once('\t')?;
            Some(Line::Sheet { name: unescape(name).into_owned(), hidden: shown == "h" })
        }
        b'P' => Some(Line::Problem(serde_json::from_str(line.strip_prefix("P\t")?).ok()?)),
        _ => parse_cell(line),
    }
}

fn parse_cell(line: &str) -> Option<Line> {
    let (row, rest) = line.split_once('\t')?;
    let (column, rest) = rest.split_once('\t')?;
    let (kind, rest) = rest.split_once('\t')?;
    let (value, raw) = match kind {
        "s" => (CellValue::Text, rest),
        "e" => (CellValue::Error, rest),
        "f" => (CellValue::Uncalculated, rest),
        _ => {
            let (machine, raw) = rest.split_once('\t')?;
            let value = match kind {
                "n" => CellValue::Number(machine.parse().ok()?),
                "d" => CellValue::Instant(parse_instant(machine)?.0),
                "b" => CellValue::Flag(machine == "1"),
                _ => return None,
            };
            (value, raw)
        }
    };
    let cell = RawCell { column: column.parse().ok()?, value, raw: unescape(raw).into() };
    Some(Line::Cell { row: row.parse().ok()?, cell })
}

fn escape(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| byte.is_ascii_control() || byte == b'\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' => plain.push_str("\\\\"),
            '\t' => plain.push_str("\\t"),
            '\n' => plain.push_str("\\n"),
            '\r' => plain.push_str("\\r"),
            c if c.is_ascii_control() => {}
            c => plain.push(c),
        }
    }
    Cow::Owned(plain)
}

fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        plain.push(match c {
            '\\' => match chars.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::{Excess, Line, Stop, Wire, WireProblem, parse};
    use crate::format::FileFormat;
    use crate::grid::{CellValue, Marks, RawCell};
    use guichet_model::{Message, ProblemCode};
    use time::macros::datetime;

    #[test]
    fn what_is_said_is_what_is_understood() {
        let mut out = Vec::new();
        let mut wire = Wire::new(&mut out);
        let cells = [
            (CellValue::Text, "a\tb\\n\nc\r"),
            (CellValue::Number(12.5), "12,5"),
            (CellValue::Instant(datetime!(2024-07-19 12:01:30)), "19/07/2024 12:01:30"),
            (CellValue::Flag(true), "VRAI"),
            (CellValue::Error, "#N/A"),
            (CellValue::Uncalculated, "=A1+1"),
        ];
        wire.format(FileFormat::Csv).expect("written");
        wire.sheet("Effectifs\t1", true).expect("written");
        for (column, (value, raw)) in (0..).zip(&cells) {
            wire.cell(7, column, *value, raw).expect("written");
        }
        wire.end_sheet().expect("written");
        let problem = WireProblem {
            sheet: Some("x".into()),
            cell: None,
            code: ProblemCode::Corrupt,
            message: Message::new("problem-corrupt").with("n", 3i64),
        };
        wire.problem(&problem).expect("written");
        wire.finish().expect("written");
        let text = String::from_utf8(out).expect("UTF-8");
        let lines: Vec<Line> = text.lines().map(|line| parse(line).expect(line)).collect();
        let mut expected =
            vec![Line::Format(FileFormat::Csv), Line::Sheet { name: "Effectifs\t1".into(), hidden: true }];
        for (column, (value, raw)) in (0..).zip(cells) {
            expected.push(Line::Cell { row: 7, cell: RawCell { column, value, raw: raw.into() } });
        }
        expected.extend([Line::EndOfSheet, Line::Problem(problem), Line::EndOfFile]);
        assert_eq!(lines, expected);
    }

    #[test]
    fn sheets_past_the_limit_refuse_the_file_and_a_long_name_is_cut() {
        let mut out = Vec::new();
        let mut wire = Wire::new(&mut out);
        wire.sheet(&"é".repeat(5_000), false).expect("written");
        assert!((1..255).all(|_| wire.sheet("S", false).is_ok()));
        assert!(matches!(wire.sheet("S", false), Err(Stop::Excess(Excess::Sheets))));
        let text = String::from_utf8(out).expect("UTF-8");
        assert_eq!(text.lines().next().map(|line| line.chars().count()), Some("S\tv\t".len() + 4_096));
    }

    #[test]
    fn cells_past_the_limit_refuse_the_file() {
        let mut wire = Wire::new(std::io::sink());
        let mut cell = |row| wire.cell(row / 10, row % 10, CellValue::Flag(true), "VRAI");
        let limit = u32::try_from(crate::limits::MAX_CELLS).expect("a count of cells");
        assert!((0..limit).all(|row| cell(row).is_ok()));
        assert!(matches!(cell(limit), Err(Stop::Excess(Excess::Cells))));
    }

    #[test]
    fn a_sheet_told_again_counts_once_and_no_control_character_is_told() {
        let mut out = Vec::new();
        let mut wire = Wire::new(&mut out);
        wire.sheet("S", false).expect("written");
        wire.cell(0, 0, CellValue::Text, "a\0\u{7}b\u{7f}\t").expect("written");
        wire.restart_sheet().expect("written");
        assert_eq!(wire.cells, 0);
        wire.marks(&Marks { filtered: true, ..Marks::default() }).expect("written");
        let lines: Vec<Line> = std::str::from_utf8(&out).expect("UTF-8").lines().filter_map(parse).skip(1).collect();
        let cell = RawCell { column: 0, value: CellValue::Text, raw: "ab\t".into() };
        let marks = Marks { filtered: true, ..Marks::default() };
        assert_eq!(lines, [Line::Cell { row: 0, cell }, Line::Restart, Line::Marks(marks)]);
    }

    #[test]
    fn lost_letters_and_long_texts_are_told_when_their_sheet_ends() {
        let mut out = Vec::new();
        let mut wire = Wire::new(&mut out);
        for sheet in ["A", "B"] {
            wire.sheet(sheet, false).expect("written");
            wire.cell(0, 1, CellValue::Text, "In\u{fffd}s").expect("written");
            wire.restart_sheet().expect("written");
            wire.cell(0, 1, CellValue::Text, "In\u{fffd}s").expect("written");
            wire.cell(1, 1, CellValue::Text, &"é".repeat(32_768)).expect("written");
            wire.end_sheet().expect("written");
        }
        let lines: Vec<Line> = std::str::from_utf8(&out).expect("UTF-8").lines().filter_map(parse).collect();
        let told = lines.iter().filter_map(|line| match line {
            Line::Problem(problem) => {
                Some((problem.sheet.as_deref()?, problem.message.id.as_str(), problem.cell.as_deref()?))
            }
            _ => None,
        });
        let of = |sheet| [(sheet, "problem-text-cut", "B2"), (sheet, "problem-letters-lost", "B1")];
        assert_eq!(told.collect::<Vec<_>>(), [of("A"), of("B")].concat());
        let kept = lines.iter().filter_map(|line| match line {
            Line::Cell { cell, .. } => Some(cell.raw.chars().count()),
            _ => None,
        });
        assert_eq!(kept.max(), Some(32_767));
        assert!(lines.iter().any(|line| matches!(line, Line::Cell { cell, .. } if &*cell.raw == "In?s")));
    }

    #[test]
    fn cells_outside_the_grid_and_foreign_lines_are_refused() {
        let mut wire = Wire::new(Vec::new());
        assert!(matches!(wire.cell(1_048_576, 0, CellValue::Text, "x"), Err(Stop::Refused(ProblemCode::Corrupt))));
        for line in ["", "hello", "1\t2\tz\tx", "1\tx\ts\ty", "S\tname"] {
            assert_eq!(parse(line), None, "{line}");
        }
    }
}
