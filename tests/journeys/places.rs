//! The dialog for saving lets one choose any place: a workspace's folder, and a file being imported, are refused.

use crate::desk::Desk;
use serde_json::json;

#[test]
fn nothing_is_saved_into_a_workspace() {
    let desk = Desk::new();
    desk.call("workspace_demo", json!({}));
    let mut kept = std::fs::read_dir(desk.workspaces()).expect("listed");
    let workspace = kept.next().expect("a workspace").expect("an entry").path();
    let query = json!({ "search": "", "states": [], "codes": [], "levels": [], "components": [], "programmes": [],
        "sort": "name", "descending": false });
    let view = desk.call("files_open", json!({ "query": query }));
    let id = desk.rows(&view, 0, 1)[0]["id"].clone();
    let roster = desk.folder.path().join("inscrits.csv");
    std::fs::write(&roster, "N° étudiant;Nom de naissance;Prénom;Niveau\n1;MARQUEUR;Zoé;L2\n").expect("written");
    desk.choose_files(std::slice::from_ref(&roster));
    let session = desk.call("import_choose", json!({}))["session"].clone();
    let mark = workspace.join("workspace.guichet");
    let before = (std::fs::read(&mark).expect("read"), std::fs::read_dir(&workspace).expect("listed").count());
    desk.choose_folder(&workspace);
    let saves = [
        ("report_export", json!({ "pseudonymise": false })),
        ("list_export", json!({ "what": "findings" })),
        ("export_all", json!({})),
        ("person_export", json!({ "id": id, "format": "json" })),
        ("journal_export", json!({})),
        ("rulebook_save", json!({ "id": "national" })),
        ("import_export", json!({ "session": session })),
        ("import_mapping_save", json!({ "session": session, "file": 0, "sheet": 0, "table": 0 })),
        ("purge_record_save", json!({ "record": "Un relevé." })),
    ];
    for (command, args) in &saves {
        for place in ["workspace.guichet", "nouveau.csv", "backups/nouveau.csv"] {
            desk.choose_save(&workspace.join(place));
            let (code, sentence) = desk.fails(command, args.clone());
            assert_eq!(code, "out-in-workspace", "{command} {place}: {sentence}");
            assert!(sentence.contains("Choisir un autre emplacement"), "{sentence}");
        }
    }
    let after = (std::fs::read(&mark).expect("read"), std::fs::read_dir(&workspace).expect("listed").count());
    assert_eq!(after, before);
    desk.choose_save(&roster);
    for (command, args) in saves.iter().filter(|(command, _)| command.starts_with("import_")) {
        assert_eq!(desk.fails(command, args.clone()).0, "out-is-read", "{command}");
    }
    assert!(std::fs::read_to_string(&roster).expect("read").contains("MARQUEUR"));
}
