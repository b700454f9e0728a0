//! Every file operation of the workspace's own: descriptor, lock, backups, restoring, migrating. What SQLite does to the
//! files it has open is its own affair.
//!
//! A [`Disk`] is a value that is handed on, so that a test can make any one operation fail, once or from then on.

mod fault;
mod place;

pub use fault::Fault;
pub use place::Elsewhere;
pub(crate) use place::refuse_elsewhere;

use crate::error::{Result, StoreError, file_error};
use fault::Plan;
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How long to wait, each time, for another program (an antivirus, an indexer) that holds a file to be renamed: 5 s in all.
const PATIENCE: [u64; 6] = [50, 150, 300, 1_000, 1_500, 2_000];
const PIECE: usize = 1 << 20;
/// How the name of a draft ends; it begins with a dot.
const DRAFT: &str = ".draft";

/// The disk, as the workspace uses it.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    plan: Option<Arc<Plan>>,
}

impl Disk {
    /// A disk that counts its operations and fails as told.
    #[must_use]
    pub fn failing(fault: Fault) -> Self {
        Self { plan: Some(Arc::new(Plan::new(fault))) }
    }

    /// How many operations were asked of it; none are counted on the real one.
    #[must_use]
    pub fn operations(&self) -> u32 {
        self.plan.as_ref().map_or(0, |plan| plan.count())
    }

    /// Does one operation, unless it is the one to fail.
    fn step<T>(&self, path: &Path, work: impl FnOnce() -> io::Result<T>) -> Result<T> {
        let allowed = self.plan.as_ref().map_or(Ok(()), |plan| plan.step());
        allowed.and_then(|()| work()).map_err(file_error(path))
    }

    /// Makes a folder that its owner alone can enter; the one above must be there.
    pub(crate) fn create_folder(&self, folder: &Path) -> Result<()> {
        self.step(folder, || {
            std::fs::create_dir(folder)?;
            keep_private(folder)
        })
    }

    /// Makes a folder with those above it, as far as they are not there.
    pub(crate) fn create_folders(&self, folder: &Path) -> Result<()> {
        self.step(folder, || std::fs::create_dir_all(folder))
    }

    /// Opens a file for reading and writing, making it when it is not there.
    pub(crate) fn open_or_create(&self, path: &Path) -> Result<File> {
        let mut options = File::options();
        options.create(true).truncate(false).read(true).write(true);
        self.step(path, || options.open(path))
    }

    /// What a file holds.
    pub(crate) fn read(&self, path: &Path) -> Result<Vec<u8>> {
        self.step(path, || std::fs::read(path))
    }

    /// The SHA-256 of a file and its length.
    pub(crate) fn digest(&self, path: &Path) -> Result<(String, u64)> {
        let mut hash = Sha256::new();
        let length = self.step(path, || pour(&mut File::open(path)?, |piece| hash.update(piece)))?;
        Ok((crate::descriptor::to_hex(&hash.finalize()), length))
    }

    /// Writes a file that appears whole or not at all, and stays after a power cut: a draft beside it, synced, renamed.
    pub(crate) fn write_whole(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.replace(path, &new_file(), |file| file.write_all(bytes))
    }

    /// Writes a file that appears whole or not at all, and stays after a power cut, its content piece by piece.
    ///
    /// # Errors
    /// [`StoreError::File`]; what stood there before is then untouched, or the new file is there whole.
    pub fn write_whole_by(&self, path: &Path, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        self.replace_by(path, &new_file(), content)
    }

    /// Like [`Self::write_whole_by`]; where files belong to somebody, nobody else reads this one.
    ///
    /// # Errors
    /// As [`Self::write_whole_by`].
    pub fn write_private_by(&self, path: &Path, content: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        // A draft that a kill left keeps who may read it: another takes its place.
        self.remove_file(&beside(path))?;
        self.replace_by(path, &private_file(), content)
    }

    fn replace_by(
        &self,
        path: &Path,
        options: &OpenOptions,
        content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<()> {
        self.replace(path, options, |file| {
            let mut gathered = BufWriter::with_capacity(PIECE, file);
            let written = content(&mut gathered).and_then(|()| gathered.flush());
            // What is still held after a refusal is not written any more.
            drop(gathered.into_parts());
            written
        })
    }

    fn replace(
        &self,
        path: &Path,
        options: &OpenOptions,
        content: impl FnOnce(&mut Counted<'_>) -> io::Result<()>,
    ) -> Result<()> {
        let draft = beside(path);
        let written = self.fill((&draft, path), options, content).and_then(|()| self.rename(&draft, path));
        if written.is_err() {
            // What could not be written is not left behind; the reason told is the first one.
            let _ = std::fs::remove_file(&draft);
        }
        written.and_then(|()| self.sync_folder(folder_of(path)))
    }

    /// Writes a file and syncs it.
    pub(crate) fn write(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.fill((path, path), &new_file(), |file| file.write_all(bytes))
    }

    /// Writes a new file and syncs it; what goes wrong is told of the file that it is for.
    fn fill(
        &self,
        (file, of): (&Path, &Path),
        options: &OpenOptions,
        content: impl FnOnce(&mut Counted<'_>) -> io::Result<()>,
    ) -> Result<()> {
        let file = self.step(of, || options.open(file))?;
        content(&mut Counted { disk: self, file: &file }).map_err(file_error(of))?;
        self.step(of, || file.sync_all())
    }

    /// Takes away the drafts that interrupted writings left in a folder.
    pub(crate) fn clear_drafts(&self, folder: &Path) -> Result<()> {
        let is_draft = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with('.') && name.ends_with(DRAFT)
        };
        self.entries(folder)?.iter().filter(|path| is_draft(path)).try_for_each(|path| self.remove_file(path))
    }

    /// Copies a file and syncs the copy.
    pub(crate) fn copy(&self, from: &Path, to: &Path) -> Result<()> {
        let mut source = self.step(from, || File::open(from))?;
        let copy = self.step(to, || new_file().open(to))?;
        let mut piece = vec![0; PIECE];
        loop {
            let read = source.read(&mut piece).map_err(file_error(from))?;
            if read == 0 {
                break;
            }
            Counted { disk: self, file: &copy }.write_all(&piece[..read]).map_err(file_error(to))?;
        }
        self.step(to, || copy.sync_all())
    }

    /// Makes sure that what another wrote into a file stays after a power cut.
    pub(crate) fn sync(&self, path: &Path) -> Result<()> {
        self.step(path, || OpenOptions::new().write(true).open(path)?.sync_all())
    }

    /// Makes sure that what was created, renamed or removed in a folder stays so after a power cut.
    pub(crate) fn sync_folder(&self, folder: &Path) -> Result<()> {
        self.step(folder, || sync_folder(folder))
    }

    /// Renames a file or folder over what is there. Where another program may hold it, waits a little for it.
    pub(crate) fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        self.step(to, || {
            let mut outcome = std::fs::rename(from, to);
            for pause in PATIENCE.iter().filter(|_| cfg!(windows)) {
                if !matches!(&outcome, Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied) {
                    break;
                }
                std::thread::sleep(Duration::from_millis(*pause));
                outcome = std::fs::rename(from, to);
            }
            outcome
        })
    }

    /// Removes a file; one that is not there is removed already.
    pub(crate) fn remove_file(&self, path: &Path) -> Result<()> {
        self.step(path, || already(std::fs::remove_file(path)))
    }

    /// Removes a folder with all it holds; one that is not there is removed already.
    pub(crate) fn remove_folder(&self, folder: &Path) -> Result<()> {
        self.step(folder, || already(std::fs::remove_dir_all(folder)))
    }

    /// Removes a folder that holds nothing.
    pub(crate) fn remove_empty_folder(&self, folder: &Path) -> Result<()> {
        self.step(folder, || std::fs::remove_dir(folder))
    }

    /// The folders in a folder, by name; none when it is not there.
    pub(crate) fn folders_in(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        let mut found = self.entries(folder)?;
        // A link is somebody else's folder: nothing of it is ours to read, thin or remove.
        found.retain(|path| std::fs::symlink_metadata(path).is_ok_and(|data| data.is_dir()));
        found.sort_unstable();
        Ok(found)
    }

    /// Whether nothing lies in a folder.
    pub(crate) fn is_empty(&self, folder: &Path) -> Result<bool> {
        Ok(self.entries(folder)?.is_empty())
    }

    /// What lies in a folder; nothing when it is not there.
    pub(crate) fn entries(&self, folder: &Path) -> Result<Vec<PathBuf>> {
        self.step(folder, || match std::fs::read_dir(folder) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(cause) => Err(cause),
            Ok(entries) => entries.map(|entry| entry.map(|entry| entry.path())).collect(),
        })
    }

    /// Refuses what would not fit, with the place needed. Where the system does not tell what is free, nothing is refused.
    pub(crate) fn make_sure_of_room(&self, folder: &Path, needed: u64) -> Result<()> {
        match self.step(folder, || fs4::available_space(folder)) {
            Ok(free) if free < needed => Err(StoreError::NoRoom { folder: folder.to_owned(), needed, free }),
            Ok(_) => Ok(()),
            Err(error) if self.plan.is_some() => Err(error),
            Err(_) => Ok(()),
        }
    }
}

/// A file whose writings are counted.
struct Counted<'a> {
    disk: &'a Disk,
    file: &'a File,
}

impl Write for Counted<'_> {
    /// Writes bytes; a refused writing leaves half of them, as a full disk does.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(Err(refused)) = self.disk.plan.as_ref().map(|plan| plan.step()) {
            let _ = self.file.write_all(&bytes[..bytes.len() / 2]);
            return Err(refused);
        }
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Where a file is drafted.
pub(crate) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}{DRAFT}"))
}

/// The folder a file or folder is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn new_file() -> OpenOptions {
    let mut options = File::options();
    options.create(true).truncate(true).write(true);
    options
}

/// A new file that its owner alone reads.
#[cfg(unix)]
fn private_file() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = new_file();
    options.mode(0o600);
    options
}

/// Who reads a file is inherited from its folder.
#[cfg(not(unix))]
fn private_file() -> OpenOptions {
    new_file()
}

fn pour(file: &mut File, mut into: impl FnMut(&[u8])) -> io::Result<u64> {
    let mut piece = vec![0; PIECE];
    let mut length = 0;
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(length),
            read => {
                into(&piece[..read]);
                length += read as u64;
            }
        }
    }
}

fn already(outcome: io::Result<()>) -> io::Result<()> {
    match outcome {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Nobody else on the computer reads the folder: it may hold the key.
#[cfg(unix)]
fn keep_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

/// The user's own application folder is already private to them.
#[cfg(not(unix))]
fn keep_private(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// The file systems of other systems journal their folders themselves.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Disk, Fault};
    use crate::StoreError;
    use sha2::{Digest, Sha256};
    use tempfile::tempdir;

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all_whichever_operation_fails() {
        for for_ever in [false, true] {
            for at in 1.. {
                let folder = tempdir().unwrap();
                let path = folder.path().join("fichier");
                Disk::default().write_whole(&path, b"avant").unwrap();
                let disk = Disk::failing(Fault { at, for_ever, ..Fault::default() });
                let done = disk.write_whole(&path, b"apres");
                let found = std::fs::read(&path).unwrap();
                assert!(found == b"avant" || found == b"apres", "{at}");
                assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left");
                if done.is_ok() {
                    assert!(found == b"apres" && disk.operations() < at && at > 4, "{at}");
                    break;
                }
            }
        }
    }

    #[test]
    fn a_file_written_piece_by_piece_is_there_whole_or_not_at_all() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("rapport");
        let whole: Vec<u8> = (0..3 * super::PIECE).map(|at| u8::try_from(at % 251).unwrap()).collect();
        for at in 1.. {
            Disk::default().write_whole(&path, b"avant").unwrap();
            let disk = Disk::failing(Fault { at, ..Fault::default() });
            let done =
                disk.write_whole_by(&path, |file| whole.chunks(1000).try_for_each(|piece| file.write_all(piece)));
            let found = std::fs::read(&path).unwrap();
            assert!(found == b"avant" || found == whole, "{at}: {} bytes", found.len());
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left");
            if done.is_ok() {
                assert!(found == whole && disk.operations() < at && at > 6, "{at}");
                break;
            }
        }
    }

    #[test]
    fn only_drafts_are_taken_away() {
        let folder = tempdir().unwrap();
        for name in [".rapport.draft", "rapport.draft", ".rapport", "rapport"] {
            Disk::default().write(&folder.path().join(name), b"x").unwrap();
        }
        Disk::default().clear_drafts(folder.path()).unwrap();
        Disk::default().clear_drafts(&folder.path().join("nulle-part")).unwrap();
        assert!(!folder.path().join(".rapport.draft").exists());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
    }

    #[test]
    fn a_digest_is_that_of_the_whole_file() {
        let folder = tempdir().unwrap();
        let path = folder.path().join("fichier");
        let bytes = vec![b'a'; super::PIECE + 3];
        Disk::default().write(&path, &bytes).unwrap();
        let copy = folder.path().join("copie");
        Disk::default().copy(&path, &copy).unwrap();
        let expected = crate::descriptor::to_hex(&Sha256::digest(&bytes));
        assert_eq!(Disk::default().digest(&copy).unwrap(), (expected, bytes.len() as u64));
    }

    #[test]
    fn what_does_not_fit_is_refused_beforehand() {
        let folder = tempdir().unwrap();
        let refused = Disk::default().make_sure_of_room(folder.path(), u64::MAX);
        assert!(matches!(refused, Err(StoreError::NoRoom { needed: u64::MAX, .. })));
        assert!(Disk::default().make_sure_of_room(folder.path(), 1).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_folder_is_not_listed() {
        let folder = tempdir().unwrap();
        std::fs::create_dir(folder.path().join("vrai")).unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("lien")).unwrap();
        assert_eq!(Disk::default().folders_in(folder.path()).unwrap(), [folder.path().join("vrai")]);
    }
}
