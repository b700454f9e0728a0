//! What somebody entered at the desk, beside what extracts say of the same.

use crate::{Document, Field, OtherRow, PersonId, Request, RequestKind, SourceRow, fold};
use std::collections::HashMap;
use std::sync::Arc;

impl SourceRow {
    /// Whether no extract speaks in it: it was entered at the desk, about what no extract tells.
    #[must_use]
    pub fn is_only_by_hand(&self) -> bool {
        self.sheet.is_by_hand() && self.others.iter().all(|other| other.row.sheet.is_by_hand())
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
            let is_empty = |field: Field| of.source.raw(field).is_none_or(|raw| raw.is_empty());
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
fn before<'a>(entry: &Arc<SourceRow>, older: impl IntoIterator<Item = &'a Arc<SourceRow>>) -> Arc<SourceRow> {
    let mut others = entry.others.clone();
    for row in older {
        let alone = Arc::new(SourceRow { others: Vec::new(), ..SourceRow::clone(row) });
        others.push(OtherRow { row: alone, beside: false });
        others.extend(row.others.iter().cloned());
    }
    if others.is_empty() { Arc::clone(entry) } else { Arc::new(SourceRow { others, ..SourceRow::clone(entry) }) }
}

#[cfg(test)]
mod tests {
    use super::{settle_derogations, settle_documents};
    use crate::{
        BY_HAND, Document, DocumentState, Field, FieldValue, PersonId, Request, RequestState, SheetKind, SourceCell,
        SourceColumn, SourceSheet, TypedRow,
    };
    use std::sync::Arc;

    /// A row of an extract or of an entry; what is not understood as a year, a level or a code is text.
    fn row(by_hand: bool, said: &[(Field, &str)]) -> TypedRow {
        let columns = (0..).zip(said).map(|(column, (field, _))| SourceColumn {
            column,
            header: field.to_string(),
            field: Some(*field),
        });
        let sheet = Arc::new(SourceSheet {
            file: "f".into(),
            sha256: if by_hand { format!("{BY_HAND}1") } else { "1".into() },
            name: "n".into(),
            kind: SheetKind::Documents,
            header_row: 0,
            columns: columns.collect(),
        });
        let cells = (0..).zip(said).map(|(column, (_, raw))| SourceCell { column, raw: (*raw).into() }).collect();
        let value = |(field, raw): &(Field, &str)| {
            let value = match field {
                Field::AcademicYear => FieldValue::Year(raw.parse().ok()?),
                Field::RequestLevel => FieldValue::Level(crate::Level::parse(raw)?),
                Field::DocumentExpiry => FieldValue::Date(crate::parse_instant(raw)?.0.date()),
                _ => field.code(raw).map_or_else(|| FieldValue::Text((*raw).to_owned()), FieldValue::Code),
            };
            Some((*field, value))
        };
        let values = said.iter().filter_map(value).collect();
        TypedRow::new(&sheet, 1, cells, values)
    }

    fn document(by_hand: bool, said: &[(Field, &str)]) -> Document {
        Document::from_row(PersonId(1), &row(by_hand, said))
    }

    #[test]
    fn a_document_marked_stands_for_the_extracts_rows_about_it_and_the_later_mark_counts() {
        let extract = |kind, year| {
            let said = [
                (Field::DocumentKind, kind),
                (Field::DocumentState, "rejetée"),
                (Field::AcademicYear, year),
                (Field::DocumentExpiry, "2025-08-31"),
            ];
            document(false, &said)
        };
        let mark = |state| {
            document(
                true,
                &[(Field::DocumentKind, "Photo"), (Field::DocumentState, state), (Field::AcademicYear, "2024")],
            )
        };
        let mut all = vec![
            extract("PHOTO", "2024"),
            mark("validée"),
            extract("Photo", "2023"),
            extract("Relevé", "2024"),
            mark("validation forcée"),
        ];
        settle_documents(&mut all);
        let states: Vec<_> = all.iter().map(|document| document.state).collect();
        assert_eq!(states, [Some(DocumentState::Rejected), Some(DocumentState::Rejected), Some(DocumentState::Forced)]);
        let settled = &all[2];
        assert_eq!(settled.source.raw(Field::DocumentState).as_deref(), Some("validation forcée"));
        assert_eq!(settled.expiry, all[0].expiry, "the extract speaks for what the mark does not say");
        assert_eq!(settled.source.raw(Field::DocumentExpiry).as_deref(), Some("2025-08-31"));
        assert!(!settled.source.is_only_by_hand());
    }

    #[test]
    fn a_derogation_entered_decides_each_request_for_its_year_and_level_or_stands_alone() {
        let request = |by_hand, said: &[(Field, &str)]| Request::from_row(PersonId(1), &row(by_hand, said));
        let extract = |level, channel| {
            let said = [
                (Field::RequestKind, "dérogation"),
                (Field::RequestLevel, level),
                (Field::RequestState, "en attente"),
                (Field::RequestChannel, channel),
            ];
            request(false, &said)
        };
        let entry = |level| {
            let said = [
                (Field::RequestKind, "dérogation"),
                (Field::AcademicYear, "2024"),
                (Field::RequestLevel, level),
                (Field::RequestState, "accordée"),
                (Field::DecidedBy, "Doyen"),
            ];
            request(true, &said)
        };
        let mut all =
            vec![extract("L2", "courriel"), extract("L3", "courriel"), extract("L?", ""), entry("L2"), entry("M1")];
        settle_derogations(&mut all);
        let granted: Vec<_> = all.iter().map(|request| request.state == Some(RequestState::Granted)).collect();
        assert_eq!(granted, [true, false, false, true], "a level that is not understood is no level's");
        assert_eq!(
            all[0].source.raw(Field::RequestChannel).as_deref(),
            Some("courriel"),
            "the request is still the extract's"
        );
        assert_eq!((all[0].decided_by.as_deref(), all[0].academic_year), (Some("Doyen"), all[3].academic_year));
        assert_eq!((all[0].source.is_only_by_hand(), all[3].source.is_only_by_hand()), (false, true));
    }
}
