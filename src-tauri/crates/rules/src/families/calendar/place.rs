//! Where a file's registration, or its absence, lies in its windows. Both ends of a window are inside, to the minute.

use super::population::{Population, Schedule, population};
use super::windows;
use crate::context::Check;
use crate::fact::Fact;
use crate::rulebook::Interval;
use guichet_model::{Channel, Field, Instant, Message, cut_to_minute};
use time::{Date, Time};

/// A registration that was made.
pub(super) struct Registered {
    /// When, to the minute.
    pub(super) at: Instant,
    /// Online or at the office.
    pub(super) channel: Option<Channel>,
    /// Where that lies.
    pub(super) place: Place,
}

/// Where an instant lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Before the first window.
    Before,
    /// In one.
    Inside(Interval),
    /// Between two.
    Between(Interval, Interval),
    /// After the last.
    After,
    /// After the last, within a later close whose condition the file does not tell.
    InExtension,
    /// Only the day is known, and its first and last minutes do not lie in the same place.
    Unsure(Box<Place>, Box<Place>),
}

impl Place {
    /// Whether the registration may lie in a place, its hour being unknown.
    pub(super) fn may_be(&self, is_wrong: fn(&Place) -> bool) -> bool {
        matches!(self, Self::Unsure(first, last) if is_wrong(first) || is_wrong(last))
    }
}

/// A registration that was not made, at the instant of judgement.
pub(super) struct Unregistered {
    /// Where that instant lies.
    pub(super) place: Place,
}

/// What the rules of this family judge.
pub(super) enum Situation<'a> {
    /// The registration was cancelled.
    Cancelled,
    /// No window is defined, and why.
    NoWindow(Message),
    /// The day of acceptance is needed and unknown, and why.
    AcceptanceUnknown(Message),
    /// Whether and when the student registered cannot be read: no column, or a text that is no date.
    RegistrationUnknown(Option<String>),
    /// Registered.
    Registered(Registered, Box<Schedule<'a>>),
    /// Not registered.
    NotRegistered(Unregistered, Box<Schedule<'a>>),
}

/// Settles it.
pub(super) fn situation<'a>(check: &mut Check<'a>) -> Situation<'a> {
    if check.registration.is_cancelled() {
        return Situation::Cancelled;
    }
    let schedule = match population(check) {
        Population::Windows(schedule) => schedule,
        Population::NoWindow(reason) => {
            check.word("calendar.respected");
            return Situation::NoWindow(reason);
        }
        Population::AcceptanceUnknown(reason) => return Situation::AcceptanceUnknown(reason),
    };
    let registration = check.registration;
    let at = match check.fact(Field::RegisteredAt, &registration.registered_at) {
        Fact::Known(at) => Some(cut_to_minute(at)),
        Fact::Empty => None,
        Fact::NoColumn => return Situation::RegistrationUnknown(None),
        Fact::NotUnderstood(raw) => return Situation::RegistrationUnknown(Some(raw)),
    };
    let place = match at {
        Some(day) if registration.registered_day_only => place_of_day(&schedule, day),
        Some(minute) => place(&schedule, minute),
        None => place(&schedule, cut_to_minute(check.as_of)),
    };
    if place == Place::InExtension || place.may_be(|place| *place == Place::InExtension) {
        cite_extension(check, &schedule);
        return Situation::NoWindow(Message::new("no-window-extension"));
    }
    if schedule.or.is_some_and(|or| lies_elsewhere(&place, &or.intervals, at.unwrap_or(check.as_of))) {
        return Situation::NoWindow(Message::new("no-window-result-unknown"));
    }
    match at {
        Some(at) => {
            let channel = check.fact(Field::Channel, &registration.channel).known();
            Situation::Registered(Registered { at, channel, place }, schedule)
        }
        None => Situation::NotRegistered(Unregistered { place }, schedule),
    }
}

/// Whether a moment lies in another kind of place by other windows.
fn lies_elsewhere(place: &Place, intervals: &[Interval], moment: Instant) -> bool {
    let other = place_among(intervals, cut_to_minute(moment));
    std::mem::discriminant(place) != std::mem::discriminant(&other)
}

/// A date with no hour means the whole day: what its first and last minutes agree on is sure.
fn place_of_day(schedule: &Schedule<'_>, day: Instant) -> Place {
    let last_minute = Time::from_hms(23, 59, 0).unwrap_or(Time::MIDNIGHT);
    let first = place(schedule, day.replace_time(Time::MIDNIGHT));
    let last = place(schedule, day.replace_time(last_minute));
    if first == last { first } else { Place::Unsure(Box::new(first), Box::new(last)) }
}

fn place(schedule: &Schedule<'_>, minute: Instant) -> Place {
    match (place_among(&schedule.intervals, minute), &schedule.extension) {
        (Place::After, Some(extension)) if minute <= extension.closes => Place::InExtension,
        (place, _) => place,
    }
}

/// Where a minute lies among windows in order.
fn place_among(intervals: &[Interval], minute: Instant) -> Place {
    if let Some(inside) = intervals.iter().find(|interval| interval.holds(minute)) {
        return Place::Inside(*inside);
    }
    match intervals.first().and_then(|first| first.opens) {
        Some(opens) if minute < opens => return Place::Before,
        _ => {}
    }
    for pair in intervals.windows(2) {
        let [before, after] = pair else { continue };
        if before.closes < minute && after.opens.is_some_and(|opens| minute < opens) {
            return Place::Between(*before, *after);
        }
    }
    Place::After
}

/// What the other calendar of the same source says of a minute, when it says otherwise; both are then quoted.
pub(super) fn contradiction<'a>(check: &mut Check<'a>, schedule: &Schedule<'a>, minute: Instant) -> Option<Message> {
    let other = schedule.other?;
    let there = place_among(&other.intervals, minute);
    if !lies_elsewhere(&place_among(&schedule.intervals, minute), &other.intervals, minute) {
        return None;
    }
    check.cite_contradiction(&schedule.window.cite, &other.cite);
    let word = match there {
        Place::Before => "place-before",
        Place::Inside(_) => "place-inside",
        Place::Between(..) => "place-between",
        _ => "place-after",
    };
    Some(Message::new("other-calendar").with("windows", windows(&other.intervals)).with("place", Message::new(word)))
}

fn cite_extension(check: &mut Check<'_>, schedule: &Schedule<'_>) {
    let wanted = schedule.extension.as_ref().map(|extension| extension.key.as_str());
    let found = check.book.extensions().find(|(_, extension)| Some(extension.key.as_str()) == wanted);
    if let Some((_, extension)) = found {
        check.cite(&extension.cite);
        check.decided_by(&extension.key);
    }
}

/// The office closure in which a day lies, if one does; its citation is recorded.
pub(super) fn closure(check: &mut Check<'_>, day: Date) -> Option<Message> {
    let (_, closure) = check.book.closures().find(|(_, closure)| closure.from <= day && day <= closure.to)?;
    check.cite(&closure.cite);
    Some(Message::new("closure-during").with("from", closure.from).with("to", closure.to))
}
