//! What somebody entered at the desk, beside what extracts say of the same.

use crate::{Document, Field, PersonId, Request, RequestKind, SourceRow, fold};
use std::collections::HashMap;
use std::sync::Arc;

impl SourceRow {
    /// Whether no extract speaks in it: it was entered at the desk, about what no extract tells.
    #[must_use]
    pub fn is_only_by_hand(&self) -> bool {
        self.sheet.is_by_hand() && self.older.iter().all(|row| row.sheet.is_by_hand())
    }
}

impl Document {
    /// Whether both are the same document of one person, whoever tells of it: the same name, and no other year or programme.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        let name = |of: &Self| of.kind.as_deref().map(fold).filter(|name| !name.is_empty());
        let programme = |of: &Self| of.programme_code.as_deref().map(fold);
        self.person == other.person
            && name(self).is_some()
            && name(self) == name(other)
            && agree(self.academic_year, other.academic_year)
            && agree(programme(self), programme(other))
    }
}

impl Request {
    /// Whether both are about a derogation for one person, year and level. What is written there and not understood is about
    /// none.
    #[must_use]
    pub fn is_same_derogation_as(&self, other: &Self) -> bool {
        let is_read = |of: &Self| {
            let is_empty = |field: Field| of.source.raw(field).is_none_or(str::is_empty);
            (of.academic_year.is_some() || is_empty(Field::AcademicYear))
                && (of.level.is_some() || is_empty(Field::RequestLevel))
        };
        let is_derogation = |of: &Self| of.kind == Some(RequestKind::Derogation);
        self.person == other.person
            && is_derogation(self)
            && is_derogation(other)
            && is_read(self)
            && is_read(other)
            && agree(self.academic_year, other.academic_year)
            && agree(self.level, other.level)
    }
}

/// Whether two values are the same, or one of them is not told.
fn agree<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.is_none() || other.is_none() || one == other
}

/// Lets documents marked at the desk stand for the extracts' rows about the same: their rows still speak for the columns that the
/// entry has not. Of two entries about the same the later one counts.
pub(crate) fn settle_documents(all: &mut Vec<Document>) {
    let mut entries = Entries::take(all, |fact| (fact.person, &fact.source), Document::is_same_as);
    if entries.entered.is_empty() {
        return;
    }
    all.retain(|known| entries.overrule(known.person, known).is_none());
    for (mut entry, older) in entries.entered {
        let speaks = |field: Field| entry.source.sheet.has(field);
        if let Some(known) = older.last().filter(|_| !speaks(Field::DocumentExpiry)) {
            entry.expiry = known.expiry;
        }
        entry.source = before(&entry.source, older.iter().rev().map(|known| &known.source));
        all.push(entry);
    }
}

/// Lets derogations entered at the desk decide the requests that extracts tell of; one that no extract tells of stands by itself.
/// Of two entries about the same the later one counts.
pub(crate) fn settle_derogations(all: &mut Vec<Request>) {
    let mut entries = Entries::take(all, |fact| (fact.person, &fact.source), Request::is_same_derogation_as);
    if entries.entered.is_empty() {
        return;
    }
    for known in all.iter_mut() {
        let Some(at) = entries.overrule(known.person, known) else { continue };
        let entry = &entries.entered[at].0;
        known.academic_year = entry.academic_year.or(known.academic_year);
        known.level = entry.level.or(known.level);
        known.state = entry.state;
        known.decided_at = entry.decided_at;
        known.decided_by.clone_from(&entry.decided_by);
        known.decision_reference.clone_from(&entry.decision_reference);
        known.source = before(&entry.source, [&known.source]);
    }
    all.extend(entries.entered.into_iter().filter(|(_, older)| older.is_empty()).map(|(entry, _)| entry));
}

/// What was entered at the desk, each with the extracts' facts about the same, in the order in which they came.
struct Entries<F> {
    entered: Vec<(F, Vec<F>)>,
    of_person: HashMap<PersonId, Vec<usize>>,
    is_same: fn(&F, &F) -> bool,
}

impl<F: Clone> Entries<F> {
    /// Takes them out of the facts.
    fn take(all: &mut Vec<F>, told: impl Fn(&F) -> (PersonId, &Arc<SourceRow>), is_same: fn(&F, &F) -> bool) -> Self {
        let mut entries = Self { entered: Vec::new(), of_person: HashMap::new(), is_same };
        let is_by_hand = |fact: &F| told(fact).1.sheet.is_by_hand();
        if !all.iter().any(is_by_hand) {
            return entries;
        }
        let (entered, told_by_extracts) = std::mem::take(all).into_iter().partition(is_by_hand);
        *all = told_by_extracts;
        let entered: Vec<F> = entered;
        for entry in entered {
            let own = entries.of_person.entry(told(&entry).0).or_default();
            match own.iter().find(|at| is_same(&entries.entered[**at].0, &entry)) {
                Some(at) => entries.entered[*at].0 = entry,
                None => {
                    own.push(entries.entered.len());
                    entries.entered.push((entry, Vec::new()));
                }
            }
        }
        entries
    }

    /// The entry that stands for a fact of an extract, which is noted with it.
    fn overrule(&mut self, person: PersonId, known: &F) -> Option<usize> {
        let own = self.of_person.get(&person)?;
        let at = own.iter().copied().find(|at| (self.is_same)(&self.entered[*at].0, known))?;
        self.entered[at].1.push(known.clone());
        Some(at)
    }
}

/// A row that speaks before others, which speak for the columns it has not.
fn before<'a>(entry: &Arc<SourceRow>, others: impl IntoIterator<Item = &'a Arc<SourceRow>>) -> Arc<SourceRow> {
    let mut older = entry.older.clone();
    for row in others {
        older.push(Arc::new(SourceRow { older: Vec::new(), ..SourceRow::clone(row) }));
        older.extend(row.older.iter().cloned());
    }
    if older.is_empty() { Arc::clone(entry) } else { Arc::new(SourceRow { older, ..SourceRow::clone(entry) }) }
}
