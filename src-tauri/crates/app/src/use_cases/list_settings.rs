//! How the list of files is shown: its columns and the views kept under a name, which belong to the workspace.

use super::Nothing;
use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::wire::{ListColumn, ListSettings};
use guichet_model::fold_words;
use serde::Deserialize;
use serde_json::json;

const SETTING: &str = "files_list";
/// Widths of a column, in digits.
const WIDTHS: std::ops::RangeInclusive<u32> = 3..=80;
/// Signs of a name.
const LONGEST_NAME: usize = 80;
const MOST_VIEWS: usize = 100;

/// What was kept; the usual list when nothing was, or when it can no longer be read.
pub(crate) fn get(app: &App, _: Nothing) -> Result<ListSettings, AppError> {
    let kept = app.state().desk()?.workspace.setting(SETTING)?;
    Ok(kept.and_then(|kept| serde_json::from_value(kept).ok()).unwrap_or_default())
}

#[derive(Deserialize)]
pub(crate) struct SetArguments {
    settings: ListSettings,
}

/// Keeps it; what is kept then: widths within bounds, names without spaces around them and each once.
pub(crate) fn set(app: &App, args: SetArguments) -> Result<ListSettings, AppError> {
    let settings = tidied(args.settings);
    app.state().desk()?.workspace.set_setting(SETTING, &json!(settings), now_in_paris())?;
    Ok(settings)
}

fn tidied(mut settings: ListSettings) -> ListSettings {
    bounded(&mut settings.columns);
    for view in &mut settings.views {
        view.name = view.name.trim().chars().take(LONGEST_NAME).collect();
        bounded(&mut view.columns);
    }
    settings.views.retain(|view| !view.name.is_empty());
    settings.views.sort_by_cached_key(|view| fold_words(&view.name));
    settings.views.dedup_by_key(|view| fold_words(&view.name));
    settings.views.truncate(MOST_VIEWS);
    settings
}

fn bounded(columns: &mut [ListColumn]) {
    for column in columns {
        column.width = column.width.map(|width| width.clamp(*WIDTHS.start(), *WIDTHS.end()));
    }
}
