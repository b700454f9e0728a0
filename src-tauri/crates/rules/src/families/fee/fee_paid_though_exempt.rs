//! FEE004: an exempt person paid.

use super::claim::{Proof, proof};
use super::expected::{Expected as Expectation, expected};
use super::paid::{Paid, paid};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Cents, Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "FEE004",
    slug: "fee-paid-though-exempt",
    family: Family::Fee,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: super::KEYS,
    reads: &const { super::led_by(Field::FeePaid) },
    help: help!("FEE004"),
    examples: &[
        Example {
            title: "a scholarship holder paid",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=oui; fee_paid=175",
        },
        Example {
            title: "a scholarship holder did not pay",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=oui; fee_paid=0",
        },
        Example {
            title: "no column for what was paid",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=oui",
        },
        Example {
            title: "not exempt",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; fee_paid=175",
        },
        Example {
            title: "the proof of the exemption was rejected",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=oui; fee_paid=175
                   documents: student_number=1; document_kind=Notification de bourse; document_state=rejetée",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let exemption = match expected(check) {
        Expectation::Exempt(exemption) => exemption,
        other => return other.due().map_or_else(|verdict| verdict, |_| not_concerned("reason-fee-not-exempt")),
    };
    let paid = match paid(check) {
        Paid::NoColumn => return Verdict::CannotTell(Says::new(RULE.code).variant("column")),
        Paid::NotUnderstood(raw) => {
            return Verdict::CannotTell(Says::new(RULE.code).variant("unread").with("raw", raw));
        }
        // Said to be settled without an amount: being exempt settles it.
        Paid::Settled => return Verdict::Pass,
        Paid::Amount(paid) => paid,
    };
    if paid <= Cents(0) {
        return Verdict::Pass;
    }
    if !matches!(proof(check, &exemption), Proof::Stands) {
        return not_concerned("reason-fee-claim");
    }
    Verdict::Flag(Says::new(RULE.code).with("paid", paid).with("ground", exemption.why))
}
