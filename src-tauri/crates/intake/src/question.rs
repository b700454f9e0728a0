//! What a person is asked about a table.

use crate::kind::Need;
use guichet_model::{Field, Message};

/// One question. The same answer is never asked for twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub asked: Asked,
    /// Whether no row of the table is used before it is answered.
    pub required: bool,
    /// The question in words.
    pub message: Message,
}

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What one row is.
    Kind,
    /// Which row holds the headers.
    HeaderRow,
    /// Whether a column is the field it looks like.
    Column {
        /// The column.
        column: u16,
        /// The field.
        field: Field,
    },
    /// Which of several columns is the field that all of them could be.
    Duplicate {
        /// The field.
        field: Field,
        /// The columns.
        columns: Vec<u16>,
    },
    /// Which column says what the kind needs, or what every row holds.
    Missing(Need),
    /// In which order a column writes day and month.
    DateOrder {
        /// The column.
        column: u16,
    },
    /// What a text of a coded column stands for.
    Value {
        /// The field.
        field: Field,
        /// The text as first written.
        text: String,
        /// How many cells hold it.
        count: usize,
    },
    /// Whether hidden rows count.
    HiddenRows,
    /// Whether a sheet that the spreadsheet program hides counts.
    HiddenSheet,
}

/// At which step of an import a question is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What a sheet is.
    Sheets,
    /// What its columns are.
    Columns,
    /// What its values mean.
    Values,
}

impl Asked {
    /// At which step it is asked.
    #[must_use]
    pub fn step(&self) -> Step {
        match self {
            Self::Kind | Self::HeaderRow | Self::HiddenRows | Self::HiddenSheet => Step::Sheets,
            Self::Column { .. } | Self::Duplicate { .. } | Self::Missing(_) | Self::DateOrder { .. } => Step::Columns,
            Self::Value { .. } => Step::Values,
        }
    }

    /// Its stable name.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::HeaderRow => "header_row",
            Self::Column { .. } => "column",
            Self::Duplicate { .. } => "duplicate",
            Self::Missing(_) => "missing",
            Self::DateOrder { .. } => "date_order",
            Self::Value { .. } => "value",
            Self::HiddenRows => "hidden_rows",
            Self::HiddenSheet => "hidden_sheet",
        }
    }
}
