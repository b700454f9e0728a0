use crate::book::Book;
use crate::finding_sheet::{FindingWriter, layouts};
use crate::table::{Cell, Column, Layout, Table};
use crate::{GoOn, Report, ReportError, ReportFile, each};
use guichet_model::{FileState, Outcome, parse_instant};

/// One row per file.
pub(crate) const LAYOUT: Layout = Layout {
    name: "report-sheet-files",
    empty: "report-empty-files",
    columns: &[
        Column { header: "report-column-state", min: 12, max: 18 },
        Column { header: "field-student-number", min: 11, max: 18 },
        Column { header: "field-birth-name", min: 12, max: 26 },
        Column { header: "field-given-name", min: 10, max: 22 },
        Column { header: "field-level", min: 8, max: 10 },
        Column { header: "field-programme-code", min: 10, max: 16 },
        Column { header: "report-column-flags", min: 11, max: 11 },
        Column { header: "report-column-undecided", min: 14, max: 14 },
        Column { header: "report-column-findings", min: 30, max: 64 },
        Column { header: "field-programme", min: 12, max: 30 },
        Column { header: "field-component", min: 12, max: 24 },
        Column { header: "field-registered-at", min: 17, max: 17 },
        Column { header: "field-cvec-number", min: 10, max: 17 },
        Column { header: "field-use-name", min: 8, max: 22 },
        Column { header: "field-birth-date", min: 11, max: 11 },
        Column { header: "field-ine", min: 12, max: 16 },
        Column { header: "field-academic-year", min: 12, max: 12 },
    ],
    held: 4,
    pages: 2,
};

/// The three lists that are filled in one pass over the files.
pub(crate) struct Lists {
    pub(crate) files: Table,
    pub(crate) flags: Table,
    pub(crate) undecided: Table,
}

impl Lists {
    fn of(&mut self, outcome: Outcome) -> &mut Table {
        match outcome {
            Outcome::Flag => &mut self.flags,
            Outcome::CannotTell => &mut self.undecided,
        }
    }
}

/// Writes one row per file, and one per finding in the list of its outcome.
pub(crate) fn write(book: &mut Book, report: &Report<'_>, go_on: GoOn<'_>) -> Result<Lists, ReportError> {
    let [flags, undecided] = layouts(report);
    let mut lists = Lists {
        files: Table::new(book, &LAYOUT)?,
        flags: Table::new(book, flags)?,
        undecided: Table::new(book, undecided)?,
    };
    let findings = FindingWriter::new(book.words, &report.rules);
    each(&report.files, go_on, |file| {
        for finding in file.findings {
            lists.of(finding.outcome).row(book, &findings.cells(file, finding, None))?;
        }
        for waived in &file.waived {
            let cells = findings.cells(file, waived.finding, Some(&waived.by));
            lists.of(waived.finding.outcome).row(book, &cells)?;
        }
        lists.files.row(book, &cells(file, &findings))
    })?;
    Ok(lists)
}

/// A file's row, with its findings in words.
pub(crate) fn cells<'a>(file: &'a ReportFile<'_>, writer: &'a FindingWriter) -> Vec<Cell<'a>> {
    let findings = file.findings.iter().map(|finding| writer.line(finding)).collect::<Vec<_>>().join("\n");
    let count = |outcome| {
        let found = file.findings.iter().filter(|finding| finding.outcome == outcome).count();
        Cell::Number(u64::try_from(found).unwrap_or(u64::MAX))
    };
    vec![
        Cell::State(file.state, writer.state(file.state)),
        Cell::identifier(file.key.student_number.as_deref()),
        Cell::text(file.key.birth_name.as_deref()),
        Cell::text(file.key.given_name.as_deref()),
        Cell::text(file.level.map(guichet_model::Level::as_str)),
        Cell::identifier(file.programme_code),
        count(Outcome::Flag),
        count(Outcome::CannotTell),
        if findings.is_empty() { Cell::Empty } else { Cell::prose(findings) },
        file.programme.map_or(Cell::Empty, Cell::prose),
        file.component.map_or(Cell::Empty, Cell::prose),
        registered(file),
        file.cvec_number.map_or(Cell::Empty, |number| Cell::Identifier(number.to_string().into())),
        Cell::text(file.use_name),
        birth_date(file.key.birth_date.as_deref()),
        Cell::identifier(file.key.ine.as_deref()),
        file.academic_year.map_or(Cell::Empty, |year| Cell::Text(year.to_string().into())),
    ]
}

/// A real date; what is not one (a pseudonym, a year alone) stays as it is.
fn birth_date(text: Option<&str>) -> Cell<'_> {
    match text.and_then(parse_instant) {
        Some((instant, _)) => Cell::Date(instant.date()),
        None => Cell::text(text),
    }
}

/// The words of every state, in the order of [`FileState::ALL`].
pub(crate) fn state_words(words: crate::words::Words) -> Vec<(FileState, String)> {
    FileState::ALL.iter().map(|state| (*state, words.state(*state))).collect()
}

/// When the student registered, to the minute or to the day.
fn registered<'a>(file: &ReportFile<'_>) -> Cell<'a> {
    match file.registered_at {
        None => Cell::Empty,
        Some(at) if file.registered_day_only => Cell::Date(at.date()),
        Some(at) => Cell::Instant(at),
    }
}
