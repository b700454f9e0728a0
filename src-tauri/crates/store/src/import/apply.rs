use super::plan::{FileCounts, PersonRef, Plan, RowOutcome, RowPlace, SheetPlan};
use crate::Workspace;
use crate::content::Layout;
use crate::error::{Result, StoreError, unreadable};
use crate::facts::{Fact, Writer, add_known_ine, insert_control_result, insert_person, persons, revise_person};
use crate::sources::{keep_row, keep_sheet};
use crate::transact::{Changes, OperationId, OperationKind, Tx, facts_head};
use guichet_model::{
    Certificate, Document, Identity, Instant, PastRegistration, Registration, Request, SheetKind, TypedRow,
};
use rusqlite::params;
use serde_json::json;
use std::collections::HashMap;

/// Rows kept on either side of a row that brings something, so that it can be shown in its place.
const CONTEXT: usize = 4;

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
    /// Does exactly what a plan says, in one transaction. `label` is what the journal shows for it.
    ///
    /// # Errors
    /// [`StoreError::PlanOutdated`] when facts changed since the plan was made, or the plan was altered. On any
    /// error the workspace is as it was.
    pub fn apply(&mut self, plan: &Plan, now: Instant, label: &str) -> Result<Applied> {
        let (counts, operation, changes) = self.transact(OperationKind::Import, label, now, |tx| {
            if plan.fingerprint_on(&facts_head(tx)?) != plan.fingerprint {
                return Err(StoreError::PlanOutdated);
            }
            execute(tx, plan)?;
            let counts = plan.counts();
            tx.summarise(json!({ "fingerprint": plan.fingerprint, "files": counts }));
            Ok(counts)
        })?;
        Ok(Applied { operation, changes, counts })
    }
}

fn execute(tx: &Tx<'_>, plan: &Plan) -> Result<()> {
    let mut made = Made { persons: Vec::with_capacity(plan.fresh.len()), revising: HashMap::new() };
    for (person, at) in &plan.revised {
        made.revising.insert((at.file, at.sheet, at.row), person.0);
    }
    for kind in SheetKind::ALL {
        match kind {
            SheetKind::Roster => take::<Registration>(tx, plan, *kind, &mut made)?,
            SheetKind::History => take::<PastRegistration>(tx, plan, *kind, &mut made)?,
            SheetKind::Certificates => take::<Certificate>(tx, plan, *kind, &mut made)?,
            SheetKind::Documents => take::<Document>(tx, plan, *kind, &mut made)?,
            SheetKind::Requests => take::<Request>(tx, plan, *kind, &mut made)?,
            SheetKind::CvecStates => {
                for_each_row(tx, plan, *kind, |at, source| Ok(insert_control_result(tx, source, plan.row(at))?))?;
            }
        }
    }
    if plan.changes_facts() {
        tx.mark_facts();
        remember_left_out(tx, plan)?;
    }
    Ok(())
}

/// Keeps the ambiguous rows of an operation on facts: see `known::left_out`.
fn remember_left_out(tx: &Tx<'_>, plan: &Plan) -> Result<()> {
    tx.execute("DELETE FROM left_out", [])?;
    let mut insert = tx.prepare("INSERT OR IGNORE INTO left_out (content, operation) VALUES (?1, ?2)")?;
    for sheet in plan.files.iter().flat_map(|file| &file.sheets) {
        let rows = sheet.decisions.iter().zip(&sheet.hashes);
        for (_, content) in rows.filter(|(row, _)| row.outcome == RowOutcome::Ambiguous) {
            insert.execute(params![content, tx.operation().0])?;
        }
    }
    Ok(())
}

/// What the plan's persons became.
struct Made {
    /// Row ids of the persons made, by their rank in the plan.
    persons: Vec<i64>,
    /// Persons to revise, by the place of the row they are revised from.
    revising: HashMap<(usize, usize, usize), i64>,
}

fn take<F: Fact>(tx: &Tx<'_>, plan: &Plan, kind: SheetKind, made: &mut Made) -> Result<()> {
    let mut writer = Writer::<F>::new(tx)?;
    for_each_row(tx, plan, kind, |at, source| {
        let row = plan.row(at);
        let decision = &plan.files[at.file].sheets[at.sheet].decisions[at.row];
        let person = match decision.person {
            Some(PersonRef::Known(id)) => id.0,
            Some(PersonRef::Fresh(rank)) => {
                if plan.fresh.get(made.persons.len()) == Some(&at) {
                    made.persons.push(insert_person(tx, &Identity::from_row(row), source)?);
                }
                made.persons.get(rank).copied().ok_or_else(|| unreadable("plan.persons"))?
            }
            None => return Ok(()),
        };
        if let Some(person) = made.revising.remove(&(at.file, at.sheet, at.row)) {
            revise(tx, person, row, source)?;
        }
        match decision.outcome {
            RowOutcome::New => writer.insert(person, source, row).map(|_| ())?,
            RowOutcome::Changed(id) => writer.update(id, person, source, row)?,
            RowOutcome::Same | RowOutcome::Ambiguous | RowOutcome::Skipped => {}
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
    mut work: impl FnMut(RowPlace, i64) -> Result<()>,
) -> Result<()> {
    for (file, files) in plan.files.iter().enumerate() {
        for (sheet, sheets) in files.sheets.iter().enumerate().filter(|(_, sheet)| sheet.input.sheet.kind == kind) {
            if kind_is_unknown(tx, kind)? {
                // Rules tell "no such sheet was given" from "the sheet has no such row".
                tx.mark_facts();
            }
            let (id, _) = keep_sheet(tx, &sheets.input.sheet, sheets.input.rows.len())?;
            let layout = Layout::of(&sheets.input.sheet);
            let near = near_taken(sheets);
            for (row, typed) in sheets.input.rows.iter().enumerate().filter(|(row, _)| near[*row]) {
                let source = keep_row(tx, id, &layout, typed, &sheets.hashes[row])?;
                if sheets.decisions[row].outcome.is_taken() {
                    work(RowPlace { file, sheet, row }, source)?;
                }
            }
        }
    }
    Ok(())
}

fn kind_is_unknown(tx: &Tx<'_>, kind: SheetKind) -> Result<bool> {
    let known: bool =
        tx.query_row("SELECT EXISTS (SELECT 1 FROM source_sheet WHERE kind = ?1)", [kind.as_str()], |row| row.get(0))?;
    Ok(!known)
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

fn revise(tx: &Tx<'_>, person: i64, row: &TypedRow, source: i64) -> Result<()> {
    let identity = Identity::from_row(row);
    let before = persons(tx, Some(person))?.into_iter().find_map(|known| known.identity.ine);
    if let Some(ine) = before.filter(|ine| identity.ine.as_ref() != Some(ine)) {
        add_known_ine(tx, person, &ine)?;
    }
    Ok(revise_person(tx, person, &identity, source)?)
}
