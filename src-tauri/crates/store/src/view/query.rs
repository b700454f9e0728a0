use super::index::{Entry, Facet, FileIndex};
use crate::Workspace;
use crate::error::Result;
use crate::words::Search;
use guichet_model::{FileState, Level, RegistrationId, fold_words};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The column by which the table is put in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortColumn {
    /// Birth name, then given name, whatever their accents.
    #[default]
    Name,
    /// Student number: shorter numbers first.
    StudentNumber,
    /// Level, in the order of studies.
    Level,
    /// Programme's label, or its code without one.
    Programme,
    /// When the student registered.
    RegisteredAt,
    /// State, the most urgent first.
    State,
    /// Number of flags.
    Findings,
}

/// Which files to show, and in which order. A filter without values lets every file through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilesQuery {
    /// Beginnings of words: names, student number, Ine, e-mail, programme. Case and accents do not count.
    pub search: String,
    /// States wanted.
    pub states: Vec<FileState>,
    /// Levels wanted.
    pub levels: Vec<Level>,
    /// Components wanted, as written.
    pub components: Vec<String>,
    /// Programmes wanted: codes, or labels of programmes without a code.
    pub programmes: Vec<String>,
    /// Rules of which one at least must flag the file or be unable to tell.
    pub codes: Vec<String>,
    /// `complete`, `incomplete`.
    pub completeness: Vec<String>,
    /// The order.
    pub sort: SortColumn,
    /// Whether the order is reversed. Files without the value stay last.
    pub descending: bool,
}

/// How many files a filter's value would show, the other filters and the search applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The value, as a filter wants it.
    pub value: String,
    /// Its label, when it has another one.
    pub label: Option<String>,
    /// How many files.
    pub count: usize,
}

/// The files of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilesView {
    /// The files, in order.
    pub ids: Vec<RegistrationId>,
    /// How many files the workspace has.
    pub total: usize,
    /// By state, every state in its order.
    pub states: Vec<FacetCount>,
    /// By level, in the order of studies, without those no file has.
    pub levels: Vec<FacetCount>,
    /// By component.
    pub components: Vec<FacetCount>,
    /// By programme.
    pub programmes: Vec<FacetCount>,
    /// By rule that flags or cannot tell.
    pub codes: Vec<FacetCount>,
    /// By completeness, each of the two.
    pub completeness: Vec<FacetCount>,
}

impl Workspace {
    /// The files of a query, with the counts each filter would show.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_view(&self, query: &FilesQuery) -> Result<FilesView> {
        Ok(view(&*self.index()?, query))
    }

    /// Every file and finding in memory, read again when they changed.
    pub(super) fn index(&self) -> Result<Arc<FileIndex>> {
        let known = self.files.borrow().clone();
        if let Some(index) = known {
            return Ok(index);
        }
        let index = Arc::new(FileIndex::load(&self.connection)?);
        self.files.replace(Some(Arc::clone(&index)));
        Ok(index)
    }

    /// How many of some files have a finding of each rule.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn codes_among(&self, files: &BTreeSet<RegistrationId>) -> Result<Vec<FacetCount>> {
        let index = self.index()?;
        let mut counts = vec![0; index.vocabularies[Facet::Code as usize].values.len()];
        for entry in index.entries.iter().filter(|entry| files.contains(&RegistrationId(entry.id))) {
            entry.values[Facet::Code as usize].iter().for_each(|place| counts[*place as usize] += 1);
        }
        Ok(shown(&index, Facet::Code, &counts))
    }
}

fn view(index: &FileIndex, query: &FilesQuery) -> FilesView {
    let search = Search::new(&query.search);
    let wanted = wanted(index, query);
    let mut counts: [Vec<usize>; Facet::COUNT] =
        std::array::from_fn(|facet| vec![0; index.vocabularies[facet].values.len()]);
    let mut found: Vec<&Entry> = Vec::new();
    for entry in index.entries.iter().filter(|entry| search.finds(&entry.search)) {
        let refused: [bool; Facet::COUNT] =
            std::array::from_fn(|facet| refuses(wanted[facet].as_deref(), &entry.values[facet]));
        for (facet, values) in entry.values.iter().enumerate() {
            let by_others = refused.iter().enumerate().any(|(other, refused)| *refused && other != facet);
            if !by_others {
                values.iter().for_each(|place| counts[facet][*place as usize] += 1);
            }
        }
        if !refused.contains(&true) {
            found.push(entry);
        }
    }
    found.sort_by(|a, b| order(a, b, query));
    let facet = |facet: Facet| shown(index, facet, &counts[facet as usize]);
    FilesView {
        ids: found.iter().map(|entry| RegistrationId(entry.id)).collect(),
        total: index.entries.len(),
        states: facet(Facet::State),
        levels: facet(Facet::Level),
        components: facet(Facet::Component),
        programmes: facet(Facet::Programme),
        codes: facet(Facet::Code),
        completeness: facet(Facet::Completeness),
    }
}

/// Whether a file with these values of a facet is not wanted.
fn refuses(wanted: Option<&[u32]>, values: &[u32]) -> bool {
    wanted.is_some_and(|wanted| !values.iter().any(|value| wanted.contains(value)))
}

/// For each facet, the places wanted; `None` lets everything through. A value no file has is wanted in vain.
fn wanted(index: &FileIndex, query: &FilesQuery) -> [Option<Vec<u32>>; Facet::COUNT] {
    fn texts(texts: &[String]) -> Vec<&str> {
        texts.iter().map(String::as_str).collect()
    }
    let names = |facet: Facet| match facet {
        Facet::State => query.states.iter().map(|state| state.as_str()).collect(),
        Facet::Level => query.levels.iter().map(|level| level.as_str()).collect(),
        Facet::Component => texts(&query.components),
        Facet::Programme => texts(&query.programmes),
        Facet::Code => texts(&query.codes),
        Facet::Completeness => texts(&query.completeness),
    };
    Facet::ALL.map(|facet| {
        let names = names(facet);
        let find = |name: &&str| index.vocabularies[facet as usize].find(name);
        (!names.is_empty()).then(|| names.iter().filter_map(find).collect())
    })
}

/// The counts to show: every state and completeness, and the other facets' values that some file of the workspace has here.
fn shown(index: &FileIndex, facet: Facet, counts: &[usize]) -> Vec<FacetCount> {
    let mut shown: Vec<FacetCount> = index.vocabularies[facet as usize]
        .values
        .iter()
        .zip(counts)
        .filter(|(_, count)| matches!(facet, Facet::State | Facet::Completeness) || **count > 0)
        .map(|(word, count)| FacetCount { value: word.value.clone(), label: word.label.clone(), count: *count })
        .collect();
    if !matches!(facet, Facet::State | Facet::Level | Facet::Completeness) {
        shown.sort_by_cached_key(|count| {
            (fold_words(count.label.as_deref().unwrap_or(&count.value)), count.value.clone())
        });
    }
    shown
}

/// The order asked for, then by name, then as imported. What has no value comes last, whatever the direction.
fn order(a: &Entry, b: &Entry, query: &FilesQuery) -> Ordering {
    let directed = match query.sort {
        SortColumn::Name => by(a.name, b.name, query),
        SortColumn::StudentNumber => {
            let key = |entry: &Entry| entry.student_number.as_ref().map(|text| (text.len(), text.clone()));
            by(key(a), key(b), query)
        }
        SortColumn::Level => by(a.level, b.level, query),
        SortColumn::Programme => by(a.programme, b.programme, query),
        SortColumn::RegisteredAt => by(a.registered_at.as_ref(), b.registered_at.as_ref(), query),
        SortColumn::State => by(a.state, b.state, query),
        SortColumn::Findings => by(Some(a.flags), Some(b.flags), query),
    };
    directed.then_with(|| a.name.cmp(&b.name)).then_with(|| a.id.cmp(&b.id))
}

fn by<K: Ord>(a: Option<K>, b: Option<K>, query: &FilesQuery) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if query.descending => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
