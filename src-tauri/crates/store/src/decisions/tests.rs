use crate::testing::{NOW, by_hand, holder, import, plan, sheet, table_dump, workspace};
use crate::{
    Choice, Choices, DeskEntry, DeskFact, OperationKind, PlannedFile, RowOutcome, RowPlace, StoreError, WaiverTarget,
    WaiverTerms, Workspace,
};
use guichet_model::{Field, Level, ProblemCode, RegistrationId, RequestState, SheetKind, WaiverReason};
use std::sync::atomic::AtomicBool;
use tempfile::tempdir;
use time::macros::date;

fn roster(email: &str) -> PlannedFile {
    let lines =
        [format!("101;Dupré;Zoé;2004-05-06;{email};2024;L1;A"), "102;Exemple;Anne;2003-02-03;;2024;L2;B".to_owned()];
    let headers = "student_number;birth_name;given_name;birth_date;email;academic_year;level;programme_code";
    sheet("inscriptions.csv", SheetKind::Roster, headers, &lines.each_ref().map(String::as_str))
}

fn files(workspace: &Workspace) -> Vec<RegistrationId> {
    workspace.office().unwrap().registrations.iter().map(|file| file.id).collect()
}

fn target(registration: RegistrationId, code: &str) -> WaiverTarget {
    WaiverTarget { registration, code: code.to_owned(), basis: "b1".to_owned(), seen: seen() }
}

fn seen() -> Vec<(Field, String)> {
    vec![(Field::Regime, "initial".to_owned()), (Field::CvecNumber, String::new())]
}

fn terms() -> WaiverTerms {
    WaiverTerms {
        reason: WaiverReason::ProofSeen,
        text: Some(" Attestation vue. ".to_owned()),
        until: Some(date!(2024 - 12 - 31)),
    }
}

#[test]
fn a_waiver_is_kept_whole_and_undone() {
    let folder = tempdir().unwrap();
    let place = folder.path().join("w");
    let mut workspace = workspace(&place);
    import(&mut workspace, &[roster("")]);
    let (files, before) = (files(&workspace), workspace.state_hash().unwrap());
    let targets = [target(files[0], "CVC001"), target(files[1], "CVC001"), target(files[1], "RPT001")];
    let operation = workspace.waive(&targets, &terms(), NOW).unwrap();
    let after = workspace.state_hash().unwrap();
    drop(workspace);
    let mut workspace = Workspace::open(&place, &holder(), NOW).unwrap();
    let kept = workspace.waivers().unwrap();
    assert_eq!((kept.len(), &kept[0].seen), (3, &seen()));
    assert_eq!(
        (kept[0].text.as_deref(), kept[0].until, &*kept[0].who),
        (Some("Attestation vue."), terms().until, "Une Personne")
    );
    let entry = &workspace.journal(1).unwrap()[0];
    assert_eq!((entry.kind, &*entry.label), (OperationKind::Waive, "CVC001, RPT001 × 3"));
    assert_eq!((&entry.summary["files_touched"], &entry.summary["before"]), (&2.into(), &serde_json::Value::Null));
    assert!(!entry.summary.to_string().contains("Attestation") && !entry.changes.facts);
    let undone = workspace.undo(operation, NOW).unwrap();
    assert_eq!((workspace.state_hash().unwrap(), workspace.waivers().unwrap().len()), (before, 0));
    workspace.undo(undone.operation, NOW).unwrap();
    assert_eq!((workspace.state_hash().unwrap(), workspace.waivers().unwrap()), (after, kept));
}

#[test]
fn a_waiver_is_renewed_and_taken_away() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster("")]);
    let file = files(&workspace)[0];
    let first = workspace.waive(&[target(file, "CVC001")], &terms(), NOW).unwrap();
    let renewed = WaiverTarget { basis: "b2".to_owned(), ..target(file, "CVC001") };
    let second = workspace.waive(&[renewed], &WaiverTerms { until: None, ..terms() }, NOW).unwrap();
    let kept = workspace.waivers().unwrap();
    assert_eq!((kept.len(), &*kept[0].basis, kept[0].until), (1, "b2", None));
    let refused = workspace.undo(first, NOW);
    let Err(StoreError::UndoRefused { depends, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!(depends.iter().map(|later| later.operation).collect::<Vec<_>>(), [second]);
    let taken = workspace.unwaive(&[(file, "CVC001".to_owned()), (file, "RPT001".to_owned())], NOW).unwrap();
    assert!(workspace.waivers().unwrap().is_empty());
    assert_eq!(workspace.unwaive(&[(file, "CVC001".to_owned())], NOW).unwrap(), None);
    workspace.undo(taken.unwrap(), NOW).unwrap();
    assert_eq!(workspace.waivers().unwrap(), kept);
}

#[test]
fn an_import_on_which_a_decision_rests_takes_it_along() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let before = workspace.state_hash().unwrap();
    let import = import(&mut workspace, &[roster("")]).operation;
    let file = files(&workspace)[0];
    let waived = workspace.waive(&[target(file, "CVC001")], &terms(), NOW).unwrap();
    workspace.set_note(file, "À rappeler", NOW).unwrap();
    let refused = workspace.undo(import, NOW);
    let Err(StoreError::UndoRefused { depends, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!((depends.len(), depends[1].operation, depends[1].rows), (2, waived, 1));
    workspace.undo_with_dependents(import, NOW).unwrap();
    assert_eq!(workspace.state_hash().unwrap(), before);
    assert!(workspace.journal(1).unwrap()[0].summary["of"].is_array());
}

#[test]
fn what_is_not_whole_is_refused() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster("")]);
    let (file, entries) = (files(&workspace)[0], workspace.journal(99).unwrap().len());
    let other = WaiverTerms { reason: WaiverReason::Other, text: Some("  ".to_owned()), until: None };
    let long = WaiverTerms { text: Some("é".repeat(501)), ..terms() };
    let refused = [
        workspace.waive(&[target(file, "CVC001")], &other, NOW),
        workspace.waive(&[target(file, "CVC001")], &long, NOW),
        workspace.waive(&[], &terms(), NOW),
        workspace.waive(&[target(file, "CVC001"), target(RegistrationId(5), "CVC001")], &terms(), NOW),
    ];
    for refused in refused {
        assert!(matches!(refused, Err(StoreError::DecisionRefused { .. })), "{refused:?}");
    }
    assert!(workspace.set_note(file, &"é".repeat(501), NOW).is_err());
    assert!(workspace.set_note(RegistrationId(5), "x", NOW).is_err());
    assert_eq!((workspace.waivers().unwrap().len(), workspace.journal(99).unwrap().len()), (0, entries));
    let longest = WaiverTerms { text: Some("é".repeat(500)), ..terms() };
    workspace.waive(&[target(file, "CVC001")], &longest, NOW).unwrap();
}

#[test]
fn a_note_is_written_over_and_taken_away() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster("")]);
    let (file, empty) = (files(&workspace)[0], workspace.state_hash().unwrap());
    let text = |workspace: &Workspace| workspace.note(file).unwrap().map(|note| note.text);
    workspace.set_note(file, "Dossier papier reçu", NOW).unwrap();
    assert_eq!(workspace.set_note(file, " Dossier papier reçu ", NOW).unwrap(), None);
    let second = workspace.set_note(file, "Dossier complet", NOW).unwrap().unwrap();
    assert_eq!(text(&workspace).as_deref(), Some("Dossier complet"));
    assert!(!table_dump(&workspace, "journal").contains("Dossier"), "no word of it in the journal");
    workspace.undo(second, NOW).unwrap();
    assert_eq!(text(&workspace).as_deref(), Some("Dossier papier reçu"));
    workspace.set_note(file, "", NOW).unwrap().unwrap();
    assert_eq!((text(&workspace), workspace.state_hash().unwrap()), (None, empty));
}

const REQUEST: &str = "student_number;request_kind;academic_year;request_level;request_state;decided_by";

/// A request entered by hand.
fn request(line: &str) -> PlannedFile {
    by_hand(sheet("Saisie au guichet", SheetKind::Requests, REQUEST, &[line]))
}

fn enter(workspace: &mut Workspace, line: &str) -> crate::Applied {
    let person = workspace.office().unwrap().persons[0].id;
    let choices = Choices::from([(RowPlace { file: 0, sheet: 0, row: 0 }, Choice::Person(person))]);
    let planned = workspace.plan(&[request(line)], &choices, &AtomicBool::new(false)).unwrap();
    workspace.enter_by_hand(OperationKind::Derogation, &planned, "1", NOW).unwrap()
}

fn states(workspace: &Workspace) -> Vec<Option<RequestState>> {
    workspace.office().unwrap().requests.iter().map(|request| request.state).collect()
}

#[test]
fn what_is_entered_by_hand_stands_beside_extracts_and_is_no_extract() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster("")]);
    let (kinds, before) = (workspace.office().unwrap().kinds.clone(), workspace.state_hash().unwrap());
    let entered = enter(&mut workspace, "101;dérogation;2024;L1;accordée;Doyen");
    assert!(entered.changes.facts);
    assert_eq!(workspace.office().unwrap().kinds, kinds, "no sheet of requests was given");
    assert_eq!(workspace.summary().unwrap().sheets.len(), 1);
    let extract = [sheet("demandes.csv", SheetKind::Requests, REQUEST, &["101;dérogation;2024;L1;en attente;"])];
    let imported = import(&mut workspace, &extract);
    assert_eq!((imported.counts[0].new, imported.counts[0].changed), (1, 0), "the extract does not replace it");
    assert_eq!(states(&workspace), [Some(RequestState::Granted)], "what was entered decides");
    enter(&mut workspace, "101;dérogation;2024;L1;refusée;Doyen");
    assert_eq!(states(&workspace), [Some(RequestState::Refused)], "its own is replaced");
    assert!(!import(&mut workspace, &extract).changes.facts);
    workspace.undo_with_dependents(entered.operation, NOW).unwrap();
    assert_eq!(states(&workspace), [Some(RequestState::Pending)]);
    workspace.undo_with_dependents(imported.operation, NOW).unwrap();
    assert_eq!(workspace.state_hash().unwrap(), before);
}

#[test]
fn rows_that_wait_still_wait_after_something_is_entered_by_hand() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let twins = sheet(
        "inscriptions.csv",
        SheetKind::Roster,
        "student_number;ine;birth_name;given_name;birth_date;academic_year;level",
        &["101;0AAAAA00018;Exemple;Anne;2003-02-03;2024;L2", "103;0AAAAA00018;Autre;Léa;2002-03-04;2024;M1"],
    );
    let doubtful =
        sheet("attestations.csv", SheetKind::Certificates, "ine;cvec_number", &["0AAAAA00018;AIX4 ABCDEF 11"]);
    let files = [twins, doubtful];
    import(&mut workspace, &files);
    enter(&mut workspace, "101;dérogation;2024;L2;accordée;Doyen");
    let planned = plan(&workspace, &files);
    assert_eq!(planned.files[1].sheets[0].decisions[0].outcome, RowOutcome::Ambiguous);
    let before = workspace.state_hash().unwrap();
    assert!(!import(&mut workspace, &files).changes.facts);
    assert_eq!(workspace.state_hash().unwrap(), before);
}

#[test]
fn only_rows_entered_by_hand_about_known_persons_are_a_decision() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster("")]);
    let stranger = plan(&workspace, &[request("999;dérogation;2024;L1;accordée;Doyen")]);
    let extract = plan(&workspace, &[roster("z@exemple.fr")]);
    for planned in [stranger, extract, plan(&workspace, &[])] {
        let refused = workspace.enter_by_hand(OperationKind::Derogation, &planned, "1", NOW);
        assert!(matches!(refused, Err(StoreError::DecisionRefused { .. })), "{refused:?}");
    }
}

#[test]
fn an_extract_that_contradicts_what_was_entered_is_told_and_does_not_decide() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster("")]);
    enter(&mut workspace, "101;dérogation;2024;L1;accordée;Doyen");
    let extract = |line: &str| [sheet("demandes.csv", SheetKind::Requests, REQUEST, &[line])];
    let told = |workspace: &Workspace, line: &str| -> Vec<ProblemCode> {
        plan(workspace, &extract(line)).problems().iter().map(|problem| problem.code).collect()
    };
    assert_eq!(told(&workspace, "101;dérogation;2024;L1;refusée;"), [ProblemCode::RowAgainstEntry]);
    for other in ["101;dérogation;2024;L1;accordée;", "101;dérogation;2024;L1;;", "102;dérogation;2024;L2;refusée;"]
    {
        assert_eq!(told(&workspace, other), [], "{other}");
    }
    import(&mut workspace, &extract("101;dérogation;2024;L1;refusée;"));
    assert_eq!(states(&workspace), [Some(RequestState::Granted)]);
    assert_eq!(told(&workspace, "101;dérogation;2024;L1;refusée;"), [], "it is told once");
}

#[test]
fn what_was_entered_is_withdrawn_and_that_is_undone() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster("")]);
    let entered = enter(&mut workspace, "101;dérogation;2024;L1;accordée;Doyen");
    import(
        &mut workspace,
        &[sheet("demandes.csv", SheetKind::Requests, REQUEST, &["101;dérogation;2024;L1;refusée;"])],
    );
    let (with, office) = (workspace.state_hash().unwrap(), workspace.office().unwrap());
    let (sha256, row) = (office.requests[0].source.sheet.sha256.clone(), office.requests[0].source.row);
    let withdrawn = workspace.withdraw(&sha256, row, NOW).unwrap();
    assert_eq!(states(&workspace), [Some(RequestState::Refused)], "the extract speaks again");
    let extract = workspace.office().unwrap().requests[0].source.sheet.sha256.clone();
    for (sha256, row) in [(sha256.as_str(), row), (extract.as_str(), 1), ("hand:rien", 1)] {
        let refused = workspace.withdraw(sha256, row, NOW);
        assert!(matches!(refused, Err(StoreError::DecisionRefused { .. })), "{refused:?}");
    }
    let refused = workspace.undo(entered.operation, NOW);
    assert!(matches!(refused, Err(StoreError::UndoRefused { .. })), "{refused:?}");
    workspace.undo(withdrawn, NOW).unwrap();
    assert_eq!((workspace.state_hash().unwrap(), states(&workspace)), (with, vec![Some(RequestState::Granted)]));
    enter(&mut workspace, "101;dérogation;2024;L1;refusée;Doyen");
    assert_eq!(states(&workspace), [Some(RequestState::Refused)]);
}

#[test]
fn what_was_entered_is_listed_and_withdrawn_by_its_number() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let extract = sheet("demandes.csv", SheetKind::Requests, REQUEST, &["102;dérogation;2024;L2;refusée;"]);
    import(&mut workspace, &[roster(""), extract]);
    let file = files(&workspace)[1];
    assert_eq!(workspace.desk_entries().unwrap(), [], "what extracts say was not entered");
    workspace.set_note(file, "À rappeler", NOW).unwrap();
    enter(&mut workspace, "101;dérogation;2024;L1;accordée;Doyen");
    enter(&mut workspace, "101;dérogation;2024;M1;accordée;Doyen");
    enter(&mut workspace, "101;dérogation;2024;L1;refusée;Présidente");
    let numbers = |workspace: &Workspace| -> Vec<String> {
        workspace.desk_entries().unwrap().into_iter().map(|entry| entry.number).collect()
    };
    let entries = workspace.desk_entries().unwrap();
    let (note, second, first) = match &entries[..] {
        [note, second, first] => (note, second, first),
        other => panic!("{other:?}"),
    };
    assert_eq!((&*note.who, note.at, &*note.number), ("Une Personne", Some(NOW), "note-1"));
    assert!(matches!(&note.fact, DeskFact::Note(of, words) if *of == file && words.text == "À rappeler"));
    let said = |entry: &DeskEntry| match &entry.fact {
        DeskFact::Derogation(request) => (request.state, request.decided_by.clone(), request.level),
        other => panic!("{other:?}"),
    };
    assert_eq!(said(second), (Some(RequestState::Granted), Some("Doyen".to_owned()), Some(Level::M1)));
    assert_eq!(said(first), (Some(RequestState::Refused), Some("Présidente".to_owned()), Some(Level::L1)));
    assert!(first.operation > second.operation && first.who == "Une Personne" && first.at == Some(NOW));
    let with = workspace.state_hash().unwrap();
    let withdrawn = workspace.withdraw_entry(&first.number, NOW).unwrap();
    assert_eq!(numbers(&workspace), [note.number.clone(), second.number.clone()]);
    let gone = workspace.withdraw_entry(&first.number, NOW);
    assert!(matches!(gone, Err(StoreError::DecisionRefused { sentence: "error-store-entry-gone" })), "{gone:?}");
    assert_eq!(workspace.journal(1).unwrap()[0].kind, OperationKind::Withdrawal);
    workspace.undo(withdrawn, NOW).unwrap();
    assert_eq!((workspace.state_hash().unwrap(), workspace.desk_entries().unwrap()), (with, entries.clone()));
    for entry in &entries {
        workspace.withdraw_entry(&entry.number, NOW).unwrap();
    }
    assert_eq!(workspace.desk_entries().unwrap(), []);
    assert_eq!(states(&workspace), [Some(RequestState::Refused)], "what the extract says stays");
}

#[test]
fn notes_on_several_files_are_one_operation() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster("")]);
    let files = files(&workspace);
    workspace.set_note(files[0], "Une", NOW).unwrap();
    let before = workspace.state_hash().unwrap();
    let notes: Vec<_> = files.iter().map(|file| (*file, "Une".to_owned())).collect();
    let operation = workspace.set_notes(&notes, NOW).unwrap().unwrap();
    let entry = &workspace.journal(1).unwrap()[0];
    assert_eq!((&*entry.label, &entry.summary["files_touched"]), ("1", &1.into()), "one stood there already");
    let too_long = [(files[0], "deux".to_owned()), (files[1], "é".repeat(501))];
    assert!(workspace.set_notes(&too_long, NOW).is_err());
    workspace.undo(operation, NOW).unwrap();
    assert_eq!(workspace.state_hash().unwrap(), before);
}
