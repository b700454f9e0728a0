use crate::testing::{ROSTER, apply, assemble, facts_dump, import, office_files, plan, sheet, table_dump, workspace};
use crate::{PlannedFile, RowOutcome, StoreError, Workspace};
use guichet_model::{Field, Office, OfficeFacts, PersonId, ProblemCode, RegistrationId, SheetKind};
use std::collections::HashMap;
use tempfile::tempdir;

/// An office's facts with its persons and registrations numbered by rank, as an assembled one's are.
fn by_rank(office: &Office) -> OfficeFacts {
    let mut facts = OfficeFacts::clone(office);
    let ranks: HashMap<PersonId, PersonId> =
        facts.persons.iter().zip(0..).map(|(person, rank)| (person.id, PersonId(rank))).collect();
    facts.persons.iter_mut().for_each(|person| person.id = ranks[&person.id]);
    for (registration, rank) in facts.registrations.iter_mut().zip(0..) {
        registration.id = RegistrationId(rank);
        registration.person = ranks[&registration.person];
    }
    facts.certificates.iter_mut().for_each(|entity| entity.person = ranks[&entity.person]);
    facts.history.iter_mut().for_each(|entity| entity.person = ranks[&entity.person]);
    facts.requests.iter_mut().for_each(|entity| entity.person = ranks[&entity.person]);
    facts.documents.iter_mut().for_each(|entity| entity.person = ranks[&entity.person]);
    facts
}

pub(crate) fn assert_same(stored: &Office, assembled: &Office) {
    let stored = by_rank(stored);
    assert_eq!(stored.persons, assembled.persons);
    assert_eq!(stored.registrations, assembled.registrations);
    assert_eq!(stored.certificates, assembled.certificates);
    assert_eq!(stored.history, assembled.history);
    assert_eq!(stored.requests, assembled.requests);
    assert_eq!(stored.documents, assembled.documents);
    assert_eq!(stored.controls, assembled.controls);
    assert_eq!(stored.kinds, assembled.kinds);
}

fn roster(name: &str, lines: &[&str]) -> PlannedFile {
    sheet(
        name,
        SheetKind::Roster,
        "student_number;ine;birth_name;given_name;birth_date;email;academic_year;level;programme_code",
        lines,
    )
}

fn outcomes(workspace: &Workspace, files: &[PlannedFile]) -> Vec<RowOutcome> {
    let plan = plan(workspace, files);
    let sheets = plan.files.iter().flat_map(|file| &file.sheets);
    sheets.flat_map(|sheet| sheet.decisions.iter().map(|row| row.outcome.clone())).collect()
}

#[test]
fn what_is_imported_is_what_is_assembled_in_memory() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let files = office_files();
    let applied = import(&mut workspace, &files);
    let assembled = assemble(&files);
    assert_eq!(
        assembled.persons.len(),
        4,
        "two holders of one Ine, one person of two files, one unknown to the roster"
    );
    assert_eq!(assembled.requests.len(), 2);
    assert_same(&workspace.office().unwrap(), &assembled);
    assert!(applied.changes.facts);
    let counts = &applied.counts[1];
    assert_eq!((counts.file.as_str(), counts.kind), ("attestations.csv", SheetKind::Certificates));
    assert_eq!((counts.rows, counts.new, counts.ambiguous, counts.skipped), (4, 2, 1, 1));
    let json = serde_json::to_value(&applied.counts[2]).unwrap();
    let expected = serde_json::json!({"file": "inscriptions.csv", "kind": "roster", "rows": 4, "new": 4, "changed": 0,
        "same": 0, "gone": 0, "ambiguous": 0, "skipped": 0, "left_out": 0});
    assert_eq!(json, expected);
}

#[test]
fn rows_left_out_or_unknown_to_the_roster_are_told() {
    let folder = tempdir().unwrap();
    let workspace = workspace(&folder.path().join("w"));
    let plan = plan(&workspace, &office_files());
    let told: Vec<_> =
        plan.problems().into_iter().map(|problem| (problem.code, problem.cell.unwrap_or_default())).collect();
    assert_eq!(
        told,
        [
            (ProblemCode::RowUnmatched, "3".to_owned()),
            (ProblemCode::RowWithoutKey, "4".to_owned()),
            (ProblemCode::RowAmbiguous, "5".to_owned()),
            (ProblemCode::PersonSameIne, "3".to_owned()),
        ]
    );
}

#[test]
fn importing_twice_changes_nothing() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &office_files());
    let dump = |workspace: &Workspace| {
        facts_dump(workspace)
            + &["source_file", "source_sheet", "source_row"].map(|table| table_dump(workspace, table)).join("")
    };
    let before = dump(&workspace);
    let again = import(&mut workspace, &office_files());
    assert!(!again.changes.facts);
    for counts in &again.counts {
        assert_eq!((counts.new, counts.changed, counts.gone), (0, 0, 0), "{counts:?}");
        assert_eq!(counts.same + counts.ambiguous + counts.skipped, counts.rows);
    }
    assert_eq!(dump(&workspace), before);
    assert_eq!(workspace.journal(10).unwrap().len(), 3, "the second import is told of");
}

#[test]
fn other_orders_of_rows_and_columns_change_nothing() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let lines =
        ["101;;DUPRE;Zoé;2004-05-06;a@exemple.fr;2024;L1;A", "101;;DUPRÉ;Zoé;2004-05-06;b@exemple.fr;2024;L1;B"];
    import(&mut workspace, &[roster("a.csv", &lines)]);
    let before = facts_dump(&workspace);
    let rows = import(&mut workspace, &[roster("b.csv", &[lines[1], lines[0]])]);
    let columns = "email;programme_code;birth_date;level;student_number;academic_year;given_name;birth_name;ine";
    let line = "b@exemple.fr;B;2004-05-06;Licence 1;101;2024-2025;Zoé;DUPRÉ;";
    let columns = import(&mut workspace, &[sheet("c.csv", SheetKind::Roster, columns, &[line])]);
    assert_eq!((rows.counts[0].same, columns.counts[0].same), (2, 1));
    assert_eq!(columns.counts[0].gone, 1, "the other registration is absent from the last file, and stays");
    assert_eq!(facts_dump(&workspace), before);
}

#[test]
fn identical_rows_are_one_fact_and_rows_that_differ_are_two() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let lines = ["101;;;;;;2024;L1;A", "101;;;;;;2024;L1;A", "101;;;;;x@exemple.fr;2024;L1;A"];
    let files = [roster("a.csv", &lines)];
    assert_eq!(outcomes(&workspace, &files), [RowOutcome::New, RowOutcome::Same, RowOutcome::New]);
    import(&mut workspace, &files);
    assert_eq!(workspace.office().unwrap().registrations.len(), 2);
    assert_eq!(outcomes(&workspace, &files), [RowOutcome::Same, RowOutcome::Same, RowOutcome::Same]);
}

#[test]
fn a_changed_row_shows_old_and_new_and_replaces_fact_and_identity() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &office_files());
    let line = "101;1409002949V;Dupré-Martin;Zoé;2004-05-06;zoe@exemple.fr;2024-2025;L1;PSY1;Licence Psychologie;ALLSH;2024-07-10T09:30;non;;170,00;vu";
    let files = [sheet("v2.csv", SheetKind::Roster, ROSTER, &[line])];
    let plan = plan(&workspace, &files);
    let decision = &plan.files[0].sheets[0].decisions[0];
    assert!(matches!(decision.outcome, RowOutcome::Changed(_)));
    let shown: Vec<_> =
        decision.changes.iter().map(|change| (change.field, change.old.as_deref(), change.new.as_deref())).collect();
    assert_eq!(
        shown,
        [
            (Some(Field::BirthName), Some("Dupré"), Some("Dupré-Martin")),
            (Some(Field::Scholarship), Some("social"), Some("none")),
            (Some(Field::CvecNumber), Some("MAR4 GBZETK 87"), None),
            (None, Some("à revoir"), Some("vu")),
        ]
    );
    assert_eq!(plan.gone.len(), 3);
    apply(&mut workspace, &plan, "v2").unwrap();
    let office = workspace.office().unwrap();
    assert_eq!(office.registrations.len(), 4, "what is gone is not deleted");
    let person = &office.persons[0];
    assert_eq!(person.identity.birth_name.as_deref(), Some("Dupré-Martin"));
    assert_eq!(office.registrations[0].cvec_number, None);
    assert_eq!(office.registrations[0].source.sheet.file, "v2.csv");
    assert_eq!(person.source, office.registrations[0].source);
    import(&mut workspace, &office_files());
    assert_same(&workspace.office().unwrap(), &assemble(&office_files()));
}

#[test]
fn a_person_first_met_elsewhere_is_completed_by_the_roster() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let certificates = sheet(
        "attestations.csv",
        SheetKind::Certificates,
        "ine;birth_name;given_name;birth_date;cvec_number",
        &["1409002949V;DUPRE;Zoé;2004-05-06;MAR4 GBZETK 87"],
    );
    import(&mut workspace, std::slice::from_ref(&certificates));
    // The roster's Ine differs: name and birth date recognise the person, and the former Ine stays known.
    import(&mut workspace, &[roster("a.csv", &["101;0AAAAA00018;Dupré;Zoé;2004-05-06;z@exemple.fr;2024;L1;A"])]);
    let office = workspace.office().unwrap();
    assert_eq!(office.persons.len(), 1);
    assert_eq!(office.persons[0].identity.student_number.as_deref(), Some("101"));
    assert_eq!(office.persons[0].source.sheet.kind, SheetKind::Roster);
    let by_former_ine = sheet("d.csv", SheetKind::Documents, "ine;document_kind", &["1409002949V;Photo"]);
    import(&mut workspace, &[by_former_ine]);
    assert_eq!(workspace.office().unwrap().persons.len(), 1);
    let before = facts_dump(&workspace);
    assert_eq!(import(&mut workspace, &[certificates]).counts[0].same, 1);
    assert_eq!(facts_dump(&workspace), before);
}

#[test]
fn a_roster_without_the_number_does_not_take_it_away() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &[roster("a.csv", &["101;1409002949V;Dupré;Zoé;2004-05-06;;2024;L1;A"])]);
    import(&mut workspace, &[roster("b.csv", &[";1409002949V;Dupré;Zoé;2004-05-06;z@exemple.fr;2024;L1;A"])]);
    let office = workspace.office().unwrap();
    assert_eq!(office.persons[0].identity.student_number.as_deref(), Some("101"));
    assert_eq!(office.registrations.len(), 1);
}

#[test]
fn a_plan_for_another_state_is_refused_and_changes_nothing() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let old = plan(&workspace, &office_files());
    import(&mut workspace, &[roster("a.csv", &["999;;;;;;2024;L1;A"])]);
    let before = facts_dump(&workspace);
    assert!(matches!(apply(&mut workspace, &old, "vieux"), Err(StoreError::PlanOutdated)));
    let mut altered = plan(&workspace, &office_files());
    altered.files[2].sheets[0].decisions[0].outcome = RowOutcome::Skipped;
    assert!(matches!(apply(&mut workspace, &altered, "altéré"), Err(StoreError::PlanOutdated)));
    assert_eq!(facts_dump(&workspace), before);
    assert_eq!(workspace.journal(10).unwrap().len(), 2);
}

#[test]
fn a_sheet_without_rows_still_says_that_its_kind_was_given() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let empty = [sheet("h.csv", SheetKind::History, "student_number;academic_year", &[])];
    assert!(import(&mut workspace, &empty).changes.facts);
    assert!(workspace.office().unwrap().kinds.contains(&SheetKind::History));
    assert!(!import(&mut workspace, &empty).changes.facts);
}

#[test]
fn a_row_can_be_shown_in_its_sheet() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let files = office_files();
    import(&mut workspace, &files);
    let extract = workspace.extract(&files[2].sha256, "Feuille1", 2, 1).unwrap().expect("the row is kept");
    assert_eq!(extract.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(&*extract.rows[1].cells[2].raw, "ÉXEMPLE");
    assert_eq!(extract.columns[15].header, "Remarque");
    assert!(extract.rows[0].cells.iter().any(|cell| &*cell.raw == "à revoir"), "unknown columns are kept");
    assert_eq!(workspace.extract(&files[2].sha256, "Feuille1", 50, 1).unwrap(), None);
    // A later file brings one new row: only its surroundings are kept.
    let mut lines: Vec<String> = (0..30).map(|n| format!("{};;;;;;2024;L1;A", 500 + n)).collect();
    let wide = |lines: &[String]| roster("r.csv", &lines.iter().map(String::as_str).collect::<Vec<_>>());
    import(&mut workspace, &[wide(&lines)]);
    lines[20] = "900;;;;;;2024;L1;A".into();
    let second = wide(&lines);
    import(&mut workspace, std::slice::from_ref(&second));
    let extract = workspace.extract(&second.sha256, "Feuille1", 21, 30).unwrap().expect("the row is kept");
    assert_eq!(extract.rows.iter().map(|row| row.row).collect::<Vec<_>>(), (17..=25).collect::<Vec<_>>());
}
