//! Who the persons of a plan are, as all its rows about them say it.

use super::plan::{PersonRef, Plan, RowPlace};
use super::planner::{Planner, places_of};
use super::units::person_id;
use crate::error::Result;
use crate::statement::{FieldChange, Statement, differences};
use guichet_model::{
    Field, Identity, MergedIdentity, PersonId, ProblemCode, Remark, SheetKind, TypedRow, shared_numbers,
};
use std::collections::{BTreeMap, HashSet};

impl Planner<'_> {
    /// Notes a row that could give a known person their identity: a roster's, or the new state of the very row the
    /// identity was read from. A row without the student number already known does not.
    pub(super) fn consider(
        &mut self,
        kind: SheetKind,
        id: PersonId,
        at: RowPlace,
        row: &TypedRow,
        replaced: Option<i64>,
    ) {
        let Some(known) = self.persons.persons.get(&id) else { return };
        let is_provisional = self.persons.provisional.contains(&id);
        // A roster says all there is to an identity that another sheet gave.
        let identity = match Identity::from_row(row) {
            identity if is_provisional && kind == SheetKind::Roster => identity,
            identity => identity.keeping(&known.identity, &row.source),
        };
        let keeps_number = identity.student_number.is_some() || known.identity.student_number.is_none();
        let own_row = replaced == Some(known.source) && is_provisional;
        if keeps_number && (kind == SheetKind::Roster || own_row) {
            self.candidates.entry(id).or_default().push(at);
        }
    }

    /// Reads the identities of persons from all the rows of one kind about them, whatever their order: of new persons, and
    /// of known ones when one of the rows could give them another.
    pub(super) fn identify(&mut self, kind: SheetKind, plan: &mut Plan) -> Result<()> {
        if kind == SheetKind::Roster {
            Self::tell_shared_numbers(plan);
        }
        let told: HashSet<RowPlace> = plan.remarks.iter().map(|(at, ..)| *at).collect();
        let candidates = std::mem::take(&mut self.candidates);
        for (person, mut rows) in persons_of(kind, plan) {
            if let PersonRef::Fresh(rank) = person {
                // Whom a person says a row is about is named by the others.
                let maker = self.fresh[rank];
                rows.retain(|at| *at == maker || plan.decision(*at).chosen.is_none());
            }
            let candidates = person.known().and_then(|id| candidates.get(&id));
            let rows = match candidates {
                Some(candidates) if kind != SheetKind::Roster => candidates.clone(),
                _ => rows,
            };
            if rows.len() < 2 && candidates.is_none() {
                continue;
            }
            let read: Vec<&TypedRow> = rows.iter().map(|at| plan.row(*at)).collect();
            let Some(merged) = Identity::merged(&read) else { continue };
            let mut remarks = Vec::new();
            for contradiction in merged.contradictions.iter().filter(|_| kind == SheetKind::Roster) {
                let (at, other) = (rows[contradiction.row], rows[contradiction.other]);
                if !told.contains(&at) && plan.decision(at).chosen.is_none() {
                    let described = contradiction.described(&plan.row(at).source, &plan.row(other).source);
                    remarks.push((at, ProblemCode::PersonContradicted, described));
                }
            }
            plan.remarks.extend(remarks);
            match (person, candidates) {
                (PersonRef::Fresh(rank), _) if plan.row(self.fresh[rank]).source.sheet.kind == kind => {
                    plan.identities.insert(rank, merged.rows.iter().map(|at| rows[*at]).collect());
                }
                (PersonRef::Known(id), Some(candidates)) => {
                    self.revise(kind, id, (&rows, &merged, candidates), plan)?
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Tells the student numbers that rows of rosters give to several persons, also where each row is known already.
    fn tell_shared_numbers(plan: &mut Plan) {
        let mut told: HashSet<RowPlace> =
            plan.remarks.iter().filter(|(_, code, _)| *code == ProblemCode::NumberReused).map(|(at, ..)| *at).collect();
        let person = |at: &RowPlace| plan.files[at.file].sheets[at.sheet].decisions[at.row].person.map(person_id);
        let about = places_of(SheetKind::Roster, plan).into_iter().filter_map(|at| Some((at, person(&at)?)));
        let (places, rows): (Vec<RowPlace>, Vec<(PersonId, Identity)>) =
            about.map(|(at, person)| (at, (person, Identity::from_row(plan.row(at))))).unzip();
        for (row, other) in shared_numbers(&rows) {
            if !told.contains(&places[other]) && told.insert(places[row]) {
                let remark = Remark { row, code: ProblemCode::NumberReused, other: rows[other].0 };
                let described = remark.described(rows[other].1.label(), &rows[row].1);
                plan.remarks.push((places[row], remark.code, described));
            }
        }
    }

    /// Gives a known person another identity, when their rows say something else.
    fn revise(
        &mut self,
        kind: SheetKind,
        id: PersonId,
        (rows, merged, candidates): (&[RowPlace], &MergedIdentity, &[RowPlace]),
        plan: &mut Plan,
    ) -> Result<()> {
        let Some(known) = self.persons.persons.get(&id) else { return Ok(()) };
        let places: Vec<RowPlace> = merged.rows.iter().map(|at| rows[*at]).collect();
        let read: Vec<&TypedRow> = places.iter().map(|at| plan.row(*at)).collect();
        let newest = self.persons.newest(known, &self.stored)?;
        let is_said = |content| rows.iter().any(|at| plan.content(*at) == content);
        // What came together with a row that is read again goes on being said.
        let continues =
            newest.iter().any(|content| is_said(*content)) && !newest.iter().all(|content| is_said(*content));
        let changes = differences(&self.persons.statement(known, &self.stored)?, &Statement::of_rows(&read)?);
        let is_changed =
            |change: &FieldChange| change.field.is_some_and(Field::is_identity) && !(continues && change.new.is_none());
        let changes: Vec<FieldChange> = changes.into_iter().filter(is_changed).collect();
        if changes.is_empty() && !self.persons.provisional.contains(&id) {
            return Ok(());
        }
        let shown = places.iter().find(|at| candidates.contains(at)).or(candidates.first());
        if let Some(shown) = shown {
            let decision = plan.decision(*shown);
            for change in changes {
                if !decision.changes.contains(&change) {
                    decision.changes.push(change);
                }
            }
        }
        plan.revised.push((id, places));
        if kind == SheetKind::Roster {
            self.persons.provisional.remove(&id);
        }
        Ok(())
    }
}

/// The persons of the rows of one kind, with these rows.
fn persons_of(kind: SheetKind, plan: &Plan) -> Vec<(PersonRef, Vec<RowPlace>)> {
    let mut rows: BTreeMap<PersonRef, Vec<RowPlace>> = BTreeMap::new();
    for at in places_of(kind, plan) {
        if let Some(person) = plan.files[at.file].sheets[at.sheet].decisions[at.row].person {
            rows.entry(person).or_default().push(at);
        }
    }
    rows.into_iter().collect()
}
