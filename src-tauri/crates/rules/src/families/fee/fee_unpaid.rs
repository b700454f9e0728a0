//! FEE001: a fee is due, and nothing was paid, or less than the first instalment.

use super::claim::unanswered;
use super::expected::{Due, expected};
use super::paid::{Paid, Plan, first_share, paid, plan};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Cents, Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "FEE001",
    slug: "fee-unpaid",
    family: Family::Fee,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: super::KEYS,
    reads: &const { super::led_by(Field::FeePaid) },
    help: help!("FEE001"),
    examples: &[
        Example {
            title: "nothing paid",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; fee_paid=0",
        },
        Example {
            title: "an empty cell is nothing paid",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; fee_paid=",
        },
        Example {
            title: "a plan, and less than its first instalment",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; fee_paid=58,33; payment_plan=oui",
        },
        Example {
            title: "a plan, and its first instalment",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; fee_paid=58,34; payment_plan=oui",
        },
        Example {
            title: "no amount in the rulebook, and the file itself says what is due",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=DU; regime=10; scholarship=non; fee_due=900; fee_paid=0",
        },
        Example {
            title: "the year above is paid instead",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L1; regime=10; scholarship=non; previous_result=AJAC; fee_paid=0
                   roster: student_number=1; level=L2; regime=10; scholarship=non; previous_result=AJAC; fee_paid=175",
        },
        Example {
            title: "no column for what was paid",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non",
        },
        Example {
            title: "no column for the scholarship",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=10; fee_paid=0",
        },
        Example {
            title: "an apprentice does not pay",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=12; fee_paid=0",
        },
        Example {
            title: "not registered yet",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=10; scholarship=non; fee_paid=0; registered_at=",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let due = match expected(check) {
        super::expected::Expected::NotSet(_) => return by_the_file_s_amount(check),
        super::expected::Expected::Unknown(reason) => {
            return Verdict::CannotTell(Says::new(RULE.code).variant("unknown").with("reason", reason));
        }
        other => match other.due() {
            Ok(due) => due,
            Err(verdict) => return verdict,
        },
    };
    let paid = paid(check);
    let amount = match &paid {
        Paid::NoColumn => return Verdict::CannotTell(Says::new(RULE.code).variant("column")),
        Paid::NotUnderstood(raw) => {
            return Verdict::CannotTell(Says::new(RULE.code).variant("unread").with("raw", raw.as_str()));
        }
        Paid::Settled => return Verdict::Pass,
        Paid::Amount(amount) => *amount,
    };
    if due.amount <= Cents(0) {
        return Verdict::Pass;
    }
    if amount <= Cents(0) && unanswered(check, due.amount, &paid).is_some() {
        return not_concerned("reason-fee-claim");
    }
    judge(check, due, amount)
}

fn judge(check: &mut Check<'_>, due: Due, paid: Cents) -> Verdict {
    let plan = plan(check);
    let share = if plan == Plan::Instalments { first_share(check, due.amount) } else { None };
    let says = Says::new(RULE.code).with("due", due.amount).with("paid", paid).with("sum", due.arithmetic);
    match (plan, share) {
        (_, Some(share)) if paid < share => Verdict::Flag(says.variant("plan").with("share", share)),
        (_, Some(_)) => Verdict::Pass,
        _ if paid <= Cents(0) => Verdict::Flag(says),
        (Plan::Instalments, None) if paid < due.amount => Verdict::CannotTell(says.variant("share")),
        (Plan::Unread, _) if paid < due.amount => Verdict::CannotTell(says.variant("plan-unread")),
        _ => Verdict::Pass,
    }
}

/// Without an amount of the rulebook, the file's own may say that something is due.
fn by_the_file_s_amount(check: &mut Check<'_>) -> Verdict {
    let registration = check.registration;
    let due = match check.fact(Field::FeeDue, &registration.fee_due) {
        Fact::Known(due) if due > Cents(0) => due,
        _ => return not_concerned("reason-fee-not-set"),
    };
    match paid(check) {
        Paid::Amount(paid) if paid <= Cents(0) => {
            Verdict::Flag(Says::new(RULE.code).variant("own").with("due", due).with("paid", paid))
        }
        Paid::NoColumn => Verdict::CannotTell(Says::new(RULE.code).variant("column")),
        Paid::NotUnderstood(raw) => Verdict::CannotTell(Says::new(RULE.code).variant("unread").with("raw", raw)),
        Paid::Amount(_) | Paid::Settled => not_concerned("reason-fee-not-set"),
    }
}
