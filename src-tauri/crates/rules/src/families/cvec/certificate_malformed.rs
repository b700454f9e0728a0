//! CVC002: a number has not the shape of certificates.

use super::certificates::numbers;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CVC002",
    slug: "certificate-malformed",
    family: Family::Cvec,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: &["cvec.number.shape"],
    reads: &[Field::CvecNumber],
    help: help!("CVC002"),
    examples: &[
        Example {
            title: "one character short",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=MAR4 ABCDE 12",
        },
        Example {
            title: "the certificate's number is judged even when the regime is unknown",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=
                   certificates: student_number=1; cvec_number=MAR4ABCDEF",
        },
        Example {
            title: "spaces, hyphens and case do not matter",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=mar4-abcdef 12",
        },
        Example {
            title: "no number to judge",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=initial; cvec_number=",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let carried = numbers(check);
    if carried.is_empty() {
        return not_concerned("reason-no-number");
    }
    check.word("cvec.number.shape");
    let mut malformed: Vec<String> = carried
        .iter()
        .filter(|carried| !carried.number.is_well_formed())
        .map(|carried| carried.source.raw(Field::CvecNumber).unwrap_or_default().into_owned())
        .collect();
    malformed.dedup();
    if malformed.is_empty() {
        return Verdict::Pass;
    }
    let numbers = malformed.into_iter().map(Arg::Text).collect();
    Verdict::Flag(Says::new(RULE.code).with("numbers", Arg::List(numbers)))
}
