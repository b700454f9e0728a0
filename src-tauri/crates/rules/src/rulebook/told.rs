//! A value of a rulebook as what it is, to be put in words.

use super::keys::{Shape, shape_of};
use super::{Entry, last_instant};
use guichet_model::{Cents, Instant};
use serde::Serialize;
use toml::Value;

/// A value, told by the shape of its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// An amount.
    Amount(Cents),
    /// A list of words.
    Words(Vec<String>),
    /// The last minute of a limit.
    Moment(Instant),
    /// A day of any year: month, then day.
    Day(u8, u8),
    /// Anything else, as written.
    Text(String),
}

/// A value as a file writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Written {
    /// A whole number.
    Whole(i64),
    /// A text.
    Text(String),
    /// A list of texts.
    Words(Vec<String>),
}

impl Entry {
    /// The value as the file writes it; nothing when there is none, or one that no key asks for.
    #[must_use]
    pub fn written(&self) -> Option<Written> {
        match self.value.as_ref()? {
            Value::Integer(number) => Some(Written::Whole(*number)),
            Value::String(text) => Some(Written::Text(text.clone())),
            Value::Array(list) => {
                list.iter().map(|word| word.as_str().map(str::to_owned)).collect::<Option<_>>().map(Written::Words)
            }
            _ => None,
        }
    }

    /// What the entry of a key says; nothing when it says that no source gives a value.
    #[must_use]
    pub fn told(&self, key: &str) -> Option<Told> {
        let value = self.value.as_ref()?;
        let text = value.as_str();
        let told = match shape_of(key) {
            Some(Shape::Cents) => value.as_integer().map(|cents| Told::Amount(Cents(cents))),
            Some(Shape::Words) => value
                .as_array()
                .map(|list| Told::Words(list.iter().filter_map(|word| word.as_str().map(str::to_owned)).collect())),
            Some(Shape::Moment) => text.and_then(last_instant).map(Told::Moment),
            Some(Shape::Day) => text
                .and_then(|text| text.split_once('-'))
                .and_then(|(month, day)| Some(Told::Day(month.parse().ok()?, day.parse().ok()?))),
            _ => None,
        };
        Some(told.unwrap_or_else(|| Told::Text(text.map_or_else(|| value.to_string(), str::to_owned))))
    }
}

#[cfg(test)]
mod tests {
    use super::Told;
    use crate::Rulebook;
    use guichet_model::Cents;

    fn told(key: &str) -> Option<Told> {
        let book = Rulebook::shipped("amu-allsh-2024-2025").unwrap();
        let (_, key, entry) = book.entry(key).unwrap();
        entry.told(key)
    }

    #[test]
    fn a_value_is_told_as_what_it_is() {
        assert_eq!(told("cvec.amount.2024-2025"), Some(Told::Amount(Cents(10_300))));
        assert_eq!(told("academic_year.first_day"), Some(Told::Day(9, 1)));
        assert_eq!(told("calendar.respected"), Some(Told::Text("required".to_owned())));
        assert_eq!(told("derogation.deadline.licence"), None, "the page gives no date");
        let channels = told("derogation.channels");
        assert!(matches!(&channels, Some(Told::Words(words)) if !words.is_empty()), "{channels:?}");
    }
}
