//! In what forms somebody is told in free words: a telephone number, a date or a name is not written there as in its column.
//! All of them are folded in one piece.

use crate::fold::fold_words;
use crate::profile::PARTICLES;
use time::Date;

/// The fewest letters of what is left of a family name without its particles: « tour » is a word, « œuvrestin » is a name.
const LEAST_BARE: usize = 6;
/// The fewest digits of a telephone number.
const LEAST_DIGITS: usize = 7;
/// The months by what they are called, the shortest last.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "january", "jan"],
    &["fevrier", "fevr", "february", "feb"],
    &["mars", "march", "mar"],
    &["avril", "avr", "april", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "juil", "july", "jul"],
    &["aout", "august", "aug"],
    &["septembre", "sept", "september", "sep"],
    &["octobre", "oct", "october"],
    &["novembre", "nov", "november"],
    &["decembre", "dec", "december"],
];

/// A family name without its first particles: « œuvrestin » for « D’ŒUVRESTIN ». Nothing when it has none, or when fewer than six
/// letters are left.
#[must_use]
pub fn bare_family_name(name: &str) -> Option<String> {
    let words = fold_words(name);
    let mut rest = words.as_str();
    while let Some((_, after)) = rest.split_once(' ').filter(|(word, _)| PARTICLES.contains(word)) {
        rest = after;
    }
    let bare = rest.replace(' ', "");
    (rest.len() < words.len() && bare.chars().count() >= LEAST_BARE).then_some(bare)
}

/// A telephone number; a French one with and without the code of the country. Nothing when it is too short to be one.
#[must_use]
pub fn phone_forms(phone: &str) -> Vec<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < LEAST_DIGITS {
        return Vec::new();
    }
    let abroad = ["00330", "0033", "330", "33"].into_iter().find_map(|code| digits.strip_prefix(code));
    let own = abroad.or_else(|| digits.strip_prefix('0')).filter(|own| own.len() == 9);
    let Some(own) = own else { return vec![digits] };
    ["0", "33", "330", "0033", "00330"].into_iter().map(|code| format!("{code}{own}")).collect()
}

/// A date in digits, the day or the year first, and with its month in French or English.
#[must_use]
pub fn date_forms(date: Date) -> Vec<String> {
    let (year, month, day) = (date.year(), u8::from(date.month()), date.day());
    let mut forms =
        vec![format!("{day:02}{month:02}{year}"), format!("{day}{month}{year}"), format!("{year}{month:02}{day:02}")];
    for name in MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default() {
        let first = (day == 1).then(|| format!("1er{name}{year}"));
        forms.extend([format!("{day}{name}{year}"), format!("{day:02}{name}{year}"), format!("{name}{day}{year}")]);
        forms.extend(first);
    }
    forms
}

/// A number without the zeros that some programs put before it; anything else as it is.
#[must_use]
pub fn without_zeros(piece: &str) -> &str {
    if piece.bytes().all(|byte| byte.is_ascii_digit()) { piece.trim_start_matches('0') } else { piece }
}

#[cfg(test)]
mod tests {
    use super::{bare_family_name, date_forms, phone_forms, without_zeros};
    use crate::fold;
    use time::macros::date;

    #[test]
    fn a_name_is_told_without_its_particles_unless_a_word_is_left() {
        assert_eq!(bare_family_name("D'ŒUVRESTIN").as_deref(), Some("oeuvrestin"));
        assert_eq!(bare_family_name("LE TROUHADEC").as_deref(), Some("trouhadec"));
        for name in ["De La Tour", "Martin", "Le", "", "Saint Exemple"] {
            assert_eq!(bare_family_name(name), None, "{name}");
        }
    }

    #[test]
    fn a_telephone_number_is_told_as_it_is_dialled_from_anywhere() {
        for written in
            ["06 99 88 77 66", "06.99.88.77.66", "+33 6 99 88 77 66", "0033699887766", "+33 (0)6 99 88 77 66"]
        {
            let forms = phone_forms("0699887766");
            assert!(forms.contains(&fold(written)), "{written}");
            assert_eq!(phone_forms(written), forms, "{written}");
        }
        assert_eq!(phone_forms("+49 151 1234567"), ["491511234567"]);
        assert!(phone_forms("poste 4512").is_empty() && phone_forms("").is_empty());
    }

    #[test]
    fn a_date_is_told_in_digits_or_words() {
        let forms = date_forms(date!(2003 - 02 - 01));
        for written in ["01/02/2003", "1.2.2003", "2003-02-01", "1er février 2003", "1 févr. 2003", "February 1, 2003"]
        {
            assert!(forms.contains(&fold(written)), "{written}");
        }
        assert!(!forms.contains(&fold("02/01/2003")));
    }

    #[test]
    fn zeros_before_a_number_say_nothing() {
        assert_eq!(without_zeros("0022400001"), "22400001");
        assert_eq!(without_zeros("0a1"), "0a1");
    }
}
