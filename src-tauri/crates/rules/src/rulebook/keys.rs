//! What the value of a known key must be. A value of another kind would be taken for one that is not set.

use crate::registry::RULES;
use guichet_model::{Message, parse_instant};
use time::{Date, Month};
use toml::Value;

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An amount, in whole cents.
    Cents,
    /// A whole number that is not negative.
    Number,
    /// One word.
    Word,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A list of words.
    Words,
    /// A day of the year, `mm-dd`.
    Day,
    /// A date or an instant.
    Moment,
    /// A part of a whole, such as `1/3`.
    Share,
}

use Shape::{Cents, Day, Moment, Number, OneOf, Share, Word, Words};

/// Known keys; `*` stands for the rest of a key. The first that fits decides.
const SHAPES: &[(&str, Shape)] = &[
    ("academic_year.first_day", Day),
    ("auditor.attendance", Words),
    ("auditor.levels", Words),
    ("auditor.units_per_semester", Number),
    ("auditor.*", Word),
    ("calendar.notice_days", Number),
    ("calendar.*", Word),
    ("channel.*", OneOf(&["office", "online"])),
    ("concordance.channels", Words),
    ("concordance.contest_days", Number),
    ("concordance.equivalences", Words),
    ("concordance.m2.*", Words),
    ("concordance.requests_per_year", Number),
    ("concordance.*", Word),
    ("cvec.amount.*", Cents),
    ("cvec.conditional.*", Words),
    ("cvec.control.valid_states", Words),
    ("cvec.exchange.*", OneOf(&["owed", "not_concerned"])),
    ("cvec.ground.*", OneOf(&["exempt", "owed"])),
    ("cvec.number.year_digit", Number),
    ("cvec.refund_before", Day),
    ("cvec.regime.*", OneOf(&["owed", "not_concerned"])),
    ("cvec.scholarship.*", OneOf(&["exempt", "owed", "none"])),
    ("cvec.*", Word),
    ("derogation.channels", Words),
    ("derogation.deadline.*", Moment),
    ("derogation.*", Word),
    ("documents.false_words", Words),
    ("documents.*", Word),
    ("fee.doctorate.*", Cents),
    ("fee.exchange.*", OneOf(&["due", "none"])),
    ("fee.ground.*", OneOf(&["exempt", "by_decision", "due"])),
    ("fee.instalments.first_share", Share),
    ("fee.licence.*", Cents),
    ("fee.master.*", Cents),
    ("fee.proof.*", Words),
    ("fee.regime.*", OneOf(&["due", "exempt", "other_tariff", "reduced_licence"])),
    ("fee.scholarship.*", OneOf(&["due", "exempt"])),
    ("fee.university.*", Cents),
    ("fee.*", Word),
    ("identity.age.day", Day),
    ("identity.age.*", Number),
    ("identity.*", Words),
    ("refund.retained", Cents),
    ("refund.*", Word),
    ("repeats.*", Word),
];

/// What the value of a key must be; nothing when the key is not a known one.
#[must_use]
pub fn shape_of(key: &str) -> Option<Shape> {
    let fits = |pattern: &str| match pattern.strip_suffix('*') {
        Some(start) => key.len() > start.len() && key.starts_with(start),
        None => key == pattern,
    };
    SHAPES.iter().find(|(pattern, _)| fits(pattern)).map(|(_, shape)| *shape)
}

/// Whether some rule reads a rulebook key.
#[must_use]
pub fn is_read(key: &str) -> bool {
    let mut read = RULES.iter().flat_map(|rule| rule.keys);
    read.any(|read| if read.ends_with('.') { key.starts_with(read) } else { key == *read })
}

impl Shape {
    /// Whether a value is of this shape.
    pub(super) fn holds(self, value: &Value) -> bool {
        let text = value.as_str();
        match self {
            Self::Cents | Self::Number => value.as_integer().is_some_and(|number| number >= 0),
            Self::Word => text.is_some_and(|text| !text.trim().is_empty()),
            Self::OneOf(words) => text.is_some_and(|text| words.contains(&text)),
            Self::Words => value.as_array().is_some_and(|words| words.iter().all(Value::is_str)),
            Self::Day => text.is_some_and(is_day),
            Self::Moment => text.and_then(parse_instant).is_some(),
            Self::Share => text.is_some_and(is_share),
        }
    }

    /// The shape in words.
    pub(super) fn message(self) -> Message {
        let plain = |name: &str| Message::new(format!("rulebook-shape-{name}"));
        match self {
            Self::Cents => plain("cents"),
            Self::Number => plain("number"),
            Self::Word => plain("word"),
            Self::OneOf(words) => plain("one-of").with("words", words.join(", ")),
            Self::Words => plain("words"),
            Self::Day => plain("day"),
            Self::Moment => plain("moment"),
            Self::Share => plain("share"),
        }
    }
}

/// Whether a text is the day of any year, the 29th of February included.
fn is_day(text: &str) -> bool {
    let day =
        text.split_once('-').filter(|(month, day)| month.len() == 2 && day.len() == 2).and_then(|(month, day)| {
            let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
            Date::from_calendar_date(2024, month, day.parse().ok()?).ok()
        });
    day.is_some()
}

fn is_share(text: &str) -> bool {
    let parts = text.split_once('/').map(|(part, whole)| (part.parse::<u32>(), whole.parse::<u32>()));
    matches!(parts, Some((Ok(part), Ok(whole))) if part <= whole && whole > 0)
}

#[cfg(test)]
mod tests {
    use super::{Shape, shape_of};
    use toml::Value;

    #[test]
    fn the_most_particular_key_decides() {
        assert_eq!(shape_of("cvec.amount.2024-2025"), Some(Shape::Cents));
        assert_eq!(shape_of("auditor.levels"), Some(Shape::Words));
        assert_eq!(shape_of("auditor.signature"), Some(Shape::Word));
        assert_eq!(shape_of("fee.licence.full.2024-2025"), Some(Shape::Cents));
        assert_eq!(shape_of("couleur"), None);
        assert_eq!(shape_of("cvec."), None);
    }

    #[test]
    fn a_value_is_of_its_shape_or_not() {
        let text = |text: &str| Value::String(text.to_owned());
        let words = Value::Array(vec![text("a"), text("b")]);
        for (shape, good, bad) in [
            (Shape::Cents, Value::Integer(10_300), Value::Float(103.0)),
            (Shape::Number, Value::Integer(0), Value::Integer(-1)),
            (Shape::Word, text("owed"), text(" ")),
            (Shape::OneOf(&["owed", "exempt"]), text("owed"), text("due")),
            (Shape::Words, words.clone(), Value::Array(vec![Value::Integer(70)])),
            (Shape::Words, Value::Array(Vec::new()), text("70")),
            (Shape::Day, text("02-29"), text("09-31")),
            (Shape::Day, text("09-01"), text("9-1")),
            (Shape::Moment, text("2024-09-20"), text("20/09/2024")),
            (Shape::Moment, text("2024-09-20T12:00"), Value::Integer(2024)),
            (Shape::Share, text("1/3"), text("3/1")),
            (Shape::Share, text("2/2"), text("1/0")),
        ] {
            assert!(shape.holds(&good), "{good} is {shape:?}");
            assert!(!shape.holds(&bad), "{bad} is not {shape:?}");
        }
    }
}
