//! AUD004: more authorised auditors in a unit than it takes.

use super::{no_rule, rows, units_of};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::identity::ine_shared::label;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Field, Message, PersonId, Request, RequestState, Severity};
use std::collections::BTreeSet;

/// How many of a unit's other auditors are shown as evidence: the count says how many there are.
const SHOWN: usize = 20;

/// The rule.
pub static RULE: Rule = Rule {
    code: "AUD004",
    slug: "auditor-capacity",
    family: Family::Auditor,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["auditor.capacity"],
    reads: &[Field::UnitsCapacity, Field::Units, Field::RequestState, Field::RequestLevel, Field::StudentNumber],
    help: help!("AUD004"),
    examples: &[
        Example {
            title: "two authorised auditors for one place",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; units_capacity=1; request_state=accordée
                   requests: student_number=2; request_kind=auditeur libre; units=His 101; units_capacity=; request_state=accordée",
        },
        Example {
            title: "as many as the unit takes",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; units_capacity=2; request_state=accordée
                   requests: student_number=2; request_kind=auditeur libre; units=HIS101; units_capacity=2; request_state=accordée
                   requests: student_number=3; request_kind=auditeur libre; units=HIS101; units_capacity=2; request_state=en attente",
        },
        Example {
            title: "one person asked twice for one place",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; units_capacity=1; request_state=accordée
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; units_capacity=1; request_state=accordée",
        },
        Example {
            title: "two rows state different capacities",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; units_capacity=1; request_state=accordée
                   requests: student_number=2; request_kind=auditeur libre; units=HIS101; units_capacity=30; request_state=accordée",
        },
        Example {
            title: "no row states a capacity",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; request_state=accordée",
        },
        Example {
            title: "not granted yet",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; units_capacity=1; request_state=en attente
                   requests: student_number=2; request_kind=auditeur libre; units=HIS101; units_capacity=1; request_state=accordée",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let rows = match rows(check) {
        Ok(rows) => rows,
        Err(verdict) => return verdict,
    };
    if check.word("auditor.capacity").is_none() {
        return no_rule();
    }
    let (mut granted, mut doubts) = (Vec::new(), Vec::new());
    for row in rows {
        check.read(&row.source, Field::UnitsCapacity, &row.capacity);
        match check.read(&row.source, Field::RequestState, &row.state) {
            Fact::Known(RequestState::Granted) => granted.push(row),
            Fact::NoColumn | Fact::NotUnderstood(_) => {
                doubts.extend(units_of([row]).values().map(|unit| about("auditor-capacity-undecided", unit)));
            }
            Fact::Known(_) | Fact::Empty => {}
        }
    }
    if granted.is_empty() && doubts.is_empty() {
        return not_concerned("reason-auditor-not-granted");
    }
    let mut over = Vec::new();
    for unit in units_of(granted).values() {
        match occupancy(check, unit) {
            Occupancy::Within => {}
            Occupancy::Over(says) => over.push(Arg::from(says)),
            Occupancy::Unknown(doubt) => doubts.push(doubt),
        }
    }
    if !over.is_empty() {
        Verdict::Flag(Says::new(RULE.code).with("units", Arg::List(over)))
    } else if !doubts.is_empty() {
        Verdict::CannotTell(Says::new(RULE.code).variant("unknown").with("doubts", Arg::List(doubts)))
    } else {
        Verdict::Pass
    }
}

fn about(key: &str, unit: &str) -> Arg {
    Message::new(key).with("unit", unit).into()
}

/// How a unit's places are taken.
enum Occupancy {
    Within,
    /// More authorised auditors than places, in words.
    Over(Message),
    /// It cannot be known, and why.
    Unknown(Arg),
}

/// Counts the persons authorised to follow a unit in the campaign's year. The capacity is what the unit's rows agree on.
fn occupancy(check: &mut Check<'_>, unit: &str) -> Occupancy {
    let (office, campaign) = (check.office, check.campaign());
    let of_year = |row: &&Request| row.academic_year.is_none_or(|own| Some(own) == campaign);
    let (mut authorised, mut undecided) = (BTreeSet::new(), BTreeSet::new());
    let mut capacities = BTreeSet::new();
    for row in office.auditor_rows_of(unit).filter(of_year) {
        capacities.extend(row.capacity.as_deref().map(places));
        match row.state {
            Some(RequestState::Granted) => authorised.extend([row.person]),
            Some(_) => {}
            // An empty decision is none; one that is not there or not understood may be a grant.
            None if row.source.raw(Field::RequestState).is_some_and(|raw| raw.is_empty()) => {}
            None => undecided.extend([row.person]),
        }
    }
    let capacity = match (capacities.pop_first(), capacities.is_empty()) {
        (None, _) => return Occupancy::Unknown(about("auditor-capacity-none", unit)),
        (Some(Some(capacity)), true) => capacity,
        _ => return Occupancy::Unknown(about("auditor-capacity-differs", unit)),
    };
    if authorised.len() > capacity {
        show_others(check, &authorised);
        let says = Message::new("auditor-capacity-over").with("unit", unit);
        return Occupancy::Over(says.with("count", authorised.len()).with("capacity", capacity));
    }
    if authorised.union(&undecided).count() > capacity {
        return Occupancy::Unknown(about("auditor-capacity-undecided", unit));
    }
    Occupancy::Within
}

/// The number of places that a cell states; nothing when it is not a plain number.
fn places(text: &str) -> Option<usize> {
    let text = text.trim();
    let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    text.parse().ok()
}

/// Records the student numbers of some of a unit's other auditors, the same ones whatever the order of the rows.
fn show_others(check: &mut Check<'_>, authorised: &BTreeSet<PersonId>) {
    let (office, own) = (check.office, check.person.id);
    let mut others: Vec<_> = authorised.iter().filter(|id| **id != own).filter_map(|id| office.person(*id)).collect();
    others.sort_by_cached_key(|person| label(person));
    for person in others.into_iter().take(SHOWN) {
        check.read(&person.source, Field::StudentNumber, &person.identity.student_number);
    }
}
