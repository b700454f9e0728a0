//! One database in the place of another, with its log: done whole, whatever interrupts it.
//!
//! The database to come is prepared beside the present one. Writing the intent decides: from then on the exchange is
//! ended at the next opening, wherever it stopped. Without an intent, what was prepared is a draft and goes.

use crate::disk::Disk;
use crate::error::{Result, StoreError, file_error};
use crate::witness::Witness;
use crate::workspace::DATABASE;
use serde::{Deserialize, Serialize};
use std::path::{Component, Path, PathBuf};

const INTENT: &str = "exchange.json";
/// Where the database to come is prepared.
const INCOMING: &str = ".incoming.db";
/// Where the present one goes when it is not kept: it is in a backup.
const REPLACED: &str = ".replaced";
/// The database last: as long as it is there, what is left of the exchange is to be done.
const PARTS: [&str; 3] = ["data.db-wal", "data.db-shm", DATABASE];
/// What SQLite lays beside a database.
const ENDS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

#[derive(Serialize, Deserialize)]
struct Intent {
    /// The folder where the present files go.
    aside: String,
    /// Whether they stay there.
    keep: bool,
    /// What the database to come has in its journal.
    witness: Witness,
}

/// Where to prepare the database to come; nothing lies there.
pub(crate) fn incoming(folder: &Path, disk: &Disk) -> Result<PathBuf> {
    let incoming = folder.join(INCOMING);
    for end in ENDS {
        disk.remove_file(&folder.join(format!("{INCOMING}{end}")))?;
    }
    Ok(incoming)
}

/// Puts the prepared database in the place of the present one, whose files go together into a folder of this name to
/// stay, or go. The database to come is closed and has no log.
pub(crate) fn exchange(folder: &Path, kept_in: Option<&str>, witness: &Witness, disk: &Disk) -> Result<()> {
    disk.sync(&folder.join(INCOMING))?;
    disk.sync_folder(folder)?;
    let (aside, keep) = (kept_in.unwrap_or(REPLACED).to_owned(), kept_in.is_some());
    let intent = Intent { aside, keep, witness: witness.clone() };
    let path = folder.join(INTENT);
    let text = serde_json::to_vec(&intent).map_err(|cause| file_error(&path)(cause.into()))?;
    disk.write_whole(&path, &text)?;
    end_exchange(folder, disk)
}

/// Ends an exchange that was decided, and forgets one that was not.
pub(crate) fn end_exchange(folder: &Path, disk: &Disk) -> Result<()> {
    let path = folder.join(INTENT);
    if !path.exists() {
        return incoming(folder, disk).map(|_| ());
    }
    let intent = serde_json::from_slice(&disk.read(&path)?).ok().filter(Intent::stays_here);
    let Some(Intent { aside, keep, witness }) = intent else {
        return Err(StoreError::Damaged { file: path, detail: INTENT.to_owned() });
    };
    let (incoming, aside) = (folder.join(INCOMING), folder.join(aside));
    if incoming.exists() {
        disk.create_folders(&aside)?;
        for part in PARTS.iter().filter(|part| folder.join(part).exists()) {
            disk.rename(&folder.join(part), &aside.join(part))?;
        }
        disk.sync_folder(&aside)?;
        disk.sync_folder(folder)?;
        disk.rename(&incoming, &folder.join(DATABASE))?;
        disk.sync_folder(folder)?;
    }
    witness.write(folder, disk)?;
    if !keep {
        disk.remove_folder(&aside)?;
    }
    disk.remove_file(&path)?;
    disk.sync_folder(folder)
}

impl Intent {
    /// Whether the folder it names is one of the workspace's own.
    fn stays_here(&self) -> bool {
        let mut parts = Path::new(&self.aside).components();
        matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
    }
}
