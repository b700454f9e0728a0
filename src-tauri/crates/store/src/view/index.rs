use super::found::FoundIndex;
use crate::sql_values::Sql;
use guichet_model::{FileState, Level, fold_words};
use rusqlite::Connection;
use std::collections::HashMap;

/// By what files can be chosen and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facet {
    State,
    Level,
    Component,
    Programme,
    Code,
    Completeness,
}

impl Facet {
    pub(super) const ALL: [Self; Self::COUNT] =
        [Self::State, Self::Level, Self::Component, Self::Programme, Self::Code, Self::Completeness];
    pub(super) const COUNT: usize = 6;
}

/// One file as the table needs it to search, filter and sort.
pub(super) struct Entry {
    pub(super) id: i64,
    /// Words of the person and of the programme, as `words::search_words` writes them.
    pub(super) search: String,
    /// For each facet, the places of its values in the facet's vocabulary.
    pub(super) values: [Vec<u32>; Facet::COUNT],
    pub(super) student_number: Option<String>,
    pub(super) level: Option<Level>,
    pub(super) state: Option<FileState>,
    pub(super) registered_at: Option<String>,
    pub(super) flags: u32,
    pub(super) name: Option<u32>,
    pub(super) programme: Option<u32>,
}

/// The values of completeness, in their order.
pub(super) const COMPLETENESS: [&str; 2] = ["incomplete", "complete"];

impl Entry {
    /// Whether the file lacks neither a document nor a fact.
    pub(super) fn complete(&self) -> bool {
        self.values[Facet::Completeness as usize] == [1]
    }
}

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
    pub(super) entries: Vec<Entry>,
    pub(super) vocabularies: [Vocabulary; Facet::COUNT],
    pub(super) found: FoundIndex,
}

impl Vocabulary {
    pub(super) fn place(&mut self, value: &str, label: Option<&str>) -> u32 {
        if let Some(place) = self.places.get(value) {
            return *place;
        }
        let place = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
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
        let key = |word: &Word| (fold_words(word.label.as_deref().unwrap_or(&word.value)), word.value.clone());
        ranks(self.values.iter().map(key).collect())
    }
}

/// The rank of each key; equal keys have equal ranks.
fn ranks<K: Ord>(keys: Vec<K>) -> Vec<u32> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
    let mut ranks = vec![0; keys.len()];
    let mut rank = 0;
    for pair in 0..order.len() {
        if pair > 0 && keys[order[pair]] != keys[order[pair - 1]] {
            rank += 1;
        }
        ranks[order[pair]] = rank;
    }
    ranks
}

impl FileIndex {
    pub(crate) fn load(connection: &Connection) -> rusqlite::Result<Self> {
        let mut index = Self { entries: Vec::new(), vocabularies: Default::default(), found: FoundIndex::default() };
        index.vocabularies[Facet::State as usize] =
            Vocabulary::fixed(FileState::ALL.iter().map(|state| state.as_str()));
        index.vocabularies[Facet::Level as usize] = Vocabulary::fixed(Level::ALL.iter().map(|level| level.as_str()));
        index.vocabularies[Facet::Completeness as usize] = Vocabulary::fixed(COMPLETENESS.into_iter());
        let names = index.read_files(connection)?;
        index.read_findings(connection)?;
        let names = ranks(names);
        let programmes = index.vocabularies[Facet::Programme as usize].ranks();
        for (entry, name) in index.entries.iter_mut().zip(names) {
            entry.name = Some(name);
            entry.programme = entry.values[Facet::Programme as usize].first().map(|place| programmes[*place as usize]);
        }
        index.found.order(&index.entries);
        Ok(index)
    }

    /// Reads the files without their findings; gives their names' keys.
    fn read_files(&mut self, connection: &Connection) -> rusqlite::Result<Vec<String>> {
        let mut statement = connection.prepare(
            "SELECT r.id, p.search, r.search, p.student_number, p.name_key, r.level, r.component, r.programme_code,
                 r.programme, r.registered_at, s.state, s.complete
             FROM registration r JOIN person p ON p.id = r.person LEFT JOIN file_state s ON s.registration = r.id
             ORDER BY r.id",
        )?;
        let mut rows = statement.query([])?;
        let mut names = Vec::new();
        while let Some(row) = rows.next()? {
            let text = |at: usize| row.get::<_, Option<String>>(at);
            names.push(row.get(4)?);
            let state = row.get::<_, Option<Sql<FileState>>>(10)?.map(|state| state.0);
            let level = row.get::<_, Option<Sql<Level>>>(5)?.map(|level| level.0);
            let (component, code, label) = (text(6)?, text(7)?, text(8)?);
            let mut values: [Vec<u32>; Facet::COUNT] = Default::default();
            let mut put = |facet: Facet, value: Option<&str>, label: Option<&str>| {
                let place = value.map(|value| self.vocabularies[facet as usize].place(value, label));
                values[facet as usize].extend(place);
            };
            put(Facet::State, state.map(FileState::as_str), None);
            let complete = row.get::<_, Option<bool>>(11)?;
            put(Facet::Completeness, complete.map(|complete| COMPLETENESS[usize::from(complete)]), None);
            put(Facet::Level, level.map(Level::as_str), None);
            put(Facet::Component, component.as_deref(), None);
            put(Facet::Programme, code.as_deref().or(label.as_deref()), label.as_deref());
            self.entries.push(Entry {
                id: row.get(0)?,
                search: row.get::<_, String>(1)? + row.get_ref(2)?.as_str()?,
                values,
                student_number: text(3)?,
                level,
                state,
                registered_at: text(9)?,
                flags: 0,
                name: None,
                programme: None,
            });
        }
        Ok(names)
    }

    fn read_findings(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let sources = self.found.read_sources(connection)?;
        let places: HashMap<i64, usize> = self.entries.iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
        let mut statement = connection
            .prepare("SELECT registration, code, outcome, severity, deadline, source FROM finding ORDER BY id")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let Some(at) = places.get(&row.get(0)?).copied() else { continue };
            let code = self.vocabularies[Facet::Code as usize].place(row.get_ref(1)?.as_str()?, None);
            let outcome = row.get_ref(2)?.as_str()?;
            let entry = &mut self.entries[at];
            entry.flags += u32::from(outcome == guichet_model::Outcome::Flag.as_str());
            let values = &mut entry.values[Facet::Code as usize];
            if !values.contains(&code) {
                values.push(code);
            }
            let programme = entry.values[Facet::Programme as usize].first().copied();
            let deadline = row.get_ref(4)?.as_str_or_null()?;
            let source = row.get::<_, Option<i64>>(5)?.and_then(|source| sources.get(&source).copied());
            self.found.add(at, (code, programme), (outcome, row.get_ref(3)?.as_str()?), deadline, source);
        }
        Ok(())
    }
}
