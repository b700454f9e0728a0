//! What a clerk reads of an import that changes little: narrower extracts, corrections, refusals.

use crate::{csv, guichet, told};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Output;

const WIDE: &str = "N° étudiant;Nom de naissance;Prénom;Date de naissance;Niveau;INE;Bourse;N° CVEC;\
    Date d'inscription;Régime;Programme d'échange";
const NARROW: &str = "N° étudiant;Nom de naissance;Prénom;Date de naissance;Niveau";

struct Office(tempfile::TempDir);

impl Office {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn file(&self, name: &str, headers: &str, lines: &[&str]) -> PathBuf {
        csv(self.path(), name, &[&[headers], lines].concat())
    }

    fn import(&self, files: &[&Path], further: &[&str]) -> Output {
        let mut arguments: Vec<OsString> = vec!["import".into()];
        arguments.extend(files.iter().map(|file| file.as_os_str().to_owned()));
        arguments.extend(["--db".into(), self.path().join("espace").into_os_string()]);
        guichet(arguments.into_iter().chain(further.iter().map(OsString::from)))
    }

    fn json(&self, files: &[&Path], further: &[&str]) -> Value {
        let output = self.import(files, &[further, &["--format", "json"]].concat());
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", told(&output)))
    }

    fn wide(&self) -> PathBuf {
        let lines = [
            "22400010;Nomalba;Préalba;14/03/2004;L1;1409002949V;O;PAS-UN-NUMERO;13/07/2024;initiale;aucun",
            "22400011;Nombruni;Prébruni;15/03/2004;L1;;;ABC4QWERTY11;13/07/2024;initiale;aucun",
        ];
        self.file("large.csv", WIDE, &lines)
    }

    /// The report's sheets of files, findings and what cannot be decided, as text.
    fn findings(&self) -> String {
        let out = self.path().join("rapport.xlsx");
        let mut arguments: Vec<OsString> = vec!["report".into(), "--db".into(), self.path().join("espace").into()];
        arguments
            .extend(["--rulebook", "amu-allsh-2024-2025", "--as-of", "2024-09-25T09:00", "--out"].map(OsString::from));
        arguments.push(out.clone().into());
        let output = guichet(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        let mut archive = zip::ZipArchive::new(std::fs::File::open(out).expect("opened")).expect("a zip");
        let mut text = String::new();
        for sheet in 2..=4 {
            let mut part = archive.by_name(&format!("xl/worksheets/sheet{sheet}.xml")).expect("a sheet");
            std::io::Read::read_to_string(&mut part, &mut text).expect("text");
        }
        text
    }
}

fn counts(json: &Value) -> [u64; 4] {
    ["new", "changed", "same", "gone"].map(|count| json["files"][0][count].as_u64().unwrap_or(u64::MAX))
}

fn lines(bytes: &[u8]) -> Vec<String> {
    String::from_utf8(bytes.to_vec()).expect("UTF-8").lines().map(str::to_owned).collect()
}

#[test]
fn a_newer_extract_with_fewer_columns_erases_nothing() {
    let office = Office::new();
    office.json(&[&office.wide()], &[]);
    let before = office.findings();
    assert!(before.contains("large.csv") && before.contains("PAS-UN-NUMERO"), "a finding shows the cell it rests on");
    let same = ["22400010;Nomalba;Préalba;14/03/2004;L1", "22400011;Nombruni;Prébruni;15/03/2004;L1"];
    let same = office.json(&[&office.file("étroit.csv", NARROW, &same)], &[]);
    assert_eq!((counts(&same), &same["changes"]), ([0, 0, 2, 0], &json!([])));
    assert!(office.findings() == before, "no finding and no evidence changes");

    let other = ["22400010;Nomalba;Préalba;14/03/2004;L2", "22400011;Nombruni;Prébruni;15/03/2004;L1"];
    let other = office.json(&[&office.file("corrigé.csv", NARROW, &other)], &[]);
    assert_eq!(counts(&other), [0, 1, 1, 0], "{other}");
    let change = json!({"file": "corrigé.csv", "kind": "roster", "sheet": "corrigé", "cell": "E2", "field": "level", "header": "Niveau", "old": "L1", "new": "L2"});
    assert_eq!(other["changes"], json!([change]));
    let after = office.findings();
    assert!(after.contains("large.csv") && after.contains("PAS-UN-NUMERO"), "what is kept is shown where it was said");
}

#[test]
fn what_changes_is_said_value_by_value() {
    let office = Office::new();
    let line = |at: usize, level: &str| format!("2240{at:04};Nom{at};Prénom;14/03/2004;{level}");
    let roster = |name: &str, level: &str| {
        let lines: Vec<String> = (0..24).map(|at| line(at, level)).collect();
        office.file(name, NARROW, &lines.iter().map(String::as_str).collect::<Vec<_>>())
    };
    office.json(&[&roster("a.csv", "L1")], &[]);
    for (further, language) in [(&["--dry-run", "--lang", "fr"][..], "fr"), (&["--lang", "en"][..], "en")] {
        let output = office.import(&[&roster("b.csv", "L2")], further);
        let text = lines(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        let shown: Vec<&String> = text.iter().filter(|line| line.contains("L1 → L2")).collect();
        assert_eq!(shown.len(), 20, "{text:?}");
        assert!(shown[0].contains("b.csv › b › E2") && shown[0].contains("Nom0 Prénom"), "{text:?}");
        let others =
            if language == "fr" { "… et 4 autres valeurs modifiées." } else { "… and 4 other changed values." };
        assert!(text.iter().any(|line| line.trim() == others), "{text:?}");
    }
}

#[test]
fn a_strict_import_that_refuses_says_so() {
    let office = Office::new();
    let clean = office.file("propre.csv", NARROW, &["22400010;Nomalba;Préalba;14/03/2004;L1"]);
    let unclean = office.file("total.csv", NARROW, &["22400011;Nombruni;Prébruni;15/03/2004;L1", ";Sans clef;;;L1"]);
    for further in [&["--strict"][..], &["--strict", "--dry-run"]] {
        let output = office.import(&[&clean, &unclean], &[further, &["--format", "json"]].concat());
        assert_eq!(output.status.code(), Some(2), "{}", told(&output));
        let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!((&json["operation"], &json["refused"]), (&Value::Null, &Value::Bool(true)));
        let said = lines(&output.stderr);
        assert!(said.iter().any(|line| line.contains("total.csv › total › 3")), "{said:?}");
        assert!(said.last().is_some_and(|line| line.starts_with("Rien n’a été importé")), "{said:?}");
    }
    let refused = office.json(&[&clean], &["--strict"]);
    assert!(refused["operation"].is_number() && refused["refused"] == false, "what is clean is imported: {refused}");
}

#[test]
fn an_import_is_named_by_the_files_it_took() {
    let office = Office::new();
    let clean = office.file("propre.csv", NARROW, &["22400010;Nomalba;Préalba;14/03/2004;L1"]);
    let refused = office.path().join("image.xlsx");
    std::fs::write(&refused, b"\x89PNG\r\n\x1a\nrien").expect("written");
    let history = || {
        let arguments = ["history".into(), "--db".into(), office.path().join("espace").into_os_string()];
        let output = guichet(arguments.into_iter().chain(["--format".into(), "json".into()]));
        serde_json::from_slice::<Value>(&output.stdout).unwrap_or_else(|_| panic!("{}", told(&output)))
    };
    let output = office.import(&[&refused, &clean], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(history()["operations"][0]["label"], "propre.csv");
    let operations = || history()["operations"].as_array().map(Vec::len);
    let before = operations();
    let json = office.json(&[&refused], &[]);
    assert!(json["operation"].is_null() && operations() == before, "nothing came in, nothing is recorded: {json}");
}

#[test]
fn a_corrected_workbook_makes_nothing_gone() {
    let office = Office::new();
    let roster = format!("{NARROW};Régime");
    let first = ["22400010;Nomalba;Préalba;14/03/2004;L1;initiale", "22400011;Nombruni;Prébruni;15/03/2004;L1;mystère"];
    let first = office.file("a.csv", &roster, &first);
    let out = office.path().join("à corriger.xlsx");
    office.json(&[&first], &["--problems-out", out.to_str().expect("a path")]);
    let again = office.json(&[&out], &[]);
    assert_eq!(counts(&again), [0, 0, 1, 0], "the row to correct, and nobody is gone: {again}");
}

#[test]
fn another_person_under_a_known_number_waits_and_a_corrected_one_is_told() {
    let office = Office::new();
    let known = ["22400010;Nomalba;Préalba;14/03/2004;L1", "22400011;Nombruni;Prébruni;15/03/2004;L1"];
    office.json(&[&office.file("a.csv", NARROW, &known)], &[]);
    let other = ["22400010;Zanzibar;Ulysse;30/12/1991;L1", "22400011;Nombruni;Prébruni;16/03/2004;L1"];
    let json = office.json(&[&office.file("b.csv", NARROW, &other)], &[]);
    assert_eq!(
        (counts(&json), &json["files"][0]["ambiguous"]),
        ([0, 1, 0, 0], &json!(1)),
        "who is asked about is not gone: {json}"
    );
    let told = |code: &str| {
        let problems = json["files"][0]["problems"].as_array().expect("a list");
        let found =
            problems.iter().find(|problem| problem["code"] == code).and_then(|problem| problem["message"].as_str());
        found.unwrap_or_else(|| panic!("{code}: {json}")).to_owned()
    };
    let asked = told("row-ambiguous");
    assert!(asked.contains("Nomalba Préalba") && asked.contains("même numéro étudiant"), "{asked}");
    let corrected = told("person-corrected");
    assert!(corrected.contains("15/03/2004") && corrected.contains("16/03/2004"), "{corrected}");
    let changes = json["changes"].as_array().expect("a list");
    assert!(changes.len() == 1 && changes[0]["field"] == "birth_date", "nobody else is overwritten: {json}");
}
