//! Which windows are a file's: by level, route, result of the year before and day of acceptance.
//!
//! A level's own windows hold for each route they do not restrict. A level and a route without one are served by the
//! windows without levels (the source's paragraph on re-registration).

use crate::context::Check;
use crate::fact::Fact;
use crate::rulebook::{Extension, Interval, Window};
use guichet_model::{Coded, Field, Level, Message, Route};

/// The windows of a file.
pub(super) struct Schedule<'a> {
    /// In order.
    pub(super) intervals: Vec<Interval>,
    /// A later close under a condition that the file does not tell.
    pub(super) extension: Option<Extension>,
    /// Whom they are for, in words.
    pub(super) population: Message,
    /// The entry that decides.
    pub(super) window: &'a Window,
    /// The windows of another result of the year before, when that result cannot be read.
    pub(super) or: Option<&'a Window>,
    /// Another calendar of the same source for the same population, which does not decide.
    pub(super) other: Option<&'a Window>,
}

/// The outcome of the search.
pub(super) enum Population<'a> {
    /// The file's windows.
    Windows(Box<Schedule<'a>>),
    /// The rulebook has none for it, and why.
    NoWindow(Message),
    /// They depend on the day of acceptance, which is unknown.
    AcceptanceUnknown(Message),
}

type Found<'a> = Vec<&'a Window>;

/// Every window that decides.
fn decisive<'a>(check: &Check<'a>) -> impl Iterator<Item = &'a Window> {
    check.book.windows().map(|(_, window)| window)
}

/// Searches the windows of the file.
pub(super) fn population<'a>(check: &mut Check<'a>) -> Population<'a> {
    if let Some(refusal) = other_year(check) {
        return Population::NoWindow(refusal);
    }
    let registration = check.registration;
    let level = match check.fact(Field::Level, &registration.level) {
        Fact::Known(level) => level,
        Fact::NotUnderstood(raw) => {
            return Population::NoWindow(Message::new("no-window-level-unmapped").with("raw", raw));
        }
        Fact::Empty | Fact::NoColumn => return Population::NoWindow(Message::new("no-window-level-missing")),
    };
    let own: Found<'a> = decisive(check).filter(|window| window.levels.contains(&level)).collect();
    let unrestricted: Found<'a> = own.iter().filter(|window| window.routes.is_empty()).copied().collect();
    if !unrestricted.is_empty() {
        return by_cohort(check, level, None, &unrestricted);
    }
    let route = match check.fact(Field::Route, &registration.route) {
        Fact::Known(route) => route,
        // Where every route has the same windows, which one it is does not matter.
        Fact::NotUnderstood(_) | Fact::Empty | Fact::NoColumn if are_alike(&own) => {
            return by_cohort(check, level, None, &own);
        }
        Fact::NotUnderstood(raw) => {
            return Population::NoWindow(
                Message::new("no-window-route-unmapped").with("raw", raw).with("level", level.as_str()),
            );
        }
        Fact::Empty | Fact::NoColumn => {
            return Population::NoWindow(Message::new("no-window-route-missing").with("level", level.as_str()));
        }
    };
    let chosen: Found<'a> = own.into_iter().filter(|window| window.routes.contains(&route)).collect();
    if !chosen.is_empty() {
        return by_cohort(check, level, Some(route), &chosen);
    }
    let general: Found<'a> =
        decisive(check).filter(|window| window.levels.is_empty() && window.routes.contains(&route)).collect();
    by_result(check, level, route, &general)
}

/// Whether windows differ by their route alone.
fn are_alike(windows: &Found<'_>) -> bool {
    let Some(first) = windows.first() else { return false };
    let alike = |window: &Window| window.cohort.is_none() && window.intervals == first.intervals;
    !first.intervals.is_empty() && windows.iter().all(|window| alike(window))
}

/// A rulebook judges the registrations of its own year.
fn other_year(check: &mut Check<'_>) -> Option<Message> {
    let book = check.book.academic_year();
    let registration = check.registration;
    let own = check.fact(Field::AcademicYear, &registration.academic_year).known()?;
    let differs = book.is_some_and(|book| book != own);
    let book = book.map(|book| book.to_string()).unwrap_or_default();
    differs.then(|| Message::new("no-window-other-year").with("own", own.to_string()).with("book", book))
}

/// Among windows that differ by the result of the year before, the file's.
fn by_result<'a>(check: &mut Check<'a>, level: Level, route: Route, windows: &Found<'a>) -> Population<'a> {
    let registration = check.registration;
    let result = if windows.iter().any(|window| !window.results.is_empty()) {
        check.fact(Field::PreviousResult, &registration.previous_result)
    } else {
        Fact::Empty
    };
    let is_out_of_reach = result.is_out_of_reach();
    let result = result.known();
    let of_result = windows.iter().find(|window| result.is_some_and(|result| window.results.contains(&result)));
    let Some(window) = of_result.or_else(|| windows.iter().find(|window| window.results.is_empty())) else {
        // An opening without a close defines no window, and is shown.
        if route == Route::EtudesEnFrance {
            check.word("calendar.etudes_en_france");
        }
        return Population::NoWindow(no_window(level, Some(route)));
    };
    let mut population = schedule(check, level, Some(route), window);
    if let (Population::Windows(schedule), true) = (&mut population, is_out_of_reach) {
        schedule.or = windows.iter().copied().find(|window| !window.results.is_empty());
    }
    population
}

/// Among windows that differ by the day of acceptance, the file's.
fn by_cohort<'a>(check: &mut Check<'a>, level: Level, route: Option<Route>, windows: &Found<'a>) -> Population<'a> {
    if windows.iter().all(|window| window.cohort.is_none()) {
        return match windows.first() {
            Some(window) => schedule(check, level, route, window),
            None => Population::NoWindow(no_window(level, route)),
        };
    }
    let registration = check.registration;
    let accepted = match check.fact(Field::OfferAcceptedAt, &registration.offer_accepted_at) {
        Fact::Known(accepted) => accepted,
        Fact::Empty | Fact::NoColumn => {
            cite_all(check, windows);
            return Population::AcceptanceUnknown(Message::new("acceptance-missing"));
        }
        Fact::NotUnderstood(raw) => {
            cite_all(check, windows);
            return Population::AcceptanceUnknown(Message::new("acceptance-unreadable").with("raw", raw));
        }
    };
    let holds = |window: &Window| window.cohort.is_some_and(|cohort| cohort.holds(accepted.date()));
    match windows.iter().find(|window| holds(window)) {
        Some(window) if !window.intervals.is_empty() => schedule(check, level, route, window),
        Some(window) => {
            check.cite(&window.cite);
            Population::NoWindow(Message::new("no-window-no-date").with("accepted", accepted.date()))
        }
        None => {
            cite_all(check, windows);
            Population::NoWindow(Message::new("no-window-cohort").with("accepted", accepted.date()))
        }
    }
}

fn cite_all<'a>(check: &mut Check<'a>, windows: &Found<'a>) {
    for window in windows {
        check.cite(&window.cite);
    }
}

fn schedule<'a>(check: &mut Check<'a>, level: Level, route: Option<Route>, window: &'a Window) -> Population<'a> {
    check.cite(&window.cite);
    if window.intervals.is_empty() {
        return Population::NoWindow(no_window(level, route));
    }
    let serves = |other: &Window| {
        let of_route = other.routes.is_empty() || route.is_some_and(|route| other.routes.contains(&route));
        other.levels.contains(&level) && of_route
    };
    let extension = check.book.extensions().find(|(_, extension)| extension.levels.contains(&level));
    let population = match route {
        Some(route) => Message::new("population-route").with("route", route_word(route)),
        None => Message::new("population-level"),
    };
    Population::Windows(Box::new(Schedule {
        intervals: window.intervals.clone(),
        extension: extension.map(|(_, extension)| extension.clone()),
        population: population.with("level", level.as_str()),
        window,
        or: None,
        other: check.book.other_windows().map(|(_, other)| other).find(|other| serves(other)),
    }))
}

fn no_window(level: Level, route: Option<Route>) -> Message {
    match route {
        Some(route) => Message::new("no-window-route").with("level", level.as_str()).with("route", route_word(route)),
        None => Message::new("no-window-level").with("level", level.as_str()),
    }
}

fn route_word(route: Route) -> Message {
    Message::new(format!("code-route-{}", route.as_str().replace('_', "-")))
}
