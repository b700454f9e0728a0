use crate::{CellAddress, Field, Instant, Language, Message, SourceSheet};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How much a finding weighs. The order is that of reports: the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The registration cannot be validated as it stands.
    Error,
    /// A person should look.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// The name used in JSON and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// Whether a rule flags a file or cannot tell. Passing leaves no finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The rule's condition holds.
    Flag,
    /// Something needed is missing, unknown, not set, or cannot be verified offline.
    CannotTell,
}

impl Outcome {
    /// The name used in JSON and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::CannotTell => "cannot_tell",
        }
    }
}

/// Where a file stands after every rule has been asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileState {
    /// An error is open.
    Blocked,
    /// No error, but a warning is open, or a blocking rule cannot tell.
    ToCheck,
    /// Nothing stands against validation.
    Ready,
    /// Cancelled, or given up by the student: nothing is left to validate, whatever was found.
    Cancelled,
}

impl FileState {
    /// Every state, the most urgent first.
    pub const ALL: &'static [Self] = &[Self::Blocked, Self::ToCheck, Self::Ready, Self::Cancelled];

    /// The name used in JSON and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Blocked => "blocked",
            Self::ToCheck => "to-check",
            Self::Ready => "ready",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state of a file with these findings.
    #[must_use]
    pub fn of<'a>(given_up: bool, findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        if given_up {
            return Self::Cancelled;
        }
        let mut state = Self::Ready;
        for finding in findings {
            match (finding.outcome, finding.severity) {
                (Outcome::Flag, Severity::Error) => return Self::Blocked,
                (Outcome::Flag, Severity::Warning) => state = Self::ToCheck,
                (Outcome::CannotTell, _) if finding.blocking => state = Self::ToCheck,
                _ => {}
            }
        }
        state
    }
}

/// A value that a rule read, and where. An office has millions: what the sheet says is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The fact read.
    pub field: Field,
    /// The sheet it was read from.
    pub sheet: Arc<SourceSheet>,
    /// Place in the sheet; absent when the sheet has no such column.
    pub address: Option<CellAddress>,
    /// The cell's text as written (empty for an empty cell).
    pub raw: Option<String>,
    /// What it was read as, in canonical form; absent when empty or not understood.
    pub value: Option<String>,
}

impl Evidence {
    /// The cell's address as a spreadsheet shows it, such as `D17`.
    #[must_use]
    pub fn cell(&self) -> Option<String> {
        self.address.map(|address| address.to_string())
    }

    /// The column's header as written.
    #[must_use]
    pub fn header(&self) -> Option<&str> {
        let at = self.address?.column;
        self.sheet.columns.iter().find(|column| column.column == at).map(|column| column.header.as_str())
    }
}

/// How sure a citation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CitationStatus {
    /// Read in the authority's own text, or agreeing in independent ones.
    Verified,
    /// One source only.
    SingleSource,
    /// A reading or a choice that a person must confirm.
    ToConfirm,
}

impl CitationStatus {
    /// The name used in JSON and in rulebooks.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::SingleSource => "single_source",
            Self::ToConfirm => "to_confirm",
        }
    }
}

/// A rulebook entry's source, in the source's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// The rulebook (layer) that holds the entry.
    pub rulebook: String,
    /// The entry's key.
    pub key: String,
    /// The document cited.
    pub document: String,
    /// The heading in the document.
    pub heading: String,
    /// The words quoted.
    pub quote: String,
    /// How sure the citation is.
    pub status: CitationStatus,
    /// What the reader should know of the source's ambiguity, if anything.
    pub note: Option<Note>,
}

/// A remark written in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl Note {
    /// The remark in a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Fr => &self.fr,
            Language::En => &self.en,
        }
    }
}

/// What a rule has to say of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's stable code.
    pub code: String,
    /// The rule's stable slug.
    pub slug: String,
    /// Weight.
    pub severity: Severity,
    /// Flag or cannot tell.
    pub outcome: Outcome,
    /// Whether the rule's usual weight is an error: then even a "cannot tell" keeps a file from being ready.
    pub blocking: bool,
    /// What is wrong, in one sentence.
    pub message: Message,
    /// The arithmetic or comparison, with its inputs.
    pub why: Message,
    /// What to do.
    pub remedy: Message,
    /// Every value the rule read.
    pub evidence: Vec<Evidence>,
    /// Every rulebook entry the rule read, the deciding one first.
    pub authorities: Vec<Arc<Authority>>,
    /// The last minute that those entries name: the close of a window, or a limit date.
    pub deadline: Option<Instant>,
}
