use super::{Nothing, workspaces};
use crate::app::App;
use crate::failure::AppError;
use crate::wire::{Settings, StartState};
use serde::Deserialize;

/// What the window needs to draw its first screen.
pub(crate) fn start(app: &App, _: Nothing) -> Result<StartState, AppError> {
    app.shut_if_due();
    let state = app.state();
    let language = state.language();
    Ok(StartState {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        settings: state.settings.clone(),
        workspace: state.desk.as_ref().map(|desk| workspaces::info(desk, state.backup_failure(), language)),
        rescue: state.rescue.is_some(),
        locked: state.lock_view(app.now()),
        notice: state.notice.as_ref().map(|error| error.in_language(language).message),
    })
}

#[derive(Deserialize)]
pub(crate) struct SettingsArguments {
    settings: Settings,
}

/// Keeps preferences. The folder that was open last is this side's business.
pub(crate) fn settings_set(app: &App, args: SettingsArguments) -> Result<Settings, AppError> {
    let mut state = app.state();
    let settings = Settings { last_workspace: state.settings.last_workspace.clone(), ..args.settings };
    let settings = crate::settings::within(settings);
    crate::settings::write(&app.host.data_folder(), &settings)?;
    state.settings = settings.clone();
    Ok(settings)
}
