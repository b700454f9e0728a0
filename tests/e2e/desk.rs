//! The real application, opened for a test on an empty data folder of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::process::Screen;
use crate::webdriver::Page;

/// An open window. Everything it made goes with it.
pub(crate) struct Desk {
    /// The page in the window.
    pub(crate) page: Page,
    /// Where the save dialog answers to save.
    pub(crate) saved: PathBuf,
    pictures: PathBuf,
    _home: tempfile::TempDir,
    _screen: Screen,
}

impl Desk {
    /// Opens the window as at a first start.
    pub(crate) fn open() -> Self {
        Self::open_with(&[])
    }

    /// The same, its dialog for files answering these: their names and what is in them.
    pub(crate) fn open_with(files: &[(&str, &str)]) -> Self {
        Self::open_as(Path::new(env!("CARGO_BIN_EXE_guichet")), files)
    }

    /// Opens the window through a program that starts it.
    pub(crate) fn open_as(guichet: &Path, files: &[(&str, &str)]) -> Self {
        build_the_reader();
        let screen = Screen::get();
        let home = tempfile::tempdir().unwrap();
        let saved = home.path().join("saved");
        std::fs::create_dir(&saved).unwrap();
        let answers = home.path().join("answers.json");
        let written = |(name, text): &(&str, &str)| {
            let path = home.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let picked: Vec<PathBuf> = files.iter().map(written).collect();
        std::fs::write(&answers, json!({ "pick_save": saved, "pick_files": picked }).to_string()).unwrap();
        let environment = [
            ("TAURI_WEBVIEW_AUTOMATION", "true"),
            ("GUICHET_HOME", home.path().to_str().unwrap()),
            ("DISPLAY", &screen.name),
            ("GDK_BACKEND", "x11"),
            // No session bus: it would hand over to a Guichet that this computer's user has open.
            ("DBUS_SESSION_BUS_ADDRESS", "disabled:"),
            ("NO_AT_BRIDGE", "1"),
        ];
        let pictures = pictures();
        let log = pictures.join("window.log");
        let page = Page::open(guichet, &["--answers", answers.to_str().unwrap()], &environment, &log);
        Self { page, saved, pictures, _home: home, _screen: screen }
    }

    /// Keeps a picture of the window as it is now.
    pub(crate) fn picture(&self, name: &str) {
        self.page.picture(&self.pictures.join(format!("window-{name}.png")));
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // What the window showed says more than the panic; where even that cannot be had, the panic stays.
            let _ = catch_unwind(AssertUnwindSafe(|| self.picture("failed")));
        }
    }
}

/// Where pictures go: the folder asked for, or one in cargo's target folder.
fn pictures() -> PathBuf {
    let asked = std::env::var_os("GUICHET_PICTURES").map(PathBuf::from);
    let folder = asked.unwrap_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("window"));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The window starts `guichet-cli` to read files, and cargo does not build another package's program for a test.
fn build_the_reader() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--workspace", "--bins", "--quiet"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let built = cargo.env("CARGO_TARGET_DIR", target).status().unwrap();
    assert!(built.success(), "guichet-cli could not be built");
}
