use super::choices::Choice;
use super::plan::{FileCounts, PersonRef, Plan, RowOutcome, RowPlace, SheetPlan};
use crate::Workspace;
use crate::content::{ContentHash, Layout};
use crate::error::{Result, StoreError, unreadable};
use crate::facts::{
    Fact, Keeper, PERSON, Writer, add_known_ine, insert_control_result, insert_person, persons, revise_person,
};
use crate::sources::{KeptSheet, keep_row, keep_sheet, kind_is_given, kind_of, stored_row};
use crate::transact::{Changes, OperationId, OperationKind, Tx, facts_head};
use guichet_model::{
    Certificate, Document, Identity, Instant, PastRegistration, Registration, Request, SheetKind, TypedRow,
};
use rusqlite::params;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::atomic::{AtomicBool, Ordering};

/// Rows kept on either side of a row that brings something, so that it can be shown in its place.
const CONTEXT: usize = 4;
/// Rows after which somebody is told how far an import is, or can stop it.
const ROWS_A_STEP: usize = 512;

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Its entry in the journal.
    pub operation: OperationId,
    /// What it changed. An import of known rows changes nothing.
    pub changes: Changes,
    /// The counts per file, those of the plan.
    pub counts: Vec<FileCounts>,
}

impl Workspace {
    /// Does exactly what a plan says, in one transaction. `label` is what the journal shows for it; `progress` is told
    /// now and then how many rows of how many are done; once `cancel` is set, nothing is done at all.
    ///
    /// # Errors
    /// [`StoreError::PlanOutdated`] when facts changed since the plan was made, or the plan was altered;
    /// [`StoreError::Cancelled`]. On any error the workspace is as it was.
    pub fn apply(
        &mut self,
        plan: &Plan,
        now: Instant,
        label: &str,
        progress: &mut dyn FnMut(usize, usize),
        cancel: &AtomicBool,
    ) -> Result<Applied> {
        self.apply_as(OperationKind::Import, plan, now, label, progress, cancel)
    }

    /// The same, as an operation of a kind.
    pub(crate) fn apply_as(
        &mut self,
        kind: OperationKind,
        plan: &Plan,
        now: Instant,
        label: &str,
        progress: &mut dyn FnMut(usize, usize),
        cancel: &AtomicBool,
    ) -> Result<Applied> {
        let (counts, operation, changes) = self.transact(kind, label, now, |tx| {
            if plan.fingerprint_on(&facts_head(tx)?) != plan.fingerprint {
                return Err(StoreError::PlanOutdated);
            }
            let mut steps = Steps { done: 0, total: plan.len(), progress, cancel };
            execute(tx, plan, &mut steps)?;
            steps.check()?;
            let counts = plan.counts();
            tx.summarise(summary(plan, &counts));
            Ok(counts)
        })?;
        Ok(Applied { operation, changes, counts })
    }
}

/// What the journal keeps of an import, besides its label: the plan's name, the counts, and what a person decided.
fn summary(plan: &Plan, counts: &[FileCounts]) -> Value {
    let choices: Vec<Value> = plan
        .chosen()
        .filter(|_| !plan.is_by_hand())
        .map(|(file, sheet, row, choice)| {
            let person = if let Choice::Person(id) = choice { Some(id.0) } else { None };
            let (file, sheet) = (file.name.as_str(), sheet.input.sheet.name.as_str());
            json!({ "file": file, "sheet": sheet, "row": row, "choice": choice.as_str(), "person": person })
        })
        .collect();
    let mut summary = json!({ "fingerprint": plan.fingerprint, "files": counts });
    if !choices.is_empty() {
        summary["choices"] = Value::Array(choices);
    }
    summary
}

/// How far applying a plan is.
pub(super) struct Steps<'p> {
    pub(super) done: usize,
    pub(super) total: usize,
    pub(super) progress: &'p mut dyn FnMut(usize, usize),
    pub(super) cancel: &'p AtomicBool,
}

impl Steps<'_> {
    /// One more row is done.
    fn step(&mut self) -> Result<()> {
        self.done += 1;
        if self.done.is_multiple_of(ROWS_A_STEP) || self.done == self.total {
            self.check()?;
            (self.progress)(self.done, self.total);
        }
        Ok(())
    }

    fn check(&self) -> Result<()> {
        if self.cancel.load(Ordering::Relaxed) { Err(StoreError::Cancelled) } else { Ok(()) }
    }
}

pub(super) fn execute(tx: &Tx<'_>, plan: &Plan, steps: &mut Steps<'_>) -> Result<()> {
    let mut made = Made {
        persons: HashMap::with_capacity(plan.fresh.len()),
        revising: plan.revised.iter().map(|(_, at)| *at).collect(),
        rests_on: plan.rests_on.clone(),
    };
    for kind in SheetKind::ALL {
        match kind {
            SheetKind::Roster => take::<Registration>(tx, plan, *kind, &mut made, steps)?,
            SheetKind::History => take::<PastRegistration>(tx, plan, *kind, &mut made, steps)?,
            SheetKind::Certificates => take::<Certificate>(tx, plan, *kind, &mut made, steps)?,
            SheetKind::Documents => take::<Document>(tx, plan, *kind, &mut made, steps)?,
            SheetKind::Requests => take::<Request>(tx, plan, *kind, &mut made, steps)?,
            SheetKind::CvecStates => {
                for_each_row(tx, plan, *kind, &mut made, steps, |_, at, source| {
                    Ok(insert_control_result(tx, source, plan.row(at))?)
                })?;
            }
        }
    }
    if plan.changes_facts() {
        tx.mark_facts();
        keep_learned(tx, plan, &made)?;
        // What is entered by hand makes nobody known: rows that wait still do.
        if !plan.is_by_hand() {
            remember_left_out(tx, plan)?;
        }
    }
    made.keep_rests(tx)
}

/// Keeps the Ines by which persons can be recognised besides the one of their identity.
fn keep_learned(tx: &Tx<'_>, plan: &Plan, made: &Made) -> Result<()> {
    let mut own = tx.prepare("SELECT EXISTS (SELECT 1 FROM person WHERE id = ?1 AND ine = ?2)")?;
    for (person, ine) in &plan.learned {
        let person = match person {
            PersonRef::Known(id) => Some(id.0),
            PersonRef::Fresh(rank) => made.persons.get(rank).copied(),
        };
        let Some(person) = person else { continue };
        if !own.query_row(params![person, ine.as_str()], |row| row.get(0))? {
            add_known_ine(tx, person, ine)?;
        }
    }
    Ok(())
}

/// Keeps the rows an import on facts left out: see `known::left_out`.
fn remember_left_out(tx: &Tx<'_>, plan: &Plan) -> Result<()> {
    let mut insert = tx.prepare("INSERT OR IGNORE INTO left_out (content, operation) VALUES (?1, ?2)")?;
    let nothing: &[u8] = &[];
    insert.execute(params![nothing, tx.operation().0])?;
    for sheet in plan.files.iter().flat_map(|file| &file.sheets) {
        let rows = sheet.decisions.iter().zip(&sheet.hashes);
        for (_, content) in rows.filter(|(row, _)| row.outcome.waits()) {
            insert.execute(params![content, tx.operation().0])?;
        }
    }
    Ok(())
}

/// What became of a plan so far.
struct Made {
    /// Row ids of the persons made, by their rank in the plan.
    persons: HashMap<usize, i64>,
    /// The rows from which a person's identity is read again.
    revising: HashSet<RowPlace>,
    /// By how many rows the import rests on earlier operations.
    rests_on: BTreeMap<i64, usize>,
}

impl Made {
    /// The person of a rank, made when the first row about them is met: a person may have said of an earlier row that
    /// it is about somebody whom a later one makes known.
    fn person(&mut self, tx: &Tx<'_>, plan: &Plan, rank: usize, (at, source): (RowPlace, i64)) -> Result<i64> {
        if let Some(id) = self.persons.get(&rank) {
            return Ok(*id);
        }
        let maker = *plan.fresh.get(rank).ok_or_else(|| unreadable("plan.persons"))?;
        let id = insert_person(tx, &Identity::from_row(plan.row(maker)), source)?;
        if maker != at {
            self.revising.insert(maker);
        }
        self.persons.insert(rank, id);
        Ok(id)
    }

    /// Notes that something stored by an earlier operation is used again.
    fn rest_on(&mut self, operation: i64) {
        self.rests_on.entry(operation).or_default();
    }

    fn keep_rests(&self, tx: &Tx<'_>) -> Result<()> {
        let mut insert = tx.prepare("INSERT INTO rests_on (operation, earlier, rows) VALUES (?1, ?2, ?3)")?;
        for (earlier, rows) in self.rests_on.iter().filter(|(earlier, _)| **earlier != tx.operation().0) {
            insert.execute(params![tx.operation().0, earlier, i64::try_from(*rows).unwrap_or(i64::MAX)])?;
        }
        Ok(())
    }
}

fn take<F: Fact>(tx: &Tx<'_>, plan: &Plan, kind: SheetKind, made: &mut Made, steps: &mut Steps<'_>) -> Result<()> {
    let mut writer = Writer::<F>::new(tx)?;
    let mut keeper = Keeper::new(tx, PERSON);
    for_each_row(tx, plan, kind, made, steps, |made, at, source| {
        let row = plan.row(at);
        let decision = &plan.files[at.file].sheets[at.sheet].decisions[at.row];
        let person = match decision.person {
            Some(PersonRef::Known(id)) => id.0,
            Some(PersonRef::Fresh(rank)) => made.person(tx, plan, rank, (at, source))?,
            None => return Ok(()),
        };
        if made.revising.remove(&at) {
            let is_known = decision.person.and_then(PersonRef::known).is_some();
            revise(tx, person, row, source, is_known.then_some(&mut keeper))?;
        }
        match decision.outcome {
            RowOutcome::New => writer.insert(person, source, row).map(|_| ())?,
            RowOutcome::Changed(id) => writer.update(id, person, source, row)?,
            RowOutcome::Same
            | RowOutcome::Ambiguous
            | RowOutcome::Skipped
            | RowOutcome::Unplaced
            | RowOutcome::LeftOut => {}
        }
        Ok(())
    })
}

/// Keeps the sheets of a kind with the rows that bring something and their neighbours, and hands over the former
/// with their row ids.
fn for_each_row(
    tx: &Tx<'_>,
    plan: &Plan,
    kind: SheetKind,
    made: &mut Made,
    steps: &mut Steps<'_>,
    mut work: impl FnMut(&mut Made, RowPlace, i64) -> Result<()>,
) -> Result<()> {
    for (file, files) in plan.files.iter().enumerate() {
        for (sheet, sheets) in files.sheets.iter().enumerate().filter(|(_, sheet)| sheet.input.sheet.kind == kind) {
            if !sheets.input.sheet.is_by_hand() && kind_is_unknown(tx, kind)? {
                // Rules tell "no such sheet was given" from "the sheet has no such row".
                tx.mark_facts();
            }
            let kept = keep_sheet(tx, &sheets.input.sheet, sheets.input.rows.len())?;
            kept.operations.iter().for_each(|operation| made.rest_on(*operation));
            let layout = Layout::of(&sheets.input.sheet);
            let near = near_taken(sheets);
            for (row, is_near) in near.into_iter().enumerate() {
                steps.step()?;
                if !is_near {
                    continue;
                }
                let is_taken = sheets.decisions[row].outcome.is_taken();
                let source = keep(tx, &kept, &layout, (&sheets.input.rows[row], &sheets.hashes[row], is_taken), made)?;
                if is_taken {
                    work(made, RowPlace { file, sheet, row }, source)?;
                }
            }
        }
    }
    Ok(())
}

/// Keeps a row of a sheet. A neighbour that is stored as it stands is left alone.
fn keep(
    tx: &Tx<'_>,
    sheet: &KeptSheet,
    layout: &Layout,
    (row, content, is_taken): (&TypedRow, &ContentHash, bool),
    made: &mut Made,
) -> Result<i64> {
    let cells = layout.pack(row);
    if sheet.known
        && let Some((id, operation, says_the_same)) = stored_row(tx, sheet.id, row, (&cells, content))?
    {
        operation.into_iter().for_each(|operation| made.rest_on(operation));
        if says_the_same && !is_taken {
            return Ok(id);
        }
    }
    keep_row(tx, sheet.id, row, &cells, content)
}

fn kind_is_unknown(tx: &Tx<'_>, kind: SheetKind) -> Result<bool> {
    Ok(!kind_is_given(tx, kind)?)
}

/// Which rows bring something or lie near one that does.
fn near_taken(sheet: &SheetPlan) -> Vec<bool> {
    let mut near = vec![false; sheet.decisions.len()];
    for (row, _) in sheet.decisions.iter().enumerate().filter(|(_, decision)| decision.outcome.is_taken()) {
        let end = (row + CONTEXT + 1).min(near.len());
        near[row.saturating_sub(CONTEXT)..end].fill(true);
    }
    near
}

/// Reads a person's identity from another row. Of somebody known before, what the row's sheet has no column for stays, when
/// both are of one kind.
fn revise(tx: &Tx<'_>, person: i64, row: &TypedRow, source: i64, keeper: Option<&mut Keeper<'_>>) -> Result<()> {
    let mut identity = Identity::from_row(row);
    let before = persons(tx, Some(person))?.into_iter().next();
    if let Some((known, keeper)) = before.as_ref().zip(keeper) {
        if kind_of(tx, known.source)? == row.source.sheet.kind {
            identity = identity.keeping(&known.identity, &row.source.sheet);
            keeper.keep(person, source)?;
        } else {
            keeper.forget(person)?;
        }
    }
    let former = before.and_then(|known| known.identity.ine);
    if let Some(ine) = former.filter(|ine| identity.ine.as_ref() != Some(ine)) {
        add_known_ine(tx, person, &ine)?;
    }
    Ok(revise_person(tx, person, &identity, source)?)
}
