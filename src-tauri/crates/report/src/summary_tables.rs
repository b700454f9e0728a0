use crate::book::Book;
use crate::chart::Place;
use crate::counts::{Counts, Line, States};
use crate::style::TextStyle;
use crate::summary::Written;
use crate::table::{counted, put_text};
use crate::{Input, Report, ReportError};
use guichet_model::{FileState, Message};
use rust_xlsxwriter::{Chart, ExcelDateTime, Format, Worksheet};
use std::collections::BTreeMap;

/// The last column of the tables.
const LAST: u16 = 6;

/// The summary being written from top to bottom: labels in the first column, counts beside them.
pub(crate) struct Page<'b> {
    pub(crate) book: &'b Book,
    name: &'b str,
    sheet: Worksheet,
    next: u32,
}

impl<'b> Page<'b> {
    pub(crate) fn new(book: &'b Book, name: &'b str) -> Result<Self, ReportError> {
        let mut sheet = book.plain_sheet(name)?;
        sheet.set_column_width(0, 46)?;
        for column in 1..=LAST {
            sheet.set_column_width(column, 13)?;
        }
        sheet.set_column_width(LAST + 1, 3)?;
        sheet.set_screen_gridlines(false).set_print_fit_to_pages(1, 0);
        Ok(Self { book, name, sheet, next: 0 })
    }

    pub(crate) fn finish(self) -> Result<Worksheet, ReportError> {
        Ok(self.sheet)
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
        self.sheet.write_string_with_format(self.next, 0, text, &self.book.styles.title)?;
        self.next += 1;
        Ok(())
    }

    pub(crate) fn line(&mut self, text: &str) -> Result<(), ReportError> {
        self.text(0, text, &self.book.styles.subtitle)?;
        self.next += 1;
        Ok(())
    }

    pub(crate) fn heading(&mut self, key: &str) -> Result<(), ReportError> {
        let words = self.book.words.say(key);
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
        self.header(&["report-column-state", "report-column-files", "report-column-share"])?;
        for (state, count) in FileState::ALL.iter().zip(counts.states.all()) {
            let words = self.book.words.state(*state);
            self.sheet.write_string_with_format(self.next, 0, words, self.book.styles.state(*state))?;
            self.number(1, count, &self.book.styles.number)?;
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
        let header = self.next;
        self.header_cell(0, &self.book.words.say(label))?;
        for (column, state) in (1_u16..).zip(FileState::ALL) {
            self.header_cell(column, &self.book.words.state(*state))?;
        }
        self.header_cell(5, &self.book.words.say("report-column-files"))?;
        self.header_cell(6, &self.book.words.say("report-column-ready-share"))?;
        self.next += 1;
        let first = self.next;
        let unsaid = self.book.words.say("report-unsaid");
        for line in lines {
            self.text(0, line.label.as_deref().unwrap_or(&unsaid), &self.book.styles.wrapped)?;
            self.states_row(line.states, &self.book.styles.number, &self.book.styles.share)?;
        }
        let last = self.next.saturating_sub(1).max(first);
        self.total_label()?;
        self.states_row(total, &self.book.styles.total_number, &self.book.styles.total_share)?;
        self.next += 1;
        Ok(Place { sheet: self.name, header, first, last })
    }

    fn states_row(&mut self, states: States, number: &Format, share: &Format) -> Result<(), ReportError> {
        for (column, count) in (1_u16..).zip(states.all()) {
            self.number(column, count, number)?;
        }
        self.number(5, states.total(), number)?;
        self.share(6, states.of(FileState::Ready), states.total(), share)?;
        self.next += 1;
        Ok(())
    }

    /// What each rule brought up.
    pub(crate) fn codes(&mut self, report: &Report<'_>, counts: &Counts) -> Result<(), ReportError> {
        self.heading("report-by-code")?;
        self.header(&[
            "report-column-rule",
            "report-column-severity",
            "report-column-flags",
            "report-column-undecided",
            "report-column-files-concerned",
        ])?;
        let words = self.book.words;
        let rules: BTreeMap<&str, String> =
            report.rules.iter().map(|rule| (rule.code, words.render(&rule.summary))).collect();
        for line in &counts.codes {
            let label = match rules.get(line.code.as_str()) {
                Some(meaning) => format!("{} · {meaning}", line.code),
                None => line.code.clone(),
            };
            self.text(0, &label, &self.book.styles.wrapped)?;
            let severity = words.severity(line.severity);
            self.sheet.write_string_with_format(self.next, 1, severity, self.book.styles.severity(line.severity))?;
            self.number(2, line.flags, &self.book.styles.number)?;
            self.number(3, line.undecided, &self.book.styles.number)?;
            self.number(4, line.files, &self.book.styles.number)?;
            self.next += 1;
        }
        self.total_label()?;
        self.sheet.write_blank(self.next, 1, &self.book.styles.total)?;
        self.number(2, counts.flags, &self.book.styles.total_number)?;
        self.number(3, counts.undecided, &self.book.styles.total_number)?;
        self.sheet.write_blank(self.next, 4, &self.book.styles.total)?;
        self.next += 2;
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
        self.header(&["report-column-list", "report-column-counted", "report-column-written", "report-column-agrees"])?;
        let length = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let lists = [
            ("report-sheet-files", counts.states.total(), written.files),
            ("report-sheet-flags", counts.flags, written.flags),
            ("report-sheet-undecided", counts.undecided, written.undecided),
            ("report-sheet-problems", length(report.problems.len()), written.problems),
            ("report-sheet-rules", length(report.rules.len()), written.rules),
        ];
        for (list, counted, written) in lists {
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
        self.header(&["report-column-input", "report-column-kind", "report-column-rows", "report-column-fingerprint"])?;
        for input in inputs {
            let label = Message::new("report-input").with("file", input.file).with("sheet", input.sheet);
            self.text(0, &self.book.words.render(&label), &self.book.styles.wrapped)?;
            self.text(1, &self.book.words.kind(input.kind), &self.book.styles.wrapped)?;
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

    fn header(&mut self, keys: &[&str]) -> Result<(), ReportError> {
        for (column, key) in (0_u16..).zip(keys) {
            self.header_cell(column, &self.book.words.say(key))?;
        }
        self.next += 1;
        Ok(())
    }

    /// Labels stand at the left, counts at the right.
    fn header_cell(&mut self, column: u16, words: &str) -> Result<(), ReportError> {
        let styles = &self.book.styles;
        let format = if column == 0 { &styles.header } else { &styles.header_right };
        self.sheet.write_string_with_format(self.next, column, words, format)?;
        Ok(())
    }

    fn label(&mut self, key: &str) -> Result<(), ReportError> {
        self.text(0, &self.book.words.say(key), &self.book.styles.text)
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

    /// A part of a whole; of nothing there is no part.
    fn share(&mut self, column: u16, part: u64, whole: u64, format: &Format) -> Result<(), ReportError> {
        if whole == 0 {
            self.sheet.write_blank(self.next, column, format)?;
        } else {
            self.sheet.write_number_with_format(self.next, column, counted(part) / counted(whole), format)?;
        }
        Ok(())
    }
}
