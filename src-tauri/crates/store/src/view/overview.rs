use super::index::{COMPLETENESS, Facet};
use crate::Workspace;
use crate::error::Result;
use guichet_model::FileState;
use std::cmp::Reverse;

/// How far the files are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// How many files there are.
    pub files: usize,
    /// How many lack neither a document nor a fact.
    pub complete: usize,
    /// How many are ready.
    pub ready: usize,
    /// The states of each programme's files, the most numerous programme first.
    pub programmes: Vec<ProgrammeStates>,
    /// How many findings name each last minute, `yyyy-mm-ddThh:mm:ss`.
    pub deadlines: Vec<(String, usize)>,
}

/// The states of the files of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeStates {
    /// The programme's code, or its label without one; nothing for files without a programme.
    pub value: Option<String>,
    /// Its label, when it has another one.
    pub label: Option<String>,
    /// How many files are in each state, in the order of states.
    pub counts: Vec<usize>,
}

impl ProgrammeStates {
    /// How many files it has.
    #[must_use]
    pub fn files(&self) -> usize {
        self.counts.iter().sum()
    }
}

impl Workspace {
    /// Of how many files each rule speaks, by code; it speaks once of a file.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn rule_counts(&self) -> Result<Vec<(String, usize)>> {
        let index = self.index()?;
        let words = &index.vocabularies[Facet::Code as usize].values;
        let mut counts = vec![0; words.len()];
        index.files.codes.values().iter().for_each(|place| counts[*place as usize] += 1);
        Ok(words.iter().map(|word| word.value.clone()).zip(counts).collect())
    }

    /// How far the files are, and which programmes they are of.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn overview(&self) -> Result<Overview> {
        let index = self.index()?;
        let words = &index.vocabularies[Facet::Programme as usize].values;
        let mut counts = vec![vec![0; FileState::ALL.len()]; words.len() + 1];
        let columns = [Facet::Programme, Facet::State].map(|facet| &index.files.facets[facet as usize]);
        for (programme, state) in columns[0].iter().zip(columns[1]) {
            let programme = words.len().min(*programme as usize);
            if let Some(count) = counts[programme].get_mut(*state as usize) {
                *count += 1;
            }
        }
        let word = |at: usize| words.get(at);
        let mut programmes: Vec<ProgrammeStates> = counts
            .into_iter()
            .enumerate()
            .map(|(at, counts)| ProgrammeStates {
                value: word(at).map(|word| word.value.clone()),
                label: word(at).and_then(|word| word.label.clone()),
                counts,
            })
            .filter(|programme| programme.files() > 0)
            .collect();
        programmes.sort_by_key(|programme| (Reverse(programme.files()), programme.value.clone()));
        let number = |facet: Facet, value: &str| {
            let place = index.vocabularies[facet as usize].find(value);
            index.files.facets[facet as usize].iter().filter(|held| Some(**held) == place).count()
        };
        Ok(Overview {
            files: index.files.len(),
            complete: number(Facet::Completeness, COMPLETENESS[1]),
            ready: number(Facet::State, FileState::Ready.as_str()),
            programmes,
            deadlines: index.found.deadlines(),
        })
    }
}
