//! Which rows of persons nobody knows are about one person.

use crate::matching::ine_key;
use crate::profile::Profile;
use crate::{Identity, Ine};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Rows of persons nobody knows, by person.
pub(crate) struct Groups {
    /// Each row's next row of its group; the last one names itself.
    next: BTreeMap<usize, usize>,
}

/// More names than this under one Ine, or one student number, are not compared with each other.
const MOST_NAMES: usize = 20;

impl Groups {
    /// Rows of one name and birth date are one person; rows of one Ine too, unless their names are unlike. A row without
    /// a name that leaves several persons possible is of none.
    pub(crate) fn of(rows: &[Identity], profiles: &[Profile], unknown: &[usize]) -> Self {
        let mut groups = Self { next: BTreeMap::new() };
        let mut named = HashMap::new();
        let mut by_ine: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for row in unknown.iter().copied() {
            let (ine, profile) = (ine_key(&rows[row]), &profiles[row]);
            let key = match profile.name_key() {
                Some(key) => Some(Named::Wholly(key)),
                None => ine.filter(|_| profile.has_name()).map(|ine| Named::Partly(ine, profile)),
            };
            if let Some(key) = key {
                groups.next.insert(row, *named.entry(key).or_insert(row));
            }
            if let Some(ine) = ine {
                by_ine.entry(ine.as_str()).or_default().push(row);
            }
        }
        for sharing in by_ine.values() {
            groups.join(profiles, sharing);
        }
        for sharing in by_ine.values() {
            groups.complete(profiles, sharing);
        }
        groups
    }

    /// The rows of one student number by person: wholly different names and birth dates are several persons, unless an Ine
    /// says otherwise. A row that names nobody is of none when there are several.
    pub(crate) fn under_number(rows: &[Identity], profiles: &[Profile], sharing: &[usize]) -> Vec<Vec<usize>> {
        let mut said: Vec<(&Profile, Option<&Ine>, Vec<usize>)> = Vec::new();
        let mut places: HashMap<(&Profile, Option<&Ine>), usize> = HashMap::new();
        for row in sharing.iter().copied() {
            let (profile, ine) = (&profiles[row], ine_key(&rows[row]));
            if !profile.says_something() && ine.is_none() {
                continue;
            }
            let at = *places.entry((profile, ine)).or_insert_with(|| {
                said.push((profile, ine, Vec::new()));
                said.len() - 1
            });
            said[at].2.push(row);
        }
        if said.len() > MOST_NAMES {
            return vec![sharing.to_vec()];
        }
        let mut groups = Self { next: (0..said.len()).map(|at| (at, at)).collect() };
        for (at, (profile, ine, _)) in said.iter().enumerate() {
            for (other, (second, number, _)) in said.iter().enumerate().skip(at + 1) {
                let silent = !profile.says_something() || !second.says_something();
                if ine.is_some() && ine == number || !silent && !profile.is_stranger(second) {
                    let (one, other) = (groups.root(at), groups.root(other));
                    groups.next.insert(one.max(other), one.min(other));
                }
            }
        }
        let named = |root: usize| {
            said.iter().enumerate().any(|(at, (profile, ..))| groups.root(at) == root && profile.says_something())
        };
        let mut all: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, (.., rows)) in said.iter().enumerate().filter(|(at, _)| named(groups.root(*at))) {
            all.entry(groups.root(at)).or_default().extend(rows);
        }
        all.into_values().collect()
    }

    /// Joins the rows of one Ine that give a name, unless they are unlike.
    fn join(&mut self, profiles: &[Profile], sharing: &[usize]) {
        let roots: BTreeSet<usize> = sharing.iter().filter_map(|row| self.find(*row)).collect();
        let roots: Vec<usize> = roots.into_iter().take(MOST_NAMES).collect();
        for (at, one) in roots.iter().enumerate() {
            for other in &roots[at + 1..] {
                if !are_unlike(&profiles[*one], &profiles[*other]) {
                    let (one, other) = (self.root(*one), self.root(*other));
                    self.next.insert(one.max(other), one.min(other));
                }
            }
        }
    }

    /// Attaches the rows of one Ine that give no name to the one person they leave possible, or to each other.
    fn complete(&mut self, profiles: &[Profile], sharing: &[usize]) {
        let (named, rest): (Vec<usize>, Vec<usize>) = sharing.iter().partition(|row| profiles[**row].has_name());
        let groups: BTreeSet<usize> = named.iter().filter_map(|row| self.find(*row)).collect();
        let group = match groups.len() {
            0 => rest.first().copied(),
            1 => groups.first().copied(),
            _ => None,
        };
        if let Some(group) = group {
            self.next.extend(rest.into_iter().map(|row| (row, group)));
        }
    }

    /// The row that stands for a row's group.
    pub(crate) fn find(&self, row: usize) -> Option<usize> {
        self.next.contains_key(&row).then(|| self.root(row))
    }

    fn root(&self, row: usize) -> usize {
        let mut row = row;
        while let Some(next) = self.next.get(&row).filter(|next| **next != row) {
            row = *next;
        }
        row
    }
}

/// What the rows of one group say of a name.
#[derive(PartialEq, Eq, Hash)]
enum Named<'a> {
    /// Birth name, first given name and birth date.
    Wholly((&'a str, &'a str, time::Date)),
    /// Less than that, under an Ine.
    Partly(&'a Ine, &'a Profile),
}

/// Whether two rows have nothing in common, their names least of all.
pub(crate) fn are_unlike(one: &Profile, other: &Profile) -> bool {
    let comparison = one.compare(other);
    comparison.agree == 0 && comparison.other_name
}
