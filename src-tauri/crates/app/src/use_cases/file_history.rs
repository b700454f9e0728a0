//! What was done about the person of a file.

use super::history::plain_line;
use crate::app::App;
use crate::failure::AppError;
use crate::wire::HistoryLine;
use guichet_model::RegistrationId;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct HistoryArguments {
    /// One of the person's files.
    id: i64,
}

/// The operations that wrote, changed or took away something about the person of a file, the newest first.
pub(crate) fn history(app: &App, args: HistoryArguments) -> Result<Vec<HistoryLine>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    let file = desk.seen.office.registration(RegistrationId(args.id)).ok_or(AppError::Gone("file"))?;
    let held = desk.workspace.held_on(file.person)?.ok_or(AppError::Gone("person"))?;
    Ok(held.journal.iter().rev().map(|entry| plain_line(language, entry)).collect())
}
