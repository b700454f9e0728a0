//! Putting a backup back.

use super::exchange::{exchange, incoming};
use super::list::Backup;
use super::verify::flaw_for_restore;
use crate::connection::{self, look, schema_known};
use crate::disk::Disk;
use crate::error::{Result, StoreError};
use crate::journal::{JournalEntry, JournalKey, TakenBack, entries};
use crate::keys::DataKey;
use crate::privacy::ASIDE;
use crate::rulebooks::drafts_hash;
use crate::shut::ShutWorkspace;
use crate::transact::{Operation, OperationKind, transact};
use crate::witness::Witness;
use crate::workspace::{DATABASE, Workspace};
use guichet_model::{Instant, instant_text};
use serde_json::json;
use std::path::Path;

/// What putting a backup back would change.
#[derive(Clone, Debug, PartialEq)]
pub struct RestorePreview {
    /// The backup.
    pub backup: Backup,
    /// The operations that it does not hold and that would be lost, the newest first.
    pub lost: Vec<JournalEntry>,
    /// The operations that it holds and the workspace does not, the newest first: another restore left them out.
    pub regained: Vec<JournalEntry>,
    /// How many rows a table has now, and how many the backup has, for each table that differs; by name.
    pub counts: Vec<(String, u64, u64)>,
    /// Whether both say the same, whatever the journal says.
    pub same: bool,
    /// Whether rulebooks being written are others, or say something else.
    pub drafts: bool,
}

impl Workspace {
    /// What putting a backup back would change. Nothing is.
    ///
    /// # Errors
    /// [`StoreError::NoSuchBackup`], [`StoreError::BackupUnsound`], [`StoreError::BackupOfAnother`],
    /// [`StoreError::Newer`].
    pub fn preview_restore(&self, name: &str) -> Result<RestorePreview> {
        let backup = sound(&self.folder, name, &self.key, &self.disk)?;
        let then = look(&backup.folder.join(DATABASE), &self.key)?;
        let drafts = drafts_hash(&self.connection)? != drafts_hash(&then)?;
        let (now, then) = (entries(&self.connection, usize::MAX)?, entries(&then, usize::MAX)?);
        // Both are the newest first; what they have in common is at their ends.
        let common =
            now.iter().rev().zip(then.iter().rev()).take_while(|(now, then)| now.hash_after == then.hash_after);
        let common = common.count();
        if common == 0 {
            return Err(StoreError::BackupOfAnother { name: name.to_owned() });
        }
        let only = |mut entries: Vec<JournalEntry>| {
            entries.truncate(entries.len() - common);
            entries
        };
        let state = backup.record.as_ref().and_then(|record| record.state.clone());
        let same = !drafts && state == Some(self.state_hash()?);
        let counts = self.differing_counts(&backup)?;
        Ok(RestorePreview { backup, lost: only(now), regained: only(then), counts, same, drafts })
    }

    fn differing_counts(&self, backup: &Backup) -> Result<Vec<(String, u64, u64)>> {
        let mut differing = Vec::new();
        for table in super::contents::tables(&self.connection)? {
            let sql = format!("SELECT count(*) FROM \"{table}\"");
            let now: i64 = self.connection.query_row(&sql, [], |row| row.get(0))?;
            let now = u64::try_from(now).unwrap_or_default();
            let then = backup.record.as_ref().and_then(|record| record.counts.get(&table)).copied().unwrap_or_default();
            if now != then {
                differing.push((table, now, then));
            }
        }
        Ok(differing)
    }
}

impl ShutWorkspace {
    /// Puts a backup in the place of the database, journalled in it. The present files go when they are in a backup
    /// already; when the database is damaged they are kept together in a folder `corrompu-...`, whose name is answered.
    /// Interrupted anywhere, the next opening finds the state before or the state after.
    ///
    /// # Errors
    /// [`StoreError::NoSuchBackup`], [`StoreError::BackupUnsound`], [`StoreError::BackupOfAnother`],
    /// [`StoreError::Newer`], [`StoreError::NoRoom`], [`StoreError::File`].
    pub fn put_back(&self, name: &str, damaged: bool, now: Instant) -> Result<Option<String>> {
        let (Self { folder, disk, .. }, data_key) = (self, &self.unlocked.key);
        let backup = sound(folder, name, data_key, disk)?;
        let bytes = backup.record.as_ref().map_or(0, |record| record.bytes);
        disk.make_sure_of_room(folder, bytes.saturating_mul(2))?;
        let draft = incoming(folder, disk)?;
        disk.copy(&backup.folder.join(DATABASE), &draft)?;
        let mut connection = connection::open_draft(&draft, data_key)?;
        let key = &JournalKey::of(data_key);
        let taken_back = match damaged {
            // What cannot be read says nothing of what was done.
            true => Vec::new(),
            false => TakenBack::between(&look(&folder.join(DATABASE), data_key)?, &connection)?,
        };
        let operation = Operation { kind: OperationKind::Restore, label: name, who: self.who(), key };
        transact(&mut connection, &operation, now, |tx| {
            tx.mark_facts();
            tx.mark_settings();
            let mut summary = json!({ "backup": name, "damaged": damaged });
            if !taken_back.is_empty() {
                summary["taken_back"] = json!(taken_back);
            }
            tx.summarise(summary);
            Ok(())
        })?;
        let witness = Witness::of(&connection)?;
        connection::close_draft(connection, &draft)?;
        let aside = damaged.then(|| free_aside(folder, now));
        exchange(folder, aside.as_deref(), &witness, disk)?;
        Ok(aside)
    }
}

/// A backup that is sound and that this version understands.
fn sound(folder: &Path, name: &str, key: &DataKey, disk: &Disk) -> Result<Backup> {
    let backup = Backup::find(folder, name, disk)?;
    if let Some(flaw) = flaw_for_restore(folder, &backup, key, disk) {
        return Err(StoreError::BackupUnsound { name: name.to_owned(), flaw });
    }
    match backup.record.as_ref().map(|record| record.schema) {
        Some(found) if found > schema_known() => Err(StoreError::Newer { found, known: schema_known() }),
        _ => Ok(backup),
    }
}

/// `corrompu-2024-09-21T120000`, numbered when it is taken.
pub(crate) fn free_aside(folder: &Path, now: Instant) -> String {
    let name = format!("{ASIDE}{}", instant_text(now).replace(':', ""));
    let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    names.find(|name| !folder.join(name).exists()).unwrap_or(name)
}
