//! The history of a workspace, and what is undone of it, from the command line.

use crate::access::Access;
use crate::desk::take_back;
use crate::failure::AppError;
use crate::watch::Watch;
use crate::words;
use guichet_model::{Arg, Language, Message};
use guichet_store::{BackupReason, OperationId, OperationKind, Role};
use serde_json::{Value, json};
use std::path::Path;

pub use guichet_store::{
    CopyVerdict, Dependent, FileCounts, HistoryEntry, JournalEntry, NotUndoable, TakenBack, Undone,
};

/// Everything done to a workspace, the newest first. Nothing is judged, nothing is written.
///
/// # Errors
/// [`AppError::Store`] when the workspace cannot be opened.
pub fn history(workspace: &Access) -> Result<Vec<HistoryEntry>, AppError> {
    Ok(workspace.look(Role::Read)?.workspace.history()?)
}

/// A copy of a workspace's journal, one JSON object a line, sealed by the last.
///
/// # Errors
/// [`AppError::Store`] when the workspace cannot be opened.
pub fn journal_copy(workspace: &Access) -> Result<String, AppError> {
    Ok(workspace.look(Role::Read)?.workspace.journal_copy()?)
}

/// Whether a file is a copy of a workspace's journal as the workspace gave it; with the sentence that says so.
///
/// # Errors
/// [`AppError::File`] when the file cannot be read as text, [`AppError::Store`] when the workspace cannot be opened.
pub fn check_journal_copy(workspace: &Access, copy: &Path) -> Result<(CopyVerdict, Message), AppError> {
    let text = std::fs::read_to_string(copy).map_err(AppError::file(copy))?;
    let verdict = workspace.look(Role::Read)?.workspace.check_journal_copy(&text)?;
    Ok((verdict, verdict.message()))
}

/// Undoes an operation of a workspace, with the later ones that rest on it when that is wanted, and judges the files
/// again. Beside what was undone, why no backup could be made before it.
///
/// # Errors
/// [`AppError::Store`] when it cannot be undone; the workspace is then as it was.
pub fn undo(workspace: &Access, operation: i64, with_dependents: bool) -> Result<(Undone, Option<AppError>), AppError> {
    let mut desk = workspace.look(Role::Enter)?;
    let backup_failure = desk.back_up(BackupReason::BeforeUndo);
    let undone = take_back(&mut desk.workspace, OperationId(operation), with_dependents)?;
    desk.judge_watched(&Watch::nobody())?;
    Ok((undone, backup_failure))
}

/// What was done, in words.
#[must_use]
pub fn told(entry: &JournalEntry) -> Message {
    let sentence = Message::new(format!("app-journal-{}", entry.kind.as_str()));
    match entry.kind {
        OperationKind::Import | OperationKind::Undo | OperationKind::Setting if entry.is_forgotten() => {
            Message::new(format!("app-journal-{}-forgotten", entry.kind.as_str()))
        }
        OperationKind::Purge => {
            let what = entry.summary.get("what").and_then(Value::as_str).unwrap_or("persons");
            Message::new(format!("app-journal-purge-{what}")).with("label", entry.label.as_str())
        }
        // A setting's name is its key; people read its word.
        OperationKind::Setting => {
            sentence.with("label", Message::new(format!("app-setting-{}", entry.label.replace('_', "-"))))
        }
        OperationKind::Undo => match undone(&entry.summary) {
            Some(of) => Message::new("app-journal-undo-of").with("what", Arg::List(of)),
            None => sentence.with("label", entry.label.as_str()),
        },
        _ => sentence.with("label", entry.label.as_str()),
    }
}

/// What an undo took back, in words, unless all of it was imports.
fn undone(summary: &Value) -> Option<Vec<Arg>> {
    let told = |of: &Value| {
        let (kind, label) = (of.get("kind")?.as_str()?, of.get("label")?.as_str()?);
        Some(Arg::from(Message::new(format!("app-journal-{kind}")).with("label", label)))
    };
    summary.get("of")?.as_array()?.iter().map(told).collect()
}

/// The JSON of `history`: an outward contract, changed only by adding.
#[must_use]
pub fn history_json(history: &[HistoryEntry], language: Language) -> Value {
    let operations: Vec<Value> = history.iter().map(|line| line_json(line, language)).collect();
    json!({ "operations": operations })
}

fn line_json(line: &HistoryEntry, language: Language) -> Value {
    let entry = &line.entry;
    let depends: Vec<Value> = line
        .depends
        .iter()
        .map(
            |dependent| json!({ "operation": dependent.operation.0, "label": dependent.label, "rows": dependent.rows }),
        )
        .collect();
    let undoable = match (line.undone_by, line.obstacle) {
        (Some(_), _) => "undone",
        (None, Some(_)) => "no",
        (None, None) => "yes",
    };
    json!({
        "operation": entry.operation.0, "at": entry.at, "who": entry.who, "kind": entry.kind.as_str(),
        "seal": entry.seal, "label": entry.label, "files": line.counts, "taken_back": entry.taken_back(),
        "undid": line.undid.iter().map(|operation| operation.0).collect::<Vec<_>>(),
        "undoable": undoable, "undone_by": line.undone_by.map(|operation| operation.0),
        "why": line.obstacle.map(|why| words::say(language, &why.message())), "depends": depends,
    })
}

/// The JSON of `undo`: an outward contract, changed only by adding.
#[must_use]
pub fn undo_json(undone: &Undone) -> Value {
    json!({
        "operation": undone.operation.0,
        "undone": undone.undone.iter().map(|operation| operation.0).collect::<Vec<_>>(),
        "label": undone.label,
    })
}
