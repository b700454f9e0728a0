use crate::fold::upper_alphanumeric;
use serde::{Deserialize, Serialize};

/// A national student identifier as written, upper case and without separators. Its form may be unknown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ine(String);

/// The forms of an [`Ine`] (source: domain notes, part 2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IneForm {
    /// Ten digits and a letter, given by a rectorat.
    Bea,
    /// Ten letters or digits and a digit, given by a university.
    Nne,
    /// Nine digits and two letters, given by the national register. Its key has no public algorithm.
    Rnie,
    /// Four digits, `A`, five digits and a letter. Its key is not known.
    Apprenticeship,
}

/// What can be said offline of an Ine's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyCheck {
    /// The key agrees with the other characters.
    Agrees,
    /// The key does not agree.
    Differs,
    /// The form's key cannot be computed offline.
    NotVerifiable,
}

const BEA_ALPHABET: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";

impl Ine {
    /// Upper-cases and drops spaces, hyphens and dots; `None` when nothing is left.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        upper_alphanumeric(text).map(Self)
    }

    /// The normalised characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether somebody can be recognised by it: not what a spreadsheet makes of a number (`1,41E+10`, `14100000000`), nor
    /// a word or a row of zeros put where none is known. Another unknown form can: old numbers have many.
    #[must_use]
    pub fn identifies(&self) -> bool {
        let chars = self.0.as_bytes();
        let exponent = self.form().is_none()
            && self.0.split_once('E').is_some_and(|(number, power)| {
                let digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
                digits(number) && digits(power)
            });
        // What a spreadsheet shows of a large number has six digits; the rest, written out again, are zeros.
        let rounded = chars.iter().all(u8::is_ascii_digit) && chars.ends_with(b"00000");
        chars.iter().any(u8::is_ascii_digit) && chars.iter().any(|c| Some(c) != chars.first()) && !exponent && !rounded
    }

    /// The form it has, or `None` when no known form fits.
    #[must_use]
    pub fn form(&self) -> Option<IneForm> {
        let chars = self.0.as_bytes();
        if chars.len() != 11 {
            return None;
        }
        let digits = |range: &[u8]| range.iter().all(u8::is_ascii_digit);
        let letters = |range: &[u8]| range.iter().all(u8::is_ascii_uppercase);
        let (base, last) = chars.split_at(10);
        if digits(base) && letters(last) {
            Some(IneForm::Bea)
        } else if digits(&chars[..9]) && letters(&chars[9..]) {
            Some(IneForm::Rnie)
        } else if base.iter().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase()) && digits(last) {
            Some(IneForm::Nne)
        } else if digits(&chars[..4]) && chars[4] == b'A' && digits(&chars[5..10]) && letters(last) {
            Some(IneForm::Apprenticeship)
        } else {
            None
        }
    }

    /// Whether it is another one without its key, or without the last letter of a key of two.
    #[must_use]
    pub fn is_shortened(&self, whole: &Self) -> bool {
        let lacks = match whole.form() {
            Some(IneForm::Rnie) => 1..=2,
            Some(_) => 1..=1,
            None => return false,
        };
        lacks.contains(&whole.0.len().saturating_sub(self.0.len())) && whole.0.starts_with(&self.0)
    }

    /// Whether the key agrees, for an Ine whose form is known; `None` when it has no known form.
    #[must_use]
    pub fn key(&self) -> Option<KeyCheck> {
        let agrees = match self.form()? {
            IneForm::Bea => self.bea_key_agrees(),
            IneForm::Nne => self.nne_key_agrees(),
            IneForm::Rnie | IneForm::Apprenticeship => return Some(KeyCheck::NotVerifiable),
        };
        Some(if agrees { KeyCheck::Agrees } else { KeyCheck::Differs })
    }

    /// The letter is the first ten digits modulo 23, in an alphabet without I, O and Q; ten equal digits are refused.
    fn bea_key_agrees(&self) -> bool {
        let (base, key) = self.0.split_at(10);
        let Ok(number) = base.parse::<u64>() else { return false };
        let same = base.bytes().all(|c| Some(c) == base.bytes().next());
        let letter = usize::try_from(number % 23).ok().and_then(|index| BEA_ALPHABET.get(index));
        !same && key.bytes().next() == letter.copied()
    }

    /// The digit is the last one of six times the sum of the first nine base-36 values, plus the tenth value;
    /// ten equal characters and ten letters are refused.
    fn nne_key_agrees(&self) -> bool {
        let (base, key) = self.0.split_at(10);
        let values: Vec<u32> = base.chars().filter_map(|c| c.to_digit(36)).collect();
        if values.len() != 10 {
            return false;
        }
        let same = base.bytes().all(|c| c.is_ascii_digit() && Some(c) == base.bytes().next());
        let only_letters = base.bytes().all(|c| c.is_ascii_uppercase());
        let sum = 6 * values[..9].iter().sum::<u32>() + values[9];
        !same && !only_letters && key.chars().next().and_then(|c| c.to_digit(10)) == Some(sum % 10)
    }
}

impl std::fmt::Display for Ine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ine, IneForm, KeyCheck};

    fn ine(text: &str) -> Ine {
        Ine::new(text).expect("not empty")
    }

    #[test]
    fn the_printed_specimen_has_a_good_bea_key() {
        assert_eq!(ine("1409 002949v").form(), Some(IneForm::Bea));
        assert_eq!(ine("1409002949V").key(), Some(KeyCheck::Agrees));
        assert_eq!(ine("1409002949W").key(), Some(KeyCheck::Differs));
        assert_eq!(ine("1111111111A").key(), Some(KeyCheck::Differs));
    }

    #[test]
    fn every_single_digit_error_of_a_bea_is_seen() {
        for place in 0..10 {
            for digit in '0'..='9' {
                let mut chars: Vec<char> = "1409002949V".chars().collect();
                if chars[place] == digit {
                    continue;
                }
                chars[place] = digit;
                let changed: String = chars.into_iter().collect();
                assert_eq!(ine(&changed).key(), Some(KeyCheck::Differs), "{changed}");
            }
        }
    }

    #[test]
    fn a_register_number_cannot_be_verified_offline() {
        assert_eq!(ine("123456789JH").form(), Some(IneForm::Rnie));
        assert_eq!(ine("123456789JH").key(), Some(KeyCheck::NotVerifiable));
        assert_eq!(ine("1234A56789B").form(), Some(IneForm::Apprenticeship));
    }

    #[test]
    fn an_nne_key_is_the_weighted_sum() {
        // 6 x (0+1+2+3+4+23+6+7+8) + 9 = 333
        assert_eq!(ine("01234N67893").key(), Some(KeyCheck::Agrees));
        assert_eq!(ine("01234N67894").key(), Some(KeyCheck::Differs));
    }

    #[test]
    fn other_shapes_have_no_form() {
        for text in ["12345", "ABCDEFGHIJK", "1,23E+10", "140900294VV1X"] {
            assert_eq!(ine(text).form(), None, "{text}");
        }
        assert_eq!(Ine::new(" -. "), None);
    }

    #[test]
    fn what_a_spreadsheet_or_a_placeholder_leaves_identifies_nobody() {
        for text in ["1,41E+10", "1.23E+10", "25E10", "12300000000", "00000000000", "NEANT", "x"] {
            assert!(!ine(text).identifies(), "{text}");
        }
        for text in ["1409002949V", "25E12345678", "0AAAAA00018", "123456789JH", "98765"] {
            assert!(ine(text).identifies(), "{text}");
        }
    }

    #[test]
    fn an_ine_without_its_key_is_a_shorter_one() {
        assert!(ine("123456789J").is_shortened(&ine("123456789JH")));
        assert!(ine("123456789").is_shortened(&ine("123456789JH")));
        assert!(ine("1409002949").is_shortened(&ine("1409002949V")));
        assert!(!ine("140900294").is_shortened(&ine("1409002949V")), "two digits are more than a key");
        assert!(!ine("123456789JH").is_shortened(&ine("123456789JH")));
    }
}
