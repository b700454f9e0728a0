//! Bad input: one sentence each, and the readable files are still judged.

use crate::{check_json, csv, told};
use acceptance::sample_office;
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

fn codes(json: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let problems = json["problems"].as_array().into_iter().flatten();
    problems.map(|problem| (text(&problem["file"]), text(&problem["code"]))).collect()
}

/// A legal workbook of two cells, at both ends of the grid: a dense reading would need 512 GiB.
fn far_apart(folder: &Path) -> PathBuf {
    let path = folder.join("loin.xlsx");
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).expect("created"));
    let parts = [
        (
            "[Content_Types].xml",
            r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#,
        ),
        (
            "_rels/.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="F" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        (
            "xl/worksheets/sheet1.xml",
            r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>"#,
        ),
    ];
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("written");
    }
    archive.finish().expect("finished");
    path
}

#[test]
fn a_bad_file_does_not_keep_the_good_ones_from_being_judged() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = sample_office("allsh-2024-A");
    let picture = folder.path().join("photo.xlsx");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n0000").expect("written");
    let empty = csv(folder.path(), "vide.csv", &[]);
    let cut = folder.path().join("coupe.xlsx");
    let whole = std::fs::read(&files[0]).expect("read");
    std::fs::write(&cut, &whole[..whole.len() / 2]).expect("written");
    let no_header = csv(folder.path(), "couleurs.csv", &["Couleur;Taille", "bleu;3"]);
    let no_level = csv(
        folder.path(),
        "sans-niveau.csv",
        &["N° étudiant;Nom;Régime;Canal;Voie d'accès", "1;EXEMPLE;10;web;eCandidat"],
    );
    files.extend([picture, empty, cut, no_header, no_level, far_apart(folder.path())]);
    let (json, output) = check_json(&files, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(json["summary"]["files"], 300);
    let codes = codes(&json);
    let said = |file: &str, wanted: &[&str]| {
        assert!(codes.iter().any(|(name, code)| name == file && wanted.contains(&code.as_str())), "{file}: {codes:?}");
        assert_eq!(told(&output).lines().filter(|line| line.starts_with(file)).count(), 1, "one sentence for {file}");
    };
    said("photo.xlsx", &["not-a-spreadsheet"]);
    said("vide.csv", &["empty"]);
    said("coupe.xlsx", &["corrupt"]);
    said("couleurs.csv", &["no-header"]);
    said("sans-niveau.csv", &["column-missing"]);
    said("loin.xlsx", &["no-header", "too-large"]);
}

#[test]
fn sensitive_columns_never_leave_the_door() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = csv(
        folder.path(),
        "nir.csv",
        &["N° étudiant;Niveau;N° de sécurité sociale;Régime", "1;L2;1990101999999;formation initiale"],
    );
    let (json, output) = check_json(&[file], &[]);
    assert!(!json.to_string().contains("1990101999999") && !told(&output).contains("1990101999999"));
    assert!(codes(&json).iter().any(|(_, code)| code == "column-dropped"));
}

#[test]
fn a_column_that_mixes_date_orders_is_refused_with_its_cells() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines = ["N° étudiant;Niveau;Date d'inscription", "1;L2;13/07/2024 10:00", "2;L2;07/14/2024 10:00"];
    let (json, output) = check_json(&[csv(folder.path(), "dates.csv", &lines)], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(codes(&json).iter().any(|(_, code)| code == "date-order-mixed"), "{json}");
    assert!(told(&output).contains("C3"), "{}", told(&output));
}
