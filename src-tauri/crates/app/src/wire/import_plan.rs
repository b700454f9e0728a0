//! What an import would do, row by row, and the persons to confirm.

use super::PersonChoice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an import would do: exactly this is executed, or nothing.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportPlan {
    /// Names the plan.
    pub fingerprint: String,
    /// What it does, in rows.
    pub counts: PlanCounts,
    /// Whether there is anything to apply.
    pub applicable: bool,
    /// The lists of its rows, problems first; empty ones too.
    pub tabs: Vec<PlanTab>,
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
    /// Rows that a person decided not to import.
    pub left_out: u32,
}

/// One list of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanTab {
    /// Which list.
    pub tab: TabName,
    /// How many lines it has.
    pub count: u32,
}

/// The lists of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TabName {
    /// What could not be read.
    Errors,
    /// What is only said.
    Warnings,
    /// Rows whose person is to be confirmed, or was.
    Ambiguous,
    /// Rows that add something.
    New,
    /// Rows that change something.
    Changed,
    /// Rows that change nothing.
    Same,
    /// Registrations that the files no longer hold: kept.
    Gone,
}

impl TabName {
    /// Every list, problems first.
    pub(crate) const ALL: [Self; 7] =
        [Self::Errors, Self::Warnings, Self::Ambiguous, Self::New, Self::Changed, Self::Same, Self::Gone];
}

/// One line of a list of a plan.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanRow {
    /// File name.
    pub file: String,
    /// Sheet name; empty when the whole file is concerned.
    pub sheet: String,
    /// Row; 0 when no row is concerned.
    pub row: u32,
    /// Cell, when one is concerned.
    pub cell: Option<String>,
    /// Stable code of a problem.
    pub code: Option<String>,
    /// Whom it is about.
    pub who: String,
    /// What it is about: `L2 · 2024-2025`.
    pub what: String,
    /// By what the person was recognised, or what the problem is.
    pub reason: String,
    /// What it changes, field by field.
    pub changes: Vec<PlanChange>,
    /// Where it lies in the plan, to be echoed back with an answer.
    pub place: Option<RowPlace>,
    /// The persons it may be about.
    pub candidates: Vec<Candidate>,
    /// What was chosen: `person` (the candidate that is marked), `new` or `leave_out`.
    pub choice: Option<String>,
}

/// One value that an import changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanChange {
    /// The field in words, or the header of a column that is none.
    pub field_label: String,
    /// The value kept today.
    pub old: String,
    /// The value after.
    pub new: String,
    /// Cell of the new value, such as `D17`.
    pub cell: String,
}

/// Where a row lies in a plan: ranks from 0 of its file, sheet read, and row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct RowPlace {
    /// Rank of its file.
    pub file: u32,
    /// Rank of its sheet among those read.
    pub sheet: u32,
    /// Rank of the row among those read.
    pub row: u32,
}

/// A person a row may be about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Candidate {
    /// The choice that takes this person, to be echoed back with an answer.
    pub choice: PersonChoice,
    /// Whether it was chosen.
    pub chosen: bool,
    /// The person in words.
    pub label: String,
    /// What makes it likely, and what speaks against it.
    pub reason: String,
    /// What the row and the workspace say, side by side.
    pub facts: Vec<CandidateFact>,
}

/// One fact, as the row says it and as the workspace keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CandidateFact {
    /// The fact in words.
    pub label: String,
    /// As the row says it; empty when it does not.
    pub theirs: String,
    /// As the workspace keeps it; empty when it does not.
    pub ours: String,
    /// Whether they agree.
    pub same: bool,
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
