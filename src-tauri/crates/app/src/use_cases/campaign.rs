//! By which rulebook and as of when files are judged.

use super::{Nothing, summary};
use crate::app::App;
use crate::failure::AppError;
use crate::wire::{RulebookLine, Summary};
use guichet_model::{Instant, parse_instant};
use serde::Deserialize;

/// The rulebooks a campaign can be judged by.
pub(crate) fn rulebooks(app: &App, _: Nothing) -> Result<Vec<RulebookLine>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let books = crate::rulebooks::campaigns(&state.desk()?.workspace)?;
    Ok(books.iter().map(|book| crate::rulebooks::line(book, language)).collect())
}

/// A rulebook and an instant.
#[derive(Deserialize)]
pub(crate) struct CampaignArguments {
    pub(crate) rulebook: String,
    as_of: Option<String>,
}

impl CampaignArguments {
    /// The instant, when one is given.
    pub(crate) fn instant(&self) -> Result<Option<Instant>, AppError> {
        let text = self.as_of.as_deref().map(str::trim).filter(|text| !text.is_empty());
        text.map(|text| Ok(parse_instant(text).ok_or_else(|| AppError::NotAnInstant(text.to_owned()))?.0)).transpose()
    }
}

/// Chooses the rulebook and the instant, and judges every file again. Stopped, the choice stays, with the findings of before.
pub(crate) fn set(app: &App, args: CampaignArguments) -> Result<Summary, AppError> {
    let as_of = args.instant()?;
    let task = app.begin_change()?;
    app.state().desk()?.choose_campaign(&args.rulebook, as_of)?;
    summary::judged(app, &task.watch())
}

/// Judges every file whose findings are of before: the last judging was stopped.
pub(crate) fn judge(app: &App, _: Nothing) -> Result<Summary, AppError> {
    let task = app.begin_change()?;
    summary::judged(app, &task.watch())
}
