//! Handing somebody everything that is held on them.

use crate::app::App;
use crate::failure::AppError;
use crate::person::PersonHeld;
use crate::whole_file::write_private;
use crate::wire::Saved;
use crate::words;
use guichet_model::{Message, RegistrationId};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct PersonArguments {
    /// One of the person's files.
    id: i64,
    format: PersonFormat,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum PersonFormat {
    Xlsx,
    Json,
}

/// Writes everything held on the person of a file where somebody chooses; nothing when they gave up. Neither a name nor a
/// number stands in the name proposed.
pub(crate) fn export(app: &App, args: PersonArguments) -> Result<Option<Saved>, AppError> {
    let (bytes, suggested) = {
        let mut state = app.state();
        let language = state.language();
        let desk = state.desk()?;
        let file = desk.seen.office.registration(RegistrationId(args.id)).ok_or(AppError::Gone("file"))?;
        let held = PersonHeld::of(desk, file.person)?;
        let (bytes, ending) = match args.format {
            PersonFormat::Xlsx => (held.workbook(language)?, "xlsx"),
            PersonFormat::Json => (format!("{:#}\n", held.json(language)).into_bytes(), "json"),
        };
        (bytes, words::say(language, &Message::new("app-person-file").with("ending", ending)))
    };
    let Some(path) = app.pick_save(&suggested)? else { return Ok(None) };
    write_private(&path, &bytes)?;
    Ok(Some(Saved { path: path.display().to_string() }))
}
