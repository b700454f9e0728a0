use crate::backup::BACKUPS;
use crate::connection;
use crate::descriptor::Descriptor;
use crate::disk::{Disk, folder_of, refuse_elsewhere};
use crate::draft::{draft_folder, sweep_drafts};
use crate::error::{Result, StoreError};
use crate::journal::{JournalEntry, JournalKey, entries};
use crate::keys::{Account, Credentials, DataKey, Unlocked};
use crate::lock::{Holder, Lock};
use crate::shut::ShutWorkspace;
use crate::transact::{Changes, Operation, OperationId, OperationKind, Tx, transact};
use crate::view::FileIndex;
use crate::witness::Witness;
use guichet_model::Instant;
use rusqlite::Connection;
use serde_json::json;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Name of the database in a workspace's folder.
pub(crate) const DATABASE: &str = "data.db";

/// Steps of the database's machine after which it looks whether it is to give up: a few microseconds of work.
const STEPS_A_LOOK: i32 = 100;

/// What a new workspace is made from.
#[derive(Clone)]
pub struct NewWorkspace {
    /// Its name, as people will see it.
    pub name: String,
    /// Whether its data will be the fictitious ones.
    pub demo: bool,
    /// The database's key.
    pub key: DataKey,
}

/// One office's data, open for writing by this program alone.
///
/// It is a folder: `workspace.guichet` says what it is and keeps its key, `data.db` is the encrypted database,
/// `workspace.lock` keeps a second writer out, `backups` is for copies.
pub struct Workspace {
    pub(crate) folder: PathBuf,
    pub(crate) descriptor: Descriptor,
    pub(crate) key: DataKey,
    pub(crate) account: Option<Account>,
    user: String,
    pub(crate) disk: Disk,
    pub(crate) connection: Connection,
    pub(crate) journal_key: JournalKey,
    pub(crate) files: RefCell<Option<Arc<FileIndex>>>,
    // Dropped last: the database closes before another writer may come in.
    lock: Arc<Lock>,
}

impl Workspace {
    /// Creates a workspace in a folder that is empty or not there yet, and opens it.
    ///
    /// The folder appears whole or not at all.
    ///
    /// # Errors
    /// [`StoreError::FolderNotEmpty`], [`StoreError::File`], [`StoreError::Database`].
    pub fn create(folder: &Path, new: &NewWorkspace, holder: &Holder, now: Instant) -> Result<Self> {
        Self::create_on(&Disk::default(), folder, new, holder, now)
    }

    /// Creates a workspace on this disk: a test's may fail.
    ///
    /// # Errors
    /// As [`Workspace::create`].
    pub fn create_on(disk: &Disk, folder: &Path, new: &NewWorkspace, holder: &Holder, now: Instant) -> Result<Self> {
        refuse_elsewhere(folder)?;
        let there = folder.exists();
        if there && !disk.is_empty(folder)? {
            return Err(StoreError::FolderNotEmpty { folder: folder.to_owned() });
        }
        let parent = folder_of(folder);
        disk.create_folders(parent)?;
        sweep_drafts(folder, disk);
        let draft = draft_folder(folder, &new.key);
        let made = build(disk, &draft, new, holder, now).and_then(|()| {
            // Elsewhere an empty folder is replaced in one step.
            if there && cfg!(windows) {
                disk.remove_empty_folder(folder)?;
            }
            disk.rename(&draft, folder)
        });
        if made.is_err() {
            // What could not be made is not left behind; the reason told is the first one.
            let _ = std::fs::remove_dir_all(&draft);
        }
        made.and_then(|()| disk.sync_folder(parent))?;
        Self::open_on(disk, folder, &Credentials::Nothing, holder, now)
    }

    /// Opens a workspace that has no passphrase: takes its lock, then checks every page of its database and the chain of
    /// its journal.
    ///
    /// # Errors
    /// As [`Self::open_with`].
    pub fn open(folder: &Path, holder: &Holder, now: Instant) -> Result<Self> {
        Self::open_with(folder, &Credentials::Nothing, holder, now)
    }

    /// Opens a workspace with what a person has: takes its lock, finds its key, then checks every page of its database
    /// and the chain of its journal.
    ///
    /// # Errors
    /// [`StoreError::NotAWorkspace`], [`StoreError::DescriptorDamaged`], [`StoreError::ProtectionUnknown`],
    /// [`StoreError::Locked`], [`StoreError::Newer`], [`StoreError::DatabaseMissing`], [`StoreError::KeyRefused`],
    /// [`StoreError::Damaged`], [`StoreError::JournalAltered`]; [`StoreError::PassphraseNeeded`], [`StoreError::PassphraseWrong`],
    /// [`StoreError::AccountNeeded`], [`StoreError::AccountsAltered`], [`StoreError::RecoveryNone`],
    /// [`StoreError::RecoveryWrong`]: in each case nothing was changed, and nothing empty put in its place.
    pub fn open_with(folder: &Path, with: &Credentials, holder: &Holder, now: Instant) -> Result<Self> {
        Self::open_on(&Disk::default(), folder, with, holder, now)
    }

    /// Opens a workspace on this disk: a test's may fail.
    ///
    /// # Errors
    /// As [`Workspace::open_with`].
    pub fn open_on(disk: &Disk, folder: &Path, with: &Credentials, holder: &Holder, now: Instant) -> Result<Self> {
        ShutWorkspace::take(disk, folder, with, holder, now)?.open(now).map_err(|(_, error)| error)
    }

    /// The workspace of an open database.
    pub(crate) fn of(shut: ShutWorkspace, connection: Connection) -> Self {
        let ShutWorkspace { folder, descriptor, unlocked, user, disk, lock } = shut;
        let Unlocked { key, account, .. } = unlocked;
        let (journal_key, files) = (JournalKey::of(&key), RefCell::new(None));
        Self { folder, descriptor, key, account, user, disk, connection, journal_key, files, lock }
    }

    /// Closes the database; the lock stays held. What it could not write into its file stays in its log, beside it.
    #[must_use]
    pub fn shut(self) -> ShutWorkspace {
        self.apart().1
    }

    /// The open database, and the rest.
    pub(crate) fn apart(self) -> (Connection, ShutWorkspace) {
        let Self { folder, descriptor, key, account, user, disk, connection, lock, .. } = self;
        let unlocked = Unlocked { key, account, renewed: None };
        (connection, ShutWorkspace { folder, descriptor, unlocked, user, disk, lock })
    }

    /// The same workspace by a second connection to its database, for another thread: what it does is seen by this one once it
    /// is done, and this one reads on meanwhile. Only one of the two may write at a time, which is the caller's business;
    /// afterwards this one is told to [look again](Self::look_again).
    ///
    /// # Errors
    /// When the database cannot be opened a second time.
    pub fn twin(&self) -> Result<Self> {
        let connection = connection::second(&self.folder.join(DATABASE), &self.key)?;
        Ok(Self {
            folder: self.folder.clone(),
            descriptor: self.descriptor.clone(),
            key: self.key.clone(),
            account: self.account.clone(),
            user: self.user.clone(),
            disk: self.disk.clone(),
            connection,
            journal_key: JournalKey::of(&self.key),
            files: RefCell::new(None),
            lock: Arc::clone(&self.lock),
        })
    }

    /// Has what is asked of the database from now on given up once `cancel` is set, with [`StoreError::Cancelled`]: for a
    /// [twin](Self::twin) that does one long thing.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn give_up_on(&self, cancel: Arc<AtomicBool>) -> Result<()> {
        let is_set = move || cancel.load(Ordering::Relaxed);
        Ok(self.connection.progress_handler(STEPS_A_LOOK, Some(is_set))?)
    }

    /// Forgets what was kept of the lists: a [twin](Self::twin) changed them.
    pub fn look_again(&self) {
        self.files.replace(None);
    }

    /// What is wrong with the database, read whole. Nothing when it is sound.
    #[cfg(test)]
    pub(crate) fn verify(&self) -> Result<Option<String>> {
        crate::backup::unsound(&self.connection, &self.journal_key)
    }

    /// What a folder says of itself without being opened; where that is damaged, what its newest backup says.
    ///
    /// # Errors
    /// [`StoreError::NotAWorkspace`], [`StoreError::DescriptorDamaged`], [`StoreError::ProtectionUnknown`],
    /// [`StoreError::Newer`].
    pub fn describe(folder: &Path) -> Result<Descriptor> {
        Descriptor::find(&Disk::default(), folder)
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

    /// The last `limit` things done, the newest first.
    ///
    /// # Errors
    /// [`StoreError::Database`] when the journal cannot be read.
    pub fn journal(&self, limit: usize) -> Result<Vec<JournalEntry>> {
        Ok(entries(&self.connection, limit)?)
    }

    /// Who works here, as the journal names them.
    #[must_use]
    pub fn who(&self) -> &str {
        self.account.as_ref().map_or(self.user.as_str(), |account| account.name.as_str())
    }

    /// Makes one change, journalled, whole or not at all.
    pub(crate) fn transact<T>(
        &mut self,
        kind: OperationKind,
        label: &str,
        now: Instant,
        work: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<(T, OperationId, Changes)> {
        let who = self.who().to_owned();
        let operation = Operation { kind, label, who: &who, key: &self.journal_key };
        let done = transact(&mut self.connection, &operation, now, work)?;
        // The operation is done whether or not this can be written: it is written again at the next opening.
        let _ = Witness::of(&self.connection).and_then(|reached| reached.write(&self.folder, &self.disk));
        if done.2.facts {
            self.files.replace(None);
        }
        Ok(done)
    }
}

fn build(disk: &Disk, folder: &Path, new: &NewWorkspace, holder: &Holder, now: Instant) -> Result<()> {
    disk.create_folder(folder)?;
    disk.create_folder(&folder.join(BACKUPS))?;
    let mut connection = connection::create(&folder.join(DATABASE), &new.key)?;
    let key = &JournalKey::of(&new.key);
    let operation = Operation { kind: OperationKind::Create, label: &new.name, who: &holder.user, key };
    transact(&mut connection, &operation, now, |tx| {
        tx.mark_facts();
        tx.summarise(json!({ "demo": new.demo }));
        Ok(())
    })?;
    connection.close().map_err(|(_, cause)| StoreError::Database(cause))?;
    Descriptor::new(&new.name, now, new.demo, new.key.clone()).write(disk, folder)
}
