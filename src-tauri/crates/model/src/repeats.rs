//! Rows of one sheet that say one thing of one person twice.

use crate::merging::Contradiction;
use crate::{Arg, Field, JoinRow, Message, RegistrationState, SheetKind, SourceColumn, SourceRow, TypedRow, fold};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Two rows of one sheet that enter one person twice for one thing, and do not say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twice {
    /// The rank of the row that is told.
    pub row: usize,
    /// The rank of the one it stands beside.
    pub other: usize,
    /// The first thing they say differently, when it is in a column that is understood.
    pub differs: Option<Contradiction>,
}

impl Twice {
    /// What differs, with both cells, as a sentence names it; or else which row the other one is.
    #[must_use]
    pub fn described(&self, row: &SourceRow, other: &SourceRow) -> Arg {
        match &self.differs {
            Some(differs) => differs.described(row, other),
            None => Message::new("row-beside").with("row", i64::from(other.row) + 1).into(),
        }
    }
}

/// What tells registrations of one programme apart.
const SAME_PROGRAMME: &[Field] = &[Field::AcademicYear, Field::Level, Field::ProgrammeCode, Field::MainRegistration];

/// What tells registrations apart when no code does.
const WITHOUT_CODE: &[Field] = &[Field::Programme, Field::Discipline, Field::Component, Field::Institution];

/// Sets apart those of one person's rows that say, but for typography, what another one of their sheet says: of such rows
/// one is kept, which is the one that is known already or else the one that [`TypedRow::richness`] puts first, whatever
/// their order. Requests are never set apart: two are two. `own` are ranks among `rows`; they are given back in order.
pub(crate) fn set_apart(kind: SheetKind, rows: &[JoinRow<'_>], own: &[usize]) -> (Vec<usize>, Vec<usize>) {
    if kind == SheetKind::Requests {
        return (own.to_vec(), Vec::new());
    }
    let repeats = |one: usize, other: usize| {
        let may_be_one = match (rows[one].fact, rows[other].fact) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        may_be_one && rows[one].row.repeats_but_for_typography(rows[other].row)
    };
    let (mut kept, mut apart): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let first = |at: usize| (rows[at].fact.is_none(), rows[at].row.richness(), at);
    for at in own.iter().copied() {
        match kept.iter_mut().find(|known| repeats(**known, at)) {
            None => kept.push(at),
            Some(known) if first(*known) <= first(at) => apart.push(at),
            Some(known) => apart.push(std::mem::replace(known, at)),
        }
    }
    kept.sort_unstable();
    apart.sort_unstable();
    (kept, apart)
}

/// The registrations that one sheet gives twice to a person, with other values. `own` are ranks among `rows`.
pub(crate) fn given_twice(kind: SheetKind, rows: &[JoinRow<'_>], own: &[usize]) -> Vec<Twice> {
    if kind != SheetKind::Roster {
        return Vec::new();
    }
    let mut twice = Vec::new();
    for (rank, at) in own.iter().copied().enumerate() {
        let before = own[..rank].iter().copied();
        if let Some(other) = before.into_iter().find(|other| rows[at].row.is_given_again(rows[*other].row)) {
            let differs = rows[at].row.first_difference(rows[other].row);
            let differs = differs.map(|field| Contradiction { field, row: at, other });
            twice.push(Twice { row: at, other, differs });
        }
    }
    twice
}

impl TypedRow {
    /// Whether it says, in each column, what another row of its sheet says there, but for typography.
    fn repeats_but_for_typography(&self, other: &Self) -> bool {
        let (own, others) = (&self.source, &other.source);
        let text = |row: &SourceRow, column: u16| row.cell(column).map_or("", |cell| cell.raw.trim()).to_owned();
        let is_same_text = |column: &SourceColumn| {
            let (one, two) = (text(own, column.column), text(others, column.column));
            // In an address a dot tells one box from another.
            match column.field {
                Some(Field::Email) => one.to_lowercase() == two.to_lowercase(),
                _ => one == two || !fold(&one).is_empty() && fold(&one) == fold(&two),
            }
        };
        Arc::ptr_eq(&own.sheet, &others.sheet)
            && !own.sheet.is_by_hand()
            && own.sheet.columns.iter().all(|column| {
                let read = |row: &Self| column.field.and_then(|field| row.values.get(&field).cloned());
                match (read(self), read(other)) {
                    (Some(one), Some(two)) if one == two => true,
                    _ => is_same_text(column),
                }
            })
    }

    /// Whether nothing tells the registration it is about from the one of another row of its sheet.
    fn is_given_again(&self, other: &Self) -> bool {
        let codes = (self.sound(Field::ProgrammeCode), other.sound(Field::ProgrammeCode));
        let without_code = if matches!(codes, (Some(_), Some(_))) { &[] } else { WITHOUT_CODE };
        let is_open = |field: &Field| match (self.sound(*field), other.sound(*field)) {
            (Some(one), Some(two)) => one.reconciled(two).is_some(),
            _ => true,
        };
        let is_over = |row: &Self| {
            let state = row.code::<RegistrationState>(Field::RegistrationState);
            matches!(state, Some(RegistrationState::Cancelled | RegistrationState::Resigned))
        };
        Arc::ptr_eq(&self.source.sheet, &other.source.sheet)
            && !self.source.sheet.is_by_hand()
            && SAME_PROGRAMME.iter().chain(without_code).all(is_open)
            && is_over(self) == is_over(other)
    }

    /// The first thing that two rows do not both say, or say differently.
    fn first_difference(&self, other: &Self) -> Option<Field> {
        let stated =
            |row: &Self| row.values.keys().copied().filter(|field| !field.is_identity()).collect::<BTreeSet<_>>();
        let differs = |field: &Field| match (self.sound(*field), other.sound(*field)) {
            (Some(one), Some(two)) => one.reconciled(two).is_none(),
            (one, two) => one.is_some() != two.is_some(),
        };
        stated(self).union(&stated(other)).copied().find(differs)
    }
}

#[cfg(test)]
#[path = "repeats_tests.rs"]
mod tests;
