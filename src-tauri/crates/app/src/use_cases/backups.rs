//! The backups of the open workspace: what there is, one more now, how they are kept.

use super::Nothing;
use crate::app::{App, State};
use crate::clock::now_in_paris;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::safekeeping::Safekeeping;
use crate::wire::{BackupLine, BackupsView};
use crate::words;
use guichet_model::{Arg, Instant, Language, Message, parse_instant};
use guichet_store::{Backup, BackupReason, Flaw, SelfTest};
use serde::Deserialize;
use std::sync::Arc;

/// What a backup says of itself, and what was found of it when it was read.
pub(crate) fn line(language: Language, backup: &Backup, found: Option<Option<&Flaw>>) -> BackupLine {
    let record = backup.record.as_ref();
    let at = record.and_then(|record| parse_instant(&record.at)).map(|(at, _)| words::instant(language, Some(at)));
    let reason = record.map(|record| format!("backup-reason-{}", record.reason.as_str()));
    let unreadable = backup.record.is_none().then_some(&Flaw::Record);
    let flaw = found.flatten().or(unreadable);
    BackupLine {
        name: backup.name.clone(),
        at: at.unwrap_or_else(|| backup.name.clone()),
        reason: reason.map(|reason| words::word(language, &reason)).unwrap_or_default(),
        files: record.and_then(|record| record.counts.get("registration")).and_then(|files| u32::try_from(*files).ok()),
        megabytes: record.and_then(|record| u32::try_from(record.bytes.div_ceil(1 << 20)).ok()),
        sound: if flaw.is_some() { Some(false) } else { found.map(|_| true) },
        why: flaw.map(|flaw| words::say(language, &flaw.message())),
    }
}

/// When the newest backup that says so was made: its hour when that was today, else its day too.
pub(crate) fn last_backup(desk: &Desk, language: Language) -> Option<String> {
    let newest = desk.workspace.backup_list().ok()?.into_iter().find_map(|backup| backup.record)?;
    let (at, _) = parse_instant(&newest.at)?;
    let key = if at.date() == now_in_paris().date() { "backup-today" } else { "backup-before" };
    Some(words::say(language, &Message::new(key).with("at", at).with("hour", hour(at))))
}

/// An hour as every clock of an office shows it.
fn hour(at: Instant) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// The backups, the newest first.
pub(crate) fn backups(app: &App, _: Nothing) -> Result<BackupsView, AppError> {
    view(&mut app.state(), None)
}

fn view(state: &mut State, read: Option<(&str, Option<Flaw>)>) -> Result<BackupsView, AppError> {
    let language = state.language();
    let failure = state.backup_failure();
    let workspace = &state.desk()?.workspace;
    let found = |backup: &Backup| read.as_ref().filter(|(name, _)| *name == backup.name).map(|(_, flaw)| flaw.as_ref());
    let keeping = workspace.keeping();
    let backups = workspace.backup_list()?;
    Ok(BackupsView {
        backups: backups.iter().map(|backup| line(language, backup, found(backup))).collect(),
        complete: workspace.backed_up()?,
        quota: u32::try_from(keeping.quota >> 20).unwrap_or(u32::MAX),
        second_place: keeping.second_place.map(|place| place.display().to_string()),
        test_failed: keeping.tested.as_ref().is_some_and(|tested| !tested.sound),
        tested: keeping.tested.map(|tested| words::say(language, &told_test(&tested, &backups))),
        failure,
    })
}

/// What the last trial said; a backup is known by when it was made, as long as it is there.
fn told_test(tested: &SelfTest, backups: &[Backup]) -> Message {
    let when = |said: &str| parse_instant(said).map_or_else(|| Arg::from(said), |(at, _)| Arg::from(at));
    let record = backups.iter().find(|backup| backup.name == tested.backup).and_then(|backup| backup.record.as_ref());
    let made = record.map_or(tested.backup.as_str(), |record| record.at.as_str());
    let message = Message::new(if tested.sound { "backup-tested-sound" } else { "backup-tested-unsound" });
    message.with("at", when(&tested.at)).with("made", when(made))
}

/// Makes one now.
pub(crate) fn now(app: &App, _: Nothing) -> Result<BackupsView, AppError> {
    let task = app.begin_change()?;
    let now = now_in_paris();
    task.watch().begin("app-progress-backup");
    let kept = app.beside(|twin| {
        twin.give_up_on(Arc::clone(&app.cancel))?;
        twin.back_up(BackupReason::Asked, now)?;
        Ok(Safekeeping::checked(twin, now))
    })?;
    let mut state = app.state();
    state.safekeeping = kept;
    app.tell_backup(&state);
    view(&mut state, None)
}

#[derive(Deserialize)]
pub(crate) struct NameArguments {
    pub(crate) name: String,
}

/// Reads one whole, and says whether it is sound.
pub(crate) fn verify(app: &App, args: NameArguments) -> Result<BackupsView, AppError> {
    let task = app.begin_change()?;
    task.watch_to_the_end().begin("app-progress-verify");
    let flaw = app.beside(|twin| Ok(twin.verify_backup(&args.name)?))?;
    view(&mut app.state(), Some((&args.name, flaw)))
}

#[derive(Deserialize)]
pub(crate) struct QuotaArguments {
    /// In megabytes.
    quota: u32,
}

/// Says how much room they may take.
pub(crate) fn quota(app: &App, args: QuotaArguments) -> Result<BackupsView, AppError> {
    let mut state = app.state();
    let workspace = &state.desk()?.workspace;
    workspace.set_keeping(u64::from(args.quota) << 20, workspace.keeping().second_place.as_deref())?;
    view(&mut state, None)
}

/// Asks for the folder where each is to be copied too, and copies the newest there.
pub(crate) fn place(app: &App, _: Nothing) -> Result<BackupsView, AppError> {
    // Before the dialog: what would be refused is not asked for.
    let protected = app.state().desk()?.workspace.descriptor().passphrase;
    let chosen = if protected { app.host.pick_folder() } else { None };
    let mut state = app.state();
    let workspace = &state.desk()?.workspace;
    if !protected {
        return Err(guichet_store::StoreError::SecondPlaceUnprotected.into());
    }
    if let Some(folder) = chosen {
        workspace.set_keeping(workspace.keeping().quota, Some(&folder))?;
        state.made_safe(now_in_paris());
    }
    view(&mut state, None)
}

/// Copies them nowhere else from now on. What was copied stays.
pub(crate) fn place_forget(app: &App, _: Nothing) -> Result<BackupsView, AppError> {
    let mut state = app.state();
    let workspace = &state.desk()?.workspace;
    workspace.set_keeping(workspace.keeping().quota, None)?;
    view(&mut state, None)
}
