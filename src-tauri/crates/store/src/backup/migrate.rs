//! Bringing an older database up to date: on a copy that is checked, then takes its place.

use super::contents::{Contents, unsound};
use super::exchange::{exchange, incoming};
use super::make::{Source, make};
use super::record::{BackupReason, BackupRecord};
use crate::connection;
use crate::error::{Result, StoreError};
use crate::history::RECORDED;
use crate::journal::JournalKey;
use crate::shut::ShutWorkspace;
use crate::witness::Witness;
use crate::workspace::DATABASE;
use guichet_model::Instant;
use rusqlite::Connection;

impl ShutWorkspace {
    /// Brings the database up to date. What it was stays in a backup. Interrupted anywhere, the older database is there as
    /// it was, or the newer one whole.
    pub(crate) fn bring_up_to_date(&self, older: Connection, now: Instant) -> Result<Connection> {
        let Self { folder, descriptor, disk, unlocked, .. } = self;
        let (name, key) = (descriptor.name.as_str(), &unlocked.key);
        connection::tune(&older)?;
        let source = Source { connection: &older, folder, name, key, disk };
        let backup = make(&source, BackupReason::BeforeMigration, now)?;
        older.close().map_err(|(_, cause)| StoreError::Database(cause))?;
        let draft = incoming(folder, disk)?;
        disk.copy(&backup.folder.join(DATABASE), &draft)?;
        let newer = connection::open_draft(&draft, key)?;
        if let Some(detail) = unsound(&newer, &JournalKey::of(key))?.or(lost(&newer, backup.record.as_ref())?) {
            return Err(StoreError::Damaged { file: folder.join(DATABASE), detail });
        }
        let witness = Witness::of(&newer)?;
        connection::close_draft(newer, &draft)?;
        exchange(folder, None, &witness, disk)?;
        Ok(connection::open(&folder.join(DATABASE), key, |_| Ok(()))?.0)
    }
}

/// A table of sources, facts or entries that has not the rows it had.
fn lost(newer: &Connection, older: Option<&BackupRecord>) -> Result<Option<String>> {
    let found = Contents::of(newer)?.counts;
    let tables = RECORDED.into_iter().chain(["journal"]);
    let before = |table: &str| older.and_then(|record| record.counts.get(table)).copied();
    let mut differing = tables.filter(|table| before(table).is_some_and(|count| found.get(*table) != Some(&count)));
    Ok(differing.next().map(str::to_owned))
}
