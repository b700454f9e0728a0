//! The fictitious workspace: made, guided through, and taken away.

use super::{Nothing, import, summary, workspaces};
use crate::app::{App, State};
use crate::demo as fictitious;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::protection::gate::Locked;
use crate::wire::{ImportView, Summary};
use crate::words;
use guichet_model::parse_instant;
use guichet_store::{Choices, Credentials};
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// The folder of the fictitious workspace.
const FOLDER: &str = "demonstration";

/// Opens the fictitious workspace; the first time, makes it: imports the fictitious office and judges it.
pub(crate) fn open(app: &App, _: Nothing) -> Result<Summary, AppError> {
    let is_open = |state: &State| state.desk.as_ref().is_some_and(|desk| desk.workspace.descriptor().demo);
    if is_open(&app.state()) {
        return summary::of_state(&mut app.state());
    }
    let kept = app.host.data_folder().join("workspaces").join(FOLDER);
    if let Some(locked) = Locked::find(&kept) {
        return Err(workspaces::wait_for_passphrase(app, locked)?);
    }
    let desk = match Desk::open(&kept, &Credentials::Nothing) {
        Ok(desk) if desk.workspace.descriptor().demo => desk,
        // Not there yet, or not usable any more: fictitious data are made again beside it.
        _ => make(app)?,
    };
    workspaces::enter(app, &mut app.state(), desk)
}

fn make(app: &App) -> Result<Desk, AppError> {
    let files = tempfile::tempdir().map_err(AppError::file(Path::new("")))?;
    let readings = import::read(app, &fictitious::write_files(files.path())?)?;
    let folder = workspaces::free_folder(&app.host.data_folder(), FOLDER);
    let name = words::word(app.state().language(), "app-demo-name");
    let mut desk = Desk::create(&folder, &name, true)?;
    let (choices, never) = (Choices::new(), AtomicBool::new(false));
    let plan = desk.workspace.plan(&import::planned(&readings), &choices, &never)?;
    let label = import::label(&readings);
    desk.workspace.apply(&plan, crate::clock::now_in_paris(), &label, &mut |_, _| {}, &never)?;
    let as_of = parse_instant(fictitious::AS_OF).map(|(instant, _)| instant);
    desk.set_campaign(fictitious::RULEBOOK, as_of)?;
    Ok(desk)
}

/// The open workspace, when it is of fictitious data.
fn the_demo(state: &mut State) -> Result<&Desk, AppError> {
    let desk = state.desk()?;
    if desk.workspace.descriptor().demo { Ok(desk) } else { Err(AppError::Gone("demo")) }
}

/// Begins an import of a list as untidy as those of real offices.
pub(crate) fn roster(app: &App, _: Nothing) -> Result<ImportView, AppError> {
    the_demo(&mut app.state())?;
    let folder = tempfile::tempdir().map_err(AppError::file(Path::new("")))?;
    app.state().import = None;
    import::choose::receive(app, vec![fictitious::write_roster(folder.path())?])
}

/// Leaves the fictitious workspace and takes its folder away, with its backups.
pub(crate) fn remove(app: &App, _: Nothing) -> Result<(), AppError> {
    let _task = app.begin_task()?;
    let mut state = app.state();
    let folder = the_demo(&mut state)?.workspace.folder().to_owned();
    state.leave();
    workspaces::remember(app, &mut state, None)?;
    std::fs::remove_dir_all(&folder).map_err(AppError::file(&folder))
}
