//! A plan in numbers.

use super::Session;
use crate::wire::{ImportPlan, PlanCounts, PlanTab, TabName};
use crate::words;
use guichet_model::Problem;
use guichet_store::{Plan, RowOutcome, RowPlan, SheetPlan};

/// The plan of a session, as the window shows it.
pub(crate) fn of(session: &Session, problems: &[Problem]) -> Option<ImportPlan> {
    let plan = session.plan.as_deref()?;
    let fails = problems.iter().filter(|problem| problem.code.fails()).count();
    let rows = || plan.files.iter().flat_map(|file| &file.sheets).flat_map(|sheet| &sheet.decisions);
    let tab = |tab: TabName| PlanTab {
        tab,
        count: words::whole(match tab {
            TabName::Errors => fails,
            TabName::Warnings => problems.len() - fails,
            TabName::Gone => plan.gone.len(),
            tab => rows().filter(|row| is_in(row, tab)).count(),
        }),
    };
    Some(ImportPlan {
        fingerprint: plan.fingerprint.clone(),
        counts: counts(plan),
        applicable: plan.changes_facts(),
        tabs: TabName::ALL.map(tab).to_vec(),
    })
}

/// Whether a row stands in a list: one about which a person decided stays among those to confirm, beside its choice.
pub(super) fn is_in(row: &RowPlan, tab: TabName) -> bool {
    match tab {
        TabName::New => row.outcome == RowOutcome::New,
        TabName::Changed => row.is_change(),
        TabName::Same => row.is_same(),
        TabName::Ambiguous => row.outcome == RowOutcome::Ambiguous || row.chosen.is_some(),
        TabName::Errors | TabName::Warnings | TabName::Gone => false,
    }
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
            RowOutcome::Joined if decision.is_change() => counts.changed += 1,
            RowOutcome::Same | RowOutcome::Joined => counts.same += 1,
            RowOutcome::Ambiguous => counts.ambiguous += 1,
            RowOutcome::Skipped | RowOutcome::Unplaced => counts.skipped += 1,
            RowOutcome::LeftOut => counts.left_out += 1,
        }
    }
    counts
}
