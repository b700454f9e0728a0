//! Undoing imports: an operation's changes are taken back as they were recorded, unless something rests on them.

use super::recorder::take_back;
use super::standing::{NotUndoable, Standing};
use crate::Workspace;
use crate::error::{Result, StoreError};
use crate::sources::kind_is_given;
use crate::transact::{Changes, OperationId, OperationKind, Tx};
use guichet_model::{Instant, SheetKind};
use rusqlite::Connection;
use serde_json::json;

/// What an undo did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// Its entry in the journal. It can itself be undone as long as nothing follows it.
    pub operation: OperationId,
    /// What it changed. When facts changed, findings must be computed again.
    pub changes: Changes,
    /// The operations whose changes were taken back, the newest first.
    pub undone: Vec<OperationId>,
    /// The words the journal shows for them.
    pub label: String,
}

impl Workspace {
    /// Undoes one import, in one transaction: the workspace is then as if it had not been made. An undo that nothing
    /// followed can be undone the same way.
    ///
    /// # Errors
    /// [`StoreError::UndoRefused`] when later imports rest on it, with their list; [`StoreError::NotUndoable`] when
    /// there is nothing to undo or nothing was kept for it. The workspace is then as it was.
    pub fn undo(&mut self, operation: OperationId, now: Instant) -> Result<Undone> {
        let standing = Standing::load(&self.connection)?;
        standing.check(operation)?;
        let depends = standing.dependents(operation);
        if depends.is_empty() {
            return self.take_back(&standing, operation, &[], now);
        }
        Err(standing.refusal(operation, depends))
    }

    /// Undoes one import and every later one that rests on it, the newest first, in one transaction.
    ///
    /// # Errors
    /// [`StoreError::NotUndoable`] when one of them cannot be undone. The workspace is then as it was.
    pub fn undo_with_dependents(&mut self, operation: OperationId, now: Instant) -> Result<Undone> {
        let standing = Standing::load(&self.connection)?;
        standing.check(operation)?;
        let dependents: Vec<OperationId> =
            standing.dependents(operation).iter().map(|dependent| dependent.operation).collect();
        for dependent in &dependents {
            standing.check(*dependent)?;
        }
        self.take_back(&standing, operation, &dependents, now)
    }

    /// Takes an operation back, after what rests on it, the newest first.
    fn take_back(
        &mut self,
        standing: &Standing,
        operation: OperationId,
        dependents: &[OperationId],
        now: Instant,
    ) -> Result<Undone> {
        let operations: Vec<OperationId> = dependents.iter().copied().chain([operation]).collect();
        let label = standing.label_of(&operations);
        // References are checked whole at the end: row by row, each row of a source would be looked for in every fact.
        self.connection.pragma_update(None, "foreign_keys", false)?;
        let done = self.transact(OperationKind::Undo, &label, now, |tx| {
            let kinds = kinds(tx)?;
            for taken in &operations {
                if !take_back(tx, *taken)? {
                    return Err(standing.conflict(operation, dependents));
                }
                mark_undone(tx, *taken)?;
            }
            forget_vanished_files(tx)?;
            if leads_nowhere(tx)? {
                return Err(standing.conflict(operation, dependents));
            }
            if standing.changed_facts(&operations) || self::kinds(tx)? != kinds {
                tx.mark_facts();
            }
            let undone: Vec<i64> = operations.iter().map(|operation| operation.0).collect();
            let mut summary = json!({ "undone": undone });
            if let Some(of) = standing.told(&operations) {
                summary["of"] = of;
            }
            tx.summarise(summary);
            Ok(())
        });
        self.connection.pragma_update(None, "foreign_keys", true)?;
        let ((), operation, changes) = done?;
        Ok(Undone { operation, changes, undone: operations, label })
    }
}

/// Notes that an operation's changes stand no more.
fn mark_undone(tx: &Tx<'_>, operation: OperationId) -> Result<()> {
    tx.execute("INSERT INTO undone (operation, undone_by) VALUES (?1, ?2)", [operation.0, tx.operation().0])?;
    Ok(())
}

/// Findings are not recorded: those of files that are no more go with them.
fn forget_vanished_files(tx: &Tx<'_>) -> Result<()> {
    Ok(tx.execute_batch(
        "DELETE FROM finding WHERE registration NOT IN (SELECT id FROM registration);
         DELETE FROM file_state WHERE registration NOT IN (SELECT id FROM registration);",
    )?)
}

/// Whether some row refers to one that is not there.
fn leads_nowhere(connection: &Connection) -> Result<bool> {
    Ok(connection.prepare("PRAGMA foreign_key_check")?.exists([])?)
}

/// The kinds of sheet imported: rules tell "no such sheet was given" from "the sheet has no such row".
fn kinds(connection: &Connection) -> Result<Vec<SheetKind>> {
    let given = |kind: &SheetKind| kind_is_given(connection, *kind).map(|given| given.then_some(*kind));
    Ok(SheetKind::ALL.iter().filter_map(|kind| given(kind).transpose()).collect::<rusqlite::Result<_>>()?)
}

impl Standing {
    /// Why an operation cannot be taken back although nothing known rests on it but what goes with it: something later
    /// changed the same rows. Undoing everything later first always works.
    fn conflict(&self, operation: OperationId, dependents: &[OperationId]) -> StoreError {
        let later = self.later_than(operation, dependents);
        if later.is_empty() {
            return StoreError::NotUndoable { operation, reason: NotUndoable::Altered };
        }
        self.refusal(operation, later)
    }
}
