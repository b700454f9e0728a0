//! The main job: from an office's spreadsheets to explained flags and a report.

use crate::desk::{Desk, copy_folder};
use acceptance::{project, sample_office};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn all_rows(desk: &Desk, query: Value) -> (Value, Vec<Value>) {
    let view = desk.call("files_open", json!({ "query": query }));
    let mut rows = Vec::new();
    while rows.len() < view["total"].as_u64().expect("a total") as usize {
        let slice = desk.rows(&view, rows.len(), 200);
        assert!(!slice.is_empty() && slice.len() <= 200);
        rows.extend(slice);
    }
    (view, rows)
}

/// A workspace with the first sample office, judged at its instant.
fn office() -> Desk {
    let desk = Desk::new();
    assert!(desk.call("start", json!({}))["workspace"].is_null(), "a first start");
    desk.call("workspace_create", json!({ "name": "Scolarité d'essai" }));
    desk.choose_files(&sample_office("allsh-2024-A"));
    let view = desk.call("import_choose", json!({}));
    desk.call("import_apply", json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] }));
    desk.call("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-09-25T09:00" }));
    desk
}

#[test]
fn the_window_tells_of_each_file_what_the_command_line_tells() {
    let desk = office();
    let (view, rows) = all_rows(&desk, json!({ "sort": "student_number" }));
    assert_eq!((view["total"].as_u64(), rows.len()), (Some(300), 300));
    let path = project().join("tests/fixtures/offices/allsh-2024-A/expected.json");
    let expected: Value = serde_json::from_slice(&std::fs::read(path).expect("read")).expect("JSON");
    let names = |value: &Value| -> BTreeSet<String> {
        value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let of_interest = names(&expected["codes"]);
    for row in rows {
        let key = format!(
            "{}/{}",
            row["student_number"].as_str().expect("a number"),
            row["level"].as_str().expect("a level")
        );
        let found: BTreeSet<String> = names(&row["codes"]).intersection(&of_interest).cloned().collect();
        assert_eq!(found, names(&expected["files"][&key]), "{key}");
    }
}

#[test]
fn a_flag_leads_to_its_cell_and_to_the_words_of_the_page() {
    let desk = office();
    let (view, rows) = all_rows(&desk, json!({ "codes": ["CAL003"], "states": ["blocked"] }));
    assert!(view["total"].as_u64().is_some_and(|total| total > 0));
    let detail = desk.call("file_detail", json!({ "id": rows[0]["id"] }));
    let finding =
        detail["findings"].as_array().into_iter().flatten().find(|finding| finding["code"] == "CAL003").expect("found");
    assert!(finding["why"].as_str().is_some_and(|why| why.contains("du 22/08/2024 14:00")), "{}", finding["why"]);
    assert!(finding["authorities"][0]["quote"].as_str().is_some_and(|quote| quote.contains("22/08/2024")));
    let evidence = &finding["evidence"][0];
    assert_eq!(evidence["header"], "Date d'inscription", "the deciding cell comes first");
    let extract = desk.call("extract", json!({ "place": evidence["place"] }));
    let row =
        extract["rows"].as_array().into_iter().flatten().find(|row| row["marked"] == true).expect("the marked row");
    let column = extract["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .position(|column| column["marked"] == true)
        .expect("marked");
    assert_eq!(row["cells"][column], evidence["raw"], "the extract shows the very text");
    let quiet = detail["quiet"].as_array().expect("rules");
    assert_eq!(
        quiet.len() + detail["findings"].as_array().map_or(0, Vec::len),
        guichet_rules::RULES.len(),
        "every rule answers for every file"
    );
    assert!(
        quiet
            .iter()
            .all(|rule| rule["passed"] == true || rule["reason"].as_str().is_some_and(|reason| !reason.is_empty()))
    );
}

#[test]
fn the_plan_shown_is_the_plan_done_and_a_second_import_changes_nothing() {
    let desk = office();
    desk.choose_files(&sample_office("allsh-2024-A"));
    let again = desk.call("import_choose", json!({}));
    assert_eq!(
        (again["plan"]["counts"]["new"].as_u64(), again["plan"]["counts"]["changed"].as_u64()),
        (Some(0), Some(0))
    );
    assert_eq!(again["plan"]["applicable"], false);
    let sheet = &again["files"][0]["sheets"][0];
    assert_eq!((sheet["kind"].as_str(), sheet["rows"].as_u64()), (Some("roster"), Some(300)));
    assert!(
        sheet["columns"]
            .as_array()
            .is_some_and(|columns| columns.iter().all(|column| column["field_label"].is_string()))
    );
    let apply = |fingerprint: &str| json!({ "session": again["session"], "fingerprint": fingerprint });
    assert_eq!(desk.fails("import_apply", apply("0000")).0, "plan-outdated");
    desk.call("import_discard", json!({ "session": again["session"] }));
    let fingerprint = again["plan"]["fingerprint"].as_str().expect("a fingerprint");
    assert_eq!(desk.fails("import_apply", apply(fingerprint)).0, "gone", "what was given up is not applied");
    assert_eq!(
        desk.call("history", json!({})).as_array().map_or(0, |lines| lines
            .iter()
            .filter(|line| line["label"].as_str().is_some_and(|label| label.contains("roster.xlsx")))
            .count()),
        1
    );
}

#[test]
fn unreadable_files_leave_the_workspace_untouched() {
    let desk = office();
    let before = desk.call("summary", json!({}));
    let picture = desk.folder.path().join("photo.xlsx");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n").expect("written");
    desk.drop_files(&[picture]);
    let view = desk.last_event("import").expect("the window is told");
    let problem = &view["files"][0]["problems"][0];
    assert_eq!((problem["code"].as_str(), problem["fails"].as_bool()), (Some("not-a-spreadsheet"), Some(true)));
    assert_eq!(view["plan"]["applicable"], false);
    assert_eq!(desk.call("summary", json!({})), before);
}

#[test]
fn search_filter_and_sort_agree_with_what_is_shown() {
    let desk = office();
    let (_, rows) = all_rows(&desk, json!({ "search": "oeuvrard" }));
    assert!(
        !rows.is_empty() && rows.iter().all(|row| row["birth_name"] == "Œuvrard"),
        "accents and ligatures do not matter"
    );
    let (view, rows) = all_rows(&desk, json!({ "states": ["blocked"], "levels": ["M1", "M2"], "sort": "level" }));
    assert!(rows.iter().all(|row| row["state"] == "blocked" && (row["level"] == "M1" || row["level"] == "M2")));
    let counted: u64 = view["levels"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|count| count["value"] == "M1" || count["value"] == "M2")
        .filter_map(|count| count["count"].as_u64())
        .sum();
    assert_eq!(Some(counted), view["total"].as_u64(), "a facet counts what its filter would show");
    let levels: Vec<_> = rows.iter().map(|row| row["level"].as_str().unwrap_or_default().to_owned()).collect();
    assert!(levels.is_sorted());
}

#[test]
fn the_report_is_written_where_asked_and_twice_the_same() {
    let desk = office();
    let (first, second) = (desk.folder.path().join("1.xlsx"), desk.folder.path().join("2.xlsx"));
    for path in [&first, &second] {
        desk.choose_save(path);
        let exported = desk.call("report_export", json!({}));
        assert_eq!(exported["files"], 300);
        assert_eq!(exported["path"], path.display().to_string());
    }
    assert_eq!(std::fs::read(&first).expect("read"), std::fs::read(&second).expect("read"));
}

#[test]
fn lists_to_work_on_elsewhere_are_written_as_their_name_ends() {
    let desk = Desk::new();
    desk.call("workspace_demo", json!({}));
    for (what, ending) in [("findings", "xlsx"), ("files", "csv"), ("reminders", "csv"), ("cvec-to-verify", "xlsx")] {
        let out = desk.folder.path().join(format!("{what}.{ending}"));
        desk.choose_save(&out);
        let saved = desk.call("list_export", json!({ "what": what }));
        assert_eq!(saved["path"], out.display().to_string());
        let bytes = std::fs::read(&out).expect("read");
        assert!(bytes.starts_with(if ending == "csv" { b"\xef\xbb\xbf" } else { b"PK\x03" }), "{what}");
    }
    desk.choose_save(&desk.folder.path().join("relances.txt"));
    assert_eq!(desk.fails("list_export", json!({ "what": "reminders" })).0, "not-a-list-file");
    assert!(!desk.folder.path().join("relances.txt").exists());
}

#[test]
fn what_is_held_on_the_person_of_a_file_is_written_where_asked() {
    let desk = Desk::new();
    desk.call("workspace_demo", json!({}));
    let query = json!({ "search": "", "states": [], "codes": [], "levels": [], "components": [], "programmes": [],
        "sort": "name", "descending": false });
    let view = desk.call("files_open", json!({ "query": query }));
    let rows = desk.rows(&view, 0, 1);
    let out = desk.folder.path().join("personne.json");
    desk.choose_save(&out);
    let saved = desk.call("person_export", json!({ "id": rows[0]["id"], "format": "json" }));
    assert_eq!(saved["path"], out.display().to_string());
    let held: serde_json::Value = serde_json::from_slice(&std::fs::read(out).expect("read")).expect("JSON");
    assert_eq!(held["records"]["person"][0]["birth_name"], rows[0]["birth_name"]);
    assert!(held["rows"].as_array().is_some_and(|rows| !rows.is_empty()));
}

#[test]
fn the_demo_opens_in_one_step_and_is_there_after_a_restart() {
    let desk = Desk::new();
    let summary = desk.call("workspace_demo", json!({}));
    assert_eq!((summary["files"].as_u64(), summary["workspace"]["demo"].as_bool()), (Some(188), Some(true)));
    let settings = json!({ "language": "en", "theme": "dark", "last_workspace": null });
    desk.call("settings_set", json!({ "settings": settings }));
    let desk = desk.restarted();
    let start = desk.call("start", json!({}));
    assert_eq!(
        (start["settings"]["language"].as_str(), start["settings"]["theme"].as_str()),
        (Some("en"), Some("dark"))
    );
    assert_eq!(start["workspace"]["folder"], summary["workspace"]["folder"]);
    let english = desk.call("summary", json!({}));
    assert_eq!(english["rules"].as_array().map(Vec::len), summary["rules"].as_array().map(Vec::len));
    assert_ne!(english["rules"][0]["title"], summary["rules"][0]["title"], "worded in the language in use");
}

#[test]
fn the_demo_is_taken_away_whole_and_nothing_else_is() {
    let desk = Desk::new();
    let summary = desk.call("workspace_demo", json!({}));
    let folder = std::path::PathBuf::from(summary["workspace"]["folder"].as_str().expect("a folder"));
    let roster = desk.call("demo_roster", json!({}));
    let asks: Vec<_> = roster["steps"].as_array().expect("steps").iter().filter(|step| step["asks"] != 0).collect();
    assert_eq!(asks.len(), 1, "one thing is asked: {asks:?}");
    assert_eq!((asks[0]["step"].as_str(), roster["plan"]["counts"]["new"].as_u64()), (Some("values"), Some(4)));
    assert!(folder.is_dir());
    desk.call("demo_remove", json!({}));
    assert!(!folder.exists(), "with its backups");
    assert!(desk.call("start", json!({}))["workspace"].is_null());

    desk.call("workspace_create", json!({ "name": "Vrai bureau" }));
    for command in ["demo_remove", "demo_roster"] {
        assert_eq!(desk.fails(command, json!({})).0, "gone", "{command} is for fictitious data only");
    }
    assert_eq!(desk.call("summary", json!({}))["workspace"]["name"], "Vrai bureau");
}

#[test]
fn a_demo_that_was_not_finished_leaves_nothing_or_is_finished_later() {
    let desk = Desk::new();
    desk.be_impatient(true);
    assert_eq!(desk.fails("workspace_demo", json!({})).0, "cancelled");
    desk.be_impatient(false);
    assert_eq!(std::fs::read_dir(desk.workspaces()).expect("listed").count(), 0, "nothing is left");
    assert!(desk.last_event("progress").expect("told").is_null(), "progress ends");
    // The program is ended in the middle of the import: what lies on the disk then.
    let midway = desk.folder.path().join("midway");
    desk.copy_midway(&midway);
    let summary = desk.call("workspace_demo", json!({}));
    desk.call("demo_remove", json!({}));
    copy_folder(&midway, &desk.workspaces());
    let again = desk.call("workspace_demo", json!({}));
    assert_eq!((&again["files"], &again["workspace"]["folder"]), (&json!(188), &summary["workspace"]["folder"]));
    assert_eq!(again["states"], summary["states"], "judged as of the same instant");
    let operations = desk.call("history", json!({})).as_array().map(Vec::len);
    desk.call("workspace_close", json!({}));
    desk.call("workspace_demo", json!({}));
    assert_eq!(desk.call("history", json!({})).as_array().map(Vec::len), operations, "it is finished once");
}

#[test]
fn what_cannot_be_opened_says_why_and_touches_nothing() {
    let desk = Desk::new();
    let (code, _) = desk.fails("summary", json!({}));
    assert_eq!(code, "no-workspace");
    let foreign = desk.folder.path().join("ailleurs");
    std::fs::create_dir_all(&foreign).expect("created");
    std::fs::write(foreign.join("workspace.guichet"), b"not ours").expect("written");
    desk.choose_workspace(&foreign.join("workspace.guichet"));
    let (code, message) = desk.fails("workspace_open", json!({}));
    assert_eq!(code, "store");
    assert!(!message.contains('⟦') && message.len() > 20, "{message}");
    assert_eq!(std::fs::read(foreign.join("workspace.guichet")).expect("read"), b"not ours");
    assert_eq!(desk.fails("workspace_create", json!({ "name": "  " })).0, "name-missing");
    assert_eq!(desk.fails("no_such_command", json!({})).0, "not-a-command");
}

#[test]
fn a_judgement_changes_with_the_instant_and_the_choice_is_kept() {
    let desk = office();
    let soon = |summary: &Value| {
        summary["rules"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|rule| rule["code"] == "CAL007")
            .map_or(0, |rule| rule["flagged"].as_u64().unwrap_or(0))
    };
    let late = soon(&desk.call("summary", json!({})));
    let early =
        soon(&desk.call("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-07-02T10:00" })));
    assert!(late > 0 && early == 0, "{late} then {early}");
    let desk = desk.restarted();
    assert_eq!(desk.call("summary", json!({}))["workspace"]["as_of"], "2024-07-02T10:00:00");
    assert_eq!(
        desk.fails("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "hier" })).0,
        "not-an-instant"
    );
}

#[test]
fn requests_are_a_list_of_their_own_that_leads_to_their_files() {
    let desk = office();
    let view = desk.call("requests", json!({ "query": {} }));
    let requests = view["requests"].as_array().expect("a list");
    assert!(!requests.is_empty());
    assert_eq!((view["all"].as_u64(), view["total"].as_u64()), (Some(requests.len() as u64), view["all"].as_u64()));
    let counted: u64 = view["kinds"].as_array().into_iter().flatten().filter_map(|count| count["count"].as_u64()).sum();
    assert_eq!(Some(counted), view["all"].as_u64());
    let of_file = requests.iter().find(|request| request["files"][0]["id"].is_number()).expect("one belongs to a file");
    let detail = desk.call("file_detail", json!({ "id": of_file["files"][0]["id"] }));
    let dossiers = detail["dossiers"].as_array().expect("a list");
    assert!(dossiers.contains(of_file), "the file shows the same request");
    assert!(detail["documents"].is_array() && detail["fees"].is_array());
    for (filter, kept) in [(json!({ "attached": true }), true), (json!({ "attached": false }), false)] {
        let some = desk.call("requests", json!({ "query": filter }));
        let attached = |request: &Value| !request["files"].as_array().is_some_and(Vec::is_empty);
        assert!(some["requests"].as_array().into_iter().flatten().all(|request| attached(request) == kept));
    }
    let number = of_file["student_number"].as_str().expect("a number");
    let found = desk.call("requests", json!({ "query": { "search": number, "kinds": [of_file["kind"]] } }));
    assert!(found["requests"].as_array().is_some_and(|requests| requests.contains(of_file)));
}

#[test]
fn trying_another_date_shows_what_would_change_and_keeps_nothing() {
    let desk = office();
    let before = (desk.call("summary", json!({})), desk.call("history", json!({})));
    let tried = desk.call("simulate", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-12-01T09:00" }));
    assert_eq!(tried["files"], 300);
    let differences = tried["differences"].as_array().expect("a list");
    assert_eq!(Some(differences.len() as u64), tried["total"].as_u64());
    assert!(tried["rules"].as_array().is_some_and(|rules| rules.iter().any(|rule| rule["code"] == "CAL007")));
    assert_eq!((desk.call("summary", json!({})), desk.call("history", json!({}))), before);
    let same = desk.call("simulate", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-09-25T09:00" }));
    assert_eq!(same["total"], 0);
    assert_eq!(desk.fails("simulate", json!({ "rulebook": "aucun", "as_of": null })).0, "rulebook");
    assert_eq!(desk.fails("simulate", json!({ "rulebook": "national", "as_of": "hier" })).0, "not-an-instant");
}
