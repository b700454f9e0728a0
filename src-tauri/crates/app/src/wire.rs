//! The shapes that cross to the window, as JSON. Sentences arrive worded in the language in use.
//!
//! The TypeScript declarations in `ui/src/host/wire.ts` are generated from this file (`cargo xtask gen`) and a test
//! refuses a difference. Row numbers are at most `4095 << 40 | 2^40 - 1`, so JavaScript keeps them exact.

use guichet_model::{CitationStatus, FileState, Language, Outcome, Severity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the window looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Preferences of this computer's user, kept outside any workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// Language of every text.
    #[ts(type = "\"fr\" | \"en\"")]
    pub language: Language,
    /// Light, dark or as the system.
    pub theme: Theme,
    /// The workspace folder that was open last.
    pub last_workspace: Option<String>,
}

/// What the window needs to draw its first screen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StartState {
    /// Version of the application.
    pub version: String,
    /// Preferences.
    pub settings: Settings,
    /// The open workspace, if one is.
    pub workspace: Option<WorkspaceInfo>,
    /// Why the last workspace could not be opened again, in one sentence.
    pub notice: Option<String>,
}

/// The open workspace.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkspaceInfo {
    /// Its name.
    pub name: String,
    /// Its folder.
    pub folder: String,
    /// Whether it holds fictitious data only.
    pub demo: bool,
    /// Whether a passphrase protects it.
    pub protected: bool,
    /// The rulebook in force.
    pub rulebook: RulebookLine,
    /// The instant at which files are judged, `yyyy-mm-ddThh:mm:ss`, civil time of Paris.
    pub as_of: String,
    /// Whether that instant was set by hand (otherwise it is now).
    pub as_of_fixed: bool,
}

/// A rulebook one can choose.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RulebookLine {
    /// Its stable id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The academic year it is for, such as `2024-2025`.
    pub academic_year: Option<String>,
}

/// How many of something.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Count {
    /// The value counted (canonical name).
    pub value: String,
    /// What a clerk reads.
    pub label: String,
    /// How many.
    pub count: u32,
}

/// How many files a rule speaks of.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RuleCount {
    /// The rule.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Its usual weight.
    #[ts(type = "\"error\" | \"warning\" | \"info\"")]
    pub severity: Severity,
    /// Files flagged.
    pub flagged: u32,
    /// Files about which it cannot tell.
    pub undecided: u32,
}

/// The office at a glance.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Summary {
    /// The open workspace.
    pub workspace: WorkspaceInfo,
    /// Student files in all.
    pub files: u32,
    /// Files by state, every state named.
    pub states: Vec<Count>,
    /// Rules that flag or cannot tell, the gravest and most frequent first.
    pub rules: Vec<RuleCount>,
    /// The sheets imported.
    pub inputs: Vec<InputLine>,
}

/// One sheet that was imported.
#[derive(Clone, Debug, Serialize, TS)]
pub struct InputLine {
    /// File name.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Sheet name.
    pub sheet: String,
    /// Canonical kind.
    pub kind: String,
    /// The kind in words.
    pub kind_label: String,
    /// Rows read.
    pub rows: u32,
}

/// What was recognised in the chosen files and what importing them would do. Nothing is written yet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportPreview {
    /// Names this preview when it is applied or given up.
    #[ts(type = "number")]
    pub preview: u64,
    /// Hash of the plan shown: exactly this plan is executed, or none.
    pub fingerprint: String,
    /// The files, in the order chosen.
    pub files: Vec<PreviewFile>,
    /// What the whole plan does.
    pub counts: PlanCounts,
    /// Changes old -> new, the first of them.
    pub changes: Vec<PlanChange>,
    /// Whether there is anything to apply.
    pub applicable: bool,
}

/// One file of a preview.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewFile {
    /// File name.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Recognised sheets.
    pub sheets: Vec<PreviewSheet>,
    /// What could not be read or was left aside.
    pub problems: Vec<ProblemLine>,
}

/// One recognised sheet of a preview.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewSheet {
    /// Sheet name.
    pub name: String,
    /// Canonical kind.
    pub kind: String,
    /// The kind in words.
    pub kind_label: String,
    /// Row of the headers as the spreadsheet shows it (1 for the first).
    pub header_row: u32,
    /// Rows of data.
    pub rows: u32,
    /// Columns, from left to right.
    pub columns: Vec<PreviewColumn>,
    /// What its rows would do.
    pub counts: PlanCounts,
}

/// One column of a recognised sheet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewColumn {
    /// Address of the header, such as `D2`.
    pub cell: String,
    /// Header as written.
    pub header: String,
    /// Canonical field, or nothing for a column kept as raw text.
    pub field: Option<String>,
    /// The field in words.
    pub field_label: Option<String>,
    /// Up to three values as written.
    pub examples: Vec<String>,
}

/// What a plan does, in rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct PlanCounts {
    /// Rows read.
    pub rows: u32,
    /// Rows that add something.
    pub new: u32,
    /// Rows that change something.
    pub changed: u32,
    /// Rows that change nothing.
    pub same: u32,
    /// What the workspace holds of the same year and kind and the file does not: kept.
    pub gone: u32,
    /// Rows that could be about several persons: left out.
    pub ambiguous: u32,
    /// Rows about nobody in particular: left out.
    pub skipped: u32,
}

/// One value that an import changes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanChange {
    /// Whom and what it is about.
    pub label: String,
    /// The field in words.
    pub field_label: String,
    /// The value kept today.
    pub old: String,
    /// The value after.
    pub new: String,
    /// Where the new value was read.
    pub file: String,
    /// Its cell, such as `D17`.
    pub cell: String,
}

/// One sentence about a file, sheet or cell.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProblemLine {
    /// File name.
    pub file: String,
    /// Sheet name.
    pub sheet: Option<String>,
    /// Cell, row or column.
    pub cell: Option<String>,
    /// Stable code.
    pub code: String,
    /// Whether something could not be read (otherwise it is only said).
    pub fails: bool,
    /// What, and what to do.
    pub message: String,
}

/// What an import did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportDone {
    /// The operation in the journal.
    #[ts(type = "number")]
    pub operation: i64,
    /// What it did, in rows.
    pub counts: PlanCounts,
    /// The office after it.
    pub summary: Summary,
}

/// Columns by which the list of files is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SortColumn {
    /// Student number.
    StudentNumber,
    /// Birth name, then given name.
    #[default]
    Name,
    /// Level, in the order of studies.
    Level,
    /// Programme or field.
    Programme,
    /// When the student registered.
    RegisteredAt,
    /// State, the most urgent first.
    State,
    /// Number of findings.
    Findings,
}

/// Which files, in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FilesQuery {
    /// Words or number searched, case and accents ignored.
    pub search: String,
    /// States kept; none means every one. The same for the lists below.
    pub states: Vec<String>,
    /// Levels kept.
    pub levels: Vec<String>,
    /// Components kept.
    pub components: Vec<String>,
    /// Programmes (label, or field without one) kept.
    pub programmes: Vec<String>,
    /// Rules of which a file must have a finding.
    pub codes: Vec<String>,
    /// Sort column.
    pub sort: SortColumn,
    /// Whether the order is reversed.
    pub descending: bool,
}

/// An opened list of files: rows are then asked for by place.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FilesView {
    /// Names this list.
    #[ts(type = "number")]
    pub view: u64,
    /// Files in it.
    pub total: u32,
    /// Files in the office.
    pub all: u32,
    /// Counts by state, the state filter left out.
    pub states: Vec<Count>,
    /// Counts by level, the level filter left out.
    pub levels: Vec<Count>,
    /// Counts by component, its filter left out.
    pub components: Vec<Count>,
    /// Counts by programme, its filter left out.
    pub programmes: Vec<Count>,
    /// Counts by rule, its filter left out.
    pub codes: Vec<Count>,
}

/// One line of the list of files.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FileRow {
    /// The registration.
    #[ts(type = "number")]
    pub id: i64,
    /// Student number.
    pub student_number: String,
    /// Birth name.
    pub birth_name: String,
    /// First given name.
    pub given_name: String,
    /// Ine.
    pub ine: String,
    /// Birth date in the language's form.
    pub birth_date: String,
    /// Level.
    pub level: String,
    /// Programme label, code or field.
    pub programme: String,
    /// When the student registered, in the language's form; empty when not registered.
    pub registered_at: String,
    /// State.
    #[ts(type = "\"blocked\" | \"to-check\" | \"ready\" | \"cancelled\"")]
    pub state: FileState,
    /// Codes with a finding, the gravest first.
    pub codes: Vec<String>,
}

/// A fact of a file, in words.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FactLine {
    /// What it is.
    pub label: String,
    /// Its value; empty when unknown.
    pub value: String,
    /// Where it was read.
    pub place: Option<CellPlace>,
}

/// A cell of an imported sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellPlace {
    /// SHA-256 of the file.
    pub sha256: String,
    /// File name.
    pub file: String,
    /// Sheet name.
    pub sheet: String,
    /// Row, the first being 0.
    pub row: u32,
    /// Column, `A` being 0.
    pub column: u16,
    /// The address as shown, such as `D17`.
    pub cell: String,
}

/// One value a rule read.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EvidenceLine {
    /// The fact in words.
    pub label: String,
    /// File name.
    pub file: String,
    /// Sheet name.
    pub sheet: String,
    /// Cell address; nothing when the sheet has no such column.
    pub cell: Option<String>,
    /// Header as written.
    pub header: Option<String>,
    /// Text as written; empty for an empty cell.
    pub raw: Option<String>,
    /// What it was read as.
    pub value: Option<String>,
    /// The cell, to open its extract.
    pub place: Option<CellPlace>,
}

/// The words a rule rests on.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AuthorityLine {
    /// Rulebook.
    pub rulebook: String,
    /// Key in the rulebook.
    pub key: String,
    /// Document.
    pub document: String,
    /// Heading.
    pub heading: String,
    /// Words quoted.
    pub quote: String,
    /// How sure.
    #[ts(type = "\"verified\" | \"single_source\" | \"to_confirm\"")]
    pub status: CitationStatus,
    /// How sure, in words.
    pub status_label: String,
    /// Ambiguity noted.
    pub note: Option<String>,
}

/// A finding, explained.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FindingDetail {
    /// Rule.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Weight.
    #[ts(type = "\"error\" | \"warning\" | \"info\"")]
    pub severity: Severity,
    /// Flag or cannot tell.
    #[ts(type = "\"flag\" | \"cannot_tell\"")]
    pub outcome: Outcome,
    /// What.
    pub message: String,
    /// Why: the arithmetic or comparison.
    pub why: String,
    /// What to do.
    pub remedy: String,
    /// Values read.
    pub evidence: Vec<EvidenceLine>,
    /// Words it rests on.
    pub authorities: Vec<AuthorityLine>,
}

/// A rule that has nothing against the file, and why.
#[derive(Clone, Debug, Serialize, TS)]
pub struct QuietRule {
    /// Rule.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Whether it passed; otherwise it does not concern the file.
    pub passed: bool,
    /// Why it does not concern the file.
    pub reason: Option<String>,
}

/// One line of a person's records of one kind.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecordLine {
    /// What it says.
    pub facts: Vec<FactLine>,
}

/// Everything about one student file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FileDetail {
    /// Its line in the list.
    pub row: FileRow,
    /// Identity and registration.
    pub facts: Vec<FactLine>,
    /// Findings, the gravest first.
    pub findings: Vec<FindingDetail>,
    /// Rules that passed or are not concerned.
    pub quiet: Vec<QuietRule>,
    /// Certificates.
    pub certificates: Vec<RecordLine>,
    /// Past registrations.
    pub history: Vec<RecordLine>,
    /// Requests.
    pub requests: Vec<RecordLine>,
}

/// Some rows of an imported sheet around a cell, as written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SheetExtract {
    /// File name.
    pub file: String,
    /// Sheet name.
    pub sheet: String,
    /// Columns shown.
    pub columns: Vec<ExtractColumn>,
    /// Rows shown.
    pub rows: Vec<ExtractRow>,
    /// The cell marked, such as `D17`.
    pub cell: String,
}

/// A column of an extract.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExtractColumn {
    /// Letters, such as `D`.
    pub letters: String,
    /// Header as written.
    pub header: String,
    /// Whether the marked cell is in it.
    pub marked: bool,
}

/// A row of an extract.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExtractRow {
    /// Row as the spreadsheet shows it.
    pub number: u32,
    /// One text per column shown.
    pub cells: Vec<String>,
    /// Whether the marked cell is in it.
    pub marked: bool,
}

/// A rule in the manual's list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RuleLine {
    /// Code.
    pub code: String,
    /// Slug.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Usual weight.
    #[ts(type = "\"error\" | \"warning\" | \"info\"")]
    pub severity: Severity,
}

/// A page of the manual.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RulePage {
    /// The rule.
    pub rule: RuleLine,
    /// The page, block by block.
    pub blocks: Vec<PageBlock>,
}

/// A block of a manual's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum PageBlock {
    /// A heading of level 1 to 3.
    Heading {
        /// Level.
        level: u8,
        /// Text.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Text.
        text: String,
    },
    /// Words of a source.
    Quote {
        /// Text.
        text: String,
    },
    /// A list.
    List {
        /// Items.
        items: Vec<String>,
    },
    /// A table.
    Table {
        /// Header and rows; the first row is the header.
        rows: Vec<Vec<String>>,
    },
}

/// A report that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exported {
    /// Where.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Files in it.
    pub files: u32,
    /// Findings in it.
    pub findings: u32,
}

/// One line of the journal.
#[derive(Clone, Debug, Serialize, TS)]
pub struct JournalLine {
    /// Number of the operation.
    #[ts(type = "number")]
    pub operation: i64,
    /// When, in the language's form.
    pub at: String,
    /// What.
    pub label: String,
}

/// How far a long task is. Sent as the event `progress`.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Progress {
    /// What is being done, in words.
    pub label: String,
    /// Done so far.
    #[ts(type = "number")]
    pub done: u64,
    /// In all, when known.
    #[ts(type = "number | null")]
    pub total: Option<u64>,
}

/// Why a command could not be done. The window shows `message`; it acts on `code` only.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Failure {
    /// Stable code.
    pub code: String,
    /// What happened, what was kept, what to do.
    pub message: String,
}
