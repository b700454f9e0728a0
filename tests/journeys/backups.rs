//! What is lost can be had again: backups by themselves and on request, restoring, and a workspace that does not open.

use crate::desk::Desk;
use acceptance::sample_office;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A workspace with an import.
fn office() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Scolarité d'essai" }));
    import(&desk, &sample_office("allsh-2024-A")[..1]);
    desk
}

fn import(desk: &Desk, files: &[PathBuf]) -> Value {
    desk.choose_files(files);
    let view = desk.call("import_choose", json!({}));
    desk.call("import_apply", json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] }))
}

fn folder(desk: &Desk) -> PathBuf {
    let summary = desk.call("summary", json!({}));
    PathBuf::from(summary["workspace"]["folder"].as_str().expect("a folder"))
}

fn names(view: &Value) -> Vec<&str> {
    view["backups"].as_array().into_iter().flatten().filter_map(|backup| backup["name"].as_str()).collect()
}

fn flip(path: &Path) {
    let mut bytes = std::fs::read(path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(path, bytes).expect("written");
}

#[test]
fn work_is_backed_up_by_itself_and_a_backup_is_put_back() {
    let desk = office();
    let view = desk.call("backup_now", json!({}));
    assert_eq!((&view["complete"], &view["failure"]), (&true.into(), &Value::Null));
    let asked = names(&view)[0].to_owned();
    let told = desk.last_event("backup").expect("the window is told");
    let hour = told["last_backup"].as_str().expect("an hour");
    assert!(hour.len() == 5 && hour.contains(':') && told["backup_failure"].is_null(), "{told}");
    assert_eq!(desk.call("summary", json!({}))["workspace"]["last_backup"], told["last_backup"]);
    assert!(asked.ends_with("-asked") && view["tested"].is_string(), "the first one is tried at once: {view}");
    let files = desk.call("summary", json!({}))["files"].clone();
    let imported = import(&desk, &sample_office("allsh-2024-B")[..1]);
    assert_ne!(imported["summary"]["files"], files);
    assert_eq!(desk.call("backups", json!({}))["complete"], false);
    let verified = desk.call("backup_verify", json!({ "name": asked }));
    assert_eq!((&verified["backups"][0]["sound"], &verified["backups"][0]["files"]), (&true.into(), &files));
    let preview = desk.call("restore_preview", json!({ "name": asked }));
    let lost: Vec<&str> =
        preview["lost"].as_array().into_iter().flatten().filter_map(|line| line["kind"].as_str()).collect();
    assert_eq!((lost, &preview["same"]), (vec!["import"], &false.into()), "{preview}");
    assert!(preview["counts"].as_array().is_some_and(|counts| !counts.is_empty()));
    let summary = desk.call("restore", json!({ "name": asked }));
    assert_eq!(summary["files"], files);
    let history = desk.call("history", json!({}));
    assert_eq!((&history[0]["kind"], history.as_array().map(Vec::len)), (&"restore".into(), Some(3)), "{history}");
    // The state of before is a backup like another.
    let view = desk.call("backups", json!({}));
    let before = names(&view).into_iter().find(|name| name.ends_with("-before-restore")).expect("kept").to_owned();
    assert_eq!(desk.call("restore", json!({ "name": before }))["files"], imported["summary"]["files"]);
    // Closing backs up; starting again opens it.
    desk.call("workspace_close", json!({}));
    desk.call("workspace_demo", json!({}));
    let (code, told) = desk.fails("restore_preview", json!({ "name": asked }));
    assert_eq!(code, "store", "another workspace has other backups: {told}");
}

#[test]
fn a_second_place_needs_a_passphrase() {
    let desk = office();
    let place = desk.folder.path().join("cle");
    std::fs::create_dir(&place).expect("made");
    desk.choose_folder(&place);
    let (_, told) = desk.fails("backups_place", json!({}));
    assert!(told.contains("phrase secrète"), "{told}");
    assert_eq!(std::fs::read_dir(&place).expect("listed").count(), 0);
    assert_eq!(desk.call("backups_quota", json!({ "quota": 512 }))["quota"], 512);
    assert!(desk.call("backups_place_forget", json!({}))["second_place"].is_null());
}

#[test]
fn a_damaged_workspace_is_rescued_by_its_newest_sound_backup() {
    let desk = office();
    let files = desk.call("summary", json!({}))["files"].clone();
    desk.call("backup_now", json!({}));
    let workspace = folder(&desk);
    import(&desk, &sample_office("allsh-2024-B")[..1]);
    desk.ends();
    flip(&workspace.join("data.db"));
    let damaged = std::fs::read(workspace.join("data.db")).expect("read");
    let desk = desk.restarted();
    let start = desk.call("start", json!({}));
    assert_eq!((&start["rescue"], &start["workspace"]), (&true.into(), &Value::Null));
    let rescue = desk.call("rescue", json!({}));
    assert!(rescue["problem"].as_str().is_some_and(|problem| problem.contains("abîmée")), "{rescue}");
    assert!(rescue["newest"]["sound"] == true && rescue["lacks"].is_string(), "{rescue}");
    desk.call("rescue_folder", json!({}));
    assert_eq!(desk.last_event("shown"), Some(json!(workspace.display().to_string())));
    let view = desk.call("rescue_restore", json!({ "name": rescue["newest"]["name"] }));
    assert!(view["files"].as_u64() >= files.as_u64());
    let aside = std::fs::read_dir(&workspace).expect("listed").map(|entry| entry.expect("an entry").path());
    let aside = aside
        .into_iter()
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("corrompu-")));
    assert_eq!(std::fs::read(aside.expect("kept aside").join("data.db")).expect("read"), damaged);
    let desk = desk.restarted();
    assert!(desk.call("start", json!({}))["workspace"].is_object());
}

#[test]
fn what_can_be_read_of_a_damaged_workspace_is_opened_beside_it() {
    let desk = office();
    let workspace = folder(&desk);
    desk.ends();
    std::fs::remove_dir_all(workspace.join("backups")).expect("removed");
    flip(&workspace.join("data.db"));
    let desk = desk.restarted();
    let rescue = desk.call("rescue", json!({}));
    assert!(rescue["newest"].is_null(), "{rescue}");
    let salvage = desk.call("rescue_salvage", json!({}));
    assert!(
        salvage["summary"]["workspace"]["name"].as_str().is_some_and(|name| name.ends_with("(récupéré)")),
        "{salvage}"
    );
    assert!(salvage["report"].as_array().is_some_and(|report| report.len() == 3), "{salvage}");
    assert_eq!(desk.call("history", json!({}))[0]["kind"], "salvage");
    let desk = desk.restarted();
    assert_ne!(folder(&desk), workspace);
    // The damaged one is still there, and opening it leads to its rescue again.
    desk.choose_workspace(&workspace.join("workspace.guichet"));
    assert_eq!(desk.fails("workspace_open", json!({})).0, "damaged");
    desk.call("rescue_leave", json!({}));
    assert_eq!(desk.call("start", json!({}))["rescue"], false);
}
