//! CNC003: a second request in the same academic year.

use super::grouping::{Grouped, requests};
use super::{asked_level, is_refused, of_year, undecided};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Field, Level, Message, Severity, fold};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CNC003",
    slug: "concordance-second-request",
    family: Family::Concordance,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[
        Field::RequestedAt, Field::RequestKind, Field::RequestLevel, Field::RequestState, Field::Level,
        Field::SemesterReorientation, Field::Semester,
    ],
    help: help!("CNC003"),
    examples: &[
        Example {
            title: "two requests on different days",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; requested_at=2024-09-02; semester_reorientation=
                   requests: student_number=1; request_kind=concordance; request_level=L2; requested_at=2024-09-16; semester_reorientation=",
        },
        Example {
            title: "one request for two units fills two rows",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; requested_at=2024-09-02; units=UE201
                   requests: student_number=1; request_kind=concordance; request_level=L2; requested_at=2024-09-02; units=UE202",
        },
        Example {
            title: "the second follows a reorientation between the semesters of L1",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L1
                   requests: student_number=1; request_kind=concordance; request_level=L1; requested_at=2024-09-02; semester_reorientation=non
                   requests: student_number=1; request_kind=concordance; request_level=L1; requested_at=2024-09-16; semester_reorientation=oui",
        },
        Example {
            title: "the second was refused, as the page announces",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; requested_at=2024-09-02; request_state=en attente
                   requests: student_number=1; request_kind=concordance; request_level=L2; requested_at=2024-09-16; request_state=refusée",
        },
        Example {
            title: "units of one request or of two: no row has a date",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; units=UE201
                   requests: student_number=1; request_kind=concordance; request_level=L2; units=UE202",
        },
        Example {
            title: "two semesters of L1, and no column on the reorientation",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L1
                   requests: student_number=1; request_kind=concordance; request_level=L1; requested_at=2024-09-02; semester=S1
                   requests: student_number=1; request_kind=concordance; request_level=L1; requested_at=2024-09-16; semester=S2",
        },
    ],
    check,
};

const KEY: &str = "concordance.requests_per_year";

fn check(check: &mut Check<'_>) -> Verdict {
    judge(check).unwrap_or_else(|answer| answer)
}

fn judge(check: &mut Check<'_>) -> Result<Verdict, Verdict> {
    undecided(check)?;
    let most = check.number(KEY).and_then(|most| usize::try_from(most).ok());
    let Some(most) = most else { return Err(not_concerned("reason-concordance-no-rule")) };
    let level = asked_level(check)?;
    let year = check.campaign();
    let rows = of_year(check);
    for row in &rows {
        check.read(&row.source, Field::RequestedAt, &row.requested_at);
        check.read(&row.source, Field::RequestLevel, &row.level);
    }
    let all = requests(rows, year, Some(level));
    let (refused, open): (Vec<_>, Vec<_>) = all.iter().partition(|request| is_all_refused(check, request));
    let number = Number::of(&open);
    if number.surely + refused.len() <= most && number.perhaps <= most {
        return Ok(Verdict::Pass);
    }
    let exception = reorientation(check, &open);
    let most = most + usize::from(exception == Exception::Holds);
    let says = Says::new(RULE.code).with("most", most).with("total", number.surely + refused.len());
    let says = says.with("requests", in_words(&all));
    let (earlier, doubtful) = refused_before(&refused, &open);
    if number.surely + earlier > most {
        let doubt = exception == Exception::OutOfReach && all.len() == 2;
        return Ok(if doubt { Verdict::CannotTell(says.variant("semesters")) } else { Verdict::Flag(says) });
    }
    if number.perhaps > most || number.surely + earlier + doubtful > most {
        return Ok(Verdict::CannotTell(says.variant("undated")));
    }
    Ok(Verdict::Pass)
}

fn is_all_refused<'a>(check: &mut Check<'a>, request: &Grouped<'a>) -> bool {
    let mut all = true;
    for row in &request.rows {
        all &= is_refused(check, row);
    }
    all
}

/// How many requests there are.
struct Number {
    surely: usize,
    perhaps: usize,
}

impl Number {
    /// Units without a received day may belong to one request or to several, or to one whose day is known.
    fn of(open: &[&Grouped<'_>]) -> Self {
        let (mut surely, mut perhaps) = (0, 0);
        for request in open {
            let is_vague = request.day.is_none() && request.names_units;
            let has_sibling = open.iter().any(|other| other.level == request.level && other.day.is_some());
            surely += usize::from(!(is_vague && has_sibling));
            perhaps += if is_vague { request.rows.len() } else { 1 };
        }
        Self { surely, perhaps }
    }
}

/// How many refused requests were received before the last of the others, and how many may have been: one that came
/// after was rejected as it should be.
fn refused_before(refused: &[&Grouped<'_>], open: &[&Grouped<'_>]) -> (usize, usize) {
    let last = open.iter().map(|request| request.day).max().flatten();
    let is_known = open.iter().all(|request| request.day.is_some());
    let before = |request: &&&Grouped<'_>| request.day.zip(last).is_some_and(|(day, last)| day < last);
    let vague = |request: &&&Grouped<'_>| !before(request) && (request.day.is_none() || !is_known);
    (refused.iter().filter(before).count(), refused.iter().filter(vague).count())
}

/// Whether one request follows a reorientation between the two semesters of L1.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Exception {
    Holds,
    No,
    /// Nothing says so, and nothing could: the requests are for two semesters of L1.
    OutOfReach,
}

fn reorientation<'a>(check: &mut Check<'a>, open: &[&Grouped<'a>]) -> Exception {
    let (mut holds, mut out_of_reach) = (false, true);
    let mut semesters = BTreeSet::new();
    for request in open {
        let mut own = BTreeSet::new();
        for row in &request.rows {
            let said = check.read(&row.source, Field::SemesterReorientation, &row.concordance.semester_reorientation);
            holds |= request.level == Some(Level::L1) && said == Fact::Known(true);
            out_of_reach &= said.is_out_of_reach() && request.level == Some(Level::L1);
            if let Fact::Known(semester) = check.read(&row.source, Field::Semester, &row.semester) {
                own.insert(fold(&semester));
            }
        }
        semesters.insert(own);
    }
    let differ = semesters.len() == open.len() && !semesters.iter().any(BTreeSet::is_empty);
    match (holds, out_of_reach && differ) {
        (true, _) => Exception::Holds,
        (false, true) => Exception::OutOfReach,
        (false, false) => Exception::No,
    }
}

/// Each request by its level and the day it was received.
fn in_words(all: &[Grouped<'_>]) -> Arg {
    let word = |request: &Grouped<'_>| {
        let level = request.level.map_or("?", |level| level.as_str());
        let message = match request.day {
            Some(day) => Message::new("concordance-request").with("day", day),
            None => Message::new("concordance-request-undated"),
        };
        Arg::Message(Box::new(message.with("level", level)))
    };
    Arg::List(all.iter().map(word).collect())
}
