use crate::failure::AppError;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes a file that appears whole or not at all: a temporary file beside it, synced, then renamed over it.
///
/// # Errors
/// [`AppError::File`]; what stood there before is then untouched.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), AppError> {
    write_whole_by(path, |file| file.write_all(bytes))
}

/// Like [`write_whole`], the content being written piece by piece.
///
/// # Errors
/// [`AppError::File`]; what stood there before is then untouched.
pub fn write_whole_by(path: &Path, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), AppError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || -> io::Result<()> {
        let mut draft = tempfile::NamedTempFile::new_in(folder)?;
        let mut buffer = BufWriter::new(&mut draft);
        content(&mut buffer)?;
        buffer.flush()?;
        drop(buffer);
        draft.as_file().sync_all()?;
        open_to_others(draft.as_file())?;
        draft.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(AppError::file(path))
}

/// A temporary file is its owner's alone; a report is to be handed on.
#[cfg(unix)]
fn open_to_others(file: &std::fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_others(_: &std::fs::File) -> io::Result<()> {
    Ok(())
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
