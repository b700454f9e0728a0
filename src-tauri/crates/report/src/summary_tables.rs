use crate::book::Book;
use crate::chart::Place;
use crate::counts::{Counts, Line, States};
use crate::style::TextStyle;
use crate::summary::Written;
use crate::table::{counted, put_text};
use crate::text::{lines_in, row_height};
use crate::{Input, Report, ReportError};
use guichet_model::{FileState, Message};
use rust_xlsxwriter::{Chart, ExcelDateTime, Format, Worksheet};
use std::collections::BTreeMap;

/// The last column of the tables.
const LAST: u16 = 6;
/// Widths in characters of the labels and of the counts.
const LABEL_WIDTH: u16 = 52;
const COUNT_WIDTH: u16 = 13;
/// The first column of counts also holds dates and kinds of sheet.
const WIDE_WIDTH: u16 = 18;

/// The header of a column of labels, or of counts.
enum Head {
    Text(String),
    Count(String),
}

/// The summary being written from top to bottom: labels in the first column, counts beside them.
pub(crate) struct Page<'b> {
    pub(crate) book: &'b Book,
    name: &'b str,
    sheet: Worksheet,
    next: u32,
    /// The least count that is told.
    least: u64,
}

impl<'b> Page<'b> {
    pub(crate) fn new(book: &'b Book, name: &'b str, least: Option<u64>) -> Result<Self, ReportError> {
        let mut sheet = book.plain_sheet(name)?;
        sheet.set_column_width(0, LABEL_WIDTH)?;
        sheet.set_column_width(1, WIDE_WIDTH)?;
        for column in 2..=LAST {
            sheet.set_column_width(column, COUNT_WIDTH)?;
        }
        sheet.set_column_width(LAST + 1, 3)?;
        sheet.set_screen_gridlines(false).set_print_fit_to_pages(1, 0);
        Ok(Self { book, name, sheet, next: 0, least: least.unwrap_or(0) })
    }

    pub(crate) fn into_sheet(self) -> Worksheet {
        self.sheet
    }

    /// The row where the next line goes.
    pub(crate) fn next(&self) -> u32 {
        self.next
    }

    pub(crate) fn skip(&mut self) {
        self.next += 1;
    }

    pub(crate) fn chart(&mut self, row: u32, column: u16, chart: &Chart) -> Result<(), ReportError> {
        self.sheet.insert_chart(row, column, chart)?;
        Ok(())
    }

    pub(crate) fn title(&mut self, text: &str) -> Result<(), ReportError> {
        self.sheet.set_row_height(self.next, 28)?;
        self.sheet.write_string_with_format(self.next, 0, text, &self.book.styles.title)?;
        self.next += 1;
        Ok(())
    }

    pub(crate) fn line(&mut self, text: &str) -> Result<(), ReportError> {
        self.sheet.set_row_height(self.next, 18)?;
        self.text(0, text, &self.book.styles.subtitle)?;
        self.next += 1;
        Ok(())
    }

    pub(crate) fn heading(&mut self, key: &str) -> Result<(), ReportError> {
        let words = self.book.words.say(key);
        self.sheet.set_row_height(self.next, 21)?;
        self.sheet.write_string_with_format(self.next, 0, words, &self.book.styles.heading)?;
        self.next += 1;
        Ok(())
    }

    pub(crate) fn fact(&mut self, key: &str, value: &str) -> Result<(), ReportError> {
        self.label(key)?;
        self.text(1, value, &self.book.styles.note)?;
        self.next += 1;
        Ok(())
    }

    pub(crate) fn fingerprint(&mut self, key: &str, value: &str) -> Result<(), ReportError> {
        self.label(key)?;
        self.text(1, value, &self.book.styles.small)?;
        self.next += 1;
        Ok(())
    }

    pub(crate) fn dated_fact(&mut self, key: &str, value: &ExcelDateTime) -> Result<(), ReportError> {
        self.label(key)?;
        self.sheet.write_datetime_with_format(self.next, 1, value, &self.book.styles.instant)?;
        self.next += 1;
        Ok(())
    }

    /// How many files stand in each state.
    pub(crate) fn states(&mut self, counts: &Counts) -> Result<(), ReportError> {
        self.heading("report-by-state")?;
        self.headers(&["report-column-state"], &["report-column-files", "report-column-share"], &[])?;
        for (state, count) in FileState::ALL.iter().zip(counts.states.all()) {
            let words = self.book.words.state(*state);
            self.sheet.write_string_with_format(self.next, 0, words, self.book.styles.state(*state))?;
            self.count(1, count, &self.book.styles.number)?;
            self.share(2, count, counts.states.total(), &self.book.styles.share)?;
            self.next += 1;
        }
        let total = counts.states.total();
        self.total_label()?;
        self.number(1, total, &self.book.styles.total_number)?;
        self.share(2, total, total, &self.book.styles.total_share)?;
        self.next += 2;
        Ok(())
    }

    /// How many files stand in each state, line by line; says where, for a chart.
    pub(crate) fn breakdown(
        &mut self,
        heading: &str,
        label: &str,
        lines: &[Line],
        total: States,
    ) -> Result<Place<'b>, ReportError> {
        self.heading(heading)?;
        let words = self.book.words;
        let mut heads = vec![Head::Text(words.say(label))];
        heads.extend(FileState::ALL.iter().map(|state| Head::Count(words.state(*state))));
        heads.extend(["report-column-files", "report-column-ready-share"].map(|key| Head::Count(words.say(key))));
        self.header(&heads)?;
        let first = self.next;
        let unsaid = self.book.words.say("report-unsaid");
        for line in lines {
            self.wrapped_label(line.label.as_deref().unwrap_or(&unsaid))?;
            self.states_row(line.states, &self.book.styles.number, &self.book.styles.share)?;
        }
        let last = self.next.saturating_sub(1).max(first);
        self.total_label()?;
        self.states_row(total, &self.book.styles.total_number, &self.book.styles.total_share)?;
        self.next += 1;
        Ok(Place { sheet: self.name, first, last })
    }

    fn states_row(&mut self, states: States, number: &Format, share: &Format) -> Result<(), ReportError> {
        for (column, count) in (1_u16..).zip(states.all()) {
            self.count(column, count, number)?;
        }
        self.count(5, states.total(), number)?;
        self.share(6, states.of(FileState::Ready), states.total(), share)?;
        self.next += 1;
        Ok(())
    }

    /// What each rule brought up.
    pub(crate) fn codes(&mut self, report: &Report<'_>, counts: &Counts) -> Result<(), ReportError> {
        self.heading("report-by-code")?;
        self.headers(
            &["report-column-rule", "report-column-severity"],
            &["report-column-flags", "report-column-undecided", "report-column-files-concerned"],
            &[],
        )?;
        let words = self.book.words;
        let rules: BTreeMap<&str, String> =
            report.rules.iter().map(|rule| (rule.code, words.render(&rule.summary))).collect();
        for line in &counts.codes {
            let label = match rules.get(line.code.as_str()) {
                Some(meaning) => format!("{} · {meaning}", line.code),
                None => line.code.clone(),
            };
            self.wrapped_label(&label)?;
            let severity = words.severity(line.severity);
            self.sheet.write_string_with_format(self.next, 1, severity, self.book.styles.severity(line.severity))?;
            self.count(2, line.flags, &self.book.styles.number)?;
            self.count(3, line.undecided, &self.book.styles.number)?;
            self.count(4, line.files, &self.book.styles.number)?;
            self.next += 1;
        }
        self.total_label()?;
        self.sheet.write_blank(self.next, 1, &self.book.styles.total)?;
        self.number(2, counts.flags, &self.book.styles.total_number)?;
        self.number(3, counts.undecided, &self.book.styles.total_number)?;
        self.sheet.write_blank(self.next, 4, &self.book.styles.total)?;
        self.next += 1;
        self.waived(counts)?;
        self.next += 1;
        Ok(())
    }

    /// What somebody decided not to count, when there is any.
    fn waived(&mut self, counts: &Counts) -> Result<(), ReportError> {
        if counts.waived_flags + counts.waived_undecided > 0 {
            self.label("report-waived")?;
            self.number(2, counts.waived_flags, &self.book.styles.number)?;
            self.number(3, counts.waived_undecided, &self.book.styles.number)?;
            self.next += 1;
        }
        Ok(())
    }

    /// What was counted beside what the lists hold.
    pub(crate) fn agreement(
        &mut self,
        counts: &Counts,
        report: &Report<'_>,
        written: &Written,
    ) -> Result<(), ReportError> {
        self.heading("report-agreement")?;
        self.headers(
            &["report-column-list"],
            &["report-column-counted", "report-column-written"],
            &["report-column-agrees"],
        )?;
        let length = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let lists = [
            ("report-sheet-files", counts.states.total(), written.files),
            ("report-sheet-flags", counts.flags + counts.waived_flags, written.flags),
            ("report-sheet-undecided", counts.undecided + counts.waived_undecided, written.undecided),
            ("report-sheet-problems", length(report.problems.len()), written.problems),
            ("report-sheet-rules", length(report.rules.len()), written.rules),
        ];
        let decisions =
            written.decisions.map(|written| ("report-sheet-decisions", length(report.decisions.len()), written));
        for (list, counted, written) in lists.into_iter().chain(decisions) {
            let verdict = if counted == written { "report-agrees" } else { "report-differs" };
            self.text(0, &self.book.words.say(list), &self.book.styles.text)?;
            self.number(1, counted, &self.book.styles.number)?;
            self.number(2, written, &self.book.styles.number)?;
            self.text(3, &self.book.words.say(verdict), &self.book.styles.text)?;
            self.next += 1;
        }
        self.next += 1;
        Ok(())
    }

    /// The sheets that were read, with the fingerprints of their files.
    pub(crate) fn inputs(&mut self, inputs: &[Input<'_>]) -> Result<(), ReportError> {
        self.heading("report-inputs")?;
        self.headers(
            &["report-column-input", "report-column-kind"],
            &["report-column-rows"],
            &["report-column-fingerprint"],
        )?;
        for input in inputs {
            let label = Message::new("report-input").with("file", input.file).with("sheet", input.sheet);
            self.wrapped_label(&self.book.words.render(&label))?;
            self.text(1, &self.book.words.kind(input.kind), &self.book.styles.text)?;
            self.number(2, input.rows, &self.book.styles.number)?;
            self.text(3, input.sha256, &self.book.styles.small)?;
            self.next += 1;
        }
        if inputs.is_empty() {
            self.text(0, &self.book.words.say("report-empty-inputs"), &self.book.styles.note)?;
            self.next += 1;
        }
        self.next += 1;
        Ok(())
    }

    /// Columns of labels, then of counts, then of labels again.
    fn headers(&mut self, labels: &[&str], counts: &[&str], more: &[&str]) -> Result<(), ReportError> {
        let words = self.book.words;
        let mut heads: Vec<Head> = labels.iter().map(|key| Head::Text(words.say(key))).collect();
        heads.extend(counts.iter().map(|key| Head::Count(words.say(key))));
        heads.extend(more.iter().map(|key| Head::Text(words.say(key))));
        self.header(&heads)
    }

    /// Labels stand at the left, counts at the right.
    fn header(&mut self, heads: &[Head]) -> Result<(), ReportError> {
        let styles = &self.book.styles;
        let mut lines = 1;
        for (column, head) in (0_u16..).zip(heads) {
            let (words, format) = match head {
                Head::Text(words) => (words, &styles.header),
                Head::Count(words) => (words, &styles.header_right),
            };
            lines = lines.max(lines_in(words, COUNT_WIDTH));
            self.sheet.write_string_with_format(self.next, column, words, format)?;
        }
        self.sheet.set_row_height(self.next, row_height(lines))?;
        self.next += 1;
        Ok(())
    }

    fn label(&mut self, key: &str) -> Result<(), ReportError> {
        self.text(0, &self.book.words.say(key), &self.book.styles.text)
    }

    /// A label on as many lines as it needs.
    fn wrapped_label(&mut self, text: &str) -> Result<(), ReportError> {
        let lines = lines_in(text, LABEL_WIDTH);
        if lines > 1 {
            self.sheet.set_row_height(self.next, row_height(lines))?;
        }
        self.text(0, text, &self.book.styles.wrapped)
    }

    fn total_label(&mut self) -> Result<(), ReportError> {
        let words = self.book.words.say("report-total");
        self.sheet.write_string_with_format(self.next, 0, words, &self.book.styles.total)?;
        Ok(())
    }

    fn text(&mut self, column: u16, text: &str, style: &TextStyle) -> Result<(), ReportError> {
        put_text(&mut self.sheet, self.next, column, text, style)?;
        Ok(())
    }

    fn number(&mut self, column: u16, count: u64, format: &Format) -> Result<(), ReportError> {
        self.sheet.write_number_with_format(self.next, column, counted(count), format)?;
        Ok(())
    }

    /// How many files: where it could tell of whom, only that it is small.
    fn count(&mut self, column: u16, count: u64, format: &Format) -> Result<(), ReportError> {
        if !self.is_small(count) {
            return self.number(column, count, format);
        }
        let small = Message::new("report-small-count").with("least", self.least.to_string());
        self.sheet.write_string_with_format(self.next, column, self.book.words.render(&small), format)?;
        Ok(())
    }

    fn is_small(&self, count: u64) -> bool {
        (1..self.least).contains(&count)
    }

    /// A part of a whole; of nothing there is no part, and of what is masked none is told.
    fn share(&mut self, column: u16, part: u64, whole: u64, format: &Format) -> Result<(), ReportError> {
        if whole == 0 || self.is_small(part) || self.is_small(whole) || self.is_small(whole - part.min(whole)) {
            self.sheet.write_blank(self.next, column, format)?;
        } else {
            self.sheet.write_number_with_format(self.next, column, counted(part) / counted(whole), format)?;
        }
        Ok(())
    }
}
