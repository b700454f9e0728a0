use crate::likeness::{Candidate, Difference, Likeness};
use crate::{Identity, Ine, PersonId};
use std::collections::{BTreeSet, HashMap};
use time::Date;

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
    /// Nobody known.
    Nobody,
    /// Several persons, or one whom something contradicts: to be asked, never merged. In the persons' order.
    Doubtful(Vec<Candidate>),
}

/// Finds a person by student number, then any known Ine, then birth name, first given name and birth date.
/// Never by name alone.
#[derive(Clone, Debug, Default)]
pub struct PersonIndex {
    by_number: HashMap<String, PersonId>,
    by_ine: HashMap<Ine, BTreeSet<PersonId>>,
    by_name: HashMap<(String, String, Date), BTreeSet<PersonId>>,
    known: HashMap<PersonId, Identity>,
}

impl PersonIndex {
    /// Makes a person findable by one more identity.
    pub fn add(&mut self, id: PersonId, identity: &Identity) {
        if let Some(number) = &identity.student_number {
            self.by_number.insert(number.clone(), id);
        }
        if let Some(ine) = &identity.ine {
            self.by_ine.entry(ine.clone()).or_default().insert(id);
        }
        if let Some(key) = identity.name_key() {
            self.by_name.entry(key).or_default().insert(id);
        }
        self.known.entry(id).or_default().complete(identity);
    }

    /// Why a person could be the one a row is about.
    fn candidate(&self, id: PersonId, identity: &Identity) -> Candidate {
        let known = self.known.get(&id);
        let mut because = Vec::new();
        if identity.ine.as_ref().and_then(|ine| self.by_ine.get(ine)).is_some_and(|holders| holders.contains(&id)) {
            because.push(Likeness::Ine);
        }
        if identity.name_key().and_then(|key| self.by_name.get(&key)).is_some_and(|named| named.contains(&id)) {
            because.push(Likeness::NameAndBirthDate);
        }
        let against = known.map_or_else(Vec::new, |known| Difference::between(known, identity));
        Candidate { person: id, because, against }
    }

    /// Whom a row with this identity is about.
    #[must_use]
    pub fn find(&self, identity: &Identity) -> Match {
        if let Some(id) = identity.student_number.as_ref().and_then(|number| self.by_number.get(number)) {
            return Match::One(*id, PersonKey::StudentNumber);
        }
        let by_ine = identity.ine.as_ref().and_then(|ine| self.by_ine.get(ine));
        let by_name = identity.name_key().and_then(|key| self.by_name.get(&key));
        if let Some(candidates) = by_ine {
            return self.settle(identity, candidates, by_name, PersonKey::Ine);
        }
        match by_name {
            Some(candidates) => self.settle(identity, candidates, None, PersonKey::NameAndBirthDate),
            None => Match::Nobody,
        }
    }

    /// Keeps the candidates whose student number does not contradict the row's, narrowed by `also` when several are left.
    fn settle(
        &self,
        identity: &Identity,
        candidates: &BTreeSet<PersonId>,
        also: Option<&BTreeSet<PersonId>>,
        key: PersonKey,
    ) -> Match {
        let contradicts = |id: &&PersonId| {
            identity.student_number.is_some() && self.known.get(*id).is_some_and(|known| known.student_number.is_some())
        };
        let mut left: Vec<PersonId> = candidates.iter().filter(|id| !contradicts(id)).copied().collect();
        if let (Some(also), true) = (also, left.len() > 1) {
            let narrowed: Vec<PersonId> = left.iter().filter(|id| also.contains(id)).copied().collect();
            if !narrowed.is_empty() {
                left = narrowed;
            }
        }
        match left.as_slice() {
            [one] => Match::One(*one, key),
            [] => Match::Doubtful(candidates.iter().map(|id| self.candidate(*id, identity)).collect()),
            several => Match::Doubtful(several.iter().map(|id| self.candidate(*id, identity)).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Match, PersonIndex, PersonKey};
    use crate::likeness::{Candidate, Difference, Likeness};
    use crate::{Identity, Ine, PersonId};
    use time::macros::date;

    fn identity(number: Option<&str>, ine: Option<&str>, name: Option<&str>) -> Identity {
        Identity {
            student_number: number.map(str::to_owned),
            ine: ine.and_then(Ine::new),
            birth_name: name.map(str::to_owned),
            given_name: name.map(|_| "Une".to_owned()),
            birth_date: Some(date!(2004 - 05 - 06)),
            ..Identity::default()
        }
    }

    #[test]
    fn number_then_ine_then_name_and_birth_date() {
        let mut index = PersonIndex::default();
        index.add(PersonId(1), &identity(Some("1"), Some("1409002949V"), Some("EXEMPLE")));
        let find = |number, ine, name| index.find(&identity(number, ine, name));
        assert_eq!(find(Some("1"), None, None), Match::One(PersonId(1), PersonKey::StudentNumber));
        assert_eq!(find(None, Some("1409002949v"), None), Match::One(PersonId(1), PersonKey::Ine));
        assert_eq!(find(None, None, Some("Exemple")), Match::One(PersonId(1), PersonKey::NameAndBirthDate));
        assert_eq!(find(None, None, Some("Autre")), Match::Nobody);
        assert_eq!(
            find(Some("2"), Some("1409002949V"), None),
            Match::Doubtful(vec![Candidate {
                person: PersonId(1),
                because: vec![Likeness::Ine],
                against: vec![Difference::StudentNumber],
            }])
        );
        assert_eq!(find(Some("2"), None, None), Match::Nobody);
    }

    #[test]
    fn a_shared_ine_is_settled_by_the_name_or_asked() {
        let mut index = PersonIndex::default();
        index.add(PersonId(1), &identity(Some("1"), Some("1409002949V"), Some("EXEMPLE")));
        index.add(PersonId(2), &identity(Some("2"), Some("1409002949V"), Some("AUTRE")));
        assert_eq!(
            index.find(&identity(None, Some("1409002949V"), Some("Autre"))),
            Match::One(PersonId(2), PersonKey::Ine)
        );
        let candidate = |id| Candidate { person: PersonId(id), because: vec![Likeness::Ine], against: Vec::new() };
        assert_eq!(
            index.find(&identity(None, Some("1409002949V"), None)),
            Match::Doubtful(vec![candidate(1), candidate(2)])
        );
    }
}
