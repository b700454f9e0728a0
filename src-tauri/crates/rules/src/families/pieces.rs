//! Which required pieces a file holds.
//!
//! A document is recognised by its name. It counts as deposited when it awaits its check, is valid, valid by force, no
//! longer valid (another rule says so) or when the person is not concerned; not when it is rejected or marked false,
//! except among the registration's own documents, where other rules say that.

use crate::context::Check;
use crate::fact::Fact;
use crate::rulebook::{Layer, Piece, PieceOf, PieceYears};
use guichet_model::{
    AcademicYear, Arg, Document, DocumentState, Field, Message, Note, PastRegistration, RegistrationState, SheetKind,
    fold,
};
use std::collections::BTreeSet;

/// What is known of the pieces that something must hold.
pub(crate) enum Holdings {
    /// The rulebook lists none.
    NoList,
    /// Pieces are listed, and no sheet of documents was given.
    NoSheet(Vec<Arg>),
    /// Each piece was looked for.
    Judged {
        /// Those that are not deposited, by name.
        missing: Vec<Arg>,
        /// Those whose deposit cannot be known, by name.
        unknown: Vec<Arg>,
    },
}

/// What a file's documents hold of the pieces of a request, or of the registration itself.
pub(crate) fn holdings(check: &mut Check<'_>, of: PieceOf) -> Holdings {
    let registration = check.registration;
    let wanted: Vec<(&Layer, &Piece)> = check.book.pieces(of).filter(|(_, piece)| piece.is_for(registration)).collect();
    if wanted.is_empty() {
        return Holdings::NoList;
    }
    for (layer, piece) in &wanted {
        check.cite(layer, &piece.key, &piece.cite);
    }
    if !check.has_sheet(SheetKind::Documents) {
        return Holdings::NoSheet(wanted.iter().map(|(_, piece)| name(piece, None)).collect());
    }
    let (mut missing, mut unknown) = (Vec::new(), Vec::new());
    for (_, piece) in wanted {
        for year in years_of(check, piece) {
            match held(check, piece, &year) {
                Held::Yes => {}
                Held::No => missing.push(name(piece, year.only())),
                Held::Unknown => unknown.push(name(piece, year.only())),
            }
        }
    }
    Holdings::Judged { missing, unknown }
}

/// For which year a piece is looked for.
enum Wanted {
    /// Whatever its year.
    Any,
    /// Asked for this campaign, or for no year.
    Campaign(Option<AcademicYear>),
    /// One of these years, or no year written.
    Among(BTreeSet<AcademicYear>),
    /// This year, declared as past.
    Declared(AcademicYear),
    /// Past years are asked for, and which are declared is not known.
    Undeclared,
}

impl Wanted {
    fn only(&self) -> Option<AcademicYear> {
        match self {
            Self::Declared(year) => Some(*year),
            _ => None,
        }
    }
}

fn years_of(check: &mut Check<'_>, piece: &Piece) -> Vec<Wanted> {
    match piece.years {
        PieceYears::Any => vec![Wanted::Any],
        PieceYears::Campaign => vec![Wanted::Campaign(check.campaign())],
        PieceYears::Requested => {
            let level = check.registration.level;
            let past = check.office.history_of(check.person.id).filter(|past| past.level == level);
            let years = past.filter_map(|past| past.academic_year).chain(check.campaign()).collect();
            vec![Wanted::Among(years)]
        }
        PieceYears::EachDeclared if !check.has_sheet(SheetKind::History) => vec![Wanted::Undeclared],
        PieceYears::EachDeclared => declared_years(check).into_iter().map(Wanted::Declared).collect(),
    }
}

/// The past years declared and not proven yet: neither cancelled nor gap years.
fn declared_years(check: &mut Check<'_>) -> BTreeSet<AcademicYear> {
    let (office, campaign) = (check.office, check.campaign());
    let mut years = BTreeSet::new();
    for past in office.history_of(check.person.id) {
        let year = check.read(&past.source, Field::AcademicYear, &past.academic_year).known();
        let proven = check.read(&past.source, Field::Proof, &past.proof) == Fact::Known(true);
        let Some(year) = year.filter(|year| campaign.is_none_or(|campaign| *year < campaign)) else { continue };
        if !proven && was_followed(past) {
            years.insert(year);
        }
    }
    years
}

fn was_followed(past: &PastRegistration) -> bool {
    past.state != Some(RegistrationState::Cancelled) && past.gap_year != Some(true)
}

/// Whether a piece is held.
enum Held {
    Yes,
    No,
    Unknown,
}

fn held(check: &mut Check<'_>, piece: &Piece, wanted: &Wanted) -> Held {
    let mut unknown = matches!(wanted, Wanted::Undeclared);
    let mut found = false;
    for document in named(check, piece) {
        let is_own = piece.of != PieceOf::Registration || is_of_file(check, document);
        if !is_own || !is_of_year(document, wanted) {
            continue;
        }
        match deposited(check, document, piece.of) {
            Some(true) => found = true,
            Some(false) => {}
            None => unknown = true,
        }
    }
    match (found, unknown) {
        // How many past years there are to prove is not known: one deposited document settles nothing, none does.
        (true, _) if matches!(wanted, Wanted::Undeclared) => Held::Unknown,
        (false, true) if matches!(wanted, Wanted::Undeclared) => Held::No,
        (true, _) => Held::Yes,
        (false, true) => Held::Unknown,
        (false, false) => Held::No,
    }
}

/// The person's documents that a piece names. Their kind is recorded.
pub(crate) fn named<'a>(check: &mut Check<'a>, piece: &Piece) -> Vec<&'a Document> {
    let office = check.office;
    let mut named = Vec::new();
    for document in office.documents_of(check.person.id) {
        if document.kind.as_deref().is_some_and(|kind| piece.is_named(kind)) {
            check.read(&document.source, Field::DocumentKind, &document.kind);
            named.push(document);
        }
    }
    named
}

/// Whether a document was asked for the file: one without a year is the campaign's, one without a programme is for
/// each of the person's registrations.
pub(crate) fn is_of_file(check: &Check<'_>, document: &Document) -> bool {
    let of_year = document.academic_year.is_none_or(|own| Some(own) == check.campaign());
    let programme = check.registration.programme_code.as_deref();
    let of_programme = match (document.programme_code.as_deref(), programme) {
        (Some(own), Some(programme)) => fold(own) == fold(programme),
        _ => true,
    };
    of_year && of_programme
}

/// Whether a document was deposited and stands; nothing when its state is not known.
fn deposited<'a>(check: &mut Check<'a>, document: &'a Document, of: PieceOf) -> Option<bool> {
    match check.read(&document.source, Field::DocumentState, &document.state) {
        Fact::Known(DocumentState::NotDeposited) => Some(false),
        Fact::Known(DocumentState::Rejected | DocumentState::False) => Some(of == PieceOf::Registration),
        Fact::Known(_) => Some(true),
        Fact::Empty | Fact::NoColumn | Fact::NotUnderstood(_) => None,
    }
}

fn is_of_year(document: &Document, wanted: &Wanted) -> bool {
    let own = document.academic_year.or_else(|| document.kind.as_deref().and_then(year_in));
    match wanted {
        Wanted::Any | Wanted::Undeclared => true,
        // A form's name may carry the day it was signed: only its year column says for which year it was asked.
        Wanted::Campaign(campaign) => document.academic_year.is_none_or(|own| Some(own) == *campaign),
        Wanted::Among(years) => own.is_none_or(|own| years.contains(&own)),
        Wanted::Declared(year) => own == Some(*year),
    }
}

/// The academic year that a document's name says: `Relevé de notes 2022-2023`.
pub(crate) fn year_in(kind: &str) -> Option<AcademicYear> {
    kind.split_whitespace().find_map(|word| word.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok())
}

fn name(piece: &Piece, year: Option<AcademicYear>) -> Arg {
    let note = Arg::from(Note { fr: piece.title.fr.clone(), en: piece.title.en.clone() });
    match year {
        Some(year) => Message::new("piece-of-year").with("piece", note).with("year", year.to_string()).into(),
        None => note,
    }
}
