use super::choices::Choice;
use super::plan::{FileCounts, PersonRef, Plan, RowOutcome, RowPlace};
use super::reunion::unite;
use crate::Workspace;
use crate::content::{ContentHash, Layout};
use crate::error::{Result, StoreError, unreadable};
use crate::facts::{
    Fact, From, Keeper, PERSON, Writer, add_known_ine, insert_control_result, insert_person, persons, revise_person,
};
use crate::sources::{KeptSheet, keep_row, keep_sheet, kind_is_given, kind_of, stored_row};
use crate::transact::{Changes, OperationId, OperationKind, Tx, facts_head};
use guichet_model::{
    Certificate, Document, Identity, Instant, MergedIdentity, PastRegistration, Registration, Request, SheetKind,
    TypedRow,
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
    let supports = plan.identities.values().chain(plan.revised.iter().map(|(_, rows)| rows)).flatten();
    let mut made = Made {
        persons: HashMap::with_capacity(plan.fresh.len()),
        supports: supports.chain(&plan.fresh).copied().collect(),
        sources: HashMap::new(),
        rests_on: plan.rests_on.clone(),
    };
    unite(tx, plan)?;
    for kind in SheetKind::ALL {
        keep_rows(tx, plan, *kind, &mut made, steps)?;
        make_persons(tx, plan, *kind, &mut made)?;
        match kind {
            SheetKind::Roster => take::<Registration>(tx, plan, *kind, &made)?,
            SheetKind::History => take::<PastRegistration>(tx, plan, *kind, &made)?,
            SheetKind::Certificates => take::<Certificate>(tx, plan, *kind, &made)?,
            SheetKind::Documents => take::<Document>(tx, plan, *kind, &made)?,
            SheetKind::Requests => take::<Request>(tx, plan, *kind, &made)?,
            SheetKind::CvecStates => {
                for (at, _) in taken(plan, *kind) {
                    insert_control_result(tx, made.source(at)?, plan.row(at))?;
                }
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
        let Ok(person) = made.person(*person) else { continue };
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
    /// The rows from which persons' identities are read.
    supports: HashSet<RowPlace>,
    /// Row ids of the rows kept of one kind.
    sources: HashMap<RowPlace, i64>,
    /// By how many rows the import rests on earlier operations.
    rests_on: BTreeMap<i64, usize>,
}

impl Made {
    /// The row id of a row that is kept.
    fn source(&self, at: RowPlace) -> Result<i64> {
        Ok(self.sources.get(&at).copied().ok_or_else(|| unreadable("plan.rows"))?)
    }

    fn sources(&self, rows: &[RowPlace]) -> Result<Vec<i64>> {
        rows.iter().map(|at| self.source(*at)).collect()
    }

    /// The row id of somebody.
    fn person(&self, person: PersonRef) -> Result<i64> {
        match person {
            PersonRef::Known(id) => Ok(id.0),
            PersonRef::Fresh(rank) => Ok(self.persons.get(&rank).copied().ok_or_else(|| unreadable("plan.persons"))?),
        }
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

/// Makes the persons whom rows of one kind name first, and gives known ones the identities that these rows state.
fn make_persons(tx: &Tx<'_>, plan: &Plan, kind: SheetKind, made: &mut Made) -> Result<()> {
    let is_of_kind = |at: &RowPlace| plan.row(*at).source.sheet.kind == kind;
    let mut keeper = Keeper::new(tx, PERSON);
    for (rank, maker) in plan.fresh.iter().enumerate().filter(|(_, at)| is_of_kind(at)) {
        let id = match plan.identities.get(&rank).and_then(|rows| Some((rows, merged_identity(plan, rows)?))) {
            Some((rows, merged)) => {
                let sources = made.sources(rows)?;
                let id = insert_person(tx, &merged.identity, sources[0])?;
                keeper.add(id, &sources[1..])?;
                id
            }
            None => insert_person(tx, &Identity::from_row(plan.row(*maker)), made.source(*maker)?)?,
        };
        made.persons.insert(rank, id);
    }
    for (person, rows) in plan.revised.iter().filter(|(_, rows)| rows.first().is_some_and(is_of_kind)) {
        let Some(merged) = merged_identity(plan, rows) else { continue };
        revise(tx, person.0, (kind, &merged), &made.sources(rows)?, &mut keeper)?;
    }
    Ok(())
}

/// Who somebody is, as rows state it, the first one first.
fn merged_identity(plan: &Plan, rows: &[RowPlace]) -> Option<MergedIdentity> {
    Identity::merged(&rows.iter().map(|at| plan.row(*at)).collect::<Vec<_>>())
}

/// The rows of one kind that bring something, those of one fact once: the first of them, and the one that decides.
fn taken(plan: &Plan, kind: SheetKind) -> Vec<(RowPlace, RowPlace)> {
    let joined: HashSet<RowPlace> = plan.joined.values().map(|rows| rows.primary).collect();
    let rows = plan.rows().filter(|(.., sheet)| sheet.input.sheet.kind == kind);
    let taken = rows.filter_map(|(at, row, _)| match plan.joined.get(&at) {
        Some(rows) => Some((at, rows.primary)),
        None => {
            (row.outcome.is_taken() && row.outcome != RowOutcome::Joined && !joined.contains(&at)).then_some((at, at))
        }
    });
    taken.collect()
}

fn take<F: Fact>(tx: &Tx<'_>, plan: &Plan, kind: SheetKind, made: &Made) -> Result<()> {
    let mut writer = Writer::<F>::new(tx)?;
    for (first, at) in taken(plan, kind) {
        let decision = &plan.files[at.file].sheets[at.sheet].decisions[at.row];
        let Some(person) = decision.person else { continue };
        let (person, joined) = (made.person(person)?, plan.joined.get(&first));
        let beside = joined.map_or(Ok(Vec::new()), |rows| made.sources(&rows.beside))?;
        let row = joined.map_or_else(|| plan.row(at), |rows| &rows.row);
        let from = From { row: made.source(at)?, beside: &beside, source: &row.source };
        match decision.outcome {
            RowOutcome::New => writer.insert(person, &from, row).map(|_| ())?,
            RowOutcome::Changed(id) => writer.update(id, person, &from, row)?,
            _ => {}
        }
    }
    Ok(())
}

/// Keeps the sheets of a kind with the rows that bring something and their neighbours.
fn keep_rows(tx: &Tx<'_>, plan: &Plan, kind: SheetKind, made: &mut Made, steps: &mut Steps<'_>) -> Result<()> {
    made.sources.clear();
    for (file, files) in plan.files.iter().enumerate() {
        for (sheet, sheets) in files.sheets.iter().enumerate().filter(|(_, sheet)| sheet.input.sheet.kind == kind) {
            if !sheets.input.sheet.is_by_hand() && kind_is_unknown(tx, kind)? {
                // Rules tell "no such sheet was given" from "the sheet has no such row".
                tx.mark_facts();
            }
            let kept = keep_sheet(tx, &sheets.input.sheet, sheets.input.rows.len())?;
            kept.operations.iter().for_each(|operation| made.rest_on(*operation));
            let layout = Layout::of(&sheets.input.sheet);
            let is_used: Vec<bool> = sheets
                .decisions
                .iter()
                .enumerate()
                .map(|(row, decision)| {
                    decision.outcome.is_taken() || made.supports.contains(&RowPlace { file, sheet, row })
                })
                .collect();
            for (row, is_near) in near(&is_used).into_iter().enumerate() {
                steps.step()?;
                if !is_near {
                    continue;
                }
                let input = (&sheets.input.rows[row], &sheets.hashes[row], is_used[row]);
                let source = keep(tx, &kept, &layout, input, made)?;
                if is_used[row] {
                    made.sources.insert(RowPlace { file, sheet, row }, source);
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

/// Which rows are used or lie near one that is.
fn near(is_used: &[bool]) -> Vec<bool> {
    let mut near = vec![false; is_used.len()];
    for (row, _) in is_used.iter().enumerate().filter(|(_, is_used)| **is_used) {
        let end = (row + CONTEXT + 1).min(near.len());
        near[row.saturating_sub(CONTEXT)..end].fill(true);
    }
    near
}

/// Reads a person's identity from other rows. Of somebody known before, what these leave as it was stays, when all are of
/// one kind.
fn revise(
    tx: &Tx<'_>,
    person: i64,
    (kind, merged): (SheetKind, &MergedIdentity),
    sources: &[i64],
    keeper: &mut Keeper<'_>,
) -> Result<()> {
    let mut identity = merged.identity.clone();
    let before = persons(tx, Some(person))?.into_iter().next();
    let (Some(source), beside) = (sources.first(), &sources[1..]) else { return Ok(()) };
    if let Some(known) = &before {
        if kind_of(tx, known.source)? == kind {
            let kept = keeper.keep(person, &From { row: *source, beside, source: &merged.source })?;
            identity = identity.keeping(&known.identity, &merged.source);
            if kept.together {
                identity.complete(&known.identity);
            }
        } else {
            keeper.forget(person)?;
            keeper.add(person, beside)?;
        }
    }
    let former = before.and_then(|known| known.identity.ine);
    if let Some(ine) = former.filter(|ine| identity.ine.as_ref() != Some(ine)) {
        add_known_ine(tx, person, &ine)?;
    }
    Ok(revise_person(tx, person, &identity, *source)?)
}
