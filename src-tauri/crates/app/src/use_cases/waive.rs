//! Deciding that the findings of a rule do not count on some files: shown, then done.

use super::{files, summary};
use crate::app::{App, NEVER};
use crate::clock::now_in_paris;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::waivers::Effect;
use crate::wire::{FilesSelection, StateMove, Summary, WaiverEffect, WaiverGrounds};
use crate::words;
use guichet_model::{Coded, FileState, Language, RegistrationId, WaiverReason, parse_instant};
use guichet_store::WaiverTerms;
use serde::Deserialize;
use std::collections::BTreeSet;

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
    let desk = state.desk()?;
    let terms = terms(&args.grounds)?;
    let effect = Effect::of(desk, &chosen(desk, args.selection)?, &args.code, &terms, now_in_paris());
    Ok(in_words(language, &effect))
}

/// Waives exactly what was shown, and judges the files again.
pub(crate) fn waive(app: &App, args: WaiveArguments) -> Result<Summary, AppError> {
    let _task = app.begin_task()?;
    let mut state = app.state();
    let desk = state.desk()?;
    let (terms, now) = (terms(&args.grounds)?, now_in_paris());
    let effect = Effect::of(desk, &chosen(desk, args.selection)?, &args.code, &terms, now);
    effect.apply(desk, &terms, Some(&args.fingerprint), now)?;
    state.close_views();
    state.plan_again(&NEVER)?;
    summary::of_state(&mut state)
}

/// The files of a selection, each once.
fn chosen(desk: &Desk, selection: FilesSelection) -> Result<Vec<RegistrationId>, AppError> {
    let mut files: BTreeSet<RegistrationId> = selection.ids.into_iter().map(RegistrationId).collect();
    if let Some(query) = selection.query {
        files.extend(desk.workspace.open_view(&files::store_query(query))?.ids);
    }
    for left_out in selection.except {
        files.remove(&RegistrationId(left_out));
    }
    Ok(files.into_iter().collect())
}

fn terms(grounds: &WaiverGrounds) -> Result<WaiverTerms, AppError> {
    let reason = WaiverReason::from_name(&grounds.reason);
    let reason = reason.ok_or_else(|| AppError::NotACommand(grounds.reason.clone()))?;
    let day = |text: &String| {
        let read = parse_instant(text).filter(|(_, has_hour)| !has_hour);
        read.map(|(instant, _)| instant.date()).ok_or_else(|| AppError::NotAnInstant(text.clone()))
    };
    let text = Some(grounds.text.clone()).filter(|text| !text.trim().is_empty());
    Ok(WaiverTerms { reason, text, until: grounds.until.as_ref().map(day).transpose()? })
}

fn in_words(language: Language, effect: &Effect) -> WaiverEffect {
    let label = |state: FileState| words::word(language, &format!("state-{}", state.as_str()));
    let moves = effect.moves.iter().map(|moved| StateMove {
        from: label(moved.from),
        to: label(moved.to),
        files: words::whole(moved.files),
    });
    WaiverEffect {
        findings: words::whole(effect.findings()),
        untouched: words::whole(effect.untouched),
        moves: moves.collect(),
        fingerprint: effect.fingerprint.clone(),
    }
}
