//! CAL001: registered before the first window of the population opens.

use super::place::Place;
use super::{READS, flag_if};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::Verdict;
use guichet_model::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CAL001",
    slug: "registered-before-opening",
    family: Family::Calendar,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["window."],
    reads: READS,
    help: help!("CAL001"),
    examples: &[
        Example {
            title: "one minute before the opening",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-06-10T10:00; registered_at=2024-07-09T13:59",
        },
        Example {
            title: "at the opening minute, its seconds cut",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-06-10T10:00; registered_at=2024-07-09T14:00:31",
        },
        Example {
            title: "not registered",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-06-10T10:00; registered_at=",
        },
        Example {
            title: "admitted at the second session: the source gives no opening",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=M1; route=Réinscription; previous_result=ADM2; registered_at=2024-06-20T10:00",
        },
        Example {
            title: "an hour that cannot be read",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; route=Réinscription",
        },
        Example {
            title: "the day of the opening, no hour",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-07-01",
        },
        Example {
            title: "the day before the opening, no hour",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; route=Réinscription; registered_at=2024-06-30",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    flag_if(check, RULE.code, |place| *place == Place::Before)
}
