use crate::fold::upper_alphanumeric;
use crate::likeness::{Candidate, Difference, Likeness};
use crate::profile::{Profile, hash_of};
use crate::{Identity, Ine, PersonId};
use std::collections::{BTreeSet, HashMap};

/// By what a person was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonKey {
    /// The student number.
    StudentNumber,
    /// Any known Ine.
    Ine,
    /// Birth name, first given name and birth date.
    NameAndBirthDate,
}

/// Whom a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// One person, and by what.
    One(PersonId, PersonKey),
    /// Somebody whom no earlier row names: this row makes them known.
    New(PersonId),
    /// Somebody who is perhaps known: to be asked, never merged. In the persons' order.
    Doubtful(Vec<Candidate>),
    /// It says of nobody in particular.
    WithoutKey,
}

/// The persons known, and all by which a row can be about one of them: see `docs/identity.md`.
#[derive(Clone, Debug, Default)]
pub struct PersonIndex {
    pub(crate) persons: Vec<Known>,
    pub(crate) places: HashMap<PersonId, usize>,
    pub(crate) by_number: HashMap<String, Vec<usize>>,
    pub(crate) by_ine: HashMap<Ine, Vec<usize>>,
    pub(crate) by_name: HashMap<u64, Vec<usize>>,
    /// Persons by what those who are alike have in common; filled when likenesses are first looked for.
    pub(crate) blocks: HashMap<u64, Vec<usize>>,
    not_in_blocks: Vec<usize>,
    /// Further Ines by which persons can be recognised, as they are learned.
    pub(crate) learned: Vec<(usize, Ine)>,
}

/// What is known of one person.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) id: PersonId,
    pub(crate) number: Option<String>,
    pub(crate) ines: Vec<Ine>,
    /// What different rows say, the first one first.
    pub(crate) profiles: Vec<Profile>,
    /// Whether no roster names them.
    pub(crate) unnamed: bool,
}

impl Known {
    /// Somebody of whom nothing is known.
    pub(crate) fn nobody(id: PersonId) -> Self {
        Self { id, number: None, ines: Vec::new(), profiles: Vec::new(), unnamed: false }
    }

    /// Under which keys those who are like the person are looked for.
    pub(crate) fn blocks(&self) -> BTreeSet<u64> {
        let mut blocks: BTreeSet<u64> = self.profiles.iter().flat_map(Profile::blocks).collect();
        blocks.extend(self.ines.iter().filter_map(ine_block));
        blocks.extend(self.number.as_deref().map(number_block));
        blocks
    }
}

/// A key that more persons share tells nothing of any.
const TOO_MANY: usize = 200;

/// A student number without its separators and capitals.
pub(crate) fn number_key(identity: &Identity) -> Option<String> {
    identity.student_number.as_deref().and_then(upper_alphanumeric)
}

/// The Ine, when somebody can be recognised by it.
pub(crate) fn ine_key(identity: &Identity) -> Option<&Ine> {
    identity.ine.as_ref().filter(|ine| ine.identifies())
}

impl PersonIndex {
    /// Makes a person findable by one more identity.
    pub fn add(&mut self, id: PersonId, identity: &Identity) {
        let at = match self.places.get(&id) {
            Some(at) => *at,
            None => self.insert(id),
        };
        self.places.insert(id, at);
        if let Some(number) = number_key(identity) {
            self.learn_number(at, number);
        }
        self.learn_ine(at, identity);
        self.learn_names(at, &Profile::new(identity));
    }

    /// Further Ines by which persons were recognised, or could be, since it was last asked: those that their identity does
    /// not carry.
    #[must_use]
    pub fn take_learned(&mut self) -> Vec<(PersonId, Ine)> {
        let learned = std::mem::take(&mut self.learned);
        learned.into_iter().map(|(at, ine)| (self.persons[at].id, ine)).collect()
    }

    /// Learns the names and the Ine of a row of which a person said whom it is about.
    pub fn confirm(&mut self, id: PersonId, identity: &Identity) {
        if let Some(at) = self.places.get(&id).copied() {
            self.learn_further_ine(at, identity);
            self.learn_names(at, &Profile::new(identity));
        }
    }

    /// Learns an Ine that the person's identity may not carry.
    pub(crate) fn learn_further_ine(&mut self, at: usize, identity: &Identity) {
        if self.learn_ine(at, identity) {
            self.learned.extend(identity.ine.clone().map(|ine| (at, ine)));
        }
    }

    /// Learns an Ine that recognises the person besides the one of their identity.
    pub(crate) fn learn_ine_besides(&mut self, at: usize, ine: &Ine) {
        self.learn_further_ine(at, &Identity { ine: Some(ine.clone()), ..Identity::default() });
    }

    /// A person of whom nothing is known yet.
    pub(crate) fn insert(&mut self, id: PersonId) -> usize {
        self.persons.push(Known::nobody(id));
        self.persons.len() - 1
    }

    pub(crate) fn name(&mut self, at: usize, id: PersonId) {
        self.persons[at].id = id;
        self.places.insert(id, at);
    }

    pub(crate) fn learn_number(&mut self, at: usize, number: String) {
        self.persons[at].number.get_or_insert_with(|| number.clone());
        let holders = self.by_number.entry(number).or_default();
        if !holders.contains(&at) {
            holders.push(at);
        }
        self.not_in_blocks.push(at);
    }

    /// Learns an identity's Ine; whether it was not known.
    pub(crate) fn learn_ine(&mut self, at: usize, identity: &Identity) -> bool {
        let Some(ine) = ine_key(identity).filter(|ine| !self.persons[at].ines.contains(ine)) else { return false };
        self.persons[at].ines.push(ine.clone());
        self.by_ine.entry(ine.clone()).or_default().push(at);
        self.not_in_blocks.push(at);
        true
    }

    pub(crate) fn learn_names(&mut self, at: usize, profile: &Profile) {
        if !profile.says_something() || self.persons[at].profiles.contains(profile) {
            return;
        }
        if let Some(key) = profile.name_key() {
            self.by_name.entry(hash_of(&key)).or_default().push(at);
        }
        // Nearly everybody has one; room would be made for four.
        self.persons[at].profiles.reserve_exact(1);
        self.persons[at].profiles.push(profile.clone());
        self.not_in_blocks.push(at);
    }

    /// Everybody known by a student number, the first one first: a person may have said that it was given twice.
    pub(crate) fn holders_of_number(&self, number: &str) -> &[usize] {
        self.by_number.get(number).map_or(&[], Vec::as_slice)
    }

    /// Whether an identity is another person's than the holder of its student number: nothing known of them has its Ine,
    /// and its names and birth date are wholly others.
    pub(crate) fn is_stranger(&self, at: usize, identity: &Identity, profile: &Profile) -> bool {
        let known = &self.persons[at];
        let same_ine = ine_key(identity).is_some_and(|ine| known.ines.contains(ine));
        !same_ine && !known.profiles.is_empty() && known.profiles.iter().all(|known| known.is_stranger(profile))
    }

    /// Everybody known by the Ine of an identity.
    pub(crate) fn holders_of_ine(&self, identity: &Identity) -> BTreeSet<usize> {
        ine_key(identity).and_then(|ine| self.by_ine.get(ine)).into_iter().flatten().copied().collect()
    }

    /// Everybody known by a birth name, first given name and birth date.
    pub(crate) fn holders_of_name(&self, profile: &Profile) -> BTreeSet<usize> {
        let Some(key) = profile.name_key() else { return BTreeSet::new() };
        let has_key = |at: &usize| self.persons[*at].profiles.iter().any(|known| known.name_key() == Some(key));
        self.by_name.get(&hash_of(&key)).into_iter().flatten().copied().filter(has_key).collect()
    }

    /// Everybody whom a row with this identity is like, without being recognised.
    pub(crate) fn alike(&mut self, identity: &Identity, profile: &Profile) -> BTreeSet<usize> {
        self.fill_blocks();
        let mut blocks = profile.blocks();
        blocks.extend(ine_key(identity).and_then(ine_block));
        blocks.extend(number_key(identity).map(|number| number_block(&number)));
        let sharing = blocks.iter().filter_map(|block| self.blocks.get(block));
        let near: BTreeSet<usize> = sharing.filter(|at| at.len() <= TOO_MANY).flatten().copied().collect();
        near.into_iter().filter(|at| !self.likenesses(*at, identity, profile).is_empty()).collect()
    }

    fn fill_blocks(&mut self) {
        let mut changed = std::mem::take(&mut self.not_in_blocks);
        changed.sort_unstable();
        changed.dedup();
        for at in changed {
            for block in self.persons[at].blocks() {
                let sharing = self.blocks.entry(block).or_default();
                if !sharing.contains(&at) && sharing.len() <= TOO_MANY {
                    sharing.push(at);
                }
            }
        }
    }

    /// What speaks for a person, the strongest first.
    pub(crate) fn likenesses(&self, at: usize, identity: &Identity, profile: &Profile) -> BTreeSet<Likeness> {
        let known = &self.persons[at];
        let mut found = BTreeSet::new();
        if let Some(ine) = ine_key(identity) {
            if known.ines.contains(ine) {
                found.insert(Likeness::Ine);
            } else if known.ines.iter().any(|other| ine.is_shortened(other) || other.is_shortened(ine)) {
                found.insert(Likeness::ShortenedIne);
            }
        }
        let number = number_key(identity);
        if number.is_some() && number == known.number {
            found.insert(Likeness::StudentNumber);
        }
        if number
            .as_deref()
            .zip(known.number.as_deref())
            .is_some_and(|(one, other)| one != other && one.trim_start_matches('0') == other.trim_start_matches('0'))
        {
            found.insert(Likeness::ShortenedNumber);
        }
        let near = known.profiles.iter().filter(|known| !known.is_apart(profile));
        for comparison in near.map(|known| known.compare(profile)) {
            found.extend(comparison.likenesses);
            if comparison.same_key {
                found.insert(Likeness::NameAndBirthDate);
            }
        }
        found
    }

    /// Why a person could be the one a row is about.
    pub(crate) fn candidate(&self, at: usize, identity: &Identity, profile: &Profile) -> Candidate {
        let known = &self.persons[at];
        let comparisons: Vec<_> = known.profiles.iter().map(|known| known.compare(profile)).collect();
        let mut against = Vec::new();
        if number_key(identity).zip(known.number.clone()).is_some_and(|(one, other)| one != other) {
            against.push(Difference::StudentNumber);
        }
        if ine_key(identity).is_some_and(|ine| !known.ines.is_empty() && !known.ines.contains(ine)) {
            against.push(Difference::Ine);
        }
        // What one of the things known of them agrees with is no difference.
        if let Some(first) = comparisons.first() {
            let always = |difference: &Difference| comparisons.iter().all(|one| one.differences.contains(difference));
            against.extend(first.differences.iter().copied().filter(always));
        }
        let because = self.likenesses(at, identity, profile).into_iter().collect();
        Candidate { person: known.id, because, against }
    }
}

fn ine_block(ine: &Ine) -> Option<u64> {
    ine.as_str().get(..9).map(|start| hash_of(&("ine", start)))
}

fn number_block(number: &str) -> u64 {
    hash_of(&("number", number.trim_start_matches('0')))
}

#[cfg(test)]
#[path = "identity_speed.rs"]
mod speed;
#[cfg(test)]
#[path = "identity_tests.rs"]
mod tests;
