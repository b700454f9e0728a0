//! What an office's own headers and values stand for, and how its sheets are to be read: what a person answered once, in
//! a small TOML file that can be shared. Its format is described in `src-tauri/docs/mapping.md`.

use crate::shape::Shape;
use guichet_model::{AcademicYear, CellAddress, Field, FieldShape, Level, SheetKind, fold};
use std::collections::BTreeMap;
use thiserror::Error;

/// Headers and values of one source, looked up before the known ones, and how its sheets are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// What the source is called.
    pub name: Option<String>,
    /// How a sheet of the source is read.
    pub table: TableChoices,
    /// By which headers a sheet of the source is recognised; without them what is said of sheets and columns is true of
    /// every sheet.
    pub shape: Option<Shape>,
    pub(crate) headers: BTreeMap<String, (String, Target)>,
    pub(crate) columns: BTreeMap<u16, Target>,
    pub(crate) dates: BTreeMap<String, (String, DateOrder)>,
    pub(crate) values: BTreeMap<(Field, String), (String, String)>,
    pub(crate) constants: BTreeMap<Field, String>,
}

/// How one table is read, as far as a person said it. Rows are counted from zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableChoices {
    /// What one row is.
    pub kind: Option<SheetKind>,
    /// The row of the headers.
    pub header_row: Option<u32>,
    /// The first row below them that counts.
    pub first_row: Option<u32>,
    /// The last row that counts.
    pub last_row: Option<u32>,
    /// What becomes of hidden rows.
    pub hidden_rows: Option<HiddenRows>,
    /// Whether the table is left out.
    pub leave_out: Option<bool>,
    /// The encoding of a text file, as the reader names it.
    pub encoding: Option<String>,
}

/// What becomes of rows that the spreadsheet program hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HiddenRows {
    /// They are read like the others.
    Read,
    /// They are left out.
    LeaveOut,
}

/// What a person says of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// It is this field.
    Field(Field),
    /// It is kept as raw text, and nothing more is said of it.
    SetAside,
}

/// In which order a column writes day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 31/12/2024.
    DayFirst,
    /// 12/31/2024.
    MonthFirst,
}

/// Why a mapping file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {detail}")]
pub struct MappingError {
    /// Line in the file, the first being 1.
    pub line: usize,
    /// What is not understood there.
    pub detail: String,
}

/// Why an answer cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AnswerError {
    /// The value is not one that the field can hold.
    #[error("the field cannot hold this value")]
    NotAValue,
    /// The column must not be kept.
    #[error("this column must not be kept")]
    Sensitive,
    /// There is no such table, column or row.
    #[error("there is no such place")]
    NoSuchPlace,
}

impl Target {
    /// Its name in a mapping file.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Field(field) => field.as_str(),
            Self::SetAside => "set-aside",
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        if name == "set-aside" { Some(Self::SetAside) } else { Field::from_name(name).map(Self::Field) }
    }
}

impl DateOrder {
    /// Its name in a mapping file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::DayFirst, Self::MonthFirst].into_iter().find(|order| order.as_str() == name)
    }
}

impl HiddenRows {
    /// Its name in a mapping file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::LeaveOut => "leave-out",
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Read, Self::LeaveOut].into_iter().find(|choice| choice.as_str() == name)
    }
}

/// What a text is looked up by: folded, unless it is made of signs only.
pub(crate) fn key(text: &str) -> String {
    let folded = fold(text);
    if folded.is_empty() { text.trim().to_owned() } else { folded }
}

impl Mapping {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Says what the columns of a header are; `None` takes it back.
    pub fn set_header(&mut self, header: &str, target: Option<Target>) {
        match target {
            Some(target) => self.headers.insert(key(header), (header.to_owned(), target)),
            None => self.headers.remove(&key(header)),
        };
    }

    /// Says what one column is, whatever its header; `None` takes it back.
    pub fn set_column(&mut self, column: u16, target: Option<Target>) {
        match target {
            Some(target) => self.columns.insert(column, target),
            None => self.columns.remove(&column),
        };
    }

    /// Says in which order the columns of a header write day and month; `None` takes it back.
    pub fn set_date_order(&mut self, header: &str, order: Option<DateOrder>) {
        match order {
            Some(order) => self.dates.insert(key(header), (header.to_owned(), order)),
            None => self.dates.remove(&key(header)),
        };
    }

    /// Says what a cell's text stands for in the columns of a field: a value of the field's list, or an empty text where it
    /// says nothing. `None` takes it back.
    ///
    /// # Errors
    /// [`AnswerError::NotAValue`] when the field has no such value.
    pub fn set_value(&mut self, field: Field, text: &str, meaning: Option<&str>) -> Result<(), AnswerError> {
        let place = (field, key(text));
        match meaning {
            Some(meaning) if is_value(field, meaning) => {
                self.values.insert(place, (text.to_owned(), meaning.to_owned()));
            }
            Some(_) => return Err(AnswerError::NotAValue),
            None => {
                self.values.remove(&place);
            }
        }
        Ok(())
    }

    /// Says what every row holds for a field that no column says; `None` takes it back.
    ///
    /// # Errors
    /// [`AnswerError::NotAValue`] when the field cannot hold the value.
    pub fn set_constant(&mut self, field: Field, value: Option<&str>) -> Result<(), AnswerError> {
        match value {
            Some(value) if is_constant(field, value) => {
                self.constants.insert(field, value.trim().to_owned());
            }
            Some(_) => return Err(AnswerError::NotAValue),
            None => {
                self.constants.remove(&field);
            }
        }
        Ok(())
    }

    /// What the columns of a header are.
    pub(crate) fn header(&self, header: &str) -> Option<Target> {
        if self.headers.is_empty() {
            return None;
        }
        self.headers.get(&key(header)).map(|(_, target)| *target)
    }

    /// What a column is, whatever its header.
    pub(crate) fn column(&self, column: u16) -> Option<Target> {
        self.columns.get(&column).copied()
    }

    /// In which order the columns of a header write day and month.
    pub(crate) fn date_order(&self, header: &str) -> Option<DateOrder> {
        if self.dates.is_empty() {
            return None;
        }
        self.dates.get(&key(header)).map(|(_, order)| *order)
    }

    /// What a cell of a field's column stands for; empty when it says nothing.
    pub(crate) fn value(&self, field: Field, text: &str) -> Option<&str> {
        if self.values.is_empty() {
            return None;
        }
        self.values.get(&(field, key(text))).map(|(_, value)| value.as_str())
    }

    /// What every row holds for the fields that no column says.
    pub(crate) fn constants(&self) -> impl Iterator<Item = (Field, &str)> {
        self.constants.iter().map(|(field, value)| (*field, value.as_str()))
    }

    /// What this mapping says, and what the other says where this one says nothing.
    pub(crate) fn over(mut self, base: &Self) -> Self {
        fn below<K: Ord + Clone, V: Clone>(own: &mut BTreeMap<K, V>, base: &BTreeMap<K, V>) {
            for (key, value) in base {
                own.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
        below(&mut self.headers, &base.headers);
        below(&mut self.columns, &base.columns);
        below(&mut self.dates, &base.dates);
        below(&mut self.values, &base.values);
        below(&mut self.constants, &base.constants);
        self.name = self.name.or_else(|| base.name.clone());
        self.shape = self.shape.or_else(|| base.shape.clone());
        self.table = self.table.over(&base.table);
        self
    }

    /// What it says of every sheet, whatever its shape: headers and values.
    pub(crate) fn of_every_sheet(&self) -> Self {
        Self { headers: self.headers.clone(), values: self.values.clone(), ..Self::default() }
    }
}

impl TableChoices {
    fn over(self, base: &Self) -> Self {
        Self {
            kind: self.kind.or(base.kind),
            header_row: self.header_row.or(base.header_row),
            first_row: self.first_row.or(base.first_row),
            last_row: self.last_row.or(base.last_row),
            hidden_rows: self.hidden_rows.or(base.hidden_rows),
            leave_out: self.leave_out.or(base.leave_out),
            encoding: self.encoding.or_else(|| base.encoding.clone()),
        }
    }
}

/// The column of these letters.
pub(crate) fn column_of_letters(letters: &str) -> Option<u16> {
    let mut column = 0u32;
    for letter in letters.bytes() {
        let letter = letter.is_ascii_alphabetic().then(|| letter.to_ascii_uppercase() - b'A')?;
        column = column.checked_mul(26)?.checked_add(u32::from(letter) + 1)?;
        if column > 16_384 {
            return None;
        }
    }
    u16::try_from(column.checked_sub(1)?).ok()
}

/// The letters of a column.
pub(crate) fn letters(column: u16) -> String {
    CellAddress::column_letters(column)
}

/// Whether a text is a value of a coded field, a level or an academic year, or says nothing.
pub(crate) fn is_value(field: Field, value: &str) -> bool {
    match field.shape() {
        FieldShape::Code => value.is_empty() || field.code(value).is_some(),
        FieldShape::Level => value.is_empty() || Level::parse(value).is_some(),
        FieldShape::Year => value.is_empty() || value.parse::<AcademicYear>().is_ok(),
        _ => false,
    }
}

/// Whether a text can be what every row of a sheet holds for a field.
pub(crate) fn is_constant(field: Field, value: &str) -> bool {
    use crate::grid::{CellValue, RawCell};
    use crate::value::{Reader, Reading};
    let value = value.trim();
    let cell = RawCell { column: 0, value: CellValue::Text, raw: value.into() };
    !value.is_empty() && matches!(Reader::new(field, "").read(&cell, value), Reading::Value(_) | Reading::Written(_))
}

#[cfg(test)]
mod tests {
    use super::{Mapping, Target, column_of_letters, letters};
    use guichet_model::Field;

    #[test]
    fn headers_and_values_are_looked_up_folded() {
        let text =
            "[headers]\n\"Numéro apprenant\" = \"student_number\"\n[values.regime]\n\"7\" = \"professionalisation\"\n";
        let mapping = Mapping::parse(text).expect("reads");
        assert_eq!(mapping.header("NUMERO APPRENANT"), Some(Target::Field(Field::StudentNumber)));
        assert_eq!(mapping.value(Field::Regime, " 7 "), Some("professionalisation"));
        assert_eq!(mapping.value(Field::Exchange, "7"), None);
    }

    #[test]
    fn what_is_said_of_one_table_comes_before_what_is_said_of_all() {
        let of = |text: &str| Mapping::parse(text).expect("reads");
        let own = of("[headers]\nA = \"email\"\n[sheet]\nheader_row = 3\n");
        let all = of("name = \"Site\"\n[headers]\nA = \"phone\"\nB = \"ine\"\n[sheet]\nheader_row = 1\nlast_row = 9\n");
        let both = own.over(&all);
        assert_eq!(both.header("a"), Some(Target::Field(Field::Email)));
        assert_eq!(both.header("b"), Some(Target::Field(Field::Ine)));
        assert_eq!((both.table.header_row, both.table.last_row), (Some(2), Some(8)));
        assert_eq!(both.name.as_deref(), Some("Site"));
    }

    #[test]
    fn only_what_a_field_can_hold_is_taken() {
        let mut mapping = Mapping::default();
        assert!(mapping.set_value(Field::Regime, "7", Some("initial")).is_ok());
        assert!(mapping.set_value(Field::Regime, "-", Some("")).is_ok(), "a dash says nothing");
        assert!(mapping.set_value(Field::Regime, "8", Some("never")).is_err());
        assert!(mapping.set_value(Field::AcademicYear, "PER-2024", Some("2024-2025")).is_ok());
        assert!(mapping.set_value(Field::AcademicYear, "PER-2024", Some("PER-2025")).is_err());
        assert!(mapping.set_value(Field::Ine, "8", Some("x")).is_err());
        assert!(mapping.set_constant(Field::Level, Some("L1")).is_ok());
        assert!(mapping.set_constant(Field::Level, Some("Prépa")).is_err());
        assert!(mapping.set_constant(Field::AcademicYear, Some("2024-2025")).is_ok());
        assert!(mapping.set_constant(Field::AcademicYear, Some("")).is_err());
        assert_eq!(mapping.value(Field::Regime, "-"), Some(""));
        assert_eq!(mapping.value(Field::Regime, "?"), None, "signs are not alike");
    }

    #[test]
    fn columns_are_named_by_letters() {
        for column in [0, 25, 26, 701, 702, 16_383] {
            assert_eq!(column_of_letters(&letters(column)), Some(column));
        }
        for wrong in ["", "1", "é", "XFE", "AAAAAAAAAAAAAAAAAA"] {
            assert_eq!(column_of_letters(wrong), None, "{wrong}");
        }
    }
}
