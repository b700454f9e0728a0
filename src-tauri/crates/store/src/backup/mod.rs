//! Copies of a workspace that restore: made whole, opened and compared before they count, thinned, put back.
//!
//! A backup is a folder of `backups`: `data.db` with the workspace's key, `workspace.guichet` as it was, and
//! `backup.json`, which says what the copy must be found to hold.

mod before_purge;
mod contents;
#[cfg(test)]
mod cost;
mod cut_back;
mod exchange;
mod keeping;
mod list;
mod make;
mod migrate;
#[cfg(test)]
mod protected_tests;
mod record;
mod restore;
#[cfg(test)]
mod restore_tests;
mod salvage;
mod second_place;
mod test_restore;
#[cfg(test)]
mod tests;
mod thin;
mod verify;

#[cfg(test)]
pub(crate) use contents::tables;
pub(crate) use contents::unsound;
pub(crate) use cut_back::refuse_cut_back;
pub(crate) use exchange::{end_exchange, exchange, incoming};
pub use keeping::{Keeping, SelfTest};
pub(crate) use list::BACKUPS;
pub use list::Backup;
pub(crate) use make::{Source, make};
pub use record::{BackupReason, BackupRecord};
pub use restore::RestorePreview;
pub use salvage::Salvaged;
pub use verify::Flaw;
pub(crate) use verify::flaw_in;
