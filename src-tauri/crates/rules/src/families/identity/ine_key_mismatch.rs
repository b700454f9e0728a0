//! IDN003: the key of a BEA or NNE number does not agree.

use super::roster_ine;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, IneForm, KeyCheck, Message, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "IDN003",
    slug: "ine-key-mismatch",
    family: Family::Identity,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: &["identity.ine.keys"],
    reads: &[Field::Ine, Field::IneKey],
    help: help!("IDN003"),
    examples: &[
        Example {
            title: "one digit mistyped in a number with a letter key",
            expected: Expected::Flag,
            text: "roster: student_number=1; ine=1409002948V; level=L2",
        },
        Example {
            title: "the key agrees",
            expected: Expected::Pass,
            text: "roster: student_number=1; ine=1409002949V; level=L2",
        },
        Example {
            title: "the key of a register number has no public algorithm",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; ine=123456789JH; level=L2",
        },
        Example {
            title: "a malformed number is another rule's affair",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; ine=12345; level=L2",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let ine = match roster_ine(check, RULE.code, "identity.ine.keys") {
        Ok(ine) => ine,
        Err(verdict) => return verdict,
    };
    let form = match ine.form() {
        Some(IneForm::Bea) => "ine-form-bea",
        Some(IneForm::Nne) => "ine-form-nne",
        Some(IneForm::Rnie | IneForm::Apprenticeship) => return not_concerned("reason-ine-key-not-verifiable"),
        None => return not_concerned("reason-ine-malformed"),
    };
    match ine.key() {
        Some(KeyCheck::Differs) => {
            Verdict::Flag(Says::new(RULE.code).with("ine", ine.as_str()).with("form", Message::new(form)))
        }
        _ => Verdict::Pass,
    }
}
