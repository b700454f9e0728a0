//! The list of findings in groups.

use super::Count;
use guichet_model::{Outcome, Severity};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// By what the list is grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindingsBy {
    /// The rule.
    #[default]
    Rule,
    /// The programme.
    Programme,
    /// The last minute that the finding names.
    Deadline,
    /// The imported file.
    Source,
}

/// Which findings. A filter without values lets every one through; an empty text stands for « none ».
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FindingsQuery {
    /// Words or number searched, case and accents ignored.
    pub search: String,
    /// How they are grouped.
    pub by: FindingsBy,
    /// Weights kept (`error`, `warning`, `info`).
    pub severities: Vec<String>,
    /// `flag`, `cannot_tell`.
    pub outcomes: Vec<String>,
    /// Rules kept.
    pub codes: Vec<String>,
    /// Programmes kept.
    pub programmes: Vec<String>,
    /// Deadlines kept, `yyyy-mm-ddThh:mm:ss`.
    pub deadlines: Vec<String>,
    /// Imported files kept, by name.
    pub sources: Vec<String>,
}

/// An opened list of findings: rows are then asked for by place, group after group.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FindingsView {
    /// Names this list.
    #[ts(type = "number")]
    pub view: u64,
    /// Findings in it.
    pub total: u32,
    /// Findings in the office.
    pub all: u32,
    /// Files they speak of.
    pub files: u32,
    /// The groups, in order.
    pub groups: Vec<FindingGroup>,
    /// Counts by weight, its filter left out. The same for the lists below.
    pub severities: Vec<Count>,
    /// Counts by outcome.
    pub outcomes: Vec<Count>,
    /// Counts by rule.
    pub codes: Vec<Count>,
    /// Counts by programme.
    pub programmes: Vec<Count>,
    /// Counts by deadline.
    pub deadlines: Vec<Count>,
    /// Counts by imported file.
    pub sources: Vec<Count>,
}

/// Findings that go together.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FindingGroup {
    /// What they share, as a filter wants it; empty for those that have none.
    pub value: String,
    /// The same in words.
    pub label: String,
    /// How many findings.
    pub count: u32,
    /// How many files they speak of.
    pub files: u32,
    /// How many of them cannot tell.
    pub undecided: u32,
    /// The gravest weight among them.
    #[ts(type = "\"error\" | \"warning\" | \"info\"")]
    pub severity: Severity,
}

/// One line of the list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FindingRow {
    /// The registration.
    #[ts(type = "number")]
    pub file: i64,
    /// The rule; it speaks once of a file.
    pub code: String,
    /// Weight.
    #[ts(type = "\"error\" | \"warning\" | \"info\"")]
    pub severity: Severity,
    /// Flag or cannot tell.
    #[ts(type = "\"flag\" | \"cannot_tell\"")]
    pub outcome: Outcome,
    /// Student number.
    pub student_number: String,
    /// Birth name.
    pub birth_name: String,
    /// First given name.
    pub given_name: String,
    /// Level.
    pub level: String,
    /// Programme label or code.
    pub programme: String,
    /// The last minute that the finding names, in the language's form; empty without one.
    pub deadline: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where the deciding fact was read.
    pub evidence: String,
}
