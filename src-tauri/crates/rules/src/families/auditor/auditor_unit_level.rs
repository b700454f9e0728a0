//! AUD002: a unit outside the levels that auditors may choose from.

use super::{flag_or_doubt, no_rule, rows};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Field, Level, Request, Severity};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    code: "AUD002",
    slug: "auditor-unit-level",
    family: Family::Auditor,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["auditor.levels"],
    reads: &[Field::UnitLevel, Field::RequestLevel, Field::Units, Field::RequestState],
    help: help!("AUD002"),
    examples: &[
        Example {
            title: "a unit of the second year of master",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; unit_level=L1
                   requests: student_number=1; request_kind=auditeur libre; units=HIS901; unit_level=M2",
        },
        Example {
            title: "without a column for the units' level, the request's level speaks",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=M2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS901; request_level=M2",
        },
        Example {
            title: "licence and first year of master",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS301; unit_level=L3
                   requests: student_number=1; request_kind=auditeur libre; units=HIS701; unit_level=M1",
        },
        Example {
            title: "the unit's level is not given",
            expected: Expected::CannotTell,
            text:
                "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; unit_level=; request_level=L2",
        },
        Example {
            title: "neither the unit nor the request has a level",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101",
        },
        Example {
            title: "a rulebook that says nothing of auditors",
            expected: Expected::NotConcerned,
            text: "rulebook: national
                   roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS901; unit_level=M2",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let rows = match rows(check) {
        Ok(rows) => rows,
        Err(verdict) => return verdict,
    };
    let open = check.words("auditor.levels");
    if open.is_empty() {
        return no_rule();
    }
    let (mut outside, mut unknown) = (Vec::new(), Vec::new());
    let mut closed: BTreeSet<Level> = BTreeSet::new();
    for row in rows {
        match level(check, row) {
            Fact::Known(level) if !open.contains(&level.as_str()) => {
                closed.insert(level);
                outside.push(row);
            }
            Fact::Known(_) => {}
            Fact::Empty | Fact::NoColumn | Fact::NotUnderstood(_) => unknown.push(row),
        }
    }
    let says = Says::new(RULE.code)
        .with("levels", Arg::List(closed.into_iter().map(|level| level.as_str().into()).collect()))
        .with("open", Arg::List(open.into_iter().map(Arg::from).collect()));
    flag_or_doubt(says, &outside, &unknown)
}

/// The level of a row's units: their own, or the request's when the sheet has no column for theirs.
fn level<'a>(check: &mut Check<'a>, row: &'a Request) -> Fact<Level> {
    match check.read(&row.source, Field::UnitLevel, &row.unit_level) {
        Fact::NoColumn => check.read(&row.source, Field::RequestLevel, &row.level),
        own => own,
    }
}
