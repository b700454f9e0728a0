//! Several sheets read together are one office: one file a registration, whatever the order.

use crate::{check_json, csv, guichet, told};
use serde_json::{Value, json};
use std::path::PathBuf;

const NUMBERS: &str = "N° étudiant;INE;Nom de naissance;Prénom;Date de naissance;Niveau";
const INES: &str = "INE;Nom de naissance;Prénom;Date de naissance;Niveau;Bourse";
const CVECS: &str = "INE;Niveau;N° CVEC";

fn office(folder: &std::path::Path) -> [PathBuf; 3] {
    [
        csv(
            folder,
            "numéros.csv",
            &[NUMBERS, "22400010;;Nomalba;Préalba;13/03/2004;L1", "22400011;;Nombruni;Prébruni;14/03/2004;L1"],
        ),
        csv(
            folder,
            "ine.csv",
            &[INES, "1409002949V;NOMALBA;PREALBA;13/03/2004;L1;O", "123456789JH;Nombruni;Prébruni;14/03/2004;L1;O"],
        ),
        csv(folder, "cvec.csv", &[CVECS, "1409002949V;L1;ABC4QWERTY10"]),
    ]
}

/// What is said of each file, without the places it was read from.
fn said(json: &Value) -> Vec<Value> {
    let file = |file: &Value| {
        let found = file["findings"].as_array().into_iter().flatten();
        let found: Vec<Value> =
            found.map(|finding| json!([finding["code"], finding["outcome"], finding["message"]])).collect();
        json!({ "key": file["key"], "registration": file["registration"], "state": file["state"], "findings": found })
    };
    let mut files: Vec<Value> = json["files"].as_array().into_iter().flatten().map(file).collect();
    files.sort_by_key(|file| file["key"].to_string());
    files
}

#[test]
fn three_rosters_of_the_same_persons_are_one_office_whatever_their_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = office(folder.path());
    let orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]];
    let all: Vec<Value> = orders
        .iter()
        .map(|order| {
            let files: Vec<PathBuf> = order.iter().map(|at| files[*at].clone()).collect();
            let (json, _) = check_json(&files, &["--strict"]);
            assert_eq!((&json["summary"]["files"], &json["problems"]), (&json!(2), &json!([])));
            json!([said(&json), json["summary"]])
        })
        .collect();
    assert!(all.iter().all(|one| *one == all[0]), "{all:#?}");
    let keys: Vec<[&str; 2]> = all[0][0]
        .as_array()
        .into_iter()
        .flatten()
        .map(|file| ["student_number", "ine"].map(|field| file["key"][field].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(keys, [["22400010", "1409002949V"], ["22400011", "123456789JH"]]);
}

#[test]
fn what_two_sheets_contradict_each_other_about_is_told_with_both_cells_and_refused_when_strict() {
    let folder = tempfile::tempdir().expect("a folder");
    let headers = "N° étudiant;Nom de naissance;Prénom;Date de naissance;Niveau;Bourse";
    let one = csv(folder.path(), "a.csv", &[headers, "22400010;Nomalba;Préalba;13/03/2004;L1;O"]);
    let two = csv(folder.path(), "b.csv", &[headers, "22400010;Nomalba;Préalba;14/03/2004;L1;N"]);
    for files in [[one.clone(), two.clone()], [two, one]] {
        let (json, output) = check_json(&files, &[]);
        let mut codes: Vec<&str> =
            json["problems"].as_array().into_iter().flatten().filter_map(|one| one["code"].as_str()).collect();
        codes.sort_unstable();
        assert_eq!((codes, &json["summary"]["files"]), (vec!["person-contradicted", "values-contradict"], &json!(1)));
        let said = told(&output);
        for part in ["« O »", "« N »", "F2", "« 13/03/2004 »", "« 14/03/2004 »", "D2"] {
            assert!(said.contains(part), "{said}");
        }
        assert_eq!(json["files"][0]["key"]["birth_date"], "2004-03-14", "by what they say, not by their order");
        let mut arguments = vec!["import".into()];
        arguments.extend(files.iter().map(|file| file.as_os_str().to_owned()));
        arguments.extend(["--strict".into(), "--db".into(), folder.path().join("espace").into_os_string()]);
        let output = guichet(arguments);
        assert_eq!(output.status.code(), Some(2), "{}", self::told(&output));
    }
}

#[test]
fn somebody_known_under_a_number_and_under_an_ine_is_told_when_a_row_gives_both() {
    let folder = tempfile::tempdir().expect("a folder");
    let [both, by_ine, _] = office(folder.path());
    let by_number = csv(folder.path(), "nombres.csv", &["N° étudiant;Niveau", "22400010;L1"]);
    std::fs::write(&both, [NUMBERS, "22400010;1409002949V;Nomalba;Préalba;13/03/2004;L1"].join("\r\n"))
        .expect("written");
    let db = folder.path().join("espace");
    let import = |file: &PathBuf| {
        let words = ["import".as_ref(), file.as_os_str(), "--db".as_ref(), db.as_os_str(), "--lang".as_ref()];
        told(&guichet(words.into_iter().chain(["fr".as_ref()])))
    };
    assert!(!import(&by_number).contains("person-same-ine"));
    assert!(!import(&by_ine).contains("person-same-ine"));
    let said = import(&both);
    assert!(said.contains("person-same-ine") && said.to_lowercase().contains("nomalba"), "{said}");
    assert!(!import(&both).contains("person-same-ine"), "the same file again brings nothing");
}
