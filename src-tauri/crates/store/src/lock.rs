use crate::disk::Disk;
use crate::error::{Result, StoreError, file_error};
use guichet_model::Instant;
use serde::{Deserialize, Serialize};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

const LOCK: &str = "workspace.lock";
/// Beside the lock, because some systems let nobody read a locked file.
const HOLDER: &str = "workspace.holder";

/// Who works with a workspace: written in its lock and in its journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The person's name on the computer.
    pub user: String,
    /// The computer's name.
    pub host: String,
}

#[derive(Serialize, Deserialize)]
struct Written {
    user: String,
    host: String,
    since: String,
}

/// The one writer's hold on a workspace's folder, until dropped. The system frees it when the process dies.
pub(crate) struct Lock {
    file: File,
    holder: PathBuf,
}

impl Lock {
    pub(crate) fn take(disk: &Disk, folder: &Path, holder: &Holder, now: Instant) -> Result<Self> {
        let path = folder.join(LOCK);
        let file = disk.open_or_create(&path)?;
        let holder_file = folder.join(HOLDER);
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(locked(&holder_file)),
            Err(TryLockError::Error(cause)) => return Err(file_error(path)(cause)),
        }
        let since = guichet_model::instant_text(now);
        let written = Written { user: holder.user.clone(), host: holder.host.clone(), since };
        let text = serde_json::to_string(&written).map_err(|cause| file_error(&holder_file)(cause.into()))?;
        disk.write_whole(&holder_file, text.as_bytes())?;
        Ok(Self { file, holder: holder_file })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A holder file left behind is only words; the lock itself is what refuses a second writer.
        let _ = std::fs::remove_file(&self.holder);
        let _ = self.file.unlock();
    }
}

fn locked(holder: &Path) -> StoreError {
    let written = std::fs::read_to_string(holder).ok().and_then(|text| serde_json::from_str::<Written>(&text).ok());
    match written {
        Some(Written { user, host, since }) => StoreError::Locked { user, host, since },
        None => StoreError::Locked { user: String::new(), host: String::new(), since: String::new() },
    }
}
