use super::choices::{Choice, Choices, RowCandidate};
use super::entered::Entered;
use super::known::{KnownFact, KnownFacts, KnownPersons, LeftOut, StoredRows, Years, left_out, registration_years};
use super::pairing::{Found, PersonRow, left_open, pair};
use super::plan::{FilePlan, PersonRef, Plan, RowOutcome, RowPlace, RowPlan, SheetPlan};
use super::units::{Placed, Unit, Units};
use super::{PlannedFile, PlannedSheet};
use crate::Workspace;
use crate::content::{ContentHash, Layout};
use crate::error::{Result, StoreError};
use crate::statement::{FieldChange, Statement, differences};
use crate::transact::facts_head;
use guichet_model::{
    Arg, Candidate, Field, Identity, Match, NAMED_CANDIDATES, PersonId, RegistrationId, SheetKind, TypedRow,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
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
            rests_on: BTreeMap::new(),
            recognised: HashMap::new(),
        };
        let mut plan = Plan { files: files.iter().map(blank).collect(), ..Plan::empty() };
        for kind in SheetKind::ALL {
            let mut known = KnownFacts::load(&planner.stored, *kind)?;
            planner.hand_over(&mut known, &plan);
            planner.plan_kind(*kind, known, &mut plan)?;
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
            reunited: Vec::new(),
            joined: BTreeMap::new(),
            identities: BTreeMap::new(),
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

pub(super) struct Planner<'c> {
    pub(super) persons: KnownPersons,
    pub(super) stored: StoredRows<'c>,
    /// Contents that stay left out as long as facts do not change.
    left_out: LeftOut,
    choices: &'c Choices,
    cancel: &'c AtomicBool,
    pub(super) entered: Entered,
    pub(super) fresh: Vec<RowPlace>,
    /// Contents that facts or rows of this plan already say.
    seen: HashMap<ContentHash, Seen>,
    /// Rows that could give a known person their identity, in order.
    pub(super) candidates: BTreeMap<PersonId, Vec<RowPlace>>,
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
        let (mut left, mut met) = (Vec::new(), Vec::new());
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
                    met.push((at, fact));
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
        let mut taken = Vec::new();
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
                taken.push(at);
            }
            *plan.decision(at) = decision;
        }
        let placed = placed_of(kind, &met, &taken, plan);
        self.place(kind, &placed, &mut known, plan)?;
        self.identify(kind, plan)?;
        if kind == SheetKind::Roster { self.count_gone(&known, &places, plan) } else { Ok(()) }
    }

    /// Finds the facts that rows are about: those of one unit replace one, or say it again, or are a new one.
    fn place(&mut self, kind: SheetKind, placed: &[Placed], known: &mut KnownFacts, plan: &mut Plan) -> Result<()> {
        let mut all = Units::of(kind, placed, plan).settle(plan);
        let mut found = self.pair_units(kind, &all, known, plan)?;
        for (rank, unit) in all.drain(..).enumerate() {
            self.check()?;
            let known_person = unit.person.known();
            let (outcome, changes, replaced) = match (unit.fact, found.remove(&rank)) {
                _ if unit.is_known => continue,
                (Some(fact), _) => self.restated(&unit, fact, known, plan)?,
                (None, Some(Found::Several)) => (RowOutcome::Unplaced, Vec::new(), None),
                (None, Some(Found::Fact(fact, changes))) => self.found(&unit, &known.facts[fact], changes, plan),
                (None, Some(Found::Nothing) | None) => (RowOutcome::New, Vec::new(), None),
            };
            if let Some(person) = known_person.filter(|_| outcome.is_taken()) {
                for one in unit.rows.iter().filter(|one| one.fact.is_none()) {
                    self.tell_against_entry(kind, person, one.at, plan);
                    self.consider(kind, person, one.at, plan.row(one.at), replaced);
                }
            }
            unit.decide(outcome, changes, plan);
        }
        Ok(())
    }

    /// The stored facts of units about known persons that none of their rows says word for word.
    fn pair_units(
        &mut self,
        kind: SheetKind,
        all: &[Unit],
        known: &mut KnownFacts,
        plan: &Plan,
    ) -> Result<HashMap<usize, Found>> {
        let about_known: Vec<(usize, PersonId, &Unit)> =
            all.iter().enumerate().filter_map(|(rank, unit)| Some((rank, unit.person.known()?, unit))).collect();
        let parts: Vec<Vec<&TypedRow>> = about_known.iter().map(|(.., unit)| unit.parts(plan)).collect();
        let rows: Vec<PersonRow<'_>> = about_known
            .iter()
            .zip(&parts)
            .map(|((_, person, unit), parts)| PersonRow { person: *person, row: unit.row(plan), parts })
            .collect();
        let open: Vec<usize> = (0..rows.len()).filter(|at| about_known[*at].2.fact.is_none()).collect();
        let open_rows: Vec<PersonRow<'_>> = open.iter().map(|at| rows[*at]).collect();
        let mut found = HashMap::with_capacity(open.len());
        for (paired, at) in pair(kind, &open_rows, &rows, (known, &self.stored))?.into_iter().zip(open) {
            self.check()?;
            self.rest_on(self.persons.written_by(paired.person).chain(paired.considered).collect::<Vec<_>>());
            found.insert(about_known[at].0, paired.found);
        }
        Ok(found)
    }

    /// What rows bring to the stored fact that they were found to be about.
    fn found(&self, unit: &Unit, fact: &KnownFact, changes: Vec<FieldChange>, plan: &mut Plan) -> Brought {
        // What a person decided is kept with its row, even when this brings nothing else.
        let is_chosen = unit.rows.iter().any(|one| plan.decision(one.at).chosen.is_some());
        if changes.is_empty() && !is_chosen {
            return (RowOutcome::Same, changes, None);
        }
        (RowOutcome::Changed(fact.id), changes, Some(fact.source))
    }

    /// What rows bring to the stored fact that some of them say word for word.
    fn restated(&self, unit: &Unit, fact: usize, known: &KnownFacts, plan: &mut Plan) -> Result<Brought> {
        let stated = Statement::of_rows(&unit.parts(plan))?;
        let mut changes = differences(&known.statement(fact, &self.stored)?, &stated);
        if unit.continues(known) {
            changes.retain(|change| change.new.is_some());
        }
        Ok(self.found(unit, &known.facts[fact], changes, plan))
    }

    fn check(&self) -> Result<()> {
        if self.cancel.load(Ordering::Relaxed) { Err(StoreError::Cancelled) } else { Ok(()) }
    }

    /// Notes that a fact says a content.
    fn see(&mut self, content: ContentHash, person: Option<PersonRef>) {
        self.seen.entry(content).or_insert(Seen { person, facts: 0 }).facts += 1;
    }

    /// Notes that one row says again, replaces or is attached to what these operations wrote.
    pub(super) fn rest_on(&mut self, operations: impl IntoIterator<Item = i64>) {
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
        for remark in found.remarks {
            let row = &identities[remark.row];
            let like = remark.described(self.label(remark.other, plan), row);
            plan.remarks.push((places[remark.row], remark.code, like));
        }
        self.reunite(found.reunions.into_iter().map(|one| (places[one.row], one)).collect(), plan);
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
    pub(super) fn label(&self, person: PersonId, plan: &Plan) -> Arg {
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

    fn count_gone(&self, known: &KnownFacts, places: &[RowPlace], plan: &mut Plan) -> Result<()> {
        let years = registration_years(self.stored.connection())?;
        let mut open = left_open(SheetKind::Roster, &rows_of(SheetKind::Roster, plan), (known, &self.stored))?;
        let asked = self.asked_about(places, plan);
        open.extend(known.facts.iter().filter(|fact| asked.contains(&fact.person)).map(|fact| fact.id));
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

impl Planner<'_> {
    /// The known persons whom rows that wait for an answer could be about.
    fn asked_about(&self, places: &[RowPlace], plan: &Plan) -> HashSet<PersonId> {
        let decision = |at: &RowPlace| &plan.files[at.file].sheets[at.sheet].decisions[at.row];
        let waiting = places.iter().map(decision).filter(|row| row.outcome == RowOutcome::Ambiguous);
        let asked = waiting.flat_map(|row| &row.candidates).filter_map(|candidate| match candidate.choice {
            Choice::Person(id) => Some(id),
            _ => None,
        });
        asked.collect()
    }
}

impl Plan {
    pub(super) fn content(&self, at: RowPlace) -> ContentHash {
        self.files[at.file].sheets[at.sheet].hashes[at.row]
    }

    pub(super) fn decision(&mut self, at: RowPlace) -> &mut RowPlan {
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

/// What becomes of rows, what they change, and the row of the fact that they replace.
type Brought = (RowOutcome, Vec<FieldChange>, Option<i64>);

/// The rows of one kind, in the order of files.
pub(super) fn places_of(kind: SheetKind, plan: &Plan) -> Vec<RowPlace> {
    let mut places = Vec::new();
    for (file, files) in plan.files.iter().enumerate() {
        for (sheet, sheets) in files.sheets.iter().enumerate().filter(|(_, sheet)| sheet.input.sheet.kind == kind) {
            places.extend((0..sheets.input.rows.len()).map(|row| RowPlace { file, sheet, row }));
        }
    }
    places
}

/// The rows that are about somebody, in their order: those that say a stored fact word for word, and those not known.
fn placed_of(kind: SheetKind, met: &[(RowPlace, usize)], taken: &[RowPlace], plan: &Plan) -> Vec<Placed> {
    if kind == SheetKind::CvecStates {
        return Vec::new();
    }
    let met = met.iter().map(|(at, fact)| (*at, Some(*fact)));
    let mut rows: Vec<(RowPlace, Option<usize>)> = met.chain(taken.iter().map(|at| (*at, None))).collect();
    rows.sort_unstable_by_key(|(at, _)| *at);
    let person = |at: RowPlace| plan.files[at.file].sheets[at.sheet].decisions[at.row].person;
    rows.into_iter().filter_map(|(at, fact)| Some(Placed { at, person: person(at)?, fact })).collect()
}

/// The rows of one kind that are about known persons; those of one fact as one.
fn rows_of(kind: SheetKind, plan: &Plan) -> Vec<PersonRow<'_>> {
    let joined: HashSet<RowPlace> =
        plan.joined.values().flat_map(|rows| rows.beside.iter().chain([&rows.primary])).copied().collect();
    let row = |at: RowPlace| {
        let person = plan.files[at.file].sheets[at.sheet].decisions[at.row].person?.known()?;
        match plan.joined.get(&at) {
            Some(rows) => Some(PersonRow { person, row: &rows.row, parts: &[] }),
            None => (!joined.contains(&at)).then(|| PersonRow { person, row: plan.row(at), parts: &[] }),
        }
    };
    places_of(kind, plan).into_iter().filter_map(row).collect()
}

/// Persons to be made have negative numbers while a plan is made.
pub(super) fn fresh_id(rank: usize) -> PersonId {
    PersonId(-1 - i64::try_from(rank).unwrap_or(i64::MAX - 1))
}

fn person_ref(id: PersonId) -> PersonRef {
    match usize::try_from(-1 - id.0) {
        Ok(rank) => PersonRef::Fresh(rank),
        Err(_) => PersonRef::Known(id),
    }
}
