//! The entries that a rulebook being written may be given, each by its name: nobody has to know how a key is written.

use crate::rulebook_drafts::Drafting;
use crate::rulebook_names::{by_key, name};
use crate::wire::AddableEntry;
use crate::words;
use guichet_model::{Language, Level, Message};
use guichet_rules::rulebook::{EntryKind, Layer, SHIPPED};

/// The parts of a year in which an office closes.
const SEASONS: &[&str] = &["summer", "autumn", "winter", "spring"];
/// The families of amounts that have one for each year.
const BY_YEAR: &[&str] = &[
    "cvec.amount",
    "fee.licence.full",
    "fee.licence.reduced",
    "fee.master.full",
    "fee.master.reduced",
    "fee.doctorate.full",
    "fee.doctorate.reduced",
    "fee.university.full",
    "fee.university.reduced",
];

/// What may be added, kind by kind.
pub(super) fn addable(language: Language, drafting: &Drafting) -> Vec<AddableEntry> {
    let layers = drafting.book.layers();
    let there: Vec<&str> = layers.iter().flat_map(|layer| layer.cites().map(|(key, _)| key)).collect();
    let entry = |kind: EntryKind, key: String| {
        let name = new_name(language, kind, &key);
        AddableEntry { kind: kind.as_str().to_owned(), key, name }
    };
    let mut found: Vec<AddableEntry> = values(drafting)
        .into_iter()
        .filter(|key| !there.contains(&key.as_str()))
        .map(|key| entry(EntryKind::Value, key))
        .collect();
    for kind in [EntryKind::Window, EntryKind::Extension, EntryKind::Limit] {
        let keys = Level::ALL.iter().map(|level| format!("{}.{}", kind.as_str(), level.as_str().to_lowercase()));
        found.extend(keys.map(|key| entry(kind, free(&there, &key))));
    }
    found.push(entry(EntryKind::Window, free(&there, "window.other")));
    let seasons = SEASONS.iter().map(|season| format!("closure.{season}")).filter(|key| !there.contains(&key.as_str()));
    found.extend(seasons.map(|key| entry(EntryKind::Closure, key)));
    found.push(entry(EntryKind::Closure, free(&there, "closure.other")));
    found.push(entry(EntryKind::Piece, free(&there, "piece.other")));
    found
}

/// The values that shipped rulebooks know, and the amounts of the draft's year.
fn values(drafting: &Drafting) -> Vec<String> {
    let shipped = SHIPPED.iter().filter_map(|(_, text)| Layer::parse(text).ok());
    let mut keys: Vec<String> = shipped.flat_map(|layer| layer.values.keys().cloned().collect::<Vec<_>>()).collect();
    if let Some(year) = drafting.book.academic_year() {
        keys.extend(BY_YEAR.iter().map(|family| format!("{family}.{year}")));
    }
    keys.sort();
    keys.dedup();
    keys
}

/// The key, or the first one after it that nothing has.
fn free(there: &[&str], key: &str) -> String {
    let numbered = (2..).map(|number| format!("{key}.{number}"));
    let mut keys = std::iter::once(key.to_owned()).chain(numbered);
    keys.find(|key| !there.contains(&key.as_str())).unwrap_or_else(|| key.to_owned())
}

/// The level that a key names, as those that are offered here do.
pub(super) fn level_of(key: &str) -> Option<&'static Level> {
    let named = key.split('.').nth(1).unwrap_or_default();
    Level::ALL.iter().find(|level| level.as_str().eq_ignore_ascii_case(named))
}

/// What an entry is called before it holds anything.
pub(super) fn new_name(language: Language, kind: EntryKind, key: &str) -> String {
    let level = level_of(key);
    let word = |id: &str| words::word(language, id);
    let of = |id: &str, level: &Level| words::say(language, &Message::new(id).with("who", level.as_str()));
    match (kind, level) {
        (EntryKind::Window, Some(level)) => of("rulebook-new-window", level),
        (EntryKind::Window, None) => word("rulebook-new-window-other"),
        (EntryKind::Extension, Some(level)) => of("rulebook-new-extension", level),
        (EntryKind::Limit, Some(level)) => of("rulebook-new-limit", level),
        (EntryKind::Closure, _) => by_key(language, key).unwrap_or_else(|| word("rulebook-new-closure")),
        (EntryKind::Piece, _) => word("rulebook-new-piece"),
        (EntryKind::Value | EntryKind::Extension | EntryKind::Limit, _) => name(language, None, key),
    }
}

#[cfg(test)]
mod tests {
    use super::{free, new_name};
    use guichet_model::Language;
    use guichet_rules::rulebook::EntryKind;

    #[test]
    fn a_key_is_one_that_nothing_has() {
        assert_eq!(free(&[], "window.l1"), "window.l1");
        assert_eq!(free(&["window.l1", "window.l1.2"], "window.l1"), "window.l1.3");
    }

    #[test]
    fn what_may_be_added_has_a_name() {
        let name = |kind, key| new_name(Language::Fr, kind, key);
        assert_eq!(name(EntryKind::Window, "window.l1.2"), "Période d’inscription, L1");
        assert_eq!(name(EntryKind::Closure, "closure.winter"), "Fermeture d’hiver");
        assert_eq!(name(EntryKind::Closure, "closure.other"), "Autre fermeture de la scolarité");
        assert_eq!(name(EntryKind::Value, "couleur"), "couleur");
    }
}
