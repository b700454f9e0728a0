//! Who is one person, as `check` and `import` tell it: rows S8, V1, V9, V10 and V11 of the catalogue of hostile inputs.

use crate::{check_json, csv, guichet, told};
use serde_json::Value;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const ROSTER: &str = "N° étudiant;INE;Nom de naissance;Nom d'usage;Prénom;Date de naissance;Année universitaire;Niveau";
const CERTIFICATES: &str =
    "N° de l'attestation;N° étudiant;INE;Nom de naissance;Nom d'usage;Prénom;Date de naissance;Année CVEC";
const MARTIN: &str = "1001;1409002949V;Martin;Durand;Paul;06/05/2004;2024-2025;L2";

/// What one run told.
struct Told {
    /// The codes of problems, as often as told.
    problems: Vec<String>,
    /// IDN004 and IDN005, with the student number of each file.
    findings: BTreeSet<String>,
    files: usize,
}

fn codes(problems: &Value) -> Vec<String> {
    problems.as_array().into_iter().flatten().filter_map(|one| one["code"].as_str()).map(str::to_owned).collect()
}

fn checked(files: &[PathBuf]) -> Told {
    let (json, _) = check_json(files, &[]);
    let mut findings = BTreeSet::new();
    let all = json["files"].as_array().expect("files");
    for file in all {
        let found = file["findings"].as_array().into_iter().flatten().filter_map(|finding| finding["code"].as_str());
        let number = file["key"]["student_number"].as_str().unwrap_or_default();
        findings
            .extend(found.filter(|code| ["IDN004", "IDN005"].contains(code)).map(|code| format!("{code} {number}")));
    }
    Told { problems: codes(&json["problems"]), findings, files: all.len() }
}

/// The JSON of `import` into a workspace, and the exit code.
fn import(workspace: &Path, files: &[PathBuf], further: &[&str]) -> (Value, Option<i32>) {
    let mut arguments: Vec<OsString> = vec!["import".into()];
    arguments.extend(files.iter().map(|file| file.as_os_str().to_owned()));
    arguments.extend(["--format".into(), "json".into(), "--db".into(), workspace.as_os_str().to_owned()]);
    arguments.extend(further.iter().map(OsString::from));
    let output = guichet(arguments);
    (serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", told(&output))), output.status.code())
}

/// Counts of all files of an import, and the codes of its problems.
fn counted(json: &Value, names: [&str; 3]) -> ([u64; 3], Vec<String>) {
    let files: Vec<&Value> = json["files"].as_array().into_iter().flatten().collect();
    let sum = |name: &str| files.iter().filter_map(|file| file[name].as_u64()).sum();
    (names.map(sum), files.iter().flat_map(|file| codes(&file["problems"])).collect())
}

/// A roster of two rows: what `check` tells, what it finds, how many files there are, what a dry run of `import` tells.
fn duplicate(other: &str) -> (Told, Vec<String>, [u64; 3]) {
    let folder = tempfile::tempdir().expect("a folder");
    let roster = [csv(folder.path(), "inscrits.csv", &[ROSTER, MARTIN, other])];
    let (json, _) = import(&folder.path().join("espace"), &roster, &["--dry-run"]);
    let (counts, problems) = counted(&json, ["new", "same", "ambiguous"]);
    (checked(&roster), problems, counts)
}

#[test]
fn s08_an_exact_duplicate_counts_once_and_is_told() {
    let (check, import, counts) = duplicate(MARTIN);
    assert_eq!((check.problems, check.files), (vec!["row-repeated".to_owned()], 1));
    assert_eq!((import, counts), (vec!["row-repeated".to_owned()], [1, 1, 0]));
}

#[test]
fn s08_a_duplicate_but_for_typography_counts_once_and_is_told_as_often_as_it_comes() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines = [ROSTER, MARTIN, "1001;1409002949V;MARTIN;DURAND;paul;06/05/2004;2024/2025;Licence 2"];
    for (at, [one, two]) in [[1, 2], [2, 1]].into_iter().enumerate() {
        let roster = [csv(folder.path(), &format!("inscrits-{at}.csv"), &[lines[0], lines[one], lines[two]])];
        let told = checked(&roster);
        assert_eq!((told.problems, told.files), (vec!["row-repeated".to_owned()], 1));
        let workspace = folder.path().join(format!("espace-{at}"));
        for counts in [[1, 1, 0], [0, 2, 0]] {
            let (json, code) = import(&workspace, &roster, &["--strict"]);
            let imported = counted(&json, ["new", "same", "changed"]);
            assert_eq!((imported, code), ((counts, vec!["row-repeated".to_owned()]), Some(0)));
        }
        // The other row first changes nothing either.
        let turned = [csv(folder.path(), &format!("tourné-{at}.csv"), &[lines[0], lines[two], lines[one]])];
        let (json, _) = import(&workspace, &turned, &[]);
        assert_eq!(counted(&json, ["new", "same", "changed"]).0, [0, 2, 0]);
    }
}

#[test]
fn s08_a_registration_given_twice_with_other_values_is_told_and_strict_refuses_it() {
    let (header, one) = (format!("{ROSTER};Code étape;Boursier"), format!("{MARTIN};E1;oui"));
    let folder = tempfile::tempdir().expect("a folder");
    let roster = [csv(folder.path(), "inscrits.csv", &[&header, &one, &format!("{MARTIN};e1;non")])];
    let told = checked(&roster);
    assert_eq!((told.problems, told.files), (vec!["registration-twice".to_owned()], 2));
    let workspace = folder.path().join("espace");
    let (json, code) = import(&workspace, &roster, &["--strict"]);
    assert_eq!((counted(&json, ["new", "same", "changed"]).1, code), (vec!["registration-twice".to_owned()], Some(2)));
    let (json, _) = import(&workspace, &roster, &[]);
    assert_eq!(counted(&json, ["new", "same", "changed"]).0, [2, 0, 0]);
    let (json, code) = import(&workspace, &roster, &["--strict"]);
    assert_eq!(
        (counted(&json, ["new", "same", "changed"]), code),
        (([0, 2, 0], vec!["registration-twice".to_owned()]), Some(2))
    );
    // Another programme is another registration.
    let roster = [csv(folder.path(), "deux.csv", &[&header, &one, &format!("{MARTIN};E2;non")])];
    assert_eq!(checked(&roster).problems, [""; 0]);
}

#[test]
fn s08_each_kind_of_duplicate_person_is_told_apart_and_none_is_merged() {
    for (other, problem, finding) in [
        ("1002;1409002949V;Autre;;Anne;03/02/2003;2024-2025;L1", "person-same-ine", Some("IDN004")),
        ("1002;123456789JH;MARTIN;;Paul;06/05/2004;2024-2025;L1", "person-same-name", Some("IDN005")),
        ("1002;;Paul;;Martin;06/05/2004;2024-2025;L1", "person-swapped-names", None),
        ("1002;;Durand;;Paul;06/05/2004;2024-2025;L1", "person-use-name", None),
        ("1002;;Martin;;Paul;05/06/2004;2024-2025;L1", "person-alike", None),
    ] {
        let (check, import, counts) = duplicate(other);
        assert_eq!(check.files, 2, "{other}");
        match finding {
            // What a rule says of both files is not told of the row as well.
            Some(code) => {
                assert_eq!(check.findings, BTreeSet::from([format!("{code} 1001"), format!("{code} 1002")]));
                assert_eq!(check.problems, [""; 0], "{other}");
            }
            None => {
                assert!(check.findings.is_empty(), "{other}");
                assert_eq!(check.problems, [problem], "{other}");
            }
        }
        assert_eq!((import, counts), (vec![problem.to_owned()], [2, 0, 0]), "{other}");
    }
}

#[test]
fn s08_one_number_under_two_names_of_one_file_is_two_persons_told_with_both() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = "1001;;Autre;;Anne;03/02/1999;2024-2025;L1";
    let roster = [csv(folder.path(), "inscrits.csv", &[ROSTER, MARTIN, other])];
    let (json, output) = check_json(&roster, &[]);
    assert_eq!(codes(&json["problems"]), ["number-reused"]);
    let names: Vec<&str> =
        json["files"].as_array().into_iter().flatten().filter_map(|file| file["key"]["birth_name"].as_str()).collect();
    assert_eq!(names, ["Martin", "Autre"], "nobody's identity becomes the other's");
    assert!(told(&output).contains("Martin Paul (06/05/2004, 1001)"), "{}", told(&output));
    let workspace = folder.path().join("espace");
    let (strict, _) = import(&workspace, &roster, &["--strict"]);
    assert!(strict["operation"].is_null(), "a strict import refuses it: {strict}");
    let twins = [csv(folder.path(), "b.csv", &[ROSTER, MARTIN, "1002;;Martin;;Anne;06/05/2004;2024-2025;L1"])];
    assert_eq!(checked(&twins).problems, [""; 0], "twins are two persons");
}

#[test]
fn s08_a_certificate_that_is_only_like_a_student_waits_for_a_person() {
    let folder = tempfile::tempdir().expect("a folder");
    let roster = csv(
        folder.path(),
        "inscrits.csv",
        &[ROSTER, MARTIN, "1002;;de La Rochefoucauld-Montmorency d'Exemple;;Zoé Marie;21/02/2003;2024-2025;L1"],
    );
    let certificates = csv(
        folder.path(),
        "cvec.csv",
        &[
            CERTIFICATES,
            "MAR4 ABCDEF 11;;;Paul;;Martin;06/05/2004;2024-2025",
            "MAR4 ABCDEF 12;;123456789JH;Durand;;Paul;06/05/2004;2024-2025",
            "MAR4 ABCDEF 13;;;Martin;;Paul;05/06/2004;2024-2025",
            "MAR4 ABCDEF 14;;;Martin;;Paul;;2024-2025",
            "MAR4 ABCDEF 15;;1409002949;;;;;2024-2025",
            "MAR4 ABCDEF 16;;;DE LA ROCHEFOUCAULD-MONTMORENC;;Zoé Marie;21/02/2003;2024-2025",
            "MAR4 ABCDEF 17;;;de La Rochefoucauld-Montmorency d'Exemple;;Zoé;21/02/2003;2024-2025",
        ],
    );
    let files = [roster.clone(), certificates];
    let (json, output) = check_json(&files, &[]);
    assert_eq!(codes(&json["problems"]), ["row-ambiguous"]);
    let said = told(&output);
    assert!(
        said.contains("Martin Paul (06/05/2004, 1001) : nom et prénom inversés ; même date de naissance"),
        "{said}"
    );
    let workspace = folder.path().join("espace");
    let (json, _) = import(&workspace, &files, &[]);
    let (counts, problems) = counted(&json, ["new", "ambiguous", "skipped"]);
    assert_eq!((counts, problems), ([2, 7, 0], vec!["row-ambiguous".to_owned()]));
    let (again, _) = import(&workspace, &files, &[]);
    assert_eq!(counted(&again, ["new", "ambiguous", "same"]).0, [0, 7, 2], "it still waits");
}

#[test]
fn v10_v09_typography_makes_no_other_person() {
    let folder = tempfile::tempdir().expect("a folder");
    let roster = csv(
        folder.path(),
        "inscrits.csv",
        &[
            ROSTER,
            "1001;;Œuvrard-N’Diaye;;Lætitia;06/05/2004;2024-2025;L2",
            "1002;;Weiß;;Jean-Pierre;07/05/2004;2024-2025;L2",
            "1003;;Yıldırım;;İpek;08/05/2004;2024-2025;L2",
            "1004;;Kołodziej;;Zoé;09/05/2004;2024-2025;L2",
            "1005;;Nguyễn;;Thị Hường;10/05/2004;2024-2025;L2",
            "1006;;de La Tour;;Anne;11/05/2004;2024-2025;L2",
            "1007;1409002949V;Exemple;;Une;12/05/2004;2024-2025;L2",
        ],
    );
    let certificates = csv(
        folder.path(),
        "cvec.csv",
        &[
            CERTIFICATES,
            "MAR4 ABCDEF 11;;;OEUVRARD N\u{2bc}DIAYE;;LAETITIA;06/05/2004;2024-2025",
            "MAR4 ABCDEF 12;;;WEISS;;Jean\u{2011}Pierre;07/05/2004;2024-2025",
            "MAR4 ABCDEF 13;;;YILDIRIM;;IPEK;08/05/2004;2024-2025",
            "MAR4 ABCDEF 14;;;KOLODZIEJ;;Zoe\u{301};09/05/2004;2024-2025",
            "MAR4 ABCDEF 15;;;NGUYEN;;THI\u{a0}HUONG;10/05/2004;2024-2025",
            "MAR4 ABCDEF 16;;;DELATOUR;;An\u{ad}ne\u{200b};11/05/2004;2024-2025",
            "MAR4 ABCDEF 17;;1409 002949 v;;;;;2024-2025",
        ],
    );
    let check = checked(&[roster.clone(), certificates.clone()]);
    assert_eq!((check.problems, check.files), (Vec::new(), 7));
    let (json, _) = import(&folder.path().join("espace"), &[certificates, roster], &["--dry-run"]);
    assert_eq!(counted(&json, ["new", "ambiguous", "skipped"]), ([14, 0, 0], Vec::new()));
}

#[test]
fn v11_letters_that_look_alike_make_another_person() {
    let folder = tempfile::tempdir().expect("a folder");
    let roster = csv(folder.path(), "inscrits.csv", &[ROSTER, "1001;;MARTIN;;EVE;06/05/2004;2024-2025;L2"]);
    let certificates = csv(
        folder.path(),
        "cvec.csv",
        &[
            CERTIFICATES,
            "MAR4 ABCDEF 11;;;M\u{410}RTIN;;\u{415}VE;06/05/2004;2024-2025",
            "MAR4 ABCDEF 12;;;\u{1d40c}ARTIN;;EVE;06/05/2004;2024-2025",
        ],
    );
    let (json, _) = check_json(&[roster, certificates], &[]);
    let problems = json["problems"].as_array().expect("problems");
    let unmatched: Vec<&Value> = problems.iter().filter(|one| one["code"] == "row-unmatched").collect();
    assert_eq!(unmatched.len(), 1, "{problems:?}");
    assert_eq!(unmatched[0]["cell"], "2");
    assert!(unmatched[0]["message"].as_str().is_some_and(|text| text.contains("2, 3")), "{problems:?}");
}

#[test]
fn v01_a_damaged_ine_recognises_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let roster = csv(
        folder.path(),
        "inscrits.csv",
        &[ROSTER, "1001;1,41E+10;Un;;Anne;06/05/2004;2024-2025;L2", "1002;1,41E+10;Deux;;Zoé;07/05/2004;2024-2025;L2"],
    );
    let certificates = csv(
        folder.path(),
        "cvec.csv",
        &[
            CERTIFICATES,
            "MAR4 ABCDEF 11;;1,41E+10;Deux;;Zoé;07/05/2004;2024-2025",
            "MAR4 ABCDEF 12;;1,41E+10;;;;;2024-2025",
        ],
    );
    let (json, _) = import(&folder.path().join("espace"), &[roster, certificates], &["--dry-run"]);
    assert_eq!(counted(&json, ["new", "ambiguous", "skipped"]).0, [3, 0, 1], "{json}");
}

#[test]
fn every_ine_of_a_person_stays_known() {
    let folder = tempfile::tempdir().expect("a folder");
    let roster = csv(folder.path(), "inscrits.csv", &[ROSTER, MARTIN]);
    let provisional = "MAR4 ABCDEF 11;1001;123456789JH;Martin;;Paul;06/05/2004;2024-2025";
    let certificates = csv(folder.path(), "cvec.csv", &[CERTIFICATES, provisional]);
    let documents = csv(
        folder.path(),
        "pieces.csv",
        &["INE;Pièce;État de la pièce", "123456789JH;Photo;validée", "1409002949V;Carte;validée"],
    );
    let workspace = folder.path().join("espace");
    import(&workspace, &[roster.clone(), certificates.clone()], &[]);
    let (json, _) = import(&workspace, std::slice::from_ref(&documents), &[]);
    assert_eq!(counted(&json, ["new", "ambiguous", "skipped"]), ([2, 0, 0], Vec::new()), "both are the student's");
    assert_eq!(checked(&[documents, certificates, roster]).problems, [""; 0], "and when all come together");
}
