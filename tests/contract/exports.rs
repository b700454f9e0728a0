//! The exports that offices really have: each is understood without a question, or with the one that is honest.
//!
//! Their files are written by the generators below, and kept under `tests/fixtures/exports` beside their answers.
//! `GUICHET_WRITE=1` writes both again; the answers are then to be read by a person.

mod apogee;
mod applications;
mod files;
mod people;

use crate::{check_json, guichet};
use acceptance::project;
use guichet_intake::{ReadOptions, ReaderCommand, SheetReading, read_files};
use guichet_model::{FieldValue, TypedRow};
use serde_json::{Map, Value, json};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::atomic::AtomicBool;

/// A source's name and its files.
type Export = (&'static str, fn() -> Vec<(&'static str, Vec<u8>)>);

const EXPORTS: &[Export] = &[
    ("apogee-ins-adm-etp", || vec![("INS_ADM_ETP.csv", apogee::registrations()), ("INDIVIDU.csv", apogee::persons())]),
    ("apogee-ins-adm-etp-alone", || vec![("INS_ADM_ETP.csv", apogee::registrations())]),
    ("apogee-individu", || vec![("INDIVIDU.csv", apogee::persons())]),
    ("apogee-telem-iaa-tpj", || {
        vec![
            ("TELEM_IAA_TPJ.csv", apogee::documents()),
            ("INDIVIDU.csv", apogee::persons()),
            ("INS_ADM_ETP.csv", apogee::registrations()),
        ]
    }),
    ("businessobjects", || vec![("Inscrits par étape.xlsx", apogee::extract())]),
    ("pegase", || {
        vec![("ins_inscription.csv", applications::pegase()), ("ins_depot_piece.csv", applications::pegase_documents())]
    }),
    ("ecandidat", || vec![("candidatures-L3PSY0-20240612-143015.xlsx", applications::ecandidat())]),
    ("parcoursup-standard", || vec![("admis.csv", applications::parcoursup())]),
    ("parcoursup-parametrable", || vec![("admis_parametrable.csv", applications::parcoursup_chosen())]),
    ("scodoc", || vec![("etudiants.xlsx", applications::scodoc())]),
    ("jury", || vec![("VDTCJ_V1CJ.txt", apogee::jury())]),
    ("html", || vec![("liste_inscrits.xls", applications::web())]),
    ("by-hand", || vec![("Psycho 2024.xlsx", applications::by_hand())]),
    ("cvec", || vec![("cvec.csv", applications::certificates())]),
];

fn folder(name: &str) -> PathBuf {
    project().join("tests/fixtures/exports").join(name)
}

fn writes() -> bool {
    std::env::var_os("GUICHET_WRITE").is_some()
}

/// Compares a file with what it should hold, or writes it.
fn holds(path: &Path, bytes: &[u8]) {
    if writes() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, bytes).expect("written");
    }
    let kept = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(kept == bytes, "{} is not what its generator writes", path.display());
}

/// The files of an export as they are kept, which must be what the generator writes.
fn inputs(name: &str) -> Vec<PathBuf> {
    let (_, make) = EXPORTS.iter().find(|(known, _)| *known == name).expect("an export");
    let files = make().into_iter().map(|(file, bytes)| {
        let path = folder(name).join(file);
        holds(&path, &bytes);
        path
    });
    files.collect()
}

/// What everybody answers about an export, compared wholly.
fn answers(name: &str) -> Value {
    let files = inputs(name);
    let mut found = json!({ "check": checked(&files, &[]), "inspect": inspected(&files), "import": imported(&files) });
    found["rows"] = Value::Object(facts(&files));
    let map = folder(name).join("answers.toml");
    if map.is_file() {
        found["answered"] = checked(&files, &["--map", map.to_str().expect("a path")]);
    }
    let text = serde_json::to_string_pretty(&found).expect("JSON") + "\n";
    let path = folder(name).join("expected.json");
    if writes() {
        std::fs::write(&path, &text).expect("written");
    }
    let awaited = std::fs::read_to_string(&path).expect("read");
    let (found_lines, awaited_lines): (Vec<&str>, Vec<&str>) = (text.lines().collect(), awaited.lines().collect());
    let more: Vec<&&str> = found_lines.iter().filter(|line| !awaited_lines.contains(line)).collect();
    let less: Vec<&&str> = awaited_lines.iter().filter(|line| !found_lines.contains(line)).collect();
    assert!(found_lines == awaited_lines, "{name}: found {more:#?}, awaited {less:#?}");
    found
}

/// The problems as `file sheet cell code`.
fn lines_of(problems: &Value, code: &str) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let problems = problems.as_array().into_iter().flatten();
    problems.map(|told| [&told["file"], &told["sheet"], &told["cell"], &told[code]].map(text).join(" | ")).collect()
}

fn checked(files: &[PathBuf], further: &[&str]) -> Value {
    let (json, output) = check_json(files, further);
    let sheets = json["inputs"].as_array().into_iter().flatten().flat_map(|input| {
        input["sheets"].as_array().into_iter().flatten().map(|sheet| {
            let columns: Map<String, Value> = sheet["columns"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|column| {
                    let place = column["cell"].as_str()?.trim_end_matches(|c: char| c.is_ascii_digit());
                    Some((format!("{place:>3} {}", column["header"].as_str()?), column["field"].clone()))
                })
                .collect();
            json!({
                "file": input["file"], "sheet": sheet["name"], "kind": sheet["kind"], "rows": sheet["rows"],
                "header_row": sheet["header_row"], "columns": columns,
            })
        })
    });
    json!({
        "exit": output.status.code(),
        "sheets": sheets.collect::<Vec<_>>(),
        "problems": lines_of(&json["problems"], "code"),
        "files": json["summary"]["files"],
    })
}

fn json_lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().map(|line| serde_json::from_str(line).expect("one JSON a line")).collect()
}

fn inspected(files: &[PathBuf]) -> Vec<Value> {
    let files = files.iter().map(|file| file.as_os_str().to_owned());
    let output = guichet([OsString::from("inspect")].into_iter().chain(files));
    assert_eq!(output.status.code(), Some(0));
    let mut lines = json_lines(&output);
    for line in &mut lines {
        line["flags"] = json!(lines_of(&line["flags"], "code"));
    }
    lines
}

fn imported(files: &[PathBuf]) -> Value {
    let workspace = tempfile::tempdir().expect("a folder").path().join("espace");
    let mut arguments: Vec<OsString> = vec!["import".into(), "--dry-run".into(), "--format".into(), "json".into()];
    arguments.extend(["--db".into(), workspace.into_os_string()]);
    arguments.extend(files.iter().map(|file| file.as_os_str().to_owned()));
    let output = guichet(arguments);
    let mut json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    for file in json["files"].as_array_mut().into_iter().flatten() {
        file["problems"] = json!(lines_of(&file["problems"], "code"));
    }
    json!({ "exit": output.status.code(), "files": json["files"] })
}

/// What the first, the seventh and the last row of each sheet are understood to say.
fn facts(files: &[PathBuf]) -> Map<String, Value> {
    let reader = ReaderCommand::new(env!("CARGO_BIN_EXE_guichet-cli-under-test").into());
    let readings = read_files(files, &reader, &ReadOptions::default(), &mut |_| {}, &AtomicBool::new(false));
    let mut rows = Map::new();
    for SheetReading { sheet, rows: read, .. } in readings.iter().flat_map(|file| &file.sheets) {
        let last = read.len().saturating_sub(1);
        for row in [0, 6, last].into_iter().filter_map(|at| read.get(at)) {
            rows.insert(format!("{} {} {}", sheet.file, sheet.name, row.source.row + 1), values(row));
        }
    }
    rows
}

fn values(row: &TypedRow) -> Value {
    let values = row.values.iter().map(|(field, value)| (field.as_str().to_owned(), json!(word(value))));
    Value::Object(values.collect())
}

fn word(value: &FieldValue) -> String {
    match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::Date(date) => date.to_string(),
        FieldValue::Instant(instant) => guichet_model::instant_text(*instant),
        FieldValue::Amount(amount) => format!("{} cents", amount.0),
        FieldValue::Flag(flag) => flag.to_string(),
        FieldValue::Level(level) => level.to_string(),
        FieldValue::Year(year) => year.to_string(),
        FieldValue::Code(name) => (*name).to_owned(),
    }
}

/// What a check told, without its place.
fn told(check: &Value) -> Vec<String> {
    let problems = check["problems"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut codes: Vec<String> = problems.filter_map(|problem| Some(problem.rsplit_once("| ")?.1.to_owned())).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// Nothing is asked of an export but these; columns that are only kept are not a question. Nothing is asked once they are
/// answered.
fn asks_only(name: &str, questions: &[&str]) {
    let answers = answers(name);
    let asked = |part: &str| -> Vec<String> {
        told(&answers[part])
            .into_iter()
            .filter(|code| !matches!(code.as_str(), "column-unknown" | "row-unmatched"))
            .collect()
    };
    assert_eq!(asked("check"), questions, "{name}");
    assert_eq!(asked("answered"), Vec::<String>::new(), "{name}, answered");
}

macro_rules! exports {
    ($($test:ident: $name:literal asks $questions:expr;)*) => {
        $(#[test] fn $test() { asks_only($name, &$questions); })*
        const TESTED: &[&str] = &[$($name),*];
    };
}

exports! {
    registrations_of_apogee_with_their_persons: "apogee-ins-adm-etp" asks ["ine-key-shortened", "persons-joined"];
    // The one question: choose the file that says who they are.
    registrations_of_apogee_alone: "apogee-ins-adm-etp-alone" asks ["persons-missing"];
    // The one question: choose the file that says what they are registered for.
    persons_of_apogee: "apogee-individu" asks ["ine-key-shortened", "persons-alone"];
    documents_of_apogee: "apogee-telem-iaa-tpj" asks ["ine-key-shortened", "persons-joined"];
    // The one question: what the university's own codes of scholarships are.
    a_businessobjects_extract: "businessobjects" asks ["value-unmapped"];
    registrations_and_documents_of_pegase: "pegase" asks ["column-dropped"];
    applications_of_ecandidat: "ecandidat" asks ["row-without-key"];
    // The one question: the level or the programme.
    admissions_of_parcoursup: "parcoursup-standard" asks ["column-missing"];
    admissions_of_parcoursup_with_chosen_columns: "parcoursup-parametrable" asks ["column-missing"];
    students_of_scodoc: "scodoc" asks ["column-missing"];
    a_jury_s_file: "jury" asks ["column-missing"];
    a_page_named_a_workbook: "html" asks ["name-misleads"];
    a_sheet_made_by_hand: "by-hand" asks ["rows-left-out", "several-tables"];
    a_list_of_certificates: "cvec" asks [];
}

#[test]
fn every_export_is_tested() {
    let known: Vec<&str> = EXPORTS.iter().map(|(name, _)| *name).collect();
    assert_eq!(TESTED, known);
}

#[test]
fn who_registered_is_kept_with_where_that_is_said_and_known_again() {
    let mut files = inputs("apogee-ins-adm-etp");
    let (json, _) = check_json(&files, &[]);
    let findings = json["files"].as_array().into_iter().flatten().flat_map(|file| file["findings"].as_array());
    let evidence = findings.flatten().flat_map(|finding| finding["evidence"].as_array()).flatten();
    let ine: Vec<&Value> = evidence.filter(|evidence| evidence["field"] == "ine").collect();
    assert!(!ine.is_empty(), "shortened identifiers are doubted");
    for said in ine {
        assert_eq!((&said["file"], &said["header"]), (&json!("INS_ADM_ETP.csv"), &json!("COD_NNE_IND (INDIVIDU.csv)")));
        let row = said["cell"].as_str().is_some_and(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()));
        assert!(row && said["raw"].is_string(), "the row, and what the other file says: {said}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut import = || {
        let workspace = folder.path().join("espace").into_os_string();
        let options = ["import".into(), "--format".into(), "json".into(), "--db".into(), workspace];
        let output = guichet(options.into_iter().chain(files.iter().map(|file| file.as_os_str().to_owned())));
        files.reverse();
        let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let sum = |count: &str| -> u64 {
            json["files"].as_array().into_iter().flatten().filter_map(|file| file[count].as_u64()).sum()
        };
        [sum("new"), sum("changed"), sum("same"), sum("skipped")]
    };
    assert_eq!(import(), [40, 0, 0, 0]);
    assert_eq!(import(), [0, 0, 40, 0], "whatever the order of the files");
}
