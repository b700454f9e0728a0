//! Writing one list of the open workspace, to work on elsewhere.

use crate::app::App;
use crate::failure::AppError;
use crate::lists::{ListName, format_of, of_desk};
use crate::whole_file::write_whole;
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
        let day = state.desk()?.as_of.date().to_string();
        words::say(language, &Message::new(format!("list-file-{}", args.what.as_str())).with("day", day))
    };
    let Some(path) = app.host.pick_save(&suggested) else { return Ok(None) };
    let format = format_of(&path)?;
    let mut state = app.state();
    let language = state.language();
    let bytes = of_desk(state.desk()?, language, args.what, format)?;
    write_whole(&path, &bytes)?;
    Ok(Some(Saved { path: path.display().to_string() }))
}
