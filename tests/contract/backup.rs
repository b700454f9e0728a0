//! `backup` and `verify`: copies that were opened, and what is told of one that is damaged.

use crate::{csv, guichet, told};
use serde_json::Value;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Output;

/// A workspace with two files, and its folder.
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().expect("a folder") };
        office.import("inscriptions.csv", &["22400001;Dupré;Zoé;06/05/2004;2024-2025;L1"]);
        office
    }

    fn workspace(&self) -> PathBuf {
        self.folder.path().join("espace")
    }

    fn command(&self, before: &[&str], after: &[&str]) -> Output {
        let arguments = before.iter().map(OsString::from).chain(["--db".into(), self.workspace().into_os_string()]);
        guichet(arguments.chain(after.iter().map(OsString::from)))
    }

    fn answer(&self, before: &[&str], code: i32) -> Value {
        let output = self.command(before, &["--format", "json"]);
        assert_eq!(output.status.code(), Some(code), "{}", told(&output));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", told(&output)))
    }

    fn import(&self, name: &str, lines: &[&str]) -> Value {
        let header = "N° étudiant;Nom de naissance;Prénom;Date de naissance;Année universitaire;Niveau";
        let file = csv(self.folder.path(), name, &[&[header], lines].concat());
        self.answer(&["import", file.to_str().expect("a path")], 0)
    }
}

fn flip(path: &Path) {
    let mut bytes = std::fs::read(path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(path, bytes).expect("written");
}

#[test]
fn a_backup_is_made_verified_and_named() {
    let office = Office::new();
    let made = office.answer(&["backup"], 0);
    assert_eq!(
        (&made["sound"], &made["reason"], &made["counts"]["registration"]),
        (&true.into(), &"asked".into(), &1.into())
    );
    let folder = PathBuf::from(made["folder"].as_str().expect("a path"));
    for file in ["data.db", "workspace.guichet", "backup.json"] {
        assert!(folder.join(file).is_file(), "{file}");
    }
    let verified = office.answer(&["verify"], 0);
    assert_eq!((&verified["sound"], &verified["workspace"]["head"]), (&true.into(), &made["head"]));
    assert_eq!((&verified["workspace"]["state"], &verified["backups"][0]["name"]), (&made["state"], &made["name"]));
    let text = String::from_utf8(office.command(&["verify"], &[]).stdout).expect("UTF-8");
    assert!(text.contains("L’espace de travail est sain") && text.contains("Sauvegarde saine"), "{text}");
    let name = made["name"].as_str().expect("a name");
    let one = office.answer(&["verify", "--backup", name], 0);
    assert!(one["workspace"].is_null() && one["backups"].as_array().is_some_and(|backups| backups.len() == 1));
    let unknown = office.command(&["verify", "--backup", "nulle-part"], &[]);
    assert_eq!((unknown.status.code(), unknown.stdout.len()), (Some(2), 0), "{}", told(&unknown));
}

#[test]
fn what_is_done_is_backed_up_before_it_changes() {
    let office = Office::new();
    let two = office.import("suite.csv", &["22400002;Exemple;Anne;03/02/2003;2024-2025;L2"]);
    office.answer(&["undo", &two["operation"].to_string()], 0);
    let verified = office.answer(&["verify"], 0);
    let reasons: Vec<&str> =
        verified["backups"].as_array().expect("a list").iter().filter_map(|backup| backup["reason"].as_str()).collect();
    assert_eq!(reasons, ["before-undo", "before-import"], "an empty workspace is not worth a backup");
    assert_eq!(verified["backups"][1]["counts"]["registration"], 1);
}

#[test]
fn a_backup_is_put_back_and_the_state_of_before_is_kept() {
    let office = Office::new();
    let made = office.answer(&["backup"], 0);
    let name = made["name"].as_str().expect("a name");
    office.import("suite.csv", &["22400002;Exemple;Anne;03/02/2003;2024-2025;L2"]);
    let would = office.answer(&["restore", name, "--dry-run"], 0);
    assert_eq!(
        (&would["done"], &would["same"], &would["lost"][0]["label"]),
        (&false.into(), &false.into(), &"suite.csv".into())
    );
    assert_eq!(would["counts"]["registration"], serde_json::json!({ "now": 2, "then": 1 }));
    let state = |office: &Office| office.answer(&["verify"], 0)["workspace"]["state"].clone();
    let before = state(&office);
    assert_ne!(before, made["state"]);
    let done = office.answer(&["restore", name, "--yes"], 0);
    assert_eq!((&done["done"], &done["damaged"]), (&true.into(), &false.into()));
    assert_eq!(state(&office), made["state"]);
    let kept = done["kept"].as_str().expect("a name");
    // Nobody is at a terminal to be asked.
    let text = String::from_utf8(office.command(&["restore", kept], &[]).stdout).expect("UTF-8");
    assert!(text.contains("Reviendrait") && text.contains("remise"), "{text}");
    assert_eq!(state(&office), before);
    let unknown = office.command(&["restore", "nulle-part", "--yes"], &[]);
    assert_eq!((unknown.status.code(), unknown.stdout.len()), (Some(2), 0));
    let both = office.command(&["restore", kept, "--yes", "--dry-run"], &[]);
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn a_damaged_workspace_is_restored_and_its_files_are_kept_together() {
    let office = Office::new();
    let made = office.answer(&["backup"], 0);
    let name = made["name"].as_str().expect("a name");
    for damage in [
        flip as fn(&Path),
        |path| std::fs::remove_file(path).expect("removed"),
        |path| std::fs::write(path, "x").expect("written"),
    ] {
        let database = office.workspace().join("data.db");
        damage(&database);
        let damaged = std::fs::read(&database).ok();
        assert_eq!(office.command(&["history"], &[]).status.code(), Some(2));
        assert_eq!(std::fs::read(&database).ok(), damaged, "nothing empty is put in its place");
        let done = office.answer(&["restore", name, "--yes"], 0);
        assert_eq!((&done["damaged"], &done["lost"]), (&true.into(), &Value::Null));
        let aside = office.workspace().join(done["aside"].as_str().expect("a folder"));
        assert_eq!(std::fs::read(aside.join("data.db")).ok(), damaged);
        assert_eq!(office.answer(&["verify"], 0)["workspace"]["state"], made["state"]);
    }
    flip(&PathBuf::from(made["folder"].as_str().expect("a path")).join("data.db"));
    let refused = office.command(&["restore", name, "--yes"], &[]);
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0), "{}", told(&refused));
}

#[test]
fn a_damaged_backup_or_workspace_is_told_and_named() {
    let office = Office::new();
    let first = office.answer(&["backup"], 0);
    let second = office.answer(&["backup"], 0);
    flip(&PathBuf::from(first["folder"].as_str().expect("a path")).join("data.db"));
    let verified = office.answer(&["verify"], 2);
    assert_eq!((&verified["sound"], &verified["workspace"]["sound"]), (&false.into(), &true.into()));
    let line =
        |name: &Value| verified["backups"].as_array().into_iter().flatten().find(|backup| backup["name"] == *name);
    assert_eq!(line(&first["name"]).map(|backup| backup["sound"].clone()), Some(false.into()));
    assert_eq!(line(&second["name"]).map(|backup| backup["sound"].clone()), Some(true.into()));
    flip(&office.workspace().join("data.db"));
    let verified = office.answer(&["verify"], 2);
    assert!(verified["workspace"]["why"].as_str().is_some_and(|why| why.contains("abîmée")), "{verified}");
    assert_eq!(verified["backups"].as_array().map(Vec::len), Some(2), "the backups are still looked at");
    let refused = office.command(&["backup"], &[]);
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0));
}
