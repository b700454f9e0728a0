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
