//! Imports are undone exactly, or refused with the list of what rests on them.

use super::recorder::RECORDED;
use crate::testing::{NOW, age, holder, import, office_files, sheet, table_dump, workspace};
use crate::{NotUndoable, OperationId, OperationKind, PlannedFile, StoreError, Workspace};
use guichet_model::SheetKind;
use std::path::Path;
use tempfile::tempdir;

const ROSTER: &str = "student_number;birth_name;given_name;birth_date;email;academic_year;level;programme_code";

fn roster(name: &str, lines: &[&str]) -> PlannedFile {
    sheet(name, SheetKind::Roster, ROSTER, lines)
}

fn pieces(name: &str, lines: &[&str]) -> PlannedFile {
    sheet(name, SheetKind::Documents, "student_number;document_kind;document_state", lines)
}

fn first() -> PlannedFile {
    roster("a.csv", &["101;Dupré;Zoé;2004-05-06;z@exemple.fr;2024;L1;A", "102;Exemple;Anne;2003-02-03;;2024;L2;B"])
}

fn bring(workspace: &mut Workspace, file: PlannedFile) -> OperationId {
    import(workspace, &[file]).operation
}

/// What refuses an undo: operations and rows.
fn refusal(workspace: &mut Workspace, operation: OperationId) -> Vec<(OperationId, usize)> {
    let before = (workspace.state_hash().unwrap(), workspace.journal(99).unwrap().len());
    let refused = workspace.undo(operation, NOW).unwrap_err();
    assert_eq!(before, (workspace.state_hash().unwrap(), workspace.journal(99).unwrap().len()));
    match refused {
        StoreError::UndoRefused { depends, .. } => {
            depends.into_iter().map(|dependent| (dependent.operation, dependent.rows)).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn reopened(workspace: Workspace, folder: &Path) -> Workspace {
    drop(workspace);
    Workspace::open(folder, &holder(), NOW).unwrap()
}

fn assert_sound(workspace: &Workspace) {
    let bad = workspace.connection.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap();
    let on: bool = workspace.connection.pragma_query_value(None, "foreign_keys", |row| row.get(0)).unwrap();
    assert!(!bad && on);
}

#[test]
fn an_import_is_undone_after_a_restart_and_comes_in_again_as_the_first_time() {
    let folder = tempdir().unwrap();
    let place = folder.path().join("w");
    let mut workspace = workspace(&place);
    let empty = workspace.state_hash().unwrap();
    let done = import(&mut workspace, &office_files());
    let full = workspace.state_hash().unwrap();
    let mut workspace = reopened(workspace, &place);
    let undone = workspace.undo(done.operation, NOW).unwrap();
    assert_eq!((undone.undone.as_slice(), undone.changes.facts), ([done.operation].as_slice(), true));
    assert_eq!(workspace.state_hash().unwrap(), empty);
    assert!(workspace.office().unwrap().persons.is_empty() && workspace.office().unwrap().kinds.is_empty());
    assert_sound(&workspace);
    let mut workspace = reopened(workspace, &place);
    let again = import(&mut workspace, &office_files());
    assert_eq!((again.counts, workspace.state_hash().unwrap()), (done.counts, full));
    assert_sound(&workspace);
}

#[test]
fn undoing_a_change_puts_the_former_values_back() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    bring(&mut workspace, first());
    let (before, facts) = (workspace.state_hash().unwrap(), workspace.office().unwrap());
    let changed = bring(&mut workspace, roster("b.csv", &["101;Dupré-Martin;Zoé;2004-05-06;n@exemple.fr;2024;L1;A"]));
    assert_ne!(workspace.facts_hash().unwrap(), before);
    assert_eq!(workspace.office().unwrap().persons[0].identity.birth_name.as_deref(), Some("Dupré-Martin"));
    workspace.undo(changed, NOW).unwrap();
    assert_eq!(workspace.state_hash().unwrap(), before);
    let back = workspace.office().unwrap();
    assert_eq!((&back.persons, &back.registrations), (&facts.persons, &facts.registrations));
}

#[test]
fn an_import_in_the_middle_goes_alone_when_nothing_rests_on_it() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    bring(&mut workspace, first());
    let middle = bring(&mut workspace, roster("b.csv", &["103;Autre;Léa;2002-01-01;;2024;L3;C"]));
    let last = roster("c.csv", &["104;Encore;Luc;2001-01-01;;2024;L3;C"]);
    bring(&mut workspace, last.clone());
    workspace.undo(middle, NOW).unwrap();
    assert_sound(&workspace);
    let mut without = self::workspace(&folder.path().join("sans"));
    bring(&mut without, first());
    bring(&mut without, last);
    assert_eq!(workspace.state_hash().unwrap(), without.state_hash().unwrap());
}

#[test]
fn what_rests_on_an_import_refuses_its_undoing_and_can_go_with_it() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let before = workspace.state_hash().unwrap();
    let one = bring(&mut workspace, first());
    let alone = workspace.state_hash().unwrap();
    // Documents of two of its persons; a change of one of its registrations; the same file, which brings nothing.
    let documents = bring(&mut workspace, pieces("p.csv", &["101;Photo;validée", "102;Photo;validée"]));
    let change = bring(&mut workspace, roster("b.csv", &["101;Dupré;Zoé;2004-05-06;autre@exemple.fr;2024;L1;A"]));
    let same = bring(&mut workspace, pieces("q.csv", &["101;Photo;validée"]));
    assert_eq!(refusal(&mut workspace, one), [(same, 1), (change, 1), (documents, 2)]);
    assert_eq!(refusal(&mut workspace, documents), [(same, 1)]);
    let undone = workspace.undo_with_dependents(documents, NOW).unwrap();
    assert_eq!(undone.undone, [same, documents]);
    assert_eq!(refusal(&mut workspace, one), [(change, 1)]);
    workspace.undo(change, NOW).unwrap();
    assert_eq!(workspace.state_hash().unwrap(), alone);
    workspace.undo(one, NOW).unwrap();
    assert_eq!(workspace.state_hash().unwrap(), before);
    assert_sound(&workspace);
}

#[test]
fn a_row_recognised_by_what_an_import_taught_rests_on_it() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    bring(&mut workspace, first());
    let certificates =
        |name: &str, lines: &[&str]| sheet(name, SheetKind::Certificates, "student_number;ine;cvec_number", lines);
    let taught = bring(&mut workspace, certificates("c.csv", &["101;1409002949V;MAR4 GBZETK 87"]));
    let before = workspace.state_hash().unwrap();
    let known = bring(&mut workspace, certificates("d.csv", &[";1409002949V;AIX4 ABCDEF 11"]));
    let office = workspace.office().unwrap();
    assert_eq!((office.persons.len(), office.certificates.len()), (2, 2), "the Ine is the person's");
    assert_eq!(refusal(&mut workspace, taught), [(known, 1)]);
    workspace.undo(known, NOW).unwrap();
    assert_eq!(workspace.state_hash().unwrap(), before);
    workspace.undo(taught, NOW).unwrap();
    assert!(!import(&mut workspace, &[first()]).changes.facts);
}

#[test]
fn the_same_file_again_brings_nothing_and_still_says_its_rows() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let before = workspace.state_hash().unwrap();
    let one = bring(&mut workspace, first());
    let two = bring(&mut workspace, first());
    assert_eq!(refusal(&mut workspace, one), [(two, 2)]);
    assert_eq!(workspace.undo_with_dependents(one, NOW).unwrap().undone, [two, one]);
    assert_eq!(workspace.state_hash().unwrap(), before);
}

#[test]
fn an_undo_is_undone_as_long_as_nothing_follows() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let one = bring(&mut workspace, first());
    let full = workspace.state_hash().unwrap();
    let undo = workspace.undo(one, NOW).unwrap().operation;
    let mut redo = workspace.undo(undo, NOW).unwrap().operation;
    assert_eq!(workspace.state_hash().unwrap(), full);
    // Back and forth: each step takes back the one before.
    for stands in [false, true, false, true] {
        redo = workspace.undo(redo, NOW).unwrap().operation;
        assert_eq!(workspace.state_hash().unwrap() == full, stands);
        let line = workspace.history().unwrap().into_iter().find(|line| line.entry.operation == one).unwrap();
        assert_eq!(line.undone_by.is_none(), stands);
    }
    assert!(!import(&mut workspace, &[first()]).changes.facts, "its rows are known again");
    let obstacle = |workspace: &mut Workspace, operation| match workspace.undo(operation, NOW).unwrap_err() {
        StoreError::NotUndoable { reason, .. } => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(obstacle(&mut workspace, redo), NotUndoable::Followed);
    assert_eq!(obstacle(&mut workspace, undo), NotUndoable::Undone(OperationId(undo.0 + 1)));
    assert_eq!(obstacle(&mut workspace, OperationId(1)), NotUndoable::NotAnImport);
    assert_eq!(obstacle(&mut workspace, OperationId(77)), NotUndoable::Unknown);
    assert_eq!(workspace.state_hash().unwrap(), full);
}

#[test]
fn the_history_tells_what_stands_and_what_can_be_undone() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let one = bring(&mut workspace, first());
    let two = bring(&mut workspace, pieces("p.csv", &["101;Photo;validée"]));
    let undo = workspace.undo(two, NOW).unwrap().operation;
    let three = bring(&mut workspace, pieces("q.csv", &["102;Photo;validée"]));
    let history = workspace.history().unwrap();
    let kinds: Vec<_> = history.iter().map(|line| (line.entry.operation, line.entry.kind)).collect();
    let (create, import) = ((OperationId(1), OperationKind::Create), OperationKind::Import);
    assert_eq!(kinds, [(three, import), (undo, OperationKind::Undo), (two, import), (one, import), create]);
    assert_eq!((history[1].undid.as_slice(), history[1].entry.label.as_str()), ([two].as_slice(), "essai"));
    assert_eq!(history[1].obstacle, Some(NotUndoable::Followed));
    assert_eq!((history[2].undone_by, history[2].depends.len()), (Some(undo), 0));
    assert_eq!((history[3].obstacle, history[3].depends[0].operation), (None, three));
    assert_eq!((history[3].counts[0].kind, history[3].counts[0].new), (SheetKind::Roster, 2));
    assert_eq!(history[4].obstacle, Some(NotUndoable::NotAnImport));
}

#[test]
fn an_older_form_of_the_workspace_seals_what_was_kept() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let (one, two) = (bring(&mut workspace, first()), bring(&mut workspace, pieces("p.csv", &["7;Photo;validée"])));
    workspace.connection.execute("UPDATE undo SET schema = 2 WHERE operation = ?1", [one.0]).unwrap();
    workspace.connection.execute("DELETE FROM undo WHERE operation = ?1", [two.0]).unwrap();
    let obstacles: Vec<_> = workspace.history().unwrap().iter().map(|line| line.obstacle).collect();
    assert_eq!(obstacles[..2], [Some(NotUndoable::NothingKept), Some(NotUndoable::Sealed)]);
    assert!(matches!(workspace.undo(one, NOW), Err(StoreError::NotUndoable { reason: NotUndoable::Sealed, .. })));
}

#[test]
fn imports_of_an_older_version_stand_and_later_ones_are_undone() {
    let folder = tempdir().unwrap();
    let place = folder.path().join("w");
    let mut workspace = workspace(&place);
    let old = import(&mut workspace, &office_files()).operation;
    age(&workspace, 2);
    let mut workspace = reopened(workspace, &place);
    let before = workspace.state_hash().unwrap();
    assert!(!import(&mut workspace, &office_files()).changes.facts, "rows left out still wait");
    let later = bring(&mut workspace, roster("b.csv", &["101;Dupré;Zoé;2004-05-06;n@exemple.fr;2024;L1;A"]));
    assert_ne!(workspace.state_hash().unwrap(), before);
    workspace.undo(later, NOW).unwrap();
    assert_eq!(workspace.state_hash().unwrap(), before);
    let reason = workspace.undo(old, NOW);
    assert!(matches!(reason, Err(StoreError::NotUndoable { reason: NotUndoable::NothingKept, .. })));
    assert_sound(&workspace);
}

#[test]
fn rows_that_are_not_as_written_refuse_an_undo_whole() {
    let folder = tempdir().unwrap();
    let mut workspace = workspace(&folder.path().join("w"));
    let one = bring(&mut workspace, first());
    let later = bring(&mut workspace, roster("b.csv", &["103;Autre;Léa;2002-01-01;;2024;L3;C"]));
    workspace.connection.execute("UPDATE person SET email = 'x' WHERE student_number = '102'", []).unwrap();
    assert_eq!(refusal(&mut workspace, one), [(later, 0)], "what came later could have changed them");
    workspace.undo(later, NOW).unwrap();
    let refused = workspace.undo(one, NOW);
    assert!(matches!(refused, Err(StoreError::NotUndoable { reason: NotUndoable::Altered, .. })));
    assert_eq!(workspace.office().unwrap().persons.len(), 2);
    assert_sound(&workspace);
}

#[test]
fn every_table_is_recorded_or_has_its_reason_not_to_be() {
    let folder = tempdir().unwrap();
    let workspace = workspace(&folder.path().join("w"));
    // Numbers, the journal, what is kept to undo, what belongs to one operation, settings, what is computed.
    let apart = [
        "counter",
        "evaluation",
        "file_state",
        "finding",
        "journal",
        "journal_head",
        "journal_seal",
        "left_out",
        "rests_on",
        "setting",
        "tally",
        "undo",
        "undone",
    ];
    let mut all: Vec<&str> = apart.into_iter().chain(RECORDED).collect();
    all.sort_unstable();
    let tables: Vec<String> = workspace
        .connection
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    assert_eq!(tables, all);
    assert!(table_dump(&workspace, "undo").lines().count() == 1, "nothing to undo yet");
}
