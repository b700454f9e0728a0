//! Long tasks: what is stopped leaves nothing half done, and what only reads is answered meanwhile.

use crate::desk::Desk;
use serde_json::{Value, json};
use std::path::PathBuf;

/// A desk with the fictitious workspace open.
fn demo() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_demo", json!({}));
    desk
}

fn counts(summary: &Value) -> (Value, Value) {
    (summary["states"].clone(), summary["rules"].clone())
}

fn left_in(desk: &Desk, folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(desk.folder.path().join(folder));
    entries.map(|entries| entries.map(|entry| entry.expect("an entry").path()).collect()).unwrap_or_default()
}

#[test]
fn a_stopped_export_leaves_no_file() {
    let desk = demo();
    let out = desk.folder.path().join("out");
    std::fs::create_dir(&out).expect("created");
    desk.choose_folder(&out);
    desk.be_impatient(true);
    for (command, args, name) in [
        ("report_export", json!({ "pseudonymise": false }), "rapport.xlsx"),
        ("list_export", json!({ "what": "findings" }), "liste.xlsx"),
        ("list_export", json!({ "what": "reminders" }), "liste.csv"),
        ("export_all", json!({}), ""),
    ] {
        desk.choose_save(&out.join(name));
        assert_eq!(desk.fails(command, args).0, "cancelled", "{command}");
        assert_eq!(left_in(&desk, "out"), Vec::<PathBuf>::new(), "{command}");
    }
    desk.be_impatient(false);
    desk.choose_save(&out.join("rapport.xlsx"));
    desk.call("report_export", json!({ "pseudonymise": false }));
    desk.call("export_all", json!({}));
    assert_eq!(left_in(&desk, "out").len(), 2, "what was stopped hinders nothing");
    assert_eq!(desk.last_event("progress"), Some(Value::Null), "the window is told that it ended");
}

#[test]
fn a_stopped_judging_keeps_the_findings_of_before_and_says_so() {
    let desk = demo();
    let before = desk.call("summary", json!({}));
    assert_eq!(before["workspace"]["outdated"], false);
    let later = json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-07-10T09:00" });
    desk.be_impatient(true);
    let stopped = desk.call("campaign_set", later.clone());
    assert_eq!(stopped["workspace"]["outdated"], true);
    assert_eq!(stopped["workspace"]["as_of"], before["workspace"]["as_of"], "the findings shown are of that instant");
    assert_eq!(counts(&stopped), counts(&before));
    assert_eq!(desk.call("judge", json!({}))["workspace"]["outdated"], true, "stopped again");
    desk.be_impatient(false);
    let judged = desk.call("judge", json!({}));
    assert_eq!(judged["workspace"]["outdated"], false);
    assert_ne!(counts(&judged), counts(&before));
    assert_eq!(counts(&judged), counts(&desk.call("campaign_set", later)), "as if it had not been stopped");
}

#[test]
fn a_start_leaves_judging_to_the_window_which_can_stop_it() {
    let desk = demo();
    let before = desk.call("summary", json!({}));
    let desk = desk.restarted();
    let workspace = desk.call("start", json!({}))["workspace"].clone();
    assert_eq!(workspace["outdated"], true);
    assert_eq!(workspace["as_of"], before["workspace"]["as_of"]);
    assert_eq!(counts(&desk.call("summary", json!({}))), counts(&before), "what was found before is shown meanwhile");
    let judged = desk.call("judge", json!({}));
    assert_eq!((counts(&judged), &judged["workspace"]["outdated"]), (counts(&before), &json!(false)));
}

#[test]
fn a_stopped_simulation_keeps_nothing() {
    let desk = demo();
    desk.be_impatient(true);
    let trial = json!({ "rulebook": "national", "as_of": "2024-07-10T09:00" });
    assert_eq!(desk.fails("simulate", trial.clone()).0, "cancelled");
    desk.be_impatient(false);
    desk.call("simulate", trial);
}

#[test]
fn a_stopped_demonstration_leaves_nothing() {
    let desk = Desk::new();
    desk.be_impatient(true);
    assert_eq!(desk.fails("workspace_demo", json!({})).0, "cancelled");
    assert_eq!(left_in(&desk, "data/workspaces"), Vec::<PathBuf>::new());
    assert!(desk.call("start", json!({}))["workspace"].is_null());
    desk.be_impatient(false);
    assert_eq!(desk.call("workspace_demo", json!({}))["workspace"]["demo"], true);
}

#[test]
fn what_only_reads_is_answered_while_a_task_is_under_way() {
    let desk = demo();
    let backup = desk.call("backup_now", json!({}))["backups"][0]["name"].clone();
    let list = desk.folder.path().join("liste.csv");
    desk.choose_save(&list);
    let roster = desk.folder.path().join("suite.csv");
    std::fs::write(&roster, "N° étudiant;Nom de naissance;Prénom;Niveau\n29990001;FICTIF;Ada;L1\n").expect("written");
    desk.choose_files(&[roster]);
    let view = desk.call("import_choose", json!({}));
    let apply = json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] });
    let last = |desk: &Desk| desk.call("history", json!({}))[0]["operation"].clone();
    for (command, args) in [
        ("list_export", json!({ "what": "files" })),
        ("simulate", json!({ "rulebook": "national", "as_of": null })),
        ("campaign_set", json!({ "rulebook": "national", "as_of": "2024-09-20T09:00" })),
        ("backup_now", json!({})),
        ("backup_verify", json!({ "name": backup })),
        ("restore_preview", json!({ "name": backup })),
        ("import_apply", apply),
        ("undo", json!({ "operation": null })),
    ] {
        let args = if command == "undo" { json!({ "operation": last(&desk) }) } else { args };
        let files = desk.call("summary", json!({}))["files"].clone();
        desk.ask_meanwhile("summary", json!({}));
        desk.call(command, args);
        let said = desk.said_meanwhile();
        let said: Vec<_> = said.iter().map(|said| said.as_ref().map(|summary| &summary["files"])).collect();
        assert_eq!(said, [Ok(&files)], "{command}");
    }
}

#[test]
fn what_writes_waits_for_the_end_of_a_task_that_writes() {
    let desk = demo();
    let file = desk.call("files_open", json!({ "query": {} }));
    let id = desk.rows(&file, 0, 1)[0]["id"].clone();
    desk.ask_meanwhile("note_set", json!({ "id": id, "text": "Rappeler lundi." }));
    desk.call("campaign_set", json!({ "rulebook": "national", "as_of": "2024-09-20T09:00" }));
    assert_eq!(desk.said_meanwhile(), [Err("no answer".to_owned())], "it waits");
    // Once the task has ended it is done, and nothing was lost.
    let note = || desk.call("file_detail", json!({ "id": id }))["note"]["text"].clone();
    let written = (0..500).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        note() == "Rappeler lundi."
    });
    assert!(written);
}
