//! A plan in numbers.

use super::Session;
use crate::wire::{ImportPlan, PlanCounts, PlanTab, TabName};
use crate::words;
use guichet_store::{Plan, RowOutcome, SheetPlan};

/// The plan of a session, as the window shows it.
pub(crate) fn of(session: &Session) -> Option<ImportPlan> {
    let plan = session.plan.as_ref()?;
    let counts = counts(plan);
    let problems = session.problems();
    let fails = problems.iter().filter(|problem| problem.code.fails()).count();
    let tab = |tab, count| PlanTab { tab, count };
    let tabs = vec![
        tab(TabName::Errors, words::whole(fails)),
        tab(TabName::Warnings, words::whole(problems.len() - fails)),
        tab(TabName::Ambiguous, counts.ambiguous),
        tab(TabName::New, counts.new),
        tab(TabName::Changed, counts.changed),
        tab(TabName::Same, counts.same),
        tab(TabName::Gone, words::whole(plan.gone.len())),
    ];
    Some(ImportPlan { fingerprint: plan.fingerprint.clone(), counts, applicable: plan.changes_facts(), tabs })
}

/// What a plan does, in rows.
pub(crate) fn counts(plan: &Plan) -> PlanCounts {
    plan.files.iter().flat_map(|file| &file.sheets).fold(PlanCounts::default(), add_sheet)
}

/// The same with one more sheet.
pub(crate) fn add_sheet(mut counts: PlanCounts, sheet: &SheetPlan) -> PlanCounts {
    counts.rows += words::whole(sheet.decisions.len());
    counts.gone += words::whole(sheet.gone);
    for decision in &sheet.decisions {
        match decision.outcome {
            RowOutcome::New => counts.new += 1,
            RowOutcome::Changed(_) => counts.changed += 1,
            RowOutcome::Same => counts.same += 1,
            RowOutcome::Ambiguous => counts.ambiguous += 1,
            RowOutcome::Skipped | RowOutcome::LeftOut => counts.skipped += 1,
        }
    }
    counts
}
