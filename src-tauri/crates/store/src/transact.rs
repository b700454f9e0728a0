//! The one door through which the workspace changes.

use crate::error::Result;
use crate::history::Recorder;
use crate::journal::{JournalKey, Link, seal};
use guichet_model::Instant;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Deref;

/// The desk that makes new rows; several desks never give one id twice.
const DESK: i64 = 1;
const COUNTER_BITS: u32 = 40;

/// One operation of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OperationId(pub i64);

/// What an operation did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationKind {
    /// Created the workspace.
    Create,
    /// Imported files.
    Import,
    /// Changed a setting.
    Setting,
    /// Undid operations.
    Undo,
    /// Put a backup back.
    Restore,
    /// Saved what could be read of a damaged workspace.
    Salvage,
    /// Purged a campaign or persons.
    Purge,
    /// Waived findings.
    Waive,
    /// Took waivers away.
    Unwaive,
    /// Entered derogations by hand.
    Derogation,
    /// Marked documents by hand.
    Document,
    /// Took away something entered by hand.
    Withdrawal,
    /// Wrote about files.
    Note,
    /// Published an edition of a rulebook.
    Publish,
}

impl OperationKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Create,
        Self::Import,
        Self::Setting,
        Self::Undo,
        Self::Restore,
        Self::Salvage,
        Self::Purge,
        Self::Waive,
        Self::Unwaive,
        Self::Derogation,
        Self::Document,
        Self::Withdrawal,
        Self::Note,
        Self::Publish,
    ];

    /// The name kept in the journal.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Import => "import",
            Self::Setting => "setting",
            Self::Undo => "undo",
            Self::Restore => "restore",
            Self::Salvage => "salvage",
            Self::Purge => "purge",
            Self::Waive => "waive",
            Self::Unwaive => "unwaive",
            Self::Derogation => "derogation",
            Self::Document => "document",
            Self::Withdrawal => "withdrawal",
            Self::Note => "note",
            Self::Publish => "publish",
        }
    }

    /// Whether what it changes is recorded, so that it can be undone.
    pub(crate) fn is_recorded(self) -> bool {
        !matches!(self, Self::Create | Self::Setting | Self::Restore | Self::Salvage | Self::Purge)
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}

/// What somebody does to the workspace, for the journal.
pub(crate) struct Operation<'a> {
    pub(crate) kind: OperationKind,
    pub(crate) label: &'a str,
    pub(crate) who: &'a str,
    pub(crate) key: &'a JournalKey,
}

/// Which parts of the workspace an operation changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Persons, registrations and what is attached to them: findings must be computed again.
    pub facts: bool,
    /// Settings.
    pub settings: bool,
}

/// The id of the row of a table that has this number among those made here.
pub(crate) fn row_id(number: i64) -> i64 {
    DESK << COUNTER_BITS | number
}

/// The number, among those made here, of a row.
pub(crate) fn row_number(id: i64) -> i64 {
    id & ((1 << COUNTER_BITS) - 1)
}

/// An open transaction, which also gives new rows their ids.
pub(crate) struct Tx<'c> {
    inner: &'c Transaction<'c>,
    operation: OperationId,
    counters: RefCell<BTreeMap<&'static str, i64>>,
    changes: Cell<Changes>,
    summary: RefCell<Value>,
}

impl Deref for Tx<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.inner
    }
}

impl Tx<'_> {
    /// The operation being made.
    pub(crate) fn operation(&self) -> OperationId {
        self.operation
    }

    pub(crate) fn mark_facts(&self) {
        self.changes.set(Changes { facts: true, ..self.changes.get() });
    }

    pub(crate) fn mark_settings(&self) {
        self.changes.set(Changes { settings: true, ..self.changes.get() });
    }

    /// What the journal will say was done.
    pub(crate) fn summarise(&self, summary: Value) {
        *self.summary.borrow_mut() = summary;
    }

    /// The id of a new row of a table.
    pub(crate) fn new_id(&self, table: &'static str) -> rusqlite::Result<i64> {
        let mut counters = self.counters.borrow_mut();
        let last = match counters.get(table) {
            Some(last) => *last,
            None => self
                .inner
                .query_row("SELECT last FROM counter WHERE name = ?1", [table], |row| row.get(0))
                .optional()?
                .unwrap_or(0),
        };
        counters.insert(table, last + 1);
        Ok(row_id(last + 1))
    }

    fn keep_counters(&self) -> rusqlite::Result<()> {
        for (name, last) in self.counters.borrow().iter() {
            self.inner.execute(
                "INSERT INTO counter (name, last) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET last = excluded.last",
                params![name, last],
            )?;
        }
        Ok(())
    }
}

/// Runs `work` in one immediate transaction and writes its journal entry in it. Any error undoes everything.
///
/// The entry is sealed with the ones before it ([`crate::journal`]).
/// Its hash chains what was done (a logical hash of all facts would cost a full read at each change): it
/// covers the entry before it, the time, the person, the kind, the label and the summary. An import's summary holds
/// the fingerprint of its plan, hence of the content of every row applied.
pub(crate) fn transact<T>(
    connection: &mut Connection,
    operation: &Operation<'_>,
    now: Instant,
    work: impl FnOnce(&Tx<'_>) -> Result<T>,
) -> Result<(T, OperationId, Changes)> {
    let inner = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let (last, before) = last_entry(&inner)?;
    let id = OperationId(last + 1);
    let recorder = if operation.kind.is_recorded() { Some(Recorder::start(&inner)?) } else { None };
    let tx = Tx {
        inner: &inner,
        operation: id,
        counters: RefCell::default(),
        changes: Cell::default(),
        summary: RefCell::new(Value::Null),
    };
    let done = work(&tx)?;
    tx.keep_counters()?;
    let changes = tx.changes.get();
    let (at, summary) = (guichet_model::instant_text(now), tx.summary.borrow().to_string());
    recorder.map(|recorder| recorder.keep(id)).transpose()?;
    let entry = Link {
        seq: last + 1,
        at: &at,
        who: operation.who,
        kind: operation.kind.as_str(),
        label: operation.label,
        summary: &summary,
        changes,
    };
    let after = entry.hash(&before);
    inner.execute(
        "INSERT INTO journal (seq, at, who, kind, label, summary, facts, settings, hash_before, hash_after)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            entry.seq,
            at,
            entry.who,
            entry.kind,
            entry.label,
            summary,
            changes.facts,
            changes.settings,
            before,
            after
        ],
    )?;
    seal(&inner, operation.key, entry.seq, &after)?;
    inner.commit()?;
    Ok((done, id, changes))
}

/// Number and hash of the last entry; zero and nothing in a new workspace.
pub(crate) fn last_entry(connection: &Connection) -> rusqlite::Result<(i64, String)> {
    let last = connection
        .query_row("SELECT seq, hash_after FROM journal ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    Ok(last.unwrap_or_default())
}

/// The hash of the last operation that changed facts: two moments with the same one have the same facts.
pub(crate) fn facts_head(connection: &Connection) -> rusqlite::Result<String> {
    let head = connection
        .query_row("SELECT hash_after FROM journal WHERE facts = 1 ORDER BY seq DESC LIMIT 1", [], |row| row.get(0))
        .optional()?;
    Ok(head.unwrap_or_default())
}
