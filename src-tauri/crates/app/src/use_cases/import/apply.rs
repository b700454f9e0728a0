//! Doing exactly what the plan shown says.

use super::{label, plan_view};
use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::use_cases::summary;
use crate::wire::ImportDone;
use guichet_store::StoreError;
use serde::Deserialize;
use std::sync::atomic::AtomicBool;

#[derive(Deserialize)]
pub(crate) struct ApplyArguments {
    session: u64,
    fingerprint: String,
}

/// Applies the plan shown, then judges every file it reaches. On any failure the workspace is as it was and the import
/// stays under way, with a plan made again.
pub(crate) fn apply(app: &App, args: ApplyArguments) -> Result<ImportDone, AppError> {
    let mut state = app.state();
    let session = state.session(args.session)?;
    if session.plan()?.fingerprint != args.fingerprint {
        return Err(AppError::Store(StoreError::PlanOutdated));
    }
    let Some(session) = state.import.take() else { return Err(AppError::Gone("import")) };
    let label = label(&session.files);
    let applied = session.plan().and_then(|plan| {
        let never = AtomicBool::new(false);
        let applied = state.desk()?.workspace.apply(plan, now_in_paris(), &label, &mut |_, _| {}, &never)?;
        Ok((applied, plan_view::counts(plan)))
    });
    let (applied, counts) = match applied {
        Ok(done) => done,
        Err(error) => {
            state.import = Some(session);
            state.plan_again()?;
            return Err(error);
        }
    };
    state.desk()?.judge()?;
    state.views.clear();
    Ok(ImportDone { operation: applied.operation.0, label, counts, summary: summary::of_state(&mut state)? })
}
