//! What the backups of a workspace are kept by. It is about this computer's disks: it lies beside the backups, neither in
//! the database nor in its journal.

use super::list::BACKUPS;
use crate::disk::Disk;
use crate::error::{Result, file_error};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const FILE_NAME: &str = "keeping.json";
/// Two gibibytes.
const QUOTA: u64 = 2 << 30;

/// How the backups of a workspace are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Keeping {
    /// How much of the disk they may take, in bytes.
    pub quota: u64,
    /// The folder where each one is copied too.
    pub second_place: Option<PathBuf>,
    /// What came of the last self-test.
    pub tested: Option<SelfTest>,
}

/// A backup restored into memory, to see whether it can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfTest {
    /// When, Paris civil time, `yyyy-mm-ddThh:mm:ss`.
    pub at: String,
    /// The backup.
    pub backup: String,
    /// Whether it restored to what it was made from.
    pub sound: bool,
}

impl Default for Keeping {
    fn default() -> Self {
        Self { quota: QUOTA, second_place: None, tested: None }
    }
}

impl Keeping {
    /// How a workspace's backups are kept: without a readable file, by default.
    pub(crate) fn read(folder: &Path, disk: &Disk) -> Self {
        let text = disk.read(&folder.join(BACKUPS).join(FILE_NAME)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    pub(crate) fn write(&self, folder: &Path, disk: &Disk) -> Result<()> {
        let path = folder.join(BACKUPS).join(FILE_NAME);
        let text = serde_json::to_vec_pretty(self).map_err(|cause| file_error(&path)(cause.into()))?;
        disk.write_whole(&path, &text)
    }
}
