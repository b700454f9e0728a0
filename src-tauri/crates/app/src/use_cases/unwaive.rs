//! Taking a waiver away: its finding counts again.

use super::summary;
use crate::app::{App, NEVER};
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::wire::Summary;
use guichet_model::RegistrationId;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct UnwaiveArguments {
    id: i64,
    code: String,
}

/// Takes the waiver of a rule on a file away, and judges the file again.
pub(crate) fn unwaive(app: &App, args: UnwaiveArguments) -> Result<Summary, AppError> {
    let _task = app.begin_task()?;
    let mut state = app.state();
    let desk = state.desk()?;
    desk.workspace.unwaive(&[(RegistrationId(args.id), args.code)], now_in_paris())?;
    desk.judge()?;
    state.close_views();
    state.plan_again(&NEVER)?;
    summary::of_state(&mut state)
}
