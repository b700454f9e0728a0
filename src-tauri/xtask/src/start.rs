//! `cargo xtask start`: from a fresh clone to Guichet open on fictitious data.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use crate::command::{cargo, must, words};
use crate::display::has_display;
use crate::packages::Purpose;
use crate::place::Place;
use crate::set_up::set_up;

/// The campaign the fictitious office is made for; the window opens on it by itself.
const CAMPAIGN: [&str; 4] = ["--rulebook", "amu-allsh-2024-2025", "--as-of", "2024-09-25T09:00"];

/// Sets up, builds, and opens the window; without a display, writes the report instead.
pub(crate) fn start(place: &Place) -> Result<ExitCode, String> {
    set_up(place, Purpose::Build)?;
    // Always the whole workspace: a part of it would choose other features and compile everything again.
    must(&mut cargo(place, &["build", "--workspace", "--bins"]))?;
    if has_display() { window(place) } else { report(place) }
}

fn window(place: &Place) -> Result<ExitCode, String> {
    println!("Guichet opens on fictitious data. Close its window to come back here.");
    must(Command::new(place.executable("guichet")).arg("--demo"))?;
    Ok(ExitCode::SUCCESS)
}

fn report(place: &Place) -> Result<ExitCode, String> {
    println!("There is no display: the same job is done by guichet-cli.");
    let folder = place.fresh_output("demo")?;
    let (office, report) = (folder.join("office"), folder.join("report.xlsx"));
    must(Command::new(place.executable("guichet-cli")).arg("demo").arg(&office))?;
    let mut check = Command::new(place.executable("guichet-cli"));
    check.arg("check").args(sheets(&office)?).args(CAMPAIGN).args(["--format", "xlsx", "--out"]).arg(&report);
    println!("$ {}", words(&check));
    let status = check.status().map_err(|e| format!("guichet-cli cannot be started: {e}"))?;
    // 1 says that some files are blocked, which the fictitious office is made to show.
    if !matches!(status.code(), Some(0 | 1)) || !report.is_file() {
        return Err(format!("the report of the fictitious office could not be written ({status})"));
    }
    println!("The fictitious office is in {}\nIts report is {}", office.display(), report.display());
    Ok(ExitCode::SUCCESS)
}

/// The spreadsheets of the fictitious office, in the order of their names.
fn sheets(office: &PathBuf) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(office).map_err(|e| format!("{} cannot be read: {e}", office.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| is_sheet(path)).collect();
    paths.sort();
    Ok(paths)
}

fn is_sheet(path: &std::path::Path) -> bool {
    path.extension().is_some_and(|end| ["xlsx", "xls", "ods", "csv"].iter().any(|known| end == *known))
}
