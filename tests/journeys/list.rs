//! The list of files as a clerk arranges it: what a slice of it weighs, its groups, its columns and the views kept.

use crate::desk::Desk;
use serde_json::{Value, json};
use std::fmt::Write as _;

const HEADERS: &str = "N° étudiant;INE;Nom de naissance;Nom d'usage;Prénom;Date de naissance;Courriel;Année universitaire;\
    Niveau;Code étape;Formation;Composante;Date d'inscription";

/// An office of long names and addresses.
fn office(files: usize) -> Desk {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Scolarité d'essai" }));
    let mut sheet = HEADERS.to_owned();
    for rank in 0..files {
        let _ = write!(
            sheet,
            "\n{number};{rank:09}JH;DE SAINT-EXEMPLE DUPRÉ;ŒUVRARD-FICTIF;Marie-Isabelle;06/05/2004;\
             marie-isabelle.de-saint-exemple.{rank}@exemple.fr;2024-2025;{level};LLCEANG{level};\
             Langues, littératures et civilisations étrangères – anglais;{component};12/07/2024 10:42",
            number = 22_400_000 + rank,
            level = ["L1", "L2", "M1"][rank % 3],
            component = if rank.is_multiple_of(4) { "" } else { "Arts, lettres, langues" },
        );
    }
    let path = desk.folder.path().join("inscrits.csv");
    std::fs::write(&path, sheet).expect("written");
    desk.choose_files(&[path]);
    let view = desk.call("import_choose", json!({}));
    desk.call("import_apply", json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] }));
    desk.call("campaign_set", json!({ "rulebook": "amu-allsh-2024-2025", "as_of": "2024-09-25T09:00" }));
    desk
}

#[test]
fn two_hundred_rows_of_long_names_weigh_64_kilobytes_at_most() {
    let desk = office(210);
    let view = desk.call("files_open", json!({ "query": {} }));
    assert_eq!(view["total"], 210);
    let further = ["use_name", "email", "programme_code", "component", "cvec_number"];
    let page = desk.call("files_rows", json!({ "view": view["view"], "offset": 5, "limit": 200, "further": further }));
    for (name, column) in page.as_object().expect("columns") {
        let values = column.as_array().expect("values").len();
        let wanted = match name.as_str() {
            "programmes" => 1,
            "further" => further.len(),
            _ => 200,
        };
        assert_eq!(values, wanted, "{name}");
    }
    let told: Vec<&Value> = page["further"].as_array().expect("columns").iter().map(|column| &column[0]).collect();
    let rank =
        page["student_number"][0].as_str().and_then(|text| text.parse::<usize>().ok()).expect("a number") - 22_400_000;
    let component = if rank.is_multiple_of(4) { "" } else { "Arts, lettres, langues" };
    assert_eq!((told[0], told[3], told[4]), (&json!("ŒUVRARD-FICTIF"), &json!(component), &json!("")));
    assert!(told[1].as_str().is_some_and(|address| address.contains(&format!(".{rank}@"))), "{}", told[1]);
    let bytes = page.to_string().len();
    assert!((30_000..=65_536).contains(&bytes), "{bytes} bytes");
}

#[test]
fn groups_are_told_with_their_files_and_what_has_no_value_comes_last() {
    let desk = office(24);
    let view = desk.call("files_open", json!({ "query": { "by": "component" } }));
    let groups: Vec<(&str, u64)> = view["groups"]
        .as_array()
        .expect("groups")
        .iter()
        .map(|group| (group["label"].as_str().expect("a label"), group["count"].as_u64().expect("a count")))
        .collect();
    assert_eq!(groups, [("Arts, lettres, langues", 18), ("Non renseigné", 6)]);
    let levels = desk.call("files_open", json!({ "query": { "by": "level", "search": "saint exemple" } }));
    let rows = desk.rows(&levels, 0, 24);
    let order: Vec<&str> = rows.iter().map(|row| row["level"].as_str().expect("a level")).collect();
    assert_eq!(order, [["L1"; 8], ["L2"; 8], ["M1"; 8]].concat());
}

#[test]
fn columns_and_views_belong_to_the_workspace() {
    let desk = office(1);
    assert_eq!(desk.call("list_settings", json!({})), json!({ "columns": [], "paged": false, "views": [] }));
    let columns =
        json!([{ "key": "email", "shown": true, "width": 900 }, { "key": "ine", "shown": false, "width": null }]);
    let view =
        |name: &str| json!({ "name": name, "query": { "states": ["ready"], "by": "level" }, "columns": columns });
    let views = [view("  Prêts de juillet "), view("prets de Juillet"), view(" "), view("Boursiers")];
    let kept =
        desk.call("list_settings_set", json!({ "settings": { "columns": columns, "paged": true, "views": views } }));
    let names: Vec<&str> =
        kept["views"].as_array().expect("views").iter().map(|view| view["name"].as_str().expect("a name")).collect();
    assert_eq!(names, ["Boursiers", "Prêts de juillet"], "each name once, none empty, in order");
    assert_eq!(kept["columns"][0]["width"], 80, "no column is wider than a window");
    assert_eq!(kept["views"][0]["query"]["states"], json!(["ready"]));
    let desk = desk.restarted();
    assert_eq!(desk.call("list_settings", json!({})), kept, "they are there when it is opened again");
}

#[test]
fn the_history_of_a_file_is_what_was_done_about_its_person() {
    let desk = office(2);
    let view = desk.call("files_open", json!({ "query": { "sort": "student_number" } }));
    let rows = desk.rows(&view, 0, 2);
    desk.call("note_set", json!({ "id": rows[0]["id"], "text": "À rappeler lundi." }));
    let kinds = |row: &Value| -> Vec<String> {
        let lines = desk.call("file_history", json!({ "id": row["id"] }));
        lines.as_array().expect("lines").iter().map(|line| line["kind"].as_str().expect("a kind").to_owned()).collect()
    };
    assert_eq!(kinds(&rows[0]), ["note", "import"], "the newest first");
    assert_eq!(kinds(&rows[1]), ["import"], "what was done about another is not told");
}
