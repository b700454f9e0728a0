//! The validation report: what an office hands to its managers, as a spreadsheet. And what is to be corrected in the
//! files of an import, as a spreadsheet that can be imported again ([`write_corrections`]). And lists to work on elsewhere,
//! such as the reminders of a mail merge ([`write_list`]).
//!
//! [`write`] turns a [`Report`] into the bytes of an xlsx workbook of six sheets, and a seventh when
//! something was entered at the desk. It reads no clock and names no
//! author: the same report in the same language gives the same bytes. Whatever an office's files contain is
//! written as text, a number or a date; no cell of the workbook holds a formula.

mod book;
mod chart;
mod corrections;
mod counts;
mod decision_sheet;
mod error;
mod file_sheet;
mod finding_sheet;
mod held;
mod list;
mod list_text;
mod problem_sheet;
mod report;
mod rule_sheet;
mod style;
mod summary;
mod summary_tables;
mod table;
mod text;
mod words;

#[cfg(test)]
mod tests;

pub use corrections::{
    Correction, CorrectionCell, CorrectionColumn, CorrectionRow, CorrectionSheet, CorrectionValue, Corrections,
    write_corrections,
};
pub use error::ReportError;
pub use held::{Held, write_held};
pub use list::{List, ListFormat, Listed, NumberLine, ReminderLine, write_list, write_list_while};
pub use report::{Decided, DeskDecision, Input, JournalHead, Report, ReportFile, RuleLine, Rulebook, WaivedFinding};

use book::{Book, Cover};
use guichet_model::Language;
use table::Table;

/// How many rows of a sheet are used: the format's 1,048,576, less the one a streamed sheet ends on.
const MAX_ROWS: u32 = 1_048_575;

/// The bytes of the workbook (xlsx) that tells this report in this language.
///
/// The lists are streamed, in clear, through temporary files of the operating system that are gone when this returns.
///
/// # Errors
/// When those temporary files cannot be created or written, or the workbook cannot be assembled.
/// What the report contains is never a cause.
pub fn write(report: &Report<'_>, language: Language) -> Result<Vec<u8>, ReportError> {
    write_within(report, language, MAX_ROWS, &to_the_end)
}

/// Like [`write()`], telling how many of the files are written, of how many, for as long as `go_on` says yes.
///
/// # Errors
/// As [`write()`], and [`ReportError::Stopped`].
pub fn write_while(report: &Report<'_>, language: Language, go_on: GoOn<'_>) -> Result<Vec<u8>, ReportError> {
    write_within(report, language, MAX_ROWS, go_on)
}

/// Is told how many are written, of how many; says whether the others are still wanted.
pub type GoOn<'a> = &'a dyn Fn(usize, usize) -> bool;

fn to_the_end(_: usize, _: usize) -> bool {
    true
}

/// Each of these in turn, as long as they are wanted.
fn each<T>(
    all: &[T],
    go_on: GoOn<'_>,
    mut write: impl FnMut(&T) -> Result<(), ReportError>,
) -> Result<(), ReportError> {
    all.iter().enumerate().try_for_each(|(done, one)| {
        if !go_on(done, all.len()) {
            return Err(ReportError::Stopped);
        }
        write(one)
    })
}

/// Like [`write()`], a list going on in a further sheet when one holds `rows`, its header included.
fn write_within(report: &Report<'_>, language: Language, rows: u32, go_on: GoOn<'_>) -> Result<Vec<u8>, ReportError> {
    Book::write(&Cover::of_report(report), language, rows, |book| {
        let counts = counts::Counts::of(report);
        let lists = file_sheet::write(book, report, go_on)?;
        let problems = problem_sheet::write(book, report.problems)?;
        let rules = rule_sheet::write(book, report)?;
        let decisions = decision_sheet::write(book, &report.decisions)?;
        let written = summary::Written {
            files: lists.files.written(),
            flags: lists.flags.written(),
            undecided: lists.undecided.written(),
            problems: problems.written(),
            rules: rules.written(),
            decisions: decisions.as_ref().map(Table::written),
        };
        let summary = summary::write(book, report, &counts, &written)?;
        book.push(summary);
        for table in [lists.files, lists.flags, lists.undecided, problems, rules].into_iter().chain(decisions) {
            table.finish(book)?;
        }
        Ok(())
    })
}
