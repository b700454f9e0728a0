//! The one clock: civil time in Paris, whatever the computer's zone.

use guichet_model::{AcademicYear, Instant};
use time::{Date, Month, Time};

/// How long ago a history can begin that somebody still asks about.
const YEARS_BACK: u16 = 20;

/// Now in Paris.
#[must_use]
pub fn now_in_paris() -> Instant {
    let now = jiff::Timestamp::now();
    // The zone's rules are compiled in, so it is always found; without it, Greenwich time is at least a time.
    let zone = jiff::tz::TimeZone::get("Europe/Paris").unwrap_or(jiff::tz::TimeZone::UTC);
    civil(now.to_zoned(zone).datetime()).unwrap_or(Instant::MIN)
}

/// The academic years that an office may have to do with, the latest first.
#[must_use]
pub(crate) fn academic_years() -> Vec<AcademicYear> {
    let now = u16::try_from(now_in_paris().year()).unwrap_or_default();
    (now.saturating_sub(YEARS_BACK)..=now + 1).rev().filter_map(AcademicYear::new).collect()
}

/// The academic year of a moment: one begins on the first of September.
#[must_use]
pub(crate) fn academic_year(now: Instant) -> Option<AcademicYear> {
    let civil = if now.month() >= Month::September { now.year() } else { now.year() - 1 };
    u16::try_from(civil).ok().and_then(AcademicYear::new)
}

fn civil(moment: jiff::civil::DateTime) -> Option<Instant> {
    let month = Month::try_from(u8::try_from(moment.month()).ok()?).ok()?;
    let date = Date::from_calendar_date(i32::from(moment.year()), month, u8::try_from(moment.day()).ok()?).ok()?;
    let part = |value: i8| u8::try_from(value).ok();
    let time = Time::from_hms(part(moment.hour())?, part(moment.minute())?, part(moment.second())?).ok()?;
    Some(date.with_time(time))
}

#[cfg(test)]
mod tests {
    use super::{academic_year, now_in_paris};
    use guichet_model::AcademicYear;
    use time::macros::datetime;

    #[test]
    fn a_year_begins_in_september() {
        assert_eq!(academic_year(datetime!(2025-08-31 23:59)), AcademicYear::new(2024));
        assert_eq!(academic_year(datetime!(2025-09-01 00:00)), AcademicYear::new(2025));
    }

    #[test]
    fn paris_is_one_or_two_hours_ahead_of_greenwich() {
        let utc = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).datetime();
        let utc = super::civil(utc).expect("a civil instant");
        let ahead = (now_in_paris() - utc).whole_minutes();
        assert!((59..=121).contains(&ahead), "{ahead} minutes");
    }
}
