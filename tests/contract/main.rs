//! The outward contract of `guichet-cli`: codes, JSON, exit codes, files that appear whole or not at all.
#![allow(clippy::expect_used, reason = "a test that cannot go on says why")]

mod backup;
mod check;
mod door;
mod exports;
mod history;
mod hostile;
mod identity;
mod import;
mod inspect;
mod lists;
mod manual;
#[cfg(target_os = "linux")]
mod memory;
mod narrower;
mod offices;
mod places;
mod privacy;
mod protection;
mod report;
mod rulebooks;
mod shapes;
mod together;
mod waivers;
mod workspace;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The rulebook and the instant of the sample offices.
const CAMPAIGN: [&str; 4] = ["--rulebook", "amu-allsh-2024-2025", "--as-of", "2024-09-25T09:00"];

/// Runs the command line.
fn guichet<I, S>(arguments: I) -> Output
where
    I: IntoIterator<Item = S>,
    S: AsRef<std::ffi::OsStr>,
{
    let mut command = Command::new(env!("CARGO_BIN_EXE_guichet-cli-under-test"));
    command.args(arguments).output().expect("guichet-cli starts")
}

/// Runs `check` on files, with further arguments.
fn check(files: &[PathBuf], further: &[&str]) -> Output {
    let files = files.iter().map(|file| file.as_os_str().to_owned());
    let further = CAMPAIGN.iter().chain(further).map(|argument| (*argument).into());
    guichet(std::iter::once("check".into()).chain(files).chain(further))
}

/// The JSON of `check`.
fn check_json(files: &[PathBuf], further: &[&str]) -> (serde_json::Value, Output) {
    let further: Vec<&str> = further.iter().copied().chain(["--format", "json"]).collect();
    let output = check(files, &further);
    let json = serde_json::from_slice(&output.stdout).expect("JSON on standard output");
    (json, output)
}

/// Standard error as text.
fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A CSV file in a folder.
fn csv(folder: &Path, name: &str, lines: &[&str]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, lines.join("\r\n")).expect("written");
    path
}
