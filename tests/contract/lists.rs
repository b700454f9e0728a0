//! `export`: lists of a workspace to work on elsewhere.

use crate::report::parts;
use crate::{CAMPAIGN, csv, guichet, told};
use acceptance::sample_office;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Output;

const ROSTER: [&str; 5] = [
    "N° étudiant;Nom de naissance;Prénom;Date de naissance;E-mail;Téléphone;Niveau;Code étape;Formation;Voie d'accès;Régime;Date d'inscription;N° CVEC",
    "0001;EXEMPLE;Zoé;06/05/2004;zoe@exemple.fr;+33600000001;M2;X1;=1+1;Réinscription;10;;",
    "2;FICTIF;Yann;06/05/2003;yann@exemple.fr;;M2;X1;Master fictif;Réinscription;10;10/09/2024 10:00;MAR4 ABCDEF 12",
    "3;N'TIERS;Ana;07/05/2003;;;M2;X1;Master fictif;Réinscription;10;10/09/2024 10:00;MAR4 ABCDEF 34",
    "4;PARTI;Léo;08/05/2003;;;M2;X1;Master fictif;Réinscription;20;10/09/2024 10:00;MAR4 ABCDEF 56",
];
const STATES: [&str; 2] = ["N° CVEC;État du contrôle;Date du contrôle", "MAR4 ABCDEF 34;75;12/09/2024"];

struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn of(files: &[PathBuf], folder: tempfile::TempDir) -> Self {
        let office = Self { folder };
        let mut arguments: Vec<OsString> = vec!["import".into()];
        arguments.extend(files.iter().map(|file| file.clone().into_os_string()));
        arguments.extend(["--db".into(), office.workspace().into_os_string()]);
        let imported = guichet(arguments);
        assert!(office.workspace().exists(), "{}", told(&imported));
        office
    }

    fn small() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let files = [csv(folder.path(), "inscrits.csv", &ROSTER), csv(folder.path(), "controle.csv", &STATES)];
        Self::of(&files, folder)
    }

    fn workspace(&self) -> PathBuf {
        self.folder.path().join("espace")
    }

    fn run(&self, what: &str, out: &Path, further: &[&str]) -> Output {
        let mut arguments: Vec<OsString> = vec!["export".into(), "--db".into(), self.workspace().into_os_string()];
        arguments.extend(["--what".into(), what.into(), "--out".into(), out.as_os_str().to_owned()]);
        arguments.extend(further.iter().map(OsString::from));
        guichet(arguments)
    }

    /// The list as text, by the sample offices' campaign.
    fn list(&self, what: &str) -> String {
        let out = self.folder.path().join(format!("{what}.csv"));
        let output = self.run(what, &out, &CAMPAIGN);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        let text = String::from_utf8(std::fs::read(out).expect("read")).expect("UTF-8");
        text.strip_prefix('\u{feff}').expect("the mark of UTF-8").to_owned()
    }
}

#[test]
fn reminders_say_whom_to_write_to_what_is_missing_and_by_when() {
    let list = Office::small().list("reminders");
    let lines: Vec<&str> = list.split("\r\n").filter(|line| !line.is_empty()).collect();
    assert!(lines[0].starts_with("N° étudiant;Nom de naissance;Nom d’usage;Prénom;"), "{}", lines[0]);
    let own = lines.iter().find(|line| line.starts_with("0001;")).expect("a row");
    for part in [
        "EXEMPLE",
        "zoe@exemple.fr",
        "'+33600000001",
        "'=1+1",
        "Attestation CVEC à fournir",
        "30/09/2024 12:00",
        "CVC001",
    ] {
        assert!(own.contains(part), "{part}: {own}");
    }
    assert!(!list.contains("PARTI") && !list.contains("N'TIERS"), "nothing is asked of them: {list}");
}

#[test]
fn numbers_to_verify_come_with_what_the_control_asks_for_and_why() {
    let list = Office::small().list("cvec-to-verify");
    assert!(list.contains("MAR4 ABCDEF 12;FICTI;2;;FICTIF;Yann;06/05/2003;"), "{list}");
    assert!(list.contains("Jamais contrôlé."), "{list}");
    assert!(!list.contains("ABCDEF 34") && !list.contains("ABCDEF 56"), "valid, or none expected: {list}");
}

#[test]
fn findings_and_files_have_a_row_each_and_agree_with_the_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let office = Office::of(&sample_office("allsh-2024-A"), folder);
    let (json, _) = crate::check_json(&sample_office("allsh-2024-A"), &[]);
    let files = json["files"].as_array().expect("files");
    let findings: usize = files.iter().filter_map(|file| file["findings"].as_array()).map(Vec::len).sum();
    let rows = |what: &str| {
        let out = office.folder.path().join(format!("{what}.xlsx"));
        let output = office.run(what, &out, &CAMPAIGN);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        let first_cells = |sheet: &str| (2..).take_while(|row| sheet.contains(&format!("<c r=\"A{row}\""))).count();
        first_cells(&parts(&out)["xl/worksheets/sheet1.xml"])
    };
    assert_eq!((rows("files"), rows("findings")), (files.len(), findings));
    let list = office.list("findings");
    let first = &files.iter().find_map(|file| file["findings"].get(0)).expect("a finding");
    for part in ["code", "why", "remedy"] {
        let said = first[part].as_str().expect("text").replace('"', "\"\"");
        assert!(list.contains(&said), "{part}: {said}");
    }
}

#[test]
fn two_exports_are_the_same_bytes_and_the_workspace_s_own_campaign_is_taken_unless_another_is_said() {
    let office = Office::small();
    let (first, second) = (office.folder.path().join("1.xlsx"), office.folder.path().join("2.xlsx"));
    for path in [&first, &second] {
        assert_eq!(office.run("reminders", path, &CAMPAIGN).status.code(), Some(0));
        // A workbook that wrote the clock would differ after a second.
        std::thread::sleep(std::time::Duration::from_millis(1_100));
    }
    assert_eq!(std::fs::read(first).expect("read"), std::fs::read(&second).expect("read"));
    let english = office.run("files", &second, &["--lang", "en"]);
    assert_eq!(english.status.code(), Some(0), "{}", told(&english));
    assert!(parts(&second)["xl/workbook.xml"].contains("name=\"Files\""));
}

#[test]
fn what_cannot_be_written_is_refused_and_leaves_nothing() {
    let office = Office::small();
    let out = office.folder.path().join("relances.pdf");
    let output = office.run("reminders", &out, &[]);
    assert_eq!((output.status.code(), out.exists()), (Some(2), false));
    assert!(told(&output).contains(".xlsx"), "{}", told(&output));
    assert_eq!(office.run("everything", &office.folder.path().join("x.csv"), &[]).status.code(), Some(2));
}
