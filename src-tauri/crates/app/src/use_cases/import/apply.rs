//! Doing exactly what the plan shown says.

use super::{Session, mappings, plan_view};
use crate::app::{App, NEVER, State};
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::use_cases::summary;
use crate::wire::{ImportDone, PlanCounts, Progress};
use crate::words;
use guichet_model::Language;
use guichet_store::{Applied, BackupReason, StoreError};
use serde::Deserialize;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// How often the window is told how far it is.
const TOLD_EVERY: Duration = Duration::from_millis(100);
/// How long something lasts before the time left is estimated.
const ENOUGH_TO_TELL: Duration = Duration::from_secs(1);

#[derive(Deserialize)]
pub(crate) struct ApplyArguments {
    session: u64,
    fingerprint: String,
}

/// Applies the plan shown, then judges every file it reaches. On any failure the workspace is as it was and the import
/// stays under way, with a plan made again.
pub(crate) fn apply(app: &App, args: ApplyArguments) -> Result<ImportDone, AppError> {
    let _task = app.begin_task()?;
    app.cancel.store(false, Ordering::Relaxed);
    let mut state = app.state();
    let session = state.session(args.session)?;
    if session.plan()?.fingerprint != args.fingerprint {
        return Err(AppError::Store(StoreError::PlanOutdated));
    }
    let Some(session) = state.import.take() else { return Err(AppError::Gone("import")) };
    let label = session.label();
    state.keep_safe(BackupReason::BeforeImport);
    let applied = do_plan(app, &mut state, &session, &label);
    app.host.emit("progress", serde_json::Value::Null);
    app.cancel.store(false, Ordering::Relaxed);
    let (applied, counts) = match applied {
        Ok(done) => done,
        Err(error) => {
            state.import = Some(session);
            state.plan_again(&NEVER)?;
            return Err(error);
        }
    };
    mappings::keep_answered(&mut state, &session)?;
    // Judging reads what the rows became: they are not held beside it.
    drop(session);
    let desk = state.desk()?;
    desk.judge()?;
    state.close_views();
    Ok(ImportDone { operation: applied.operation.0, label, counts, summary: summary::of_state(&mut state)? })
}

fn do_plan(app: &App, state: &mut State, session: &Session, label: &str) -> Result<(Applied, PlanCounts), AppError> {
    let language = state.language();
    let plan = session.plan()?;
    let mut teller = Teller::new(app, language);
    let mut tell = |done: usize, total: usize| teller.tell(done, total);
    let applied = state.desk()?.workspace.apply(plan, now_in_paris(), label, &mut tell, &app.cancel)?;
    Ok((applied, plan_view::counts(plan)))
}

/// Tells the window how far applying is.
pub(crate) struct Teller<'a> {
    app: &'a App,
    language: Language,
    started: Instant,
    told: Option<Instant>,
}

impl<'a> Teller<'a> {
    pub(crate) fn new(app: &'a App, language: Language) -> Self {
        Self { app, language, started: Instant::now(), told: None }
    }

    pub(crate) fn tell(&mut self, done: usize, total: usize) {
        if self.told.is_some_and(|told| told.elapsed() < TOLD_EVERY) {
            return;
        }
        self.told = Some(Instant::now());
        let progress = Progress {
            label: words::word(self.language, "app-progress-importing"),
            done: done as u64,
            total: Some(total as u64),
            seconds_left: seconds_left(self.started.elapsed(), done, total),
        };
        self.app.host.emit("progress", serde_json::to_value(progress).unwrap_or_default());
    }
}

/// A rough estimate: what is left takes as long as what was done.
fn seconds_left(elapsed: Duration, done: usize, total: usize) -> Option<u32> {
    let (done, left) = (u32::try_from(done).ok()?, u32::try_from(total.saturating_sub(done)).ok()?);
    if elapsed < ENOUGH_TO_TELL || done == 0 {
        return None;
    }
    u32::try_from((elapsed.as_secs_f64() * f64::from(left) / f64::from(done)).ceil() as u64).ok()
}

#[cfg(test)]
mod tests {
    use super::seconds_left;
    use std::time::Duration;

    #[test]
    fn the_time_left_is_told_once_enough_was_done() {
        assert_eq!(seconds_left(Duration::from_millis(900), 100, 1_000), None);
        assert_eq!(seconds_left(Duration::from_secs(2), 0, 1_000), None);
        assert_eq!(seconds_left(Duration::from_secs(2), 100, 1_000), Some(18));
        assert_eq!(seconds_left(Duration::from_secs(2), 1_000, 1_000), Some(0));
    }
}
