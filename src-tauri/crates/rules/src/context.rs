use crate::fact::{Fact, Show};
use crate::rulebook::Rulebook;
use guichet_model::{
    AcademicYear, Authority, CitationStatus, Evidence, Field, Instant, Office, Person, Registration, SheetKind,
    SourceColumn, SourceRow,
};
use std::sync::Arc;

/// What a check may look at. Every value read through it becomes evidence, every rulebook entry an authority.
///
/// Most checks pass, so what was read is only noted; it is written out when there is a finding to explain.
pub struct Check<'a> {
    /// Everything the office knows.
    pub office: &'a Office,
    /// The rulebook in force.
    pub book: &'a Rulebook,
    /// The instant at which the file is judged, civil time of Paris.
    pub as_of: Instant,
    /// Whose file it is.
    pub person: &'a Person,
    /// The registration the file is about.
    pub registration: &'a Registration,
    reads: Vec<Reading<'a>>,
    cited: Vec<Cited<'a>>,
}

/// One fact that was read.
struct Reading<'a> {
    source: &'a SourceRow,
    field: Field,
    value: Option<&'a dyn Show>,
}

/// One rulebook entry that was read.
#[derive(Clone, Copy)]
struct Cited<'a> {
    cite: &'a Arc<Authority>,
    /// What the same source says elsewhere, otherwise.
    contradicted_by: Option<&'a Authority>,
}

impl<'a> Check<'a> {
    pub(crate) fn new(
        office: &'a Office,
        book: &'a Rulebook,
        as_of: Instant,
        person: &'a Person,
        registration: &'a Registration,
    ) -> Self {
        Self { office, book, as_of, person, registration, reads: Vec::new(), cited: Vec::new() }
    }

    /// What was read, written out: each cell and each entry once, in the order of reading.
    pub(crate) fn into_record(self) -> (Vec<Evidence>, Vec<Arc<Authority>>) {
        let mut evidence: Vec<Evidence> = self.reads.iter().flat_map(Reading::evidence).collect();
        // Findings are kept by the hundred thousand, without room for more.
        evidence.shrink_to_fit();
        let authorities = self.cited.iter().map(Cited::authority).collect();
        (evidence, authorities)
    }

    /// The academic year the registration is for: its own, or the rulebook's.
    #[must_use]
    pub fn campaign(&self) -> Option<AcademicYear> {
        self.registration.academic_year.or_else(|| self.book.academic_year())
    }

    /// Reads a fact of a row, and records where.
    pub fn read<T: Clone + Show>(&mut self, source: &'a SourceRow, field: Field, value: &'a Option<T>) -> Fact<T> {
        self.record(source, field, value.as_ref().map(|value| value as &dyn Show));
        match (value, source.raw(field)) {
            (Some(value), _) => Fact::Known(value.clone()),
            (None, None) => Fact::NoColumn,
            (None, Some(raw)) if raw.is_empty() => Fact::Empty,
            (None, Some(raw)) => Fact::NotUnderstood(raw.into_owned()),
        }
    }

    /// Reads a fact of the file's registration, and records where.
    pub fn fact<T: Clone + Show>(&mut self, field: Field, value: &'a Option<T>) -> Fact<T> {
        self.read(&self.registration.source, field, value)
    }

    /// Records a cell without judging it.
    pub fn record(&mut self, source: &'a SourceRow, field: Field, value: Option<&'a dyn Show>) {
        let known = self.reads.iter().any(|read| std::ptr::eq(read.source, source) && read.field == field);
        if !known {
            self.reads.push(Reading { source, field, value });
        }
    }

    /// Whether a sheet of this kind was given at all.
    #[must_use]
    pub fn has_sheet(&self, kind: SheetKind) -> bool {
        self.office.kinds.contains(&kind)
    }

    /// Reads a rulebook value, and records its citation; `None` when it is not set.
    pub fn value(&mut self, key: &str) -> Option<&'a toml::Value> {
        let (.., entry) = self.book.entry(key)?;
        self.cite(&entry.cite);
        entry.value.as_ref()
    }

    /// A whole number of the rulebook.
    pub fn number(&mut self, key: &str) -> Option<i64> {
        self.value(key)?.as_integer()
    }

    /// A word of the rulebook.
    pub fn word(&mut self, key: &str) -> Option<&'a str> {
        self.value(key)?.as_str()
    }

    /// A list of words of the rulebook; empty when not set.
    pub fn words(&mut self, key: &str) -> Vec<&'a str> {
        let list = self.value(key).and_then(|value| value.as_array());
        list.map(|list| list.iter().filter_map(|word| word.as_str()).collect()).unwrap_or_default()
    }

    /// Records the citation of a window, limit or the like.
    pub fn cite(&mut self, cite: &'a Arc<Authority>) {
        if !self.cited.iter().any(|cited| Arc::ptr_eq(cited.cite, cite)) {
            self.cited.push(Cited { cite, contradicted_by: None });
        }
    }

    /// Puts the citation of an entry that was read before the others: it decides.
    pub fn decided_by(&mut self, key: &str) {
        if let Some(at) = self.cited.iter().position(|cited| cited.cite.key == key) {
            self.cited[..=at].rotate_right(1);
        }
    }

    /// Records that the source of a citation says otherwise elsewhere: both are quoted, to be confirmed.
    pub fn cite_contradiction(&mut self, cite: &Arc<Authority>, other: &'a Authority) {
        for cited in self.cited.iter_mut().filter(|cited| Arc::ptr_eq(cited.cite, cite)) {
            cited.contradicted_by = Some(other);
        }
    }
}

impl Cited<'_> {
    fn authority(&self) -> Arc<Authority> {
        let Some(other) = self.contradicted_by else { return Arc::clone(self.cite) };
        let cite = self.cite.as_ref();
        Arc::new(Authority {
            quote: format!("{} […] {}", cite.quote, other.quote),
            status: CitationStatus::ToConfirm,
            note: other.note.as_ref().or(cite.note.as_ref()).cloned(),
            ..cite.clone()
        })
    }
}

impl Reading<'_> {
    /// The cells of the fact: one a column, or the bare fact that the sheet has no such column. Of rows that speak for it
    /// together, the first one, or all of them when they contradict each other.
    fn evidence(&self) -> Vec<Evidence> {
        let speakers = self.source.speakers(self.field);
        let shown = if self.value.is_some() { 1 } else { speakers.len() };
        speakers.into_iter().take(shown).flat_map(|source| self.of_row(source)).collect()
    }

    fn of_row(&self, source: &SourceRow) -> Vec<Evidence> {
        let columns: Vec<&SourceColumn> = source.sheet.columns_of(self.field).collect();
        if columns.is_empty() {
            vec![self.of_column(source, None)]
        } else {
            columns.into_iter().map(|column| self.of_column(source, Some(column))).collect()
        }
    }

    fn of_column(&self, source: &SourceRow, column: Option<&SourceColumn>) -> Evidence {
        let written =
            |column: &SourceColumn| source.cell(column.column).map_or(String::new(), |cell| cell.raw.to_string());
        Evidence {
            field: self.field,
            sheet: Arc::clone(&source.sheet),
            address: column.map(|column| source.address(column.column)),
            raw: column.map(written),
            value: self.value.map(Show::show),
        }
    }
}
