//! Writing everything that can be worked on elsewhere into one new folder.

use super::{Nothing, export};
use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::lists::{ListName, format_of, of_desk};
use crate::whole_file::write_whole;
use crate::wire::Saved;
use crate::words;
use guichet_model::Message;
use std::path::{Path, PathBuf};

/// Writes the report, each list and a copy of the journal into a new folder where the person chooses; nothing when they
/// gave up.
pub(crate) fn export_all(app: &App, _: Nothing) -> Result<Option<Saved>, AppError> {
    app.state().desk()?;
    let Some(parent) = app.host.pick_folder() else { return Ok(None) };
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    let day = desk.as_of.date().to_string();
    let named = |key: String, day: &str| words::say(language, &Message::new(key).with("day", day));
    let folder = new_folder(&parent, &named("app-export-all-folder".into(), &now_in_paris().date().to_string()))?;
    let (report, _, _) = export::report(desk, language, export::Shown { sealed: true, pseudonymised: false })?;
    write_whole(&folder.join(named("app-report-file".into(), &day)), &report)?;
    for what in ListName::ALL {
        let path = folder.join(named(format!("list-file-{}", what.as_str()), &day));
        write_whole(&path, &of_desk(desk, language, *what, format_of(&path)?)?)?;
    }
    let journal = desk.workspace.journal_copy()?;
    let today = now_in_paris().date().to_string();
    write_whole(&folder.join(named("app-journal-file".into(), &today)), journal.as_bytes())?;
    Ok(Some(Saved { path: folder.display().to_string() }))
}

/// Creates a folder of this name, or of this name and a number: what is there already is never written over.
fn new_folder(parent: &Path, name: &str) -> Result<PathBuf, AppError> {
    let mut folder = parent.join(name);
    for number in 2_u32.. {
        match std::fs::create_dir(&folder) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                folder = parent.join(format!("{name}-{number}"));
            }
            Err(error) => return Err(AppError::file(&folder)(error)),
            Ok(()) => break,
        }
    }
    Ok(folder)
}
