//! Writing everything that can be worked on elsewhere into one new folder.

use super::Nothing;
use super::export::{self, Material, write_wanted};
use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::lists::{ListName, format_of, of_seen};
use crate::watch::Watch;
use crate::wire::Saved;
use crate::words;
use guichet_model::Message;
use std::path::{Path, PathBuf};

/// Writes the report, each list and a copy of the journal into a new folder where the person chooses; nothing when they
/// gave up. Stopped, or refused by the disk, no folder is left.
pub(crate) fn export_all(app: &App, _: Nothing) -> Result<Option<Saved>, AppError> {
    app.state().desk()?;
    let Some(parent) = app.host.pick_folder() else { return Ok(None) };
    app.allow_output(&parent)?;
    let task = app.begin_task()?;
    let watch = task.watch();
    let (material, journal) = {
        let mut state = app.state();
        let language = state.language();
        let desk = state.desk()?;
        let shown = export::Shown { sealed: true, pseudonymised: false };
        (export::Material::of(desk, language, shown)?, desk.workspace.journal_copy()?)
    };
    let today = now_in_paris().date().to_string();
    let folder = new_folder(&parent, &named(&material, "app-export-all-folder".into(), &today))?;
    let written = fill(&folder, &material, &journal, &today, &watch);
    if let Err(error) = written {
        // What is not whole is not left behind; the reason told is the first one.
        let _ = std::fs::remove_dir_all(&folder);
        return Err(error);
    }
    Ok(Some(Saved { path: folder.display().to_string() }))
}

fn fill(folder: &Path, from: &Material, journal: &str, today: &str, watch: &Watch<'_>) -> Result<(), AppError> {
    let day = from.seen.as_of.date().to_string();
    let (report, _, _) = from.report(watch)?;
    write_wanted(&folder.join(named(from, "app-report-file".into(), &day)), &report, watch)?;
    for what in ListName::ALL {
        let path = folder.join(named(from, format!("list-file-{}", what.as_str()), &day));
        let list = of_seen(&from.seen, from.veil, *what, format_of(&path)?, watch)?;
        write_wanted(&path, &list, watch)?;
    }
    write_wanted(&folder.join(named(from, "app-journal-file".into(), today)), journal.as_bytes(), watch)
}

fn named(from: &Material, key: String, day: &str) -> String {
    words::say(from.veil.language(), &Message::new(key).with("day", day))
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
