//! Taking an answer: what it changes is understood again, and the plan follows.

use super::view;
use crate::app::App;
use crate::failure::AppError;
use crate::wire::{ImportAnswer, ImportView};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct AnswerArguments {
    session: u64,
    answer: ImportAnswer,
}

/// Takes one answer.
pub(crate) fn answer(app: &App, args: AnswerArguments) -> Result<ImportView, AppError> {
    let mut state = app.state();
    let session = state.session(args.session)?;
    match args.answer {
        ImportAnswer::LeaveOut { at, leave_out: true } => _ = session.left_out.insert(at),
        ImportAnswer::LeaveOut { at, leave_out: false } => _ = session.left_out.remove(&at),
        other => return Err(AppError::NotACommand(format!("{other:?}"))),
    }
    state.plan_again()?;
    view::of_state(&mut state)
}
