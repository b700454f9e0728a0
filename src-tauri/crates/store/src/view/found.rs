use super::columns::count;
use super::index::{NONE, Vocabulary};
use guichet_model::{Outcome, Severity};
use rusqlite::Connection;
use std::collections::HashMap;

/// By what findings can be chosen, counted and grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aspect {
    Severity,
    Outcome,
    Code,
    Programme,
    Deadline,
    Source,
}

impl Aspect {
    pub(super) const ALL: [Self; Self::COUNT] =
        [Self::Severity, Self::Outcome, Self::Code, Self::Programme, Self::Deadline, Self::Source];
    pub(super) const COUNT: usize = 6;
}

/// One finding as its table needs it.
pub(super) struct Found {
    /// The place of its file.
    pub(super) entry: u32,
    /// For each aspect, the place of its value in the aspect's vocabulary, or [`NONE`]. Those of codes and programmes are
    /// the vocabularies of files.
    pub(super) values: [u32; Aspect::COUNT],
}

/// Every finding of the workspace, by the name of its person.
pub(super) struct FoundIndex {
    pub(super) findings: Vec<Found>,
    /// The vocabularies of severities, outcomes, deadlines and sources; the others are empty.
    pub(super) vocabularies: [Vocabulary; Aspect::COUNT],
}

impl Default for FoundIndex {
    fn default() -> Self {
        let mut vocabularies: [Vocabulary; Aspect::COUNT] = Default::default();
        let severities = [Severity::Error, Severity::Warning, Severity::Info].iter().map(|one| one.as_str());
        vocabularies[Aspect::Severity as usize] = Vocabulary::fixed(severities);
        let outcomes = [Outcome::Flag, Outcome::CannotTell].iter().map(|one| one.as_str());
        vocabularies[Aspect::Outcome as usize] = Vocabulary::fixed(outcomes);
        Self { findings: Vec::new(), vocabularies }
    }
}

impl FoundIndex {
    /// The places of the files imported, by their numbers. Two files of one name are one source.
    pub(super) fn read_sources(&mut self, connection: &Connection) -> rusqlite::Result<HashMap<i64, u32>> {
        let words = &mut self.vocabularies[Aspect::Source as usize];
        let mut statement = connection.prepare("SELECT id, name FROM source_file ORDER BY id")?;
        let mut rows = statement.query([])?;
        let mut places = HashMap::new();
        while let Some(row) = rows.next()? {
            places.insert(row.get(0)?, words.place(row.get_ref(1)?.as_str()?, None));
        }
        Ok(places)
    }

    /// Adds a finding of the file at a place; the code and the programme by their places among those of files.
    pub(super) fn add(
        &mut self,
        entry: usize,
        (code, programme): (u32, u32),
        (outcome, severity): (&str, &str),
        deadline: Option<&str>,
        source: Option<u32>,
    ) {
        let mut values = [NONE; Aspect::COUNT];
        let mut put = |aspect: Aspect, place: Option<u32>| values[aspect as usize] = place.unwrap_or(NONE);
        put(Aspect::Severity, self.vocabularies[Aspect::Severity as usize].find(severity));
        put(Aspect::Outcome, self.vocabularies[Aspect::Outcome as usize].find(outcome));
        put(Aspect::Code, Some(code));
        put(Aspect::Programme, Some(programme));
        put(Aspect::Deadline, deadline.map(|text| self.vocabularies[Aspect::Deadline as usize].place(text, None)));
        put(Aspect::Source, source);
        self.findings.push(Found { entry: count(entry), values });
    }

    /// How many findings name each last minute.
    pub(super) fn deadlines(&self) -> Vec<(String, usize)> {
        let words = &self.vocabularies[Aspect::Deadline as usize].values;
        let mut counts = vec![0; words.len()];
        for found in &self.findings {
            if let Some(count) = counts.get_mut(found.values[Aspect::Deadline as usize] as usize) {
                *count += 1;
            }
        }
        words.iter().map(|word| word.value.clone()).zip(counts).collect()
    }

    /// Puts the findings in the order of the persons' names, then of files; those of a file keep the order of reports.
    pub(super) fn order(&mut self, places: &[u32]) {
        self.findings.sort_by_key(|found| places[found.entry as usize]);
    }
}
