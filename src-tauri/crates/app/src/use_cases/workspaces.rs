//! Opening, creating and leaving a workspace.

use super::{Nothing, backups::last_backup, purge, summary};
use crate::app::{App, State};
use crate::desk::Desk;
use crate::failure::AppError;
use crate::protection::gate::Locked;
use crate::protection::tries::Tries;
use crate::rulebooks;
use crate::wire::{Summary, WorkspaceInfo};
use guichet_model::{Language, fold_words, instant_text};
use guichet_store::{BackupReason, Credentials};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// What the window shows of the open workspace.
pub(crate) fn info(desk: &Desk, backup_failure: Option<String>, language: Language) -> WorkspaceInfo {
    let descriptor = desk.workspace.descriptor();
    WorkspaceInfo {
        name: descriptor.name.clone(),
        folder: desk.workspace.folder().display().to_string(),
        demo: descriptor.demo,
        protected: descriptor.passphrase,
        account: desk.workspace.account().map(|account| account.name.clone()),
        role: desk.workspace.role(),
        lock_after: desk.lock_after,
        backup_failure,
        last_backup: last_backup(desk, language),
        purge_unfinished: purge::unfinished(desk, language),
        rulebook: rulebooks::line(&desk.seen.rulebook, language),
        outdated: desk.is_outdated(),
        as_of: instant_text(desk.seen.as_of),
        as_of_fixed: desk.fixed_as_of.is_some(),
    }
}

#[derive(Deserialize)]
pub(crate) struct CreateArguments {
    name: String,
}

/// Creates an empty workspace in this user's data folder, and opens it.
pub(crate) fn create(app: &App, args: CreateArguments) -> Result<Summary, AppError> {
    let name = args.name.trim();
    if name.is_empty() {
        return Err(AppError::NameMissing);
    }
    let _task = app.begin_task()?;
    let mut state = app.state();
    let folder = free_folder(&app.host.data_folder(), &fold_words(name).replace(' ', "-"));
    let desk = Desk::create(&folder, name, false)?;
    enter(app, &mut state, desk)
}

/// Opens a workspace chosen by its `workspace.guichet` file; nothing when the person gave up.
pub(crate) fn open(app: &App, _: Nothing) -> Result<Option<Summary>, AppError> {
    let Some(file) = app.host.pick_workspace() else { return Ok(None) };
    let folder = file.parent().unwrap_or(Path::new(".")).to_owned();
    let is_open = |state: &State| state.desk.as_ref().is_some_and(|desk| desk.workspace.folder() == folder);
    if is_open(&app.state()) {
        return summary::of_state(&mut app.state()).map(Some);
    }
    if let Some(locked) = Locked::find(&folder) {
        return Err(wait_for_passphrase(app, locked)?);
    }
    let task = app.begin_task()?;
    let opened = Desk::open(&folder, &Credentials::Nothing, &task.watch());
    let mut state = app.state();
    match opened {
        Ok(desk) => enter(app, &mut state, desk).map(Some),
        Err(not) if not.shut.is_some() && not.error.needs_rescue() => {
            // The one that is open is left for the one to rescue.
            state.keep_safe(BackupReason::Closing);
            state.leave();
            state.receive(Err(not)).map(|()| None)
        }
        Err(not) => Err(not.into()),
    }
}

/// Leaves the open workspace for one that a passphrase is to open, and says that it is locked.
pub(crate) fn wait_for_passphrase(app: &App, locked: Locked) -> Result<AppError, AppError> {
    let mut state = app.state();
    let folder = locked.folder.display().to_string();
    state.keep_safe(BackupReason::Closing);
    state.leave();
    state.notice = None;
    state.locked = Some(locked);
    remember(app, &mut state, Some(folder))?;
    Ok(AppError::Shut)
}

/// Leaves the open workspace, or the locked one.
pub(crate) fn close(app: &App, _: Nothing) -> Result<(), AppError> {
    let _task = app.begin_task()?;
    let mut state = app.state();
    state.keep_safe(BackupReason::Closing);
    state.leave();
    remember(app, &mut state, None)
}

/// Shows the folder of the open workspace in the system's file manager.
pub(crate) fn show_folder(app: &App, _: Nothing) -> Result<(), AppError> {
    let folder = app.state().desk()?.workspace.folder().to_owned();
    app.host.show_folder(&folder).map_err(AppError::file(&folder))
}

/// Makes a workspace the open one, and remembers it for the next start.
pub(crate) fn enter(app: &App, state: &mut State, desk: Desk) -> Result<Summary, AppError> {
    state.keep_safe(BackupReason::Closing);
    state.leave();
    state.notice = None;
    state.receive(Ok(desk))?;
    state.tries = Tries::default();
    state.last_used = app.now();
    remember_open(app, state)?;
    summary::of_state(state)
}

/// Remembers the open workspace for the next start.
pub(crate) fn remember_open(app: &App, state: &mut State) -> Result<(), AppError> {
    let folder = state.desk()?.workspace.folder().display().to_string();
    remember(app, state, Some(folder))
}

pub(crate) fn remember(app: &App, state: &mut State, folder: Option<String>) -> Result<(), AppError> {
    state.settings.last_workspace = folder;
    crate::settings::write(&app.host.data_folder(), &state.settings)
}

/// A folder of this name that is not there yet.
pub(crate) fn free_folder(data_folder: &Path, name: &str) -> PathBuf {
    let name = if name.is_empty() { "espace" } else { name };
    let parent = data_folder.join("workspaces");
    let numbered = (2_u32..).map(|number| format!("{name}-{number}"));
    let names = std::iter::once(name.to_owned()).chain(numbered);
    names.map(|name| parent.join(name)).find(|folder| !folder.exists()).unwrap_or(parent)
}
