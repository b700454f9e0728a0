//! Where a request's time stands.

use super::{View, is_unread};
use guichet_model::{
    AcademicYear, Authority, Cycle, Field, Instant, Level, Request, RequestKind, RequestState, cut_to_minute,
    parse_instant,
};
use std::sync::Arc;
use time::{Date, Duration, Month};

/// Where a request's time stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Where.
    pub state: ClockState,
    /// The last minute of the time allowed, when there is one.
    pub until: Option<Instant>,
    /// The words it rests on.
    pub authority: Option<Arc<Authority>>,
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

impl<'a> View<'a> {
    /// Where a request's time stands, for the kinds that have one.
    pub(super) fn clock(
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
    fn value(&self, key: &str) -> (Option<&'a toml::Value>, Option<Arc<Authority>>) {
        match self.book.entry(key) {
            Some((.., entry)) => (entry.value.as_ref(), Some(Arc::clone(&entry.cite))),
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
            (Some(until), Some((asked, _))) if cut_to_minute(asked) > until => ClockState::Late,
            (Some(until), Some((asked, true))) if last_minute(asked.date()) > until => ClockState::Unknown,
            (Some(_), Some(_)) => ClockState::InTime,
        };
        Some(Clock { state, until, authority })
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
