//! Choosing files, adding some, and giving them up.

use super::{Session, load, view};
use crate::app::{App, State};
use crate::failure::AppError;
use crate::use_cases::Nothing;
use crate::wire::ImportView;
use guichet_intake::RawFile;
use serde::Deserialize;
use std::collections::BTreeMap;
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

/// Takes files that were read into the import under way, which begins with them when there is none.
fn take(app: &App, files: Vec<RawFile>) -> Result<ImportView, AppError> {
    let mut state = app.state();
    state.desk()?;
    if state.import.is_none() {
        let number = state.number();
        let (files, opened, decided) = (Vec::new(), Vec::new(), BTreeMap::new());
        state.import = Some(Session { number, files, opened, decided, plan: None });
    }
    let Some(session) = state.import.as_mut() else { return Err(AppError::Gone("import")) };
    let before = session.files.len();
    session.take(files);
    let all: Vec<usize> = (0..session.files.len()).collect();
    let understood = state.understand_again(&all, &app.cancel);
    app.cancel.store(false, Ordering::Relaxed);
    if let Err(error) = understood {
        leave(&mut state, before);
        return Err(error);
    }
    view::of_state(&mut state)
}

/// Puts the import back to the files it had before; one that had none is given up.
fn leave(state: &mut State, before: usize) {
    match state.import.as_mut() {
        Some(session) if before > 0 => session.files.truncate(before),
        _ => state.import = None,
    }
}

/// Gives the import under way up.
pub(crate) fn discard(app: &App, args: SessionArguments) -> Result<(), AppError> {
    let mut state = app.state();
    if state.session(args.session).is_ok() {
        state.import = None;
    }
    Ok(())
}

/// Stops a reading or an import in progress.
pub(crate) fn cancel(app: &App, _: Nothing) -> Result<(), AppError> {
    app.cancel.store(true, Ordering::Relaxed);
    Ok(())
}
