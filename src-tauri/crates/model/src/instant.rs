use time::{Date, Month, PrimitiveDateTime, Time};

/// A civil instant in Paris. The zone itself is the application's business, never a rule's.
pub type Instant = PrimitiveDateTime;

/// The same instant with seconds and below set to zero, as windows are stated to the minute.
#[must_use]
pub fn cut_to_minute(instant: Instant) -> Instant {
    let (hour, minute, _) = instant.time().as_hms();
    instant.replace_time(Time::from_hms(hour, minute, 0).unwrap_or(Time::MIDNIGHT))
}

/// Reads `2024-09-21`, `2024-09-21T12:00` or `2024-09-21T12:00:30` (a space may stand for the `T`).
///
/// The second value says whether an hour was written; without one the instant is at midnight.
#[must_use]
pub fn parse_instant(text: &str) -> Option<(Instant, bool)> {
    let text = text.trim();
    let (date, clock) = match text.split_once(['T', ' ']) {
        Some((date, clock)) => (date, Some(clock)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let year: i32 = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let day: u8 = parts.next()?.parse().ok()?;
    if parts.next().is_some() {
        return None;
    }
    let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
    let Some(clock) = clock else { return Some((date.midnight(), false)) };
    let mut parts = clock.trim().split(':');
    let hour: u8 = parts.next()?.parse().ok()?;
    let minute: u8 = parts.next()?.parse().ok()?;
    let second: u8 = match parts.next() {
        Some(second) => second.split(['.', ',']).next()?.parse().ok()?,
        None => 0,
    };
    Some((date.with_time(Time::from_hms(hour, minute, second).ok()?), true))
}

/// The canonical text, as kept and as exchanged: `2024-09-21T12:00:00`.
#[must_use]
pub fn instant_text(instant: Instant) -> String {
    let (hour, minute, second) = instant.time().as_hms();
    format!("{}T{hour:02}:{minute:02}:{second:02}", instant.date())
}

#[cfg(test)]
mod tests {
    use super::{cut_to_minute, instant_text, parse_instant};
    use time::macros::datetime;

    #[test]
    fn iso_instants_are_read_and_others_refused() {
        assert_eq!(parse_instant("2024-09-21T12:00"), Some((datetime!(2024-09-21 12:00), true)));
        assert_eq!(parse_instant("2024-09-21"), Some((datetime!(2024-09-21 0:00), false)));
        assert_eq!(parse_instant("2024-09-21 12:00:30"), Some((datetime!(2024-09-21 12:00:30), true)));
        assert_eq!(instant_text(datetime!(2024-09-21 12:00:30)), "2024-09-21T12:00:30");
        for text in ["", "21/09/2024", "2024-02-30", "2024-09-21T25:00", "2024-09-21T"] {
            assert_eq!(parse_instant(text), None, "{text}");
        }
        assert_eq!(cut_to_minute(datetime!(2024-09-21 12:00:59)), datetime!(2024-09-21 12:00));
    }
}
