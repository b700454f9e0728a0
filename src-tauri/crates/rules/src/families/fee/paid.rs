//! What was paid, and how much must be paid at once.

use crate::context::Check;
use crate::fact::Fact;
use guichet_model::{Cents, Field};

/// What a file says was paid.
pub(super) enum Paid {
    /// The roster has no column for it.
    NoColumn,
    /// Something is written that is not an amount.
    NotUnderstood(String),
    /// Paid, without an amount.
    Settled,
    /// This much; an empty cell is nothing.
    Amount(Cents),
}

/// What the file says was paid.
pub(super) fn paid(check: &mut Check<'_>) -> Paid {
    let own = check.registration;
    if own.fee_settled.is_some() {
        check.fact(Field::FeePaid, &own.fee_settled);
    }
    match own.fee_settled {
        Some(true) => return Paid::Settled,
        Some(false) => return Paid::Amount(Cents(0)),
        None => {}
    }
    match check.fact(Field::FeePaid, &own.fee_paid) {
        Fact::Known(amount) => Paid::Amount(amount),
        Fact::Empty => Paid::Amount(Cents(0)),
        Fact::NoColumn => Paid::NoColumn,
        Fact::NotUnderstood(raw) => Paid::NotUnderstood(raw),
    }
}

/// Whether the fee is paid in instalments.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Plan {
    /// At once.
    None,
    /// In instalments.
    Instalments,
    /// What is written is not understood.
    Unread,
}

/// Whether the file's fee is paid in instalments; without the column, it is not.
pub(super) fn plan(check: &mut Check<'_>) -> Plan {
    let own = check.registration;
    if !own.source.has(Field::PaymentPlan) {
        return Plan::None;
    }
    match check.fact(Field::PaymentPlan, &own.payment_plan) {
        Fact::Known(true) => Plan::Instalments,
        Fact::NotUnderstood(_) => Plan::Unread,
        Fact::Known(false) | Fact::Empty | Fact::NoColumn => Plan::None,
    }
}

/// The first instalment of an amount, rounded up to the cent; nothing when the rulebook does not set it.
pub(super) fn first_share(check: &mut Check<'_>, amount: Cents) -> Option<Cents> {
    let (part, of) = check.word("fee.instalments.first_share")?.split_once('/')?;
    let (part, of): (i64, i64) = (part.trim().parse().ok()?, of.trim().parse().ok()?);
    if part <= 0 || of < part {
        return None;
    }
    let shares = amount.0.checked_mul(part)?;
    Some(Cents(shares.checked_add(of - 1)? / of))
}

/// What must be paid already: the first instalment of a plan, or all of it.
pub(super) fn required(check: &mut Check<'_>, amount: Cents) -> Cents {
    match plan(check) {
        Plan::Instalments => first_share(check, amount).unwrap_or(amount),
        Plan::None | Plan::Unread => amount,
    }
}

#[cfg(test)]
mod tests {
    use crate::{evaluate_file, scene};
    use guichet_model::Office;

    /// The fee rules' findings on a file whose payment is said without an amount.
    fn findings(roster: &str, settled: bool) -> Vec<String> {
        let scene = scene(roster).expect("reads");
        let mut facts = (*scene.office).clone();
        facts.registrations[0].fee_settled = Some(settled);
        let office = Office::new(facts);
        let verdict = evaluate_file(&office, &scene.book, scene.as_of, &office.registrations[0]);
        verdict.findings.into_iter().map(|finding| finding.code).filter(|code| code.starts_with("FEE")).collect()
    }

    #[test]
    fn said_to_be_paid_without_an_amount_is_paid_in_full() {
        let due = "roster: student_number=1; level=L2; regime=10; scholarship=non; fee_paid=";
        assert!(findings(due, true).is_empty());
        assert_eq!(findings(due, false), ["FEE001"]);
        let exempt = "roster: student_number=1; level=L2; regime=10; scholarship=oui; fee_paid=";
        assert!(findings(exempt, true).is_empty(), "no refund of an amount that nobody wrote");
    }
}
