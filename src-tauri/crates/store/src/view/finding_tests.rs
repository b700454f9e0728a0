use crate::testing::{import, office_files, workspace};
use crate::view::tests::{finding, run};
use crate::{FacetCount, FileResult, FindingsBy, FindingsQuery, FindingsView, Workspace};
use guichet_model::{Evidence, Field, FileState, Finding, Instant, Outcome, RegistrationId, Severity};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use tempfile::{TempDir, tempdir};
use time::macros::datetime;

const JULY: Instant = datetime!(2024-07-19 12:00);
const SEPTEMBER: Instant = datetime!(2024-09-20 12:00);

/// Files in import order: Dupré L1 PSY1, Éxemple L2 HIS2, Dupré L2 HIS2, De La Tour M1 LEA1. The second file's finding was
/// read from the file of the third one.
fn evaluated() -> (TempDir, Workspace, Vec<RegistrationId>) {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &office_files());
    let office = workspace.office().unwrap();
    let read_from = |at: usize| Evidence {
        field: Field::StudentNumber,
        sheet: Arc::clone(&office.registrations[at].source.sheet),
        address: None,
        raw: None,
        value: None,
    };
    let past = || Evidence { sheet: Arc::clone(&office.history[0].source.sheet), ..read_from(0) };
    let of = |code: &str, outcome, deadline, evidence| {
        let severity = if code == "CAL006" { Severity::Warning } else { Severity::Error };
        Finding { deadline, evidence, ..finding(code, severity, outcome) }
    };
    let results = [
        vec![
            of("CVC001", Outcome::Flag, None, vec![read_from(0)]),
            of("CAL006", Outcome::Flag, Some(SEPTEMBER), vec![]),
        ],
        vec![of("CVC001", Outcome::CannotTell, None, vec![past()])],
        vec![of("CAL002", Outcome::Flag, Some(JULY), vec![read_from(2)])],
        vec![of("CVC001", Outcome::Flag, None, vec![read_from(3)])],
    ];
    let ids: Vec<RegistrationId> = office.registrations.iter().map(|file| file.id).collect();
    let results = ids.iter().zip(results).map(|(id, findings)| FileResult {
        registration: *id,
        state: FileState::Blocked,
        complete: false,
        findings,
    });
    let results: Vec<FileResult> = results.collect();
    workspace.replace_evaluation(&run(), results, &AtomicBool::new(false)).unwrap();
    (folder, workspace, ids)
}

fn places<'v>(view: &'v FindingsView, ids: &[RegistrationId]) -> Vec<(usize, &'v str)> {
    let rank = |id| ids.iter().position(|other| *other == id).unwrap();
    view.places.iter().map(|place| (rank(place.file), &*place.code)).collect()
}

fn groups(view: &FindingsView) -> Vec<(Option<&str>, usize)> {
    view.groups.iter().map(|group| (group.value.as_deref(), group.count)).collect()
}

fn counts(facet: &[FacetCount]) -> Vec<(&str, usize)> {
    facet.iter().map(|count| (count.value.as_str(), count.count)).collect()
}

#[test]
fn rules_come_by_weight_then_by_how_often_they_speak_and_persons_by_name() {
    let (_folder, workspace, ids) = evaluated();
    let view = workspace.open_findings(&FindingsQuery::default()).unwrap();
    assert_eq!(groups(&view), [(Some("CVC001"), 3), (Some("CAL002"), 1), (Some("CAL006"), 1)]);
    assert_eq!(places(&view, &ids), [(3, "CVC001"), (0, "CVC001"), (1, "CVC001"), (2, "CAL002"), (0, "CAL006")]);
    assert_eq!((view.groups[0].severity, view.groups[0].undecided), (Severity::Error, 1));
    assert_eq!((view.groups[2].severity, view.groups[2].undecided), (Severity::Warning, 0));
    assert_eq!((view.files, view.total), (4, 5));
}

#[test]
fn programmes_deadlines_and_sources_group_too_and_what_has_none_comes_last() {
    let (_folder, workspace, ids) = evaluated();
    let by = |by| workspace.open_findings(&FindingsQuery { by, ..FindingsQuery::default() }).unwrap();
    let programmes = by(FindingsBy::Programme);
    assert_eq!(groups(&programmes), [(Some("HIS2"), 2), (Some("PSY1"), 2), (Some("LEA1"), 1)]);
    assert_eq!(programmes.groups[0].label.as_deref(), Some("Licence Histoire"));
    assert_eq!(places(&programmes, &ids)[..2], [(2, "CAL002"), (1, "CVC001")]);
    let deadlines = by(FindingsBy::Deadline);
    let texts = [Some("2024-07-19T12:00:00"), Some("2024-09-20T12:00:00"), None];
    assert_eq!(groups(&deadlines), [(texts[0], 1), (texts[1], 1), (texts[2], 3)]);
    let named = workspace.overview().unwrap().deadlines;
    assert_eq!(named.len(), 2, "{named:?}");
    assert!(named.contains(&("2024-07-19T12:00:00".to_owned(), 1)), "{named:?}");
    let sources = by(FindingsBy::Source);
    let named: usize = sources.groups.iter().filter(|group| group.value.is_some()).map(|group| group.count).sum();
    assert_eq!((sources.groups.len(), named), (3, 4), "{:?}", groups(&sources));
    assert_eq!(groups(&sources)[2], (None, 1));
}

#[test]
fn filters_and_search_let_through_and_are_counted_without_themselves() {
    let (_folder, workspace, ids) = evaluated();
    let flags =
        FindingsQuery { outcomes: vec![Outcome::Flag], codes: vec!["CVC001".into()], ..FindingsQuery::default() };
    let view = workspace.open_findings(&flags).unwrap();
    assert_eq!(places(&view, &ids), [(3, "CVC001"), (0, "CVC001")]);
    assert_eq!(counts(&view.outcomes), [("flag", 2), ("cannot_tell", 1)]);
    assert_eq!(counts(&view.codes), [("CAL002", 1), ("CAL006", 1), ("CVC001", 2)]);
    assert_eq!(counts(&view.severities), [("error", 2), ("warning", 0), ("info", 0)]);
    assert_eq!(counts(&view.deadlines), [("", 2)]);
    let dated = FindingsQuery { deadlines: vec!["2024-09-20T12:00:00".into()], ..FindingsQuery::default() };
    assert_eq!(places(&workspace.open_findings(&dated).unwrap(), &ids), [(0, "CAL006")]);
    let undated = FindingsQuery { deadlines: vec![String::new()], search: "dupre".into(), ..FindingsQuery::default() };
    assert_eq!(places(&workspace.open_findings(&undated).unwrap(), &ids), [(0, "CVC001")]);
    let vain = FindingsQuery { sources: vec!["absent.csv".into()], ..FindingsQuery::default() };
    assert!(workspace.open_findings(&vain).unwrap().places.is_empty());
}

#[test]
fn a_file_judged_again_changes_its_findings_only() {
    let (_folder, mut workspace, ids) = evaluated();
    let before = workspace.open_findings(&FindingsQuery::default()).unwrap();
    let ready = FileResult { registration: ids[0], state: FileState::Ready, complete: true, findings: Vec::new() };
    workspace.revise_evaluation(&run(), [ready], &AtomicBool::new(false)).unwrap();
    let after = workspace.open_findings(&FindingsQuery::default()).unwrap();
    let others: Vec<_> = before.places.into_iter().filter(|place| place.file != ids[0]).collect();
    assert_eq!((after.places, after.total), (others, 3));
}
