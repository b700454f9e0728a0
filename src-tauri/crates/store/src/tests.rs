//! Creating, opening and refusing workspaces.

use crate::error::StoreError;
use crate::testing::{KEY, NOW, facts_dump, holder, import, office_files, workspace};
use crate::{
    CopyFlaw, CopyVerdict, DataKey, Dependent, Disk, Fault, Holder, NewWorkspace, NotUndoable, OperationId,
    OperationKind, Workspace,
};
use guichet_model::{Catalogue, Language};
use serde_json::json;
use std::fs;
use std::path::Path;
use tempfile::tempdir;

fn open(folder: &Path) -> crate::Result<Workspace> {
    Workspace::open(folder, &holder(), NOW)
}

fn refusal(folder: &Path) -> StoreError {
    open(folder).err().expect("refused")
}

fn filled(folder: &Path) {
    import(&mut workspace(folder), &office_files());
}

#[test]
fn a_workspace_is_created_whole_and_opens_again() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("sous/dossier");
    let mut made = workspace(&folder);
    assert!(folder.join("backups").is_dir());
    assert!(made.descriptor().demo && !made.descriptor().passphrase);
    import(&mut made, &office_files());
    let before = facts_dump(&made);
    drop(made);
    let opened = open(&folder).unwrap();
    assert_eq!(facts_dump(&opened), before);
    let kinds: Vec<_> = opened.journal(9).unwrap().iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [OperationKind::Import, OperationKind::Create]);
    assert_eq!(opened.journal(9).unwrap()[0].who, "Une Personne");
    assert_eq!(fs::read_dir(folder.parent().unwrap()).unwrap().count(), 1, "no draft is left");
    assert_eq!(Workspace::describe(&folder).unwrap().name, "Essai");
}

#[test]
fn a_folder_in_use_is_not_taken_over() {
    let parent = tempdir().unwrap();
    fs::write(parent.path().join("note.txt"), "x").unwrap();
    let new = NewWorkspace { name: "Essai".into(), demo: false, key: DataKey::new(KEY) };
    let refused = Workspace::create(parent.path(), &new, &holder(), NOW).err();
    assert!(matches!(refused, Some(StoreError::FolderNotEmpty { .. })));
    assert!(matches!(refusal(parent.path()), StoreError::NotAWorkspace { .. }));
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
    let empty = parent.path().join("vide");
    fs::create_dir(&empty).unwrap();
    assert!(Workspace::create(&empty, &new, &holder(), NOW).is_ok());
}

#[test]
fn a_workspace_is_created_whole_or_not_at_all_whichever_operation_fails() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("bureau").join("w");
    let new = NewWorkspace { name: "Essai".into(), demo: false, key: DataKey::new(KEY) };
    for for_ever in [false, true] {
        for at in 1.. {
            let disk = Disk::failing(Fault { at, for_ever, ..Fault::default() });
            let done = Workspace::create_on(&disk, &folder, &new, &holder(), NOW).map(|_| ());
            if folder.exists() {
                assert_eq!(Workspace::open(&folder, &holder(), NOW).unwrap().journal(9).unwrap().len(), 1, "{at}");
            }
            let beside = fs::read_dir(parent.path().join("bureau")).map_or(0, Iterator::count);
            assert!(beside == usize::from(folder.exists()), "no draft is left: {at}");
            let _ = fs::remove_dir_all(parent.path().join("bureau"));
            if done.is_ok() && disk.operations() < at {
                assert!(at > 20, "{at}");
                break;
            }
        }
    }
}

#[test]
fn a_second_opener_is_told_who_holds_it() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let first = workspace(&folder);
    let other = Holder { user: "Autre".into(), host: "poste-2".into() };
    match Workspace::open(&folder, &other, NOW).err() {
        Some(StoreError::Locked { user, host, since }) => {
            assert_eq!(
                (user.as_str(), host.as_str(), since.as_str()),
                ("Une Personne", "poste-1", "2024-09-21T12:00:00")
            );
        }
        other => panic!("{other:?}"),
    }
    drop(first);
    assert!(Workspace::open(&folder, &other, NOW).is_ok());
}

#[test]
fn a_newer_schema_or_format_is_refused_untouched() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let made = workspace(&folder);
    made.connection.pragma_update(None, "user_version", 99).unwrap();
    drop(made);
    let before = fs::read(folder.join("data.db")).unwrap();
    assert!(matches!(refusal(&folder), StoreError::Newer { found: 99, known: 11 }));
    assert_eq!(fs::read(folder.join("data.db")).unwrap(), before);
    let descriptor = folder.join("workspace.guichet");
    fs::write(&descriptor, r#"{"format": 2, "whatever": true}"#).unwrap();
    assert!(matches!(refusal(&folder), StoreError::Newer { found: 2, known: 1 }));
}

#[test]
fn a_descriptor_that_says_nothing_sensible_is_refused() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    filled(&folder);
    let descriptor = folder.join("workspace.guichet");
    let text = fs::read_to_string(&descriptor).unwrap();
    let other =
        [("none", "argon2id"), ("0707", "0708"), ("Essai", "Esrai")].map(|(one, other)| text.replace(one, other));
    for altered in other.iter().map(String::as_str).chain([&text[..text.len() / 2]]) {
        fs::write(&descriptor, altered).unwrap();
        assert!(matches!(refusal(&folder), StoreError::DescriptorDamaged { .. }), "{altered}");
    }
    fs::write(&descriptor, [0xff, 0xfe]).unwrap();
    assert!(matches!(refusal(&folder), StoreError::DescriptorDamaged { .. }));
    fs::remove_file(&descriptor).unwrap();
    assert!(matches!(refusal(&folder), StoreError::DescriptorDamaged { .. }), "the database is there");
    // One of before has no sum.
    let before = format!("{}}}", text.rsplit_once(",\n  \"sum\"").unwrap().0);
    fs::write(&descriptor, before.replace("none", "argon2id")).unwrap();
    assert!(matches!(refusal(&folder), StoreError::ProtectionUnknown { .. }));
    fs::write(&descriptor, before.replace("0707", "0708")).unwrap();
    assert!(matches!(refusal(&folder), StoreError::KeyRefused { .. }));
    fs::write(&descriptor, &before).unwrap();
    open(&folder).unwrap();
    assert_eq!(fs::read_to_string(&descriptor).unwrap(), text, "its sum is written as soon as it has opened");
}

#[test]
fn a_missing_or_foreign_database_is_never_replaced() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    filled(&folder);
    let database = folder.join("data.db");
    let whole = fs::read(&database).unwrap();
    fs::remove_file(&database).unwrap();
    assert!(matches!(refusal(&folder), StoreError::DatabaseMissing { .. }));
    assert!(!database.exists());
    for garbage in [&b""[..], b"not a database", &vec![b'x'; 40_960], &whole[..whole.len() / 2], &whole[..5000]] {
        fs::write(&database, garbage).unwrap();
        let refused = refusal(&folder);
        let expected = matches!(
            refused,
            StoreError::KeyRefused { .. } | StoreError::Damaged { .. } | StoreError::NotAWorkspace { .. }
        );
        assert!(expected, "{refused:?}");
        assert_eq!(fs::read(&database).unwrap(), garbage);
    }
    fs::write(&database, &whole).unwrap();
    assert!(open(&folder).is_ok());
}

#[test]
fn one_flipped_byte_is_seen_wherever_it_lies() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    filled(&folder);
    let database = folder.join("data.db");
    let whole = fs::read(&database).unwrap();
    let pages = whole.len() / 4096;
    for page in [0, 1, pages / 2, pages - 1] {
        for offset in [5, 100, 2048, 4095] {
            let mut altered = whole.clone();
            altered[page * 4096 + offset] ^= 1;
            fs::write(&database, &altered).unwrap();
            let refused = refusal(&folder);
            // The first sixteen bytes salt every page: altered, none opens.
            let salt = page == 0 && offset < 16;
            let expected = if salt {
                matches!(refused, StoreError::KeyRefused { .. })
            } else {
                matches!(refused, StoreError::Damaged { .. })
            };
            assert!(expected, "page {page} offset {offset}: {refused:?}");
            assert_eq!(fs::read(&database).unwrap(), altered, "left as it was");
        }
    }
}

#[test]
fn nothing_of_a_failed_change_stays() {
    let parent = tempdir().unwrap();
    let mut made = workspace(&parent.path().join("w"));
    import(&mut made, &office_files());
    let before = facts_dump(&made);
    let failed = made.transact(OperationKind::Import, "échec", NOW, |tx| {
        tx.execute("DELETE FROM document", [])?;
        tx.new_id("document")?;
        tx.execute("INSERT INTO nowhere VALUES (1)", [])?;
        Ok(())
    });
    assert!(matches!(failed, Err(StoreError::Database(_))));
    assert_eq!(facts_dump(&made), before);
    assert_eq!(made.journal(9).unwrap().len(), 2);
    // A reference that leads nowhere is refused at the latest when the change ends.
    let failed = made.transact(OperationKind::Import, "échec", NOW, |tx| {
        tx.execute("INSERT INTO document (id, person, source_row) VALUES (5, 6, 7)", [])?;
        Ok(())
    });
    assert!(failed.is_err());
    assert_eq!(facts_dump(&made), before);
}

#[test]
fn settings_are_kept_and_journalled_once() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    assert_eq!(made.setting("rulebook").unwrap(), None);
    assert!(made.set_setting("rulebook", &json!({"id": "national"}), NOW).unwrap().is_some());
    assert!(made.set_setting("rulebook", &json!({"id": "national"}), NOW).unwrap().is_none());
    drop(made);
    let opened = open(&folder).unwrap();
    assert_eq!(opened.setting("rulebook").unwrap(), Some(json!({"id": "national"})));
    assert_eq!(opened.journal(9).unwrap().len(), 2);
}

#[test]
fn no_name_lies_in_the_clear() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    import(&mut made, &office_files());
    let files = |folder: &Path| -> Vec<u8> {
        let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        paths.filter(|path| path.is_file()).flat_map(|path| fs::read(path).unwrap()).collect()
    };
    let holds = |bytes: &[u8], name: &str| bytes.windows(name.len()).any(|window| window == name.as_bytes());
    let open_files = files(&folder);
    drop(made);
    for bytes in [open_files, files(&folder)] {
        assert!(holds(&bytes, "Essai"), "the descriptor is among them");
        for name in ["Dupré", "dupre", "1409002949V", "exemple.fr", "journal"] {
            assert!(!holds(&bytes, name), "{name}");
        }
    }
}

#[test]
fn the_connection_is_as_careful_as_stated() {
    let parent = tempdir().unwrap();
    let made = workspace(&parent.path().join("w"));
    let pragma = |name: &str| -> String {
        let read = |row: &rusqlite::Row<'_>| row.get::<_, rusqlite::types::Value>(0);
        format!("{:?}", made.connection.pragma_query_value(None, name, read).unwrap())
    };
    for (name, value) in [
        ("journal_mode", "Text(\"wal\")"),
        ("synchronous", "Integer(2)"),
        ("foreign_keys", "Integer(1)"),
        ("trusted_schema", "Integer(0)"),
        ("cell_size_check", "Integer(1)"),
        ("secure_delete", "Integer(1)"),
        ("temp_store", "Integer(2)"),
        ("cache_size", "Integer(-131072)"),
        ("user_version", "Integer(11)"),
        ("busy_timeout", "Integer(5000)"),
    ] {
        assert_eq!(pragma(name), value, "{name}");
    }
}

#[test]
fn every_refusal_is_a_sentence_in_both_languages() {
    let path = || "dossier".into();
    let cause = || std::io::Error::other("x");
    let dependent = Dependent { operation: OperationId(3), label: "b.csv".into(), rows: 2 };
    let refusals = [
        StoreError::NotAWorkspace { folder: path() },
        StoreError::FolderNotEmpty { folder: path() },
        StoreError::DescriptorDamaged { file: path() },
        StoreError::ProtectionUnknown { wrapping: "x".into() },
        StoreError::PassphraseNeeded,
        StoreError::AccountNeeded,
        StoreError::PassphraseWrong,
        StoreError::AccountsAltered,
        StoreError::RecoveryNone,
        StoreError::RecoveryWrong,
        StoreError::MemoryShort,
        StoreError::AccountThere { name: "x".into() },
        StoreError::AccountGone,
        StoreError::AccountNameRefused,
        StoreError::AccountInUse,
        StoreError::LastAdministrator,
        StoreError::NotProtected,
        StoreError::Newer { found: 2, known: 1 },
        StoreError::DatabaseMissing { file: path() },
        StoreError::KeyRefused { file: path() },
        StoreError::Damaged { file: path(), detail: "x".into() },
        StoreError::JournalAltered { file: path(), operation: OperationId(2) },
        StoreError::Locked { user: "x".into(), host: "y".into(), since: "z".into() },
        StoreError::PlanOutdated,
        StoreError::Cancelled,
        StoreError::UndoRefused { operation: OperationId(2), label: "x".into(), depends: vec![dependent.clone()] },
        StoreError::NotUndoable { operation: OperationId(2), reason: NotUndoable::Sealed },
        StoreError::File { path: path(), cause: cause() },
        StoreError::Database(rusqlite::Error::InvalidQuery),
    ];
    let reasons = [
        NotUndoable::Unknown,
        NotUndoable::NotAnImport,
        NotUndoable::Undone(OperationId(3)),
        NotUndoable::NothingKept,
        NotUndoable::Sealed,
        NotUndoable::Followed,
        NotUndoable::Altered,
    ];
    let copies = [
        CopyVerdict::Whole { operations: 2, since: 1 },
        CopyVerdict::Altered(CopyFlaw::Entry(OperationId(2))),
        CopyVerdict::Altered(CopyFlaw::End),
        CopyVerdict::Altered(CopyFlaw::Foreign),
    ];
    let reasons = reasons.map(NotUndoable::message).into_iter().chain([dependent.message()]);
    let reasons = reasons.chain(copies.map(CopyVerdict::message));
    for message in refusals.iter().map(StoreError::message).chain(reasons) {
        for language in Language::ALL {
            let sentence = Catalogue::shared().render(*language, &message);
            assert!(!sentence.contains('⟦'), "{sentence}");
        }
    }
}
