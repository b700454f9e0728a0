//! AUD006: an auditor entered for what auditors may not follow.

use super::{no_rule, rows};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Attendance, Coded, Field, Message, Severity};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    code: "AUD006",
    slug: "auditor-rights",
    family: Family::Auditor,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["auditor.attendance"],
    reads: &[Field::Attendance, Field::Units, Field::RequestState, Field::RequestLevel],
    help: help!("AUD006"),
    examples: &[
        Example {
            title: "entered for the exams",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; attendance=examens",
        },
        Example {
            title: "lectures for one unit, tutorials for another",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; attendance=cours
                   requests: student_number=1; request_kind=auditeur libre; units=HIS102; attendance=TD",
        },
        Example {
            title: "lectures",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; attendance=cours",
        },
        Example {
            title: "nothing is written: entered for nothing else",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; attendance=",
        },
        Example {
            title: "not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; attendance=à distance",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let rows = match rows(check) {
        Ok(rows) => rows,
        Err(verdict) => return verdict,
    };
    let allowed = check.words("auditor.attendance");
    if allowed.is_empty() {
        return no_rule();
    }
    let (mut outside, mut unknown) = (Vec::new(), Vec::new());
    let mut forbidden: BTreeSet<Attendance> = BTreeSet::new();
    for row in rows {
        match check.read(&row.source, Field::Attendance, &row.auditor.attendance) {
            Fact::Known(attendance) if !allowed.contains(&attendance.as_str()) => {
                forbidden.insert(attendance);
                outside.push(row);
            }
            Fact::Known(_) | Fact::Empty => {}
            Fact::NoColumn | Fact::NotUnderstood(_) => unknown.push(row),
        }
    }
    let word = |attendance: &str| Arg::from(Message::new(format!("code-attendance-{attendance}")));
    let says = Says::new(RULE.code)
        .with("attendance", Arg::List(forbidden.into_iter().map(|forbidden| word(forbidden.as_str())).collect()))
        .with("allowed", Arg::List(allowed.into_iter().map(word).collect()));
    super::flag_or_doubt(says, &outside, &unknown)
}
