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

/// By what the list of files is grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilesBy {
    /// State, the most urgent first.
    State,
    /// Level, in the order of studies.
    Level,
    /// Component.
    Component,
    /// Programme.
    Programme,
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
    /// How they are grouped, if they are.
    pub by: Option<FilesBy>,
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
    /// The groups, in order; none when nothing is grouped.
    pub groups: Vec<Count>,
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

/// A column of the list of files that is sent when it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FurtherColumn {
    /// Name in use.
    UseName,
    /// E-mail address.
    Email,
    /// Code of the programme.
    ProgrammeCode,
    /// Component.
    Component,
    /// Number of the Cvec certificate, as the roster gives it.
    CvecNumber,
}

/// A slice of the list of files, column by column: names of columns written for each row would be half of it. Each column
/// has as many values as there are rows.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct FilesPage {
    /// The registrations.
    #[ts(type = "number[]")]
    pub id: Vec<i64>,
    /// Student numbers.
    pub student_number: Vec<String>,
    /// Birth names.
    pub birth_name: Vec<String>,
    /// First given names.
    pub given_name: Vec<String>,
    /// Ines.
    pub ine: Vec<String>,
    /// Birth dates in the language's form.
    pub birth_date: Vec<String>,
    /// Levels.
    pub level: Vec<String>,
    /// Programmes, by their place among the labels.
    pub programme: Vec<u32>,
    /// Labels of programmes, each once.
    pub programmes: Vec<String>,
    /// When the students registered.
    pub registered_at: Vec<String>,
    /// States.
    #[ts(type = "FileRow[\"state\"][]")]
    pub state: Vec<FileState>,
    /// Codes with a finding, the gravest first.
    pub codes: Vec<Vec<String>>,
    /// Whether they are selected.
    pub selected: Vec<bool>,
    /// The further columns, in the order in which they were asked for.
    pub further: Vec<Vec<String>>,
}

/// A column of the list of files, as somebody wants it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListColumn {
    /// Its name.
    pub key: String,
    /// Whether it is shown.
    pub shown: bool,
    /// Least width, in digits; nothing for as much as it needs.
    pub width: Option<u32>,
}

/// Filters, order, groups and columns under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// Filters, groups and order.
    pub query: FilesQuery,
    /// Its columns, in order.
    pub columns: Vec<ListColumn>,
}

/// How the list of files of a workspace is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ListSettings {
    /// The columns, in order; those it does not name stand where they usually do.
    pub columns: Vec<ListColumn>,
    /// Whether it is an ordinary table of a hundred rows a page.
    pub paged: bool,
    /// The views kept under a name, in the order of names.
    pub views: Vec<SavedView>,
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
