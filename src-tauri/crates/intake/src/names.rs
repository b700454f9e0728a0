//! What files are called: by their name, and by their folder's too where several have one name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Folders named at most to tell files apart.
const MAX_FOLDERS: usize = 8;

/// The names of files, told apart.
pub(crate) fn names_of(paths: &[PathBuf]) -> Vec<String> {
    let mut names: Vec<String> = paths.iter().map(|path| name(path, 0)).collect();
    for folders in 1..=MAX_FOLDERS {
        let mut same: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        names.iter().enumerate().for_each(|(rank, name)| same.entry(name).or_default().push(rank));
        let differ = |ranks: &Vec<usize>| ranks.iter().any(|rank| paths[*rank] != paths[ranks[0]]);
        let doubled: Vec<usize> = same.into_values().filter(differ).flatten().collect();
        doubled.iter().for_each(|rank| names[*rank] = name(&paths[*rank], folders));
    }
    names
}

/// The name of a file beside others that have theirs.
pub(crate) fn name_beside<'n>(path: &Path, others: impl Iterator<Item = &'n str> + Clone) -> String {
    let is_free = |name: &String| others.clone().all(|other| other != name);
    (0..=MAX_FOLDERS).map(|folders| name(path, folders)).find(is_free).unwrap_or_else(|| name(path, MAX_FOLDERS))
}

/// A file's name with this many of its folders', which a slash sets apart everywhere.
fn name(path: &Path, folders: usize) -> String {
    let parts: Vec<String> =
        path.components().rev().take(folders + 1).map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("/")
}

/// A file's name without the folders that tell it apart.
pub(crate) fn own_name(name: &str) -> &str {
    name.rsplit_once('/').map_or(name, |(_, own)| own)
}

#[cfg(test)]
mod tests {
    use super::{name_beside, names_of, own_name};
    use std::path::{Path, PathBuf};

    #[test]
    fn files_of_one_name_are_told_apart_by_their_folders() {
        let names = |paths: &[&str]| names_of(&paths.iter().map(PathBuf::from).collect::<Vec<_>>());
        assert_eq!(names(&["/d/a/x.csv", "/d/b/x.csv", "/d/b/y.csv"]), ["a/x.csv", "b/x.csv", "y.csv"]);
        assert_eq!(names(&["/d/a/c/x.csv", "/d/b/c/x.csv"]), ["a/c/x.csv", "b/c/x.csv"]);
        assert_eq!(names(&["/d/x.csv", "/d/x.csv"]), ["x.csv", "x.csv"], "one file chosen twice");
        let beside = |others: &[&str]| name_beside(Path::new("/d/b/x.csv"), others.iter().copied());
        assert_eq!((beside(&[]), beside(&["x.csv"])), ("x.csv".to_owned(), "b/x.csv".to_owned()));
        assert_eq!((own_name("b/x.csv"), own_name("x.csv")), ("x.csv", "x.csv"));
    }
}
