use super::standing::{Dependent, NotUndoable, Standing};
use crate::Workspace;
use crate::error::Result;
use crate::import::FileCounts;
use crate::journal::JournalEntry;
use crate::transact::OperationId;

/// One operation of the workspace's history.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryEntry {
    /// Who did what, and when.
    pub entry: JournalEntry,
    /// For an import, the counts per file and kind of sheet.
    pub counts: Vec<FileCounts>,
    /// For an undo, the operations it undid, the newest first.
    pub undid: Vec<OperationId>,
    /// What undid it; nothing while it stands.
    pub undone_by: Option<OperationId>,
    /// Why it cannot be undone; nothing when it can, alone or together with what rests on it.
    pub obstacle: Option<NotUndoable>,
    /// The later imports that rest on it and are to be undone first, the newest first.
    pub depends: Vec<Dependent>,
}

impl Workspace {
    /// Everything that was done to the workspace, the newest first, with what can be undone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn history(&self) -> Result<Vec<HistoryEntry>> {
        let standing = Standing::load(&self.connection)?;
        Ok(standing.entries.values().rev().map(|entry| line(&standing, entry)).collect())
    }
}

fn line(standing: &Standing, entry: &JournalEntry) -> HistoryEntry {
    let operation = entry.operation;
    let list = |name: &str| entry.summary.get(name).cloned().unwrap_or_default();
    let undid: Vec<i64> = serde_json::from_value(list("undone")).unwrap_or_default();
    let undone_by = standing.undone.get(&operation.0).copied();
    HistoryEntry {
        entry: entry.clone(),
        counts: serde_json::from_value(list("files")).unwrap_or_default(),
        undid: undid.into_iter().map(OperationId).collect(),
        undone_by,
        obstacle: standing.obstacle(operation),
        depends: if undone_by.is_some() { Vec::new() } else { standing.dependents(operation) },
    }
}
