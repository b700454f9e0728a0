//! One list of an office's files, to work on elsewhere: findings, files, reminders, numbers to verify.

use crate::book::{Book, Cover};
use crate::file_sheet;
use crate::finding_sheet::{FindingWriter, WITH_WAIVED};
use crate::list_text::Delimited;
use crate::table::{Cell, Column, Layout, Table};
use crate::words::Words;
use crate::{GoOn, ReportError, ReportFile, RuleLine, each, to_the_end};
use guichet_model::{Finding, Instant, Language, Message, Outcome};
use time::Date;

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListFormat {
    /// A workbook (xlsx).
    Workbook,
    /// Text with semicolons, in UTF-8 with its mark, as spreadsheet programs read it in France.
    Csv,
}

/// A list, and by what it was made.
#[derive(Clone, Debug)]
pub struct List<'a> {
    /// The identifier of the rulebook.
    pub rulebook: &'a str,
    /// The instant the files were judged at, civil time in Paris: also the workbook's creation date.
    pub as_of: Instant,
    /// The version of the application.
    pub application_version: &'a str,
    /// What it holds.
    pub listed: Listed<'a>,
}

/// What a list holds.
#[derive(Clone, Debug)]
pub enum Listed<'a> {
    /// One row per finding of these files, with its evidence and what to do.
    Findings {
        /// The files, in their order.
        files: Vec<ReportFile<'a>>,
        /// Every rule.
        rules: Vec<RuleLine<'a>>,
    },
    /// One row per file, with its state and its findings in words.
    Files(Vec<ReportFile<'a>>),
    /// One row per person who must do or bring something.
    Reminders(Vec<ReminderLine<'a>>),
    /// One row per certificate number to be verified.
    Numbers(Vec<NumberLine<'a>>),
}

/// One person who must do or bring something. Absent values are unknown.
#[derive(Clone, Debug, Default)]
pub struct ReminderLine<'a> {
    /// Student number.
    pub student_number: Option<&'a str>,
    /// Birth name.
    pub birth_name: Option<&'a str>,
    /// Name in use.
    pub use_name: Option<&'a str>,
    /// Given name.
    pub given_name: Option<&'a str>,
    /// Electronic mail address.
    pub email: Option<&'a str>,
    /// Telephone number.
    pub phone: Option<&'a str>,
    /// The programmes registered for, in words; their codes and levels beside them.
    pub programmes: Vec<&'a str>,
    /// Their codes.
    pub programme_codes: Vec<&'a str>,
    /// Their levels.
    pub levels: Vec<&'a str>,
    /// What is missing, one sentence each.
    pub missing: Vec<String>,
    /// The first of the last minutes to do it.
    pub until: Option<Instant>,
    /// The codes of the rules that found it missing.
    pub codes: Vec<String>,
}

/// One certificate number to be verified. Absent values are unknown.
#[derive(Clone, Debug, Default)]
pub struct NumberLine<'a> {
    /// The number, in groups.
    pub number: String,
    /// The first letters of the birth name, which the control asks for.
    pub name_letters: Option<String>,
    /// Student number.
    pub student_number: Option<&'a str>,
    /// Ine.
    pub ine: Option<&'a str>,
    /// Birth name.
    pub birth_name: Option<&'a str>,
    /// Given name.
    pub given_name: Option<&'a str>,
    /// Birth date.
    pub birth_date: Option<Date>,
    /// The academic year it is to be valid for.
    pub year: Option<String>,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
    /// The day of the latest control.
    pub controlled_at: Option<Date>,
}

const fn column(header: &'static str, min: u16, max: u16) -> Column {
    Column { header, min, max }
}

/// Findings and "cannot tell", waived or not, are one list here, and say which they are.
const FINDINGS: Layout =
    Layout { name: "report-sheet-flags", empty: "report-empty-flags", columns: &with_outcome(), held: 6, pages: 3 };

const fn with_outcome() -> [Column; WITH_WAIVED.len() + 1] {
    let mut all = [column("list-column-outcome", 12, 16); WITH_WAIVED.len() + 1];
    let mut at = 0;
    while at < WITH_WAIVED.len() {
        all[at + 1] = WITH_WAIVED[at];
        at += 1;
    }
    all
}

const REMINDERS: Layout = Layout {
    name: "list-sheet-reminders",
    empty: "list-empty-reminders",
    columns: &[
        column("field-student-number", 11, 18),
        column("field-birth-name", 12, 26),
        column("field-use-name", 10, 22),
        column("field-given-name", 10, 22),
        column("field-email", 14, 34),
        column("field-phone", 12, 18),
        column("field-programme", 14, 34),
        column("field-programme-code", 10, 18),
        column("field-level", 8, 10),
        column("list-column-missing", 30, 70),
        column("list-column-until", 17, 17),
        column("list-column-codes", 10, 24),
    ],
    held: 4,
    pages: 2,
};

const NUMBERS: Layout = Layout {
    name: "list-sheet-numbers",
    empty: "list-empty-numbers",
    columns: &[
        column("field-cvec-number", 16, 18),
        column("list-column-letters", 12, 14),
        column("field-student-number", 11, 18),
        column("field-ine", 12, 16),
        column("field-birth-name", 12, 26),
        column("field-given-name", 10, 22),
        column("field-birth-date", 11, 11),
        column("field-academic-year", 12, 12),
        column("report-column-why", 30, 70),
        column("field-controlled-at", 12, 12),
    ],
    held: 1,
    pages: 1,
};

impl Listed<'_> {
    fn layout(&self) -> &'static Layout {
        match self {
            Self::Findings { .. } => &FINDINGS,
            Self::Files(_) => &file_sheet::LAYOUT,
            Self::Reminders(_) => &REMINDERS,
            Self::Numbers(_) => &NUMBERS,
        }
    }

    fn title(&self) -> &'static str {
        match self {
            Self::Findings { .. } => "list-title-findings",
            Self::Files(_) => "list-title-files",
            Self::Reminders(_) => "list-title-reminders",
            Self::Numbers(_) => "list-title-numbers",
        }
    }

    /// Hands each row on.
    fn rows(
        &self,
        words: Words,
        go_on: GoOn<'_>,
        put: &mut dyn FnMut(&[Cell<'_>]) -> Result<(), ReportError>,
    ) -> Result<(), ReportError> {
        match self {
            Self::Findings { files, rules } => {
                let writer = FindingWriter::new(words, rules);
                let outcome = [words.say("list-outcome-flag"), words.say("list-outcome-undecided")];
                let row = |file: &ReportFile<'_>, finding: &Finding, waived: Option<&Message>| {
                    let outcome = &outcome[usize::from(finding.outcome == Outcome::CannotTell)];
                    let mut cells = vec![Cell::text(Some(outcome))];
                    cells.extend(writer.cells(file, finding, waived));
                    cells.resize_with(FINDINGS.columns.len(), || Cell::Empty);
                    put(&cells)
                };
                findings(files, go_on, row)
            }
            Self::Files(files) => {
                let writer = FindingWriter::new(words, &[]);
                each(files, go_on, |file| put(&file_sheet::cells(file, &writer)))
            }
            Self::Reminders(lines) => each(lines, go_on, |line| put(&reminder(line))),
            Self::Numbers(lines) => each(lines, go_on, |line| put(&number(line))),
        }
    }
}

/// Each finding of each file, those that somebody waived after the others.
fn findings(
    files: &[ReportFile<'_>],
    go_on: GoOn<'_>,
    mut put: impl FnMut(&ReportFile<'_>, &Finding, Option<&Message>) -> Result<(), ReportError>,
) -> Result<(), ReportError> {
    each(files, go_on, |file| {
        file.findings.iter().try_for_each(|finding| put(file, finding, None))?;
        file.waived.iter().try_for_each(|waived| put(file, waived.finding, Some(&waived.by)))
    })
}

/// The bytes of a list. The same list in the same language gives the same bytes; every text is written as text, never as a
/// formula.
///
/// # Errors
/// When temporary files cannot be created or written, or the workbook cannot be assembled.
pub fn write_list(list: &List<'_>, language: Language, format: ListFormat) -> Result<Vec<u8>, ReportError> {
    write_list_while(list, language, format, &to_the_end)
}

/// Like [`write_list`], telling how far it is for as long as `go_on` says yes.
///
/// # Errors
/// As [`write_list`], and [`ReportError::Stopped`].
pub fn write_list_while(
    list: &List<'_>,
    language: Language,
    format: ListFormat,
    go_on: GoOn<'_>,
) -> Result<Vec<u8>, ReportError> {
    let layout = list.listed.layout();
    match format {
        ListFormat::Workbook => {
            let cover = Cover::judged(list.listed.title(), list.as_of, list.rulebook, list.application_version);
            Book::write(&cover, language, crate::MAX_ROWS, |book| {
                let mut table = Table::new(book, layout)?;
                list.listed.rows(book.words, go_on, &mut |cells| table.row(book, cells))?;
                table.finish(book)
            })
        }
        ListFormat::Csv => {
            let words = Words::new(language);
            let mut text = Delimited::new(language);
            let headers: Vec<String> = layout.columns.iter().map(|column| words.say(column.header)).collect();
            text.row(&headers.iter().map(|header| Cell::text(Some(header))).collect::<Vec<_>>());
            list.listed.rows(words, go_on, &mut |cells| {
                text.row(cells);
                Ok(())
            })?;
            Ok(text.into_bytes())
        }
    }
}

fn lines<'a>(texts: &[impl AsRef<str>], between: &str) -> Cell<'a> {
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    if texts.is_empty() { Cell::Empty } else { Cell::prose(texts.join(between)) }
}

fn reminder<'a>(line: &'a ReminderLine<'_>) -> Vec<Cell<'a>> {
    vec![
        Cell::identifier(line.student_number),
        Cell::text(line.birth_name),
        Cell::text(line.use_name),
        Cell::text(line.given_name),
        Cell::text(line.email),
        Cell::identifier(line.phone),
        lines(&line.programmes, "\n"),
        lines(&line.programme_codes, "\n"),
        lines(&line.levels, "\n"),
        lines(&line.missing, "\n"),
        line.until.map_or(Cell::Empty, Cell::Instant),
        lines(&line.codes, ", "),
    ]
}

fn number<'a>(line: &'a NumberLine<'_>) -> Vec<Cell<'a>> {
    vec![
        Cell::identifier(Some(&line.number)),
        Cell::text(line.name_letters.as_deref()),
        Cell::identifier(line.student_number),
        Cell::identifier(line.ine),
        Cell::text(line.birth_name),
        Cell::text(line.given_name),
        line.birth_date.map_or(Cell::Empty, Cell::Date),
        Cell::text(line.year.as_deref()),
        lines(&line.reasons, "\n"),
        line.controlled_at.map_or(Cell::Empty, Cell::Date),
    ]
}
