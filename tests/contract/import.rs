//! What `import` asks, how it is answered in a mapping file, and what it writes beside.

use crate::{guichet, told};
use serde_json::Value;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const ROSTER: &str = "Réf. interne;Nom;Prénom;Né(e) le;Année;Palier;Régime\n\
    22000001;EXEMPLE;Zoé;04/03/2004;2024-2025;L1;initiale\n\
    22000002;ESSAI;Noé;13/05/2003;2024-2025;M1;17\n";

/// A folder with the roster, and its mapping when there is one.
fn folder(mapping: Option<&str>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("inscrits.csv"), ROSTER).expect("written");
    if let Some(mapping) = mapping {
        std::fs::write(folder.path().join("map.toml"), mapping).expect("written");
    }
    folder
}

fn import(folder: &Path, further: &[OsString]) -> std::process::Output {
    let mut arguments: Vec<OsString> = vec!["import".into(), folder.join("inscrits.csv").into()];
    arguments.extend(["--db".into(), folder.join("espace").into(), "--dry-run".into()]);
    if folder.join("map.toml").exists() {
        arguments.extend(["--map".into(), folder.join("map.toml").into()]);
    }
    arguments.extend(further.iter().cloned());
    guichet(arguments)
}

fn import_json(folder: &Path, further: &[OsString]) -> Value {
    let further: Vec<OsString> = further.iter().cloned().chain(["--format".into(), "json".into()]).collect();
    let output = import(folder, &further);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", told(&output)))
}

fn questions(json: &Value) -> Vec<Value> {
    json["files"][0]["questions"].as_array().expect("a list").clone()
}

/// Of a list of questions, the one about this.
fn asked<'a>(questions: &'a [Value], what: &str) -> Option<&'a Value> {
    questions.iter().find(|question| question["asked"] == what)
}

#[test]
fn a_question_comes_with_the_lines_that_answer_it() {
    let open = folder(None);
    let json = import_json(open.path(), &[]);
    assert!(json["operation"].is_null() && json["files"][0]["kind"].is_null(), "{json}");
    let found = questions(&json);
    let missing = asked(&found, "missing").expect("the level is asked");
    assert_eq!(missing["required"], true);
    assert!(missing["values"].as_array().is_some_and(|values| values.iter().any(|value| value == "L1")));
    let text = String::from_utf8(import(open.path(), &[]).stdout).expect("UTF-8");
    assert!(text.contains("? inscrits.csv › inscrits : ") && !text.contains('⟦'), "{text}");

    let answer = missing["answer"].as_str().expect("lines").replacen('…', "Palier", 1);
    let answered = folder(Some(&answer));
    let json = import_json(answered.path(), &[]);
    assert_eq!((json["files"][0]["kind"].as_str(), json["files"][0]["new"].as_u64()), (Some("roster"), Some(2)));
    let found = questions(&json);
    assert!(asked(&found, "missing").is_none());
    let value = asked(&found, "value").expect("the regime 17 is asked");
    let more = value["answer"].as_str().expect("lines").replacen('…', "apprenticeship", 1);
    let answered = folder(Some(&format!("{answer}\n{more}\n")));
    assert!(asked(&questions(&import_json(answered.path(), &[])), "value").is_none());
}

#[test]
fn the_mapping_of_what_was_recognised_reads_the_file_the_same_way() {
    let first = folder(Some("[headers]\n\"Palier\" = \"level\"\n"));
    let out = first.path().join("reconnu.toml");
    let before = import_json(first.path(), &["--map-out".into(), out.clone().into()]);
    let text = std::fs::read_to_string(&out).expect("written");
    assert!(text.contains("Palier") && text.contains("birth_name") && text.contains("# [values.regime]"), "{text}");
    assert!(!text.contains("EXEMPLE") && !text.contains("22000001"), "nobody's data: {text}");
    let again = folder(Some(&text));
    let after = import_json(again.path(), &[]);
    assert_eq!((&after["files"][0]["new"], questions(&after)), (&before["files"][0]["new"], questions(&before)));
}

#[test]
fn what_is_to_be_corrected_is_written_whole() {
    let folder = folder(Some("[headers]\n\"Palier\" = \"level\"\n"));
    let out: PathBuf = folder.path().join("a-corriger.xlsx");
    import_json(folder.path(), &["--problems-out".into(), out.clone().into()]);
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&out).expect("written")).expect("a zip");
    let mut part = |name: &str| {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name(name).expect("a part"), &mut text).expect("text");
        text
    };
    assert!(part("xl/workbook.xml").contains("name=\"inscrits\""));
    let rows = part("xl/worksheets/sheet2.xml");
    assert!(rows.contains(">17<") && rows.contains("22000002") && !rows.contains("22000001"), "{rows}");
    assert!(!folder.path().join("espace").exists(), "a dry run leaves nothing behind");
}

#[test]
fn the_same_file_twice_is_taken_once_and_told() {
    let folder = folder(Some("[headers]\n\"Palier\" = \"level\"\n"));
    let copy = folder.path().join("copie.csv");
    std::fs::write(&copy, ROSTER).expect("written");
    let json = import_json(folder.path(), &[copy.into()]);
    assert_eq!(json["files"].as_array().map(Vec::len), Some(1));
    let problems = json["files"][0]["problems"].as_array().expect("a list");
    assert!(problems.iter().any(|problem| problem["code"] == "file-twice"), "{json}");
}
