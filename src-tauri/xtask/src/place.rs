//! Where things are: the project's folder and the folder in which cargo builds.

use std::fs;
use std::path::{Path, PathBuf};

/// The folders a verb works in.
pub(crate) struct Place {
    /// The project's folder.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, outside the project when a cache folder of the user can be written.
    pub(crate) target: PathBuf,
}

impl Place {
    /// Finds both. The target folder is `CARGO_TARGET_DIR` when that is set.
    pub(crate) fn find() -> Result<Self, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .ok_or("the project's folder cannot be found from this executable")?
            .to_owned();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => shared_target().unwrap_or_else(|| root.join("target")),
        };
        Ok(Self { root, target })
    }

    /// The folder of the screens' sources.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// An executable of the workspace, as `cargo build` leaves it.
    pub(crate) fn executable(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// A folder for what a verb produces, emptied first.
    pub(crate) fn fresh_output(&self, name: &str) -> Result<PathBuf, String> {
        let folder = self.target.join("xtask").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(|e| format!("{} cannot be emptied: {e}", folder.display()))?;
        }
        fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be created: {e}", folder.display()))?;
        Ok(folder)
    }
}

/// `~/.cache/guichet/target`, when it can be written: several clones then share one compilation.
fn shared_target() -> Option<PathBuf> {
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty())?;
    let folder = Path::new(&home).join(".cache/guichet/target");
    fs::create_dir_all(&folder).ok()?;
    let probe = folder.join(format!(".writable-{}", std::process::id()));
    fs::write(&probe, b"").ok()?;
    fs::remove_file(&probe).ok()?;
    Some(folder)
}
