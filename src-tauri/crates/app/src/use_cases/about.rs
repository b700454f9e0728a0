//! What the application is made of, with its licences and their texts, and where it keeps what it keeps.

use super::Nothing;
use crate::app::App;
use crate::failure::AppError;
use crate::wire::{AboutView, LicenceLine};
use guichet_model::fold;
use serde::Deserialize;

/// One line a part: name, version (or nothing), licence, the numbers of its texts, between tabs. `cargo xtask gen` writes it from
/// the lock files.
const PARTS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/licences.tsv"));
/// The texts of the licences, each once, from the first.
const TEXTS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/licence-texts.txt"));
/// What stands between two texts.
const BETWEEN: &str = "\u{c}\n";

/// The application's licence and the folder of the data.
pub(crate) fn about(app: &App, _: Nothing) -> Result<AboutView, AppError> {
    Ok(AboutView {
        data_folder: app.host.data_folder().display().to_string(),
        licence: env!("CARGO_PKG_LICENSE").to_owned(),
    })
}

#[derive(Deserialize)]
pub(crate) struct PartsArguments {
    /// What is looked for; every part for nothing.
    words: String,
}

/// The parts whose name, licence or licence's text holds some words.
pub(crate) fn parts(_: &App, args: PartsArguments) -> Result<Vec<LicenceLine>, AppError> {
    let wanted = fold(&args.words);
    let in_text: Vec<bool> = TEXTS.split(BETWEEN).map(|text| fold(text).contains(&wanted)).collect();
    let holds = |part: &Part<'_>| {
        let text = |at: usize| in_text.get(at).copied().unwrap_or_default();
        fold(&format!("{} {}", part.name, part.licence)).contains(&wanted) || part.texts().any(text)
    };
    Ok(all().filter(holds).map(|part| part.line()).collect())
}

#[derive(Deserialize)]
pub(crate) struct TextArguments {
    name: String,
    version: Option<String>,
}

/// The texts of the licence of a part, one after the other.
pub(crate) fn text(_: &App, args: TextArguments) -> Result<String, AppError> {
    let version = args.version.unwrap_or_default();
    let part = all().find(|part| part.name == args.name && part.version == version).ok_or(AppError::Gone("part"))?;
    let texts: Vec<&str> = part.texts().filter_map(|at| TEXTS.split(BETWEEN).nth(at)).collect();
    Ok(texts.join("\n"))
}

/// A line of the list.
struct Part<'a> {
    name: &'a str,
    version: &'a str,
    licence: &'a str,
    numbers: &'a str,
}

fn all() -> impl Iterator<Item = Part<'static>> {
    PARTS.lines().filter_map(|line| {
        let mut words = line.split('\t');
        Some(Part { name: words.next()?, version: words.next()?, licence: words.next()?, numbers: words.next()? })
    })
}

impl Part<'_> {
    /// Which texts are its licence's.
    fn texts(&self) -> impl Iterator<Item = usize> {
        self.numbers.split(' ').filter_map(|number| number.parse::<usize>().ok()?.checked_sub(1))
    }

    fn line(&self) -> LicenceLine {
        let version = Some(self.version.to_owned()).filter(|version| !version.is_empty());
        LicenceLine { name: self.name.to_owned(), version, licence: self.licence.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::{BETWEEN, PARTS, TEXTS, all};
    use std::collections::BTreeSet;

    #[test]
    fn every_line_is_a_part_with_its_licence_and_the_text_of_it() {
        assert_eq!(all().count(), PARTS.lines().count(), "four columns");
        assert!(all().count() > 300, "the lists were joined");
        assert!(all().any(|part| part.name == "tauri" && !part.version.is_empty()));
        assert!(all().any(|part| part.name == "SQLCipher" && part.version.is_empty()));
        let texts: Vec<&str> = TEXTS.split(BETWEEN).collect();
        for part in all() {
            assert!(!part.licence.is_empty() && part.texts().next().is_some(), "{}", part.name);
            assert!(part.texts().any(|at| texts[at].len() > 400), "{}", part.name);
        }
        let used: BTreeSet<usize> = all().flat_map(|part| part.texts().collect::<Vec<_>>()).collect();
        assert_eq!(used.len(), texts.len(), "no text is left over");
        assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), texts.len(), "each once");
    }
}
