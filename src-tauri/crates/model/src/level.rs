use crate::fold::fold_words;
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! levels {
    ($($name:ident $doc:literal),* $(,)?) => {
        /// The level of a registration.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "UPPERCASE")]
        pub enum Level { $(#[doc = $doc] $name),* }

        impl Level {
            /// Every level, in the order of studies.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The short name, as in the outward contract.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),* }
            }
        }
    };
}

levels! {
    L1 "First year of licence.", L2 "Second year of licence.", L3 "Third year of licence.",
    LP "Professional licence.",
    M1 "First year of master.", M2 "Second year of master.",
    D1 "First year of doctorate.", D2 "Second year of doctorate.", D3 "Third year of doctorate.",
    D4 "Fourth year of doctorate.", D5 "Fifth year of doctorate.", D6 "Sixth year of doctorate.",
    DEUST1 "First year of DEUST.", DEUST2 "Second year of DEUST.",
    DUT1 "First year of DUT.", DUT2 "Second year of DUT.",
    BUT1 "First year of BUT.", BUT2 "Second year of BUT.", BUT3 "Third year of BUT.",
    BTS1 "First year of BTS.", BTS2 "Second year of BTS.",
    DU "University diploma.", DESU "Higher university studies diploma.",
}

/// The cycle of studies a level belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cycle {
    /// Licence, professional licence, DEUST, DUT, BUT: up to three years after the baccalaureate.
    Licence,
    /// Master.
    Master,
    /// Doctorate.
    Doctorate,
    /// A diploma of the university's own (DU, DESU).
    University,
    /// Taught in a lycée (BTS).
    Lycee,
}

impl Cycle {
    /// The name used in rulebook keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Licence => "licence",
            Self::Master => "master",
            Self::Doctorate => "doctorate",
            Self::University => "university",
            Self::Lycee => "lycee",
        }
    }
}

impl Level {
    /// The cycle of studies.
    #[must_use]
    pub fn cycle(self) -> Cycle {
        match self {
            Self::M1 | Self::M2 => Cycle::Master,
            Self::D1 | Self::D2 | Self::D3 | Self::D4 | Self::D5 | Self::D6 => Cycle::Doctorate,
            Self::DU | Self::DESU => Cycle::University,
            Self::BTS1 | Self::BTS2 => Cycle::Lycee,
            _ => Cycle::Licence,
        }
    }

    /// The year within the cycle, the first being 1: a professional licence is a third year.
    #[must_use]
    pub fn year_of_cycle(self) -> u8 {
        match self {
            Self::L2 | Self::M2 | Self::D2 | Self::DEUST2 | Self::DUT2 | Self::BUT2 | Self::BTS2 => 2,
            Self::L3 | Self::LP | Self::D3 | Self::BUT3 => 3,
            Self::D4 => 4,
            Self::D5 => 5,
            Self::D6 => 6,
            _ => 1,
        }
    }

    /// Whether passing it gives a degree: licence, professional licence, DEUST, DUT, BUT, BTS, master.
    #[must_use]
    pub fn gives_degree(self) -> bool {
        matches!(self, Self::L3 | Self::LP | Self::M2 | Self::DEUST2 | Self::DUT2 | Self::BUT3 | Self::BTS2)
    }

    /// The level of this exact short name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|level| level.as_str() == name)
    }

    /// Understands `L1`, `Licence 1`, `LMD/L1`, `L1 - Psychologie`, `1ère année de master`, `Licence pro`...
    ///
    /// A text that names two different levels is not understood.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold_words(text);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut found = None;
        for place in 0..words.len() {
            let Some(level) = level_at(&words, place) else { continue };
            match found {
                None => found = Some(level),
                Some(earlier) if earlier == level => {}
                Some(_) => return None,
            }
        }
        found
    }
}

/// The level named by the words that start at `place`.
fn level_at(words: &[&str], place: usize) -> Option<Level> {
    let word = words[place];
    let exact = |name: &str| Level::from_name(&name.to_uppercase());
    if let Some(level) = exact(word) {
        // Inside a label, `du` is the French article.
        return (level != Level::DU || place == 0).then_some(level);
    }
    if matches!(word, "licencepro" | "licpro") {
        return Some(Level::LP);
    }
    if is_university_diploma(&words[place..]) {
        return Some(Level::DU);
    }
    let (stem, glued) = split_year(word);
    let stem = match stem {
        "licence" | "lic" => "l",
        "master" | "mast" => "m",
        "doctorat" | "doct" | "these" => "d",
        "l" | "m" | "d" | "deust" | "dut" | "but" | "bts" | "bachelor" => stem,
        _ => return None,
    };
    let stem = if stem == "bachelor" { "but" } else { stem };
    if stem == "l" && words.get(place + 1).is_some_and(|next| next.starts_with("pr")) {
        return Some(Level::LP);
    }
    let year = glued.or_else(|| following_year(words, place)).or_else(|| preceding_year(words, place))?;
    exact(&format!("{stem}{year}"))
}

/// `Dip. univ1`, `Diplôme d'université`; a `diplôme universitaire de technologie` is a DUT.
fn is_university_diploma(words: &[&str]) -> bool {
    match words {
        ["dip" | "diplome", "universitaire", "de", "technologie", ..] => false,
        ["dip" | "diplome", "d", "universite", ..] | ["dip" | "diplome", "universitaire" | "univ", ..] => true,
        ["dip", word, ..] => word.strip_prefix("univ").is_some_and(|rest| matches!(rest, "1" | "2" | "3")),
        _ => false,
    }
}

/// `licence1` is (`licence`, 1).
fn split_year(word: &str) -> (&str, Option<u8>) {
    match word.char_indices().last() {
        Some((at, last)) if at > 0 && last.is_ascii_digit() => {
            (&word[..at], last.to_digit(10).and_then(|digit| u8::try_from(digit).ok()))
        }
        _ => (word, None),
    }
}

/// The year in `licence 1`, `licence 1ere annee`, `doctorat annee 2`.
fn following_year(words: &[&str], place: usize) -> Option<u8> {
    let next = *words.get(place + 1)?;
    if next == "annee" { ordinal(words.get(place + 2)?) } else { ordinal(next) }
}

/// The year in `1ere annee de licence`, `premiere annee licence`, `1 annee de master`.
fn preceding_year(words: &[&str], place: usize) -> Option<u8> {
    let before = &words[..place];
    let before = match before {
        [start @ .., "de" | "du" | "d"] => start,
        _ => before,
    };
    match before {
        [.., year, "annee"] => ordinal(year),
        _ => None,
    }
}

fn ordinal(word: &str) -> Option<u8> {
    match word {
        "1" | "1ere" | "1re" | "1er" | "premiere" | "i" => Some(1),
        "2" | "2e" | "2eme" | "2nde" | "2nd" | "deuxieme" | "seconde" | "ii" => Some(2),
        "3" | "3e" | "3eme" | "troisieme" | "iii" => Some(3),
        "4" | "4e" | "4eme" | "quatrieme" => Some(4),
        "5" | "5e" | "5eme" | "cinquieme" => Some(5),
        "6" | "6e" | "6eme" | "sixieme" => Some(6),
        _ => None,
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Level;

    #[test]
    fn the_spellings_of_offices_are_understood() {
        for (text, level) in [
            ("L1", Level::L1),
            ("l1", Level::L1),
            ("Licence 1", Level::L1),
            ("LICENCE1", Level::L1),
            ("LMD/L1", Level::L1),
            ("L1 - Psychologie", Level::L1),
            ("1ère année de Licence", Level::L1),
            ("Licence 2ème année", Level::L2),
            ("Licence professionnelle", Level::LP),
            ("Licence pr", Level::LP),
            ("LP Métiers du livre", Level::LP),
            ("Master 2", Level::M2),
            ("M1 LEA", Level::M1),
            ("Doctorat 1ère année", Level::D1),
            ("DEUST 2", Level::DEUST2),
            ("BUT 1 GACO", Level::BUT1),
            ("BUT1", Level::BUT1),
            ("BTS 1ère année", Level::BTS1),
            ("DESU GOL", Level::DESU),
            ("Dip. univ1", Level::DU),
            ("Diplôme d’université", Level::DU),
        ] {
            assert_eq!(Level::parse(text), Some(level), "{text}");
        }
    }

    #[test]
    fn what_names_no_level_or_two_is_not_guessed() {
        for text in [
            "",
            "Licence",
            "Psychologie",
            "L1/L2",
            "L7",
            "niveau 1",
            "Master 3",
            "Diplôme universitaire de technologie",
        ] {
            assert_eq!(Level::parse(text), None, "{text}");
        }
    }
}
