//! Opening anything: what is newer, older, foreign, cut short or altered.

use crate::testing::{
    NOW, age, copy_folder, facts_dump, holder, how_many, import, office_files, sheet, table_dump, workspace,
};
use crate::{BackupReason, Credentials, Disk, Fault, PlannedFile, ShutWorkspace, StoreError, Workspace};
use guichet_model::SheetKind;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use tempfile::tempdir;
use time::Duration;

fn open(folder: &Path) -> crate::Result<Workspace> {
    Workspace::open(folder, &holder(), NOW)
}

/// What lies in a folder, the lock apart.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let named = entries.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()));
    named.filter(|(name, _)| name != "workspace.lock").collect()
}

fn documents(number: usize) -> PlannedFile {
    let line = format!("102;Pièce {number};validée");
    sheet(
        &format!("{number}.csv"),
        SheetKind::Documents,
        "student_number;document_kind;document_state",
        &[line.as_str()],
    )
}

/// The folder of a workspace whose process was killed: its last operations are in its log.
fn killed(parent: &Path) -> (std::path::PathBuf, String) {
    let mut made = workspace(&parent.join("vivant"));
    import(&mut made, &office_files());
    made.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    import(&mut made, &[documents(1)]);
    import(&mut made, &[documents(2)]);
    let folder = parent.join("tue");
    copy_folder(made.folder(), &folder);
    (folder, made.state_hash().unwrap())
}

#[test]
fn a_killed_workspace_opens_as_it_was() {
    let parent = tempdir().unwrap();
    let (folder, state) = killed(parent.path());
    assert!(fs::metadata(folder.join("data.db-wal")).unwrap().len() > 0);
    assert_eq!(open(&folder).unwrap().state_hash().unwrap(), state);
}

#[test]
fn a_log_altered_anywhere_never_gives_an_older_state() {
    let parent = tempdir().unwrap();
    let (template, state) = killed(parent.path());
    let log = fs::read(template.join("data.db-wal")).unwrap();
    let places = how_many("GUICHET_FLIPS", 100);
    let folder = parent.path().join("w");
    let mut refused = 0;
    for place in 0..places {
        copy_folder(&template, &folder);
        let mut altered = log.clone();
        let at = place * log.len() / places;
        altered[at] ^= 1 << (place % 8);
        fs::write(folder.join("data.db-wal"), &altered).unwrap();
        let before = files(&folder);
        match open(&folder) {
            // A byte that no page rests on any more.
            Ok(opened) => assert_eq!(opened.state_hash().unwrap(), state, "{at}"),
            Err(StoreError::Behind { .. } | StoreError::Damaged { .. }) => {
                refused += 1;
                let after = files(&folder);
                assert_eq!(before["data.db"], after["data.db"], "{at}");
                assert_eq!(before["data.db-wal"], after["data.db-wal"], "{at}");
            }
            Err(error) => panic!("{at}: {error:?}"),
        }
        fs::remove_dir_all(&folder).unwrap();
    }
    assert!(refused * 2 > places, "{refused}");
    // Cut short, emptied, or gone.
    for length in [0, 31, 40, log.len() / 2, log.len() - 1] {
        copy_folder(&template, &folder);
        fs::write(folder.join("data.db-wal"), &log[..length]).unwrap();
        assert!(matches!(open(&folder), Err(StoreError::Behind { .. })), "{length}");
        fs::remove_dir_all(&folder).unwrap();
    }
}

#[test]
fn a_foreign_log_is_not_written_into_the_database() {
    let parent = tempdir().unwrap();
    let (folder, _) = killed(parent.path());
    let other = parent.path().join("autre");
    drop({
        let mut made = workspace(&other);
        import(&mut made, &office_files());
        made
    });
    let whole = files(&other);
    fs::copy(folder.join("data.db-wal"), other.join("data.db-wal")).unwrap();
    let refused = open(&other);
    assert!(matches!(refused, Err(StoreError::Damaged { .. } | StoreError::KeyRefused { .. })), "{:?}", refused.err());
    assert_eq!(files(&other)["data.db"], whole["data.db"]);
    // Without it, the workspace is as it was.
    fs::remove_file(other.join("data.db-wal")).unwrap();
    open(&other).unwrap();
}

#[test]
fn what_is_refused_is_left_as_it_was_with_nothing_beside_it() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    import(&mut workspace(&folder), &office_files());
    let made = open(&folder).unwrap();
    made.connection.pragma_update(None, "user_version", 99).unwrap();
    drop(made);
    let before = files(&folder);
    assert!(matches!(open(&folder), Err(StoreError::Newer { found: 99, .. })));
    assert_eq!(files(&folder), before);
    let database = folder.join("data.db");
    for bytes in [&b"not a database"[..], &[0; 8192], &before["data.db"][..4096 * 3 + 17]] {
        fs::write(&database, bytes).unwrap();
        let before = files(&folder);
        assert!(open(&folder).is_err());
        assert_eq!(files(&folder), before);
    }
}

#[test]
fn an_older_copy_in_the_place_of_the_database_is_told() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    import(&mut made, &office_files());
    drop(made);
    let older = fs::read(folder.join("data.db")).unwrap();
    import(&mut open(&folder).unwrap(), &[documents(1)]);
    fs::write(folder.join("data.db"), older).unwrap();
    let before = files(&folder);
    match open(&folder) {
        Err(StoreError::Behind { reached, known, .. }) => assert_eq!((reached, known), (2, 3)),
        other => panic!("{:?}", other.err()),
    }
    assert_eq!(files(&folder), before);
    // Without the words beside it nobody can tell: it opens, and says from then on how far it goes.
    fs::remove_file(folder.join("workspace.head")).unwrap();
    open(&folder).unwrap();
    assert!(folder.join("workspace.head").is_file());
}

#[test]
fn a_journal_shorter_than_a_backup_s_is_told_with_the_backup() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    import(&mut made, &office_files());
    let first = made.back_up(BackupReason::Asked, NOW).unwrap();
    drop(made);
    let older = fs::read(folder.join("data.db")).unwrap();
    import(&mut open(&folder).unwrap(), &[documents(1)]);
    let newest = open(&folder).unwrap().back_up(BackupReason::Asked, NOW + Duration::hours(1)).unwrap();
    // An older copy takes its place, and the words beside it go too.
    let cut_back = |bytes: &[u8]| {
        fs::write(folder.join("data.db"), bytes).unwrap();
        let _ = fs::remove_file(folder.join("workspace.head"));
        let before = files(&folder);
        match open(&folder) {
            Err(StoreError::CutBack { reached, known, backup, .. }) => {
                assert_eq!(files(&folder), before);
                (reached, known, backup)
            }
            other => panic!("{:?}", other.err()),
        }
    };
    assert_eq!(cut_back(&older), (2, 3, newest.name.clone()));
    // So is one that went on in another way.
    let aside = parent.path().join("ailleurs");
    copy_folder(&folder, &aside);
    fs::remove_dir_all(aside.join("backups")).unwrap();
    import(&mut open(&aside).unwrap(), &[documents(2)]);
    assert_eq!(cut_back(&fs::read(aside.join("data.db")).unwrap()), (3, 3, newest.name.clone()));
    // What a restore cuts back is not told: it says so itself.
    let shut = ShutWorkspace::take(&Disk::default(), &folder, &Credentials::Nothing, &holder(), NOW).unwrap();
    shut.put_back(&newest.name, true, NOW).unwrap();
    shut.put_back(&first.name, false, NOW).unwrap();
    drop(shut);
    fs::remove_file(folder.join("workspace.head")).unwrap();
    let opened = open(&folder).unwrap();
    assert_eq!(opened.journal(9).unwrap().len(), 3);
    // Nor what another restore brings back.
    opened.back_up(BackupReason::BeforeRestore, NOW + Duration::hours(2)).unwrap();
    opened.shut().put_back(&newest.name, false, NOW).unwrap();
    assert_eq!(open(&folder).unwrap().journal(9).unwrap().len(), 4);
}

#[test]
fn a_damaged_descriptor_is_read_from_a_backup_and_written_again() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    import(&mut made, &office_files());
    made.back_up(BackupReason::Asked, NOW).unwrap();
    drop(made);
    let whole = fs::read_to_string(folder.join("workspace.guichet")).unwrap();
    for altered in [whole.replace("Essai", "Esrai"), whole.replace("0707", "0708"), String::new()] {
        fs::write(folder.join("workspace.guichet"), &altered).unwrap();
        assert_eq!(Workspace::describe(&folder).unwrap().name, "Essai");
        assert_eq!(open(&folder).unwrap().descriptor().name, "Essai");
        assert_eq!(fs::read_to_string(folder.join("workspace.guichet")).unwrap(), whole);
    }
    fs::remove_file(folder.join("workspace.guichet")).unwrap();
    assert_eq!(open(&folder).unwrap().descriptor().name, "Essai");
    assert_eq!(fs::read_to_string(folder.join("workspace.guichet")).unwrap(), whole);
}

#[test]
fn an_altered_byte_of_the_words_beside_it_refuses_nothing() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    import(&mut workspace(&folder), &office_files());
    let head = folder.join("workspace.head");
    let whole = fs::read(&head).unwrap();
    for at in 0..whole.len() {
        let mut altered = whole.clone();
        altered[at] ^= 1 << (at % 8);
        fs::write(&head, altered).unwrap();
        drop(open(&folder).unwrap());
        let known = |bytes: &[u8]| Some(serde_json::from_slice::<serde_json::Value>(bytes).ok()?["head"].clone());
        assert_eq!(known(&fs::read(&head).unwrap()), known(&whole), "{at}");
    }
}

#[test]
fn a_workspace_of_before_is_verified_as_it_is() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    import(&mut made, &office_files()[1..]);
    age(&made, 2);
    drop(made);
    let before = files(&folder);
    let shut = ShutWorkspace::take(&Disk::default(), &folder, &Credentials::Nothing, &holder(), NOW).unwrap();
    let held = shut.verify().unwrap();
    assert_eq!((held.schema, held.entries, held.state), (2, 2, None));
    drop(shut);
    assert_eq!(files(&folder), before);
    assert!(!folder.join("backups").read_dir().unwrap().any(|_| true), "nothing was brought up to date");
    let state = open(&folder).unwrap().state_hash().unwrap();
    let shut = ShutWorkspace::take(&Disk::default(), &folder, &Credentials::Nothing, &holder(), NOW).unwrap();
    assert_eq!(shut.verify().unwrap().state, Some(state));
}

#[test]
fn an_update_that_breaks_anywhere_leaves_the_older_database_or_the_newer_whole() {
    let parent = tempdir().unwrap();
    let template = parent.path().join("modele");
    let mut made = workspace(&template);
    import(&mut made, &office_files()[1..]);
    let (facts, journal) = (facts_dump(&made), table_dump(&made, "journal"));
    age(&made, 2);
    drop(made);
    for (for_ever, kind) in [(false, ErrorKind::StorageFull), (true, ErrorKind::PermissionDenied)] {
        for at in 1.. {
            let folder = parent.path().join("w");
            copy_folder(&template, &folder);
            let disk = Disk::failing(Fault { at, for_ever, kind });
            let outcome = Workspace::open_on(&disk, &folder, &Credentials::Nothing, &holder(), NOW).map(|_| ());
            let opened = open(&folder).unwrap();
            assert_eq!((facts_dump(&opened), table_dump(&opened, "journal")), (facts.clone(), journal.clone()), "{at}");
            assert_eq!(opened.verify().unwrap(), None);
            for backup in opened.backup_list().unwrap() {
                assert_eq!(opened.verify_backup(&backup.name).unwrap(), None, "{at}");
            }
            assert!(!opened.backup_list().unwrap().is_empty(), "what it was is kept: {at}");
            drop(opened);
            fs::remove_dir_all(&folder).unwrap();
            if outcome.is_ok() && disk.operations() < at {
                assert!(at > 30, "{at}");
                break;
            }
        }
    }
}

#[test]
fn what_can_be_read_of_a_damaged_workspace_is_saved() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    import(&mut made, &office_files());
    let lines: Vec<String> =
        (1000..1600).map(|number| format!("{number};Nom{number};Prénom;2004-05-06;2024;L1;{number}")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let headers = "student_number;birth_name;given_name;birth_date;academic_year;level;Remarque";
    import(&mut made, &[sheet("grand.csv", SheetKind::Roster, headers, &lines)]);
    let (state, persons) = (made.state_hash().unwrap(), made.office().unwrap().persons.len());
    drop(made);
    let shut = || ShutWorkspace::take(&Disk::default(), &folder, &Credentials::Nothing, &holder(), NOW).unwrap();
    // Of a whole one, all of it.
    let saved = shut().salvage(&parent.path().join("entier"), "Essai (récupéré)", NOW).unwrap();
    assert_eq!((saved.gaps, saved.astray, saved.entries), (0, 0, 3));
    let opened = open(&saved.folder).unwrap();
    assert_eq!((opened.state_hash().unwrap(), opened.descriptor().name.as_str()), (state, "Essai (récupéré)"));
    assert_eq!(opened.journal(1).unwrap()[0].summary["gaps"], 0);
    let whole = fs::read(folder.join("data.db")).unwrap();
    let pages = whole.len() / 4096;
    let mut best = 0;
    for page in (1..pages).step_by((pages / how_many("GUICHET_PAGES", 12)).max(1)) {
        let mut altered = whole.clone();
        altered[page * 4096 + 99] ^= 1;
        fs::write(folder.join("data.db"), &altered).unwrap();
        assert!(matches!(open(&folder), Err(StoreError::Damaged { .. })), "{page}");
        let into = parent.path().join(format!("page-{page}"));
        let saved = match shut().salvage(&into, "Essai", NOW) {
            Ok(saved) => saved,
            // The list of tables itself is lost.
            Err(StoreError::NothingReadable { .. }) => continue,
            Err(error) => panic!("{page}: {error:?}"),
        };
        assert_eq!(fs::read(folder.join("data.db")).unwrap(), altered, "read from a copy: {page}");
        let mut opened = open(&into).unwrap();
        assert_eq!(opened.verify().unwrap(), None, "{page}");
        let kept = opened.office().unwrap().persons.len();
        assert!(kept <= persons && (kept == persons || saved.gaps > 0 || saved.astray > 0), "{page} {saved:?}");
        best += usize::from(kept * 10 > persons * 9);
        // Work goes on in it.
        import(&mut opened, &[documents(7)]);
    }
    assert!(best >= 4, "one altered page costs few rows: {best}");
    assert_eq!(
        fs::read_dir(parent.path())
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with('.'))
            .count(),
        0
    );
    fs::write(folder.join("data.db"), "x").unwrap();
    let refused = shut().salvage(&parent.path().join("rien"), "Essai", NOW);
    assert!(matches!(refused, Err(StoreError::NothingReadable { .. })));
    assert!(!parent.path().join("rien").exists());
}
