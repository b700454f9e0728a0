use crate::testing::{NOW, import, office_files, workspace};
use crate::{EvaluationRun, FacetCount, FileResult, FilesBy, FilesQuery, FilesView, SortColumn, StoreError, Workspace};
use guichet_model::{FileState, Finding, Level, Message, Outcome, RegistrationId, Severity, SheetKind};
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::{TempDir, tempdir};

pub(super) fn finding(code: &str, severity: Severity, outcome: Outcome) -> Finding {
    Finding {
        code: code.to_owned(),
        slug: code.to_lowercase(),
        severity,
        outcome,
        blocking: severity == Severity::Error,
        message: Message::new("m").with("n", 3_i64),
        why: Message::new("w"),
        remedy: Message::new("r"),
        evidence: Vec::new(),
        authorities: Vec::new(),
        deadline: None,
    }
}

pub(super) fn run() -> EvaluationRun {
    EvaluationRun { rulebook: "national".into(), sha256: "ab".into(), as_of: NOW, at: NOW }
}

/// Files in import order: Dupré L1 PSY1, Éxemple L2 HIS2, Dupré L2 HIS2, De La Tour M1 LEA1.
fn evaluated() -> (TempDir, Workspace, Vec<RegistrationId>) {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &office_files());
    let ids: Vec<RegistrationId> = workspace.office().unwrap().registrations.iter().map(|file| file.id).collect();
    let results = [
        (
            FileState::Blocked,
            vec![
                finding("CVC001", Severity::Error, Outcome::Flag),
                finding("CAL002", Severity::Warning, Outcome::Flag),
            ],
        ),
        (FileState::Ready, vec![]),
        (FileState::ToCheck, vec![finding("CVC001", Severity::Error, Outcome::CannotTell)]),
        (FileState::Blocked, vec![finding("CVC001", Severity::Error, Outcome::Flag)]),
    ];
    let results: Vec<FileResult> = ids
        .iter()
        .zip(results)
        .map(|(id, (state, findings))| FileResult {
            registration: *id,
            state,
            complete: state == FileState::Ready,
            findings,
        })
        .collect();
    workspace.replace_evaluation(&run(), results, &AtomicBool::new(false)).unwrap();
    (folder, workspace, ids)
}

fn ranks(view: &FilesView, ids: &[RegistrationId]) -> Vec<usize> {
    view.ids.iter().map(|id| ids.iter().position(|other| other == id).unwrap()).collect()
}

fn counts(facet: &[FacetCount]) -> Vec<(&str, usize)> {
    facet.iter().map(|count| (count.value.as_str(), count.count)).collect()
}

#[test]
fn search_finds_beginnings_of_words_of_person_and_programme() {
    let (_folder, workspace, ids) = evaluated();
    let find = |text: &str| {
        let view = workspace.open_view(&FilesQuery { search: text.into(), ..FilesQuery::default() }).unwrap();
        let mut ranks = ranks(&view, &ids);
        ranks.sort();
        ranks
    };
    assert_eq!(find("DUPRE"), [0, 2]);
    assert_eq!(find("dupré psycho"), [0]);
    assert_eq!(find("exe"), [0, 1, 2], "a name and an e-mail's domain");
    assert_eq!(find("delatour"), [3]);
    assert_eq!(find("140900"), [0, 2]);
    assert_eq!(find("103"), [3]);
    assert_eq!(find("his2"), [1, 2]);
    assert_eq!(find("upré"), [0_usize; 0]);
    assert_eq!(find("zoe@exemple.fr"), [0, 2]);
}

#[test]
fn each_facet_is_counted_with_the_other_filters() {
    let (_folder, workspace, ids) = evaluated();
    let all = workspace.open_view(&FilesQuery::default()).unwrap();
    assert_eq!(all.total, 4);
    assert_eq!(counts(&all.states), [("blocked", 2), ("to-check", 1), ("ready", 1), ("cancelled", 0)]);
    assert_eq!(counts(&all.levels), [("L1", 1), ("L2", 2), ("M1", 1)]);
    assert_eq!(counts(&all.components), [("ALLSH", 3), ("Sciences", 1)]);
    assert_eq!(counts(&all.programmes), [("HIS2", 2), ("PSY1", 1), ("LEA1", 1)]);
    assert_eq!(all.programmes[0].label.as_deref(), Some("Licence Histoire"));
    assert_eq!(counts(&all.codes), [("CAL002", 1), ("CVC001", 3)], "a rule that cannot tell speaks of the file too");
    let query =
        FilesQuery { states: vec![FileState::Blocked], levels: vec![Level::L1, Level::L2], ..FilesQuery::default() };
    let some = workspace.open_view(&query).unwrap();
    assert_eq!(ranks(&some, &ids), [0]);
    assert_eq!(counts(&some.states), [("blocked", 1), ("to-check", 1), ("ready", 1), ("cancelled", 0)]);
    assert_eq!(counts(&some.levels), [("L1", 1), ("M1", 1)]);
    assert_eq!(counts(&some.components), [("ALLSH", 1)]);
    let by_code = |code: &str| FilesQuery { codes: vec![code.into()], ..FilesQuery::default() };
    assert_eq!(workspace.open_view(&by_code("CVC001")).unwrap().ids.len(), 3);
    assert_eq!(workspace.open_view(&by_code("XXX999")).unwrap().ids.len(), 0);
}

#[test]
fn every_column_sorts_both_ways_with_absent_values_last() {
    let (_folder, workspace, ids) = evaluated();
    let sorted = |sort, descending| {
        ranks(&workspace.open_view(&FilesQuery { sort, descending, ..FilesQuery::default() }).unwrap(), &ids)
    };
    assert_eq!(sorted(SortColumn::Name, false), [3, 0, 2, 1]);
    assert_eq!(sorted(SortColumn::Name, true), [1, 0, 2, 3]);
    assert_eq!(sorted(SortColumn::StudentNumber, true), [3, 1, 0, 2]);
    assert_eq!(sorted(SortColumn::Level, false), [0, 2, 1, 3]);
    assert_eq!(sorted(SortColumn::Programme, false), [2, 1, 0, 3]);
    assert_eq!(sorted(SortColumn::RegisteredAt, false), [0, 1, 2, 3]);
    assert_eq!(sorted(SortColumn::RegisteredAt, true), [2, 1, 0, 3], "without a date: last");
    assert_eq!(sorted(SortColumn::State, false), [3, 0, 2, 1]);
    assert_eq!(sorted(SortColumn::Findings, true), [0, 3, 2, 1]);
}

#[test]
fn lines_and_file_tell_what_was_found() {
    let (_folder, workspace, ids) = evaluated();
    let lines = workspace.rows(&[ids[3], ids[0], RegistrationId(5), ids[2]]).unwrap();
    assert_eq!(lines.iter().map(|line| line.id).collect::<Vec<_>>(), [ids[3], ids[0], ids[2]]);
    assert_eq!(lines[1].codes, ["CVC001", "CAL002"]);
    assert_eq!(lines[2].codes, ["CVC001"], "it cannot tell");
    let file = workspace.file(ids[0]).unwrap().expect("the file is there");
    assert_eq!(file.state, Some(FileState::Blocked));
    assert_eq!((file.certificates.len(), file.history.len()), (1, 1));
    assert_eq!(file.other_registrations[0].id, ids[2]);
    assert!(workspace.file(RegistrationId(5)).unwrap().is_none());
}

#[test]
fn the_summary_counts_and_says_when_findings_are_outdated() {
    let (_folder, mut workspace, _ids) = evaluated();
    let summary = workspace.summary().unwrap();
    assert_eq!((summary.persons, summary.files), (4, 4));
    assert_eq!(summary.states[0], (FileState::Blocked, 2));
    assert_eq!(summary.flagged, [("CAL002".to_owned(), 1), ("CVC001".to_owned(), 2)]);
    assert_eq!(summary.undecided, [("CVC001".to_owned(), 1)]);
    assert_eq!(summary.kinds.len(), 6);
    assert_eq!(summary.sheets.len(), 6);
    let last = summary.evaluation.expect("evaluated");
    assert_eq!((last.run, last.outdated), (run(), false));
    let mut more = office_files();
    more.truncate(1);
    import(&mut workspace, &more);
    assert!(!workspace.summary().unwrap().evaluation.unwrap().outdated, "known rows change no finding");
    let roster = crate::testing::sheet("n.csv", guichet_model::SheetKind::Roster, "student_number;level", &["777;L3"]);
    import(&mut workspace, &[roster]);
    assert!(workspace.summary().unwrap().evaluation.unwrap().outdated);
    let view = workspace.open_view(&FilesQuery::default()).unwrap();
    assert_eq!((view.ids.len(), counts(&view.states)[0]), (5, ("blocked", 2)), "a file not evaluated has no state");
}

#[test]
fn a_twin_that_is_stopped_leaves_the_former_findings_which_are_read_meanwhile() {
    let (_folder, workspace, ids) = evaluated();
    let mut twin = workspace.twin().unwrap();
    let stop = AtomicBool::new(false);
    let ready = |id: &RegistrationId| {
        assert_eq!(workspace.summary().unwrap().states[0], (FileState::Blocked, 2), "read while it is written");
        stop.store(*id == ids[1], Ordering::Relaxed);
        FileResult { registration: *id, state: FileState::Ready, complete: true, findings: Vec::new() }
    };
    let unasked = ids.iter().map(|_| -> FileResult { panic!("what is stopped before it begins is not begun") });
    let told = AtomicBool::new(true);
    assert!(matches!(twin.replace_evaluation(&run(), unasked, &told), Err(StoreError::Cancelled)));
    let stopped = twin.replace_evaluation(&run(), ids.iter().map(ready), &stop);
    assert!(matches!(stopped, Err(StoreError::Cancelled)));
    assert_eq!(workspace.summary().unwrap().states[0], (FileState::Blocked, 2));
    let never = AtomicBool::new(false);
    twin.replace_evaluation(&run(), ids.iter().map(ready), &never).unwrap();
    workspace.look_again();
    assert_eq!(workspace.summary().unwrap().states[2], (FileState::Ready, ids.len()));
    let rows = workspace.rows(&ids).unwrap();
    assert!(rows.iter().all(|row| row.state == Some(FileState::Ready)), "what lists kept is read anew");
}

#[test]
fn an_evaluation_of_unknown_files_leaves_the_former_one() {
    let (_folder, mut workspace, _ids) = evaluated();
    let unknown =
        FileResult { registration: RegistrationId(5), state: FileState::Ready, complete: true, findings: Vec::new() };
    assert!(workspace.replace_evaluation(&run(), [unknown], &AtomicBool::new(false)).is_err());
    assert_eq!(workspace.summary().unwrap().states[0], (FileState::Blocked, 2));
}

#[test]
fn judging_some_files_again_leaves_the_findings_of_the_others() {
    let (_folder, mut workspace, ids) = evaluated();
    let others = workspace.rows(&ids[1..]).unwrap();
    let ready = FileResult { registration: ids[0], state: FileState::Ready, complete: true, findings: Vec::new() };
    let later = EvaluationRun { at: run().at + time::Duration::HOUR, ..run() };
    workspace.revise_evaluation(&later, [ready], &AtomicBool::new(false)).unwrap();
    let line = workspace.rows(&ids[..1]).unwrap().remove(0);
    assert_eq!((line.state, line.codes), (Some(FileState::Ready), Vec::new()));
    assert_eq!(workspace.file(ids[0]).unwrap().unwrap().state, Some(FileState::Ready));
    assert_eq!(workspace.rows(&ids[1..]).unwrap(), others);
    assert_eq!(others[1].codes, ["CVC001"]);
    assert_eq!(workspace.summary().unwrap().evaluation.unwrap().run, later);
    let unknown =
        FileResult { registration: RegistrationId(5), state: FileState::Ready, complete: true, findings: Vec::new() };
    assert!(workspace.revise_evaluation(&run(), [unknown], &AtomicBool::new(false)).is_err());
    assert_eq!(workspace.summary().unwrap().evaluation.unwrap().run, later, "whole or not at all");
}

#[test]
fn the_overview_counts_programmes_and_what_is_complete() {
    let (_folder, workspace, ids) = evaluated();
    let overview = workspace.overview().unwrap();
    assert_eq!((overview.files, overview.complete, overview.ready), (4, 1, 1));
    let told: Vec<(&str, &[usize])> =
        overview.programmes.iter().map(|one| (one.value.as_deref().unwrap(), one.counts.as_slice())).collect();
    assert_eq!(told, [("HIS2", [0, 1, 1, 0].as_slice()), ("LEA1", &[1, 0, 0, 0]), ("PSY1", &[1, 0, 0, 0])]);
    assert_eq!(overview.programmes[0].label.as_deref(), Some("Licence Histoire"));
    assert!(overview.deadlines.is_empty());
    let mut spoken = workspace.rule_counts().unwrap();
    spoken.sort();
    assert_eq!(spoken, [("CAL002".to_owned(), 1), ("CVC001".to_owned(), 3)]);
    let complete = FilesQuery { completeness: vec!["complete".into()], ..FilesQuery::default() };
    let view = workspace.open_view(&complete).unwrap();
    assert_eq!(ranks(&view, &ids), [1]);
    assert_eq!(counts(&view.completeness), [("incomplete", 3), ("complete", 1)]);
}

#[test]
fn groups_come_in_the_order_of_their_words_and_each_keeps_the_order_asked_for() {
    let (_folder, workspace, ids) = evaluated();
    let by = |by, sort| {
        let query = FilesQuery { by: Some(by), sort, ..FilesQuery::default() };
        let view = workspace.open_view(&query).unwrap();
        let groups: Vec<(Option<String>, usize)> =
            view.groups.iter().map(|group| (group.value.clone(), group.count)).collect();
        (ranks(&view, &ids), groups)
    };
    let named = |groups: &[(&str, usize)]| -> Vec<(Option<String>, usize)> {
        groups.iter().map(|(value, count)| (Some((*value).to_owned()), *count)).collect()
    };
    let states = by(FilesBy::State, SortColumn::Name);
    assert_eq!(states, (vec![3, 0, 2, 1], named(&[("blocked", 2), ("to-check", 1), ("ready", 1)])));
    let programmes = by(FilesBy::Programme, SortColumn::Findings);
    assert_eq!(programmes.1, named(&[("HIS2", 2), ("PSY1", 1), ("LEA1", 1)]));
    let plain = workspace.open_view(&FilesQuery::default()).unwrap();
    assert!(plain.groups.is_empty(), "nothing is grouped unless it is asked for");
}

#[test]
fn what_has_no_value_is_the_last_group() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let roster = ["777;L3;", "778;;", "779;L1;Sciences"];
    import(
        &mut workspace,
        &[crate::testing::sheet("n.csv", SheetKind::Roster, "student_number;level;component", &roster)],
    );
    let query = FilesQuery { by: Some(FilesBy::Level), ..FilesQuery::default() };
    let view = workspace.open_view(&query).unwrap();
    let told: Vec<(Option<&str>, usize)> =
        view.groups.iter().map(|group| (group.value.as_deref(), group.count)).collect();
    assert_eq!(told, [(Some("L1"), 1), (Some("L3"), 1), (None, 1)]);
}

/// A million files are held in memory at once: what one takes is counted.
#[test]
fn a_file_takes_little_room() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let line =
        |at: usize| format!("{};Nom{at};Zoé;nom{at}@exemple.fr;{at:09}JH;L2;HIS2;Licence 2 Histoire", 20_000_000 + at);
    let lines: Vec<String> = (0..2_000).map(line).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let headers = "student_number;birth_name;given_name;email;ine;level;programme_code;programme";
    import(&mut workspace, &[crate::testing::sheet("n.csv", SheetKind::Roster, headers, &lines)]);
    let files = &workspace.index().unwrap().files;
    let bytes = files.bytes() / files.len();
    assert!((100..300).contains(&bytes), "{bytes} bytes a file");
}
