//! Persons known only from other sheets than a roster, whom an import shows to be somebody a roster names.

use super::known::KnownFacts;
use super::plan::Plan;
use super::planner::Planner;
use crate::error::Result;
use crate::facts::PERSON;
use crate::transact::Tx;
use guichet_model::{PersonId, ProblemCode, Reunion};
use rusqlite::params;
use std::collections::HashMap;

/// The tables whose rows are about persons.
const OF_PERSONS: [&str; 4] = ["past_registration", "certificate", "document", "request"];

impl Planner<'_> {
    /// Notes who is one person, and tells it at the row that shows it.
    pub(super) fn reunite(&mut self, reunions: Vec<(super::RowPlace, Reunion)>, plan: &mut Plan) {
        for (at, Reunion { person, with, .. }) in reunions {
            let written = self.persons.written_by(person).collect::<Vec<_>>();
            self.rest_on(written);
            plan.remarks.push((at, ProblemCode::PersonReunited, self.label(person, plan)));
            plan.reunited.push((person, with));
        }
    }

    /// Takes what is known of persons who are one with others for these others'.
    pub(super) fn hand_over(&mut self, known: &mut KnownFacts, plan: &Plan) {
        let with: HashMap<PersonId, PersonId> = plan.reunited.iter().copied().collect();
        if with.is_empty() {
            return;
        }
        for at in known.give(&with) {
            let written: Vec<i64> = known.written_by(at).collect();
            self.rest_on(written);
        }
    }
}

/// Gives all that is stored of persons who are one with others to these others.
pub(super) fn unite(tx: &Tx<'_>, plan: &Plan) -> Result<()> {
    for (person, with) in &plan.reunited {
        for table in OF_PERSONS {
            tx.execute(&format!("UPDATE {table} SET person = ?2 WHERE person = ?1"), params![person.0, with.0])?;
        }
        tx.execute("DELETE FROM person_ine WHERE person = ?1", [person.0])?;
        tx.execute("DELETE FROM kept_row WHERE of = ?1 AND fact = ?2", params![PERSON, person.0])?;
        tx.execute("DELETE FROM person WHERE id = ?1", [person.0])?;
    }
    Ok(())
}
