//! What is to be corrected in an import, written as a workbook, corrected and imported again.

use crate::desk::Desk;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// A roster with a birth date that is none, a regime nobody knows, and texts that would like to be formulas.
const ROSTER: &str = "N° étudiant;Nom;Prénom;Date de naissance;Niveau;Année universitaire;Régime;Commentaire\n\
    22000001;EXEMPLE;Zoé;04/03/2004;L1;2024-2025;initiale;=1+1\n\
    22000002;=cmd|'/c calc'!A1;Léa;31/02/2004;L2;2024-2025;initiale;@SUM(A1)\n\
    22000003;ESSAI;Noé;05/06/2003;M1;2024-2025;17;+33 1 23\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.call("workspace_create", json!({ "name": "Essai" }));
    desk
}

fn choose(desk: &Desk, file: &Path) -> Value {
    desk.choose_files(&[file.to_owned()]);
    desk.call("import_choose", json!({}))
}

fn apply(desk: &Desk, view: &Value) {
    desk.call("import_apply", json!({ "session": view["session"], "fingerprint": view["plan"]["fingerprint"] }));
}

fn export(desk: &Desk, view: &Value, name: &str) -> (PathBuf, Value) {
    let path = desk.folder.path().join(name);
    desk.choose_save(&path);
    let exported = desk.call("import_export", json!({ "session": view["session"] }));
    (path, exported)
}

/// The parts of a workbook, by name.
fn parts(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).expect("opened")).expect("a zip");
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("read");
        parts.push((part.name().expect("a name").into_owned(), bytes));
    }
    parts
}

/// The workbook with words of it replaced, as a person corrects cells.
fn corrected(path: &Path, words: &[(&str, &str)]) -> PathBuf {
    let corrected = path.with_file_name("corrige.xlsx");
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&corrected).expect("created"));
    for (name, bytes) in parts(path) {
        let options: zip::write::SimpleFileOptions = zip::write::SimpleFileOptions::default();
        archive.start_file(name.as_str(), options).expect("begun");
        let mut text = String::from_utf8(bytes).expect("text");
        if name.ends_with("sheet2.xml") {
            for (wrong, right) in words {
                let (wrong, right) = (format!(">{wrong}<"), format!(">{right}<"));
                assert_eq!(text.matches(&wrong).count(), 1, "{wrong} in {text}");
                text = text.replace(&wrong, &right);
            }
        }
        archive.write_all(text.as_bytes()).expect("written");
    }
    archive.finish().expect("finished");
    corrected
}

/// Every file of the workspace with its identity, without the numbers that another import would give them.
fn files(desk: &Desk) -> Vec<Value> {
    let view = desk.call("files_open", json!({ "query": { "sort": "student_number" } }));
    let rows = desk.rows(&view, 0, 500);
    let detail = |row: &Value| {
        let detail = desk.call("file_detail", json!({ "id": row["id"] }));
        let values = |list: &Value| -> Vec<(String, String)> {
            let text = |line: &Value, key: &str| line[key].as_str().unwrap_or_default().to_owned();
            list.as_array().into_iter().flatten().map(|line| (text(line, "label"), text(line, "value"))).collect()
        };
        json!({ "codes": row["codes"], "state": row["state"], "identity": values(&detail["identity"]),
            "registration": values(&detail["registration"]) })
    };
    rows.iter().map(detail).collect()
}

#[test]
fn what_is_corrected_and_imported_again_does_what_the_right_rows_would_have_done() {
    let desk = desk();
    let file = desk.folder.path().join("inscrits.csv");
    std::fs::write(&file, ROSTER).expect("written");
    let view = choose(&desk, &file);
    let (path, exported) = export(&desk, &view, "a-corriger.xlsx");
    assert_eq!((exported["rows"].as_u64(), exported["path"].as_str()), (Some(2), path.to_str()));
    apply(&desk, &view);

    let untouched = choose(&desk, &path);
    let counts = &untouched["plan"]["counts"];
    assert_eq!((counts["rows"].as_u64(), counts["same"].as_u64()), (Some(2), Some(2)), "{untouched}");
    let problems = untouched["files"][0]["problems"].as_array().expect("a list").clone();
    let told = |code: &str| problems.iter().filter(|problem| problem["code"] == code).count();
    assert_eq!((told("sheet-ignored"), told("column-unknown"), told("sheet-empty")), (0, 1, 0), "{problems:?}");
    assert_eq!(untouched["files"][0]["sheets"].as_array().map(Vec::len), Some(1), "the list of problems is ours");

    let right = corrected(&path, &[("31/02/2004", "28/02/2004"), ("17", "apprentissage")]);
    let view = choose(&desk, &right);
    assert_eq!(view["plan"]["counts"]["changed"], 2, "{view}");
    apply(&desk, &view);

    let other = self::desk();
    let file = other.folder.path().join("inscrits.csv");
    std::fs::write(&file, ROSTER.replace("31/02/2004", "28/02/2004").replace(";17;", ";apprentissage;"))
        .expect("written");
    apply(&other, &choose(&other, &file));
    assert_eq!(files(&desk), files(&other));
}

#[test]
fn no_text_of_a_file_becomes_a_formula_and_only_doubtful_cells_are_marked() {
    let desk = desk();
    let file = desk.folder.path().join("inscrits.csv");
    std::fs::write(&file, ROSTER).expect("written");
    let (path, _) = export(&desk, &choose(&desk, &file), "a-corriger.xlsx");
    let sheets: Vec<String> = parts(&path)
        .into_iter()
        .filter(|(name, _)| name.starts_with("xl/worksheets/sheet"))
        .map(|(_, bytes)| String::from_utf8(bytes).expect("text"))
        .collect();
    assert_eq!(sheets.len(), 2);
    assert!(sheets.iter().all(|sheet| !sheet.contains("<f>")));
    assert!(sheets[1].contains("=cmd|") && sheets[1].contains("@SUM(A1)"));
    for header in ["N° étudiant", "Commentaire", "À corriger", "Ligne d’origine", "inscrits.csv, inscrits, ligne 3"]
    {
        assert!(sheets[1].contains(header), "{header}");
    }
    assert!(sheets[0].contains("31/02/2004"), "the cell as written stands beside what is wrong with it");
    let style = |text: &str| {
        let cell = sheets[1].split("<c ").find(|cell| cell.contains(&format!(">{text}<"))).expect("the cell");
        cell.split(" s=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
    };
    assert_eq!(style("31/02/2004"), style("17"));
    assert_ne!(style("31/02/2004"), style("22000002"));
}
