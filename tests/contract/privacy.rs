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

#[test]
fn a_purge_is_shown_then_done_recorded_and_leaves_one_clean_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let db = office(folder.path());
    import(&db, &csv(folder.path(), "suite.csv", &[HEADER, "22400003;;Restante;Ines;04/04/2003;2025-2026;L1;"]));
    let answer = |after: &[&str], code: i32| -> Value {
        let output = run(&db, &["purge"], &[after, &["--format", "json"]].concat());
        assert_eq!(output.status.code(), Some(code), "{}", told(&output));
        serde_json::from_slice(&output.stdout).unwrap_or_default()
    };
    let shown = answer(&["--year", "2024"], 0);
    assert_eq!((&shown["done"], &shown["counts"]["person"]["going"]), (&false.into(), &2.into()));
    assert_eq!(answer(&["--year", "2024"], 0), shown, "nothing went");
    let record = folder.path().join("pv.txt");
    let done = answer(&["--year", "2024", "--yes", "--record", record.to_str().expect("a path")], 0);
    assert_eq!((&done["done"], &done["counts"]), (&true.into(), &shown["counts"]));
    assert_eq!(done["unfinished"], false);
    let text = std::fs::read_to_string(record).expect("a record");
    assert!(text.contains("2024-2025") && text.contains("Personnes") && !text.contains("Dupré"), "{text}");
    let verified = run(&db, &["verify"], &["--format", "json"]);
    assert_eq!(verified.status.code(), Some(0), "{}", told(&verified));
    let verified: Value = serde_json::from_slice(&verified.stdout).expect("JSON");
    let reasons: Vec<&Value> =
        verified["backups"].as_array().expect("a list").iter().map(|backup| &backup["reason"]).collect();
    assert_eq!(reasons, ["after-purge"]);
    let history = run(&db, &["history"], &["--format", "json"]);
    let history = String::from_utf8(history.stdout).expect("UTF-8");
    assert!(!history.contains("inscriptions.csv") && history.contains("suite.csv"), "{history}");
    assert_eq!(run(&db, &["export-person", "22400001"], &[]).status.code(), Some(2));
    assert_eq!(run(&db, &["export-person", "22400003"], &[]).status.code(), Some(0));
    answer(&["--year", "2024", "--yes"], 2);
    answer(&["--yes"], 2);
}

#[test]
fn texts_about_others_that_name_a_purged_person_are_told_and_blanked_when_asked() {
    for blank in [false, true] {
        let folder = tempfile::tempdir().expect("a folder");
        let db = office(folder.path());
        let lines = [HEADER, "22400003;;Restante;Ines;04/04/2003;2024-2025;L1;voisine de Mme DUPRÉ"];
        import(&db, &csv(folder.path(), "suite.csv", &lines));
        let record = folder.path().join("pv.txt");
        let purge = |after: &[&str]| {
            let output = run(&db, &["purge"], &[&["--person", "22400001"], after].concat());
            assert_eq!(output.status.code(), Some(0), "{}", told(&output));
            String::from_utf8(output.stdout).expect("UTF-8")
        };
        let shown = purge(&[]);
        assert!(shown.contains("--blank-mentions") && shown.contains("voisine de Mme DUPRÉ"), "{shown}");
        assert!(shown.contains("22400003 Restante Ines"), "{shown}");
        let mut options = vec!["--yes", "--format", "json", "--record", record.to_str().expect("a path")];
        options.extend(blank.then_some("--blank-mentions"));
        let done: Value = serde_json::from_str(&purge(&options)).expect("JSON");
        assert_eq!((&done["mentions_blanked"], &done["mentions"][0]["place"]), (&blank.into(), &"cell".into()));
        assert_eq!(done["mentions"][0]["text"].is_null(), blank);
        let record = std::fs::read_to_string(&record).expect("a record");
        let said = if blank { "a été effacé" } else { "nomme encore" };
        assert!(
            record.contains(said) && !record.to_lowercase().contains("dupr") && !record.contains("Restante"),
            "{record}"
        );
        let held = run(&db, &["export-person", "22400003"], &[]);
        let held = String::from_utf8(held.stdout).expect("UTF-8");
        assert_eq!(held.contains("DUPRÉ"), !blank, "{held}");
        assert_eq!(run(&db, &["verify"], &[]).status.code(), Some(0));
    }
}

/// The names of everything in a folder, those of backups by their ending only.
fn names(folder: &Path, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => names(&path, into),
            false => drop(into.insert(path.file_name().expect("a name").to_string_lossy().into_owned())),
        }
    }
}

#[test]
fn no_file_but_the_known_ones_is_left_by_a_session_and_none_is_a_log() {
    let folder = tempfile::tempdir().expect("a folder");
    let db = office(folder.path());
    let more = csv(folder.path(), "suite.csv", &[HEADER, "22400003;;Restante;Ines;31/02/2003;2024-2025;Z9;"]);
    for (before, after) in [
        (vec!["import", more.to_str().expect("a path")], vec![]),
        (vec!["undo", "3"], vec![]),
        (vec!["export-person", "22400001"], vec![]),
        (vec!["history"], vec![]),
        (vec!["verify"], vec![]),
        (vec!["purge"], vec!["--person", "22400002", "--yes"]),
    ] {
        run(&db, &before, &after);
    }
    let mut found = BTreeSet::new();
    names(&db, &mut found);
    let known = [
        "backup.json",
        "data.db",
        "data.db-shm",
        "data.db-wal",
        "keeping.json",
        "workspace.guichet",
        "workspace.head",
        "workspace.lock",
    ];
    let others: Vec<&String> = found.iter().filter(|name| !known.contains(&name.as_str())).collect();
    assert!(others.is_empty() && found.contains("data.db"), "{others:?}");
}
