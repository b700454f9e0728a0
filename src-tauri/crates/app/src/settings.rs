//! Preferences of this computer's user, kept in the application's data folder, outside any workspace.

use crate::failure::AppError;
use crate::whole_file::write_whole;
use crate::wire::Settings;
use std::path::{Path, PathBuf};

/// Reads the preferences. Without a readable file they are the defaults: nothing else depends on them.
pub(crate) fn read(data_folder: &Path) -> Settings {
    let text = std::fs::read_to_string(file(data_folder)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Keeps the preferences.
pub(crate) fn write(data_folder: &Path, settings: &Settings) -> Result<(), AppError> {
    let path = file(data_folder);
    std::fs::create_dir_all(data_folder).map_err(AppError::file(data_folder))?;
    let text = serde_json::to_string_pretty(settings).map_err(|error| AppError::NotACommand(error.to_string()))?;
    write_whole(&path, text.as_bytes())
}

fn file(data_folder: &Path) -> PathBuf {
    data_folder.join("settings.json")
}
