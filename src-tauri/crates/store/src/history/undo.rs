//! Undoing imports: an operation's changes are taken back as they were recorded, unless something rests on them.

use super::recorder::take_back;
use super::standing::{Dependent, NotUndoable, Standing};
use crate::Workspace;
use crate::error::{Result, StoreError};
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
            return self.take_back(&standing, &[operation], now);
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
        let mut operations: Vec<OperationId> =
            standing.dependents(operation).iter().map(|dependent| dependent.operation).collect();
        for dependent in &operations {
            standing.check(*dependent)?;
        }
        operations.push(operation);
        self.take_back(&standing, &operations, now)
    }

    /// Takes operations back, the newest first.
    fn take_back(&mut self, standing: &Standing, operations: &[OperationId], now: Instant) -> Result<Undone> {
        let label = standing.label_of(operations);
        // References are checked whole at the end: row by row, each row of a source would be looked for in every fact.
        self.connection.pragma_update(None, "foreign_keys", false)?;
        let done = self.transact(OperationKind::Undo, &label, now, |tx| {
            let kinds = kinds(tx)?;
            for operation in operations {
                if !take_back(tx, *operation)? {
                    return Err(standing.conflict(operations));
                }
                mark_undone(tx, *operation)?;
            }
            forget_vanished_files(tx)?;
            if leads_nowhere(tx)? {
                return Err(standing.conflict(operations));
            }
            if standing.changed_facts(operations) || self::kinds(tx)? != kinds {
                tx.mark_facts();
            }
            let undone: Vec<i64> = operations.iter().map(|operation| operation.0).collect();
            tx.summarise(json!({ "undone": undone }));
            Ok(())
        });
        self.connection.pragma_update(None, "foreign_keys", true)?;
        let ((), operation, changes) = done?;
        Ok(Undone { operation, changes, undone: operations.to_vec(), label })
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
fn kinds(connection: &Connection) -> Result<Vec<String>> {
    let known = |kind: &SheetKind| -> rusqlite::Result<Option<String>> {
        let known =
            connection.prepare_cached("SELECT 1 FROM source_sheet WHERE kind = ?1 LIMIT 1")?.exists([kind.as_str()])?;
        Ok(known.then(|| kind.as_str().to_owned()))
    };
    Ok(SheetKind::ALL.iter().filter_map(|kind| known(kind).transpose()).collect::<rusqlite::Result<_>>()?)
}

impl Standing {
    /// Why operations cannot be taken back although nothing known rests on them: something later changed the same
    /// rows. Undoing everything later first always works.
    fn conflict(&self, operations: &[OperationId]) -> StoreError {
        let later: Vec<Dependent> = self.later_than(operations);
        match operations.last() {
            Some(operation) if !later.is_empty() => self.refusal(*operation, later),
            Some(operation) => StoreError::NotUndoable { operation: *operation, reason: NotUndoable::Altered },
            None => StoreError::PlanOutdated,
        }
    }
}
