//! Publishing a rulebook: what it changes is shown, then it becomes an edition that never changes, in force.

use super::begin::DraftArguments;
use crate::app::{App, State};
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::rulebook_drafts::Drafting;
use crate::rulebooks;
use crate::simulation::of_seen;
use crate::use_cases::{simulate, summary};
use crate::wire::{PublishPreview, Summary};
use guichet_model::Language;
use guichet_rules::Rulebook;
use guichet_rules::rulebook::Draft;
use guichet_store::{NewEdition, StoreError};
use serde::Deserialize;

/// What publishing would change: every file judged by it, as of the instant they are judged. Nothing is done.
pub(crate) fn preview(app: &App, args: DraftArguments) -> Result<PublishPreview, AppError> {
    let task = app.begin_task()?;
    let mut state = app.state();
    let language = state.language();
    let (file, book) = published(&mut state, args.draft)?;
    let desk = state.desk()?;
    desk.keep_up()?;
    let seen = desk.seen.clone();
    drop(state);
    let simulation = of_seen(&seen, book, seen.as_of, &task.watch())?;
    Ok(PublishPreview { fingerprint: fingerprint(&file), simulation: simulate::view(language, &simulation) })
}

#[derive(Deserialize)]
pub(crate) struct PublishArguments {
    draft: i64,
    /// Names what was shown.
    fingerprint: String,
}

/// Publishes exactly what was shown, and judges every file by it.
pub(crate) fn publish(app: &App, args: PublishArguments) -> Result<Summary, AppError> {
    let task = app.begin_change()?;
    let mut state = app.state();
    let (file, book) = published(&mut state, args.draft)?;
    if fingerprint(&file) != args.fingerprint {
        return Err(StoreError::PlanOutdated.into());
    }
    // The journal's words do not change with the language.
    let label = rulebooks::title(&book, Language::Fr);
    let edition = NewEdition { draft: Some(args.draft), name: book.id(), label: &label, text: file.text() };
    state.desk()?.workspace.publish_rulebook(&edition, now_in_paris())?;
    drop(state);
    summary::judged(app, &task.watch())
}

fn published(state: &mut State, number: i64) -> Result<(Draft, Rulebook), AppError> {
    let workspace = &state.desk()?.workspace;
    Drafting::find(workspace, number)?.published(workspace)
}

fn fingerprint(file: &Draft) -> String {
    file.layer().sha256.iter().map(|byte| format!("{byte:02x}")).collect()
}
