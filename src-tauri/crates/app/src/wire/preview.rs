//! What an import recognised, would do and did, on one page.

use super::{PlanCounts, ProblemLine};
use serde::Serialize;
use ts_rs::TS;

/// What was recognised in the chosen files and what importing them would do. Nothing is written yet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportPreview {
    /// Names this preview when it is applied or given up.
    #[ts(type = "number")]
    pub preview: u64,
    /// Hash of the plan shown: exactly this plan is executed, or none.
    pub fingerprint: String,
    /// The files, in the order chosen.
    pub files: Vec<PreviewFile>,
    /// What the whole plan does.
    pub counts: PlanCounts,
    /// Changes old -> new, the first of them.
    pub changes: Vec<PreviewChange>,
    /// Whether there is anything to apply.
    pub applicable: bool,
}

/// One file of a preview.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewFile {
    /// File name.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Recognised sheets.
    pub sheets: Vec<PreviewSheet>,
    /// What could not be read or was left aside.
    pub problems: Vec<ProblemLine>,
}

/// One recognised sheet of a preview.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewSheet {
    /// Sheet name.
    pub name: String,
    /// Canonical kind.
    pub kind: String,
    /// The kind in words.
    pub kind_label: String,
    /// Row of the headers as the spreadsheet shows it (1 for the first).
    pub header_row: u32,
    /// Rows of data.
    pub rows: u32,
    /// Columns, from left to right.
    pub columns: Vec<PreviewColumn>,
    /// What its rows would do.
    pub counts: PlanCounts,
}

/// One column of a recognised sheet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewColumn {
    /// Address of the header, such as `D2`.
    pub cell: String,
    /// Header as written.
    pub header: String,
    /// Canonical field, or nothing for a column kept as raw text.
    pub field: Option<String>,
    /// The field in words.
    pub field_label: Option<String>,
    /// Up to three values as written.
    pub examples: Vec<String>,
}

/// One value that an import changes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PreviewChange {
    /// Whom and what it is about.
    pub label: String,
    /// The field in words.
    pub field_label: String,
    /// The value kept today.
    pub old: String,
    /// The value after.
    pub new: String,
    /// Where the new value was read.
    pub file: String,
    /// Its cell, such as `D17`.
    pub cell: String,
}
