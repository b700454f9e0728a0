//! How the command line reaches a workspace, and who may open it.

use crate::clock::now_in_paris;
use crate::desk::{Desk, holder};
use crate::failure::AppError;
use crate::protection::{code_sheet, cost, passphrase, secrets};
use crate::watch::Watch;
use guichet_model::Language;
use guichet_store::{Credentials, Disk, NewAccount, NewPassphrase, Passphrase, Role, ShutWorkspace, Workspace};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

pub use guichet_store::Account;

/// A workspace, and what opens it.
pub struct Access {
    folder: PathBuf,
    with: Credentials,
}

impl Access {
    /// A workspace's folder, opened with the passphrase on a file's first line when one is given, an account's when several
    /// open it.
    ///
    /// # Errors
    /// [`AppError::File`] or [`AppError::PassphraseFileEmpty`].
    pub fn new(folder: &Path, passphrase_file: Option<&Path>, account: Option<&str>) -> Result<Self, AppError> {
        let with = match passphrase_file {
            None => Credentials::Nothing,
            Some(file) => {
                let (passphrase, account) = (read_passphrase(file)?, account.map(str::to_owned));
                Credentials::Passphrase { account, passphrase }
            }
        };
        Ok(Self { folder: folder.to_owned(), with })
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Takes the workspace's lock and finds its key, for whoever has this role at least.
    pub(crate) fn take(&self, least: Role) -> Result<ShutWorkspace, AppError> {
        let shut = ShutWorkspace::take(&Disk::default(), &self.folder, &self.with, &holder(), now_in_paris())?;
        if shut.role() < least { Err(AppError::NotAllowed { least }) } else { Ok(shut) }
    }

    /// Opens the workspace and judges its files, for whoever has this role at least.
    pub(crate) fn open(&self, least: Role) -> Result<Desk, AppError> {
        let desk = Desk::open(&self.folder, &self.with, &Watch::nobody())?;
        desk.require(least).map(|()| desk)
    }

    /// Opens the workspace to look at it as it was judged last, for whoever has this role at least.
    pub(crate) fn look(&self, least: Role) -> Result<Desk, AppError> {
        let desk = Desk::look(&self.folder, &self.with)?;
        desk.require(least).map(|()| desk)
    }
}

/// The passphrase on the first line of a file.
fn read_passphrase(file: &Path) -> Result<Passphrase, AppError> {
    let text = Zeroizing::new(std::fs::read_to_string(file).map_err(AppError::file(file))?);
    let line = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    if line.is_empty() {
        return Err(AppError::PassphraseFileEmpty { path: file.to_owned() });
    }
    Ok(Passphrase::new(line.to_owned()))
}

/// A passphrase of a file as it will be kept, when it will do.
fn new_passphrase(file: &Path, workspace: &Workspace, account: &str) -> Result<NewPassphrase, AppError> {
    let passphrase = read_passphrase(file)?;
    passphrase::judge(&passphrase, &[&workspace.descriptor().name, account]).map_err(AppError::Weak)?;
    Ok(NewPassphrase { passphrase, cost: cost::measured(), salt: secrets::salt()? })
}

/// Protects a workspace by the passphrase of a file, that of a first account. The sheet of its recovery code is handed over
/// before anything is changed: what nobody received would open nothing for anybody.
///
/// # Errors
/// [`AppError::Weak`], [`AppError::Store`], or why the sheet could not be handed over: the workspace is then as it was.
pub fn protect(
    folder: &Path,
    passphrase_file: &Path,
    account: Option<&str>,
    language: Language,
    hand_over: impl FnOnce(&str) -> Result<(), AppError>,
) -> Result<(), AppError> {
    let desk = Access::new(folder, None, None)?.look(Role::Administer)?;
    let mut workspace = desk.workspace;
    let user = holder().user;
    let name = account.unwrap_or(if user.is_empty() { "guichet" } else { &user }).to_owned();
    let secret = new_passphrase(passphrase_file, &workspace, &name)?;
    let (code, now) = (secrets::recovery_code()?, now_in_paris());
    let sheet = Zeroizing::new(code_sheet::text(&code, &workspace.descriptor().name, now, language));
    hand_over(&sheet)?;
    let first = NewAccount { account: Account { name, role: Role::Administer }, secret };
    Ok(workspace.protect(&first, (&code, secrets::salt()?), now)?)
}

/// Takes a workspace's passphrases away.
///
/// # Errors
/// [`AppError::Store`], [`AppError::NotAllowed`]: the workspace is then as it was.
pub fn unprotect(access: &Access) -> Result<(), AppError> {
    Ok(access.look(Role::Administer)?.workspace.unprotect(now_in_paris())?)
}

/// Who may open a workspace, and what they may do.
///
/// # Errors
/// [`AppError::Store`] when it cannot be opened.
pub fn accounts(access: &Access) -> Result<Vec<Account>, AppError> {
    Ok(access.look(Role::Read)?.workspace.descriptor().accounts())
}

/// Adds an account with the passphrase of a file.
///
/// # Errors
/// [`AppError::Weak`], [`AppError::Store`], [`AppError::NotAllowed`]: the workspace is then as it was.
pub fn add_account(access: &Access, name: &str, role: Role, passphrase_file: &Path) -> Result<(), AppError> {
    let mut workspace = access.look(Role::Administer)?.workspace;
    let secret = new_passphrase(passphrase_file, &workspace, name)?;
    let new = NewAccount { account: Account { name: name.to_owned(), role }, secret };
    Ok(workspace.add_account(&new, now_in_paris())?)
}

/// Takes an account away.
///
/// # Errors
/// [`AppError::Store`], [`AppError::NotAllowed`]: the workspace is then as it was.
pub fn remove_account(access: &Access, name: &str) -> Result<(), AppError> {
    Ok(access.look(Role::Administer)?.workspace.remove_account(name, now_in_paris())?)
}
