//! Offices of other shapes than the samples: the same facts must give the same answers.

use crate::{check_json, csv};
use acceptance::{project, sample_office};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// What is said of each file, without the places: those differ when columns move.
fn verdicts(json: &Value) -> Vec<String> {
    let mut lines: Vec<String> = json["files"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|file| {
            let codes: Vec<&str> = file["findings"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|finding| finding["code"].as_str())
                .collect();
            format!("{} {} {} {codes:?}", file["key"]["student_number"], file["registration"]["level"], file["state"])
        })
        .collect();
    lines.sort();
    lines
}

/// A CSV of the project's fixtures as rows of cells.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let bytes = std::fs::read(path).expect("read");
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
    text.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

/// The certificates with their columns and rows reversed, titles above, an empty first column, other header spellings.
fn other_certificates(folder: &Path) -> PathBuf {
    let original = project().join("tests/fixtures/offices/allsh-2024-A/certificates.csv");
    let mut rows = rows(&original);
    let header = rows.remove(0);
    let renamed = header.iter().map(|name| match name.as_str() {
        "N° étudiant" => "COD_ETU",
        "INE" => "Numéro INE",
        "Nom de naissance" => "NOM PATRONYMIQUE",
        "Prénom" => "premier prenom",
        other => other,
    });
    let line = |cells: Vec<&str>| {
        let reversed: Vec<&str> = cells.into_iter().rev().collect();
        format!("\t{}", reversed.join("\t"))
    };
    let mut lines = vec!["\tListe des attestations (campagne 2024)".to_owned(), String::new()];
    lines.push(line(renamed.collect()));
    lines.extend(rows.iter().rev().map(|row| line(row.iter().map(String::as_str).collect())));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    csv(folder, "attestations.tsv", &lines)
}

#[test]
fn titles_permuted_columns_rows_and_other_headers_change_no_verdict() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = sample_office("allsh-2024-A");
    let (plain, _) = check_json(&files, &[]);
    files[2] = other_certificates(folder.path());
    files.reverse();
    let (other, output) = check_json(&files, &[]);
    let (other, plain) = (verdicts(&other), verdicts(&plain));
    let differences: Vec<_> = other.iter().zip(&plain).filter(|(other, plain)| other != plain).collect();
    assert!(differences.is_empty() && other.len() == plain.len(), "{differences:?} {}", crate::told(&output));
}

#[test]
fn a_missing_column_is_never_a_pass() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = csv(folder.path(), "inscrits.csv", &["N° étudiant;Niveau;Voie d'accès", "1;L2;Réinscription"]);
    let (json, _) = check_json(&[file], &[]);
    let findings = json["files"][0]["findings"].as_array().expect("findings");
    let undecided =
        |code: &str| findings.iter().any(|finding| finding["code"] == code && finding["outcome"] == "cannot_tell");
    for code in ["CVC010", "CAL002", "CAL007", "IDN004", "RPT003", "RPT004"] {
        assert!(undecided(code), "{code} cannot tell: {findings:?}");
    }
    assert_eq!(json["files"][0]["state"], "to-check");
}

#[test]
fn a_bare_history_is_told_from_its_years() {
    let folder = tempfile::tempdir().expect("a folder");
    let roster = csv(folder.path(), "r.csv", &["N° étudiant;Niveau;Régime;Voie d'accès", "1;L2;10;Réinscription"]);
    let rows = ["N° étudiant;Année universitaire;Niveau", "1;2023-2024;L2", "1;2022-2023;L2"];
    let (json, _) = check_json(&[roster, csv(folder.path(), "h.csv", &rows)], &[]);
    assert_eq!(json["inputs"][1]["sheets"][0]["kind"], "history");
    assert_eq!((json["summary"]["files"].as_u64(), json["summary"]["by_code"]["RPT001"].as_u64()), (Some(1), Some(1)));
}

#[test]
fn a_day_without_an_hour_is_the_whole_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let header = "N° étudiant;Niveau;Régime;Voie d'accès;Date d'inscription;Canal;Résultat précédent";
    let rows = [
        header,
        "1;L2;10;Réinscription;01/07/2024;en ligne;ADM",
        "2;L2;10;Réinscription;02/07/2024;en ligne;ADM",
        "3;L2;10;Réinscription;05/08/2024;en ligne;ADM",
    ];
    let (json, _) = check_json(&[csv(folder.path(), "r.csv", &rows)], &[]);
    let said = |file: usize| -> Vec<(String, String)> {
        let findings = json["files"][file]["findings"].as_array().into_iter().flatten();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        findings
            .map(|finding| (text(&finding["code"]), text(&finding["outcome"])))
            .filter(|(code, _)| code.starts_with("CAL"))
            .collect()
    };
    assert_eq!(said(0), [("CAL001".to_owned(), "cannot_tell".to_owned())], "the window opens that day at 14:00");
    assert_eq!(said(1), []);
    assert_eq!(said(2), [("CAL003".to_owned(), "flag".to_owned())]);
}

#[test]
fn the_same_roster_given_twice_is_one_roster() {
    let mut files = sample_office("allsh-2024-A");
    let (once, _) = check_json(&files, &[]);
    files.insert(0, files[0].clone());
    let (twice, _) = check_json(&files, &[]);
    assert_eq!(verdicts(&twice), verdicts(&once));
}
