//! `history` and `undo`: what was done to a workspace, and what is taken back. Each command is a program of its own.

use crate::{csv, guichet, told};
use serde_json::Value;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Output;

const ROSTER: &str = "N° étudiant;Nom de naissance;Prénom;Date de naissance;Année universitaire;Niveau;E-mail";

struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn command(&self, before: &[&str], after: &[&str]) -> Output {
        let workspace = self.path().join("espace").into_os_string();
        let arguments = before.iter().map(OsString::from).chain(["--db".into(), workspace]);
        guichet(arguments.chain(after.iter().map(OsString::from)))
    }

    fn answer(&self, before: &[&str], after: &[&str]) -> Value {
        let output = self.command(before, &[after, &["--format", "json"]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", told(&output)))
    }

    fn import(&self, file: &Path) -> Value {
        self.answer(&["import", file.to_str().expect("a path")], &[])
    }

    fn roster(&self, name: &str, lines: &[&str]) -> PathBuf {
        csv(self.path(), name, &[&[ROSTER], lines].concat())
    }

    /// Everything a report says, except where its workspace lies.
    fn findings(&self) -> Vec<u8> {
        let out = self.path().join("rapport.xlsx");
        let campaign = ["--rulebook", "amu-allsh-2024-2025", "--as-of", "2024-09-25T09:00"];
        let output = self.command(&["report"], &[&campaign[..], &["--out", out.to_str().expect("a path")]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        std::fs::read(out).expect("read")
    }
}

fn number(json: &Value) -> String {
    json["operation"].as_i64().expect("a number").to_string()
}

fn first(office: &Office) -> PathBuf {
    office.roster(
        "inscriptions.csv",
        &[
            "22400001;Dupré;Zoé;06/05/2004;2024-2025;L1;zoe@exemple.fr",
            "22400002;Exemple;Anne;03/02/2003;2024-2025;L2;anne@exemple.fr",
        ],
    )
}

#[test]
fn an_import_is_undone_and_comes_in_again_as_the_first_time() {
    let office = Office::new();
    let one = office.import(&first(&office));
    let report = office.findings();
    let undone = office.answer(&["undo", &number(&one)], &[]);
    assert_eq!(undone["undone"], serde_json::json!([one["operation"]]));
    assert_ne!(office.findings(), report, "the files went with the import");
    let again = office.import(&first(&office));
    assert_eq!(again["files"], one["files"]);
    assert_eq!(office.findings(), report);
}

#[test]
fn an_undo_in_the_middle_is_refused_with_the_list_and_the_whole_can_go() {
    let office = Office::new();
    let empty_then = office.import(&first(&office));
    let changed = office.roster("suite.csv", &["22400001;Dupré;Zoé;06/05/2004;2024-2025;L1;autre@exemple.fr"]);
    let later = office.import(&changed);
    let same = office.import(&changed);
    let apart = office.roster("autres.csv", &["22400009;Autre;Luc;01/01/2003;2024-2025;L3;luc@exemple.fr"]);
    let apart = office.import(&apart);
    let refused = office.command(&["undo", &number(&empty_then)], &[]);
    assert_eq!(refused.status.code(), Some(2));
    let lines: Vec<String> = told(&refused).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[1].contains(&format!("n° {}", number(&same))) && lines[1].contains("suite.csv"), "{lines:?}");
    assert!(lines[2].contains(&format!("n° {}", number(&later))), "{lines:?}");
    let history = office.answer(&["history"], &[]);
    assert_eq!(history["operations"].as_array().map(Vec::len), Some(5), "a refusal leaves no trace");
    let undone = office.answer(&["undo", &number(&empty_then)], &["--with-dependents"]);
    assert_eq!(undone["undone"], serde_json::json!([same["operation"], later["operation"], empty_then["operation"]]));
    // What did not rest on it stands.
    let history = office.answer(&["history"], &[]);
    let state = |json: &Value| {
        let lines = history["operations"].as_array().expect("a list");
        let line = lines.iter().find(|line| line["operation"] == json["operation"]).expect("a line");
        (line["undoable"].clone(), line["undone_by"].clone())
    };
    assert_eq!(state(&apart), ("yes".into(), Value::Null));
    for json in [&empty_then, &later, &same] {
        assert_eq!(state(json), ("undone".into(), undone["operation"].clone()));
    }
    let twice = office.command(&["undo", &number(&later)], &[]);
    assert_eq!(twice.status.code(), Some(2), "{}", told(&twice));
}

#[test]
fn the_history_says_who_did_what_and_what_can_be_undone() {
    let office = Office::new();
    let one = office.import(&first(&office));
    let two = office.import(&first(&office));
    let json = office.answer(&["history"], &[]);
    let lines = json["operations"].as_array().expect("a list");
    assert_eq!(lines.len(), 3);
    assert_eq!(
        (&lines[0]["operation"], &lines[0]["kind"], &lines[0]["label"]),
        (&two["operation"], &"import".into(), &"inscriptions.csv".into())
    );
    assert_eq!((&lines[0]["files"][0]["same"], &lines[1]["files"][0]["new"]), (&2.into(), &2.into()));
    assert_eq!(
        lines[1]["depends"],
        serde_json::json!([{ "operation": two["operation"], "label": "inscriptions.csv", "rows": 2 }])
    );
    assert_eq!((&lines[2]["kind"], &lines[2]["undoable"]), (&"create".into(), &"no".into()));
    assert!(lines[2]["why"].is_string());
    let text = office.command(&["history"], &[]);
    let text = String::from_utf8(text.stdout).expect("UTF-8");
    assert!(text.contains(&format!("guichet-cli undo {}", number(&one))) && text.contains("2 nouvelles"), "{text}");
    let unknown = office.command(&["undo", "999"], &[]);
    assert_eq!((unknown.status.code(), unknown.stdout.len()), (Some(2), 0));
    let nowhere = guichet(["history", "--db", "/nowhere/at/all"]);
    assert_eq!(nowhere.status.code(), Some(2));
}

#[test]
fn a_copy_of_the_journal_proves_what_it_is() {
    let office = Office::new();
    office.import(&first(&office));
    let copy = office.path().join("journal.jsonl");
    let file = copy.to_str().expect("a path");
    assert_eq!(office.command(&["history"], &["--copy", file]).status.code(), Some(0));
    let text = std::fs::read_to_string(&copy).expect("a copy");
    let checked = |text: &str| {
        std::fs::write(&copy, text).expect("written");
        let output = office.command(&["history"], &["--check", file, "--lang", "fr"]);
        (output.status.code(), format!("{}{}", String::from_utf8_lossy(&output.stdout), told(&output)))
    };
    let (code, said) = checked(&text);
    assert!(code == Some(0) && said.contains("inchangées"), "{said}");
    let (code, said) = checked(&text.replacen("\"kind\":\"import\"", "\"kind\":\"setting\"", 1));
    assert!(code == Some(2) && said.contains("n° 2"), "{said}");
    let (code, said) = checked(&text[..=text.trim_end().rfind('\n').expect("several lines")]);
    assert!(code == Some(2) && said.contains("fin"), "{said}");
    let (code, said) = checked("autre chose\n");
    assert!(code == Some(2) && said.contains("Aucune ligne"), "{said}");
}

#[test]
fn a_sealed_report_prints_the_end_of_the_journal() {
    let office = Office::new();
    office.import(&first(&office));
    let seal = office.answer(&["history"], &[])["operations"][0]["seal"].as_str().expect("a seal").to_owned();
    let out = office.path().join("rapport.xlsx");
    let campaign = ["--rulebook", "amu-allsh-2024-2025", "--as-of", "2024-09-25T09:00", "--sealed"];
    let output = office.command(&["report"], &[&campaign[..], &["--out", out.to_str().expect("a path")]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let cells = guichet(["inspect".into(), out.into_os_string(), "--cells".into(), "--format".into(), "json".into()]);
    let printed = format!("{}-{}-{}-{}", &seal[..4], &seal[4..8], &seal[8..12], &seal[12..16]);
    assert!(String::from_utf8_lossy(&cells.stdout).contains(&printed), "{}", told(&cells));
}
