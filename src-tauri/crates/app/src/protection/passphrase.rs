//! What a passphrase must be: long, and not what everybody tries first. No letters of one sort or another are asked for.

use guichet_model::{Message, fold_words};
use guichet_store::Passphrase;
use std::collections::BTreeSet;

/// The least number of characters, unless there are [`LEAST_WORDS`].
pub(crate) const LEAST_CHARACTERS: usize = 12;
/// The least number of words, unless there are [`LEAST_CHARACTERS`].
pub(crate) const LEAST_WORDS: usize = 4;
/// The most characters.
pub(crate) const MOST_CHARACTERS: usize = 128;
/// A passphrase of fewer different letters is a repetition.
const LEAST_DIFFERENT: usize = 5;
/// Digits that people add to a word.
const MOST_DIGITS_ADDED: usize = 4;

const COMMON: &str = include_str!("../../../../../assets/passphrases/common.txt");

/// Why a passphrase will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Neither long nor of many words.
    Short,
    /// Longer than is taken.
    Long,
    /// Among the first that anybody tries, or the same few letters again and again.
    Common,
    /// The workspace's name, the account's, or the application's.
    Named,
}

/// How hard a passphrase that will do is to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strength {
    /// It will do.
    Enough,
    /// Better.
    Good,
    /// As good as need be.
    VeryGood,
}

impl Weakness {
    /// The sentence: what is wrong, what to do.
    #[must_use]
    pub fn message(self) -> Message {
        let message = Message::new(match self {
            Self::Short => "app-passphrase-short",
            Self::Long => "app-passphrase-long",
            Self::Common => "app-passphrase-common",
            Self::Named => "app-passphrase-named",
        });
        message.with("characters", LEAST_CHARACTERS).with("words", LEAST_WORDS).with("most", MOST_CHARACTERS)
    }
}

impl Strength {
    /// The name of its words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Enough => "enough",
            Self::Good => "good",
            Self::VeryGood => "very-good",
        }
    }
}

/// Judges a passphrase; `names` are those it must not be.
///
/// # Errors
/// The [`Weakness`] for which it will not do.
pub(crate) fn judge<N: AsRef<str>>(passphrase: &Passphrase, names: &[N]) -> Result<Strength, Weakness> {
    let text = passphrase.text();
    let (characters, words) = (text.chars().count(), text.split_whitespace().count());
    if characters > MOST_CHARACTERS {
        return Err(Weakness::Long);
    }
    if characters < LEAST_CHARACTERS && words < LEAST_WORDS {
        return Err(Weakness::Short);
    }
    let plain = plain(text);
    // Of a script without letters that fold, the characters themselves are counted.
    let different: BTreeSet<char> = if plain.is_empty() { text.chars().collect() } else { plain.chars().collect() };
    if different.len() < LEAST_DIFFERENT || is_common(&plain) {
        return Err(Weakness::Common);
    }
    if names.iter().any(|name| is_of(&plain, &self::plain(name.as_ref()))) {
        return Err(Weakness::Named);
    }
    Ok(match (characters, words) {
        (20.., _) | (_, 6..) => Strength::VeryGood,
        (16.., _) | (_, 5) => Strength::Good,
        _ => Strength::Enough,
    })
}

fn plain(text: &str) -> String {
    fold_words(text).replace(' ', "")
}

fn is_common(plain: &str) -> bool {
    COMMON.lines().filter(|line| !line.starts_with('#')).any(|common| is_of(plain, common))
}

/// Whether a passphrase is a word, that word doubled, or either with a few digits before or behind.
fn is_of(plain: &str, word: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let added = |rest: &str| rest.len() <= MOST_DIGITS_ADDED && rest.chars().all(is_digit);
    let is = |word: &str| plain.strip_prefix(word).is_some_and(added) || plain.strip_suffix(word).is_some_and(added);
    !word.is_empty() && (is(word) || is(&word.repeat(2)))
}

#[cfg(test)]
mod tests {
    use super::{Strength, Weakness, judge};
    use guichet_model::{Catalogue, Language};
    use guichet_store::Passphrase;

    fn judged(text: &str) -> Result<Strength, Weakness> {
        judge(&Passphrase::new(text.to_owned()), &["Scolarité Lettres 2024", "Ada Première"])
    }

    #[test]
    fn a_long_passphrase_will_do_whatever_its_letters() {
        for (text, strength) in [
            ("un lac gris ici", Strength::Enough),
            ("le un la bo", Strength::Enough),
            ("rdtuvxmlkhgb", Strength::Enough),
            ("barque lilas tuile", Strength::Good),
            ("il y a un lac", Strength::Good),
            ("une pomme verte sur le toit", Strength::VeryGood),
            ("Ἀλλ’ ἔμπης τόδε ἔργον", Strength::VeryGood),
        ] {
            assert_eq!(judged(text), Ok(strength), "{text}");
        }
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        for (text, weakness) in [
            ("", Weakness::Short),
            ("Tr0ub4dor&3", Weakness::Short),
            (&"un lac gris ".repeat(11), Weakness::Long),
            ("Mot de passe 2024", Weakness::Common),
            ("azertyuiop 12", Weakness::Common),
            ("12-Universite", Weakness::Common),
            ("Bonjour Bonjour!", Weakness::Common),
            ("aaaaaaaaaaaaaaaa", Weakness::Common),
            ("a b a b", Weakness::Common),
            ("scolarite lettres 2024", Weakness::Named),
            ("ada-premiere-75", Weakness::Named),
        ] {
            assert_eq!(judged(text), Err(weakness), "{text}");
        }
    }

    #[test]
    fn each_weakness_is_a_sentence_in_both_languages() {
        for weakness in [Weakness::Short, Weakness::Long, Weakness::Common, Weakness::Named] {
            for language in Language::ALL {
                let sentence = Catalogue::shared().render(*language, &weakness.message());
                assert!(!sentence.contains('⟦'), "{sentence}");
            }
        }
    }
}
