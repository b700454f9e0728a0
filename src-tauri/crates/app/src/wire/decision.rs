//! What is decided of files: findings waived, notes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The files a decision is about: those named, those selected in the list, or those of findings.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct FilesSelection {
    /// The registrations named.
    #[ts(type = "number[]")]
    pub ids: Vec<i64>,
    /// Whether it is about the files selected in the list.
    pub selected: bool,
    /// The findings it is about: of a decision on one rule, those of this rule alone.
    pub findings: Option<FindingsRange>,
}

/// Findings that follow each other in an opened list, as those of a group do.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FindingsRange {
    /// The list.
    #[ts(type = "number")]
    pub view: u64,
    /// The first finding, from zero.
    pub from: u32,
    /// The finding after the last.
    pub to: u32,
}

/// What changes of the files selected in the list. The list itself says which rows are selected.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SelectionChange {
    /// The rows of an opened list from one place to another, that one left out.
    Rows {
        /// The first row, from zero.
        from: u32,
        /// The row after the last.
        to: u32,
        /// Whether they are selected or not any more.
        selected: bool,
    },
    /// Every row of an opened list.
    All,
    /// No file at all, in the list or outside it.
    Nothing,
}

/// The files selected.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SelectionView {
    /// How many.
    pub selected: u32,
    /// How many of them are not in the opened list.
    pub outside: u32,
}

/// What is decided at the desk about files.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DeskEntry {
    /// A derogation, for the level and year of each file.
    Derogation {
        /// Granted; otherwise refused.
        granted: bool,
        /// Who decided.
        by: String,
        /// When, `yyyy-mm-dd`.
        on: String,
        /// The decision's reference; empty without one.
        reference: String,
    },
    /// Where a document's check stands.
    Document {
        /// What document.
        piece: String,
        /// Its state, by its canonical name.
        state: String,
        /// Why, when it is rejected; else empty.
        reason: String,
        /// The last day it is valid, `yyyy-mm-dd`.
        until: Option<String>,
        /// The programme it is for; empty when it is for each.
        programme_code: String,
    },
    /// Words below those that are there.
    Note {
        /// The words.
        text: String,
    },
}

/// What a decision at the desk would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeskEffect {
    /// How many files it is about; for a document, how many persons.
    pub entries: u32,
    /// Of a note, how many of them have words already.
    pub added: u32,
    /// Files that would go from one state to another.
    pub moves: Vec<StateMove>,
    /// Names this effect: it is what is done, or nothing.
    pub fingerprint: String,
}

/// What was entered at the desk, where the extracts say otherwise or nothing.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeskMark {
    /// The entry's sheet: names it together with its row.
    pub sha256: String,
    /// Row, the first being 0.
    pub row: u32,
    /// Who entered it, and when.
    pub by: String,
    /// What an extract says instead, in a sentence.
    pub otherwise: Option<String>,
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
    /// Whether it is to be reviewed because its last day has passed.
    pub expired: bool,
    /// Who waived it, when, why and until when.
    pub told: String,
    /// Why, by its canonical name.
    pub reason: String,
    /// Why, in free words; empty without any.
    pub text: String,
    /// The last day it holds, `yyyy-mm-dd`.
    pub until: Option<String>,
    /// The values it was decided on, beside those of now.
    pub facts: Vec<ThenNow>,
}

/// A value on which something was decided, and the value now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ThenNow {
    /// What it is.
    pub label: String,
    /// The values then, as many as there were.
    pub then: Vec<String>,
    /// The values now.
    pub now: Vec<String>,
}

/// What is written about a file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NoteLine {
    /// The words.
    pub text: String,
    /// Who wrote them, and when.
    pub by: String,
}
