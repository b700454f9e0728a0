use super::choices::{Choice, Choices, RowCandidate};
use super::entered::Entered;
use super::known::{KnownFacts, KnownPersons, LeftOut, StoredRows, Years, left_out, registration_years};
use super::pairing::{Found, Paired, PersonRow, left_open, pair};
use super::plan::{FilePlan, PersonRef, Plan, RowOutcome, RowPlace, RowPlan, SheetPlan};
use super::{PlannedFile, PlannedSheet};
use crate::Workspace;
use crate::content::{ContentHash, Layout};
use crate::error::{Result, StoreError};
use crate::facts::is_identity;
use crate::statement::{FieldChange, Statement, differences};
use crate::transact::facts_head;
use guichet_model::{
    Arg, Candidate, Field, Identity, Match, NAMED_CANDIDATES, PersonId, ProblemCode, RegistrationId, SheetKind,
    SourceSheet, TypedRow,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

impl Workspace {
    /// Says what importing these files would do, without doing it.
    ///
    /// Rows are taken kind by kind whatever the order of files, and persons recognised as an office assembled in
    /// memory does. A row already known word for word, in whatever order of rows and columns, is the same, and so is one
    /// that says nothing else in the columns it has. Otherwise it replaces the fact that [`pair`] finds, and only what
    /// it has columns for; failing one, it is new. What a person decided about a row not known word for word is followed. Setting `cancel` stops the planning.
    ///
    /// # Errors
    /// [`StoreError::Cancelled`], or when the database cannot be read.
    pub fn plan(&self, files: &[PlannedFile], choices: &Choices, cancel: &AtomicBool) -> Result<Plan> {
        let head = facts_head(&self.connection)?;
        let mut planner = Planner {
            persons: KnownPersons::load(&self.connection)?,
            stored: StoredRows::new(&self.connection)?,
            left_out: left_out(&self.connection)?,
            choices,
            cancel,
            entered: Entered::load(&self.connection)?,
            fresh: Vec::new(),
            seen: HashMap::new(),
            candidates: BTreeMap::new(),
            settled: HashMap::new(),
            rests_on: BTreeMap::new(),
            recognised: HashMap::new(),
        };
        let mut plan = Plan { files: files.iter().map(blank).collect(), ..Plan::empty() };
        for kind in SheetKind::ALL {
            planner.plan_kind(*kind, KnownFacts::load(&planner.stored, *kind)?, &mut plan)?;
            if *kind == SheetKind::Roster {
                planner.teach(&plan);
            }
        }
        let learned = planner.persons.index.take_learned();
        plan.learned = learned.into_iter().map(|(person, ine)| (person_ref(person), ine)).collect();
        for (person, _) in &plan.learned {
            if let PersonRef::Known(id) = person {
                planner.persons.written_by(*id).for_each(|operation| {
                    planner.rests_on.entry(operation).or_default();
                });
            }
        }
        (plan.fresh, plan.rests_on) = (planner.fresh, planner.rests_on);
        plan.fingerprint = plan.fingerprint_on(&head);
        Ok(plan)
    }
}

impl Plan {
    fn empty() -> Self {
        Self {
            files: Vec::new(),
            gone: Vec::new(),
            fingerprint: String::new(),
            fresh: Vec::new(),
            revised: Vec::new(),
            learned: Vec::new(),
            like: BTreeMap::new(),
            remarks: Vec::new(),
            rests_on: BTreeMap::new(),
        }
    }
}

/// A file whose rows have not been decided: until then each is left out.
fn blank(file: &PlannedFile) -> FilePlan {
    let sheet = |input: &PlannedSheet| {
        let layout = Layout::of(&input.sheet);
        SheetPlan {
            input: input.clone(),
            decisions: vec![RowPlan::of(RowOutcome::Skipped, None); input.rows.len()],
            gone: 0,
            hashes: input.rows.iter().map(|row| layout.hash(row)).collect(),
        }
    };
    FilePlan { name: file.name.clone(), sha256: file.sha256.clone(), sheets: file.sheets.iter().map(sheet).collect() }
}

struct Planner<'c> {
    persons: KnownPersons,
    stored: StoredRows<'c>,
    /// Contents that stay left out as long as facts do not change.
    left_out: LeftOut,
    choices: &'c Choices,
    cancel: &'c AtomicBool,
    entered: Entered,
    fresh: Vec<RowPlace>,
    /// Contents that facts or rows of this plan already say.
    seen: HashMap<ContentHash, Seen>,
    /// Rows that could give a known person their identity, in order.
    candidates: BTreeMap<PersonId, Vec<RowPlace>>,
    /// The sheets of rosters that state persons' stored identities as they are.
    settled: HashMap<PersonId, Vec<Arc<SourceSheet>>>,
    /// By how many rows the plan rests on what each operation wrote.
    rests_on: BTreeMap<i64, usize>,
    /// Whom the rows not decided yet are about.
    recognised: HashMap<RowPlace, Match>,
}

/// What already says a content.
#[derive(Clone, Copy)]
struct Seen {
    /// Whom it is about.
    person: Option<PersonRef>,
    /// How many facts say it.
    facts: usize,
}

impl Planner<'_> {
    fn plan_kind(&mut self, kind: SheetKind, mut known: KnownFacts, plan: &mut Plan) -> Result<()> {
        let places = places_of(kind, plan);
        let mut left = Vec::new();
        let mut told: HashMap<(usize, usize, ContentHash), usize> = HashMap::new();
        for at in places.iter().copied() {
            self.check()?;
            let content = plan.files[at.file].sheets[at.sheet].hashes[at.row];
            let before = told.entry((at.file, at.sheet, content)).or_default();
            *before += 1;
            // Every row known word for word is met before any other row may replace a fact.
            match known.meet_content(&content, plan.row(at), &self.stored)? {
                Some(fact) => {
                    self.rest_on(known.written_by(fact));
                    let person = known.facts[fact].person;
                    let person = (kind != SheetKind::CvecStates).then_some(PersonRef::Known(person));
                    self.see(content, person);
                    *plan.decision(at) = RowPlan::same(person);
                    self.settle(kind, person, plan.row(at));
                }
                None => left.push((at, content, *before - 1)),
            }
        }
        // The same words are one fact, except that one sheet with two rows for a request has two requests.
        let is_known = |before: usize, seen: &Seen| kind != SheetKind::Requests || before < seen.facts;
        if kind != SheetKind::CvecStates {
            let unknown = left.iter().filter(|(_, content, before)| {
                let seen = self.seen.get(content).is_some_and(|seen| is_known(*before, seen));
                !seen && !self.left_out.contents.contains(content)
            });
            let unknown = unknown.map(|(at, ..)| *at).collect();
            self.recognise(kind, unknown, plan);
        }
        let mut open = Vec::new();
        for (at, content, before) in left {
            self.check()?;
            let is_known = |seen: &&Seen| is_known(before, seen);
            let decision = match self.seen.get(&content).filter(is_known) {
                Some(seen) => RowPlan::same(seen.person),
                None if kind == SheetKind::CvecStates => RowPlan::of(RowOutcome::New, None),
                None => self.whom(kind, at, plan),
            };
            if decision.outcome.is_taken() {
                self.see(content, decision.person);
                open.extend(decision.person.and_then(PersonRef::known).map(|person| (at, person)));
            }
            *plan.decision(at) = decision;
        }
        self.place(kind, &open, &mut known, plan)?;
        self.revise(kind, plan)?;
        if kind == SheetKind::Roster { self.count_gone(&known, &places, plan) } else { Ok(()) }
    }

    /// Finds the facts that rows about known persons replace, or say again.
    fn place(
        &mut self,
        kind: SheetKind,
        open: &[(RowPlace, PersonId)],
        known: &mut KnownFacts,
        plan: &mut Plan,
    ) -> Result<()> {
        let open: Vec<_> =
            open.iter().map(|(at, person)| PersonRow { at: *at, person: *person, row: plan.row(*at) }).collect();
        for Paired { at, person, found, considered } in pair(kind, &open, &rows_of(kind, plan), (known, &self.stored))?
        {
            self.check()?;
            self.rest_on(self.persons.written_by(person).chain(considered).collect::<Vec<_>>());
            let (outcome, changes, replaced) = match found {
                Found::Nothing => (RowOutcome::New, Vec::new(), None),
                Found::Several => (RowOutcome::Unplaced, Vec::new(), None),
                // What a person decided is kept with its row, even when this brings nothing else.
                Found::Fact(_, changes) if changes.is_empty() && plan.decision(at).chosen.is_none() => {
                    (RowOutcome::Same, changes, None)
                }
                Found::Fact(fact, changes) => {
                    let fact = &known.facts[fact];
                    (RowOutcome::Changed(fact.id), changes, Some(fact.source))
                }
            };
            if outcome.is_taken() && self.entered.is_contradicted_by(kind, person, plan.row(at)) {
                plan.remarks.push((at, ProblemCode::RowAgainstEntry, self.label(person, plan)));
            }
            match outcome.is_taken() {
                true => self.consider(kind, person, at, plan.row(at), replaced),
                false => self.settle(kind, Some(PersonRef::Known(person)), plan.row(at)),
            }
            let decision = plan.decision(at);
            (decision.outcome, decision.changes) = (outcome, changes);
        }
        Ok(())
    }

    fn check(&self) -> Result<()> {
        if self.cancel.load(Ordering::Relaxed) { Err(StoreError::Cancelled) } else { Ok(()) }
    }

    /// Notes that a fact says a content.
    fn see(&mut self, content: ContentHash, person: Option<PersonRef>) {
        self.seen.entry(content).or_insert(Seen { person, facts: 0 }).facts += 1;
    }

    /// Notes that one row says again, replaces or is attached to what these operations wrote.
    fn rest_on(&mut self, operations: impl IntoIterator<Item = i64>) {
        let operations: BTreeSet<i64> = operations.into_iter().collect();
        for operation in operations {
            *self.rests_on.entry(operation).or_default() += 1;
        }
    }

    /// Recognises the persons of the rows of one kind, whatever their order. What a person decided comes first.
    fn recognise(&mut self, kind: SheetKind, mut places: Vec<RowPlace>, plan: &mut Plan) {
        for at in &places {
            if let Some(Choice::Person(id)) = self.choices.get(at)
                && self.persons.persons.contains_key(id)
            {
                self.persons.index.confirm(*id, &Identity::from_row(plan.row(*at)));
            }
        }
        places.retain(|at| !self.choices.contains_key(at));
        let identities: Vec<Identity> = places.iter().map(|at| Identity::from_row(plan.row(*at))).collect();
        let fresh = &mut self.fresh;
        let found = self.persons.index.recognise(kind, &identities, |row| {
            fresh.push(places[row]);
            fresh_id(fresh.len() - 1)
        });
        plan.revised.extend(found.better.into_iter().map(|(person, row)| (person, places[row])));
        for remark in found.remarks {
            let row = &identities[remark.row];
            let like = remark.described(self.label(remark.other, plan), row);
            plan.remarks.push((places[remark.row], remark.code, like));
        }
        self.recognised = places.into_iter().zip(found.matches).collect();
    }

    /// Lets the other sheets say which Ines belong to student numbers.
    fn teach(&mut self, plan: &Plan) {
        let others = SheetKind::ALL.iter().filter(|kind| **kind != SheetKind::Roster);
        let places = others.flat_map(|kind| places_of(*kind, plan)).filter(|at| !self.choices.contains_key(at));
        let rows = places.map(|at| plan.row(at)).filter(|row| row.text(Field::Ine).is_some());
        let identities: Vec<Identity> = rows.map(Identity::from_row).collect();
        self.persons.index.teach(&identities);
    }

    /// How a person is named in a sentence.
    fn label(&self, person: PersonId, plan: &Plan) -> Arg {
        match person_ref(person) {
            PersonRef::Known(id) => {
                self.persons.persons.get(&id).map_or_else(|| Arg::List(Vec::new()), |known| known.identity.label())
            }
            PersonRef::Fresh(rank) => Identity::from_row(plan.row(self.fresh[rank])).label(),
        }
    }

    /// Whom a row is about: whom a person chose, or else the same as an office assembled in memory finds.
    fn whom(&mut self, kind: SheetKind, at: RowPlace, plan: &mut Plan) -> RowPlan {
        let identity = Identity::from_row(plan.row(at));
        if let Some(decision) = self.chosen(at, &identity) {
            return decision;
        }
        let found = match self.recognised.remove(&at) {
            Some(found) => found,
            None => {
                self.rest_on(self.left_out.operation);
                Match::Doubtful(self.persons.index.candidates(kind, &identity))
            }
        };
        match found {
            Match::One(id, by) => RowPlan { matched: Some(by), ..RowPlan::new(person_ref(id)) },
            Match::New(id) => RowPlan::new(person_ref(id)),
            Match::WithoutKey => RowPlan::of(RowOutcome::Skipped, None),
            Match::Doubtful(candidates) => {
                let like = candidates
                    .iter()
                    .take(NAMED_CANDIDATES)
                    .map(|one| one.described(self.label(one.person, plan)))
                    .collect();
                plan.like.insert(at, like);
                self.ambiguous(candidates)
            }
        }
    }

    /// What a person decided about a row, unless it names somebody who is not there.
    fn chosen(&mut self, at: RowPlace, identity: &Identity) -> Option<RowPlan> {
        let choice = *self.choices.get(&at)?;
        let decision = match choice {
            Choice::LeaveOut => RowPlan::of(RowOutcome::LeftOut, None),
            Choice::New => RowPlan::new(self.new_person(at, identity)),
            Choice::Person(id) => {
                self.persons.persons.get(&id)?;
                RowPlan::new(PersonRef::Known(id))
            }
            Choice::SameAs(place) => {
                let rank = self.fresh.iter().position(|fresh| *fresh == place)?;
                RowPlan::new(PersonRef::Fresh(rank))
            }
        };
        Some(RowPlan { chosen: Some(choice), ..decision })
    }

    /// A row to ask about. What those it could be about were made by decides of it too.
    fn ambiguous(&mut self, candidates: Vec<Candidate>) -> RowPlan {
        let operations: Vec<i64> = candidates.iter().flat_map(|one| self.persons.written_by(one.person)).collect();
        self.rest_on(operations);
        let candidates = candidates.into_iter().map(|candidate| self.candidate(candidate)).collect();
        RowPlan { candidates, ..RowPlan::of(RowOutcome::Ambiguous, None) }
    }

    fn candidate(&self, candidate: Candidate) -> RowCandidate {
        let choice = match person_ref(candidate.person) {
            PersonRef::Known(id) => Choice::Person(id),
            PersonRef::Fresh(rank) => Choice::SameAs(self.fresh[rank]),
        };
        RowCandidate { choice, because: candidate.because, against: candidate.against }
    }

    fn new_person(&mut self, at: RowPlace, identity: &Identity) -> PersonRef {
        let rank = self.fresh.len();
        self.fresh.push(at);
        self.persons.index.add(fresh_id(rank), identity);
        PersonRef::Fresh(rank)
    }

    /// Notes that a row states a person's stored identity as it is, so that no other row replaces it.
    fn settle(&mut self, kind: SheetKind, person: Option<PersonRef>, row: &TypedRow) {
        let Some(id) = person.and_then(PersonRef::known).filter(|_| kind == SheetKind::Roster) else { return };
        let sheet = &row.source.sheet;
        let stated = |known: &crate::facts::StoredPerson| {
            Identity::from_row(row).keeping(&known.identity, sheet) == known.identity
        };
        if self.persons.persons.get(&id).is_some_and(stated) {
            let sheets = self.settled.entry(id).or_default();
            if !sheets.iter().any(|known| Arc::ptr_eq(known, sheet)) {
                sheets.push(Arc::clone(sheet));
            }
        }
    }

    /// Notes a row that could give a known person their identity: a roster's, or the new state of the very row the
    /// identity was read from. A row without the student number already known does not.
    fn consider(&mut self, kind: SheetKind, id: PersonId, at: RowPlace, row: &TypedRow, replaced: Option<i64>) {
        self.settle(kind, Some(PersonRef::Known(id)), row);
        let Some(known) = self.persons.persons.get(&id) else { return };
        let is_provisional = self.persons.provisional.contains(&id);
        // A roster says all there is to an identity that another sheet gave.
        let identity = match Identity::from_row(row) {
            identity if is_provisional && kind == SheetKind::Roster => identity,
            identity => identity.keeping(&known.identity, &row.source.sheet),
        };
        let keeps_number = identity.student_number.is_some() || known.identity.student_number.is_none();
        let own_row = replaced == Some(known.source) && is_provisional;
        if keeps_number && (kind == SheetKind::Roster || own_row) {
            self.candidates.entry(id).or_default().push(at);
        }
    }

    /// Chooses, among the rows noted, the one each person's identity is read from, when it says something else.
    fn revise(&mut self, kind: SheetKind, plan: &mut Plan) -> Result<()> {
        for (id, places) in std::mem::take(&mut self.candidates) {
            let Some(known) = self.persons.persons.get(&id) else { continue };
            let has_number = |at: &RowPlace| plan.row(*at).text(Field::StudentNumber).is_some();
            let numbered = places.iter().copied().find(has_number);
            let Some(at) = numbered.or(places.first().copied()) else { continue };
            let gains_number = known.identity.student_number.is_none() && numbered.is_some();
            let from_roster = !self.persons.provisional.contains(&id);
            let stated = self.settled.get(&id).filter(|_| from_roster && !gains_number);
            let is_settled = |field: Field| stated.into_iter().flatten().any(|sheet| sheet.has(field));
            let changes = differences(&self.persons.statement(known, &self.stored)?, &Statement::of_row(plan.row(at))?);
            let is_changed =
                |change: &FieldChange| change.field.is_some_and(|field| is_identity(field) && !is_settled(field));
            let changes: Vec<FieldChange> = changes.into_iter().filter(is_changed).collect();
            if from_roster && changes.is_empty() {
                continue;
            }
            let decision = plan.decision(at);
            for change in changes {
                if !decision.changes.contains(&change) {
                    decision.changes.push(change);
                }
            }
            plan.revised.push((id, at));
            if kind == SheetKind::Roster {
                self.persons.provisional.remove(&id);
            }
        }
        Ok(())
    }

    fn count_gone(&self, known: &KnownFacts, places: &[RowPlace], plan: &mut Plan) -> Result<()> {
        let years = registration_years(self.stored.connection())?;
        let open = left_open(SheetKind::Roster, &rows_of(SheetKind::Roster, plan), (known, &self.stored))?;
        let mut unmet: BTreeMap<Option<i64>, Vec<RegistrationId>> = BTreeMap::new();
        for fact in known.facts.iter().filter(|fact| !fact.met && !open.contains(&fact.id)) {
            let year = years.get(&fact.id).copied().flatten();
            unmet.entry(year).or_default().push(RegistrationId(fact.id));
        }
        let mut counted = Years::new();
        let is_extract = |at: &&RowPlace| !plan.files[at.file].sheets[at.sheet].input.corrections;
        let extracted: Vec<RowPlace> = places.iter().filter(is_extract).copied().collect();
        for at in extracted {
            let year = plan.row(at).year(Field::AcademicYear).map(|year| i64::from(year.start()));
            if counted.insert(year) {
                let gone = unmet.remove(&year).unwrap_or_default();
                plan.files[at.file].sheets[at.sheet].gone += gone.len();
                plan.gone.extend(gone);
            }
        }
        plan.gone.sort();
        Ok(())
    }
}

impl Plan {
    fn decision(&mut self, at: RowPlace) -> &mut RowPlan {
        &mut self.files[at.file].sheets[at.sheet].decisions[at.row]
    }
}

impl RowPlan {
    fn of(outcome: RowOutcome, person: Option<PersonRef>) -> Self {
        Self { outcome, person, matched: None, changes: Vec::new(), candidates: Vec::new(), chosen: None }
    }

    fn new(person: PersonRef) -> Self {
        Self::of(RowOutcome::New, Some(person))
    }

    fn same(person: Option<PersonRef>) -> Self {
        Self::of(RowOutcome::Same, person)
    }
}

/// The rows of one kind, in the order of files.
fn places_of(kind: SheetKind, plan: &Plan) -> Vec<RowPlace> {
    let mut places = Vec::new();
    for (file, files) in plan.files.iter().enumerate() {
        for (sheet, sheets) in files.sheets.iter().enumerate().filter(|(_, sheet)| sheet.input.sheet.kind == kind) {
            places.extend((0..sheets.input.rows.len()).map(|row| RowPlace { file, sheet, row }));
        }
    }
    places
}

/// The rows of one kind that are about known persons.
fn rows_of(kind: SheetKind, plan: &Plan) -> Vec<PersonRow<'_>> {
    let row = |at: RowPlace| {
        let person = plan.files[at.file].sheets[at.sheet].decisions[at.row].person?.known()?;
        Some(PersonRow { at, person, row: plan.row(at) })
    };
    places_of(kind, plan).into_iter().filter_map(row).collect()
}

/// Persons to be made have negative numbers while a plan is made.
fn fresh_id(rank: usize) -> PersonId {
    PersonId(-1 - i64::try_from(rank).unwrap_or(i64::MAX - 1))
}

fn person_ref(id: PersonId) -> PersonRef {
    match usize::try_from(-1 - id.0) {
        Ok(rank) => PersonRef::Fresh(rank),
        Err(_) => PersonRef::Known(id),
    }
}
