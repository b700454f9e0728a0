//! What a desk judges again, and what it leaves alone.

use crate::desk::Desk;
use crate::simulation::of_seen;
use crate::watch::Watch;
use guichet_model::{Field, FieldShape, FieldValue, Level, Outcome, SheetKind, SourceCell, SourceColumn, SourceSheet};
use guichet_model::{Instant, RegistrationId, TypedRow, parse_instant};
use guichet_rules::{Reach, Rulebook, differences, evaluate};
use guichet_store::{Choices, PlannedFile, PlannedSheet};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// A roster of lines with these headers, as a reading gives it.
fn roster(name: &str, headers: &[Field], lines: &[&str]) -> PlannedFile {
    let column = |(at, field): (usize, &Field)| SourceColumn {
        column: u16::try_from(at).expect("few columns"),
        header: field.as_str().to_owned(),
        field: Some(*field),
    };
    let sheet = Arc::new(SourceSheet {
        file: name.to_owned(),
        sha256: name.to_owned(),
        name: "Feuille1".to_owned(),
        kind: SheetKind::Roster,
        header_row: 0,
        columns: headers.iter().enumerate().map(column).collect(),
    });
    let rows = lines.iter().zip(1..).map(|(line, at)| row(&sheet, at, line)).collect();
    let sheets = vec![PlannedSheet { sheet, rows: Arc::new(rows), corrections: false }];
    PlannedFile { name: name.to_owned(), sha256: name.to_owned(), sheets }
}

fn row(sheet: &Arc<SourceSheet>, at: u32, line: &str) -> TypedRow {
    let mut values = BTreeMap::new();
    let mut cells = Vec::new();
    for (column, raw) in sheet.columns.iter().zip(line.split(';')).filter(|(_, raw)| !raw.is_empty()) {
        cells.push(SourceCell { column: column.column, raw: raw.into() });
        let Some(field) = column.field else { continue };
        let value = match field.shape() {
            FieldShape::Level => Level::parse(raw).map(FieldValue::Level),
            FieldShape::Code => field.code(raw).map(FieldValue::Code),
            _ => Some(FieldValue::Text(raw.to_owned())),
        };
        values.extend(value.map(|value| (field, value)));
    }
    TypedRow::new(sheet, at, cells, values)
}

const HEADERS: [Field; 5] = [Field::StudentNumber, Field::Ine, Field::Level, Field::Regime, Field::CvecNumber];
const LINES: [&str; 4] = [
    "1;1409002949V;L1;10;MAR4 GBZETK 87",
    "2;1409002949V;L2;10;AIX4 ABCDEF 11",
    "3;;L3;10;AIX4 ABCDEF 12",
    "4;;L3;10;",
];

fn at(text: &str) -> Instant {
    parse_instant(text).expect("an instant").0
}

/// Chooses the rulebook and the instant, and judges.
fn choose(desk: &mut Desk, rulebook: &str, as_of: &str) {
    desk.choose_campaign(rulebook, Some(at(as_of))).expect("set");
    desk.judge_watched(&Watch::nobody()).expect("judged");
}

/// A desk with four files, judged at a fixed instant.
fn desk(folder: &Path) -> Desk {
    let mut desk = Desk::create(folder, "Essai", false).expect("created");
    choose(&mut desk, "amu-allsh-2024-2025", "2024-09-25T09:00");
    assert_eq!(import(&mut desk, &roster("a", &HEADERS, &LINES)), Reach::Everything, "the first roster");
    desk
}

fn import(desk: &mut Desk, file: &PlannedFile) -> Reach {
    let never = AtomicBool::new(false);
    let plan = desk.workspace.plan(std::slice::from_ref(file), &Choices::new(), &never).expect("planned");
    desk.workspace.apply(&plan, at("2024-09-25T09:00"), "essai", &mut |_, _| {}, &never).expect("applied");
    desk.judge().expect("judged")
}

/// Refuses stored findings that a whole evaluation of the stored facts would not give.
fn assert_whole(desk: &Desk) {
    let office = desk.workspace.office().expect("read");
    let mut counts = [Outcome::Flag, Outcome::CannotTell].map(|outcome| (outcome, BTreeMap::<String, usize>::new()));
    for verdict in evaluate(&office, &desk.seen.rulebook, desk.seen.as_of) {
        let stored = desk.workspace.rows(&[verdict.registration]).expect("read").remove(0);
        let codes: Vec<String> = verdict.findings.iter().map(|finding| finding.code.clone()).collect();
        assert_eq!((stored.state, stored.codes), (Some(verdict.state), codes));
        for (outcome, counts) in &mut counts {
            let own = verdict.findings.iter().filter(|finding| finding.outcome == *outcome);
            own.for_each(|finding| *counts.entry(finding.code.clone()).or_default() += 1);
        }
        assert_eq!(desk.seen.verdict(verdict.registration).as_ref(), Some(&verdict), "what is shown when one looks");
    }
    let summary = desk.workspace.summary().expect("read");
    let [flagged, undecided] = counts.map(|(_, counts)| counts.into_iter().collect::<Vec<_>>());
    assert_eq!((summary.flagged, summary.undecided), (flagged, undecided));
}

fn reached(desk: &Desk, reach: &Reach) -> BTreeSet<String> {
    let Reach::Files(files) = reach else { panic!("everything is reached") };
    let number = |id: &RegistrationId| {
        let file = desk.seen.office.registration(*id).expect("a file");
        desk.seen
            .office
            .person(file.person)
            .and_then(|person| person.identity.student_number.clone())
            .expect("a number")
    };
    files.iter().map(number).collect()
}

#[test]
fn one_changed_cell_judges_again_only_whom_it_reaches() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(&folder.path().join("w"));
    assert_whole(&desk);
    let with = |line: usize, from: &str, to: &str| {
        let mut lines = LINES.map(str::to_owned);
        lines[line] = lines[line].replace(from, to);
        lines
    };
    for (line, from, to, expected) in [
        (3, "L3;10;", "L3;10;AIX4 ABCDEF 99", &["4"][..]),
        (2, "AIX4 ABCDEF 12", "", &["3", "4"]),
        (0, "MAR4 GBZETK 87", "", &["1", "2", "3"]),
    ] {
        let lines = with(line, from, to);
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let reach = import(&mut desk, &roster(&format!("r{line}"), &HEADERS, &lines));
        assert_eq!(reached(&desk, &reach), expected.iter().map(|number| (*number).to_owned()).collect(), "{to}");
        assert_whole(&desk);
    }
    let again = import(&mut desk, &roster("z", &HEADERS, &[]));
    assert_eq!(again, Reach::Files(BTreeSet::new()), "nothing changed");
}

#[test]
fn an_undo_judges_again_whom_it_reaches() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(&folder.path().join("w"));
    // The certificate of the first person is claimed by a fifth one; the second has one more registration.
    let (other, changed) = ("5;1409002949V;L1;20;MAR4 GBZETK 87", LINES[1].replace("L", "M"));
    import(&mut desk, &roster("b", &HEADERS, &[other, LINES[1], &changed]));
    let last = desk.workspace.journal(1).expect("read")[0].operation;
    assert_eq!(desk.seen.office.registrations.len(), 6);
    desk.workspace.undo(last, at("2024-09-25T09:00")).expect("undone");
    let Reach::Files(files) = desk.judge().expect("judged") else { panic!("everything is reached") };
    assert!(files.len() < 4, "the others stay as judged");
    assert_eq!(desk.seen.office.registrations.len(), 4);
    assert_whole(&desk);
}

#[test]
fn another_rulebook_or_another_day_judges_everything_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(&folder.path().join("w"));
    let empty = Reach::Files(BTreeSet::new());
    assert_eq!(desk.judge().expect("judged"), empty);
    desk.fixed_as_of = Some(at("2024-09-26T09:00"));
    assert_eq!(desk.judge().expect("judged"), Reach::Everything);
    choose(&mut desk, "national", "2024-09-26T09:00");
    assert_whole(&desk);
    assert_eq!(desk.judge().expect("judged"), empty);
}

/// Everything a desk's workspace holds: journal, choices, facts and findings.
fn held(desk: &Desk) -> String {
    let files = desk.workspace.office().expect("read").registrations.clone();
    let files = files.iter().map(|file| format!("{:?}", desk.workspace.file(file.id).expect("read")));
    let settings = ["rulebook", "as_of"].map(|key| format!("{:?}", desk.workspace.setting(key).expect("read")));
    let (journal, summary) = (desk.workspace.journal(99).expect("read"), desk.workspace.summary().expect("read"));
    format!("{journal:?}{summary:?}{settings:?}{}", files.collect::<String>())
}

#[test]
fn trying_another_rulebook_keeps_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(&folder.path().join("w"));
    let before = held(&desk);
    let national = Rulebook::shipped("national").expect("shipped");
    let nobody = Watch::nobody();
    let tried = of_seen(&desk.seen, national, at("2025-01-10T09:00"), &nobody).expect("tried");
    assert_eq!(held(&desk), before);
    assert_eq!((tried.files, tried.changes.is_empty()), (4, false));
    let own_book = Rulebook::clone(&desk.seen.rulebook);
    let same = of_seen(&desk.seen, own_book, desk.seen.as_of, &nobody).expect("tried");
    assert!(same.changes.is_empty());
    // What is found is what setting the campaign would give.
    let mut desk = desk;
    let expected: Vec<_> = tried.changes.iter().map(|change| change.difference.clone()).collect();
    let own = evaluate(&desk.seen.office, &desk.seen.rulebook, desk.seen.as_of);
    choose(&mut desk, "national", "2025-01-10T09:00");
    let set = evaluate(&desk.seen.office, &desk.seen.rulebook, desk.seen.as_of);
    assert_eq!(differences(&own, &set), expected);
}
