//! CAL002: registered after the last window closes.

use super::place::Place;
use super::{READS, flag_if};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::Verdict;
use guichet_model::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CAL002",
    slug: "registered-after-closing",
    family: Family::Calendar,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["window."],
    reads: READS,
    help: help!("CAL002"),
    examples: &[
        Example {
            title: "one minute after the close",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-06-10T10:00; registered_at=2024-07-19T12:01",
        },
        Example {
            title: "at the closing minute",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-06-10T10:00; registered_at=2024-07-19T12:00:59",
        },
        Example {
            title: "done at the office: the windows hold all the same",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-09-20T12:01; channel=scolarité",
        },
        Example {
            title: "a doctorate's first year within the late-funding extension: the funding is not in the file",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=D1; registered_at=2024-12-10T10:00",
        },
        Example {
            title: "and after it",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=D1; registered_at=2025-04-30T12:01",
        },
        Example {
            title: "the day of the last close, no hour",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-09-20",
        },
        Example {
            title: "a day inside the window, no hour",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-09-19",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    flag_if(check, RULE.code, |place| *place == Place::After)
}
