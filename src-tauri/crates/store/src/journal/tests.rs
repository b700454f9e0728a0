//! Whatever is changed in a journal, or in a copy of it, is seen.

use super::{CopyFlaw, CopyVerdict, first_alteration};
use crate::error::StoreError;
use crate::testing::{NOW, age, holder, import, office_files, sheet, workspace};
use crate::{BackupReason, NotUndoable, OperationId, Workspace};
use guichet_model::SheetKind;
use serde_json::json;
use tempfile::tempdir;

/// Random edits tried when `GUICHET_CASES` does not say how many.
const CASES: usize = 2_000;

/// A workspace whose journal has a few entries of every kind.
fn lived_in(folder: &std::path::Path) -> Workspace {
    let mut workspace = workspace(folder);
    let first = import(&mut workspace, &office_files());
    workspace.undo(first.operation, NOW).unwrap();
    let lines = ["21000001;L2", "21000002;L3"];
    import(&mut workspace, &[sheet("autres.csv", SheetKind::Roster, "student_number;level", &lines)]);
    workspace.set_setting("rulebook", &json!("essai"), NOW).unwrap();
    workspace
}

fn cases() -> usize {
    std::env::var("GUICHET_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES)
}

/// A number below the one asked for, the same numbers at each run (splitmix64).
fn random() -> impl FnMut(usize) -> usize {
    let mut state: u64 = 42;
    move |below| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % (below.max(1) as u64)).unwrap()
    }
}

#[test]
fn entries_are_only_added() {
    let parent = tempdir().unwrap();
    let made = lived_in(&parent.path().join("w"));
    for table in ["journal", "journal_seal"] {
        assert!(made.connection.execute(&format!("DELETE FROM {table}"), []).is_err());
        assert!(made.connection.execute(&format!("UPDATE {table} SET seq = seq + 100"), []).is_err());
    }
    let entries = made.journal(9).unwrap();
    assert_eq!(entries[0].hash_before, entries[1].hash_after);
    assert_eq!(entries.last().unwrap().hash_before, "");
    assert_eq!(entries[0].short_seal().len(), 19);
}

#[test]
fn what_is_changed_with_other_tools_is_named_at_the_next_opening() {
    let parent = tempdir().unwrap();
    for (at, (change, operation)) in [
        ("DROP TRIGGER journal_keeps_words; UPDATE journal SET who = 'x' WHERE seq = 2", 2),
        ("DROP TRIGGER journal_keeps_words; UPDATE journal SET facts = 0 WHERE seq = 4", 4),
        ("DROP TRIGGER journal_keeps_entries; DELETE FROM journal WHERE seq = 3", 3),
        ("DROP TRIGGER journal_keeps_entries; DELETE FROM journal WHERE seq = 5", 5),
        (
            "DROP TRIGGER journal_keeps_entries; DROP TRIGGER journal_seal_keeps_entries;
             DELETE FROM journal WHERE seq >= 4; DELETE FROM journal_seal WHERE seq >= 4",
            4,
        ),
        ("DELETE FROM journal_head", 6),
        ("INSERT INTO journal SELECT 6, at, who, kind, label, summary, facts, settings, hash_before, hash_after FROM journal WHERE seq = 5", 6),
        ("DROP TRIGGER journal_seal_keeps_words; UPDATE journal_seal SET seal = 'x' WHERE seq = 1", 1),
    ]
    .into_iter()
    .enumerate()
    {
        let folder = parent.path().join(format!("w{at}"));
        let made = lived_in(&folder);
        made.connection.execute_batch(&format!("PRAGMA foreign_keys = OFF; {change}")).unwrap();
        drop(made);
        match Workspace::open(&folder, &holder(), NOW).err() {
            Some(StoreError::JournalAltered { operation: named, .. }) => {
                assert_eq!(named, OperationId(operation), "{change}");
            }
            other => panic!("{change}: {other:?}"),
        }
    }
}

#[test]
fn a_whole_journal_written_by_who_lacks_the_key_is_refused() {
    let parent = tempdir().unwrap();
    let made = lived_in(&parent.path().join("w"));
    let other = super::JournalKey::of(&crate::DataKey::new([8; 32]));
    made.connection
        .execute_batch("DROP TRIGGER journal_seal_keeps_entries; DELETE FROM journal_seal; DELETE FROM journal_head;")
        .unwrap();
    super::seal_all(&made.connection, &other).unwrap();
    assert_eq!(first_alteration(&made.connection, &other).unwrap(), None);
    assert_eq!(first_alteration(&made.connection, &made.journal_key).unwrap(), Some(1));
}

#[test]
fn a_journal_of_before_is_sealed_when_the_workspace_is_brought_up_to_date() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    import(&mut made, &office_files());
    age(&made, 4);
    drop(made);
    let opened = Workspace::open(&folder, &holder(), NOW).unwrap();
    assert_eq!(first_alteration(&opened.connection, &opened.journal_key).unwrap(), None);
    assert_eq!(opened.journal(9).unwrap().len(), 2);
}

#[test]
fn a_copy_tells_what_it_is_worth() {
    let parent = tempdir().unwrap();
    let mut made = lived_in(&parent.path().join("w"));
    let copy = made.journal_copy().unwrap();
    let check = |workspace: &Workspace, text: &str| workspace.check_journal_copy(text).unwrap();
    assert_eq!(check(&made, &copy), CopyVerdict::Whole { operations: 5, since: 0 });
    made.set_setting("as_of", &json!("2024-09-21"), NOW).unwrap();
    assert_eq!(check(&made, &copy), CopyVerdict::Whole { operations: 5, since: 1 });

    let lines: Vec<&str> = copy.split_inclusive('\n').collect();
    let without = |left: usize| -> String {
        lines.iter().enumerate().filter(|(at, _)| *at != left).map(|(_, line)| *line).collect()
    };
    let entry = |operation| CopyVerdict::Altered(CopyFlaw::Entry(OperationId(operation)));
    assert_eq!(check(&made, &copy.replace("Une Personne", "Une Autre")), CopyVerdict::Altered(CopyFlaw::Foreign));
    assert_eq!(check(&made, &copy.replacen("Une Personne", "Une Autre", 1)), entry(1));
    assert_eq!(check(&made, &without(2)), entry(3));
    assert_eq!(check(&made, &without(4)), CopyVerdict::Altered(CopyFlaw::End));
    assert_eq!(check(&made, &without(5)), CopyVerdict::Altered(CopyFlaw::End));
    assert_eq!(check(&made, ""), CopyVerdict::Altered(CopyFlaw::Foreign));

    let other = lived_in(&parent.path().join("autre"));
    assert_eq!(check(&other, &copy), CopyVerdict::Whole { operations: 5, since: 0 }, "the same key, the same acts");
}

/// A workspace of five operations put back to its third; the copy of before.
fn put_back(folder: &std::path::Path) -> (Workspace, String) {
    let mut made = workspace(folder);
    import(&mut made, &office_files());
    made.set_setting("rulebook", &json!("essai"), NOW).unwrap();
    let backup = made.back_up(BackupReason::Asked, NOW).unwrap();
    made.set_setting("rulebook", &json!("autre"), NOW).unwrap();
    made.set_setting("as_of", &json!("2024-09-21"), NOW).unwrap();
    let copy = made.journal_copy().unwrap();
    let shut = made.shut();
    shut.put_back(&backup.name, false, NOW).unwrap();
    (shut.open(NOW).map_err(|(_, error)| error).unwrap(), copy)
}

#[test]
fn a_copy_of_operations_that_a_restoration_took_back_is_genuine() {
    let parent = tempdir().unwrap();
    let (mut made, copy) = put_back(&parent.path().join("w"));
    let restoration = made.journal(1).unwrap().remove(0);
    let taken = restoration.taken_back().remove(0);
    let last: serde_json::Value = serde_json::from_str(copy.lines().nth(4).unwrap()).unwrap();
    assert_eq!((taken.first, taken.last, json!(taken.seal)), (4, 5, last["seal"].clone()));
    assert_eq!(taken.who, [restoration.who.as_str()]);
    let genuine = |first, last, by| CopyVerdict::TakenBack {
        first: OperationId(first),
        last: OperationId(last),
        by: OperationId(by),
    };
    assert_eq!(made.check_journal_copy(&copy).unwrap(), genuine(4, 5, 4));
    assert!(matches!(
        made.undo(restoration.operation, NOW),
        Err(StoreError::NotUndoable { reason: NotUndoable::Restored, .. })
    ));
    // The restoration is itself taken back by putting back an earlier state once more: what it took back is still told.
    let backup = made.backup_list().unwrap().remove(0);
    let shut = made.shut();
    shut.put_back(&backup.name, false, NOW).unwrap();
    let made = shut.open(NOW).map_err(|(_, error)| error).unwrap();
    assert_eq!(made.check_journal_copy(&copy).unwrap(), genuine(4, 5, 4));
    // A workspace where no restoration tells of them says that they are not its own.
    let mut other = workspace(&parent.path().join("autre"));
    import(&mut other, &office_files());
    other.set_setting("rulebook", &json!("essai"), NOW).unwrap();
    let verdict = CopyVerdict::Altered(CopyFlaw::Entry(OperationId(4)));
    assert_eq!(other.check_journal_copy(&copy).unwrap(), verdict);
}

#[test]
fn every_random_edit_of_a_copy_that_a_restoration_took_back_is_seen() {
    let parent = tempdir().unwrap();
    let (made, copy) = put_back(&parent.path().join("w"));
    all_edits_are_seen(&made, &copy);
}

#[test]
fn every_random_edit_of_a_copy_is_seen() {
    let parent = tempdir().unwrap();
    let made = lived_in(&parent.path().join("w"));
    all_edits_are_seen(&made, &made.journal_copy().unwrap());
}

fn all_edits_are_seen(made: &Workspace, copy: &str) {
    let mut random = random();
    for case in 0..cases() {
        let edited = edit(copy, &mut random);
        if edited == copy.as_bytes() {
            continue;
        }
        let seen = match std::str::from_utf8(&edited) {
            Ok(text) => matches!(made.check_journal_copy(text).unwrap(), CopyVerdict::Altered(_)),
            // What is no text is no copy: the file is refused before.
            Err(_) => true,
        };
        assert!(seen, "case {case}: {}", String::from_utf8_lossy(&edited));
    }
}

/// A copy with bytes flipped, cut off, removed, repeated or moved, or whole lines.
fn edit(copy: &str, random: &mut impl FnMut(usize) -> usize) -> Vec<u8> {
    let mut bytes = copy.as_bytes().to_vec();
    let mut lines: Vec<String> = copy.split_inclusive('\n').map(str::to_owned).collect();
    let (from, to) = (random(bytes.len()), random(bytes.len()));
    let (one, other) = (random(lines.len()), random(lines.len()));
    match random(8) {
        0 => bytes[from] ^= 1 << random(7),
        1 => bytes.truncate(from),
        2 => drop(bytes.drain(from.min(to)..from.max(to))),
        3 => bytes.insert(from, b' ' + u8::try_from(random(90)).unwrap()),
        4 => {
            let part = bytes[from.min(to)..from.max(to)].to_vec();
            bytes.extend(part);
        }
        5 => {
            lines.swap(one, other);
            return lines.concat().into_bytes();
        }
        6 => {
            lines.remove(one);
            return lines.concat().into_bytes();
        }
        _ => {
            lines.insert(one, lines[other].clone());
            return lines.concat().into_bytes();
        }
    }
    bytes
}

#[test]
fn every_random_edit_of_the_journal_itself_is_seen() {
    let parent = tempdir().unwrap();
    let made = lived_in(&parent.path().join("w"));
    made.connection
        .execute_batch(
            "DROP TRIGGER journal_keeps_words; DROP TRIGGER journal_keeps_entries;
             DROP TRIGGER journal_seal_keeps_words; DROP TRIGGER journal_seal_keeps_entries;",
        )
        .unwrap();
    let mut random = random();
    let texts = ["at", "who", "kind", "label", "summary", "hash_before", "hash_after"];
    for case in 0..cases() / 4 {
        let (seq, column) = (random(5) + 1, texts[random(texts.len())]);
        let change = match random(6) {
            0 => format!("DELETE FROM journal WHERE seq = {seq}"),
            1 => format!("DELETE FROM journal WHERE seq >= {seq}; DELETE FROM journal_seal WHERE seq >= {seq}"),
            2 => format!("UPDATE journal SET facts = 1 - facts WHERE seq = {seq}"),
            3 => format!("UPDATE journal SET seq = seq + {} WHERE seq = {seq}", 5 + random(9)),
            4 => format!("UPDATE journal_seal SET seal = '{case}' || substr(seal, 9) WHERE seq = {seq}"),
            _ => format!("UPDATE journal SET {column} = {column} || '{case}' WHERE seq = {seq}"),
        };
        made.connection.execute_batch(&format!("SAVEPOINT edit; {change}")).unwrap();
        assert!(first_alteration(&made.connection, &made.journal_key).unwrap().is_some(), "{change}");
        made.connection.execute_batch("ROLLBACK TO edit; RELEASE edit").unwrap();
    }
    assert_eq!(first_alteration(&made.connection, &made.journal_key).unwrap(), None);
}
