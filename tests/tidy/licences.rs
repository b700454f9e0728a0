//! The list of what is linked into the application, with its licences and their texts: written from the lock files and from what
//! each part comes with, and compared.

use acceptance::project;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What comes inside another part, and has a licence of its own: its name, its licence, and the part and file with its text.
const INSIDE: [(&str, &str, &str, &str); 2] = [
    ("OpenSSL", "Apache-2.0", "openssl-src", "openssl/LICENSE.txt"),
    ("SQLCipher", "BSD-3-Clause", "libsqlite3-sys", "sqlcipher/LICENSE"),
];

/// For a part that comes without a text: where that of its licence stands. The one of MIT names its authors.
const ELSEWHERE: [(&str, &str, &str); 3] = [
    ("Apache-2.0", "openssl-src", "openssl/LICENSE.txt"),
    ("MPL-2.0", "cssparser", "LICENSE"),
    ("BSD-3-Clause", "alloc-no-stdlib", "LICENSE"),
];

/// The words of the MIT licence, after the line of its authors.
const MIT: &str = include_str!("mit.txt");

/// Name, version (nothing for what comes inside another part) and licence.
type Part = (String, String, String);

/// Where parts come from, by name and version: their folder, and who wrote them.
type Sources = BTreeMap<(String, String), (PathBuf, String)>;

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

/// Where every crate of the lock file was unpacked, whatever target it is for.
fn crate_sources() -> Sources {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .current_dir(project())
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let source = |package: &serde_json::Value| {
        let text = |key: &str| package[key].as_str().expect("a text").to_owned();
        let authors: Vec<&str> =
            package["authors"].as_array().into_iter().flatten().filter_map(|one| one.as_str()).collect();
        let folder = Path::new(&text("manifest_path")).parent().expect("a folder").to_owned();
        ((text("name"), text("version")), (folder, authors.join(", ")))
    };
    metadata["packages"].as_array().expect("packages").iter().map(source).collect()
}

/// Where every package of the screens was unpacked.
fn package_sources(parts: &BTreeSet<Part>) -> Sources {
    let source = |(name, version, _): &Part| {
        let folder = project().join("ui/node_modules").join(name);
        let text =
            std::fs::read_to_string(folder.join("package.json")).unwrap_or_else(|_| panic!("{name} is not there"));
        let package: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let author = package["author"].as_str().or(package["author"]["name"].as_str()).unwrap_or_default();
        ((name.clone(), version.clone()), (folder, author.to_owned()))
    };
    parts.iter().map(source).collect()
}

/// The files of a part that hold a licence or a notice, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let is_one = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let is_text = ![".rs", ".html", ".toml", ".json", ".js"].iter().any(|end| name.ends_with(end));
        let begins = ["license", "licence", "copying", "notice", "copyright", "unlicense"];
        is_text && begins.iter().any(|begin| name.starts_with(begin))
    };
    let listed = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).expect("listed").map(|entry| entry.expect("an entry").path());
        let mut paths: Vec<PathBuf> = entries.collect();
        paths.sort();
        paths
    };
    let found = listed(folder).into_iter().filter(is_one);
    found.flat_map(|path| if path.is_dir() { listed(&path) } else { vec![path] }).collect()
}

fn read(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The texts a part comes with, or those of its licence.
fn texts(part: &Part, sources: &Sources) -> Vec<String> {
    let (name, version, licence) = part;
    let elsewhere = |of: &str, file: &str| {
        let (_, (folder, _)) = sources.iter().find(|((name, _), _)| name == of).expect("the part with the text");
        vec![read(&folder.join(file))]
    };
    if let Some((_, _, of, file)) = INSIDE.iter().find(|(inside, ..)| inside == name) {
        return elsewhere(of, file);
    }
    let (folder, authors) = &sources[&(name.clone(), version.clone())];
    let mut files = files(folder);
    let named = |path: &PathBuf, word: &str| path.to_string_lossy().to_lowercase().contains(word);
    // Of alternatives one is enough, and the shortest is easiest to read.
    if licence.contains(" OR ") && !licence.contains(" AND ") && files.iter().any(|path| named(path, "mit")) {
        files.retain(|path| !named(path, "apache"));
    }
    if !files.is_empty() {
        return files.iter().map(|path| read(path)).collect();
    }
    if licence.split(" OR ").any(|one| one == "MIT") {
        return vec![format!("Copyright (c) {}\n\n{MIT}", if authors.is_empty() { name } else { authors })];
    }
    let (_, of, file) =
        ELSEWHERE.iter().find(|(one, ..)| one == licence).unwrap_or_else(|| panic!("{name}: {licence}"));
    elsewhere(of, file)
}

/// A text with its lines alone: what only differs in spaces at their ends is the same.
fn tidied(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').replace('\u{c}', "") + "\n"
}

/// What tells texts apart: their words, however they are broken into lines.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_licences_shown_are_those_of_what_is_linked() {
    let inside = INSIDE.iter().map(|(name, licence, ..)| (String::from(*name), String::new(), String::from(*licence)));
    let packages = packages();
    let mut sources = crate_sources();
    sources.extend(package_sources(&packages));
    let mut parts: Vec<Part> = crates().into_iter().chain(packages).chain(inside).collect();
    parts.sort_by_key(|(name, version, _)| (name.to_lowercase(), version.clone()));
    let (mut known, mut all, mut lines) = (BTreeMap::new(), Vec::new(), String::new());
    for part in &parts {
        let (name, version, licence) = part;
        assert!(!licence.is_empty(), "{name} has no licence");
        let mut own = Vec::new();
        for text in texts(part, &sources) {
            let number = *known.entry(words(&text)).or_insert_with(|| {
                all.push(tidied(&text));
                all.len()
            });
            own.push(number.to_string());
        }
        own.dedup();
        lines.push_str(&format!("{name}\t{version}\t{licence}\t{}\n", own.join(" ")));
    }
    // Between texts, the sign that begins a page.
    for (name, wanted) in [("licences.tsv", lines), ("licence-texts.txt", all.join("\u{c}\n"))] {
        let file = project().join("assets").join(name);
        if std::env::var_os("GUICHET_WRITE").is_some() {
            std::fs::write(&file, &wanted).expect("written");
        }
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(written == wanted, "assets/{name} is not of these lock files: cargo xtask gen");
    }
}
