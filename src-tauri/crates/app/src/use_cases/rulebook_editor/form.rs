//! An entry between its rulebook file and the form in which it is typed.

use super::addable::level_of;
use crate::wire::{
    CiteForm, ClosureForm, CodeChoice, EntryChoices, EntryForm, ExtensionForm, LimitForm, PieceForm, ValueForm,
    ValueShape, WindowForm,
};
use crate::words;
use guichet_model::{
    Authority, Cents, Coded, ExemptionGround, Language, Level, Note, PreviousResult, Regime, Route, Scholarship,
};
use guichet_rules::RulebookError;
use guichet_rules::rulebook::{Citation, Draft, Entry, EntryKind, Layer, SHIPPED, Shape, Written, shape_of};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What an entry of a file says; nothing when no form holds it.
pub(super) fn of_file(file: &Draft, key: &str) -> Option<EntryForm> {
    fn says<T: DeserializeOwned>(file: &Draft, key: &str) -> Option<T> {
        file.says(key)
    }
    match file.kind(key)? {
        EntryKind::Value => value(key, file.layer().values.get(key)?).map(EntryForm::Value),
        EntryKind::Window => says(file, key).map(EntryForm::Window),
        EntryKind::Closure => says(file, key).map(EntryForm::Closure),
        EntryKind::Extension => says(file, key).map(EntryForm::Extension),
        EntryKind::Limit => says(file, key).map(EntryForm::Limit),
        EntryKind::Piece => says(file, key).map(EntryForm::Piece),
    }
}

/// A value as it is typed; nothing when no form holds it.
pub(super) fn value(key: &str, entry: &Entry) -> Option<ValueForm> {
    if entry.value.is_none() {
        return Some(ValueForm { unset: true, text: String::new() });
    }
    let text = match entry.written()? {
        Written::Whole(cents) if shape_of(key) == Some(Shape::Cents) => euros(cents),
        Written::Whole(number) => number.to_string(),
        Written::Text(text) => text,
        Written::Words(words) => words.join("\n"),
    };
    Some(ValueForm { unset: false, text })
}

fn euros(cents: i64) -> String {
    format!("{},{:02}", cents / 100, (cents % 100).abs())
}

/// What is typed where nothing stands yet; a key that names a level is for that level.
pub(super) fn empty(kind: EntryKind, key: &str) -> EntryForm {
    let levels = || -> Vec<String> { level_of(key).map(|level| level.as_str().to_owned()).into_iter().collect() };
    match kind {
        EntryKind::Value => EntryForm::Value(ValueForm { unset: shape_of(key).is_some(), text: String::new() }),
        EntryKind::Window => EntryForm::Window(WindowForm { levels: levels(), ..WindowForm::default() }),
        EntryKind::Closure => EntryForm::Closure(ClosureForm::default()),
        EntryKind::Extension => EntryForm::Extension(ExtensionForm { levels: levels(), ..ExtensionForm::default() }),
        EntryKind::Limit => EntryForm::Limit(LimitForm { levels: levels(), most: 1, ..LimitForm::default() }),
        EntryKind::Piece => EntryForm::Piece(PieceForm { of: "registration".to_owned(), ..PieceForm::default() }),
    }
}

/// What the value of a key must be: what its rule asks, else what it is.
pub(super) fn shape(key: &str, now: Option<&Entry>) -> ValueShape {
    match (shape_of(key), now.and_then(Entry::written)) {
        (Some(Shape::Cents), _) => ValueShape::Amount,
        (Some(Shape::Number), _) | (None, Some(Written::Whole(_))) => ValueShape::Number,
        (Some(Shape::OneOf(_)), _) => ValueShape::OneOf,
        (Some(Shape::Words), _) | (None, Some(Written::Words(_))) => ValueShape::Words,
        (Some(Shape::Day), _) => ValueShape::Day,
        (Some(Shape::Moment), _) => ValueShape::Moment,
        (Some(Shape::Share), _) => ValueShape::Share,
        (Some(Shape::Word), _) | (None, _) => ValueShape::Word,
    }
}

/// A value as a file writes it. What cannot be read stays as it was typed: it is refused by its key.
#[derive(Serialize)]
struct ValueFile {
    value: Option<Written>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unset: bool,
}

fn value_file(form: &ValueForm, shape: ValueShape) -> ValueFile {
    if form.unset {
        return ValueFile { value: None, unset: true };
    }
    let text = form.text.trim();
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let whole = match shape {
        ValueShape::Amount => Cents::parse(text).map(|cents| cents.0),
        ValueShape::Number => text.parse().ok(),
        _ => None,
    };
    let written = match (shape, whole) {
        (ValueShape::Words, _) => Written::Words(lines()),
        (_, Some(whole)) => Written::Whole(whole),
        _ => Written::Text(text.to_owned()),
    };
    ValueFile { value: Some(written), unset: false }
}

/// A draft with what was typed.
pub(super) fn with(
    draft: &Draft,
    (kind, key): (EntryKind, &str),
    form: &EntryForm,
    shape: ValueShape,
    cite: CiteForm,
) -> Result<Draft, RulebookError> {
    let cite = typed_citation(cite);
    match form {
        EntryForm::Value(form) => draft.with(kind, key, &value_file(form, shape), &cite),
        EntryForm::Window(form) => draft.with(kind, key, &dated(form), &cite),
        EntryForm::Closure(form) => draft.with(kind, key, form, &cite),
        EntryForm::Extension(form) => draft.with(kind, key, form, &cite),
        EntryForm::Limit(form) => {
            let discipline = form.discipline.clone().filter(|discipline| !discipline.trim().is_empty());
            draft.with(kind, key, &LimitForm { discipline, ..form.clone() }, &cite)
        }
        EntryForm::Piece(form) => draft.with(kind, key, form, &cite),
    }
}

/// A window that has no span says so; days of acceptance that are not told are left out.
fn dated(form: &WindowForm) -> WindowForm {
    let accepted = form.accepted.clone().filter(|accepted| accepted.from.is_some() || accepted.to.is_some());
    WindowForm { no_date: form.intervals.is_empty(), accepted, ..form.clone() }
}

/// A citation as it is typed.
pub(super) fn cite_form(cite: Citation) -> CiteForm {
    let Citation { document, heading, quote, status, note } = cite;
    let (note_fr, note_en) = note.map(|note| (note.fr, note.en)).unwrap_or_default();
    CiteForm { document, heading, quote, status, note_fr, note_en }
}

/// The citation of an entry of a layer below.
pub(super) fn citation(of: &Authority) -> Citation {
    Citation {
        document: of.document.clone(),
        heading: of.heading.clone(),
        quote: of.quote.clone(),
        status: of.status,
        note: of.note.clone(),
    }
}

/// A citation that was typed. A remark of one language stands for both.
fn typed_citation(form: CiteForm) -> Citation {
    let words = |text: String| text.trim().to_owned();
    let (fr, en) = (words(form.note_fr), words(form.note_en));
    let note = match (fr.is_empty(), en.is_empty()) {
        (true, true) => None,
        (false, true) => Some(Note { en: fr.clone(), fr }),
        (true, false) => Some(Note { fr: en.clone(), en }),
        (false, false) => Some(Note { fr, en }),
    };
    let (document, heading, quote) = (words(form.document), words(form.heading), words(form.quote));
    Citation { document, heading, quote, status: form.status, note }
}

/// What can be chosen in an entry of a kind.
pub(super) fn choices(language: Language, kind: EntryKind, key: &str) -> EntryChoices {
    let mut choices = EntryChoices::default();
    if kind == EntryKind::Value {
        choices.words = known_words(language, key);
        return choices;
    }
    let level = |level: &Level| CodeChoice { value: level.as_str().to_owned(), label: level.as_str().to_owned() };
    choices.levels = Level::ALL.iter().map(level).collect();
    if matches!(kind, EntryKind::Window | EntryKind::Piece) {
        choices.routes = coded::<Route>(language, "route");
        choices.results = coded::<PreviousResult>(language, "previous-result");
    }
    if kind == EntryKind::Piece {
        choices.regimes = coded::<Regime>(language, "regime");
        choices.scholarships = coded::<Scholarship>(language, "scholarship");
        choices.grounds = coded::<ExemptionGround>(language, "exemption-ground");
    }
    choices
}

fn coded<T: Coded>(language: Language, list: &str) -> Vec<CodeChoice> {
    let choice =
        |value: &T| CodeChoice { value: value.as_str().to_owned(), label: words::code(language, list, Some(*value)) };
    T::ALL.iter().map(choice).collect()
}

/// The words a rule knows under a key, else those that shipped rulebooks say there.
fn known_words(language: Language, key: &str) -> Vec<CodeChoice> {
    let choice = |word: &str| CodeChoice { value: word.to_owned(), label: words::of_rulebook(language, word) };
    if let Some(Shape::OneOf(known)) = shape_of(key) {
        return known.iter().map(|word| choice(word)).collect();
    }
    let mut said: Vec<String> = Vec::new();
    for layer in SHIPPED.iter().filter_map(|(_, text)| Layer::parse(text).ok()) {
        match layer.values.get(key).and_then(Entry::written) {
            Some(Written::Text(word)) if !said.contains(&word) => said.push(word),
            _ => {}
        }
    }
    said.iter().map(|word| choice(word)).collect()
}
