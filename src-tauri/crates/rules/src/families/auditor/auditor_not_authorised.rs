//! AUD003: a unit without its teacher's agreement.

use super::each_says_yes;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::Verdict;
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "AUD003",
    slug: "auditor-not-authorised",
    family: Family::Auditor,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["auditor.agreement"],
    reads: &[Field::TeacherAgreement, Field::Units, Field::RequestState, Field::RequestLevel],
    help: help!("AUD003"),
    examples: &[
        Example {
            title: "the teacher said no",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; teacher_agreement=oui
                   requests: student_number=1; request_kind=auditeur libre; units=HIS102; teacher_agreement=non",
        },
        Example {
            title: "nothing is written: no agreement was given",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; teacher_agreement=",
        },
        Example {
            title: "every unit has its teacher's agreement",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; teacher_agreement=oui
                   requests: student_number=1; request_kind=auditeur libre; units=HIS102; teacher_agreement=oui",
        },
        Example {
            title: "the unit without agreement was refused",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; teacher_agreement=non; request_state=refusée",
        },
        Example {
            title: "no column says whether the teacher agrees",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    each_says_yes(check, RULE.code, "auditor.agreement", Field::TeacherAgreement, |auditor| &auditor.teacher_agreement)
}
