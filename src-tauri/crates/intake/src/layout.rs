//! What was understood of each table of a file, and how sure that is: what a person is shown and asked.

use crate::kind::Need;
use crate::mapping::{DateOrder, Mapping};
use crate::question::Question;
use crate::shape::Shape;
use guichet_model::{CellAddress, Field, FieldShape, Message, SheetKind};

/// A sheet of a file, and one of its tables, in the file's order and counted from zero. Most sheets hold one table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TablePlace {
    /// The sheet.
    pub sheet: usize,
    /// The table on it.
    pub table: usize,
}

/// What was understood of one table. Rows and columns are counted from zero.
#[derive(Clone, Debug)]
pub struct SheetLayout {
    /// Which table it is.
    pub place: TablePlace,
    /// The sheet's name.
    pub name: String,
    /// Whether the spreadsheet program hides the sheet.
    pub hidden: bool,
    /// Why no row of it is used; `None` when its rows are.
    pub left_out: Option<LeftOut>,
    /// What one row is, as far as that is known.
    pub kind: Option<SheetKind>,
    /// The first and the last row of its headers.
    pub header_rows: Option<(u32, u32)>,
    /// The first and the last row below the headers that hold something.
    pub data_rows: Option<(u32, u32)>,
    /// How many rows are used, or would be.
    pub rows: usize,
    /// How many of the rows that hold something are hidden.
    pub hidden_rows: usize,
    /// How many of the columns that hold something are hidden.
    pub hidden_columns: usize,
    /// Whether hidden rows are read.
    pub reads_hidden: bool,
    /// Its columns that have a header, from left to right.
    pub columns: Vec<ColumnLayout>,
    /// What every row can be said to hold because no column says it.
    pub constants: Vec<ConstantLayout>,
    /// What its kind needs and nothing says.
    pub missing: Vec<Need>,
    /// By what it is recognised the next time.
    pub shape: Shape,
    /// What its source is called.
    pub source: Option<Source>,
    /// What a person is asked about it. Nothing is asked about most.
    pub questions: Vec<Question>,
    /// Everything that was answered about it, now or before.
    pub(crate) answered: Mapping,
}

/// What a source is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// An extract that everybody has, whose name needs no translation.
    Known(&'static str),
    /// A mapping that was remembered or given, by its name.
    Remembered(String),
}

/// Why no row of a table is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It holds nothing.
    Empty,
    /// It could not be read.
    Damaged,
    /// Its headers are not known.
    NoHeader,
    /// A column that its kind needs is not there, or stands twice.
    Incomplete,
    /// It only says who the persons of other sheets are.
    OnlyPersons,
    /// A person said so.
    Answered,
    /// It holds a chart or macros, and no cells.
    NoCells,
}

/// One column that has a header.
#[derive(Clone, Debug)]
pub struct ColumnLayout {
    /// Its header's cell.
    pub cell: CellAddress,
    /// Its header as written; both lines of a header of two lines.
    pub header: String,
    /// The field it is, or could be when that is only likely.
    pub field: Option<Field>,
    /// How sure that is.
    pub confidence: Confidence,
    /// The fields it could be, the most likely first.
    pub likely: Vec<Field>,
    /// The first three different texts it holds; none of a column that must not be kept.
    pub examples: Vec<String>,
    /// How its dates are written; `None` when it holds none that could be read in two orders.
    pub dates: Option<DateLayout>,
    /// What its cells hold, when its field is a closed list: each text once, those that are not understood first.
    pub values: Vec<CodedText>,
    /// Whether it holds more of them than are told.
    pub has_more_values: bool,
}

impl ColumnLayout {
    /// The column, `A` being 0.
    #[must_use]
    pub fn column(&self) -> u16 {
        self.cell.column
    }

    /// What its cells are read as.
    #[must_use]
    pub fn reads(&self) -> Option<FieldShape> {
        self.field.map(Field::shape)
    }
}

/// How sure a column's field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// A person said so, now or before.
    Answered,
    /// Its header is one of the field's.
    Known,
    /// Its header or its content is much like the field's. It is not used until a person says so.
    Likely,
    /// Nothing tells; it is kept as raw text.
    Unknown,
    /// A person said that it is only to be kept as raw text.
    SetAside,
    /// It must not be kept, and is not.
    Dropped,
}

impl Confidence {
    /// Its stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Known => "known",
            Self::Likely => "likely",
            Self::Unknown => "unknown",
            Self::SetAside => "set_aside",
            Self::Dropped => "dropped",
        }
    }
}

/// In which order a column writes day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateLayout {
    /// The order; `None` when its dates contradict each other and nobody said.
    pub order: Option<DateOrder>,
    /// Whether a person said so.
    pub answered: bool,
}

/// One text of a coded column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodedText {
    /// The text as first written.
    pub text: String,
    /// How many cells hold it.
    pub count: usize,
    /// The value of the field's list it stands for; empty when a person said that it says nothing, `None` when unknown.
    pub meaning: Option<String>,
    /// Whether a person said so.
    pub answered: bool,
}

/// A fact that every row of a table can be said to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConstantLayout {
    /// The field.
    pub field: Field,
    /// What was said.
    pub value: Option<String>,
    /// Whether the table cannot be used without it or a column.
    pub needed: bool,
}

impl LeftOut {
    /// The reason in a few words.
    #[must_use]
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Empty => "layout-empty",
            Self::Damaged => "layout-damaged",
            Self::NoHeader => "layout-no-header",
            Self::Incomplete => "layout-incomplete",
            Self::OnlyPersons => "layout-only-persons",
            Self::Answered => "layout-answered",
            Self::NoCells => "layout-no-cells",
        })
    }
}

impl SheetLayout {
    /// A table of which nothing is used.
    pub(crate) fn left_out(place: TablePlace, name: &str, hidden: bool, why: LeftOut) -> Self {
        Self {
            place,
            name: name.to_owned(),
            hidden,
            left_out: Some(why),
            kind: None,
            header_rows: None,
            data_rows: None,
            rows: 0,
            hidden_rows: 0,
            hidden_columns: 0,
            reads_hidden: true,
            columns: Vec::new(),
            constants: Vec::new(),
            missing: Vec::new(),
            shape: Shape::default(),
            source: None,
            questions: Vec::new(),
            answered: Mapping::default(),
        }
    }

    /// A column by its letters' number.
    #[must_use]
    pub fn column(&self, column: u16) -> Option<&ColumnLayout> {
        self.columns.iter().find(|known| known.column() == column)
    }

    /// Whether a question is open without whose answer no row of it is used.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.questions.iter().any(|question| question.required)
    }

    /// What was answered about it, under a name and with its shape: to be remembered, or shared as a file.
    #[must_use]
    pub fn mapping(&self, name: &str) -> Mapping {
        let mut mapping = self.answered.clone();
        mapping.name = Some(name.to_owned());
        mapping.shape = Some(self.shape.clone());
        // Which rows count is true of this extract only.
        (mapping.table.first_row, mapping.table.last_row) = (None, None);
        mapping
    }
}
