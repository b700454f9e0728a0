//! The rulebooks one can judge by, and those being written.

use super::view::line;
use crate::app::{App, State};
use crate::failure::AppError;
use crate::rulebook_drafts::{Drafting, file, names};
use crate::rulebooks;
use crate::use_cases::Nothing;
use crate::whole_file::write_whole;
use crate::wire::{EditionLine, RulebookShelf, Saved};
use crate::words;
use guichet_model::{Instant, Language, Message};
use guichet_rules::RulebookError;
use serde::Deserialize;

/// The rulebooks of the office.
pub(crate) fn shelf(app: &App, _: Nothing) -> Result<RulebookShelf, AppError> {
    of_state(&mut app.state())
}

pub(super) fn of_state(state: &mut State) -> Result<RulebookShelf, AppError> {
    let language = state.language();
    let desk = state.desk()?;
    let workspace = &desk.workspace;
    let kept = workspace.rulebook_editions()?;
    let mut editions = Vec::new();
    for book in rulebooks::campaigns(workspace)? {
        let own = kept.iter().find(|edition| edition.name == book.id());
        editions.push(EditionLine {
            id: book.id().to_owned(),
            title: rulebooks::title(&book, language),
            academic_year: book.academic_year().map(|year| year.to_string()),
            edition: book.layers().first().map_or(1, |layer| layer.edition),
            in_force: book.id() == desk.seen.rulebook.id(),
            published: own.map(|edition| by(language, edition.at, &edition.who)),
        });
    }
    let names = names(workspace)?;
    let mut drafts = Vec::new();
    for kept in workspace.rulebook_drafts()? {
        // One that this version cannot read stays kept, and is not offered.
        if let Ok(drafting) = Drafting::of(workspace, kept) {
            drafts.push(line(language, &drafting, &names));
        }
    }
    Ok(RulebookShelf { editions, drafts })
}

/// When, and by whom when that is known.
pub(super) fn by(language: Language, at: Instant, who: &str) -> String {
    if who.is_empty() {
        return words::instant(language, Some(at));
    }
    let message = Message::new("app-rulebook-by").with("at", words::instant(language, Some(at))).with("who", who);
    words::say(language, &message)
}

#[derive(Deserialize)]
pub(crate) struct SaveArguments {
    id: String,
}

/// Writes an edition as a file one can share; nothing when the person gave up.
pub(crate) fn save(app: &App, args: SaveArguments) -> Result<Option<Saved>, AppError> {
    let text = file(&app.state().desk()?.workspace, &args.id)?;
    let text = text.ok_or_else(|| RulebookError::Unknown { id: args.id.clone() })?;
    let Some(path) = app.pick_save(&format!("{}.toml", args.id))? else { return Ok(None) };
    write_whole(&path, text.as_bytes())?;
    Ok(Some(Saved { path: path.display().to_string() }))
}
