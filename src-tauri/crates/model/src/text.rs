use crate::{Cents, Instant, Note};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use time::Date;

/// A language of the application.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French, the first one.
    #[default]
    Fr,
    /// English.
    En,
}

impl Language {
    /// Both languages.
    pub const ALL: &'static [Self] = &[Self::Fr, Self::En];

    /// `fr` or `en`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
}

/// A value inside a sentence, worded when the sentence is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// Words as they are.
    Text(String),
    /// A whole number, which chooses the plural.
    Number(i64),
    /// A calendar date.
    Date(Date),
    /// A civil instant, shown to the minute.
    Instant(Instant),
    /// An amount.
    Amount(Cents),
    /// Another sentence or word of the catalogue.
    Message(Box<Message>),
    /// Words that a rulebook gives in both languages.
    Note(Box<Note>),
    /// Several values, set apart by commas.
    List(Vec<Arg>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}
impl From<Instant> for Arg {
    fn from(instant: Instant) -> Self {
        Self::Instant(instant)
    }
}
impl From<Cents> for Arg {
    fn from(amount: Cents) -> Self {
        Self::Amount(amount)
    }
}
impl From<Note> for Arg {
    fn from(note: Note) -> Self {
        Self::Note(Box::new(note))
    }
}
impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

/// A sentence of the catalogue with its values: worded only when somebody reads it, in their language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The catalogue's key.
    pub id: String,
    /// The values by name. The sentences of one finding share theirs.
    #[serde(default, skip_serializing_if = "no_values")]
    pub args: Arc<BTreeMap<String, Arg>>,
}

fn no_values(args: &BTreeMap<String, Arg>) -> bool {
    args.is_empty()
}

impl Message {
    /// A sentence without values.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), args: Arc::default() }
    }

    /// The same sentence with one more value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        Arc::make_mut(&mut self.args).insert(name.to_owned(), value.into());
        self
    }
}

macro_rules! catalogue_files {
    ($($name:literal),* $(,)?) => {
        const FRENCH: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../../../assets/locales/fr/", $name)))),*];
        const ENGLISH: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../../../assets/locales/en/", $name)))),*];
    };
}

catalogue_files!(
    "app.ftl",
    "auditors.ftl",
    "backups.ftl",
    "cli.ftl",
    "codes.ftl",
    "concordances.ftl",
    "decisions.ftl",
    "desk.ftl",
    "documents.ftl",
    "editor.ftl",
    "errors.ftl",
    "fees.ftl",
    "guide.ftl",
    "help.ftl",
    "history.ftl",
    "identity.ftl",
    "privacy.ftl",
    "problems.ftl",
    "questions.ftl",
    "refunds.ftl",
    "report.ftl",
    "rulebooks.ftl",
    "rules.ftl",
    "safekeeping.ftl",
    "settings.ftl",
    "ui.ftl",
    "wizard.ftl",
);

/// The Fluent catalogues of both languages, the same files the window uses.
pub struct Catalogue {
    french: FluentBundle<FluentResource>,
    english: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The catalogue compiled into the program.
    #[must_use]
    pub fn shared() -> &'static Self {
        static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
        CATALOGUE.get_or_init(|| Self { french: bundle("fr", FRENCH), english: bundle("en", ENGLISH) })
    }

    /// Whether both languages have this key.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.french.has_message(id) && self.english.has_message(id)
    }

    /// The sentence in a language. A missing key shows as `⟦key⟧`, which a test refuses.
    #[must_use]
    pub fn render(&self, language: Language, message: &Message) -> String {
        let bundle = match language {
            Language::Fr => &self.french,
            Language::En => &self.english,
        };
        let Some(pattern) = bundle.get_message(&message.id).and_then(|found| found.value()) else {
            return format!("⟦{}⟧", message.id);
        };
        let mut args = FluentArgs::new();
        for (name, value) in message.args.iter() {
            args.set(name.clone(), self.value(language, value));
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if errors.is_empty() { text } else { format!("⟦{}: {text}⟧", message.id) }
    }

    /// A sentence without values.
    #[must_use]
    pub fn say(&self, language: Language, id: &str) -> String {
        self.render(language, &Message::new(id))
    }

    fn value(&self, language: Language, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Number(number) => FluentValue::from(*number),
            other => FluentValue::from(self.word_of(language, other)),
        }
    }

    /// A value alone, as it reads inside a sentence.
    #[must_use]
    pub fn word_of(&self, language: Language, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            Arg::Number(number) => number.to_string(),
            Arg::Date(date) => show_date(language, *date),
            Arg::Instant(instant) => {
                let (hour, minute, _) = instant.time().as_hms();
                format!("{} {hour:02}:{minute:02}", show_date(language, instant.date()))
            }
            Arg::Amount(amount) => amount.to_string(),
            Arg::Message(message) => self.render(language, message),
            Arg::Note(note) => note.in_language(language).to_owned(),
            Arg::List(items) => items.iter().map(|item| self.word_of(language, item)).collect::<Vec<_>>().join(", "),
        }
    }
}

fn show_date(language: Language, date: Date) -> String {
    let (year, month, day) = date.to_calendar_date();
    let month = u8::from(month);
    match language {
        Language::Fr => format!("{day:02}/{month:02}/{year:04}"),
        Language::En => format!("{year:04}-{month:02}-{day:02}"),
    }
}

fn bundle(tag: &str, files: &[(&str, &str)]) -> FluentBundle<FluentResource> {
    let language = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for (_, text) in files {
        // A file with an unreadable entry keeps its readable ones; the tests below refuse it.
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::{Arg, Catalogue, ENGLISH, FRENCH, Language, Message};
    use fluent_bundle::FluentResource;
    use std::collections::BTreeMap;
    use time::macros::datetime;

    /// Key to sorted argument names.
    fn entries(files: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
        let mut found = BTreeMap::new();
        for (file, text) in files {
            assert!(FluentResource::try_new((*text).to_owned()).is_ok(), "{file} has an unreadable entry");
            let mut key = String::new();
            for line in text.lines() {
                if let Some((name, _)) =
                    line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()))
                {
                    key = name.to_owned();
                    assert!(found.insert(key.clone(), Vec::new()).is_none(), "{file}: {key} stands twice");
                }
                for part in line.split('$').skip(1) {
                    let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                    if let Some(names) = found.get_mut(&key) {
                        names.push(name);
                    }
                }
            }
        }
        for names in found.values_mut() {
            names.sort();
            names.dedup();
        }
        found
    }

    #[test]
    fn both_languages_have_the_same_keys_and_arguments() {
        let (french, english) = (entries(FRENCH), entries(ENGLISH));
        for (key, args) in &french {
            assert_eq!(Some(args), english.get(key), "{key}");
        }
        assert_eq!(french.len(), english.len());
    }

    #[test]
    fn dates_and_lists_are_worded_in_the_reader_s_language() {
        let catalogue = Catalogue::shared();
        let list = Arg::List(vec![Arg::Instant(datetime!(2024-07-19 12:01)), Arg::Text("x".into())]);
        assert_eq!(catalogue.word_of(Language::Fr, &list), "19/07/2024 12:01, x");
        assert_eq!(catalogue.word_of(Language::En, &list), "2024-07-19 12:01, x");
        assert_eq!(catalogue.render(Language::Fr, &Message::new("no-such-key")), "⟦no-such-key⟧");
    }
}
