use super::{RULES, Rule};
use crate::example::{Expected, scene};
use crate::rulebook::{Rulebook, SHIPPED};
use guichet_model::{Arg, Catalogue, Language, Message};
use std::collections::BTreeSet;

const FRENCH_HEADINGS: [&str; 6] =
    ["Ce que la règle vérifie", "Pourquoi", "Source", "Exemple", "Que faire", "Ce qui ne peut pas être su hors ligne"];
const ENGLISH_HEADINGS: [&str; 6] =
    ["What it checks", "Why", "Source", "Example", "What to do", "What cannot be known offline"];

#[test]
fn codes_and_slugs_are_unique_and_well_formed() {
    let codes: BTreeSet<_> = RULES.iter().map(|rule| rule.code).collect();
    let slugs: BTreeSet<_> = RULES.iter().map(|rule| rule.slug).collect();
    assert_eq!((codes.len(), slugs.len()), (RULES.len(), RULES.len()));
    for rule in RULES {
        assert!(rule.code.len() == 6 && rule.code[..3].bytes().all(|c| c.is_ascii_uppercase()), "{}", rule.code);
        assert!(rule.code[3..].bytes().all(|c| c.is_ascii_digit()), "{}", rule.code);
        assert!(rule.slug.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-'), "{}", rule.slug);
    }
}

#[test]
fn every_rule_has_a_page_in_both_languages() {
    for rule in RULES {
        for (language, headings) in [(Language::Fr, FRENCH_HEADINGS), (Language::En, ENGLISH_HEADINGS)] {
            let page = rule.help.in_language(language);
            let found: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
            assert_eq!(found, headings, "{} in {language:?}", rule.code);
            assert!(page.starts_with(&format!("# {} · ", rule.code)), "{}", rule.code);
        }
    }
}

#[test]
fn every_rule_has_a_title_and_three_sentences_in_both_languages() {
    for rule in RULES {
        for part in ["title", "message", "why", "remedy"] {
            let key = format!("{}-{part}", rule.code);
            assert!(Catalogue::shared().has(&key), "{key}");
        }
    }
}

#[test]
fn every_rulebook_key_a_rule_reads_is_set_or_declared_unset_in_every_rulebook() {
    for (id, _) in SHIPPED {
        let book = Rulebook::shipped(id).expect("shipped");
        let keys: BTreeSet<&str> = book.layers().iter().flat_map(|layer| layer.cites()).map(|(key, _)| key).collect();
        for rule in RULES {
            for key in rule.keys {
                let exists =
                    if key.ends_with('.') { keys.iter().any(|k| k.starts_with(key)) } else { keys.contains(key) };
                assert!(exists, "{}: {key} in {id}", rule.code);
            }
        }
    }
}

#[test]
fn every_example_is_answered_as_it_says() {
    for rule in RULES {
        let answers: BTreeSet<_> = rule.examples.iter().map(|example| format!("{:?}", example.expected)).collect();
        let speaks = answers.contains("Flag") || answers.contains("CannotTell");
        let silent = answers.contains("Pass") || answers.contains("NotConcerned");
        assert!(speaks && silent, "{} needs examples on both sides", rule.code);
        for example in rule.examples {
            run(rule, example.title, example.text, example.expected);
        }
    }
}

fn run(rule: &Rule, title: &str, text: &str, expected: Expected) {
    let scene = scene(text).unwrap_or_else(|error| panic!("{}, {title}: {error}", rule.code));
    let (answer, finding) = scene.answer(rule.code).unwrap_or_else(|| panic!("{}, {title}: no file", rule.code));
    assert_eq!(answer, expected, "{}, {title}", rule.code);
    let Some(finding) = finding else { return };
    assert!(!finding.evidence.is_empty(), "{}, {title}: no evidence", rule.code);
    for language in Language::ALL {
        for message in [&finding.message, &finding.why, &finding.remedy] {
            let text = Catalogue::shared().render(*language, message);
            assert!(!text.contains('⟦'), "{}, {title}: {text}", rule.code);
        }
    }
    for evidence in &finding.evidence {
        assert!(rule_reads(rule, evidence.field), "{}, {title}: reads {} unannounced", rule.code, evidence.field);
    }
}

/// What the shared parts of a family read besides what the rule announces.
fn rule_reads(rule: &Rule, field: guichet_model::Field) -> bool {
    use guichet_model::Field::{CvecNumber, Exchange, Regime, RequestKind, StudentNumber};
    rule.reads.contains(&field) || [CvecNumber, Exchange, Regime, RequestKind, StudentNumber].contains(&field)
}

#[test]
fn every_reason_why_a_rule_is_not_concerned_is_worded() {
    for rule in RULES {
        for example in rule.examples {
            let scene = scene(example.text).expect("reads");
            let registration = &scene.office.registrations[0];
            let quiet = crate::quiet_rules(&scene.office, &scene.book, scene.as_of, registration);
            for reason in quiet.iter().filter_map(|quiet| quiet.not_concerned.as_ref()) {
                let text = Catalogue::shared().render(Language::Fr, reason);
                assert!(!text.contains('⟦'), "{text}");
            }
        }
    }
    let list = Message::new("limit-count")
        .with("levels", "L1+L2")
        .with("total", 4_i64)
        .with("most", 3_i64)
        .with("counted", Arg::List(vec!["L1 2023-2024".into()]));
    assert!(Catalogue::shared().render(Language::Fr, &list).contains("L1 2023-2024"));
}
