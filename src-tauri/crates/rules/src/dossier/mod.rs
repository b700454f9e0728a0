//! Requests as things of their own: their rows together, what they hold, to which files they belong, and their clock.

mod clock;

pub use clock::{Clock, ClockState};

use crate::context::Check;
use crate::families::concordance::grouping;
use crate::families::pieces::sought;
use crate::families::requests::is_for;
use crate::rulebook::{Piece, PieceOf, Rulebook};
use guichet_model::{
    AcademicYear, Coded as _, Document, Field, Instant, Level, Office, Person, PersonId, Registration, RegistrationId,
    Request, RequestChannel, RequestKind, RequestState,
};
use std::collections::BTreeSet;
use time::Date;

/// One request, whatever the number of its rows.
#[derive(Clone, Debug)]
pub struct Dossier<'a> {
    /// Whose it is.
    pub person: &'a Person,
    /// Derogation, concordance...; nothing when that is not understood.
    pub kind: Option<RequestKind>,
    /// The year it is for: its own, or the rulebook's.
    pub academic_year: Option<AcademicYear>,
    /// The level it is for.
    pub level: Option<Level>,
    /// When it was received, and whether only the day is known.
    pub requested_at: Option<(Instant, bool)>,
    /// How it was received.
    pub channel: Option<RequestChannel>,
    /// Where it stands.
    pub state: DossierState,
    /// When it was decided.
    pub decided_at: Option<Date>,
    /// Who decided.
    pub decided_by: Option<&'a str>,
    /// The decision's reference.
    pub reference: Option<&'a str>,
    /// The units it names, each once, as written.
    pub units: Vec<&'a str>,
    /// The pieces it must hold, when it belongs to a file.
    pub pieces: Vec<PieceStatus<'a>>,
    /// The files it belongs to, or why to none.
    pub attached: Result<Vec<RegistrationId>, Unattached>,
    /// Where its time stands, for the kinds that have one.
    pub clock: Option<Clock>,
    /// Its rows.
    pub rows: Vec<&'a Request>,
}

/// Where a request stands, its rows together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DossierState {
    /// Every row says the same.
    All(RequestState),
    /// Rows say different things.
    Mixed,
    /// No row says it.
    Unknown,
}

impl DossierState {
    /// The name in outward answers; nothing when unknown.
    #[must_use]
    pub fn as_str(self) -> Option<&'static str> {
        match self {
            Self::All(state) => Some(state.as_str()),
            Self::Mixed => Some("mixed"),
            Self::Unknown => None,
        }
    }
}

/// Why a request belongs to no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unattached {
    /// What it asks for is not understood.
    Kind,
    /// Its level is not understood.
    Level,
    /// The person has no registration.
    NoRegistration,
    /// None is for its year.
    OtherYear,
    /// None is at its level.
    OtherLevel,
}

impl Unattached {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Level => "level",
            Self::NoRegistration => "no-registration",
            Self::OtherYear => "other-year",
            Self::OtherLevel => "other-level",
        }
    }
}

/// One piece that a request must hold.
#[derive(Clone, Debug)]
pub struct PieceStatus<'a> {
    /// The rulebook's piece.
    pub piece: &'a Piece,
    /// The year it proves, when one is asked for each year.
    pub year: Option<AcademicYear>,
    /// Whether it is held; nothing when that cannot be known.
    pub held: Option<bool>,
    /// The documents that it names.
    pub documents: Vec<&'a Document>,
}

impl PieceStatus<'_> {
    /// Whether it is held, by name.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self.held {
            Some(true) => "held",
            Some(false) => "missing",
            None => "unknown",
        }
    }
}

/// Every request of an office, person by person in the office's order.
#[must_use]
pub fn dossiers<'a>(office: &'a Office, book: &'a Rulebook, as_of: Instant) -> Vec<Dossier<'a>> {
    office.persons.iter().flat_map(|person| dossiers_of(office, book, as_of, person.id)).collect()
}

/// The requests of one person, by kind, year, level and day.
#[must_use]
pub fn dossiers_of<'a>(office: &'a Office, book: &'a Rulebook, as_of: Instant, id: PersonId) -> Vec<Dossier<'a>> {
    let Some(person) = office.person(id) else { return Vec::new() };
    let view = View { office, book, as_of, person };
    let kinds = RequestKind::ALL.iter().copied().map(Some).chain([None]);
    let groups = kinds.flat_map(|kind| {
        let rows = office.requests_of(id).filter(move |request| request.kind == kind);
        grouping::requests(rows, book.academic_year(), None)
    });
    groups.map(|group| view.dossier(group.rows)).collect()
}

/// One person's requests being looked at.
struct View<'a> {
    office: &'a Office,
    book: &'a Rulebook,
    as_of: Instant,
    person: &'a Person,
}

impl<'a> View<'a> {
    fn dossier(&self, rows: Vec<&'a Request>) -> Dossier<'a> {
        let kind = rows.iter().find_map(|row| row.kind);
        let level = rows.iter().find_map(|row| row.level);
        let own_year = rows.iter().find_map(|row| row.academic_year);
        let academic_year = own_year.or_else(|| self.book.academic_year());
        let state = state_of(&rows);
        let attached = self.attached(&rows);
        let first = attached.as_ref().ok().and_then(|files| self.office.registration(*files.first()?));
        let asked_level = level.or_else(|| first.and_then(|file| file.level));
        let mut units: Vec<&str> = Vec::new();
        for unit in rows.iter().flat_map(|row| row.unit_names()) {
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        Dossier {
            person: self.person,
            kind,
            academic_year,
            level,
            requested_at: rows.iter().find_map(|row| Some((row.requested_at?, row.requested_day_only))),
            channel: rows.iter().find_map(|row| row.channel),
            state,
            decided_at: rows.iter().find_map(|row| row.decided_at),
            decided_by: rows.iter().find_map(|row| row.decided_by.as_deref()),
            reference: rows.iter().find_map(|row| row.decision_reference.as_deref()),
            units,
            pieces: first.zip(kind).map(|(file, kind)| self.pieces(file, kind)).unwrap_or_default(),
            attached,
            clock: self.clock(kind, academic_year, asked_level, &rows),
            rows,
        }
    }

    fn attached(&self, rows: &[&Request]) -> Result<Vec<RegistrationId>, Unattached> {
        let Some(request) = rows.first() else { return Err(Unattached::NoRegistration) };
        if request.kind.is_none() {
            return Err(Unattached::Kind);
        }
        if request.level.is_none() && is_unread(request, Field::RequestLevel) {
            return Err(Unattached::Level);
        }
        let year = |file: &Registration| file.academic_year.or_else(|| self.book.academic_year());
        let own: Vec<&Registration> = self.office.registrations_of(self.person.id).collect();
        let of_year: Vec<&Registration> =
            own.iter().copied().filter(|file| is_for(request, year(file), request.level)).collect();
        let files: Vec<RegistrationId> =
            of_year.iter().filter(|file| is_for(request, year(file), file.level)).map(|file| file.id).collect();
        match () {
            () if own.is_empty() => Err(Unattached::NoRegistration),
            () if of_year.is_empty() => Err(Unattached::OtherYear),
            () if files.is_empty() => Err(Unattached::OtherLevel),
            () => Ok(files),
        }
    }

    fn pieces(&self, file: &'a Registration, kind: RequestKind) -> Vec<PieceStatus<'a>> {
        let mut check = Check::new(self.office, self.book, self.as_of, self.person, file);
        sought(&mut check, PieceOf::Request(kind))
    }
}

/// Whether a cell may say something that is not known: no column, or a text that is not understood.
fn is_unread(row: &Request, field: Field) -> bool {
    match field {
        // A request without a level is for each registration: only a text that is not understood leaves a doubt.
        Field::RequestLevel => row.source.raw(field).is_some_and(|raw| !raw.is_empty()),
        _ => row.source.raw(field).is_none_or(|raw| !raw.is_empty()),
    }
}

fn state_of(rows: &[&Request]) -> DossierState {
    let states: BTreeSet<Option<&str>> = rows.iter().map(|row| row.state.map(RequestState::as_str)).collect();
    match (states.len(), rows.first().and_then(|row| row.state)) {
        (1, Some(state)) => DossierState::All(state),
        (0 | 1, None) => DossierState::Unknown,
        _ => DossierState::Mixed,
    }
}

#[cfg(test)]
mod tests;
