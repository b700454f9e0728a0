//! CNC005: professional experience is claimed for a concordance.

use super::forbidden;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::Verdict;
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CNC005",
    slug: "concordance-professional",
    family: Family::Concordance,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[Field::ProfessionalExperience, Field::RequestKind, Field::RequestLevel, Field::RequestState],
    help: help!("CNC005"),
    examples: &[
        Example {
            title: "experience is claimed",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; professional_experience=oui",
        },
        Example {
            title: "nothing is claimed",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; professional_experience=",
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

const KEY: &str = "concordance.professional_experience";

fn check(check: &mut Check<'_>) -> Verdict {
    forbidden(check, RULE.code, KEY, Field::ProfessionalExperience, |facts| &facts.professional_experience)
}
