use super::columns::{Files, count};
use super::index::{Facet, FileIndex, NONE};
use crate::Workspace;
use crate::error::Result;
use crate::words::Search;
use guichet_model::{FileState, Level, RegistrationId, fold_words};
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

/// By what the table of files is grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilesBy {
    /// State, the most urgent first.
    State,
    /// Level, in the order of studies.
    Level,
    /// Component.
    Component,
    /// Programme, by its label.
    Programme,
}

impl FilesBy {
    fn facet(self) -> Facet {
        match self {
            Self::State => Facet::State,
            Self::Level => Facet::Level,
            Self::Component => Facet::Component,
            Self::Programme => Facet::Programme,
        }
    }
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
    /// How they are grouped, if they are.
    pub by: Option<FilesBy>,
    /// The order, in each group.
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

/// Files that go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileGroup {
    /// What they share; nothing for those that have none.
    pub value: Option<String>,
    /// Its label, when it has another one.
    pub label: Option<String>,
    /// How many files.
    pub count: usize,
}

/// The files of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilesView {
    /// The files, group by group, in order.
    pub ids: Vec<RegistrationId>,
    /// The groups, in order; none when nothing is grouped.
    pub groups: Vec<FileGroup>,
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
        for at in files.iter().filter_map(|file| index.files.find(file.0)) {
            index.files.codes.get(at).iter().for_each(|place| counts[*place as usize] += 1);
        }
        Ok(shown(&index, Facet::Code, &counts))
    }
}

/// One file of a list with what puts it in its place there: its group, its key, and its place among names.
type Placed = ([u32; 3], u32);

fn view(index: &FileIndex, query: &FilesQuery) -> FilesView {
    let (mut found, counts) = select(index, query);
    found.sort_unstable();
    let facet = |facet: Facet| shown(index, facet, &counts[facet as usize]);
    FilesView {
        ids: found.iter().map(|(_, at)| RegistrationId(index.files.ids[*at as usize])).collect(),
        groups: query.by.map(|by| groups(index, by.facet(), &found)).unwrap_or_default(),
        total: index.files.len(),
        states: facet(Facet::State),
        levels: facet(Facet::Level),
        components: facet(Facet::Component),
        programmes: facet(Facet::Programme),
        codes: facet(Facet::Code),
        completeness: facet(Facet::Completeness),
    }
}

/// The files that every filter lets through, and for each facet how many each of its values would show; the last count is
/// of those without a value.
fn select(index: &FileIndex, query: &FilesQuery) -> (Vec<Placed>, [Vec<usize>; Facet::COUNT]) {
    let files = &index.files;
    let searched = files.words.found(&Search::new(&query.search));
    let wanted = wanted(index, query);
    let mut counts: [Vec<usize>; Facet::COUNT] =
        std::array::from_fn(|facet| vec![0; index.vocabularies[facet].values.len() + 1]);
    let group = |at: usize| query.by.map_or(0, |by| rank(index, by.facet(), at));
    let key = |at: usize| directed(key(index, query.sort, at), query.descending);
    let mut found = Vec::new();
    for at in 0..files.len() {
        if searched.as_ref().is_some_and(|searched| !searched[at]) {
            continue;
        }
        let refusing = refusing(files, &wanted, at);
        for (facet, counts) in counts.iter_mut().enumerate().take(Facet::SINGLE) {
            if refusing & !(1 << facet) == 0 {
                let last = counts.len() - 1;
                counts[last.min(files.facets[facet][at] as usize)] += 1;
            }
        }
        if refusing & !(1 << Facet::Code as usize) == 0 {
            let counts = &mut counts[Facet::Code as usize];
            files.codes.get(at).iter().for_each(|place| counts[*place as usize] += 1);
        }
        if refusing == 0 {
            found.push(([group(at), key(at), files.places[at]], count(at)));
        }
    }
    (found, counts)
}

/// The facets whose filter refuses a file, a bit each.
fn refusing(files: &Files, wanted: &[Option<Vec<bool>>; Facet::COUNT], at: usize) -> u8 {
    let mut refusing = 0;
    for (facet, wanted) in wanted.iter().enumerate() {
        let Some(wanted) = wanted else { continue };
        let wants = |place: u32| wanted.get(place as usize).is_some_and(|wanted| *wanted);
        let kept = match files.facets.get(facet) {
            Some(column) => wants(column[at]),
            None => files.codes.get(at).iter().any(|place| wants(*place)),
        };
        refusing |= u8::from(!kept) << facet;
    }
    refusing
}

/// For each facet, which places are wanted; `None` lets everything through. A value no file has is wanted in vain.
fn wanted(index: &FileIndex, query: &FilesQuery) -> [Option<Vec<bool>>; Facet::COUNT] {
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
        let (names, vocabulary) = (names(facet), &index.vocabularies[facet as usize]);
        (!names.is_empty()).then(|| {
            let mut wanted = vec![false; vocabulary.values.len()];
            names.iter().filter_map(|name| vocabulary.find(name)).for_each(|place| wanted[place as usize] = true);
            wanted
        })
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

/// The groups of files that are already in order.
fn groups(index: &FileIndex, facet: Facet, found: &[Placed]) -> Vec<FileGroup> {
    let words = &index.vocabularies[facet as usize].values;
    let runs = found.chunk_by(|(a, _), (b, _)| a[0] == b[0]);
    let group = |run: &[Placed]| {
        let word = run.first().and_then(|(_, at)| words.get(index.files.value(facet, *at as usize) as usize));
        FileGroup {
            value: word.map(|word| word.value.clone()),
            label: word.and_then(|word| word.label.clone()),
            count: run.len(),
        }
    };
    runs.map(group).collect()
}

/// What a file is put in order by; the order is then that of names, then of ids.
fn key(index: &FileIndex, sort: SortColumn, at: usize) -> u32 {
    let files = &index.files;
    match sort {
        SortColumn::Name => files.names[at],
        SortColumn::StudentNumber => files.numbers[at],
        SortColumn::Level => rank(index, Facet::Level, at),
        SortColumn::Programme => rank(index, Facet::Programme, at),
        SortColumn::RegisteredAt => files.registered[at],
        SortColumn::State => rank(index, Facet::State, at),
        SortColumn::Findings => files.flags[at],
    }
}

/// The rank of a file's value of a facet in the order of its words, or [`NONE`].
fn rank(index: &FileIndex, facet: Facet, at: usize) -> u32 {
    let order = index.orders.get(facet as usize);
    order.and_then(|order| order.get(index.files.value(facet, at) as usize)).copied().unwrap_or(NONE)
}

/// A key in the direction asked for. What has no value comes last, whatever the direction.
fn directed(key: u32, descending: bool) -> u32 {
    if descending && key != NONE { NONE - 1 - key } else { key }
}
