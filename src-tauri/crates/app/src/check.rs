//! Judging an office's files in memory: nothing is kept.

use crate::failure::AppError;
use guichet_intake::{FileReading, ReadOptions, ReadProgress, ReaderCommand, read_files};
use guichet_model::{Instant, Office, Problem, ProblemCode, Registration, SheetKind, SourceSheet, TypedRow};
use guichet_rules::{FileVerdict, Rulebook, evaluate};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

/// What to judge, by what and when.
pub struct CheckRequest<'a> {
    /// The files, read together as one office.
    pub files: &'a [PathBuf],
    /// The rulebook.
    pub rulebook: &'a Rulebook,
    /// The instant at which files are judged.
    pub as_of: Instant,
    /// What the caller decides about reading.
    pub options: ReadOptions,
}

/// An office judged in memory.
pub struct Checked {
    /// What was read.
    pub readings: Vec<FileReading>,
    /// The facts.
    pub office: Office,
    /// What the rules say, one verdict a file, in input order.
    pub verdicts: Vec<FileVerdict>,
    /// Everything that is to be said of the inputs.
    pub problems: Vec<Problem>,
    /// How many rows each recognised table has, by file fingerprint, sheet name and row of its headers.
    rows: BTreeMap<(String, String, u32), usize>,
}

impl Checked {
    /// How many rows were read from a sheet.
    #[must_use]
    pub fn rows_of(&self, sheet: &SourceSheet) -> usize {
        self.rows.get(&table(sheet)).copied().unwrap_or(0)
    }

    /// The registration a verdict is about.
    #[must_use]
    pub fn registration(&self, verdict: &FileVerdict) -> Option<&Registration> {
        self.office.registrations.get(usize::try_from(verdict.registration.0).ok()?)
    }

    /// Whether some row is not wholly understood and attached.
    #[must_use]
    pub fn is_unclean(&self) -> bool {
        self.problems.iter().any(|problem| problem.code.is_unclean())
    }

    /// Whether something could not be read.
    #[must_use]
    pub fn has_bad_input(&self) -> bool {
        self.problems.iter().any(|problem| problem.code.fails())
    }
}

/// What tells a table from all others: two on one sheet have its name.
fn table(sheet: &SourceSheet) -> (String, String, u32) {
    (sheet.sha256.clone(), sheet.name.clone(), sheet.header_row)
}

/// Reads files and judges them.
///
/// # Errors
/// [`AppError::Cancelled`] when `cancel` was set. Bad files are problems of the result, not errors.
pub fn check(
    request: &CheckRequest<'_>,
    reader: &ReaderCommand,
    on_progress: &mut dyn FnMut(ReadProgress),
    cancel: &AtomicBool,
) -> Result<Checked, AppError> {
    let mut readings = read_files(request.files, reader, &request.options, on_progress, cancel);
    if cancel.load(std::sync::atomic::Ordering::Relaxed) {
        return Err(AppError::Cancelled);
    }
    let kinds: BTreeSet<SheetKind> =
        readings.iter().flat_map(|file| file.sheets.iter().map(|s| s.sheet.kind)).collect();
    let mut rows: Vec<TypedRow> = Vec::new();
    let mut counts = BTreeMap::new();
    for sheet in readings.iter_mut().flat_map(|file| file.sheets.iter_mut()) {
        counts.insert(table(&sheet.sheet), sheet.rows.len());
        rows.append(&mut sheet.rows);
    }
    let (office, unassigned) = Office::assemble(&rows, kinds);
    // The office has taken what the rows say; their raw cells stay with it.
    drop(rows);
    let verdicts = evaluate(&office, request.rulebook, request.as_of);
    let mut problems: Vec<Problem> = readings.iter().flat_map(|file| file.problems.iter().cloned()).collect();
    problems.extend(request.options.unused_lines(&readings));
    problems.extend(unassigned);
    problems.extend(unattached_requests(&office));
    Ok(Checked { readings, office, verdicts, problems, rows: counts })
}

/// Requests for a level at which the person has no registration: attached to no file, so listed by themselves.
#[must_use]
pub fn unattached_requests(office: &Office) -> Vec<Problem> {
    let unattached = office.requests.iter().filter(|request| {
        let mut own = office.registrations_of(request.person).peekable();
        own.peek().is_some() && request.level.is_some() && !own.any(|registration| registration.level == request.level)
    });
    let rows = unattached.map(|request| (&request.source.sheet, request.source.row));
    Problem::group_rows(rows.map(|(sheet, row)| (ProblemCode::RequestUnattached, sheet.as_ref(), row, Vec::new())))
}
