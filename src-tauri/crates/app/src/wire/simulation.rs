//! What another rulebook or instant would change.

use super::RulebookLine;
use guichet_model::{FileState, Outcome};
use serde::Serialize;
use ts_rs::TS;

/// Every file judged otherwise, beside the workspace's own evaluation. Nothing of it is kept.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SimulationView {
    /// The rulebook tried.
    pub rulebook: RulebookLine,
    /// The instant tried, `yyyy-mm-ddThh:mm:ss`, civil time of Paris.
    pub as_of: String,
    /// Files judged.
    pub files: u32,
    /// Files of which something else would be said.
    pub total: u32,
    /// Rules that would begin or cease to speak, by code.
    pub rules: Vec<RuleMove>,
    /// The first of the files that differ, in the office's order.
    pub differences: Vec<FileDifference>,
}

/// How often a rule would begin and cease to speak.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RuleMove {
    /// The rule.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Files of which it would begin to speak.
    pub appearing: u32,
    /// Files of which it would cease to speak.
    pub disappearing: u32,
}

/// One file of which something else would be said.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FileDifference {
    /// The registration.
    #[ts(type = "number")]
    pub id: i64,
    /// Student number.
    pub student_number: String,
    /// Birth name.
    pub birth_name: String,
    /// First given name.
    pub given_name: String,
    /// Level.
    pub level: String,
    /// Where it stands.
    #[ts(type = "\"blocked\" | \"to-check\" | \"ready\" | \"cancelled\" | null")]
    pub before: Option<FileState>,
    /// The same in words.
    pub before_label: String,
    /// Where it would stand.
    #[ts(type = "\"blocked\" | \"to-check\" | \"ready\" | \"cancelled\" | null")]
    pub after: Option<FileState>,
    /// The same in words.
    pub after_label: String,
    /// What would be said and is not.
    pub appearing: Vec<SaidLine>,
    /// What is said and would not be any more.
    pub disappearing: Vec<SaidLine>,
}

/// One rule's word on a file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SaidLine {
    /// The rule.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Flag or cannot tell.
    #[ts(type = "\"flag\" | \"cannot_tell\"")]
    pub outcome: Outcome,
    /// The same in words.
    pub outcome_label: String,
}
