//! Whole offices of other populations: BUT and DUT, a university diploma, and every kind of request.
//!
//! Their answers were worked out from the source pages by a separate program. A code followed by `?` is one that cannot
//! tell; beside the codes, the state of the files, what was told of the sheets and the exit code are compared.

use crate::check::{expected, explains_itself, found};
use crate::guichet;
use acceptance::project;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What an office's answers say beside its codes.
struct Answers {
    folder: PathBuf,
    json: Value,
}

impl Answers {
    fn of(office: &str) -> Self {
        let folder = project().join("tests/fixtures/offices").join(office);
        let bytes = std::fs::read(folder.join("expected.json")).expect("read");
        Self { folder, json: serde_json::from_slice(&bytes).expect("JSON") }
    }

    fn text(&self, key: &str) -> &str {
        self.json[key].as_str().expect("a text")
    }

    fn inputs(&self) -> Vec<PathBuf> {
        let names = self.json["inputs"].as_array().expect("inputs").iter().filter_map(Value::as_str);
        names.map(|name| self.folder.join(name)).collect()
    }

    /// Runs `check` on files of the office, by its rulebook and at its instant.
    fn check(&self, files: &[PathBuf]) -> (Value, Option<i32>) {
        let campaign = ["--rulebook", self.text("rulebook"), "--as-of", self.text("as_of"), "--format", "json"];
        let files = files.iter().map(|file| file.as_os_str().to_owned());
        let output = guichet(std::iter::once("check".into()).chain(files).chain(campaign.map(Into::into)));
        (serde_json::from_slice(&output.stdout).expect("JSON on standard output"), output.status.code())
    }
}

/// A finding by its code, and whether it could tell.
fn code_and_doubt(finding: &Value) -> String {
    let doubt = if finding["outcome"] == "cannot_tell" { "?" } else { "" };
    format!("{}{doubt}", finding["code"].as_str().unwrap_or_default())
}

/// How many files stand in each state.
fn states(json: &Value) -> BTreeMap<&str, u64> {
    let states = ["blocked", "cancelled", "ready", "to_check"];
    states.into_iter().filter_map(|state| Some((state, json["summary"][state].as_u64()?))).collect()
}

/// What was told of each sheet: its name, the cell and the problem's code, in alphabetical order.
fn problems(json: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let told = json["problems"].as_array().into_iter().flatten();
    let line = |told: &Value| format!("{} {} {}", text(&told["sheet"]), text(&told["cell"]), text(&told["code"]));
    let mut lines: Vec<String> = told.map(line).collect();
    lines.sort_unstable();
    lines
}

fn agrees_wholly(office: &str) {
    let answers = Answers::of(office);
    let (awaited, codes) = expected(office);
    let (json, exit) = answers.check(&answers.inputs());
    explains_itself(&json);
    let found = found(&json, &codes, code_and_doubt);
    let differ: Vec<String> = awaited
        .iter()
        .filter(|(file, codes)| found.get(*file) != Some(*codes))
        .map(|(file, codes)| format!("{file}: awaited {codes:?}, found {:?}", found.get(file)))
        .collect();
    assert_eq!(differ, Vec::<String>::new(), "{office}");
    assert_eq!(found.len(), awaited.len(), "{office}: one answer a file");
    let awaited_states: BTreeMap<&str, u64> = answers.json["states"]
        .as_object()
        .expect("states")
        .iter()
        .filter_map(|(state, count)| Some((state.as_str(), count.as_u64()?)))
        .collect();
    assert_eq!(states(&json), awaited_states, "{office}");
    let awaited_problems: Vec<&str> =
        answers.json["problems"].as_array().expect("problems").iter().filter_map(Value::as_str).collect();
    assert_eq!(problems(&json), awaited_problems, "{office}");
    assert_eq!(exit.map(i64::from), answers.json["exit"].as_i64(), "{office}");
}

#[test]
fn an_office_of_but_and_dut_agrees_wholly() {
    agrees_wholly("but-2021");
}

#[test]
fn an_office_of_a_university_diploma_agrees_wholly() {
    agrees_wholly("desu-gol-2023");
}

#[test]
fn an_office_of_requests_and_documents_agrees_wholly() {
    agrees_wholly("requests-2024");
}

#[test]
fn the_order_in_which_the_files_are_given_changes_no_answer() {
    for office in ["but-2021", "desu-gol-2023", "requests-2024"] {
        let answers = Answers::of(office);
        let (awaited, codes) = expected(office);
        let mut inputs = answers.inputs();
        inputs.reverse();
        let (json, _) = answers.check(&inputs);
        assert_eq!(found(&json, &codes, code_and_doubt), awaited, "{office}");
    }
}
