//! What is decided at the desk about files: a derogation, a document marked, a note; shown, then done.

use super::selection::desk_and_files;
use super::summary;
use super::waive::{day, moves_in_words};
use crate::app::App;
use crate::clock::now_in_paris;
use crate::entries::{Decision, Derogation, DocumentMark, EntryEffect, NoteEffect};
use crate::failure::AppError;
use crate::wire::{DeskEffect, DeskEntry, FilesSelection, Summary};
use crate::words;
use guichet_model::{Coded, DocumentState, RequestState};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct PreviewArguments {
    selection: FilesSelection,
    entry: DeskEntry,
}

#[derive(Deserialize)]
pub(crate) struct DecideArguments {
    selection: FilesSelection,
    entry: DeskEntry,
    /// Names the effect that was shown.
    fingerprint: String,
}

/// What a decision would do; nothing is done.
pub(crate) fn preview(app: &App, args: PreviewArguments) -> Result<DeskEffect, AppError> {
    let mut state = app.state();
    let language = state.language();
    let (desk, files) = desk_and_files(&mut state, &args.selection, None)?;
    let decision = decision(args.entry)?;
    if let Decision::Note(text) = &decision {
        let effect = NoteEffect::of(desk, &files, text)?;
        return Ok(DeskEffect {
            entries: words::whole(effect.files()),
            added: words::whole(effect.added),
            moves: Vec::new(),
            fingerprint: effect.fingerprint,
        });
    }
    let effect = EntryEffect::of(desk, &files, &decision, now_in_paris())?;
    Ok(DeskEffect {
        entries: words::whole(effect.entries()),
        added: 0,
        moves: moves_in_words(language, &effect.moves),
        fingerprint: effect.fingerprint,
    })
}

/// Does exactly what was shown, and judges the files again.
pub(crate) fn decide(app: &App, args: DecideArguments) -> Result<Summary, AppError> {
    let task = app.begin_change()?;
    let mut state = app.state();
    let (desk, files) = desk_and_files(&mut state, &args.selection, None)?;
    let (decision, now) = (decision(args.entry)?, now_in_paris());
    if let Decision::Note(text) = &decision {
        NoteEffect::of(desk, &files, text)?.apply(desk, Some(&args.fingerprint), now)?;
        state.views.clear();
        return summary::of_state(&mut state);
    }
    EntryEffect::of(desk, &files, &decision, now)?.apply(desk, Some(&args.fingerprint), now)?;
    drop(state);
    summary::judged(app, &task.watch_to_the_end())
}

fn decision(entry: DeskEntry) -> Result<Decision, AppError> {
    let said = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    Ok(match entry {
        DeskEntry::Derogation { granted, by, on, reference } => Decision::Derogation(Derogation {
            state: if granted { RequestState::Granted } else { RequestState::Refused },
            by: by.trim().to_owned(),
            on: day(&on)?,
            reference: said(reference),
        }),
        DeskEntry::Document { piece, state, reason, until, programme_code } => Decision::Document(DocumentMark {
            piece: piece.trim().to_owned(),
            state: DocumentState::from_name(&state).ok_or(AppError::NotACommand(state))?,
            reason: said(reason),
            until: until.as_deref().map(day).transpose()?,
            programme_code: said(programme_code),
        }),
        DeskEntry::Note { text } => Decision::Note(text),
    })
}

#[derive(Deserialize)]
pub(crate) struct WithdrawArguments {
    sha256: String,
    row: u32,
}

/// Takes away what was entered at the desk, and judges the files again: extracts speak again.
pub(crate) fn withdraw(app: &App, args: WithdrawArguments) -> Result<Summary, AppError> {
    let task = app.begin_change()?;
    app.state().desk()?.workspace.withdraw(&args.sha256, args.row, now_in_paris())?;
    summary::judged(app, &task.watch_to_the_end())
}
