//! FEE002: something was paid, and it is not the amount expected.

use super::expected::expected;
use super::paid::{Paid, Plan, paid, plan};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Cents, Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "FEE002",
    slug: "fee-amount-differs",
    family: Family::Fee,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: super::KEYS,
    reads: &const { super::led_by(Field::FeePaid) },
    help: help!("FEE002"),
    examples: &[
        Example {
            title: "less than expected, without a plan",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=M1; regime=10; scholarship=non; fee_paid=175",
        },
        Example {
            title: "exactly what is expected",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=M1; regime=10; scholarship=non; fee_paid=250",
        },
        Example {
            title: "between the first instalment and the whole, under a plan",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=M1; regime=10; scholarship=non; fee_paid=83,34; payment_plan=oui",
        },
        Example {
            title: "paid, although only the year above is due",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L1; regime=10; scholarship=non; previous_result=AJAC; fee_paid=175
                   roster: student_number=1; level=L2; regime=10; scholarship=non; previous_result=AJAC; fee_paid=0",
        },
        Example {
            title: "a second registration paid in full",
            expected: Expected::Flag,
            text: "roster: student_number=1; academic_year=2025-2026; level=L3; regime=10; scholarship=non; fee_paid=178
                   roster: student_number=1; academic_year=2025-2026; level=M1; regime=10; scholarship=non; fee_paid=254",
        },
        Example {
            title: "a second registration at the reduced rate",
            expected: Expected::Pass,
            text: "roster: student_number=1; academic_year=2025-2026; level=L3; regime=10; scholarship=non; fee_paid=118
                   roster: student_number=1; academic_year=2025-2026; level=M1; regime=10; scholarship=non; fee_paid=254",
        },
        Example {
            title: "nothing paid is another rule's",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=M1; regime=10; scholarship=non; fee_paid=0",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let due = match expected(check).due() {
        Ok(due) => due,
        Err(verdict) => return verdict,
    };
    let paid = match paid(check) {
        Paid::NoColumn | Paid::NotUnderstood(_) => return not_concerned("reason-fee-paid-unknown"),
        Paid::Settled => return Verdict::Pass,
        Paid::Amount(paid) => paid,
    };
    if paid == due.amount || (due.amount <= Cents(0) && paid <= Cents(0)) {
        return Verdict::Pass;
    }
    if paid <= Cents(0) {
        return not_concerned("reason-fee-unpaid");
    }
    if paid < due.amount && plan(check) != Plan::None {
        return instalments(check, due.amount, paid);
    }
    let says = Says::new(RULE.code).with("paid", paid).with("due", due.amount).with("sum", due.arithmetic);
    let gap = Cents(paid.0.saturating_sub(due.amount.0));
    Verdict::Flag(if gap > Cents(0) {
        says.with("gap", gap)
    } else {
        says.variant("less").with("gap", Cents(gap.0.saturating_neg()))
    })
}

/// A part of the whole, under a plan: the first instalment is another rule's.
fn instalments(check: &mut Check<'_>, due: Cents, paid: Cents) -> Verdict {
    let share = if plan(check) == Plan::Instalments { super::paid::first_share(check, due) } else { None };
    match share {
        Some(share) if paid >= share => Verdict::Pass,
        Some(_) => not_concerned("reason-fee-unpaid"),
        None => not_concerned("reason-fee-plan-unknown"),
    }
}
