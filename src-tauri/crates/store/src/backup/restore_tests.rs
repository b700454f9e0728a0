//! Putting backups back, whatever breaks.

use super::BackupReason;
use crate::testing::{NOW, copy_folder, holder, how_many, import, office_files, sheet, workspace};
use crate::{Credentials, Disk, Fault, OperationKind, PlannedFile, ShutWorkspace, StoreError, Workspace};
use guichet_model::{Instant, SheetKind};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use tempfile::tempdir;
use time::Duration;

const LATER: Instant = NOW.saturating_add(Duration::hours(3));

fn roster(number: u32) -> PlannedFile {
    let line = format!("{number};Nom{number};Prénom;2004-05-06;2024;L1");
    sheet(
        &format!("{number}.csv"),
        SheetKind::Roster,
        "student_number;birth_name;given_name;birth_date;academic_year;level",
        &[line.as_str()],
    )
}

/// A workspace that was backed up, and went on; the backup's name, and both states.
fn gone_on(folder: &Path) -> (String, String, String) {
    let mut made = workspace(folder);
    import(&mut made, &office_files());
    let backup = made.back_up(BackupReason::Asked, NOW).unwrap();
    let then = made.state_hash().unwrap();
    import(&mut made, &[roster(900)]);
    (backup.name, then, made.state_hash().unwrap())
}

fn shut(disk: &Disk, folder: &Path) -> ShutWorkspace {
    ShutWorkspace::take(disk, folder, &Credentials::Nothing, &holder(), LATER).unwrap()
}

fn open(folder: &Path) -> Workspace {
    Workspace::open(folder, &holder(), LATER).unwrap()
}

/// What a workspace's folder holds besides its files and folders of always.
fn leftovers(folder: &Path) -> Vec<String> {
    let usual = [
        "data.db",
        "data.db-wal",
        "data.db-shm",
        "workspace.guichet",
        "workspace.lock",
        "workspace.holder",
        "workspace.head",
        "backups",
    ];
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| !usual.contains(&name.as_str())).collect()
}

#[test]
fn a_backup_put_back_is_the_state_it_was_made_from_and_goes_on() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let (name, then, now) = gone_on(&folder);
    let made = open(&folder);
    let preview = made.preview_restore(&name).unwrap();
    let lost: Vec<&str> = preview.lost.iter().map(|entry| entry.label.as_str()).collect();
    assert_eq!((lost, preview.regained.len(), preview.same), (vec!["essai"], 0, false));
    assert!(preview.counts.contains(&("person".to_owned(), 5, 4)), "{:?}", preview.counts);
    let aside = made.back_up(BackupReason::BeforeRestore, LATER).unwrap();
    let before = made.shut();
    assert_eq!(before.put_back(&name, false, LATER).unwrap(), None);
    let mut restored = before.open(LATER).map_err(|(_, error)| error).unwrap();
    assert_eq!(restored.state_hash().unwrap(), then);
    let journal = restored.journal(9).unwrap();
    assert_eq!((journal[0].kind, journal[0].label.as_str(), journal.len()), (OperationKind::Restore, name.as_str(), 3));
    assert_eq!(leftovers(&folder), Vec::<String>::new());
    // What was done before the backup can still be undone, work goes on, and the state left aside can come back.
    assert!(!restored.backed_up().unwrap());
    import(&mut restored, &[roster(901)]);
    let preview = restored.preview_restore(&aside.name).unwrap();
    assert_eq!((preview.lost.len(), preview.regained.len()), (2, 1));
    let before = restored.shut();
    before.put_back(&aside.name, false, LATER).unwrap();
    let mut back = before.open(LATER).map_err(|(_, error)| error).unwrap();
    assert_eq!(back.state_hash().unwrap(), now);
    let last = back.journal(9).unwrap()[1].operation;
    back.undo(last, LATER).unwrap();
    assert_eq!(back.state_hash().unwrap(), then);
}

#[test]
fn a_restore_that_would_take_a_rulebook_being_written_back_says_so() {
    let parent = tempdir().unwrap();
    let mut made = workspace(&parent.path().join("w"));
    import(&mut made, &office_files());
    let draft = made.begin_rulebook("national", "id = 1", NOW).unwrap();
    let backup = made.back_up(BackupReason::Asked, NOW).unwrap().name;
    let told = |made: &Workspace| {
        let preview = made.preview_restore(&backup).unwrap();
        (preview.same, preview.drafts, preview.lost.len())
    };
    assert_eq!(told(&made), (true, false, 0));
    made.keep_rulebook(draft, "id = 2", NOW).unwrap();
    assert_eq!(told(&made), (false, true, 0), "the journal tells of none of it");
    let shut = made.shut();
    shut.put_back(&backup, false, LATER).unwrap();
    let back = shut.open(LATER).map_err(|(_, error)| error).unwrap();
    assert_eq!(back.rulebook_drafts().unwrap()[0].text, "id = 1");
}

#[test]
fn whichever_operation_fails_a_restore_leaves_the_state_before_or_after() {
    let parent = tempdir().unwrap();
    let template = parent.path().join("modele");
    let (name, then, now) = gone_on(&template);
    for damaged in [false, true] {
        for (for_ever, kind) in [(false, ErrorKind::StorageFull), (true, ErrorKind::PermissionDenied)] {
            for at in 1.. {
                let folder = parent.path().join("w");
                copy_folder(&template, &folder);
                let mut before = shut(&Disk::default(), &folder);
                let disk = Disk::failing(Fault { at, for_ever, kind });
                before.disk = disk.clone();
                let outcome = before.put_back(&name, damaged, LATER);
                drop(before);
                let found = open(&folder);
                let state = found.state_hash().unwrap();
                assert!(state == now || state == then, "{at}");
                assert!(outcome.is_err() || state == then, "{at}");
                assert_eq!(found.verify().unwrap(), None, "{at}");
                assert_eq!(found.verify_backup(&name).unwrap(), None, "{at}");
                let left = leftovers(&folder);
                assert!(left.iter().all(|name| damaged && name.starts_with("corrompu-")), "{at} {left:?}");
                drop(found);
                fs::remove_dir_all(&folder).unwrap();
                if outcome.is_ok() && disk.operations() < at {
                    assert!(at > 20, "{at}");
                    break;
                }
            }
        }
    }
}

#[test]
fn an_exchange_of_a_foreign_intent_stays_in_the_workspace() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    gone_on(&folder);
    let whole = fs::read(folder.join("data.db")).unwrap();
    let intent = r#"{"aside":"../ailleurs","keep":true,"witness":{"entries":1,"head":""}}"#;
    fs::write(folder.join("exchange.json"), intent).unwrap();
    fs::write(folder.join(".incoming.db"), "x").unwrap();
    let refused = Workspace::open(&folder, &holder(), LATER).err();
    assert!(matches!(refused, Some(StoreError::Damaged { .. })), "{refused:?}");
    assert_eq!(fs::read(folder.join("data.db")).unwrap(), whole);
    assert!(!parent.path().join("ailleurs").exists());
}

#[test]
fn a_damaged_database_is_kept_aside_whole_and_a_backup_takes_its_place() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let (name, then, _) = gone_on(&folder);
    let database = folder.join("data.db");
    let mut bytes = fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&database, &bytes).unwrap();
    let Err((before, error)) = shut(&Disk::default(), &folder).open(LATER) else { panic!("it opened") };
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
    let aside = before.put_back(&name, true, LATER).unwrap().unwrap();
    assert_eq!(aside, "corrompu-2024-09-21T150000");
    let restored = before.open(LATER).map_err(|(_, error)| error).unwrap();
    assert_eq!(restored.state_hash().unwrap(), then);
    assert_eq!(fs::read(folder.join(aside).join("data.db")).unwrap(), bytes);
    // One that is itself damaged is refused, and so is another workspace's.
    let backup = folder.join("backups").join(&name).join("data.db");
    fs::write(&backup, &bytes).unwrap();
    assert!(matches!(restored.preview_restore(&name), Err(StoreError::BackupUnsound { .. })));
    let state = restored.state_hash().unwrap();
    let other = parent.path().join("autre");
    let foreign = workspace(&other);
    let foreign = foreign.back_up(BackupReason::Asked, LATER).unwrap();
    let new =
        crate::NewWorkspace { name: "Ailleurs".into(), demo: false, key: crate::DataKey::new(crate::testing::KEY) };
    let elsewhere = Workspace::create(&parent.path().join("ailleurs"), &new, &holder(), NOW).unwrap();
    copy_folder(&foreign.folder, &elsewhere.folder().join("backups").join(&foreign.name));
    assert!(matches!(elsewhere.preview_restore(&foreign.name), Err(StoreError::BackupOfAnother { .. })));
    assert_eq!(restored.state_hash().unwrap(), state);
}

#[test]
fn the_newest_backup_is_restored_once_a_week_to_see_that_it_can_be() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let (name, ..) = gone_on(&folder);
    let made = open(&folder);
    let tested = made.test_restore(NOW).unwrap().unwrap();
    assert_eq!((tested.backup.as_str(), tested.sound), (name.as_str(), true));
    assert_eq!(made.keeping().tested, Some(tested));
    assert_eq!(made.test_restore(NOW + Duration::days(6)).unwrap(), None);
    let backup = made.backup_list().unwrap().remove(0).folder.join("data.db");
    let mut bytes = fs::read(&backup).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&backup, bytes).unwrap();
    assert!(!made.test_restore(NOW + Duration::days(7)).unwrap().unwrap().sound);
    let left = fs::read_dir(folder.join("backups")).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(left.into_iter().all(|name| !name.to_string_lossy().starts_with('.')));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: u32::try_from(how_many("GUICHET_CASES", 8)).unwrap_or(8),
        rng_seed: RngSeed::Fixed(5),
        ..ProptestConfig::default()
    })]

    /// Whatever was imported and undone, before and after.
    #[test]
    fn a_random_workspace_backed_up_and_put_back_has_the_same_logical_hash(
        first in prop::collection::vec((1_u32..40, any::<bool>()), 1..6),
        then in prop::collection::vec((1_u32..40, any::<bool>()), 0..4),
    ) {
        let parent = tempdir().unwrap();
        let folder = parent.path().join("w");
        let mut made = workspace(&folder);
        let work = |made: &mut Workspace, steps: &[(u32, bool)]| {
            for (number, undo) in steps {
                let applied = import(made, &[roster(*number)]);
                if *undo {
                    made.undo_with_dependents(applied.operation, NOW).unwrap();
                }
            }
        };
        work(&mut made, &first);
        let backup = made.back_up(BackupReason::Asked, NOW).unwrap();
        let (state, history) = (made.state_hash().unwrap(), made.history().unwrap());
        work(&mut made, &then);
        let before = made.shut();
        before.put_back(&backup.name, false, LATER).unwrap();
        let restored = before.open(LATER).map_err(|(_, error)| error).unwrap();
        prop_assert_eq!(restored.state_hash().unwrap(), state);
        prop_assert_eq!(restored.history().unwrap().len(), history.len() + 1);
        prop_assert_eq!(restored.verify().unwrap(), None);
    }
}
