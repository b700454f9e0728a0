//! CVC006: a number is present although the person is not concerned.

use super::certificates::numbers;
use super::liability::{Liability, liability};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::{cancelled, not_concerned};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC006",
    slug: "certificate-not-concerned",
    family: Family::Cvec,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &["cvec.liability", "cvec.regime.", "cvec.exchange."],
    reads: &[Field::CvecNumber, Field::Regime, Field::Exchange],
    help: help!("CVC006"),
    examples: &[
        Example {
            title: "continuing education with a certificate",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=20; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "an incoming exchange under a convention, whatever the regime",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; exchange=incoming_convention; cvec_number=MAR4 ABCDEF 12",
        },
        Example {
            title: "not concerned, and no number: as it should be",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=22; cvec_number=",
        },
        Example {
            title: "a number is expected",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDEF 12",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = cancelled(check) {
        return verdict;
    }
    let reason = match liability(check) {
        Liability::NotConcerned(reason) => reason,
        Liability::Expected => return not_concerned("reason-cvec-expected"),
        Liability::Unknown(_) => return not_concerned("reason-cvec-unknown"),
    };
    let carried = numbers(check);
    if carried.is_empty() {
        return Verdict::Pass;
    }
    let numbers = carried.iter().map(|carried| Arg::Text(carried.number.to_string())).collect();
    Verdict::Flag(Says::new(RULE.code).with("reason", reason).with("numbers", Arg::List(numbers)))
}
