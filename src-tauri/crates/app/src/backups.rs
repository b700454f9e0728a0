//! Backups from the command line: made, verified, put back.

use crate::access::Access;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::words;
use guichet_model::{Language, Message};
use guichet_store::{JournalEntry, Role, StoreError};
use serde_json::{Value, json};

pub use guichet_store::{Backup, BackupReason, BackupRecord, Flaw, Held, RestorePreview};

/// Makes a backup, verified by opening it.
///
/// # Errors
/// [`AppError::Store`] when it could not be made; the older ones are then as they were.
pub fn back_up(workspace: &Access) -> Result<Backup, AppError> {
    let now = now_in_paris();
    let workspace = workspace.take(Role::Read)?.open(now).map_err(|(_, error)| error)?;
    Ok(workspace.back_up(BackupReason::Asked, now)?)
}

/// What restoring did, or would do.
pub struct Restored {
    /// The backup, and what differs; nothing when the workspace does not open.
    pub preview: Option<RestorePreview>,
    /// The backup restored.
    pub backup: String,
    /// The backup made of the state of before; nothing when it does not open, or when nothing was done.
    pub kept: Option<Backup>,
    /// The folder where the files of a damaged workspace are kept.
    pub aside: Option<String>,
    /// Whether it was done.
    pub done: bool,
}

impl Restored {
    /// The JSON of `restore`: an outward contract, changed only by adding.
    #[must_use]
    pub fn json(&self) -> Value {
        let entry = |entry: &JournalEntry| json!({ "operation": entry.operation.0, "at": entry.at, "kind": entry.kind.as_str(), "label": entry.label });
        let entries = |entries: &[JournalEntry]| entries.iter().map(entry).collect::<Vec<_>>();
        let preview = self.preview.as_ref();
        let counts = |preview: &RestorePreview| -> serde_json::Map<String, Value> {
            let count = |(table, now, then): &(String, u64, u64)| (table.clone(), json!({ "now": now, "then": then }));
            preview.counts.iter().map(count).collect()
        };
        json!({
            "backup": self.backup, "done": self.done, "damaged": self.preview.is_none(),
            "same": preview.map(|preview| preview.same),
            "drafts": preview.map(|preview| preview.drafts),
            "lost": preview.map(|preview| entries(&preview.lost)),
            "regained": preview.map(|preview| entries(&preview.regained)),
            "counts": preview.map(counts),
            "kept": self.kept.as_ref().map(|kept| kept.name.as_str()), "aside": self.aside,
        })
    }
}

/// Puts a backup back. The state of before is backed up first; of a workspace that does not open, the files are kept aside.
/// Unless `really`, says what would be done, and does nothing. It takes back what others decided: of a workspace that opens it is
/// for whoever administers it; of one that does not, for whoever enters data.
///
/// # Errors
/// [`AppError::Store`] when the backup cannot be used or something fails, [`AppError::NotAllowed`]: the workspace is then as it
/// was.
pub fn restore(workspace: &Access, name: &str, really: bool) -> Result<Restored, AppError> {
    let now = now_in_paris();
    let mut restored = Restored { preview: None, backup: name.to_owned(), kept: None, aside: None, done: really };
    let shut = match workspace.take(if really { Role::Enter } else { Role::Read })?.open(now) {
        Ok(open) => {
            restored.preview = Some(open.preview_restore(name)?);
            if !really {
                return Ok(restored);
            }
            if open.role() < Role::Administer {
                return Err(AppError::NotAllowed { least: Role::Administer });
            }
            restored.kept = Some(open.back_up(BackupReason::BeforeRestore, now)?);
            open.shut()
        }
        Err((shut, error)) => {
            let error = AppError::Store(error);
            if !error.needs_rescue() {
                return Err(error);
            }
            if let Some(flaw) = shut.verify_backup(name)? {
                return Err(StoreError::BackupUnsound { name: name.to_owned(), flaw }.into());
            }
            *shut
        }
    };
    if really {
        restored.aside = shut.put_back(name, restored.preview.is_none(), now)?;
        shut.open(now).map_err(|(_, error)| error)?;
    }
    Ok(restored)
}

/// The tables whose counts people know, by the word for what a row of it is.
const COUNTED: [&str; 7] =
    ["person", "registration", "certificate", "past_registration", "request", "document", "source_file"];

/// How much of each thing there is now and would be, where that differs.
#[must_use]
pub fn counted(preview: &RestorePreview) -> Vec<Message> {
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let known = preview.counts.iter().filter(|(table, ..)| COUNTED.contains(&table.as_str()));
    let told = |(table, now, then): &(String, u64, u64)| {
        Message::new("restore-counts")
            .with("what", Message::new(format!("restore-table-{}", table.replace('_', "-"))))
            .with("now", count(*now))
            .with("then", count(*then))
    };
    let drafts = preview.drafts.then(|| Message::new("restore-drafts"));
    known.map(told).chain(drafts).collect()
}

/// What was found of a workspace and its backups by reading all of them.
pub struct Verification {
    /// What the workspace holds; nothing when only backups were asked about, or when it does not open.
    pub workspace: Option<Held>,
    /// What is wrong with the workspace.
    pub error: Option<AppError>,
    /// The backups, the newest first, and what is wrong with each.
    pub backups: Vec<(Backup, Option<Flaw>)>,
}

impl Verification {
    /// Whether everything looked at is sound.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.error.is_none() && self.backups.iter().all(|(_, flaw)| flaw.is_none())
    }

    /// The JSON of `verify`: an outward contract, changed only by adding.
    #[must_use]
    pub fn json(&self, language: Language) -> Value {
        let backups: Vec<Value> =
            self.backups.iter().map(|(backup, flaw)| backup_json(backup, flaw.as_ref(), language)).collect();
        let held = |held: &Held| json!({ "sound": true, "schema": held.schema, "entries": held.entries, "head": held.head, "state": held.state });
        let broken = |error: &AppError| json!({ "sound": false, "why": words::say(language, &error.message()) });
        let workspace = self.error.as_ref().map(broken).or_else(|| self.workspace.as_ref().map(held));
        json!({ "sound": self.is_sound(), "workspace": workspace, "backups": backups })
    }
}

/// Reads a workspace and its backups whole, or one backup alone. Nothing is changed: a database of before is not brought up to
/// date.
///
/// # Errors
/// [`AppError::Store`] when there is no such workspace or backup, when its key is not to be had, or when somebody has it
/// open. A workspace or a backup that is damaged is an answer.
pub fn verify(workspace: &Access, backup: Option<&str>) -> Result<Verification, AppError> {
    let shut = workspace.take(Role::Read)?;
    let listed = shut.backup_list()?;
    if let Some(name) = backup.filter(|name| listed.iter().all(|backup| backup.name != *name)) {
        return Err(StoreError::NoSuchBackup { name: name.to_owned() }.into());
    }
    let asked = listed.into_iter().filter(|listed| backup.is_none_or(|name| listed.name == name));
    let judged = |backup: Backup| shut.verify_backup(&backup.name).map(|flaw| (backup, flaw));
    let backups = asked.map(judged).collect::<Result<_, _>>()?;
    let (workspace, error) = match backup {
        Some(_) => (None, None),
        None => match shut.verify() {
            Ok(held) => (Some(held), None),
            Err(error) => (None, Some(AppError::Store(error))),
        },
    };
    Ok(Verification { workspace, error, backups })
}

/// One backup in JSON: an outward contract, changed only by adding.
#[must_use]
pub fn backup_json(backup: &Backup, flaw: Option<&Flaw>, language: Language) -> Value {
    let record = backup.record.as_ref();
    json!({
        "name": backup.name,
        "folder": backup.folder.display().to_string(),
        "at": record.map(|record| record.at.as_str()),
        "reason": record.map(|record| record.reason),
        "program": record.map(|record| record.program.as_str()),
        "schema": record.map(|record| record.schema),
        "entries": record.map(|record| record.entries),
        "head": record.map(|record| record.head.as_str()),
        "state": record.and_then(|record| record.state.as_deref()),
        "sha256": record.map(|record| record.sha256.as_str()),
        "bytes": record.map(|record| record.bytes),
        "counts": record.map(|record| &record.counts),
        "sound": flaw.is_none(),
        "why": flaw.map(|flaw| words::say(language, &flaw.message())),
    })
}

/// A backup in words: when and why it was made, what it holds.
#[must_use]
pub fn told(backup: &Backup) -> Message {
    let Some(record) = &backup.record else {
        return Message::new("backup-line-unreadable").with("name", backup.name.as_str());
    };
    let count = |table: &str| record.counts.get(table).copied().unwrap_or_default().to_string();
    let message = Message::new("backup-line")
        .with("name", backup.name.as_str())
        .with("reason", Message::new(format!("backup-reason-{}", record.reason.as_str())))
        .with("files", count("registration"))
        .with("entries", record.entries.to_string());
    match guichet_model::parse_instant(&record.at) {
        Some((at, _)) => message.with("at", at),
        None => message.with("at", record.at.as_str()),
    }
}
