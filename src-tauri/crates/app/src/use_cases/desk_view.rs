//! The desk: what waits for somebody, what is due, and how far the files are.

use super::Nothing;
use crate::agenda;
use crate::app::App;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::waivers;
use crate::wire::{DeskTask, DeskTaskName, DeskView, Funnel, NextClose, ProgrammeStates};
use crate::words;
use guichet_model::{Arg, FileState, Instant, Language, Message};
use guichet_rules::{ClockState, DossierState, dossiers};
use guichet_store::Overview;
use std::collections::BTreeMap;
use time::Duration;

/// Programmes told apart; the others are told together.
const PROGRAMMES: usize = 12;
/// Requests whose time ends within these days wait for somebody.
const CLOCK_DAYS: i64 = 7;
/// The rules that find a certificate which is there and does not settle the matter.
const CERTIFICATES: [&str; 5] = ["CVC002", "CVC003", "CVC004", "CVC005", "CVC009"];

/// The desk.
pub(crate) fn desk(app: &App, _: Nothing) -> Result<DeskView, AppError> {
    let mut state = app.state();
    let language = state.language();
    let importing = state.import.is_some();
    let desk = state.desk()?;
    desk.keep_up()?;
    let overview = desk.workspace.overview()?;
    let named: BTreeMap<String, u32> =
        overview.deadlines.iter().map(|(deadline, count)| (deadline.clone(), words::whole(*count))).collect();
    let mut tasks = vec![blocked(desk, language, &overview)?, certificates(desk)?];
    tasks.push(plain(DeskTaskName::Waivers, to_review(desk, language)));
    tasks.push(plain(DeskTaskName::Requests, running_out(desk)));
    tasks.push(plain(DeskTaskName::Import, usize::from(importing)));
    tasks.retain(|task| task.count > 0);
    Ok(DeskView {
        tasks,
        days: agenda::days(desk, language, &named),
        next_close: next_close(desk, language),
        funnel: Funnel {
            imported: words::whole(overview.files),
            complete: words::whole(overview.complete),
            ready: words::whole(overview.ready),
        },
        programmes: programmes(language, overview.programmes),
    })
}

fn plain(task: DeskTaskName, count: usize) -> DeskTask {
    DeskTask { task, count: words::whole(count), change: None, since: None, codes: Vec::new() }
}

/// The blocked files, and how their number moved since another day or since before the last import.
fn blocked(desk: &Desk, language: Language, overview: &Overview) -> Result<DeskTask, AppError> {
    let at = FileState::ALL.iter().position(|state| *state == FileState::Blocked).unwrap_or_default();
    let count = overview.programmes.iter().filter_map(|programme| programme.counts.get(at)).sum();
    let before = desk.workspace.tally_before(crate::clock::now_in_paris(), desk.seen.rulebook.id())?;
    let since = before.as_ref().map(|tally| {
        let name = if tally.before_import { "app-since-import" } else { "app-since-day" };
        words::say(language, &Message::new(name).with("day", Arg::Date(tally.day)))
    });
    let signed = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let change = before.map(|tally| signed(count) - signed(tally.blocked));
    Ok(DeskTask { change, since, ..plain(DeskTaskName::Blocked, count) })
}

/// Certificates that are there and do not settle the matter.
fn certificates(desk: &Desk) -> Result<DeskTask, AppError> {
    let codes: Vec<String> = CERTIFICATES.iter().map(|code| (*code).to_owned()).collect();
    let query = guichet_store::FindingsQuery { codes: codes.clone(), ..Default::default() };
    let found = desk.workspace.open_findings(&query)?;
    Ok(DeskTask { codes, ..plain(DeskTaskName::Certificates, found.places.len()) })
}

/// Waivers whose facts or term changed: their findings count again.
fn to_review(desk: &Desk, language: Language) -> usize {
    let lines = waivers::lines(desk, Veil::of(desk, language));
    lines.iter().filter(|line| line.standing.cause().is_some()).count()
}

/// Requests still to be decided whose time ends within some days.
fn running_out(desk: &Desk) -> usize {
    let last = desk.seen.as_of + Duration::days(CLOCK_DAYS);
    let ends = |until: Option<Instant>| until.is_some_and(|until| desk.seen.as_of <= until && until <= last);
    let found = dossiers(&desk.seen.office, &desk.seen.rulebook, desk.seen.as_of);
    let runs = |state: ClockState| matches!(state, ClockState::Running | ClockState::Contested | ClockState::InTime);
    let waits = |state: DossierState| state.as_str() == Some("pending");
    found
        .iter()
        .filter(|dossier| waits(dossier.state))
        .filter_map(|dossier| dossier.clock.as_ref())
        .filter(|clock| runs(clock.state) && ends(clock.until))
        .count()
}

/// The next close of a window that decides.
fn next_close(desk: &Desk, language: Language) -> Option<NextClose> {
    let closes = desk.seen.rulebook.windows().flat_map(|(_, window)| &window.intervals).map(|interval| interval.closes);
    let next = closes.filter(|closes| *closes >= desk.seen.as_of).min()?;
    let days = (next.date() - desk.seen.as_of.date()).whole_days();
    Some(NextClose { at: words::instant(language, Some(next)), days: u32::try_from(days).unwrap_or_default() })
}

/// The most numerous programmes, and the others together.
fn programmes(language: Language, all: Vec<guichet_store::ProgrammeStates>) -> Vec<ProgrammeStates> {
    let whole = |counts: &[usize]| counts.iter().map(|count| words::whole(*count)).collect::<Vec<u32>>();
    let (told, others) = all.split_at(PROGRAMMES.min(all.len()));
    let shared = |name: &str| all.iter().filter(|one| one.label.as_deref() == Some(name)).count() > 1;
    let line = |programme: &guichet_store::ProgrammeStates| ProgrammeStates {
        value: Some(programme.value.clone().unwrap_or_default()),
        label: match (&programme.label, &programme.value) {
            (Some(name), Some(code)) if shared(name) => format!("{name} · {code}"),
            (Some(name), _) | (None, Some(name)) => name.clone(),
            (None, None) => words::word(language, "app-no-programme"),
        },
        counts: whole(&programme.counts),
    };
    let mut lines: Vec<ProgrammeStates> = told.iter().map(line).collect();
    if !others.is_empty() {
        let sum = |state: usize| others.iter().filter_map(|programme| programme.counts.get(state)).sum();
        let counts: Vec<usize> = (0..FileState::ALL.len()).map(sum).collect();
        let label = Message::new("app-other-programmes").with("count", i64::try_from(others.len()).unwrap_or(i64::MAX));
        lines.push(ProgrammeStates { value: None, label: words::say(language, &label), counts: whole(&counts) });
    }
    lines
}
