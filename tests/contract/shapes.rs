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
