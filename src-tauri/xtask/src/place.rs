//! Where things are: the project's folder and the folder in which cargo builds.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{cargo, must};

/// The folders a verb works in.
pub(crate) struct Place {
    /// The project's folder.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, outside the project when a cache folder of the user can be written.
    pub(crate) target: PathBuf,
}

impl Place {
    /// Finds both. The target folder is `CARGO_TARGET_DIR` when that is set.
    ///
    /// Cargo says where this package lies when it runs it; what was compiled in may be another clone's, which shares the
    /// target folder.
    pub(crate) fn find() -> Result<Self, String> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&package)
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

    /// Makes the target folder this clone's. Cargo tells what is up to date by times alone: what another clone compiled there
    /// last, whose paths are in it, would be taken for ours. The libraries stay.
    pub(crate) fn take_over(&self) -> Result<(), String> {
        let stamp = self.target.join("guichet-clone.txt");
        let ours = self.root.display().to_string();
        match fs::read_to_string(&stamp) {
            Ok(owner) if owner == ours => return Ok(()),
            Ok(_) => must(&mut cargo(self, &["clean", "--workspace", "--quiet"]))?,
            Err(_) => {}
        }
        let cannot = |error| format!("{} cannot be written: {error}", stamp.display());
        fs::create_dir_all(&self.target).and_then(|()| fs::write(&stamp, &ours)).map_err(cannot)
    }

    /// The folder of the screens' sources.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// An executable of the workspace, as `cargo build` leaves it.
    pub(crate) fn executable(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// An executable of the workspace, as `cargo build --release` leaves it.
    pub(crate) fn release(&self, name: &str) -> PathBuf {
        self.target.join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
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

#[cfg(test)]
mod tests {
    use super::Place;
    use std::fs;

    #[test]
    fn what_another_clone_compiled_is_not_taken_for_ours() {
        let here = Place::find().expect("the project is found");
        let target = std::env::temp_dir().join(format!("guichet-clones-{}", std::process::id()));
        let place = Place { root: here.root, target };
        let [theirs, library] =
            ["debug/.fingerprint/guichet-model-0123456789abcdef", "debug/.fingerprint/serde-0123456789abcdef"]
                .map(|name| place.target.join(name));
        for folder in [&theirs, &library] {
            fs::create_dir_all(folder).expect("a folder is made");
        }
        fs::write(place.target.join("guichet-clone.txt"), "elsewhere").expect("a stamp is written");
        place.take_over().expect("the folder becomes ours");
        assert!(!theirs.exists() && library.exists(), "only the project's own are built again");
        fs::create_dir_all(&theirs).expect("a folder is made");
        place.take_over().expect("the folder is ours");
        assert!(theirs.exists(), "what this clone compiled stays");
        fs::remove_dir_all(&place.target).expect("the folder is removed");
    }
}
