//! `rules`, `rulebook` and `demo`.

use crate::{CAMPAIGN, guichet, told};
use acceptance::project;

fn said(arguments: &[&str]) -> String {
    let output = guichet(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_manual_lists_every_rule_and_prints_its_page_in_both_languages() {
    let list = said(&["rules"]);
    let codes: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(codes.len(), guichet_rules::RULES.len());
    for code in codes {
        let french = said(&["rules", code]);
        assert!(
            french.contains("## Que faire") && french.contains("## Ce qui ne peut pas être su hors ligne"),
            "{code}"
        );
        assert!(said(&["rules", code, "--lang", "en"]).contains("## What cannot be known offline"), "{code}");
    }
    assert_eq!(guichet(["rules", "XXX999"]).status.code(), Some(2));
}

#[test]
fn rulebooks_are_listed_shown_with_their_citations_and_validated() {
    assert!(said(&["rulebook", "list"]).contains("amu-allsh-2024-2025"));
    let shown = said(&["rulebook", "show", "amu-allsh-2024-2025"]);
    assert!(
        shown.contains("du 22/08/2024 à 14h au 20/09/2024 à 12h") && shown.contains("2023-2024"),
        "quoted, with its remark"
    );
    let file = project().join("assets/rulebooks/national.toml");
    assert!(said(&["rulebook", "validate", file.to_str().expect("a path")]).contains("cvec.amount.2026-2027"));
    let folder = tempfile::tempdir().expect("a folder");
    let wrong = folder.path().join("faux.toml");
    let text = std::fs::read_to_string(&file).expect("read").replacen("\"guide\"", "\"guode\"", 1);
    std::fs::write(&wrong, text).expect("written");
    let output = guichet(["rulebook", "validate", wrong.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("guode") && told(&output).contains("identity.ine.unique"), "{}", told(&output));
}

#[test]
fn a_rulebook_file_can_lie_over_a_shipped_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let layer = folder.path().join("local.toml");
    let text = r#"
id = "local"
layer = "component"
over = "amu-allsh-2024-2025"
edition = 1
title = { fr = "Local", en = "Local" }
[documents.note]
title = "Note de service"
[[limit]]
key = "limit.l2.local"
levels = ["L2"]
most = 1
cite = { document = "note", heading = "1", quote = "une seule inscription", status = "to_confirm" }
"#;
    std::fs::write(&layer, text).expect("written");
    let files = [
        crate::csv(folder.path(), "inscrits.csv", &["N° étudiant;Niveau;Voie d'accès;Régime", "1;L2;Réinscription;10"]),
        crate::csv(
            folder.path(),
            "historique.csv",
            &["N° étudiant;Année universitaire;Niveau;État;Césure", "1;2023-2024;L2;validée;non"],
        ),
    ];
    let files = files.iter().map(|file| file.as_os_str().to_owned());
    let arguments: Vec<_> = std::iter::once("check".into())
        .chain(files)
        .chain(
            ["--rulebook", "local", "--format", "json", "--as-of", "2024-09-01T10:00", "--rulebook-file"]
                .map(Into::into),
        )
        .chain(std::iter::once(layer.into_os_string()))
        .collect();
    let output = guichet(arguments);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let findings = json["files"][0]["findings"].as_array().expect("findings").clone();
    let over = findings.iter().find(|finding| finding["code"] == "RPT001").expect("over the local limit");
    assert_eq!(over["authority"]["rulebook"], "local", "evidence names the layer that decided");
}

#[test]
fn the_demo_writes_an_office_in_which_every_rule_speaks() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("demo");
    said(&["demo", target.to_str().expect("a path")]);
    let mut files: Vec<_> =
        std::fs::read_dir(&target).expect("listed").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    assert_eq!(files.len(), 7);
    let (json, output) = crate::check_json(&files, &[]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let spoken = json["summary"]["by_code"].as_object().expect("counts");
    let silent: Vec<_> =
        guichet_rules::RULES.iter().map(|rule| rule.code).filter(|code| !spoken.contains_key(*code)).collect();
    assert_eq!(silent, Vec::<&str>::new(), "{spoken:?}");
    let count = |state: &str| json["summary"][state].as_u64().expect("a count");
    assert!(count("ready") * 3 >= count("files"), "{}", json["summary"]);
    let told: Vec<&str> =
        (json["problems"].as_array().into_iter().flatten()).filter_map(|problem| problem["code"].as_str()).collect();
    assert_eq!(told, ["ine-damaged"], "every sheet is read whole; one identifier is what a spreadsheet left of it");
    assert_eq!(CAMPAIGN[1], json["rulebook"]["id"]);
}

#[test]
fn a_rulebook_file_is_refused_for_a_value_of_another_kind_and_told_of_keys_that_no_rule_reads() {
    let folder = tempfile::tempdir().expect("a folder");
    let validate = |value: &str| {
        let text = format!(
            "id = \"local\"\nlayer = \"institution\"\nover = \"national\"\nedition = 1\n\
             title = {{ fr = \"Local\", en = \"Local\" }}\n[documents.note]\ntitle = \"Note\"\n\
             [[value]]\nkey = \"couleur\"\nvalue = \"bleu\"\n\
             cite = {{ document = \"note\", heading = \"h\", quote = \"q\", status = \"verified\" }}\n\
             [[value]]\nkey = \"cvec.amount.2026-2027\"\nvalue = {value}\n\
             cite = {{ document = \"note\", heading = \"h\", quote = \"q\", status = \"verified\" }}\n"
        );
        let file = folder.path().join("local.toml");
        std::fs::write(&file, text).expect("written");
        guichet(["rulebook", "validate", file.to_str().expect("a path")])
    };
    let good = validate("10600");
    let said = String::from_utf8(good.stdout.clone()).expect("UTF-8");
    assert_eq!(good.status.code(), Some(0), "{}", told(&good));
    assert!(said.contains("lue par aucune règle") && said.ends_with("  couleur\n"), "{said}");
    for wrong in ["106.5", "\"106 €\"", "-1"] {
        let refused = validate(wrong);
        assert_eq!(refused.status.code(), Some(2), "{wrong}");
        let why = told(&refused);
        assert!(why.contains("Ligne 13") && why.contains("cvec.amount.2026-2027") && why.contains("centimes"), "{why}");
    }
}
