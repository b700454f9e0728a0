//! What start and test do first: system packages, npm packages, the screens.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::command::{find_program, must, npm};
use crate::packages::{self, Purpose};
use crate::place::Place;

/// Installs what is missing and builds the screens.
pub(crate) fn set_up(place: &Place, purpose: Purpose) -> Result<(), String> {
    packages::install(purpose)?;
    if find_program(&["node"]).is_none() {
        return Err("Node.js 20.19 or later is needed to build the screens, and `node` was not found".into());
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

fn screens(place: &Place) -> Result<(), String> {
    let sources = [place.ui(), place.root.join("assets/locales")];
    let newest = sources.iter().filter_map(|folder| newest(folder)).max();
    let built = modified(&place.ui().join("dist/index.html"));
    if built.is_some() && built >= newest {
        return Ok(());
    }
    must(&mut npm(place, &["run", "build"]))
}

/// The last change of a file in or under the folder, what is installed or built left out.
fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    let inside = entries.filter(|entry| !["node_modules", "dist"].iter().any(|name| entry.file_name() == *name));
    let times = inside.filter_map(|entry| {
        let path = entry.path();
        if path.is_dir() { modified(&path).max(newest(&path)) } else { modified(&path) }
    });
    times.max()
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|meta| meta.modified()).ok()
}
