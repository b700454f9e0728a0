//! A workspace with a passphrase, from the command line.

use crate::{CAMPAIGN, csv, guichet, told};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Output;

const PASSPHRASE: &str = "un cheval gris dans la cour";
const ROSTER: [&str; 4] = [
    "N° étudiant;Nom de naissance;Prénom;Date de naissance;Niveau;Régime;Bourse;Motif d'exonération;Droits payés",
    "1;MARQUEUR;Zoé;2004-05-06;L2;10;non;réfugié;0",
    "2;AUTRE;Yann;2003-05-06;L2;10;non;pupille de la Nation;170",
    "3;TIERS;Xavier;2003-05-07;L2;10;non;fuit la guerre;0",
];

/// A workspace in a folder, not protected yet, and the files of its passphrases.
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let roster = csv(folder.path(), "inscrits.csv", &ROSTER);
        let office = Self { folder };
        office.secret("phrase.txt", PASSPHRASE);
        let imported = office.run(&["import", roster.to_str().expect("UTF-8")], &[]);
        assert!(office.workspace().join("data.db").exists(), "{}", told(&imported));
        assert!(told(&imported).contains("sans phrase secrète"), "who creates it is told: {}", told(&imported));
        office
    }

    fn workspace(&self) -> PathBuf {
        self.folder.path().join("espace")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn secret(&self, name: &str, passphrase: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, format!("{passphrase}\r\nrien d'autre ne compte\r\n")).expect("written");
        path
    }

    /// A command on the workspace; further arguments may name files of the folder by `@name`.
    fn run(&self, command: &[&str], further: &[&str]) -> Output {
        let mut arguments: Vec<OsString> = command.iter().map(OsString::from).collect();
        arguments.extend(["--db".into(), self.workspace().into_os_string()]);
        arguments.extend(further.iter().map(|argument| match argument.strip_prefix('@') {
            Some(name) => self.path(name).into_os_string(),
            None => OsString::from(argument),
        }));
        guichet(arguments)
    }

    fn code(&self, command: &[&str], further: &[&str]) -> i32 {
        self.run(command, further).status.code().unwrap_or(-1)
    }

    fn protect(&self) {
        let done = self.run(
            &["protect"],
            &["--passphrase-file", "@phrase.txt", "--account", "Ada", "--recovery-out", "@code.txt"],
        );
        assert_eq!(done.status.code(), Some(0), "{}", told(&done));
    }

    /// Every byte of every file of the workspace's folder.
    fn bytes(&self) -> Vec<u8> {
        fn gather(folder: &Path, bytes: &mut Vec<u8>) {
            for entry in std::fs::read_dir(folder).expect("listed") {
                let path = entry.expect("an entry").path();
                match path.is_dir() {
                    true => gather(&path, bytes),
                    false => bytes.extend(std::fs::read(&path).expect("read")),
                }
            }
        }
        let mut bytes = Vec::new();
        gather(&self.workspace(), &mut bytes);
        bytes
    }
}

#[test]
fn a_protected_workspace_opens_with_its_passphrase_only() {
    let office = Office::new();
    assert_eq!(office.code(&["backup"], &[]), 0);
    office.protect();
    let sheet = std::fs::read_to_string(office.path("code.txt")).expect("the sheet");
    let is_code = |line: &str| line.trim().split('-').map(str::len).eq([4; 7]);
    assert_eq!(sheet.lines().filter(|line| is_code(line)).count(), 1, "{sheet}");
    for (further, expected, word) in [
        (&[][..], 2, "phrase secrète"),
        (&["--passphrase-file", "@absent.txt"], 2, "absent.txt"),
        (&["--passphrase-file", "@phrase.txt"], 0, ""),
        (&["--passphrase-file", "@phrase.txt", "--account", "ada"], 0, ""),
        (&["--passphrase-file", "@phrase.txt", "--account", "Bob"], 2, "ne convient pas"),
        (&["--passphrase-file", "@code.txt"], 2, "ne convient pas"),
    ] {
        let output = office.run(&["history"], further);
        assert_eq!(output.status.code(), Some(expected), "{further:?}: {}", told(&output));
        assert!(told(&output).contains(word), "{}", told(&output));
    }
    let history = office.run(&["history"], &["--passphrase-file", "@phrase.txt", "--format", "json"]);
    let history: serde_json::Value = serde_json::from_slice(&history.stdout).expect("JSON");
    assert_eq!(history["operations"][0]["label"], "protection-set");
    let verified = office.run(&["verify"], &["--passphrase-file", "@phrase.txt", "--format", "json"]);
    let verified: serde_json::Value = serde_json::from_slice(&verified.stdout).expect("JSON");
    let backups = verified["backups"].as_array().map_or(0, Vec::len);
    assert!(verified["sound"] == true && backups > 0, "a backup made before opens by the passphrase too: {verified}");
    assert_eq!(office.code(&["backup"], &[]), 2);
    let bytes = office.bytes();
    let holds = |word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    assert!(holds("accounts-1") && !holds("MARQUEUR") && !holds("marqueur") && !holds("hex32bytes"));
}

#[test]
fn what_cannot_protect_changes_nothing() {
    let office = Office::new();
    office.secret("faible.txt", "motdepasse2024");
    office.secret("vide.txt", "");
    let before = std::fs::read(office.workspace().join("workspace.guichet")).expect("read");
    for further in [
        &["--passphrase-file", "@faible.txt"][..],
        &["--passphrase-file", "@vide.txt"],
        &["--passphrase-file", "@phrase.txt", "--account", "…"],
        &["--passphrase-file", "@phrase.txt", "--recovery-out", "@nulle/part.txt"],
    ] {
        assert_eq!(office.code(&["protect"], further), 2, "{further:?}");
        assert_eq!(std::fs::read(office.workspace().join("workspace.guichet")).expect("read"), before);
    }
    office.protect();
    let again = office.run(&["protect"], &["--passphrase-file", "@phrase.txt", "--recovery-out", "@autre.txt"]);
    assert_eq!(again.status.code(), Some(2), "it is protected already");
    assert!(!office.path("autre.txt").exists());
    assert_eq!(office.code(&["unprotect"], &[]), 2);
    assert_eq!(office.code(&["unprotect"], &["--passphrase-file", "@phrase.txt"]), 0);
    assert_eq!(office.code(&["history"], &[]), 0);
}

/// The words of a report's shared strings.
fn words_of(report: &Path) -> String {
    let file = std::fs::File::open(report).expect("the report");
    let mut archive = zip::ZipArchive::new(file).expect("a workbook");
    let mut text = String::new();
    for at in 0..archive.len() {
        std::io::Read::read_to_string(&mut archive.by_index(at).expect("a part"), &mut text).unwrap_or_default();
    }
    text
}

#[test]
fn an_account_does_what_its_role_allows_and_sees_what_it_may() {
    let office = Office::new();
    office.protect();
    office.secret("lecture.txt", "une pomme verte sur le toit");
    let ada = ["--account", "Ada", "--passphrase-file", "@phrase.txt"];
    let bob = ["--account", "Bob", "--passphrase-file", "@lecture.txt"];
    let add = ["--role", "read", "--new-passphrase-file", "@lecture.txt"];
    assert_eq!(office.code(&["account", "add", "Bob"], &[&ada[..], &add].concat()), 0);
    let list = office.run(&["account", "list"], &[&bob[..], &["--format", "json"]].concat());
    let list: serde_json::Value = serde_json::from_slice(&list.stdout).expect("JSON");
    assert_eq!(list["accounts"][1], serde_json::json!({ "name": "Bob", "role": "read" }));
    let roster = office.path("inscrits.csv");
    let import = ["import", roster.to_str().expect("UTF-8")];
    for command in [&import[..], &["undo", "2"], &["unprotect"], &["account", "remove", "Ada"]] {
        let refused = office.run(command, &bob);
        assert_eq!(refused.status.code(), Some(2), "{command:?}");
        assert!(told(&refused).contains("rôle"), "{}", told(&refused));
    }
    let report = |of: &[&str], name: &str| {
        let out = format!("@{name}");
        let written = office.run(&["report"], &[of, &CAMPAIGN, &["--out", &out]].concat());
        assert_eq!(written.status.code(), Some(0), "{}", told(&written));
        words_of(&office.path(name))
    };
    let (whole, hidden) = (report(&ada, "ada.xlsx"), report(&bob, "bob.xlsx"));
    for word in [">réfugié<", "(Réfugié)", "fuit la guerre"] {
        assert!(whole.contains(word) && !hidden.contains(word), "{word}");
    }
    assert!(
        hidden.contains(">motif réservé<") && hidden.contains("(motif réservé)") && !whole.contains("motif réservé")
    );
    let list = |of: &[&str], name: &str| {
        let out = format!("@{name}");
        let written = office.run(&["export", "--what", "findings"], &[of, &CAMPAIGN, &["--out", &out]].concat());
        assert_eq!(written.status.code(), Some(0), "{}", told(&written));
        std::fs::read_to_string(office.path(name)).expect("read")
    };
    let (whole_list, hidden_list) = (list(&ada, "ada.csv"), list(&bob, "bob.csv"));
    for word in ["Réfugié", "fuit la guerre"] {
        assert!(whole_list.contains(word) && !hidden_list.contains(word), "{word}");
    }
    assert_eq!(office.code(&["export", "--what", "files"], &["--out", "@x.csv"]), 2, "a passphrase is needed");
    let ward = "(Pupille de la Nation)";
    assert!(whole.contains(ward) && hidden.contains(ward), "what is not sensitive is shown");
    assert_eq!(office.code(&["account", "remove", "Bob"], &ada), 0);
    assert_eq!(office.code(&["history"], &bob), 2);
}

#[test]
fn a_restore_is_for_who_administers_and_a_rescue_for_who_enters() {
    let office = Office::new();
    office.protect();
    office.secret("saisie.txt", "une pomme verte sur le toit");
    let ada = ["--account", "Ada", "--passphrase-file", "@phrase.txt"];
    let bob = ["--account", "Bob", "--passphrase-file", "@saisie.txt"];
    let add = ["--role", "enter", "--new-passphrase-file", "@saisie.txt"];
    let made = office.run(&["backup"], &[&ada[..], &["--format", "json"]].concat());
    let made: serde_json::Value = serde_json::from_slice(&made.stdout).expect("JSON");
    let name = made["name"].as_str().expect("a name");
    assert_eq!(office.code(&["account", "add", "Bob"], &[&ada[..], &add].concat()), 0);
    let operations = || {
        let history = office.run(&["history"], &[&ada[..], &["--format", "json"]].concat());
        let history: serde_json::Value = serde_json::from_slice(&history.stdout).expect("JSON");
        history["operations"].as_array().map_or(0, Vec::len)
    };
    let before = operations();
    assert_eq!(office.code(&["restore", name, "--dry-run"], &bob), 0, "anybody may look");
    let refused = office.run(&["restore", name, "--yes"], &bob);
    assert!(refused.status.code() == Some(2) && told(&refused).contains("administration"), "{}", told(&refused));
    assert_eq!(operations(), before, "nothing was changed");
    // Nothing opens any more: whoever enters data gets the office back to work.
    std::fs::write(office.workspace().join("data.db"), "x").expect("written");
    let rescued = office.run(&["restore", name, "--yes"], &bob);
    assert_eq!(rescued.status.code(), Some(0), "{}", told(&rescued));
    assert_eq!(office.code(&["restore", name, "--yes"], &bob), 2);
    assert_eq!(office.code(&["restore", name, "--yes"], &ada), 0);
}
