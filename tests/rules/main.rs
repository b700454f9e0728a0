//! What each rule answers, as a registrar reads it: `<CODE>.md` is one rule's specification, in words and in cases.
//!
//! A specification is written from the pages and the contract of the rules, not from the rules' code. Its form:
//! a title `# CODE · Titre`, what the rule says, the words of the source in a quotation, the rulebook (`- Règlement :`) and
//! the instant (`- Au :`), then tables of cases. A cell holds rows set apart by `<br>`, a row holds `En-tête = valeur`
//! parts set apart by ` ; `. `—`: the sheet is not given; `(vide)`: it is given and has no row. The first row of
//! `Inscription` is the file that is judged. A row that does not name `N° étudiant` is the student's of number 1. A header
//! that no row of a cell names is a missing column. A date, amount or yes-or-no in « » is one that is not understood.
#![allow(clippy::expect_used, reason = "a test that cannot go on says why")]

mod cases;
mod dates;
mod specification;
mod windows;

use acceptance::project;
use guichet_model::{Catalogue, Language};
use guichet_rules::RULES;
use specification::Specification;

/// Every specification, by the name of its file; what cannot be read is told instead.
fn specifications() -> Vec<(String, Result<Specification, Vec<String>>)> {
    let folder = project().join("tests/rules");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&folder).expect("the folder of the specifications") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        let text = std::fs::read_to_string(&path).expect("read");
        found.push((name, Specification::read(&text)));
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found
}

#[test]
fn every_specification_holds() {
    let mut faults = Vec::new();
    for (file, specification) in specifications() {
        let told = match specification {
            Ok(specification) if file != format!("{}.md", specification.code) => {
                vec!["named after another rule".into()]
            }
            Ok(specification) => specification.faults(),
            Err(unreadable) => unreadable,
        };
        faults.extend(told.into_iter().map(|fault| format!("{file}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults\n\n{}\n", faults.len(), faults.join("\n\n"));
}

#[test]
fn every_rule_has_a_specification_under_its_title() {
    let specifications = specifications();
    let mut faults = Vec::new();
    for rule in RULES {
        let Some((file, read)) = specifications.iter().find(|(file, _)| *file == format!("{}.md", rule.code)) else {
            faults.push(format!("{} has no specification", rule.code));
            continue;
        };
        let title = Catalogue::shared().say(Language::Fr, &format!("{}-title", rule.code));
        match read {
            Ok(read) if read.title != title => faults.push(format!("{file}: entitled {}, not {title}", read.title)),
            Ok(read) if read.cases.len() < 4 => faults.push(format!("{file}: {} cases only", read.cases.len())),
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_specification_that_cannot_be_held_to_is_refused() {
    let head = "# RPT001 · Limite d’inscriptions dépassée\n\n> « + de 2 inscriptions en L2 »\n> — page\n\n- Règlement : `amu-allsh-2024-2025`\n- Au : 25/09/2024 09:00\n\n";
    let table = "| Cas | Inscription | Historique | Réponse |\n|---|---|---|---|\n";
    let fits = "| a | Niveau = L1 | (vide) | passe |\n";
    let faults = |text: String| match Specification::read(&text) {
        Ok(specification) => specification.faults().join("\n"),
        Err(unreadable) => unreadable.join("\n"),
    };
    let over = "Année universitaire = 2023-2024 ; Niveau = M2";
    let flagged = format!("| b | Niveau = M2 | {over} | signale (erreur) |\n");
    assert_eq!(faults(format!("{head}{table}{fits}{flagged}")), "", "one that holds");
    for (text, fault) in [
        (head.to_owned(), "one side only"),
        (format!("{head}{table}{fits}"), "one side only"),
        (format!("{head}{table}{fits}| b | Couleur = rouge | (vide) | signale |\n"), "line 12: Couleur is no header"),
        (format!("{head}{table}{fits}| b | Niveau = M2 | {over} | crie |\n"), "line 12: crie is not an answer"),
        (format!("{head}{table}{fits}| b | Niveau = M2 | {over} |\n"), "line 12: 3 cells under 4 headers"),
        (format!("{head}| Cas | Inscrit | Réponse |\n"), "line 9: Inscrit is not a column"),
        (format!("{head}{table}{fits}{flagged}").replace("> —", ""), "no words of a source"),
        (format!("{head}{table}{fits}{flagged}").replace("(erreur)", "(information)"), "expected severity"),
        (format!("{head}{table}{fits}{flagged}").replace("2023-2024", "2023-2024 ; État = A"), "expected Flag"),
    ] {
        let found = faults(text);
        assert!(found.contains(fault), "expected: {fault}\nfound: {found}");
    }
}
