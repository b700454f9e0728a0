use crate::file_sheet::state_words;
use crate::table::{Cell, Column, Layout};
use crate::words::{Words, severity_mark};
use crate::{Report, ReportFile, RuleLine};
use guichet_model::{Authority, Evidence, FileState, Finding, Message, Outcome, Severity};
use std::collections::BTreeMap;
use std::sync::Arc;

const COLUMNS: &[Column] = &[
    Column { header: "report-column-code", min: 8, max: 10 },
    Column { header: "report-column-severity", min: 13, max: 16 },
    Column { header: "field-student-number", min: 11, max: 18 },
    Column { header: "field-birth-name", min: 12, max: 26 },
    Column { header: "field-given-name", min: 10, max: 22 },
    Column { header: "report-column-message", min: 24, max: 46 },
    Column { header: "report-column-why", min: 24, max: 50 },
    Column { header: "report-column-remedy", min: 24, max: 46 },
    Column { header: "report-column-rule", min: 16, max: 34 },
    Column { header: "report-column-file-state", min: 12, max: 18 },
    Column { header: "field-ine", min: 12, max: 16 },
    Column { header: "field-level", min: 8, max: 10 },
    Column { header: "field-programme-code", min: 10, max: 16 },
    Column { header: "field-component", min: 11, max: 24 },
    Column { header: "report-column-source-file", min: 12, max: 26 },
    Column { header: "report-column-sheet", min: 9, max: 20 },
    Column { header: "report-column-cell", min: 9, max: 10 },
    Column { header: "report-column-header", min: 12, max: 24 },
    Column { header: "report-column-raw", min: 12, max: 28 },
    Column { header: "report-column-further", min: 18, max: 64 },
    Column { header: "report-column-rulebook", min: 12, max: 24 },
    Column { header: "report-column-key", min: 12, max: 26 },
    Column { header: "report-column-document", min: 16, max: 44 },
    Column { header: "report-column-quote", min: 20, max: 50 },
    Column { header: "report-column-status", min: 12, max: 16 },
    Column { header: "report-column-notes", min: 14, max: 64 },
];

const WAIVED_BY: Column = Column { header: "report-column-waived", min: 18, max: 50 };

/// The same, and who waived what.
pub(crate) const WITH_WAIVED: &[Column] = {
    const ALL: [Column; COLUMNS.len() + 1] = {
        let mut all = [WAIVED_BY; COLUMNS.len() + 1];
        let (mine, _) = all.split_at_mut(COLUMNS.len());
        mine.copy_from_slice(COLUMNS);
        all
    };
    &ALL
};

/// What was found.
static FLAGS: Layout = layout("report-sheet-flags", "report-empty-flags", COLUMNS);
static FLAGS_WAIVED: Layout = layout("report-sheet-flags", "report-empty-flags", WITH_WAIVED);

/// What could not be decided.
static UNDECIDED: Layout = layout("report-sheet-undecided", "report-empty-undecided", COLUMNS);
static UNDECIDED_WAIVED: Layout = layout("report-sheet-undecided", "report-empty-undecided", WITH_WAIVED);

const fn layout(name: &'static str, empty: &'static str, columns: &'static [Column]) -> Layout {
    Layout { name, empty, columns, held: 5, pages: 3 }
}

/// How the lists of what was found, and of what could not be decided, are laid out: with a column for waivers when there are
/// any.
pub(crate) fn layouts(report: &Report<'_>) -> [&'static Layout; 2] {
    match report.files.iter().any(|file| !file.waived.is_empty()) {
        true => [&FLAGS_WAIVED, &UNDECIDED_WAIVED],
        false => [&FLAGS, &UNDECIDED],
    }
}

/// Words findings in lists, with what they all share worded once.
pub(crate) struct FindingWriter {
    words: Words,
    rules: BTreeMap<String, String>,
    states: Vec<(FileState, String)>,
    severities: Vec<(Severity, String)>,
}

impl FindingWriter {
    pub(crate) fn new(words: Words, rules: &[RuleLine<'_>]) -> Self {
        Self {
            words,
            rules: rules.iter().map(|rule| (rule.code.to_owned(), words.render(&rule.summary))).collect(),
            states: state_words(words),
            severities: [Severity::Error, Severity::Warning, Severity::Info]
                .map(|one| (one, words.severity(one)))
                .into(),
        }
    }

    pub(crate) fn state(&self, state: FileState) -> &str {
        self.states.iter().find(|(known, _)| *known == state).map_or("", |(_, words)| words)
    }

    fn severity(&self, severity: Severity) -> &str {
        self.severities.iter().find(|(known, _)| *known == severity).map_or("", |(_, words)| words)
    }

    /// A finding's line in the list of files.
    pub(crate) fn line(&self, finding: &Finding) -> String {
        let mark = match finding.outcome {
            Outcome::Flag => severity_mark(finding.severity),
            Outcome::CannotTell => "?",
        };
        format!("{mark} {} · {}", finding.code, self.words.render(&finding.message))
    }

    /// A finding's row, with who waived it in a column of its own when somebody did.
    pub(crate) fn cells<'a>(
        &'a self,
        file: &'a ReportFile<'_>,
        finding: &'a Finding,
        waived: Option<&Message>,
    ) -> Vec<Cell<'a>> {
        let rule = self.rules.get(&finding.code).map_or(finding.slug.as_str(), String::as_str);
        let mut cells = vec![
            Cell::text(Some(&finding.code)),
            Cell::Severity(finding.severity, self.severity(finding.severity)),
            Cell::identifier(file.key.student_number.as_deref()),
            Cell::text(file.key.birth_name.as_deref()),
            Cell::text(file.key.given_name.as_deref()),
            Cell::prose(self.words.render(&finding.message)),
            Cell::prose(self.words.render(&finding.why)),
            Cell::prose(self.words.render(&finding.remedy)),
            Cell::prose(rule),
            Cell::State(file.state, self.state(file.state)),
            Cell::identifier(file.key.ine.as_deref()),
            Cell::text(file.level.map(guichet_model::Level::as_str)),
            Cell::identifier(file.programme_code),
            file.component.map_or(Cell::Empty, Cell::prose),
        ];
        cells.extend(evidence(self.words, &finding.evidence));
        cells.extend(authority(self.words, &finding.authorities));
        cells.extend(waived.map(|by| Cell::prose(self.words.render(by))));
        cells
    }
}

/// Where the deciding value was read, then the other values.
fn evidence(words: Words, all: &[Evidence]) -> [Cell<'_>; 6] {
    let Some((first, others)) = all.split_first() else { return [const { Cell::Empty }; 6] };
    let others: Vec<String> = others.iter().map(|one| words.render(&evidence_line(words, one))).collect();
    [
        Cell::prose(first.sheet.file.as_str()),
        Cell::prose(first.sheet.name.as_str()),
        first.cell().map_or(Cell::Empty, |cell| Cell::Text(cell.into())),
        Cell::prose(header(words, first)),
        match &first.raw {
            Some(raw) if !raw.is_empty() => Cell::Identifier(raw.as_str().into()),
            Some(_) => Cell::Text(words.say("report-raw-empty").into()),
            None => Cell::Empty,
        },
        if others.is_empty() { Cell::Empty } else { Cell::prose(others.join("\n")) },
    ]
}

/// The column's header as written, or what the sheet has no column for.
fn header(words: Words, evidence: &Evidence) -> String {
    match evidence.header() {
        Some(header) => header.to_owned(),
        None => words.render(&Message::new("report-no-column").with("field", words.field(evidence.field))),
    }
}

fn evidence_line(words: Words, evidence: &Evidence) -> Message {
    let field = words.field(evidence.field);
    let (file, sheet) = (&evidence.sheet.file, &evidence.sheet.name);
    let place = match evidence.address {
        Some(cell) => format!("{file} › {sheet} › {cell}"),
        None => format!("{file} › {sheet}"),
    };
    match evidence.raw.as_deref() {
        Some("") => Message::new("report-further-empty").with("field", field).with("place", place),
        Some(raw) => Message::new("report-further").with("field", field).with("place", place).with("raw", raw),
        None => Message::new("report-further-absent").with("field", field).with("place", place),
    }
}

/// The entry that decided, then what is to be known of it and the other entries.
fn authority(words: Words, all: &[Arc<Authority>]) -> [Cell<'_>; 6] {
    let Some((first, others)) = all.split_first() else { return [const { Cell::Empty }; 6] };
    let mut notes: Vec<String> = first.note.iter().map(|note| note.in_language(words.language).to_owned()).collect();
    notes.extend(others.iter().map(|one| citation(words, one)));
    [
        Cell::prose(first.rulebook.as_str()),
        Cell::prose(first.key.as_str()),
        Cell::prose(document(first)),
        if first.quote.is_empty() { Cell::Empty } else { Cell::prose(words.render(&quoted(first))) },
        Cell::prose(words.citation(first.status)),
        if notes.is_empty() { Cell::Empty } else { Cell::prose(notes.join("\n")) },
    ]
}

fn document(authority: &Authority) -> String {
    if authority.heading.is_empty() {
        authority.document.clone()
    } else {
        format!("{}, {}", authority.document, authority.heading)
    }
}

fn quoted(authority: &Authority) -> Message {
    Message::new("report-quote").with("quote", authority.quote.as_str())
}

fn citation(words: Words, authority: &Authority) -> String {
    let message = Message::new("report-citation")
        .with("rulebook", authority.rulebook.as_str())
        .with("key", authority.key.as_str())
        .with("document", document(authority))
        .with("status", words.citation(authority.status));
    words.render(&message)
}
