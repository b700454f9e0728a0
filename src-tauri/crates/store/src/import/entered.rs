//! What was entered at the desk, and the rows of extracts that say otherwise.

use super::plan::{Plan, RowPlace};
use super::planner::Planner;
use crate::error::Result;
use crate::facts::load;
use crate::sources::Rows;
use guichet_model::{BY_HAND, Document, PersonId, ProblemCode, Request, SheetKind, TypedRow};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};

/// What was entered at the desk, by person.
pub(super) struct Entered {
    documents: BTreeMap<PersonId, Vec<Document>>,
    derogations: BTreeMap<PersonId, Vec<Request>>,
}

impl Entered {
    pub(super) fn load(connection: &Connection) -> Result<Self> {
        let mut entered = Self { documents: BTreeMap::new(), derogations: BTreeMap::new() };
        let mut rows = Rows::on_demand(connection)?;
        for person in persons_entered(connection)? {
            let mut documents = load::<Document>(connection, &mut rows, Some(person.0))?;
            documents.retain(|document| document.source.sheet.is_by_hand());
            entered.documents.insert(person, documents);
            let mut derogations = load::<Request>(connection, &mut rows, Some(person.0))?;
            derogations.retain(|request| request.source.sheet.is_by_hand());
            entered.derogations.insert(person, derogations);
        }
        Ok(entered)
    }

    /// Whether a row of an extract says another state than what was entered last about the same.
    fn is_contradicted_by(&self, kind: SheetKind, person: PersonId, row: &TypedRow) -> bool {
        if row.source.sheet.is_by_hand() {
            return false;
        }
        match kind {
            SheetKind::Documents => {
                let told = Document::from_row(person, row);
                let mut own = self.documents.get(&person).into_iter().flatten();
                let entered = own.rfind(|entered| entered.is_same_as(&told));
                told.state.is_some() && entered.is_some_and(|entered| entered.state != told.state)
            }
            SheetKind::Requests => {
                let told = Request::from_row(person, row);
                let mut own = self.derogations.get(&person).into_iter().flatten();
                let entered = own.rfind(|entered| entered.is_same_derogation_as(&told));
                told.state.is_some() && entered.is_some_and(|entered| entered.state != told.state)
            }
            SheetKind::Roster | SheetKind::History | SheetKind::Certificates | SheetKind::CvecStates => false,
        }
    }
}

impl Planner<'_> {
    /// Tells a row that says another state than what was entered at the desk; the entry stays.
    pub(super) fn tell_against_entry(&self, kind: SheetKind, person: PersonId, at: RowPlace, plan: &mut Plan) {
        if self.entered.is_contradicted_by(kind, person, plan.row(at)) {
            plan.remarks.push((at, ProblemCode::RowAgainstEntry, self.label(person, plan)));
        }
    }
}

/// The persons something was entered about.
pub(crate) fn persons_entered(connection: &Connection) -> Result<BTreeSet<PersonId>> {
    let by_hand = format!(
        "(SELECT r.id FROM source_row r JOIN source_sheet s ON s.id = r.sheet JOIN source_file f ON f.id = s.file
          WHERE f.sha256 LIKE '{BY_HAND}%')"
    );
    Ok(connection
        .prepare(&format!(
            "SELECT person FROM document WHERE source_row IN {by_hand}
             UNION SELECT person FROM request WHERE source_row IN {by_hand}"
        ))?
        .query_map([], |row| Ok(PersonId(row.get(0)?)))?
        .collect::<rusqlite::Result<_>>()?)
}
