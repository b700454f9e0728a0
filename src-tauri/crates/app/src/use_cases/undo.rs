//! Undoing an operation by its number.

use super::summary;
use crate::app::{App, NEVER};
use crate::failure::AppError;
use crate::wire::UndoDone;
use guichet_store::{BackupReason, OperationId};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct UndoArguments {
    operation: i64,
    /// Whether the later imports that rest on it are undone before it.
    #[serde(default)]
    with_dependents: bool,
}

/// Undoes an operation, judges again every file it reached, and makes the plan of the import under way again.
pub(crate) fn undo(app: &App, args: UndoArguments) -> Result<UndoDone, AppError> {
    let _task = app.begin_task()?;
    let mut state = app.state();
    state.keep_safe(BackupReason::BeforeUndo);
    let undone = state.desk()?.undo(OperationId(args.operation), args.with_dependents)?;
    state.close_views();
    state.plan_again(&NEVER)?;
    Ok(UndoDone { label: undone.label, summary: summary::of_state(&mut state)? })
}
