//! Keys by which names are searched and put in order, whatever their case and accents.

use guichet_model::{Identity, fold, fold_words};

/// Birth name, then given name: the order of every list of persons.
pub(crate) fn name_key(identity: &Identity) -> String {
    let part = |text: &Option<String>| text.as_deref().map(fold_words).unwrap_or_default();
    format!("{} {}", part(&identity.birth_name), part(&identity.given_name)).trim().to_owned()
}

/// Every word of these texts, each behind a space; texts of several words once more in one piece.
pub(crate) fn search_words<'a>(texts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    let mut words = String::new();
    for text in texts.into_iter().flatten() {
        let folded = fold_words(text);
        if folded.is_empty() {
            continue;
        }
        words.push(' ');
        words.push_str(&folded);
        if folded.contains(' ') {
            words.push(' ');
            words.push_str(&folded.replace(' ', ""));
        }
    }
    words
}

/// What somebody searches for.
pub(crate) struct Search {
    words: Vec<String>,
    whole: String,
}

impl Search {
    pub(crate) fn new(text: &str) -> Self {
        let words = fold_words(text).split_whitespace().map(|word| format!(" {word}")).collect();
        Self { words, whole: format!(" {}", fold(text)) }
    }

    /// The words typed, each behind a space.
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// All of them in one piece, behind a space.
    pub(crate) fn whole(&self) -> &str {
        &self.whole
    }

    /// Whether each word typed begins a word of the key, or all of them in one piece do.
    pub(crate) fn finds(&self, key: &str) -> bool {
        self.words.iter().all(|word| key.contains(word.as_str())) || key.contains(&self.whole)
    }
}

#[cfg(test)]
mod tests {
    use super::{Search, search_words};

    #[test]
    fn the_beginnings_of_words_are_found_without_case_or_accents() {
        let key =
            search_words([Some("De La Tour"), None, Some("Zoé"), Some("1409002949V"), Some("zoe.tour@exemple.fr")]);
        for text in ["", "zoe", "ZOÉ tou", "delatour", "de la", "1409 002949v", "zoe.tour@exemple.fr", "Exemp"] {
            assert!(Search::new(text).finds(&key), "{text}");
        }
        for text in ["our", "zoe martin", "409"] {
            assert!(!Search::new(text).finds(&key), "{text}");
        }
    }
}
