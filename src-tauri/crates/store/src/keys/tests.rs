//! Who opens a workspace, with what, and what is refused.

use super::{Account, Cost, Credentials, NewAccount, NewPassphrase, Passphrase, RecoveryCode, Role, Salt};
use crate::error::StoreError;
use crate::testing::{NOW, facts_dump, holder, import, office_files, workspace};
use crate::{Descriptor, Disk, Fault, Workspace};
use std::fs;
use std::path::Path;
use tempfile::tempdir;

const FIRST: &str = "un cheval gris dans la cour";
const OTHER: &str = "une pomme verte sur le toit";
const CODE: [u8; 16] = [0xa5; 16];

fn secret(passphrase: &str, salt: u8) -> NewPassphrase {
    let cost = Cost::new(8, 1).unwrap();
    NewPassphrase { passphrase: Passphrase::new(passphrase.to_owned()), cost, salt: Salt::new([salt; 40]) }
}

fn new(name: &str, role: Role, passphrase: &str, salt: u8) -> NewAccount {
    NewAccount { account: Account { name: name.to_owned(), role }, secret: secret(passphrase, salt) }
}

fn with(account: Option<&str>, passphrase: &str) -> Credentials {
    let passphrase = Passphrase::new(passphrase.to_owned());
    Credentials::Passphrase { account: account.map(str::to_owned), passphrase }
}

fn code(bytes: [u8; 16], account: Option<&str>, passphrase: &str) -> Credentials {
    let (code, secret) = (RecoveryCode::new(bytes), secret(passphrase, 9));
    Credentials::Recovery { code, account: account.map(str::to_owned), secret }
}

fn open(folder: &Path, with: &Credentials) -> crate::Result<Workspace> {
    Workspace::open_with(folder, with, &holder(), NOW)
}

fn refusal(folder: &Path, with: &Credentials) -> StoreError {
    open(folder, with).err().expect("refused")
}

/// A protected workspace with facts in it, open by its first account.
fn protected(folder: &Path) -> Workspace {
    let mut made = workspace(folder);
    import(&mut made, &office_files());
    let first = new("Ada Première", Role::Administer, FIRST, 1);
    made.protect(&first, (&RecoveryCode::new(CODE), Salt::new([2; 40])), NOW).unwrap();
    made
}

fn text(folder: &Path) -> String {
    fs::read_to_string(folder.join("workspace.guichet")).unwrap()
}

#[test]
fn a_passphrase_opens_what_it_protects_and_nothing_else_does() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let made = protected(&folder);
    let before = facts_dump(&made);
    assert_eq!((made.role(), made.account().unwrap().name.as_str()), (Role::Administer, "Ada Première"));
    drop(made);
    assert!(Workspace::describe(&folder).unwrap().passphrase);
    assert!(!text(&folder).contains("0707"), "the key lies there no more");
    assert!(matches!(Workspace::open(&folder, &holder(), NOW).err(), Some(StoreError::PassphraseNeeded)));
    for wrong in [with(None, "un cheval gris dans la coux"), with(None, ""), with(Some("Autre"), FIRST)] {
        assert!(matches!(refusal(&folder, &wrong), StoreError::PassphraseWrong));
    }
    for right in [with(None, FIRST), with(Some("ada premiere"), FIRST)] {
        let opened = open(&folder, &right).unwrap();
        assert_eq!(facts_dump(&opened), before);
        assert_eq!(opened.account().unwrap().name, "Ada Première");
        assert!(opened.is_own_passphrase(&Passphrase::new(FIRST.to_owned())));
        assert!(!opened.is_own_passphrase(&Passphrase::new(OTHER.to_owned())));
    }
}

#[test]
fn accents_open_however_they_are_composed() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    let first = new("Ada", Role::Administer, "e\u{301}te\u{301} a\u{300} la mer", 1);
    made.protect(&first, (&RecoveryCode::new(CODE), Salt::new([2; 40])), NOW).unwrap();
    drop(made);
    assert!(open(&folder, &with(None, "été à la mer")).is_ok());
}

#[test]
fn each_account_has_its_passphrase_its_role_and_its_name_in_the_journal() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = protected(&folder);
    made.add_account(&new("Bob Second", Role::Enter, OTHER, 3), NOW).unwrap();
    let refused = made.add_account(&new(" BOB  SECOND", Role::Read, OTHER, 3), NOW).err();
    assert!(matches!(refused, Some(StoreError::AccountThere { .. })));
    for name in ["", " \t", "…", "a\u{7}b", &"x".repeat(61)] {
        let refused = made.add_account(&new(name, Role::Read, OTHER, 3), NOW).err();
        assert!(matches!(refused, Some(StoreError::AccountNameRefused)), "{name}");
    }
    drop(made);
    assert!(matches!(refusal(&folder, &with(None, FIRST)), StoreError::AccountNeeded));
    assert!(matches!(refusal(&folder, &with(Some("Bob Second"), FIRST)), StoreError::PassphraseWrong));
    let mut opened = open(&folder, &with(Some("bob second"), OTHER)).unwrap();
    assert_eq!(opened.role(), Role::Enter);
    opened.set_setting("x", &serde_json::json!(1), NOW).unwrap();
    let entries = opened.journal(9).unwrap();
    assert_eq!(entries[0].who, "Bob Second");
    assert_eq!((entries[1].who.as_str(), entries[1].label.as_str()), ("Ada Première", "account-added"));
    assert_eq!((entries[2].who.as_str(), entries[2].label.as_str()), ("Une Personne", "protection-set"));
}

#[test]
fn somebody_always_decides_who_may_do_what() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = workspace(&folder);
    let reader = new("Ada", Role::Read, FIRST, 1);
    let refused = made.protect(&reader, (&RecoveryCode::new(CODE), Salt::new([2; 40])), NOW).err();
    assert!(matches!(refused, Some(StoreError::LastAdministrator)));
    assert!(matches!(made.add_account(&reader, NOW).err(), Some(StoreError::NotProtected)));
    drop(made);
    let mut made = protected(&parent.path().join("v"));
    made.add_account(&new("Bob", Role::Administer, OTHER, 3), NOW).unwrap();
    assert!(matches!(made.remove_account("ada premiere", NOW).err(), Some(StoreError::AccountInUse)));
    assert!(matches!(made.set_role("Ada Première", Role::Read, NOW).err(), Some(StoreError::AccountInUse)));
    assert!(matches!(made.remove_account("Personne", NOW).err(), Some(StoreError::AccountGone)));
    made.set_role("bob", Role::Check, NOW).unwrap();
    made.remove_account("bob", NOW).unwrap();
    assert_eq!(made.descriptor().accounts().len(), 1);
}

#[test]
fn a_passphrase_changes_and_protection_comes_and_goes() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = protected(&folder);
    made.set_passphrase("Ada Première", &secret(OTHER, 4), NOW).unwrap();
    drop(made);
    assert!(matches!(refusal(&folder, &with(None, FIRST)), StoreError::PassphraseWrong));
    let mut opened = open(&folder, &with(None, OTHER)).unwrap();
    opened.unprotect(NOW).unwrap();
    assert_eq!((opened.role(), opened.account()), (Role::Administer, None));
    drop(opened);
    let opened = Workspace::open(&folder, &holder(), NOW).unwrap();
    assert!(!opened.descriptor().passphrase);
    assert_eq!(opened.journal(1).unwrap()[0].who, "Ada Première");
    assert!(!folder.join(".workspace.guichet.draft").exists());
}

#[test]
fn the_recovery_code_gives_a_new_passphrase() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    drop(protected(&folder));
    let before = text(&folder);
    assert!(matches!(refusal(&folder, &code([0; 16], None, OTHER)), StoreError::RecoveryWrong));
    assert!(matches!(refusal(&folder, &code(CODE, Some("Personne"), OTHER)), StoreError::AccountGone));
    assert_eq!(text(&folder), before);
    let mut opened = open(&folder, &code(CODE, None, OTHER)).unwrap();
    assert_eq!(opened.account().unwrap().name, "Ada Première");
    assert_eq!(opened.journal(1).unwrap()[0].label, "recovered");
    opened.set_recovery(&RecoveryCode::new([1; 16]), Salt::new([5; 40]), NOW).unwrap();
    drop(opened);
    assert!(open(&folder, &with(None, OTHER)).is_ok());
    assert!(matches!(refusal(&folder, &code(CODE, None, FIRST)), StoreError::RecoveryWrong));
    assert!(open(&folder, &code([1; 16], None, FIRST)).is_ok());
    drop(workspace(&parent.path().join("v")));
    assert!(matches!(refusal(&parent.path().join("v"), &code(CODE, None, OTHER)), StoreError::RecoveryNone));
}

#[test]
fn a_role_edited_in_the_file_is_seen() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = protected(&folder);
    made.add_account(&new("Bob", Role::Read, OTHER, 3), NOW).unwrap();
    drop(made);
    let edited = text(&folder).replace("\"read\"", "\"administer\"");
    fs::write(folder.join("workspace.guichet"), &edited).unwrap();
    assert!(matches!(refusal(&folder, &with(Some("Bob"), OTHER)), StoreError::AccountsAltered));
    assert!(matches!(refusal(&folder, &with(Some("Ada Première"), FIRST)), StoreError::AccountsAltered));
    assert_eq!(text(&folder), edited, "left as it was");
    // The recovery code trusts the account it names, and no other.
    let opened = open(&folder, &code(CODE, Some("Ada Première"), FIRST)).unwrap();
    assert_eq!(opened.descriptor().accounts(), [Account { name: "Ada Première".into(), role: Role::Administer }]);
    drop(opened);
    assert!(open(&folder, &with(None, FIRST)).is_ok());
}

#[test]
fn no_byte_of_the_descriptor_changes_unseen() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    let mut made = protected(&folder);
    made.add_account(&new("Bob", Role::Read, OTHER, 3), NOW).unwrap();
    drop(made);
    let whole = text(&folder).into_bytes();
    let told = |of: &Descriptor| (of.name.clone(), of.created_at.clone(), of.demo, of.accounts());
    let before = told(&Workspace::describe(&folder).unwrap());
    let credentials = with(Some("Bob"), OTHER);
    let (mut refused, mut same) = (0, 0);
    for at in 0..whole.len() {
        for flip in [1, 0x20, 0x80] {
            let mut altered = whole.clone();
            altered[at] ^= flip;
            fs::write(folder.join("workspace.guichet"), &altered).unwrap();
            let unlocked = Descriptor::read(&folder).and_then(|read| Ok((read.unlock(&credentials)?, read)));
            match unlocked {
                Err(
                    StoreError::DescriptorDamaged { .. }
                    | StoreError::ProtectionUnknown { .. }
                    | StoreError::Newer { .. }
                    | StoreError::PassphraseWrong
                    | StoreError::AccountsAltered,
                ) => refused += 1,
                Err(other) => panic!("byte {at}: {other:?}"),
                // A letter of a hexadecimal number in another case is the same number.
                Ok((unlocked, read)) => {
                    assert_eq!(told(&read), before, "byte {at}");
                    assert_eq!(unlocked.account.map(|account| account.role), Some(Role::Read), "byte {at}");
                    same += 1;
                }
            }
        }
    }
    assert!(refused > 4 * same && same > 0, "{refused} refused, {same} the same");
}

#[test]
fn a_cost_that_nobody_could_bear_is_not_tried() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    drop(protected(&folder));
    let edited = text(&folder).replace("\"memory_kib\": 8,", "\"memory_kib\": 4294967295,");
    fs::write(folder.join("workspace.guichet"), edited).unwrap();
    assert!(matches!(refusal(&folder, &with(None, FIRST)), StoreError::DescriptorDamaged { .. }));
}

#[test]
fn a_backup_does_not_keep_open_what_was_shut() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    drop(workspace(&folder));
    let copy = folder.join("backups/ancienne");
    let stranger = folder.join("backups/autre");
    for folder in [&copy, &stranger] {
        fs::create_dir(folder).unwrap();
    }
    fs::write(copy.join("workspace.guichet"), text(&folder)).unwrap();
    // As the first versions wrote it, without a sum.
    let foreign = format!("{}}}", text(&folder).replace("0707", "0808").rsplit_once(",\n  \"sum\"").unwrap().0);
    fs::write(stranger.join("workspace.guichet"), &foreign).unwrap();
    let mut opened = Workspace::open(&folder, &holder(), NOW).unwrap();
    let first = new("Ada", Role::Administer, FIRST, 1);
    opened.protect(&first, (&RecoveryCode::new(CODE), Salt::new([2; 40])), NOW).unwrap();
    assert_eq!(text(&copy), text(&folder));
    assert_eq!(text(&stranger), foreign, "another workspace's is left alone");
}

#[test]
fn what_an_interrupted_change_left_is_cleared() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    drop(protected(&folder));
    let draft = folder.join(".workspace.guichet.draft");
    fs::write(&draft, "0707").unwrap();
    assert!(open(&folder, &with(None, FIRST)).is_ok());
    assert!(!draft.exists());
}

#[cfg(unix)]
#[test]
fn a_descriptor_that_cannot_be_written_changes_nothing() {
    let parent = tempdir().unwrap();
    let folder = parent.path().join("w");
    drop(workspace(&folder));
    let before = text(&folder);
    let mut opened = Workspace::open(&folder, &holder(), NOW).unwrap();
    // A folder in the draft's place: no file can be made there, whoever runs the test.
    fs::create_dir(folder.join(".workspace.guichet.draft")).unwrap();
    let first = new("Ada", Role::Administer, FIRST, 1);
    let refused = opened.protect(&first, (&RecoveryCode::new(CODE), Salt::new([2; 40])), NOW).err();
    assert!(matches!(refused, Some(StoreError::File { .. })));
    assert_eq!((text(&folder), opened.role(), opened.account()), (before, Role::Administer, None));
    assert_eq!(opened.journal(9).unwrap().len(), 1, "nothing is told that was not done");
}

#[test]
fn whichever_operation_fails_the_workspace_opens_as_before_or_after() {
    for for_ever in [false, true] {
        for at in 1.. {
            let parent = tempdir().unwrap();
            let folder = parent.path().join("w");
            drop(workspace(&folder));
            let copy = folder.join("backups/ancienne");
            fs::create_dir(&copy).unwrap();
            fs::write(copy.join("workspace.guichet"), text(&folder)).unwrap();
            let disk = Disk::failing(Fault { at, for_ever, ..Fault::default() });
            let opened = Workspace::open_on(&disk, &folder, &Credentials::Nothing, &holder(), NOW);
            let first = new("Ada", Role::Administer, FIRST, 1);
            let done = opened.map(|mut opened| {
                let done = opened.protect(&first, (&RecoveryCode::new(CODE), Salt::new([2; 40])), NOW);
                (done.is_ok(), opened.descriptor().passphrase)
            });
            let kept = Descriptor::read(&folder).expect("one descriptor or the other, whole");
            Descriptor::read(&copy).expect("and so in the backup");
            assert!(open(&folder, &with(None, FIRST)).is_ok(), "operation {at}");
            match done {
                Ok((true, said)) => {
                    assert!(said && kept.passphrase && Descriptor::read(&copy).unwrap().passphrase, "operation {at}");
                    // Beyond the last operation nothing failed.
                    if disk.operations() < at {
                        assert!(at > 10, "the operations were counted");
                        break;
                    }
                }
                // Once the disk is well again, what was refused is as it was.
                Ok((false, said)) => assert!(!said && (for_ever || !kept.passphrase), "operation {at}"),
                Err(_) => assert!(!kept.passphrase, "operation {at}"),
            }
        }
    }
}
