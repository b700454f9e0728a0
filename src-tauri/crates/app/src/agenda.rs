//! The windows of six weeks, day by day: what opens, what closes, and what soon will.

use crate::desk::Desk;
use crate::wire::{AgendaDay, AgendaMark, AgendaMarkKind};
use crate::words;
use guichet_model::{Instant, Language, Message, instant_text};
use guichet_rules::Rulebook;
use guichet_rules::rulebook::{Interval, Window};
use std::collections::BTreeMap;
use time::{Date, Duration, Time};

/// Days shown: six weeks, from a Monday.
const DAYS: i64 = 42;
/// How many days before a close it is announced.
const NOTICES: [i64; 2] = [3, 1];

/// What happens on a day, before it is worded.
#[derive(Default)]
struct Event {
    windows: Vec<String>,
    hours: Vec<Instant>,
    levels: Vec<String>,
}

/// Six weeks from the Monday of the week judged. `named` counts the findings that name a close.
pub(crate) fn days(desk: &Desk, language: Language, named: &BTreeMap<String, u32>) -> Vec<AgendaDay> {
    let today = desk.seen.as_of.date();
    let monday = today - Duration::days(i64::from(today.weekday().number_days_from_monday()));
    let events = events(&desk.seen.rulebook, language, monday);
    let day = |offset: i64| {
        let date = monday + Duration::days(offset);
        let of_day = events.iter().filter(|((day, _), _)| *day == date);
        AgendaDay {
            day: date.to_string(),
            number: date.day(),
            label: words::date(language, Some(date)),
            today: date == today,
            closed: desk.seen.rulebook.closures().any(|(_, closure)| closure.from <= date && date <= closure.to),
            open: words::whole(open_on(&desk.seen.rulebook, date)),
            marks: of_day.map(|((_, kind), event)| mark(*kind, event, named)).collect(),
        }
    };
    (0..DAYS).map(day).collect()
}

/// How many windows can be used on a day.
fn open_on(book: &Rulebook, day: Date) -> usize {
    let holds =
        |interval: &Interval| interval.opens.is_none_or(|opens| opens.date() <= day) && day <= interval.closes.date();
    book.windows().filter(|(_, window)| window.intervals.iter().any(holds)).count()
}

fn events(book: &Rulebook, language: Language, monday: Date) -> BTreeMap<(Date, AgendaMarkKind), Event> {
    let mut events: BTreeMap<(Date, AgendaMarkKind), Event> = BTreeMap::new();
    let mut add = |day: Date, kind: AgendaMarkKind, hour: Instant, window: &Window| {
        if day < monday || day >= monday + Duration::days(DAYS) {
            return;
        }
        let event = events.entry((day, kind)).or_default();
        push(&mut event.windows, population(language, window));
        push(&mut event.hours, hour);
        window.levels.iter().for_each(|level| push(&mut event.levels, level.as_str().to_owned()));
    };
    for (_, window) in book.windows() {
        for interval in &window.intervals {
            if let Some(opens) = interval.opens {
                add(opens.date(), AgendaMarkKind::Opens, opens, window);
            }
            add(interval.closes.date(), AgendaMarkKind::Closes, interval.closes, window);
            for (days, kind) in NOTICES.into_iter().zip([AgendaMarkKind::InThreeDays, AgendaMarkKind::Tomorrow]) {
                add(interval.closes.date() - Duration::days(days), kind, interval.closes, window);
            }
        }
    }
    events
}

fn push<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

fn mark(kind: AgendaMarkKind, event: &Event, named: &BTreeMap<String, u32>) -> AgendaMark {
    let mut hours = event.hours.clone();
    hours.sort_unstable();
    let time = |at: &Instant| format!("{:02}:{:02}", at.hour(), at.minute());
    // The first minute of a day and its last are the day itself: no source writes them.
    let whole = |at: &&Instant| at.time() != Time::MIDNIGHT && (at.hour(), at.minute()) != (23, 59);
    let deadlines: Vec<String> = match kind {
        AgendaMarkKind::Opens => Vec::new(),
        _ => hours.iter().map(|at| instant_text(*at)).collect(),
    };
    let findings = deadlines.iter().filter_map(|deadline| named.get(deadline)).sum();
    let mut times: Vec<String> = Vec::new();
    hours.iter().filter(whole).for_each(|at| push(&mut times, time(at)));
    let mut levels = event.levels.clone();
    levels.sort_by_key(|name| guichet_model::Level::from_name(name));
    AgendaMark { kind, times: times.join(", "), windows: event.windows.clone(), levels, deadlines, findings }
}

/// Whom a window is for, in words.
pub(crate) fn population(language: Language, window: &Window) -> String {
    let mut parts = Vec::new();
    if !window.levels.is_empty() {
        parts.push(window.levels.iter().map(|level| level.as_str()).collect::<Vec<_>>().join(", "));
    }
    let routes: Vec<String> = window.routes.iter().map(|route| words::code(language, "route", Some(*route))).collect();
    let results: Vec<String> =
        window.results.iter().map(|result| words::code(language, "previous-result", Some(*result))).collect();
    parts.extend([routes, results].into_iter().filter(|list| !list.is_empty()).map(|list| list.join(", ")));
    if let Some(cohort) = window.cohort {
        let name = match (cohort.from, cohort.to) {
            (Some(_), Some(_)) => "app-cohort-between",
            (Some(_), None) => "app-cohort-from",
            (None, _) => "app-cohort-to",
        };
        let message = Message::new(name)
            .with("from", words::date(language, cohort.from))
            .with("to", words::date(language, cohort.to));
        parts.push(words::say(language, &message));
    }
    if parts.is_empty() { words::word(language, "app-window-other") } else { parts.join(" · ") }
}
