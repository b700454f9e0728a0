//! CNC004: a concordance is asked for on top of a dispensation that the commission already granted.

use super::forbidden;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::Verdict;
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CNC004",
    slug: "concordance-after-dispensation",
    family: Family::Concordance,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[Field::DispensationGranted, Field::RequestKind, Field::RequestLevel, Field::RequestState],
    help: help!("CNC004"),
    examples: &[
        Example {
            title: "a dispensation was granted",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; dispensation_granted=oui",
        },
        Example {
            title: "nobody says that one was",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; dispensation_granted=",
        },
        Example {
            title: "the column is missing",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2",
        },
    ],
    check,
};

const KEY: &str = "concordance.after_dispensation";

fn check(check: &mut Check<'_>) -> Verdict {
    forbidden(check, RULE.code, KEY, Field::DispensationGranted, |facts| &facts.dispensation_granted)
}
