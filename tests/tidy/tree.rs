//! What the top level holds, what a file may be, and that nothing speaks of another machine.

use acceptance::project;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every Rust file below a folder, with its text.
pub(crate) fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("read");
            found.push((path, text));
        }
    }
    found
}

/// The files that git keeps.
fn kept() -> Vec<String> {
    let output = Command::new("git").args(["ls-files", "-z"]).current_dir(project()).output().expect("git");
    assert!(output.status.success(), "the project is a git checkout");
    String::from_utf8(output.stdout).expect("UTF-8").split_terminator('\0').map(str::to_owned).collect()
}

#[test]
fn the_top_level_is_the_client_s() {
    let allowed = ["Cargo.toml", "Cargo.lock", "src-tauri", "ui", "assets", "tests", "tauri.conf.json", "README.md"];
    for file in kept() {
        let top = file.split('/').next().unwrap_or_default();
        assert!(top.starts_with('.') || allowed.contains(&top), "{file}");
    }
}

#[test]
fn one_rule_is_one_file_named_in_the_registry() {
    let families = project().join("src-tauri/crates/rules/src/families");
    let registry = std::fs::read_to_string(project().join("src-tauri/crates/rules/src/registry.rs")).expect("read");
    let rules: Vec<_> = sources(&families).into_iter().filter(|(_, text)| text.contains("static RULE: Rule")).collect();
    assert!(rules.len() >= 25);
    for (path, text) in rules {
        assert_eq!(text.matches("static RULE").count(), 1, "{}", path.display());
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        assert!(registry.contains(&format!("::{stem}::RULE")), "{stem} is not in the registry");
        assert!(text.contains(&format!("slug: \"{}\"", stem.replace('_', "-"))), "{stem} is named after its slug");
    }
}

#[test]
fn only_the_host_folder_of_the_screens_knows_the_shell() {
    for file in kept().iter().filter(|file| file.starts_with("ui/src/") && !file.starts_with("ui/src/host/")) {
        let text = std::fs::read_to_string(project().join(file)).unwrap_or_default();
        assert!(!text.contains("@tauri-apps/") && !text.contains("__TAURI"), "{file}");
    }
}

#[test]
fn sources_are_of_a_size_one_can_see() {
    for file in kept().iter().filter(|file| [".rs", ".ts", ".svelte", ".mjs"].iter().any(|end| file.ends_with(end))) {
        // Written by a program.
        if file == "ui/src/host/wire.ts" {
            continue;
        }
        let lines = std::fs::read_to_string(project().join(file)).unwrap_or_default().lines().count();
        assert!(lines <= 500, "{file} has {lines} lines");
    }
}

#[test]
fn nothing_speaks_of_another_machine() {
    let home = ["/wo", "rk/"].concat();
    let root = ["/ro", "ot/"].concat();
    for file in kept() {
        let Ok(text) = std::fs::read_to_string(project().join(&file)) else { continue };
        assert!(!text.contains(&home) && !text.contains(&root), "{file} names a machine's folder");
    }
}

/// The name of a sheet is in the outward contract as it is.
const WRITTEN_SO: &str = "report-sheet-problems =";

#[test]
fn texts_have_typographic_apostrophes() {
    for file in kept().into_iter().filter(|file| file.ends_with(".ftl")) {
        let text = std::fs::read_to_string(project().join(&file)).expect("read");
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with(WRITTEN_SO)) {
            let letters: Vec<char> = line.chars().collect();
            let straight = letters.windows(3).any(|three| {
                three[1] == '\'' && three[0].is_alphabetic() && (three[2].is_alphabetic() || three[2] == '{')
            });
            assert!(!straight, "{file}, line {}: {line}", at + 1);
        }
    }
}
