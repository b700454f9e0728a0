//! Persons known only from other sheets than a roster, who turn out to be somebody whom a roster names.

use crate::groups::are_unlike;
use crate::matching::Known;
use crate::profile::{Profile, hash_of};
use crate::recognition::{Batch, Found};
use crate::{PersonId, PersonIndex};
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

/// Two persons who are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reunion {
    /// The one whom no roster names.
    pub person: PersonId,
    /// The one they are.
    pub with: PersonId,
    /// The rank of the first row that names the latter.
    pub row: usize,
}

impl PersonIndex {
    /// Notes that no roster names a person: who they are is known from other sheets alone.
    pub fn mark_unnamed(&mut self, id: PersonId) {
        if let Some(at) = self.places.get(&id) {
            self.persons[*at].unnamed = true;
        }
    }

    /// The one named person whose Ine an unnamed one has, failing that whose name and birth date: as a row that says all that
    /// is known of them would be recognised.
    fn named_again(&self, at: usize) -> Option<usize> {
        let own = &self.persons[at];
        let may_be = |other: &usize| {
            let known = &self.persons[*other];
            !known.unnamed && (own.number.is_none() || own.number == known.number)
        };
        let by_name = own.profiles.iter().flat_map(|profile| self.holders_of_name(profile));
        let by_name: BTreeSet<usize> = by_name.filter(may_be).collect();
        let holders = own.ines.iter().filter_map(|ine| self.by_ine.get(ine)).flatten().copied();
        let mut holders: BTreeSet<usize> = holders.filter(may_be).collect();
        if holders.is_empty() {
            return by_name.first().copied().filter(|_| by_name.len() == 1);
        }
        if holders.len() > 1 && !holders.is_disjoint(&by_name) {
            holders.retain(|other| by_name.contains(other));
        }
        let one = holders.first().copied().filter(|_| holders.len() == 1)?;
        (by_name.is_empty() || !are_strangers(own, &self.persons[one])).then_some(one)
    }

    /// Lets a person be known by all by which another one was; the latter is known by nothing any more.
    fn unite(&mut self, at: usize, with: usize) {
        let nobody = Known::nobody(self.persons[at].id);
        let own = std::mem::replace(&mut self.persons[at], nobody);
        forget(&mut self.blocks, own.blocks(), at);
        forget(&mut self.by_number, own.number, at);
        forget(&mut self.by_ine, own.ines.clone(), at);
        forget(&mut self.by_name, own.profiles.iter().filter_map(Profile::name_key).map(|key| hash_of(&key)), at);
        self.places.remove(&own.id);
        self.learned.retain(|(other, _)| *other != at);
        own.ines.iter().for_each(|ine| self.learn_ine_besides(with, ine));
    }
}

/// Takes a person out of those found under some keys.
fn forget<K: Eq + Hash>(holders: &mut HashMap<K, Vec<usize>>, keys: impl IntoIterator<Item = K>, at: usize) {
    for key in keys {
        holders.entry(key).or_default().retain(|other| *other != at);
    }
}

/// Whether nothing that is known of two persons' names goes together.
fn are_strangers(one: &Known, other: &Known) -> bool {
    let pairs = one.profiles.iter().flat_map(|own| other.profiles.iter().map(move |profile| (own, profile)));
    !one.profiles.is_empty()
        && !other.profiles.is_empty()
        && pairs.into_iter().all(|(own, other)| are_unlike(own, other))
}

impl Batch<'_> {
    /// Unites the persons whom no roster named with those known before whom rows of this roster name.
    pub(crate) fn reunite(&mut self) -> Vec<Reunion> {
        if !self.is_roster() {
            return Vec::new();
        }
        let mut named: HashMap<usize, usize> = HashMap::new();
        for (row, found) in self.found.iter().enumerate() {
            if let Found::One(at, _) = found {
                named.entry(*at).or_insert(row);
                self.index.persons[*at].unnamed = false;
            }
        }
        let unnamed = (0..self.before).filter(|at| self.index.persons[*at].unnamed);
        let again = unnamed.filter_map(|at| Some((at, self.index.named_again(at)?)));
        let again: Vec<(usize, usize)> = again.filter(|(_, with)| *with < self.before).collect();
        let mut reunions = Vec::new();
        for (at, with) in again {
            if let Some(row) = named.get(&with) {
                let id = |at: usize| self.index.persons[at].id;
                reunions.push(Reunion { person: id(at), with: id(with), row: *row });
                self.index.unite(at, with);
            }
        }
        reunions
    }
}
