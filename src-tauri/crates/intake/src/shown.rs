//! Numbers and dates as a person sees them in a French spreadsheet program.

use crate::grid::CellValue;
use calamine::ExcelDateTime;
use guichet_model::Instant;
use time::{Date, Duration, Month, Time};

/// A number as a French spreadsheet shows it: fifteen significant digits, a comma, no grouping, never an exponent.
pub(crate) fn show_number(number: f64) -> String {
    let rounded = if number.fract().abs() > 0.0 { format!("{number:.14e}").parse().unwrap_or(number) } else { number };
    format!("{rounded}").replace('.', ",")
}

/// An error value by the name under which a French spreadsheet program shows it; one that it leaves in English, or that
/// nobody knows, as it is written.
pub(crate) fn show_error(written: &str) -> &str {
    match written {
        "#NAME?" => "#NOM?",
        "#NULL!" => "#NUL!",
        "#NUM!" => "#NOMBRE!",
        "#VALUE!" => "#VALEUR!",
        "#GETTING_DATA" => "#CHARGEMENT",
        other => other,
    }
}

/// A date-styled number: a date when the calendar has it, else the text a spreadsheet would show. `with_hour` when the
/// format shows an hour, even at midnight.
pub(crate) fn date_cell(date: ExcelDateTime, with_hour: bool) -> (CellValue, String) {
    let serial = date.as_f64();
    if date.is_duration() {
        return (CellValue::Text, show_hours(serial));
    }
    // Day 0 is an hour without a date; day 60 of the 1900 epoch is a 29 February that never was.
    match instant_of(date).filter(|_| serial >= 1.0) {
        Some(instant) => (CellValue::Instant(instant), show_instant(instant, with_hour)),
        None if (0.0..1.0).contains(&serial) => (CellValue::Text, show_hours(serial)),
        None => (CellValue::Text, show_number(serial)),
    }
}

fn show_hours(days: f64) -> String {
    let seconds = (days * 86_400.0).round();
    let (hours, minutes) = ((seconds / 3_600.0).floor(), (seconds % 3_600.0 / 60.0).floor());
    format!("{hours:02}:{minutes:02}:{:02}", seconds % 60.0)
}

/// The instant of a serial, rounded to the second: a minute is not a finite fraction of a day.
fn instant_of(date: ExcelDateTime) -> Option<Instant> {
    let (year, month, day, hour, minute, second, millisecond) = date.to_ymd_hms_milli();
    let day = Date::from_calendar_date(i32::from(year), Month::try_from(month).ok()?, day).ok()?;
    let exact = day.with_time(Time::from_hms_milli(hour, minute, second, millisecond).ok()?);
    let rounded = exact.checked_add(Duration::milliseconds(500))?;
    rounded.replace_millisecond(0).ok()
}

/// `19/07/2024 12:01`; at midnight only with an hour when asked for, with seconds when there are some.
pub(crate) fn show_instant(instant: Instant, with_hour: bool) -> String {
    let (year, month, day) = instant.to_calendar_date();
    let day = format!("{day:02}/{:02}/{year:04}", u8::from(month));
    match instant.as_hms() {
        (0, 0, 0) if !with_hour => day,
        (hour, minute, 0) => format!("{day} {hour:02}:{minute:02}"),
        (hour, minute, second) => format!("{day} {hour:02}:{minute:02}:{second:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{date_cell, show_number};
    use crate::grid::CellValue;
    use calamine::{ExcelDateTime, ExcelDateTimeType};
    use time::macros::datetime;

    fn cell(serial: f64, is_1904: bool) -> (CellValue, String) {
        date_cell(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904), false)
    }

    #[test]
    fn serials_of_both_epochs_are_dates_to_the_second() {
        let noon = (CellValue::Instant(datetime!(2024-07-19 12:01)), "19/07/2024 12:01".to_owned());
        assert_eq!(cell(45_492.500_694_444_45, false), noon);
        assert_eq!(cell(45_492.500_694_444_44, false), noon);
        assert_eq!(cell(45_492.500_694_444_45 - 1_462.0, true), noon);
        assert_eq!(cell(35_065.0, false), (CellValue::Instant(datetime!(1996-01-01 0:00)), "01/01/1996".to_owned()));
        assert_eq!(cell(45_492.999_999_9, false).1, "20/07/2024");
        let midnight = date_cell(ExcelDateTime::new(45_492.0, ExcelDateTimeType::DateTime, false), true);
        assert_eq!(midnight.1, "19/07/2024 00:00");
    }

    #[test]
    fn serials_that_are_no_date_stay_text() {
        assert_eq!(cell(0.5, false), (CellValue::Text, "12:00:00".to_owned()));
        assert_eq!(cell(60.0, false), (CellValue::Text, "60".to_owned()));
        assert_eq!(cell(-1.0, false), (CellValue::Text, "-1".to_owned()));
        assert_eq!(date_cell(ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false), false).1, "36:00:00");
    }

    #[test]
    fn numbers_read_as_in_a_french_spreadsheet() {
        assert_eq!(show_number(2024.0), "2024");
        assert_eq!(show_number(12.5), "12,5");
        assert_eq!(show_number(0.1 + 0.2), "0,3");
        assert_eq!(show_number(12_345_678_901.0), "12345678901");
        assert_eq!(show_number(-170.25), "-170,25");
    }
}
