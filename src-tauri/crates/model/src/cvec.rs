use crate::fold::upper_alphanumeric;
use serde::{Deserialize, Serialize};

/// The number of a Cvec certificate, upper case and without separators. Nothing offline proves one valid.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CvecNumber(String);

impl CvecNumber {
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

    /// Whether it has the shape seen on certificates: three letters, a digit, six letters or digits, two digits.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        let chars = self.0.as_bytes();
        chars.len() == 12
            && chars[..3].iter().all(u8::is_ascii_uppercase)
            && chars[3].is_ascii_digit()
            && chars[4..10].iter().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
            && chars[10..].iter().all(u8::is_ascii_digit)
    }

    /// The fourth character, a hint at the academic year's last digit; `None` when the number is malformed.
    #[must_use]
    pub fn year_digit(&self) -> Option<u8> {
        self.is_well_formed().then(|| self.0.as_bytes()[3] - b'0')
    }
}

impl std::fmt::Display for CvecNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_well_formed() {
            write!(f, "{} {} {}", &self.0[..4], &self.0[4..10], &self.0[10..])
        } else {
            f.write_str(&self.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CvecNumber;

    #[test]
    fn the_printed_shape_is_recognised() {
        let number = CvecNumber::new("mar4 gbzetk-87").expect("a number");
        assert!(number.is_well_formed());
        assert_eq!(number.year_digit(), Some(4));
        assert_eq!(number.to_string(), "MAR4 GBZETK 87");
        for text in ["MAR4 GBZETK 8", "MARX GBZETK 87", "MAR4 GBZETK 8A", "MAR4 GBZÉTK 87"] {
            let number = CvecNumber::new(text).expect("a number");
            assert!(!number.is_well_formed(), "{text}");
            assert_eq!(number.year_digit(), None);
        }
    }
}
