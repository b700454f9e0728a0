//! What a person answers in the import wizard.

use super::{DateOrderName, RowPlace};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One answer. `file`, `sheet` and `table` are ranks from 0; rows and columns are those a person sees, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ImportAnswer {
    /// In which encoding a text file is read.
    Encoding {
        /// Which file.
        file: u32,
        /// The encoding's name.
        encoding: String,
    },
    /// What one row of a table is.
    Kind {
        /// Which table.
        #[serde(flatten)]
        at: TablePlace,
        /// The kind's canonical name; nothing tells it from the headers again.
        kind: Option<String>,
    },
    /// Where the headers are.
    HeaderRow {
        /// Which table.
        #[serde(flatten)]
        at: TablePlace,
        /// Their row; nothing looks for them again.
        row: Option<u32>,
    },
    /// Which rows are data.
    Rows {
        /// Which table.
        #[serde(flatten)]
        at: TablePlace,
        /// The first; nothing for the one after the headers.
        first: Option<u32>,
        /// The last; nothing for the last that holds something.
        last: Option<u32>,
    },
    /// Whether a table is left out.
    LeaveOut {
        /// Which table.
        #[serde(flatten)]
        at: TablePlace,
        /// Whether it is.
        leave_out: bool,
    },
    /// Whether hidden rows are read.
    Hidden {
        /// Which table.
        #[serde(flatten)]
        at: TablePlace,
        /// Whether they are.
        read: bool,
    },
    /// What a column holds.
    Column {
        /// Which table.
        #[serde(flatten)]
        at: TablePlace,
        /// The column.
        column: u32,
        /// The field's canonical name; nothing sets the column aside: it is kept as written.
        field: Option<String>,
    },
    /// In which order days and months of a column are read.
    DateOrder {
        /// Which table.
        #[serde(flatten)]
        at: TablePlace,
        /// The column.
        column: u32,
        /// The order; nothing takes the answer back.
        order: Option<DateOrderName>,
    },
    /// What a coded value means.
    Value {
        /// Which table.
        #[serde(flatten)]
        at: TablePlace,
        /// The field's canonical name.
        field: String,
        /// The value as written.
        text: String,
        /// The meaning's canonical name, empty when the text says nothing; nothing takes the answer back.
        meaning: Option<String>,
    },
    /// A fact given once for all the rows of a table.
    Constant {
        /// Which table.
        #[serde(flatten)]
        at: TablePlace,
        /// The field's canonical name.
        field: String,
        /// Its value; nothing takes it back.
        value: Option<String>,
    },
    /// Whether the answers remembered for files of this shape are used.
    Remembered {
        /// Which table.
        #[serde(flatten)]
        at: TablePlace,
        /// Whether they are.
        used: bool,
    },
    /// Whom a row is about.
    Person {
        /// The row's place in the plan.
        place: RowPlace,
        /// Whom; nothing takes the choice back.
        choice: Option<PersonChoice>,
    },
}

/// One table of one sheet of one file, by ranks from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, TS)]
pub struct TablePlace {
    /// Rank of the file.
    pub file: u32,
    /// Rank of the sheet in its file.
    pub sheet: u32,
    /// Rank of the table in its sheet.
    pub table: u32,
}

/// Whom a row is about, as a person says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonChoice {
    /// This person of the workspace.
    Person(#[ts(type = "number")] i64),
    /// The person whom another row of the same files makes.
    SameAs(RowPlace),
    /// Somebody not known yet.
    New,
    /// Nobody: the row is left out.
    LeaveOut,
}
