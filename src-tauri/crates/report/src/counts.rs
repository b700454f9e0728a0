use crate::{Report, ReportFile};
use guichet_model::{FileState, Level, Outcome, Severity, fold};
use std::collections::BTreeMap;

/// How many files stand in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct States([u64; 4]);

impl States {
    fn add(&mut self, state: FileState) {
        for (place, known) in self.0.iter_mut().zip(FileState::ALL) {
            *place += u64::from(*known == state);
        }
    }

    /// In the order of [`FileState::ALL`].
    pub(crate) fn all(&self) -> [u64; 4] {
        self.0
    }

    pub(crate) fn of(&self, state: FileState) -> u64 {
        FileState::ALL.iter().zip(self.0).filter(|(known, _)| **known == state).map(|(_, count)| count).sum()
    }

    pub(crate) fn total(&self) -> u64 {
        self.0.iter().sum()
    }
}

/// One line of a breakdown; without a label, the files that do not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) label: Option<String>,
    pub(crate) states: States,
}

/// What a rule's code brought up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CodeLine {
    pub(crate) code: String,
    /// The gravest it was given.
    pub(crate) severity: Severity,
    pub(crate) flags: u64,
    pub(crate) undecided: u64,
    /// How many files are concerned.
    pub(crate) files: u64,
}

/// Every count of the summary. Each breakdown holds every file once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts {
    pub(crate) states: States,
    pub(crate) levels: Vec<Line>,
    pub(crate) components: Vec<Line>,
    pub(crate) programmes: Vec<Line>,
    /// The gravest and most frequent first.
    pub(crate) codes: Vec<CodeLine>,
    pub(crate) flags: u64,
    pub(crate) undecided: u64,
    /// What was found and waived, counted nowhere else.
    pub(crate) waived_flags: u64,
    /// What could not be decided and was waived.
    pub(crate) waived_undecided: u64,
}

impl Counts {
    pub(crate) fn of(report: &Report<'_>) -> Self {
        let mut counts = Self::default();
        let mut levels = Breakdown::default();
        let mut components = Breakdown::default();
        let mut programmes = Breakdown::default();
        let mut codes = BTreeMap::new();
        for file in &report.files {
            counts.states.add(file.state);
            levels.add(level_place(file.level), || file.level.map(|level| level.as_str().to_owned()), file.state);
            components.add(named_place(file.component), || file.component.map(str::to_owned), file.state);
            programmes.add(named_place(file.programme_code.or(file.programme)), || programme(file), file.state);
            counts.add_findings(file, &mut codes);
            for waived in &file.waived {
                match waived.finding.outcome {
                    Outcome::Flag => counts.waived_flags += 1,
                    Outcome::CannotTell => counts.waived_undecided += 1,
                }
            }
        }
        counts.levels = levels.lines();
        counts.components = components.lines();
        counts.programmes = programmes.lines();
        counts.codes = codes.into_values().collect();
        counts.codes.sort_by(|a, b| {
            let frequency = |line: &CodeLine| line.flags + line.undecided;
            a.severity.cmp(&b.severity).then(frequency(b).cmp(&frequency(a))).then(a.code.cmp(&b.code))
        });
        counts
    }

    fn add_findings<'a>(&mut self, file: &ReportFile<'a>, codes: &mut BTreeMap<&'a str, CodeLine>) {
        for (at, finding) in file.findings.iter().enumerate() {
            let line = codes.entry(&finding.code).or_insert_with(|| CodeLine {
                code: finding.code.clone(),
                severity: finding.severity,
                flags: 0,
                undecided: 0,
                files: 0,
            });
            line.severity = line.severity.min(finding.severity);
            let first = !file.findings[..at].iter().any(|earlier| earlier.code == finding.code);
            line.files += u64::from(first);
            match finding.outcome {
                Outcome::Flag => {
                    line.flags += 1;
                    self.flags += 1;
                }
                Outcome::CannotTell => {
                    line.undecided += 1;
                    self.undecided += 1;
                }
            }
        }
    }
}

/// Lines by their place in the order; those that do not say come last.
#[derive(Default)]
struct Breakdown(BTreeMap<(bool, String), Line>);

impl Breakdown {
    fn add(&mut self, place: (bool, String), label: impl FnOnce() -> Option<String>, state: FileState) {
        let line = self.0.entry(place).or_insert_with(|| Line { label: label(), states: States::default() });
        line.states.add(state);
    }

    fn lines(self) -> Vec<Line> {
        self.0.into_values().collect()
    }
}

fn level_place(level: Option<Level>) -> (bool, String) {
    let rank = Level::ALL.iter().position(|known| Some(*known) == level);
    (rank.is_none(), rank.map(|rank| format!("{rank:03}")).unwrap_or_default())
}

/// Spellings that differ only by case, accents or spaces are one line, under the first one met.
fn named_place(name: Option<&str>) -> (bool, String) {
    let folded = name.map(fold).unwrap_or_default();
    let name = name.unwrap_or_default();
    (name.is_empty(), if folded.is_empty() { name.to_owned() } else { folded })
}

fn programme(file: &ReportFile<'_>) -> Option<String> {
    match (file.programme_code, file.programme) {
        (Some(code), Some(label)) => Some(format!("{code} · {label}")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}
