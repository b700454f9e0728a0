use super::person::{identity_values, read_identity};
use super::{Fact, joined};
use crate::sql_values::{Columns, code, instant, text, year};
use guichet_model::{Certificate, CvecNumber, Field, PersonId, SourceRow, TypedRow};
use rusqlite::types::Value;
use std::sync::Arc;

impl Fact for Certificate {
    const TABLE: &'static str = "certificate";
    const COLUMNS: &'static str = "number, year, issued_at, mode, \
        student_number, ine, birth_name, use_name, given_name, birth_date, email, phone, nationality";
    const KEY: &'static str = "coalesce(number, '')";
    const FIELDS: &'static [Field] = &[
        Field::CvecNumber,
        Field::CvecYear,
        Field::CvecIssuedAt,
        Field::CvecMode,
        Field::StudentNumber,
        Field::Ine,
        Field::BirthName,
        Field::UseName,
        Field::GivenName,
        Field::BirthDate,
        Field::Email,
        Field::Phone,
        Field::Nationality,
    ];

    fn of_row(_id: i64, person: PersonId, row: &TypedRow) -> Self {
        Self::from_row(person, row)
    }

    fn key(&self) -> String {
        joined([self.number.as_ref().map(CvecNumber::as_str)])
    }

    fn values(&self) -> Vec<Value> {
        let mut values = vec![
            text(self.number.as_ref().map(CvecNumber::as_str)),
            year(self.year),
            instant(self.issued_at),
            code(self.mode),
        ];
        values.extend(identity_values(&self.identity));
        values
    }

    fn read(
        _id: i64,
        person: PersonId,
        source: Arc<SourceRow>,
        columns: &mut Columns<'_, '_>,
    ) -> rusqlite::Result<Self> {
        Ok(Self {
            person,
            number: columns.value()?,
            year: columns.value()?,
            issued_at: columns.value()?,
            mode: columns.code()?,
            identity: read_identity(columns)?,
            source,
        })
    }
}
