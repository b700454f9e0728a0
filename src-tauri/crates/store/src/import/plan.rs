use super::PlannedSheet;
use crate::content::{ContentHash, FieldChange};
use crate::descriptor::to_hex;
use guichet_model::{PersonId, PersonKey, Problem, ProblemCode, RegistrationId, SheetKind, TypedRow};
use serde::Serialize;
use sha2::{Digest, Sha256};

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
    /// Persons whose identity is to be read from another row.
    pub(crate) revised: Vec<(PersonId, RowPlace)>,
}

/// Where a row lies in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowPlace {
    pub(crate) file: usize,
    pub(crate) sheet: usize,
    pub(crate) row: usize,
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
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOutcome {
    /// It says something not known yet.
    New,
    /// It replaces what was known (the stored fact's row id).
    Changed(i64),
    /// It is already known, or stands earlier in these files.
    Same,
    /// It could be about several persons: left out, to be asked.
    Ambiguous,
    /// It says of nobody in particular: left out.
    Skipped,
}

/// Whom a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonRef {
    /// A person of the workspace.
    Known(PersonId),
    /// The nth person this plan makes, from zero.
    Fresh(usize),
}

/// The counts of one file and one kind of sheet, in the shape of the outward contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    /// Rows already known.
    pub same: usize,
    /// Registrations known from an earlier roster and absent from this one.
    pub gone: usize,
    /// Rows that could be about several persons.
    pub ambiguous: usize,
    /// Rows that say of nobody in particular.
    pub skipped: usize,
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

    /// Whether applying it would change any fact.
    #[must_use]
    pub fn changes_facts(&self) -> bool {
        self.rows().any(|(_, row, _)| row.outcome.is_taken())
    }

    /// The rows that are left out, or are about somebody no roster has named: one sentence a sheet and reason.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let made_by = |place| self.fresh.contains(&place);
        let told = self.rows().filter_map(|(at, row, sheet)| {
            let kind = sheet.input.sheet.kind;
            let code = match row.outcome {
                RowOutcome::Ambiguous => ProblemCode::RowAmbiguous,
                RowOutcome::Skipped => ProblemCode::RowWithoutKey,
                _ if kind != SheetKind::Roster && row.matched.is_none() && self.makes_person(row) && made_by(at) => {
                    ProblemCode::RowUnmatched
                }
                _ => return None,
            };
            Some((code, sheet.input.sheet.as_ref(), sheet.input.rows[at.row].source.row))
        });
        Problem::group_rows(told)
    }

    fn makes_person(&self, row: &RowPlan) -> bool {
        matches!(row.person, Some(PersonRef::Fresh(_)))
    }

    fn rows(&self) -> impl Iterator<Item = (RowPlace, &RowPlan, &SheetPlan)> {
        self.files.iter().enumerate().flat_map(|(file, plan)| {
            plan.sheets.iter().enumerate().flat_map(move |(sheet, plan)| {
                let rows = plan.decisions.iter().enumerate();
                rows.map(move |(row, decision)| (RowPlace { file, sheet, row }, decision, plan))
            })
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
            hash.update([outcome]);
            hash.update(fact.to_le_bytes());
            hash.update(person.to_le_bytes());
            hash.update(sheet.hashes[at.row]);
        }
        for (person, at) in &self.revised {
            hash.update(person.0.to_le_bytes());
            for place in [at.file, at.sheet, at.row] {
                hash.update((place as u64).to_le_bytes());
            }
        }
        for id in &self.gone {
            hash.update(id.0.to_le_bytes());
        }
        to_hex(&hash.finalize())
    }
}

impl RowOutcome {
    /// Whether the row brings something.
    pub(crate) fn is_taken(&self) -> bool {
        matches!(self, Self::New | Self::Changed(_))
    }

    fn mark(&self) -> (u8, i64) {
        match self {
            Self::New => (1, 0),
            Self::Changed(id) => (2, *id),
            Self::Same => (3, 0),
            Self::Ambiguous => (4, 0),
            Self::Skipped => (5, 0),
        }
    }
}

impl FileCounts {
    fn none(file: &str, kind: SheetKind) -> Self {
        let file = file.to_owned();
        Self { file, kind, rows: 0, new: 0, changed: 0, same: 0, gone: 0, ambiguous: 0, skipped: 0 }
    }

    fn add(&mut self, sheet: &SheetPlan) {
        self.gone += sheet.gone;
        for row in &sheet.decisions {
            self.rows += 1;
            match row.outcome {
                RowOutcome::New => self.new += 1,
                RowOutcome::Changed(_) => self.changed += 1,
                RowOutcome::Same => self.same += 1,
                RowOutcome::Ambiguous => self.ambiguous += 1,
                RowOutcome::Skipped => self.skipped += 1,
            }
        }
    }
}
