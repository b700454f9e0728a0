use super::data_key::expand;
use zeroize::Zeroizing;

/// A recovery code: 128 random bits, printed on paper as seven groups of four letters and digits, the last of which tell
/// a typing error. Wiped from memory when dropped, and shown only by [`RecoveryCode::grouped`].
pub struct RecoveryCode(Zeroizing<[u8; 16]>);

/// A text that cannot be a recovery code as it was printed: a letter is wrong, missing or too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MistypedCode;

/// Crockford's base 32: no I, L, O nor U, which are read as other letters or digits.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of a code: 128 bits, and 12 that check them.
const LENGTH: usize = 28;
const GROUP: usize = 4;

impl RecoveryCode {
    /// The code of sixteen bytes from the system's generator.
    #[must_use]
    pub fn new(bytes: [u8; 16]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The code as it is printed: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`.
    #[must_use]
    pub fn grouped(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
        for (at, letter) in letters(u128::from_be_bytes(*self.0)).iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(LETTERS[usize::from(*letter)]));
        }
        text
    }

    /// Reads a code as somebody typed it: in any case, with or without its hyphens, O for 0, I or L for 1.
    ///
    /// # Errors
    /// [`MistypedCode`] when it is not one. Every single wrong letter and every swap of two neighbours is seen.
    pub fn read(typed: &str) -> Result<Self, MistypedCode> {
        let mut digits = Zeroizing::new(Vec::with_capacity(LENGTH));
        for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}')) {
            if digits.len() == LENGTH {
                return Err(MistypedCode);
            }
            digits.push(value(c).ok_or(MistypedCode)?);
        }
        let number = number(&digits).filter(|number| *letters(*number) == **digits).ok_or(MistypedCode)?;
        Ok(Self::new(number.to_be_bytes()))
    }

    /// The key it gives with a salt. Its bits are random already: nothing costly is needed.
    pub(super) fn key(&self, salt: &[u8]) -> Zeroizing<[u8; 32]> {
        expand(Some(salt), self.0.as_slice(), "guichet recovery 1")
    }
}

/// The letters of a code, by their numbers in the alphabet: 140 bits, the highest first.
fn letters(number: u128) -> Zeroizing<[u8; LENGTH]> {
    let check = u128::from(check(number));
    let mut letters = Zeroizing::new([0; LENGTH]);
    for (letter, low) in letters.iter_mut().rev().zip((0..).step_by(5)) {
        let shifted = if low < 12 { (number << 12 | check) >> low } else { number >> (low - 12) };
        *letter = u8::try_from(shifted & 31).unwrap_or_default();
    }
    letters
}

/// The first 128 of the 140 bits of as many letters as a code has.
fn number(digits: &[u8]) -> Option<u128> {
    let (highest, others) = digits.split_first()?;
    let start = u128::from(*highest);
    // Twenty-five letters and three bits of the twenty-sixth: the last two letters are check bits alone.
    let (whole, rest) = others.split_at_checked(24)?;
    let number = whole.iter().fold(start, |number, digit| number << 5 | u128::from(*digit));
    let shared = rest.first()?;
    Some(number << 3 | u128::from(shared >> 2))
}

/// A cyclic check of twelve bits (x¹² + x¹¹ + x³ + x² + x + 1): it sees every fault within twelve neighbouring bits, hence
/// every wrong letter and every swap of neighbours.
fn check(number: u128) -> u16 {
    let mut rest: u16 = 0;
    for at in (0..128).rev() {
        let bit = u16::from(number >> at & 1 == 1);
        let out = rest >> 11 & 1;
        rest = rest << 1 & 0xfff;
        if out ^ bit == 1 {
            rest ^= 0x80f;
        }
    }
    rest
}

fn value(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    LETTERS.iter().position(|letter| char::from(*letter) == c).and_then(|at| u8::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, MistypedCode, RecoveryCode};
    use proptest::prelude::*;

    fn read(typed: &str) -> Option<[u8; 16]> {
        RecoveryCode::read(typed).ok().map(|code| *code.0)
    }

    #[test]
    fn a_code_is_read_however_it_is_copied() {
        let bytes = std::array::from_fn(|at| u8::try_from(at * 15 + 7).unwrap());
        let text = RecoveryCode::new(bytes).grouped();
        assert_eq!(text.split('-').map(str::len).collect::<Vec<_>>(), [4; 7]);
        let close = text.replace('0', "o").replace('1', "l");
        for typed in [text.as_str(), &text.to_lowercase(), &text.replace('-', ""), &text.replace('-', " – "), &close]
        {
            assert_eq!(read(typed), Some(bytes), "{typed}");
        }
        for typed in ["", "x", &text[1..], &format!("{}0", *text), &text.replacen('-', "é", 1), &"Z".repeat(28)] {
            assert_eq!(RecoveryCode::read(typed).err(), Some(MistypedCode), "{typed}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn a_typing_error_is_told_as_such(bytes: [u8; 16]) {
            let text: Vec<u8> = RecoveryCode::new(bytes).grouped().bytes().filter(|byte| *byte != b'-').collect();
            let typed = |text: &[u8]| read(std::str::from_utf8(text).unwrap());
            prop_assert_eq!(typed(&text), Some(bytes));
            for at in 0..text.len() {
                for letter in LETTERS.iter().filter(|letter| **letter != text[at]) {
                    let mut wrong = text.clone();
                    wrong[at] = *letter;
                    prop_assert_eq!(typed(&wrong), None);
                }
                let mut swapped = text.clone();
                swapped.swap(at, (at + 1).min(27));
                prop_assert!(swapped == text || typed(&swapped).is_none());
            }
        }
    }
}
