//! Letters that another program damaged before the file came here: a text in UTF-8 that was once taken for one of single
//! bytes (`ZoÃ©`), and the sign of a lost letter. What can be given back exactly is; what cannot is told. Neither is ever
//! handed on.

use crate::column::Group;
use encoding_rs::WINDOWS_1252;
use guichet_model::{Arg, CellAddress, Message, ProblemCode};
use std::borrow::Cow;

/// What stands for a letter that is not known any more.
const LOST: char = '?';
/// Longest part of a cell's text repeated in a sentence.
const SHOWN_CHARS: usize = 60;
/// Texts repeated in a sentence.
const SAMPLES: usize = 3;
/// First signs of a letter of French and its neighbours that was taken for two or three.
const LEADS: [char; 5] = ['Ã', 'Â', 'â', 'Å', 'Ä'];

/// The damaged letters of one sheet.
#[derive(Default)]
pub(crate) struct Letters {
    lost: Group,
    restored: Group,
    samples: Vec<String>,
}

/// What became of a damaged text.
#[derive(Debug, PartialEq)]
enum Mended {
    /// It is again as it was typed.
    Restored(String),
    /// Some letters are gone.
    Lost(String),
}

impl Letters {
    /// The text as it may be kept; what was done to it is remembered.
    pub(crate) fn mend<'t>(&mut self, address: CellAddress, text: &'t str) -> Cow<'t, str> {
        match mend(text) {
            None => Cow::Borrowed(text),
            Some(Mended::Lost(text)) => {
                self.lost.add(address);
                Cow::Owned(text)
            }
            Some(Mended::Restored(text)) => {
                self.restored.add(address);
                if self.samples.len() < SAMPLES {
                    self.samples.push(text.chars().take(SHOWN_CHARS).collect());
                }
                Cow::Owned(text)
            }
        }
    }

    /// What there is to tell, with its first cell.
    pub(crate) fn told(&self) -> Vec<(String, ProblemCode, Message)> {
        let mut told = Vec::new();
        if let Some(first) = self.restored.first.first() {
            let samples = self.samples.iter().map(|text| Arg::from(text.as_str())).collect();
            let message = Message::new("problem-letters-restored")
                .with("count", self.restored.count)
                .with("samples", Arg::List(samples));
            told.push((first.to_string(), ProblemCode::EncodingDoubtful, message));
        }
        if let Some(first) = self.lost.first.first() {
            let cells = self.lost.first.iter().map(|cell| Arg::from(cell.to_string())).collect();
            let message =
                Message::new("problem-letters-lost").with("count", self.lost.count).with("cells", Arg::List(cells));
            told.push((first.to_string(), ProblemCode::ValueUnreadable, message));
        }
        told
    }
}

/// A damaged text as it may be kept; `None` of nearly every text, which is not.
fn mend(text: &str) -> Option<Mended> {
    // Nearly every text is plain.
    if text.is_ascii() {
        return None;
    }
    let has_lost = text.contains(char::REPLACEMENT_CHARACTER);
    if !has_lost && !text.contains(|c: char| LEADS.contains(&c) || is_left_over(c)) {
        return None;
    }
    if let Some(whole) = whole(text) {
        return Some(Mended::Restored(whole));
    }
    let (mended, lost) = by_letter(text);
    match (mended != text, lost) {
        (_, true) => Some(Mended::Lost(mended)),
        (true, false) => Some(Mended::Restored(mended)),
        (false, false) => None,
    }
}

/// Bytes that Windows-1252 has letters for and ISO-8859-1 has not: nobody types them. A next line (U+0085) is a blank.
fn is_left_over(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}')
}

/// The byte that a letter was taken from, in Windows-1252 or ISO-8859-1.
fn byte(c: char) -> Option<u8> {
    if let '\u{80}'..='\u{9f}' = c {
        return u8::try_from(u32::from(c)).ok();
    }
    let mut buffer = [0; 4];
    match WINDOWS_1252.encode(c.encode_utf8(&mut buffer)) {
        (bytes, _, false) => bytes.first().copied(),
        _ => None,
    }
}

/// The text all of whose letters were damaged in the same way.
fn whole(text: &str) -> Option<String> {
    let bytes: Vec<u8> = text.chars().map(byte).collect::<Option<_>>()?;
    let better = String::from_utf8(bytes).ok()?;
    (better.len() < text.len() && !better.contains(is_left_over)).then_some(better)
}

/// The text with each damaged letter given back, or the sign that it is lost; and whether one is.
fn by_letter(text: &str) -> (String, bool) {
    let (mut mended, mut lost, mut rest) = (String::with_capacity(text.len()), false, text);
    while let Some(c) = rest.chars().next() {
        let (put, length) = match letter(rest) {
            Some((letter, length)) => (letter, length),
            None if c == char::REPLACEMENT_CHARACTER => (LOST, c.len_utf8()),
            None if cut_letter(rest, mended.chars().next_back()) => (LOST, cut_length(rest)),
            None if is_left_over(c) => (of_windows(c).unwrap_or(LOST), c.len_utf8()),
            None => (c, c.len_utf8()),
        };
        lost |= put == LOST && c != LOST;
        mended.push(put);
        rest = &rest[length..];
    }
    (mended, lost)
}

/// The letter that the first two or three signs were taken for, and their length.
fn letter(rest: &str) -> Option<(char, usize)> {
    let count = match rest.chars().next()? {
        'Ã' | 'Â' => 2,
        'â' => 3,
        _ => return None,
    };
    let length = rest.char_indices().nth(count).map_or(rest.len(), |(end, _)| end);
    let bytes: Vec<u8> = rest[..length].chars().map(byte).collect::<Option<_>>()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    let mut letters = text.chars();
    let letter = letters.next()?;
    (letters.next().is_none() && !is_left_over(letter)).then_some((letter, length))
}

/// Whether these signs begin a letter whose end is lost: `voilÃ `, whose last sign became a blank, or `â€` alone.
fn cut_letter(rest: &str, before: Option<char>) -> bool {
    let mut signs = rest.chars();
    let (first, second) = (signs.next(), signs.next());
    match first {
        Some('Ã' | 'Â') if second == Some(char::REPLACEMENT_CHARACTER) => true,
        // `Ã` ends words in Portuguese, but none that is written in small letters.
        Some('Ã') => second.is_none_or(char::is_whitespace) && before.is_none_or(|c| !c.is_uppercase()),
        Some('â') => matches!(second, Some('€' | '\u{80}')),
        _ => false,
    }
}

fn cut_length(rest: &str) -> usize {
    let both = rest.starts_with('â') || rest.chars().nth(1) == Some(char::REPLACEMENT_CHARACTER);
    let count = if both { 2 } else { 1 };
    rest.char_indices().nth(count).map_or(rest.len(), |(end, _)| end)
}

/// The letter that Windows-1252 has for such a byte.
fn of_windows(c: char) -> Option<char> {
    let byte = u8::try_from(u32::from(c)).ok()?;
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&byte));
    text.chars().next().filter(|c| !is_left_over(*c))
}

#[cfg(test)]
mod tests {
    use super::{Mended, mend};

    #[test]
    fn letters_taken_for_two_signs_are_restored() {
        for (damaged, typed) in [
            ("ZoÃ© Lâ€™Ã‰toile", "Zoé L’Étoile"),
            ("HaÃ¿", "Haÿ"),
            ("Dâ\u{80}\u{99}HaÃ¿", "D’Haÿ"),
            ("Å\u{92}uvrard", "Œuvrard"),
            ("Ã\u{80}lÃ\u{a0}r", "Àlàr"),
            ("KovaÄ‡", "Kovać"),
            ("L\u{92}\u{c9}glise", "L’Église"),
            ("é ZoÃ© à", "é Zoé à"),
        ] {
            assert_eq!(mend(damaged), Some(Mended::Restored(typed.to_owned())), "{damaged}");
        }
    }

    #[test]
    fn letters_that_are_gone_are_told_and_nothing_damaged_stays() {
        for (damaged, kept) in [
            ("In\u{fffd}s", "In?s"),
            ("VoilÃ  ZoÃ©", "Voil?  Zoé"),
            ("Lâ€Ã‰toile", "L?Étoile"),
            ("ZoÃ\u{fffd} HaÃ¿", "Zo? Haÿ"),
            ("a\u{81}b", "a?b"),
        ] {
            assert_eq!(mend(damaged), Some(Mended::Lost(kept.to_owned())), "{damaged}");
        }
    }

    #[test]
    fn names_with_such_letters_are_left_alone() {
        for right in
            ["Zoé", "JOÃO", "IRMÃ SILVA", "Âge", "Benoît", "Åse", "Ärzte", "âgé", "plain", "a\u{85}b", "NGUYỄN Â"]
        {
            assert_eq!(mend(right), None, "{right}");
        }
    }
}
