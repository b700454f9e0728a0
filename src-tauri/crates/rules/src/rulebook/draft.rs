//! A rulebook file being written: its entries are changed one by one, and each change is checked before it is taken.

use super::error::Fault;
use super::keys::{Shape, shape_of};
use super::{Layer, RulebookError, Title};
use guichet_model::{AcademicYear, CitationStatus, Note};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use toml::{Table, Value};

/// The kinds of entries, as a file names their lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A value.
    Value,
    /// A registration window.
    Window,
    /// Days on which the office is closed.
    Closure,
    /// A later close under a condition.
    Extension,
    /// A limit on repeated registrations.
    Limit,
    /// A document that a file must hold.
    Piece,
}

impl EntryKind {
    /// Every kind.
    pub const ALL: &'static [Self] =
        &[Self::Value, Self::Window, Self::Closure, Self::Extension, Self::Limit, Self::Piece];

    /// The name of the list in a file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Window => "window",
            Self::Closure => "closure",
            Self::Extension => "extension",
            Self::Limit => "limit",
            Self::Piece => "piece",
        }
    }
}

/// The citation of an entry, its document by its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Title of the document.
    pub document: String,
    /// Where in it.
    pub heading: String,
    /// Its words.
    pub quote: String,
    /// How sure.
    pub status: CitationStatus,
    /// A remark.
    pub note: Option<Note>,
}

/// A citation as a file writes it.
#[derive(Serialize, Deserialize)]
struct FileCite {
    document: String,
    heading: String,
    quote: String,
    status: CitationStatus,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Note>,
}

/// What a file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Stable id.
    pub id: String,
    /// Edition.
    pub edition: u32,
    /// The academic year.
    pub academic_year: Option<AcademicYear>,
    /// Title.
    pub title: Title,
}

/// A rulebook file being written. It can be read as a layer at any moment.
#[derive(Clone, Debug)]
pub struct Draft {
    text: String,
    layer: Layer,
}

impl Draft {
    /// Reads a rulebook file.
    ///
    /// # Errors
    /// What [`Layer::parse`] refuses.
    pub fn parse(text: &str) -> Result<Self, RulebookError> {
        Ok(Self { text: text.to_owned(), layer: Layer::parse(text)? })
    }

    /// The file.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The layer it is.
    #[must_use]
    pub fn layer(&self) -> &Layer {
        &self.layer
    }

    /// What kind of entry a key names here.
    #[must_use]
    pub fn kind(&self, key: &str) -> Option<EntryKind> {
        let file = self.file();
        EntryKind::ALL.iter().copied().find(|kind| list(&file, *kind).any(|entry| is_of(entry, key)))
    }

    /// What an entry says, apart from its key and its citation, as its file writes it; nothing when it is not here or says
    /// something else.
    #[must_use]
    pub fn says<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        let mut entry = self.entry(key)?;
        entry.remove("key");
        entry.remove("cite");
        Value::Table(entry).try_into().ok()
    }

    /// The citation of an entry.
    #[must_use]
    pub fn citation(&self, key: &str) -> Option<Citation> {
        let cite: FileCite = self.entry(key)?.remove("cite")?.try_into().ok()?;
        let file = self.file();
        let document = file.get("documents")?.get(&cite.document)?.get("title")?.as_str()?.to_owned();
        let FileCite { heading, quote, status, note, .. } = cite;
        Some(Citation { document, heading, quote, status, note })
    }

    /// The titles of its documents.
    #[must_use]
    pub fn documents(&self) -> Vec<String> {
        let title = |(_, document): (&String, &Value)| Some(document.get("title")?.as_str()?.to_owned());
        let documents = self.file().remove("documents");
        documents.as_ref().and_then(Value::as_table).into_iter().flatten().filter_map(title).collect()
    }

    /// With another head.
    ///
    /// # Errors
    /// What [`Layer::parse`] refuses.
    pub fn with_head(&self, head: &Head) -> Result<Self, RulebookError> {
        if *head == self.head() {
            return Ok(self.clone());
        }
        let mut file = self.file();
        file.insert("id".to_owned(), text(&head.id));
        file.insert("edition".to_owned(), Value::Integer(i64::from(head.edition)));
        match head.academic_year {
            Some(year) => file.insert("academic_year".to_owned(), text(&year.to_string())),
            None => file.remove("academic_year"),
        };
        let title = [("fr", &head.title.fr), ("en", &head.title.en)];
        let title = title.map(|(language, words)| (language.to_owned(), text(words)));
        file.insert("title".to_owned(), Value::Table(title.into_iter().collect()));
        Self::of(&file)
    }

    /// What it says of itself.
    #[must_use]
    pub fn head(&self) -> Head {
        let Layer { id, edition, academic_year, title, .. } = &self.layer;
        Head { id: id.clone(), edition: *edition, academic_year: *academic_year, title: title.clone() }
    }

    /// With an entry in the place of the one of its key, or after the others of its kind. `says` is what it says, as a
    /// file writes it.
    ///
    /// # Errors
    /// [`Fault::NotCited`], and what [`Layer::parse`] refuses: the entry cannot be what its key needs.
    pub fn with<T: Serialize>(
        &self,
        kind: EntryKind,
        key: &str,
        says: &T,
        cite: &Citation,
    ) -> Result<Self, RulebookError> {
        let words = [&cite.document, &cite.heading];
        if words.iter().any(|word| word.trim().is_empty()) || cite.quote.trim().is_empty() && cite.note.is_none() {
            return Err(RulebookError::Entry { line: 1, key: key.to_owned(), fault: Fault::NotCited });
        }
        let mut file = self.file();
        put(&mut file, kind, key, Table::try_from(says).map_err(form)?, cite)?;
        Self::of(&file)
    }

    /// With the entry of a key as another file has it.
    ///
    /// # Errors
    /// What [`Layer::parse`] refuses.
    pub fn with_entry_of(&self, other: &Self, key: &str) -> Result<Self, RulebookError> {
        match (other.kind(key), other.says::<Table>(key), other.citation(key)) {
            (Some(kind), Some(says), Some(cite)) => self.with(kind, key, &says, &cite),
            _ => self.without(key),
        }
    }

    /// Without the entry of a key: a layer below speaks, or none.
    ///
    /// # Errors
    /// What [`Layer::parse`] refuses.
    pub fn without(&self, key: &str) -> Result<Self, RulebookError> {
        let mut file = self.file();
        for kind in EntryKind::ALL {
            if let Some(Value::Array(entries)) = file.get_mut(kind.as_str()) {
                entries.retain(|entry| !is_of(entry, key));
            }
        }
        Self::of(&file)
    }

    /// For another academic year: what is dated is not fixed any more, and every citation is to be confirmed. Closures and
    /// extensions, which cannot be left open, are left out. Each key of the former year has one of the new year, not fixed,
    /// unless it is set. `below` are the layers under this one; `note` says where what is not fixed comes from.
    ///
    /// # Errors
    /// What [`Layer::parse`] refuses.
    pub fn for_year(&self, year: AcademicYear, below: &[Layer], note: &Note) -> Result<Self, RulebookError> {
        let mut file = self.with_head(&Head { academic_year: Some(year), ..self.head() })?.file();
        for kind in EntryKind::ALL {
            let Some(Value::Array(entries)) = file.get_mut(kind.as_str()) else { continue };
            entries.retain(|_| !matches!(kind, EntryKind::Closure | EntryKind::Extension));
            entries.iter_mut().filter_map(Value::as_table_mut).for_each(|entry| move_on(entry, *kind, note));
        }
        if let Some(former) = self.layer.academic_year.filter(|former| *former != year) {
            self.add_keys(&mut file, (former, year), below, note)?;
        }
        Self::of(&file)
    }

    /// Adds a key of the new year, not fixed, for each key of the former one.
    fn add_keys(
        &self,
        file: &mut Table,
        (former, year): (AcademicYear, AcademicYear),
        below: &[Layer],
        note: &Note,
    ) -> Result<(), RulebookError> {
        let ending = format!(".{former}");
        let layers = || std::iter::once(&self.layer).chain(below);
        let dated = layers().flat_map(|layer| &layer.values).filter_map(|(key, entry)| {
            let new = format!("{}.{year}", key.strip_suffix(&ending)?);
            (!layers().any(|layer| layer.values.contains_key(&new))).then_some((new, entry))
        });
        for (key, entry) in dated {
            let cite = Citation {
                document: entry.cite.document.clone(),
                heading: entry.cite.heading.clone(),
                quote: String::new(),
                status: CitationStatus::ToConfirm,
                note: Some(note.clone()),
            };
            put(file, EntryKind::Value, &key, unset(), &cite)?;
        }
        Ok(())
    }

    fn of(file: &Table) -> Result<Self, RulebookError> {
        Self::parse(&toml::to_string(file).map_err(form)?)
    }

    /// The file as a table; it has been read once.
    fn file(&self) -> Table {
        toml::from_str(&self.text).unwrap_or_default()
    }

    fn entry(&self, key: &str) -> Option<Table> {
        let file = self.file();
        let mut entries = EntryKind::ALL.iter().flat_map(|kind| list(&file, *kind));
        entries.find(|entry| is_of(entry, key)).and_then(Value::as_table).cloned()
    }
}

/// An entry that says that no source gives a value.
fn unset() -> Table {
    Table::from_iter([("unset".to_owned(), Value::Boolean(true))])
}

/// Makes an entry one of another year.
fn move_on(entry: &mut Table, kind: EntryKind, note: &Note) {
    let key = entry.get("key").and_then(Value::as_str).unwrap_or_default();
    let dated = kind == EntryKind::Window || kind == EntryKind::Value && shape_of(key) == Some(Shape::Moment);
    let undated: &[&str] = if kind == EntryKind::Window { &["intervals", "accepted"] } else { &["value"] };
    if dated {
        undated.iter().for_each(|name| drop(entry.remove(*name)));
        let open = if kind == EntryKind::Window { "no_date" } else { "unset" };
        entry.insert(open.to_owned(), Value::Boolean(true));
    }
    let Some(Value::Table(cite)) = entry.get_mut("cite") else { return };
    cite.insert("status".to_owned(), text(CitationStatus::ToConfirm.as_str()));
    if dated {
        cite.insert("quote".to_owned(), text(""));
        let note = [("fr", &note.fr), ("en", &note.en)].map(|(language, words)| (language.to_owned(), text(words)));
        cite.insert("note".to_owned(), Value::Table(note.into_iter().collect()));
    }
}

fn text(words: &str) -> Value {
    Value::String(words.to_owned())
}

fn form(error: toml::ser::Error) -> RulebookError {
    RulebookError::Form { line: 1, detail: error.to_string() }
}

fn list(file: &Table, kind: EntryKind) -> impl Iterator<Item = &Value> {
    file.get(kind.as_str()).and_then(Value::as_array).into_iter().flatten()
}

fn is_of(entry: &Value, key: &str) -> bool {
    entry.get("key").and_then(Value::as_str) == Some(key)
}

/// Puts an entry where the one of its key stood, or after the others.
fn put(file: &mut Table, kind: EntryKind, key: &str, mut entry: Table, cite: &Citation) -> Result<(), RulebookError> {
    let cite = FileCite {
        document: document(file, cite.document.trim()),
        heading: cite.heading.clone(),
        quote: cite.quote.clone(),
        status: cite.status,
        note: cite.note.clone(),
    };
    entry.insert("key".to_owned(), text(key));
    entry.insert("cite".to_owned(), Value::try_from(cite).map_err(form)?);
    let entries = file.entry(kind.as_str()).or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(entries) = entries {
        match entries.iter_mut().find(|known| is_of(known, key)) {
            Some(known) => *known = Value::Table(entry),
            None => entries.push(Value::Table(entry)),
        }
    }
    Ok(())
}

/// The name in a file of the document of this title, which is added when it is a new one.
fn document(file: &mut Table, title: &str) -> String {
    let documents = file.entry("documents").or_insert_with(|| Value::Table(Table::new()));
    let Value::Table(documents) = documents else { return String::new() };
    let has_title = |document: &Value| document.get("title").and_then(Value::as_str) == Some(title);
    if let Some((name, _)) = documents.iter().find(|(_, document)| has_title(document)) {
        return name.clone();
    }
    let mut numbers = (1..).map(|number: u32| format!("document-{number}"));
    let name = numbers.find(|name| !documents.contains_key(name)).unwrap_or_default();
    let new = Table::from_iter([("title".to_owned(), text(title))]);
    documents.insert(name.clone(), Value::Table(new));
    name
}

#[cfg(test)]
mod tests {
    use super::{Citation, Draft, EntryKind, Head};
    use crate::Rulebook;
    use crate::rulebook::{Fault, RulebookError, SHIPPED, Shape, shape_of};
    use guichet_model::{AcademicYear, CitationStatus, Note};
    use toml::{Table, Value};

    const AMU: &str = "amu-allsh-2024-2025";

    fn draft() -> Draft {
        Draft::parse(SHIPPED.iter().find(|(id, _)| *id == AMU).unwrap().1).unwrap()
    }

    fn cite() -> Citation {
        Citation {
            document: "Arrêté de 2024".to_owned(),
            heading: "Article 1".to_owned(),
            quote: "jusqu’au 21/09/2024".to_owned(),
            status: CitationStatus::Verified,
            note: None,
        }
    }

    fn value(value: impl Into<Value>) -> Table {
        Table::from_iter([("value".to_owned(), value.into())])
    }

    fn fault(draft: &Draft, kind: EntryKind, key: &str, says: &Table, cite: &Citation) -> Fault {
        match draft.with(kind, key, says, cite) {
            Err(RulebookError::Entry { key: told, fault, .. }) if told == key => fault,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_entry_is_changed_with_its_citation_and_nothing_else_is() {
        let draft = draft();
        let window: Table = draft.says("window.l2-l3-deust2").unwrap();
        let mut later = window.clone();
        later["intervals"][1]["closes"] = Value::String("2024-09-21T12:00".to_owned());
        let changed = draft.with(EntryKind::Window, "window.l2-l3-deust2", &later, &cite()).unwrap();
        assert_eq!(changed.citation("window.l2-l3-deust2"), Some(cite()));
        assert!(changed.documents().contains(&"Arrêté de 2024".to_owned()));
        for (key, authority) in draft.layer().cites().filter(|(key, _)| *key != "window.l2-l3-deust2") {
            let same = changed.layer().cites().find(|(known, _)| *known == key).unwrap();
            assert_eq!(same.1, authority);
            let said = |draft: &Draft| draft.says::<Table>(key).unwrap();
            assert_eq!(said(&changed), said(&draft), "{key}");
        }
        let back = changed.with_entry_of(&draft, "window.l2-l3-deust2").unwrap();
        assert_eq!(back.says::<Table>("window.l2-l3-deust2"), Some(window));
        assert_eq!(changed.without("window.l2-l3-deust2").unwrap().kind("window.l2-l3-deust2"), None);
    }

    #[test]
    fn a_value_of_below_is_laid_over_and_a_wrong_one_is_refused_by_its_key() {
        let draft = draft();
        let key = "cvec.amount.2024-2025";
        let over = draft.with(EntryKind::Value, key, &value(10_500), &cite()).unwrap();
        let book = Rulebook::find(AMU, &[over.layer().clone()]).unwrap();
        assert_eq!(book.entry(key).unwrap().2.value, Some(Value::Integer(10_500)));
        let wrong = fault(&draft, EntryKind::Value, key, &value("105 €"), &cite());
        assert!(matches!(wrong, Fault::WrongShape(_, Shape::Cents)), "{wrong:?}");
        let uncited = Citation { quote: " ".to_owned(), ..cite() };
        assert_eq!(fault(&draft, EntryKind::Value, key, &value(10_500), &uncited), Fault::NotCited);
        let twice = fault(&draft, EntryKind::Value, "window.m2", &value("x"), &cite());
        assert_eq!(twice, Fault::Duplicate);
    }

    #[test]
    fn another_year_fixes_no_date_and_confirms_nothing() {
        let (draft, year) = (draft(), AcademicYear::new(2025).unwrap());
        let book = Rulebook::shipped(AMU).unwrap();
        let note = Note { fr: "À compléter.".to_owned(), en: "To be completed.".to_owned() };
        let next = draft.for_year(year, &book.layers()[1..], &note).unwrap();
        let layer = next.layer();
        assert_eq!(layer.academic_year, Some(year));
        assert!(layer.windows.iter().all(|window| window.intervals.is_empty() && window.cohort.is_none()));
        assert_eq!((layer.windows.len(), layer.closures.len()), (draft.layer().windows.len(), 0));
        assert!(layer.cites().all(|(_, cite)| cite.status == CitationStatus::ToConfirm));
        let open = |key: &str| layer.values.get(key).unwrap_or_else(|| panic!("{key}")).value.is_none();
        assert!(layer.values.keys().filter(|key| shape_of(key) == Some(Shape::Moment)).all(|key| open(key)));
        let set = |key: &str| book.entry(key).is_some();
        for key in book.layers().iter().flat_map(|layer| layer.values.keys()) {
            let Some(stem) = key.strip_suffix(".2024-2025") else { continue };
            let new = format!("{stem}.2025-2026");
            assert!(set(&new) || open(&new), "{new}");
        }
        assert_eq!(layer.values["calendar.respected"].value, draft.layer().values["calendar.respected"].value);
    }

    #[test]
    fn a_head_that_stays_keeps_every_byte() {
        let draft = draft();
        assert_eq!(draft.with_head(&draft.head()).unwrap().text(), draft.text());
        let head = Head { id: "autre".to_owned(), edition: 3, ..draft.head() };
        let other = draft.with_head(&head).unwrap();
        assert_eq!((other.head(), other.layer().windows.len()), (head, draft.layer().windows.len()));
        assert!(other.layer().cites().all(|(_, cite)| cite.rulebook == "autre"));
    }
}
