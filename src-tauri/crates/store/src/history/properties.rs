//! What must hold whatever is edited, imported, imported again, undone and reopened, in whatever order: tried on many
//! small offices whose persons share numbers, names and identifiers. `GUICHET_CASES` asks for more of them.

use super::recorder::RECORDED;
use crate::testing::{NOW, enter, holder, sheet, table_dump, withdraw, workspace};
use crate::{
    Choice, Choices, OperationId, Plan, PlannedFile, RowOutcome, StoreError, WaiverTarget, WaiverTerms, Workspace,
};
use guichet_model::{SheetKind, WaiverReason};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;

const CASES: u32 = 25;
const STEPS: usize = 80;

/// The columns of a kind of sheet, and what their cells may hold.
type Columns = &'static [(&'static str, &'static [&'static str])];

const IDENTITY: Columns = &[
    ("student_number", &["", "", "101", "102", "103"]),
    ("ine", &["", "", "1409002949V", "0AAAAA00018"]),
    ("birth_name", &["", "Dupré", "DUPRE", "Exemple"]),
    ("given_name", &["", "Zoé", "Zoe", "Anne"]),
    ("birth_date", &["", "2004-05-06", "2004-05-06", "?"]),
];

const KINDS: [(SheetKind, Columns); 6] = [
    (
        SheetKind::Roster,
        &[
            ("academic_year", &["2024", "2023", ""]),
            ("level", &["L1", "L2", "L?"]),
            ("programme_code", &["A", ""]),
            ("email", &["", "a@exemple.fr", "b@exemple.fr"]),
            ("Remarque", &["", "vu"]),
        ],
    ),
    (SheetKind::History, &[("academic_year", &["2022", "2023"]), ("level", &["L1", ""]), ("proof", &["oui", ""])]),
    (SheetKind::Certificates, &[("cvec_number", &["MAR4 GBZETK 87", "x", ""]), ("cvec_mode", &["paiement", "troc"])]),
    (SheetKind::Documents, &[("document_kind", &["Photo", "Relevé"]), ("document_state", &["validée", "rejetée"])]),
    (SheetKind::Requests, &[("request_kind", &["dérogation", "?"]), ("request_state", &["accordée", "refusée"])]),
    (SheetKind::CvecStates, &[("cvec_number", &["MAR4 GBZETK 87", "x"]), ("control_state", &["70", "81", ""])]),
];

/// One thing done.
#[derive(Clone, Debug)]
enum Step {
    /// A line is added to a file.
    Add(Index, Vec<Index>),
    /// A line is taken from a file.
    Remove(Index, Index),
    /// A cell of a file is written anew.
    Edit(Index, Index, Index, Index),
    /// A column of a file is left out, or comes back.
    Toggle(Index, Index),
    /// Rows and columns of a file change places.
    Permute(Index, u8, u8),
    /// Some files are imported; ambiguous rows get these decisions.
    Import(u8, Vec<Index>),
    /// The files imported last are imported again, their rows and columns in another order.
    Again(u8, u8),
    /// Something is decided of a file.
    Decide(Index, Decision),
    /// An operation is undone, with what rests on it or not.
    Undo(Index, bool),
    /// The last undo is undone.
    Redo,
    /// The program ends and starts again.
    Reopen,
}

/// What is decided.
#[derive(Clone, Copy, Debug)]
enum Decision {
    Waive(bool),
    Unwaive(bool),
    Note(&'static str),
    /// A derogation, granted or refused.
    Derogation(bool),
    /// A photo, valid or rejected.
    Document(bool),
    /// What was entered by hand, taken away.
    Withdraw(bool),
}

fn decision() -> impl Strategy<Value = Decision> {
    prop_oneof![
        3 => any::<bool>().prop_map(Decision::Waive),
        1 => any::<bool>().prop_map(Decision::Unwaive),
        2 => prop::sample::select(&["vu", "rappeler", ""][..]).prop_map(Decision::Note),
        2 => any::<bool>().prop_map(Decision::Derogation),
        2 => any::<bool>().prop_map(Decision::Document),
        1 => any::<bool>().prop_map(Decision::Withdraw),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let index = any::<Index>;
    let line = || prop::collection::vec(index(), 10);
    let step = prop_oneof![
        6 => (index(), line()).prop_map(|(file, line)| Step::Add(file, line)),
        1 => (index(), index()).prop_map(|(file, row)| Step::Remove(file, row)),
        4 => (index(), index(), index(), index()).prop_map(|(file, row, at, value)| Step::Edit(file, row, at, value)),
        3 => (index(), index()).prop_map(|(file, at)| Step::Toggle(file, at)),
        1 => (index(), any::<u8>(), any::<u8>()).prop_map(|(file, rows, columns)| Step::Permute(file, rows, columns)),
        6 => (1_u8..64, prop::collection::vec(index(), 4)).prop_map(|(files, choices)| Step::Import(files, choices)),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(rows, columns)| Step::Again(rows, columns)),
        3 => (index(), decision()).prop_map(|(file, decision)| Step::Decide(file, decision)),
        4 => (index(), any::<bool>()).prop_map(|(operation, all)| Step::Undo(operation, all)),
        1 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ];
    prop::collection::vec(step, STEPS)
}

/// A file as somebody edits it.
#[derive(Clone, Debug)]
struct Draft {
    kind: SheetKind,
    columns: Vec<(&'static str, &'static [&'static str])>,
    lines: Vec<Vec<&'static str>>,
    /// The columns that an extract of it leaves out.
    hidden: BTreeSet<&'static str>,
}

impl Draft {
    fn empty((kind, own): (SheetKind, Columns)) -> Self {
        let identity = if kind == SheetKind::CvecStates { &[][..] } else { IDENTITY };
        Self { kind, columns: [identity, own].concat(), lines: Vec::new(), hidden: BTreeSet::new() }
    }

    fn permuted(&self, rows: u8, columns: u8) -> Self {
        let mut other = self.clone();
        if !other.lines.is_empty() {
            let by = usize::from(rows) % other.lines.len();
            other.lines.rotate_left(by);
        }
        let by = usize::from(columns) % other.columns.len();
        other.columns.rotate_left(by);
        other.lines.iter_mut().for_each(|line| line.rotate_left(by));
        other
    }

    fn planned(&self) -> PlannedFile {
        let shown = |header: &str| !self.hidden.contains(header);
        let headers: Vec<&str> =
            self.columns.iter().map(|(header, _)| *header).filter(|header| shown(header)).collect();
        let line = |line: &Vec<&'static str>| {
            let cells = self.columns.iter().zip(line).filter(|((header, _), _)| shown(header));
            cells.map(|(_, cell)| *cell).collect::<Vec<_>>().join(";")
        };
        let lines: Vec<String> = self.lines.iter().map(line).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        sheet(&format!("{}.csv", self.kind.as_str()), self.kind, &headers.join(";"), &lines)
    }
}

/// What an operation adds to the imports that stand, and what it takes from them.
type Effect = Vec<(OperationId, bool)>;

/// Whether a column says whom its rows are about.
fn names_somebody(header: &str) -> bool {
    IDENTITY.iter().any(|(own, _)| *own == header)
}

struct Trial {
    /// Whether every row says its person's number and nothing else of them, so that none is ambiguous.
    certain: bool,
    _folder: TempDir,
    place: PathBuf,
    workspace: Option<Workspace>,
    drafts: Vec<Draft>,
    last: Vec<Draft>,
    standing: BTreeSet<OperationId>,
    decisions: BTreeSet<OperationId>,
    effects: BTreeMap<OperationId, Effect>,
    /// What the workspace held, to the letter, when these imports stood.
    known: BTreeMap<BTreeSet<OperationId>, String>,
    /// What each import brought, as long as nothing was ambiguous.
    brought: Option<BTreeMap<OperationId, Vec<Draft>>>,
}

impl Trial {
    fn new(certain: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("w");
        let mut trial = Self {
            certain,
            workspace: Some(workspace(&place)),
            _folder: folder,
            place,
            drafts: KINDS.map(Draft::empty).into(),
            last: Vec::new(),
            standing: BTreeSet::new(),
            decisions: BTreeSet::new(),
            effects: BTreeMap::new(),
            known: BTreeMap::new(),
            brought: Some(BTreeMap::new()),
        };
        trial.hurry();
        trial.check();
        trial
    }

    fn store(&self) -> &Workspace {
        self.workspace.as_ref().unwrap()
    }

    fn store_mut(&mut self) -> &mut Workspace {
        self.workspace.as_mut().unwrap()
    }

    /// The disk is not what is tried.
    fn hurry(&self) {
        self.store().connection.pragma_update(None, "synchronous", false).unwrap();
    }

    fn dump(&self) -> String {
        RECORDED.map(|table| table_dump(self.store(), table)).concat() + &self.store().state_hash().unwrap()
    }

    /// The same imports standing, the workspace holds the same, to the letter.
    fn check(&mut self) {
        let dump = self.dump();
        let known = self.known.entry(self.standing.clone()).or_insert_with(|| dump.clone());
        assert_eq!(*known, dump);
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Add(file, cells) => {
                let draft = file.get_mut(&mut self.drafts);
                let certain = self.certain;
                let value = |((header, values), at): (&(&str, &'static [&'static str]), &Index)| match *header {
                    "student_number" if certain => *at.get(&["101", "102", "103"]),
                    header if certain && names_somebody(header) => "",
                    _ => *at.get(values),
                };
                draft.lines.push(draft.columns.iter().zip(cells).map(value).collect());
                return;
            }
            Step::Remove(file, row) => {
                let draft = file.get_mut(&mut self.drafts);
                if !draft.lines.is_empty() {
                    draft.lines.remove(row.index(draft.lines.len()));
                }
            }
            Step::Edit(file, row, at, value) => {
                let draft = file.get_mut(&mut self.drafts);
                if !draft.lines.is_empty() {
                    let at = at.index(draft.columns.len());
                    if self.certain && names_somebody(draft.columns[at].0) {
                        return;
                    }
                    row.get_mut(&mut draft.lines)[at] = *value.get(draft.columns[at].1);
                }
            }
            Step::Toggle(file, at) => {
                let draft = file.get_mut(&mut self.drafts);
                let (header, _) = *at.get(&draft.columns);
                if header != "student_number" && !draft.hidden.remove(header) {
                    draft.hidden.insert(header);
                }
            }
            Step::Permute(file, rows, columns) => {
                let draft = file.get_mut(&mut self.drafts);
                *draft = draft.permuted(*rows, *columns);
            }
            Step::Import(files, choices) => {
                let chosen = self.drafts.iter().enumerate().filter(|(at, _)| files >> at & 1 == 1);
                self.last = chosen.map(|(_, draft)| draft.clone()).collect();
                self.import(choices);
            }
            Step::Again(rows, columns) => self.again(*rows, *columns),
            Step::Decide(file, decision) => self.decide(file, *decision),
            Step::Undo(operation, with_dependents) => self.undo_any(operation, *with_dependents),
            Step::Redo => {
                let last = self.effects.keys().next_back().copied();
                if let Some(last) = last.filter(|last| !self.standing.contains(last)) {
                    self.undo(last, false);
                }
            }
            Step::Reopen => {
                // The connection closes before another opens.
                self.workspace = None;
                self.workspace = Some(Workspace::open(&self.place, &holder(), NOW).unwrap());
                self.hurry();
            }
        }
        self.check();
    }

    fn plan(&self, choices: &Choices) -> Plan {
        let files: Vec<PlannedFile> = self.last.iter().map(Draft::planned).collect();
        self.store().plan(&files, choices, &AtomicBool::new(false)).unwrap()
    }

    fn import(&mut self, decisions: &[Index]) {
        let asked = ambiguous(&self.plan(&Choices::new()));
        if !asked.is_empty() {
            self.brought = None;
        }
        let decide = |((place, mut choices), decision): ((_, Vec<Choice>), &Index)| {
            choices.extend([Choice::New, Choice::LeaveOut]);
            (place, *decision.get(&choices))
        };
        let choices: Choices = asked.into_iter().zip(decisions).map(decide).collect();
        self.apply(&self.plan(&choices));
    }

    fn apply(&mut self, plan: &Plan) {
        let before = self.store().facts_hash().unwrap();
        let kinds = self.store().office().unwrap().kinds.clone();
        let applied = self.store_mut().apply(plan, NOW, "essai", &mut |_, _| {}, &AtomicBool::new(false)).unwrap();
        let same = before == self.store().facts_hash().unwrap() && kinds == self.store().office().unwrap().kinds;
        assert_eq!(applied.changes.facts, !same);
        self.standing.insert(applied.operation);
        self.effects.insert(applied.operation, vec![(applied.operation, true)]);
        if let Some(brought) = &mut self.brought {
            brought.insert(applied.operation, self.last.clone());
        }
    }

    /// What was imported last, whatever was undone since, is imported; then once more, then in another order.
    fn again(&mut self, rows: u8, columns: u8) {
        self.import(&[]);
        let (facts, state) = (self.store().facts_hash().unwrap(), self.store().state_hash().unwrap());
        self.check();
        self.import(&[]);
        assert_eq!(self.store().state_hash().unwrap(), state, "the same files again");
        self.check();
        self.last = self.last.iter().map(|draft| draft.permuted(rows, columns)).collect();
        self.import(&[]);
        assert_eq!(self.store().facts_hash().unwrap(), facts, "the same files in another order");
    }

    fn decide(&mut self, file: &Index, decision: Decision) {
        let files: Vec<_> = self.store().office().unwrap().registrations.iter().map(|file| file.id).collect();
        if files.is_empty() {
            return;
        }
        let (registration, before) = (*file.get(&files), self.store().state_hash().unwrap());
        let code = |missing: bool| if missing { "CVC001" } else { "RPT001" }.to_owned();
        let basis = self.store().facts_hash().unwrap();
        let store = self.store_mut();
        let done = match decision {
            Decision::Waive(missing) => {
                let terms = WaiverTerms { reason: WaiverReason::Decision, text: None, until: None };
                Some(
                    store
                        .waive(
                            &[WaiverTarget { registration, code: code(missing), basis, seen: Vec::new() }],
                            &terms,
                            NOW,
                        )
                        .unwrap(),
                )
            }
            Decision::Unwaive(missing) => store.unwaive(&[(registration, code(missing))], NOW).unwrap(),
            Decision::Note(text) => store.set_note(registration, text, NOW).unwrap(),
            Decision::Derogation(granted) => {
                let state = if granted { "accordée" } else { "refusée" };
                let headers = "student_number;birth_name;request_kind;request_state";
                enter(store, registration, SheetKind::Requests, headers, &["dérogation", state])
            }
            Decision::Document(valid) => {
                let state = if valid { "validée" } else { "rejetée" };
                let headers = "student_number;birth_name;document_kind;document_state";
                enter(store, registration, SheetKind::Documents, headers, &["Photo", state])
            }
            Decision::Withdraw(documents) => withdraw(store, documents),
        };
        let Some(operation) = done else {
            assert_eq!(self.store().state_hash().unwrap(), before);
            return;
        };
        self.standing.insert(operation);
        self.decisions.insert(operation);
        self.effects.insert(operation, vec![(operation, true)]);
    }

    fn undo_any(&mut self, operation: &Index, with_dependents: bool) {
        // The creation of the workspace and an unknown number among them.
        let last = self.effects.keys().next_back().map_or(2, |last| last.0 + 2);
        let operation = OperationId(i64::try_from(operation.index(usize::try_from(last).unwrap())).unwrap() + 1);
        self.undo(operation, with_dependents);
    }

    fn undo(&mut self, operation: OperationId, with_dependents: bool) {
        let before = self.store().facts_hash().unwrap();
        let journal = self.store().journal(usize::MAX).unwrap().len();
        let undone = match with_dependents {
            true => self.store_mut().undo_with_dependents(operation, NOW),
            false => self.store_mut().undo(operation, NOW),
        };
        let undone = match undone {
            Ok(undone) => undone,
            Err(StoreError::UndoRefused { depends, .. }) => {
                assert!(!with_dependents && depends.iter().all(|later| self.standing.contains(&later.operation)));
                assert!(depends.iter().all(|later| later.operation > operation));
                assert_eq!(self.store().journal(usize::MAX).unwrap().len(), journal);
                return;
            }
            Err(StoreError::NotUndoable { .. }) => {
                assert!(!self.standing.contains(&operation), "an import that stands can be undone");
                assert_eq!(self.store().journal(usize::MAX).unwrap().len(), journal);
                return;
            }
            Err(other) => panic!("{other:?}"),
        };
        assert!(undone.changes.facts || before == self.store().facts_hash().unwrap());
        let effects = undone.undone.iter().flat_map(|operation| self.effects[operation].clone());
        let effect: Effect = effects.map(|(operation, added)| (operation, !added)).collect();
        for (operation, added) in &effect {
            let news = if *added { self.standing.insert(*operation) } else { self.standing.remove(operation) };
            assert!(news, "{operation:?}");
        }
        self.effects.insert(undone.operation, effect);
        let bad = self.store().connection.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap();
        assert!(!bad);
    }

    /// As long as nothing was ambiguous, what stands is what a new workspace makes of the same imports.
    fn check_from_scratch(mut self) {
        let Some(brought) = self.brought.take() else {
            assert!(!self.certain);
            return;
        };
        let decided: Vec<OperationId> = self.standing.intersection(&self.decisions).copied().collect();
        decided.into_iter().rev().for_each(|decision| self.undo(decision, false));
        assert!(self.standing.is_disjoint(&self.decisions), "a decision nothing rests on can be undone");
        let state = self.store().state_hash().unwrap();
        let standing = std::mem::take(&mut self.standing);
        self.workspace = Some(workspace(&self.place.with_extension("anew")));
        self.hurry();
        for operation in &standing {
            self.last.clone_from(&brought[operation]);
            self.apply(&self.plan(&Choices::new()));
        }
        assert_eq!(self.store().state_hash().unwrap(), state);
    }
}

/// The rows to ask about, with the persons they could be about.
fn ambiguous(plan: &Plan) -> Vec<(crate::RowPlace, Vec<Choice>)> {
    let rows = plan.rows().filter(|(_, decision, _)| decision.outcome == RowOutcome::Ambiguous);
    rows.map(|(place, decision, _)| (place, decision.candidates.iter().map(|one| one.choice).collect())).collect()
}

fn config() -> ProptestConfig {
    let cases = std::env::var("GUICHET_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    let rng_seed = RngSeed::Fixed(4);
    ProptestConfig { cases, rng_seed, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_done_the_imports_that_stand_are_what_the_workspace_holds(
        certain in any::<bool>(),
        steps in steps(),
    ) {
        let mut trial = Trial::new(certain);
        for step in &steps {
            trial.step(step);
        }
        trial.check_from_scratch();
    }
}
