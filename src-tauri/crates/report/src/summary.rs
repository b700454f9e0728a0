use crate::book::{Book, excel_instant};
use crate::chart::{MAX_BARS, Place, states_by_line};
use crate::counts::{Counts, Line};
use crate::summary_tables::Page;
use crate::{Report, ReportError};
use guichet_model::{FileState, Message};
use rust_xlsxwriter::Worksheet;

/// The column beside the tables, where charts stand.
const CHART_COLUMN: u16 = 8;
/// The height of a row in pixels, unless its text is larger.
const ROW_PIXELS: u32 = 20;

/// How many rows each list holds, as written.
pub(crate) struct Written {
    pub(crate) files: u64,
    pub(crate) flags: u64,
    pub(crate) undecided: u64,
    pub(crate) problems: u64,
    pub(crate) rules: u64,
    /// Nothing when there is no such list.
    pub(crate) decisions: Option<u64>,
}

/// The first sheet: what was judged by what, the counts, and the proof that they agree with the lists.
pub(crate) fn write(
    book: &Book,
    report: &Report<'_>,
    counts: &Counts,
    written: &Written,
) -> Result<Worksheet, ReportError> {
    let name = book.words.say("report-sheet-summary");
    let mut page = Page::new(book, &name, report.mask_below)?;
    title(&mut page, report, counts)?;
    let chart_row = page.next();
    facts(&mut page, report)?;
    page.states(counts)?;
    let levels = page.breakdown("report-by-level", "field-level", &counts.levels, counts.states)?;
    let components = page.breakdown("report-by-component", "field-component", &counts.components, counts.states)?;
    page.codes(report, counts)?;
    page.agreement(counts, report, written)?;
    page.inputs(&report.inputs)?;
    page.breakdown("report-by-programme", "field-programme", &counts.programmes, counts.states)?;
    let mut charts = Charts { row: chart_row, page: &mut page, counts };
    charts.add(&levels, &counts.levels, "report-chart-levels")?;
    if counts.components.len() > 1 {
        charts.add(&components, &counts.components, "report-chart-components")?;
    }
    Ok(page.into_sheet())
}

/// What the sheet is, and its conclusion in one sentence.
fn title(page: &mut Page<'_>, report: &Report<'_>, counts: &Counts) -> Result<(), ReportError> {
    let words = page.book.words;
    page.title(&words.say("report-title"))?;
    if let Some(workspace) = report.workspace {
        page.line(workspace)?;
    }
    let subtitle = Message::new("report-subtitle").with("as_of", report.as_of).with("rulebook", report.rulebook.id);
    page.line(&words.render(&subtitle))?;
    page.line(&words.render(&conclusion(counts)))?;
    page.skip();
    Ok(())
}

fn conclusion(counts: &Counts) -> Message {
    let count = |state| i64::try_from(counts.states.of(state)).unwrap_or(i64::MAX);
    Message::new("report-conclusion")
        .with("files", i64::try_from(counts.states.total()).unwrap_or(i64::MAX))
        .with("blocked", count(FileState::Blocked))
        .with("to_check", count(FileState::ToCheck))
        .with("ready", count(FileState::Ready))
        .with("cancelled", count(FileState::Cancelled))
}

/// What the counts rest on.
fn facts(page: &mut Page<'_>, report: &Report<'_>) -> Result<(), ReportError> {
    page.heading("report-basis")?;
    page.fact("report-column-rulebook", report.rulebook.id)?;
    page.fact("report-layers", &report.rulebook.layers.join(" › "))?;
    page.fingerprint("report-rulebook-fingerprint", report.rulebook.sha256)?;
    match excel_instant(report.as_of) {
        Some(instant) => page.dated_fact("report-as-of", &instant)?,
        None => page.fact("report-as-of", &report.as_of.to_string())?,
    }
    page.fact("report-version", report.application_version)?;
    if let Some(least) = report.mask_below {
        let told = Message::new("report-pseudonymised").with("least", least.to_string());
        page.line(&page.book.words.render(&told))?;
    }
    if report.notes_left_out {
        page.line(&page.book.words.say("report-notes-left-out"))?;
    }
    if let Some(journal) = report.journal {
        let words = page.book.words;
        let head = Message::new("report-journal-head").with("operation", journal.operation.to_string());
        page.fact("report-journal", &words.render(&head.with("seal", journal.seal)))?;
    }
    page.skip();
    Ok(())
}

/// Charts one under another beside the tables.
struct Charts<'p, 'b> {
    row: u32,
    page: &'p mut Page<'b>,
    counts: &'p Counts,
}

impl Charts<'_, '_> {
    fn add(&mut self, place: &Place<'_>, lines: &[Line], title: &str) -> Result<(), ReportError> {
        if lines.is_empty() || lines.len() > MAX_BARS {
            return Ok(());
        }
        let words = self.page.book.words;
        let alternative = words.render(&conclusion(self.counts));
        let chart = states_by_line(place, words, &words.say(title), &alternative);
        self.page.chart(self.row, CHART_COLUMN, &chart)?;
        self.row += place.chart_height().div_ceil(ROW_PIXELS) + 1;
        Ok(())
    }
}
