use guichet_model::{
    AcademicYear, CvecNumber, DocumentState, FileKey, FileState, Finding, Instant, Level, Message, Problem,
    RequestState, Severity, SheetKind,
};
use time::Date;

/// All that a validation report tells.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// The name of the workspace, when there is one.
    pub workspace: Option<&'a str>,
    /// The end of the workspace's journal, when it is to be printed.
    pub journal: Option<JournalHead<'a>>,
    /// The rulebook the files were judged by.
    pub rulebook: Rulebook<'a>,
    /// The civil instant in Paris at which the files were judged; also the workbook's creation date.
    pub as_of: Instant,
    /// The version of the application.
    pub application_version: &'a str,
    /// The sheets the facts were read from, in the order of reading.
    pub inputs: Vec<Input<'a>>,
    /// The student files, in the order in which they are listed.
    pub files: Vec<ReportFile<'a>>,
    /// What was wrong with the inputs.
    pub problems: &'a [Problem],
    /// What was entered at the desk and stands, in the order in which it was entered.
    pub decisions: Vec<DeskDecision<'a>>,
    /// Whether there are notes on files that the report does not show, since they may name somebody.
    pub notes_left_out: bool,
    /// In a report without names, the least count that the summary's tables tell: smaller ones could tell of whom.
    pub mask_below: Option<u64>,
    /// Every rule that was asked, in the order in which rules are listed.
    pub rules: Vec<RuleLine<'a>>,
}

/// The last operation of a workspace: who has it in print sees later whether anything before it was changed.
#[derive(Clone, Copy, Debug)]
pub struct JournalHead<'a> {
    /// Its number.
    pub operation: i64,
    /// The beginning of its seal.
    pub seal: &'a str,
}

/// Which rulebook, and a proof of its contents.
#[derive(Clone, Copy, Debug)]
pub struct Rulebook<'a> {
    /// Its identifier.
    pub id: &'a str,
    /// The identifiers of its layers, the most general first.
    pub layers: &'a [String],
    /// SHA-256 of its contents, in lower-case hexadecimal.
    pub sha256: &'a str,
}

/// One sheet that was read.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// File name, without its folder.
    pub file: &'a str,
    /// SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: &'a str,
    /// Sheet name.
    pub sheet: &'a str,
    /// What one of its rows is.
    pub kind: SheetKind,
    /// How many rows were read.
    pub rows: u64,
}

/// One student file, judged. Absent values are unknown.
#[derive(Clone, Debug)]
pub struct ReportFile<'a> {
    /// How it is named to the outside.
    pub key: FileKey,
    /// Name in use.
    pub use_name: Option<&'a str>,
    /// The year it is for.
    pub academic_year: Option<AcademicYear>,
    /// Level.
    pub level: Option<Level>,
    /// Code of the programme.
    pub programme_code: Option<&'a str>,
    /// Label of the programme.
    pub programme: Option<&'a str>,
    /// Faculty or institute.
    pub component: Option<&'a str>,
    /// When the student registered, civil time in Paris.
    pub registered_at: Option<Instant>,
    /// Whether only the day of it is known.
    pub registered_day_only: bool,
    /// The certificate number the roster carries.
    pub cvec_number: Option<&'a CvecNumber>,
    /// Where it stands.
    pub state: FileState,
    /// What the rules have to say of it and counts, in the order in which findings are listed.
    pub findings: &'a [Finding],
    /// What they say and somebody decided not to count.
    pub waived: Vec<WaivedFinding<'a>>,
}

/// A finding that counts no more.
#[derive(Clone, Debug)]
pub struct WaivedFinding<'a> {
    /// What was found.
    pub finding: &'a Finding,
    /// Who decided that it does not count, when and why.
    pub by: Message,
}

/// Something entered at the desk. Absent values are unknown, or not shown.
#[derive(Clone, Debug)]
pub struct DeskDecision<'a> {
    /// How whose it is is named to the outside.
    pub key: FileKey,
    /// The year it is for.
    pub academic_year: Option<AcademicYear>,
    /// The level it is for.
    pub level: Option<Level>,
    /// The code of the programme it is for.
    pub programme_code: Option<&'a str>,
    /// What was entered.
    pub decided: Decided<'a>,
    /// Who entered it; empty when that is not known or not shown.
    pub who: &'a str,
    /// When, civil time in Paris.
    pub at: Option<Instant>,
}

/// What was entered at the desk.
#[derive(Clone, Copy, Debug)]
pub enum Decided<'a> {
    /// A derogation.
    Derogation {
        /// Granted or refused.
        state: Option<RequestState>,
        /// Who decided.
        by: Option<&'a str>,
        /// When.
        on: Option<Date>,
        /// The decision's reference.
        reference: Option<&'a str>,
    },
    /// Where a document's check stands.
    Document {
        /// What document.
        piece: Option<&'a str>,
        /// Where its check stands.
        state: Option<DocumentState>,
        /// Why.
        reason: Option<&'a str>,
        /// The last day it is valid.
        until: Option<Date>,
    },
    /// Words about a file.
    Note(&'a str),
}

impl Decided<'_> {
    /// The end of the catalogue's key for it.
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Derogation { .. } => "derogation",
            Self::Document { .. } => "document",
            Self::Note(_) => "note",
        }
    }
}

/// One rule, explained.
#[derive(Clone, Debug)]
pub struct RuleLine<'a> {
    /// Its stable code.
    pub code: &'a str,
    /// Its stable slug.
    pub slug: &'a str,
    /// The severity it has unless a rulebook changes it.
    pub severity: Severity,
    /// What it means, in one sentence.
    pub summary: Message,
    /// The texts it rests on, each as one citation to read.
    pub authorities: Vec<String>,
}
