use crate::failure::AppError;
use guichet_store::{Disk, StoreError};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file that appears whole or not at all: a draft beside it, synced, then renamed over it.
///
/// # Errors
/// [`AppError::File`]; what stood there before is then untouched, or the new file is there whole.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    write_whole_by(path, |file| file.write_all(bytes))
}

/// Like [`write_whole`], the content being written piece by piece.
///
/// # Errors
/// As [`write_whole`].
pub fn write_whole_by(path: &Path, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), AppError> {
    Disk::default().write_whole_by(path, content).map_err(told)
}

/// Like [`write_whole`]; its owner alone reads it, where files belong to somebody.
///
/// # Errors
/// As [`write_whole`].
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    Disk::default().write_private_by(path, |file| file.write_all(bytes)).map_err(told)
}

/// Whether a file can be written there, asked before what it is about is done: nothing is left of the try.
///
/// # Errors
/// [`AppError::File`].
pub fn can_write(path: &Path) -> Result<(), AppError> {
    if path.is_dir() {
        return Err(AppError::file(path)(io::ErrorKind::IsADirectory.into()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    tempfile::tempfile_in(folder).map(drop).map_err(AppError::file(path))
}

fn told(error: StoreError) -> AppError {
    match error {
        StoreError::File { path, cause } => AppError::File { path, cause },
        other => AppError::Store(other),
    }
}

#[cfg(test)]
mod tests {
    use super::write_whole;

    #[test]
    fn a_refused_write_leaves_what_was_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("report.xlsx");
        write_whole(&path, b"first").expect("written");
        write_whole(&path, b"second").expect("replaced");
        assert_eq!(std::fs::read(&path).expect("read"), b"second");
        assert!(write_whole(&folder.path().join("nowhere").join("x"), b"x").is_err());
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1, "no draft is left");
    }
}
