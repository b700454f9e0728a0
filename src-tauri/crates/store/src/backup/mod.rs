//! Copies of a workspace that restore: made whole, opened and compared before they count, thinned, put back.
//!
//! A backup is a folder of `backups`: `data.db` with the workspace's key, `workspace.guichet` as it was, and
//! `backup.json`, which says what the copy must be found to hold.

mod contents;
mod keeping;
mod list;
mod make;
mod record;
#[cfg(test)]
mod tests;
mod thin;
mod verify;

pub(crate) use contents::unsound;
pub use keeping::{Keeping, SelfTest};
pub(crate) use list::BACKUPS;
pub use list::Backup;
pub(crate) use make::{Source, make};
pub use record::{BackupReason, BackupRecord};
pub use verify::Flaw;
pub(crate) use verify::flaw_of;
