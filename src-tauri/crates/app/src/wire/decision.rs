//! What is decided of files: findings waived, notes.

use super::FilesQuery;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The files a decision is about: those named, or those of a list but some.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct FilesSelection {
    /// The registrations named.
    #[ts(type = "number[]")]
    pub ids: Vec<i64>,
    /// The list, when it is about a whole one.
    pub query: Option<FilesQuery>,
    /// The registrations of the list that are left out.
    #[ts(type = "number[]")]
    pub except: Vec<i64>,
}

/// On what grounds findings are waived.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WaiverGrounds {
    /// Why, by its canonical name in the list of reasons.
    pub reason: String,
    /// Why, in free words; empty without any.
    pub text: String,
    /// The last day it holds, `yyyy-mm-dd`; nothing when it has no end.
    pub until: Option<String>,
}

/// What waiving the findings of a rule would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WaiverEffect {
    /// Findings that would count no more: each is of a file of its own.
    pub findings: u32,
    /// Files chosen without such a finding.
    pub untouched: u32,
    /// Files that would go from one state to another.
    pub moves: Vec<StateMove>,
    /// Names this effect: it is what is done, or nothing.
    pub fingerprint: String,
}

/// Files that would go from one state to another.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StateMove {
    /// The state, in words.
    pub from: String,
    /// The next state, in words.
    pub to: String,
    /// How many.
    pub files: u32,
}

/// How a waiver stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WaiverState {
    /// Its finding counts again.
    ToReview,
    /// No rule says anything of it any more.
    Unused,
    /// Its finding does not count.
    Active,
}

/// A waiver, in words.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WaiverLine {
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
    /// Rule.
    pub code: String,
    /// Its title.
    pub title: String,
    /// How it stands.
    pub state: WaiverState,
    /// How it stands, in words.
    pub state_label: String,
    /// Who waived it, when, why and until when.
    pub told: String,
}

/// What is written about a file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NoteLine {
    /// The words.
    pub text: String,
    /// Who wrote them, and when.
    pub by: String,
}
