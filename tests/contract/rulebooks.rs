//! `rulebook publish`: an edition of a workspace, known to what reads that workspace, and taken back by `undo`.

use crate::{guichet, told};
use acceptance::{project, sample_office};
use std::ffi::OsString;
use std::path::Path;

/// Runs the command; its exit code and what it printed.
fn run(arguments: &[&str], workspace: &Path) -> (Option<i32>, String) {
    let mut all: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    all.extend(["--db".into(), workspace.as_os_str().to_owned()]);
    let output = guichet(all);
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned() + &told(&output))
}

#[test]
fn a_file_becomes_an_edition_that_reports_and_simulations_know() {
    let folder = tempfile::tempdir().expect("a folder");
    let workspace = folder.path().join("espace");
    let mut import: Vec<OsString> = vec!["import".into()];
    import.extend(sample_office("allsh-2024-A").into_iter().map(std::path::PathBuf::into_os_string));
    import.extend(["--db".into(), workspace.as_os_str().to_owned()]);
    guichet(import);
    let shipped = project().join("assets/rulebooks/amu-allsh-2024-2025.toml");
    let text = std::fs::read_to_string(&shipped).expect("the rulebook");
    let file = folder.path().join("office.toml");
    std::fs::write(&file, text.replace("2024-09-20T12:00", "2024-11-30T12:00")).expect("written");
    let path = file.to_str().expect("a path");
    let (code, said) = run(&["rulebook", "publish", path], &workspace);
    assert!(code == Some(0) && said.contains("amu-allsh-2024-2025-e2"), "{said}");
    let changed = |said: &str| said.split_whitespace().find_map(|word| word.parse::<u32>().ok());
    assert!(changed(&said).is_some_and(|count| count > 0), "{said}");
    let (_, list) = run(&["rulebook", "list"], &workspace);
    assert!(list.contains("amu-allsh-2024-2025-e2") && list.contains("édition 2"), "{list}");
    let (_, shown) = run(&["rulebook", "show", "amu-allsh-2024-2025-e2"], &workspace);
    assert!(shown.contains("2024-11-30T12:00"), "{shown}");
    let same = ["simulate", "--rulebook", "amu-allsh-2024-2025-e2", "--as-of", "2024-10-01T12:00"];
    assert_eq!(run(&same, &workspace).0, Some(0));
    let (code, said) = run(&["rulebook", "publish", shipped.to_str().expect("a path")], &workspace);
    assert!(code == Some(2) && said.contains("déjà là"), "{said}");
    std::fs::write(&file, "id = 3").expect("written");
    let (code, said) = run(&["rulebook", "publish", path], &workspace);
    assert!(code == Some(2) && said.contains("Ligne 1"), "{said}");
    let (_, history) = run(&["history"], &workspace);
    let line = history.lines().find(|line| line.contains("édition 2")).unwrap_or_else(|| panic!("{history}"));
    let operation =
        line.split_whitespace().find(|word| word.bytes().all(|byte| byte.is_ascii_digit())).expect("a number");
    let (code, said) = run(&["undo", operation], &workspace);
    assert_eq!(code, Some(0), "{said}");
    assert!(!run(&["rulebook", "list"], &workspace).1.contains("-e2"));
    assert_eq!(run(&same, &workspace).0, Some(2), "it is gone");
}
