//! DRG003: more than one derogation request for the same person, year and level.

use super::requested;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "DRG003",
    slug: "derogation-duplicate",
    family: Family::Derogation,
    severity: Severity::Warning,
    undecided_by_nature: false,
    keys: &["derogation.single"],
    reads: &[Field::RequestKind, Field::RequestLevel, Field::RequestedAt],
    help: help!("DRG003"),
    examples: &[
        Example {
            title: "two requests for the same level",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L2; requested_at=2024-07-08
                   requests: student_number=1; request_kind=dérogation; request_level=L2; requested_at=2024-07-10",
        },
        Example {
            title: "one request a level",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L3",
        },
        Example {
            title: "a rulebook that does not speak of it",
            expected: Expected::NotConcerned,
            text: "rulebook: national
                   roster: student_number=1; academic_year=2024-2025; level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L2",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let (level, requests) = match requested(check) {
        Ok(requested) => requested,
        Err(verdict) => return verdict,
    };
    if check.word("derogation.single").is_none() {
        return not_concerned("reason-no-single-rule");
    }
    if requests.len() < 2 {
        return Verdict::Pass;
    }
    for request in &requests {
        if request.source.has(Field::RequestedAt) {
            check.read(&request.source, Field::RequestedAt, &request.requested_at);
        }
    }
    Verdict::Flag(Says::new(RULE.code).with("count", requests.len()).with("level", level.as_str()))
}
