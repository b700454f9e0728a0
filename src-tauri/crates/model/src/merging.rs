//! What rows that came together say of one fact, or of one person.

use crate::profile::Profile;
use crate::{Arg, Field, FieldValue, Identity, Message, OtherRow, SheetKind, SourceRow, SourceSheet, TypedRow, fold};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What several rows say together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedRow {
    /// The first row, with what the others add; what they contradict each other about has no value.
    pub row: TypedRow,
    /// The ranks of the rows that go with the first one: what is left says nothing else.
    pub beside: Vec<usize>,
    /// What they contradict each other about.
    pub contradictions: Vec<Contradiction>,
}

/// Who somebody is, as several rows say it together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedIdentity {
    /// What the row that says most says, completed by the others.
    pub identity: Identity,
    /// The row that says most, with those that complete it.
    pub source: Arc<SourceRow>,
    /// Their ranks, in that order.
    pub rows: Vec<usize>,
    /// What the others contradict.
    pub contradictions: Vec<Contradiction>,
}

/// Two rows that say different things of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// What about.
    pub field: Field,
    /// The rank of the row that is told.
    pub row: usize,
    /// The rank of the one it contradicts.
    pub other: usize,
}

impl Contradiction {
    /// Both values with their cells, as a sentence names them.
    #[must_use]
    pub fn described(&self, row: &SourceRow, other: &SourceRow) -> Arg {
        let raw = |source: &SourceRow| source.raw(self.field).unwrap_or_default().into_owned();
        let cell = |source: &SourceRow| match source.sheet.columns_of(self.field).next() {
            Some(column) => source.address(column.column).to_string(),
            None => (u64::from(source.row) + 1).to_string(),
        };
        let place = match Arc::ptr_eq(&row.sheet, &other.sheet) {
            true => cell(other),
            false => [&other.sheet.file, &other.sheet.name, &cell(other)].map(String::as_str).join(" › "),
        };
        let field = Message::new(format!("field-{}", self.field.as_str().replace('_', "-")));
        let message = Message::new("values-contradiction").with("field", field).with("value", raw(row));
        message.with("cell", cell(row)).with("other", raw(other)).with("place", place).into()
    }
}

impl TypedRow {
    /// How much it says, and what: the row that says most comes first, whatever the order of rows.
    pub(crate) fn richness(&self) -> (Reverse<usize>, Vec<(String, String)>) {
        let words = self.source.words().into_iter().map(|(header, text)| (header, text.to_owned())).collect();
        (Reverse(self.values.len()), words)
    }

    /// What it says of the fact that it is about.
    pub(crate) fn stated(&self, kind: SheetKind) -> impl Iterator<Item = (Field, &FieldValue)> {
        let is_stated = move |field: &Field| kind == SheetKind::Certificates || !field.is_identity();
        let stated = self.values.iter().filter(move |(field, _)| is_stated(field) && field.whole() == **field);
        stated.filter_map(|(field, _)| Some((*field, self.sound(*field)?)))
    }

    /// Whether it says nothing that another row does not, in no other column.
    fn repeats(&self, other: &Self) -> bool {
        let (own, others) = (&self.source, &other.source);
        let text =
            |row: &SourceRow, column: u16| row.cell(column).map_or(String::new(), |cell| cell.raw.trim().to_owned());
        own.sheet.columns.iter().all(|column| match column.field {
            Some(field) => {
                let read = |row: &Self| row.values.get(&field).cloned();
                let same = match (read(self), read(other)) {
                    (None, None) => own.own_text(field) == others.own_text(field),
                    (one, two) => one == two,
                };
                others.sheet.has(field) && same
            }
            None => {
                let header = fold(&column.header);
                let mut same =
                    others.sheet.columns.iter().filter(|one| one.field.is_none() && fold(&one.header) == header);
                same.any(|one| text(own, column.column) == text(others, one.column))
            }
        })
    }

    /// What several rows of different sheets say of one fact, the one that says most first.
    #[must_use]
    pub fn merged(rows: &[&Self]) -> Option<MergedRow> {
        let (first, rest) = rows.split_first()?;
        let kind = first.source.sheet.kind;
        let mut beside: Vec<usize> = Vec::new();
        for (at, row) in rest.iter().enumerate() {
            let known = std::iter::once(*first).chain(beside.iter().map(|at| rows[*at]));
            if !known.into_iter().any(|known| row.repeats(known)) {
                beside.push(at + 1);
            }
        }
        let mut row = (*first).clone();
        let mut contradictions = Vec::new();
        let fields: BTreeSet<Field> = rows.iter().flat_map(|row| row.stated(kind).map(|(field, _)| field)).collect();
        for field in fields {
            row.settle(field, rows, &mut contradictions);
        }
        row.source = with_others(&first.source, beside.iter().map(|at| &rows[*at].source));
        Some(MergedRow { row, beside, contradictions })
    }

    /// Takes what several rows say of a field.
    fn settle(&mut self, field: Field, rows: &[&Self], contradictions: &mut Vec<Contradiction>) {
        let mut said = rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.whole(field)?)));
        let Some((teller, mut value)) = said.next() else { return };
        let mut from = teller;
        let before = contradictions.len();
        for (at, other) in said {
            match value.reconciled(&other).cloned() {
                Some(fuller) => {
                    from = if fuller == value { from } else { at };
                    value = fuller;
                }
                None => contradictions.push(Contradiction { field, row: at, other: teller }),
            }
        }
        let agrees = contradictions.len() == before;
        for part in [Some(field), (field == Field::Ine).then_some(Field::IneKey)].into_iter().flatten() {
            match rows[from].values.get(&part).filter(|_| agrees) {
                Some(value) => self.values.insert(part, value.clone()),
                None => self.values.remove(&part),
            };
        }
    }

    /// A value with what its sheet has of it in a column of its own.
    fn whole(&self, field: Field) -> Option<FieldValue> {
        let value = self.sound(field)?;
        match (field, value) {
            (Field::Ine, FieldValue::Text(base)) => {
                Some(FieldValue::Text(format!("{base}{}", self.text(Field::IneKey).unwrap_or_default())))
            }
            _ => Some(value.clone()),
        }
    }
}

impl Identity {
    /// Who somebody is, as rows that came together say it: what the one that says most says, whatever their order,
    /// completed by the others.
    #[must_use]
    pub fn merged(rows: &[&TypedRow]) -> Option<MergedIdentity> {
        let own = rows.iter().map(|row| Self::from_row(row));
        let order = Self::by_strength(own.enumerate().collect());
        let (base, _) = order.first()?;
        let mut identity = Self::default();
        let mut taken: Vec<usize> = Vec::new();
        for (at, own) in &order {
            let completes = identity.complete(own);
            let before = taken.iter().map(|at| rows[*at].source.sheet.as_ref());
            if completes || brings_column(&rows[*at].source.sheet, before) {
                taken.push(*at);
            }
        }
        let first = order.first().map(|(_, identity)| identity.clone())?;
        let contradictions = order.iter().skip(1).flat_map(|(at, own)| {
            let about = first.contradictions(own).into_iter();
            about.map(|field| Contradiction { field, row: *at, other: *base })
        });
        let contradictions = contradictions.collect();
        let others = taken.iter().skip(1).map(|at| &rows[*at].source);
        let source = with_others(&rows[*base].source, others);
        Some(MergedIdentity { identity, source, rows: taken, contradictions })
    }

    fn by_strength<T>(mut all: Vec<(T, Self)>) -> Vec<(T, Self)> {
        all.sort_by_cached_key(|(_, identity)| Reverse(identity.strength()));
        all
    }

    /// What several identities of one person say together.
    pub(crate) fn of_strongest<'i>(all: impl Iterator<Item = &'i Self>) -> Option<Self> {
        let order = Self::by_strength(all.map(|identity| ((), identity.clone())).collect());
        order.into_iter().map(|((), identity)| identity).reduce(|mut first, other| {
            first.complete(&other);
            first
        })
    }

    fn said(&self) -> [Option<&str>; 7] {
        let ine = self.ine.as_ref().filter(|ine| ine.identifies());
        [
            self.birth_name.as_deref(),
            self.given_name.as_deref(),
            ine.map(crate::Ine::as_str),
            self.use_name.as_deref(),
            self.email.as_deref(),
            self.phone.as_deref(),
            self.nationality.as_deref(),
        ]
    }

    /// What is preferred among several identities of one person.
    fn strength(&self) -> impl Ord + use<> {
        let said = self.said();
        let count = said.iter().flatten().count() + usize::from(self.birth_date.is_some());
        let texts: Vec<Option<String>> = said.iter().map(|text| text.map(str::to_owned)).collect();
        (self.student_number.is_some(), said[2].is_some(), count, self.student_number.clone(), self.birth_date, texts)
    }

    /// Takes what it does not say itself; whether there was anything.
    pub fn complete(&mut self, other: &Self) -> bool {
        fn fill<T: Clone>(own: &mut Option<T>, other: &Option<T>, took: &mut bool) {
            if own.is_none() && other.is_some() {
                own.clone_from(other);
                *took = true;
            }
        }
        let mut took = false;
        let better = |ine: &Option<crate::Ine>| ine.as_ref().is_some_and(crate::Ine::identifies);
        if !better(&self.ine) && better(&other.ine) {
            self.ine = None;
        }
        fill(&mut self.ine, &other.ine, &mut took);
        fill(&mut self.birth_date, &other.birth_date, &mut took);
        for (own, other) in [
            (&mut self.student_number, &other.student_number),
            (&mut self.birth_name, &other.birth_name),
            (&mut self.use_name, &other.use_name),
            (&mut self.given_name, &other.given_name),
            (&mut self.email, &other.email),
            (&mut self.phone, &other.phone),
            (&mut self.nationality, &other.nationality),
        ] {
            fill(own, other, &mut took);
        }
        took
    }

    /// What another identity of the same person says otherwise.
    #[must_use]
    pub fn contradictions(&self, other: &Self) -> Vec<Field> {
        let mut fields = Profile::new(self).contradictions(&Profile::new(other));
        if let (Some(one), Some(two)) = (&self.ine, &other.ine)
            && one != two
            && one.identifies()
            && two.identifies()
        {
            fields.push(Field::Ine);
        }
        let texts = [
            (Field::UseName, &self.use_name, &other.use_name),
            (Field::Email, &self.email, &other.email),
            (Field::Phone, &self.phone, &other.phone),
            (Field::Nationality, &self.nationality, &other.nationality),
        ];
        let differ = |one: &Option<String>, two: &Option<String>| {
            one.as_deref().zip(two.as_deref()).is_some_and(|(one, two)| fold(one) != fold(two))
        };
        fields.extend(texts.into_iter().filter(|(_, one, two)| differ(one, two)).map(|(field, ..)| field));
        fields
    }
}

/// Whether a sheet has a column of an identity that none of the others has.
fn brings_column<'s>(sheet: &SourceSheet, before: impl Iterator<Item = &'s SourceSheet> + Clone) -> bool {
    let mut fields = sheet.columns.iter().filter_map(|column| column.field).filter(|field| field.is_identity());
    fields.any(|field| !before.clone().any(|sheet| sheet.has(field)))
}

fn with_others<'s>(first: &Arc<SourceRow>, others: impl Iterator<Item = &'s Arc<SourceRow>>) -> Arc<SourceRow> {
    let others: Vec<OtherRow> = others.map(|row| OtherRow { row: Arc::clone(row), beside: true }).collect();
    if others.is_empty() { Arc::clone(first) } else { Arc::new(SourceRow { others, ..SourceRow::clone(first) }) }
}

#[cfg(test)]
#[path = "merging_tests.rs"]
mod tests;
