//! In what order requests are listed; requests alike keep the order of reception.

use super::requests::{kind_of, label, name_of};
use crate::wire::RequestSort;
use guichet_model::{Instant, Language, Level, fold, instant_text};
use guichet_rules::Dossier;

/// Clocks, those that call for an act soonest first.
const URGENCY: [&str; 11] = [
    "running",
    "contested-late",
    "contested",
    "by-decision",
    "late",
    "awaiting-proposal",
    "unknown",
    "not-set",
    "in-time",
    "of-right",
    "deemed-accepted",
];
/// Decisions, those still to take first.
const DECISIONS: [&str; 5] = ["pending", "unknown", "mixed", "refused", "granted"];

/// Numbers are compared before words.
type Key = ([usize; 3], [String; 2]);

/// Puts requests in an order.
pub(crate) fn put(requests: &mut [&Dossier<'_>], sort: RequestSort, descending: bool, language: Language) {
    requests.sort_by_key(|dossier| dossier.requested_at.map_or(Instant::MAX, |(at, _)| at));
    requests.sort_by_cached_key(|dossier| key(dossier, sort, language));
    if descending {
        requests.reverse();
    }
}

fn key(dossier: &Dossier<'_>, sort: RequestSort, language: Language) -> Key {
    let of_words = |one: String| ([0; 3], [one, String::new()]);
    let of_number = |one: usize| ([one, 0, 0], [String::new(), String::new()]);
    match sort {
        RequestSort::Received => of_number(0),
        RequestSort::Name => {
            let identity = &dossier.person.identity;
            let word = |name: &Option<String>| fold(name.as_deref().unwrap_or_default());
            ([0; 3], [word(&identity.birth_name), word(&identity.given_name)])
        }
        RequestSort::Kind => of_words(fold(&label(language, "request-kind", kind_of(dossier)))),
        RequestSort::Level => of_words(dossier.level.map(Level::as_str).unwrap_or_default().to_owned()),
        RequestSort::State => of_number(place(&DECISIONS, name_of(dossier))),
        RequestSort::Clock => match &dossier.clock {
            None => of_number(URGENCY.len() + 1),
            Some(clock) => {
                let until = clock.until.map(instant_text).unwrap_or_default();
                ([place(&URGENCY, clock.state.as_str()), 0, 0], [until, String::new()])
            }
        },
        RequestSort::Pieces => {
            let count = |state: &str| dossier.pieces.iter().filter(|piece| piece.as_str() == state).count();
            // Those that lack most come first.
            let less = |count: usize| usize::MAX - count;
            let counts = [less(count("missing")), less(count("unknown")), less(dossier.pieces.len())];
            (counts, [String::new(), String::new()])
        }
    }
}

/// Place of a name in a list of names; those it does not hold come last.
fn place(names: &[&str], name: &str) -> usize {
    names.iter().position(|known| *known == name).unwrap_or(names.len())
}
