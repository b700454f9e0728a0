//! DOC002: a document was rejected, and none took its place.

use super::{false_words, in_words, is_false, of_file, show, word_of};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Document, DocumentState, Field, Message, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "DOC002",
    slug: "document-rejected",
    family: Family::Document,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["documents.checked", "documents.false_words"],
    reads: &[Field::DocumentState, Field::DocumentKind, Field::DocumentReason, Field::AcademicYear],
    help: help!("DOC002"),
    examples: &[
        Example {
            title: "rejected, with its reason",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Photo; document_state=rejetée; document_reason=illisible",
        },
        Example {
            title: "rejected, and valid since",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Photo; document_state=rejetée; document_reason=illisible
                   documents: student_number=1; document_kind=photo; document_state=validée",
        },
        Example {
            title: "rejected as false: another rule says so",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Diplôme; document_state=rejetée; document_reason=Document falsifié",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let documents = match of_file(check) {
        Ok(documents) => documents,
        Err(verdict) => return verdict,
    };
    check.value("documents.checked");
    let false_words = false_words(check);
    let accepted = |other: &Document| matches!(other.state, Some(DocumentState::Valid | DocumentState::Forced));
    let rejected: Vec<_> = documents
        .in_state(DocumentState::Rejected)
        .filter(|document| !is_false(document, &false_words) && !documents.same_kind(document).any(accepted))
        .collect();
    if rejected.is_empty() {
        return Verdict::Pass;
    }
    for document in &rejected {
        show(check, document);
        check.read(&document.source, Field::DocumentReason, &document.reason);
    }
    let pieces = in_words(rejected, |document| {
        let reason = document.reason.as_deref();
        let message = match reason {
            Some(reason) => Message::new("document-with-reason").with("reason", reason),
            None => Message::new("document-without-reason"),
        };
        (reason.unwrap_or_default().to_owned(), message.with("piece", word_of(document)).into())
    });
    Verdict::Flag(Says::new(RULE.code).with("count", pieces.len()).with("pieces", Arg::List(pieces)))
}
