//! What a restoration took back: operations that were done, and that the journal of the restored state does not hold.

use super::entry::{JournalEntry, entries};
use crate::error::Result;
use crate::transact::OperationKind;
use guichet_model::Message;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// Operations that follow each other and were taken back together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// The number of the first.
    pub first: i64,
    /// The number of the last.
    pub last: i64,
    /// The seal of the last, 64 hexadecimal digits.
    pub seal: String,
    /// Who did them, each once.
    pub who: Vec<String>,
}

impl TakenBack {
    /// What is lost when a state takes the place of the present one; what earlier restorations that are lost with it had taken
    /// back follows.
    pub(crate) fn between(present: &Connection, restored: &Connection) -> Result<Vec<Self>> {
        let (mut present, mut restored) = (entries(present, usize::MAX)?, entries(restored, usize::MAX)?);
        present.reverse();
        restored.reverse();
        let same = |(present, restored): &(&JournalEntry, &JournalEntry)| present.hash_after == restored.hash_after;
        let common = present.iter().zip(&restored).take_while(same).count();
        let lost = &present[common..];
        let (Some(first), Some(last)) = (lost.first(), lost.last()) else { return Ok(Vec::new()) };
        let mut who: Vec<String> = Vec::new();
        for entry in lost {
            if !who.contains(&entry.who) {
                who.push(entry.who.clone());
            }
        }
        let own = Self { first: first.operation.0, last: last.operation.0, seal: last.seal.clone(), who };
        Ok(std::iter::once(own).chain(lost.iter().flat_map(JournalEntry::taken_back)).collect())
    }

    /// Whether an operation of this number and seal is one of them, as far as that is known: the seal of the last is.
    pub(super) fn reaches(&self, operation: i64, seal: &str) -> bool {
        operation == self.last && seal == self.seal || (self.first..self.last).contains(&operation)
    }

    /// The sentence: which operations, and by whom.
    #[must_use]
    pub fn message(&self) -> Message {
        let seal: Vec<char> = self.seal.chars().take(16).collect();
        Message::new("restore-took-back")
            .with("count", self.last - self.first + 1)
            .with("first", self.first.to_string())
            .with("last", self.last.to_string())
            .with("seal", seal.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-"))
            .with("who", self.who.join(", "))
    }
}

impl JournalEntry {
    /// For a restoration, what it took back; with what restorations that it took back themselves had taken back.
    #[must_use]
    pub fn taken_back(&self) -> Vec<TakenBack> {
        match (self.kind, self.summary.get("taken_back")) {
            (OperationKind::Restore, Some(told)) => serde_json::from_value(told.clone()).unwrap_or_default(),
            _ => Vec::new(),
        }
    }
}
