//! Which operations stand, and which rest on which.

use crate::connection::schema_known;
use crate::error::{Result, StoreError};
use crate::journal::{JournalEntry, entries};
use crate::transact::{OperationId, OperationKind};
use guichet_model::Message;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// An import that rests on another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependent {
    /// The later import.
    pub operation: OperationId,
    /// The words the journal shows for it: its files.
    pub label: String,
    /// How many of its rows say again, replace or are attached to what the other wrote; when it rests on it by way of
    /// another import only, how many rest on that one.
    pub rows: usize,
}

impl Dependent {
    /// Its number and files.
    pub(crate) fn words(&self) -> String {
        format!("{} ({})", self.operation.0, self.label)
    }

    /// The sentence: which import rests on the one to undo, and by how many rows.
    #[must_use]
    pub fn message(&self) -> Message {
        Message::new("undo-dependent")
            .with("operation", self.operation.0.to_string())
            .with("label", self.label.as_str())
            .with("rows", self.rows)
    }
}

/// Why an operation cannot be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotUndoable {
    /// No operation has this number.
    Unknown,
    /// It is one of those that change no data: a creation, a setting.
    NotAnImport,
    /// It put a backup back: another backup, made just before, is to be put back.
    Restored,
    /// It is undone already, by this operation.
    Undone(OperationId),
    /// It was made by a version that kept nothing to undo it with.
    NothingKept,
    /// A purge took away what was kept.
    Purged,
    /// What was kept fits an older form of the workspace.
    Sealed,
    /// It undid imports, and others were made or undone since.
    Followed,
    /// The rows it wrote are not those it wrote any more, although nothing later is known to have changed them.
    Altered,
}

impl NotUndoable {
    /// The sentence: why, and what can be done instead.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Unknown => Message::new("undo-not-unknown"),
            Self::NotAnImport => Message::new("undo-not-an-import"),
            Self::Restored => Message::new("undo-not-restored"),
            Self::Undone(by) => Message::new("undo-not-twice").with("by", by.0.to_string()),
            Self::NothingKept => Message::new("undo-not-kept"),
            Self::Purged => Message::new("undo-not-purged"),
            Self::Sealed => Message::new("undo-not-sealed"),
            Self::Followed => Message::new("undo-not-followed"),
            Self::Altered => Message::new("undo-not-altered"),
        }
    }
}

/// What is undone, and by which operation. An undoing that is itself undone counts no more, so the newest come first.
pub(crate) fn undone(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, OperationId>> {
    let mut undone = BTreeMap::new();
    let mut statement = connection.prepare("SELECT operation, undone_by FROM undone ORDER BY undone_by DESC")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let by: i64 = row.get(1)?;
        if !undone.contains_key(&by) {
            undone.entry(row.get(0)?).or_insert(OperationId(by));
        }
    }
    Ok(undone)
}

/// Every operation, with what stands of it.
pub(crate) struct Standing {
    /// The journal, oldest first.
    pub(crate) entries: BTreeMap<i64, JournalEntry>,
    /// What is undone, and by what.
    pub(crate) undone: BTreeMap<i64, OperationId>,
    /// The schema of what is kept to undo each.
    schemas: BTreeMap<i64, i64>,
    /// For each operation, the earlier ones it rests on and by how many rows.
    rests_on: BTreeMap<i64, Vec<(i64, usize)>>,
}

impl Standing {
    pub(crate) fn load(connection: &Connection) -> Result<Self> {
        let entries = entries(connection, usize::MAX)?.into_iter().map(|entry| (entry.operation.0, entry)).collect();
        let mut rests_on: BTreeMap<i64, Vec<(i64, usize)>> = BTreeMap::new();
        let mut statement = connection.prepare("SELECT operation, earlier, rows FROM rests_on")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let count = usize::try_from(row.get::<_, i64>(2)?).unwrap_or_default();
            rests_on.entry(row.get(0)?).or_default().push((row.get(1)?, count));
        }
        let schemas = connection
            .prepare("SELECT operation, schema FROM undo")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(Self { entries, undone: undone(connection)?, schemas, rests_on })
    }

    /// Why an operation cannot be undone, whatever rests on it.
    pub(crate) fn obstacle(&self, operation: OperationId) -> Option<NotUndoable> {
        let Some(entry) = self.entries.get(&operation.0) else { return Some(NotUndoable::Unknown) };
        if entry.kind == OperationKind::Restore {
            return Some(NotUndoable::Restored);
        }
        if !entry.kind.is_recorded() {
            return Some(NotUndoable::NotAnImport);
        }
        if let Some(by) = self.undone.get(&operation.0) {
            return Some(NotUndoable::Undone(*by));
        }
        match self.schemas.get(&operation.0) {
            None => {
                let later = self.entries.range(operation.0 + 1..);
                let purged = later.into_iter().any(|(_, later)| later.kind == OperationKind::Purge);
                return Some(if purged { NotUndoable::Purged } else { NotUndoable::NothingKept });
            }
            Some(schema) if *schema != schema_known() => return Some(NotUndoable::Sealed),
            Some(_) => {}
        }
        let followed = self.entries.range(operation.0 + 1..).any(|(_, later)| later.kind.is_recorded());
        (entry.kind == OperationKind::Undo && followed).then_some(NotUndoable::Followed)
    }

    pub(crate) fn check(&self, operation: OperationId) -> Result<()> {
        match self.obstacle(operation) {
            Some(reason) => Err(StoreError::NotUndoable { operation, reason }),
            None => Ok(()),
        }
    }

    /// The imports that stand and rest on one, directly or by way of another; the newest first.
    pub(crate) fn dependents(&self, operation: OperationId) -> Vec<Dependent> {
        let mut shaken = BTreeSet::from([operation.0]);
        let mut found = Vec::new();
        for (later, earlier) in self.rests_on.range(operation.0 + 1..) {
            let Some(entry) = self.entries.get(later).filter(|_| !self.undone.contains_key(later)) else { continue };
            let direct = earlier.iter().find(|(on, _)| *on == operation.0).map(|(_, rows)| *rows);
            let indirect = earlier.iter().filter(|(on, _)| shaken.contains(on)).map(|(_, rows)| *rows).max();
            if let Some(rows) = direct.or(indirect) {
                shaken.insert(*later);
                found.push(Dependent { operation: entry.operation, label: entry.label.clone(), rows });
            }
        }
        found.reverse();
        found
    }

    /// Every later operation that stands and is not among the dependents; the newest first.
    pub(crate) fn later_than(&self, operation: OperationId, dependents: &[OperationId]) -> Vec<Dependent> {
        let stands = |entry: &&JournalEntry| {
            let own = entry.operation;
            entry.kind.is_recorded()
                && entry.kind != OperationKind::Undo
                && !self.undone.contains_key(&own.0)
                && !dependents.contains(&own)
        };
        let later = self.entries.range(operation.0 + 1..).rev().map(|(_, entry)| entry).filter(stands);
        later.map(|entry| Dependent { operation: entry.operation, label: entry.label.clone(), rows: 0 }).collect()
    }

    pub(crate) fn refusal(&self, operation: OperationId, depends: Vec<Dependent>) -> StoreError {
        StoreError::UndoRefused { operation, label: self.label_of(&[operation]), depends }
    }

    /// The words of operations, in the order in which they were made.
    pub(crate) fn label_of(&self, operations: &[OperationId]) -> String {
        let labels = operations.iter().rev().filter_map(|operation| self.entries.get(&operation.0));
        labels.map(|entry| entry.label.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// What these operations were, in the order in which they were made; nothing when all were imports.
    pub(crate) fn told(&self, operations: &[OperationId]) -> Option<Value> {
        let entries = operations.iter().rev().filter_map(|operation| self.entries.get(&operation.0));
        let told: Vec<(OperationKind, &str)> = entries.map(|entry| (entry.kind, entry.label.as_str())).collect();
        if told.iter().all(|(kind, _)| *kind == OperationKind::Import) {
            return None;
        }
        Some(told.into_iter().map(|(kind, label)| json!({ "kind": kind.as_str(), "label": label })).collect())
    }

    /// Whether one of these operations changed facts.
    pub(crate) fn changed_facts(&self, operations: &[OperationId]) -> bool {
        operations.iter().filter_map(|operation| self.entries.get(&operation.0)).any(|entry| entry.changes.facts)
    }
}
