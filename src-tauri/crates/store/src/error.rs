use crate::backup::Flaw;
use crate::disk::Elsewhere;
use crate::history::{Dependent, NotUndoable};
use crate::transact::OperationId;
use guichet_model::{Catalogue, Language, Message, cause_of, parse_instant};
use rusqlite::{ErrorCode, ffi};
use std::fmt;
use std::path::PathBuf;

/// What a workspace can refuse, with a sentence for the person in front of the screen ([`StoreError::message`]).
#[derive(Debug)]
pub enum StoreError {
    /// The folder has no `workspace.guichet`, or its database is another application's.
    NotAWorkspace {
        /// The folder named.
        folder: PathBuf,
    },
    /// A workspace is created in a folder that already holds something.
    FolderNotEmpty {
        /// The folder named.
        folder: PathBuf,
    },
    /// `workspace.guichet` is there and cannot be understood.
    DescriptorDamaged {
        /// The file.
        file: PathBuf,
    },
    /// The workspace's key is wrapped in a way this version does not know.
    ProtectionUnknown {
        /// The way, as the file says it.
        wrapping: String,
    },
    /// The workspace is protected: a passphrase is needed to open it.
    PassphraseNeeded,
    /// Several accounts may open the workspace: whose passphrase it is must be said.
    AccountNeeded,
    /// No account of this name has this passphrase.
    PassphraseWrong,
    /// The accounts were edited outside this program: nobody's role can be trusted.
    AccountsAltered,
    /// The workspace has no recovery code.
    RecoveryNone,
    /// The recovery code is well typed, and another workspace's or a former one.
    RecoveryWrong,
    /// The computer has not the memory that checking a passphrase takes.
    MemoryShort,
    /// An account has this name already.
    AccountThere {
        /// The name.
        name: String,
    },
    /// No account has this name.
    AccountGone,
    /// An account's name has no letter, is too long, or holds what cannot be shown.
    AccountNameRefused,
    /// The account has the workspace open: it cannot be taken away from itself.
    AccountInUse,
    /// Nobody would be left to decide who may do what.
    LastAdministrator,
    /// The workspace has no accounts.
    NotProtected,
    /// The workspace was written by a newer version. It was not touched.
    Newer {
        /// Version of the folder's format or of the database's schema.
        found: i64,
        /// The highest version understood.
        known: i64,
    },
    /// The database is missing from the workspace's folder. Nothing was created in its place.
    DatabaseMissing {
        /// The file expected.
        file: PathBuf,
    },
    /// No page of the database opens with the workspace's key.
    KeyRefused {
        /// The database.
        file: PathBuf,
    },
    /// The database opens but a part of it was altered or lost.
    Damaged {
        /// The database.
        file: PathBuf,
        /// What was seen, for support.
        detail: String,
    },
    /// The database is whole, and its journal is not as it was written.
    JournalAltered {
        /// The database.
        file: PathBuf,
        /// The first operation whose entry was altered, removed or added.
        operation: OperationId,
    },
    /// Somebody else has the workspace open.
    Locked {
        /// Who.
        user: String,
        /// On which computer.
        host: String,
        /// Since when.
        since: String,
    },
    /// The workspace changed since the import plan was shown. Nothing was applied.
    PlanOutdated,
    /// An import was stopped. Nothing of it was kept.
    Cancelled,
    /// Later imports rest on the one to undo. Nothing was undone.
    UndoRefused {
        /// The import to undo.
        operation: OperationId,
        /// Its files.
        label: String,
        /// What rests on it, the newest first: to be undone before it, in this order.
        depends: Vec<Dependent>,
    },
    /// The operation cannot be undone. Nothing was changed.
    NotUndoable {
        /// The operation.
        operation: OperationId,
        /// Why.
        reason: NotUndoable,
    },
    /// A decision cannot be taken as it was asked. Nothing was changed.
    DecisionRefused {
        /// The key of the sentence that says why.
        sentence: &'static str,
    },
    /// There is not enough room on a disk. Nothing was written.
    NoRoom {
        /// The folder to write in.
        folder: PathBuf,
        /// The bytes needed.
        needed: u64,
        /// The bytes free.
        free: u64,
    },
    /// The database lacks operations that were done: its log was lost or altered, or an older copy took its place.
    Behind {
        /// The database.
        file: PathBuf,
        /// The last operation it holds.
        reached: i64,
        /// The last one that was done.
        known: i64,
    },
    /// The journal ends before that of a backup of the same workspace, or goes another way: an older copy took its place.
    CutBack {
        /// The database.
        file: PathBuf,
        /// The last operation it holds.
        reached: i64,
        /// The backup.
        backup: String,
        /// The last operation that the backup holds.
        known: i64,
    },
    /// A live workspace cannot be in this folder. A backup can.
    NotHere {
        /// The folder.
        folder: PathBuf,
        /// Why.
        elsewhere: Elsewhere,
    },
    /// A backup is another workspace's.
    BackupOfAnother {
        /// The backup.
        name: String,
    },
    /// Nothing of a damaged database can be read.
    NothingReadable {
        /// The database.
        file: PathBuf,
    },
    /// A second place for backups needs a passphrase: without one the copies there would hold their own key.
    SecondPlaceUnprotected,
    /// The workspace has no backup of this name.
    NoSuchBackup {
        /// The name.
        name: String,
    },
    /// What was to be purged is not in the workspace. Nothing was changed.
    NothingToPurge,
    /// A backup is not what it was made from.
    BackupUnsound {
        /// The backup.
        name: String,
        /// What is wrong with it.
        flaw: Flaw,
    },
    /// A file of the workspace could not be read or written.
    File {
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        cause: std::io::Error,
    },
    /// The database refused an operation. Nothing of it was kept.
    Database(rusqlite::Error),
}

impl StoreError {
    /// The sentence: what happened, where, what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        let path = |id: &str, path: &PathBuf| Message::new(id).with("path", path.display().to_string());
        match self {
            Self::NotAWorkspace { folder } => path("error-store-not-a-workspace", folder),
            Self::FolderNotEmpty { folder } => path("error-store-folder-not-empty", folder),
            Self::DescriptorDamaged { file } => path("error-store-descriptor-damaged", file),
            Self::ProtectionUnknown { wrapping } => {
                Message::new("error-store-protection-unknown").with("wrapping", wrapping.as_str())
            }
            Self::PassphraseNeeded => Message::new("error-store-passphrase-needed"),
            Self::AccountNeeded => Message::new("error-store-account-needed"),
            Self::PassphraseWrong => Message::new("error-store-passphrase-wrong"),
            Self::AccountsAltered => Message::new("error-store-accounts-altered"),
            Self::RecoveryNone => Message::new("error-store-recovery-none"),
            Self::RecoveryWrong => Message::new("error-store-recovery-wrong"),
            Self::MemoryShort => Message::new("error-store-memory-short"),
            Self::AccountThere { name } => Message::new("error-store-account-there").with("name", name.as_str()),
            Self::AccountGone => Message::new("error-store-account-gone"),
            Self::AccountNameRefused => Message::new("error-store-account-name"),
            Self::AccountInUse => Message::new("error-store-account-in-use"),
            Self::LastAdministrator => Message::new("error-store-last-administrator"),
            Self::NotProtected => Message::new("error-store-not-protected"),
            Self::Newer { found, known } => {
                Message::new("error-store-newer").with("found", found.to_string()).with("known", known.to_string())
            }
            Self::DatabaseMissing { file } => path("error-store-database-missing", file),
            Self::KeyRefused { file } => path("error-store-key-refused", file),
            Self::Damaged { file, detail } => path("error-store-damaged", file).with("detail", detail.as_str()),
            Self::JournalAltered { file, operation } => {
                path("error-store-journal-altered", file).with("operation", operation.0.to_string())
            }
            Self::Locked { user, host, since } => locked(user, host, since),
            Self::PlanOutdated => Message::new("error-store-plan-outdated"),
            Self::Cancelled => Message::new("error-store-cancelled"),
            Self::UndoRefused { operation, label, depends } => Message::new("error-store-undo-refused")
                .with("operation", operation.0.to_string())
                .with("label", label.as_str())
                .with("count", depends.len())
                .with("depends", depends.iter().map(Dependent::words).collect::<Vec<_>>().join(", ")),
            Self::NotUndoable { operation, reason } => Message::new("error-store-not-undoable")
                .with("operation", operation.0.to_string())
                .with("reason", reason.message()),
            Self::DecisionRefused { sentence } => Message::new(*sentence),
            Self::NoRoom { folder, needed, free } => {
                path("error-store-no-room", folder).with("needed", megabytes(*needed)).with("free", megabytes(*free))
            }
            Self::Behind { file, reached, known } => {
                path("error-store-behind", file).with("reached", reached.to_string()).with("known", known.to_string())
            }
            Self::CutBack { file, reached, backup, known } => path("error-store-cut-back", file)
                .with("reached", reached.to_string())
                .with("backup", backup.as_str())
                .with("known", known.to_string()),
            Self::NotHere { folder, elsewhere } => {
                path("error-store-not-here", folder).with("elsewhere", elsewhere.message())
            }
            Self::BackupOfAnother { name } => Message::new("error-store-backup-of-another").with("name", name.as_str()),
            Self::NothingReadable { file } => path("error-store-nothing-readable", file),
            Self::SecondPlaceUnprotected => Message::new("error-store-second-place-unprotected"),
            Self::NoSuchBackup { name } => Message::new("error-store-no-such-backup").with("name", name.as_str()),
            Self::NothingToPurge => Message::new("error-store-nothing-to-purge"),
            Self::BackupUnsound { name, flaw } => {
                Message::new("error-store-backup-unsound").with("name", name.as_str()).with("flaw", flaw.message())
            }
            Self::File { path: file, cause } => path("error-store-file", file).with("cause", cause_of(cause)),
            Self::Database(cause) => Message::new("error-store-database").with("cause", database_cause(cause)),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Catalogue::shared().render(Language::En, &self.message()))
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File { cause, .. } => Some(cause),
            Self::Database(cause) => Some(cause),
            _ => None,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(cause: rusqlite::Error) -> Self {
        // Nothing interrupts a connection but a task that is to stop.
        if cause.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) {
            return Self::Cancelled;
        }
        Self::Database(cause)
    }
}

/// Who has it, as far as the system told: neither the person's name nor the computer's need be known.
fn locked(user: &str, host: &str, since: &str) -> Message {
    let known = |name: &str| if name.is_empty() { "no" } else { "yes" };
    let message = Message::new("error-store-locked")
        .with("user", user)
        .with("host", host)
        .with("knows-user", known(user))
        .with("knows-host", known(host))
        .with("knows-since", known(since));
    match parse_instant(since) {
        Some((since, _)) => message.with("since", since),
        None => message.with("since", since),
    }
}

/// Why SQLite refused, in words; its own where none are known.
fn database_cause(cause: &rusqlite::Error) -> Message {
    // The index of a log could not be made as long as it has to be: there is no other reason.
    let no_room = cause.sqlite_error().is_some_and(|error| error.extended_code == ffi::SQLITE_IOERR_SHMSIZE);
    match cause.sqlite_error_code() {
        _ if no_room => Message::new("cause-disk-full"),
        Some(ErrorCode::DiskFull) => Message::new("cause-disk-full"),
        Some(ErrorCode::SystemIoFailure) => Message::new("cause-disk-failed"),
        Some(ErrorCode::ReadOnly) => Message::new("cause-read-only"),
        Some(ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Message::new("cause-refused"),
        _ => Message::new("cause-other").with("detail", cause.to_string()),
    }
}

/// Whole megabytes, at least one.
fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1 << 20).max(1).to_string()
}

/// A refusal by the file system, with the file it is about.
pub(crate) fn file_error(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> StoreError {
    let path = path.into();
    move |cause| StoreError::File { path, cause }
}

/// A stored value that cannot be what this program wrote.
pub(crate) fn unreadable(what: &'static str) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(0, what.to_owned(), rusqlite::types::Type::Blob)
}

/// The result of everything a workspace does.
pub type Result<T> = std::result::Result<T, StoreError>;
