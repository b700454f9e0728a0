//! The fictitious workspace: made, guided through, and taken away.

use super::{Nothing, import, summary, workspaces};
use crate::app::{App, State};
use crate::clock::now_in_paris;
use crate::demo as fictitious;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::protection::gate::Locked;
use crate::watch::Watch;
use crate::wire::{ImportView, Summary};
use crate::words;
use guichet_model::parse_instant;
use guichet_store::{Choices, Credentials};
use std::path::Path;

/// The folder of the fictitious workspace.
const FOLDER: &str = "demonstration";

/// Opens the fictitious workspace; the first time, makes it: imports the fictitious office and judges it.
pub(crate) fn open(app: &App, _: Nothing) -> Result<Summary, AppError> {
    let is_open = |state: &State| state.desk.as_ref().is_some_and(|desk| desk.workspace.descriptor().demo);
    if is_open(&app.state()) {
        return summary::of_state(&mut app.state());
    }
    let task = app.begin_task()?;
    let watch = task.watch();
    let kept = app.host.data_folder().join("workspaces").join(FOLDER);
    if let Some(locked) = Locked::find(&kept) {
        return Err(workspaces::wait_for_passphrase(app, locked)?);
    }
    let desk = match Desk::open(&kept, &Credentials::Nothing, &watch) {
        Ok(desk) if desk.workspace.descriptor().demo => made_whole(app, desk, &watch)?,
        // Not there yet, or not usable any more: fictitious data are made again beside it.
        _ => make(app, &watch)?,
    };
    workspaces::enter(app, &mut app.state(), desk)
}

/// Makes it in a folder of its own. What cannot be made whole, or is stopped, is taken away again; what stays of it is made whole
/// when it is next asked for.
fn make(app: &App, watch: &Watch<'_>) -> Result<Desk, AppError> {
    let readings = read(app)?;
    let folder = workspaces::free_folder(&app.host.data_folder(), FOLDER);
    let name = words::word(app.state().language(), "app-demo-name");
    let mut desk = Desk::create(&folder, &name, true)?;
    if let Err(error) = fill(&mut desk, &readings, watch) {
        drop(desk);
        let _ = std::fs::remove_dir_all(&folder);
        return Err(error);
    }
    Ok(desk)
}

/// The one that is there; a program that was ended while it made it had not chosen the campaign yet.
fn made_whole(app: &App, mut desk: Desk, watch: &Watch<'_>) -> Result<Desk, AppError> {
    if !desk.has_campaign()? {
        fill(&mut desk, &read(app)?, watch)?;
    }
    Ok(desk)
}

fn read(app: &App) -> Result<Vec<import::Read>, AppError> {
    let files = tempfile::tempdir().map_err(AppError::file(Path::new("")))?;
    import::read(app, &fictitious::write_files(files.path())?)
}

/// Imports the fictitious office, which brings nothing when it is there, then chooses its campaign.
fn fill(desk: &mut Desk, readings: &[import::Read], watch: &Watch<'_>) -> Result<(), AppError> {
    watch.begin("app-progress-importing");
    let plan = desk.workspace.plan(&import::planned(readings), &Choices::new(), watch.cancel())?;
    let (label, mut tell) = (import::label(readings), |done, total| watch.tell(done, total));
    desk.workspace.apply(&plan, now_in_paris(), &label, &mut tell, watch.cancel())?;
    let as_of = parse_instant(fictitious::AS_OF).map(|(instant, _)| instant);
    desk.choose_campaign(fictitious::RULEBOOK, as_of)?;
    desk.judge_watched(watch)?.ok_or(AppError::Cancelled)?;
    Ok(())
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
