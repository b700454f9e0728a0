//! Judging files: those that what changed since the last time reaches, or all of them.

use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::seen::{Seen, Waivers};
use crate::watch::Watch;
use guichet_model::{Instant, Office, Registration, Waiver};
use guichet_rules::{FileVerdict, Reach, evaluate_file, reached};
use guichet_store::{EvaluationRun, FileResult, StoreError, Workspace};
use std::sync::Arc;

/// What is to be judged: the facts as judged last, and what they are to be judged by now.
pub(crate) struct Judging {
    pub(crate) seen: Seen,
    /// The instant set by hand.
    pub(crate) fixed_as_of: Option<Instant>,
    /// The fingerprint of the rulebook by which every file was judged; nothing when not every one was.
    pub(crate) judged_by: Option<String>,
}

/// What judging led to.
pub(crate) struct Judged {
    /// The facts as they are now. Stopped, they are not judged, and the findings kept are those of before.
    pub(crate) seen: Seen,
    /// Which files were judged, and the fingerprint of the rulebook; nothing when it was stopped.
    pub(crate) done: Option<(Reach, String)>,
}

impl Judging {
    /// Judges, and keeps the findings, whole or not at all.
    ///
    /// # Errors
    /// When the workspace cannot be read or refuses; the former findings stay.
    pub(crate) fn run(self, workspace: &mut Workspace, watch: &Watch<'_>) -> Result<Judged, AppError> {
        let now = now_in_paris();
        watch.begin("app-progress-judging");
        let office = Arc::new(workspace.office()?);
        let waivers = Arc::new(by_file(workspace.waivers()?));
        let as_of = self.fixed_as_of.unwrap_or(now);
        let former = &self.seen;
        let seen = Seen { rulebook: Arc::clone(&former.rulebook), as_of, office, waivers };
        let reach = self.reach(&seen);
        let run = EvaluationRun {
            rulebook: seen.rulebook.id().to_owned(),
            sha256: seen.rulebook.sha256().to_owned(),
            as_of,
            at: now,
        };
        match keep(workspace, &run, &seen, &reach, watch) {
            Ok(()) => Ok(Judged { seen, done: Some((reach, run.sha256)) }),
            // The instant is that of what is shown.
            Err(StoreError::Cancelled) => Ok(Judged { seen: Seen { as_of: former.as_of, ..seen }, done: None }),
            Err(error) => Err(error.into()),
        }
    }

    /// Which files may be judged otherwise than the last time.
    fn reach(&self, now: &Seen) -> Reach {
        let same_book = self.judged_by.as_deref() == Some(now.rulebook.sha256());
        if same_book && !now.rulebook.changes_between(self.seen.as_of, now.as_of) {
            with_decisions(reached(&self.seen.office, &now.office), &self.seen.waivers, &now.waivers)
        } else {
            Reach::Everything
        }
    }
}

fn keep(
    workspace: &mut Workspace,
    run: &EvaluationRun,
    seen: &Seen,
    reach: &Reach,
    watch: &Watch<'_>,
) -> Result<(), StoreError> {
    let office: &Office = &seen.office;
    let total = match reach {
        Reach::Everything => office.registrations.len(),
        Reach::Files(files) => files.len(),
    };
    let judged = |(done, file): (usize, &Registration)| {
        watch.tell(done, total);
        let verdict = evaluate_file(office, &seen.rulebook, run.as_of, file);
        result(verdict.without_waived(seen.waivers_of(file.id), &seen.rulebook, run.as_of))
    };
    match reach {
        Reach::Everything => {
            let files = office.registrations.iter().enumerate();
            workspace.replace_evaluation(run, files.map(judged), watch.cancel())
        }
        Reach::Files(files) => {
            let files = files.iter().filter_map(|id| office.registration(*id)).enumerate();
            workspace.revise_evaluation(run, files.map(judged), watch.cancel())
        }
    }
}

/// Waivers, by their file.
pub(crate) fn by_file(waivers: Vec<Waiver>) -> Waivers {
    let mut files = Waivers::new();
    for waiver in waivers {
        files.entry(waiver.registration).or_default().push(waiver);
    }
    files
}

/// The files reached by a change of facts, and those of which something else is waived. A waiver ends with a day, and
/// another day reaches everything.
fn with_decisions(reach: Reach, before: &Waivers, after: &Waivers) -> Reach {
    let Reach::Files(mut files) = reach else { return Reach::Everything };
    files.extend(before.keys().chain(after.keys()).filter(|file| before.get(file) != after.get(file)));
    Reach::Files(files)
}

fn result(verdict: FileVerdict) -> FileResult {
    FileResult {
        registration: verdict.registration,
        state: verdict.state,
        complete: verdict.is_complete(),
        findings: verdict.findings,
    }
}
