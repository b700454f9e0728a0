use crate::{AcademicYear, DocumentState, Field, PersonId, SourceRow, TypedRow};
use std::sync::Arc;
use time::Date;

/// One supporting document of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Whose it is.
    pub person: PersonId,
    /// The year it was asked for; without one it holds for the campaign's.
    pub academic_year: Option<AcademicYear>,
    /// The programme it was asked for; without one it holds for each of the person's registrations.
    pub programme_code: Option<String>,
    /// What it is.
    pub kind: Option<String>,
    /// Where its check stands.
    pub state: Option<DocumentState>,
    /// Why it was rejected.
    pub reason: Option<String>,
    /// The last day it is valid.
    pub expiry: Option<Date>,
    /// The row it was read from.
    pub source: Arc<SourceRow>,
}

impl Document {
    /// The document a row states.
    #[must_use]
    pub fn from_row(person: PersonId, row: &TypedRow) -> Self {
        Self {
            person,
            academic_year: row.year(Field::AcademicYear),
            programme_code: row.text(Field::ProgrammeCode).map(str::to_owned),
            kind: row.text(Field::DocumentKind).map(str::to_owned),
            state: row.code(Field::DocumentState),
            reason: row.text(Field::DocumentReason).map(str::to_owned),
            expiry: row.date(Field::DocumentExpiry),
            source: Arc::clone(&row.source),
        }
    }
}
