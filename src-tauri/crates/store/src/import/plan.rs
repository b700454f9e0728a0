use super::PlannedSheet;
use super::choices::{Choice, RowCandidate};
use crate::content::ContentHash;
use crate::descriptor::to_hex;
use crate::statement::FieldChange;
use guichet_model::{
    Arg, Ine, PersonId, PersonKey, Problem, ProblemCode, RegistrationId, SheetKind, SourceSheet, TypedRow,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What an import will do, row by row. Nothing is changed until it is applied.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The files, in the order given.
    pub files: Vec<FilePlan>,
    /// Registrations of an earlier roster, for a year these rosters are about, that these rosters no longer hold.
    /// They are reported, never deleted.
    pub gone: Vec<RegistrationId>,
    /// Names this plan and the state of the workspace it was made for.
    pub fingerprint: String,
    /// Persons to make: the row each is made from, in order.
    pub(crate) fresh: Vec<RowPlace>,
    /// New persons whose identity several rows state, by their rank: these rows, the first one first.
    pub(crate) identities: BTreeMap<usize, Vec<RowPlace>>,
    /// Known persons whose identity is to be read from other rows, the first one first.
    pub(crate) revised: Vec<(PersonId, Vec<RowPlace>)>,
    /// Known persons who are one with other known ones, each before the one they are.
    pub(crate) reunited: Vec<(PersonId, PersonId)>,
    /// Facts that several rows state, by the first of these in order.
    pub(crate) joined: BTreeMap<RowPlace, JoinedRows>,
    /// Further Ines by which persons can be recognised from now on.
    pub(crate) learned: Vec<(PersonRef, Ine)>,
    /// How the first persons an ambiguous row could be about are named.
    pub(crate) like: BTreeMap<RowPlace, Vec<Arg>>,
    /// What is remarkable about rows that were recognised, and how the person is named whom it is about.
    pub(crate) remarks: Vec<(RowPlace, ProblemCode, Arg)>,
    /// By how many rows it rests on what each earlier operation wrote.
    pub(crate) rests_on: BTreeMap<i64, usize>,
}

/// Rows of different sheets that are one fact.
#[derive(Clone, Debug)]
pub(crate) struct JoinedRows {
    /// The one that says most: what becomes of them is decided there.
    pub(crate) primary: RowPlace,
    /// Those that add to it.
    pub(crate) beside: Vec<RowPlace>,
    /// What they say together.
    pub(crate) row: TypedRow,
}

/// Where a row lies in a plan: ranks from zero among its files, their sheets and the sheet's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowPlace {
    /// The file.
    pub file: usize,
    /// Its sheet.
    pub sheet: usize,
    /// The sheet's row, the first below the headers being 0.
    pub row: usize,
}

/// One file's part of a plan.
#[derive(Clone, Debug)]
pub struct FilePlan {
    /// The file's name, without its folder.
    pub name: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Its sheets.
    pub sheets: Vec<SheetPlan>,
}

/// One sheet's part of a plan.
#[derive(Clone, Debug)]
pub struct SheetPlan {
    /// The sheet and its rows.
    pub input: PlannedSheet,
    /// What becomes of each row, in the rows' order.
    pub decisions: Vec<RowPlan>,
    /// How many registrations this roster no longer holds; counted at the first roster about their year.
    pub gone: usize,
    pub(crate) hashes: Vec<ContentHash>,
}

/// What becomes of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowPlan {
    /// New, changed, the same, or left out.
    pub outcome: RowOutcome,
    /// Whom it is about, unless it is left out.
    pub person: Option<PersonRef>,
    /// By what the person was recognised; absent for a new person and for a row already known word for word.
    pub matched: Option<PersonKey>,
    /// Old and new values: of the fact it replaces, and of the person's identity when it comes from this row.
    pub changes: Vec<FieldChange>,
    /// Whom an ambiguous row could be about; nobody when those it was doubtful about are recognised by now.
    pub candidates: Vec<RowCandidate>,
    /// What a person decided about it.
    pub chosen: Option<Choice>,
}

/// Why a row is taken to be about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchReason {
    /// It is known word for word.
    WordForWord,
    /// The person was recognised.
    Recognised(PersonKey),
    /// A person said so.
    Chosen,
    /// Nobody known is like it: somebody new.
    NewPerson,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOutcome {
    /// It says something not known yet.
    New,
    /// It replaces what was known (the stored fact's row id).
    Changed(i64),
    /// It says nothing that is not known, or that another row of these files does not say.
    Same,
    /// It adds to what another row of these files says: they are one fact.
    Joined,
    /// It could be about several persons: left out, to be asked.
    Ambiguous,
    /// It says of nobody in particular: left out.
    Skipped,
    /// It could be about several facts of its person, for want of the column that tells them apart: left out.
    Unplaced,
    /// A person decided not to import it.
    LeftOut,
}

impl PersonRef {
    /// The person's number, when the workspace has them.
    pub(crate) fn known(self) -> Option<PersonId> {
        if let Self::Known(id) = self { Some(id) } else { None }
    }
}

/// Whom a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonRef {
    /// A person of the workspace.
    Known(PersonId),
    /// The nth person this plan makes, from zero.
    Fresh(usize),
}

/// The counts of one file and one kind of sheet, in the shape of the outward contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileCounts {
    /// File name.
    pub file: String,
    /// Kind of sheet.
    pub kind: SheetKind,
    /// Rows read.
    pub rows: usize,
    /// Rows that say something new.
    pub new: usize,
    /// Rows that replace something.
    pub changed: usize,
    /// Rows that say nothing that is not known.
    pub same: usize,
    /// Registrations known from an earlier roster and absent from this one.
    pub gone: usize,
    /// Rows that could be about several persons.
    pub ambiguous: usize,
    /// Rows that say of nobody in particular, or of several facts of a person.
    pub skipped: usize,
    /// Rows that a person decided not to import.
    #[serde(default)]
    pub left_out: usize,
}

impl Plan {
    /// The counts per file; a file that holds several kinds of sheet has one entry per kind.
    #[must_use]
    pub fn counts(&self) -> Vec<FileCounts> {
        let mut all = Vec::new();
        for file in &self.files {
            let start = all.len();
            for sheet in &file.sheets {
                let kind = sheet.input.sheet.kind;
                let at = all[start..].iter().position(|counts: &FileCounts| counts.kind == kind);
                let at = at.map_or(all.len(), |at| start + at);
                if at == all.len() {
                    all.push(FileCounts::none(&file.name, kind));
                }
                all[at].add(sheet);
            }
        }
        all
    }

    /// How many rows it is about.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.iter().flat_map(|file| &file.sheets).map(|sheet| sheet.decisions.len()).sum()
    }

    /// Whether it is about no row at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether applying it would change any fact.
    #[must_use]
    pub fn changes_facts(&self) -> bool {
        !self.reunited.is_empty() || self.rows().any(|(_, row, _)| row.outcome.is_taken())
    }

    /// Whether its rows were entered by hand.
    pub(crate) fn is_by_hand(&self) -> bool {
        self.files.iter().flat_map(|file| &file.sheets).all(|sheet| sheet.input.sheet.is_by_hand())
    }

    /// Whether each row is about somebody of the workspace.
    pub(crate) fn is_about_known_persons(&self) -> bool {
        self.rows().all(|(_, row, _)| matches!(row.person, Some(PersonRef::Known(_))))
    }

    /// The rows that are left out, are about somebody no roster has named, or are remarkable: one sentence a sheet and
    /// reason.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let makers: BTreeSet<RowPlace> = self.fresh.iter().copied().collect();
        let mut said: HashSet<(usize, usize, ContentHash)> = HashSet::new();
        let told = self.rows().filter_map(|(at, row, sheet)| {
            let kind = sheet.input.sheet.kind;
            let is_first = said.insert((at.file, at.sheet, sheet.hashes[at.row]));
            let code = match row.outcome {
                RowOutcome::Same if !is_first && kind != SheetKind::Requests => ProblemCode::RowRepeated,
                RowOutcome::Ambiguous => ProblemCode::RowAmbiguous,
                RowOutcome::Skipped => ProblemCode::RowWithoutKey,
                RowOutcome::Unplaced => ProblemCode::RowUnplaced,
                _ if kind != SheetKind::Roster && row.matched.is_none() && makers.contains(&at) => {
                    ProblemCode::RowUnmatched
                }
                _ => return None,
            };
            let like = self.like.get(&at).filter(|_| row.outcome == RowOutcome::Ambiguous);
            Some(self.told(at, code, like.cloned().unwrap_or_default()))
        });
        let remarks = self.remarks.iter().map(|(at, code, like)| self.told(*at, *code, vec![like.clone()]));
        Problem::group_rows(told.chain(remarks))
    }

    fn told(&self, at: RowPlace, code: ProblemCode, like: Vec<Arg>) -> (ProblemCode, &SourceSheet, u32, Vec<Arg>) {
        (code, &self.files[at.file].sheets[at.sheet].input.sheet, self.row(at).source.row, like)
    }

    /// Every row with its place, what becomes of it, and its sheet.
    pub fn rows(&self) -> impl Iterator<Item = (RowPlace, &RowPlan, &SheetPlan)> {
        self.files.iter().enumerate().flat_map(|(file, plan)| {
            plan.sheets.iter().enumerate().flat_map(move |(sheet, plan)| {
                let rows = plan.decisions.iter().enumerate();
                rows.map(move |(row, decision)| (RowPlace { file, sheet, row }, decision, plan))
            })
        })
    }

    /// The rows about which a person decided, in order.
    pub(crate) fn chosen(&self) -> impl Iterator<Item = (&FilePlan, &SheetPlan, u32, Choice)> {
        self.rows().filter_map(|(at, row, sheet)| {
            let number = sheet.input.rows[at.row].source.row + 1;
            row.chosen.map(|choice| (&self.files[at.file], sheet, number, choice))
        })
    }

    /// The row at a place.
    pub(crate) fn row(&self, at: RowPlace) -> &TypedRow {
        &self.files[at.file].sheets[at.sheet].input.rows[at.row]
    }

    /// The plan's name for a workspace whose facts have this head.
    pub(crate) fn fingerprint_on(&self, head: &str) -> String {
        let mut hash = Sha256::new();
        hash.update(head);
        for (at, row, sheet) in self.rows() {
            if at.row == 0 {
                hash.update(&self.files[at.file].sha256);
                hash.update(&sheet.input.sheet.name);
            }
            let (outcome, fact) = row.outcome.mark();
            let person = match row.person {
                None => 0,
                Some(PersonRef::Known(id)) => id.0,
                Some(PersonRef::Fresh(rank)) => -1 - i64::try_from(rank).unwrap_or(i64::MAX - 1),
            };
            hash.update([outcome, u8::from(row.chosen.is_some())]);
            hash.update(fact.to_le_bytes());
            hash.update(person.to_le_bytes());
            hash.update(sheet.hashes[at.row]);
        }
        let place = |hash: &mut Sha256, at: &RowPlace| {
            [at.file, at.sheet, at.row].into_iter().for_each(|rank| hash.update((rank as u64).to_le_bytes()));
        };
        for (person, rows) in &self.revised {
            hash.update(person.0.to_le_bytes());
            rows.iter().for_each(|at| place(&mut hash, at));
        }
        for (rank, rows) in &self.identities {
            hash.update((*rank as u64).to_le_bytes());
            rows.iter().for_each(|at| place(&mut hash, at));
        }
        for joined in self.joined.values() {
            std::iter::once(&joined.primary).chain(&joined.beside).for_each(|at| place(&mut hash, at));
        }
        for (person, with) in &self.reunited {
            hash.update(person.0.to_le_bytes());
            hash.update(with.0.to_le_bytes());
        }
        for id in &self.gone {
            hash.update(id.0.to_le_bytes());
        }
        to_hex(&hash.finalize())
    }
}

impl RowPlan {
    /// Whether it changes something that is known.
    #[must_use]
    pub fn is_change(&self) -> bool {
        match self.outcome {
            RowOutcome::Changed(_) => true,
            RowOutcome::Joined => !self.changes.is_empty(),
            _ => false,
        }
    }

    /// Whether it says nothing that is not known, or belongs to what another row of these files says.
    #[must_use]
    pub fn is_same(&self) -> bool {
        matches!(self.outcome, RowOutcome::Same | RowOutcome::Joined) && !self.is_change()
    }

    /// Why the row is taken to be about its person; nothing for a row that is about nobody or left out.
    #[must_use]
    pub fn reason(&self) -> Option<MatchReason> {
        match (self.chosen, self.matched, &self.outcome) {
            (_, _, RowOutcome::Ambiguous | RowOutcome::Skipped | RowOutcome::Unplaced | RowOutcome::LeftOut) => None,
            (_, _, RowOutcome::Same) => Some(MatchReason::WordForWord),
            (Some(_), ..) => Some(MatchReason::Chosen),
            (None, Some(key), _) => Some(MatchReason::Recognised(key)),
            (None, None, _) => self.person.map(|_| MatchReason::NewPerson),
        }
    }
}

impl RowOutcome {
    /// Whether the row brings something.
    pub(crate) fn is_taken(&self) -> bool {
        matches!(self, Self::New | Self::Changed(_) | Self::Joined)
    }

    /// Whether the row stays left out as long as facts do not change, unless a person decides about it.
    pub(crate) fn waits(&self) -> bool {
        matches!(self, Self::Ambiguous | Self::LeftOut)
    }

    fn mark(&self) -> (u8, i64) {
        match self {
            Self::New => (1, 0),
            Self::Changed(id) => (2, *id),
            Self::Same => (3, 0),
            Self::Ambiguous => (4, 0),
            Self::Skipped => (5, 0),
            Self::LeftOut => (6, 0),
            Self::Unplaced => (7, 0),
            Self::Joined => (8, 0),
        }
    }
}

impl FileCounts {
    fn none(file: &str, kind: SheetKind) -> Self {
        let file = file.to_owned();
        Self { file, kind, rows: 0, new: 0, changed: 0, same: 0, gone: 0, ambiguous: 0, skipped: 0, left_out: 0 }
    }

    fn add(&mut self, sheet: &SheetPlan) {
        self.gone += sheet.gone;
        for row in &sheet.decisions {
            self.rows += 1;
            match row.outcome {
                RowOutcome::New => self.new += 1,
                RowOutcome::Changed(_) => self.changed += 1,
                RowOutcome::Joined if row.is_change() => self.changed += 1,
                RowOutcome::Same | RowOutcome::Joined => self.same += 1,
                RowOutcome::Ambiguous => self.ambiguous += 1,
                RowOutcome::Skipped | RowOutcome::Unplaced => self.skipped += 1,
                RowOutcome::LeftOut => self.left_out += 1,
            }
        }
    }
}
