//! What requests, documents and control results say is kept whole, and found again in older workspaces.

use super::tests::assert_same;
use crate::testing::{NOW, age, assemble, facts_dump, holder, import, sheet, table_dump, workspace};
use crate::{BackupReason, PlannedFile, Workspace};
use guichet_model::SheetKind;
use std::path::Path;
use tempfile::tempdir;

const REQUESTS: &str = "student_number;request_kind;academic_year;request_level;requested_at;request_channel;\
    request_state;decided_at;decided_by;decision_reference;units;unit_level;semester;units_capacity;unit_nature;\
    proposal_received_at;contested_at;waived_at;waiver_written;waiver_withdrawn;exams_start_on;degree_held;\
    dispensation_granted;professional_experience;language_master;semester_reorientation;teacher_agreement;\
    site_signature;attendance;refund_amount";
const FULL: &str = "101;concordance;2024;M2;2024-09-01;télé-demande;accordée;2024-09-20;Commission;D-12;UE1|UE2;M1;S1;30;\
    transfert;2024-09-21;2024-09-30;2024-10-01;oui;non;2024-12-15;non;oui;non;oui;non;oui;non;td;147,00";

fn files() -> Vec<PlannedFile> {
    vec![
        sheet(
            "inscriptions.csv",
            SheetKind::Roster,
            "student_number;academic_year;level;programme_code;fee_paid;payment_plan;main_registration",
            &["101;2024;M2;LEA2;56,67;oui;non", "102;2024;L1;PSY1;;;"],
        ),
        sheet(
            "historique.csv",
            SheetKind::History,
            "student_number;academic_year;level;previous_result",
            &["101;2023;M1;ADM2", "101;2022;L3;mystère"],
        ),
        sheet(
            "pieces.csv",
            SheetKind::Documents,
            "student_number;academic_year;programme_code;document_kind;document_state;document_expiry",
            &["101;2024;LEA2;Formulaire;validée;2025-08-31", "101;2023;LEA1;Formulaire;rejetée;", "102;;;Photo;?;"],
        ),
        sheet("demandes.csv", SheetKind::Requests, REQUESTS, &[FULL, "102;remboursement;;;;;;;;;;;;;;;;;;;;;;;;;;;;"]),
        sheet(
            "controles.csv",
            SheetKind::CvecStates,
            "cvec_number;control_state;controlled_at",
            &["AIX4 ABCDEF 11;70;2024-09-10", "AIX4 ABCDEF 12;81;"],
        ),
    ]
}

#[test]
fn every_new_fact_comes_back_as_it_was_read() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    import(&mut workspace, &files());
    let office = workspace.office().unwrap();
    assert_same(&office, &assemble(&files()));
    let request = &office.requests[0];
    let (concordance, auditor) = (&request.concordance, &request.auditor);
    assert!(request.requested_day_only && request.requested_at.is_some());
    assert!(request.decided_at.is_some() && request.unit_level.is_some() && request.unit_nature.is_some());
    assert_eq!(request.refund_amount.map(|amount| amount.0), Some(14_700));
    assert_eq!((concordance.waiver_written, concordance.waiver_withdrawn), (Some(true), Some(false)));
    assert_eq!((auditor.teacher_agreement, auditor.site_signature), (Some(true), Some(false)));
    let none = format!("{concordance:?} {auditor:?}");
    assert!(!none.contains("None"), "{none}");
    assert_eq!((office.registrations[0].payment_plan, office.registrations[0].main), (Some(true), Some(false)));
    assert_eq!(office.documents.len(), 3);
    assert_eq!(office.controls[0].state.as_deref(), Some("70"));
    assert!(office.history[0].result.is_some() && office.history[1].result.is_none());
    let before = facts_dump(&workspace);
    assert!(!import(&mut workspace, &files()).changes.facts);
    assert_eq!(facts_dump(&workspace), before);
}

#[test]
fn a_request_repeated_in_one_sheet_is_two_and_in_two_sheets_one() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let line = "102;dérogation;2024;L1;2024-09-01";
    let sheet = |name: &str, lines: &[&str]| {
        sheet(name, SheetKind::Requests, "student_number;request_kind;academic_year;request_level;requested_at", lines)
    };
    let (once, twice) = (sheet("a.csv", &[line]), sheet("b.csv", &[line, line]));
    for files in [vec![once.clone(), twice.clone()], vec![twice.clone(), once.clone()]] {
        assert_eq!(assemble(&files).requests.len(), 2, "whatever the order");
    }
    for (files, requests) in [([once.clone()], 1), ([twice.clone()], 2), ([twice], 2), ([once], 2)] {
        import(&mut workspace, &files);
        assert_eq!(workspace.office().unwrap().requests.len(), requests);
    }
}

#[test]
fn requests_for_other_units_and_documents_of_other_years_stand_beside_each_other() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let units = |name: &str, lines: &[&str]| {
        sheet(name, SheetKind::Requests, "student_number;request_kind;units;semester;teacher_agreement", lines)
    };
    let first = units("a.csv", &["1;auditeur libre;UE1;S1;", "1;auditeur libre;UE2;S1;", "1;auditeur libre;UE1;S2;"]);
    import(&mut workspace, &[first]);
    let later = import(&mut workspace, &[units("b.csv", &["1;auditeur libre;UE2;S1;oui"])]);
    assert_eq!((later.counts[0].new, later.counts[0].changed), (0, 1), "the unit's own row is replaced");
    let agreed: Vec<_> =
        workspace.office().unwrap().requests.iter().map(|request| request.auditor.teacher_agreement).collect();
    assert_eq!(agreed, [None, Some(true), None]);
    let pieces = |name: &str, lines: &[&str]| {
        sheet(name, SheetKind::Documents, "student_number;academic_year;document_kind;document_state", lines)
    };
    import(&mut workspace, &[pieces("c.csv", &["1;2023;Relevé;validée", "1;2024;Relevé;en attente"])]);
    let later = import(&mut workspace, &[pieces("d.csv", &["1;2024;Relevé;validée"])]);
    assert_eq!((later.counts[0].new, later.counts[0].changed), (0, 1));
    assert_eq!(workspace.office().unwrap().documents.len(), 2);
}

#[test]
fn an_older_workspace_gains_what_its_rows_say() {
    let folder = tempdir().unwrap();
    let place: &Path = &folder.path().join("w");
    let mut made = workspace(place);
    let files = files();
    // The roster's new columns were unknown to the first version: their facts come with the next import.
    import(&mut made, &files[1..]);
    let journal = table_dump(&made, "journal");
    let (facts, office) = (facts_dump(&made), made.office().unwrap());
    made.connection.execute("DELETE FROM counter WHERE name = 'control_result'", []).unwrap();
    age(&made, 1);
    drop(made);
    let mut opened = Workspace::open(place, &holder(), NOW).unwrap();
    let [backup] = opened.backup_list().unwrap().try_into().unwrap();
    let record = backup.record.unwrap();
    assert_eq!((record.reason, record.schema, record.state), (BackupReason::BeforeMigration, 1, None));
    assert_eq!(opened.verify_backup(&backup.name).unwrap(), None, "what it was is kept aside");
    assert_eq!(Workspace::describe(&backup.folder).unwrap().name, "Essai");
    assert_eq!(facts_dump(&opened), facts);
    assert_same(&opened.office().unwrap(), &assemble(&files[1..]));
    assert_eq!(opened.office().unwrap().requests, office.requests);
    assert_eq!(table_dump(&opened, "journal"), journal);
    assert!(!import(&mut opened, &files[1..]).changes.facts, "what is known stays the same");
    import(&mut opened, &[sheet("c.csv", SheetKind::CvecStates, "cvec_number;control_state", &["AIX4 ABCDEF 13;70"])]);
    assert_eq!(opened.office().unwrap().controls.len(), 3, "new rows get numbers of their own");
}
