use super::record::{self, BackupRecord};
use crate::disk::Disk;
use crate::error::{Result, StoreError};
use std::path::{Path, PathBuf};

/// Name of the folder of backups in a workspace's folder.
pub(crate) const BACKUPS: &str = "backups";
/// How the name of a copy begins that is being made, or that an interruption left.
pub(super) const DRAFT: &str = ".draft-";

/// One backup, as its folder tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The name of its folder.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// What it says of itself; nothing when that cannot be read, or is not what was written.
    pub record: Option<BackupRecord>,
}

impl Backup {
    /// The backups of a workspace's folder, the newest first. Nothing is opened.
    ///
    /// # Errors
    /// [`StoreError::File`] when the folder of backups cannot be listed.
    pub fn list(folder: &Path) -> Result<Vec<Self>> {
        Self::list_in(folder, &Disk::default())
    }

    pub(crate) fn list_in(folder: &Path, disk: &Disk) -> Result<Vec<Self>> {
        Self::list_at(&folder.join(BACKUPS), disk)
    }

    /// The backups in a folder of backups, the newest first.
    pub(crate) fn list_at(backups: &Path, disk: &Disk) -> Result<Vec<Self>> {
        let folders = disk.folders_in(backups)?.into_iter();
        let mut found: Vec<Self> =
            folders.filter(|folder| !hidden(folder)).map(|folder| Self::read(folder, disk)).collect();
        found.sort_by(|one, other| other.order().cmp(&one.order()));
        Ok(found)
    }

    /// The backup of this name.
    pub(crate) fn find(folder: &Path, name: &str, disk: &Disk) -> Result<Self> {
        let found = Self::list_in(folder, disk)?.into_iter().find(|backup| backup.name == name);
        found.ok_or_else(|| StoreError::NoSuchBackup { name: name.to_owned() })
    }

    fn read(folder: PathBuf, disk: &Disk) -> Self {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = disk.read(&folder.join(record::FILE_NAME)).ok();
        let record = text.and_then(|text| serde_json::from_slice(&text).ok());
        Self {
            name,
            folder,
            record: record.filter(|record: &BackupRecord| record.format == record::FORMAT && record.is_sealed()),
        }
    }

    /// By instant. What the journal had reached would not do: after a restore it is shorter than before.
    fn order(&self) -> (&str, &str) {
        (self.record.as_ref().map_or("", |record| record.at.as_str()), &self.name)
    }
}

/// A draft, or somebody's hidden folder.
fn hidden(folder: &Path) -> bool {
    folder.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'))
}
