//! What a person decides about doubtful rows is done, kept in the journal, and undone with the import; an import that
//! is stopped leaves nothing.

use crate::testing::{NOW, apply, facts_dump, import, plan, sheet, table_dump, workspace};
use crate::{Choice, Choices, MatchReason, Plan, PlannedFile, RowOutcome, RowPlace, RowPlan, StoreError, Workspace};
use guichet_model::{Difference, Likeness, PersonId, SheetKind};
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::tempdir;

/// Two holders of one Ine.
fn roster() -> PlannedFile {
    sheet(
        "inscriptions.csv",
        SheetKind::Roster,
        "student_number;ine;birth_name;given_name;birth_date;academic_year;level",
        &["102;0AAAAA00018;Exemple;Anne;2003-02-03;2024;L2", "103;0AAAAA00018;Autre;Léa;2002-03-04;2024;M1"],
    )
}

/// A certificate that could be either's, and one that is nobody's doubt.
fn certificates() -> PlannedFile {
    sheet(
        "attestations.csv",
        SheetKind::Certificates,
        "student_number;ine;cvec_number",
        &[";0AAAAA00018;AIX4 ABCDEF 11", "103;;AIX4 ABCDEF 12"],
    )
}

fn chosen(workspace: &Workspace, files: &[PlannedFile], choices: &[(RowPlace, Choice)]) -> Plan {
    let choices: Choices = choices.iter().copied().collect();
    workspace.plan(files, &choices, &AtomicBool::new(false)).unwrap()
}

/// The doubtful row of the certificates, which are the last file.
fn doubtful(files: &[PlannedFile]) -> RowPlace {
    RowPlace { file: files.len() - 1, sheet: 0, row: 0 }
}

fn decision(plan: &Plan, at: RowPlace) -> &RowPlan {
    &plan.files[at.file].sheets[at.sheet].decisions[at.row]
}

/// Whose the certificates are, by student number; nothing for somebody without one.
fn owners(workspace: &Workspace) -> Vec<Option<String>> {
    let office = workspace.office().unwrap();
    let owner = |person| office.person(person).and_then(|person| person.identity.student_number.clone());
    office.certificates.iter().map(|certificate| owner(certificate.person)).collect()
}

#[test]
fn a_doubtful_row_goes_to_the_person_chosen() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster()]);
    let before = workspace.state_hash().unwrap();
    let files = [certificates()];
    let at = doubtful(&files);
    let asked = plan(&workspace, &files);
    let candidates = &decision(&asked, at).candidates;
    assert_eq!(decision(&asked, at).outcome, RowOutcome::Ambiguous);
    let ids: Vec<_> = workspace.office().unwrap().persons.iter().map(|person| Choice::Person(person.id)).collect();
    assert_eq!(candidates.iter().map(|one| one.choice).collect::<Vec<_>>(), ids);
    assert!(candidates.iter().all(|one| one.because == [Likeness::Ine] && one.against.is_empty()));
    let answered = chosen(&workspace, &files, &[(at, candidates[0].choice)]);
    assert_ne!(answered.fingerprint, asked.fingerprint);
    assert_eq!(decision(&answered, at).reason(), Some(MatchReason::Chosen));
    let operation = apply(&mut workspace, &answered, "attestations.csv").unwrap().operation;
    assert_eq!(owners(&workspace), [Some("102".to_owned()), Some("103".to_owned())]);
    let summary = &workspace.journal(1).unwrap()[0].summary;
    let Choice::Person(PersonId(person)) = candidates[0].choice else { panic!("a person of the workspace") };
    assert_eq!(
        summary["choices"],
        serde_json::json!([{ "file": "attestations.csv", "sheet": "Feuille1", "row": 2, "choice": "person",
            "person": person }])
    );
    let again = import(&mut workspace, &files);
    assert_eq!((again.counts[0].same, again.counts[0].ambiguous), (2, 0), "the answer is not asked again");
    workspace.undo_with_dependents(operation, NOW).unwrap();
    assert_eq!(workspace.state_hash().unwrap(), before);
    assert_eq!(decision(&plan(&workspace, &files), at).outcome, RowOutcome::Ambiguous, "and asked once it is undone");
}

#[test]
fn a_doubtful_row_goes_to_a_person_of_the_same_files_or_to_somebody_new() {
    let folder = tempdir().unwrap();
    let files = [roster(), certificates()];
    let at = doubtful(&files);
    for (name, choose) in [("same", 1), ("new", 2)] {
        let mut workspace = workspace(&folder.path().join(name));
        let asked = plan(&workspace, &files);
        let mut choices: Vec<Choice> = decision(&asked, at).candidates.iter().map(|one| one.choice).collect();
        let rows = [0, 1].map(|row| Choice::SameAs(RowPlace { file: 0, sheet: 0, row }));
        assert_eq!(choices, rows, "the persons the roster makes");
        choices.push(Choice::New);
        let answered = chosen(&workspace, &files, &[(at, choices[choose])]);
        apply(&mut workspace, &answered, "essai").unwrap();
        let owner = if choose == 1 { Some("103".to_owned()) } else { None };
        assert_eq!(owners(&workspace), [owner, Some("103".to_owned())]);
        assert_eq!(workspace.office().unwrap().persons.len(), 1 + choose);
        let before = facts_dump(&workspace);
        assert!(!import(&mut workspace, &files).changes.facts);
        assert_eq!(facts_dump(&workspace), before);
    }
}

#[test]
fn a_row_left_out_by_choice_is_not_one_to_confirm() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let files = [roster(), certificates()];
    let at = doubtful(&files);
    let answered = chosen(&workspace, &files, &[(at, Choice::LeaveOut)]);
    assert_eq!(decision(&answered, at).outcome, RowOutcome::LeftOut);
    let counts = apply(&mut workspace, &answered, "essai").unwrap().counts;
    assert_eq!((counts[1].left_out, counts[1].ambiguous, counts[1].new), (1, 0, 1));
    assert_eq!(owners(&workspace), [Some("103".to_owned())]);
    assert_eq!(decision(&plan(&workspace, &files), at).outcome, RowOutcome::Ambiguous, "it may still be confirmed");
    assert!(!import(&mut workspace, &files).changes.facts);
}

#[test]
fn a_choice_of_somebody_who_is_not_there_leaves_the_row_to_confirm() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster()]);
    let files = [certificates()];
    let at = doubtful(&files);
    for nobody in [Choice::Person(PersonId(5)), Choice::SameAs(RowPlace { file: 9, sheet: 0, row: 0 })] {
        let answered = chosen(&workspace, &files, &[(at, nobody)]);
        let decision = decision(&answered, at);
        assert_eq!((&decision.outcome, decision.chosen, decision.candidates.len()), (&RowOutcome::Ambiguous, None, 2));
    }
}

#[test]
fn what_speaks_against_a_candidate_is_told() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster()]);
    let headers = "student_number;ine;birth_name;document_kind";
    let files = [sheet("pieces.csv", SheetKind::Documents, headers, &["999;0AAAAA00018;Exemple;Photo"])];
    let asked = plan(&workspace, &files);
    let candidates = &decision(&asked, doubtful(&files)).candidates;
    let against: Vec<_> = candidates.iter().map(|one| one.against.clone()).collect();
    assert_eq!(against, [vec![Difference::StudentNumber], vec![Difference::StudentNumber, Difference::BirthName]]);
}

#[test]
fn rows_that_wait_still_wait_after_a_sheet_that_brings_no_person() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let files = [roster(), certificates()];
    let first = import(&mut workspace, &files);
    // A kind of sheet never given before changes what rules know, not whom a row could be about.
    let empty =
        import(&mut workspace, &[sheet("pieces.csv", SheetKind::Documents, "student_number;document_kind", &[])]);
    assert!(empty.changes.facts);
    let before = facts_dump(&workspace);
    assert!(!import(&mut workspace, &files).changes.facts);
    assert_eq!(facts_dump(&workspace), before);
    assert_eq!(table_dump(&workspace, "left_out").lines().count(), 3, "its own mark and one row");
    assert_eq!(first.counts[1].ambiguous, 1);
}

fn large() -> PlannedFile {
    let lines: Vec<String> = (0..1_500).map(|at| format!("{};2024;L1", 22_400_000 + at)).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    sheet("inscriptions.csv", SheetKind::Roster, "student_number;academic_year;level", &lines)
}

#[test]
fn an_import_says_how_far_it_is_and_stops_without_a_trace() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let planned = plan(&workspace, &[large()]);
    let (before, entries) = (workspace.state_hash().unwrap(), workspace.journal(9).unwrap().len());
    let cancel = AtomicBool::new(false);
    let mut told = Vec::new();
    let mut stop = |done, total| {
        told.push((done, total));
        cancel.store(done > 600, Ordering::Relaxed);
    };
    let stopped = workspace.apply(&planned, NOW, "essai", &mut stop, &cancel);
    assert!(matches!(stopped, Err(StoreError::Cancelled)));
    assert_eq!(told, [(512, 1_500), (1_024, 1_500)]);
    assert_eq!((workspace.state_hash().unwrap(), workspace.journal(9).unwrap().len()), (before, entries));
    let mut told = Vec::new();
    workspace.apply(&planned, NOW, "essai", &mut |done, _| told.push(done), &AtomicBool::new(false)).unwrap();
    assert_eq!(told, [512, 1_024, 1_500], "the plan is still good");
}

#[test]
fn planning_stops_too() {
    let folder = tempdir().unwrap();
    let workspace = workspace(&folder.path().join("w"));
    let stopped = workspace.plan(&[large()], &Choices::new(), &AtomicBool::new(true));
    assert!(matches!(stopped, Err(StoreError::Cancelled)));
}
