//! Repeated registrations: how many were held, how many are allowed without a derogation.

pub mod history_incomplete;
pub mod last_permitted_registration;
pub mod registered_online_over_limit;
pub mod repeat_limit_exceeded;
pub mod repeat_not_authorised;

mod count;

use crate::verdict::{Says, Verdict};
use count::{LimitCount, Tally};
use guichet_model::{Arg, Message};

use super::not_concerned;

/// The counts in words, one sentence a limit: which registrations were counted against how many.
fn counts<'a>(counts: impl IntoIterator<Item = &'a LimitCount>) -> Arg {
    Arg::List(counts.into_iter().map(|count| count_in_words(count).into()).collect())
}

/// The levels of limits, each as one writes it: `L1+L2`.
fn levels<'a>(counts: impl IntoIterator<Item = &'a LimitCount>) -> Arg {
    Arg::List(counts.into_iter().map(|count| Arg::Text(count.levels.clone())).collect())
}

fn count_in_words(count: &LimitCount) -> Message {
    let counted = count.counted.iter().map(|(year, level)| Arg::Text(format!("{level} {year}"))).collect();
    Message::new("limit-count")
        .with("levels", count.levels.as_str())
        .with("total", count.total())
        .with("most", i64::from(count.most))
        .with("counted", Arg::List(counted))
}

/// The answer of a rule on limits when there is nothing to count.
fn nothing_to_count(code: &'static str, tally: &Tally) -> Option<Verdict> {
    match tally {
        Tally::GivenUp => Some(not_concerned("reason-given-up")),
        Tally::NoLimit(reason) => Some(Verdict::NotConcerned(reason.clone())),
        Tally::LevelUnknown => Some(Verdict::CannotTell(Says::new(code).variant("unknown"))),
        Tally::Counted(_) => None,
    }
}
