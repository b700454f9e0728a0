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
    Disk::default().write_whole_by(path, content).map_err(|error| match error {
        StoreError::File { path, cause } => AppError::File { path, cause },
        other => AppError::Store(other),
    })
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
