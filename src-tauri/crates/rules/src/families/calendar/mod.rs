//! Registration windows: which one is a file's, and where its registration lies in it.

pub mod acceptance_date_missing;
pub mod closing_soon;
pub mod no_window_defined;
pub mod not_registered_in_time;
pub mod re_registration_without_past;
pub mod registered_after_closing;
pub mod registered_before_acceptance;
pub mod registered_before_opening;
pub mod registered_between_windows;
pub mod registered_while_closed;
pub mod wrong_channel;

mod place;
mod population;

use super::not_concerned;
use crate::context::Check;
use crate::rulebook::Interval;
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Channel, Field, Instant, Message, cut_to_minute};
use place::{Place, Registered, Situation, contradiction, situation};
use population::{Population, Schedule, population};

/// What every rule on dates of registration reads, the deciding fact first.
const READS: &[Field] = &[
    Field::RegisteredAt,
    Field::AcademicYear,
    Field::Level,
    Field::Route,
    Field::PreviousResult,
    Field::OfferAcceptedAt,
    Field::Channel,
];

/// The answer of a rule that flags the registrations of one place.
fn flag_if(check: &mut Check<'_>, code: &'static str, is_wrong: fn(&Place) -> bool) -> Verdict {
    match situation(check) {
        Situation::Registered(registered, schedule) if is_wrong(&registered.place) => {
            let says = outside(code, &registered, &schedule);
            Verdict::Flag(with_contradiction(check, says, &schedule, registered.at))
        }
        Situation::Registered(registered, schedule) if registered.place.may_be(is_wrong) => {
            hour_unknown(code, &registered, &schedule)
        }
        Situation::Registered(..) => Verdict::Pass,
        other => not_judged(code, &other),
    }
}

/// The answer when only the day of registration is known, and the hour decides.
fn hour_unknown(code: &'static str, registered: &Registered, schedule: &Schedule<'_>) -> Verdict {
    Verdict::CannotTell(
        Says::new(code)
            .variant("day")
            .with("day", registered.at.date())
            .with("windows", windows(&schedule.intervals))
            .with("population", schedule.population.clone()),
    )
}

/// The sentences, with what another calendar of the same source says of the same moment.
fn with_contradiction<'a>(check: &mut Check<'a>, says: Says, schedule: &Schedule<'a>, at: Instant) -> Says {
    match contradiction(check, schedule, at) {
        Some(remark) => says.also(remark),
        None => says,
    }
}

/// The sentences of a registration outside its windows: the moment, the windows, and where it was made.
fn outside(code: &'static str, registered: &Registered, schedule: &Schedule<'_>) -> Says {
    let says = Says::new(code)
        .with("at", registered.at)
        .with("windows", windows(&schedule.intervals))
        .with("population", schedule.population.clone());
    // A registration made at the office is judged like another; the remedy differs, and the sentence says so.
    if registered.channel == Some(Channel::Office) { says.variant("office") } else { says }
}

/// The windows in words: `du … au …, puis du … au …`.
fn windows(intervals: &[Interval]) -> Arg {
    let word = |interval: &Interval| match interval.opens {
        Some(opens) => Message::new("window-between").with("opens", opens).with("closes", interval.closes).into(),
        None => Message::new("window-until").with("closes", interval.closes).into(),
    };
    Arg::List(intervals.iter().map(word).collect())
}

/// The answer of a rule about registered files, when the file's situation is not one it can judge.
fn not_judged(code: &'static str, situation: &Situation<'_>) -> Verdict {
    match situation {
        Situation::Cancelled => not_concerned("reason-cancelled"),
        Situation::NoWindow(_) => not_concerned("reason-no-window"),
        Situation::AcceptanceUnknown(_) => not_concerned("reason-acceptance-unknown"),
        Situation::RegistrationUnknown(None) => Verdict::CannotTell(Says::new(code).variant("absent")),
        Situation::RegistrationUnknown(Some(raw)) => {
            Verdict::CannotTell(Says::new(code).variant("unknown").with("raw", raw.as_str()))
        }
        Situation::Registered(..) => not_concerned("reason-registered"),
        Situation::NotRegistered(..) => not_concerned("reason-not-registered"),
    }
}

/// The last minute of the file's window that is open or opens next, when its windows are known and one is left.
pub(crate) fn open_until(check: &mut Check<'_>) -> Option<Instant> {
    let Population::Windows(schedule) = population(check) else { return None };
    let now = cut_to_minute(check.as_of);
    let left = schedule.intervals.iter().map(|interval| interval.closes).find(|closes| now <= *closes);
    // Where the windows hang on a result that cannot be read, no date is better than a wrong one.
    left.filter(|_| schedule.or.is_none())
}

#[cfg(test)]
mod tests;
