//! What came of a command: reports, the journal, progress, failures.

use serde::Serialize;
use ts_rs::TS;

/// A report that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Exported {
    /// Where.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Files in it.
    pub files: u32,
    /// Findings in it.
    pub findings: u32,
}

/// A workbook of what is to be corrected in an import.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Corrections {
    /// Where.
    pub path: String,
    /// Problems told in it.
    pub problems: u32,
    /// Rows to correct.
    pub rows: u32,
}

/// A file that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Saved {
    /// Where.
    pub path: String,
}

/// How far a long task is. Sent as the event `progress`.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Progress {
    /// What is being done, in words.
    pub label: String,
    /// Done so far.
    #[ts(type = "number")]
    pub done: u64,
    /// In all, when known.
    #[ts(type = "number | null")]
    pub total: Option<u64>,
    /// A rough estimate of the seconds left, once enough was done to tell.
    pub seconds_left: Option<u32>,
}

/// Why a command could not be done. The window shows `message`; it acts on `code` only.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Failure {
    /// Stable code.
    pub code: String,
    /// What happened, what was kept, what to do.
    pub message: String,
}
