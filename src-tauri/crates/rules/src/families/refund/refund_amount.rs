//! REF002: the refund is not what was paid minus the sum that is kept.

use super::refunds;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Cents, Coded, Field, Message, Request, RequestState, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "REF002",
    slug: "refund-amount",
    family: Family::Refund,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: &["refund.retained", "refund.cvec"],
    reads: &[Field::RefundAmount, Field::FeePaid, Field::RequestKind, Field::RequestLevel, Field::RequestState],
    help: help!("REF002"),
    examples: &[
        Example {
            title: "the whole fee is given back",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; fee_paid=175; registration_state=annulée
                   requests: student_number=1; request_kind=remboursement; request_state=accordée; refund_amount=175",
        },
        Example {
            title: "the fee minus the sum kept",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; fee_paid=175; registration_state=annulée
                   requests: student_number=1; request_kind=remboursement; request_state=accordée; refund_amount=152",
        },
        Example {
            title: "granted, and no amount is written",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; fee_paid=175; registration_state=annulée
                   requests: student_number=1; request_kind=remboursement; request_state=accordée; refund_amount=",
        },
        Example {
            title: "not decided yet",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; fee_paid=175; registration_state=annulée
                   requests: student_number=1; request_kind=remboursement; request_state=en attente; refund_amount=",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let requests = match refunds(check) {
        Ok(requests) => requests,
        Err(verdict) => return verdict,
    };
    let (mut doubt, mut is_judged) = (None, false);
    for request in by_amount(requests) {
        match judge(check, request) {
            Verdict::Flag(says) => return Verdict::Flag(says),
            Verdict::CannotTell(says) => doubt = doubt.or(Some(says)),
            Verdict::Pass => is_judged = true,
            Verdict::NotConcerned(_) => {}
        }
    }
    match (doubt, is_judged) {
        (Some(says), _) => Verdict::CannotTell(says),
        (None, true) => Verdict::Pass,
        (None, false) => not_concerned("reason-refund-without-amount"),
    }
}

/// The same order whatever the order of rows, since the first fault found is told.
fn by_amount(mut requests: Vec<&Request>) -> Vec<&Request> {
    requests.sort_by_key(|request| (request.refund_amount, request.state.map(|state| state.as_str())));
    requests
}

fn judge<'a>(check: &mut Check<'a>, request: &'a Request) -> Verdict {
    let amount = check.read(&request.source, Field::RefundAmount, &request.refund_amount);
    let is_decided = !matches!(request.state, Some(RequestState::Pending | RequestState::Refused));
    match amount {
        Fact::Known(amount) => compare(check, request, amount),
        Fact::NotUnderstood(raw) => unknown(check, Message::new("refund-amount-unread").with("raw", raw)),
        Fact::Empty | Fact::NoColumn if !is_decided => not_concerned("reason-refund-without-amount"),
        // Without a state nobody says that it was granted: it awaits its decision.
        _ if matches!(
            check.read(&request.source, Field::RequestState, &request.state),
            Fact::Empty | Fact::NoColumn
        ) =>
        {
            not_concerned("reason-refund-without-amount")
        }
        Fact::Empty => unknown(check, Message::new("refund-amount-empty")),
        Fact::NoColumn => unknown(check, Message::new("refund-amount-no-column")),
    }
}

/// The refund's amount cannot be had.
fn unknown(check: &mut Check<'_>, reason: Message) -> Verdict {
    check.value("refund.retained");
    Verdict::CannotTell(Says::new(RULE.code).variant("unknown").with("reason", reason))
}

fn compare<'a>(check: &mut Check<'a>, request: &'a Request, amount: Cents) -> Verdict {
    let says = Says::new(RULE.code).with("amount", amount);
    let retained = check.number("refund.retained").map(Cents);
    if request.state == Some(RequestState::Refused) {
        check.read(&request.source, Field::RequestState, &request.state);
        return if amount == Cents(0) { Verdict::Pass } else { Verdict::Flag(says.variant("refused")) };
    }
    let registration = check.registration;
    let Fact::Known(paid) = check.fact(Field::FeePaid, &registration.fee_paid) else {
        return Verdict::CannotTell(says.variant("paid"));
    };
    let Some(retained) = retained else { return Verdict::CannotTell(says.variant("unset")) };
    let expected = Cents(paid.0.saturating_sub(retained.0).max(0));
    if amount == expected {
        return if_not_refused(check, request, amount);
    }
    check.value("refund.cvec");
    Verdict::Flag(says.with("paid", paid).with("retained", retained).with("expected", expected))
}

/// The right amount passes; when the decision cannot be read, it may be given back in spite of a refusal.
fn if_not_refused<'a>(check: &mut Check<'a>, request: &'a Request, amount: Cents) -> Verdict {
    let state = check.read(&request.source, Field::RequestState, &request.state);
    if state.is_out_of_reach() && amount > Cents(0) {
        return unknown(check, Message::new("refund-decision-unknown"));
    }
    Verdict::Pass
}
