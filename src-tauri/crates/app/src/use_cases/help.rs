//! The help: a page for each screen, and the pages of the rules, without which no workspace need be open.

use crate::app::App;
use crate::failure::AppError;
use crate::page::blocks;
use crate::wire::{HelpLine, PageBlock};
use guichet_model::{Language, fold_words};
use guichet_rules::{Help, RULES};
use serde::Deserialize;

/// How many pages a search answers with at most.
const MOST_FOUND: usize = 40;
/// How long an extract is, in characters.
const EXTRACT: usize = 140;

macro_rules! screens {
    ($($name:literal),* $(,)?) => {
        /// The pages of the screens, in the order of the menu, under the names the window gives them.
        const SCREENS: &[(&str, Help)] = &[$(($name, Help {
            fr: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/help/screens/", $name, ".fr.md")),
            en: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/help/screens/", $name, ".en.md")),
        })),*];
    };
}

screens!(
    "start",
    "desk",
    "files",
    "findings",
    "requests",
    "waivers",
    "simulation",
    "import",
    "rules",
    "journal",
    "backups",
    "settings",
    "exports",
);

/// A page: its name, whether it is a rule's, and its words.
type Page = (&'static str, bool, Help);

/// Every page: those of the screens, then those of the rules.
fn pages() -> impl Iterator<Item = Page> {
    let screens = SCREENS.iter().map(|(name, help)| (*name, false, *help));
    screens.chain(RULES.iter().map(|rule| (rule.code, true, rule.help)))
}

#[derive(Deserialize)]
pub(crate) struct SearchArguments {
    words: String,
}

/// The pages that have all these words, those with all of them in their title first. Without words, those of the screens.
pub(crate) fn search(app: &App, args: SearchArguments) -> Result<Vec<HelpLine>, AppError> {
    let language = app.state().language();
    let wanted = fold_words(&args.words);
    let wanted: Vec<&str> = wanted.split_whitespace().collect();
    let mut found: Vec<HelpLine> = match wanted.is_empty() {
        true => pages().filter(|(_, rule, _)| !rule).filter_map(|page| line(language, page, &wanted)).collect(),
        false => pages().filter_map(|page| line(language, page, &wanted)).collect(),
    };
    found.sort_by_key(|line| line.extract.is_some());
    found.truncate(MOST_FOUND);
    Ok(found)
}

/// A page as an answer, when it has the words.
fn line(language: Language, (name, rule, help): Page, wanted: &[&str]) -> Option<HelpLine> {
    let texts = texts(&blocks(help.in_language(language)));
    let title = texts.first()?.clone();
    let has = |text: &str| wanted.iter().all(|word| text.contains(word));
    let titled = has(&fold_words(&format!("{name} {title}")));
    if !titled && !has(&fold_words(&format!("{name} {}", texts.join(" ")))) {
        return None;
    }
    let place = |text: &&String| wanted.iter().any(|word| fold_words(text).contains(word));
    let extract = if titled { None } else { Some(texts.iter().find(place).map_or_else(String::new, |text| cut(text))) };
    Some(HelpLine { name: name.to_owned(), title, rule, extract })
}

/// The first characters of a text, up to a whole word.
fn cut(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(EXTRACT) else { return text.to_owned() };
    let short = text.get(..end).unwrap_or(text);
    format!("{}…", short.rsplit_once(' ').map_or(short, |(whole, _)| whole))
}

/// The words of a page, heading first.
fn texts(blocks: &[PageBlock]) -> Vec<String> {
    let words = |block: &PageBlock| match block {
        PageBlock::Heading { text, .. } | PageBlock::Paragraph { text } | PageBlock::Quote { text } => {
            vec![text.clone()]
        }
        PageBlock::List { items } => items.clone(),
        PageBlock::Table { rows } => rows.iter().map(|row| row.join(" ")).collect(),
    };
    blocks.iter().flat_map(words).collect()
}

#[derive(Deserialize)]
pub(crate) struct PageArguments {
    name: String,
}

/// A page, block by block.
pub(crate) fn page(app: &App, args: PageArguments) -> Result<Vec<PageBlock>, AppError> {
    let (_, _, help) = pages().find(|(name, ..)| *name == args.name).ok_or(AppError::Gone("help"))?;
    Ok(blocks(help.in_language(app.state().language())))
}

#[cfg(test)]
mod tests {
    use super::{EXTRACT, SCREENS, cut, line, pages};
    use crate::page::blocks;
    use crate::wire::{HelpLine, PageBlock};
    use guichet_model::Language;

    fn found(language: Language, words: &[&str]) -> Vec<HelpLine> {
        pages().filter_map(|page| line(language, page, words)).collect()
    }

    #[test]
    fn every_screen_has_a_page_with_a_title_what_to_do_and_its_keys() {
        for (name, help) in SCREENS {
            let shapes = |language| -> Vec<_> {
                let page = blocks(help.in_language(language));
                assert!(
                    matches!(&page[..2], [PageBlock::Heading { level: 1, .. }, PageBlock::Paragraph { .. }]),
                    "{name}"
                );
                assert!(matches!(page.last(), Some(PageBlock::Table { rows }) if rows.len() > 1), "{name}: its keys");
                page.iter().map(std::mem::discriminant).collect()
            };
            assert_eq!(shapes(Language::Fr), shapes(Language::En), "{name} says the same in both languages");
        }
    }

    #[test]
    fn words_are_found_without_accents_in_screens_and_in_rules() {
        let french = found(Language::Fr, &["derogation"]);
        assert!(french.iter().any(|line| !line.rule) && french.iter().any(|line| line.rule));
        assert!(french.iter().all(|line| line.extract.as_ref().is_none_or(|text| text.chars().count() <= EXTRACT + 1)));
        let by_code = found(Language::En, &["cvc001"]);
        assert!(by_code.iter().any(|line| line.name == "CVC001" && line.extract.is_none()), "a code is a title");
        assert!(found(Language::Fr, &["derogation", "zzzz"]).is_empty(), "all the words count");
    }

    #[test]
    fn an_extract_ends_at_a_word() {
        let long = "mot ".repeat(EXTRACT);
        assert!(cut(&long).ends_with("mot…"));
        assert_eq!(cut("court"), "court");
    }
}
