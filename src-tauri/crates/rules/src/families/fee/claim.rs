//! Exemptions that a file claims: those that rest on a decision that was not taken, and the documents that prove others.

use super::paid::{Paid, required};
use super::tariff::{Decision, Exemption, decision, word_of};
use crate::context::Check;
use crate::fact::Fact;
use guichet_model::{Arg, Cents, Coded, Document, DocumentState, Field, Message, fold, fold_words};

/// An exemption that the file claims and that nothing grants.
pub(super) enum Claim {
    /// A ground that exempts by decision only, with what became of the request.
    Undecided {
        /// The ground.
        ground: Message,
        /// What became of the request, in words.
        decision: Message,
    },
    /// The file says that nothing is due.
    NothingDue,
}

/// The claim of a file of which an amount is expected, when what is paid does not answer it.
pub(super) fn unanswered(check: &mut Check<'_>, amount: Cents, paid: &Paid) -> Option<Claim> {
    let Paid::Amount(paid) = paid else { return None };
    if amount.0 <= 0 || *paid >= required(check, amount) {
        return None;
    }
    claim(check)
}

fn claim(check: &mut Check<'_>) -> Option<Claim> {
    let own = check.registration;
    if let Fact::Known(ground) = check.fact(Field::ExemptionGround, &own.exemption_ground) {
        // A ground that the rulebook knows and that did not exempt waits for a decision.
        let key = format!("fee.ground.{}", ground.as_str());
        if check.word(&key) == Some("by_decision") {
            check.decided_by(&key);
            let decision = Message::new(match decision(check, own) {
                Decision::Refused => "fee-decision-refused",
                Decision::Pending => "fee-decision-pending",
                Decision::None | Decision::Granted | Decision::Unread => "fee-decision-none",
            });
            return Some(Claim::Undecided { ground: word_of("exemption-ground", ground), decision });
        }
    }
    let due = check.fact(Field::FeeDue, &own.fee_due).known()?;
    (due <= Cents(0)).then_some(Claim::NothingDue)
}

/// What the documents say of an exemption. The best of them decides.
pub(super) enum Proof {
    /// No document is asked or given, or one stands.
    Stands,
    /// Deposited, not checked yet.
    Awaiting(Arg),
    /// What became of it cannot be read.
    Unread(Arg),
    /// Given, and of no value.
    Fails(Arg),
}

/// What the person's documents say of an exemption's ground.
pub(super) fn proof(check: &mut Check<'_>, exemption: &Exemption) -> Proof {
    let Some(name) = exemption.proof else { return Proof::Stands };
    let words = check.words(&format!("fee.proof.{name}"));
    let office = check.office;
    let (mut awaiting, mut unread, mut fails) = (Vec::new(), Vec::new(), Vec::new());
    for document in office.documents_of(check.person.id).filter(|document| is_named(document, &words)) {
        if !is_of_file(check, document) {
            continue;
        }
        check.read(&document.source, Field::DocumentKind, &document.kind);
        let named = document.kind.clone().unwrap_or_default();
        let (list, state) = match check.read(&document.source, Field::DocumentState, &document.state) {
            Fact::Known(DocumentState::Valid | DocumentState::Forced | DocumentState::NotConcerned) => {
                match expired(check, document) {
                    None => return Proof::Stands,
                    Some(state) => (&mut fails, state),
                }
            }
            Fact::Known(DocumentState::AwaitingCheck) => match expired(check, document) {
                None => (&mut awaiting, word_of("document-state", DocumentState::AwaitingCheck)),
                Some(state) => (&mut fails, state),
            },
            Fact::Known(state) => (&mut fails, word_of("document-state", state)),
            Fact::Empty | Fact::NoColumn => (&mut unread, Message::new("fee-document-state-empty")),
            Fact::NotUnderstood(raw) => (&mut unread, Message::new("fee-document-state-unread").with("raw", raw)),
        };
        list.push((
            named.clone(),
            state.id.clone(),
            Message::new("fee-document").with("document", named).with("state", state),
        ));
    }
    match (awaiting.is_empty(), unread.is_empty(), fails.is_empty()) {
        (false, ..) => Proof::Awaiting(in_words(awaiting)),
        (true, false, _) => Proof::Unread(in_words(unread)),
        (true, true, false) => Proof::Fails(in_words(fails)),
        (true, true, true) => Proof::Stands,
    }
}

/// Documents in an order of their own.
fn in_words(mut documents: Vec<(String, String, Message)>) -> Arg {
    documents.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    Arg::List(documents.into_iter().map(|(_, _, words)| words.into()).collect())
}

/// That the last day of a document has passed.
fn expired<'a>(check: &mut Check<'a>, document: &'a Document) -> Option<Message> {
    let today = check.as_of.date();
    let expiry = check.read(&document.source, Field::DocumentExpiry, &document.expiry).known()?;
    (expiry < today).then(|| Message::new("fee-document-expired").with("date", expiry))
}

fn is_named(document: &Document, words: &[&str]) -> bool {
    let kind = format!(" {} ", fold_words(document.kind.as_deref().unwrap_or_default()));
    words.iter().any(|words| kind.contains(&format!(" {} ", fold_words(words))))
}

/// Whether a document was given for the campaign's year and the file's programme, or says neither.
fn is_of_file(check: &Check<'_>, document: &Document) -> bool {
    let of_year = document.academic_year.is_none_or(|year| Some(year) == check.campaign());
    let own = check.registration.programme_code.as_deref().map(fold);
    let of_programme = match (document.programme_code.as_deref().map(fold), own) {
        (Some(asked), Some(own)) => asked == own,
        _ => true,
    };
    of_year && of_programme
}
