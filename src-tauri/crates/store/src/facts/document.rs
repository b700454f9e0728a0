use super::{Fact, joined};
use crate::sql_values::{Columns, code, date, text};
use guichet_model::{Document, PersonId, SourceRow, TypedRow};
use rusqlite::types::Value;
use std::sync::Arc;

impl Fact for Document {
    const TABLE: &'static str = "document";
    const COLUMNS: &'static str = "kind, state, reason, expiry";
    const KEY: &'static str = "coalesce(kind, '')";

    fn of_row(_id: i64, person: PersonId, row: &TypedRow) -> Self {
        Self::from_row(person, row)
    }

    fn key(&self) -> String {
        joined([self.kind.as_deref()])
    }

    fn values(&self) -> Vec<Value> {
        vec![text(self.kind.as_deref()), code(self.state), text(self.reason.as_deref()), date(self.expiry)]
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
            source,
        })
    }
}
