use super::{Fact, joined};
use crate::sql_values::{Columns, code, date, text, year};
use guichet_model::{Document, Field, PersonId, SourceRow, TypedRow};
use rusqlite::types::Value;
use std::sync::Arc;

impl Fact for Document {
    const TABLE: &'static str = "document";
    const COLUMNS: &'static str = "kind, state, reason, expiry, academic_year, programme_code";
    const KEY: &'static str =
        "concat_ws(char(31), coalesce(kind, ''), coalesce(academic_year, ''), coalesce(programme_code, ''))";
    const FIELDS: &'static [Field] = &[
        Field::DocumentKind,
        Field::DocumentState,
        Field::DocumentReason,
        Field::DocumentExpiry,
        Field::AcademicYear,
        Field::ProgrammeCode,
    ];

    fn of_row(_id: i64, person: PersonId, row: &TypedRow) -> Self {
        Self::from_row(person, row)
    }

    fn key(&self) -> String {
        let year = self.academic_year.map(|year| year.start().to_string());
        joined([self.kind.as_deref(), year.as_deref(), self.programme_code.as_deref()])
    }

    fn values(&self) -> Vec<Value> {
        vec![
            text(self.kind.as_deref()),
            code(self.state),
            text(self.reason.as_deref()),
            date(self.expiry),
            year(self.academic_year),
            text(self.programme_code.as_deref()),
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
            kind: columns.plain()?,
            state: columns.code()?,
            reason: columns.plain()?,
            expiry: columns.value()?,
            academic_year: columns.value()?,
            programme_code: columns.plain()?,
            source,
        })
    }
}
