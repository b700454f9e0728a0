//! An identity prepared for comparison, and what two of them have in common.

use crate::likeness::{Difference, Likeness};
use crate::{Field, Identity, fold, fold_words};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use time::Date;

/// The lengths to which Apogée cuts a family name and a given name.
const CUT: (usize, usize) = (30, 20);

/// Small words of a name that one program keeps and another drops.
pub(crate) const PARTICLES: [&str; 24] = [
    "al", "ben", "bin", "bint", "d", "da", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el",
    "ibn", "l", "la", "le", "les", "n", "van",
];

/// The names and the birth date of an identity, folded once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Profile {
    birth: Name,
    usage: Name,
    /// All that the given name's cell holds.
    given: Name,
    /// The first given name's key.
    first: String,
    date: Option<Date>,
}

/// One name. All is empty when it is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Name {
    key: String,
    words: String,
    /// Characters as written: tells a name that was cut.
    length: usize,
}

impl Name {
    fn new(text: Option<&str>) -> Self {
        let text = text.unwrap_or_default().trim();
        let words = fold_words(text);
        Self { key: words.replace(' ', ""), words, length: text.chars().count() }
    }

    fn is_said(&self) -> bool {
        !self.key.is_empty()
    }

    fn is(&self, other: &Self) -> bool {
        self.is_said() && self.key == other.key
    }

    /// Its words without particles, saints spelt out.
    fn full_words(&self) -> Vec<&str> {
        let spelt = |word| match word {
            "st" => "saint",
            "ste" => "sainte",
            word => word,
        };
        self.words.split(' ').filter(|word| !word.is_empty() && !PARTICLES.contains(word)).map(spelt).collect()
    }

    /// Whether it was cut where the other goes on.
    fn is_cut_of(&self, other: &Self, cut: usize) -> bool {
        // A space may have stood where it was cut.
        (cut - 1..=cut).contains(&self.length) && self.key.len() < other.key.len() && other.key.starts_with(&self.key)
    }
}

/// What two identities say of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// One of them does not say it.
    Unsaid,
    Same,
    Alike(Likeness),
    Differs,
}

/// What two identities have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// Birth name, first given name and birth date are the same.
    pub(crate) same_key: bool,
    /// What makes them look like one person, when they are not the same.
    pub(crate) likenesses: Vec<Likeness>,
    /// How many of birth name, given name and birth date agree, or nearly.
    pub(crate) agree: usize,
    /// How many are said by both, and are not even alike.
    pub(crate) differ: usize,
    /// Whether the birth names are among these.
    pub(crate) other_name: bool,
    /// What is said by both, and is not the same.
    pub(crate) differences: Vec<Difference>,
}

impl Profile {
    pub(crate) fn new(identity: &Identity) -> Self {
        Self {
            birth: Name::new(identity.birth_name.as_deref()),
            usage: Name::new(identity.use_name.as_deref()),
            given: Name::new(identity.given_name.as_deref()),
            first: identity.given_name.as_deref().map(first_given).unwrap_or_default(),
            date: identity.birth_date,
        }
    }

    /// Birth name, first given name and birth date, when all three are known.
    pub(crate) fn name_key(&self) -> Option<(&str, &str, Date)> {
        let date = self.date.filter(|_| self.birth.is_said() && !self.first.is_empty())?;
        Some((&self.birth.key, &self.first, date))
    }

    /// Whether it says anything at all.
    pub(crate) fn says_something(&self) -> bool {
        self.birth.is_said() || self.usage.is_said() || self.given.is_said() || self.date.is_some()
    }

    /// Whether it says a birth name.
    pub(crate) fn has_name(&self) -> bool {
        self.birth.is_said()
    }

    /// Whether birth dates alone keep it apart from another: two that differ by more than a slip are two persons.
    pub(crate) fn is_apart(&self, other: &Self) -> bool {
        self.date_part(other) == Part::Differs
    }

    /// Whether another one under the same student number is somebody else's: the family name and the birth date are
    /// others, or both names are and the birth date is not the same.
    pub(crate) fn is_stranger(&self, other: &Self) -> bool {
        let (given, date) = (self.given_part(other), self.date_part(other));
        let other_name = self.family_part(other) == Part::Differs && !self.is_swapped(other);
        other_name && (date == Part::Differs || given == Part::Differs && date != Part::Same)
    }

    /// Whether another one under the same student number gives another birth date or given name, or the same names swapped.
    /// A family name may change.
    pub(crate) fn is_corrected(&self, other: &Self) -> bool {
        let other_date = matches!(self.date_part(other), Part::Differs | Part::Alike(_));
        other_date || self.given_part(other) == Part::Differs || self.is_swapped(other)
    }

    /// What another one of the same person says otherwise, beyond the ways in which one thing is written.
    pub(crate) fn contradictions(&self, other: &Self) -> Vec<Field> {
        let swapped = self.is_swapped(other);
        let differs = |part: Part| swapped || part == Part::Differs;
        let date = matches!(self.date_part(other), Part::Differs | Part::Alike(_));
        let all = [
            (Field::BirthName, differs(self.family_part(other))),
            (Field::GivenName, differs(self.given_part(other))),
            (Field::BirthDate, date),
        ];
        all.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
    }

    /// What it has in common with another.
    pub(crate) fn compare(&self, other: &Self) -> Comparison {
        let (birth, given, date) = (self.family_part(other), self.given_part(other), self.date_part(other));
        let swapped = self.is_swapped(other);
        let parts = if swapped { [Part::Same, Part::Same, date] } else { [birth, given, date] };
        let agree = parts.iter().filter(|part| matches!(part, Part::Same | Part::Alike(_))).count();
        let named = [Difference::BirthName, Difference::GivenName, Difference::BirthDate];
        let unequal = |part: &Part| !matches!(part, Part::Unsaid | Part::Same);
        let differences = named.into_iter().zip([birth, given, date]).filter(|(_, part)| unequal(part));
        Comparison {
            same_key: [birth, given, date] == [Part::Same; 3],
            likenesses: if swapped && date == Part::Same {
                vec![Likeness::SwappedNames]
            } else {
                likenesses(birth, given, date)
            },
            agree,
            differ: parts.iter().filter(|part| **part == Part::Differs).count(),
            other_name: parts[0] == Part::Differs,
            differences: differences.map(|(difference, _)| difference).collect(),
        }
    }

    fn family_part(&self, other: &Self) -> Part {
        if self.birth.is(&other.birth) {
            return Part::Same;
        }
        let crossed = self.usage.is(&other.birth) || other.usage.is(&self.birth) || self.usage.is(&other.usage);
        if crossed {
            return Part::Alike(Likeness::UseName);
        }
        if !self.birth.is_said() || !other.birth.is_said() {
            return Part::Unsaid;
        }
        name_part(&self.birth, &other.birth, CUT.0)
    }

    fn given_part(&self, other: &Self) -> Part {
        if !self.given.is_said() || !other.given.is_said() {
            return Part::Unsaid;
        }
        if self.first == other.first || self.given.key == other.given.key {
            return Part::Same;
        }
        let (one, two) = (self.given.words.split(' '), other.given.words.split(' '));
        let (one, two): (BTreeSet<&str>, BTreeSet<&str>) = (one.collect(), two.collect());
        if one.is_subset(&two) || two.is_subset(&one) {
            return Part::Alike(Likeness::GivenNames);
        }
        let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
        if initial(&self.given.key, &other.first) || initial(&other.given.key, &self.first) {
            return Part::Alike(Likeness::AbbreviatedName);
        }
        match name_part(&self.given, &other.given, CUT.1) {
            // A given name has no particles.
            Part::Alike(Likeness::AbbreviatedName) => Part::Differs,
            part => part,
        }
    }

    fn date_part(&self, other: &Self) -> Part {
        let (Some(one), Some(two)) = (self.date, other.date) else { return Part::Unsaid };
        if one == two {
            Part::Same
        } else if is_close(one, two) {
            Part::Alike(Likeness::CloseBirthDate)
        } else {
            Part::Differs
        }
    }

    fn is_swapped(&self, other: &Self) -> bool {
        let is_given = |name: &Name, of: &Self| name.is_said() && (name.key == of.given.key || name.key == of.first);
        !self.birth.is(&other.birth) && is_given(&self.birth, other) && is_given(&other.birth, self)
    }

    /// Keys of which two profiles that are alike share one.
    pub(crate) fn blocks(&self) -> BTreeSet<u64> {
        let given = [&self.first, &self.given.key];
        let mut blocks = BTreeSet::new();
        if let Some(date) = self.date {
            let names = [&self.birth.key, &self.usage.key].into_iter().chain(given);
            blocks.extend(names.filter(|name| !name.is_empty()).map(|name| hash_of(&(date.to_julian_day(), name))));
        }
        if self.birth.is_said() && self.given.is_said() {
            blocks.extend(given.map(|given| hash_of(&(&self.birth.key, given))));
        }
        blocks
    }
}

/// The likenesses of two identities whose parts compare so. One name at least is the same, or a name in use.
fn likenesses(family: Part, given: Part, date: Part) -> Vec<Likeness> {
    match (family, given, date) {
        (Part::Same, Part::Same, Part::Alike(close)) => vec![close],
        (Part::Same, Part::Same, Part::Unsaid) => vec![Likeness::NoBirthDate],
        (Part::Same | Part::Alike(Likeness::UseName), Part::Alike(given), Part::Same) => match family {
            Part::Alike(family) => vec![family, given],
            _ => vec![given],
        },
        (Part::Alike(family), Part::Same, Part::Same) => vec![family],
        _ => Vec::new(),
    }
}

fn name_part(one: &Name, two: &Name, cut: usize) -> Part {
    if one.is_cut_of(two, cut) || two.is_cut_of(one, cut) {
        return Part::Alike(Likeness::ShortenedName);
    }
    let (words, others) = (one.full_words(), two.full_words());
    let lacks_words = |short: &[&str], long: &[&str]| {
        short.iter().any(|word| word.chars().count() > 1) && short.iter().all(|word| long.contains(word))
    };
    let same = !words.is_empty() && words.concat() == others.concat();
    // « LATOUR » for « de La Tour »: only the first particles are dropped.
    let written_together = lacks_start(one, two) || lacks_start(two, one);
    if same || written_together || lacks_words(&words, &others) || lacks_words(&others, &words) {
        return Part::Alike(Likeness::AbbreviatedName);
    }
    Part::Differs
}

/// Whether a name is another one without its first particles.
fn lacks_start(short: &Name, long: &Name) -> bool {
    let mut rest = long.words.as_str();
    while let Some((_, after)) = rest.split_once(' ').filter(|(word, _)| PARTICLES.contains(word)) {
        rest = after;
        if short.key == rest.replace(' ', "") {
            return true;
        }
    }
    false
}

/// The key of the first given name of a cell, which may list them all behind commas.
pub(crate) fn first_given(text: &str) -> String {
    let first = text.split([',', ';', '،', '、']).map(fold).find(|name| !name.is_empty());
    first.unwrap_or_default()
}

/// Whether one digit differs, or day and month are swapped.
fn is_close(one: Date, two: Date) -> bool {
    let digits = |date: Date| {
        let year = u32::try_from(date.year()).unwrap_or_default();
        year * 10_000 + u32::from(u8::from(date.month())) * 100 + u32::from(date.day())
    };
    let (mut left, mut right, mut differing) = (digits(one), digits(two), 0);
    while left != right {
        differing += u32::from(left % 10 != right % 10);
        (left, right) = (left / 10, right / 10);
    }
    let swapped = one.day() == u8::from(two.month()) && two.day() == u8::from(one.month());
    differing == 1 || swapped && one.year() == two.year()
}

/// The same at each run.
pub(crate) fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
