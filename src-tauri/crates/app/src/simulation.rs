//! What another rulebook or instant would change: judged in memory, nothing is kept.

use crate::access::Access;
use crate::failure::AppError;
use crate::rulebooks::Named;
use crate::seen::Seen;
use crate::watch::Watch;
use guichet_model::{AcademicYear, FileKey, FileState, Instant, Level, Office, Outcome, instant_text};
use guichet_rules::{Difference, FileVerdict, Rulebook, Said, differences};
use guichet_store::Role;
use serde::Serialize;
use std::sync::Arc;

/// A workspace's files judged otherwise, beside its own evaluation.
pub struct Simulation {
    /// The rulebook tried.
    pub rulebook: Arc<Rulebook>,
    /// The instant tried.
    pub as_of: Instant,
    /// How many files were judged.
    pub files: usize,
    /// The files of which something else is said, in the office's order.
    pub changes: Vec<FileChange>,
    /// The rulebook and the instant of the workspace's own evaluation.
    against: (String, Instant),
}

/// One file of which something else is said.
pub struct FileChange {
    /// How the file is named.
    pub key: FileKey,
    /// Academic year.
    pub academic_year: Option<AcademicYear>,
    /// Level.
    pub level: Option<Level>,
    /// Code of the programme.
    pub programme_code: Option<String>,
    /// What differs.
    pub difference: Difference,
}

/// Judges files by another rulebook and instant.
///
/// # Errors
/// [`AppError::Cancelled`] once it is stopped.
pub(crate) fn of_seen(
    seen: &Seen,
    rulebook: Rulebook,
    as_of: Instant,
    watch: &Watch<'_>,
) -> Result<Simulation, AppError> {
    let otherwise = Seen { rulebook: Arc::new(rulebook), as_of, ..seen.clone() };
    let (before, after) = (judged(seen, watch)?, judged(&otherwise, watch)?);
    Ok(Simulation {
        rulebook: otherwise.rulebook,
        as_of,
        files: after.len(),
        changes: differences(&before, &after).into_iter().filter_map(|found| change(&seen.office, found)).collect(),
        against: (seen.rulebook.id().to_owned(), seen.as_of),
    })
}

/// What counts of each file: what was waived counts no more, as long as it rests on the same.
fn judged(seen: &Seen, watch: &Watch<'_>) -> Result<Vec<FileVerdict>, AppError> {
    let counts = |verdict: FileVerdict| {
        let waivers = seen.waivers_of(verdict.registration);
        verdict.without_waived(waivers, &seen.rulebook, seen.as_of)
    };
    Ok(seen.verdicts(watch)?.into_iter().map(counts).collect())
}

fn change(office: &Office, difference: Difference) -> Option<FileChange> {
    let registration = office.registration(difference.registration)?;
    Some(FileChange {
        key: FileKey::from(&office.person(registration.person)?.identity),
        academic_year: registration.academic_year,
        level: registration.level,
        programme_code: registration.programme_code.clone(),
        difference,
    })
}

/// Judges a workspace's files by another rulebook and instant, without changing anything in it.
///
/// # Errors
/// [`AppError::Store`] when the workspace cannot be read, [`AppError::Rulebook`] when no rulebook has this id.
pub fn simulate(workspace: &Access, rulebook: &Named, as_of: Instant) -> Result<Simulation, AppError> {
    let desk = workspace.look(Role::Read)?;
    let rulebook = rulebook.among(&desk.workspace)?;
    of_seen(&desk.seen, rulebook, as_of, &Watch::nobody())
}

impl Simulation {
    /// The JSON of `simulate`: an outward contract, changed only by adding.
    #[must_use]
    pub fn json(&self) -> impl Serialize + '_ {
        SimulationJson {
            schema: 1,
            rulebook: self.rulebook.id(),
            as_of: instant_text(self.as_of),
            against: AgainstJson { rulebook: &self.against.0, as_of: instant_text(self.against.1) },
            files: self.files,
            differences: self.changes.iter().map(change_json).collect(),
        }
    }
}

fn change_json(change: &FileChange) -> DifferenceJson<'_> {
    fn said(said: &[Said]) -> Vec<SaidJson<'_>> {
        said.iter().map(|said| SaidJson { code: &said.code, outcome: said.outcome }).collect()
    }
    DifferenceJson {
        key: &change.key,
        registration: RegistrationJson {
            academic_year: change.academic_year.map(|year| year.to_string()),
            level: change.level.map(Level::as_str),
            programme_code: change.programme_code.as_deref(),
        },
        before: change.difference.before,
        after: change.difference.after,
        appearing: said(&change.difference.appearing),
        disappearing: said(&change.difference.disappearing),
    }
}

#[derive(Serialize)]
struct SimulationJson<'a> {
    schema: u8,
    rulebook: &'a str,
    as_of: String,
    against: AgainstJson<'a>,
    files: usize,
    differences: Vec<DifferenceJson<'a>>,
}

#[derive(Serialize)]
struct AgainstJson<'a> {
    rulebook: &'a str,
    as_of: String,
}

#[derive(Serialize)]
struct DifferenceJson<'a> {
    key: &'a FileKey,
    registration: RegistrationJson<'a>,
    before: Option<FileState>,
    after: Option<FileState>,
    appearing: Vec<SaidJson<'a>>,
    disappearing: Vec<SaidJson<'a>>,
}

#[derive(Serialize)]
struct RegistrationJson<'a> {
    academic_year: Option<String>,
    level: Option<&'a str>,
    programme_code: Option<&'a str>,
}

#[derive(Serialize)]
struct SaidJson<'a> {
    code: &'a str,
    outcome: Outcome,
}
