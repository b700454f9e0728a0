//! FEE003: an exemption is claimed that nothing grants, or its document is of no value.

use super::claim::{Claim, Proof, proof, unanswered};
use super::expected::{Expected as Expectation, expected};
use super::paid::{Paid, paid};
use super::tariff::Exemption;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Cents, Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "FEE003",
    slug: "fee-exemption-unproven",
    family: Family::Fee,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: super::KEYS,
    reads: &const { super::led_by(Field::ExemptionGround) },
    help: help!("FEE003"),
    examples: &[
        Example {
            title: "a refugee without a decision",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; exemption_ground=réfugié; fee_paid=0",
        },
        Example {
            title: "a refugee with a decision",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; exemption_ground=réfugié; fee_paid=0
                   requests: student_number=1; request_kind=exonération; request_state=accordée",
        },
        Example {
            title: "a refugee who paid",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; exemption_ground=réfugié; fee_paid=175",
        },
        Example {
            title: "nothing is said to be due, and no ground exempts",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; fee_due=0; fee_paid=0",
        },
        Example {
            title: "a ground that is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; exemption_ground=cas social; fee_paid=0",
        },
        Example {
            title: "the scholarship's notice was rejected",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=oui; fee_paid=0
                   documents: student_number=1; document_kind=Notification de bourse; document_state=rejetée",
        },
        Example {
            title: "rejected, then given again and valid",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=oui; fee_paid=0
                   documents: student_number=1; document_kind=Notification de bourse; document_state=rejetée
                   documents: student_number=1; document_kind=Notification de bourse; document_state=validée",
        },
        Example {
            title: "the notice is not checked yet",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=oui; fee_paid=0
                   documents: student_number=1; document_kind=Notification de bourse; document_state=en attente",
        },
        Example {
            title: "no exemption is claimed",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; fee_paid=0",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    match expected(check) {
        Expectation::GroundUnread(raw) => Verdict::CannotTell(Says::new(RULE.code).variant("unread").with("raw", raw)),
        Expectation::Exempt(exemption) => by_document(check, &exemption),
        Expectation::Amount(due) if due.amount > Cents(0) => by_claim(check, due.amount, due.arithmetic.into()),
        other => other.due().map_or_else(|verdict| verdict, |_| not_concerned("reason-fee-nothing-due")),
    }
}

fn by_document(check: &mut Check<'_>, exemption: &Exemption) -> Verdict {
    let says = Says::new(RULE.code).with("ground", exemption.why.clone());
    match proof(check, exemption) {
        Proof::Stands => Verdict::Pass,
        Proof::Fails(documents) => Verdict::Flag(says.variant("document").with("documents", documents)),
        Proof::Awaiting(documents) => Verdict::CannotTell(says.variant("awaiting").with("documents", documents)),
        Proof::Unread(documents) => Verdict::CannotTell(says.variant("state").with("documents", documents)),
    }
}

fn by_claim(check: &mut Check<'_>, due: Cents, sum: guichet_model::Arg) -> Verdict {
    let paid = paid(check);
    let amount = match &paid {
        Paid::NoColumn | Paid::NotUnderstood(_) => return not_concerned("reason-fee-paid-unknown"),
        Paid::Settled => due,
        Paid::Amount(amount) => *amount,
    };
    let says = Says::new(RULE.code).with("due", due).with("paid", amount).with("sum", sum);
    match unanswered(check, due, &paid) {
        Some(Claim::Undecided { ground, decision }) => {
            Verdict::Flag(says.with("ground", ground).with("decision", decision))
        }
        Some(Claim::NothingDue) => Verdict::Flag(says.variant("zero")),
        None if amount >= due => Verdict::Pass,
        None => not_concerned("reason-fee-no-claim"),
    }
}
