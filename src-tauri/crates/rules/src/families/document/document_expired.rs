//! DOC003: a document is no longer valid.

use super::{Documents, in_words, names, of_file, show, word_of};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, Document, DocumentState, Field, Message, Severity};
use time::Date;

/// The rule.
pub static RULE: Rule = Rule {
    code: "DOC003",
    slug: "document-expired",
    family: Family::Document,
    severity: Severity::Error,
    undecided_by_nature: false,
    keys: &["documents.expiry"],
    reads: &[Field::DocumentExpiry, Field::DocumentState, Field::DocumentKind, Field::AcademicYear],
    help: help!("DOC003"),
    examples: &[
        Example {
            title: "expired the day before",
            expected: Expected::Flag,
            text: "as-of: 2024-09-25T09:00
                   roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Titre de séjour; document_state=validée; document_expiry=2024-09-24",
        },
        Example {
            title: "still valid on its last day",
            expected: Expected::Pass,
            text: "as-of: 2024-09-25T09:00
                   roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Titre de séjour; document_state=validée; document_expiry=2024-09-25",
        },
        Example {
            title: "expired, and another of the same kind is valid",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Titre de séjour; document_state=expirée; document_expiry=2024-08-31
                   documents: student_number=1; document_kind=Titre de séjour; document_state=validée; document_expiry=2025-08-31",
        },
        Example {
            title: "no column of expiry",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Titre de séjour; document_state=validée",
        },
        Example {
            title: "nothing is deposited",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Titre de séjour; document_state=non déposée",
        },
    ],
    check,
};

/// Whether a deposited document still holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Validity {
    Holds,
    Expired,
    /// Its date is written and not understood.
    Unread,
    /// The sheet has no column for the date.
    NoColumn,
}

fn check(check: &mut Check<'_>) -> Verdict {
    let documents = match of_file(check) {
        Ok(documents) => documents,
        Err(verdict) => return verdict,
    };
    check.value("documents.expiry");
    let today = check.as_of.date();
    let left = |wanted: Validity| -> Vec<_> {
        let rows = documents.rows.iter().copied();
        rows.filter(|document| {
            validity(document, today) == Some(wanted) && !is_replaced(&documents, document, wanted, today)
        })
        .collect()
    };
    let expired = left(Validity::Expired);
    if !expired.is_empty() {
        return flag(check, expired);
    }
    for (doubt, variant) in [(Validity::Unread, "unknown"), (Validity::NoColumn, "absent")] {
        let doubtful = left(doubt);
        if doubtful.is_empty() {
            continue;
        }
        doubtful.iter().for_each(|document| show_expiry(check, document));
        let pieces = names(doubtful);
        return Verdict::CannotTell(Says::new(RULE.code).variant(variant).with("pieces", Arg::List(pieces)));
    }
    Verdict::Pass
}

/// Nothing for a document that is not deposited or not accepted: other rules judge it.
fn validity(document: &Document, today: Date) -> Option<Validity> {
    use DocumentState::{AwaitingCheck, Expired, Forced, Valid};
    match document.state? {
        Expired => Some(Validity::Expired),
        Valid | Forced | AwaitingCheck => {
            Some(match (document.expiry, document.source.raw(Field::DocumentExpiry).as_deref()) {
                (Some(expiry), _) if expiry < today => Validity::Expired,
                (Some(_), _) | (None, Some("")) => Validity::Holds,
                (None, Some(_)) => Validity::Unread,
                // Who marked it at the desk said of no last day.
                (None, None) if document.source.is_only_by_hand() => Validity::Holds,
                (None, None) => Validity::NoColumn,
            })
        }
        _ => None,
    }
}

/// Whether a valid document of the same kind took the place of one that is expired, or of which that is not known. For
/// an expired one it is enough that the other is not known to be: its own doubt is told.
fn is_replaced<'a>(documents: &Documents<'a>, document: &'a Document, validity_of: Validity, today: Date) -> bool {
    documents.same_kind(document).any(|other| {
        let is_accepted = matches!(other.state, Some(DocumentState::Valid | DocumentState::Forced));
        let holds = match validity(other, today) {
            Some(Validity::Holds) => true,
            Some(Validity::Unread | Validity::NoColumn) => validity_of == Validity::Expired,
            Some(Validity::Expired) | None => false,
        };
        is_accepted && holds
    })
}

fn flag<'a>(check: &mut Check<'a>, expired: Vec<&'a Document>) -> Verdict {
    expired.iter().for_each(|document| show_expiry(check, document));
    let pieces = in_words(expired, |document| {
        let message = match document.expiry {
            Some(day) => Message::new("document-until").with("day", day),
            None => Message::new("document-marked-expired"),
        };
        (
            document.expiry.map(|day| day.to_string()).unwrap_or_default(),
            message.with("piece", word_of(document)).into(),
        )
    });
    let says = Says::new(RULE.code).with("count", pieces.len()).with("pieces", Arg::List(pieces));
    Verdict::Flag(says.with("today", check.as_of.date()))
}

fn show_expiry<'a>(check: &mut Check<'a>, document: &'a Document) {
    check.read(&document.source, Field::DocumentExpiry, &document.expiry);
    show(check, document);
}
