//! From the sheets of a file, as its reader states them, to what an office can use.

use crate::display;
use crate::format::FileFormat;
use crate::grid::RawSheet;
use crate::header::{Header, find};
use crate::parent::ReadOptions;
use crate::say::Say;
use crate::sheet::{self, SheetReading};
use crate::wire::WireProblem;
use guichet_model::{Problem, ProblemCode, SourceSheet};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What was found in one file.
#[derive(Clone, Debug)]
pub struct FileReading {
    /// The file's name, without its folder.
    pub file: String,
    /// SHA-256 of the file's bytes in lower-case hexadecimal; empty when they could not be read or pass the limit.
    pub sha256: String,
    /// The sheets that were recognised and can be judged, in the file's order.
    pub sheets: Vec<SheetReading>,
    /// Everything that is to be said of the file, its sheets and its cells, in reading order.
    pub problems: Vec<Problem>,
}

/// What the reader said of a file.
#[derive(Default)]
pub(crate) struct Stated {
    pub(crate) format: Option<FileFormat>,
    pub(crate) sheets: Vec<RawSheet>,
    pub(crate) problems: Vec<WireProblem>,
}

impl Stated {
    /// Why the file as a whole is refused.
    fn refusal(&self) -> Option<&WireProblem> {
        self.problems.iter().find(|problem| problem.sheet.is_none() && problem.code.fails())
    }

    /// Tells what the reader met. What refuses the whole file comes alone.
    pub(crate) fn tell(&self, file: &str, say: &mut Say<'_>) {
        let refused = self.refusal().is_some();
        if let Some(format) = self.format.filter(|format| !refused && format.is_misnamed(file)) {
            say.misnamed(format);
        }
        let told = self.problems.iter().filter(|problem| !refused || problem.sheet.is_none() && problem.code.fails());
        for problem in told.take(if refused { 1 } else { usize::MAX }) {
            say.take(Problem {
                file: file.to_owned(),
                sheet: problem.sheet.clone(),
                cell: problem.cell.clone(),
                code: problem.code,
                message: problem.message.clone(),
            });
        }
    }

    /// The sheets that were read whole.
    pub(crate) fn readable_sheets(self) -> Vec<RawSheet> {
        let broken: BTreeSet<&str> = self
            .problems
            .iter()
            .filter(|problem| problem.code == ProblemCode::SheetUnreadable)
            .filter_map(|problem| problem.sheet.as_deref())
            .collect();
        self.sheets.into_iter().filter(|sheet| !broken.contains(sheet.name.as_str())).collect()
    }

    fn has_broken_sheet(&self) -> bool {
        self.problems.iter().any(|problem| problem.code == ProblemCode::SheetUnreadable)
    }
}

/// Recognises and types the sheets of one file.
pub(crate) fn understand(file: &str, sha256: String, stated: Stated, options: &ReadOptions) -> FileReading {
    let mut problems = Vec::new();
    let mut say = Say::new(file, &mut problems);
    stated.tell(file, &mut say);
    let (refused, broken) = (stated.refusal().is_some(), stated.has_broken_sheet());
    let readable = if refused { Vec::new() } else { stated.readable_sheets() };
    let sheets = if refused || broken && readable.is_empty() {
        Vec::new()
    } else {
        understand_sheets(file, &sha256, readable, options, &mut say)
    };
    FileReading { file: file.to_owned(), sha256, sheets, problems }
}

fn understand_sheets(
    file: &str,
    sha256: &str,
    sheets: Vec<RawSheet>,
    options: &ReadOptions,
    say: &mut Say<'_>,
) -> Vec<SheetReading> {
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        say.plainly(ProblemCode::Empty);
        return Vec::new();
    }
    let headers: Vec<Option<Header>> =
        sheets.iter().map(|sheet| find(sheet, options, &format!("{} {file}", sheet.name))).collect();
    let some_known = headers.iter().any(Option::is_some);
    let mut readings = Vec::new();
    // Sheets are dropped one by one: a large file is not held twice.
    for (raw, header) in sheets.into_iter().zip(headers) {
        say.about(&raw.name);
        readings.extend(understand_one(file, sha256, &raw, header.as_ref(), some_known, options, say));
    }
    readings
}

/// One sheet whose headers were looked for; `some_known` when those of some sheet of the file were found.
pub(crate) fn understand_one(
    file: &str,
    sha256: &str,
    raw: &RawSheet,
    header: Option<&Header>,
    some_known: bool,
    options: &ReadOptions,
    say: &mut Say<'_>,
) -> Option<SheetReading> {
    display::tell_hidden(raw, say);
    match header {
        _ if raw.rows.is_empty() => say.plainly(ProblemCode::SheetEmpty),
        None if some_known => say.plainly(ProblemCode::SheetIgnored),
        None => say.plainly(ProblemCode::NoHeader),
        Some(header) => return understand_sheet(file, sha256, raw, header, options, say),
    }
    None
}

fn understand_sheet(
    file: &str,
    sha256: &str,
    raw: &RawSheet,
    header: &Header,
    options: &ReadOptions,
    say: &mut Say<'_>,
) -> Option<SheetReading> {
    tell_header(header, say);
    display::tell_merged(raw, header.row, say);
    if !header.usable {
        return None;
    }
    let source = SourceSheet {
        file: file.to_owned(),
        sha256: sha256.to_owned(),
        name: raw.name.clone(),
        kind: header.kind,
        header_row: header.row,
        columns: header.columns.clone(),
    };
    let reading = sheet::read(Arc::new(source), raw, header, options.mapping.as_ref(), say);
    if reading.rows.is_empty() {
        say.plainly(ProblemCode::SheetEmpty);
    }
    Some(reading)
}

fn tell_header(header: &Header, say: &mut Say<'_>) {
    if !header.missing.is_empty() {
        say.column_missing(header.row, header.kind, &header.missing);
    }
    for (field, columns) in &header.duplicates {
        say.column_duplicate(header.row, *field, columns);
    }
    let doubled: BTreeSet<u16> = header.duplicates.values().flatten().map(|column| column.column).collect();
    for column in header.columns.iter().filter(|column| column.field.is_none() && !doubled.contains(&column.column)) {
        say.column(ProblemCode::ColumnUnknown, header.row, column);
    }
    for column in &header.dropped {
        say.column(ProblemCode::ColumnDropped, header.row, column);
    }
}
