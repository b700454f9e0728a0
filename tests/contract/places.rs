//! No output lies in a workspace's folder or over a file that is read: refused before anything is done.

use crate::{CAMPAIGN, csv, guichet, told};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const ROSTER: [&str; 2] = ["N° étudiant;Nom de naissance;Prénom;Niveau", "1;MARQUEUR;Zoé;L2"];

/// Every file of a folder and of those in it, with what it holds; folders and links hold nothing.
fn held(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.is_symlink() {
            files.extend(held(&path));
        }
        files.insert(path.clone(), std::fs::read(&path).unwrap_or_default());
    }
    files
}

/// A folder with a workspace `espace` that has a backup, its roster, and a passphrase.
fn office() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let roster = csv(folder.path(), "inscrits.csv", &ROSTER);
    csv(folder.path(), "phrase.txt", &["un cheval gris dans la cour"]);
    std::fs::create_dir(folder.path().join("autre")).expect("made");
    let workspace: OsString = folder.path().join("espace").into();
    let import = guichet(["import".into(), roster.into_os_string(), "--db".into(), workspace.clone()]);
    assert_eq!(import.status.code(), Some(0), "{}", told(&import));
    let backup = guichet(["backup".into(), "--db".into(), workspace, "--format".into(), "json".into()]);
    let backup: serde_json::Value = serde_json::from_slice(&backup.stdout).expect("JSON");
    let name = backup["name"].as_str().expect("a backup").to_owned();
    (folder, name)
}

/// A command is refused in one sentence that ends so, and nothing in the folder is another.
fn refused(folder: &Path, command: &str, expected: &str) {
    let before = held(folder);
    let home = folder.to_str().expect("UTF-8");
    let output = guichet(command.split(' ').map(|word| word.replace('@', &format!("{home}/"))));
    let sentence = told(&output);
    assert_eq!(output.status.code(), Some(2), "{command}: {sentence}");
    assert!(sentence.contains(expected) && sentence.lines().count() == 1, "{command}: {sentence}");
    assert!(output.stdout.is_empty(), "{command}");
    assert!(held(folder) == before, "{command}: something was written, made or removed");
}

#[test]
fn no_output_is_written_into_a_workspace() {
    let (folder, backup) = office();
    let campaign = CAMPAIGN.join(" ");
    let sentence = "est dans le dossier d’un espace de travail";
    for command in [
        format!("report --db @espace {campaign} --out @espace/data.db"),
        format!("report --db @espace {campaign} --out @espace/workspace.guichet"),
        format!("report --db @espace {campaign} --out @espace/nouveau.xlsx"),
        format!("report --db @espace {campaign} --out @espace/backups/{backup}/data.db"),
        format!("report --db @espace {campaign} --out @autre/../espace/data.db"),
        format!("check @inscrits.csv {campaign} --out @espace/data.db"),
        format!("simulate --db @espace {campaign} --out @espace/data.db"),
        "export --db @espace --what files --out @espace/data.csv".to_owned(),
        "history --db @espace --copy @espace/data.db".to_owned(),
        "export-person 1 --db @espace --out @espace/data.db".to_owned(),
        "purge --db @espace --person 1 --yes --record @espace/data.db".to_owned(),
        "protect --db @espace --passphrase-file @phrase.txt --recovery-out @espace/workspace.guichet".to_owned(),
        "import @inscrits.csv --db @espace --map-out @espace/data.db".to_owned(),
        "import @inscrits.csv --db @espace --problems-out @espace/data.db".to_owned(),
        "import @inscrits.csv --db @tout-neuf --map-out @tout-neuf/lignes.toml".to_owned(),
        "import @inscrits.csv --db @tout-neuf --map-out @espace/data.db".to_owned(),
        "demo @espace/essai".to_owned(),
    ] {
        refused(folder.path(), &command, sentence);
    }
    refused(folder.path(), "history --db @espace --copy @espace/data.db --lang en", "in the folder of a workspace");
    let beside = "history --db @espace --copy @journal.txt".replace('@', &format!("{}/", folder.path().display()));
    assert_eq!(guichet(beside.split(' ')).status.code(), Some(0), "beside the workspace is another place");
}

#[test]
fn no_output_is_written_over_a_file_that_is_read() {
    let (folder, _) = office();
    let campaign = CAMPAIGN.join(" ");
    csv(folder.path(), "lignes.toml", &[]);
    for command in [
        format!("check @inscrits.csv {campaign} --format xlsx --out @inscrits.csv"),
        format!("check @autre/../inscrits.csv {campaign} --format json --out @inscrits.csv"),
        "import @inscrits.csv --db @tout-neuf --problems-out @inscrits.csv".to_owned(),
        "import @inscrits.csv --db @tout-neuf --map @lignes.toml --map-out @lignes.toml".to_owned(),
        "protect --db @espace --passphrase-file @phrase.txt --recovery-out @phrase.txt".to_owned(),
        "history --db @espace --passphrase-file @phrase.txt --copy @phrase.txt".to_owned(),
    ] {
        refused(folder.path(), &command, "est l’un des fichiers qui sont lus");
    }
    refused(
        folder.path(),
        "import @inscrits.csv --db @neuf --map-out @inscrits.csv --lang en",
        "one of the files being read",
    );
}

#[cfg(unix)]
#[test]
fn a_link_does_not_hide_where_an_output_goes() {
    let (folder, _) = office();
    let at = |name: &str| folder.path().join(name);
    std::os::unix::fs::symlink(at("espace"), at("raccourci")).expect("linked");
    std::os::unix::fs::symlink(at("espace/data.db"), at("base.xlsx")).expect("linked");
    std::os::unix::fs::symlink(at("inscrits.csv"), at("lien.csv")).expect("linked");
    std::fs::hard_link(at("inscrits.csv"), at("second-nom.csv")).expect("linked");
    let (inside, read) = ("dans le dossier d’un espace de travail", "l’un des fichiers qui sont lus");
    refused(folder.path(), "history --db @espace --copy @raccourci/data.db", inside);
    refused(folder.path(), "history --db @raccourci --copy @espace/journal.txt", inside);
    refused(folder.path(), "history --db @espace --copy @base.xlsx", inside);
    for (file, out) in
        [("@lien.csv", "@inscrits.csv"), ("@inscrits.csv", "@lien.csv"), ("@inscrits.csv", "@second-nom.csv")]
    {
        refused(folder.path(), &format!("check {file} --rulebook national --out {out}"), read);
    }
}

/// A command on the folder of an office, `@` standing for it.
fn run(folder: &Path, command: &str) -> std::process::Output {
    let home = folder.to_str().expect("UTF-8");
    guichet(command.split(' ').map(|word| word.replace('@', &format!("{home}/"))))
}

#[test]
fn what_cannot_be_written_down_is_not_done() {
    let (folder, _) = office();
    let operations = || String::from_utf8(run(folder.path(), "history --db @espace").stdout).expect("UTF-8");
    let before = operations();
    let purge = run(folder.path(), "purge --db @espace --person 1 --yes --record @nulle-part/proces-verbal.txt");
    assert_eq!((purge.status.code(), operations()), (Some(2), before), "{}", told(&purge));
    for option in
        ["--problems-out @nulle-part/a-corriger.xlsx", "--map-out @nulle-part/lignes.toml", "--map-out @autre"]
    {
        let import = run(folder.path(), &format!("import @inscrits.csv --db @tout-neuf {option}"));
        assert_eq!(import.status.code(), Some(2), "{option}");
        assert!(!folder.path().join("tout-neuf").exists(), "{option}: no empty workspace is left");
    }
    let purge = run(folder.path(), "purge --db @espace --person 1 --yes --record @proces-verbal.txt");
    assert_eq!(purge.status.code(), Some(0), "{}", told(&purge));
    let history = run(folder.path(), "history --db @espace --format json");
    let history: serde_json::Value = serde_json::from_slice(&history.stdout).expect("JSON");
    let who = history["operations"][0]["who"].as_str().expect("who").to_owned();
    let record = std::fs::read_to_string(folder.path().join("proces-verbal.txt")).expect("a record");
    assert!(record.contains(&format!("par {who}.")), "{record}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_recovery_code_that_nobody_receives_protects_nothing() {
    let (folder, _) = office();
    let at = |name: &str| folder.path().join(name);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a full disk");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_guichet-cli-under-test"));
    command.arg("protect").arg("--db").arg(at("espace")).arg("--passphrase-file").arg(at("phrase.txt"));
    let protect = command.stdout(full).output().expect("started");
    assert_eq!(protect.status.code(), Some(2), "{}", told(&protect));
    assert_eq!(run(folder.path(), "history --db @espace").status.code(), Some(0), "it opens without a passphrase");
}

#[cfg(unix)]
#[test]
fn what_tells_secrets_or_persons_is_read_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, _) = office();
    for (command, name) in [
        ("history --db @espace --copy @journal.txt", "journal.txt"),
        ("export-person 1 --db @espace --out @personne.json", "personne.json"),
        ("export-person 1 --db @espace --format xlsx --out @personne.xlsx", "personne.xlsx"),
        ("protect --db @espace --passphrase-file @phrase.txt --recovery-out @code.txt", "code.txt"),
    ] {
        // What stood there before, open to all, does not open the new file.
        std::fs::write(folder.path().join(name), "avant").expect("written");
        let output = run(folder.path(), command);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        let mode = std::fs::metadata(folder.path().join(name)).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}
