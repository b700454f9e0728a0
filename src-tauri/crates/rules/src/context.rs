use crate::fact::{Fact, Show};
use crate::rulebook::{Layer, Rulebook};
use guichet_model::{
    AcademicYear, Authority, Evidence, Field, Instant, Office, Person, Registration, SheetKind, SourceCellRef,
    SourceRow,
};

/// What a check may look at. Every value read through it becomes evidence, every rulebook entry an authority.
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
    evidence: Vec<Evidence>,
    authorities: Vec<Authority>,
}

impl<'a> Check<'a> {
    pub(crate) fn new(
        office: &'a Office,
        book: &'a Rulebook,
        as_of: Instant,
        person: &'a Person,
        registration: &'a Registration,
    ) -> Self {
        Self { office, book, as_of, person, registration, evidence: Vec::new(), authorities: Vec::new() }
    }

    pub(crate) fn into_record(self) -> (Vec<Evidence>, Vec<Authority>) {
        (self.evidence, self.authorities)
    }

    /// The academic year the registration is for: its own, or the rulebook's.
    #[must_use]
    pub fn campaign(&self) -> Option<AcademicYear> {
        self.registration.academic_year.or_else(|| self.book.academic_year())
    }

    /// Reads a fact of a row, and records where.
    pub fn read<T: Clone + Show>(&mut self, source: &SourceRow, field: Field, value: &Option<T>) -> Fact<T> {
        let shown = value.as_ref().map(Show::show);
        self.record(source, field, shown);
        match (value, source.raw(field)) {
            (Some(value), _) => Fact::Known(value.clone()),
            (None, None) => Fact::NoColumn,
            (None, Some("")) => Fact::Empty,
            (None, Some(raw)) => Fact::NotUnderstood(raw.to_owned()),
        }
    }

    /// Reads a fact of the file's registration, and records where.
    pub fn fact<T: Clone + Show>(&mut self, field: Field, value: &Option<T>) -> Fact<T> {
        self.read(&self.registration.source, field, value)
    }

    /// Records a cell without judging it.
    pub fn record(&mut self, source: &SourceRow, field: Field, value: Option<String>) {
        let sheet = &source.sheet;
        let mut columns = sheet.columns_of(field).peekable();
        if columns.peek().is_none() {
            self.push(Evidence {
                field,
                file: sheet.file.clone(),
                sheet: sheet.name.clone(),
                cell: None,
                header: None,
                raw: None,
                value,
                place: None,
            });
            return;
        }
        for column in columns {
            let address = source.address(column.column);
            self.push(Evidence {
                field,
                file: sheet.file.clone(),
                sheet: sheet.name.clone(),
                cell: Some(address.to_string()),
                header: Some(column.header.clone()),
                raw: Some(source.cell(column.column).map_or(String::new(), |cell| cell.raw.to_string())),
                value: value.clone(),
                place: Some(SourceCellRef { sha256: sheet.sha256.clone(), address }),
            });
        }
    }

    fn push(&mut self, evidence: Evidence) {
        if !self.evidence.contains(&evidence) {
            self.evidence.push(evidence);
        }
    }

    /// Whether a sheet of this kind was given at all.
    #[must_use]
    pub fn has_sheet(&self, kind: SheetKind) -> bool {
        self.office.kinds.contains(&kind)
    }

    /// Reads a rulebook value, and records its citation; `None` when it is not set.
    pub fn value(&mut self, key: &str) -> Option<&'a toml::Value> {
        let (layer, entry) = self.book.entry(key)?;
        self.cite(entry.cite.authority(layer, key));
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

    /// Records the citation of an entry of a layer.
    pub fn cite(&mut self, authority: Authority) {
        if !self.authorities.contains(&authority) {
            self.authorities.push(authority);
        }
    }

    /// Records the citation of a window, limit or the like.
    pub fn cite_entry(&mut self, layer: &Layer, key: &str, cite: &crate::rulebook::Cite) {
        self.cite(cite.authority(layer, key));
    }
}
