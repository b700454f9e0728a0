//! Concordances: units passed in a diploma of the same level, recognised in another.

pub mod concordance_after_dispensation;
pub mod concordance_contest_late;
pub mod concordance_documents;
pub mod concordance_holds_degree;
pub mod concordance_level;
pub mod concordance_m2;
pub mod concordance_professional;
pub mod concordance_second_request;
pub mod concordance_waiver;
pub mod concordance_wrong_channel;

pub(crate) mod grouping;
mod past;

use crate::context::Check;
use crate::fact::Fact;
use crate::families::requests::{attached, is_for};
use crate::families::{cancelled, not_concerned};
use crate::verdict::{Says, Verdict};
use guichet_model::{ConcordanceFacts, Field, Level, Request, RequestKind, RequestState};

/// The rows of concordance requests attached to the file, or the answer of every rule of the family without any.
fn rows<'a>(check: &mut Check<'a>) -> Result<Vec<&'a Request>, Verdict> {
    if let Some(verdict) = cancelled(check) {
        return Err(verdict);
    }
    let rows = attached(check, RequestKind::Concordance);
    if !rows.is_empty() {
        return Ok(rows);
    }
    let unattachable = check.registration.level.is_none() && !of_year(check).is_empty();
    Err(not_concerned(if unattachable { "reason-concordance-level" } else { "reason-no-concordance" }))
}

/// The rows that are not refused already, or the answer of a rule that has nothing left to judge.
fn undecided<'a>(check: &mut Check<'a>) -> Result<Vec<&'a Request>, Verdict> {
    let mut rows = rows(check)?;
    rows.retain(|row| !is_refused(check, row));
    if rows.is_empty() { Err(not_concerned("reason-concordance-refused")) } else { Ok(rows) }
}

fn is_refused<'a>(check: &mut Check<'a>, row: &'a Request) -> bool {
    check.read(&row.source, Field::RequestState, &row.state) == Fact::Known(RequestState::Refused)
}

/// The level asked for: the file's own, since a request at another level is attached to none.
fn asked_level(check: &mut Check<'_>) -> Result<Level, Verdict> {
    let registration = check.registration;
    check.fact(Field::Level, &registration.level).known().ok_or_else(|| not_concerned("reason-concordance-level"))
}

/// The person's rows of concordance requests for the year of the file, at whatever level.
fn of_year<'a>(check: &Check<'a>) -> Vec<&'a Request> {
    let (office, year) = (check.office, check.campaign());
    let own = |row: &&Request| row.kind == Some(RequestKind::Concordance) && is_for(row, year, row.level);
    office.requests_of(check.person.id).filter(own).collect()
}

/// What the rows together say of something that somebody must assert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Claim {
    /// One row says yes.
    Yes,
    /// None says yes, and one says no.
    No,
    /// Every cell is empty.
    Nothing,
    /// None says yes, and a cell is not understood.
    NotUnderstood,
    /// None says yes, and a sheet has no such column.
    NoColumn,
}

/// Reads a yes or no of every row.
fn claim<'a>(
    check: &mut Check<'a>,
    rows: &[&'a Request],
    field: Field,
    fact: fn(&ConcordanceFacts) -> &Option<bool>,
) -> Claim {
    let mut said = Vec::new();
    for row in rows {
        said.push(check.read(&row.source, field, fact(&row.concordance)));
    }
    if said.contains(&Fact::Known(true)) {
        Claim::Yes
    } else if said.iter().any(|fact| matches!(fact, Fact::NotUnderstood(_))) {
        Claim::NotUnderstood
    } else if said.contains(&Fact::NoColumn) {
        Claim::NoColumn
    } else if said.contains(&Fact::Known(false)) {
        Claim::No
    } else {
        Claim::Nothing
    }
}

/// The answer of a rule that forbids what a claim says.
fn forbidden(
    check: &mut Check<'_>,
    code: &'static str,
    key: &str,
    field: Field,
    fact: fn(&ConcordanceFacts) -> &Option<bool>,
) -> Verdict {
    let rows = match undecided(check) {
        Ok(rows) => rows,
        Err(answer) => return answer,
    };
    if check.word(key).is_none() {
        return not_concerned("reason-concordance-no-rule");
    }
    match claim(check, &rows, field, fact) {
        Claim::Yes => Verdict::Flag(Says::new(code)),
        Claim::No | Claim::Nothing => Verdict::Pass,
        Claim::NotUnderstood | Claim::NoColumn => Verdict::CannotTell(Says::new(code).variant("unknown")),
    }
}
