//! Whether the journal of a workspace lacks what a backup of it holds: an older copy may have taken the database's place,
//! with words beside it that say nothing else.

use super::list::Backup;
use crate::connection::look;
use crate::disk::Disk;
use crate::error::{Result, StoreError};
use crate::keys::DataKey;
use crate::transact::{OperationKind, last_entry};
use crate::workspace::DATABASE;
use rusqlite::{Connection, OptionalExtension};
use std::path::Path;

/// Refuses a journal that ends before the newest backup's, or that goes another way: unless a backup was put back since.
/// A backup that cannot be read says nothing.
pub(crate) fn refuse_cut_back(connection: &Connection, folder: &Path, key: &DataKey, disk: &Disk) -> Result<()> {
    let ours = entries(connection)?;
    let Some((origin, _)) = ours.first() else { return Ok(()) };
    let backups = Backup::list_in(folder, disk)?;
    let same = |backup: &&Backup| backup.record.as_ref().is_some_and(|record| record.origin == *origin);
    let Some((newest, record)) = backups.iter().find(same).and_then(|newest| Some((newest, newest.record.as_ref()?)))
    else {
        return Ok(());
    };
    let there: Option<String> = connection
        .query_row("SELECT hash_after FROM journal WHERE seq = ?1", [record.entries], |row| row.get(0))
        .optional()?;
    if there.as_ref() == Some(&record.head) {
        return Ok(());
    }
    let Ok(theirs) = look(&newest.folder.join(DATABASE), key).and_then(|backup| Ok(entries(&backup)?)) else {
        return Ok(());
    };
    let common = ours.iter().zip(&theirs).take_while(|((ours, _), (theirs, _))| ours == theirs).count();
    // Put back was another state than the one that backup was made from; perhaps one that an earlier restore had left.
    if ours.iter().skip(common).any(|(_, kind)| kind == OperationKind::Restore.as_str()) {
        return Ok(());
    }
    let (reached, _) = last_entry(connection)?;
    let backup = newest.name.clone();
    Err(StoreError::CutBack { file: folder.join(DATABASE), reached, backup, known: record.entries })
}

/// The hash and the kind of each entry, the oldest first.
fn entries(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare("SELECT hash_after, kind FROM journal ORDER BY seq")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}
