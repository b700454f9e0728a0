//! Putting a backup back.

use super::backups::{NameArguments, line};
use super::{history, summary};
use crate::app::App;
use crate::backups::counted;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::wire::{RestoreView, Summary};
use crate::words;

/// What it would change.
pub(crate) fn preview(app: &App, args: NameArguments) -> Result<RestoreView, AppError> {
    let task = app.begin_change()?;
    let language = app.state().language();
    task.watch_to_the_end().begin("app-progress-compare");
    let preview = app.beside(|twin| Ok(twin.preview_restore(&args.name)?))?;
    Ok(RestoreView {
        backup: line(language, &preview.backup, Some(None)),
        lost: preview.lost.iter().map(|entry| history::plain_line(language, entry)).collect(),
        regained: preview.regained.iter().map(|entry| history::plain_line(language, entry)).collect(),
        counts: counted(&preview).iter().map(|message| words::say(language, message)).collect(),
        same: preview.same,
    })
}

/// Puts it in the place of the present state, which is backed up first.
pub(crate) fn restore(app: &App, args: NameArguments) -> Result<Summary, AppError> {
    let task = app.begin_change()?;
    let watch = task.watch_to_the_end();
    let mut state = app.state();
    watch.begin("app-progress-restore");
    state.desk()?.workspace.preview_restore(&args.name)?;
    let Some(desk) = state.desk.take() else { return Err(AppError::NoWorkspace) };
    let (opened, outcome) = desk.restore(&args.name, now_in_paris(), &watch);
    state.leave();
    state.receive(opened)?;
    outcome?;
    summary::of_state(&mut state)
}
