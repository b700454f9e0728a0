//! What only a desktop has, lent to the app: dialogs, the reader beside the executable, the user's folder, the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use guichet_app::{Host, ReaderCommand};
use serde_json::Value;
use tauri::{AppHandle, Emitter, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::arguments::Arguments;
use crate::window::LABEL;

/// Spreadsheets that can be read.
const SHEETS: &[&str] =
    &["xlsx", "xlsm", "xlsb", "xls", "ods", "fods", "csv", "tsv", "txt", "xml", "html", "htm", "mht", "mhtml", "zip"];

/// The host of this process: the desktop, or the desktop with its dialogs answered from a file.
pub(crate) fn of(handle: &AppHandle, arguments: &Arguments) -> Result<Arc<dyn Host>, Box<dyn std::error::Error>> {
    let desktop = Desktop::new(handle.clone())?;
    #[cfg(debug_assertions)]
    if let Some(file) = &arguments.answers {
        return Ok(Arc::new(answered::Answered::new(desktop, file)?));
    }
    #[cfg(not(debug_assertions))]
    let Arguments { .. } = arguments;
    Ok(Arc::new(desktop))
}

/// The desktop.
struct Desktop {
    handle: AppHandle,
    data: PathBuf,
    reader: PathBuf,
}

impl Desktop {
    fn new(handle: AppHandle) -> Result<Self, Box<dyn std::error::Error>> {
        let data = match std::env::var_os("GUICHET_HOME") {
            Some(folder) => folder.into(),
            // Local, not roaming: a roaming profile would copy a database that is in use.
            None => handle.path().app_local_data_dir()?,
        };
        let reader = std::env::current_exe()?.with_file_name(format!("guichet-cli{}", std::env::consts::EXE_SUFFIX));
        Ok(Self { handle, data, reader })
    }

    fn dialog(&self) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.handle.dialog().file();
        match self.handle.get_webview_window(LABEL) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

/// Dialogs block their thread: commands run on worker threads, never on the window's.
impl Host for Desktop {
    fn pick_files(&self) -> Option<Vec<PathBuf>> {
        let chosen = self.dialog().add_filter(SHEETS.join(", "), SHEETS).blocking_pick_files()?;
        chosen.into_iter().map(path).collect()
    }

    fn pick_workspace(&self) -> Option<PathBuf> {
        self.dialog().add_filter("workspace.guichet", &["guichet"]).blocking_pick_file().and_then(path)
    }

    fn pick_save(&self, suggested_name: &str) -> Option<PathBuf> {
        let ending = suggested_name.rsplit_once('.').map_or("xlsx", |(_, ending)| ending);
        self.dialog().add_filter(ending, &[ending]).set_file_name(suggested_name).blocking_save_file().and_then(path)
    }

    fn pick_toml(&self) -> Option<PathBuf> {
        self.dialog().add_filter("toml", &["toml"]).blocking_pick_file().and_then(path)
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        self.dialog().blocking_pick_folder().and_then(path)
    }

    fn show_folder(&self, folder: &Path) -> std::io::Result<()> {
        let program = if cfg!(windows) {
            "explorer"
        } else if cfg!(target_os = "macos") {
            "open"
        } else {
            "xdg-open"
        };
        let mut shown = std::process::Command::new(program).arg(folder).spawn()?;
        // Whoever shows it may stay as long as the folder is open.
        std::thread::spawn(move || shown.wait());
        Ok(())
    }

    fn reader(&self) -> ReaderCommand {
        ReaderCommand::new(self.reader.clone())
    }

    fn data_folder(&self) -> PathBuf {
        self.data.clone()
    }

    fn emit(&self, event: &str, payload: Value) {
        // A window that was closed meanwhile misses nothing.
        let _ = self.handle.emit_to(LABEL, event, payload);
    }
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}

/// The desktop with its dialogs answered from a file: a test drives the window, and no test can drive a native dialog.
#[cfg(debug_assertions)]
mod answered {
    use std::path::{Path, PathBuf};

    use guichet_app::{Host, ReaderCommand};
    use serde::Deserialize;
    use serde_json::Value;

    use super::Desktop;

    /// What each dialog answers; nothing is "given up".
    #[derive(Default, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct Answers {
        pick_files: Option<Vec<PathBuf>>,
        pick_workspace: Option<PathBuf>,
        /// The folder to save in, under the name suggested.
        pick_save: Option<PathBuf>,
        pick_toml: Option<PathBuf>,
        pick_folder: Option<PathBuf>,
    }

    pub(super) struct Answered {
        desktop: Desktop,
        answers: Answers,
    }

    impl Answered {
        pub(super) fn new(desktop: Desktop, file: &Path) -> Result<Self, Box<dyn std::error::Error>> {
            Ok(Self { desktop, answers: serde_json::from_slice(&std::fs::read(file)?)? })
        }
    }

    impl Host for Answered {
        fn pick_files(&self) -> Option<Vec<PathBuf>> {
            self.answers.pick_files.clone()
        }

        fn pick_workspace(&self) -> Option<PathBuf> {
            self.answers.pick_workspace.clone()
        }

        fn pick_save(&self, suggested_name: &str) -> Option<PathBuf> {
            self.answers.pick_save.as_ref().map(|folder| folder.join(suggested_name))
        }

        fn pick_toml(&self) -> Option<PathBuf> {
            self.answers.pick_toml.clone()
        }

        fn pick_folder(&self) -> Option<PathBuf> {
            self.answers.pick_folder.clone()
        }

        fn show_folder(&self, folder: &Path) -> std::io::Result<()> {
            self.desktop.show_folder(folder)
        }

        fn reader(&self) -> ReaderCommand {
            self.desktop.reader()
        }

        fn data_folder(&self) -> PathBuf {
            self.desktop.data_folder()
        }

        fn emit(&self, event: &str, payload: Value) {
            self.desktop.emit(event, payload);
        }
    }
}
