use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An academic year, named by the civil year in which it starts: 2024 is 2024-2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AcademicYear(u16);

impl AcademicYear {
    /// The year that starts in the civil year `start` (1900 to 2199), or `None` outside that span.
    #[must_use]
    pub fn new(start: u16) -> Option<Self> {
        (1900..2200).contains(&start).then_some(Self(start))
    }

    /// The civil year in which it starts.
    #[must_use]
    pub fn start(self) -> u16 {
        self.0
    }

    /// The year before this one.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0 - 1)
    }

    /// The last digit of the starting year, as the fourth character of a Cvec number hints at.
    #[must_use]
    pub fn last_digit(self) -> u8 {
        u8::try_from(self.0 % 10).unwrap_or(0)
    }
}

impl fmt::Display for AcademicYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.0, self.0 + 1)
    }
}

impl From<AcademicYear> for String {
    fn from(year: AcademicYear) -> Self {
        year.to_string()
    }
}

impl TryFrom<String> for AcademicYear {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl FromStr for AcademicYear {
    type Err = &'static str;

    /// Reads `2024`, `2024-2025`, `2024/2025`, `2024-25`, `24/25` and `2024.0`; refuses a second year that does not
    /// follow.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "not an academic year (2024, 2024-2025 or 2024/2025)";
        let text = text.trim();
        let text = text.strip_suffix(".0").unwrap_or(text);
        let mut parts = text.split(['-', '/', '–', ' ']).filter(|part| !part.is_empty());
        let (first, second) = (parts.next().ok_or(FORM)?, parts.next());
        let start: u16 = match (first.len(), second) {
            (4, _) => first.parse().map_err(|_| FORM)?,
            // Two digits alone could be anything.
            (2, Some(second)) if second.len() == 2 => 2000 + first.parse::<u16>().map_err(|_| FORM)?,
            _ => return Err(FORM),
        };
        let year = Self::new(start).ok_or(FORM)?;
        if let Some(second) = second {
            let end: u16 = second.parse().map_err(|_| FORM)?;
            let follows = match second.len() {
                4 => end == start + 1,
                2 => end == (start + 1) % 100,
                _ => false,
            };
            if !follows {
                return Err(FORM);
            }
        }
        if parts.next().is_some() { Err(FORM) } else { Ok(year) }
    }
}

#[cfg(test)]
mod tests {
    use super::AcademicYear;

    #[test]
    fn the_spellings_of_one_year_are_one() {
        for text in ["2024", "2024-2025", "2024/2025", " 2024 - 2025 ", "2024-25", "24/25", "2024.0"] {
            assert_eq!(text.parse(), Ok(AcademicYear(2024)), "{text}");
        }
        for text in ["", "24", "24/26", "24-2025", "2024-2026", "2024-2025-2026", "L1", "20245"] {
            assert!(text.parse::<AcademicYear>().is_err(), "{text}");
        }
    }
}
