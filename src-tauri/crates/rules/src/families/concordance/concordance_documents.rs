//! CNC009: a piece of the concordance file is missing.

use super::undecided;
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::families::not_concerned;
use crate::families::pieces::{Holdings, holdings};
use crate::registry::{Family, Rule, help};
use crate::rulebook::PieceOf;
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Field, RequestKind, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "CNC009",
    slug: "concordance-documents",
    family: Family::Concordance,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["piece.concordance."],
    reads: &[Field::DocumentState, Field::DocumentKind, Field::RequestKind, Field::RequestLevel, Field::RequestState],
    help: help!("CNC009"),
    examples: &[
        Example {
            title: "no transcript",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Formulaire concordance; document_state=validée
                   requests: student_number=1; request_kind=concordance; request_level=L2",
        },
        Example {
            title: "the form was rejected",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Formulaire de concordance; document_state=rejetée
                   documents: student_number=1; document_kind=Relevés de notes; document_state=validée
                   requests: student_number=1; request_kind=concordance; request_level=L2",
        },
        Example {
            title: "both are deposited",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Formulaire concordance; document_state=en attente
                   documents: student_number=1; document_kind=Relevé de notes 2023-2024; document_state=validée
                   requests: student_number=1; request_kind=concordance; request_level=L2",
        },
        Example {
            title: "no sheet of documents",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2",
        },
        Example {
            title: "refused already",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2
                   requests: student_number=1; request_kind=concordance; request_level=L2; request_state=refusée",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    if let Err(answer) = undecided(check) {
        return answer;
    }
    let says = |pieces| Says::new(RULE.code).with("pieces", Arg::List(pieces));
    match holdings(check, PieceOf::Request(RequestKind::Concordance)) {
        Holdings::NoList => not_concerned("reason-concordance-no-rule"),
        Holdings::NoSheet(pieces) => Verdict::CannotTell(says(pieces).variant("no-sheet")),
        Holdings::Judged { missing, .. } if !missing.is_empty() => Verdict::Flag(says(missing)),
        Holdings::Judged { unknown, .. } if !unknown.is_empty() => {
            Verdict::CannotTell(says(unknown).variant("unknown"))
        }
        Holdings::Judged { .. } => Verdict::Pass,
    }
}
