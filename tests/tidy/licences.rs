//! The list of what is linked into the application, with its licences: written from the lock files, and compared.

use acceptance::project;
use std::collections::BTreeSet;
use std::path::Path;

/// What comes inside another part, and has a licence of its own.
const INSIDE: [(&str, &str); 2] = [("OpenSSL", "Apache-2.0"), ("SQLCipher", "BSD-3-Clause")];

/// Name, version (nothing for what comes inside another part) and licence.
type Part = (String, String, String);

/// The crates of the window and of the command line, on the targets they are built for.
fn crates() -> BTreeSet<Part> {
    let trees = crate::dependencies::TARGETS.iter().map(|target| crate::dependencies::tree(target, "{p}\t{l}"));
    let lines = trees.flat_map(|tree| tree.lines().map(str::to_owned).collect::<Vec<_>>());
    lines.filter_map(|line| line.split_once('\t').and_then(|(package, licence)| part(package, licence))).collect()
}

/// `name v1.2.3 (…)` and its licence, unless it is Guichet's own.
fn part(package: &str, licence: &str) -> Option<Part> {
    let (name, rest) = package.split_once(" v")?;
    let version = rest.split(' ').next()?;
    // `cargo tree` marks what it showed before.
    let licence = licence.trim_end_matches(" (*)").replace(" / ", " OR ").replace('/', " OR ");
    (!name.starts_with("guichet")).then(|| (name.to_owned(), version.to_owned(), licence))
}

/// The packages that the screens are made with, but for what only their development needs.
fn packages() -> BTreeSet<Part> {
    let text = std::fs::read_to_string(project().join("ui/package-lock.json")).expect("the lock file");
    let lock: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let packages = lock["packages"].as_object().expect("packages");
    let linked = packages.iter().filter(|(path, package)| !path.is_empty() && package["dev"] != true);
    linked
        .map(|(path, package)| {
            let name = path.rsplit("node_modules/").next().unwrap_or(path);
            let text = |key: &str| package[key].as_str().unwrap_or_else(|| panic!("{path} has no {key}")).to_owned();
            (name.to_owned(), text("version"), text("license"))
        })
        .collect()
}

#[test]
fn the_licences_shown_are_those_of_what_is_linked() {
    let inside = INSIDE.iter().map(|(name, licence)| (String::from(*name), String::new(), String::from(*licence)));
    let parts: BTreeSet<Part> = crates().into_iter().chain(packages()).chain(inside).collect();
    assert!(parts.iter().all(|(name, _, licence)| !licence.is_empty() || panic!("{name} has no licence")));
    let mut lines: Vec<String> = parts.iter().map(|part| format!("{}\t{}\t{}\n", part.0, part.1, part.2)).collect();
    lines.sort_by_key(|line| line.to_lowercase());
    let file: &Path = &project().join("assets/licences.tsv");
    if std::env::var_os("GUICHET_WRITE").is_some() {
        std::fs::write(file, lines.concat()).expect("written");
    }
    let written = std::fs::read_to_string(file).unwrap_or_default();
    assert!(written == lines.concat(), "assets/licences.tsv is not of these lock files: cargo xtask gen");
}
