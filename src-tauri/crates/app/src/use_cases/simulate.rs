//! What another rulebook or instant would change: shown, never kept.

use super::campaign::CampaignArguments;
use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::simulation::{FileChange, Simulation, of_seen};
use crate::wire::{FileDifference, RuleMove, SaidLine, SimulationView};
use crate::{rulebooks, words};
use guichet_model::{FileState, Language, instant_text};
use guichet_rules::{RULES, Said};

/// Differences shown; the others are counted.
const SHOWN: usize = 2_000;

/// Judges every file by another rulebook and instant, and says what would change.
pub(crate) fn simulate(app: &App, args: CampaignArguments) -> Result<SimulationView, AppError> {
    let as_of = args.instant()?.unwrap_or_else(now_in_paris);
    let task = app.begin_task()?;
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    desk.keep_up()?;
    let rulebook = rulebooks::find(&desk.workspace, &args.rulebook)?;
    let seen = desk.seen.clone();
    drop(state);
    Ok(view(language, &of_seen(&seen, rulebook, as_of, &task.watch())?))
}

/// A simulation, worded.
pub(crate) fn view(language: Language, simulation: &Simulation) -> SimulationView {
    SimulationView {
        rulebook: rulebooks::line(&simulation.rulebook, language),
        as_of: instant_text(simulation.as_of),
        files: words::whole(simulation.files),
        total: words::whole(simulation.changes.len()),
        rules: moves(language, &simulation.changes),
        differences: simulation.changes.iter().take(SHOWN).map(|change| line(language, change)).collect(),
    }
}

fn line(language: Language, change: &FileChange) -> FileDifference {
    let (key, difference) = (change.key.clone(), &change.difference);
    let label = |state: Option<FileState>| {
        state.map(|state| words::word(language, &format!("state-{}", state.as_str()))).unwrap_or_default()
    };
    let said = |said: &[Said]| said.iter().map(|said| said_line(language, said)).collect();
    FileDifference {
        id: difference.registration.0,
        student_number: key.student_number.unwrap_or_default(),
        birth_name: key.birth_name.unwrap_or_default(),
        given_name: key.given_name.unwrap_or_default(),
        level: change.level.map(|level| level.as_str().to_owned()).unwrap_or_default(),
        before: difference.before,
        before_label: label(difference.before),
        after: difference.after,
        after_label: label(difference.after),
        appearing: said(&difference.appearing),
        disappearing: said(&difference.disappearing),
    }
}

fn said_line(language: Language, said: &Said) -> SaidLine {
    SaidLine {
        code: said.code.clone(),
        title: words::title(language, &said.code),
        outcome: said.outcome,
        outcome_label: words::word(language, &format!("outcome-{}", said.outcome.as_str().replace('_', "-"))),
    }
}

/// How often each rule begins or ceases to speak, by code.
fn moves(language: Language, changes: &[FileChange]) -> Vec<RuleMove> {
    let count = |code: &str, of: fn(&FileChange) -> &[Said]| {
        words::whole(changes.iter().flat_map(of).filter(|said| said.code == code).count())
    };
    let moved = RULES.iter().map(|rule| RuleMove {
        code: rule.code.to_owned(),
        title: words::title(language, rule.code),
        appearing: count(rule.code, |change| &change.difference.appearing),
        disappearing: count(rule.code, |change| &change.difference.disappearing),
    });
    moved.filter(|rule| rule.appearing + rule.disappearing > 0).collect()
}
