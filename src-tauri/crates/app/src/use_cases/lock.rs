//! Locking the workspace, and opening it again.

use super::protection::workspace_name;
use super::{Nothing, summary, workspaces};
use crate::app::App;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::protection::passphrase::judge;
use crate::wire::{LockView, Summary};
use guichet_store::{Credentials, Passphrase, RecoveryCode, StoreError};
use serde::Deserialize;

/// Locks the workspace, when it has a passphrase: it is closed, and its key forgotten. Refused at once while a task is under
/// way: the task has the workspace, and nobody waits for it here.
pub(crate) fn lock(app: &App, _: Nothing) -> Result<Option<LockView>, AppError> {
    app.shut()?;
    Ok(app.state().lock_view(app.now()))
}

/// Somebody is at the window: that is all.
pub(crate) fn activity(_: &App, _: Nothing) -> Result<(), AppError> {
    Ok(())
}

#[derive(Deserialize)]
pub(crate) struct UnlockArguments {
    #[serde(default)]
    account: Option<String>,
    passphrase: String,
}

/// Opens the locked workspace with a passphrase.
pub(crate) fn unlock(app: &App, args: UnlockArguments) -> Result<Summary, AppError> {
    let (account, passphrase) = (named(args.account), Passphrase::new(args.passphrase));
    open(app, &Credentials::Passphrase { account, passphrase })
}

#[derive(Deserialize)]
pub(crate) struct RecoverArguments {
    code: String,
    #[serde(default)]
    account: Option<String>,
    passphrase: String,
}

/// Opens the locked workspace with its recovery code, and gives an account a new passphrase.
pub(crate) fn recover(app: &App, args: RecoverArguments) -> Result<Summary, AppError> {
    let code = zeroize::Zeroizing::new(args.code);
    let code = RecoveryCode::read(&code).map_err(|_| AppError::CodeMistyped)?;
    let (account, passphrase) = (named(args.account), Passphrase::new(args.passphrase));
    let names: Vec<String> = workspace_name(app).into_iter().chain(account.clone()).collect();
    judge(&passphrase, &names).map_err(AppError::Weak)?;
    let secret = app.secret(passphrase)?;
    open(app, &Credentials::Recovery { code, account, secret })
}

/// An account's name, when one was typed.
fn named(account: Option<String>) -> Option<String> {
    account.filter(|name| !name.trim().is_empty())
}

/// Tries to open the locked workspace. One try at a time: the state is held meanwhile.
fn open(app: &App, with: &Credentials) -> Result<Summary, AppError> {
    let task = app.begin_task()?;
    let watch = task.watch();
    let mut state = app.state();
    let Some(locked) = &state.locked else { return summary::of_state(&mut state) };
    let folder = locked.folder.clone();
    if let Some(wait) = state.tries.wait(app.now()) {
        return Err(AppError::TooSoon { seconds: wait.as_secs() + 1 });
    }
    match Desk::open(&folder, with, &watch) {
        Ok(desk) => workspaces::enter(app, &mut state, desk),
        Err(not) if not.shut.is_some() && not.error.needs_rescue() => {
            state.leave();
            state.last_used = app.now();
            state.receive(Err(not))?;
            summary::of_state(&mut state)
        }
        Err(not) => {
            if matches!(*not.error, AppError::Store(StoreError::PassphraseWrong | StoreError::RecoveryWrong)) {
                state.tries.count(app.now());
            }
            Err(not.into())
        }
    }
}
