//! A plan read page by page: of a large office, nobody looks at every row.

use super::plan::{Plan, RowOutcome, RowPlace, RowPlan};
use crate::Workspace;
use crate::error::Result;
use crate::facts::{load, persons};
use crate::sources::Rows;
use guichet_model::{Person, PersonId, Registration, RegistrationId, SourceSheet, TypedRow};
use rusqlite::OptionalExtension;

/// The rows that one thing becomes of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanPart {
    /// Say something new.
    New,
    /// Replace what was known.
    Changed,
    /// Are known.
    Same,
    /// Wait for a person to say whom they are about.
    Ambiguous,
    /// Say of nobody in particular.
    Skipped,
    /// Are left out because a person said so.
    LeftOut,
}

impl PlanPart {
    /// Every part.
    pub const ALL: &'static [Self] =
        &[Self::New, Self::Changed, Self::Same, Self::Ambiguous, Self::Skipped, Self::LeftOut];

    fn of(outcome: &RowOutcome) -> Self {
        match outcome {
            RowOutcome::New => Self::New,
            RowOutcome::Changed(_) => Self::Changed,
            RowOutcome::Same => Self::Same,
            RowOutcome::Ambiguous => Self::Ambiguous,
            RowOutcome::Skipped => Self::Skipped,
            RowOutcome::LeftOut => Self::LeftOut,
        }
    }
}

/// One row of a plan, as it stands there.
#[derive(Clone, Copy, Debug)]
pub struct PlannedRow<'p> {
    /// Where it lies; what a choice about it names.
    pub place: RowPlace,
    /// Its sheet.
    pub sheet: &'p SourceSheet,
    /// What it says.
    pub row: &'p TypedRow,
    /// What becomes of it.
    pub decision: &'p RowPlan,
}

impl Plan {
    /// The rows of one part, in their order, from the nth on.
    pub fn part(&self, part: PlanPart, offset: usize, limit: usize) -> impl Iterator<Item = PlannedRow<'_>> {
        let rows = self.rows().filter(move |(_, decision, _)| PlanPart::of(&decision.outcome) == part);
        rows.skip(offset).take(limit).map(|(place, decision, sheet)| PlannedRow {
            place,
            sheet: &sheet.input.sheet,
            row: &sheet.input.rows[place.row],
            decision,
        })
    }

    /// How many rows one part has.
    #[must_use]
    pub fn part_len(&self, part: PlanPart) -> usize {
        self.rows().filter(|(_, decision, _)| PlanPart::of(&decision.outcome) == part).count()
    }
}

impl Workspace {
    /// A person of the workspace with their registrations; `None` when there is no such person.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn person(&self, id: PersonId) -> Result<Option<(Person, Vec<Registration>)>> {
        let connection = &self.connection;
        let mut rows = Rows::on_demand(connection)?;
        let Some(person) = persons(connection, Some(id.0))?.into_iter().next() else { return Ok(None) };
        let registrations = load(connection, &mut rows, Some(id.0))?;
        Ok(Some((person.with_source(connection, &mut rows)?, registrations)))
    }

    /// Persons and registrations that a plan's rosters do not hold any more, in their order, from the nth on.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn gone(&self, plan: &Plan, offset: usize, limit: usize) -> Result<Vec<(Person, Registration)>> {
        let page = plan.gone.iter().skip(offset).take(limit);
        let found = page.map(|id| self.registration(*id)).filter_map(Result::transpose);
        found.collect()
    }

    fn registration(&self, id: RegistrationId) -> Result<Option<(Person, Registration)>> {
        let owner: Option<i64> = self
            .connection
            .prepare_cached("SELECT person FROM registration WHERE id = ?1")?
            .query_row([id.0], |row| row.get(0))
            .optional()?;
        let Some((person, registrations)) = owner.map(|owner| self.person(PersonId(owner))).transpose()?.flatten()
        else {
            return Ok(None);
        };
        Ok(registrations.into_iter().find(|registration| registration.id == id).map(|own| (person, own)))
    }
}
