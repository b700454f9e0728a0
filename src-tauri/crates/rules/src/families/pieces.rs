//! Which required pieces a file holds.
//!
//! A document is recognised by its name. It counts as deposited when it awaits its check, is valid, valid by force, no
//! longer valid (another rule says so) or when the person is not concerned; not when it is rejected or marked false,
//! except among the registration's own documents, where other rules say that.

use crate::context::Check;
use crate::dossier::PieceStatus;
use crate::fact::Fact;
use crate::families::not_concerned;
use crate::rulebook::{Layer, Piece, PieceOf, PieceYears};
use crate::verdict::{Says, Verdict};
use guichet_model::{
    AcademicYear, Arg, Document, DocumentState, Field, Message, Note, PastRegistration, RegistrationState, Request,
    RequestKind, RequestState, SheetKind, fold,
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
    for (_, piece) in &wanted {
        check.cite(&piece.cite);
    }
    if !check.has_sheet(SheetKind::Documents) {
        // Documents marked at the desk are known all the same; nothing says which others were deposited.
        let marked = check.office.documents_of(check.person.id).next().is_some();
        let mut is_held =
            |piece: &Piece| marked && years_held(check, piece).iter().all(|(_, held)| *held == Some(true));
        let untold: Vec<Arg> =
            wanted.iter().filter(|(_, piece)| !is_held(piece)).map(|(_, piece)| name(piece, None)).collect();
        return match untold.is_empty() {
            true => Holdings::Judged { missing: Vec::new(), unknown: Vec::new() },
            false => Holdings::NoSheet(untold),
        };
    }
    let (mut missing, mut unknown) = (Vec::new(), Vec::new());
    for (_, piece) in wanted {
        for (year, held) in years_held(check, piece) {
            match held {
                Some(true) => {}
                Some(false) => missing.push(name(piece, year.only())),
                None => unknown.push(name(piece, year.only())),
            }
        }
    }
    Holdings::Judged { missing, unknown }
}

/// Whether a piece is held for each year it is looked for; nothing when that cannot be known.
fn years_held(check: &mut Check<'_>, piece: &Piece) -> Vec<(Wanted, Option<bool>)> {
    let years = years_of(check, piece);
    let found: Vec<Held> = years.iter().map(|year| held(check, piece, year)).collect();
    let unproven = found.iter().filter(|held| matches!(held, Held::Undated(_))).count();
    let settle = |held| match held {
        Held::Yes => Some(true),
        // Fewer documents without a year than years to prove: some year has none.
        Held::Undated(documents) if documents < unproven => Some(false),
        Held::Undated(_) | Held::Unknown => None,
        Held::No => Some(false),
    };
    years.into_iter().zip(found).map(|(year, held)| (year, settle(held))).collect()
}

/// Each piece of a request that a file's population must hold, with the documents that it names.
pub(crate) fn sought<'a>(check: &mut Check<'a>, of: PieceOf) -> Vec<PieceStatus<'a>> {
    let (book, registration) = (check.book, check.registration);
    let has_sheet = check.has_sheet(SheetKind::Documents);
    let mut found = Vec::new();
    for (_, piece) in book.pieces(of).filter(|(_, piece)| piece.is_for(registration)) {
        let (named, campaign) = (named(check, piece), check.campaign());
        for (year, held) in years_held(check, piece) {
            let documents =
                named.iter().copied().filter(|document| is_of_year(document, &year, campaign) != Some(false));
            let (held, documents) = (held.filter(|held| has_sheet || *held), documents.collect());
            found.push(PieceStatus { piece, year: year.only(), held, documents });
        }
    }
    found
}

/// The answer of a rule on the pieces of requests, by kind. A refused request asks for nothing more.
pub(crate) fn pieces_of_requests<'a>(
    check: &mut Check<'a>,
    code: &'static str,
    requests: &[(RequestKind, Vec<&'a Request>)],
) -> Verdict {
    let (mut missing, mut unknown, mut unseen) = (Vec::new(), Vec::new(), Vec::new());
    let (mut is_open, mut is_listed) = (false, false);
    for (kind, rows) in requests {
        let mut states = Vec::new();
        for request in rows {
            states.push(check.read(&request.source, Field::RequestState, &request.state));
        }
        if states.iter().all(|state| *state == Fact::Known(RequestState::Refused)) {
            continue;
        }
        is_open = true;
        match holdings(check, PieceOf::Request(*kind)) {
            Holdings::NoList => continue,
            Holdings::NoSheet(pieces) => unseen.extend(pieces),
            Holdings::Judged { missing: lacking, unknown: doubtful } => {
                missing.extend(lacking);
                unknown.extend(doubtful);
            }
        }
        is_listed = true;
    }
    if !is_open || !is_listed {
        return not_concerned(if is_open { "reason-no-piece-rule" } else { "reason-request-refused" });
    }
    let says = |pieces: Vec<Arg>| Says::new(code).with("count", pieces.len()).with("pieces", Arg::List(pieces));
    if !missing.is_empty() {
        Verdict::Flag(says(missing))
    } else if !unseen.is_empty() {
        Verdict::CannotTell(says(unseen).variant("absent"))
    } else if !unknown.is_empty() {
        Verdict::CannotTell(says(unknown).variant("unknown"))
    } else {
        Verdict::Pass
    }
}

/// For which year a piece is looked for.
enum Wanted {
    /// Whatever its year.
    Any,
    /// Asked for this campaign, or for no year.
    Campaign(Option<AcademicYear>),
    /// One of these years, or no year written; whether another year may be meant, for want of a full history.
    Among(BTreeSet<AcademicYear>, bool),
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
        PieceYears::Requested => vec![requested_years(check)],
        PieceYears::EachDeclared if !check.has_sheet(SheetKind::History) => vec![Wanted::Undeclared],
        PieceYears::EachDeclared => declared_years(check),
    }
}

/// The years spent at the requested level, the campaign's included.
fn requested_years(check: &Check<'_>) -> Wanted {
    let level = check.registration.level;
    let mut years: BTreeSet<AcademicYear> = check.campaign().into_iter().collect();
    let mut is_open = !check.has_sheet(SheetKind::History);
    for past in check.office.history_of(check.person.id).filter(|past| was_followed(past)) {
        is_open |= past.level.is_none() || past.academic_year.is_none();
        years.extend(past.academic_year.filter(|_| past.level == level));
    }
    Wanted::Among(years, is_open)
}

/// The past years declared and not proven yet: neither cancelled nor gap years.
fn declared_years(check: &mut Check<'_>) -> Vec<Wanted> {
    let (office, campaign) = (check.office, check.campaign());
    let mut years = BTreeSet::new();
    let mut is_dated = true;
    for past in office.history_of(check.person.id) {
        let year = check.read(&past.source, Field::AcademicYear, &past.academic_year).known();
        let proven = check.read(&past.source, Field::Proof, &past.proof) == Fact::Known(true);
        if proven || !was_followed(past) {
            continue;
        }
        is_dated &= year.is_some();
        years.extend(year.filter(|year| campaign.is_none_or(|campaign| *year < campaign)));
    }
    let undeclared = (!is_dated).then_some(Wanted::Undeclared);
    years.into_iter().map(Wanted::Declared).chain(undeclared).collect()
}

fn was_followed(past: &PastRegistration) -> bool {
    past.state != Some(RegistrationState::Cancelled) && past.gap_year != Some(true)
}

/// Whether a piece is held.
enum Held {
    Yes,
    No,
    Unknown,
    /// A past year is to be proven, and so many documents of the right name carry no year.
    Undated(usize),
}

fn held(check: &mut Check<'_>, piece: &Piece, wanted: &Wanted) -> Held {
    let (mut found, mut unread, mut doubtful) = (false, false, 0);
    for document in named(check, piece) {
        let is_own = piece.of != PieceOf::Registration || is_of_file(check, document);
        let fits = is_of_year(document, wanted, check.campaign());
        if !is_own || fits == Some(false) {
            continue;
        }
        match (deposited(check, document, piece.of), fits) {
            (Some(false), _) => {}
            (_, None) => doubtful += 1,
            (Some(true), _) => found = true,
            (None, _) => unread = true,
        }
    }
    match wanted {
        _ if found => Held::Yes,
        _ if unread => Held::Unknown,
        _ if doubtful == 0 => Held::No,
        Wanted::Declared(_) => Held::Undated(doubtful),
        _ => Held::Unknown,
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

/// Whether a document is for the year; nothing when that cannot be said. The year in its name says more than the column:
/// one of the campaign, or a later one, is the year for which it was asked.
fn is_of_year(document: &Document, wanted: &Wanted, campaign: Option<AcademicYear>) -> Option<bool> {
    let column = document.academic_year.filter(|year| campaign.is_none_or(|campaign| *year < campaign));
    let own = document.kind.as_deref().and_then(year_in).or(match wanted {
        Wanted::Declared(_) => column,
        _ => document.academic_year,
    });
    match wanted {
        Wanted::Any => Some(true),
        // A form's name may carry the day it was signed: only its year column says for which year it was asked.
        Wanted::Campaign(campaign) => Some(document.academic_year.is_none_or(|own| Some(own) == *campaign)),
        Wanted::Among(years, is_open) => match own.is_none_or(|own| years.contains(&own)) {
            false if *is_open => None,
            fits => Some(fits),
        },
        Wanted::Declared(year) => own.map(|own| own == *year),
        Wanted::Undeclared => None,
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
