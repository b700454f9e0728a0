//! DRG004: a required document of a derogation request is missing.

use super::requested;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::pieces::pieces_of_requests;
use crate::registry::{Family, Rule, help};
use crate::verdict::Verdict;
use guichet_model::{Field, RequestKind, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "DRG004",
    slug: "derogation-documents",
    family: Family::Derogation,
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
    help: help!("DRG004"),
    examples: &[
        Example {
            title: "no transcript of a year declared",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   history: student_number=1; academic_year=2022-2023; level=L1
                   history: student_number=1; academic_year=2023-2024; level=L2
                   requests: student_number=1; request_kind=dérogation; request_level=L2
                   documents: student_number=1; document_kind=Formulaire; document_state=validée
                   documents: student_number=1; document_kind=Lettre de motivation; document_state=en attente
                   documents: student_number=1; document_kind=Relevé de notes 2023-2024; document_state=validée",
        },
        Example {
            title: "every piece of a request in master",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=M2
                   history: student_number=1; academic_year=2023-2024; level=M2
                   requests: student_number=1; request_kind=dérogation; request_level=M2
                   documents: student_number=1; document_kind=Formulaire de dérogation; document_state=validée
                   documents: student_number=1; document_kind=Rapport du directeur de recherche; document_state=validée
                   documents: student_number=1; document_kind=Relevés de notes; document_state=validée
                   documents: student_number=1; document_kind=Lettre motivant la demande; document_state=validée",
        },
        Example {
            title: "no sheet of documents",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=M1
                   requests: student_number=1; request_kind=dérogation; request_level=M1",
        },
        Example {
            title: "refused: nothing is left to ask for",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=M1
                   requests: student_number=1; request_kind=dérogation; request_level=M1; request_state=refusée",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let (_, requests) = match requested(check) {
        Ok(requested) => requested,
        Err(verdict) => return verdict,
    };
    pieces_of_requests(check, RULE.code, &[(RequestKind::Derogation, requests)])
}
