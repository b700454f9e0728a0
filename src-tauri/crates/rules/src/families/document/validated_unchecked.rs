//! DOC006: the registration is validated while a document awaits its check.

use super::{names, of_file, show};
use crate::context::Check;
use crate::example::{Example, Expected};
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::registry::{Family, Rule, help};
use crate::verdict::{Says, Verdict};
use guichet_model::{Arg, DocumentState, Field, RegistrationState, Severity};

/// The rule.
pub static RULE: Rule = Rule {
    code: "DOC006",
    slug: "validated-unchecked",
    family: Family::Document,
    severity: Severity::Info,
    undecided_by_nature: false,
    keys: &[KEY],
    reads: &[Field::RegistrationState, Field::DocumentState, Field::DocumentKind, Field::AcademicYear],
    help: help!("DOC006"),
    examples: &[
        Example {
            title: "validated, and a document awaits its check",
            expected: Expected::Flag,
            text: "roster: student_number=1; level=L2; registration_state=validée
                   documents: student_number=1; document_kind=Photo; document_state=en attente",
        },
        Example {
            title: "not validated yet",
            expected: Expected::Pass,
            text: "roster: student_number=1; level=L2; registration_state=en cours
                   documents: student_number=1; document_kind=Photo; document_state=en attente",
        },
        Example {
            title: "a state that is not understood",
            expected: Expected::CannotTell,
            text: "roster: student_number=1; level=L2; registration_state=code 99
                   documents: student_number=1; document_kind=Photo; document_state=en attente",
        },
        Example {
            title: "the roster does not say where the registration stands",
            expected: Expected::NotConcerned,
            text: "roster: student_number=1; level=L2
                   documents: student_number=1; document_kind=Photo; document_state=en attente",
        },
    ],
    check,
};

const KEY: &str = "documents.checked_first";

fn check(check: &mut Check<'_>) -> Verdict {
    let documents = match of_file(check) {
        Ok(documents) => documents,
        Err(verdict) => return verdict,
    };
    if check.word(KEY).is_none() {
        return not_concerned("reason-document-no-order");
    }
    let awaiting: Vec<_> = documents.in_state(DocumentState::AwaitingCheck).collect();
    if awaiting.is_empty() {
        return Verdict::Pass;
    }
    let registration = check.registration;
    let state = check.fact(Field::RegistrationState, &registration.state);
    awaiting.iter().for_each(|document| show(check, document));
    let pieces = names(awaiting);
    let says = Says::new(RULE.code).with("count", pieces.len()).with("pieces", Arg::List(pieces));
    match state {
        Fact::Known(RegistrationState::Validated) => Verdict::Flag(says),
        Fact::Known(_) => Verdict::Pass,
        Fact::NotUnderstood(raw) => Verdict::CannotTell(says.variant("unread").with("raw", raw)),
        Fact::Empty | Fact::NoColumn => not_concerned("reason-no-registration-state"),
    }
}
