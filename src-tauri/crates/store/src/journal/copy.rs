//! A copy of the journal that can be handed on: one JSON object a line, the last line sealing the whole. Whoever holds the
//! workspace can tell whether the copy is what it gave.

use super::chain::Link;
use super::entry::{JournalEntry, entries};
use crate::Workspace;
use crate::error::Result;
use crate::transact::{Changes, OperationId};
use guichet_model::Message;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is the matter with a copy of a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFlaw {
    /// The entry of this operation is missing, or is not as it was written.
    Entry(OperationId),
    /// Every entry is right; the end of the copy, which seals it, is missing or not as it was written.
    End,
    /// No entry is this workspace's.
    Foreign,
}

/// What a copy of a journal is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyVerdict {
    /// It is as this workspace gave it.
    Whole {
        /// How many operations it tells.
        operations: usize,
        /// How many were made since.
        since: usize,
    },
    /// It is as this workspace gave it, and a restoration took its last operations back since.
    TakenBack {
        /// The first operation that was taken back.
        first: OperationId,
        /// The last that the copy tells.
        last: OperationId,
        /// The restoration.
        by: OperationId,
    },
    /// It was changed.
    Altered(CopyFlaw),
}

impl CopyVerdict {
    /// What it means.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Whole { operations, since } => {
                Message::new("journal-copy-whole").with("operations", operations).with("since", since)
            }
            Self::TakenBack { first, last, by } => Message::new("journal-copy-taken-back")
                .with("count", last.0 - first.0 + 1)
                .with("first", first.0.to_string())
                .with("last", last.0.to_string())
                .with("by", by.0.to_string()),
            Self::Altered(CopyFlaw::Entry(operation)) => {
                Message::new("journal-copy-entry").with("operation", operation.0.to_string())
            }
            Self::Altered(CopyFlaw::End) => Message::new("journal-copy-end"),
            Self::Altered(CopyFlaw::Foreign) => Message::new("journal-copy-foreign"),
        }
    }
}

/// One operation, as a line of the copy.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    operation: i64,
    at: String,
    who: String,
    kind: String,
    label: String,
    summary: Value,
    facts: bool,
    settings: bool,
    hash: String,
    seal: String,
}

impl Line {
    fn link<'a>(&'a self, summary: &'a str) -> Link<'a> {
        let changes = Changes { facts: self.facts, settings: self.settings };
        let Self { operation: seq, at, who, kind, label, .. } = self;
        Link { seq: *seq, at, who, kind, label, summary, changes }
    }
}

/// The last line.
#[derive(Serialize)]
struct End<'a> {
    workspace: &'a str,
    operations: usize,
    seal: String,
}

impl Workspace {
    /// The journal as text, to be kept elsewhere: one JSON object a line, the oldest operation first, then the line that
    /// seals them. It names who did what, and files.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn journal_copy(&self) -> Result<String> {
        let mut lines: Vec<String> = entries(&self.connection, usize::MAX)?.iter().rev().map(line).collect();
        lines.push(self.end(&lines));
        Ok(lines.concat())
    }

    /// Whether a text is a copy of this workspace's journal, as [`Self::journal_copy`] gave it now or earlier.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn check_journal_copy(&self, text: &str) -> Result<CopyVerdict> {
        let mut entries = entries(&self.connection, usize::MAX)?;
        entries.reverse();
        let own: Vec<String> = entries.iter().map(line).collect();
        let given: Vec<&str> = text.split_inclusive('\n').collect();
        let lines = own.iter().zip(&entries).zip(&given);
        let same =
            lines.take_while(|((own, entry), given)| own == *given || says_what_was_forgotten(entry, given)).count();
        // Words that a purge forgot since are those of the copy: their hashes agree.
        let own: Vec<String> =
            given.iter().take(same).map(|line| (*line).to_owned()).chain(own.into_iter().skip(same)).collect();
        if same > 0 && given.get(same..) == Some(&[self.end(&own[..same]).as_str()]) {
            return Ok(CopyVerdict::Whole { operations: same, since: own.len() - same });
        }
        if let Some(taken_back) = self.taken_back(&entries, same, &given) {
            return Ok(taken_back);
        }
        let next =
            given.get(same).is_some_and(|next| same + 1 < given.len() || serde_json::from_str::<Line>(next).is_ok());
        Ok(CopyVerdict::Altered(if !given.iter().any(|given| own.iter().any(|own| own == given)) {
            CopyFlaw::Foreign
        } else if next {
            CopyFlaw::Entry(OperationId(i64::try_from(same + 1).unwrap_or(i64::MAX)))
        } else {
            CopyFlaw::End
        }))
    }

    /// What a copy is when its lines after those that are the journal's own are sealed by this workspace's key, in an unbroken
    /// chain that a later restoration says it took back; nothing when it is anything else.
    fn taken_back(&self, entries: &[JournalEntry], same: usize, given: &[&str]) -> Option<CopyVerdict> {
        let common = entries.get(same.checked_sub(1)?)?;
        let (end, lines) = given.split_last()?;
        let further = lines.get(same..).filter(|further| !further.is_empty())?;
        let (mut number, mut hash, mut seal) = (common.operation.0, common.hash_after.clone(), common.seal.clone());
        for given in further {
            let line: Line = serde_json::from_str(given).ok()?;
            let after = line.link(&line.summary.to_string()).hash(&hash);
            let sealed = self.journal_key.seal(&seal, &after);
            let whole = line.operation == number + 1 && line.hash == after && line.seal == sealed;
            if !whole || in_json(&line) != **given {
                return None;
            }
            (number, hash, seal) = (line.operation, after, sealed);
        }
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        let told = |entry: &&JournalEntry| entry.taken_back().iter().any(|taken| taken.reaches(number, &seal));
        let by = entries.iter().skip(same).find(told)?.operation;
        let first = OperationId(common.operation.0 + 1);
        (self.end(&lines) == **end).then_some(CopyVerdict::TakenBack { first, last: OperationId(number), by })
    }

    /// The line that seals these lines.
    fn end(&self, lines: &[String]) -> String {
        let seal = self.journal_key.copy(&lines.concat());
        in_json(&End { workspace: &self.descriptor().name, operations: lines.len(), seal })
    }
}

/// Whether a line of a copy says what an entry said before a purge forgot its words.
fn says_what_was_forgotten(entry: &JournalEntry, line: &str) -> bool {
    let Ok(line) = serde_json::from_str::<Line>(line) else { return false };
    let summary = line.summary.to_string();
    entry.is_forgotten()
        && line.operation == entry.operation.0
        && line.seal == entry.seal
        && line.hash == entry.hash_after
        && line.link(&summary).hash(&entry.hash_before) == entry.hash_after
}

fn line(entry: &JournalEntry) -> String {
    in_json(&Line {
        operation: entry.operation.0,
        at: entry.at.clone(),
        who: entry.who.clone(),
        kind: entry.kind.as_str().to_owned(),
        label: entry.label.clone(),
        summary: entry.summary.clone(),
        facts: entry.changes.facts,
        settings: entry.changes.settings,
        hash: entry.hash_after.clone(),
        seal: entry.seal.clone(),
    })
}

fn in_json(line: &impl Serialize) -> String {
    // Texts, numbers and JSON values always have a JSON form.
    let text = serde_json::to_string(line).unwrap_or_default();
    format!("{text}\n")
}
