use guichet_intake::ReaderCommand;
use std::path::{Path, PathBuf};

/// What a use case needs from the place where it runs, and nothing more: dialogs, the reader, a folder, the window.
///
/// The desktop lends the real ones; tests lend answers. Paths never come from the window's own script.
pub trait Host: Send + Sync {
    /// Asks for spreadsheets to import; `None` when the person gave up.
    fn pick_files(&self) -> Option<Vec<PathBuf>>;
    /// Asks for a workspace, by its `workspace.guichet` file; `None` when the person gave up.
    fn pick_workspace(&self) -> Option<PathBuf>;
    /// Asks where to write a file; `None` when the person gave up.
    fn pick_save(&self, suggested_name: &str) -> Option<PathBuf>;
    /// Asks for a file of ours that people share, a mapping or a rulebook (TOML); `None` when the person gave up.
    fn pick_toml(&self) -> Option<PathBuf>;
    /// Asks for a folder; `None` when the person gave up.
    fn pick_folder(&self) -> Option<PathBuf>;
    /// Shows a folder in the system's file manager.
    ///
    /// # Errors
    /// When the system has none, or refuses.
    fn show_folder(&self, folder: &Path) -> std::io::Result<()>;
    /// How to start the reader of foreign files.
    fn reader(&self) -> ReaderCommand;
    /// The folder for this user's data on this computer. It need not exist yet.
    fn data_folder(&self) -> PathBuf;
    /// Sends an event to the window.
    fn emit(&self, event: &str, payload: serde_json::Value);
}
