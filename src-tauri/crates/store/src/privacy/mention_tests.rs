//! What names a purged person in texts about somebody else is found, and blanked when that is wanted.

use super::purge_tests::{self, MARKED, holds_a_mark, opened};
use crate::testing::{NOW, by_hand, enter, import, sheet, workspace};
use crate::{MentionIn, PurgeOrder, PurgeWhat, WaiverTarget, WaiverTerms, Workspace};
use guichet_model::{AcademicYear, Field, SheetKind, WaiverReason};
use serde_json::json;
use std::path::Path;
use tempfile::tempdir;

const HEADERS: &str = "student_number;birth_name;given_name;birth_date;academic_year;level;Note libre";

/// One person who goes, one who stays, and what is written about the second one.
fn filled(place: &Path) -> Workspace {
    let mut made = workspace(place);
    import(
        &mut made,
        &[sheet("a.csv", SheetKind::Roster, HEADERS, &["7000001;Marquenom;Marqueprénom;1999-05-06;2023;L1;"])],
    );
    let staying = [
        "101;Restante;Zoé;2004-05-06;2024;L1;sœur de Marqueprenom MARQUENOM",
        "102;Revenue;Anne;2003-02-03;2024;L2;rien",
    ];
    import(&mut made, &[sheet("conseiller Marquenom.csv", SheetKind::Roster, HEADERS, &staying)]);
    let mut named = sheet(
        "feuille.csv",
        SheetKind::Documents,
        "student_number;document_kind;document_state;document_reason",
        &["101;Photo;rejetée;photo de Mme MARQUENOM", "102;Photo;rejetée;floue"],
    );
    let part = &mut named.sheets[0];
    let mut renamed = part.sheet.as_ref().clone();
    renamed.name = "Suivi Marquenom".into();
    *part = on_sheet(renamed, part);
    import(&mut made, &[named]);
    let file = file_of(&made, "101");
    made.set_note(file, "Confondue avec marquenom (7000001)", NOW).unwrap();
    made.set_note(file_of(&made, "102"), "À rappeler", NOW).unwrap();
    let target = WaiverTarget {
        registration: file,
        code: "IDN006".into(),
        basis: "b".into(),
        seen: vec![(Field::BirthName, "Marquenom".into())],
    };
    let text = Some("Vérifié : n’est pas MARQUENOM".to_owned());
    made.waive(&[target], &WaiverTerms { reason: WaiverReason::Other, text, until: None }, NOW).unwrap();
    let headers = "student_number;birth_name;request_kind;request_state;decided_by;decision_reference";
    let said = ["dérogation", "accordée", "Le doyen", "même cas que Marquenom"];
    enter(&mut made, file, SheetKind::Requests, headers, &said).unwrap();
    let mappings = json!([{ "name": "liste Marquenom", "toml": "" }, { "name": "liste", "toml": "" }]);
    made.set_setting("mappings", &mappings, NOW).unwrap();
    made.back_up(crate::BackupReason::Asked, NOW).unwrap();
    made
}

/// The same rows on another sheet.
fn on_sheet(sheet: guichet_model::SourceSheet, of: &crate::PlannedSheet) -> crate::PlannedSheet {
    let sheet = std::sync::Arc::new(sheet);
    let mut rows = of.rows.as_ref().clone();
    for row in &mut rows {
        let mut source = row.source.as_ref().clone();
        source.sheet = std::sync::Arc::clone(&sheet);
        row.source = source.into();
    }
    crate::PlannedSheet { sheet, rows: rows.into(), corrections: of.corrections }
}

fn file_of(made: &Workspace, number: &str) -> guichet_model::RegistrationId {
    let person = made.persons_known_as(number).unwrap()[0];
    made.office().unwrap().registrations_of(person).next().unwrap().id
}

fn order(blank_mentions: bool) -> PurgeOrder {
    let year = AcademicYear::new(2023).unwrap();
    PurgeOrder { what: PurgeWhat::Campaign { year, undated: false }, blank_mentions }
}

#[test]
fn texts_about_others_that_name_a_purged_person_are_listed_with_their_file() {
    let parent = tempdir().unwrap();
    let made = filled(&parent.path().join("w"));
    let file = file_of(&made, "101");
    let mentions = made.preview_purge(&order(false).what).unwrap().mentions;
    let told: Vec<_> = mentions.iter().map(|one| (one.place, one.heading.as_str(), one.text.as_str())).collect();
    assert_eq!(
        told,
        [
            (MentionIn::Note, "", "Confondue avec marquenom (7000001)"),
            (MentionIn::Waiver, "IDN006", "Vérifié : n’est pas MARQUENOM"),
            (MentionIn::Cell, "Note libre", "sœur de Marqueprenom MARQUENOM"),
            (MentionIn::Cell, "document_reason", "photo de Mme MARQUENOM"),
            (MentionIn::Cell, "decision_reference", "même cas que Marquenom"),
            (MentionIn::FileName, "", "conseiller Marquenom.csv"),
            (MentionIn::FileName, "feuille.csv", "Suivi Marquenom"),
            (MentionIn::Setting, "mappings", "liste Marquenom"),
            (MentionIn::Journal, "9", "liste Marquenom"),
        ]
    );
    for one in &mentions[..5] {
        assert_eq!(
            (one.file, one.student_number.as_deref(), one.name.as_str()),
            (Some(file), Some("101"), "Restante Zoé")
        );
    }
}

#[test]
fn a_purge_leaves_them_unless_they_are_to_be_blanked() {
    let parent = tempdir().unwrap();
    let place = parent.path().join("w");
    let made = filled(&place);
    let listed = made.preview_purge(&order(false).what).unwrap().mentions;
    let shut = made.shut();
    assert_eq!(shut.purge(&order(false), NOW).unwrap().mentions, listed, "what stays is told again");
    let made = shut.open(NOW).map_err(|(_, error)| error).unwrap();
    assert_eq!(made.note(file_of(&made, "101")).unwrap().unwrap().text, "Confondue avec marquenom (7000001)");
    assert!(made.waivers().unwrap()[0].seen.is_empty(), "what was copied of the person's own values went with them");
    let entry = &made.journal(1).unwrap()[0];
    assert_eq!((&entry.summary["blanked"], &entry.summary["mentions"]["cell"]), (&json!(false), &json!(3)));
}

#[test]
fn once_blanked_no_byte_of_them_is_in_any_file_and_the_rest_is_as_before() {
    let parent = tempdir().unwrap();
    let place = parent.path().join("w");
    let mut made = filled(&place);
    let copy = made.journal_copy().unwrap();
    assert!(holds_a_mark(&place).is_some());
    let shut = made.shut();
    shut.purge(&order(true), NOW).unwrap();
    made = shut.open(NOW).map_err(|(_, error)| error).unwrap();
    assert_eq!(holds_a_mark(&place), None);
    assert_eq!(made.verify().unwrap(), None, "the journal is whole without the words that named them");
    let verdict = made.check_journal_copy(&copy).unwrap();
    assert!(matches!(verdict, crate::CopyVerdict::Whole { since: 1, .. }), "{verdict:?}");
    assert!(made.note(file_of(&made, "101")).unwrap().is_none());
    assert_eq!(made.note(file_of(&made, "102")).unwrap().unwrap().text, "À rappeler");
    let waiver = &made.waivers().unwrap()[0];
    assert_eq!((waiver.code.as_str(), &waiver.text), ("IDN006", &None));
    assert_eq!(made.setting("mappings").unwrap(), Some(json!([{ "name": "liste", "toml": "" }])));
    let office = made.office().unwrap();
    let decision = &office.requests[0];
    assert_eq!((decision.decided_by.as_deref(), &decision.decision_reference), (Some("Le doyen"), &None));
    let reasons: Vec<_> = office.documents.iter().map(|document| document.reason.as_deref()).collect();
    assert_eq!(reasons, [None, Some("floue")]);
    let entry = &made.journal(1).unwrap()[0];
    assert_eq!((&entry.summary["blanked"], &entry.summary["mentions"]["note"]), (&json!(true), &json!(1)));
    // A row that lost its cell is read as one that never had it.
    let without = ["101;Restante;Zoé;2004-05-06;2024;L1;", "102;Revenue;Anne;2003-02-03;2024;L2;rien"];
    let again = import(&mut made, &[sheet("suite.csv", SheetKind::Roster, HEADERS, &without)]);
    assert!(!again.changes.facts, "{again:?}");
    drop(made);
    assert_eq!(opened(&place).verify().unwrap(), None);
}

#[test]
fn of_two_hundred_marked_persons_named_in_all_that_is_said_of_others_no_byte_is_left_once_blanked() {
    let parent = tempdir().unwrap();
    let place = parent.path().join("w");
    let mut made = purge_tests::filled(&place, MARKED);
    // One who stays for each who goes, and a free word about them in every place that has one.
    let named = |at: usize| format!("Marquenom{at:03}");
    let roster: Vec<String> = (0..MARKED)
        .map(|at| format!("8{at:05};Stable{at};Zoé;2004-05-06;2024;L1;voisine de Mme {}", named(at).to_uppercase()))
        .collect();
    let pieces: Vec<String> = (0..MARKED).map(|at| format!("8{at:05};Photo;rejetée;photo de {}", named(at))).collect();
    let lines = |of: &[String], headers: &str, kind, file: &str| {
        sheet(file, kind, headers, &of.iter().map(String::as_str).collect::<Vec<_>>())
    };
    import(&mut made, &[lines(&roster, HEADERS, SheetKind::Roster, "suite Marquenom007.csv")]);
    let headers = "student_number;document_kind;document_state;document_reason";
    import(&mut made, &[lines(&pieces, headers, SheetKind::Documents, "pieces.csv")]);
    let files: Vec<_> = (0..MARKED).map(|at| file_of(&made, &format!("8{at:05}"))).collect();
    let notes: Vec<_> =
        files.iter().zip(0..).map(|(file, at)| (*file, format!("Confondue avec {}", named(at)))).collect();
    made.set_notes(&notes, NOW).unwrap();
    for (at, file) in files.iter().enumerate().step_by(10) {
        let seen = vec![(Field::BirthName, named(at))];
        let target = WaiverTarget { registration: *file, code: "IDN006".into(), basis: "b".into(), seen };
        let text = Some(format!("Vérifié : n’est pas {}", named(at)));
        made.waive(&[target], &WaiverTerms { reason: WaiverReason::Other, text, until: None }, NOW).unwrap();
        let headers = "student_number;birth_name;request_kind;request_state;decided_by;decision_reference";
        let reference = format!("même cas que {}", named(at));
        enter(&mut made, *file, SheetKind::Requests, headers, &["dérogation", "accordée", "Le doyen", &reference])
            .unwrap();
        let headers = "student_number;birth_name;document_kind;document_state;document_reason";
        let reason = format!("celle de {}", named(at));
        enter(&mut made, *file, SheetKind::Documents, headers, &["Relevé", "rejetée", &reason]).unwrap();
    }
    made.back_up(crate::BackupReason::Asked, NOW).unwrap();
    assert!(holds_a_mark(&place).is_some(), "they are there before");
    let shut = made.shut();
    let purged = shut.purge(&order(true), NOW).unwrap();
    let of = |place: MentionIn| purged.mentions.iter().filter(|one| one.place == place).count();
    assert_eq!((of(MentionIn::Note), of(MentionIn::Waiver), of(MentionIn::Cell)), (MARKED, 20, 2 * MARKED + 40));
    let made = shut.open(NOW).map_err(|(_, error)| error).unwrap();
    assert_eq!(holds_a_mark(&place), None);
    assert_eq!(made.verify().unwrap(), None);
    let office = made.office().unwrap();
    assert!(
        office.requests.iter().all(|request| request.decided_by.as_deref() == Some("Le doyen")),
        "the rest is kept"
    );
    assert_eq!((office.requests.len(), made.waivers().unwrap().len()), (20, 20));
}

#[test]
fn what_is_entered_about_others_keeps_its_author() {
    let parent = tempdir().unwrap();
    let mut made = filled(&parent.path().join("w"));
    // The sheet of an entry bears the name of who made it: a colleague, not the person purged.
    let entered = by_hand(sheet(
        "Saisie",
        SheetKind::Documents,
        "student_number;document_kind;document_state",
        &["102;X;validée"],
    ));
    let mut part = entered.sheets[0].sheet.as_ref().clone();
    part.name = "Marquenom, 21/09/2024".into();
    let mut entered = entered;
    entered.sheets[0] = on_sheet(part, &entered.sheets[0]);
    import(&mut made, &[entered]);
    let mentions = made.preview_purge(&order(false).what).unwrap().mentions;
    assert!(mentions.iter().all(|one| one.text != "Marquenom, 21/09/2024"), "{mentions:?}");
}
