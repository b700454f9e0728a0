//! CVC010: it cannot be known whether the person owes the contribution.

use super::liability::{Liability, liability};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::cancelled;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC010",
    slug: "liability-unknown",
    family: Family::Cvec,
    severity: Severity::Error,
    undecided_by_nature: true,
    keys: &["cvec.liability", "cvec.regime.", "cvec.exchange."],
    reads: &[Field::Regime, Field::Exchange],
    help: help!("CVC010"),
    examples: &[
        Example {
            title: "an empty regime",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=",
        },
        Example {
            title: "a local code that is not mapped yet",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=7",
        },
        Example {
            title: "an exchange that is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=initial; exchange=programme Z",
        },
        Example {
            title: "an exchange that is not understood, even with a regime that is outside",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=20; exchange=programme Z",
        },
        Example {
            title: "resumption of studies: no source settles it",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=11",
        },
        Example {
            title: "an empty exchange means none",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; exchange=",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = cancelled(check) {
        return verdict;
    }
    match liability(check) {
        Liability::Unknown(reason) => Verdict::CannotTell(Says::new(RULE.code).with("reason", reason)),
        Liability::Expected | Liability::NotConcerned(_) => Verdict::Pass,
    }
}
