//! From the sheets of a file, as its reader states them, to what an office can use.

use crate::display;
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
    pub(crate) sheets: Vec<RawSheet>,
    pub(crate) problems: Vec<WireProblem>,
}

/// Recognises and types the sheets of one file.
pub(crate) fn understand(file: &str, sha256: String, stated: Stated, options: &ReadOptions) -> FileReading {
    let mut problems = Vec::new();
    let mut say = Say::new(file, &mut problems);
    let refused = stated.problems.iter().any(refuses);
    let broken: BTreeSet<String> = stated
        .problems
        .iter()
        .filter(|problem| problem.code == ProblemCode::SheetUnreadable)
        .filter_map(|problem| problem.sheet.clone())
        .collect();
    tell_stated(stated.problems, file, &mut say);
    let readable: Vec<RawSheet> = if refused {
        Vec::new()
    } else {
        stated.sheets.into_iter().filter(|sheet| !broken.contains(&sheet.name)).collect()
    };
    let sheets = if refused || !broken.is_empty() && readable.is_empty() {
        Vec::new()
    } else {
        understand_sheets(file, &sha256, readable, options, &mut say)
    };
    FileReading { file: file.to_owned(), sha256, sheets, problems }
}

/// Whether the whole file is refused, and not only something said of it.
fn refuses(problem: &WireProblem) -> bool {
    problem.sheet.is_none() && problem.code.fails()
}

/// The reader's own problems. What refuses the whole file comes alone.
fn tell_stated(problems: Vec<WireProblem>, file: &str, say: &mut Say<'_>) {
    let whole = problems.iter().position(refuses);
    let told = match whole {
        Some(place) => problems.into_iter().skip(place).take(1).collect::<Vec<_>>(),
        None => problems,
    };
    for problem in told {
        say.take(Problem {
            file: file.to_owned(),
            sheet: problem.sheet,
            cell: problem.cell,
            code: problem.code,
            message: problem.message,
        });
    }
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
        display::tell_hidden(&raw, say);
        match header {
            _ if raw.rows.is_empty() => say.plainly(ProblemCode::SheetEmpty),
            None if some_known => say.plainly(ProblemCode::SheetIgnored),
            None => say.plainly(ProblemCode::NoHeader),
            Some(header) => readings.extend(understand_sheet(file, sha256, &raw, &header, options, say)),
        }
    }
    readings
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
