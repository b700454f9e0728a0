//! Free auditors: people who follow units without being students.
//!
//! A request may fill several rows, and a row may name several units. Rows that were refused are left out: nothing is asked
//! of them any more.

pub mod auditor_capacity;
pub mod auditor_not_authorised;
pub mod auditor_refused;
pub mod auditor_rights;
pub mod auditor_signature;
pub mod auditor_too_many_units;
pub mod auditor_unit_level;
pub mod auditor_with_scholarship;

use crate::context::Check;
use crate::fact::Fact;
use crate::families::requests::attached;
use crate::families::{cancelled, not_concerned};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, AuditorFacts, Field, Request, RequestKind, RequestState, fold};
use std::collections::BTreeMap;

/// What a file's auditor's requests ask for.
struct Asked<'a> {
    /// The rows that name units.
    rows: Vec<&'a Request>,
    /// Whether another row cannot name any, since its sheet has no column for them.
    unlisted: bool,
}

/// What the rows attached to the file ask for, or the answer of every rule of the family when they ask for nothing.
fn asked<'a>(check: &mut Check<'a>) -> Result<Asked<'a>, Verdict> {
    if let Some(verdict) = cancelled(check) {
        return Err(verdict);
    }
    let mut asked = Asked { rows: Vec::new(), unlisted: false };
    for request in attached(check, RequestKind::FreeAuditor) {
        let state = check.read(&request.source, Field::RequestState, &request.state);
        let units = check.read(&request.source, Field::Units, &request.units);
        if state == Fact::Known(RequestState::Refused) {
            continue;
        }
        asked.unlisted |= units == Fact::NoColumn;
        if !units_of([request]).is_empty() {
            asked.rows.push(request);
        }
    }
    if asked.rows.is_empty() && !asked.unlisted { Err(not_concerned("reason-auditor-no-units")) } else { Ok(asked) }
}

/// The rows that name units, for the rules that judge each of them; that none can be read is AUD001's doubt.
fn rows<'a>(check: &mut Check<'a>) -> Result<Vec<&'a Request>, Verdict> {
    let rows = asked(check)?.rows;
    if rows.is_empty() { Err(not_concerned("reason-auditor-units-unknown")) } else { Ok(rows) }
}

/// The answer of a rule whose rulebook value is not set.
fn no_rule() -> Verdict {
    not_concerned("reason-auditor-no-rule")
}

/// The units of these rows by folded name, each in one spelling whatever the order of the rows.
fn units_of<'a>(rows: impl IntoIterator<Item = &'a Request>) -> BTreeMap<String, &'a str> {
    let mut units = BTreeMap::new();
    for name in rows.into_iter().flat_map(Request::unit_names) {
        let key = fold(name);
        if !key.is_empty() {
            let spelling = units.entry(key).or_insert(name);
            *spelling = name.min(*spelling);
        }
    }
    units
}

/// The names of units inside a sentence.
fn names(units: &BTreeMap<String, &str>) -> Arg {
    Arg::List(units.values().map(|name| Arg::from(*name)).collect())
}

/// The answer of a rule that wants a yes on each row: a no or an empty cell is a fault; a missing column, or a cell that is
/// not understood, leaves it open.
fn each_says_yes(
    check: &mut Check<'_>,
    code: &'static str,
    key: &str,
    field: Field,
    consent: fn(&AuditorFacts) -> &Option<bool>,
) -> Verdict {
    let rows = match rows(check) {
        Ok(rows) => rows,
        Err(verdict) => return verdict,
    };
    if check.word(key).is_none() {
        return no_rule();
    }
    let (mut without, mut unknown) = (Vec::new(), Vec::new());
    for row in rows {
        match check.read(&row.source, field, consent(&row.auditor)) {
            Fact::Known(true) => {}
            Fact::Known(false) | Fact::Empty => without.push(row),
            Fact::NoColumn | Fact::NotUnderstood(_) => unknown.push(row),
        }
    }
    flag_or_doubt(Says::new(code), &without, &unknown)
}

/// Flags the units of the rows at fault; without any, tells those that cannot be judged.
fn flag_or_doubt(says: Says, at_fault: &[&Request], unknown: &[&Request]) -> Verdict {
    let units = |rows: &[&Request]| {
        let units = units_of(rows.iter().copied());
        (units.len(), names(&units))
    };
    if !at_fault.is_empty() {
        let (count, units) = units(at_fault);
        Verdict::Flag(says.with("units", units).with("count", count))
    } else if !unknown.is_empty() {
        let (count, units) = units(unknown);
        Verdict::CannotTell(says.variant("unknown").with("units", units).with("count", count))
    } else {
        Verdict::Pass
    }
}
