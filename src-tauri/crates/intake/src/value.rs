//! From a cell to what its column says it means.

use crate::dates::{WrittenDate, parse_date};
use crate::grid::{CellValue, RawCell};
use guichet_model::{
    AcademicYear, Cents, Channel, Coded, CvecMode, DocumentState, Exchange, ExemptionGround, Field, FieldValue, Level,
    PreviousResult, Regime, RegistrationState, RequestChannel, RequestKind, RequestState, Route, Scholarship, fold,
};

/// The kind of value a field holds.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    Text,
    Date,
    Instant,
    Amount,
    /// An amount, or a code that says it was paid without saying how much.
    AmountOrCode,
    Flag,
    Level,
    Year,
    Coded(fn(&str) -> Option<&'static str>),
}

/// What a cell was read as.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reading {
    /// Understood.
    Value(FieldValue),
    /// A date as written; its column decides whether the order of day and month is sure.
    Written(WrittenDate),
    /// Not in the list of its coded column.
    Unmapped,
    /// Not a value of its column's kind.
    Unreadable(Expected),
}

/// What was expected instead of an unreadable value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    Date,
    Amount,
    Flag,
    Year,
    /// A value, not an error of the spreadsheet.
    NoError,
    /// The result of the formula.
    Result,
}

impl Expected {
    /// The catalogue's key of the advice.
    pub(crate) fn message_id(self) -> &'static str {
        match self {
            Self::Date => "problem-expected-date",
            Self::Amount => "problem-expected-amount",
            Self::Flag => "problem-expected-flag",
            Self::Year => "problem-expected-year",
            Self::NoError => "problem-expected-no-error",
            Self::Result => "problem-expected-result",
        }
    }
}

fn coded<T: Coded>(text: &str) -> Option<&'static str> {
    T::parse(text).map(T::as_str)
}

/// The kind of value of a field. The header matters for one column that holds a code where others hold an amount.
pub(crate) fn shape(field: Field, header: &str) -> Shape {
    match field {
        Field::BirthDate | Field::FeePaidAt | Field::DocumentExpiry => Shape::Date,
        Field::OfferAcceptedAt | Field::RegisteredAt | Field::CvecIssuedAt | Field::RequestedAt => Shape::Instant,
        Field::FeePaid if fold(header) == "etapmtiae" => Shape::AmountOrCode,
        Field::FeeDue | Field::FeePaid => Shape::Amount,
        Field::GapYear | Field::Proof => Shape::Flag,
        Field::Level | Field::RequestLevel | Field::UnitLevel => Shape::Level,
        Field::AcademicYear | Field::CvecYear => Shape::Year,
        Field::Regime => Shape::Coded(coded::<Regime>),
        Field::Exchange => Shape::Coded(coded::<Exchange>),
        Field::Route => Shape::Coded(coded::<Route>),
        Field::Channel => Shape::Coded(coded::<Channel>),
        Field::PreviousResult => Shape::Coded(coded::<PreviousResult>),
        Field::Scholarship => Shape::Coded(coded::<Scholarship>),
        Field::ExemptionGround => Shape::Coded(coded::<ExemptionGround>),
        Field::RegistrationState => Shape::Coded(coded::<RegistrationState>),
        Field::CvecMode => Shape::Coded(coded::<CvecMode>),
        Field::RequestKind => Shape::Coded(coded::<RequestKind>),
        Field::RequestState => Shape::Coded(coded::<RequestState>),
        Field::RequestChannel => Shape::Coded(coded::<RequestChannel>),
        Field::DocumentState => Shape::Coded(coded::<DocumentState>),
        _ => Shape::Text,
    }
}

impl Shape {
    /// Whether a column of this shape repeats few texts, so that each is worth understanding once.
    pub(crate) fn repeats(self) -> bool {
        matches!(self, Self::Flag | Self::Level | Self::Year | Self::Coded(_))
    }
}

/// Reads a cell whose cleaned text is not empty.
pub(crate) fn read(shape: Shape, cell: &RawCell, text: &str) -> Reading {
    match cell.value {
        CellValue::Error => return Reading::Unreadable(Expected::NoError),
        CellValue::Uncalculated => return Reading::Unreadable(Expected::Result),
        _ => {}
    }
    let whole = whole_number(cell.value);
    let text = whole.as_deref().unwrap_or(text);
    match shape {
        Shape::Text => Reading::Value(FieldValue::Text(text.to_owned())),
        Shape::Date | Shape::Instant => read_date(cell.value, text),
        Shape::Amount => read_amount(cell.value, text).unwrap_or(Reading::Unreadable(Expected::Amount)),
        Shape::AmountOrCode => read_amount(cell.value, text).unwrap_or(Reading::Unmapped),
        Shape::Flag => match (cell.value, flag(text)) {
            (CellValue::Flag(flag), _) | (_, Some(flag)) => Reading::Value(FieldValue::Flag(flag)),
            (_, None) => Reading::Unreadable(Expected::Flag),
        },
        Shape::Level => Level::parse(text).map_or(Reading::Unmapped, |level| Reading::Value(FieldValue::Level(level))),
        Shape::Year => match text.parse::<AcademicYear>() {
            Ok(year) => Reading::Value(FieldValue::Year(year)),
            Err(_) => Reading::Unreadable(Expected::Year),
        },
        Shape::Coded(parse) => parse(text).map_or(Reading::Unmapped, |name| Reading::Value(FieldValue::Code(name))),
    }
}

/// The digits of a whole number, never with a decimal point or an exponent.
fn whole_number(value: CellValue) -> Option<String> {
    match value {
        CellValue::Number(number) if number.fract().abs() < f64::EPSILON && number.abs() < 1e15 => {
            Some(format!("{number:.0}"))
        }
        _ => None,
    }
}

fn read_date(value: CellValue, text: &str) -> Reading {
    match value {
        CellValue::Instant(instant) => Reading::Value(FieldValue::Instant(instant)),
        CellValue::Text => parse_date(text).map_or(Reading::Unreadable(Expected::Date), Reading::Written),
        // A number that its sheet does not show as a date is not taken for one.
        _ => Reading::Unreadable(Expected::Date),
    }
}

fn read_amount(value: CellValue, text: &str) -> Option<Reading> {
    let amount = match value {
        CellValue::Number(number) => Cents::parse(&format!("{number:.2}"))
            .filter(|_| (number * 100.0).fract().abs() < 1e-6 || (number * 100.0).fract().abs() > 1.0 - 1e-6),
        _ => Cents::parse(text),
    };
    amount.map(|amount| Reading::Value(FieldValue::Amount(amount)))
}

fn flag(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "o" | "oui" | "true" | "vrai" | "1" | "x" | "y" | "yes" => Some(true),
        "n" | "non" | "false" | "faux" | "0" | "no" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Expected, Reading, read, shape};
    use crate::grid::{CellValue, RawCell};
    use guichet_model::{Cents, Field, FieldValue, Level};
    use time::macros::datetime;

    fn cell(field: Field, value: CellValue, raw: &str) -> Reading {
        read(shape(field, ""), &RawCell { column: 0, value, raw: raw.into() }, raw)
    }

    fn text(field: Field, raw: &str) -> Reading {
        cell(field, CellValue::Text, raw)
    }

    #[test]
    fn a_number_in_a_text_column_is_its_digits() {
        let digits = |digits: &str| Reading::Value(FieldValue::Text(digits.to_owned()));
        assert_eq!(cell(Field::StudentNumber, CellValue::Number(22_000_004.0), "22000004"), digits("22000004"));
        assert_eq!(cell(Field::Ine, CellValue::Number(12_345_678_901.0), "12345678901"), digits("12345678901"));
        assert_eq!(cell(Field::Ine, CellValue::Number(12.5), "12,5"), digits("12,5"));
        assert_eq!(text(Field::ProgrammeCode, "2A004"), digits("2A004"));
    }

    #[test]
    fn coded_fields_levels_and_years_are_understood_or_not() {
        assert_eq!(cell(Field::Regime, CellValue::Number(10.0), "10"), Reading::Value(FieldValue::Code("initial")));
        assert_eq!(text(Field::Regime, "néant"), Reading::Unmapped);
        assert_eq!(text(Field::Scholarship, "-"), Reading::Unmapped);
        assert_eq!(text(Field::Level, "LMD/L1"), Reading::Value(FieldValue::Level(Level::L1)));
        assert_eq!(text(Field::Level, "Prépa"), Reading::Unmapped);
        assert_eq!(
            cell(Field::AcademicYear, CellValue::Number(2024.0), "2024"),
            Reading::Value(FieldValue::Year("2024-2025".parse().expect("a year")))
        );
        assert_eq!(text(Field::AcademicYear, "l'an dernier"), Reading::Unreadable(Expected::Year));
    }

    #[test]
    fn amounts_flags_and_dates_are_read_or_refused() {
        let cents = |cents| Reading::Value(FieldValue::Amount(Cents(cents)));
        assert_eq!(text(Field::FeePaid, "1 170,00 €"), cents(117_000));
        assert_eq!(cell(Field::FeeDue, CellValue::Number(170.25), "170,25"), cents(17_025));
        assert_eq!(cell(Field::FeeDue, CellValue::Number(0.1 + 0.2), "0,3"), cents(30));
        assert_eq!(cell(Field::FeeDue, CellValue::Number(0.005), "0,005"), Reading::Unreadable(Expected::Amount));
        assert_eq!(text(Field::FeePaid, "P"), Reading::Unreadable(Expected::Amount));
        let paid = RawCell { column: 0, value: CellValue::Text, raw: "P".into() };
        assert_eq!(read(shape(Field::FeePaid, "ETA_PMT_IAE"), &paid, "P"), Reading::Unmapped);
        for (raw, expected) in [("O", true), ("Oui", true), ("x", true), ("1", true), ("FAUX", false), ("n", false)] {
            assert_eq!(text(Field::Proof, raw), Reading::Value(FieldValue::Flag(expected)), "{raw}");
        }
        assert_eq!(text(Field::Proof, "peut-être"), Reading::Unreadable(Expected::Flag));
        let instant = datetime!(1996-01-01 0:00);
        assert_eq!(
            cell(Field::BirthDate, CellValue::Instant(instant), "01/01/1996"),
            Reading::Value(FieldValue::Instant(instant))
        );
        assert_eq!(cell(Field::BirthDate, CellValue::Number(35_065.0), "35065"), Reading::Unreadable(Expected::Date));
        assert_eq!(cell(Field::BirthDate, CellValue::Error, "#N/A"), Reading::Unreadable(Expected::NoError));
        assert_eq!(cell(Field::Level, CellValue::Uncalculated, "="), Reading::Unreadable(Expected::Result));
    }
}
