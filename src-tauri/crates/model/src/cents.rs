use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount of money in whole cents of euro.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cents(pub i64);

impl Cents {
    /// Reads `170`, `170,00`, `1 170,00 €`, `170.5`; `None` when it is not an amount.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '€' | '\u{202f}' | '\u{a0}' | '\u{202c}'))
            .collect();
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.as_str()),
        };
        let (whole, fraction) = match digits.split_once([',', '.']) {
            Some((whole, fraction)) => (whole, fraction),
            None => (digits, ""),
        };
        let plain = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || fraction.len() > 2 || !plain(whole) || !plain(fraction) {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let cents: i64 = format!("{fraction:0<2}").parse().ok()?;
        Some(Self(sign * whole.checked_mul(100)?.checked_add(cents)?))
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{},{:02} €", self.0.abs() / 100, self.0.abs() % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::Cents;

    #[test]
    fn french_and_plain_amounts_are_read() {
        assert_eq!(Cents::parse("1 170,00 €"), Some(Cents(117_000)));
        assert_eq!(Cents::parse("170"), Some(Cents(17_000)));
        assert_eq!(Cents::parse("170.5"), Some(Cents(17_050)));
        assert_eq!(Cents::parse("-23,00"), Some(Cents(-2_300)));
        assert_eq!(Cents::parse("1.170,00"), None);
        assert_eq!(Cents::parse("gratuit"), None);
    }
}
