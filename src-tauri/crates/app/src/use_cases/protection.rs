//! Passphrases, the recovery code, and when the workspace locks by itself.

use super::Nothing;
use crate::app::App;
use crate::clock::now_in_paris;
use crate::desk::Desk;
use crate::failure::{AppError, role};
use crate::protection::passphrase::judge;
use crate::protection::{code_sheet, lock, secrets};
use crate::whole_file::write_private;
use crate::wire::{AccountLine, PassphraseView, ProtectionView, RecoverySheet, Saved};
use crate::words;
use guichet_model::{Language, Message};
use guichet_store::{Account, NewAccount, NewPassphrase, Passphrase, RecoveryCode, Role, Workspace};
use serde::Deserialize;
use zeroize::Zeroizing;

/// How the open workspace is protected.
pub(crate) fn protection(app: &App, _: Nothing) -> Result<ProtectionView, AppError> {
    let mut state = app.state();
    let language = state.language();
    Ok(view(state.desk()?, language))
}

pub(super) fn view(desk: &Desk, language: Language) -> ProtectionView {
    let descriptor = desk.workspace.descriptor();
    let own = desk.workspace.account().map(|account| account.name.as_str());
    let line = |account: Account| AccountLine {
        own: own == Some(account.name.as_str()),
        role: account.role,
        role_label: words::say(language, &role(account.role)),
        name: account.name,
    };
    ProtectionView {
        protected: descriptor.passphrase,
        recoverable: descriptor.is_recoverable(),
        accounts: descriptor.accounts().into_iter().map(line).collect(),
        lock_after: desk.lock_after,
        lock_least: *lock::MINUTES.start(),
        lock_most: *lock::MINUTES.end(),
    }
}

/// The name that a passphrase must not be: the open workspace's, or the locked one's.
pub(super) fn workspace_name(app: &App) -> Option<String> {
    let state = app.state();
    let folder = state.desk.as_ref().map(|desk| desk.workspace.folder().to_owned());
    let folder = folder.or_else(|| state.locked.as_ref().map(|locked| locked.folder.clone()))?;
    Workspace::describe(&folder).ok().map(|descriptor| descriptor.name)
}

#[derive(Deserialize)]
pub(crate) struct CheckArguments {
    passphrase: String,
    #[serde(default)]
    name: String,
}

/// What is to be said of a passphrase being chosen, for an account of this name. Nothing of it is kept.
pub(crate) fn check(app: &App, args: CheckArguments) -> Result<PassphraseView, AppError> {
    let names: Vec<String> = workspace_name(app).into_iter().chain([args.name]).collect();
    let judged = judge(&Passphrase::new(args.passphrase), &names);
    let language = app.state().language();
    let label = match judged {
        Ok(strength) => words::word(language, &format!("app-passphrase-{}", strength.as_str())),
        Err(weakness) => words::say(language, &weakness.message()),
    };
    Ok(PassphraseView { accepted: judged.is_ok(), label })
}

/// A passphrase for an account of the open workspace, when it will do. What it costs is measured before the workspace is
/// held.
pub(super) fn secret(app: &App, passphrase: String, account: &str) -> Result<NewPassphrase, AppError> {
    let passphrase = Passphrase::new(passphrase);
    let names: Vec<String> = workspace_name(app).into_iter().chain([account.to_owned()]).collect();
    judge(&passphrase, &names).map_err(AppError::Weak)?;
    app.secret(passphrase)
}

#[derive(Deserialize)]
pub(crate) struct ProtectArguments {
    name: String,
    passphrase: String,
}

/// Protects the workspace by a first account, and shows its recovery code.
pub(crate) fn protect(app: &App, args: ProtectArguments) -> Result<RecoverySheet, AppError> {
    let secret = secret(app, args.passphrase, &args.name)?;
    let first = NewAccount { account: Account { name: args.name, role: Role::Administer }, secret };
    let (code, salt) = (secrets::recovery_code()?, secrets::salt()?);
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    desk.workspace.protect(&first, (&code, salt), now_in_paris())?;
    Ok(RecoverySheet { code: code.grouped().to_string(), protection: view(desk, language) })
}

#[derive(Deserialize)]
pub(crate) struct ConfirmArguments {
    passphrase: String,
}

/// Takes every passphrase away, for an administrator who gives their own once more.
pub(crate) fn unprotect(app: &App, args: ConfirmArguments) -> Result<ProtectionView, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    confirm(desk, args.passphrase)?;
    desk.workspace.unprotect(now_in_paris())?;
    Ok(view(desk, language))
}

fn confirm(desk: &Desk, passphrase: String) -> Result<(), AppError> {
    let own = desk.workspace.is_own_passphrase(&Passphrase::new(passphrase));
    if own { Ok(()) } else { Err(AppError::NotOwnPassphrase) }
}

#[derive(Deserialize)]
pub(crate) struct ChangeArguments {
    current: String,
    passphrase: String,
}

/// Gives one's own account another passphrase.
pub(crate) fn change(app: &App, args: ChangeArguments) -> Result<ProtectionView, AppError> {
    let own = app.state().desk()?.workspace.account().cloned();
    let Some(own) = own else { return Err(guichet_store::StoreError::NotProtected.into()) };
    let secret = secret(app, args.passphrase, &own.name)?;
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    confirm(desk, args.current)?;
    desk.workspace.set_passphrase(&own.name, &secret, now_in_paris())?;
    Ok(view(desk, language))
}

/// Makes another recovery code, and shows it: the former one opens nothing any more.
pub(crate) fn renew_code(app: &App, _: Nothing) -> Result<RecoverySheet, AppError> {
    let (code, salt) = (secrets::recovery_code()?, secrets::salt()?);
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    desk.workspace.set_recovery(&code, salt, now_in_paris())?;
    Ok(RecoverySheet { code: code.grouped().to_string(), protection: view(desk, language) })
}

#[derive(Deserialize)]
pub(crate) struct SheetArguments {
    code: String,
}

/// Writes the sheet of a recovery code where the person chooses, to be printed; nothing when they gave up.
pub(crate) fn save_code(app: &App, args: SheetArguments) -> Result<Option<Saved>, AppError> {
    let code = Zeroizing::new(args.code);
    let code = RecoveryCode::read(&code).map_err(|_| AppError::CodeMistyped)?;
    let (name, language) = (workspace_name(app).unwrap_or_default(), app.state().language());
    let suggested = words::say(language, &Message::new("app-recovery-file"));
    let Some(path) = app.pick_save(&suggested)? else { return Ok(None) };
    let text = Zeroizing::new(code_sheet::text(&code, &name, now_in_paris(), language));
    write_private(&path, text.as_bytes())?;
    Ok(Some(Saved { path: path.display().to_string() }))
}

#[derive(Deserialize)]
pub(crate) struct LockAfterArguments {
    minutes: u32,
}

/// Chooses after how many minutes without anybody the workspace locks.
pub(crate) fn set_lock_after(app: &App, args: LockAfterArguments) -> Result<ProtectionView, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    desk.set_lock_after(args.minutes)?;
    Ok(view(desk, language))
}
