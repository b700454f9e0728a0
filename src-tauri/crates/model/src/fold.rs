use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The comparison key of a text: case, accents, ligatures, punctuation and spaces are gone.
///
/// Two spellings of one name, or of one column header, have the same key.
#[must_use]
pub fn fold(text: &str) -> String {
    fold_words(text).replace(' ', "")
}

/// Like [`fold`], but words stay apart, separated by one space.
#[must_use]
pub fn fold_words(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'ß' | 'ẞ' => folded.push_str("ss"),
            'ł' | 'Ł' => folded.push('l'),
            'ø' | 'Ø' => folded.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
            'þ' | 'Þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_alphanumeric() => folded.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c))),
            _ if folded.is_empty() || folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// An identifier's letters and digits in upper case, separators dropped; `None` when nothing is left.
pub(crate) fn upper_alphanumeric(text: &str) -> Option<String> {
    let kept: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    (!kept.is_empty()).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_words};

    #[test]
    fn one_name_has_one_key() {
        assert_eq!(fold("Œuvrard"), fold("OEUVRARD"));
        assert_eq!(fold("D’Almeida"), fold("d'almeida"));
        assert_eq!(fold("De La Tour"), fold("DELATOUR"));
        assert_eq!(fold("García-Pérez"), fold("GARCIA PEREZ"));
        assert_eq!(fold("N° étudiant"), fold("n Etudiant :"));
        assert_eq!(fold("e\u{301}te\u{301}"), fold("été"));
        assert_eq!(fold("İstanbul"), fold("istanbul"));
        assert_ne!(fold("Petit"), fold("Petitt"));
    }

    #[test]
    fn words_stay_apart() {
        assert_eq!(fold_words("  L1 - Psychologie (Aix) "), "l1 psychologie aix");
    }
}
