use super::{Nothing, workspaces};
use crate::app::{App, State};
use crate::failure::AppError;
use crate::watch::{NEVER, Watch};
use crate::wire::{InputLine, RuleCount, Summary};
use crate::words;
use guichet_model::{FileState, Language};
use guichet_rules::RULES;
use std::collections::BTreeMap;

/// The office at a glance.
pub(crate) fn summary(app: &App, _: Nothing) -> Result<Summary, AppError> {
    of_state(&mut app.state())
}

/// Judges the files that what was just done reaches, makes the plan of the import under way again, and sums up. What was done
/// stays when judging is stopped.
pub(crate) fn judged(app: &App, watch: &Watch<'_>) -> Result<Summary, AppError> {
    app.judge(watch)?;
    let mut state = app.state();
    state.plan_again(&NEVER)?;
    of_state(&mut state)
}

/// The open workspace at a glance.
pub(crate) fn of_state(state: &mut State) -> Result<Summary, AppError> {
    let language = state.language();
    let backup_failure = state.backup_failure();
    let desk = state.desk()?;
    desk.keep_up()?;
    let found = desk.workspace.summary()?;
    let by_state: BTreeMap<FileState, usize> = found.states.iter().copied().collect();
    let states = FileState::ALL.iter().map(|file_state| {
        let label = words::word(language, &format!("state-{}", file_state.as_str()));
        words::count(file_state.as_str(), label, by_state.get(file_state).copied().unwrap_or(0))
    });
    let inputs = found.sheets.iter().map(|sheet| InputLine {
        file: sheet.file.clone(),
        sha256: sheet.sha256.clone(),
        sheet: sheet.name.clone(),
        kind: sheet.kind.as_str().to_owned(),
        kind_label: words::kind(language, sheet.kind),
        rows: words::whole(sheet.rows),
    });
    Ok(Summary {
        workspace: workspaces::info(desk, backup_failure, language),
        files: words::whole(found.files),
        states: states.collect(),
        rules: rule_counts(language, &found.flagged, &found.undecided),
        inputs: inputs.collect(),
    })
}

/// The rules that say something, the gravest and most frequent first.
fn rule_counts(language: Language, flagged: &[(String, usize)], undecided: &[(String, usize)]) -> Vec<RuleCount> {
    let of = |counts: &[(String, usize)], code: &str| {
        counts.iter().find(|(counted, _)| counted == code).map_or(0, |(_, count)| words::whole(*count))
    };
    let mut counts: Vec<RuleCount> = RULES
        .iter()
        .map(|rule| RuleCount {
            code: rule.code.to_owned(),
            title: words::title(language, rule.code),
            severity: rule.severity,
            flagged: of(flagged, rule.code),
            undecided: of(undecided, rule.code),
        })
        .filter(|count| count.flagged + count.undecided > 0)
        .collect();
    counts.sort_by_key(|count| (count.severity, std::cmp::Reverse(count.flagged + count.undecided)));
    counts
}
