//! What a purge leaves to remove beside the database: backups of before, files kept aside.

use crate::backup::{Backup, BackupReason, Source, make};
use crate::disk::Disk;
use crate::error::{Result, file_error};
use crate::transact::OperationId;
use guichet_model::Instant;
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// As long as it is there, copies of before are to go.
const MARK: &str = "purge.json";
/// How the name begins of a folder with a damaged database that was kept aside.
pub(crate) const ASIDE: &str = "corrompu-";

#[derive(Serialize, Deserialize)]
struct Mark {
    operation: i64,
}

/// Keeps in mind that the copies made before an operation are to go, once it is done.
pub(super) fn mark(folder: &Path, operation: OperationId, disk: &Disk) -> Result<()> {
    let path = folder.join(MARK);
    let text = serde_json::to_vec(&Mark { operation: operation.0 }).map_err(|cause| file_error(&path)(cause.into()))?;
    disk.write_whole(&path, &text)
}

/// Removes what a purge leaves.
pub(crate) struct Sweep<'a> {
    pub(crate) source: Source<'a>,
}

impl Sweep<'_> {
    /// Whether something is left to remove.
    pub(crate) fn is_due(folder: &Path) -> bool {
        folder.join(MARK).exists()
    }

    /// Makes a backup of what is left, then removes those of before and the files kept aside. A purge that was not done is
    /// forgotten. Every step can be done again.
    pub(crate) fn finish(&self, now: Instant) -> Result<()> {
        let (folder, disk) = (self.source.folder, self.source.disk);
        let path = folder.join(MARK);
        let marked: Option<Mark> = serde_json::from_slice(&disk.read(&path)?).ok();
        // A mark that cannot be read is taken for the last purge's.
        let done: Option<(i64, String)> = self
            .source
            .connection
            .query_row(
                "SELECT seq, hash_after FROM journal WHERE kind = 'purge' ORDER BY seq DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let done = done.filter(|(seq, _)| marked.is_none_or(|mark| mark.operation == *seq));
        if let Some((_, head)) = done {
            self.replace_backups(&head, now)?;
            for aside in disk.folders_in(folder)?.into_iter().filter(|path| is_aside(path)) {
                disk.remove_folder(&aside)?;
            }
        }
        disk.remove_file(&path)?;
        disk.sync_folder(folder)
    }

    /// Only backups of the very state the purge left stay.
    fn replace_backups(&self, head: &str, now: Instant) -> Result<()> {
        let (folder, disk) = (self.source.folder, self.source.disk);
        let is_clean = |backup: &Backup| backup.record.as_ref().is_some_and(|record| record.head == head);
        let clean = Backup::list_in(folder, disk)?.into_iter().filter(is_clean).map(|backup| backup.name);
        let mut clean: Vec<String> = clean.collect();
        if clean.is_empty() {
            clean.push(make(&self.source, BackupReason::AfterPurge, now)?.name);
        }
        // By name: one whose record cannot be read this time is not taken for another.
        for backup in Backup::list_in(folder, disk)?.iter().filter(|backup| !clean.contains(&backup.name)) {
            disk.remove_folder(&backup.folder)?;
        }
        Ok(())
    }
}

fn is_aside(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(ASIDE))
}
