//! `import` and `report`: the same facts, kept.

use crate::{CAMPAIGN, guichet, told};
use acceptance::sample_office;
use serde_json::Value;
use std::ffi::OsString;
use std::path::Path;

fn import(workspace: &Path, further: &[&str]) -> (Value, i32) {
    let mut arguments: Vec<OsString> = vec!["import".into()];
    arguments.extend(sample_office("allsh-2024-A").into_iter().map(std::path::PathBuf::into_os_string));
    arguments.extend(["--format".into(), "json".into(), "--db".into(), workspace.as_os_str().to_owned()]);
    arguments.extend(further.iter().map(OsString::from));
    let output = guichet(arguments);
    (
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", told(&output))),
        output.status.code().unwrap_or(-1),
    )
}

fn total(json: &Value, count: &str) -> u64 {
    json["files"].as_array().into_iter().flatten().filter_map(|file| file[count].as_u64()).sum()
}

#[test]
fn a_second_import_of_the_same_files_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let workspace = folder.path().join("espace");
    let (dry, code) = import(&workspace, &["--dry-run"]);
    assert_eq!((total(&dry, "new"), dry["operation"].is_null(), code), (total(&dry, "rows"), true, 0));
    assert!(!workspace.exists(), "a dry run leaves nothing behind");
    let (first, _) = import(&workspace, &[]);
    assert_eq!((total(&first, "new"), first["operation"].is_number()), (total(&dry, "new"), true));
    let (second, _) = import(&workspace, &[]);
    assert_eq!(
        (total(&second, "new"), total(&second, "changed"), total(&second, "same")),
        (0, 0, total(&first, "rows"))
    );
}

#[test]
fn a_workspace_s_report_tells_what_check_tells() {
    let folder = tempfile::tempdir().expect("a folder");
    let workspace = folder.path().join("espace");
    import(&workspace, &[]);
    let report = folder.path().join("rapport.xlsx");
    let mut arguments: Vec<OsString> = vec!["report".into(), "--db".into(), workspace.into_os_string()];
    arguments.extend(CAMPAIGN.map(OsString::from));
    arguments.extend(["--out".into(), report.clone().into_os_string()]);
    let output = guichet(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let direct = folder.path().join("direct.xlsx");
    crate::check(&sample_office("allsh-2024-A"), &["--format", "xlsx", "--out", direct.to_str().expect("a path")]);
    let sheet = |path: &Path, part: &str| {
        let mut archive = zip::ZipArchive::new(std::fs::File::open(path).expect("opened")).expect("a zip");
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name(part).expect("a part"), &mut text).expect("text");
        text
    };
    // Sheets 2 to 4: files, findings, undecided. The first names the workspace.
    for part in ["xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"] {
        assert_eq!(sheet(&report, part), sheet(&direct, part), "{part}");
    }
}

#[test]
fn a_simulation_says_what_would_change_and_leaves_the_workspace_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let workspace = folder.path().join("espace");
    import(&workspace, &[]);
    let bytes = || std::fs::read(workspace.join("data.db")).expect("read");
    let before = bytes();
    let simulate = |further: &[&str]| {
        let mut arguments: Vec<OsString> = vec!["simulate".into(), "--db".into(), workspace.clone().into_os_string()];
        arguments.extend(further.iter().map(OsString::from));
        let output = guichet(arguments);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        output.stdout
    };
    let tried = ["--rulebook", "national", "--as-of", "2024-12-01T09:00", "--format", "json"];
    let json: Value = serde_json::from_slice(&simulate(&tried)).expect("JSON");
    assert_eq!((json["schema"].as_u64(), json["rulebook"].as_str()), (Some(1), Some("national")));
    assert_eq!(json["against"]["rulebook"], "amu-allsh-2024-2025");
    assert_eq!(json["files"], 300);
    let first = &json["differences"][0];
    assert!(first["key"]["student_number"].is_string() && first["registration"]["level"].is_string(), "{first}");
    assert!(first["before"].is_string() && first["after"].is_string(), "{first}");
    let said = |side: &str| first[side].as_array().expect("a list").len();
    assert!(said("appearing") + said("disappearing") > 0);
    assert_eq!(simulate(&tried), simulate(&tried), "the same each time");
    let text = String::from_utf8(simulate(&tried[..4])).expect("UTF-8");
    assert!(text.contains(" → ") && text.contains("Rien n’a été enregistré"), "{text}");
    assert_eq!(bytes(), before, "nothing was written");
}
