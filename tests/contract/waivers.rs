//! `waive` and `waivers`: findings that somebody decided not to count. Each command is a program of its own.

use crate::{csv, guichet, told};
use serde_json::{Value, json};
use std::ffi::OsString;
use std::path::Path;
use std::process::Output;

const HEADERS: &str = "N° étudiant;Nom de naissance;Prénom;Date de naissance;INE;Année universitaire;Niveau;Régime;\
    Voie d'accès;Date d'inscription;Canal;N° CVEC;Bourse;Date d'acceptation";
const CAMPAIGN: [&str; 4] = ["--rulebook", "amu-allsh-2024-2025", "--as-of", "2024-09-25T09:00"];

/// An office of two files that lack their certificate.
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().expect("a folder") };
        office.import("10", "10");
        office
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn import(&self, first: &str, second: &str) -> Value {
        let line = |number: u32, name: &str, regime: &str| {
            format!(
                "{number};{name};Anne;06/05/2004;;2024-2025;L1;{regime};Parcoursup;10/07/2024 10:00;en ligne;;non;10/06/2024"
            )
        };
        let lines = [HEADERS.to_owned(), line(22_400_001, "Dupré", first), line(22_400_002, "Exemple", second)];
        let file = csv(self.path(), "inscriptions.csv", &lines.each_ref().map(String::as_str));
        self.answer(&["import", file.to_str().expect("a path")], &[])
    }

    fn command(&self, before: &[&str], after: &[&str]) -> Output {
        let workspace = self.path().join("espace").into_os_string();
        let arguments = before.iter().map(OsString::from).chain(["--db".into(), workspace]);
        guichet(arguments.chain(after.iter().map(OsString::from)))
    }

    fn answer(&self, before: &[&str], after: &[&str]) -> Value {
        let output = self.command(before, &[after, &["--format", "json"]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", told(&output)))
    }

    fn waive(&self, further: &[&str]) -> Value {
        self.answer(&["waive", "--rule", "CVC001", "--reason", "proof-seen"], further)
    }

    /// Refuses to do it, and alike to say what it would do.
    fn refuses(&self, before: &[&str], after: &[&str], why: &str) {
        for dry in [&["--dry-run"][..], &[]] {
            let output = self.command(before, &[after, dry].concat());
            assert_eq!(output.status.code(), Some(2), "{before:?} {after:?} {dry:?}: {}", told(&output));
            assert!(told(&output).contains(why), "{}", told(&output));
        }
    }

    fn standings(&self) -> Vec<(String, String, Value)> {
        let answer = self.answer(&["waivers"], &[]);
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let waivers = answer["waivers"].as_array().expect("a list").iter();
        waivers.map(|one| (word(&one["key"]["student_number"]), word(&one["standing"]), one["cause"].clone())).collect()
    }

    /// The parts of the workspace's report, unpacked and in one text.
    fn report(&self) -> (Vec<u8>, String) {
        self.report_with(&[])
    }

    fn report_with(&self, further: &[&str]) -> (Vec<u8>, String) {
        let out = self.path().join("rapport.xlsx");
        let out_at = ["--out", out.to_str().expect("a path")];
        let output = self.command(&["report"], &[&CAMPAIGN[..], &out_at, further].concat());
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        let mut archive = zip::ZipArchive::new(std::fs::File::open(&out).expect("opened")).expect("a zip");
        let mut all = String::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).expect("a part");
            std::io::Read::read_to_string(&mut part, &mut all).expect("text");
        }
        (std::fs::read(out).expect("read"), all)
    }
}

const BOTH: [&str; 3] = ["--student", "22400001", "22400002"];

#[test]
fn a_finding_is_waived_told_in_the_report_and_undone() {
    let office = Office::new();
    let (bytes, all) = office.report();
    assert!(!all.contains("Levé par"));
    let would = office.waive(&[&BOTH[..], &["--dry-run"]].concat());
    assert_eq!((&would["operation"], &would["findings"]), (&Value::Null, &json!(2)));
    assert!(office.standings().is_empty() && office.report().0 == bytes, "nothing was done");
    let done = office.waive(&[&BOTH[..], &["--text", "Attestation vue", "--until", "2999-12-31"]].concat());
    assert_eq!((&done["findings"], &done["moves"]), (&would["findings"], &would["moves"]));
    assert_eq!(done["moves"][0]["from"], "blocked");
    let active = |number: &str| (number.to_owned(), "active".to_owned(), Value::Null);
    assert_eq!(office.standings(), [active("22400001"), active("22400002")]);
    let (_, all) = office.report();
    for words in ["Levé par, motif", "Justificatif vu au guichet", "(Attestation vue)", "Constats levés"] {
        assert!(all.contains(words), "{words}");
    }
    assert!(!all.contains("écart à examiner"), "what is counted is what is written");
    let history = office.answer(&["history"], &[]);
    let line = &history["operations"][0];
    assert_eq!(
        (&line["kind"], &line["label"], &line["undoable"]),
        (&json!("waive"), &json!("CVC001 × 2"), &json!("yes"))
    );
    office.answer(&["undo", &done["operation"].to_string()], &[]);
    assert_eq!((office.standings().len(), office.report().0 == bytes), (0, true), "the report of before, to the byte");
    let text = office.command(&["history"], &[]);
    assert!(String::from_utf8_lossy(&text.stdout).contains("Annulation de : Constats levés : CVC001 × 2"));
}

#[test]
fn a_waiver_whose_facts_change_is_to_review_and_one_without_finding_is_unused() {
    let office = Office::new();
    office.waive(&BOTH);
    office.import("12", "11");
    let standings = office.standings();
    let review = ("22400001".to_owned(), "to-review".to_owned(), json!("basis-changed"));
    assert_eq!(standings, [review, ("22400002".to_owned(), "unused".to_owned(), Value::Null)]);
    let again = office.waive(&["--student", "22400001"]);
    assert_eq!(again["findings"], 1, "it counts, so that it can be waived again");
    assert_eq!(office.standings()[1].1, "active");
    let text = office.command(&["waivers"], &["--lang", "en"]);
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(
        text.contains("[unused] CVC001 · 22400002 Exemple Anne") && text.contains("Proof seen at the desk"),
        "{text}"
    );
}

#[test]
fn what_cannot_be_waived_is_refused_with_its_reason_and_would_be() {
    let office = Office::new();
    let refuse = |rule: &str, reason: &str, further: &[&str], why: &str| {
        office.refuses(&["waive", "--rule", rule, "--reason", reason], further, why);
    };
    refuse("CVC001", "other", &BOTH, "Autre motif");
    refuse("CVC001", "parce que", &BOTH, "proof-seen");
    refuse("XYZ001", "decision", &BOTH, "XYZ001");
    refuse("DRG005", "decision", &BOTH, "Aucun dossier n’est concerné");
    refuse("CVC001", "decision", &["--student", "999"], "999");
    refuse("CVC001", "decision", &[&BOTH[..], &["--until", "demain"]].concat(), "yyyy-mm-dd");
    refuse("CVC001", "decision", &[&BOTH[..], &["--until", "2024-01-01"]].concat(), "01/01/2024");
    refuse("CVC001", "decision", &[&BOTH[..], &["--text", &"x".repeat(501)]].concat(), "500");
    assert!(office.standings().is_empty());
}

#[test]
fn waivers_tell_what_they_rest_on_and_are_taken_away() {
    let office = Office::new();
    office.waive(&BOTH);
    office.import("12", "11");
    let waiver = &office.answer(&["waivers"], &[])["waivers"][0];
    let regime = |side: &str| {
        let values = waiver[side].as_array().expect("a list").iter();
        values.filter(|one| one["field"] == "regime").map(|one| one["value"].clone()).collect::<Vec<_>>()
    };
    assert_eq!((regime("then"), regime("now")), (vec![json!("initial")], vec![json!("apprenticeship")]));
    let done = office.answer(&["unwaive", "--rule", "CVC001"], &["--student", "22400001"]);
    assert!(done["operation"].is_i64() && office.standings().len() == 1, "{done}");
    let nothing = office.answer(&["unwaive", "--rule", "CVC001"], &["--student", "22400001"]);
    assert_eq!(nothing["operation"], Value::Null);
}

#[test]
fn a_decision_at_the_desk_is_entered_shown_in_the_report_and_undone() {
    let office = Office::new();
    let (bytes, _) = office.report();
    let document = ["--piece", "Photo", "--state", "rejected", "--reason", "floue", "--student", "22400001"];
    let would = office.answer(&["decide", "document"], &[&document[..], &["--dry-run"]].concat());
    assert_eq!((&would["operation"], &would["entries"]), (&Value::Null, &json!(1)));
    assert!(office.report().0 == bytes, "nothing was done");
    let done = office.answer(&["decide", "document"], &document);
    assert_eq!(done["moves"], would["moves"]);
    let (_, all) = office.report();
    assert!(all.contains("DOC002") && all.contains("Saisie au guichet"), "evidence names the entry");
    let by = ["--by", "Doyen", "--on", "2024-09-12", "--level", "L1"];
    let granted = office.answer(&["decide", "derogation"], &[&by[..], &BOTH[..]].concat());
    assert_eq!(granted["entries"], 2);
    let note = office.answer(&["decide", "note", "--text", "À rappeler"], &BOTH);
    assert_eq!(note["entries"], 2);
    let undo = |answer: &Value| office.answer(&["undo", &answer["operation"].to_string()], &[]);
    [&note, &granted, &done].into_iter().for_each(|answer| drop(undo(answer)));
    assert!(office.report().0 == bytes, "the report of before, to the byte");
}

#[test]
fn what_cannot_be_decided_is_refused_with_its_reason_and_would_be() {
    let office = Office::new();
    let (bytes, _) = office.report();
    let refuse = |arguments: &[&str], why: &str| {
        let (what, further) = arguments.split_first().expect("a verb");
        office.refuses(&["decide", what], further, why);
    };
    assert_eq!(office.command(&["decide"], &[]).status.code(), Some(2));
    refuse(&["document", "--piece", "Photo", "--state", "rejected", "--student", "22400001"], "motif");
    refuse(&["document", "--piece", "Photo", "--state", "belle", "--student", "22400001"], "not-deposited");
    refuse(&["derogation", "--by", " ", "--on", "2024-09-12", "--student", "22400001"], "autorité");
    refuse(&["derogation", "--by", "Doyen", "--on", "hier", "--student", "22400001"], "yyyy-mm-dd");
    refuse(&["derogation", "--by", "Doyen", "--on", "2999-01-01", "--student", "22400001"], "01/01/2999");
    refuse(&["note", "--text", "x", "--student", "999"], "999");
    refuse(&["note", "--text", "  ", "--student", "22400001"], "La note est vide");
    refuse(&["note", "--text", &"é".repeat(501), "--student", "22400001"], "500");
    refuse(&["note", "--text", "x", "--student", "22400001", "--level", "M2"], "aucun dossier");
    assert!(office.report().0 == bytes, "nothing was done");
    let photo = ["--piece", "Photo", "--state", "valid", "--student", "22400001"];
    office.answer(&["decide", "document"], &photo);
    refuse(&[&["document"][..], &photo].concat(), "Rien de nouveau");
}

#[test]
fn what_was_entered_is_listed_withdrawn_by_its_number_and_that_is_undone() {
    let office = Office::new();
    let listed = || office.answer(&["decide", "--list"], &[])["entries"].clone();
    assert_eq!(listed(), json!([]));
    let one = ["--student", "22400001"];
    office.answer(&["decide", "note", "--text", "À rappeler"], &one);
    let by = ["--by", "Doyen", "--on", "2024-09-12", "--reference", "D-17"];
    office.answer(&["decide", "derogation"], &[&by[..], &BOTH[..]].concat());
    let piece = ["--piece", "Photo", "--state", "rejected", "--reason", "floue", "--until", "2999-08-31"];
    office.answer(&["decide", "document"], &[&piece[..], &one[..]].concat());
    let all = listed();
    let numbers: Vec<&str> = all.as_array().expect("a list").iter().filter_map(|one| one["number"].as_str()).collect();
    assert_eq!(numbers, ["note-1", "derogation-1", "derogation-2", "document-1"], "in the order in which they came");
    assert_eq!((&all[0]["kind"], &all[0]["text"]), (&json!("note"), &json!("À rappeler")));
    let derogation = &all[2];
    assert_eq!(derogation["key"]["student_number"], "22400002");
    assert_eq!(
        [&derogation["kind"], &derogation["state"], &derogation["by"], &derogation["on"], &derogation["reference"]],
        ["derogation", "granted", "Doyen", "2024-09-12", "D-17"]
    );
    assert_eq!(derogation["registration"]["level"], "L1");
    assert_eq!(
        [&all[3]["piece"], &all[3]["state"], &all[3]["reason"], &all[3]["until"]],
        ["Photo", "rejected", "floue", "2999-08-31"]
    );
    assert!(all[3]["at"].as_str().is_some_and(|at| at.starts_with("20")) && all[3]["who"].is_string(), "{all}");
    let text = |language: &str| {
        let output = office.command(&["decide", "--list"], &["--lang", language]);
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    for words in ["derogation-2 · 22400002 Exemple Anne · ", "Accordée, Doyen, le 12/09/2024 (D-17) · saisi par "] {
        assert!(text("fr").contains(words), "{}", text("fr"));
    }
    assert!(text("en").contains("Document “Photo”: Rejected (floue), valid until "), "{}", text("en"));

    let report = office.report().0;
    for number in ["derogation-2", "note-1"] {
        let withdrawn = office.answer(&["decide", "withdraw", number], &[]);
        assert!(!listed().to_string().contains(number), "{number}");
        assert_ne!(office.report().0, report);
        let history = office.answer(&["history"], &[]);
        let newest = &history["operations"][0];
        assert_eq!((&newest["operation"], &newest["undoable"]), (&withdrawn["operation"], &json!("yes")));
        office.answer(&["undo", &withdrawn["operation"].to_string()], &[]);
        assert_eq!((listed(), office.report().0 == report), (all.clone(), true));
    }
    for (arguments, why) in
        [(&["withdraw", "derogation-9"][..], "derogation-9"), (&["withdraw"], "NUMBER"), (&[], "--list")]
    {
        let output = office.command(&[&["decide"][..], arguments].concat(), &[]);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(told(&output).contains(why), "{}", told(&output));
    }
}

#[test]
fn the_report_shows_what_was_entered_and_a_pseudonymised_one_leaves_notes_out_and_says_so() {
    let office = Office::new();
    let (bytes, all) = office.report();
    assert!(!all.contains("Décisions") && !all.contains("laissées de côté"), "nothing was entered");
    let note = office.answer(&["decide", "note", "--text", "Rappeler Anne le 3"], &BOTH[..2]);
    let by = ["--by", "Doyenne Martin", "--on", "2024-09-12", "--reference", "DEC-17 Dupré"];
    let derogation = office.answer(&["decide", "derogation"], &[&by[..], &BOTH[..]].concat());
    let shown = ["Rappeler Anne le 3", "Doyenne Martin", "DEC-17 Dupré"];
    let (_, all) = office.report();
    assert!(shown.iter().all(|words| all.contains(words)) && all.contains("name=\"Décisions\""), "{all}");
    assert!(!all.contains("écart à examiner"), "what is counted is what is written");
    let (_, hidden) = office.report_with(&["--pseudonymise"]);
    let told: Vec<&&str> = shown.iter().filter(|words| hidden.contains(**words)).collect();
    assert!(told.is_empty() && !hidden.contains("Rappeler") && !hidden.contains("Martin"), "{told:?}");
    assert!(hidden.contains("Les notes sur les dossiers sont laissées de côté"), "and it says so");
    assert!(hidden.contains("name=\"Décisions\"") && hidden.contains("Dérogation"), "derogations stay");
    for answer in [derogation, note] {
        office.answer(&["undo", &answer["operation"].to_string()], &[]);
    }
    assert!(office.report().0 == bytes, "the report of before, to the byte");
}
