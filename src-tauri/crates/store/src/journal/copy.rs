//! A copy of the journal that can be handed on: one JSON object a line, the last line sealing the whole. Whoever holds the
//! workspace can tell whether the copy is what it gave.

use super::entry::{JournalEntry, entries};
use crate::Workspace;
use crate::error::Result;
use crate::transact::OperationId;
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
        let own: Vec<String> = entries(&self.connection, usize::MAX)?.iter().rev().map(line).collect();
        let given: Vec<&str> = text.split_inclusive('\n').collect();
        let same = own.iter().zip(&given).take_while(|(own, given)| own == *given).count();
        if same > 0 && given.get(same..) == Some(&[self.end(&own[..same]).as_str()]) {
            return Ok(CopyVerdict::Whole { operations: same, since: own.len() - same });
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

    /// The line that seals these lines.
    fn end(&self, lines: &[String]) -> String {
        let seal = self.journal_key.copy(&lines.concat());
        in_json(&End { workspace: &self.descriptor().name, operations: lines.len(), seal })
    }
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
