//! One command, one file.

pub(crate) mod account;
pub(crate) mod backup;
pub(crate) mod check;
pub(crate) mod decide;
pub(crate) mod demo;
pub(crate) mod export;
pub(crate) mod export_person;
pub(crate) mod history;
pub(crate) mod import;
pub(crate) mod inspect;
pub(crate) mod protect;
pub(crate) mod purge;
pub(crate) mod report;
pub(crate) mod restore;
pub(crate) mod rulebook;
pub(crate) mod rules;
pub(crate) mod simulate;
pub(crate) mod undo;
pub(crate) mod verify;
pub(crate) mod waive;
pub(crate) mod waivers;

use guichet_app::{AppError, ReadProgress, ReaderCommand};
use guichet_model::{Instant, parse_instant};
use indicatif::{ProgressBar, ProgressStyle};

/// This very program, as the reader of foreign files.
fn reader() -> Result<ReaderCommand, AppError> {
    let program = std::env::current_exe().map_err(|cause| AppError::File { path: "guichet-cli".into(), cause })?;
    Ok(ReaderCommand::new(program))
}

/// The instant asked for, or now in Paris.
fn as_of(text: Option<&str>) -> Result<Instant, AppError> {
    let Some(text) = text else { return Ok(guichet_app::clock::now_in_paris()) };
    parse_instant(text).map(|(instant, _)| instant).ok_or_else(|| AppError::NotAnInstant(text.to_owned()))
}

/// How far reading is, on standard error when that is a terminal.
fn progress() -> impl FnMut(ReadProgress) {
    let bar = ProgressBar::new_spinner();
    bar.set_style(ProgressStyle::default_spinner());
    move |progress| {
        bar.set_message(format!("{} {}/{} · {}", progress.file, progress.index + 1, progress.count, progress.cells));
        bar.tick();
    }
}
