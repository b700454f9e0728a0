//! Requests as things of their own: their rows together, what they hold, to which files they belong, and their clock.

use crate::context::Check;
use crate::families::concordance::grouping;
use crate::families::pieces::sought;
use crate::families::requests::is_for;
use crate::rulebook::{Piece, PieceOf, Rulebook};
use guichet_model::{
    AcademicYear, Authority, Coded as _, Cycle, Document, Field, Instant, Level, Office, Person, PersonId,
    Registration, RegistrationId, Request, RequestChannel, RequestKind, RequestState, parse_instant,
};
use std::collections::BTreeSet;
use time::{Date, Duration, Month};

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

/// Where a request's time stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Where.
    pub state: ClockState,
    /// The last minute of the time allowed, when there is one.
    pub until: Option<Instant>,
    /// The words it rests on.
    pub authority: Option<Authority>,
}

/// Where a request's time stands, what matters most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClockState {
    /// A concordance was contested too late: the proposal stands as accepted.
    ContestedLate,
    /// A concordance may still be contested.
    Running,
    /// A concordance was contested in time.
    Contested,
    /// A concordance was not contested in time: the proposal is deemed accepted.
    DeemedAccepted,
    /// A concordance was not proposed yet.
    AwaitingProposal,
    /// A refund asked for before the academic year: of right.
    OfRight,
    /// A refund asked for later: by decision.
    ByDecision,
    /// A derogation asked for in time.
    InTime,
    /// A derogation asked for too late.
    Late,
    /// The rulebook sets no time.
    NotSet,
    /// A date is missing or not understood.
    Unknown,
}

impl ClockState {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ContestedLate => "contested-late",
            Self::Running => "running",
            Self::Contested => "contested",
            Self::DeemedAccepted => "deemed-accepted",
            Self::AwaitingProposal => "awaiting-proposal",
            Self::OfRight => "of-right",
            Self::ByDecision => "by-decision",
            Self::InTime => "in-time",
            Self::Late => "late",
            Self::NotSet => "not-set",
            Self::Unknown => "unknown",
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

    fn clock(
        &self,
        kind: Option<RequestKind>,
        year: Option<AcademicYear>,
        level: Option<Level>,
        rows: &[&Request],
    ) -> Option<Clock> {
        match kind? {
            RequestKind::Concordance => self.contest(rows),
            RequestKind::Refund => Some(self.refund(year, rows)),
            RequestKind::Derogation => self.deadline(level?, rows),
            RequestKind::FreeAuditor | RequestKind::Exemption => None,
        }
    }

    /// A value of the rulebook with its words.
    fn value(&self, key: &str) -> (Option<&'a toml::Value>, Option<Authority>) {
        match self.book.entry(key) {
            Some((layer, key, entry)) => (entry.value.as_ref(), Some(entry.cite.authority(layer, key))),
            None => (None, None),
        }
    }

    /// How long a proposed concordance may be contested. A refused request has no proposal.
    fn contest(&self, rows: &[&Request]) -> Option<Clock> {
        if rows.iter().all(|row| row.state == Some(RequestState::Refused)) {
            return None;
        }
        let (days, authority) = self.value("concordance.contest_days");
        let clock = |state, until| Some(Clock { state, until, authority: authority.clone() });
        let Some(days) = days.and_then(toml::Value::as_integer) else { return clock(ClockState::NotSet, None) };
        let first_contest = rows.iter().filter_map(|row| row.concordance.contested_at).min();
        let unsure =
            rows.iter().any(|row| row.concordance.contested_at.is_none() && is_unread(row, Field::ContestedAt));
        let place = |row: &&Request| {
            let last = row.concordance.proposal_received_at?.checked_add(Duration::days(days))?;
            let state = match row.concordance.contested_at.or(first_contest) {
                Some(contested) if contested > last => ClockState::ContestedLate,
                Some(_) => ClockState::Contested,
                None if self.as_of.date() <= last => ClockState::Running,
                None if unsure => ClockState::Unknown,
                None => ClockState::DeemedAccepted,
            };
            Some((state, last))
        };
        match rows.iter().filter_map(place).min() {
            Some((state, last)) => clock(state, Some(last_minute(last))),
            None if rows.iter().any(|row| is_unread(row, Field::ProposalReceivedAt)) => {
                clock(ClockState::Unknown, None)
            }
            None => clock(ClockState::AwaitingProposal, None),
        }
    }

    /// A refund is of right before the academic year begins.
    fn refund(&self, year: Option<AcademicYear>, rows: &[&Request]) -> Clock {
        let (first_day, authority) = self.value("academic_year.first_day");
        let first_day = first_day.and_then(toml::Value::as_str).zip(year).and_then(|(day, year)| day_of(year, day));
        let asked = rows.iter().find_map(|row| row.requested_at);
        let state = match (first_day, asked) {
            (None, _) => ClockState::NotSet,
            (Some(_), None) => ClockState::Unknown,
            (Some(first), Some(asked)) if asked.date() < first => ClockState::OfRight,
            (Some(_), Some(_)) => ClockState::ByDecision,
        };
        let until = first_day.and_then(Date::previous_day).map(last_minute);
        Clock { state, until, authority }
    }

    /// Until when a derogation may be asked for: licences and masters have a deadline of their own.
    fn deadline(&self, level: Level, rows: &[&Request]) -> Option<Clock> {
        let cycle = Some(level.cycle()).filter(|cycle| matches!(cycle, Cycle::Licence | Cycle::Master))?;
        let (value, authority) = self.value(&format!("derogation.deadline.{}", cycle.as_str()));
        let read = value.and_then(toml::Value::as_str).and_then(parse_instant);
        let until = read.map(|(at, has_hour)| if has_hour { at } else { last_minute(at.date()) });
        let asked = rows.iter().find_map(|row| Some((row.requested_at?, row.requested_day_only)));
        let state = match (until, asked) {
            (None, _) => ClockState::NotSet,
            (Some(_), None) => ClockState::Unknown,
            (Some(until), Some((asked, _))) if guichet_model::cut_to_minute(asked) > until => ClockState::Late,
            (Some(until), Some((asked, true))) if last_minute(asked.date()) > until => ClockState::Unknown,
            (Some(_), Some(_)) => ClockState::InTime,
        };
        Some(Clock { state, until, authority })
    }
}

/// Whether a cell may say something that is not known: no column, or a text that is not understood.
fn is_unread(row: &Request, field: Field) -> bool {
    match field {
        // A request without a level is for each registration: only a text that is not understood leaves a doubt.
        Field::RequestLevel => row.source.raw(field).is_some_and(|raw| !raw.is_empty()),
        _ => row.source.raw(field) != Some(""),
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

fn last_minute(day: Date) -> Instant {
    day.midnight() + Duration::minutes(24 * 60 - 1)
}

/// The day `mm-dd` of the civil year in which an academic year starts.
fn day_of(year: AcademicYear, text: &str) -> Option<Date> {
    let (month, day) = text.split_once('-')?;
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(i32::from(year.start()), month, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{ClockState, DossierState, Unattached, dossiers};
    use crate::example::{Scene, scene};
    use guichet_model::RequestState;

    fn office(requests: &[&str]) -> Scene {
        let mut text = "roster: student_number = 1; level = L2\nroster: student_number = 1; level = L3\n".to_owned();
        requests.iter().for_each(|request| text.push_str(&format!("requests: student_number = 1; {request}\n")));
        scene(&text).unwrap()
    }

    /// The states of the clocks of these requests, with the last day.
    fn clocks(requests: &[&str]) -> Vec<String> {
        let scene = office(requests);
        let clocks = dossiers(&scene.office, &scene.book, scene.as_of).into_iter().filter_map(|dossier| dossier.clock);
        clocks
            .map(|clock| {
                assert!(clock.authority.is_some());
                let until = clock.until.map(|until| until.date().to_string()).unwrap_or_default();
                format!("{} {until}", clock.state.as_str()).trim().to_owned()
            })
            .collect()
    }

    #[test]
    fn rows_that_name_units_are_one_request_and_rows_that_do_not_are_several() {
        let row = "request_kind = concordance; request_level = L2; requested_at = 2024-09-10";
        let unit = |unit: &str, state: &str| format!("{row}; units = {unit}; request_state = {state}");
        let (one, two) = (unit("UE1", "accordée"), unit("UE1 | UE2", "accordée"));
        let scene = office(&[&one, &two]);
        let found = dossiers(&scene.office, &scene.book, scene.as_of);
        assert_eq!((found.len(), found[0].rows.len(), &found[0].units[..]), (1, 2, &["UE1", "UE2"][..]));
        assert_eq!(found[0].state, DossierState::All(RequestState::Granted));
        assert_eq!(found[0].attached, Ok(vec![scene.office.registrations[0].id]));
        let refused = unit("UE3", "refusée");
        let scene = office(&[&one, &refused]);
        assert_eq!(dossiers(&scene.office, &scene.book, scene.as_of)[0].state, DossierState::Mixed);
        let plain = "request_kind = dérogation; request_level = L2; requested_at = 2024-09-10";
        let scene = office(&[plain, plain]);
        assert_eq!(dossiers(&scene.office, &scene.book, scene.as_of).len(), 2, "the same words twice are two requests");
    }

    #[test]
    fn a_request_says_to_which_files_it_belongs_or_why_to_none() {
        let attached = |request: &str| {
            let scene = office(&[request]);
            let found = dossiers(&scene.office, &scene.book, scene.as_of);
            found[0].attached.clone().map(|files| files.len())
        };
        assert_eq!(attached("request_kind = dérogation"), Ok(2));
        assert_eq!(attached("request_kind = dérogation; request_level = L3; academic_year = 2024"), Ok(1));
        assert_eq!(attached("request_kind = dérogation; request_level = M1"), Err(Unattached::OtherLevel));
        assert_eq!(attached("request_kind = dérogation; academic_year = 2022"), Err(Unattached::OtherYear));
        assert_eq!(attached("request_kind = dérogation; request_level = prépa"), Err(Unattached::Level));
        assert_eq!(attached("request_kind = mystère"), Err(Unattached::Kind));
        let alone = scene("requests: student_number = 9; request_kind = dérogation").unwrap();
        let found = dossiers(&alone.office, &alone.book, alone.as_of);
        assert_eq!(found[0].attached, Err(Unattached::NoRegistration));
        assert!(found[0].pieces.is_empty());
    }

    #[test]
    fn a_proposal_may_be_contested_until_its_fifteenth_day_then_is_deemed_accepted() {
        let contest = |rest: &str| clocks(&[&format!("request_kind = concordance; request_level = L2; {rest}")]);
        assert_eq!(contest("proposal_received_at = 2024-09-10; contested_at ="), ["running 2024-09-25"]);
        assert_eq!(contest("proposal_received_at = 2024-09-09; contested_at ="), ["deemed-accepted 2024-09-24"]);
        assert_eq!(contest("proposal_received_at = 2024-09-09"), ["unknown 2024-09-24"], "no column says it");
        assert_eq!(contest("proposal_received_at = 2024-09-01; contested_at = 2024-09-16"), ["contested 2024-09-16"]);
        assert_eq!(
            contest("proposal_received_at = 2024-09-01; contested_at = 2024-09-17"),
            ["contested-late 2024-09-16"]
        );
        assert_eq!(contest("proposal_received_at ="), ["awaiting-proposal"]);
        assert_eq!(contest("units = UE1"), ["unknown"]);
        assert!(contest("request_state = refusée; proposal_received_at =").is_empty());
    }

    #[test]
    fn a_refund_is_of_right_before_the_year_and_derogations_have_no_deadline_yet() {
        let refund = |rest: &str| clocks(&[&format!("request_kind = remboursement; {rest}")]);
        assert_eq!(refund("requested_at = 2024-08-31T23:59"), ["of-right 2024-08-31"]);
        assert_eq!(refund("requested_at = 2024-09-01"), ["by-decision 2024-08-31"]);
        assert_eq!(refund("academic_year = 2025; requested_at = 2025-08-01"), ["of-right 2025-08-31"]);
        assert_eq!(refund("requested_at ="), ["unknown 2024-08-31"]);
        assert_eq!(clocks(&["request_kind = dérogation; requested_at = 2024-09-01"]), ["not-set"]);
        assert!(clocks(&["request_kind = exonération"]).is_empty());
        assert_eq!(ClockState::InTime.as_str(), "in-time");
    }

    #[test]
    fn required_pieces_come_with_their_documents() {
        let text = "
            roster: student_number = 1; level = L2
            history: student_number = 1; academic_year = 2023; level = L2
            requests: student_number = 1; request_kind = dérogation; request_level = L2
            documents: student_number = 1; document_kind = Formulaire; document_state = validée
            documents: student_number = 1; document_kind = Lettre de motivation; document_state = rejetée
        ";
        let scene = scene(text).unwrap();
        let found = dossiers(&scene.office, &scene.book, scene.as_of);
        let pieces: Vec<(&str, &str, usize)> = found[0]
            .pieces
            .iter()
            .map(|piece| (piece.piece.key.as_str(), piece.as_str(), piece.documents.len()))
            .collect();
        assert_eq!(
            pieces,
            [
                ("piece.derogation.licence.form", "held", 1),
                ("piece.derogation.licence.letter", "missing", 1),
                ("piece.derogation.licence.transcripts", "missing", 0),
            ]
        );
        assert_eq!(found[0].pieces[2].year.map(|year| year.to_string()).as_deref(), Some("2023-2024"));
    }
}
