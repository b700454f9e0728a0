//! `check` on the sample offices and on small ones.

use crate::{check, check_json, csv, told};
use acceptance::{project, sample_office};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The codes found in each file, named by student number and level.
pub(crate) type Codes = BTreeMap<String, BTreeSet<String>>;

/// The answers worked out for an office, and the codes they speak of.
pub(crate) fn expected(office: &str) -> (Codes, BTreeSet<String>) {
    let path = project().join("tests/fixtures/offices").join(office).join("expected.json");
    let json: Value = serde_json::from_slice(&std::fs::read(path).expect("read")).expect("JSON");
    let list = |value: &Value| -> BTreeSet<String> {
        value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let files = json["files"].as_object().expect("files").iter().map(|(key, codes)| (key.clone(), list(codes)));
    (files.collect(), list(&json["codes"]))
}

/// What a check found, each finding written in the answers' way.
pub(crate) fn found(json: &Value, of_interest: &BTreeSet<String>, write: fn(&Value) -> String) -> Codes {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let file = |file: &Value| {
        let key = format!("{}/{}", text(&file["key"]["student_number"]), text(&file["registration"]["level"]));
        let findings = file["findings"].as_array().into_iter().flatten();
        (key, findings.filter(|finding| of_interest.contains(&text(&finding["code"]))).map(write).collect())
    };
    json["files"].as_array().into_iter().flatten().map(file).collect()
}

/// A finding by its code alone.
fn code(finding: &Value) -> String {
    finding["code"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn both_sample_offices_agree_wholly() {
    for office in ["allsh-2024-A", "allsh-2024-B"] {
        let (expected, codes) = expected(office);
        let (json, output) = check_json(&sample_office(office), &[]);
        assert_eq!(found(&json, &codes, code), expected, "{office}");
        assert_eq!(expected.len(), 300);
        assert_eq!(output.status.code(), Some(1), "an error is open");
        assert_eq!(told(&output), "", "nothing is wrong with the files");
    }
}

#[test]
fn the_json_has_the_shape_of_the_contract() {
    let (json, _) = check_json(&sample_office("allsh-2024-B"), &[]);
    assert_eq!(json["schema"], 1);
    assert_eq!(json["as_of"], "2024-09-25T09:00:00");
    assert_eq!(json["rulebook"]["id"], "amu-allsh-2024-2025");
    assert_eq!(json["rulebook"]["layers"], serde_json::json!(["national", "amu-allsh-2024-2025"]));
    assert_eq!(json["rulebook"]["sha256"].as_str().map(str::len), Some(64));
    let roster = &json["inputs"][0]["sheets"][0];
    assert_eq!((roster["kind"].as_str(), roster["header_row"].as_u64()), (Some("roster"), Some(2)));
    assert_eq!(roster["rows"], 300);
    assert_eq!(
        roster["columns"][0],
        serde_json::json!({ "cell": "B2", "header": "Date réponse", "field": "offer_accepted_at" })
    );
    let summary = &json["summary"];
    let states: u64 =
        ["ready", "to_check", "blocked", "cancelled"].iter().filter_map(|state| summary[state].as_u64()).sum();
    assert_eq!(Some(states), summary["files"].as_u64());
    let counted: u64 = summary["by_code"].as_object().expect("counts").values().filter_map(Value::as_u64).sum();
    let files = json["files"].as_array().expect("files");
    let findings: usize = files.iter().map(|file| file["findings"].as_array().map_or(0, Vec::len)).sum();
    assert_eq!(u64::try_from(findings).ok(), Some(counted), "the counts are those of the findings");
}

#[test]
fn every_finding_explains_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let bare = csv(folder.path(), "nu.csv", &["N° étudiant;Niveau", "1;niveau 9", "2;L1"]);
    for files in [sample_office("allsh-2024-A"), sample_office("allsh-2024-B"), vec![bare]] {
        explained(&files);
    }
}

fn explained(files: &[PathBuf]) {
    let (json, _) = check_json(files, &["--lang", "en"]);
    explains_itself(&json);
}

/// Each finding says what, why, what to do, where it was read and on whose authority.
pub(crate) fn explains_itself(json: &Value) {
    let findings = json["files"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|file| file["findings"].as_array().into_iter().flatten());
    for finding in findings {
        for part in ["code", "slug", "severity", "outcome", "message", "why", "remedy"] {
            let text = finding[part].as_str().unwrap_or_default();
            assert!(!text.is_empty() && !text.contains('⟦'), "{part} of {finding}");
        }
        let evidence = finding["evidence"].as_array().expect("evidence");
        assert!(
            evidence.iter().all(|evidence| evidence["file"].is_string()) && !evidence.is_empty(),
            "a place is named: {finding}"
        );
        let authority = &finding["authority"];
        for part in ["rulebook", "key", "document", "quote", "status"] {
            let text = authority[part].as_str();
            // A choice of ours has no words to quote; its remark says so.
            let has_words =
                text.is_some_and(|text| !text.is_empty()) || part == "quote" && authority["note"].is_string();
            assert!(has_words, "{part} of {finding}");
        }
    }
}

#[test]
fn findings_come_by_severity_then_code_and_twice_the_same() {
    let rank = |finding: &Value| {
        let severity = ["error", "warning", "info"].iter().position(|name| finding["severity"] == *name);
        (severity, finding["code"].as_str().unwrap_or_default().to_owned())
    };
    let (json, first) = check_json(&sample_office("allsh-2024-A"), &[]);
    for file in json["files"].as_array().into_iter().flatten() {
        let order: Vec<_> = file["findings"].as_array().into_iter().flatten().map(rank).collect();
        assert!(order.is_sorted(), "{file}");
    }
    let (_, second) = check_json(&sample_office("allsh-2024-A"), &[]);
    assert_eq!(first.stdout, second.stdout);
}

#[test]
fn exit_codes_tell_what_happened() {
    let folder = tempfile::tempdir().expect("a folder");
    let header = "N° étudiant;Niveau;Régime;Voie d'accès;Date d'inscription;N° CVEC;INE;Résultat précédent";
    let good = csv(
        folder.path(),
        "bon.csv",
        &[header, "1;LP;formation initiale;Réinscription;02/07/2024 10:00;MAR4 ABCDEF 12;;ADM"],
    );
    let ready = check(std::slice::from_ref(&good), &[]);
    assert_eq!(ready.status.code(), Some(0), "{}", told(&ready));
    let bad =
        csv(folder.path(), "absent.csv", &[header, "1;LP;formation initiale;Réinscription;02/07/2024 10:00;;;ADM"]);
    assert_eq!(check(&[bad], &[]).status.code(), Some(1));
    let missing = folder.path().join("nulle-part.xlsx");
    let output = check(&[good.clone(), missing], &["--format", "json"]);
    assert_eq!(output.status.code(), Some(2), "bad input outranks");
    assert!(told(&output).contains("nulle-part.xlsx"));
    let json: Value = serde_json::from_slice(&output.stdout).expect("the readable file is still judged");
    assert_eq!(json["summary"]["files"], 1);
    for wrong in [vec!["--as-of", "hier"], vec!["--rulebook", "nowhere"], vec!["--nonsense"]] {
        let mut arguments = vec!["check".into(), good.clone().into_os_string()];
        arguments.extend(crate::CAMPAIGN[..2].iter().map(std::convert::Into::into));
        arguments.extend(wrong.iter().map(std::convert::Into::into));
        assert_eq!(crate::guichet(arguments).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn unknown_codes_are_grouped_and_leave_the_file_undecided() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut lines = vec!["N° étudiant;Niveau;Régime;Voie d'accès;Date d'inscription;N° CVEC;INE".to_owned()];
    lines.extend((1..=40).map(|number| format!("{number};LP;7;Réinscription;02/07/2024 10:00;;")));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let file = csv(folder.path(), "codes.csv", &lines);
    let (json, output) = check_json(std::slice::from_ref(&file), &[]);
    let unmapped: Vec<&Value> = json["problems"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|problem| problem["code"] == "value-unmapped")
        .collect();
    assert_eq!(unmapped.len(), 1, "one problem for forty cells: {}", json["problems"]);
    assert!(unmapped[0]["message"].as_str().unwrap_or_default().contains("40"));
    assert_eq!(json["summary"]["by_code"]["CVC010"], 40);
    assert_ne!(output.status.code(), Some(2), "an unknown code is not bad input");
    let mapping = folder.path().join("apogee.toml");
    std::fs::write(&mapping, "[values.regime]\n\"7\" = \"professionalisation\"\n").expect("written");
    let (json, _) = check_json(&[file], &["--map", mapping.to_str().expect("a path")]);
    assert!(json["summary"]["by_code"]["CVC010"].is_null(), "mapped once for all rows: {}", json["summary"]);
}

#[test]
fn strict_writes_nothing_when_something_is_unreadable() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = csv(folder.path(), "dates.csv", &["N° étudiant;Niveau;Date d'inscription", "1;L2;32/13/2024"]);
    let out = folder.path().join("out.json");
    let path = out.to_str().expect("a path");
    let strict = check(std::slice::from_ref(&file), &["--strict", "--format", "json", "--out", path]);
    assert_eq!((strict.status.code(), out.exists()), (Some(2), false));
    assert!(told(&strict).contains("C2"), "the cell is named: {}", told(&strict));
    let lenient = check(&[file], &["--format", "json", "--out", path]);
    assert_eq!((lenient.status.code(), out.exists()), (Some(2), true));
}

#[test]
fn a_line_of_totals_is_told_and_does_not_fail_the_file_unless_strict() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines =
        ["N° étudiant;Niveau;Régime;Voie d'accès;INE", "1;LP;formation continue;Réinscription;", ";Total : 1;;;"];
    let file = csv(folder.path(), "totaux.csv", &lines);
    let output = check(std::slice::from_ref(&file), &["--format", "json"]);
    assert_ne!(output.status.code(), Some(2), "{}", told(&output));
    assert!(told(&output).contains("row-without-key"), "{}", told(&output));
    assert_eq!(check(&[file], &["--strict"]).status.code(), Some(2));
}

#[test]
fn requests_are_told_as_things_of_their_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let roster = csv(folder.path(), "inscrits.csv", &["N° étudiant;Niveau;Régime", "1;L2;10", "2;M1;10"]);
    let header = "Demande;N° étudiant;Niveau demandé;Date de la demande;Décision;UE;Date de réception de la proposition;Date de contestation";
    let requests = csv(
        folder.path(),
        "demandes.csv",
        &[
            header,
            "concordance;1;L2;02/09/2024;accordée;UE1;20/09/2024;",
            "concordance;1;L2;02/09/2024;accordée;UE2;20/09/2024;",
            "dérogation;1;L2;08/07/2024 10:00;en attente;;;",
            "remboursement;2;L3;31/08/2024;;;;",
        ],
    );
    let documents =
        csv(folder.path(), "pieces.csv", &["N° étudiant;Pièce;État de la pièce", "1;Formulaire de dérogation;rejetée"]);
    let (json, _) = check_json(&[roster, requests, documents], &[]);
    let requests = json["requests"].as_array().expect("a list");
    let told: Vec<String> = requests
        .iter()
        .map(|request| {
            let text = |key: &str| request[key].as_str().unwrap_or("-").to_owned();
            let (clock, attached) = (&request["clock"], request["attached"].as_bool().expect("known"));
            let until = clock["until"].as_str().unwrap_or("-");
            format!(
                "{} {} {} {} {} {} {until} {attached}",
                text("kind"),
                text("level"),
                text("year"),
                text("requested_at"),
                text("state"),
                clock["state"].as_str().unwrap_or("-"),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "derogation L2 2024-2025 2024-07-08T10:00:00 pending not-set - true",
            "concordance L2 2024-2025 2024-09-02 granted running 2024-10-05T23:59:00 true",
            "refund L3 2024-2025 2024-08-31 - of-right 2024-08-31T23:59:00 false",
        ]
    );
    assert_eq!(requests[1]["units"], serde_json::json!(["UE1", "UE2"]));
    assert_eq!(requests[0]["key"]["student_number"], "1");
    let form = &requests[0]["pieces"][0];
    assert_eq!(
        (form["key"].as_str(), form["state"].as_str()),
        (Some("piece.derogation.licence.form"), Some("missing"))
    );
    assert_eq!(form["documents"][0], serde_json::json!({ "kind": "Formulaire de dérogation", "state": "rejected" }));
    assert!(requests[2]["pieces"].as_array().is_some_and(Vec::is_empty), "no file says which population it is of");
}
