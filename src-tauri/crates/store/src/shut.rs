use crate::backup::{BACKUPS, Backup, Flaw, Source, end_exchange, flaw_in, refuse_cut_back, unsound};
use crate::connection::{self, schema_known};
use crate::descriptor::Descriptor;
use crate::disk::{Disk, refuse_elsewhere};
use crate::draft::sweep_drafts;
use crate::error::{Result, StoreError};
use crate::history::state_hash;
use crate::journal::{JournalKey, first_alteration};
use crate::keys::{Credentials, Role, Unlocked};
use crate::lock::{Holder, Lock};
use crate::privacy::Sweep;
use crate::transact::{OperationId, last_entry};
use crate::witness::Witness;
use crate::workspace::{DATABASE, Workspace};
use guichet_model::Instant;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A workspace whose lock is held and whose key is known, its database not open: to be opened, restored or rescued.
pub struct ShutWorkspace {
    pub(crate) folder: PathBuf,
    pub(crate) descriptor: Descriptor,
    pub(crate) unlocked: Unlocked,
    pub(crate) user: String,
    pub(crate) disk: Disk,
    pub(crate) lock: Arc<Lock>,
}

/// What a sound database holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The version of its schema.
    pub schema: i64,
    /// The number of the journal's last entry.
    pub entries: i64,
    /// Its hash.
    pub head: String,
    /// The logical hash of facts and sources ([`Workspace::state_hash`]); nothing for a schema of before.
    pub state: Option<String>,
}

impl ShutWorkspace {
    /// Takes a workspace's lock, and finds its key with what a person has.
    ///
    /// # Errors
    /// [`StoreError::NotAWorkspace`], [`StoreError::DescriptorDamaged`], [`StoreError::ProtectionUnknown`],
    /// [`StoreError::Locked`], [`StoreError::Newer`], [`StoreError::PassphraseNeeded`], [`StoreError::PassphraseWrong`],
    /// [`StoreError::AccountNeeded`], [`StoreError::AccountsAltered`], [`StoreError::RecoveryNone`],
    /// [`StoreError::RecoveryWrong`], [`StoreError::NotHere`].
    pub fn take(disk: &Disk, folder: &Path, with: &Credentials, holder: &Holder, now: Instant) -> Result<Self> {
        refuse_elsewhere(folder)?;
        Descriptor::find(disk, folder)?;
        let lock = Arc::new(Lock::take(disk, folder, holder, now)?);
        // What an interrupted writing left may hold a key. Read again: only who holds the lock writes it.
        disk.clear_drafts(folder)?;
        disk.clear_drafts(&folder.join(BACKUPS))?;
        sweep_drafts(folder, disk);
        let descriptor = Descriptor::find(disk, folder)?;
        let unlocked = descriptor.unlock(with)?;
        Ok(Self {
            folder: folder.to_owned(),
            descriptor,
            unlocked,
            user: holder.user.clone(),
            disk: disk.clone(),
            lock,
        })
    }

    /// Opens the database: checks every page of it and the seals of its journal, and brings it up to date. What the
    /// recovery code changed of the accounts is then kept.
    ///
    /// # Errors
    /// What was found, and the workspace as it was: nothing was changed, and nothing empty put in its place.
    pub fn open(mut self, now: Instant) -> std::result::Result<Workspace, (Box<Self>, StoreError)> {
        let connection = match self.connect(now) {
            Ok(connection) => connection,
            Err(error) => return Err((Box::new(self), error)),
        };
        let renewed = self.unlocked.renewed.take();
        let mut opened = Workspace::of(self, connection);
        match renewed.map_or(Ok(()), |keyring| opened.keep_renewed(keyring, now)) {
            Ok(()) => Ok(opened),
            Err(error) => Err((Box::new(opened.apart().1), error)),
        }
    }

    pub(crate) fn connect(&self, now: Instant) -> Result<Connection> {
        let Self { folder, disk, .. } = self;
        let key = &self.unlocked.key;
        end_exchange(folder, disk)?;
        let (file, witness) = (folder.join(DATABASE), Witness::read(folder, disk));
        let (connection, schema) = self.open_judged(witness.as_ref())?;
        let mut connection = if schema < schema_known() { self.bring_up_to_date(connection, now)? } else { connection };
        connection::make_ready(&mut connection, &file, key)?;
        let reached = Witness::of(&connection)?;
        if witness.as_ref() != Some(&reached) {
            reached.write(folder, disk)?;
        }
        if !self.descriptor.whole {
            // It opened the database. What could not be written is tried again at the next opening.
            let _ = self.descriptor.write(disk, folder);
        }
        if Sweep::is_due(folder) {
            let source = Source { connection: &connection, folder, name: &self.descriptor.name, key, disk };
            // What could not be removed is tried again at the next opening: the work of the day does not wait for it.
            let _ = Sweep { source }.finish(now);
        }
        Ok(connection)
    }

    /// The database, found to be whole, its journal sealed and as long as is known; the number of its schema.
    fn open_judged(&self, witness: Option<&Witness>) -> Result<(Connection, i64)> {
        let Self { folder, disk, .. } = self;
        let (key, file) = (&self.unlocked.key, folder.join(DATABASE));
        connection::open(&file, key, |connection| {
            if let Some(operation) = first_alteration(connection, &JournalKey::of(key))? {
                return Err(StoreError::JournalAltered { file: file.clone(), operation: OperationId(operation) });
            }
            witness.map_or(Ok(()), |witness| witness.check(connection, &file))?;
            refuse_cut_back(connection, folder, key, disk)
        })
    }

    /// What the database holds, read whole: pages, structure, references, the journal's chain. Whatever its schema, it is not
    /// brought up to date.
    ///
    /// # Errors
    /// What was found, and the workspace as it was.
    pub fn verify(&self) -> Result<Held> {
        let Self { folder, disk, .. } = self;
        end_exchange(folder, disk)?;
        let (connection, schema) = self.open_judged(Witness::read(folder, disk).as_ref())?;
        if let Some(detail) = unsound(&connection, &JournalKey::of(&self.unlocked.key))? {
            return Err(StoreError::Damaged { file: folder.join(DATABASE), detail });
        }
        let (entries, head) = last_entry(&connection)?;
        let state = if schema == schema_known() { Some(state_hash(&connection)?) } else { None };
        Ok(Held { schema, entries, head, state })
    }

    /// Who took it, for the journal.
    pub(crate) fn who(&self) -> &str {
        self.unlocked.account.as_ref().map_or(self.user.as_str(), |account| account.name.as_str())
    }

    /// What who took it may do.
    #[must_use]
    pub fn role(&self) -> Role {
        self.unlocked.role()
    }

    /// The workspace's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The workspace's name, age and protection.
    #[must_use]
    pub fn descriptor(&self) -> &Descriptor {
        &self.descriptor
    }

    /// How many operations were done, as far as is known without opening the database.
    #[must_use]
    pub fn known_entries(&self) -> Option<i64> {
        Witness::read(&self.folder, &self.disk).map(|witness| witness.entries)
    }

    /// The backups, the newest first. Nothing is opened.
    ///
    /// # Errors
    /// When the folder of backups cannot be listed.
    pub fn backup_list(&self) -> Result<Vec<Backup>> {
        Backup::list_in(&self.folder, &self.disk)
    }

    /// What is wrong with a backup, found by opening it; nothing when it is sound.
    ///
    /// # Errors
    /// [`StoreError::NoSuchBackup`].
    pub fn verify_backup(&self, name: &str) -> Result<Option<Flaw>> {
        let backup = Backup::find(&self.folder, name, &self.disk)?;
        Ok(flaw_in(&self.folder, &backup, &self.unlocked.key, &self.disk))
    }
}
