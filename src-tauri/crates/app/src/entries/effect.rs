//! What entering something would change of files' states, and doing exactly that.

use super::sheet::{self, Target};
use super::{Decision, Derogation, DocumentMark};
use crate::desk::Desk;
use crate::failure::AppError;
use crate::waivers::{Move, moves_of};
use guichet_model::{
    Document, FileState, Instant, MOST_WORDS, Office, OfficeFacts, PersonId, RegistrationId, Request, SheetKind,
};
use guichet_rules::{evaluate_file, weigh};
use guichet_store::{Choice, Choices, OperationId, OperationKind, Plan, PlannedFile, RowPlace, StoreError};
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashSet};
use std::sync::atomic::AtomicBool;
use time::Date;

/// What entering a derogation or a document on some files would do.
pub(crate) struct EntryEffect {
    targets: Vec<Target>,
    /// The rows that are entered.
    file: PlannedFile,
    /// How many files would go from one state to another: those of the persons concerned.
    pub(crate) moves: Vec<Move>,
    /// Names the effect: what is shown is what is done.
    pub(crate) fingerprint: String,
}

impl EntryEffect {
    /// On these files.
    ///
    /// # Errors
    /// [`StoreError::DecisionRefused`] when what is entered is not whole or brings nothing; [`AppError::DecidedLater`].
    pub(crate) fn of(
        desk: &Desk,
        files: &[RegistrationId],
        decision: &Decision,
        now: Instant,
    ) -> Result<Self, AppError> {
        check(decision, desk.day(now))?;
        let targets = targets(desk, files, decision);
        let nothing = || AppError::Store(StoreError::DecisionRefused { sentence: "error-store-nothing-to-enter" });
        let file = sheet::of(decision, &targets, desk.workspace.who(), now).ok_or_else(nothing)?;
        // Planning reads everybody; only what was entered before about all of them can be the same again.
        if targets.iter().all(|target| has_entries(&desk.seen.office, target.person, decision)) {
            plan(desk, &file, &targets)?.check_entry()?;
        }
        let persons: BTreeSet<PersonId> = targets.iter().map(|target| target.person).collect();
        let mut facts = around(&desk.seen.office, &persons);
        let before = Office::new(facts.clone());
        add(&mut facts, &file, &targets);
        let after = Office::new(facts);
        let mut hash = Sha256::new();
        hash.update(format!("{decision:?}"));
        let mut passed = Vec::new();
        for file in persons.iter().flat_map(|person| before.registrations_of(*person)) {
            let states = [&before, &after].map(|office| state(desk, office, file.id));
            hash.update(file.id.0.to_le_bytes());
            states.iter().for_each(|state| hash.update(state.as_str()));
            passed.push((states[0], states[1]));
        }
        targets.iter().for_each(|target| hash.update(target.file.0.to_le_bytes()));
        let fingerprint = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { targets, file, moves: moves_of(passed), fingerprint })
    }

    /// How many rows would be entered: one a file for derogations, one a person for documents.
    pub(crate) fn entries(&self) -> usize {
        self.targets.len()
    }

    /// Does it; the files are then to be judged again. With the fingerprint of what was shown, exactly that or nothing.
    ///
    /// # Errors
    /// [`StoreError::PlanOutdated`] when the effect is not the one shown any more; otherwise as the workspace refuses.
    pub(crate) fn apply(&self, desk: &mut Desk, shown: Option<&str>, now: Instant) -> Result<OperationId, AppError> {
        if shown.is_some_and(|shown| shown != self.fingerprint) {
            return Err(AppError::Store(StoreError::PlanOutdated));
        }
        let kind = match self.file.sheets.first().map(|sheet| sheet.sheet.kind) {
            Some(SheetKind::Requests) => OperationKind::Derogation,
            _ => OperationKind::Document,
        };
        let plan = plan(desk, &self.file, &self.targets)?;
        let entered = desk.workspace.enter_by_hand(kind, &plan, &self.targets.len().to_string(), now)?;
        Ok(entered.operation)
    }
}

/// What writing the rows would do: each is of its person, whoever else it could be about.
fn plan(desk: &Desk, file: &PlannedFile, targets: &[Target]) -> Result<Plan, AppError> {
    let place = |row: usize| RowPlace { file: 0, sheet: 0, row };
    let choices: Choices =
        targets.iter().enumerate().map(|(at, target)| (place(at), Choice::Person(target.person))).collect();
    Ok(desk.workspace.plan(std::slice::from_ref(file), &choices, &AtomicBool::new(false))?)
}

/// Whether something of the kind was entered about a person before, and stands.
fn has_entries(office: &Office, person: PersonId, decision: &Decision) -> bool {
    match decision {
        Decision::Derogation(_) => office.requests_of(person).any(|request| request.source.sheet.is_by_hand()),
        Decision::Document(_) => office.documents_of(person).any(|document| document.source.sheet.is_by_hand()),
        Decision::Note(_) => false,
    }
}

/// What is not whole, or is dated later than the day by which files are judged, is refused with its reason.
fn check(decision: &Decision, day: Date) -> Result<(), AppError> {
    let long = |text: &str| text.chars().count() > MOST_WORDS;
    let is_long = |text: &Option<String>| text.as_deref().is_some_and(long);
    let sentence = match decision {
        Decision::Derogation(Derogation { by, .. }) if by.trim().is_empty() => "error-store-authority-missing",
        Decision::Document(DocumentMark { piece, .. }) if piece.trim().is_empty() => "error-store-piece-missing",
        Decision::Document(DocumentMark { state, reason: None, .. })
            if *state == guichet_model::DocumentState::Rejected =>
        {
            "error-store-reason-missing"
        }
        Decision::Derogation(Derogation { by, reference, .. }) if long(by) || is_long(reference) => {
            "error-store-words-too-many"
        }
        Decision::Document(DocumentMark { piece, reason, .. }) if long(piece) || is_long(reason) => {
            "error-store-words-too-many"
        }
        Decision::Derogation(Derogation { on, .. }) if *on > day => {
            return Err(AppError::DecidedLater { on: *on, day });
        }
        _ => return Ok(()),
    };
    Err(AppError::Store(StoreError::DecisionRefused { sentence }))
}

/// The files to write about: each for a derogation, one of each person for a document, which is the person's.
fn targets(desk: &Desk, files: &[RegistrationId], decision: &Decision) -> Vec<Target> {
    let mut persons = HashSet::new();
    let target = |id: &RegistrationId| {
        let file = desk.seen.office.registration(*id)?;
        let person = desk.seen.office.person(file.person)?;
        let year = file.academic_year.or_else(|| desk.seen.rulebook.academic_year());
        Some(Target { file: *id, person: person.id, identity: person.identity.clone(), year, level: file.level })
    };
    let is_wanted = |target: &Target| match decision {
        Decision::Document(_) => persons.insert(target.person),
        Decision::Derogation(_) | Decision::Note(_) => true,
    };
    files.iter().filter_map(target).filter(is_wanted).collect()
}

/// All that rules compare these persons with.
fn around(office: &Office, persons: &BTreeSet<PersonId>) -> OfficeFacts {
    let known: BTreeSet<PersonId> = persons.iter().flat_map(|person| office.linked(*person)).collect();
    let persons = || known.iter().copied();
    OfficeFacts {
        persons: persons().filter_map(|id| office.person(id).cloned()).collect(),
        registrations: persons().flat_map(|id| office.registrations_of(id).cloned()).collect(),
        certificates: persons().flat_map(|id| office.certificates_of(id).cloned()).collect(),
        history: persons().flat_map(|id| office.history_of(id).cloned()).collect(),
        requests: persons().flat_map(|id| office.requests_of(id).cloned()).collect(),
        documents: persons().flat_map(|id| office.documents_of(id).cloned()).collect(),
        controls: office.controls.clone(),
        kinds: office.kinds.clone(),
    }
}

fn add(facts: &mut OfficeFacts, file: &PlannedFile, targets: &[Target]) {
    for sheet in &file.sheets {
        for (row, target) in sheet.rows.iter().zip(targets) {
            match sheet.sheet.kind {
                SheetKind::Requests => facts.requests.push(Request::from_row(target.person, row)),
                _ => facts.documents.push(Document::from_row(target.person, row)),
            }
        }
    }
}

fn state(desk: &Desk, office: &Office, id: RegistrationId) -> FileState {
    let Some(file) = office.registration(id) else { return FileState::ToCheck };
    let verdict = evaluate_file(office, &desk.seen.rulebook, desk.seen.as_of, file);
    weigh(&verdict, desk.seen.waivers_of(id), &desk.seen.rulebook, desk.seen.as_of).state
}
