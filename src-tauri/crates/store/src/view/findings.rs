use super::found::{Aspect, Found};
use super::index::{Facet, FileIndex, NONE, Vocabulary, Word};
use super::query::FacetCount;
use crate::Workspace;
use crate::error::Result;
use crate::words::Search;
use guichet_model::{Outcome, RegistrationId, Severity, fold_words};
use std::cmp::Reverse;
use std::sync::Arc;

/// By what the table of findings is grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FindingsBy {
    /// The rule: the gravest and most frequent first.
    #[default]
    Rule,
    /// The programme, by its label.
    Programme,
    /// The last minute that the finding names, the soonest first.
    Deadline,
    /// The imported file that the deciding fact was read from, by name.
    Source,
}

impl FindingsBy {
    fn aspect(self) -> Aspect {
        match self {
            Self::Rule => Aspect::Code,
            Self::Programme => Aspect::Programme,
            Self::Deadline => Aspect::Deadline,
            Self::Source => Aspect::Source,
        }
    }
}

/// Which findings to show. A filter without values lets every one through; an empty text stands for « none ».
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingsQuery {
    /// Beginnings of words of the person and of the programme, as for files.
    pub search: String,
    /// How they are grouped.
    pub by: FindingsBy,
    /// Weights wanted.
    pub severities: Vec<Severity>,
    /// Flags or « cannot tell ».
    pub outcomes: Vec<Outcome>,
    /// Rules wanted.
    pub codes: Vec<String>,
    /// Programmes wanted: codes, or labels of programmes without a code.
    pub programmes: Vec<String>,
    /// Deadlines wanted, `yyyy-mm-ddThh:mm:ss`.
    pub deadlines: Vec<String>,
    /// Names of imported files wanted.
    pub sources: Vec<String>,
}

/// One finding of a list: a file and a rule that speaks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingPlace {
    /// The file.
    pub file: RegistrationId,
    /// The rule's code.
    pub code: Arc<str>,
}

/// Findings that go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingGroup {
    /// What they share; nothing for those that have none.
    pub value: Option<String>,
    /// Its label, when it has another one.
    pub label: Option<String>,
    /// How many findings.
    pub count: usize,
    /// The gravest weight among them.
    pub severity: Severity,
    /// How many of them cannot tell.
    pub undecided: usize,
}

/// The findings of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingsView {
    /// The findings, group by group; in a group by name.
    pub places: Vec<FindingPlace>,
    /// The groups, in order.
    pub groups: Vec<FindingGroup>,
    /// How many files they speak of.
    pub files: usize,
    /// How many findings the workspace has.
    pub total: usize,
    /// By weight, each of them.
    pub severities: Vec<FacetCount>,
    /// By outcome, each of them.
    pub outcomes: Vec<FacetCount>,
    /// By rule.
    pub codes: Vec<FacetCount>,
    /// By programme.
    pub programmes: Vec<FacetCount>,
    /// By deadline, the soonest first.
    pub deadlines: Vec<FacetCount>,
    /// By imported file.
    pub sources: Vec<FacetCount>,
}

impl Workspace {
    /// The findings of a query in their groups, with the counts each filter would show. Waived ones are not among them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn open_findings(&self, query: &FindingsQuery) -> Result<FindingsView> {
        Ok(view(&*self.index()?, query))
    }
}

fn view(index: &FileIndex, query: &FindingsQuery) -> FindingsView {
    let (kept, counts) = select(index, query);
    let groups = group(index, query.by, &kept);
    let codes = vocabulary(index, Aspect::Code).values.iter().map(|word| Arc::from(word.value.as_str()));
    let codes: Vec<Arc<str>> = codes.collect();
    let place = |found: &&Found| FindingPlace {
        file: RegistrationId(index.files.ids[found.entry as usize]),
        code: Arc::clone(&codes[found.values[Aspect::Code as usize] as usize]),
    };
    let mut spoken = vec![false; index.files.len()];
    kept.iter().for_each(|found| spoken[found.entry as usize] = true);
    let facet = |aspect: Aspect| facet(index, aspect, &counts[aspect as usize]);
    FindingsView {
        places: groups.iter().flat_map(|(_, findings)| findings.iter().map(place)).collect(),
        files: spoken.iter().filter(|spoken| **spoken).count(),
        total: index.found.findings.len(),
        severities: facet(Aspect::Severity),
        outcomes: facet(Aspect::Outcome),
        codes: facet(Aspect::Code),
        programmes: facet(Aspect::Programme),
        deadlines: facet(Aspect::Deadline),
        sources: facet(Aspect::Source),
        groups: groups.into_iter().map(|(group, _)| group).collect(),
    }
}

fn vocabulary(index: &FileIndex, aspect: Aspect) -> &Vocabulary {
    match aspect {
        Aspect::Code => &index.vocabularies[Facet::Code as usize],
        Aspect::Programme => &index.vocabularies[Facet::Programme as usize],
        Aspect::Severity | Aspect::Outcome | Aspect::Deadline | Aspect::Source => {
            &index.found.vocabularies[aspect as usize]
        }
    }
}

/// The findings that every filter lets through, by name, and for each aspect how many each of its values would show; the
/// last count is of those without a value.
fn select<'i>(index: &'i FileIndex, query: &FindingsQuery) -> (Vec<&'i Found>, [Vec<usize>; Aspect::COUNT]) {
    let search = Search::new(&query.search);
    let searched = index.files.words.found(&search);
    let is_searched = |found: &&Found| searched.as_ref().is_none_or(|searched| searched[found.entry as usize]);
    let wanted = Aspect::ALL.map(|aspect| wanted(index, query, aspect));
    let mut counts = Aspect::ALL.map(|aspect| vec![0; vocabulary(index, aspect).values.len() + 1]);
    let mut kept = Vec::new();
    for found in index.found.findings.iter().filter(is_searched) {
        let refuses = |at: &usize| wanted[*at].as_ref().is_some_and(|wanted| !wanted.contains(&found.values[*at]));
        let mut refusing = (0..Aspect::COUNT).filter(refuses);
        match (refusing.next(), refusing.next()) {
            (None, _) => {
                kept.push(found);
                (0..Aspect::COUNT).for_each(|at| count(&mut counts[at], found.values[at]));
            }
            (Some(only), None) => count(&mut counts[only], found.values[only]),
            (Some(_), Some(_)) => {}
        }
    }
    (kept, counts)
}

fn count(counts: &mut [usize], place: u32) {
    let last = counts.len() - 1;
    counts[last.min(place as usize)] += 1;
}

/// The places wanted of an aspect; `None` lets everything through. A value that no finding has is wanted in vain.
fn wanted(index: &FileIndex, query: &FindingsQuery, aspect: Aspect) -> Option<Vec<u32>> {
    let texts = |texts: &[String]| texts.to_vec();
    let names: Vec<String> = match aspect {
        Aspect::Severity => query.severities.iter().map(|one| one.as_str().to_owned()).collect(),
        Aspect::Outcome => query.outcomes.iter().map(|one| one.as_str().to_owned()).collect(),
        Aspect::Code => texts(&query.codes),
        Aspect::Programme => texts(&query.programmes),
        Aspect::Deadline => texts(&query.deadlines),
        Aspect::Source => texts(&query.sources),
    };
    let find = |name: &String| if name.is_empty() { Some(NONE) } else { vocabulary(index, aspect).find(name) };
    (!names.is_empty()).then(|| names.iter().filter_map(find).collect())
}

/// The findings group by group, the groups in their order; those of a group keep theirs.
fn group<'i>(index: &FileIndex, by: FindingsBy, kept: &[&'i Found]) -> Vec<(FindingGroup, Vec<&'i Found>)> {
    let aspect = by.aspect();
    let words = &vocabulary(index, aspect).values;
    let mut groups: Vec<Vec<&Found>> = vec![Vec::new(); words.len() + 1];
    for found in kept {
        groups[words.len().min(found.values[aspect as usize] as usize)].push(found);
    }
    let mut groups: Vec<(FindingGroup, Vec<&Found>)> = groups
        .into_iter()
        .enumerate()
        .filter(|(_, findings)| !findings.is_empty())
        .map(|(at, findings)| (told(words.get(at), &findings), findings))
        .collect();
    let text = |group: &FindingGroup| group.label.clone().or_else(|| group.value.clone()).unwrap_or_default();
    groups.sort_by_cached_key(|(group, _)| {
        let none = group.value.is_none();
        match by {
            FindingsBy::Rule => (none, Some((group.severity, Reverse(group.count))), text(group), String::new()),
            FindingsBy::Deadline => (none, None, text(group), String::new()),
            FindingsBy::Programme | FindingsBy::Source => (none, None, fold_words(&text(group)), text(group)),
        }
    });
    groups
}

fn told(word: Option<&Word>, findings: &[&Found]) -> FindingGroup {
    let severity = findings.iter().map(|found| found.values[Aspect::Severity as usize]).min();
    let undecided = |found: &&&Found| found.values[Aspect::Outcome as usize] == 1;
    FindingGroup {
        value: word.map(|word| word.value.clone()),
        label: word.and_then(|word| word.label.clone()),
        count: findings.len(),
        severity: match severity {
            Some(0) => Severity::Error,
            Some(1) => Severity::Warning,
            _ => Severity::Info,
        },
        undecided: findings.iter().filter(undecided).count(),
    }
}

/// The counts to show: every weight and outcome, and the other aspects' values that some finding has here, « none » last.
fn facet(index: &FileIndex, aspect: Aspect, counts: &[usize]) -> Vec<FacetCount> {
    let all = matches!(aspect, Aspect::Severity | Aspect::Outcome);
    let words = vocabulary(index, aspect).values.iter().map(|word| (word.value.clone(), word.label.clone()));
    let mut shown: Vec<FacetCount> = words
        .chain([(String::new(), None)])
        .zip(counts)
        .map(|((value, label), count)| FacetCount { value, label, count: *count })
        .filter(|found| found.count > 0 || (all && !found.value.is_empty()))
        .collect();
    match aspect {
        Aspect::Severity | Aspect::Outcome => {}
        Aspect::Deadline => shown.sort_by_key(|found| (found.value.is_empty(), found.value.clone())),
        Aspect::Code | Aspect::Programme | Aspect::Source => shown.sort_by_cached_key(|found| {
            (found.value.is_empty(), fold_words(found.label.as_deref().unwrap_or(&found.value)), found.value.clone())
        }),
    }
    shown
}
