//! Deciding at the desk: derogations, documents and notes, on one file or several; shown before, done at once, undone by name.

use crate::desk::Desk;
use acceptance::sample_office;
use serde_json::{Value, json};

/// A workspace with the first sample office, judged at its instant.
fn office() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Scolarité d'essai" }));
    import(&desk, &sample_office("allsh-2024-A"));
    desk.call("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-09-25T09:00" }));
    desk
}

/// Imports files; what the preview warned of.
fn import(desk: &Desk, files: &[std::path::PathBuf]) -> Value {
    desk.choose_files(files);
    let view = desk.call("import_choose", json!({}));
    let warnings = json!({ "session": view["session"], "tab": "warnings", "offset": 0, "limit": 50 });
    let warned = desk.call("import_rows", warnings);
    desk.call("import_apply", json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] }));
    warned
}

fn rows(desk: &Desk, codes: &[&str]) -> Vec<Value> {
    let view = desk.call("files_open", json!({ "query": { "codes": codes } }));
    desk.rows(&view, 0, 500)
}

/// Decides exactly what was shown; what was shown.
fn decide(desk: &Desk, selection: &Value, entry: &Value) -> Value {
    let mut args = json!({ "selection": selection, "entry": entry });
    let effect = desk.call("decide_preview", args.clone());
    args["fingerprint"] = effect["fingerprint"].clone();
    desk.call("decide", args);
    effect
}

/// Undoes the newest operations, one by one.
fn undo_newest(desk: &Desk, count: usize) {
    let history = desk.call("history", json!({}));
    for line in history.as_array().expect("a list").iter().take(count) {
        desk.call("undo", json!({ "operation": line["operation"] }));
    }
}

fn derogation(granted: bool) -> Value {
    json!({ "kind": "derogation", "granted": granted, "by": "Doyen de la faculté", "on": "2024-09-12", "reference": "D-2024-17" })
}

fn photo(state: &str, reason: &str) -> Value {
    json!({ "kind": "document", "piece": "Photo", "state": state, "reason": reason, "until": null, "programme_code": "" })
}

fn detail(desk: &Desk, id: &Value) -> Value {
    desk.call("file_detail", json!({ "id": id }))
}

fn has_finding(detail: &Value, code: &str) -> bool {
    detail["findings"].as_array().expect("a list").iter().any(|finding| finding["code"] == code)
}

#[test]
fn a_granted_derogation_settles_the_limit_until_it_is_refused_or_undone() {
    let desk = office();
    // A file with no other error.
    let only = |row: &&Value| row["student_number"] == "22000286";
    let row = rows(&desk, &["RPT001"]).iter().find(only).expect("the file").clone();
    let (id, before) = (&row["id"], detail(&desk, &row["id"]));
    let selection = json!({ "ids": [id] });
    let effect = decide(&desk, &selection, &derogation(true));
    assert_eq!(effect["entries"], 1);
    assert!(effect["moves"].as_array().is_some_and(|moves| moves[0]["files"] == 1), "{effect}");
    let after = detail(&desk, id);
    assert!(!has_finding(&after, "RPT001") && !has_finding(&after, "DRG004"), "{after}");
    let request = &after["dossiers"][0];
    assert_eq!((&request["state"], &request["decided_by"]), (&json!("granted"), &json!("Doyen de la faculté")));
    let who = request["desk"]["by"].as_str().expect("who");
    assert!(who.starts_with("Saisi au guichet ("), "{who}");
    let place = &request["records"][0]["facts"]
        .as_array()
        .expect("facts")
        .iter()
        .find(|fact| fact["value"] == "D-2024-17")
        .expect("the reference")["place"];
    let extract = desk.call("extract", json!({ "place": place }));
    assert_eq!(extract["file"], "Saisie au guichet", "evidence like another's");
    assert_eq!(desk.call("history", json!({}))[0]["label"], "Dérogation saisie au guichet (dossiers : 1)");
    let again = json!({ "selection": selection, "entry": derogation(true) });
    assert_eq!(desk.fails("decide_preview", again).0, "nothing-to-enter");
    decide(&desk, &selection, &derogation(false));
    assert!(has_finding(&detail(&desk, id), "RPT001") && has_finding(&detail(&desk, id), "DRG005"));
    undo_newest(&desk, 2);
    assert_eq!(detail(&desk, id), before);
}

#[test]
fn a_document_marked_prevails_over_extracts_until_it_is_withdrawn() {
    let desk = office();
    let row = rows(&desk, &[])[0].clone();
    let (id, number) = (&row["id"], row["student_number"].as_str().expect("a number"));
    let extract = |state: &str| {
        let file = desk.folder.path().join(format!("pieces-{state}.csv"));
        std::fs::write(&file, format!("N° étudiant;Pièce;État de la pièce\n{number};PHOTO;{state}\n"))
            .expect("written");
        [file]
    };
    import(&desk, &extract("rejetée"));
    assert!(has_finding(&detail(&desk, id), "DOC002"));
    decide(&desk, &json!({ "ids": [id] }), &photo("valid", ""));
    let after = detail(&desk, id);
    assert!(!has_finding(&after, "DOC002"));
    let document = &after["documents"][0];
    assert_eq!((&document["state"], after["documents"].as_array().map(Vec::len)), (&json!("valid"), Some(1)));
    assert_eq!(document["desk"]["otherwise"], "L’extraction pieces-rejetée.csv dit : rejetée");
    let warned = import(&desk, &extract("non déposée")).to_string();
    assert!(warned.contains("contredit ce qui a été saisi au guichet"), "{warned}");
    let document = detail(&desk, id)["documents"][0].clone();
    assert_eq!(document["state"], "valid", "what was entered stands");
    desk.call("withdraw", json!({ "sha256": document["desk"]["sha256"], "row": document["desk"]["row"] }));
    assert_eq!(detail(&desk, id)["documents"][0]["state"], "not_deposited");
    undo_newest(&desk, 1);
    assert_eq!(detail(&desk, id)["documents"][0]["state"], "valid");
}

#[test]
fn several_files_are_decided_in_one_operation() {
    let desk = office();
    let view = desk.call("files_open", json!({ "query": {} }));
    let change = json!({ "view": view["view"], "change": { "kind": "rows", "from": 0, "to": 12, "selected": true } });
    assert_eq!(desk.call("selection_change", change)["selected"], 12);
    let rows = rows(&desk, &[]);
    let first = &rows[0]["id"];
    desk.call("note_set", json!({ "id": first, "text": "Déjà vu" }));
    let entries = |desk: &Desk| desk.call("history", json!({})).as_array().map(Vec::len);
    let before = entries(&desk);
    let selection = json!({ "selected": true });
    let effect = decide(&desk, &selection, &json!({ "kind": "note", "text": "À rappeler" }));
    assert_eq!((&effect["entries"], &effect["added"]), (&json!(12), &json!(1)));
    assert_eq!(detail(&desk, first)["note"]["text"], "Déjà vu\nÀ rappeler");
    assert_eq!(detail(&desk, &rows[11]["id"])["note"]["text"], "À rappeler");
    assert!(detail(&desk, &rows[12]["id"])["note"].is_null());
    let marked = decide(&desk, &selection, &photo("rejected", "floue"));
    assert_eq!(detail(&desk, &rows[11]["id"])["documents"][0]["reason"], "floue");
    assert!(marked["entries"].as_u64().is_some_and(|persons| (1..=12).contains(&persons)));
    assert_eq!(entries(&desk), before.map(|before| before + 2), "one entry of the journal each");
    undo_newest(&desk, 2);
    assert_eq!(detail(&desk, first)["note"]["text"], "Déjà vu");
    assert!(detail(&desk, &rows[11]["id"])["documents"].as_array().is_some_and(Vec::is_empty));
}

#[test]
fn what_is_not_whole_or_not_as_shown_is_refused() {
    let desk = office();
    let id = rows(&desk, &[])[0]["id"].clone();
    let selection = json!({ "ids": [id] });
    let refused = |entry: Value| desk.fails("decide_preview", json!({ "selection": selection, "entry": entry })).0;
    assert_eq!(refused(photo("rejected", "")), "reason-missing");
    let mut nobody = derogation(true);
    nobody["by"] = json!(" ");
    assert_eq!(refused(nobody), "authority-missing");
    let on = |day: &str| {
        let mut later = derogation(true);
        later["on"] = json!(day);
        later
    };
    assert_eq!(refused(on("2024-09-26")), "decided-later", "the files are judged as of the day before");
    desk.call("decide_preview", json!({ "selection": selection, "entry": on("2024-09-25") }));
    let note = |text: String| json!({ "kind": "note", "text": text });
    assert_eq!(refused(note(" \n".to_owned())), "note-missing");
    assert_eq!(refused(note("é".repeat(501))), "words-too-many");
    let mut args = json!({ "selection": selection, "entry": photo("valid", "") });
    args["fingerprint"] = desk.call("decide_preview", args.clone())["fingerprint"].clone();
    args["entry"] = photo("forced", "");
    assert_eq!(desk.fails("decide", args).0, "plan-outdated");
}

#[test]
fn a_waiver_shows_what_it_was_decided_on_beside_what_that_is_now() {
    let desk = office();
    let row = rows(&desk, &["CVC001"])[0].clone();
    let number = row["student_number"].as_str().expect("a number");
    let grounds = json!({ "reason": "decision", "text": "", "until": null });
    let mut args = json!({ "selection": { "ids": [row["id"]] }, "code": "CVC001", "grounds": grounds });
    args["fingerprint"] = desk.call("waive_preview", args.clone())["fingerprint"].clone();
    desk.call("waive", args);
    let fact = |label: &str| {
        let lines = desk.call("waivers", json!({}));
        let facts = lines[0]["facts"].as_array().expect("facts").clone();
        facts.into_iter().find(|fact| fact["label"] == label).unwrap_or_else(|| panic!("{label}: {lines}"))
    };
    let then = fact("Régime d’inscription")["then"].clone();
    assert_eq!(fact("Régime d’inscription")["now"], then);
    let file = desk.folder.path().join("regime.csv");
    let text = format!(
        "N° étudiant;Année universitaire;Niveau;Régime\n{number};2024-2025;{};12\n",
        row["level"].as_str().expect("a level")
    );
    std::fs::write(&file, text).expect("written");
    import(&desk, &[file]);
    assert_eq!(desk.call("waivers", json!({}))[0]["state"], "to-review");
    assert_eq!(
        (fact("Régime d’inscription")["then"].clone(), fact("Régime d’inscription")["now"].clone()),
        (then, json!(["Contrat d’apprentissage"]))
    );
}
