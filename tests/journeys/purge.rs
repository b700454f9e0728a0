//! Purging a finished year or a person in the window: shown, confirmed by typing, recorded; the workspace stays open.

use crate::desk::Desk;
use serde_json::{Value, json};

/// A finished year with two students, a later one with a third, whose row and note name one of them.
const ROSTER: &str = "N° étudiant;Nom;Prénom;Date de naissance;Niveau;Année universitaire;Régime;Commentaire\n\
    22000001;EXEMPLE;Zoé;04/03/2004;L1;2015-2016;initiale;\n\
    22000002;ESSAI;Léa;05/02/2004;L2;2015-2016;initiale;\n\
    22000003;RESTANTE;Noé;05/06/2003;M1;2099-2100;initiale;cousin de Zoé EXEMPLE\n";

fn office() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Essai" }));
    let file = desk.folder.path().join("inscriptions.csv");
    std::fs::write(&file, ROSTER).expect("written");
    desk.choose_files(&[file]);
    let view = desk.call("import_choose", json!({}));
    desk.call("import_apply", json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] }));
    desk.call("note_set", json!({ "id": file_of(&desk, "22000003"), "text": "Ne pas confondre avec Exemple" }));
    desk
}

fn rows(desk: &Desk) -> Vec<Value> {
    let view = desk.call("files_open", json!({ "query": {} }));
    desk.rows(&view, 0, 10)
}

fn file_of(desk: &Desk, number: &str) -> Value {
    rows(desk).iter().find(|row| row["student_number"] == number).expect("the file")["id"].clone()
}

fn year(year: u16) -> Value {
    json!({ "kind": "year", "year": year, "undated": false })
}

fn count<'v>(view: &'v Value, label: &str) -> (&'v Value, &'v Value) {
    let counts = view["counts"].as_array().expect("counts");
    let count = counts.iter().find(|count| count["label"] == label).expect("a count");
    (&count["going"], &count["staying"])
}

#[test]
fn a_finished_year_is_purged_once_it_is_typed_and_the_workspace_stays_open() {
    let desk = office();
    let choices = desk.call("purge_choices", json!({}));
    let offered = json!([{ "year": 2015, "label": "2015-2016", "files": 2, "persons": 2 }]);
    assert_eq!(choices["years"], offered, "a year to come is not offered");
    let view = desk.call("purge_preview", json!({ "what": year(2015) }));
    assert_eq!(count(&view, "Inscriptions"), (&json!(2), &json!(1)));
    assert_eq!(view["confirm"], "2015-2016");
    let mentions = view["mentions"].as_array().expect("a list");
    let texts: Vec<&str> = mentions.iter().filter_map(|mention| mention["text"].as_str()).collect();
    assert_eq!(texts, ["Ne pas confondre avec Exemple", "cousin de Zoé EXEMPLE"]);
    assert!(mentions[0]["place"].as_str().is_some_and(|place| place.contains("22000003 RESTANTE Noé")), "{view}");
    let args = |confirm: &str| json!({ "what": year(2015), "confirm": confirm, "blank_mentions": true });
    let (code, told) = desk.fails("purge", args("2014-2015"));
    assert!(code == "not-confirmed" && told.contains("2015-2016"), "{told}");
    assert_eq!(rows(&desk).len(), 3, "nothing went");
    let done = desk.call("purge", args(" 2015-2016 "));
    let record = done["record"].as_str().expect("a record");
    assert!(record.contains("la campagne 2015-2016") && record.contains("2 textes libres"), "{record}");
    assert!(!record.to_lowercase().contains("exemple") && !record.contains("RESTANTE"), "it names nobody: {record}");
    assert_eq!((&done["mentions"], &done["unfinished"]), (&json!([]), &Value::Null));
    assert_eq!((&done["summary"]["files"], rows(&desk).len()), (&json!(1), 1));
    let detail = desk.call("file_detail", json!({ "id": file_of(&desk, "22000003") }));
    assert!(detail["note"].is_null() && !detail.to_string().to_lowercase().contains("exemple"), "{detail}");
    let history = desk.call("history", json!({}));
    assert_eq!(
        (&history[0]["kind"], &history[0]["label"]),
        (&json!("purge"), &json!("Purge de la campagne 2015-2016"))
    );
    let backups = desk.call("backups", json!({}));
    assert_eq!((backups["backups"].as_array().map(Vec::len), &backups["complete"]), (Some(1), &json!(true)));
    assert_eq!(desk.call("purge_choices", json!({}))["years"], json!([]));
    let path = desk.folder.path().join("pv.txt");
    desk.choose_save(&path);
    desk.call("purge_record_save", json!({ "record": record }));
    assert_eq!(std::fs::read_to_string(path).expect("written"), record);
}

#[test]
fn one_person_is_purged_once_their_name_is_typed_and_what_stays_is_told() {
    let desk = office();
    let what = json!({ "kind": "person", "id": file_of(&desk, "22000001") });
    let view = desk.call("purge_preview", json!({ "what": what }));
    assert_eq!((&view["confirm"], count(&view, "Personnes")), (&json!("EXEMPLE"), (&json!(1), &json!(2))));
    let args = json!({ "what": what, "confirm": "exemple", "blank_mentions": false });
    let done = desk.call("purge", args.clone());
    assert_eq!(done["mentions"].as_array().map(Vec::len), Some(2), "what stays is told: {done}");
    assert!(done["record"].as_str().is_some_and(|record| record.contains("nomment encore")), "{done}");
    let left: Vec<Value> = rows(&desk).iter().map(|row| row["student_number"].clone()).collect();
    assert_eq!(left, ["22000002", "22000003"]);
    assert_eq!(desk.fails("purge", args).0, "gone");
    let desk = desk.restarted();
    assert_eq!(rows(&desk).len(), 2);
}

#[test]
fn a_year_under_way_is_refused_and_an_unfinished_removal_is_told() {
    let desk = office();
    let (code, told) = desk.fails("purge_preview", json!({ "what": year(2099) }));
    assert!(code == "year-not-finished" && told.contains("2099"), "{told}");
    let summary = desk.call("summary", json!({}));
    let folder = std::path::PathBuf::from(summary["workspace"]["folder"].as_str().expect("a folder"));
    assert_eq!(summary["workspace"]["purge_unfinished"], Value::Null);
    std::fs::write(folder.join("purge.json"), "{\"operation\":2}").expect("written");
    let told = desk.call("purge_choices", json!({}))["unfinished"].clone();
    assert!(told.as_str().is_some_and(|told| told.contains("rouvrir l’espace")), "{told}");
    assert_eq!(desk.call("summary", json!({}))["workspace"]["purge_unfinished"], told);
}

#[test]
fn only_who_administers_may_purge() {
    let desk = office();
    let phrase = |words: &str| format!("un cheval {words} dans la cour");
    desk.call("protect", json!({ "name": "Ada", "passphrase": phrase("gris") }));
    desk.call("account_add", json!({ "name": "Bob", "role": "check", "passphrase": phrase("blanc") }));
    desk.call("lock", json!({}));
    desk.call("unlock", json!({ "account": "Bob", "passphrase": phrase("blanc") }));
    for (command, args) in [
        ("purge_choices", json!({})),
        ("purge_preview", json!({ "what": year(2015) })),
        ("purge", json!({ "what": year(2015), "confirm": "2015-2016", "blank_mentions": false })),
    ] {
        assert_eq!(desk.fails(command, args).0, "not-allowed", "{command}");
    }
    assert_eq!(rows(&desk).len(), 3);
    desk.call("lock", json!({}));
    desk.call("unlock", json!({ "account": "Ada", "passphrase": phrase("gris") }));
    desk.call("purge", json!({ "what": year(2015), "confirm": "2015-2016", "blank_mentions": false }));
    let summary = desk.call("summary", json!({}));
    assert_eq!(
        (&summary["workspace"]["account"], &summary["files"]),
        (&json!("Ada"), &json!(1)),
        "who had it open still has"
    );
}
