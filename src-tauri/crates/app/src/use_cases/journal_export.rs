//! Handing on a copy of the journal.

use super::Nothing;
use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::whole_file::write_private;
use crate::wire::Saved;
use crate::words;
use guichet_model::Message;

/// Writes a sealed copy of the journal where the person chooses; nothing when they gave up.
pub(crate) fn export(app: &App, _: Nothing) -> Result<Option<Saved>, AppError> {
    let suggested = {
        let mut state = app.state();
        state.desk()?;
        let day = now_in_paris().date().to_string();
        words::say(state.language(), &Message::new("app-journal-file").with("day", day))
    };
    let Some(path) = app.pick_save(&suggested)? else { return Ok(None) };
    let copy = app.state().desk()?.workspace.journal_copy()?;
    write_private(&path, copy.as_bytes())?;
    Ok(Some(Saved { path: path.display().to_string() }))
}
