//! DOC004: a document is deposited and awaits the office's check.

use super::{names, of_file, show};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, DocumentState, Field, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "DOC004",
    slug: "document-awaiting-check",
    family: Family::Document,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &["documents.checked"],
    reads: &[Field::DocumentState, Field::DocumentKind, Field::AcademicYear],
    help: help!("DOC004"),
    examples: &[
        Example {
            title: "deposited, not checked yet",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Photo; document_state=en attente",
        },
        Example {
            title: "checked",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Photo; document_state=validée",
        },
        Example {
            title: "the registration is cancelled",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2; registration_state=annulée
                   documents: student_number=1; document_kind=Photo; document_state=en attente",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let documents = match of_file(check) {
        Ok(documents) => documents,
        Err(verdict) => return verdict,
    };
    let awaiting: Vec<_> = documents.in_state(DocumentState::AwaitingCheck).collect();
    if awaiting.is_empty() {
        return Verdict::Pass;
    }
    check.value("documents.checked");
    awaiting.iter().for_each(|document| show(check, document));
    let pieces = names(awaiting);
    Verdict::Flag(Says::new(RULE.code).with("count", pieces.len()).with("pieces", Arg::List(pieces)))
}
