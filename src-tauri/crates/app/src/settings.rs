//! Preferences of this computer's user, kept in the application's data folder, outside any workspace.

use crate::failure::AppError;
use crate::whole_file::write_whole;
use crate::wire::{Settings, ZOOM};
use std::path::{Path, PathBuf};

/// Reads the preferences. Without a readable file they are the defaults: nothing else depends on them.
pub(crate) fn read(data_folder: &Path) -> Settings {
    let text = std::fs::read_to_string(file(data_folder)).unwrap_or_default();
    within(serde_json::from_str(&text).unwrap_or_default())
}

/// The same, with a zoom at which one can still see what to change it with.
pub(crate) fn within(settings: Settings) -> Settings {
    Settings { zoom: settings.zoom.clamp(*ZOOM.start(), *ZOOM.end()), ..settings }
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

#[cfg(test)]
mod tests {
    use super::{file, read, write};
    use crate::wire::{Density, Settings, Theme};

    #[test]
    fn what_was_kept_is_read_again_within_its_bounds() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(read(folder.path()), Settings::default(), "nothing was kept");
        let chosen = Settings { theme: Theme::Contrast, density: Density::Airy, zoom: 150, ..Settings::default() };
        write(folder.path(), &chosen).expect("kept");
        assert_eq!(read(folder.path()), chosen);
        for (written, expected) in [(0, 100), (60_000, 400)] {
            std::fs::write(file(folder.path()), format!(r#"{{"language":"en","zoom":{written}}}"#)).expect("written");
            let found = read(folder.path());
            assert_eq!((found.zoom, found.letters), (expected, true), "older files say less");
        }
    }
}
