//! Dependencies point one way, and some crates stay where they are.

use acceptance::project;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// A member's own dependencies, build and platform ones included, tests' apart.
fn dependencies(manifest: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(manifest).unwrap_or_else(|error| panic!("{}: {error}", manifest.display()));
    let table: toml::Table = toml::from_str(&text).expect("TOML");
    let mut names = BTreeSet::new();
    collect(&table, &mut names);
    names
}

fn collect(table: &toml::Table, names: &mut BTreeSet<String>) {
    for (key, value) in table {
        let Some(inner) = value.as_table() else { continue };
        match key.as_str() {
            "dependencies" | "build-dependencies" => names.extend(inner.keys().cloned()),
            "target" => inner.values().filter_map(toml::Value::as_table).for_each(|target| collect(target, names)),
            _ => {}
        }
    }
}

fn member(name: &str) -> BTreeSet<String> {
    dependencies(&project().join("src-tauri/crates").join(name).join("Cargo.toml"))
}

const CRATES: [&str; 7] = ["model", "rules", "intake", "store", "report", "app", "cli"];

#[test]
fn arrows_point_one_way() {
    let allowed: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("model", &[][..]),
        ("rules", &["model"][..]),
        ("intake", &["model"][..]),
        ("store", &["model"][..]),
        ("report", &["model"][..]),
        ("app", &["model", "rules", "intake", "store", "report"][..]),
        ("cli", &["model", "rules", "app"][..]),
    ]);
    for (name, allowed) in allowed {
        let own: BTreeSet<String> =
            member(name).iter().filter_map(|name| name.strip_prefix("guichet-").map(str::to_owned)).collect();
        let extra: Vec<_> = own.iter().filter(|other| !allowed.contains(&other.as_str())).collect();
        assert!(extra.is_empty(), "{name} may not know {extra:?}");
    }
    let folders = std::fs::read_dir(project().join("src-tauri/crates")).expect("listed").count();
    assert_eq!(folders, CRATES.len(), "a new crate needs its place here");
}

#[test]
fn each_library_has_one_home() {
    for (library, home) in [("rusqlite", "store"), ("calamine", "intake"), ("rust_xlsxwriter", "report")] {
        for name in CRATES.iter().filter(|name| **name != home) {
            assert!(!member(name).contains(library), "{library} is for {home} alone, not {name}");
        }
        assert!(member(home).contains(library));
    }
    for name in CRATES {
        assert!(
            member(name).iter().all(|dependency| !dependency.starts_with("tauri")),
            "{name} knows the window system"
        );
    }
}

/// What the application is built for.
pub(crate) const TARGETS: [&str; 3] = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"];

/// Everything the application is made of on a target, a line each. The lock file alone would not do: it also holds
/// what telephones need.
pub(crate) fn tree(target: &str, format: &str) -> String {
    let arguments =
        ["tree", "--package", "guichet", "--package", "guichet-cli", "--edges", "normal", "--prefix", "none"];
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--format", format, "--target", target, "--locked", "--offline"])
        .current_dir(project())
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The names of everything the application is made of on a target.
fn graph(target: &str) -> BTreeSet<String> {
    tree(target, "{p}").lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn no_http_client_is_in_the_graph() {
    for target in TARGETS {
        let graph = graph(target);
        assert!(graph.contains("tauri") && graph.contains("libsqlite3-sys"), "the graph was walked");
        for client in ["reqwest", "hyper", "ureq", "curl", "isahc", "attohttpc", "surf"] {
            assert!(!graph.contains(client), "on {target}, {client} would let the application speak to the network");
        }
    }
}

#[test]
fn model_and_rules_are_pure() {
    let forbidden = [
        "std::fs",
        "std::env",
        "std::net",
        "std::process",
        "SystemTime",
        "OffsetDateTime::now",
        "Instant::now",
        "rand::",
    ];
    for name in ["model", "rules"] {
        for (path, text) in crate::tree::sources(&project().join("src-tauri/crates").join(name).join("src")) {
            for word in forbidden {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
}
