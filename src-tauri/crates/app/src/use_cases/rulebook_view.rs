//! The rulebook in force: its windows on a line of time, and how it differs from another one.

use super::Nothing;
use crate::agenda::population;
use crate::app::App;
use crate::failure::AppError;
use crate::rulebook_words::{EntrySaid, entries, span};
use crate::rulebooks;
use crate::wire::{CitedSaying, EntryDifference, RulebookWindows, WindowInterval, WindowLine, WindowState};
use crate::words;
use guichet_model::{Instant, Language, instant_text};
use guichet_rules::rulebook::{Interval, Window};
use serde::Deserialize;

/// The windows of the rulebook in force, those that decide first.
pub(crate) fn windows(app: &App, _: Nothing) -> Result<RulebookWindows, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    let (book, as_of) = (&desk.seen.rulebook, desk.seen.as_of);
    let line = |window: &Window| line(language, window, as_of);
    let deciding = book.windows().map(|(_, window)| line(window));
    Ok(RulebookWindows {
        title: rulebooks::title(book, language),
        as_of: instant_text(as_of),
        as_of_label: words::instant(language, Some(as_of)),
        windows: deciding.chain(book.other_windows().map(|(_, window)| line(window))).collect(),
    })
}

fn line(language: Language, window: &Window, as_of: Instant) -> WindowLine {
    WindowLine {
        key: window.key.clone(),
        label: population(language, window),
        decides: window.decides,
        intervals: window.intervals.iter().map(|interval| interval_line(language, interval, as_of)).collect(),
        authority: words::authority(language, &window.cite),
    }
}

fn interval_line(language: Language, interval: &Interval, as_of: Instant) -> WindowInterval {
    WindowInterval {
        opens: interval.opens.map(instant_text),
        closes: instant_text(interval.closes),
        label: span(language, interval),
        state: if interval.holds(as_of) {
            WindowState::Open
        } else if interval.closes < as_of {
            WindowState::Past
        } else {
            WindowState::Coming
        },
    }
}

#[derive(Deserialize)]
pub(crate) struct CompareArguments {
    one: String,
    other: String,
}

/// What two rulebooks say otherwise, key by key; what both say in the same words is left out.
pub(crate) fn compare(app: &App, args: CompareArguments) -> Result<Vec<EntryDifference>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let workspace = &state.desk()?.workspace;
    let (one, other) = (rulebooks::find(workspace, &args.one)?, rulebooks::find(workspace, &args.other)?);
    let (before, after) = (entries(&one, language, |_| true), entries(&other, language, |_| true));
    let of = |list: &[EntrySaid<'_>], key: &str| list.iter().position(|entry| entry.key == key);
    let mut keys: Vec<&str> = before.iter().chain(&after).map(|entry| entry.key).collect();
    keys.sort_unstable();
    keys.dedup();
    let differences = keys.into_iter().filter_map(|key| {
        let told = |list: &[EntrySaid<'_>]| of(list, key).map(|at| cited(language, &list[at]));
        let named = |list: &[EntrySaid<'_>]| of(list, key).map(|at| list[at].name.clone());
        let name = named(&after).or_else(|| named(&before)).unwrap_or_default();
        let (before, after) = (told(&before), told(&after));
        (before != after).then(|| EntryDifference { key: key.to_owned(), name, before, after })
    });
    Ok(differences.collect())
}

/// What an entry says, and where that was read.
fn cited(language: Language, entry: &EntrySaid<'_>) -> CitedSaying {
    let said = entry.said.clone().unwrap_or_else(|| words::word(language, "app-entry-unset"));
    CitedSaying { said, document: entry.cite.document.clone() }
}
