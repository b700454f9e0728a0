//! What a rulebook says under its keys, in words: the entry that decides, with its citation.

use crate::agenda::population;
use crate::rulebook_names::{counted, name};
use crate::words;
use guichet_model::{Arg, Authority, Instant, Language, Message};
use guichet_rules::Rulebook;
use guichet_rules::rulebook::{Interval, Layer, Told};
use std::sync::Arc;
use time::{Date, Month};

/// One entry.
pub(crate) struct EntrySaid<'b> {
    /// The layer that has it.
    pub(crate) layer: &'b Layer,
    /// Its key.
    pub(crate) key: &'b str,
    /// What it is called.
    pub(crate) name: String,
    /// What it says; nothing when the layer says that no source gives it.
    pub(crate) said: Option<String>,
    /// Its citation.
    pub(crate) cite: &'b Arc<Authority>,
}

/// The entries of the keys wanted: for each, the most particular layer's.
pub(crate) fn entries(book: &Rulebook, language: Language, wanted: impl Fn(&str) -> bool) -> Vec<EntrySaid<'_>> {
    let mut found: Vec<EntrySaid<'_>> = Vec::new();
    for layer in book.layers() {
        for (key, cite) in layer.cites().filter(|(key, _)| wanted(key)) {
            if !found.iter().any(|known| known.key == key) {
                let name = name(language, Some(layer), key);
                found.push(EntrySaid { layer, key, name, said: said(layer, key, language), cite });
            }
        }
    }
    found
}

/// Whether a rule's list of keys names a key; one that ends with a dot stands for every key that begins so.
pub(crate) fn names(keys: &[&str], key: &str) -> bool {
    keys.iter().any(|named| if named.ends_with('.') { key.starts_with(named) } else { *named == key })
}

fn said(layer: &Layer, key: &str, language: Language) -> Option<String> {
    if let Some(entry) = layer.values.get(key) {
        return entry.told(key).map(|told| match &told {
            Told::Text(text) => counted(language, key, text).unwrap_or_else(|| value_in_words(language, told)),
            _ => value_in_words(language, told),
        });
    }
    let day = |date| words::date(language, Some(date));
    let window = || {
        let window = layer.windows.iter().find(|window| window.key == key)?;
        let spans = spans(language, &window.intervals);
        Some(of(language, population(language, window), spans))
    };
    let closure = || {
        let closure = layer.closures.iter().find(|closure| closure.key == key)?;
        Some(between(language, Some(day(closure.from)), day(closure.to)))
    };
    let extension = || {
        let extension = layer.extensions.iter().find(|extension| extension.key == key)?;
        let levels: Vec<&str> = extension.levels.iter().map(|level| level.as_str()).collect();
        Some(of(language, levels.join(", "), between(language, None, instant(language, extension.closes))))
    };
    let limit = || {
        let limit = layer.limits.iter().find(|limit| limit.key == key)?;
        Some(of(language, limit.levels_text(), limit.most.to_string()))
    };
    let piece = || layer.pieces.iter().find(|piece| piece.key == key).map(|piece| piece.title(language).to_owned());
    window().or_else(closure).or_else(extension).or_else(limit).or_else(piece)
}

/// For whom, and what.
fn of(language: Language, who: String, what: String) -> String {
    words::say(language, &Message::new("ui-windows-line").with("who", who).with("when", what))
}

fn value_in_words(language: Language, told: Told) -> String {
    match told {
        Told::Amount(cents) => words::argument(language, Some(Arg::Amount(cents))),
        Told::Words(list) if list.is_empty() => words::word(language, "app-entry-none"),
        Told::Words(list) => {
            let told: Vec<String> = list.iter().map(|word| words::of_rulebook(language, word)).collect();
            told.join(", ")
        }
        Told::Moment(at) => instant(language, at),
        Told::Day(month, day) => day_of_year(language, month, day).unwrap_or_default(),
        Told::Text(text) => words::of_rulebook(language, &text),
    }
}

/// A day of any year, without one.
fn day_of_year(language: Language, month: u8, day: u8) -> Option<String> {
    // A leap year has every day.
    let date = Date::from_calendar_date(2024, Month::try_from(month).ok()?, day).ok();
    Some(words::date(language, date).replace("/2024", "").replace("2024-", ""))
}

/// The spans of a window, one after the other.
pub(crate) fn spans(language: Language, intervals: &[Interval]) -> String {
    if intervals.is_empty() {
        return words::word(language, "app-interval-none");
    }
    let spans: Vec<String> = intervals.iter().map(|interval| span(language, interval)).collect();
    spans.join(", ")
}

/// One span.
pub(crate) fn span(language: Language, interval: &Interval) -> String {
    between(language, interval.opens.map(|opens| instant(language, opens)), instant(language, interval.closes))
}

fn between(language: Language, from: Option<String>, to: String) -> String {
    let message = match from {
        Some(from) => Message::new("app-interval-between").with("from", from),
        None => Message::new("app-interval-until"),
    };
    words::say(language, &message.with("to", to))
}

fn instant(language: Language, at: Instant) -> String {
    words::instant(language, Some(at))
}

#[cfg(test)]
mod tests {
    use super::{Told, entries, value_in_words};
    use guichet_model::Language;
    use guichet_rules::Rulebook;
    use guichet_rules::rulebook::{Layer, SHIPPED};

    #[test]
    fn no_word_of_a_shipped_rulebook_is_shown_as_a_code() {
        for layer in SHIPPED.iter().map(|(_, text)| Layer::parse(text).unwrap()) {
            for (key, entry) in &layer.values {
                let told = entry.told(key);
                let (words, is_list) = match &told {
                    Some(Told::Text(word)) => (vec![word.clone()], false),
                    Some(Told::Words(words)) => (words.clone(), true),
                    _ => continue,
                };
                // A list may hold words of documents, as they write them.
                let codes = words.into_iter().filter(|word| {
                    let plain = word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
                    plain && (!is_list || word.contains('_'))
                });
                for code in codes {
                    let french = value_in_words(Language::Fr, Told::Text(code.clone()));
                    assert_ne!(french, code, "{key}");
                }
            }
        }
    }

    #[test]
    fn a_word_that_is_not_known_is_shown_as_it_is_written() {
        assert_eq!(value_in_words(Language::Fr, Told::Text("not_allowed".to_owned())), "non permis");
        assert_eq!(value_in_words(Language::En, Told::Text("a_word_of_theirs".to_owned())), "a_word_of_theirs");
        let book = Rulebook::shipped("amu-allsh-2024-2025").unwrap();
        let said = entries(&book, Language::Fr, |key| key == "auditor.levels");
        assert_eq!(said[0].said.as_deref(), Some("L1, L2, L3, LP, M1"));
    }
}
