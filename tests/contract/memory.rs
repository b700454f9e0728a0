//! What one more row costs in memory and on disk. Both would grow with everything that is held or kept of a row beyond
//! need, such as the words of its findings; how fast the machine is does not matter.

use crate::CAMPAIGN;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Sizes of the two rosters.
const ROWS: [u64; 2] = [2_000, 8_000];
/// Bytes of memory and of database that a row may cost, three times what it does.
const IMPORTED: u64 = 20_000;
const CHECKED: u64 = 36_000;
const STORED: u64 = 4_000;

/// A roster in which each file has eight findings.
fn roster(folder: &Path, rows: u64) -> PathBuf {
    let mut text = String::from(
        "N° étudiant;INE;Nom de naissance;Prénom;Date de naissance;Année universitaire;Niveau;Code étape;E-mail;Remarque\n",
    );
    for row in 0..rows {
        let (day, month, year, level) = (row % 28 + 1, row / 28 % 12 + 1, 1990 + row % 17, row % 3 + 1);
        let number = 22_300_000 + row;
        text += &format!(
            "{number};;Nom{row};Prénom{row};{day:02}/{month:02}/{year};2024-2025;L{level};E{level};p{row}@exemple.fr;note {row}\n"
        );
    }
    let path = folder.join(format!("inscrits-{rows}.csv"));
    std::fs::write(&path, text).expect("written");
    path
}

/// The most memory that a command held of its own, in bytes; the reader of foreign files is another process.
fn peak(arguments: &[&Path], further: &[&str]) -> u64 {
    let mut child = Command::new(env!("CARGO_BIN_EXE_guichet-cli-under-test"))
        .args(arguments)
        .args(further)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("guichet-cli starts");
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut most = 0;
    while child.try_wait().expect("a child").is_none() {
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        // The highest so far: a look that comes late misses nothing but the last moments.
        most = kilobytes.unwrap_or(most);
        std::thread::sleep(Duration::from_millis(2));
    }
    most * 1024
}

/// What each further row costs, when so much is needed for the small roster and so much for the large one.
fn per_row([small, large]: [u64; 2]) -> u64 {
    large.saturating_sub(small) / (ROWS[1] - ROWS[0])
}

#[test]
fn an_import_holds_and_keeps_little_of_each_row() {
    let folder = tempfile::tempdir().expect("a folder");
    let measured = ROWS.map(|rows| {
        let (file, workspace) = (roster(folder.path(), rows), folder.path().join(format!("espace-{rows}")));
        let held = peak(&[Path::new("import"), &file, Path::new("--db"), &workspace], &[]);
        (held, std::fs::metadata(workspace.join("data.db")).expect("imported").len())
    });
    let (held, kept) = (per_row(measured.map(|one| one.0)), per_row(measured.map(|one| one.1)));
    assert!(measured[0].0 > 0 && held < IMPORTED, "{held} bytes of memory a row: {measured:?}");
    assert!(kept < STORED, "{kept} bytes of database a row: {measured:?}");
}

#[test]
fn a_check_holds_little_of_each_row() {
    let folder = tempfile::tempdir().expect("a folder");
    let measured = ROWS.map(|rows| {
        let further: Vec<&str> = CAMPAIGN.into_iter().chain(["--format", "json"]).collect();
        peak(&[Path::new("check"), &roster(folder.path(), rows)], &further)
    });
    assert!(measured[0] > 0 && per_row(measured) < CHECKED, "{} bytes a row: {measured:?}", per_row(measured));
}
