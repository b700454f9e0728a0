//! Recognising the persons of many rows at once, whatever their order.

use crate::groups::{Groups, are_unlike};
use crate::matching::{Known, ine_key, number_key};
use crate::profile::Profile;
use crate::{Candidate, Identity, Likeness, Match, PersonId, PersonIndex, PersonKey, Remark, Reunion, SheetKind};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Whom the rows of one kind of sheet are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognition {
    /// Whom each row is about, in the rows' order.
    pub matches: Vec<Match>,
    /// New persons whom several rows are about, with these rows' ranks.
    pub several: Vec<(PersonId, Vec<usize>)>,
    /// What is remarkable about rows that were recognised.
    pub remarks: Vec<Remark>,
    /// Persons known only from other sheets than a roster, whom one of the rows shows to be the person it names.
    pub reunions: Vec<Reunion>,
}

/// What is found of a row so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing yet.
    Open,
    /// A person, by a key.
    One(usize, PersonKey),
    /// Perhaps one of these.
    Doubt(BTreeSet<usize>),
    WithoutKey,
}

impl PersonIndex {
    /// Recognises the persons of all rows of one kind, and makes those known whom nobody knows: `make` gives the number
    /// of the person whom the row of this rank names first. The rows' order changes no person, only their order.
    ///
    /// A roster's row with a student number is never left out: another number is another person, whatever else agrees.
    pub fn recognise(
        &mut self,
        kind: SheetKind,
        rows: &[Identity],
        make: impl FnMut(usize) -> PersonId,
    ) -> Recognition {
        if kind != SheetKind::Roster {
            self.teach(rows);
        }
        let mut batch = Batch {
            before: self.persons.len(),
            index: self,
            kind,
            profiles: rows.iter().map(Profile::new).collect(),
            found: vec![Found::Open; rows.len()],
            rows,
        };
        batch.by_number();
        batch.by_other_keys();
        batch.strangers();
        batch.finish(make)
    }

    /// Everybody a row could be about, as it is asked: by a key, failing that by a likeness.
    pub fn candidates(&mut self, kind: SheetKind, identity: &Identity) -> Vec<Candidate> {
        let rows = std::slice::from_ref(identity);
        let mut batch = Batch {
            before: self.persons.len(),
            index: self,
            kind,
            profiles: vec![Profile::new(identity)],
            found: Vec::new(),
            rows,
        };
        let mut persons = batch.doubt(0);
        let number = number_key(identity);
        persons.extend(number.iter().flat_map(|number| batch.index.holders_of_number(number).iter().copied()));
        batch.describe(0, &persons)
    }

    /// Learns the Ines that rows of other sheets than the roster give to student numbers already known, unless the row
    /// names somebody else or somebody else has the Ine.
    pub fn teach<'a>(&mut self, rows: impl IntoIterator<Item = &'a Identity>) {
        let mut taught = Vec::new();
        for identity in rows {
            let Some(number) = number_key(identity) else { continue };
            let holders = self.holders_of_number(&number);
            if !holders.is_empty() && ine_key(identity).is_some() && self.holders_of_ine(identity).is_empty() {
                let profile = Profile::new(identity);
                let mut agreeing = holders.iter().copied().filter(|at| self.agrees(*at, &profile));
                let one = agreeing.next().filter(|_| agreeing.next().is_none());
                taught.extend(one.map(|at| (at, identity)));
            }
        }
        for (at, identity) in taught {
            self.learn_further_ine(at, identity);
        }
    }

    /// Whether a row says nothing that differs from what another one said of the person.
    fn agrees(&self, at: usize, profile: &Profile) -> bool {
        let profiles = &self.persons[at].profiles;
        profiles.is_empty() || profiles.iter().any(|known| known.compare(profile).differ == 0)
    }
}

pub(crate) struct Batch<'a> {
    pub(crate) index: &'a mut PersonIndex,
    pub(crate) kind: SheetKind,
    pub(crate) rows: &'a [Identity],
    pub(crate) profiles: Vec<Profile>,
    pub(crate) found: Vec<Found>,
    /// How many persons were known before these rows.
    pub(crate) before: usize,
}

impl Batch<'_> {
    pub(crate) fn is_roster(&self) -> bool {
        self.kind == SheetKind::Roster
    }

    fn open(&self) -> Vec<usize> {
        (0..self.rows.len()).filter(|row| self.found[*row] == Found::Open).collect()
    }

    /// Rows with a student number: of whom is known, or of somebody without a number whom nothing else claims.
    fn by_number(&mut self) {
        let mut unknown: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for row in 0..self.rows.len() {
            let Some(number) = number_key(&self.rows[row]) else { continue };
            match self.holder(row, self.index.holders_of_number(&number)) {
                Some(found) => self.found[row] = found,
                None => unknown.entry(number).or_default().push(row),
            }
        }
        let mut unknown: Vec<(String, Vec<usize>)> = unknown.into_iter().collect();
        let undecided = self.part_strangers(&mut unknown);
        let claims: Vec<Claim> = unknown.iter().map(|(_, rows)| self.claim(rows)).collect();
        let mut claimed: HashMap<usize, usize> = HashMap::new();
        for at in claims.iter().flat_map(|claim| &claim.free) {
            *claimed.entry(*at).or_default() += 1;
        }
        let mut new = Vec::new();
        for ((number, rows), claim) in unknown.into_iter().zip(claims) {
            match claim.free.first() {
                Some(at) if claim.free.len() == 1 && claimed.get(at) == Some(&1) => {
                    self.take(*at, number, &rows, claim.key)
                }
                _ => new.push((number, rows)),
            }
        }
        let rows = new.iter().flat_map(|(_, rows)| rows.clone());
        // All are compared with those known before any of them is.
        let doubts: HashMap<usize, BTreeSet<usize>> =
            if self.is_roster() { HashMap::new() } else { rows.map(|row| (row, self.doubt(row))).collect() };
        for (number, rows) in new {
            self.new_number(number, rows, &doubts);
        }
        for (number, row) in undecided {
            self.found[row] = Found::Doubt(self.index.holders_of_number(&number).iter().copied().collect());
        }
        let heard = self.found.iter().enumerate().filter_map(|(row, found)| match found {
            Found::One(at, _) => Some((*at, row)),
            _ => None,
        });
        let heard: Vec<(usize, usize)> = heard.collect();
        self.learn(&heard);
    }

    /// Sets apart wholly different persons to whom the rows give one unknown number; answers the rows that could be about
    /// each of them. A certificate's name is a rule's affair.
    fn part_strangers(&self, unknown: &mut Vec<(String, Vec<usize>)>) -> Vec<(String, usize)> {
        let mut undecided = Vec::new();
        if self.kind == SheetKind::Certificates {
            return undecided;
        }
        for (number, rows) in std::mem::take(unknown) {
            let groups = Groups::under_number(self.rows, &self.profiles, &rows);
            if groups.len() < 2 {
                unknown.push((number, rows));
                continue;
            }
            let grouped: BTreeSet<usize> = groups.iter().flatten().copied().collect();
            undecided.extend(rows.iter().filter(|row| !grouped.contains(row)).map(|row| (number.clone(), *row)));
            unknown.extend(groups.into_iter().map(|group| (number.clone(), group)));
        }
        undecided
    }

    /// Of the holders of a row's student number, the one it is about. Another person under the number is asked, except on a
    /// certificate, whose name is a rule's affair.
    fn holder(&self, row: usize, holders: &[usize]) -> Option<Found> {
        let first = *holders.first()?;
        let is_own = |at: &&usize| !self.index.is_stranger(**at, &self.rows[row], &self.profiles[row]);
        let found = |at: usize| Found::One(at, PersonKey::StudentNumber);
        let own: Vec<usize> = holders.iter().filter(is_own).copied().collect();
        if own.is_empty() && self.kind != SheetKind::Certificates {
            return Some(Found::Doubt(holders.iter().copied().collect()));
        }
        if let [] | [_] = own[..] {
            return Some(found(own.first().copied().unwrap_or(first)));
        }
        // The number was given to several persons: only what the row says besides tells which.
        let by_ine = self.by_ine(row);
        let agrees = |at: &usize| {
            let profiles = &self.index.persons[*at].profiles;
            by_ine.contains(at) || profiles.iter().any(|known| known.compare(&self.profiles[row]).agree > 0)
        };
        let agreeing: Vec<usize> = own.iter().copied().filter(agrees).collect();
        Some(if let [at] = agreeing[..] { found(at) } else { Found::Doubt(own.into_iter().collect()) })
    }

    /// Whom the rows of one unknown student number could be about, by Ine, failing that by name and birth date.
    fn claim(&self, rows: &[usize]) -> Claim {
        let all = |holders: fn(&Self, usize) -> BTreeSet<usize>| -> BTreeSet<usize> {
            rows.iter().flat_map(|row| holders(self, *row)).collect()
        };
        let by_ine = all(Self::by_ine);
        let by_name = all(|batch, row| batch.index.holders_of_name(&batch.profiles[row]));
        let is_free = |at: &usize| {
            let strange = self.is_roster() && rows.iter().any(|row| self.is_somebody_else(*at, *row));
            self.index.persons[*at].number.is_none() && !strange
        };
        let mut free: BTreeSet<usize> = by_ine.iter().copied().filter(is_free).collect();
        if self.is_roster() && free.iter().all(|at| self.index.persons[*at].unnamed) {
            // Whom no roster names yet is one person with those of the same Ine: they are united later.
            free = free.into_iter().take(1).collect();
        }
        if by_ine.is_empty() {
            let free = by_name.into_iter().filter(is_free).collect();
            return Claim { free, key: PersonKey::NameAndBirthDate };
        }
        Claim { free, key: PersonKey::Ine }
    }

    pub(crate) fn by_ine(&self, row: usize) -> BTreeSet<usize> {
        self.index.holders_of_ine(&self.rows[row])
    }

    /// Whether a row and a person have nothing but an Ine in common, their names least of all. Whom no roster names yet may
    /// have been named wrongly.
    fn is_somebody_else(&self, at: usize, row: usize) -> bool {
        let Known { profiles, unnamed, .. } = &self.index.persons[at];
        let is_sure = !(*unnamed && self.is_roster());
        is_sure && !profiles.is_empty() && profiles.iter().all(|known| are_unlike(known, &self.profiles[row]))
    }

    /// A person without a number gains one.
    fn take(&mut self, at: usize, number: String, rows: &[usize], key: PersonKey) {
        self.index.learn_number(at, number);
        for row in rows {
            self.found[*row] = Found::One(at, key);
        }
    }

    /// A number nobody has: somebody new, except for rows that could be about somebody known.
    fn new_number(&mut self, number: String, rows: Vec<usize>, doubts: &HashMap<usize, BTreeSet<usize>>) {
        let mut new = Vec::new();
        for row in rows {
            match doubts.get(&row).filter(|doubt| !doubt.is_empty()) {
                Some(doubt) => self.found[row] = Found::Doubt(doubt.clone()),
                None => new.push(row),
            }
        }
        if new.is_empty() {
            return;
        }
        let at = self.index.insert(UNNAMED);
        self.index.learn_number(at, number);
        for row in new {
            self.found[row] = Found::One(at, PersonKey::StudentNumber);
        }
    }

    /// Everybody a row could be about: who has its Ine or its name and birth date, failing that who is like it.
    fn doubt(&mut self, row: usize) -> BTreeSet<usize> {
        let mut doubt = self.by_ine(row);
        doubt.extend(self.index.holders_of_name(&self.profiles[row]));
        if doubt.is_empty() { self.like(row) } else { doubt }
    }

    /// Rows without a number, by Ine, then by name and birth date, as long as one of them teaches how to recognise others.
    fn by_other_keys(&mut self) {
        loop {
            let open = self.open().into_iter().filter_map(|row| Some((row, self.one(row)?)));
            let recognised: Vec<_> = open.collect();
            if recognised.is_empty() {
                return;
            }
            let heard: Vec<(usize, usize)> = recognised.iter().map(|(row, (at, _))| (*at, *row)).collect();
            for (row, (at, key)) in recognised {
                self.found[row] = Found::One(at, key);
            }
            self.learn(&heard);
        }
    }

    /// The one person a row is about.
    fn one(&self, row: usize) -> Option<(usize, PersonKey)> {
        let by_name = self.index.holders_of_name(&self.profiles[row]);
        let mut holders = self.by_ine(row);
        if holders.is_empty() {
            return (by_name.len() == 1).then(|| by_name.first().map(|at| (*at, PersonKey::NameAndBirthDate)))?;
        }
        if holders.len() > 1 && !holders.is_disjoint(&by_name) {
            holders.retain(|at| by_name.contains(at));
        }
        if self.is_roster() && holders.iter().all(|at| self.index.persons[*at].unnamed) {
            holders = holders.into_iter().take(1).collect();
        }
        let one = holders.first().copied().filter(|_| holders.len() == 1)?;
        // An Ine that somebody else has in this name, or that a roster gives to another name, recognises nobody.
        let matters = self.is_roster() || !by_name.is_empty();
        (!matters || !self.is_somebody_else(one, row)).then_some((one, PersonKey::Ine))
    }

    /// What rows teach of the persons they are about: a roster's all they say, another's the Ine, when the rest agrees;
    /// all of it for persons of whom nothing else is known. None of them learns from another before all are heard.
    fn learn(&mut self, rows: &[(usize, usize)]) {
        let roster = self.is_roster();
        let heard: Vec<(bool, bool)> = rows
            .iter()
            .map(|(at, row)| {
                let unnamed = *at >= self.before || self.index.persons[*at].profiles.is_empty();
                (roster || self.index.agrees(*at, &self.profiles[*row]), roster || unnamed)
            })
            .collect();
        for ((at, row), (ine, names)) in rows.iter().zip(heard) {
            if ine {
                self.index.learn_further_ine(*at, &self.rows[*row]);
            }
            if names {
                self.index.learn_names(*at, &self.profiles[*row]);
            }
        }
    }

    /// What is left: doubts, and persons nobody knows.
    fn strangers(&mut self) {
        let mut unknown = Vec::new();
        for row in self.open() {
            let doubt = self.doubt(row);
            if !doubt.is_empty() {
                self.found[row] = Found::Doubt(doubt);
            } else if self.rows[row].has_key() {
                unknown.push(row);
            } else {
                self.found[row] = Found::WithoutKey;
            }
        }
        self.gather(unknown);
    }

    /// Those whom a row is like, though nothing recognises them. Rows that come together are not compared, except one that
    /// says too little for a person of its own: each is kept, and a roster's are told. Two student numbers, and two Ines
    /// of rosters, are two persons.
    fn like(&mut self, row: usize) -> BTreeSet<usize> {
        let (identity, profile) = (&self.rows[row], &self.profiles[row]);
        let has_key = identity.has_key();
        let mut like = self.index.alike(identity, profile);
        like.retain(|at| {
            let known = &self.index.persons[*at];
            let numbered = number_key(identity).is_some() && known.number.is_some();
            let zeros_lost = || self.index.likenesses(*at, identity, profile).contains(&Likeness::ShortenedNumber);
            let other_number = numbered && !zeros_lost();
            let other_ine = self.is_roster() && ine_key(identity).is_some() && !known.ines.is_empty();
            !has_key || *at < self.before && !other_number && !other_ine
        });
        like
    }

    /// Persons nobody knows: rows of one name and birth date are one; of one Ine too, unless their names are unlike.
    fn gather(&mut self, rows: Vec<usize>) {
        let groups = Groups::of(self.rows, &self.profiles, &rows);
        let mut made: HashMap<usize, usize> = HashMap::new();
        for row in rows {
            let Some(group) = groups.find(row) else { continue };
            let at = *made.entry(group).or_insert_with(|| self.index.insert(UNNAMED));
            let named = self.profiles[row].name_key().is_some();
            self.found[row] = Found::One(at, if named { PersonKey::NameAndBirthDate } else { PersonKey::Ine });
            self.index.learn_further_ine(at, &self.rows[row]);
            self.index.learn_names(at, &self.profiles[row]);
        }
        // An Ine that several new persons share names none of them.
        for row in self.open() {
            self.found[row] = Found::Doubt(self.by_ine(row));
        }
    }

    /// Names the new persons in the rows' order, and says what was found.
    fn finish(mut self, mut make: impl FnMut(usize) -> PersonId) -> Recognition {
        let mut first: HashMap<usize, usize> = HashMap::new();
        let mut several: HashMap<usize, Vec<usize>> = HashMap::new();
        for row in 0..self.rows.len() {
            let Found::One(at, _) = self.found[row] else { continue };
            if at >= self.before && !first.contains_key(&at) {
                self.index.name(at, make(row));
                first.insert(at, row);
            }
            if first.get(&at).is_some_and(|first| *first != row) {
                several.entry(at).or_default().push(row);
            }
        }
        let mut several: Vec<(usize, Vec<usize>)> = several.into_iter().collect();
        several.sort_unstable_by_key(|(at, _)| *at);
        for (at, rows) in &mut several {
            rows.splice(0..0, first.get(at).copied());
        }
        let reunions = self.reunite();
        self.forget_own(&first, &several);
        let matches = (0..self.rows.len()).map(|row| self.outcome(row, &first)).collect();
        let several = several.into_iter().map(|(at, rows)| (self.index.persons[at].id, rows)).collect();
        Recognition { matches, several, remarks: self.remarks(&first), reunions }
    }

    /// Ines that a new person's identity carries need not be learned.
    fn forget_own(&mut self, first: &HashMap<usize, usize>, several: &[(usize, Vec<usize>)]) {
        let shared: HashMap<usize, &Vec<usize>> = several.iter().map(|(at, rows)| (*at, rows)).collect();
        let mut learned = std::mem::take(&mut self.index.learned);
        learned.retain(|(at, ine)| {
            let own = match shared.get(at) {
                Some(rows) => Identity::of_strongest(rows.iter().map(|row| &self.rows[*row])).and_then(|own| own.ine),
                None => first.get(at).and_then(|row| self.rows[*row].ine.clone()),
            };
            own.as_ref() != Some(ine)
        });
        self.index.learned = learned;
    }

    fn outcome(&self, row: usize, first: &HashMap<usize, usize>) -> Match {
        match &self.found[row] {
            Found::One(at, _) if first.get(at) == Some(&row) => Match::New(self.index.persons[*at].id),
            Found::One(at, key) => Match::One(self.index.persons[*at].id, *key),
            Found::Doubt(persons) => Match::Doubtful(self.describe(row, persons)),
            Found::Open | Found::WithoutKey => Match::WithoutKey,
        }
    }

    /// Why a row could be about these, the strongest reasons first.
    fn describe(&self, row: usize, persons: &BTreeSet<usize>) -> Vec<Candidate> {
        let candidate = |at: &usize| self.index.candidate(*at, &self.rows[row], &self.profiles[row]);
        let mut candidates: Vec<Candidate> = persons.iter().map(candidate).collect();
        candidates.sort_by(|one, other| one.because.cmp(&other.because));
        candidates
    }
}

/// Whom an unknown student number could belong to.
struct Claim {
    /// Persons without a number.
    free: BTreeSet<usize>,
    /// By what.
    key: PersonKey,
}

/// The number of a person that no row has named yet.
const UNNAMED: PersonId = PersonId(i64::MIN);
