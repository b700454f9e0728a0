//! What start and test do first: system packages, npm packages, the screens.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::command::{cargo, find_program, must, npm};
use crate::packages::{self, Purpose};
use crate::place::Place;

/// Installs what is missing and builds the screens.
pub(crate) fn set_up(place: &Place, purpose: Purpose) -> Result<(), String> {
    packages::install(purpose)?;
    if find_program(&["node"]).is_none() {
        return Err("Node.js 20.19 or later is needed to build the screens, and `node` was not found".into());
    }
    if purpose == Purpose::Test {
        // Tests look at what is linked on every system, without the network; a build fetches what this system needs.
        must(&mut cargo(place, &["fetch", "--locked"]))?;
    }
    npm_packages(place)?;
    screens(place)
}

fn npm_packages(place: &Place) -> Result<(), String> {
    let lock = modified(&place.ui().join("package-lock.json"));
    // npm writes this file last, when everything is in place.
    let done = modified(&place.ui().join("node_modules/.package-lock.json"));
    if done.is_some() && done >= lock {
        return Ok(());
    }
    must(&mut npm(place, &["ci", "--no-audit", "--no-fund"]))
}

/// Builds the screens, unless they are built from these very sources. Times say too little: a clone sets them all anew,
/// and what the build generates among the sources is written each time.
fn screens(place: &Place) -> Result<(), String> {
    let built_from = place.ui().join("node_modules/.built-from");
    let built = place.ui().join("dist/index.html").is_file();
    if built && fs::read_to_string(&built_from).is_ok_and(|known| known == sources(place)) {
        return Ok(());
    }
    must(&mut npm(place, &["run", "build"]))?;
    // Where this cannot be kept, the next start builds again.
    let _ = fs::write(built_from, sources(place));
    Ok(())
}

/// A fingerprint of what the screens are built from.
fn sources(place: &Place) -> String {
    let mut hasher = DefaultHasher::new();
    for folder in [place.ui(), place.root.join("assets/locales"), place.root.join("assets/help/pictures")] {
        add_folder(&folder, &mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// Adds every file in or under the folder, what is installed or built left out.
fn add_folder(folder: &Path, hasher: &mut DefaultHasher) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let inside = entries.filter(|entry| !["node_modules", "dist"].iter().any(|name| entry.file_name() == *name));
    let mut paths: Vec<PathBuf> = inside.map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        path.hash(hasher);
        if path.is_dir() { add_folder(&path, hasher) } else { fs::read(&path).unwrap_or_default().hash(hasher) }
    }
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|meta| meta.modified()).ok()
}
