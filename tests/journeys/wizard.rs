//! The import wizard: a messy file understood by answering, a person confirmed, an import undone.

use crate::desk::Desk;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::PathBuf;

/// A roster as an office really has it: a title, headers nobody else uses, a regime by its local number.
fn messy_roster(people: usize) -> String {
    let mut text =
        "Extraction du service;;;;;;\n;;;;;;\nRéf. interne;Nom;Prénom;Né(e) le;Année;Palier;Régime\n".to_owned();
    for rank in 0..people {
        let (number, day, level) = (22_000_001 + rank, 1 + rank % 28, ["L1", "L2", "M1"][rank % 3]);
        let regime = if rank % 5 == 4 { "17" } else { "initiale" };
        let _ = writeln!(text, "{number};EXEMPLE{rank};Prénom{rank};{day:02}/03/2004;2024-2025;{level};{regime}");
    }
    text
}

fn write(desk: &Desk, name: &str, text: &str) -> PathBuf {
    let path = desk.folder.path().join(name);
    std::fs::write(&path, text).expect("written");
    path
}

/// A desk with an empty workspace.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Essai" }));
    desk
}

fn choose(desk: &Desk, files: &[PathBuf]) -> Value {
    desk.choose_files(files);
    desk.call("import_choose", json!({}))
}

fn answer(desk: &Desk, view: &Value, answer: Value) -> Value {
    desk.call("import_answer", json!({ "session": view["session"], "answer": answer }))
}

/// An answer about the only table of a file.
fn about(desk: &Desk, view: &Value, file: usize, mut what: Value) -> Value {
    for (key, value) in [("file", file), ("sheet", 0), ("table", 0)] {
        what[key] = json!(value);
    }
    answer(desk, view, what)
}

fn rows(desk: &Desk, view: &Value, tab: &str) -> Vec<Value> {
    let args = json!({ "session": view["session"], "tab": tab, "offset": 0, "limit": 500 });
    desk.call("import_rows", args).as_array().expect("a list").clone()
}

fn asks(view: &Value, step: &str) -> u64 {
    let steps = view["steps"].as_array().expect("steps");
    steps.iter().find(|known| known["step"] == step).and_then(|step| step["asks"].as_u64()).expect("a step")
}

fn count(view: &Value, tab: &str) -> u64 {
    let tabs = view["plan"]["tabs"].as_array().expect("a plan");
    tabs.iter().find(|known| known["tab"] == tab).and_then(|tab| tab["count"].as_u64()).expect("a list")
}

fn apply(desk: &Desk, view: &Value) -> Value {
    desk.call("import_apply", json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] }))
}

/// Every file of the workspace, without the numbers that another import would give them.
fn files(desk: &Desk) -> Vec<Value> {
    let view = desk.call("files_open", json!({ "query": { "sort": "student_number" } }));
    let mut rows = desk.rows(&view, 0, 500);
    for row in &mut rows {
        row["id"] = Value::Null;
    }
    rows
}

/// The messy roster with everything answered.
fn understood(desk: &Desk, people: usize) -> Value {
    let view = choose(desk, &[write(desk, "inscrits.csv", &messy_roster(people))]);
    let view = about(desk, &view, 0, json!({ "what": "column", "column": 6, "field": "level" }));
    let view = about(desk, &view, 0, json!({ "what": "column", "column": 1, "field": "student_number" }));
    about(desk, &view, 0, json!({ "what": "value", "field": "regime", "text": "17", "meaning": "apprenticeship" }))
}

#[test]
fn a_messy_file_is_understood_by_answering_and_never_guessed() {
    let desk = desk();
    let view = choose(&desk, &[write(&desk, "inscrits.csv", &messy_roster(20))]);
    assert!(view["plan"].is_null(), "nothing says the level: nothing is planned");
    let sheet = &view["files"][0]["sheets"][0];
    assert_eq!((sheet["header_row"].as_u64(), sheet["kind"].as_str()), (Some(3), Some("roster")));
    assert!(sheet["questions"].as_array().is_some_and(|asked| asked.iter().any(|asked| asked["required"] == true)));
    assert!(asks(&view, "columns") > 0);
    let level = &sheet["columns"][5];
    assert_eq!((level["header"].as_str(), level["cell"].as_str()), (Some("Palier"), Some("F3")));
    assert_eq!(level["examples"], json!(["L1", "L2", "M1"]));
    let raw =
        desk.call("import_sheet", json!({ "session": view["session"], "file": 0, "sheet": 0, "first": 1, "count": 4 }));
    assert_eq!((raw[0]["cells"][0].as_str(), raw[3]["row"].as_u64()), (Some("Extraction du service"), Some(4)));

    let view = about(&desk, &view, 0, json!({ "what": "column", "column": 6, "field": "level" }));
    assert_eq!(view["files"][0]["sheets"][0]["columns"][5]["confidence"], "answered");
    assert_eq!((asks(&view, "values"), count(&view, "new")), (1, 20));
    let view = about(&desk, &view, 0, json!({ "what": "column", "column": 1, "field": "student_number" }));
    let regime = &view["files"][0]["sheets"][0]["columns"][6];
    let asked = &regime["values"][0];
    assert_eq!(
        (asked["text"].as_str(), asked["count"].as_u64(), asked["asked"].as_bool()),
        (Some("17"), Some(4), Some(true))
    );
    assert!(
        asked["choices"].as_array().is_some_and(|choices| choices.iter().any(|choice| choice["field"] == "auditor"))
    );
    let view = about(
        &desk,
        &view,
        0,
        json!({ "what": "value", "field": "regime", "text": "17", "meaning": "apprenticeship" }),
    );
    assert_eq!((asks(&view, "values"), view["plan"]["applicable"].as_bool()), (0, Some(true)));
    let new = rows(&desk, &view, "new");
    assert_eq!((new.len(), new[4]["who"].as_str()), (20, Some("22000005 EXEMPLE4 Prénom4")));
    assert_eq!((new[4]["what"].as_str(), new[4]["row"].as_u64()), (Some("L2 · 2024-2025"), Some(8)));
    assert_eq!(apply(&desk, &view)["counts"]["new"], 20);
    assert!(desk.call("import_view", json!({})).is_null(), "the import is over");
}

#[test]
fn what_cannot_be_an_answer_changes_nothing() {
    let desk = desk();
    let text = messy_roster(3).replace("Réf. interne", "NIR");
    let view = choose(&desk, &[write(&desk, "inscrits.csv", &text)]);
    let column = &view["files"][0]["sheets"][0]["columns"][0];
    assert_eq!(
        (column["confidence"].as_str(), column["examples"].as_array().map(Vec::len)),
        (Some("dropped"), Some(0))
    );
    let refused = |what: Value| {
        let mut what = what;
        for key in ["file", "sheet", "table"] {
            what[key] = json!(0);
        }
        desk.fails("import_answer", json!({ "session": view["session"], "answer": what }))
    };
    assert_eq!(refused(json!({ "what": "column", "column": 1, "field": "ine" })).0, "answer");
    assert_eq!(refused(json!({ "what": "column", "column": 99, "field": "ine" })).0, "answer");
    assert_eq!(refused(json!({ "what": "constant", "field": "level", "value": "L9" })).0, "answer");
    assert_eq!(refused(json!({ "what": "value", "field": "regime", "text": "17", "meaning": "never" })).0, "answer");
    assert_eq!(refused(json!({ "what": "column", "column": 0, "field": "ine" })).0, "not-a-command");
    assert_eq!(desk.call("import_view", json!({})), view);
}

#[test]
fn a_person_who_could_be_another_is_confirmed_side_by_side() {
    let desk = desk();
    let roster = "N° étudiant;INE;Nom;Prénom;Date de naissance;Niveau;Année universitaire\n\
                  22000001;1409002949V;EXEMPLE;Zoé;04/03/2004;L1;2024-2025\n";
    let view = choose(&desk, &[write(&desk, "inscrits.csv", roster)]);
    apply(&desk, &view);
    let certificates = "N° CVEC;N° étudiant;INE;Nom;Prénom;Date de naissance\n\
                        MAR1AB2CD3;22999999;1409002949V;EXEMPLE;Zoe;04/03/2004\n";
    let view = choose(&desk, &[write(&desk, "attestations.csv", certificates)]);
    assert_eq!((asks(&view, "check"), count(&view, "ambiguous")), (1, 1));
    let row = &rows(&desk, &view, "ambiguous")[0];
    let candidate = &row["candidates"][0];
    let fact = |label: &str| {
        let facts = candidate["facts"].as_array().expect("facts");
        facts.iter().find(|fact| fact["label"] == label).expect("the fact").clone()
    };
    assert_eq!(fact("INE")["same"], true);
    assert_eq!(
        (fact("N° étudiant")["same"].as_bool(), fact("N° étudiant")["ours"].as_str()),
        (Some(false), Some("22000001"))
    );
    assert!(candidate["label"].as_str().is_some_and(|label| label.contains("L1 2024-2025")), "{candidate}");
    assert!(candidate["reason"].as_str().is_some_and(|reason| reason.contains("même INE") && !reason.contains('⟦')));

    let decide = |view: &Value, choice: Value| {
        answer(&desk, view, json!({ "what": "person", "place": row["place"], "choice": choice }))
    };
    let left = decide(&view, json!("leave_out"));
    assert_eq!((asks(&left, "check"), left["plan"]["counts"]["left_out"].as_u64()), (0, Some(1)));
    let new = decide(&left, json!("new"));
    assert_eq!(new["plan"]["counts"]["new"], 1);
    let known = decide(&new, candidate["choice"].clone());
    assert_ne!(known["plan"]["fingerprint"], new["plan"]["fingerprint"], "a choice is part of the plan");
    let row = &rows(&desk, &known, "ambiguous")[0];
    assert_eq!((row["choice"].as_str(), row["candidates"][0]["chosen"].as_bool()), (Some("person"), Some(true)));
    apply(&desk, &known);
    let detail = desk.call("files_open", json!({ "query": {} }));
    assert_eq!(detail["total"], 1, "the certificate belongs to the person who was known");
}

#[test]
fn cancelling_leaves_nothing_behind_and_the_import_under_way() {
    let desk = desk();
    let view = understood(&desk, 1_200);
    desk.be_impatient(true);
    let args = json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] });
    assert_eq!(desk.fails("import_apply", args).0, "cancelled");
    desk.be_impatient(false);
    assert_eq!(files(&desk).len(), 0);
    let again = desk.call("import_view", json!({}));
    assert_eq!(again["plan"], view["plan"], "the same plan stands");
    assert_eq!(apply(&desk, &again)["counts"]["new"], 1_200);
    let told = desk.last_event("progress").expect("told");
    assert!(told.is_null(), "progress ends");
}

#[test]
fn an_import_is_undone_after_a_restart_and_importing_again_equals_the_first() {
    let desk = desk();
    let done = apply(&desk, &understood(&desk, 20));
    let first = files(&desk);
    let desk = desk.restarted();
    let history = desk.call("history", json!({}));
    let line =
        history.as_array().into_iter().flatten().find(|line| line["operation"] == done["operation"]).expect("listed");
    assert_eq!(line["undoable"], "yes");
    assert!(line["label"].as_str().is_some_and(|label| label.contains("inscrits.csv")), "{line}");
    assert!(line["detail"].as_str().is_some_and(|detail| detail.contains("20")), "{line}");
    let undone = desk.call("undo", json!({ "operation": done["operation"] }));
    assert_eq!((undone["summary"]["files"].as_u64(), files(&desk).len()), (Some(0), 0));
    assert_eq!(desk.fails("undo", json!({ "operation": done["operation"] })).0, "store");
    // What was answered once is remembered: nothing is asked.
    let view = choose(&desk, &[write(&desk, "inscrits.csv", &messy_roster(20))]);
    let sheet = &view["files"][0]["sheets"][0];
    assert_eq!((sheet["remembered"].as_bool(), sheet["asks"].as_u64()), (Some(true), Some(0)));
    assert!(view["files"][0]["already"].is_null(), "what was undone is not imported");
    apply(&desk, &view);
    assert_eq!(files(&desk), first);
}

#[test]
fn undoing_what_others_rest_on_is_refused_with_the_list() {
    let desk = desk();
    let done = apply(&desk, &understood(&desk, 5));
    let more = "N° CVEC;N° étudiant\nMAR1AB2CD3;22000001\n";
    apply(&desk, &choose(&desk, &[write(&desk, "attestations.csv", more)]));
    let (code, message) = desk.fails("undo", json!({ "operation": done["operation"] }));
    assert_eq!(code, "undo-refused");
    assert!(message.contains("attestations.csv"), "{message}");
    assert_eq!(files(&desk).len(), 5);
    let history = desk.call("history", json!({}));
    let of = |line: &&Value| line["operation"] == done["operation"];
    let line = history.as_array().into_iter().flatten().find(of).expect("listed");
    assert!(line["depends"][0].as_str().is_some_and(|depends| depends.contains("attestations.csv")), "{line}");
    desk.call("undo", json!({ "operation": done["operation"], "with_dependents": true }));
    assert_eq!(files(&desk).len(), 0);
}

#[test]
fn a_plan_shown_before_something_changed_is_refused_and_made_again() {
    let desk = desk();
    let done = apply(&desk, &understood(&desk, 5));
    let view = choose(&desk, &[write(&desk, "inscrits-2.csv", &messy_roster(6))]);
    assert_eq!((view["plan"]["counts"]["new"].as_u64(), view["plan"]["counts"]["same"].as_u64()), (Some(1), Some(5)));
    desk.call("undo", json!({ "operation": done["operation"] }));
    let args = json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] });
    assert_eq!(desk.fails("import_apply", args).0, "plan-outdated");
    let again = desk.call("import_view", json!({}));
    assert_eq!(again["plan"]["counts"]["new"], 6);
    apply(&desk, &again);
    assert_eq!(files(&desk).len(), 6);
}

#[test]
fn remembered_answers_can_be_refused_listed_shared_and_forgotten() {
    let desk = desk();
    apply(&desk, &understood(&desk, 5));
    let listed = desk.call("mappings", json!({}));
    assert_eq!((listed.as_array().map(Vec::len), listed[0]["name"].as_str()), (Some(1), Some("inscrits.csv")));
    let mut other = messy_roster(5).replace("2024-2025", "2025-2026");
    other = other.replace("Extraction du service", "Extraction suivante");
    let next = write(&desk, "inscrits-2025.csv", &other);
    let view = choose(&desk, std::slice::from_ref(&next));
    assert_eq!((view["plan"]["counts"]["new"].as_u64(), asks(&view, "columns")), (Some(5), 0));
    let refused = about(&desk, &view, 0, json!({ "what": "remembered", "used": false }));
    assert!(refused["plan"].is_null() && refused["files"][0]["sheets"][0]["offered"] == "inscrits.csv");
    let taken = about(&desk, &refused, 0, json!({ "what": "remembered", "used": true }));
    assert_eq!(taken["plan"]["fingerprint"], view["plan"]["fingerprint"]);
    let place = json!({ "session": view["session"], "file": 0, "sheet": 0, "table": 0 });
    let named = {
        let mut args = place.clone();
        args["name"] = json!("Extraction du service");
        desk.call("import_mapping_keep", args)
    };
    assert_eq!(named["files"][0]["sheets"][0]["source_label"], "Extraction du service");
    let file = desk.folder.path().join("modele.toml");
    desk.choose_save(&file);
    assert_eq!(desk.call("import_mapping_save", place)["path"], file.display().to_string());
    let text = std::fs::read_to_string(&file).expect("read");
    assert!(text.contains("Palier") && !text.contains("EXEMPLE") && !text.contains("22000001"), "{text}");

    assert_eq!(desk.call("mapping_forget", json!({ "name": "Extraction du service" })), json!([]));
    let asked = choose(&desk, &[next]);
    assert!(asked["plan"].is_null(), "nothing is remembered any more");
    desk.choose_toml(&file);
    let opened = desk.call("import_mapping_open", json!({ "session": asked["session"] }));
    assert_eq!(opened["plan"]["fingerprint"], view["plan"]["fingerprint"]);
}

#[test]
fn the_same_file_twice_is_told_and_one_of_before_is_named() {
    let desk = desk();
    apply(&desk, &understood(&desk, 5));
    let copies = [write(&desk, "inscrits.csv", &messy_roster(5)), write(&desk, "copie.csv", &messy_roster(5))];
    let view = choose(&desk, &copies);
    let file = &view["files"][0];
    assert_eq!(view["files"].as_array().map(Vec::len), Some(1));
    assert!(file["already"].as_str().is_some_and(|already| already.starts_with("déjà importé le ")), "{file}");
    let told = file["problems"].as_array().into_iter().flatten().find(|problem| problem["code"] == "file-twice");
    assert!(told.and_then(|told| told["message"].as_str()).is_some_and(|told| told.contains("copie.csv")));
    let more = write(&desk, "attestations.csv", "N° CVEC;N° étudiant\nMAR1AB2CD3;22000001\n");
    desk.drop_files(&[more]);
    let dropped = desk.last_event("import").expect("told");
    assert_eq!(
        (dropped["files"].as_array().map(Vec::len), dropped["session"].as_u64()),
        (Some(2), view["session"].as_u64())
    );
}

#[test]
fn two_extracts_of_one_program_are_read_together_whenever_they_are_chosen() {
    let desk = desk();
    let folder = acceptance::project().join("tests/fixtures/exports/apogee-ins-adm-etp");
    let (what, who) = (folder.join("INS_ADM_ETP.csv"), folder.join("INDIVIDU.csv"));
    let told = |view: &Value| -> Vec<String> {
        let files = view["files"].as_array().expect("files").iter();
        let problems = files.flat_map(|file| file["problems"].as_array().expect("problems"));
        let codes = problems.filter_map(|problem| problem["code"].as_str().map(str::to_owned));
        codes.filter(|code| code.starts_with("persons-")).collect()
    };
    let alone = choose(&desk, std::slice::from_ref(&what));
    assert_eq!(told(&alone), ["persons-missing"]);
    desk.drop_files(&[who]);
    let view = desk.call("import_view", json!({}));
    assert_eq!(told(&view), ["persons-joined"]);
    assert_eq!(count(&view, "new"), 40);
}

#[test]
fn a_text_that_two_encodings_can_explain_is_asked_with_the_names_each_reads() {
    let desk = desk();
    let bytes = b"N\xb0 \xe9tudiant;Niveau;Nom\n22000001;L1;Ren\x8ee\n22000002;L1;No\x91l\n22000003;L1;Dupr\xe9\n";
    let path = desk.folder.path().join("mac.csv");
    std::fs::write(&path, bytes).expect("written");
    let view = choose(&desk, &[path]);
    let encodings = view["files"][0]["encodings"].as_array().expect("a list").clone();
    assert_eq!((encodings.len(), asks(&view, "files")), (2, 1));
    assert!(encodings.iter().all(|choice| choice["samples"].as_array().is_some_and(|samples| !samples.is_empty())));
    let labels: Vec<&str> = encodings.iter().filter_map(|choice| choice["label"].as_str()).collect();
    assert!(labels.iter().any(|label| label.contains("Excel en français")), "{labels:?}");
    let other = encodings.iter().find(|choice| choice["chosen"] == false).expect("another");
    let names =
        |view: &Value| -> Vec<Value> { rows(&desk, view, "new").iter().map(|row| row["who"].clone()).collect() };
    let before = names(&view);
    let read = answer(&desk, &view, json!({ "what": "encoding", "file": 0, "encoding": other["encoding"] }));
    assert_eq!(asks(&read, "files"), 0);
    assert_ne!(names(&read), before);
}
