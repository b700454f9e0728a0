//! The catalogue of hostile inputs names tests that exist and limits that hold.

use acceptance::project;
use std::collections::BTreeSet;

/// The words between back-ticks of a line's last column.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let last = line.trim_end_matches(" |").rsplit("| ").next().unwrap_or_default();
    last.split('`').skip(1).step_by(2)
}

#[test]
fn every_test_that_the_catalogue_names_exists() {
    let page = std::fs::read_to_string(project().join("src-tauri/docs/hostile-inputs.md")).expect("the catalogue");
    let mut known = BTreeSet::new();
    for folder in ["src-tauri", "tests"] {
        for (_, text) in crate::tree::sources(&project().join(folder)) {
            let after_test = text.split("#[test]").skip(1).filter_map(|rest| rest.split_once("fn "));
            let names = after_test.filter_map(|(_, rest)| rest.split('(').next());
            known.extend(names.map(str::to_owned));
        }
    }
    let (mut rows, mut count) = (BTreeSet::new(), 0);
    for line in page.lines().filter(|line| line.starts_with("| ") && line.contains('`')) {
        if let Some(row) = line.split(" | ").next() {
            rows.extend(row.trim_start_matches("| ").split(", ").map(str::to_owned));
        }
        for test in named(line).filter(|name| name.contains('_')) {
            assert!(known.contains(test), "no test is named {test}");
            count += 1;
        }
    }
    assert!(count > 60, "the tests were read");
    for (part, last) in [("V", 15), ("S", 10), ("Z", 17)] {
        for number in 1..=last {
            assert!(rows.contains(&format!("{part}{number}")), "{part}{number} has no line");
        }
    }
}
