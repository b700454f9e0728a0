//! Backups of a workspace that a passphrase protects.

use super::{Backup, BackupReason};
use crate::testing::{NOW, holder, import, office_files, workspace};
use crate::{
    Account, Cost, Credentials, Disk, NewAccount, NewPassphrase, Passphrase, RecoveryCode, Role, Salt, ShutWorkspace,
    StoreError, Workspace,
};
use std::fs;
use std::path::Path;
use tempfile::tempdir;

const WORDS: &str = "un cheval gris dans la cour";

fn credentials() -> Credentials {
    Credentials::Passphrase { account: None, passphrase: Passphrase::new(WORDS.to_owned()) }
}

fn protected(folder: &Path) -> Workspace {
    let mut made = workspace(folder);
    import(&mut made, &office_files());
    let cost = Cost::new(8, 1).unwrap();
    let secret = NewPassphrase { passphrase: Passphrase::new(WORDS.to_owned()), cost, salt: Salt::new([1; 40]) };
    let account = Account { name: "Ada Première".into(), role: Role::Administer };
    let recovery = (&RecoveryCode::new([0xa5; 16]), Salt::new([2; 40]));
    made.protect(&NewAccount { account, secret }, recovery, NOW).unwrap();
    made
}

#[test]
fn a_copy_elsewhere_opens_with_the_passphrase_alone() {
    let parent = tempdir().unwrap();
    let (folder, place) = (parent.path().join("w"), parent.path().join("cle"));
    fs::create_dir(&place).unwrap();
    let mut made = protected(&folder);
    made.set_keeping(1 << 30, Some(&place)).unwrap();
    assert_eq!(made.copy_to_second_place(NOW).unwrap(), None, "there is no backup yet");
    let backup = made.back_up(BackupReason::Asked, NOW).unwrap();
    let copied = made.copy_to_second_place(NOW).unwrap().unwrap();
    let own = copied.parent().unwrap();
    assert!(own.parent() == Some(&place) && own.file_name().unwrap().to_string_lossy().starts_with("essai-"));
    let there = Backup::list_at(own, &Disk::default()).unwrap();
    assert_eq!((there.len(), &there[0].record), (1, &backup.record));
    assert!(!fs::read_to_string(copied.join("workspace.guichet")).unwrap().contains("0707"), "no key lies there");
    assert!(matches!(Workspace::open(&copied, &holder(), NOW).err(), Some(StoreError::PassphraseNeeded)));
    let opened = Workspace::open_with(&copied, &credentials(), &holder(), NOW).unwrap();
    assert_eq!(opened.state_hash().unwrap(), made.state_hash().unwrap());
    drop(opened);
    // Once the passphrase is taken away, nothing more goes there.
    made.unprotect(NOW).unwrap();
    made.back_up(BackupReason::Asked, NOW).unwrap();
    assert!(matches!(made.copy_to_second_place(NOW), Err(StoreError::SecondPlaceUnprotected)));
    assert_eq!(Backup::list_at(own, &Disk::default()).unwrap().len(), 1);
}

#[test]
fn what_is_restored_or_saved_keeps_its_passphrase() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let made = protected(&folder);
    let (name, state) = (made.back_up(BackupReason::Asked, NOW).unwrap().name, made.state_hash().unwrap());
    let shut = made.shut();
    shut.put_back(&name, false, NOW).unwrap();
    let restored = shut.open(NOW).map_err(|(_, error)| error).unwrap();
    let entry = restored.journal(1).unwrap().remove(0);
    assert_eq!((restored.state_hash().unwrap(), entry.who.as_str()), (state.clone(), "Ada Première"));
    let shut = restored.shut();
    let saved = shut.salvage(&parent.path().join("sauve"), "Essai (récupéré)", NOW).unwrap();
    let beside = shut.beside(&saved, &holder(), NOW).unwrap().open(NOW).map_err(|(_, error)| error).unwrap();
    assert_eq!((beside.state_hash().unwrap(), beside.role()), (state.clone(), Role::Administer));
    drop((shut, beside));
    for folder in [&folder, &saved.folder] {
        assert!(matches!(Workspace::open(folder, &holder(), NOW).err(), Some(StoreError::PassphraseNeeded)));
        let shut = ShutWorkspace::take(&Disk::default(), folder, &credentials(), &holder(), NOW).unwrap();
        assert_eq!(shut.open(NOW).map_err(|(_, error)| error).unwrap().state_hash().unwrap(), state);
    }
}
