//! DOC005: a document was marked false: the registration is to be cancelled.

use super::{false_words, in_words, is_false, of_file, show, word_of};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, DocumentState, Field, Message, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "DOC005",
    slug: "document-false",
    family: Family::Document,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["documents.false", "documents.false_words"],
    reads: &[Field::DocumentState, Field::DocumentReason, Field::DocumentKind, Field::AcademicYear],
    help: help!("DOC005"),
    examples: &[
        Example {
            title: "marked false by its state",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Diplôme; document_state=fausse",
        },
        Example {
            title: "rejected for a reason that says so",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Diplôme; document_state=rejetée; document_reason=FAUX diplôme",
        },
        Example {
            title: "rejected for another reason",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Diplôme; document_state=rejetée; document_reason=tronqué",
        },
    ],
    check,
};

fn check(check: &mut Check<'_>) -> Verdict {
    let documents = match of_file(check) {
        Ok(documents) => documents,
        Err(verdict) => return verdict,
    };
    check.value("documents.false");
    let words = false_words(check);
    let marked: Vec<_> = documents.rows.iter().copied().filter(|document| is_false(document, &words)).collect();
    if marked.is_empty() {
        return Verdict::Pass;
    }
    for document in &marked {
        show(check, document);
        if document.state == Some(DocumentState::Rejected) {
            check.value("documents.false_words");
            check.read(&document.source, Field::DocumentReason, &document.reason);
        }
    }
    let pieces = in_words(marked, |document| match (document.state, document.reason.as_deref()) {
        (Some(DocumentState::Rejected), Some(reason)) => {
            let message = Message::new("document-with-reason").with("reason", reason);
            (reason.to_owned(), message.with("piece", word_of(document)).into())
        }
        _ => (String::new(), Message::new("document-marked-false").with("piece", word_of(document)).into()),
    });
    Verdict::Flag(Says::new(RULE.code).with("count", pieces.len()).with("pieces", Arg::List(pieces)))
}
