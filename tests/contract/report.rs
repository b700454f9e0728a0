//! The validation report.

use crate::{check, told};
use acceptance::sample_office;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// The parts of a workbook by name.
pub(crate) fn parts(path: &Path) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).expect("opened")).expect("a zip");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let mut parts = BTreeMap::new();
    for name in names {
        let mut text = String::new();
        archive.by_name(&name).expect("a part").read_to_string(&mut text).expect("text");
        parts.insert(name, text);
    }
    parts
}

#[test]
fn two_reports_of_the_same_data_are_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let (first, second) = (folder.path().join("1.xlsx"), folder.path().join("2.xlsx"));
    for path in [&first, &second] {
        let output =
            check(&sample_office("allsh-2024-B"), &["--format", "xlsx", "--out", path.to_str().expect("a path")]);
        assert_eq!(output.status.code(), Some(1), "{}", told(&output));
        // A workbook that wrote the clock would differ after a second.
        std::thread::sleep(std::time::Duration::from_millis(1_100));
    }
    assert_eq!(std::fs::read(first).expect("read"), std::fs::read(second).expect("read"));
}

#[test]
fn every_sheet_is_there_and_formula_like_text_stays_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let evil = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"x\")"];
    let mut lines = vec!["N° étudiant;Nom de naissance;Prénom;Date de naissance;Niveau;Régime".to_owned()];
    lines.extend(
        evil.iter()
            .enumerate()
            .map(|(at, name)| format!("{at};\"{}\";Une;06/05/2004;L2;99", name.replace('"', "\"\""))),
    );
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let file = crate::csv(folder.path(), "noms.csv", &lines);
    let out = folder.path().join("rapport.xlsx");
    let output = check(&[file], &["--format", "xlsx", "--out", out.to_str().expect("a path")]);
    assert!(output.status.code().is_some_and(|code| code < 2), "{}", told(&output));
    let parts = parts(&out);
    let workbook = &parts["xl/workbook.xml"];
    for name in ["Synthèse", "Dossiers", "Anomalies", "Indéterminés", "Problèmes d'import", "Règles"] {
        assert!(
            workbook.contains(&format!("name=\"{name}\"")) || workbook.contains(&name.replace('\'', "&apos;")),
            "{name}"
        );
    }
    assert!(parts.keys().any(|name| name.starts_with("xl/charts/chart")), "a chart");
    let all: String = parts.values().map(String::as_str).collect();
    for text in ["=1+1", "+1+1", "-1+1", "@SUM(A1)"] {
        assert!(all.contains(&format!(">{text}<")), "{text} is kept");
    }
    for (name, sheet) in parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
        assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{name} holds a formula");
    }
}

#[test]
fn a_report_that_cannot_be_written_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("absent").join("rapport.xlsx");
    let output = check(&sample_office("allsh-2024-A"), &["--format", "xlsx", "--out", out.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 0);
    assert!(told(&output).contains("rapport.xlsx"), "{}", told(&output));
}
