use super::{Fact, joined};
use crate::sql_values::{Columns, code, instant, level, year};
use guichet_model::{Coded as _, Level, PersonId, Request, RequestKind, SourceRow, TypedRow};
use rusqlite::types::Value;
use std::sync::Arc;

impl Fact for Request {
    const TABLE: &'static str = "request";
    const COLUMNS: &'static str = "kind, academic_year, level, requested_at, channel, state";
    const KEY: &'static str = "concat_ws(char(31), coalesce(kind, ''), coalesce(academic_year, ''), coalesce(level, ''), \
        coalesce(requested_at, ''))";

    fn of_row(_id: i64, person: PersonId, row: &TypedRow) -> Self {
        Self::from_row(person, row)
    }

    fn key(&self) -> String {
        let year = self.academic_year.map(|year| year.start().to_string());
        let requested_at = self.requested_at.map(guichet_model::instant_text);
        let (kind, level) = (self.kind.map(RequestKind::as_str), self.level.map(Level::as_str));
        joined([kind, year.as_deref(), level, requested_at.as_deref()])
    }

    fn values(&self) -> Vec<Value> {
        vec![
            code(self.kind),
            year(self.academic_year),
            level(self.level),
            instant(self.requested_at),
            code(self.channel),
            code(self.state),
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
            kind: columns.code()?,
            academic_year: columns.value()?,
            level: columns.value()?,
            requested_at: columns.value()?,
            channel: columns.code()?,
            state: columns.code()?,
            source,
        })
    }
}
