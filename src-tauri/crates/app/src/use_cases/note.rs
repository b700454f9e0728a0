//! Writing about a file.

use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::waivers::named;
use crate::wire::NoteLine;
use crate::words;
use guichet_model::{FileNote, Language, Message, RegistrationId};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct NoteArguments {
    id: i64,
    /// No words at all take what was written away.
    text: String,
}

/// Writes about a file, in the place of what was written.
pub(crate) fn set(app: &App, args: NoteArguments) -> Result<Option<NoteLine>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let (desk, id) = (state.desk()?, RegistrationId(args.id));
    desk.workspace.set_note(id, &args.text, now_in_paris())?;
    let veil = crate::protection::veil::Veil::of(desk, language);
    Ok(desk.workspace.note(id)?.map(|note| line(language, veil.text(note.text.clone()), &note)))
}

/// A note, in words.
pub(crate) fn line(language: Language, text: String, note: &FileNote) -> NoteLine {
    let by = Message::new("app-note-by").with("who", named(&note.who)).with("at", note.at);
    NoteLine { text, by: words::say(language, &by) }
}
