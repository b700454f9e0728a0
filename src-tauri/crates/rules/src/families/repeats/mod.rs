//! Repeated registrations: how many were held, how many are allowed without a derogation.

pub mod history_incomplete;
pub mod last_permitted_registration;
pub mod registered_online_over_limit;
pub mod repeat_limit_exceeded;
pub mod repeat_not_authorised;

mod count;

use count::LimitCount;
use guichet_model::{Arg, Message};

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
