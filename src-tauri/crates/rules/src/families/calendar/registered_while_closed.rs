//! CAL010: registered at the office on a day when it was closed.

use super::READS;
use super::place::{Place, Situation, closure, situation};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::{cancelled, not_concerned};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Channel, Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CAL010",
    slug: "registered-while-closed",
    family: Family::Calendar,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &["closure.", "window."],
    reads: READS,
    help: help!("CAL010"),
    examples: &[
        Example {
            title: "at the office while it was closed, inside a window that runs through the closure",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-07-15T10:00; registered_at=2024-08-05T10:00; channel=scolarité",
        },
        Example {
            title: "at the office on the day it reopened",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-07-15T10:00; registered_at=2024-08-22T10:00; channel=scolarité",
        },
        Example {
            title: "nobody understands where it was made",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-07-15T10:00; registered_at=2024-08-05T10:00; channel=autre",
        },
        Example {
            title: "online, the office need not be open",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-07-15T10:00; registered_at=2024-08-05T10:00; channel=en ligne",
        },
        Example {
            title: "between two windows: CAL003 says it",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-08-05T10:00; channel=scolarité",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = cancelled(check) {
        return verdict;
    }
    if check.book.closures().next().is_none() {
        return not_concerned("reason-no-closure");
    }
    let registration = check.registration;
    let unread_channel = match check.fact(Field::Channel, &registration.channel) {
        Fact::Known(Channel::Office) => None,
        Fact::NotUnderstood(raw) => Some(raw),
        Fact::Known(Channel::Online) | Fact::Empty | Fact::NoColumn => return not_concerned("reason-not-at-office"),
    };
    let at = match check.fact(Field::RegisteredAt, &registration.registered_at) {
        Fact::Known(at) => at,
        Fact::NotUnderstood(raw) => return unread(check, raw),
        Fact::Empty | Fact::NoColumn => return not_concerned("reason-no-registration-day"),
    };
    let Some(closed) = closure(check, at.date()) else { return Verdict::Pass };
    if is_between_windows(check) {
        return not_concerned("reason-between-windows");
    }
    let says = Says::new(RULE.code).with("day", at.date()).with("closure", closed);
    match unread_channel {
        Some(raw) => Verdict::CannotTell(says.variant("channel").with("raw", raw)),
        None => Verdict::Flag(says),
    }
}

/// A date that is not understood may lie in any closure: all are cited.
fn unread(check: &mut Check<'_>, raw: String) -> Verdict {
    let book = check.book;
    for (_, closure) in book.closures() {
        check.cite(&closure.cite);
    }
    Verdict::CannotTell(Says::new(RULE.code).variant("unread").with("raw", raw))
}

/// Whether CAL003 flags the registration, or doubts.
fn is_between_windows(check: &mut Check<'_>) -> bool {
    let is_between = |place: &Place| matches!(place, Place::Between(..));
    match situation(check) {
        Situation::Registered(registered, _) => is_between(&registered.place) || registered.place.may_be(is_between),
        _ => false,
    }
}
