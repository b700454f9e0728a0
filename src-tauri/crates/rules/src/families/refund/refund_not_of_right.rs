//! REF001: a refund asked for once the academic year has begun needs a decision.

use super::refunds;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{AcademicYear, Coded, Field, Message, Request, RequestState, Severity};
use time::{Date, Month};

/// The rule.
pub static RULE: Rule = Rule {
    code: "REF001",
    slug: "refund-not-of-right",
    family: Family::Refund,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: &["academic_year.first_day"],
    reads: &[
        Field::RequestedAt,
        Field::RequestKind,
        Field::RequestLevel,
        Field::RequestState,
        Field::DecidedBy,
        Field::DecisionReference,
        Field::DecidedAt,
    ],
    help: help!("REF001"),
    examples: &[
        Example {
            title: "asked for on the first day of the year, not decided",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; registration_state=démission
                   requests: student_number=1; request_kind=remboursement; requested_at=2024-09-01; request_state=en attente",
        },
        Example {
            title: "asked for the day before: of right",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; registration_state=annulée
                   requests: student_number=1; request_kind=remboursement; requested_at=2024-08-31T23:59; request_state=en attente",
        },
        Example {
            title: "asked for in October, and decided",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; registration_state=annulée
                   requests: student_number=1; request_kind=remboursement; requested_at=2024-10-02; request_state=accordée; decided_by=Président",
        },
        Example {
            title: "the date of the request is not written",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=remboursement; requested_at=",
        },
        Example {
            title: "no refund was asked for",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; registration_state=annulée",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let requests = match refunds(check) {
        Ok(requests) => requests,
        Err(verdict) => return verdict,
    };
    let first_day = check.word("academic_year.first_day");
    let mut doubt = None;
    for request in by_date(requests) {
        match judge(check, request, first_day) {
            Verdict::Flag(says) => return Verdict::Flag(says),
            Verdict::CannotTell(says) => doubt = doubt.or(Some(says)),
            Verdict::Pass | Verdict::NotConcerned(_) => {}
        }
    }
    doubt.map_or(Verdict::Pass, Verdict::CannotTell)
}

/// The same order whatever the order of rows, since the first fault found is told.
fn by_date(mut requests: Vec<&Request>) -> Vec<&Request> {
    requests.sort_by_key(|request| (request.requested_at, request.state.map(|state| state.as_str())));
    requests
}

fn judge<'a>(check: &mut Check<'a>, request: &'a Request, first_day: Option<&str>) -> Verdict {
    let says = Says::new(RULE.code);
    let Fact::Known(at) = check.read(&request.source, Field::RequestedAt, &request.requested_at) else {
        return Verdict::CannotTell(says.variant("unknown"));
    };
    let Some(year) = request.academic_year.or_else(|| check.campaign()) else {
        return Verdict::CannotTell(says.variant("year"));
    };
    let Some(first_day) = first_day.and_then(|text| day_of_year(text, year)) else {
        return Verdict::CannotTell(says.variant("unset"));
    };
    if at.date() < first_day {
        return Verdict::Pass;
    }
    let says = says.with("day", at.date()).with("first_day", first_day);
    let state = check.read(&request.source, Field::RequestState, &request.state);
    let is_traced = is_traced(check, request);
    match state {
        Fact::Known(RequestState::Granted | RequestState::Refused) if is_traced => Verdict::Pass,
        Fact::Known(state @ (RequestState::Granted | RequestState::Refused)) => {
            let word = Message::new(format!("code-request-state-{}", state.as_str()));
            Verdict::Flag(says.variant("untraced").with("state", word))
        }
        Fact::NotUnderstood(raw) => Verdict::CannotTell(says.variant("state").with("raw", raw)),
        Fact::Known(RequestState::Pending) | Fact::Empty | Fact::NoColumn => Verdict::Flag(says),
    }
}

/// Whether the decision says who took it, when, or under which reference. What the sheet has of that is read.
fn is_traced<'a>(check: &mut Check<'a>, request: &'a Request) -> bool {
    let source = &request.source;
    let mut traced = false;
    if source.has(Field::DecidedBy) {
        traced |= check.read(source, Field::DecidedBy, &request.decided_by).known().is_some();
    }
    if source.has(Field::DecisionReference) {
        traced |= check.read(source, Field::DecisionReference, &request.decision_reference).known().is_some();
    }
    if source.has(Field::DecidedAt) {
        traced |= check.read(source, Field::DecidedAt, &request.decided_at).known().is_some();
    }
    traced
}

/// The day `09-01` of an academic year: of the civil year in which it starts.
fn day_of_year(text: &str, year: AcademicYear) -> Option<Date> {
    let (month, day) = text.split_once('-')?;
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(i32::from(year.start()), month, day.parse().ok()?).ok()
}
