//! How the model's types are written in columns: coded values by name, dates as ISO text, amounts in cents.

use guichet_model::{AcademicYear, Cents, Coded, CvecNumber, FileState, Ine, Instant, Level, SheetKind, parse_instant};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, Value, ValueRef};
use time::Date;

pub(crate) fn text(value: Option<&str>) -> Value {
    value.map_or(Value::Null, |text| Value::Text(text.to_owned()))
}

pub(crate) fn code<T: Coded>(value: Option<T>) -> Value {
    text(value.map(Coded::as_str))
}

pub(crate) fn level(value: Option<Level>) -> Value {
    text(value.map(Level::as_str))
}

pub(crate) fn year(value: Option<AcademicYear>) -> Value {
    value.map(|year| i64::from(year.start())).into()
}

pub(crate) fn date(value: Option<Date>) -> Value {
    value.map(|date| date.to_string()).into()
}

pub(crate) fn instant(value: Option<Instant>) -> Value {
    value.map(guichet_model::instant_text).into()
}

pub(crate) fn amount(value: Option<Cents>) -> Value {
    value.map(|amount| amount.0).into()
}

/// A model's value on its way out of a column.
pub(crate) struct Sql<T>(pub(crate) T);

/// A coded value on its way out of a column.
pub(crate) struct Code<T>(pub(crate) T);

fn read<T>(value: ValueRef<'_>, find: impl Fn(&str) -> Option<T>) -> FromSqlResult<T> {
    find(value.as_str()?).ok_or(FromSqlError::InvalidType)
}

impl<T: Coded> FromSql for Code<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        read(value, T::from_name).map(Self)
    }
}

macro_rules! read_from_text {
    ($($type:ty, $read:expr;)*) => {$(
        impl FromSql for Sql<$type> {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let find: fn(&str) -> Option<$type> = $read;
                read(value, find).map(Self)
            }
        }
    )*};
}

read_from_text! {
    Level, Level::from_name;
    SheetKind, SheetKind::from_name;
    FileState, |name| FileState::ALL.iter().copied().find(|state| state.as_str() == name);
    Ine, Ine::new;
    CvecNumber, CvecNumber::new;
    Date, |text| parse_instant(text).map(|(instant, _)| instant.date());
    Instant, |text| parse_instant(text).map(|(instant, _)| instant);
}

impl FromSql for Sql<AcademicYear> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let start = u16::try_from(value.as_i64()?).ok().and_then(AcademicYear::new);
        start.map(Self).ok_or(FromSqlError::InvalidType)
    }
}

impl FromSql for Sql<Cents> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(Self(Cents(value.as_i64()?)))
    }
}

/// Reads the columns of one row from left to right.
pub(crate) struct Columns<'r, 's> {
    row: &'r rusqlite::Row<'s>,
    next: usize,
}

impl<'r, 's> Columns<'r, 's> {
    pub(crate) fn of(row: &'r rusqlite::Row<'s>) -> Self {
        Self { row, next: 0 }
    }

    /// The next column as it is.
    pub(crate) fn plain<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    /// The next column as a model's value, absent when empty.
    pub(crate) fn value<T>(&mut self) -> rusqlite::Result<Option<T>>
    where
        Sql<T>: FromSql,
    {
        Ok(self.plain::<Option<Sql<T>>>()?.map(|value| value.0))
    }

    /// The next column as a coded value, absent when empty.
    pub(crate) fn code<T: Coded>(&mut self) -> rusqlite::Result<Option<T>> {
        Ok(self.plain::<Option<Code<T>>>()?.map(|value| value.0))
    }
}
