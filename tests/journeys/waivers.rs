//! Deciding in the window that findings do not count: shown before, done at once, undone by name.

use crate::desk::Desk;
use acceptance::sample_office;
use guichet_app::access::Access;
use guichet_app::waivers::{waivers, waivers_json};
use guichet_model::Language;
use serde_json::{Value, json};
use std::path::Path;

/// A workspace with the first sample office, judged at its instant.
fn office() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Scolarité d'essai" }));
    desk.choose_files(&sample_office("allsh-2024-A"));
    let view = desk.call("import_choose", json!({}));
    desk.call("import_apply", json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] }));
    desk.call("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-09-25T09:00" }));
    desk
}

fn with_code(code: &str) -> Value {
    json!({ "codes": [code] })
}

fn total(desk: &Desk, code: &str) -> u64 {
    desk.call("files_open", json!({ "query": with_code(code) }))["total"].as_u64().expect("a total")
}

fn first(desk: &Desk, code: &str) -> Value {
    let view = desk.call("files_open", json!({ "query": with_code(code) }));
    let rows = desk.rows(&view, 0, 1);
    rows[0]["id"].clone()
}

fn grounds(until: Option<&str>) -> Value {
    json!({ "reason": "proof_seen", "text": "Attestation vue au guichet", "until": until })
}

fn waive(desk: &Desk, selection: &Value, code: &str, until: Option<&str>) -> Value {
    let mut args = json!({ "selection": selection, "code": code, "grounds": grounds(until) });
    let effect = desk.call("waive_preview", args.clone());
    args["fingerprint"] = effect["fingerprint"].clone();
    desk.call("waive", args);
    effect
}

fn undo_last(desk: &Desk) {
    let operation = desk.call("history", json!({}))[0]["operation"].clone();
    desk.call("undo", json!({ "operation": operation }));
}

#[test]
fn a_waived_finding_is_shown_as_such_and_counts_again_once_restored_or_undone() {
    let desk = office();
    let (before, id) = (total(&desk, "CVC001"), first(&desk, "CVC001"));
    let effect = waive(&desk, &json!({ "ids": [id] }), "CVC001", None);
    assert_eq!((&effect["findings"], &effect["untouched"]), (&json!(1), &json!(0)));
    assert_eq!(total(&desk, "CVC001"), before - 1, "lists and counts leave it out");
    let detail = desk.call("file_detail", json!({ "id": id }));
    assert!(detail["findings"].as_array().expect("a list").iter().any(|finding| finding["code"] == "CVC001"));
    let waiver = &detail["waivers"][0];
    assert_eq!((&waiver["code"], &waiver["state"]), (&json!("CVC001"), &json!("active")));
    let told = waiver["told"].as_str().expect("words");
    assert!(told.contains("Justificatif vu au guichet (Attestation vue au guichet)"), "{told}");
    assert_eq!(desk.call("waivers", json!({}))[0]["id"], id);
    undo_last(&desk);
    assert_eq!(total(&desk, "CVC001"), before);
    undo_last(&desk);
    assert_eq!(total(&desk, "CVC001"), before - 1, "an undoing is undone");
    desk.call("unwaive", json!({ "id": id, "code": "CVC001" }));
    assert_eq!((total(&desk, "CVC001"), desk.call("waivers", json!({}))), (before, json!([])));
    let history = desk.call("history", json!({}));
    assert_eq!(
        (&history[0]["kind"], &history[0]["label"]),
        (&json!("unwaive"), &json!("Levées retirées : CVC001 × 1"))
    );
}

#[test]
fn a_whole_list_but_some_is_waived_in_one_operation() {
    let desk = office();
    let (before, kept) = (total(&desk, "CVC001"), first(&desk, "CVC001"));
    assert!(before > 2);
    let view = desk.call("files_open", json!({ "query": with_code("CVC001") }))["view"].clone();
    let change = |change: Value| desk.call("selection_change", json!({ "view": view, "change": change }));
    assert_eq!(change(json!({ "kind": "all" })), json!({ "selected": before, "outside": 0 }));
    let counted = change(json!({ "kind": "rows", "from": 0, "to": 1, "selected": false }));
    assert_eq!(counted, json!({ "selected": before - 1, "outside": 0 }));
    let codes = desk.call("selection_codes", json!({ "selection": { "selected": true } }));
    assert!(codes.as_array().expect("a list").iter().any(|one| one["value"] == "CVC001" && one["count"] == before - 1));
    let effect = waive(&desk, &json!({ "selected": true }), "CVC001", None);
    assert_eq!(effect["findings"].as_u64(), Some(before - 1));
    assert!(effect["moves"].as_array().is_some_and(|moves| !moves.is_empty()), "{effect}");
    assert_eq!((total(&desk, "CVC001"), first(&desk, "CVC001")), (1, kept));
    let other = desk.call("files_open", json!({ "query": with_code("CVC001") }));
    assert_eq!(
        other["selection"],
        json!({ "selected": before - 1, "outside": before - 1 }),
        "what lies outside is told"
    );
    let rows = desk.rows(&other, 0, 9);
    assert_eq!(rows[0]["selected"], false);
    undo_last(&desk);
    assert_eq!(total(&desk, "CVC001"), before);
}

#[test]
fn what_is_done_is_what_was_shown() {
    let desk = office();
    let id = first(&desk, "CVC001");
    let view = desk.call("files_open", json!({ "query": with_code("CVC001") }))["view"].clone();
    desk.call("selection_change", json!({ "view": view, "change": { "kind": "all" } }));
    let selection = json!({ "selected": true });
    let mut args = json!({ "selection": selection, "code": "CVC001", "grounds": grounds(None) });
    args["fingerprint"] = desk.call("waive_preview", args.clone())["fingerprint"].clone();
    waive(&desk, &json!({ "ids": [id] }), "CVC001", None);
    let entries = desk.call("history", json!({})).as_array().map(Vec::len);
    assert_eq!(desk.fails("waive", args).0, "plan-outdated", "one of them was waived since");
    assert_eq!(desk.call("history", json!({})).as_array().map(Vec::len), entries);
}

#[test]
fn a_waiver_ends_with_its_last_day() {
    let desk = office();
    let (before, id) = (total(&desk, "CVC001"), first(&desk, "CVC001"));
    waive(&desk, &json!({ "ids": [id] }), "CVC001", Some("2024-09-26"));
    assert_eq!(total(&desk, "CVC001"), before - 1);
    let at = |as_of: &str| desk.call("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": as_of }));
    at("2024-09-26T23:59");
    assert_eq!(desk.call("waivers", json!({}))[0]["state"], "active");
    at("2024-09-27T00:00");
    let line = &desk.call("waivers", json!({}))[0];
    assert_eq!((&line["state"], &line["state_label"]), (&json!("to-review"), &json!("à revoir : elle est échue")));
    assert_eq!(line["expired"], true);
    let folder = desk.call("summary", json!({}))["workspace"]["folder"].as_str().expect("a folder").to_owned();
    desk.call("workspace_close", json!({}));
    let access = Access::new(Path::new(&folder), None, None).expect("no passphrase");
    let told = waivers_json(&waivers(&access, Language::Fr).expect("the waivers"));
    assert_eq!(
        (&told["waivers"][0]["standing"], &told["waivers"][0]["cause"]),
        (&json!("to-review"), &json!("expired"))
    );
}

#[test]
fn a_waiver_that_has_ended_by_the_day_of_the_campaign_is_refused_by_its_date() {
    let desk = office();
    let (before, id) = (total(&desk, "CVC001"), first(&desk, "CVC001"));
    let args = json!({ "selection": { "ids": [id] }, "code": "CVC001", "grounds": grounds(Some("2024-09-24")) });
    let (code, sentence) = desk.fails("waive_preview", args);
    assert_eq!(code, "end-past");
    assert!(sentence.contains("24/09/2024") && sentence.contains("25/09/2024"), "{sentence}");
    waive(&desk, &json!({ "ids": [id] }), "CVC001", Some("2024-09-25"));
    assert_eq!(total(&desk, "CVC001"), before - 1, "the last day is one of those it holds");
}

#[test]
fn a_note_is_kept_with_the_file() {
    let desk = office();
    let id = first(&desk, "CVC001");
    let note = desk.call("note_set", json!({ "id": id, "text": "Dossier papier reçu" }));
    assert_eq!(note["text"], "Dossier papier reçu");
    assert_eq!(desk.call("file_detail", json!({ "id": id }))["note"], note);
    undo_last(&desk);
    assert!(desk.call("file_detail", json!({ "id": id }))["note"].is_null());
}
