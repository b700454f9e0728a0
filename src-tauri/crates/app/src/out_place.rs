//! Where nothing may be written: in a workspace's folder, and over a file that is being read.

use crate::app::App;
use crate::failure::AppError;
use std::path::{Component, Path, PathBuf};

/// The file that makes a folder a workspace.
const MARK: &str = "workspace.guichet";

/// Whether a folder is a workspace, or a backup of one.
pub(crate) fn is_workspace(folder: &Path) -> bool {
    folder.join(MARK).exists()
}

/// Refuses a place to write to that lies in a workspace's folder, this one's or any other's, or that is one of the files
/// read. To be asked before anything is done.
///
/// # Errors
/// [`AppError::OutInWorkspace`], [`AppError::OutIsRead`].
pub fn allow_output(out: &Path, workspace: Option<&Path>, read: &[&Path]) -> Result<(), AppError> {
    let workspace = workspace.map(resolved);
    let within =
        |place: &Path| place.ancestors().any(|folder| Some(folder) == workspace.as_deref() || is_workspace(folder));
    // A link is both where it lies, since it is what is written over, and where it leads.
    let (lies, leads) = (placed(out), resolved(out));
    if within(&lies) || within(&leads) {
        return Err(AppError::OutInWorkspace { path: out.to_owned() });
    }
    if read.iter().any(|file| leads == resolved(file) || same_file(out, file)) {
        return Err(AppError::OutIsRead { path: out.to_owned() });
    }
    Ok(())
}

/// Where a path leads once every link is followed; what is not there yet stays as it is written.
fn resolved(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| placed(path))
}

/// Where a path lies: its folder resolved, its own name as it is written.
fn placed(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match (path.parent(), path.components().next_back()) {
        (Some(folder), Some(Component::Normal(name))) => resolved(folder).join(name),
        (Some(folder), Some(Component::ParentDir)) => {
            let folder = resolved(folder);
            folder.parent().map_or_else(|| folder.clone(), Path::to_owned)
        }
        _ => path,
    }
}

/// Whether two paths are two names of one file (a hard link).
#[cfg(unix)]
fn same_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let number = |path: &Path| path.metadata().ok().filter(|file| file.is_file()).map(|file| (file.dev(), file.ino()));
    number(one).is_some_and(|known| number(other) == Some(known))
}

/// Elsewhere the resolved path alone tells; writing over one name of a file leaves the other whole.
#[cfg(not(unix))]
fn same_file(_: &Path, _: &Path) -> bool {
    false
}

impl App {
    /// Asks where to write a file; nothing when the person gave up. Neither a workspace nor a file of the import under way
    /// is written over.
    pub(crate) fn pick_save(&self, suggested_name: &str) -> Result<Option<PathBuf>, AppError> {
        let Some(path) = self.host.pick_save(suggested_name) else { return Ok(None) };
        self.allow_output(&path)?;
        Ok(Some(path))
    }

    /// Refuses a place in a workspace, or that is a file of the import under way.
    pub(crate) fn allow_output(&self, path: &Path) -> Result<(), AppError> {
        let state = self.state();
        let files = state.import.iter().flat_map(|import| &import.files);
        let read: Vec<&Path> = files.map(|file| file.raw.path()).collect();
        allow_output(path, state.desk.as_ref().map(|desk| desk.workspace.folder()), &read)
    }
}
