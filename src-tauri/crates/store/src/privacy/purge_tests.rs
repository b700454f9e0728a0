//! A purge leaves nothing of whom it purges, in any file of the workspace, whatever interrupts it.

use crate::backup::tables;
use crate::connection::look;
use crate::testing::{KEY, NOW, enter, holder, import, sheet, withdraw, workspace};
use crate::{
    BackupReason, CopyVerdict, Credentials, DataKey, Disk, Fault, Flaw, NotUndoable, OperationKind, PlannedFile,
    PurgeOrder, PurgeWhat, ShutWorkspace, StoreError, Workspace,
};
use guichet_model::{AcademicYear, SheetKind};
use rusqlite::types::ValueRef;
use std::path::Path;
use tempfile::tempdir;

const HEADERS: &str = "student_number;ine;birth_name;given_name;birth_date;email;academic_year;level;programme_code;cvec_number;Note libre";
pub(super) const MARKED: usize = 200;
const FEW: usize = 4;

/// Marked persons of 2023, and a few of 2024; one of them is in both.
fn files(persons: usize) -> Vec<PlannedFile> {
    let marked = |at: usize, email: &str| {
        format!(
            "7{at:06};7{at:09}K;Marquenom{at:03};Marqueprenom{at:03};19{:02}-0{}-11;{email}{at:03}@marque.fr;2023;L1;A;MAR3 {} {:02};marqueremarque",
            50 + at % 40,
            1 + at % 9,
            ["ABCDEF", "GHJKLM", "NPQRST"][at % 3],
            at % 100,
        )
    };
    let lines: Vec<String> = (0..persons).map(|at| marked(at, "avant")).collect();
    let changed: Vec<String> = (0..persons).map(|at| marked(at, "apres")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let changed: Vec<&str> = changed.iter().map(String::as_str).collect();
    let staying = [
        "101;;Restante;Zoé;2004-05-06;;2024;L1;A;;",
        "102;;Revenue;Anne;2003-02-03;;2023;L1;A;;",
        "102;;Revenue;Anne;2003-02-03;;2024;L2;A;;",
    ];
    vec![
        sheet("marquefichier-2023.csv", SheetKind::Roster, HEADERS, &lines),
        sheet("marquefichier-suite.csv", SheetKind::Roster, HEADERS, &changed),
        sheet("tous.csv", SheetKind::Roster, HEADERS, &staying),
        sheet(
            "marquepieces.csv",
            SheetKind::Documents,
            "student_number;document_kind;document_state;document_reason",
            &["7000001;Carte d'identité;rejetée;marqueremarque"],
        ),
    ]
}

fn campaign() -> PurgeWhat {
    PurgeWhat::Campaign { year: AcademicYear::new(2023).unwrap(), undated: false }
}

fn order(what: PurgeWhat) -> PurgeOrder {
    PurgeOrder { what, blank_mentions: false }
}

/// A workspace with all that can hold a name: replaced rows, imports undone, backups, a damaged base kept aside.
pub(super) fn filled(place: &Path, persons: usize) -> Workspace {
    let mut made = workspace(place);
    for file in files(persons) {
        import(&mut made, &[file]);
    }
    let undone = import(
        &mut made,
        &[sheet("marqueannule.csv", SheetKind::Roster, HEADERS, &["7999999;;Marquenom999;X;1999-01-02;;2023;L2;B;;"])],
    );
    made.undo(undone.operation, NOW).unwrap();
    decide(&mut made);
    made.back_up(BackupReason::Asked, NOW).unwrap();
    made.back_up(BackupReason::Asked, NOW).unwrap();
    let aside = place.join("corrompu-2024-09-21T120000");
    std::fs::create_dir(&aside).unwrap();
    std::fs::copy(place.join("data.db"), aside.join("data.db")).unwrap();
    made
}

/// Every kind of decision on a marked file, with marked words: kept, replaced, and taken away.
fn decide(made: &mut Workspace) {
    let person = made.persons_known_as("7000001").unwrap()[0];
    let file = made.office().unwrap().registrations_of(person).next().unwrap().id;
    let terms = |text: &str| crate::WaiverTerms {
        reason: guichet_model::WaiverReason::Decision,
        text: Some(text.to_owned()),
        until: None,
    };
    let target = crate::WaiverTarget {
        registration: file,
        code: "CVC001".into(),
        basis: "b".into(),
        seen: vec![(guichet_model::Field::BirthName, "Marquevu".into())],
    };
    for text in ["marquelevee", "marquelevee de nouveau"] {
        made.waive(std::slice::from_ref(&target), &terms(text), NOW).unwrap();
    }
    for note in ["marquenote", "marquenote suivante"] {
        made.set_note(file, note, NOW).unwrap();
    }
    let headers = "student_number;birth_name;request_kind;request_state;decided_by;decision_reference";
    for said in
        [["dérogation", "accordée", "marqueautorite", "marquereference"], ["dérogation", "refusée", "marqueautre", ""]]
    {
        enter(made, file, SheetKind::Requests, headers, &said).unwrap();
    }
    let headers = "student_number;birth_name;document_kind;document_state;document_reason";
    enter(made, file, SheetKind::Documents, headers, &["Photo", "rejetée", "marquemotif"]).unwrap();
    withdraw(made, true).unwrap();
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let into = to.join(path.file_name().unwrap());
        if path.is_dir() { copy_folder(&path, &into) } else { std::fs::copy(&path, &into).map(|_| ()).unwrap() }
    }
}

pub(super) fn opened(place: &Path) -> Workspace {
    Workspace::open(place, &holder(), NOW).unwrap()
}

fn shut_on(disk: &Disk, place: &Path) -> crate::Result<ShutWorkspace> {
    ShutWorkspace::take(disk, place, &Credentials::Nothing, &holder(), NOW)
}

/// Every file of a folder, with what every database among them says.
fn everything(folder: &Path, into: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            everything(&path, into);
            continue;
        }
        let name = path.display().to_string();
        into.push((name.clone(), std::fs::read(&path).unwrap()));
        if path.file_name().is_some_and(|name| name == "data.db") {
            into.push((name, said(&path)));
        }
    }
}

/// Every page's content that is in use, and that no page is free.
fn said(database: &Path) -> Vec<u8> {
    let connection = look(database, &DataKey::new(KEY)).unwrap();
    let free: i64 = connection.pragma_query_value(None, "freelist_count", |row| row.get(0)).unwrap();
    assert_eq!(free, 0, "{}: a free page could hold what was deleted", database.display());
    let mut bytes = Vec::new();
    for table in tables(&connection).unwrap() {
        let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for at in 0..columns {
                match row.get_ref(at).unwrap() {
                    ValueRef::Text(text) => bytes.extend_from_slice(text),
                    // What is kept to undo is deflated: it must not be there at all.
                    ValueRef::Blob(blob) => bytes.extend_from_slice(blob),
                    other => bytes.extend(format!("{other:?}").into_bytes()),
                }
                bytes.push(b'\n');
            }
        }
    }
    bytes
}

pub(super) fn holds_a_mark(place: &Path) -> Option<String> {
    let mut all = Vec::new();
    everything(place, &mut all);
    all.into_iter().find_map(|(name, bytes)| {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let at = ["marque", "7000001", "7000000001k", "19500"].iter().find_map(|mark| text.find(mark))?;
        let around: String = text[..at].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
        Some(format!("{name}: {around}|{}", text[at..].chars().take(60).collect::<String>()))
    })
}

#[test]
fn after_a_purge_no_byte_of_a_marked_person_is_in_any_file() {
    let parent = tempdir().unwrap();
    let place = parent.path().join("w");
    let made = filled(&place, MARKED);
    assert!(holds_a_mark(&place).is_some(), "they are there before");
    let copy = made.journal_copy().unwrap();
    let preview = made.preview_purge(&campaign()).unwrap();
    let of = |table: &str| preview.counts.iter().find(|count| count.table == table).map(|c| (c.going, c.staying));
    assert_eq!((of("person"), of("registration")), (Some((200, 2)), Some((201, 2))));
    assert_eq!((of("document"), preview.backups), (Some((1, 0)), 2));
    let shut = made.shut();
    let purged = shut.purge(&order(campaign()), NOW).unwrap();
    assert_eq!(purged.counts, preview.counts);
    let made = shut.open(NOW).map_err(|(_, error)| error).unwrap();
    assert_eq!(holds_a_mark(&place), None);
    assert!(!made.has_purge_to_finish());
    assert_eq!(made.verify().unwrap(), None);
    let names: Vec<_> = made.office().unwrap().persons.iter().filter_map(|p| p.identity.birth_name.clone()).collect();
    assert_eq!(names, ["Restante", "Revenue"]);
    let backups = made.backup_list().unwrap();
    assert_eq!(backups.len(), 1, "a new one in the place of the others");
    assert!(backups[0].record.as_ref().is_some_and(|record| record.reason == BackupReason::AfterPurge));
    assert!(made.backed_up().unwrap());
    let history = made.history().unwrap();
    assert_eq!((history[0].entry.kind, history[0].entry.operation), (OperationKind::Purge, purged.operation));
    let import = history.iter().find(|line| line.entry.operation.0 == 2);
    assert_eq!(import.and_then(|line| line.obstacle), Some(NotUndoable::Purged));
    // A copy of the journal handed on before is still known for what it is.
    let verdict = made.check_journal_copy(&copy).unwrap();
    assert!(matches!(verdict, CopyVerdict::Whole { since: 1, .. }), "{verdict:?}");
    let altered = copy.replacen("essai", "autre", 1);
    assert!(matches!(made.check_journal_copy(&altered).unwrap(), CopyVerdict::Altered(_)));
}

#[test]
fn what_a_purge_forgot_of_the_journal_cannot_be_written_anew() {
    let parent = tempdir().unwrap();
    let place = parent.path().join("w");
    let shut = filled(&place, MARKED).shut();
    shut.purge(&order(campaign()), NOW).unwrap();
    let made = shut.open(NOW).map_err(|(_, error)| error).unwrap();
    assert_eq!(made.verify().unwrap(), None);
    for change in [
        "UPDATE journal SET label = 'autre' WHERE seq = 2",
        "UPDATE journal SET who = 'autre' WHERE seq = 2",
        "UPDATE journal SET summary = '{}' WHERE seq = 2",
        "UPDATE journal SET label = '', summary = '{\"purged_by\":9}' WHERE seq = 4",
    ] {
        made.connection.execute_batch("SAVEPOINT s; DROP TRIGGER journal_keeps_words;").unwrap();
        made.connection.execute(change, []).unwrap();
        assert!(made.verify().unwrap().is_some(), "{change}");
        made.connection.execute_batch("ROLLBACK TO s; RELEASE s;").unwrap();
    }
    assert_eq!(made.verify().unwrap(), None);
}

#[test]
fn persons_are_purged_alone_and_the_others_come_in_again_as_before() {
    let parent = tempdir().unwrap();
    let place = parent.path().join("w");
    let mut made = filled(&place, MARKED);
    let persons = made.persons_known_as("7000001").unwrap();
    let file = made.office().unwrap().registrations_of(persons[0]).next().unwrap().id;
    let target = crate::WaiverTarget { registration: file, code: "CVC001".into(), basis: "b".into(), seen: Vec::new() };
    let reason = guichet_model::WaiverReason::Decision;
    made.waive(&[target], &crate::WaiverTerms { reason, text: Some("vu".into()), until: None }, NOW).unwrap();
    made.set_note(file, "à rappeler", NOW).unwrap();
    let shut = made.shut();
    shut.purge(&order(PurgeWhat::Persons(persons)), NOW).unwrap();
    let mut made = shut.open(NOW).map_err(|(_, error)| error).unwrap();
    assert!(made.persons_known_as("7000001").unwrap().is_empty());
    assert_eq!(made.office().unwrap().persons.len(), 201);
    assert!(made.waivers().unwrap().is_empty() && made.note(file).unwrap().is_none(), "decisions go with their file");
    let again = import(&mut made, &[files(MARKED).remove(2)]);
    assert!(!again.changes.facts, "what stays is known as before");
    drop(made);
    assert_eq!(opened(&place).verify().unwrap(), None);
}

#[test]
fn an_interrupted_purge_is_not_done_or_finished_at_the_next_opening() {
    let made = tempdir().unwrap();
    let model = made.path().join("w");
    drop(filled(&model, FEW));
    for for_ever in [false, true] {
        let mut outcomes = [0, 0];
        for at in 1.. {
            let parent = tempdir().unwrap();
            let place = parent.path().join("w");
            copy_folder(&model, &place);
            let disk = Disk::failing(Fault { at, for_ever, ..Fault::default() });
            let done = shut_on(&disk, &place).and_then(|shut| {
                shut.purge(&order(campaign()), NOW)?;
                shut.open(NOW).map_err(|(_, error)| error)
            });
            let whole = done.is_ok();
            drop(done);
            let made = opened(&place);
            assert!(!made.has_purge_to_finish(), "{at}");
            assert_eq!(made.verify().unwrap(), None, "{at}");
            let persons = made.office().unwrap().persons.len();
            assert!(persons == FEW + 2 || persons == 2, "{at}: {persons}");
            let purged = persons == 2;
            outcomes[usize::from(purged)] += 1;
            drop(made);
            if purged {
                assert_eq!(holds_a_mark(&place), None, "{at}");
                let left = opened(&place);
                let backups = left.backup_list().unwrap();
                assert!(!backups.is_empty(), "the backup of what is left stays: {at}");
                for backup in backups {
                    assert_eq!(left.verify_backup(&backup.name).unwrap(), None, "{at}");
                }
            } else {
                assert_eq!(opened(&place).backup_list().unwrap().len(), 2, "{at}: nothing went");
            }
            if disk.operations() < at {
                assert!(whole && outcomes[0] > 3 && outcomes[1] > 3, "{outcomes:?}");
                break;
            }
        }
    }
}

#[test]
fn a_backup_of_before_a_purge_that_somebody_brought_back_is_not_put_back() {
    let parent = tempdir().unwrap();
    let place = parent.path().join("w");
    let made = filled(&place, FEW);
    let older = made.backup_list().unwrap().remove(0);
    let kept = parent.path().join("cle-usb");
    copy_folder(&older.folder, &kept);
    drop(made);
    shut_on(&Disk::default(), &place).unwrap().purge(&order(campaign()), NOW).unwrap();
    let made = opened(&place);
    copy_folder(&kept, &older.folder);
    assert_eq!(made.verify_backup(&older.name).unwrap(), Some(Flaw::BeforePurge));
    let refused = |outcome: Result<(), StoreError>| {
        assert!(matches!(outcome, Err(StoreError::BackupUnsound { flaw: Flaw::BeforePurge, .. })), "{outcome:?}");
    };
    refused(made.preview_restore(&older.name).map(|_| ()));
    let shut = made.shut();
    refused(shut.put_back(&older.name, false, NOW).map(|_| ()));
    // The backup made after the purge tells of it when the database cannot.
    std::fs::write(place.join("data.db"), "perdu").unwrap();
    refused(shut.put_back(&older.name, true, NOW).map(|_| ()));
    let after = shut.backup_list().unwrap().into_iter().find(|backup| backup.name != older.name).unwrap();
    shut.put_back(&after.name, true, NOW).unwrap();
    assert_eq!(shut.open(NOW).map_err(|(_, error)| error).unwrap().office().unwrap().persons.len(), 2);
}

#[test]
fn a_mark_without_a_purge_removes_nothing() {
    let parent = tempdir().unwrap();
    let place = parent.path().join("w");
    drop(filled(&place, FEW));
    for words in ["{\"operation\":3}", "rien"] {
        std::fs::write(place.join("purge.json"), words).unwrap();
        let made = opened(&place);
        assert_eq!((made.backup_list().unwrap().len(), made.has_purge_to_finish()), (2, false));
    }
    let nobody = opened(&place).shut();
    let refused = nobody.purge(&order(PurgeWhat::Persons(Vec::new())), NOW);
    assert!(matches!(refused, Err(StoreError::NothingToPurge)));
}
