use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The comparison key of a text: case, accents, ligatures, punctuation and spaces are gone.
///
/// Two spellings of one name, or of one column header, have the same key. Letters that only look alike (a Cyrillic А, a
/// mathematical 𝐀) stay apart, and so do the vowel signs of scripts that write vowels as marks.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = fold_words(text);
    if folded.contains(' ') {
        folded.retain(|c| c != ' ');
    }
    folded
}

/// Like [`fold`], but words stay apart, separated by one space.
#[must_use]
pub fn fold_words(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            // Mathematical letters decompose into plain ones: nobody is recognised by them.
            '\u{1d400}'..='\u{1d7ff}' => folded.push(c),
            _ if c.is_ascii() => part(&mut folded),
            _ => decompose_compatible(c, |c| push(&mut folded, c)),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Adds one decomposed character.
fn push(folded: &mut String, c: char) {
    match c {
        'œ' | 'Œ' => folded.push_str("oe"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'ß' | 'ẞ' => folded.push_str("ss"),
        'ł' | 'Ł' => folded.push('l'),
        'ø' | 'Ø' => folded.push('o'),
        'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
        'ħ' | 'Ħ' => folded.push('h'),
        'ŧ' | 'Ŧ' => folded.push('t'),
        'þ' | 'Þ' => folded.push_str("th"),
        'ı' => folded.push('i'),
        c if is_dropped(c) => {}
        // Apostrophes and primes that Unicode counts among the letters.
        '\u{2b9}'..='\u{2df}' | '\u{a78b}' | '\u{a78c}' => part(folded),
        c if is_combining_mark(c) => folded.push(c),
        c if c.is_alphanumeric() => folded.extend(c.to_lowercase().filter(|c| !is_dropped(*c))),
        _ => part(folded),
    }
}

/// Ends a word.
fn part(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// What leaves nothing behind: accents, vowel points that may be left out, marks of direction and of hyphenation.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}'
        | '\u{591}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
        | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// An identifier's letters and digits in upper case, separators dropped; `None` when nothing is left.
pub(crate) fn upper_alphanumeric(text: &str) -> Option<String> {
    // Filtered last: the capital of some letters is a letter and a mark beside it.
    let kept: String = text.chars().flat_map(char::to_uppercase).filter(|c| c.is_alphanumeric()).collect();
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

    #[test]
    fn vowels_written_as_marks_make_other_words_and_vowel_points_do_not() {
        assert_ne!(fold("राम"), fold("रमा"), "two names");
        assert_ne!(fold("か"), fold("が"));
        assert_eq!(fold("مُحَمَّد"), fold("محمد"));
        assert_eq!(fold("Иванов"), fold("ИВАНОВ"));
    }
}
