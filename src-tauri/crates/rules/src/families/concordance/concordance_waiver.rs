//! CNC008: a concordance given up otherwise than in writing, too late, or taken back.

use super::grouping::{Grouped, requests};
use super::undecided;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Field, Message, Severity};
use std::collections::BTreeSet;
use time::Date;

/// The rule.
pub static RULE: Rule = Rule {
    code: "CNC008",
    slug: "concordance-waiver",
    family: Family::Concordance,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[
        Field::WaivedAt, Field::WaiverWritten, Field::WaiverWithdrawn, Field::ExamsStartOn, Field::RequestKind,
        Field::RequestLevel, Field::RequestState],
    help: help!("CNC008"),
    examples: &[
        Example {
            title: "told by word of mouth",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; waived_at=2024-11-04; waiver_written=non; exams_start_on=2024-12-09; waiver_withdrawn=",
        },
        Example {
            title: "on the first day of the exams",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; waived_at=2024-12-09; waiver_written=oui; exams_start_on=2024-12-09; waiver_withdrawn=",
        },
        Example {
            title: "taken back",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; waived_at=2024-11-04; waiver_written=oui; exams_start_on=2024-12-09; waiver_withdrawn=oui",
        },
        Example {
            title: "in writing, the day before the exams",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; waived_at=2024-12-08; waiver_written=oui; exams_start_on=2024-12-09; waiver_withdrawn=non",
        },
        Example {
            title: "not given up",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; waived_at=",
        },
        Example {
            title: "in writing, and nobody wrote when the exams begin",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; waived_at=2024-11-04; waiver_written=oui; waiver_withdrawn=",
        },
        Example {
            title: "no column says whether it was given up",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2",
        },
    ],
    check,
};

const KEY: &str = "concordance.waiver";

fn check(check: &mut Check<'_>) -> Verdict {
    let rows = match undecided(check) {
        Ok(rows) => rows,
        Err(answer) => return answer,
    };
    if check.word(KEY).is_none() {
        return not_concerned("reason-concordance-no-rule");
    }
    let (year, level) = (check.campaign(), check.registration.level);
    let mut found = Found::default();
    for request in requests(rows, year, level) {
        judge(check, &request, &mut found);
    }
    let says = Says::new(RULE.code);
    if !found.faults.is_empty() {
        return Verdict::Flag(says.with("faults", in_words(found.faults)));
    }
    if !found.doubts.is_empty() {
        return Verdict::CannotTell(says.variant("unknown").with("doubts", in_words(found.doubts)));
    }
    Verdict::Pass
}

/// What is wrong with the waivers of a file, and what cannot be known of them.
#[derive(Default)]
struct Found {
    faults: BTreeSet<Fault>,
    doubts: BTreeSet<Fault>,
}

/// A sentence on a waiver, by its key, with its dates.
type Fault = (&'static str, Option<(Date, Date)>);

/// A waiver as the rows of one request tell it.
struct Waiver {
    at: Fact<Date>,
    written: Fact<bool>,
    withdrawn: Fact<bool>,
    exams: Fact<Date>,
}

impl Waiver {
    /// Whether something was given up at all; nothing when it cannot be known.
    fn is_there(&self) -> Option<bool> {
        let says_so = [&self.written, &self.withdrawn].contains(&&Fact::Known(true));
        match self.at {
            Fact::Known(_) => Some(true),
            _ if says_so => Some(true),
            Fact::Empty => Some(false),
            Fact::NoColumn | Fact::NotUnderstood(_) => None,
        }
    }
}

fn judge<'a>(check: &mut Check<'a>, request: &Grouped<'a>, found: &mut Found) {
    let mut waivers: Vec<Waiver> = Vec::new();
    for row in &request.rows {
        let facts = &row.concordance;
        waivers.push(Waiver {
            at: check.read(&row.source, Field::WaivedAt, &facts.waived_at),
            written: check.read(&row.source, Field::WaiverWritten, &facts.waiver_written),
            withdrawn: check.read(&row.source, Field::WaiverWithdrawn, &facts.waiver_withdrawn),
            exams: check.read(&row.source, Field::ExamsStartOn, &facts.exams_start_on),
        });
    }
    let there: Vec<&Waiver> = waivers.iter().filter(|waiver| waiver.is_there() == Some(true)).collect();
    if there.is_empty() && waivers.iter().any(|waiver| waiver.is_there().is_none()) {
        found.doubts.insert(("concordance-waiver-doubt-at", None));
    }
    for waiver in there {
        judge_writing(waiver, &waivers, found);
        judge_date(waiver, &waivers, found);
        match waiver.withdrawn {
            Fact::Known(true) => found.faults.insert(("concordance-waiver-withdrawn", None)),
            Fact::NoColumn | Fact::NotUnderstood(_) => {
                found.doubts.insert(("concordance-waiver-doubt-withdrawn", None))
            }
            Fact::Known(false) | Fact::Empty => false,
        };
    }
}

/// What one row alone says of the writing holds for the whole request.
fn judge_writing(waiver: &Waiver, all: &[Waiver], found: &mut Found) {
    match waiver.written {
        Fact::Known(true) => {}
        Fact::NoColumn | Fact::NotUnderstood(_) => {
            found.doubts.insert(("concordance-waiver-doubt-written", None));
        }
        Fact::Empty if all.iter().any(|other| other.written == Fact::Known(true)) => {}
        Fact::Known(false) | Fact::Empty => {
            found.faults.insert(("concordance-waiver-oral", None));
        }
    }
}

fn judge_date(waiver: &Waiver, all: &[Waiver], found: &mut Found) {
    let earliest = |date: fn(&Waiver) -> &Fact<Date>| all.iter().filter_map(|other| date(other).clone().known()).min();
    let at = waiver.at.clone().known().or_else(|| earliest(|waiver| &waiver.at));
    let exams = waiver.exams.clone().known().or_else(|| earliest(|waiver| &waiver.exams));
    match (at, exams) {
        (Some(at), Some(exams)) if at >= exams => {
            found.faults.insert(("concordance-waiver-late", Some((at, exams))));
        }
        (Some(_), Some(_)) => {}
        (None, _) => {
            found.doubts.insert(("concordance-waiver-doubt-at", None));
        }
        (Some(_), None) => {
            found.doubts.insert(("concordance-waiver-doubt-exams", None));
        }
    }
}

fn in_words(found: BTreeSet<Fault>) -> Arg {
    let word = |(key, dates): Fault| {
        let message = Message::new(key);
        Arg::from(match dates {
            Some((at, exams)) => message.with("at", at).with("exams", exams),
            None => message,
        })
    };
    Arg::List(found.into_iter().map(word).collect())
}
