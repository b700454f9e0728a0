//! Doing exactly what the plan shown says.

use super::{mappings, plan_view};
use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::use_cases::summary;
use crate::watch::NEVER;
use crate::wire::ImportDone;
use guichet_store::{BackupReason, StoreError};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct ApplyArguments {
    session: u64,
    fingerprint: String,
}

/// Applies the plan shown, then judges every file it reaches. On any failure the workspace is as it was and the import
/// stays under way; stopped later, what was imported stays, with the findings of before.
pub(crate) fn apply(app: &App, args: ApplyArguments) -> Result<ImportDone, AppError> {
    let task = app.begin_change()?;
    let watch = task.watch();
    let (plan, label) = {
        let mut state = app.state();
        let session = state.session(args.session)?;
        let plan = session.shared_plan()?;
        if plan.fingerprint != args.fingerprint {
            return Err(AppError::Store(StoreError::PlanOutdated));
        }
        (plan, session.label())
    };
    app.keep_safe_beside(BackupReason::BeforeImport, &watch)?;
    watch.begin("app-progress-importing");
    let mut tell = |done: usize, total: usize| watch.tell(done, total);
    let now = now_in_paris();
    let applied = app.beside(|twin| Ok(twin.apply(&plan, now, &label, &mut tell, watch.cancel())?));
    let mut state = app.state();
    let operation = match applied {
        Ok(applied) => applied.operation.0,
        // The workspace is as it was: so is the plan.
        Err(error @ AppError::Store(StoreError::Cancelled)) => return Err(error),
        Err(error) => {
            state.plan_again(&NEVER)?;
            return Err(error);
        }
    };
    let counts = plan_view::counts(&plan);
    if let Some(session) = state.import.take() {
        mappings::keep_answered(&mut state, &session)?;
    }
    // Judging reads what the rows became: they are not held beside it.
    drop((state, plan));
    app.judge(&watch)?;
    Ok(ImportDone { operation, label, counts, summary: summary::of_state(&mut app.state())? })
}
