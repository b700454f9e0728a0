//! What was done to the workspace: entries that are only ever added, each sealed together with the one before it.

mod chain;
mod copy;
mod entry;
mod taken_back;

pub(crate) use chain::{JournalKey, Link, first_alteration, rest_of, seal, seal_all};
pub use copy::{CopyFlaw, CopyVerdict};
pub use entry::JournalEntry;
pub(crate) use entry::{entries, entries_that_hold};
pub use taken_back::TakenBack;

#[cfg(test)]
mod tests;
