use super::index::{Facet, NONE};
use crate::words::Search;
use memchr::memmem::Finder;

/// The files column by column, in the order of their ids: a million of them take little more room than their words.
#[derive(Default)]
pub(super) struct Files {
    pub(super) ids: Vec<i64>,
    /// Words of the person and of the programme, as `words::search_words` writes them.
    pub(super) words: Texts,
    /// For each facet of one value, its place in the facet's vocabulary, or [`NONE`].
    pub(super) facets: [Vec<u32>; Facet::SINGLE],
    /// The places of the rules that speak of a file, each once.
    pub(super) codes: Runs,
    /// How many findings flag.
    pub(super) flags: Vec<u32>,
    /// Rank of the name; equal names have equal ranks.
    pub(super) names: Vec<u32>,
    /// Place in the order of names, then of ids: no two are equal.
    pub(super) places: Vec<u32>,
    /// Rank of the student number, or [`NONE`].
    pub(super) numbers: Vec<u32>,
    /// Rank of the moment of registration, or [`NONE`].
    pub(super) registered: Vec<u32>,
}

impl Files {
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Where the file of an id stands.
    pub(super) fn find(&self, id: i64) -> Option<usize> {
        self.ids.binary_search(&id).ok()
    }

    /// The place of a facet's value, or [`NONE`]; a facet of several values has none here.
    pub(super) fn value(&self, facet: Facet, at: usize) -> u32 {
        self.facets.get(facet as usize).map_or(NONE, |column| column[at])
    }

    /// Puts the files in the order of their names.
    pub(super) fn name_in_order(&mut self, names: &[String]) {
        self.names = ranks(names.iter().map(|name| Some(name.as_str())));
        let mut order: Vec<u32> = (0..count(self.len())).collect();
        order.sort_by_key(|at| self.names[*at as usize]);
        self.places = vec![0; self.len()];
        for (place, at) in order.into_iter().enumerate() {
            self.places[at as usize] = count(place);
        }
    }

    /// What they take in memory.
    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        let columns = [&self.flags, &self.names, &self.places, &self.numbers, &self.registered];
        let numbers: usize = columns.into_iter().chain(&self.facets).map(Vec::capacity).sum();
        self.ids.capacity() * size_of::<i64>() + numbers * size_of::<u32>() + self.words.bytes() + self.codes.bytes()
    }
}

/// A number of things, none of which comes near the limit.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(NONE)
}

/// Texts one after the other in a single one.
#[derive(Default)]
pub(super) struct Texts {
    text: String,
    ends: Vec<usize>,
}

impl Texts {
    /// Adds a text given in parts.
    pub(super) fn push(&mut self, parts: [&str; 2]) {
        parts.iter().for_each(|part| self.text.push_str(part));
        self.ends.push(self.text.len());
    }

    fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[at]]
    }

    /// Which texts a search finds; nothing when it finds them all.
    pub(super) fn found(&self, search: &Search) -> Option<Vec<bool>> {
        let longest = search.words().iter().max_by_key(|word| word.len())?;
        let mut found = vec![false; self.ends.len()];
        // The longest word is the rarest: the others are looked for where it stands.
        self.holding(longest, |at| found[at] = search.words().len() == 1 || search.finds(self.get(at)));
        if search.words().len() > 1 {
            self.holding(search.whole(), |at| found[at] = true);
        }
        Some(found)
    }

    /// The texts that hold one that begins with a space and has no other: it never goes over into the next text.
    fn holding(&self, wanted: &str, mut each: impl FnMut(usize)) {
        let (finder, text) = (Finder::new(wanted), self.text.as_bytes());
        let (mut at, mut from) = (0, 0);
        while let Some(hit) = finder.find(&text[from..]).map(|hit| from + hit) {
            while self.ends[at] <= hit {
                at += 1;
            }
            each(at);
            from = self.ends[at];
        }
    }

    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        self.text.capacity() + self.ends.capacity() * size_of::<usize>()
    }
}

/// Some numbers of each file, one file after the other.
#[derive(Default)]
pub(super) struct Runs {
    values: Vec<u32>,
    ends: Vec<u32>,
}

impl Runs {
    /// From pairs of a file's place and a value, in any order; the same pair counts once.
    pub(super) fn of(mut pairs: Vec<(u32, u32)>, files: usize) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut ends = vec![0; files];
        pairs.iter().for_each(|(at, _)| ends[*at as usize] += 1);
        let mut end = 0;
        for run in &mut ends {
            end += *run;
            *run = end;
        }
        Self { values: pairs.into_iter().map(|(_, value)| value).collect(), ends }
    }

    pub(super) fn get(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.values[start as usize..self.ends[at] as usize]
    }

    /// Every value of every file.
    pub(super) fn values(&self) -> &[u32] {
        &self.values
    }

    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        (self.values.capacity() + self.ends.capacity()) * size_of::<u32>()
    }
}

/// The rank of each text; equal texts have equal ranks, and none has [`NONE`].
pub(super) fn ranks<'t>(texts: impl Iterator<Item = Option<&'t str>>) -> Vec<u32> {
    let texts: Vec<Option<&str>> = texts.collect();
    // Most comparisons end with the first letters, which stand side by side here.
    let known = texts.iter().enumerate().filter_map(|(at, text)| text.map(|text| (beginning(text), at)));
    let mut order: Vec<(u128, usize)> = known.collect();
    order.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| texts[a.1].cmp(&texts[b.1])));
    let mut ranks = vec![NONE; texts.len()];
    let (mut rank, mut last) = (0, None);
    for (_, at) in order {
        if last.is_some_and(|last| texts[last] != texts[at]) {
            rank += 1;
        }
        ranks[at] = rank;
        last = Some(at);
    }
    ranks
}

/// The first sixteen bytes, to be compared at once.
fn beginning(text: &str) -> u128 {
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(text.bytes()).for_each(|(into, byte)| *into = byte);
    u128::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Files, NONE, Runs, Texts, ranks};
    use crate::words::{Search, search_words};

    #[test]
    fn equal_texts_have_equal_ranks_however_long_and_what_is_absent_has_none() {
        let long = ["de la tour exemple a", "de la tour exemple", "de la tour exemple b", "de la tour exemple"];
        assert_eq!(ranks(long.iter().map(|text| Some(*text))), [1, 0, 2, 0]);
        assert_eq!(ranks([Some("b"), None, Some("a")].into_iter()), [1, NONE, 0]);
    }

    #[test]
    fn names_in_order_part_equal_ones_by_id() {
        let mut files = Files { ids: vec![4, 7, 9], ..Files::default() };
        files.name_in_order(&["dupre".into(), "adam".into(), "dupre".into()]);
        assert_eq!((files.names, files.places), (vec![1, 0, 1], vec![1, 0, 2]));
    }

    #[test]
    fn a_search_finds_the_texts_that_it_finds_one_by_one() {
        let persons = ["De La Tour Zoé", "Tour", "Delatour Paul", "Zoé", "", "Dupré De Zoé"];
        let mut texts = Texts::default();
        let keys: Vec<String> = persons.iter().map(|text| search_words([Some(*text)])).collect();
        keys.iter().for_each(|key| texts.push([key, ""]));
        for typed in
            ["de", "tour", "de la tour", "delatour", "zoe de", "zo", "absent", "tour zoe", "la t", "paul dupre"]
        {
            let search = Search::new(typed);
            let wanted: Vec<bool> = keys.iter().map(|key| search.finds(key)).collect();
            assert_eq!(texts.found(&search), Some(wanted), "{typed}");
        }
        assert_eq!(texts.found(&Search::new("  ")), None);
    }

    #[test]
    fn runs_hold_each_value_of_a_file_once() {
        let runs = Runs::of(vec![(2, 7), (0, 3), (2, 7), (2, 1)], 4);
        let held: Vec<&[u32]> = (0..4).map(|at| runs.get(at)).collect();
        assert_eq!(held, [&[3][..], &[], &[1, 7], &[]]);
        assert_eq!(runs.values(), [3, 1, 7]);
    }
}
