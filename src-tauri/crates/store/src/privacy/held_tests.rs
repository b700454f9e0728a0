//! What is held on one person is told whole, and nothing of anybody else.

use super::tables::{OTHERS, PERSONAL};
use crate::backup::tables;
use crate::testing::{NOW, enter, import, office_files, sheet, workspace};
use crate::{HeldOnPerson, WaiverTarget, WaiverTerms, Workspace};
use guichet_model::{Field, SheetKind, WaiverReason};
use std::collections::BTreeSet;
use tempfile::tempdir;

fn held(workspace: &Workspace, key: &str) -> HeldOnPerson {
    let known = workspace.persons_known_as(key).unwrap();
    assert_eq!(known.len(), 1, "{key}");
    workspace.held_on(known[0]).unwrap().unwrap()
}

#[test]
fn every_table_is_known_to_be_about_persons_or_not() {
    let folder = tempdir().unwrap();
    let workspace = workspace(&folder.path().join("w"));
    let own: BTreeSet<String> = tables(&workspace.connection).unwrap().into_iter().collect();
    let personal: BTreeSet<String> = PERSONAL.iter().map(|personal| personal.table.to_owned()).collect();
    let others: BTreeSet<String> = OTHERS.iter().map(|(table, _)| (*table).to_owned()).collect();
    assert!(personal.is_disjoint(&others));
    let known: BTreeSet<String> = personal.union(&others).cloned().collect();
    assert_eq!(own, known, "a new table joins PERSONAL, or OTHERS with its reason (store/src/privacy/tables.rs)");
    // Whatever refers to a person, or to what belongs to one, is about that person.
    for table in &own {
        let refers = workspace
            .connection
            .prepare("SELECT 1 FROM pragma_foreign_key_list(?1) WHERE \"table\" IN ('person', 'registration')")
            .unwrap()
            .exists([table])
            .unwrap();
        assert!(!refers || personal.contains(table), "{table} refers to persons");
    }
}

#[test]
fn every_row_about_a_person_is_told_with_its_cells_and_who_wrote_it() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let first = import(&mut workspace, &office_files()).operation;
    let told = held(&workspace, "1409 002949v");
    let of = |table: &str| told.records.iter().filter(|record| record.table == table).count();
    assert_eq!((of("person"), of("registration"), of("certificate")), (1, 2, 1));
    assert_eq!((of("past_registration"), of("control_result"), of("document")), (1, 1, 0));
    assert_eq!(of("request"), 2);
    let words = |field: &str| told.records[0].values.iter().find(|(column, _)| column == field).map(|(_, text)| text);
    assert_eq!(words("email").map(String::as_str), Some("zoe@exemple.fr"));
    let cell = |raw: &str| told.rows.iter().flat_map(|row| &row.cells).find(|cell| cell.raw == raw);
    assert_eq!(cell("à revoir").map(|cell| cell.header.as_str()), Some("Remarque"), "unknown columns are told too");
    let files: BTreeSet<&str> = told.rows.iter().map(|row| row.file.as_str()).collect();
    assert_eq!(
        files.into_iter().collect::<Vec<_>>(),
        ["attestations.csv", "controles.csv", "demandes.csv", "historique.csv", "inscriptions.csv"]
    );
    assert_eq!(told.journal.iter().map(|entry| entry.operation).collect::<Vec<_>>(), [first]);
    assert!(!format!("{told:?}").contains("ÉXEMPLE") && !format!("{told:?}").contains("INCONNU"), "nobody else");
}

#[test]
fn what_was_replaced_or_undone_is_told_as_long_as_it_is_kept() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let headers = "student_number;birth_name;given_name;birth_date;email;academic_year;level;programme_code";
    let roster = |name: &str, line: &str| sheet(name, SheetKind::Roster, headers, &[line]);
    import(&mut workspace, &[roster("a.csv", "101;Dupré;Zoé;2004-05-06;ancienne@exemple.fr;2024;L1;A")]);
    let second = roster("b.csv", "101;Dupré;Zoé;2004-05-06;nouvelle@exemple.fr;2024;L1;A");
    let changed = import(&mut workspace, &[second]).operation;
    let told = held(&workspace, "101");
    let former = |operation, value: &str| {
        told.former.iter().any(|former| former.operation == operation && former.value == value)
    };
    assert!(former(changed, "ancienne@exemple.fr"), "{:?}", told.former);
    assert_eq!(told.rows.iter().filter(|row| !row.used).count(), 1, "the row that was replaced is still kept");
    workspace.undo(changed, NOW).unwrap();
    let told = held(&workspace, "101");
    assert!(told.former.iter().any(|former| former.value.contains("nouvelle@exemple.fr")), "{:?}", told.former);
    assert_eq!(told.journal.len(), 3, "both imports and the undoing");
}

#[test]
fn what_was_decided_of_a_person_is_told() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &office_files());
    let person = workspace.persons_known_as("1409002949V").unwrap()[0];
    let file = workspace.office().unwrap().registrations_of(person).next().unwrap().id;
    let terms = WaiverTerms { reason: WaiverReason::Decision, text: Some("vu au guichet".into()), until: None };
    let seen = vec![(Field::Regime, "initial".to_owned())];
    let target = WaiverTarget { registration: file, code: "CVC001".into(), basis: "b".into(), seen };
    workspace.waive(&[target], &terms, NOW).unwrap();
    workspace.set_note(file, "première note", NOW).unwrap();
    workspace.set_note(file, "seconde note", NOW).unwrap();
    let headers = "student_number;birth_name;request_kind;request_state;decision_reference";
    enter(&mut workspace, file, SheetKind::Requests, headers, &["dérogation", "accordée", "D-17"]).unwrap();
    let told = held(&workspace, "101");
    let records = format!("{:?}", told.records);
    for words in ["vu au guichet", "initial", "seconde note", "D-17", "Une Personne"] {
        assert!(records.contains(words), "{words}: {records}");
    }
    assert!(told.former.iter().any(|former| former.value == "première note"), "{:?}", told.former);
    assert!(told.rows.iter().any(|row| row.file == "Saisie au guichet" && row.used));
    assert_eq!(told.journal.len(), 5, "{:?}", told.journal);
}

#[test]
fn nobody_is_known_by_an_empty_or_unknown_identifier() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &office_files());
    for unknown in ["", " ", "999"] {
        assert!(workspace.persons_known_as(unknown).unwrap().is_empty(), "{unknown:?}");
    }
    assert!(workspace.held_on(guichet_model::PersonId(7)).unwrap().is_none());
}
