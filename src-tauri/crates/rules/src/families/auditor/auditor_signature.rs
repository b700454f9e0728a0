//! AUD005: the site delegate's signature is missing.

use super::each_says_yes;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::Verdict;
use guichet_model::{Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "AUD005",
    slug: "auditor-signature",
    family: Family::Auditor,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["auditor.signature"],
    reads: &[Field::SiteSignature, Field::Units, Field::RequestState, Field::RequestLevel],
    help: help!("AUD005"),
    examples: &[
        Example {
            title: "the delegate has not signed",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; site_signature=non",
        },
        Example {
            title: "nothing is written: it was not signed",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; site_signature=",
        },
        Example {
            title: "signed",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101; site_signature=oui",
        },
        Example {
            title: "no auditor's request",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; regime=auditeur libre",
        },
        Example {
            title: "no column for the signature",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; regime=auditeur libre
                   requests: student_number=1; request_kind=auditeur libre; units=HIS101",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    each_says_yes(check, RULE.code, "auditor.signature", Field::SiteSignature, |auditor| &auditor.site_signature)
}
