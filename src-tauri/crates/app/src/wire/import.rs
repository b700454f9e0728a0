//! The import wizard: what was recognised in the files chosen, what is asked, and what came of it.
//!
//! Rows and columns are those a person sees: the first row is 1, the first column is 1 (`A`). `file`, `sheet` and
//! `table` are ranks from 0.

use super::{PlanCounts, ProblemLine, Summary};
use serde::Serialize;
use ts_rs::TS;

/// An import under way: the application keeps it until it is applied or given up. Nothing is written yet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportView {
    /// Names this import.
    #[ts(type = "number")]
    pub session: u64,
    /// The files, in the order chosen.
    pub files: Vec<ImportFile>,
    /// The steps, each with how many questions it still asks.
    pub steps: Vec<ImportStep>,
    /// What importing would do; nothing while a question is open without whose answer nothing can be imported.
    pub plan: Option<super::ImportPlan>,
}

/// A step of the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepName {
    /// The files and their encodings.
    Files,
    /// Sheets, tables, headers.
    Sheets,
    /// What each column holds.
    Columns,
    /// What each coded value means.
    Values,
    /// What importing would do; persons to confirm.
    Check,
}

/// A step and what it still asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportStep {
    /// Which step.
    pub step: StepName,
    /// How many questions it still asks.
    pub asks: u32,
}

/// One file of an import.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportFile {
    /// File name.
    pub file: String,
    /// SHA-256 of the file; empty when it could not be read.
    pub sha256: String,
    /// Its format in words; empty when it could not be told.
    pub format_label: String,
    /// When the workspace already took this very file, in words.
    pub already: Option<String>,
    /// What could not be read or was left aside.
    pub problems: Vec<ProblemLine>,
    /// How its text may be read; empty unless several readings are possible.
    pub encodings: Vec<EncodingChoice>,
    /// Its sheets, and the tables of each, also those left out.
    pub sheets: Vec<ImportSheet>,
}

/// One way to read the letters of a text file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EncodingChoice {
    /// Its name, as an answer states it.
    pub encoding: String,
    /// Its name in words.
    pub label: String,
    /// Up to three texts as this encoding reads them.
    pub samples: Vec<String>,
    /// Whether the file is read so today.
    pub chosen: bool,
}

/// One table of one sheet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportSheet {
    /// Rank of the sheet in its file.
    pub sheet: u32,
    /// Rank of the table in its sheet.
    pub table: u32,
    /// Sheet name.
    pub name: String,
    /// Whether the spreadsheet program hides it.
    pub hidden: bool,
    /// Whether nothing of it is imported.
    pub left_out: bool,
    /// Why it is left out, or cannot be imported yet.
    pub why: Option<String>,
    /// Canonical kind, when it is known.
    pub kind: Option<String>,
    /// The kind in words.
    pub kind_label: Option<String>,
    /// Whether the kind is asked.
    pub kind_asked: bool,
    /// The kinds one may choose among.
    pub kinds: Vec<FieldChoice>,
    /// Row of the headers, when it is known.
    pub header_row: Option<u32>,
    /// First row of data.
    pub first_row: Option<u32>,
    /// Last row of data.
    pub last_row: Option<u32>,
    /// Last row of the sheet that holds something.
    pub end_row: u32,
    /// How many rows of data are read.
    pub rows: u32,
    /// The source its headers are those of: `Apogée, INS_ADM_ETP`, or the name of a remembered mapping.
    pub source_label: Option<String>,
    /// Whether answers remembered from an earlier file of this shape are in use.
    pub remembered: bool,
    /// The name of remembered answers that fit, in use or not.
    pub offered: Option<String>,
    /// How many rows that hold something are hidden.
    pub hidden_rows: u32,
    /// How many columns that hold something are hidden.
    pub hidden_columns: u32,
    /// Whether what is hidden is read.
    pub read_hidden: bool,
    /// How many questions it asks, persons apart.
    pub asks: u32,
    /// Those questions, in the order in which they are best answered.
    pub questions: Vec<SheetQuestion>,
    /// Columns, from left to right.
    pub columns: Vec<ImportColumn>,
    /// Facts the sheet does not say and that may be given once for all its rows.
    pub constants: Vec<ImportConstant>,
    /// What its rows would do, once there is a plan.
    pub counts: Option<PlanCounts>,
}

/// A question about a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SheetQuestion {
    /// What is asked: `kind`, `header_row`, `hidden_rows`, `hidden_sheet`, `column`, `duplicate`, `missing`, `date_order` or
    /// `value`.
    pub asked: String,
    /// At which step.
    pub step: StepName,
    /// The question in words.
    pub text: String,
    /// Whether nothing of the table is imported before it is answered.
    pub required: bool,
    /// The columns concerned, `A` being 1.
    pub columns: Vec<u32>,
    /// The field concerned, by its canonical name.
    pub field: Option<String>,
}

/// A fact given once for all the rows of a sheet that does not say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportConstant {
    /// Canonical field.
    pub field: String,
    /// The field in words.
    pub field_label: String,
    /// The value given.
    pub value: Option<String>,
    /// Whether nothing can be imported without it or another way to know it.
    pub asked: bool,
    /// Why it is asked, or what it would serve for.
    pub why: String,
    /// The values one may choose among; empty when it is a text.
    pub choices: Vec<FieldChoice>,
}

/// How sure the meaning of a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ColumnConfidence {
    /// A person said so.
    Answered,
    /// Its header is known.
    Known,
    /// Its header or content resembles; nothing is taken from it until a person says so.
    Likely,
    /// Nothing tells what it is: kept as written.
    Unknown,
    /// A person said that it is none of the fields: kept as written.
    SetAside,
    /// It must not be stored: nothing is kept of it.
    Dropped,
}

/// One column of a table.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportColumn {
    /// Its number, `A` being 1.
    pub column: u32,
    /// Address of the header, such as `D2`.
    pub cell: String,
    /// Header as written.
    pub header: String,
    /// Up to three different values as written; none of a column that is dropped.
    pub examples: Vec<String>,
    /// Canonical field, or nothing for a column kept as written.
    pub field: Option<String>,
    /// The field in words.
    pub field_label: Option<String>,
    /// How sure that is.
    pub confidence: ColumnConfidence,
    /// The question, when one is asked of it.
    pub asks: Option<String>,
    /// The fields it may hold, the likely ones first.
    pub choices: Vec<FieldChoice>,
    /// How its values are read, in words.
    pub type_label: Option<String>,
    /// In which order days and months are read, when the column holds dates.
    pub date_order: Option<DateOrderName>,
    /// Whether that order is asked.
    pub asks_date_order: bool,
    /// Of a column of dates, three of them as each order reads them.
    pub date_samples: Vec<DateSample>,
    /// Of a coded column, its different values.
    pub values: Vec<ImportValue>,
}

/// Which comes first in a date written with digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DateOrderName {
    /// 3/4 is the third of April.
    DayFirst,
    /// 3/4 is the fourth of March.
    MonthFirst,
}

/// A date as written, and as each order reads it; nothing where it cannot be read so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DateSample {
    /// As written.
    pub text: String,
    /// Read with the day first, in words.
    pub day_first: Option<String>,
    /// Read with the month first, in words.
    pub month_first: Option<String>,
}

/// Something one may choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldChoice {
    /// Its canonical name, as an answer states it.
    pub field: String,
    /// Its name in words.
    pub label: String,
    /// Whether the content makes it likely.
    pub likely: bool,
}

/// One different value of a coded column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportValue {
    /// As written.
    pub text: String,
    /// In how many cells.
    pub count: u32,
    /// What it means, by its canonical name.
    pub meaning: Option<String>,
    /// What it means, in words.
    pub meaning_label: Option<String>,
    /// Whether its meaning is asked.
    pub asked: bool,
    /// The meanings one may choose.
    pub choices: Vec<FieldChoice>,
}

/// A row of a sheet as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RawRow {
    /// Its number.
    pub row: u32,
    /// The texts of its cells from column `A` to the last that holds something.
    pub cells: Vec<String>,
}

/// Answers kept for files of one shape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MappingLine {
    /// Its name.
    pub name: String,
    /// When it was kept, in words.
    pub kept: String,
    /// The headers by which it is recognised.
    pub headers: Vec<String>,
}

/// What an import did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportDone {
    /// The operation in the journal.
    #[ts(type = "number")]
    pub operation: i64,
    /// The name under which it can be undone.
    pub label: String,
    /// What it did, in rows.
    pub counts: PlanCounts,
    /// The office after it.
    pub summary: Summary,
}
