//! CAL004: the rulebook has no dated window for this level, route and cohort.

use super::place::{Situation, situation};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CAL004",
    slug: "no-window-defined",
    family: Family::Calendar,
    severity: Severity::Error,
    undecided_by_nature: true,
    keys: &["window.", "extension.", "calendar.respected", "calendar.etudes_en_france"],
    reads: &[
        Field::Level,
        Field::AcademicYear,
        Field::Route,
        Field::PreviousResult,
        Field::OfferAcceptedAt,
        Field::RegisteredAt,
        Field::Channel,
    ],
    help: help!("CAL004"),
    examples: &[
        Example {
            title: "an offer accepted when the dates are left to the head of the institution",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=M1; route=Mon Master; offer_accepted_at=2024-08-27T09:00; registered_at=2024-08-28T10:00",
        },
        Example {
            title: "accepted before the first cohort",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L1; route=Parcoursup; offer_accepted_at=2024-05-29T09:00; registered_at=",
        },
        Example {
            title: "a first year by eCandidat has no window of its own",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L1; route=eCandidat; registered_at=2024-07-10T10:00",
        },
        Example {
            title: "within the late-funding extension",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=D1; registered_at=2024-12-10T10:00",
        },
        Example {
            title: "the rulebook is for another year",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; academic_year=2023-2024; level=L2; route=Réinscription; registered_at=2024-07-10T10:00",
        },
        Example {
            title: "a level that is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=niveau 9; route=Réinscription; registered_at=2024-07-10T10:00",
        },
        Example {
            title: "a level whose windows hold for every route",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; route=eCandidat; registered_at=2024-07-10T10:00",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    match situation(check) {
        Situation::NoWindow(reason) => Verdict::CannotTell(Says::new(RULE.code).with("reason", reason)),
        Situation::Cancelled => not_concerned("reason-cancelled"),
        _ => Verdict::Pass,
    }
}
