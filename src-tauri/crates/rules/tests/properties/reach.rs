//! Judging again only whom a change reaches gives what judging everybody would.

use crate::office::{Sketch, sketch};
use guichet_rules::{Reach, evaluate, reached, scene};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeMap;

/// The office with one cell that says what the same column says elsewhere.
fn with_one_change(sketch: &Sketch, at: Index, cell: Index, other: Index) -> Option<Sketch> {
    let mut changed = sketch.clone();
    let line = at.index(changed.lines.len());
    let (kind, cells) = (changed.lines[line].kind, changed.lines[line].cells.len());
    let cell = cell.index(cells);
    let field = changed.lines[line].cells[cell].0;
    let column = |line: &crate::office::Line| {
        let own = line.cells.iter().find(|(name, _)| line.kind == kind && *name == field);
        own.map(|(_, value)| value.clone())
    };
    let mut values: Vec<String> = sketch.lines.iter().filter_map(column).collect();
    values.push(String::new());
    let value = other.get(&values).clone();
    let old = std::mem::replace(&mut changed.lines[line].cells[cell].1, value.clone());
    (old != value).then_some(changed)
}

proptest! {
    #![proptest_config(crate::config(300))]

    #[test]
    fn whoever_a_change_does_not_reach_keeps_the_same_verdict(
        sketch in sketch(), at in any::<Index>(), cell in any::<Index>(), other in any::<Index>(),
    ) {
        prop_assume!(!sketch.lines.is_empty());
        let Some(changed) = with_one_change(&sketch, at, cell, other) else { return Ok(()) };
        let read = |sketch: &Sketch| scene(&sketch.text()).map_err(|error| TestCaseError::fail(error.to_string()));
        let (before, after) = (read(&sketch)?, read(&changed)?);
        let Reach::Files(files) = reached(&before.office, &after.office) else { return Ok(()) };
        let old = evaluate(&before.office, &before.book, before.as_of);
        let old: BTreeMap<_, _> = old.iter().map(|verdict| (verdict.registration, verdict)).collect();
        for verdict in &evaluate(&after.office, &after.book, after.as_of) {
            if !files.contains(&verdict.registration) {
                prop_assert_eq!(old.get(&verdict.registration), Some(&verdict), "{}\n->\n{}", sketch.text(), changed.text());
            }
        }
    }
}
