//! What was done to the workspace: entries that are only ever added, each sealed together with the one before it.

mod chain;
mod copy;
mod entry;

pub(crate) use chain::{JournalKey, Link, first_alteration, rest_of, seal, seal_all};
pub use copy::{CopyFlaw, CopyVerdict};
pub use entry::JournalEntry;
pub(crate) use entry::{entries, entries_that_hold};

#[cfg(test)]
mod tests;
