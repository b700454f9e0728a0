//! The rules, one file each, by family. A family's own `mod.rs` lists them; what several of its rules share lies beside.

pub mod auditor;
pub mod calendar;
pub mod concordance;
pub mod cvec;
pub mod derogation;
pub mod document;
pub mod fee;
pub mod identity;
pub mod refund;
pub mod repeats;

pub(crate) mod pieces;
pub(crate) mod requests;

use crate::context::Check;
use crate::verdict::Verdict;
use guichet_model::Message;

/// The answer of every rule that judges a registration, when the registration was cancelled: nothing is left to judge.
pub(crate) fn cancelled(check: &Check<'_>) -> Option<Verdict> {
    check.registration.is_cancelled().then(|| Verdict::NotConcerned(Message::new("reason-cancelled")))
}

/// Not concerned, for this reason of the catalogue.
pub(crate) fn not_concerned(reason: &str) -> Verdict {
    Verdict::NotConcerned(Message::new(reason))
}
