//! What `import`, `check` and `inspect` say at the door, and that they say the same.

use crate::{CAMPAIGN, csv, guichet, told};
use serde_json::Value;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const HEADERS: &str = "N° étudiant;Nom de naissance;Prénom;Date de naissance;Niveau";

/// What a command does with a file: its exit code, and the codes of the problems it tells.
fn answer(command: &str, file: &Path, further: &[OsString]) -> (i32, Vec<String>) {
    let arguments = [command.into(), file.as_os_str().to_owned(), "--format".into(), "json".into()];
    let output = guichet(arguments.into_iter().chain(further.iter().cloned()));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", told(&output)));
    let own = json["problems"].as_array().into_iter().flatten();
    let files = json["files"].as_array().into_iter().flatten();
    let of_files = files.filter_map(|file| file["problems"].as_array()).flatten();
    let codes = own.chain(of_files).filter_map(|problem| problem["code"].as_str().map(str::to_owned));
    (output.status.code().unwrap_or(-1), codes.collect())
}

fn check(file: &Path, further: &[OsString]) -> (i32, Vec<String>) {
    let campaign: Vec<OsString> = CAMPAIGN.iter().map(OsString::from).chain(further.iter().cloned()).collect();
    answer("check", file, &campaign)
}

fn import(file: &Path, further: &[OsString]) -> (i32, Vec<String>) {
    let workspace = file.with_file_name("espace");
    let further: Vec<OsString> = ["--db".into(), workspace.into()].into_iter().chain(further.iter().cloned()).collect();
    answer("import", file, &further)
}

fn roster(folder: &Path, rows: &[&str]) -> PathBuf {
    let lines: Vec<&str> = std::iter::once(HEADERS).chain(rows.iter().copied()).collect();
    csv(folder, "inscrits.csv", &lines)
}

#[test]
fn what_cannot_be_read_exits_2_and_what_is_left_out_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    for (rows, fails, code) in [
        (&[][..], true, "empty"),
        (&["1;UN;Ana;jamais;L1"][..], true, "value-unreadable"),
        (&["1;UN;Ana;13/02/2004;L1", ";;;;L2"][..], false, "row-without-key"),
        (&["1;UN;Ana;13/02/2004;L1", "2;DEUX;Bob;13/02/1805;L1"][..], false, "birth-date-doubtful"),
    ] {
        let file = roster(folder.path(), rows);
        for (command, (exit, codes)) in [("check", check(&file, &[])), ("import", import(&file, &["--dry-run".into()]))]
        {
            assert_eq!(codes, [code], "{command}");
            assert_eq!(exit == 2, fails, "{command} of {code}: {exit}");
        }
    }
}

#[test]
fn a_strict_import_that_is_refused_leaves_no_workspace() {
    let folder = tempfile::tempdir().expect("a folder");
    let workspace = folder.path().join("espace");
    let file = roster(folder.path(), &["1;UN;Ana;13/02/2004;L1", ";;;;L2"]);
    assert_eq!((import(&file, &["--strict".into()]).0, workspace.exists()), (2, false));
    let file = roster(folder.path(), &["1;UN;Ana;13/02/2004;L1"]);
    assert_eq!((import(&file, &["--strict".into()]).0, workspace.join("data.db").exists()), (0, true));
}

#[test]
fn lines_of_a_mapping_that_no_file_has_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = roster(folder.path(), &["1;UN;Ana;13/02/2004;Palier 1"]);
    let map = folder.path().join("map.toml");
    let text = "[headers]\n\"Apprenant\" = \"student_number\"\n\"NOM DE NAISSANCE\" = \"birth_name\"\n[columns]\nZ = \"email\"\n\
                [values.level]\n\"Palier 1\" = \"L1\"\n\"Palier 9\" = \"L2\"\n";
    std::fs::write(&map, text).expect("written");
    let output = guichet([
        "import".as_ref(),
        file.as_os_str(),
        "--db".as_ref(),
        folder.path().join("espace").as_os_str(),
        "--dry-run".as_ref(),
        "--map".as_ref(),
        map.as_os_str(),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let told = told(&output);
    let lines: Vec<&str> = told.lines().filter(|line| line.contains("[mapping-unused]")).collect();
    let places: Vec<Option<&str>> = lines.iter().map(|line| line.split("\u{a0}: ").next()).collect();
    assert_eq!(places, [Some("map.toml › 2"), Some("map.toml › 5"), Some("map.toml › 8")], "{told}");
    assert!(lines[2].contains("Palier 9"), "{told}");
    let (_, codes) = check(&file, &["--map".into(), map.into()]);
    assert_eq!(codes.iter().filter(|code| *code == "mapping-unused").count(), 3);
}
