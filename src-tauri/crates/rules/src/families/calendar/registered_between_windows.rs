//! CAL003: registered in a gap between two windows.

use super::place::{Place, Situation, closure, situation};
use super::{READS, hour_unknown, not_judged, outside, with_contradiction};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::Verdict;
use guichet_model::{Message, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CAL003",
    slug: "registered-between-windows",
    family: Family::Calendar,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["window.", "closure."],
    reads: READS,
    help: help!("CAL003"),
    examples: &[
        Example {
            title: "in the gap, while the office was closed",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-08-05T10:00",
        },
        Example {
            title: "in the gap, on the morning of the reopening",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-08-22T13:59",
        },
        Example {
            title: "when the second window opens",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-08-22T14:00",
        },
        Example {
            title: "one window only: no gap",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-06-10T10:00; registered_at=2024-07-10T10:00",
        },
        Example {
            title: "the day of the reopening, no hour",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-08-22",
        },
        Example {
            title: "a day of the gap, no hour",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-08-05",
        },
    ],
    check,
};

fn is_between(place: &Place) -> bool {
    matches!(place, Place::Between(..))
}

fn check(check: &mut Check<'_>) -> Verdict {
    match situation(check) {
        Situation::Registered(registered, schedule) if registered.place.may_be(is_between) => {
            hour_unknown(RULE.code, &registered, &schedule)
        }
        Situation::Registered(registered, schedule) => match &registered.place {
            Place::Between(_, after) => {
                let closed = closure(check, registered.at.date()).unwrap_or_else(|| Message::new("closure-none"));
                let reopens = after.opens.unwrap_or(after.closes);
                let says = outside(RULE.code, &registered, &schedule);
                let says = says.with("closure", closed).with("reopens", reopens);
                Verdict::Flag(with_contradiction(check, says, &schedule, registered.at))
            }
            _ => Verdict::Pass,
        },
        other => not_judged(RULE.code, &other),
    }
}
