//! CAL007: not registered, and the last window has closed.

use super::place::{Place, Situation, situation};
use super::{READS, not_judged, windows, with_contradiction};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Severity, cut_to_minute};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CAL007",
    slug: "not-registered-in-time",
    family: Family::Calendar,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["window."],
    reads: READS,
    help: help!("CAL007"),
    examples: &[
        Example {
            title: "one minute after the last close",
            expected: Expected::Flag,
            text: "as-of: 2024-09-20T12:01
                   roster: student_number=1; level=L2; route=Réinscription; registered_at=",
        },
        Example {
            title: "at the closing minute",
            expected: Expected::Pass,
            text: "as-of: 2024-09-20T12:00
                   roster: student_number=1; level=L2; route=Réinscription; registered_at=",
        },
        Example {
            title: "a registration dated after the day of judgement counts as made",
            expected: Expected::NotConcerned,
            text: "as-of: 2024-09-21T12:00
                   roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-09-22T10:00",
        },
        Example {
            title: "in the gap between two windows there is still time",
            expected: Expected::Pass,
            text: "as-of: 2024-08-05T12:00
                   roster: student_number=1; level=L2; route=Réinscription; registered_at=",
        },
        Example {
            title: "the student has given up",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=; registration_state=démission",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    match situation(check) {
        Situation::NotRegistered(..) if !check.registration.stands() => not_concerned("reason-not-standing"),
        Situation::NotRegistered(unregistered, schedule) => match unregistered.place {
            Place::After => {
                let says = Says::new(RULE.code)
                    .with("as_of", check.as_of)
                    .with("windows", windows(&schedule.intervals))
                    .with("population", schedule.population.clone());
                let minute = cut_to_minute(check.as_of);
                Verdict::Flag(with_contradiction(check, says, &schedule, minute))
            }
            _ => Verdict::Pass,
        },
        other => not_judged(RULE.code, &other),
    }
}
