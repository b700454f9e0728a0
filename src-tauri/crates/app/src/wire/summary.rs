//! The office at a glance.

use super::WorkspaceInfo;
use guichet_model::Severity;
use serde::Serialize;
use ts_rs::TS;

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
