//! Choosing files, adding some, and giving them up.

use super::{Read, Session, read, view};
use crate::app::App;
use crate::failure::AppError;
use crate::use_cases::Nothing;
use crate::wire::ImportView;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

/// Asks for files and begins an import with them; nothing when the person gave up.
pub(crate) fn choose(app: &App, _: Nothing) -> Result<Option<ImportView>, AppError> {
    app.state().desk()?;
    let Some(paths) = app.host.pick_files() else { return Ok(None) };
    let files = read(app, &paths)?;
    begin(app, files).map(Some)
}

/// The import under way, when there is one.
pub(crate) fn current(app: &App, _: Nothing) -> Result<Option<ImportView>, AppError> {
    let mut state = app.state();
    if state.import.is_none() { Ok(None) } else { view::of_state(&mut state).map(Some) }
}

#[derive(Deserialize)]
pub(crate) struct SessionArguments {
    session: u64,
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
    let files = read(app, &paths)?;
    let mut state = app.state();
    if let Some(session) = state.import.as_mut() {
        session.files.extend(files);
        state.plan_again()?;
        return view::of_state(&mut state);
    }
    drop(state);
    begin(app, files)
}

fn begin(app: &App, files: Vec<Read>) -> Result<ImportView, AppError> {
    let mut state = app.state();
    let number = state.number();
    state.import = Some(Session { number, files, left_out: BTreeSet::new(), plan: None });
    state.plan_again()?;
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

/// Stops a reading or an import in progress.
pub(crate) fn cancel(app: &App, _: Nothing) -> Result<(), AppError> {
    app.cancel.store(true, Ordering::Relaxed);
    Ok(())
}
