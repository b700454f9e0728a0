//! Undoing an operation by its number.

use super::summary;
use crate::app::App;
use crate::desk::take_back;
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
    let task = app.begin_change()?;
    app.keep_safe_beside(BackupReason::BeforeUndo, &task.watch_to_the_end())?;
    let undone = app.beside(|twin| take_back(twin, OperationId(args.operation), args.with_dependents))?;
    Ok(UndoDone { label: undone.label, summary: summary::judged(app, &task.watch_to_the_end())? })
}
