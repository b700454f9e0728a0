//! Who may open the workspace, decided by its administrators.

use super::protection::{secret, view};
use crate::app::App;
use crate::clock::now_in_paris;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::wire::ProtectionView;
use guichet_store::{Account, NewAccount, Role};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct AddArguments {
    name: String,
    role: Role,
    passphrase: String,
}

/// Adds an account.
pub(crate) fn add(app: &App, args: AddArguments) -> Result<ProtectionView, AppError> {
    let secret = secret(app, args.passphrase, &args.name)?;
    let new = NewAccount { account: Account { name: args.name, role: args.role }, secret };
    changed(app, |desk| Ok(desk.workspace.add_account(&new, now_in_paris())?))
}

#[derive(Deserialize)]
pub(crate) struct NameArguments {
    name: String,
}

/// Takes an account away.
pub(crate) fn remove(app: &App, args: NameArguments) -> Result<ProtectionView, AppError> {
    changed(app, |desk| Ok(desk.workspace.remove_account(&args.name, now_in_paris())?))
}

#[derive(Deserialize)]
pub(crate) struct RoleArguments {
    name: String,
    role: Role,
}

/// Gives an account another role.
pub(crate) fn set_role(app: &App, args: RoleArguments) -> Result<ProtectionView, AppError> {
    changed(app, |desk| Ok(desk.workspace.set_role(&args.name, args.role, now_in_paris())?))
}

#[derive(Deserialize)]
pub(crate) struct PassphraseArguments {
    name: String,
    passphrase: String,
}

/// Gives somebody's account another passphrase: they forgot theirs.
pub(crate) fn set_passphrase(app: &App, args: PassphraseArguments) -> Result<ProtectionView, AppError> {
    let secret = secret(app, args.passphrase, &args.name)?;
    changed(app, |desk| Ok(desk.workspace.set_passphrase(&args.name, &secret, now_in_paris())?))
}

fn changed(app: &App, change: impl FnOnce(&mut Desk) -> Result<(), AppError>) -> Result<ProtectionView, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    change(desk)?;
    Ok(view(desk, language))
}
