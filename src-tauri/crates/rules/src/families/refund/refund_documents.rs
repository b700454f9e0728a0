//! REF003: a required document of a refund or exemption request is missing.

use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::families::pieces::pieces_of_requests;
use crate::families::requests::attached;
use crate::registry::{Family, Rule, help};
use crate::verdict::Verdict;
use guichet_model::{Field, RequestKind, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "REF003",
    slug: "refund-documents",
    family: Family::Refund,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["piece."],
    reads: &[
        Field::DocumentKind,
        Field::DocumentState,
        Field::RequestKind,
        Field::RequestLevel,
        Field::RequestState,
        Field::AcademicYear,
        Field::Proof,
    ],
    help: help!("REF003"),
    examples: &[
        Example {
            title: "a refund without bank details",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; registration_state=annulée
                   requests: student_number=1; request_kind=remboursement
                   documents: student_number=1; document_kind=Photo; document_state=validée",
        },
        Example {
            title: "a refund with bank details",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; registration_state=annulée
                   requests: student_number=1; request_kind=remboursement
                   documents: student_number=1; document_kind=RIB; document_state=en attente",
        },
        Example {
            title: "the CVEC certificate proves no ground of exemption",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=exonération
                   documents: student_number=1; document_kind=Attestation CVEC; document_state=validée",
        },
        Example {
            title: "no sheet of documents",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=exonération",
        },
        Example {
            title: "refused",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=remboursement; request_state=refusée",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let mut asked = Vec::new();
    for kind in [RequestKind::Refund, RequestKind::Exemption] {
        let requests = attached(check, kind);
        if !requests.is_empty() {
            asked.push((kind, requests));
        }
    }
    if asked.is_empty() {
        return not_concerned("reason-no-refund-request");
    }
    pieces_of_requests(check, RULE.code, &asked)
}
