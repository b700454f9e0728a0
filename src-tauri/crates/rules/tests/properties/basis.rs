//! What a finding rests on: the same facts, wherever they stand and whenever they are judged; other facts, another basis.

use crate::config;
use crate::office::{Sketch, columns, sketch};
use guichet_model::{Evidence, Finding, Outcome};
use guichet_rules::{Scene, basis, evaluate, scene};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeMap;
use time::Duration;

/// A file's student number and programme, a rule and its outcome.
type Of = (String, String, String, Outcome);

fn read(sketch: &Sketch) -> Scene {
    scene(&sketch.text()).unwrap_or_else(|error| panic!("{error}: {}", sketch.text()))
}

fn findings(scene: &Scene) -> BTreeMap<Of, Finding> {
    let mut found = BTreeMap::new();
    for verdict in evaluate(&scene.office, &scene.book, scene.as_of) {
        let Some(file) = scene.office.registration(verdict.registration) else { continue };
        let Some(person) = scene.office.person(file.person) else { continue };
        let number = person.identity.student_number.clone().unwrap_or_default();
        for finding in verdict.findings {
            let programme = file.programme_code.clone().unwrap_or_default();
            found.insert((number.clone(), programme, finding.code.clone(), finding.outcome), finding);
        }
    }
    found
}

fn bases(scene: &Scene) -> BTreeMap<Of, String> {
    findings(scene).into_iter().map(|(of, finding)| (of, basis(&finding, &scene.book))).collect()
}

/// What a cell was read as, or its text.
fn said(evidence: &Evidence) -> Option<&str> {
    evidence.value.as_deref().or(evidence.raw.as_deref()).filter(|said| !said.is_empty())
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn rows_in_another_order_rest_on_the_same((sketch, shuffled) in sketch().prop_flat_map(|sketch| {
        let lines = Just(sketch.lines.clone()).prop_shuffle();
        (Just(sketch), lines)
    })) {
        let other = Sketch { lines: shuffled, ..sketch.clone() };
        prop_assert_eq!(bases(&read(&sketch)), bases(&read(&other)), "{}\n--\n{}", sketch.text(), other.text());
    }

    #[test]
    fn a_file_with_more_columns_in_another_order_rests_on_the_same(sketch in sketch(), by in 1_usize..5) {
        let mut other = sketch.clone();
        for line in &mut other.lines {
            let by = by % line.cells.len();
            line.cells.rotate_left(by);
            line.cells.push(("site", "x".to_owned()));
        }
        prop_assert_eq!(bases(&read(&sketch)), bases(&read(&other)), "{}", sketch.text());
    }

    #[test]
    fn another_instant_between_the_same_boundaries_rests_on_the_same(sketch in sketch(), minutes in 1_i64..600) {
        let mut scene = read(&sketch);
        let before = bases(&scene);
        let later = scene.as_of + Duration::minutes(minutes);
        prop_assume!(!scene.book.changes_between(scene.as_of, later));
        scene.as_of = later;
        prop_assert_eq!(before, bases(&scene), "{}", sketch.text());
    }

    #[test]
    fn another_value_rests_on_another(sketch in sketch(), of in any::<Index>(), cell in any::<Index>(), value in any::<Index>()) {
        let before = read(&sketch);
        let found = findings(&before);
        prop_assume!(!found.is_empty());
        let all: Vec<_> = found.iter().collect();
        let (of, finding) = *of.get(&all);
        let read_of: Vec<&Evidence> = finding.evidence.iter().filter(|one| one.address.is_some()).collect();
        prop_assume!(!read_of.is_empty());
        let evidence = cell.get(&read_of);
        let (kind, field) = (evidence.sheet.kind.as_str(), evidence.field.as_str());
        prop_assume!(columns().contains(&(kind, field)));
        let row = usize::try_from(evidence.address.unwrap().row).unwrap() - 1;
        let mut other = sketch.clone();
        let values: Vec<String> = sketch.lines.iter().filter(|line| line.kind == kind).flat_map(|line| {
            line.cells.iter().filter(|(name, _)| *name == field).map(|(_, value)| value.clone())
        }).collect();
        let line = other.lines.iter_mut().filter(|line| line.kind == kind).nth(row).unwrap();
        let cell = line.cells.iter_mut().find(|(name, _)| *name == field).unwrap();
        cell.1.clone_from(value.get(&values));
        let after = read(&other);
        if let Some(now) = findings(&after).get(of) {
            let same_cell = now.evidence.iter().find(|one| {
                one.field == evidence.field && one.address == evidence.address && one.sheet.kind == evidence.sheet.kind
            });
            // A rule may come to rest on other rows that say the same; the edited one is then no longer read.
            if same_cell.is_some_and(|now| said(now) != said(evidence)) {
                prop_assert_ne!(basis(finding, &before.book), basis(now, &after.book), "{}", sketch.text());
            }
        }
    }
}
