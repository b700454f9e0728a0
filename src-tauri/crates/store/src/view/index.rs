use super::columns::{Files, Runs, count, ranks};
use super::found::FoundIndex;
use crate::sql_values::Sql;
use guichet_model::{FileState, Level, fold_words};
use rusqlite::Connection;
use std::collections::HashMap;

/// By what files can be chosen and counted; a file has one value at most of each but the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facet {
    State,
    Level,
    Component,
    Programme,
    Completeness,
    Code,
}

impl Facet {
    pub(super) const ALL: [Self; Self::COUNT] =
        [Self::State, Self::Level, Self::Component, Self::Programme, Self::Completeness, Self::Code];
    pub(super) const COUNT: usize = 6;
    /// Those of one value.
    pub(super) const SINGLE: usize = 5;
}

/// The place of what there is not.
pub(super) const NONE: u32 = u32::MAX;

/// The values of completeness, in their order.
pub(super) const COMPLETENESS: [&str; 2] = ["incomplete", "complete"];

/// The values of one facet, in the order in which they are shown.
#[derive(Default)]
pub(super) struct Vocabulary {
    pub(super) values: Vec<Word>,
    places: HashMap<String, u32>,
}

/// One value of a facet.
pub(super) struct Word {
    pub(super) value: String,
    pub(super) label: Option<String>,
}

/// Every file of the workspace, read once and kept until facts or findings change.
pub(crate) struct FileIndex {
    pub(super) files: Files,
    pub(super) vocabularies: [Vocabulary; Facet::COUNT],
    /// For each place of a facet of one value, its rank in the order of its words.
    pub(super) orders: [Vec<u32>; Facet::SINGLE],
    pub(super) found: FoundIndex,
}

impl Vocabulary {
    pub(super) fn place(&mut self, value: &str, label: Option<&str>) -> u32 {
        if let Some(place) = self.places.get(value) {
            return *place;
        }
        let place = count(self.values.len());
        self.places.insert(value.to_owned(), place);
        self.values.push(Word { value: value.to_owned(), label: label.map(str::to_owned) });
        place
    }

    pub(super) fn find(&self, value: &str) -> Option<u32> {
        self.places.get(value).copied()
    }

    /// States and levels in their own order.
    pub(super) fn fixed<'a>(values: impl Iterator<Item = &'a str>) -> Self {
        let mut vocabulary = Self::default();
        for value in values {
            vocabulary.place(value, None);
        }
        vocabulary
    }

    /// The rank of each place in the order of words.
    fn ranks(&self) -> Vec<u32> {
        let key = |word: &Word| fold_words(word.label.as_deref().unwrap_or(&word.value)) + "\u{1}" + &word.value;
        let keys: Vec<String> = self.values.iter().map(key).collect();
        ranks(keys.iter().map(|key| Some(key.as_str())))
    }
}

/// What is read of the files only to put them in order.
#[derive(Default)]
struct Keys {
    names: Vec<String>,
    /// Behind their length: shorter numbers come first.
    numbers: Vec<Option<String>>,
    registered: Vec<Option<String>>,
}

impl FileIndex {
    pub(crate) fn load(connection: &Connection) -> rusqlite::Result<Self> {
        let mut index = Self {
            files: Files::default(),
            vocabularies: Default::default(),
            orders: Default::default(),
            found: FoundIndex::default(),
        };
        index.vocabularies[Facet::State as usize] =
            Vocabulary::fixed(FileState::ALL.iter().map(|state| state.as_str()));
        index.vocabularies[Facet::Level as usize] = Vocabulary::fixed(Level::ALL.iter().map(|level| level.as_str()));
        index.vocabularies[Facet::Completeness as usize] = Vocabulary::fixed(COMPLETENESS.into_iter());
        let keys = index.read_files(connection)?;
        index.files.name_in_order(&keys.names);
        index.files.numbers = ranks(keys.numbers.iter().map(Option::as_deref));
        index.files.registered = ranks(keys.registered.iter().map(Option::as_deref));
        index.read_findings(connection)?;
        index.found.order(&index.files.places);
        index.orders = std::array::from_fn(|facet| match Facet::ALL[facet] {
            Facet::Component | Facet::Programme => index.vocabularies[facet].ranks(),
            _ => (0..count(index.vocabularies[facet].values.len())).collect(),
        });
        Ok(index)
    }

    /// Reads the files without their findings.
    fn read_files(&mut self, connection: &Connection) -> rusqlite::Result<Keys> {
        let mut statement = connection.prepare(
            "SELECT r.id, p.search, r.search, p.student_number, p.name_key, r.level, r.component, r.programme_code,
                 r.programme, r.registered_at, s.state, s.complete
             FROM registration r JOIN person p ON p.id = r.person LEFT JOIN file_state s ON s.registration = r.id
             ORDER BY r.id",
        )?;
        let mut rows = statement.query([])?;
        let mut keys = Keys::default();
        while let Some(row) = rows.next()? {
            let text = |at: usize| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
            let state = row.get::<_, Option<Sql<FileState>>>(10)?.map(|state| state.0);
            let level = row.get::<_, Option<Sql<Level>>>(5)?.map(|level| level.0);
            let complete = row.get::<_, Option<bool>>(11)?.map(|complete| COMPLETENESS[usize::from(complete)]);
            let (code, label) = (text(7)?, text(8)?);
            self.files.ids.push(row.get(0)?);
            self.files.words.push([text(1)?.unwrap_or_default(), text(2)?.unwrap_or_default()]);
            self.put(Facet::State, state.map(FileState::as_str), None);
            self.put(Facet::Level, level.map(Level::as_str), None);
            self.put(Facet::Component, text(6)?, None);
            self.put(Facet::Programme, code.or(label), label);
            self.put(Facet::Completeness, complete, None);
            let behind_length = |text: &str| format!("{:04}{text}", text.len());
            keys.names.push(text(4)?.unwrap_or_default().to_owned());
            keys.numbers.push(text(3)?.map(behind_length));
            keys.registered.push(text(9)?.map(str::to_owned));
        }
        self.files.flags = vec![0; self.files.len()];
        Ok(keys)
    }

    fn put(&mut self, facet: Facet, value: Option<&str>, label: Option<&str>) {
        let place = value.map_or(NONE, |value| self.vocabularies[facet as usize].place(value, label));
        self.files.facets[facet as usize].push(place);
    }

    fn read_findings(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let sources = self.found.read_sources(connection)?;
        let mut statement = connection
            .prepare("SELECT registration, code, outcome, severity, deadline, source FROM finding ORDER BY id")?;
        let mut rows = statement.query([])?;
        let mut codes = Vec::new();
        while let Some(row) = rows.next()? {
            let Some(at) = self.files.find(row.get(0)?) else { continue };
            let code = self.vocabularies[Facet::Code as usize].place(row.get_ref(1)?.as_str()?, None);
            let outcome = row.get_ref(2)?.as_str()?;
            self.files.flags[at] += u32::from(outcome == guichet_model::Outcome::Flag.as_str());
            codes.push((count(at), code));
            let programme = self.files.value(Facet::Programme, at);
            let deadline = row.get_ref(4)?.as_str_or_null()?;
            let source = row.get::<_, Option<i64>>(5)?.and_then(|source| sources.get(&source).copied());
            self.found.add(at, (code, programme), (outcome, row.get_ref(3)?.as_str()?), deadline, source);
        }
        self.files.codes = Runs::of(codes, self.files.len());
        Ok(())
    }
}
