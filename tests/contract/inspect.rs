//! `inspect`: what files hold, in lines of JSON; refusals with their reason.

use crate::{csv, guichet};
use acceptance::sample_office;
use serde_json::{Value, json};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Output;

fn inspect(files: &[PathBuf], further: &[&str]) -> (Vec<Value>, Output) {
    let files = files.iter().map(|file| file.as_os_str());
    let output = guichet(std::iter::once(OsStr::new("inspect")).chain(files).chain(further.iter().map(OsStr::new)));
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    (text.lines().map(|line| serde_json::from_str(line).expect("one JSON a line")).collect(), output)
}

fn file(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("written");
    path
}

#[test]
fn every_file_is_one_line() {
    let files = sample_office("allsh-2024-A");
    let (lines, output) = inspect(&files, &["--format", "json"]);
    assert_eq!((output.status.code(), lines.len()), (Some(0), 4));
    for (line, (name, kind, sheet)) in lines.iter().zip([
        ("roster.xlsx", "xlsx", "roster"),
        ("history.xlsx", "xlsx", "history"),
        ("certificates.csv", "csv", "certificates"),
        ("requests.csv", "csv", "requests"),
    ]) {
        assert_eq!((&line["file"], &line["kind"]), (&json!(name), &json!(kind)));
        assert_eq!(line["sheets"][0]["kind"], sheet);
        assert_eq!(line["sheets"][0]["hidden"], false);
        assert!(line["flags"].is_array());
    }
    assert_eq!(lines[0]["sheets"][0]["rows"], 300);
}

#[test]
fn cells_follow_their_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows = ["Université fictive", "N° étudiant;Niveau;Couleur;N° de sécurité sociale", "1;L2;bleu;1990101999999"];
    let (lines, output) = inspect(&[csv(folder.path(), "inscrits.csv", &rows)], &["--cells"]);
    assert_eq!(output.status.code(), Some(0));
    let sheet = &lines[0]["sheets"][0];
    assert_eq!((&sheet["header_row"], &sheet["rows"], &sheet["columns"]), (&json!(2), &json!(1), &json!(4)));
    let flags: Vec<&Value> = lines[0]["flags"].as_array().into_iter().flatten().map(|flag| &flag["code"]).collect();
    assert_eq!(flags, ["column-unknown", "column-dropped"]);
    assert_eq!(lines[0]["flags"][0]["cell"], "C2");
    let cells: Vec<String> = lines[1..].iter().map(|cell| format!("{}={}", cell["cell"], cell["text"])).collect();
    assert_eq!(cells.len(), 8, "{cells:?}");
    assert_eq!(lines[6], json!({"sheet": "inscrits", "cell": "A3", "type": "text", "text": "1"}));
    assert!(!String::from_utf8_lossy(&output.stdout).contains("1990101999999"), "a sensitive cell never leaves");
    assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1, "nothing is kept");
}

#[test]
fn refusals_have_a_reason_and_do_not_stop_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = std::fs::read(&sample_office("allsh-2024-A")[0]).expect("read");
    let files = [
        file(folder.path(), "photo.xlsx", b"\x89PNG\r\n\x1a\n0000"),
        file(folder.path(), "coupe.xlsx", &whole[..whole.len() / 2]),
        csv(folder.path(), "vide.csv", &[]),
        csv(folder.path(), "en-tetes.csv", &["N° étudiant;Niveau"]),
        file(folder.path(), "1990.xls", b"\x09\x02\x06\0\0\0\x10\0\0\0"),
        file(folder.path(), "calc.slk", b"ID;PWXL;N;E\r\nE\r\n"),
        folder.path().join("absent.xlsx"),
        csv(folder.path(), "couleurs.csv", &["Couleur;Taille", "bleu;3"]),
    ];
    let (lines, output) = inspect(&files, &[]);
    assert_eq!(output.status.code(), Some(2));
    let reasons: Vec<&Value> = lines.iter().map(|line| &line["reason"]).collect();
    let expected = ["not-a-spreadsheet", "corrupt", "empty", "empty", "old-format", "unsupported", "unreadable"];
    assert_eq!(reasons[..7], expected);
    for line in &lines[..7] {
        let keys: Vec<&String> = line.as_object().into_iter().flatten().map(|(key, _)| key).collect();
        assert_eq!(keys, ["file", "message", "reason"]);
        assert!(line["message"].as_str().is_some_and(|message| message.len() > 40));
    }
    assert_eq!((&lines[7]["sheets"][0]["header_row"], &lines[7]["sheets"][0]["rows"]), (&Value::Null, &json!(2)));
    assert_eq!(lines[7]["flags"][0]["code"], "no-header");
}

#[test]
fn a_person_reads_text_in_either_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = csv(folder.path(), "inscrits.xls", &["N° étudiant;Niveau", "1;L2"]);
    for (language, words) in [("fr", "texte CSV"), ("en", "CSV text")] {
        let arguments = ["inspect".as_ref(), path.as_os_str(), "--format".as_ref(), "text".as_ref(), "--lang".as_ref()];
        let output = guichet(arguments.into_iter().chain([OsStr::new(language)]));
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(text.contains(words) && text.contains("name-misleads") && !text.contains('⟦'), "{text}");
    }
}
