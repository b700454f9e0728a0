//! The list of files.

use super::{Count, SelectionView};
use guichet_model::FileState;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Columns by which the list of files is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SortColumn {
    /// Student number.
    StudentNumber,
    /// Birth name, then given name.
    #[default]
    Name,
    /// Level, in the order of studies.
    Level,
    /// Programme or field.
    Programme,
    /// When the student registered.
    RegisteredAt,
    /// State, the most urgent first.
    State,
    /// Number of findings.
    Findings,
}

/// Which files, in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FilesQuery {
    /// Words or number searched, case and accents ignored.
    pub search: String,
    /// States kept; none means every one. The same for the lists below.
    pub states: Vec<String>,
    /// Levels kept.
    pub levels: Vec<String>,
    /// Components kept.
    pub components: Vec<String>,
    /// Programmes (label, or field without one) kept.
    pub programmes: Vec<String>,
    /// Rules of which a file must have a finding.
    pub codes: Vec<String>,
    /// `complete` (the file lacks neither a document nor a fact), `incomplete`.
    pub completeness: Vec<String>,
    /// Sort column.
    pub sort: SortColumn,
    /// Whether the order is reversed.
    pub descending: bool,
}

/// An opened list of files: rows are then asked for by place.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FilesView {
    /// Names this list.
    #[ts(type = "number")]
    pub view: u64,
    /// Files in it.
    pub total: u32,
    /// Files in the office.
    pub all: u32,
    /// Which are selected.
    pub selection: SelectionView,
    /// Counts by state, the state filter left out.
    pub states: Vec<Count>,
    /// Counts by level, the level filter left out.
    pub levels: Vec<Count>,
    /// Counts by component, its filter left out.
    pub components: Vec<Count>,
    /// Counts by programme, its filter left out.
    pub programmes: Vec<Count>,
    /// Counts by rule, its filter left out.
    pub codes: Vec<Count>,
    /// Counts by completeness, its filter left out.
    pub completeness: Vec<Count>,
}

/// One line of the list of files.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FileRow {
    /// The registration.
    #[ts(type = "number")]
    pub id: i64,
    /// Student number.
    pub student_number: String,
    /// Birth name.
    pub birth_name: String,
    /// First given name.
    pub given_name: String,
    /// Ine.
    pub ine: String,
    /// Birth date in the language's form.
    pub birth_date: String,
    /// Level.
    pub level: String,
    /// Programme label, code or field.
    pub programme: String,
    /// When the student registered, in the language's form; empty when not registered.
    pub registered_at: String,
    /// State.
    #[ts(type = "\"blocked\" | \"to-check\" | \"ready\" | \"cancelled\"")]
    pub state: FileState,
    /// Codes with a finding, the gravest first.
    pub codes: Vec<String>,
    /// Whether it is selected.
    pub selected: bool,
}
