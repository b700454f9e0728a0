//! Deciding that the findings of a rule do not count on some files: shown, then done.

use super::selection::desk_and_files;
use super::summary;
use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::waivers::{Effect, Move};
use crate::wire::{FilesSelection, StateMove, Summary, WaiverEffect, WaiverGrounds};
use crate::words;
use guichet_model::{Coded, FileState, Language, WaiverReason, parse_instant};
use guichet_store::WaiverTerms;
use serde::Deserialize;
use time::Date;

#[derive(Deserialize)]
pub(crate) struct PreviewArguments {
    selection: FilesSelection,
    code: String,
    grounds: WaiverGrounds,
}

#[derive(Deserialize)]
pub(crate) struct WaiveArguments {
    selection: FilesSelection,
    code: String,
    grounds: WaiverGrounds,
    /// Names the effect that was shown.
    fingerprint: String,
}

/// What waiving would do; nothing is done.
pub(crate) fn preview(app: &App, args: PreviewArguments) -> Result<WaiverEffect, AppError> {
    let mut state = app.state();
    let language = state.language();
    let (desk, files) = desk_and_files(&mut state, &args.selection, Some(&args.code))?;
    let terms = terms(&args.grounds)?;
    let effect = Effect::of(desk, &files, &args.code, &terms, now_in_paris())?;
    Ok(in_words(language, &effect))
}

/// Waives exactly what was shown, and judges the files again.
pub(crate) fn waive(app: &App, args: WaiveArguments) -> Result<Summary, AppError> {
    let task = app.begin_change()?;
    let mut state = app.state();
    let (desk, files) = desk_and_files(&mut state, &args.selection, Some(&args.code))?;
    let (terms, now) = (terms(&args.grounds)?, now_in_paris());
    let effect = Effect::of(desk, &files, &args.code, &terms, now)?;
    effect.apply(desk, &terms, Some(&args.fingerprint), now)?;
    drop(state);
    summary::judged(app, &task.watch_to_the_end())
}

fn terms(grounds: &WaiverGrounds) -> Result<WaiverTerms, AppError> {
    let reason = WaiverReason::from_name(&grounds.reason);
    let reason = reason.ok_or_else(|| AppError::NotACommand(grounds.reason.clone()))?;
    let text = Some(grounds.text.clone()).filter(|text| !text.trim().is_empty());
    Ok(WaiverTerms { reason, text, until: grounds.until.as_deref().map(day).transpose()? })
}

/// A day without an hour.
pub(crate) fn day(text: &str) -> Result<Date, AppError> {
    let read = parse_instant(text).filter(|(_, has_hour)| !has_hour);
    read.map(|(instant, _)| instant.date()).ok_or_else(|| AppError::NotAnInstant(text.to_owned()))
}

/// Files that go from one state to another, in words.
pub(crate) fn moves_in_words(language: Language, moves: &[Move]) -> Vec<StateMove> {
    let label = |state: FileState| words::word(language, &format!("state-{}", state.as_str()));
    let moves = moves.iter().map(|moved| StateMove {
        from: label(moved.from),
        to: label(moved.to),
        files: words::whole(moved.files),
    });
    moves.collect()
}

fn in_words(language: Language, effect: &Effect) -> WaiverEffect {
    WaiverEffect {
        findings: words::whole(effect.findings()),
        untouched: words::whole(effect.untouched),
        moves: moves_in_words(language, &effect.moves),
        fingerprint: effect.fingerprint.clone(),
    }
}
