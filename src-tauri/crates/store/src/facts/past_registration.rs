use super::{Fact, joined};
use crate::sql_values::{Columns, code, level, text, year};
use guichet_model::{Field, Level, PastRegistration, PersonId, SourceRow, TypedRow};
use rusqlite::types::Value;
use std::sync::Arc;

impl Fact for PastRegistration {
    const TABLE: &'static str = "past_registration";
    const COLUMNS: &'static str = "academic_year, level, discipline, institution, state, gap_year, proof, result";
    const KEY: &'static str = "concat_ws(char(31), coalesce(academic_year, ''), coalesce(level, ''), \
        coalesce(institution, ''), coalesce(discipline, ''))";
    const FIELDS: &'static [Field] = &[
        Field::AcademicYear,
        Field::Level,
        Field::Discipline,
        Field::Institution,
        Field::RegistrationState,
        Field::GapYear,
        Field::Proof,
        Field::PreviousResult,
    ];

    fn of_row(_id: i64, person: PersonId, row: &TypedRow) -> Self {
        Self::from_row(person, row)
    }

    fn key(&self) -> String {
        let year = self.academic_year.map(|year| year.start().to_string());
        let (institution, discipline) = (self.institution.as_deref(), self.discipline.as_deref());
        joined([year.as_deref(), self.level.map(Level::as_str), institution, discipline])
    }

    fn values(&self) -> Vec<Value> {
        vec![
            year(self.academic_year),
            level(self.level),
            text(self.discipline.as_deref()),
            text(self.institution.as_deref()),
            code(self.state),
            self.gap_year.into(),
            self.proof.into(),
            code(self.result),
        ]
    }

    fn read(
        _id: i64,
        person: PersonId,
        source: Arc<SourceRow>,
        columns: &mut Columns<'_, '_>,
    ) -> rusqlite::Result<Self> {
        Ok(Self {
            person,
            academic_year: columns.value()?,
            level: columns.value()?,
            discipline: columns.plain()?,
            institution: columns.plain()?,
            state: columns.code()?,
            gap_year: columns.plain()?,
            proof: columns.plain()?,
            result: columns.code()?,
            source,
        })
    }
}
