//! Choosing files, adding some, and giving them up.

use super::{Session, load, view};
use crate::app::App;
use crate::failure::AppError;
use crate::use_cases::Nothing;
use crate::wire::ImportView;
use guichet_intake::RawFile;
use serde::Deserialize;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

/// Asks for files and begins an import with them; nothing when the person gave up.
pub(crate) fn choose(app: &App, _: Nothing) -> Result<Option<ImportView>, AppError> {
    app.state().desk()?;
    let Some(paths) = app.host.pick_files() else { return Ok(None) };
    let _task = app.begin_task()?;
    let files = load(app, &paths)?;
    app.state().import = None;
    take(app, files).map(Some)
}

/// The import under way, when there is one.
pub(crate) fn current(app: &App, _: Nothing) -> Result<Option<ImportView>, AppError> {
    let mut state = app.state();
    if state.import.is_none() { Ok(None) } else { view::of_state(&mut state).map(Some) }
}

#[derive(Deserialize)]
pub(crate) struct SessionArguments {
    pub(crate) session: u64,
}

/// Asks for more files for the import under way.
pub(crate) fn add(app: &App, args: SessionArguments) -> Result<ImportView, AppError> {
    app.state().session(args.session)?;
    match app.host.pick_files() {
        Some(paths) => receive(app, paths),
        None => view::of_state(&mut app.state()),
    }
}

/// Reads files that were dropped or added: they join the import under way, or begin one.
pub(crate) fn receive(app: &App, paths: Vec<PathBuf>) -> Result<ImportView, AppError> {
    app.state().desk()?;
    let _task = app.begin_task()?;
    let files = load(app, &paths)?;
    take(app, files)
}

/// Takes files that were read into the import under way, which begins with them when there is none. The workspace goes on
/// meanwhile.
fn take(app: &App, files: Vec<RawFile>) -> Result<ImportView, AppError> {
    let (mut session, twin) = {
        let mut state = app.state();
        let twin = state.desk()?.workspace.twin()?;
        let begun = state.import.take();
        (begun.unwrap_or_else(|| Session::new(state.number())), twin)
    };
    let before = session.files.len();
    session.take(files);
    let all: Vec<usize> = (0..session.files.len()).collect();
    let understood = session.understand_again(&all, &twin, &app.cancel);
    if understood.is_err() {
        session.files.truncate(before);
    }
    let mut state = app.state();
    state.import = Some(session).filter(|session| !session.files.is_empty());
    understood?;
    view::of_state(&mut state)
}

/// Gives the import under way up.
pub(crate) fn discard(app: &App, args: SessionArguments) -> Result<(), AppError> {
    let mut state = app.state();
    if state.session(args.session).is_ok() {
        state.import = None;
    }
    Ok(())
}

/// Stops the long task under way, if it can be.
pub(crate) fn cancel(app: &App, _: Nothing) -> Result<(), AppError> {
    app.cancel.store(true, Ordering::Relaxed);
    Ok(())
}
