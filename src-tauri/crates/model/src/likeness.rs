use crate::{Arg, Message, PersonId};

/// Somebody a row could be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// What speaks for them, the strongest first.
    pub because: Vec<Likeness>,
    /// What the row and the person both say, and differently.
    pub against: Vec<Difference>,
}

/// How many candidates a sentence names for one row.
pub const NAMED_CANDIDATES: usize = 3;

impl Candidate {
    /// The candidate as a sentence names them, with what speaks for them and against.
    #[must_use]
    pub fn described(&self, who: Arg) -> Arg {
        let words = |reasons: Vec<Message>| Arg::List(reasons.into_iter().map(Arg::from).collect());
        let because = words(self.because.iter().map(|reason| reason.message()).collect());
        let named = Message::new("person-candidate").with("who", who).with("because", because);
        if self.against.is_empty() {
            return named.into();
        }
        let against = words(self.against.iter().map(|reason| reason.message()).collect());
        Message::new("person-candidate-against").with("candidate", named).with("against", against).into()
    }
}

macro_rules! reasons {
    ($(#[$of:meta])* $type:ident, $prefix:literal: $($(#[$meta:meta])* $name:ident = $text:literal),* $(,)?) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[$meta])* $name),* }

        impl $type {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable name.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// What it means, in words.
            #[must_use]
            pub fn message(self) -> Message {
                Message::new(format!(concat!($prefix, "-{}"), self.as_str()))
            }
        }
    };
}

reasons! {
    /// What makes a row and a person look like one, the strongest first. Only a person can say whether they are.
    Likeness, "likeness":
    /// The same student number, under another name.
    StudentNumber = "student-number",
    /// The same Ine.
    Ine = "ine",
    /// The same birth name, first given name and birth date.
    NameAndBirthDate = "name-and-birth-date",
    /// The same student number but for zeros before it, which one of them lost.
    ShortenedNumber = "shortened-number",
    /// The same Ine but for its key or the last letter of it, which one of them lacks.
    ShortenedIne = "shortened-ine",
    /// One's name in use is the other's birth name; same given name and birth date.
    UseName = "use-name",
    /// Birth name and given name swapped; same birth date.
    SwappedNames = "swapped-names",
    /// One gives several given names, the other one of them; same birth name and birth date.
    GivenNames = "given-names",
    /// A name cut at the length a program keeps; all else the same.
    ShortenedName = "shortened-name",
    /// A word of the name abbreviated or left out; all else the same.
    AbbreviatedName = "abbreviated-name",
    /// The same names, and a birth date that differs by one digit or by the order of day and month.
    CloseBirthDate = "close-birth-date",
    /// The same names; one of them has no birth date.
    NoBirthDate = "no-birth-date",
}

reasons! {
    /// What a row and a person both say, and differently.
    Difference, "difference":
    /// Student number.
    StudentNumber = "student-number",
    /// Ine.
    Ine = "ine",
    /// Birth name.
    BirthName = "birth-name",
    /// Given name.
    GivenName = "given-name",
    /// Birth date.
    BirthDate = "birth-date",
}

#[cfg(test)]
mod tests {
    use super::{Difference, Likeness};
    use crate::Catalogue;

    #[test]
    fn every_reason_is_worded() {
        let likenesses = Likeness::ALL.iter().map(|reason| reason.message());
        for message in likenesses.chain(Difference::ALL.iter().map(|reason| reason.message())) {
            assert!(Catalogue::shared().has(&message.id), "{}", message.id);
        }
    }
}
