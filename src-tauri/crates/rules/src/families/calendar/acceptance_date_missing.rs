//! CAL005: the window depends on the day of acceptance, and that is unknown.

use super::place::{Situation, situation};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CAL005",
    slug: "acceptance-date-missing",
    family: Family::Calendar,
    severity: Severity::Error,
    undecided_by_nature: true,
    keys: &["window."],
    reads: &[
        Field::OfferAcceptedAt,
        Field::AcademicYear,
        Field::Level,
        Field::Route,
        Field::PreviousResult,
        Field::RegisteredAt,
        Field::Channel,
    ],
    help: help!("CAL005"),
    examples: &[
        Example {
            title: "admitted through Parcoursup, no day of acceptance",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=; registered_at=2024-07-10T10:00",
        },
        Example {
            title: "no column for it",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L1; route=Parcoursup; registered_at=2024-07-10T10:00",
        },
        Example {
            title: "a re-registration does not depend on it",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L1; route=Réinscription; offer_accepted_at=; registered_at=2024-07-10T10:00",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    match situation(check) {
        Situation::AcceptanceUnknown(reason) => Verdict::CannotTell(Says::new(RULE.code).with("reason", reason)),
        Situation::Cancelled => not_concerned("reason-cancelled"),
        _ => Verdict::Pass,
    }
}
