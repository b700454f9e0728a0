//! What must hold for any office, tried on many small ones whose persons share numbers, names and identifiers.

use super::tests::assert_same;
use crate::testing::{assemble, facts_dump, import, plan, sheet, workspace};
use crate::{PlannedFile, RowOutcome, Workspace};
use guichet_model::{PersonId, SheetKind, SourceRow};
use std::collections::{BTreeMap, BTreeSet};
use tempfile::tempdir;

/// A plain generator: the same numbers at each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    fn identity(&mut self) -> String {
        let number = self.pick(&["", "", "101", "102", "103", "0103"]);
        let ine = self.pick(&["", "", "1409002949V", "0AAAAA00018", "123456789JH", "123456789J"]);
        let name = self.pick(&[
            "Dupré;;Zoé;2004-05-06",
            "DUPRE;;Zoe;2004-05-06",
            "Zoé;;Dupré;2004-05-06",
            "Martin;Dupré;Zoé;2004-05-06",
            "Dupré;;Zoé Marie;2004-06-05",
            "Exemple;;Anne;2003-02-03",
            ";;;",
            "Dupré;;Zoé;?",
        ]);
        format!("{number};{ine};{name}")
    }

    /// Distinct lines: a line given twice is one fact, where an assembled office has two.
    fn lines(&mut self, mut end: impl FnMut(&mut Self) -> String) -> Vec<String> {
        let count = self.below(7);
        let mut seen = BTreeSet::new();
        let lines = (0..count).map(|_| format!("{};{}", self.identity(), end(self)));
        lines.filter(|line| seen.insert(line.clone())).collect()
    }

    fn shuffled(&mut self, lines: &[String]) -> Vec<String> {
        let mut lines = lines.to_vec();
        for at in (1..lines.len()).rev() {
            lines.swap(at, self.below(at + 1));
        }
        lines
    }
}

const IDENTITY: &str = "student_number;ine;birth_name;use_name;given_name;birth_date";

type Office = Vec<(SheetKind, &'static str, Vec<String>)>;

fn office(numbers: &mut Numbers) -> Office {
    let roster = numbers.lines(|n| {
        let (year, level, code) = (n.pick(&["2024", "2023", ""]), n.pick(&["L1", "L2", "L?"]), n.pick(&["A", ""]));
        format!("{year};{level};{code};{}", n.pick(&["oui", "mystère", ""]))
    });
    let certificates =
        numbers.lines(|n| format!("{};{}", n.pick(&["MAR4 GBZETK 87", "x", ""]), n.pick(&["paiement", "troc"])));
    let history = numbers.lines(|n| format!("{};{};oui", n.pick(&["2022", "2023"]), n.pick(&["L1", ""])));
    let requests = numbers.lines(|n| format!("{};{}", n.pick(&["dérogation", "?"]), n.pick(&["accordée", "refusée"])));
    vec![
        (SheetKind::Requests, "request_kind;request_state", requests),
        (SheetKind::Certificates, "cvec_number;cvec_mode", certificates),
        (SheetKind::Roster, "academic_year;level;programme_code;scholarship", roster),
        (SheetKind::History, "academic_year;level;proof", history),
    ]
}

fn files(office: &Office, name: &str) -> Vec<PlannedFile> {
    let file = |(kind, headers, lines): &(SheetKind, &str, Vec<String>)| {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        sheet(&format!("{name}-{}.csv", kind.as_str()), *kind, &format!("{IDENTITY};{headers}"), &lines)
    };
    office.iter().map(file).collect()
}

/// What is said of each person: the rows of each, with their kind, whoever comes first.
fn persons(office: &guichet_model::Office) -> BTreeSet<BTreeSet<(SheetKind, Vec<String>)>> {
    let mut rows: BTreeMap<PersonId, BTreeSet<(SheetKind, Vec<String>)>> = BTreeMap::new();
    let mut add = |person: PersonId, source: &SourceRow| {
        let cells = source.cells.iter().map(|cell| format!("{} {}", cell.column, cell.raw)).collect();
        rows.entry(person).or_default().insert((source.sheet.kind, cells));
    };
    office.registrations.iter().for_each(|entity| add(entity.person, &entity.source));
    office.history.iter().for_each(|entity| add(entity.person, &entity.source));
    office.certificates.iter().for_each(|entity| add(entity.person, &entity.source));
    office.requests.iter().for_each(|entity| add(entity.person, &entity.source));
    rows.into_values().collect()
}

#[test]
fn no_order_of_rows_and_files_changes_who_the_persons_are() {
    let folder = tempdir().unwrap();
    for seed in 200..220 {
        let mut numbers = Numbers(seed);
        let office = office(&mut numbers);
        let expected = persons(&assemble(&files(&office, "a")));
        for turn in 0..2 {
            let mut shuffled: Office =
                office.iter().map(|(kind, headers, lines)| (*kind, *headers, numbers.shuffled(lines))).collect();
            shuffled.rotate_left(numbers.below(4));
            let shuffled = files(&shuffled, "b");
            assert_eq!(persons(&assemble(&shuffled)), expected, "seed {seed}");
            let mut workspace = workspace(&folder.path().join(format!("{seed}-{turn}")));
            import(&mut workspace, &shuffled);
            assert_eq!(persons(&workspace.office().unwrap()), expected, "seed {seed}, stored");
        }
    }
}

fn brings_something(workspace: &Workspace, files: &[PlannedFile]) -> bool {
    let plan = plan(workspace, files);
    let sheets = plan.files.iter().flat_map(|file| &file.sheets);
    let mut rows = sheets.flat_map(|sheet| &sheet.decisions);
    rows.any(|row| matches!(row.outcome, RowOutcome::New | RowOutcome::Changed(_)))
}

#[test]
fn any_office_is_stored_as_assembled_and_comes_in_once() {
    let folder = tempdir().unwrap();
    for seed in 0..40 {
        let mut numbers = Numbers(seed);
        let office = office(&mut numbers);
        let mut workspace = workspace(&folder.path().join(seed.to_string()));
        let first = files(&office, "a");
        import(&mut workspace, &first);
        assert_same(&workspace.office().unwrap(), &assemble(&first));
        let before = facts_dump(&workspace);
        assert!(!import(&mut workspace, &first).changes.facts, "seed {seed}");
        let shuffled: Office =
            office.iter().map(|(kind, headers, lines)| (*kind, *headers, numbers.shuffled(lines))).collect();
        import(&mut workspace, &files(&shuffled, "b"));
        for file in files(&shuffled, "c") {
            import(&mut workspace, &[file]);
        }
        assert_eq!(facts_dump(&workspace), before, "seed {seed}");
    }
}

#[test]
fn any_other_office_on_top_comes_in_once() {
    let folder = tempdir().unwrap();
    for seed in 100..130 {
        let mut numbers = Numbers(seed);
        let (one, two) = (office(&mut numbers), office(&mut numbers));
        let mut workspace = workspace(&folder.path().join(seed.to_string()));
        import(&mut workspace, &files(&one, "a"));
        let second = files(&two, "b");
        import(&mut workspace, &second);
        let before = facts_dump(&workspace);
        assert!(!brings_something(&workspace, &second), "seed {seed}");
        import(&mut workspace, &second);
        assert_eq!(facts_dump(&workspace), before, "seed {seed}");
    }
}
