//! Writing one list of the open workspace, to work on elsewhere.

use super::export::write_wanted;
use crate::app::App;
use crate::failure::AppError;
use crate::lists::{ListName, format_of, of_seen};
use crate::protection::veil::Veil;
use crate::wire::Saved;
use crate::words;
use guichet_model::Message;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct ListArguments {
    what: ListName,
}

/// Writes a list where the person chooses, in the format that the name ends in; nothing when they gave up.
pub(crate) fn export(app: &App, args: ListArguments) -> Result<Option<Saved>, AppError> {
    let suggested = {
        let mut state = app.state();
        let language = state.language();
        let day = state.desk()?.seen.as_of.date().to_string();
        words::say(language, &Message::new(format!("list-file-{}", args.what.as_str())).with("day", day))
    };
    let Some(path) = app.pick_save(&suggested)? else { return Ok(None) };
    let format = format_of(&path)?;
    let task = app.begin_task()?;
    let watch = task.watch();
    let (seen, veil) = {
        let mut state = app.state();
        let language = state.language();
        let desk = state.desk()?;
        (desk.seen.clone(), Veil::of(desk, language))
    };
    let bytes = of_seen(&seen, veil, args.what, format, &watch)?;
    write_wanted(&path, &bytes, &watch)?;
    Ok(Some(Saved { path: path.display().to_string() }))
}
