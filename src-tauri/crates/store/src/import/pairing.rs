//! Which stored fact each row is about that nobody knows word for word.

use super::known::{KnownFacts, StoredRows};
use crate::facts::Fact;
use crate::statement::{FieldChange, Statement, differences};
use guichet_model::{
    BY_HAND, Certificate, Document, PastRegistration, PersonId, Registration, Request, SheetKind, TypedRow,
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A row about a known person, or several that say one thing.
#[derive(Clone, Copy)]
pub(super) struct PersonRow<'p> {
    pub(super) person: PersonId,
    pub(super) row: &'p TypedRow,
    /// The rows that say it together, when they are several.
    pub(super) parts: &'p [&'p TypedRow],
}

/// What was found of a row.
pub(super) struct Paired {
    pub(super) person: PersonId,
    pub(super) found: Found,
    /// The operations that wrote the facts it could have been about.
    pub(super) considered: BTreeSet<i64>,
}

/// The fact a row is about.
pub(super) enum Found {
    /// None: it says something new.
    Nothing,
    /// This one, of which it changes that.
    Fact(usize, Vec<FieldChange>),
    /// One of several, and the row lacks the column that would tell which.
    Several,
}

/// How the same part of two keys compares.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Same,
    /// The row does not say it.
    RowLacks,
    /// The rows of the fact do not say it.
    FactLacks,
    Differs,
}

/// Finds the facts of rows that are not known word for word, in this order: the fact with the row's key, one that the row
/// repeats before one that it changes; the only fact that differs by no part of the key for which both have a column; and
/// for a roster the registration of which only the level was corrected. `all` are the rows of the kind about known persons.
pub(super) fn pair(
    kind: SheetKind,
    rows: &[PersonRow<'_>],
    all: &[PersonRow<'_>],
    (known, stored): (&mut KnownFacts, &StoredRows<'_>),
) -> rusqlite::Result<Vec<Paired>> {
    let mut pairing = Pairing {
        kind,
        rows,
        found: rows.iter().map(|_| None).collect(),
        considered: vec![BTreeSet::new(); rows.len()],
        known,
        stored,
    };
    pairing.by_key()?;
    pairing.by_columns()?;
    if kind == SheetKind::Roster {
        pairing.by_level(all)?;
    }
    let found = pairing.found.into_iter().zip(pairing.considered).zip(rows);
    let paired = |((found, considered), row): ((Option<Found>, _), &PersonRow<'_>)| Paired {
        person: row.person,
        found: found.unwrap_or(Found::Nothing),
        considered,
    };
    Ok(found.map(paired).collect())
}

/// The facts that a row without some column of their key leaves open: it may be about any of them.
pub(super) fn left_open(
    kind: SheetKind,
    all: &[PersonRow<'_>],
    (known, stored): (&KnownFacts, &StoredRows<'_>),
) -> rusqlite::Result<HashSet<i64>> {
    let mut open = HashSet::new();
    let lacking: Vec<&PersonRow<'_>> = all.iter().filter(|row| lacks_parts(kind, row.row)).collect();
    let facts = known.of_persons(&lacking.iter().map(|row| row.person).collect());
    for row in lacking {
        let key = key(kind, row.row);
        for (fact_key, at) in facts.get(&row.person).into_iter().flatten().filter(|(_, at)| !known.facts[*at].met) {
            let statement = known.statement(*at, stored)?;
            let parts = compare(kind, (row.row, &key), (&statement, fact_key));
            if parts.contains(&Part::RowLacks) && !parts.contains(&Part::Differs) {
                open.insert(known.facts[*at].id);
            }
        }
    }
    Ok(open)
}

struct Pairing<'a, 'p> {
    kind: SheetKind,
    rows: &'a [PersonRow<'p>],
    found: Vec<Option<Found>>,
    considered: Vec<BTreeSet<i64>>,
    known: &'a mut KnownFacts,
    stored: &'a StoredRows<'a>,
}

impl Pairing<'_, '_> {
    /// What a row changes of a fact.
    fn changes(&mut self, row: usize, fact: usize) -> rusqlite::Result<Vec<FieldChange>> {
        self.considered[row].extend(self.known.written_by(fact));
        let PersonRow { row: only, parts, .. } = self.rows[row];
        let stated = if parts.is_empty() { Statement::of_row(only)? } else { Statement::of_rows(parts)? };
        Ok(differences(&self.known.statement(fact, self.stored)?, &stated))
    }

    fn meet(&mut self, row: usize, fact: usize, changes: Vec<FieldChange>) {
        self.known.facts[fact].met = true;
        self.found[row] = Some(Found::Fact(fact, changes));
    }

    fn is_met(&self, fact: usize) -> bool {
        self.known.facts[fact].met
    }

    /// The rows not found yet.
    fn open(&self) -> Vec<usize> {
        (0..self.rows.len()).filter(|row| self.found[*row].is_none()).collect()
    }

    fn by_key(&mut self) -> rusqlite::Result<()> {
        let mut changing = Vec::new();
        for row in 0..self.rows.len() {
            let PersonRow { person, row: typed, .. } = self.rows[row];
            let mut possible = Vec::new();
            for fact in self.known.unmet_with_key(person, &key(self.kind, typed)) {
                let changes = self.changes(row, fact)?;
                if changes.is_empty() {
                    self.meet(row, fact, changes);
                    possible.clear();
                    break;
                }
                possible.push((fact, changes));
            }
            changing.extend((!possible.is_empty()).then_some((row, possible)));
        }
        for (row, possible) in changing {
            let unmet = possible.into_iter().find(|(fact, _)| !self.is_met(*fact));
            if let Some((fact, changes)) = unmet {
                self.meet(row, fact, changes);
            }
        }
        Ok(())
    }

    /// Rows whose key differs from a fact's by nothing but parts for which one of them has no column.
    fn by_columns(&mut self) -> rusqlite::Result<()> {
        let mut possible: BTreeMap<usize, Vec<(usize, Vec<FieldChange>)>> = BTreeMap::new();
        let mut narrow = HashSet::new();
        for (row, facts) in self.facts_of_open_rows() {
            let PersonRow { row: typed, .. } = self.rows[row];
            let own = key(self.kind, typed);
            for (fact_key, fact) in facts {
                let statement = self.known.statement(fact, self.stored)?;
                let parts = compare(self.kind, (typed, &own), (&statement, &fact_key));
                if self.is_met(fact) || parts.contains(&Part::Differs) || parts.iter().all(|part| *part == Part::Same) {
                    continue;
                }
                narrow.extend(parts.contains(&Part::RowLacks).then_some(row));
                let changes = self.changes(row, fact)?;
                possible.entry(row).or_default().push((fact, changes));
            }
        }
        for (row, facts) in &possible {
            let repeated = facts.iter().find(|(fact, changes)| changes.is_empty() && !self.is_met(*fact));
            if let Some((fact, _)) = repeated {
                self.meet(*row, *fact, Vec::new());
            }
        }
        possible.retain(|row, facts| {
            facts.retain(|(fact, _)| !self.known.facts[*fact].met);
            self.found[*row].is_none()
        });
        let mut claims: HashMap<usize, usize> = HashMap::new();
        for (fact, _) in possible.values().flatten() {
            *claims.entry(*fact).or_default() += 1;
        }
        for (row, mut facts) in possible {
            match facts.pop() {
                Some((fact, changes)) if facts.is_empty() && claims.get(&fact) == Some(&1) => {
                    self.meet(row, fact, changes);
                }
                _ if narrow.contains(&row) => self.found[row] = Some(Found::Several),
                _ => {}
            }
        }
        Ok(())
    }

    /// The rows not found yet, each with the facts of its person.
    fn facts_of_open_rows(&self) -> Vec<(usize, Vec<(String, usize)>)> {
        let open = self.open();
        let persons: HashSet<PersonId> = open.iter().map(|row| self.rows[*row].person).collect();
        let facts = self.known.of_persons(&persons);
        let of_row = |row: usize| {
            let facts = facts.get(&self.rows[row].person)?;
            Some((row, facts.iter().map(|(key, fact)| ((*key).to_owned(), *fact)).collect()))
        };
        open.into_iter().filter_map(of_row).collect()
    }

    /// Registrations of which the level was corrected: the only one gone of its year and programme code, and the only new
    /// row about these; without a code, the person's only one of the year, before and after.
    fn by_level(&mut self, all: &[PersonRow<'_>]) -> rusqlite::Result<()> {
        let mut rows_of: HashMap<PersonId, Vec<[String; 3]>> = HashMap::new();
        let open = self.facts_of_open_rows();
        let persons: HashSet<PersonId> = open.iter().map(|(row, _)| self.rows[*row].person).collect();
        for row in all.iter().filter(|row| persons.contains(&row.person)) {
            rows_of.entry(row.person).or_default().push(parts_of_registration(row.row));
        }
        let mut corrected: Vec<(usize, usize)> = Vec::new();
        for (row, facts) in &open {
            let [year, level, code] = parts_of_registration(self.rows[*row].row);
            let of_year = |key: &str| key.split(SEPARATOR).next() == Some(&*year);
            let same: Vec<&(String, usize)> = facts.iter().filter(|(key, _)| of_year(key)).collect();
            self.considered[*row].extend(same.iter().flat_map(|(_, fact)| self.known.written_by(*fact)));
            let is_gone = |fact: usize| !self.is_met(fact);
            let gone: Vec<usize> = same
                .iter()
                .filter(|(key, fact)| is_gone(*fact) && key.split(SEPARATOR).nth(2) == Some(&*code))
                .map(|(_, fact)| *fact)
                .collect();
            let of_same = |other: &&[String; 3]| other[0] == year && (code.is_empty() || other[2] == code);
            let person = self.rows[*row].person;
            let new = if code.is_empty() {
                rows_of.get(&person).into_iter().flatten().filter(of_same).count()
            } else {
                let others = open.iter().filter(|(other, _)| self.rows[*other].person == person);
                others
                    .map(|(other, _)| parts_of_registration(self.rows[*other].row))
                    .filter(|parts| of_same(&parts))
                    .count()
            };
            let alone = !code.is_empty() || same.len() == 1;
            if let ([fact], 1, true, false) = (gone.as_slice(), new, alone, level.is_empty()) {
                corrected.push((*row, *fact));
            }
        }
        for (row, fact) in corrected {
            let changes = self.changes(row, fact)?;
            self.meet(row, fact, changes);
        }
        Ok(())
    }
}

/// Sets apart the parts of a key.
const SEPARATOR: char = '\u{1f}';

/// Year, level and programme code.
fn parts_of_registration(row: &TypedRow) -> [String; 3] {
    let key = key(SheetKind::Roster, row);
    let mut parts = key.split(SEPARATOR).map(str::to_owned);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// What tells the fact of a row from others of its person.
fn key(kind: SheetKind, row: &TypedRow) -> String {
    fn of<F: Fact>(row: &TypedRow) -> String {
        // What is entered by hand stands beside what extracts say: neither replaces the other.
        let mark = if row.source.sheet.is_by_hand() { BY_HAND } else { "" };
        format!("{mark}{}", F::of_row(0, PersonId(0), row).key())
    }
    match kind {
        SheetKind::Roster => of::<Registration>(row),
        SheetKind::History => of::<PastRegistration>(row),
        SheetKind::Certificates => of::<Certificate>(row),
        SheetKind::Documents => of::<Document>(row),
        SheetKind::Requests => of::<Request>(row),
        SheetKind::CvecStates => String::new(),
    }
}

/// Whether a row does not say a part of the key: it has no column for it, or nothing in it was understood.
fn lacks_parts(kind: SheetKind, row: &TypedRow) -> bool {
    kind.key_fields().iter().any(|field| row.source.leaves(*field))
}

fn compare(kind: SheetKind, (row, own): (&TypedRow, &str), (fact, known): (&Statement, &str)) -> Vec<Part> {
    if own.starts_with(BY_HAND) != known.starts_with(BY_HAND) {
        return vec![Part::Differs];
    }
    let parts = own.split(SEPARATOR).zip(known.split(SEPARATOR)).zip(kind.key_fields());
    let compared = parts.map(|((own, known), field)| match own == known {
        true => Part::Same,
        false if row.source.leaves(*field) => Part::RowLacks,
        false if fact.leaves(*field) => Part::FactLacks,
        false => Part::Differs,
    });
    compared.collect()
}
