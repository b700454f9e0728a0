//! Taking a waiver away: its finding counts again.

use super::summary;
use crate::app::App;
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
    let task = app.begin_change()?;
    app.state().desk()?.workspace.unwaive(&[(RegistrationId(args.id), args.code)], now_in_paris())?;
    summary::judged(app, &task.watch_to_the_end())
}
