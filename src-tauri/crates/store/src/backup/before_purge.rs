//! Whether a backup is of before a purge: it holds persons of whom nothing is to remain.

use super::list::Backup;
use crate::connection::look;
use crate::disk::Disk;
use crate::error::Result;
use crate::keys::DataKey;
use crate::transact::OperationKind;
use crate::workspace::DATABASE;
use std::path::Path;

/// Whether the workspace, or another backup of it, tells of a purge that this backup does not hold. What cannot be read
/// tells of none: a damaged database leaves that to the backups, of which a purge always makes one.
pub(super) fn is_before_purge(workspace: &Path, backup: &Backup, key: &DataKey, disk: &Disk) -> bool {
    let purges = |folder: &Path| purges_of(&folder.join(DATABASE), key).unwrap_or_default();
    let origin = |backup: &Backup| backup.record.as_ref().map(|record| record.origin.clone());
    let (own, of_origin) = (purges(&backup.folder), origin(backup));
    let others = Backup::list_in(workspace, disk).unwrap_or_default();
    let others = others.iter().filter(|other| origin(other) == of_origin).map(|other| other.folder.as_path());
    std::iter::once(workspace).chain(others).flat_map(purges).any(|purge| !own.contains(&purge))
}

/// The hashes of the purges that a journal tells of.
fn purges_of(database: &Path, key: &DataKey) -> Result<Vec<String>> {
    let connection = look(database, key)?;
    let mut read = connection.prepare("SELECT hash_after FROM journal WHERE kind = ?1")?;
    let purges = read.query_map([OperationKind::Purge.as_str()], |row| row.get(0))?;
    Ok(purges.collect::<rusqlite::Result<_>>()?)
}
