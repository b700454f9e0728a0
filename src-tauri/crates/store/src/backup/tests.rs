//! Making and verifying backups, whatever breaks.

use super::{Backup, BackupReason, Flaw};
use crate::testing::{NOW, holder, how_many, import, office_files, workspace};
use crate::{Credentials, Disk, Fault, StoreError, Workspace};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::tempdir;
use time::Duration;

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("backups")).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn flaw(workspace: &Workspace, backup: &Backup) -> Option<Flaw> {
    workspace.verify_backup(&backup.name).unwrap()
}

#[test]
fn a_backup_holds_everything_and_is_a_workspace_by_itself() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    import(&mut made, &office_files());
    let backup = made.back_up(BackupReason::Asked, NOW).unwrap();
    assert_eq!(backup.name, "2024-09-21T120000-asked");
    assert_eq!(flaw(&made, &backup), None);
    let record = backup.record.clone().unwrap();
    let (state, head) = (made.state_hash().unwrap(), made.journal(1).unwrap()[0].hash_after.clone());
    assert_eq!((record.state.as_deref(), &record.head, record.entries), (Some(state.as_str()), &head, 2));
    assert_eq!((record.counts["person"], record.counts["journal"], record.workspace.as_str()), (4, 2, "Essai"));
    assert_eq!(made.backup_list().unwrap(), std::slice::from_ref(&backup));
    let opened = Workspace::open(&backup.folder, &holder(), NOW).unwrap();
    assert_eq!(opened.state_hash().unwrap(), state);
    assert_eq!(opened.history().unwrap(), made.history().unwrap(), "what can be undone comes with it");
}

#[test]
fn a_rulebook_being_written_is_backed_up_like_other_work() {
    let parent = tempdir().unwrap();
    let mut made = workspace(&parent.path().join("w"));
    let backed_up = |made: &Workspace| {
        let backup = made.back_up_changes(BackupReason::Work, NOW).unwrap();
        assert!(made.backed_up().unwrap());
        assert_eq!(made.back_up_changes(BackupReason::Work, NOW).unwrap(), None, "once");
        backup.inspect(|backup| assert_eq!(flaw(made, backup), None)).is_some()
    };
    let draft = made.begin_rulebook("national", "id = 1", NOW).unwrap();
    assert!(backed_up(&made), "a draft alone, in a workspace where nothing else was done");
    assert!(made.keep_rulebook(draft, "id = 2", NOW).unwrap());
    assert!(backed_up(&made), "a draft changed");
    let backup = made.backup_list().unwrap().remove(0);
    let kept = Workspace::open(&backup.folder, &holder(), NOW).unwrap().rulebook_drafts().unwrap();
    assert_eq!(kept.iter().map(|draft| draft.text.as_str()).collect::<Vec<_>>(), ["id = 2"]);
    assert!(made.discard_rulebook(draft).unwrap());
    import(&mut made, &office_files());
    let other = made.begin_rulebook("national", "id = 3", NOW).unwrap();
    assert!(backed_up(&made));
    assert!(made.discard_rulebook(other).unwrap());
    assert!(backed_up(&made), "a draft given up");
}

#[test]
fn a_backup_that_is_given_up_leaves_nothing() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    import(&mut made, &office_files());
    let (twin, stop) = (made.twin().unwrap(), Arc::new(AtomicBool::new(true)));
    twin.give_up_on(Arc::clone(&stop)).unwrap();
    assert!(matches!(twin.back_up(BackupReason::Asked, NOW), Err(StoreError::Cancelled)));
    assert_eq!(names(&folder), Vec::<String>::new());
    assert!(made.backup_list().unwrap().is_empty() && !made.backed_up().unwrap());
    stop.store(false, Ordering::Relaxed);
    twin.back_up(BackupReason::Asked, NOW).unwrap();
    assert!(made.backed_up().unwrap());
}

#[test]
fn nothing_is_copied_twice_unless_somebody_asks() {
    let parent = tempdir().unwrap();
    let mut made = workspace(&parent.path().join("w"));
    assert_eq!(made.back_up_changes(BackupReason::Opening, NOW).unwrap(), None, "nothing is in it yet");
    import(&mut made, &office_files());
    assert!(!made.backed_up().unwrap());
    let second = made.back_up_changes(BackupReason::BeforeUndo, NOW).unwrap().unwrap();
    assert_eq!(made.back_up(BackupReason::Asked, NOW).unwrap().name, "2024-09-21T120000-asked");
    assert_eq!(made.back_up(BackupReason::Asked, NOW).unwrap().name, "2024-09-21T120000-asked-2");
    // One whose files went is none.
    for backup in made.backup_list().unwrap().iter().filter(|backup| backup.name != second.name) {
        fs::remove_dir_all(&backup.folder).unwrap();
    }
    fs::remove_file(second.folder.join("data.db")).unwrap();
    assert!(!made.backed_up().unwrap());
    assert!(matches!(made.verify_backup("nulle-part"), Err(StoreError::NoSuchBackup { .. })));
}

#[test]
fn a_byte_flipped_in_a_backup_is_seen_wherever_it_lies() {
    let parent = tempdir().unwrap();
    let mut made = workspace(&parent.path().join("w"));
    import(&mut made, &office_files());
    let backup = made.back_up(BackupReason::Asked, NOW).unwrap();
    let places = how_many("GUICHET_FLIPS", 120);
    for file in ["data.db", "backup.json"] {
        let path = backup.folder.join(file);
        let whole = fs::read(&path).unwrap();
        for at in (0..places).map(|place| place * whole.len() / places) {
            let mut altered = whole.clone();
            altered[at] ^= 1 << (at % 8);
            fs::write(&path, &altered).unwrap();
            assert!(flaw(&made, &backup).is_some(), "{file} {at}");
        }
        fs::write(&path, &whole).unwrap();
        assert_eq!(flaw(&made, &backup), None);
    }
    let descriptor = backup.folder.join("workspace.guichet");
    fs::write(&descriptor, fs::read_to_string(&descriptor).unwrap().replace("0707", "0708")).unwrap();
    assert_eq!(flaw(&made, &backup), Some(Flaw::Altered { file: "workspace.guichet".into() }));
}

#[test]
fn a_database_that_is_not_the_one_recorded_is_told_by_what_differs() {
    let parent = tempdir().unwrap();
    let mut made = workspace(&parent.path().join("w"));
    let before = made.back_up(BackupReason::Asked, NOW).unwrap();
    import(&mut made, &office_files());
    let after = made.back_up(BackupReason::Asked, NOW).unwrap();
    // Another state's database with its own fingerprint: only opening it tells.
    fs::copy(before.folder.join("data.db"), after.folder.join("data.db")).unwrap();
    let mut record = after.record.clone().unwrap();
    record.sha256 = before.record.unwrap().sha256;
    fs::write(after.folder.join("backup.json"), serde_json::to_vec(&record.sealed()).unwrap()).unwrap();
    let told = flaw(&made, &after);
    assert!(matches!(told, Some(Flaw::Differs { .. })), "{told:?}");
    fs::remove_file(after.folder.join("backup.json")).unwrap();
    assert_eq!(flaw(&made, &after), Some(Flaw::Record));
}

#[test]
fn whichever_operation_fails_the_workspace_and_the_older_backups_stay() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    import(&mut made, &office_files());
    let older = made.back_up(BackupReason::Asked, NOW).unwrap();
    let state = made.state_hash().unwrap();
    drop(made);
    let later = NOW + Duration::hours(1);
    for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied] {
        for for_ever in [false, true] {
            for at in 1.. {
                let disk = Disk::failing(Fault { at: 0, for_ever, kind });
                let mut opened = Workspace::open_on(&disk, &folder, &Credentials::Nothing, &holder(), NOW).unwrap();
                let disk = Disk::failing(Fault { at, for_ever, kind });
                opened.disk = disk.clone();
                let outcome = opened.back_up(BackupReason::Work, later);
                opened.disk = Disk::default();
                assert_eq!(opened.state_hash().unwrap(), state);
                assert_eq!(flaw(&opened, &older), None, "{at}");
                assert!(names(&folder).iter().all(|name| !name.starts_with('.')), "no draft is left: {at}");
                for backup in opened.backup_list().unwrap() {
                    assert_eq!(flaw(&opened, &backup), None, "{at}");
                    if backup.name != older.name {
                        fs::remove_dir_all(&backup.folder).unwrap();
                    }
                }
                if outcome.is_ok() && disk.operations() < at {
                    assert!(at > 15, "{at}");
                    break;
                }
            }
        }
    }
}

#[test]
fn older_backups_are_thinned_when_one_is_made() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let made = workspace(&folder);
    for day in 0..10 {
        for hour in 0..2 {
            made.back_up(BackupReason::Asked, NOW + Duration::days(day) + Duration::hours(hour)).unwrap();
        }
    }
    let left = names(&folder);
    // Of the last 48 hours all; before, one a day for seven days, then one a week.
    let days: Vec<&str> = left.iter().map(|name| &name[8..13]).collect();
    assert_eq!(
        days,
        [
            "21T13", "22T13", "23T13", "24T13", "25T13", "26T13", "27T13", "28T12", "28T13", "29T12", "29T13", "30T12",
            "30T13"
        ]
    );
}
