//! FEE005: the rulebook does not say how much is due.

use super::expected::{Expected as Expectation, expected};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "FEE005",
    slug: "fee-amount-not-set",
    family: Family::Fee,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: super::KEYS,
    reads: &const { super::led_by(Field::Level) },
    help: help!("FEE005"),
    examples: &[
        Example {
            title: "a year without amounts",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; academic_year=2026-2027; level=L2; regime=10; scholarship=non; fee_paid=0",
        },
        Example {
            title: "a university's own diploma",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=DESU; regime=10; scholarship=non; fee_paid=0",
        },
        Example {
            title: "a regime that no source settles",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=11; scholarship=non; fee_paid=0",
        },
        Example {
            title: "the amount is set",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; fee_paid=0",
        },
        Example {
            title: "exempt whatever the amount",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=DESU; regime=12; fee_paid=0",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    match expected(check) {
        Expectation::NotSet(reason) => Verdict::CannotTell(Says::new(RULE.code).with("reason", reason)),
        other => other.due().map_or_else(|verdict| verdict, |_| Verdict::Pass),
    }
}
