//! From a cell to what its column says it means.

use crate::dates::{WrittenDate, parse_date};
use crate::grid::{CellValue, RawCell};
use guichet_model::{AcademicYear, Cents, Field, FieldShape, FieldValue, Level, fold};
use time::Time;

/// What a column's cells are read as.
#[derive(Clone, Copy)]
pub(crate) struct Reader {
    field: Field,
    shape: FieldShape,
    /// The words by which the column, which others fill with amounts, says whether a fee was paid, without how much.
    says_paid: Option<PaidWords>,
}

/// What a cell was read as.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reading {
    /// Understood.
    Value(FieldValue),
    /// A date as written; its column decides whether the order of day and month is sure.
    Written(WrittenDate),
    /// Says nothing, as a person said.
    Nothing,
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
    /// A value, not an error of the spreadsheet.
    NoError,
    /// The result of the formula.
    Result,
    /// All the digits: a spreadsheet's number keeps fifteen.
    Digits,
}

impl Expected {
    /// The catalogue's key of the advice.
    pub(crate) fn message_id(self) -> &'static str {
        match self {
            Self::Date => "problem-expected-date",
            Self::Amount => "problem-expected-amount",
            Self::Flag => "problem-expected-flag",
            Self::NoError => "problem-expected-no-error",
            Self::Result => "problem-expected-result",
            Self::Digits => "problem-expected-digits",
        }
    }
}

/// Words for a fee that was paid or not, folded.
type PaidWords = &'static [(&'static str, bool)];

/// Columns that say by a code whether a fee was paid, in Apogée and Pegase, and their words. Pegase's other states
/// (`EN_ATTENTE`, `VALIDE`) do not settle it.
const PAID: [(&str, PaidWords); 2] =
    [("etapmtiae", &[("p", true)]), ("statutpaiement", &[("paye", true), ("nonpaye", false)])];

impl Reader {
    /// The reader of a field's column.
    pub(crate) fn new(field: Field, header: &str) -> Self {
        let says_paid = PAID.iter().find(|(column, _)| field == Field::FeePaid && fold(header) == *column);
        let says_paid = says_paid.map(|(_, words)| *words);
        Self { field, shape: field.shape(), says_paid }
    }

    /// Whether its values are dates without an hour.
    pub(crate) fn is_date(self) -> bool {
        self.shape == FieldShape::Date
    }

    /// Whether its values are dates, with an hour or without.
    pub(crate) fn is_dated(self) -> bool {
        matches!(self.shape, FieldShape::Date | FieldShape::Instant)
    }

    /// Whether a column repeats few texts, so that each is worth understanding once.
    pub(crate) fn repeats(self) -> bool {
        matches!(self.shape, FieldShape::Flag | FieldShape::Level | FieldShape::Year | FieldShape::Code)
    }

    /// Reads a cell whose cleaned text is not empty.
    pub(crate) fn read(self, cell: &RawCell, text: &str) -> Reading {
        match cell.value {
            CellValue::Error => return Reading::Unreadable(Expected::NoError),
            CellValue::Uncalculated => return Reading::Unreadable(Expected::Result),
            _ => {}
        }
        let whole = whole_number(cell.value);
        let text = whole.as_deref().unwrap_or(text);
        let value = match self.shape {
            FieldShape::Text if has_lost_digits(cell.value) => return Reading::Unreadable(Expected::Digits),
            FieldShape::Text => Some(FieldValue::Text(text.to_owned())),
            FieldShape::Date => return read_date(cell.value, text),
            FieldShape::Instant => return read_instant(cell, text),
            FieldShape::Amount => {
                let paid = self.paid(text).map(FieldValue::Flag);
                paid.or_else(|| amount(cell.value, text).map(FieldValue::Amount))
            }
            FieldShape::Flag if self.field == Field::GapYear => return read_gap_year(cell.value, text),
            FieldShape::Flag => flag(cell.value, text).map(FieldValue::Flag),
            FieldShape::Level => Level::parse(text).map(FieldValue::Level),
            FieldShape::Year => text.parse::<AcademicYear>().ok().map(FieldValue::Year),
            FieldShape::Code => self.field.code(text).map(FieldValue::Code),
        };
        value.map_or_else(|| self.not_understood(), Reading::Value)
    }

    /// Whether a text says that the fee was paid, or was not.
    fn paid(self, text: &str) -> Option<bool> {
        let folded = fold(text);
        self.says_paid?.iter().find(|(word, _)| *word == folded).map(|(_, paid)| *paid)
    }

    fn not_understood(self) -> Reading {
        match self.shape {
            FieldShape::Amount if self.says_paid.is_none() => Reading::Unreadable(Expected::Amount),
            FieldShape::Flag => Reading::Unreadable(Expected::Flag),
            FieldShape::Date | FieldShape::Instant => Reading::Unreadable(Expected::Date),
            _ => Reading::Unmapped,
        }
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

/// Whether a number has more digits than a spreadsheet keeps: the last ones are not those that were typed.
fn has_lost_digits(value: CellValue) -> bool {
    matches!(value, CellValue::Number(number) if number.abs() >= 1e15)
}

/// A date that its sheet shows without an hour is a day: at what hour of it is not known.
fn read_instant(cell: &RawCell, text: &str) -> Reading {
    match cell.value {
        CellValue::Instant(instant) if instant.time() == Time::MIDNIGHT && !cell.raw.contains(':') => {
            Reading::Value(FieldValue::Date(instant.date()))
        }
        value => read_date(value, text),
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

fn amount(value: CellValue, text: &str) -> Option<Cents> {
    let CellValue::Number(euros) = value else { return Cents::parse(text) };
    let cents = euros * 100.0;
    // A spreadsheet's number is seldom exact, but a third decimal is no amount.
    let is_whole = (cents - cents.round()).abs() < 1e-6;
    if is_whole { Cents::parse(&format!("{euros:.2}")) } else { None }
}

/// Pegase says how long a gap is. Whether half a year counts as a gap year is for the office to say.
fn read_gap_year(value: CellValue, text: &str) -> Reading {
    let flag = match fold(text).as_str() {
        "semestre" => return Reading::Unmapped,
        "sans" => Some(false),
        "annee" => Some(true),
        _ => flag(value, text),
    };
    flag.map_or(Reading::Unreadable(Expected::Flag), |flag| Reading::Value(FieldValue::Flag(flag)))
}

fn flag(value: CellValue, text: &str) -> Option<bool> {
    if let CellValue::Flag(flag) = value {
        return Some(flag);
    }
    match fold(text).as_str() {
        "o" | "oui" | "true" | "vrai" | "1" | "x" | "y" | "yes" => Some(true),
        "n" | "non" | "false" | "faux" | "0" | "no" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Expected, Reader, Reading};
    use crate::grid::{CellValue, RawCell};
    use guichet_model::{Cents, Field, FieldValue, Level};
    use time::macros::datetime;

    fn cell(field: Field, value: CellValue, raw: &str) -> Reading {
        Reader::new(field, "").read(&RawCell { column: 0, value, raw: raw.into() }, raw)
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
        assert_eq!(text(Field::StudentNumber, "0022000004"), digits("0022000004"), "zeros stay");
    }

    #[test]
    fn v3_a_number_whose_last_digits_are_lost_is_not_taken() {
        let read = |number: f64| cell(Field::StudentNumber, CellValue::Number(number), "");
        assert_eq!(read(123_456_789_012_345_678.0), Reading::Unreadable(Expected::Digits));
        assert_eq!(read(1e15), Reading::Unreadable(Expected::Digits));
        let kept = Reading::Value(FieldValue::Text("999999999999999".to_owned()));
        assert_eq!(read(999_999_999_999_999.0), kept);
        let typed = text(Field::StudentNumber, "123456789012345678");
        assert_eq!(typed, Reading::Value(FieldValue::Text("123456789012345678".to_owned())));
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
        assert_eq!(text(Field::AcademicYear, "PER-2024"), Reading::Unmapped, "an office's own code of a period");
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
        let apogee = Reader::new(Field::FeePaid, "ETA_PMT_IAE");
        assert_eq!(apogee.read(&paid, "P"), Reading::Value(FieldValue::Flag(true)), "paid, but not how much");
        assert_eq!(apogee.read(&paid, "A"), Reading::Unmapped);
        assert_eq!(apogee.read(&paid, "170"), cents(17_000), "an office that writes the amount there");
        let pegase = Reader::new(Field::FeePaid, "statut_paiement");
        assert_eq!(pegase.read(&paid, "PAYE"), Reading::Value(FieldValue::Flag(true)));
        assert_eq!(pegase.read(&paid, "NON_PAYE"), Reading::Value(FieldValue::Flag(false)));
        assert_eq!(pegase.read(&paid, "EN_ATTENTE"), Reading::Unmapped);
        let gap = |word| text(Field::GapYear, word);
        assert_eq!((gap("SANS"), gap("ANNEE")), (text(Field::GapYear, "non"), text(Field::GapYear, "oui")));
        assert_eq!((gap("SEMESTRE"), gap("?")), (Reading::Unmapped, Reading::Unreadable(Expected::Flag)));
        for (raw, expected) in [("O", true), ("Oui", true), ("x", true), ("1", true), ("FAUX", false), ("n", false)] {
            assert_eq!(text(Field::Proof, raw), Reading::Value(FieldValue::Flag(expected)), "{raw}");
        }
        assert_eq!(text(Field::Proof, "peut-être"), Reading::Unreadable(Expected::Flag));
        let instant = datetime!(1996-01-01 0:00);
        assert_eq!(
            cell(Field::BirthDate, CellValue::Instant(instant), "01/01/1996"),
            Reading::Value(FieldValue::Instant(instant))
        );
        let registered = datetime!(2021-08-23 0:00);
        let shown = |raw| cell(Field::RegisteredAt, CellValue::Instant(registered), raw);
        assert_eq!(shown("23/08/2021"), Reading::Value(FieldValue::Date(registered.date())), "a day, its hour unknown");
        assert_eq!(shown("23/08/2021 00:00"), Reading::Value(FieldValue::Instant(registered)));
        assert_eq!(cell(Field::BirthDate, CellValue::Number(35_065.0), "35065"), Reading::Unreadable(Expected::Date));
        assert_eq!(cell(Field::BirthDate, CellValue::Error, "#N/A"), Reading::Unreadable(Expected::NoError));
        assert_eq!(cell(Field::Level, CellValue::Uncalculated, "="), Reading::Unreadable(Expected::Result));
    }
}
