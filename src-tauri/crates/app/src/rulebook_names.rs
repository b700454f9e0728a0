//! What the entries of a rulebook are called: a person reads a name, the file keeps a key.

use crate::agenda::population;
use crate::words;
use guichet_model::{AcademicYear, Catalogue, Language, Message};
use guichet_rules::rulebook::{Layer, Piece, PieceOf, Window};

/// The lists of codes among which the end of a key is looked for.
const LISTS: &[&str] = &["regime", "exchange", "scholarship", "exemption-ground"];

/// What an entry is called: by what it holds where it is a window, a limit or a document, else by its key; the key itself
/// when Guichet does not know it.
pub(crate) fn name(language: Language, layer: Option<&Layer>, key: &str) -> String {
    let held = layer.and_then(|layer| by_content(language, layer, key));
    held.or_else(|| by_key(language, key)).unwrap_or_else(|| key.to_owned())
}

fn id_of(key: &str) -> String {
    format!("rulebook-key-{}", key.replace(['.', '_'], "-"))
}

/// The name of a key, or of the pattern it follows: a family and a year, or a family and a code.
pub(crate) fn by_key(language: Language, key: &str) -> Option<String> {
    let whole = id_of(key);
    if Catalogue::shared().has(&whole) && !is_pattern(language, &whole) {
        return Some(words::word(language, &whole));
    }
    let (family, last) = key.rsplit_once('.')?;
    let pattern = id_of(family);
    if !Catalogue::shared().has(&pattern) || !is_pattern(language, &pattern) {
        return None;
    }
    let what =
        AcademicYear::try_from(last.to_owned()).ok().map(|year| year.to_string()).or_else(|| code(language, last))?;
    Some(words::say(language, &Message::new(pattern).with("what", what)))
}

/// Whether a name needs the end of a key: without it, the catalogue says that something lacks.
fn is_pattern(language: Language, id: &str) -> bool {
    words::word(language, id).starts_with('⟦')
}

/// A regime, an exchange, a scholarship or a ground, in words.
fn code(language: Language, last: &str) -> Option<String> {
    let word = last.replace('_', "-");
    let ids = LISTS.iter().map(|list| format!("code-{list}-{word}"));
    ids.into_iter().find(|id| Catalogue::shared().has(id)).map(|id| words::word(language, &id))
}

fn by_content(language: Language, layer: &Layer, key: &str) -> Option<String> {
    let levels =
        |levels: &[guichet_model::Level]| levels.iter().map(|level| level.as_str()).collect::<Vec<_>>().join(", ");
    let window = || layer.windows.iter().find(|each| each.key == key).map(|window| of_window(language, window));
    let closure = || {
        layer.closures.iter().find(|each| each.key == key)?;
        let known = by_key(language, key);
        let end = key.rsplit('.').next().unwrap_or(key);
        known.or_else(|| Some(words::say(language, &Message::new("rulebook-name-closure").with("key", end))))
    };
    let extension = || {
        let extension = layer.extensions.iter().find(|each| each.key == key)?;
        Some(words::say(language, &Message::new("rulebook-name-extension").with("who", levels(&extension.levels))))
    };
    let limit = || {
        let limit = layer.limits.iter().find(|each| each.key == key)?;
        let message = match &limit.discipline {
            Some(field) => Message::new("rulebook-name-limit-field").with("field", field.as_str()),
            None => Message::new("rulebook-name-limit"),
        };
        Some(words::say(language, &message.with("who", limit.levels_text())))
    };
    let piece = || {
        layer.pieces.iter().find(|each| each.key == key).map(|piece| of_piece(language, piece, &levels(&piece.levels)))
    };
    window().or_else(closure).or_else(extension).or_else(limit).or_else(piece)
}

/// For whom a window is; which of several when its key counts them, since without dates they read alike.
fn of_window(language: Language, window: &Window) -> String {
    let who = population(language, &Window { cohort: None, ..window.clone() });
    let number = window.key.rsplit('.').next().filter(|end| end.bytes().all(|byte| byte.is_ascii_digit()));
    let message = match number {
        _ if !window.decides => Message::new("rulebook-name-window-other"),
        Some(number) => Message::new("rulebook-name-window-number").with("number", number),
        None => return who,
    };
    words::say(language, &message.with("who", who))
}

fn of_piece(language: Language, piece: &Piece, levels: &str) -> String {
    let title = piece.title(language);
    let of = match piece.of {
        PieceOf::Registration => None,
        PieceOf::Request(kind) => Some(words::code(language, "request-kind", Some(kind))),
    };
    let message = match (of, levels) {
        (None, _) => Message::new("rulebook-name-piece"),
        (Some(of), "") => Message::new("rulebook-name-piece-of").with("of", of),
        (Some(of), who) => Message::new("rulebook-name-piece-of-levels").with("of", of).with("who", who),
    };
    words::say(language, &message.with("title", title))
}

/// A number under a key that counts something, with what it counts.
pub(crate) fn counted(language: Language, key: &str, text: &str) -> Option<String> {
    let id = format!("rulebook-count-{}", key.replace(['.', '_'], "-"));
    let count: i64 = text.parse().ok().filter(|_| Catalogue::shared().has(&id))?;
    Some(words::say(language, &Message::new(id).with("count", count)))
}

#[cfg(test)]
mod tests {
    use super::{counted, name};
    use guichet_model::Language;
    use guichet_rules::rulebook::{Layer, SHIPPED};
    use std::collections::HashSet;

    #[test]
    fn every_entry_of_every_shipped_rulebook_has_a_name_of_its_own_in_both_languages() {
        for layer in SHIPPED.iter().map(|(_, text)| Layer::parse(text).unwrap()) {
            for language in [Language::Fr, Language::En] {
                let mut names = HashSet::new();
                for (key, _) in layer.cites() {
                    let name = name(language, Some(&layer), key);
                    assert!(name != key && !name.contains('⟦'), "{}: {key} is called {name}", layer.id);
                    assert!(names.insert(name.clone()), "{}: {key} is called {name} like another", layer.id);
                }
            }
        }
    }

    #[test]
    fn what_is_not_known_keeps_its_key() {
        assert_eq!(name(Language::Fr, None, "couleur"), "couleur");
        assert_eq!(name(Language::Fr, None, "cvec.amount.soon"), "cvec.amount.soon");
        assert_eq!(name(Language::En, None, "cvec.amount.2031-2032"), "CVEC: amount 2031-2032");
    }

    #[test]
    fn a_number_says_what_it_counts() {
        assert_eq!(counted(Language::Fr, "auditor.units_per_semester", "4").as_deref(), Some("4 UE par semestre"));
        assert_eq!(counted(Language::En, "calendar.notice_days", "1").as_deref(), Some("1 day before"));
        assert_eq!(counted(Language::Fr, "couleur", "4"), None);
    }
}
