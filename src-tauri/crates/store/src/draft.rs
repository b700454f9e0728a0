//! Where a workspace is made before it takes its place, and what a kill in the middle of that left there.

use crate::backup::BACKUPS;
use crate::content::hash_texts;
use crate::descriptor::FILE_NAME;
use crate::disk::{Disk, beside, folder_of};
use crate::error::Result;
use crate::keys::DataKey;
use crate::workspace::DATABASE;
use std::path::{Path, PathBuf};

/// How many hexadecimal digits end the name of a draft.
const MARK: usize = 12;

/// Beside the place it is for, so that the move is one step.
pub(crate) fn draft_folder(folder: &Path, key: &DataKey) -> PathBuf {
    let mark = hash_texts([key.hex().as_str()]);
    folder.with_file_name(format!("{}{}", beginning(folder), &mark[..MARK]))
}

/// How the name of each draft for a place begins.
fn beginning(folder: &Path) -> String {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    format!(".{name}.")
}

/// Takes away the drafts that creations which were killed left beside a place: folders named as drafts are that hold nothing but
/// what a draft holds. They were never a workspace. What cannot be taken away stays for the next time: nothing rests on it.
pub(crate) fn sweep_drafts(folder: &Path, disk: &Disk) {
    let beginning = beginning(folder);
    let is_named_so = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mark = name.strip_prefix(&beginning).unwrap_or_default();
        mark.len() == MARK && mark.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let found = disk.folders_in(folder_of(folder)).unwrap_or_default();
    for draft in found.iter().filter(|path| is_named_so(path)) {
        let _ = sweep(draft, disk);
    }
}

/// Takes a draft away piece by piece: what is no part of one keeps it where it is.
fn sweep(draft: &Path, disk: &Disk) -> Result<()> {
    let parts = parts(draft);
    let backups = draft.join(BACKUPS);
    let lies_there = disk.entries(draft)?;
    let folders = disk.folders_in(draft)?;
    let is_part = |path: &PathBuf| match folders.contains(path) {
        true => *path == backups && disk.is_empty(path).unwrap_or(false),
        false => parts.contains(path),
    };
    if !lies_there.iter().all(is_part) {
        return Ok(());
    }
    for path in lies_there.iter().filter(|path| **path != backups) {
        disk.remove_file(path)?;
    }
    if folders.contains(&backups) {
        disk.remove_empty_folder(&backups)?;
    }
    disk.remove_empty_folder(draft)
}

/// Every file that a draft may hold.
fn parts(draft: &Path) -> Vec<PathBuf> {
    let descriptor = draft.join(FILE_NAME);
    let database = ["", "-journal", "-wal", "-shm"].map(|end| draft.join(format!("{DATABASE}{end}")));
    database.into_iter().chain([beside(&descriptor), descriptor]).collect()
}

#[cfg(test)]
mod tests {
    use super::draft_folder;
    use crate::testing::{NOW, holder, workspace};
    use crate::{DataKey, NewWorkspace, Workspace};
    use std::fs;
    use std::path::{Path, PathBuf};
    use tempfile::tempdir;

    /// What a kill leaves at each moment of a creation: nothing yet, some of it, all of it.
    fn left(folder: &Path, seed: u8, files: &[&str]) -> PathBuf {
        let draft = draft_folder(folder, &DataKey::new([seed; 32]));
        fs::create_dir_all(&draft).unwrap();
        for file in files {
            match *file {
                "backups" => fs::create_dir(draft.join(file)).unwrap(),
                _ => fs::write(draft.join(file), b"x").unwrap(),
            }
        }
        draft
    }

    const WHOLE: [&str; 7] = [
        "backups",
        "data.db",
        "data.db-journal",
        "data.db-wal",
        "data.db-shm",
        ".workspace.guichet.draft",
        "workspace.guichet",
    ];

    #[test]
    fn what_killed_creations_left_goes_at_the_next_creation_of_the_same_place_and_at_an_opening() {
        let parent = tempdir().unwrap();
        let folder = parent.path().join("bureau");
        let leave = || {
            let few = (0..=WHOLE.len()).map(|count| &WHOLE[..count]);
            let lefts: Vec<PathBuf> = (1..).zip(few).map(|(seed, files)| left(&folder, seed, files)).collect();
            assert!(lefts.iter().all(|draft| draft.exists()));
            lefts
        };
        let lefts = leave();
        drop(workspace(&folder));
        assert!(lefts.iter().all(|draft| !draft.exists()), "at a creation");
        let lefts = leave();
        Workspace::open(&folder, &holder(), NOW).unwrap();
        assert!(lefts.iter().all(|draft| !draft.exists()), "at an opening");
    }

    #[test]
    fn what_is_not_ours_stays() {
        let parent = tempdir().unwrap();
        let folder = parent.path().join("bureau");
        let kept = [
            left(&folder, 1, &["data.db", "notes.txt"]),
            left(&folder, 2, &["backups", "workspace.lock"]),
            left(&parent.path().join("autre"), 3, &["data.db"]),
            parent.path().join(".bureau.cafe"),
            parent.path().join(".bureau.ABCDEFABCDEF"),
            parent.path().join("bureau.0123456789ab"),
        ];
        let full = left(&folder, 4, &["backups", "data.db"]);
        fs::write(full.join("backups").join("tableau.xlsx"), b"x").unwrap();
        let nested = left(&folder, 5, &[]);
        fs::create_dir(nested.join("data.db")).unwrap();
        kept[3..].iter().for_each(|folder| fs::create_dir(folder).unwrap());
        let file = folder.with_file_name(".bureau.0123456789ab");
        fs::write(&file, b"x").unwrap();
        drop(workspace(&folder));
        for place in kept.iter().chain([&full, &nested, &file]) {
            assert!(place.exists(), "{}", place.display());
        }
        assert!(kept[0].join("data.db").exists() && full.join("data.db").exists(), "nor anything of it");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_named_as_a_draft_is_not_followed() {
        let parent = tempdir().unwrap();
        let folder = parent.path().join("bureau");
        let elsewhere = parent.path().join("ailleurs");
        fs::create_dir(&elsewhere).unwrap();
        fs::write(elsewhere.join("data.db"), b"x").unwrap();
        std::os::unix::fs::symlink(&elsewhere, draft_folder(&folder, &DataKey::new([1; 32]))).unwrap();
        let new = NewWorkspace { name: "Essai".into(), demo: false, key: DataKey::new([9; 32]) };
        Workspace::create(&folder, &new, &holder(), NOW).unwrap();
        assert!(elsewhere.join("data.db").exists());
    }
}
