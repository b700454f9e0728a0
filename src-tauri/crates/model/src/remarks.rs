//! What is remarkable about rows that were recognised.

use crate::matching::{ine_key, number_key};
use crate::recognition::{Batch, Found};
use crate::{Arg, Identity, Likeness, Message, PersonId, PersonKey, ProblemCode, Recognition, SheetKind};
use std::collections::{BTreeSet, HashMap};

impl Recognition {
    /// The rows of which it is told that they name a person otherwise.
    #[must_use]
    pub fn told(&self) -> BTreeSet<usize> {
        self.remarks.iter().map(|remark| remark.row).collect()
    }
}

/// Something remarkable about a row that was recognised, or makes somebody known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The row's rank.
    pub row: usize,
    /// What is remarkable.
    pub code: ProblemCode,
    /// The person it is about, or the one it is like.
    pub other: PersonId,
}

impl Remark {
    /// The person it names, as a sentence does: with what the row says instead, when that is what is remarkable.
    #[must_use]
    pub fn described(&self, known: Arg, row: &Identity) -> Arg {
        match self.code {
            ProblemCode::PersonCorrected => {
                Message::new("person-then-now").with("then", known).with("now", row.label()).into()
            }
            ProblemCode::NumberReused => {
                Message::new("person-and-person").with("one", row.label()).with("other", known).into()
            }
            _ => known,
        }
    }
}

/// The rows that give somebody a student number which a row before them gives somebody else: both rows' ranks.
#[must_use]
pub fn shared_numbers(rows: &[(PersonId, Identity)]) -> Vec<(usize, usize)> {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut shared = Vec::new();
    for (row, (person, identity)) in rows.iter().enumerate() {
        let Some(number) = number_key(identity) else { continue };
        let other = *first.entry(number).or_insert(row);
        if rows[other].0 != *person {
            shared.push((row, other));
        }
    }
    shared
}

impl Batch<'_> {
    pub(crate) fn remarks(&mut self, first: &HashMap<usize, usize>) -> Vec<Remark> {
        let mut remarks = Vec::new();
        for row in 0..self.rows.len() {
            let Found::One(at, key) = self.found[row] else { continue };
            let remark =
                if first.get(&at) == Some(&row) { self.resemblance(at, row) } else { self.strangeness(at, row, key) };
            remarks.extend(remark.map(|(code, other)| Remark { row, code, other: self.index.persons[other].id }));
        }
        remarks
    }

    /// Whom a new person of a roster is like.
    fn resemblance(&mut self, at: usize, row: usize) -> Option<(ProblemCode, usize)> {
        let number = number_key(&self.rows[row]).unwrap_or_default();
        let mut holders = self.index.holders_of_number(&number).iter().filter(|other| **other != at);
        if let Some(other) = holders.next().filter(|_| self.kind != SheetKind::Certificates) {
            return Some((ProblemCode::NumberReused, *other));
        }
        if !self.is_roster() {
            return None;
        }
        let (identity, profile) = (&self.rows[row], &self.profiles[row]);
        let mut others = self.index.alike(identity, profile);
        others.extend(self.by_ine(row));
        others.remove(&at);
        let strongest = |other: usize| Some((*self.index.likenesses(other, identity, profile).first()?, other));
        let (likeness, other) = others.into_iter().filter_map(strongest).min()?;
        let code = match likeness {
            Likeness::Ine => ProblemCode::PersonSameIne,
            Likeness::NameAndBirthDate => ProblemCode::PersonSameName,
            Likeness::SwappedNames => ProblemCode::PersonSwappedNames,
            Likeness::UseName => ProblemCode::PersonUseName,
            _ => ProblemCode::PersonAlike,
        };
        Some((code, other))
    }

    /// Whether a roster's row gives a known person another birth date, or other names, than everything said before.
    fn is_corrected(&self, at: usize, row: usize) -> bool {
        // The row itself was heard by now.
        let others = self.index.persons[at].profiles.iter().filter(|known| **known != self.profiles[row]);
        let mut others = others.peekable();
        others.peek().is_some() && others.all(|known| known.is_corrected(&self.profiles[row]))
    }

    /// Whether a roster's row gives a person another Ine than the one first known.
    fn other_ine(&self, at: usize, row: usize) -> Option<ProblemCode> {
        let ine = ine_key(&self.rows[row]).filter(|_| self.is_roster())?;
        (self.index.persons[at].ines.first() != Some(ine)).then_some(ProblemCode::PersonOtherIne)
    }

    /// What is strange about a row that was recognised. A certificate in another name is a rule's affair.
    fn strangeness(&self, at: usize, row: usize, key: PersonKey) -> Option<(ProblemCode, usize)> {
        let shared = || Some((ProblemCode::PersonSameIne, self.sharer(at, row)?));
        self.otherness(at, row, key).map(|code| (code, at)).or_else(shared)
    }

    /// Somebody else who has the Ine that a roster's row first gives of somebody known: they may be one person, known until now
    /// under two keys.
    fn sharer(&self, at: usize, row: usize) -> Option<usize> {
        let ine = ine_key(&self.rows[row]).filter(|_| self.is_roster() && at < self.before)?;
        let other = self.by_ine(row).into_iter().find(|other| *other != at)?;
        self.index.learned.iter().any(|(whose, learned)| *whose == at && learned == ine).then_some(other)
    }

    /// What a row says otherwise of the person it is about.
    fn otherness(&self, at: usize, row: usize, key: PersonKey) -> Option<ProblemCode> {
        let known = &self.index.persons[at];
        let compared = known.profiles.first().map(|known| known.compare(&self.profiles[row]))?;
        match key {
            _ if self.kind == SheetKind::Certificates => None,
            // Rows that came together contradict each other: none of them is known to be right.
            PersonKey::StudentNumber if self.is_roster() && at >= self.before => None,
            PersonKey::StudentNumber if compared.agree == 0 && compared.differ > 1 => Some(ProblemCode::NumberReused),
            PersonKey::StudentNumber if !self.is_roster() => None,
            PersonKey::StudentNumber if self.is_corrected(at, row) => Some(ProblemCode::PersonCorrected),
            PersonKey::StudentNumber => self.other_ine(at, row),
            PersonKey::Ine => compared.other_name.then_some(ProblemCode::PersonOtherName),
            PersonKey::NameAndBirthDate => self.other_ine(at, row),
        }
    }
}
