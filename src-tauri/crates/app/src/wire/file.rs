//! One student file, and the evidence of its findings.

use super::{DocumentLine, FileRow, NoteLine, RequestLine, WaiverLine};
use guichet_model::{CitationStatus, Outcome, Severity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// Fees.
    pub fees: Vec<FactLine>,
    /// Findings, the gravest first; waived or not.
    pub findings: Vec<FindingDetail>,
    /// Its waivers, as they stand.
    pub waivers: Vec<WaiverLine>,
    /// What is written about it.
    pub note: Option<NoteLine>,
    /// Rules that passed or are not concerned.
    pub quiet: Vec<QuietRule>,
    /// Certificates.
    pub certificates: Vec<RecordLine>,
    /// Past registrations.
    pub history: Vec<RecordLine>,
    /// The person's requests.
    pub dossiers: Vec<RequestLine>,
    /// Documents.
    pub documents: Vec<DocumentLine>,
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
