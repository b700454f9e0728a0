use super::{Nothing, summary};
use crate::app::App;
use crate::failure::AppError;
use crate::wire::{RulebookLine, Summary};
use guichet_model::parse_instant;
use serde::Deserialize;

/// The rulebooks a campaign can be judged by.
pub(crate) fn rulebooks(app: &App, _: Nothing) -> Result<Vec<RulebookLine>, AppError> {
    crate::rulebooks::campaigns(app.state().language())
}

#[derive(Deserialize)]
pub(crate) struct CampaignArguments {
    rulebook: String,
    as_of: Option<String>,
}

/// Chooses the rulebook and the instant, and judges every file again.
pub(crate) fn set(app: &App, args: CampaignArguments) -> Result<Summary, AppError> {
    let as_of = match args.as_of.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        None => None,
        Some(text) => {
            let read = parse_instant(text).ok_or_else(|| AppError::NotAnInstant(text.to_owned()))?;
            Some(read.0)
        }
    };
    let mut state = app.state();
    state.desk()?.set_campaign(&args.rulebook, as_of)?;
    summary::of_state(&mut state)
}
