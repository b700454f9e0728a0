//! IDN002: no known form of Ine fits.

use super::roster_ine;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "IDN002",
    slug: "ine-malformed",
    family: Family::Identity,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: &["identity.ine.forms"],
    reads: &[Field::Ine, Field::IneKey],
    help: help!("IDN002"),
    examples: &[
        Example {
            title: "a spreadsheet turned the number into an exponent",
            expected: Expected::Flag,
            text: "roster: student_number=1; ine=1,40E+10; level=L2",
        },
        Example {
            title: "ten digits and a letter",
            expected: Expected::Pass,
            text: "roster: student_number=1; ine=1409002949V; level=L2",
        },
        Example {
            title: "nine digits, and two letters in a column of their own",
            expected: Expected::Pass,
            text: "roster: student_number=1; ine=123456789; ine_key=JH; level=L2",
        },
        Example {
            title: "an empty cell",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; ine=; level=L2",
        },
        Example {
            title: "no column for it",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let ine = match roster_ine(check, RULE.code, "identity.ine.forms") {
        Ok(ine) => ine,
        Err(verdict) => return verdict,
    };
    match ine.form() {
        Some(_) => Verdict::Pass,
        None => {
            Verdict::Flag(Says::new(RULE.code).with("ine", ine.as_str()).with("length", ine.as_str().chars().count()))
        }
    }
}
