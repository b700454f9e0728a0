//! Rows of different sheets that come together and are about one thing.

use crate::repeats::{Twice, given_twice, set_apart};
use crate::{FieldValue, PersonId, SheetKind, SourceSheet, TypedRow};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A row that may be about the same as rows of other sheets.
#[derive(Clone, Copy, Debug)]
pub struct JoinRow<'r> {
    /// Whom it is about.
    pub person: PersonId,
    /// The row.
    pub row: &'r TypedRow,
    /// What is known already that it says word for word: rows that say different such things are not joined.
    pub fact: Option<usize>,
}

/// Which rows are one fact. Rows are named by their rank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// The rows of each fact, the one that says most first; facts are in the order of their first rows.
    pub facts: Vec<Vec<usize>>,
    /// Rows that could be about several facts, and say something that these do not.
    pub unplaced: Vec<usize>,
    /// Rows that could be about several facts, and say nothing else.
    pub said: Vec<usize>,
    /// Rows that say, but for typography, what another one of their sheet says.
    pub repeated: Vec<usize>,
    /// Registrations that one sheet gives twice to a person, with other values: each is a fact of its own.
    pub twice: Vec<Twice>,
}

/// More rows about one person are each a fact of its own.
const MOST_ROWS: usize = 200;

/// Finds the rows that are about one person and one thing. Rows of different sheets are, when what tells it from others is
/// the same or not said by one of them; rows of one sheet, when they say the same but for typography. The order of rows and
/// sheets changes nothing.
#[must_use]
pub fn join_rows(kind: SheetKind, rows: &[JoinRow<'_>]) -> Joined {
    let mut first: HashMap<PersonId, usize> = HashMap::with_capacity(rows.len());
    // Most persons have one row: only the others are gathered.
    let mut of_person: HashMap<PersonId, Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let before = *first.entry(row.person).or_insert(at);
        if before != at {
            of_person.entry(row.person).or_insert_with(|| vec![before]).push(at);
        }
    }
    of_person.retain(|_, own| own.len() <= MOST_ROWS);
    let mut joined = Joined::default();
    for (at, row) in rows.iter().enumerate() {
        match of_person.get(&row.person) {
            None => joined.facts.push(vec![at]),
            Some(own) if own.first() == Some(&at) => joined.take_person(kind, rows, own),
            Some(_) => {}
        }
    }
    joined.facts.sort_by_key(|fact| fact.iter().min().copied());
    joined
}

impl Joined {
    /// Adds what becomes of one person's rows.
    fn take_person(&mut self, kind: SheetKind, rows: &[JoinRow<'_>], own: &[usize]) {
        let (own, repeated) = set_apart(kind, rows, own);
        self.repeated.extend(repeated);
        self.twice.extend(given_twice(kind, rows, &own));
        let sheet = |at: usize| &rows[at].row.source.sheet;
        if own.windows(2).any(|pair| !Arc::ptr_eq(sheet(pair[0]), sheet(pair[1]))) {
            Clusters::of(kind, rows, &own).join(self);
        } else {
            self.facts.extend(own.into_iter().map(|at| vec![at]));
        }
    }
}

/// The rows of one person, as far as they are one.
struct Clusters<'r> {
    kind: SheetKind,
    rows: &'r [JoinRow<'r>],
    all: Vec<Cluster<'r>>,
}

struct Cluster<'r> {
    /// The one that says most first.
    rows: Vec<usize>,
    parts: Vec<Option<&'r FieldValue>>,
    fact: Option<usize>,
}

impl<'r> Cluster<'r> {
    fn take(&mut self, other: Self, rows: &[JoinRow<'r>]) {
        self.rows.extend(other.rows);
        self.rows.sort_by_cached_key(|at| (rows[*at].row.richness(), *at));
        for (part, other) in self.parts.iter_mut().zip(other.parts) {
            *part = match (*part, other) {
                (Some(one), Some(two)) => one.reconciled(two),
                (one, two) => one.or(two),
            };
        }
        self.fact = self.fact.or(other.fact);
    }

    fn known_parts(&self) -> usize {
        self.parts.iter().flatten().count()
    }
}

impl<'r> Clusters<'r> {
    fn of(kind: SheetKind, rows: &'r [JoinRow<'r>], own: &[usize]) -> Self {
        let cluster = |at: &usize| {
            let JoinRow { row, fact, .. } = rows[*at];
            let parts = kind.key_fields().iter().map(|field| row.sound(*field)).collect();
            Cluster { rows: vec![*at], parts, fact }
        };
        Self { kind, rows, all: own.iter().map(cluster).collect() }
    }

    fn join(mut self, joined: &mut Joined) {
        self.gather(|clusters, one, other| {
            clusters.all[one].fact.is_some()
                && clusters.is_near(one, other)
                && clusters.all[one].fact == clusters.all[other].fact
        });
        self.gather(|clusters, one, other| clusters.is_near(one, other) && clusters.has_same_parts(one, other));
        self.gather(Self::is_near);
        let kept = self.kept();
        for at in 0..self.all.len() {
            if kept.contains(&at) {
                joined.facts.push(self.all[at].rows.clone());
                continue;
            }
            let near: Vec<usize> = kept.iter().copied().filter(|other| self.is_near(at, *other)).collect();
            for row in &self.all[at].rows {
                let adds = |other: &usize| self.all[*other].rows.iter().all(|known| self.adds(*row, *known));
                let list = if near.iter().all(adds) { &mut joined.unplaced } else { &mut joined.said };
                list.push(*row);
            }
        }
    }

    fn sheets(&self, at: usize) -> impl Iterator<Item = &SourceSheet> {
        self.all[at].rows.iter().map(|row| self.rows[*row].row.source.sheet.as_ref())
    }

    /// Whether two clusters could be about one thing.
    fn is_near(&self, one: usize, other: usize) -> bool {
        let (left, right) = (&self.all[one], &self.all[other]);
        let mut parts = left.parts.iter().zip(&right.parts);
        one != other
            && (left.fact.is_none() || right.fact.is_none() || left.fact == right.fact)
            && parts.all(|parts| match parts {
                (Some(one), Some(two)) => one.reconciled(two).is_some(),
                _ => true,
            })
            && !self.sheets(one).chain(self.sheets(other)).any(SourceSheet::is_by_hand)
            && !self.repeats(one, other)
            && !self.sheets(one).any(|sheet| self.sheets(other).any(|own| std::ptr::eq(own, sheet)))
    }

    /// Whether a request is said word for word in both: then there are two, or it would count once.
    fn repeats(&self, one: usize, other: usize) -> bool {
        let source = |row: &usize| &self.rows[*row].row.source;
        let says = |row: &usize| self.all[other].rows.iter().any(|other| source(row).says_the_same(source(other)));
        self.kind == SheetKind::Requests && self.all[one].rows.iter().any(says)
    }

    fn has_same_parts(&self, one: usize, other: usize) -> bool {
        let mut parts = self.all[one].parts.iter().zip(&self.all[other].parts);
        parts.all(|(one, two)| one.is_some() == two.is_some())
    }

    /// Whether nothing that rows of two clusters say contradicts.
    fn agree(&self, one: usize, other: usize) -> bool {
        let rows = self.all[one].rows.iter().flat_map(|row| self.all[other].rows.iter().map(move |two| (*row, *two)));
        rows.into_iter().all(|(one, two)| {
            let (one, two) = (self.rows[one].row, self.rows[two].row);
            one.stated(self.kind)
                .all(|(field, value)| two.sound(field).is_none_or(|other| value.reconciled(other).is_some()))
        })
    }

    /// Whether a row says something that another one does not.
    fn adds(&self, row: usize, known: usize) -> bool {
        let (row, known) = (self.rows[row].row, self.rows[known].row);
        row.stated(self.kind)
            .any(|(field, value)| known.sound(field).is_none_or(|other| value.reconciled(other).is_none()))
    }

    /// Joins clusters that are near each other and leave no choice, until none are left.
    fn gather(&mut self, is_near: impl Fn(&Self, usize, usize) -> bool) {
        loop {
            let all = 0..self.all.len();
            let near: Vec<Vec<usize>> =
                all.clone().map(|at| all.clone().filter(|other| is_near(self, at, *other)).collect()).collect();
            let chosen: Vec<BTreeSet<usize>> = all.clone().map(|at| self.choice(at, &near[at], &is_near)).collect();
            let pair = all.clone().find_map(|at| {
                let mut own = chosen[at].iter().filter(|other| chosen[**other].contains(&at));
                own.next().map(|other| (at, *other))
            });
            let Some((one, other)) = pair else { return };
            let (first, second) = (one.min(other), one.max(other));
            let taken = self.all.remove(second);
            self.all[first].take(taken, self.rows);
        }
    }

    /// Those with which a cluster is one: all that are near it, when they are one, or those that say nothing else.
    fn choice(&self, at: usize, near: &[usize], is_near: &impl Fn(&Self, usize, usize) -> bool) -> BTreeSet<usize> {
        let are_one = |all: &[usize]| {
            all.iter().enumerate().all(|(rank, one)| all[rank + 1..].iter().all(|other| is_near(self, *one, *other)))
        };
        if are_one(near) {
            return near.iter().copied().collect();
        }
        let agreeing: Vec<usize> = near.iter().copied().filter(|other| self.agree(at, *other)).collect();
        if are_one(&agreeing) { agreeing.into_iter().collect() } else { BTreeSet::new() }
    }

    /// The clusters that stand for facts, those that say most first: the others are near one of them, and nothing says
    /// which.
    fn kept(&self) -> BTreeSet<usize> {
        let mut of_sheet: HashMap<*const SourceSheet, usize> = HashMap::new();
        let all = (0..self.all.len()).flat_map(|at| self.sheets(at));
        all.for_each(|sheet| *of_sheet.entry(std::ptr::from_ref(sheet)).or_default() += 1);
        let beside = |at: usize| self.sheets(at).filter_map(|sheet| of_sheet.get(&std::ptr::from_ref(sheet))).max();
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        order.sort_by_cached_key(|at| {
            let cluster = &self.all[*at];
            let most = std::cmp::Reverse((cluster.fact.is_some(), cluster.known_parts(), beside(*at)));
            (most, cluster.rows.first().map(|row| self.rows[*row].row.richness()))
        });
        let mut kept = BTreeSet::new();
        for at in order {
            if !kept.iter().any(|other| self.is_near(at, *other)) {
                kept.insert(at);
            }
        }
        kept
    }
}

#[cfg(test)]
#[path = "joining_tests.rs"]
pub(crate) mod tests;
