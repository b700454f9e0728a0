//! What was done to the workspace, and what can be undone of it.

use super::Summary;
use serde::Serialize;
use ts_rs::TS;

/// One operation, the newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HistoryLine {
    /// Its number.
    #[ts(type = "number")]
    pub operation: i64,
    /// When, in the language's form.
    pub at: String,
    /// The beginning of the journal's seal at this operation, as reports print it.
    pub seal: String,
    /// Who.
    pub who: String,
    /// What kind of operation, by its canonical name.
    pub kind: String,
    /// What was done, in words.
    pub label: String,
    /// How much, in words; empty when there is nothing to count.
    pub detail: String,
    /// Whether it can be undone.
    pub undoable: Undoable,
    /// Why not, or by what it was undone.
    pub why: Option<String>,
    /// The later operations that rest on it, in words: they are undone first.
    pub depends: Vec<String>,
}

/// Whether an operation can be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Undoable {
    /// It can, alone or with what rests on it.
    Yes,
    /// It cannot.
    No,
    /// It was.
    Undone,
}

/// What undoing did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UndoDone {
    /// What was undone, in words.
    pub label: String,
    /// The office after it.
    pub summary: Summary,
}
