//! Supporting documents and their states.

pub mod document_awaiting_check;
pub mod document_expired;
pub mod document_false;
pub mod document_missing;
pub mod document_rejected;
pub mod validated_unchecked;

use crate::context::Check;
use crate::families::pieces::is_of_file;
use crate::families::{cancelled, not_concerned};
use crate::rulebook::PieceOf;
use crate::verdict::Verdict;
use guichet_model::{Arg, Document, DocumentState, Field, Message, SheetKind, fold, fold_words};
use std::collections::BTreeMap;

/// The documents of a file.
struct Documents<'a> {
    /// Those asked for the file's year and programme.
    rows: Vec<&'a Document>,
    /// Those of which the year is not known: nobody can say whether they are the file's.
    doubtful: Vec<&'a Document>,
}

impl<'a> Documents<'a> {
    /// The documents of the file that is judged.
    fn of(check: &Check<'a>) -> Self {
        let is_doubtful = |document: &&Document| match document.academic_year {
            None => document.source.raw(Field::AcademicYear).is_some_and(|raw| !raw.is_empty()),
            Some(_) => check.campaign().is_none(),
        };
        let (doubtful, dated): (Vec<_>, Vec<_>) =
            check.office.documents_of(check.person.id).partition(|document| is_doubtful(document));
        let rows = dated.into_iter().filter(|document| is_of_file(check, document)).collect();
        Self { rows, doubtful }
    }

    /// The documents of a state.
    fn in_state(&self, state: DocumentState) -> impl Iterator<Item = &'a Document> {
        self.rows.iter().copied().filter(move |document| document.state == Some(state))
    }

    /// The other documents of the same kind. One without a kind has none.
    fn same_kind(&self, document: &'a Document) -> impl Iterator<Item = &'a Document> {
        let kind = document.kind.as_deref().map(fold);
        self.rows.iter().copied().filter(move |other| {
            !std::ptr::eq(*other, document) && kind.is_some() && other.kind.as_deref().map(fold) == kind
        })
    }
}

/// The documents of a file, or why a rule that judges them one by one does not concern it.
fn of_file<'a>(check: &Check<'a>) -> Result<Documents<'a>, Verdict> {
    if let Some(verdict) = cancelled(check) {
        return Err(verdict);
    }
    let documents = Documents::of(check);
    // Without a sheet there are those marked at the desk, if any.
    if documents.rows.is_empty() && !check.has_sheet(SheetKind::Documents) {
        let listed = check.book.pieces(PieceOf::Registration).any(|(_, piece)| piece.is_for(check.registration));
        return Err(not_concerned(if listed { "reason-no-document-sheet" } else { "reason-no-document-list" }));
    }
    match (documents.rows.is_empty(), documents.doubtful.is_empty()) {
        (false, _) => Ok(documents),
        (true, true) => Err(not_concerned("reason-no-document")),
        (true, false) => Err(not_concerned("reason-document-year-unknown")),
    }
}

/// The words by which a reason for rejection says that a document is false. Quoted only where such a reason decides.
fn false_words<'a>(check: &Check<'a>) -> Vec<&'a str> {
    let entry = check.book.entry("documents.false_words");
    let list = entry.and_then(|(_, _, entry)| entry.value.as_ref()?.as_array());
    list.map(|list| list.iter().filter_map(|word| word.as_str()).collect()).unwrap_or_default()
}

/// Whether a document was marked false: by its state, or by the reason for which it was rejected.
fn is_false(document: &Document, words: &[&str]) -> bool {
    match (document.state, document.reason.as_deref()) {
        (Some(DocumentState::False), _) => true,
        (Some(DocumentState::Rejected), Some(reason)) => {
            let folded = fold_words(reason);
            words.iter().any(|word| folded.split(' ').any(|own| own == fold(word)))
        }
        _ => false,
    }
}

/// Reads what says which document it is, and where it stands.
fn show<'a>(check: &mut Check<'a>, document: &'a Document) {
    check.read(&document.source, Field::DocumentState, &document.state);
    check.read(&document.source, Field::DocumentKind, &document.kind);
    if document.source.has(Field::AcademicYear) {
        check.read(&document.source, Field::AcademicYear, &document.academic_year);
    }
}

/// What a document is called.
fn word_of(document: &Document) -> Arg {
    match document.kind.as_deref() {
        Some(kind) => kind.into(),
        None => Message::new("document-unnamed").into(),
    }
}

/// Documents in words, each once, by name: `worded` says what else there is to say of each.
fn in_words<'a>(
    documents: impl IntoIterator<Item = &'a Document>,
    worded: impl Fn(&Document) -> (String, Arg),
) -> Vec<Arg> {
    let mut words = BTreeMap::new();
    for document in documents {
        let kind = document.kind.as_deref().unwrap_or_default();
        let (detail, word) = worded(document);
        let place = (fold(kind), detail, kind.to_owned());
        words.entry(place).or_insert(word);
    }
    words.into_values().collect()
}

/// The names of documents, each once.
fn names<'a>(documents: impl IntoIterator<Item = &'a Document>) -> Vec<Arg> {
    let mut named: BTreeMap<String, &Document> = BTreeMap::new();
    for document in documents {
        let place = named.entry(document.kind.as_deref().map(fold).unwrap_or_default()).or_insert(document);
        if document.kind < place.kind {
            *place = document;
        }
    }
    named.into_values().map(word_of).collect()
}
