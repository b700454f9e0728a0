//! What leaves a workspace: everything held on one person, to them; reports that name nobody, to anybody.

use crate::report::parts;
use crate::{check_json, csv, guichet, told};
use acceptance::sample_office;
use serde_json::Value;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Output;

const HEADER: &str = "N° étudiant;INE;Nom de naissance;Prénom;Date de naissance;Année universitaire;Niveau;Remarque";

fn run(db: &Path, before: &[&str], after: &[&str]) -> Output {
    let arguments = before.iter().map(OsString::from).chain(["--db".into(), db.as_os_str().to_owned()]);
    guichet(arguments.chain(after.iter().map(OsString::from)))
}

fn import(db: &Path, file: &Path) {
    let output = run(db, &["import", file.to_str().expect("a path")], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
}

fn office(folder: &Path) -> PathBuf {
    let db = folder.join("espace");
    let lines = [
        HEADER,
        "22400001;1409002949V;Dupré;Zoé;06/05/2004;2024-2025;L1;sœur de personne",
        "22400002;0AAAAA00018;Exemple;Anne;03/02/2003;2024-2025;L2;",
    ];
    import(&db, &csv(folder, "inscriptions.csv", &lines));
    db
}

#[test]
fn everything_held_on_a_person_is_written_and_nothing_of_anybody_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let db = office(folder.path());
    let output = run(&db, &["export-person", "1409 002949 v"], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let held: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(held["records"]["person"][0]["birth_name"], "Dupré");
    assert_eq!(held["records"]["registration"][0]["level"], "L1");
    assert_eq!((&held["rows"][0]["file"], &held["rows"][0]["row"]), (&"inscriptions.csv".into(), &2.into()));
    assert_eq!(held["journal"][0]["kind"], "import");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("sœur de personne") && !text.contains("Exemple") && !text.contains("Anne"), "{text}");
    let out = folder.path().join("personne.xlsx");
    let output =
        run(&db, &["export-person", "22400001", "--format", "xlsx", "--out", out.to_str().expect("a path")], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let all: String = parts(&out).values().map(String::as_str).collect();
    for word in ["Dupré", "1409002949V", "sœur de personne", "inscriptions.csv", "Nom de naissance"] {
        assert!(all.contains(word), "{word}");
    }
    assert!(!all.contains("Exemple") && !all.contains("22400002"));
}

#[test]
fn an_unknown_person_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let db = office(folder.path());
    let out = folder.path().join("personne.json");
    let output = run(&db, &["export-person", "999", "--out", out.to_str().expect("a path")], &[]);
    assert_eq!((output.status.code(), out.exists()), (Some(2), false));
    assert!(told(&output).contains("999"), "{}", told(&output));
}

/// What identifies the persons of a sample office, as `check` names them.
fn identifying(files: &[PathBuf]) -> BTreeSet<String> {
    let (answer, _) = check_json(files, &[]);
    let files = answer["files"].as_array().expect("files");
    let keys = ["student_number", "ine", "birth_name", "given_name"];
    let texts = files.iter().flat_map(|file| keys.iter().filter_map(|key| file["key"][key].as_str()));
    texts.map(str::to_owned).collect()
}

/// Whether a text holds another as words of its own.
fn holds(text: &str, words: &str) -> bool {
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(words)
        .any(|(at, found)| apart(text[..at].chars().next_back()) && apart(text[at + found.len()..].chars().next()))
}

#[test]
fn a_pseudonymised_report_names_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let (db, out) = (folder.path().join("espace"), folder.path().join("rapport.xlsx"));
    let files = sample_office("allsh-2024-A");
    let arguments = files.iter().map(|file| file.to_str().expect("a path"));
    let imported = run(&db, &["import"].into_iter().chain(arguments).collect::<Vec<_>>(), &[]);
    assert!(imported.status.code().is_some_and(|code| code == 0 || code == 2), "{}", told(&imported));
    let rulebook = ["--rulebook", "amu-allsh-2024-2025", "--as-of", "2024-09-21T12:00", "--out"];
    let report = |more: &[&str], out: &Path| {
        let output = run(&db, &["report"], &[&rulebook, [out.to_str().expect("a path")].as_slice(), more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        parts(out).into_iter().filter(|(name, _)| name.ends_with(".xml")).map(|(_, text)| text).collect::<String>()
    };
    let marks = identifying(&files);
    let named = report(&[], &folder.path().join("nominatif.xlsx"));
    let told_before = marks.iter().filter(|mark| holds(&named, mark)).count();
    assert!(
        told_before == marks.len() && told_before > 100,
        "the usual report names them: {told_before} of {}",
        marks.len()
    );
    let hidden = report(&["--pseudonymise"], &out);
    let still: Vec<&String> = marks.iter().filter(|mark| holds(&hidden, mark)).collect();
    assert!(still.is_empty(), "{still:?}");
    assert!(
        hidden.contains("&lt; 5") && hidden.contains("Rapport pseudonymisé"),
        "small counts are masked, and it says so"
    );
    let again = report(&["--pseudonymise"], &out);
    assert_ne!(hidden, again, "the key is drawn for each report");
}
