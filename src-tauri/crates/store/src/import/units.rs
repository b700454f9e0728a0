//! Rows of a plan that are one fact.

use super::known::KnownFacts;
use super::plan::{JoinedRows, PersonRef, Plan, RowOutcome, RowPlace};
use crate::statement::FieldChange;
use guichet_model::{Arg, JoinRow, MergedRow, PersonId, ProblemCode, SheetKind, TypedRow, join_rows};

/// A row about somebody.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    pub(super) at: RowPlace,
    pub(super) person: PersonRef,
    /// The stored fact that it says word for word.
    pub(super) fact: Option<usize>,
}

/// The rows of one fact.
pub(super) struct Unit {
    pub(super) person: PersonRef,
    /// The stored fact that some of them say word for word.
    pub(super) fact: Option<usize>,
    /// Whether all of them do.
    pub(super) is_known: bool,
    /// The one that says most first.
    pub(super) rows: Vec<Placed>,
    /// What they say together, when they are several.
    merged: Option<Box<MergedRow>>,
}

/// The rows of one kind, by fact.
#[derive(Default)]
pub(super) struct Units {
    pub(super) all: Vec<Unit>,
    /// Rows that could be about several facts.
    unplaced: Vec<Placed>,
    /// Rows that say nothing else than one of the facts they could be about.
    said: Vec<Placed>,
    /// Rows that say, but for typography, what another one of their sheet says.
    repeated: Vec<Placed>,
    /// Registrations that one sheet gives twice, with what differs.
    twice: Vec<(RowPlace, Arg)>,
}

impl Units {
    /// Joins the rows about one thing.
    pub(super) fn of(kind: SheetKind, placed: &[Placed], plan: &Plan) -> Self {
        let rows: Vec<JoinRow<'_>> = placed
            .iter()
            .map(|one| JoinRow { person: person_id(one.person), row: plan.row(one.at), fact: one.fact })
            .collect();
        let joined = join_rows(kind, &rows);
        let pick = |ranks: Vec<usize>| ranks.into_iter().map(|at| placed[at]).collect();
        let all = joined.facts.into_iter().map(|ranks| Unit::of(ranks.iter().map(|at| placed[*at]).collect(), plan));
        let source = |rank: usize| &rows[rank].row.source;
        let twice = joined.twice.iter();
        let twice = twice.map(|one| (placed[one.row].at, one.described(source(one.row), source(one.other))));
        Self {
            all: all.collect(),
            unplaced: pick(joined.unplaced),
            said: pick(joined.said),
            repeated: pick(joined.repeated),
            twice: twice.collect(),
        }
    }

    /// Says what becomes of the rows that are no fact of their own, and tells what is remarkable; gives back the others.
    pub(super) fn settle(self, plan: &mut Plan) -> Vec<Unit> {
        let mut decide = |rows: &[Placed], outcome: &RowOutcome| {
            let open = rows.iter().filter(|one| one.fact.is_none());
            open.for_each(|one| plan.decision(one.at).outcome = outcome.clone());
        };
        decide(&self.unplaced, &RowOutcome::Unplaced);
        decide(&self.said, &RowOutcome::Same);
        decide(&self.repeated, &RowOutcome::Same);
        let repeated = self.repeated.iter().map(|one| (one.at, ProblemCode::RowRepeated, Arg::List(Vec::new())));
        let twice = self.twice.into_iter().map(|(at, differs)| (at, ProblemCode::RegistrationTwice, differs));
        plan.remarks.extend(repeated.chain(twice));
        self.all.iter().for_each(|unit| unit.tell(plan));
        self.all
    }
}

impl Unit {
    fn of(rows: Vec<Placed>, plan: &Plan) -> Self {
        let read: Vec<&TypedRow> = rows.iter().map(|one| plan.row(one.at)).collect();
        let merged = if read.len() > 1 { TypedRow::merged(&read).map(Box::new) } else { None };
        Self {
            person: rows[0].person,
            fact: rows.iter().find_map(|one| one.fact),
            is_known: rows.iter().all(|one| one.fact.is_some()),
            rows,
            merged,
        }
    }

    /// The row that says most.
    pub(super) fn primary(&self) -> RowPlace {
        self.rows[0].at
    }

    /// What its rows say together.
    pub(super) fn row<'p>(&'p self, plan: &'p Plan) -> &'p TypedRow {
        self.merged.as_ref().map_or_else(|| plan.row(self.primary()), |merged| &merged.row)
    }

    /// The rows that say something, when they are several.
    pub(super) fn parts<'p>(&self, plan: &'p Plan) -> Vec<&'p TypedRow> {
        let Some(merged) = &self.merged else { return Vec::new() };
        let ranks = std::iter::once(0).chain(merged.beside.iter().copied());
        ranks.map(|rank| plan.row(self.rows[rank].at)).collect()
    }

    /// Whether an import of them continues what some of its stored rows said together with others.
    pub(super) fn continues(&self, known: &KnownFacts) -> bool {
        self.fact.is_some_and(|fact| known.is_partly_met(fact))
    }

    /// Tells what its rows contradict each other about.
    pub(super) fn tell(&self, plan: &mut Plan) {
        for contradiction in self.merged.iter().flat_map(|merged| &merged.contradictions) {
            let (at, other) = (self.rows[contradiction.row].at, self.rows[contradiction.other].at);
            let described = contradiction.described(&plan.row(at).source, &plan.row(other).source);
            plan.remarks.push((at, ProblemCode::ValuesContradict, described));
        }
    }

    /// Says what becomes of its rows.
    pub(super) fn decide(self, outcome: RowOutcome, changes: Vec<FieldChange>, plan: &mut Plan) {
        let is_taken = outcome.is_taken();
        let mut beside = Vec::new();
        for (rank, one) in self.rows.iter().enumerate().skip(1) {
            let decision = plan.decision(one.at);
            let is_beside = self.merged.as_ref().is_some_and(|merged| merged.beside.contains(&rank));
            let joins = is_taken && (is_beside || decision.chosen.is_some());
            decision.outcome = if joins { RowOutcome::Joined } else { RowOutcome::Same };
            beside.extend(is_beside.then_some(one.at));
        }
        let primary = self.primary();
        plan.decision(primary).outcome = outcome;
        for change in changes {
            let says = |at: &RowPlace| change.field.is_some_and(|field| plan.row(*at).source.says(field));
            let at = std::iter::once(&primary).chain(&beside).find(|at| says(at)).copied().unwrap_or(primary);
            plan.decision(at).changes.push(change);
        }
        if let Some(merged) = self.merged.filter(|_| is_taken) {
            let first = self.rows.iter().map(|one| one.at).min().unwrap_or(primary);
            plan.joined.insert(first, JoinedRows { primary, beside, row: merged.row });
        }
    }
}

/// A person's number while a plan is made.
pub(super) fn person_id(person: PersonRef) -> PersonId {
    match person {
        PersonRef::Known(id) => id,
        PersonRef::Fresh(rank) => super::planner::fresh_id(rank),
    }
}
