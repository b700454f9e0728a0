//! Fictitious people and what their registrations say, the same at every run.

/// One person with one registration. What differs between persons comes from `rank`.
pub(super) struct Person {
    pub(super) rank: usize,
    pub(super) name: &'static str,
    pub(super) given: &'static str,
    /// Of 2002 to 2006.
    pub(super) year: u16,
    pub(super) month: u16,
    pub(super) day: u16,
}

const NAMES: [&str; 12] = [
    "MARTELLIÈRE",
    "N'GUESSAN",
    "DE LA TOUR D'ARGENVILLE",
    "BÉRANGEOT",
    "LE GOFFÉ",
    "ŒUVRARD",
    "SAINT-AMÉDÉE",
    "DUCHÊNE-FERRAND",
    "TRAORIBA",
    "KOWALCZEK",
    "PHAMVAN",
    "D'ARCOURTEL",
];
const GIVEN: [&str; 11] =
    ["Élise", "Noé", "Anaïs", "Mathéo", "Zoé", "Loïc", "Jean-François", "Aïcha", "Gaëlle", "Thaïs", "Rémi"];

/// The first `count` persons; no two have the same name and given name below 132.
pub(super) fn people(count: usize) -> Vec<Person> {
    let person = |rank: usize| Person {
        rank,
        name: NAMES[rank % 12],
        given: GIVEN[rank % 11],
        year: 2002 + number(rank * 7 % 5),
        month: 1 + number(rank * 5 % 12),
        day: 1 + number(rank * 11 % 28),
    };
    (0..count).map(person).collect()
}

fn number(value: usize) -> u16 {
    u16::try_from(value).expect("small")
}

impl Person {
    /// Student number of eight digits.
    pub(super) fn number(&self) -> String {
        (22_401_000 + self.rank * 37).to_string()
    }

    /// Apogée's own code.
    pub(super) fn internal(&self) -> String {
        (418_200 + self.rank * 3).to_string()
    }

    /// The identifier without its key, and the key: every third of the register (9 + 2), the others of a rectorat (10 + 1).
    pub(super) fn ine(&self) -> (String, String) {
        if self.is_of_the_register() {
            let letters = [b'A' + u8::try_from(self.rank % 26).expect("small"), b'H'];
            return ((183_120_457 + self.rank * 1_013).to_string(), String::from_utf8_lossy(&letters).into_owned());
        }
        let base = 2_409_002_949 + self.rank * 10_007;
        let key = "ABCDEFGHJKLMNPRSTUVWXYZ".chars().nth(base % 23).expect("a letter");
        (base.to_string(), key.to_string())
    }

    /// Whether the identifier has two letters at its end.
    pub(super) fn is_of_the_register(&self) -> bool {
        self.rank % 3 == 1
    }

    /// The identifier in one piece.
    pub(super) fn whole_ine(&self) -> String {
        let (base, key) = self.ine();
        base + &key
    }

    /// `dd/mm/yyyy`.
    pub(super) fn birth(&self) -> String {
        format!("{:02}/{:02}/{}", self.day, self.month, self.year)
    }

    /// `yyyy-mm-dd`.
    pub(super) fn birth_iso(&self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Every fifth has another name in use.
    pub(super) fn use_name(&self) -> String {
        if self.rank % 5 == 2 { format!("{} ÉPOUSE VALLORBE", self.name) } else { String::new() }
    }

    pub(super) fn email(&self) -> String {
        format!("etu{}@exemple.invalid", self.rank + 1)
    }

    pub(super) fn phone(&self) -> String {
        format!("06 39 98 {:02} {:02}", self.rank / 10, self.rank % 100)
    }

    pub(super) fn is_woman(&self) -> bool {
        self.rank.is_multiple_of(2)
    }

    /// One of some values, by turns.
    pub(super) fn one_of(&self, values: &[&str]) -> String {
        values[self.rank % values.len()].to_owned()
    }

    /// A day of the summer of 2024, `dd/mm/yyyy`.
    pub(super) fn day_of_registration(&self) -> String {
        format!("{:02}/{:02}/2024", 8 + self.rank % 18, 7 + self.rank % 3)
    }

    /// A certificate's number, as printed.
    pub(super) fn certificate(&self) -> String {
        let letter = |step: usize| char::from(b'A' + u8::try_from((self.rank * step + step) % 26).expect("small"));
        let letters: String = [3, 5, 7, 11, 17, 19].into_iter().map(letter).collect();
        format!("AIX4 {letters} {:02}", 10 + self.rank)
    }
}
