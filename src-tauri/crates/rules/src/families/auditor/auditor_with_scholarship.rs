//! AUD007: a free auditor with a scholarship.

use super::no_rule;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::{cancelled, not_concerned};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Coded, Field, Message, Regime, Scholarship, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "AUD007",
    slug: "auditor-with-scholarship",
    family: Family::Auditor,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[Field::Scholarship, Field::Regime],
    help: help!("AUD007"),
    examples: &[
        Example {
            title: "an auditor with a scholarship on social criteria",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L3; regime=auditeur libre; scholarship=social",
        },
        Example {
            title: "an auditor without one",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L3; regime=auditeur libre; scholarship=non",
        },
        Example {
            title: "a scholarship that is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L3; regime=auditeur libre; scholarship=code 99",
        },
        Example {
            title: "a student",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L3; regime=initial; scholarship=social",
        },
    ],
    check,
};

const KEY: &str = "auditor.student_welfare";

fn check(check: &mut Check<'_>) -> Verdict {
    if let Some(verdict) = cancelled(check) {
        return verdict;
    }
    if check.word(KEY).is_none() {
        return no_rule();
    }
    let registration = check.registration;
    match check.fact(Field::Regime, &registration.regime) {
        Fact::Known(Regime::Auditor) => {}
        Fact::Known(_) => return not_concerned("reason-no-auditor"),
        Fact::Empty | Fact::NoColumn | Fact::NotUnderstood(_) => return not_concerned("reason-auditor-regime"),
    }
    match check.fact(Field::Scholarship, &registration.scholarship) {
        Fact::Known(Scholarship::None) | Fact::Empty => Verdict::Pass,
        Fact::Known(scholarship) => {
            let word = Message::new(format!("code-scholarship-{}", scholarship.as_str().replace('_', "-")));
            Verdict::Flag(Says::new(RULE.code).with("scholarship", word))
        }
        Fact::NotUnderstood(raw) => Verdict::CannotTell(Says::new(RULE.code).variant("unread").with("raw", raw)),
        Fact::NoColumn => not_concerned("reason-fee-scholarship-no-column"),
    }
}
