//! Dates as people write them in France. Day and month are never swapped by guess.

use guichet_model::{Instant, fold_words, parse_instant};
use time::{Date, Month, Time};

/// What a written date can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WrittenDate {
    /// One instant only: an ISO date, a month in letters, or a day equal to its month.
    Plain(Instant),
    /// Numeric, readable in both orders; the instant is day first.
    EitherOrder(Instant),
    /// Numeric, readable day first only.
    DayFirst(Instant),
    /// Numeric, readable month first only.
    MonthFirst(Instant),
}

/// Reads `23/05/1998`, `23-05-1998 14:30`, `23.05.1998`, `1998-05-23`, `23 mai 1998`, `1er janvier 2004 à 9h05`.
///
/// Two-digit years, impossible days and anything else are `None`.
pub(crate) fn parse_date(text: &str) -> Option<WrittenDate> {
    let text = text.trim();
    if let Some((instant, _)) = parse_instant(text) {
        return Some(WrittenDate::Plain(instant));
    }
    numeric(text).or_else(|| worded(text))
}

/// Whether a written date says an hour: `14:30`, `14h`, `T09:00`.
pub(crate) fn says_hour(text: &str) -> bool {
    let after_digit = |pair: &[u8]| pair[0].is_ascii_digit() && matches!(pair[1], b':' | b'h' | b'H');
    text.as_bytes().windows(2).any(after_digit)
}

fn numeric(text: &str) -> Option<WrittenDate> {
    let (day, clock) = match text.split_once([' ', 'T', '\u{a0}']) {
        Some((day, clock)) => (day, clock),
        None => (text, ""),
    };
    let mark = day.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '-' | '.'))?;
    let mut parts = day.split(mark);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || !short(first) || !short(second) || year.len() != 4 {
        return None;
    }
    let (first, second, year): (u8, u8, i32) = (first.parse().ok()?, second.parse().ok()?, year.parse().ok()?);
    let time = parse_clock(clock)?;
    let at = |day: u8, month: u8| {
        Some(Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?.with_time(time))
    };
    match (at(first, second), at(second, first)) {
        (Some(instant), None) => Some(WrittenDate::DayFirst(instant)),
        (None, Some(instant)) => Some(WrittenDate::MonthFirst(instant)),
        (Some(instant), Some(_)) if first == second => Some(WrittenDate::Plain(instant)),
        (Some(instant), Some(_)) => Some(WrittenDate::EitherOrder(instant)),
        (None, None) => None,
    }
}

/// Reads `14:30`, `14:30:05`, `14h30`, `14h`, `à 14h30`; nothing is midnight.
fn parse_clock(text: &str) -> Option<Time> {
    let text = text.trim().trim_start_matches('à').trim();
    if text.is_empty() {
        return Some(Time::MIDNIGHT);
    }
    let text = text.strip_suffix(['h', 'H']).unwrap_or(text);
    let mut parts = text.split([':', 'h', 'H']);
    let hour = parts.next()?.trim().parse().ok()?;
    let mut next = || parts.next().map_or(Some(0u8), |part| part.trim().split(['.', ',']).next()?.parse().ok());
    let (minute, second) = (next()?, next()?);
    if parts.next().is_some() {
        return None;
    }
    Time::from_hms(hour, minute, second).ok()
}

/// Reads `23 mai 1998`, `1er janv. 2004 à 9h05`, `lundi 23 mai 1998`.
fn worded(text: &str) -> Option<WrittenDate> {
    let folded = fold_words(text);
    let mut words = folded.split(' ').peekable();
    words.next_if(|word| WEEKDAYS.contains(word));
    words.next_if(|word| *word == "le");
    let day = words.next()?;
    let day: u8 = day.strip_suffix("er").unwrap_or(day).parse().ok()?;
    let month = month_named(words.next()?)?;
    let year = words.next().filter(|year| year.len() == 4)?;
    let year: i32 = year.parse().ok()?;
    let clock: Vec<&str> = words.filter(|word| !matches!(*word, "a")).collect();
    let time = parse_clock(&clock.join(":"))?;
    Some(WrittenDate::Plain(Date::from_calendar_date(year, month, day).ok()?.with_time(time)))
}

const WEEKDAYS: &[&str] = &["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

fn month_named(word: &str) -> Option<Month> {
    Some(match word {
        "janvier" | "janv" | "january" => Month::January,
        "fevrier" | "fevr" | "fev" | "february" => Month::February,
        "mars" | "march" => Month::March,
        "avril" | "avr" | "april" => Month::April,
        "mai" | "may" => Month::May,
        "juin" | "june" => Month::June,
        "juillet" | "juil" | "july" => Month::July,
        "aout" | "august" => Month::August,
        "septembre" | "sept" | "september" => Month::September,
        "octobre" | "oct" | "october" => Month::October,
        "novembre" | "nov" | "november" => Month::November,
        "decembre" | "dec" | "december" => Month::December,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{WrittenDate, parse_date};
    use time::macros::datetime;

    #[test]
    fn dates_are_read_as_written() {
        for (text, instant) in [
            ("01/02/1996", datetime!(1996-02-01 0:00)),
            ("1/2/1996", datetime!(1996-02-01 0:00)),
            ("01-02-1996", datetime!(1996-02-01 0:00)),
            ("01.02.1996", datetime!(1996-02-01 0:00)),
            ("1996-02-01", datetime!(1996-02-01 0:00)),
            ("01/02/1996 14:30", datetime!(1996-02-01 14:30)),
            ("01/02/1996 14:30:05", datetime!(1996-02-01 14:30:05)),
            ("01/02/1996 à 14h30", datetime!(1996-02-01 14:30)),
            ("01/02/1996 14h", datetime!(1996-02-01 14:00)),
            ("2024-07-19T12:01", datetime!(2024-07-19 12:01)),
            ("23 mai 1998", datetime!(1998-05-23 0:00)),
            ("1er janvier 2004", datetime!(2004-01-01 0:00)),
            ("lundi 4 août 2003 à 9h05", datetime!(2003-08-04 9:05)),
            ("12 Févr. 2001 08:15", datetime!(2001-02-12 8:15)),
        ] {
            let expected = if text.starts_with(['0', '1']) && text[..3].contains(['/', '-', '.']) {
                WrittenDate::EitherOrder(instant)
            } else {
                WrittenDate::Plain(instant)
            };
            assert_eq!(parse_date(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn the_order_is_said_when_only_one_is_possible() {
        assert_eq!(parse_date("23/05/1998"), Some(WrittenDate::DayFirst(datetime!(1998-05-23 0:00))));
        assert_eq!(parse_date("05/05/1998"), Some(WrittenDate::Plain(datetime!(1998-05-05 0:00))));
        assert_eq!(parse_date("05/23/1998"), Some(WrittenDate::MonthFirst(datetime!(1998-05-23 0:00))));
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        for text in [
            "",
            "23/05/98",
            "31/02/2004",
            "32/13/2004",
            "2004",
            "20040504",
            "demain",
            "mai 2004",
            "1/2/3/2004",
            "01/02/1996 25:00",
            "2024-07-19T12:01:00Z",
            "45492",
            "23 mai 98",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }
}
