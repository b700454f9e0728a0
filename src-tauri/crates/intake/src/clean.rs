//! Text as it is compared and stored: trimmed of every kind of space, composed, without control characters.

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text trimmed of Unicode spaces and zero-width characters, in the composed form; inner line breaks are spaces.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c));
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return Cow::Borrowed(text);
    }
    let plain = !text.chars().any(|c| c.is_control() || is_invisible(c));
    if plain && is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|c| !is_invisible(*c));
    Cow::Owned(kept.map(|c| if c.is_control() { ' ' } else { c }).nfc().collect())
}

/// Characters without width that spreadsheets and web pages leave behind. The joiners stay: some scripts need them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn spaces_go_and_accents_are_composed() {
        assert_eq!(clean("  Dupont\u{a0}\u{202f}"), "Dupont");
        assert_eq!(clean("\u{feff}Zoe\u{308}\u{200b}"), "Zoë");
        assert_eq!(clean("De La\nTour"), "De La Tour");
        assert_eq!(clean("Jean\u{202e}Paul"), "JeanPaul");
        assert_eq!(clean("\u{200b} \t"), "");
    }
}
