use super::{Account, Credentials, Keyring, NewAccount, NewPassphrase, NewRecovery, Passphrase};
use super::{RecoveryCode, Role, Salt, Unlocked};
use crate::Workspace;
use crate::backup::BACKUPS;
use crate::descriptor::{Descriptor, Protection};
use crate::error::{Result, StoreError};
use crate::transact::OperationKind;
use guichet_model::Instant;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

impl Descriptor {
    /// Finds the key, and who it is that opens.
    pub(crate) fn unlock(&self, with: &Credentials) -> Result<Unlocked> {
        let keyring = match &self.protection {
            Protection::Unwrapped(_) if matches!(with, Credentials::Recovery { .. }) => {
                return Err(StoreError::RecoveryNone);
            }
            Protection::Unwrapped(key) => return Ok(Unlocked { key: key.clone(), account: None, renewed: None }),
            Protection::Accounts(keyring) => keyring,
        };
        match with {
            Credentials::Nothing => Err(StoreError::PassphraseNeeded),
            Credentials::Passphrase { account, passphrase } => {
                keyring.unlock(account.as_deref(), passphrase, &self.about())
            }
            Credentials::Recovery { code, account, secret } => {
                keyring.recover(code, account.as_deref(), secret, &self.about())
            }
        }
    }
}

impl Workspace {
    /// Who has the workspace open; nobody in particular when it has no passphrase.
    #[must_use]
    pub fn account(&self) -> Option<&Account> {
        self.account.as_ref()
    }

    /// What who has it open may do. Without a passphrase there is one nameless administrator.
    #[must_use]
    pub fn role(&self) -> Role {
        self.account.as_ref().map_or(Role::Administer, |account| account.role)
    }

    /// Whether a passphrase is the one of who has the workspace open. It costs a try.
    #[must_use]
    pub fn is_own_passphrase(&self, passphrase: &Passphrase) -> bool {
        match (&self.descriptor.protection, &self.account) {
            (Protection::Accounts(keyring), Some(account)) => keyring.opens(&account.name, passphrase),
            _ => false,
        }
    }

    /// Protects the workspace by a first account, an administrator's, and a recovery code. Who has it open is that
    /// account from then on.
    ///
    /// # Errors
    /// [`StoreError::AccountThere`] when it is protected already, [`StoreError::LastAdministrator`] when the account is no
    /// administrator's, [`StoreError::AccountNameRefused`], [`StoreError::File`]: it is then as it was.
    pub fn protect(&mut self, first: &NewAccount, code: (&RecoveryCode, Salt), now: Instant) -> Result<()> {
        if self.descriptor.passphrase {
            return Err(StoreError::AccountThere { name: first.account.name.trim().to_owned() });
        }
        let recovery = NewRecovery { code: code.0, salt: code.1 };
        let keyring = Keyring::first(&self.key, first, Some(&recovery))?;
        let account = keyring.accounts().next().cloned();
        let name = account.as_ref().map_or("", |account| account.name.as_str());
        self.keep_keyring("protection-set", json!({ "account": name }), keyring, now)?;
        self.account = account;
        Ok(())
    }

    /// Takes every account away: whoever can copy the folder can read it from then on.
    ///
    /// # Errors
    /// When the descriptor cannot be written: the workspace is then as it was.
    pub fn unprotect(&mut self, now: Instant) -> Result<()> {
        let protection = Protection::Unwrapped(self.key.clone());
        self.keep_protection("protection-removed", Value::Null, protection, now)?;
        self.account = None;
        Ok(())
    }

    /// Adds an account.
    ///
    /// # Errors
    /// [`StoreError::AccountThere`], [`StoreError::AccountNameRefused`], [`StoreError::NotProtected`].
    pub fn add_account(&mut self, new: &NewAccount, now: Instant) -> Result<()> {
        let mut keyring = self.keyring()?;
        keyring.add(&self.key, new)?;
        let summary = json!({ "account": new.account.name.trim(), "role": new.account.role.as_str() });
        self.keep_keyring("account-added", summary, keyring, now)
    }

    /// Takes an account away. Who it was may have kept the key: it stays the same.
    ///
    /// # Errors
    /// [`StoreError::AccountInUse`] for the one that has the workspace open, [`StoreError::AccountGone`],
    /// [`StoreError::LastAdministrator`].
    pub fn remove_account(&mut self, name: &str, now: Instant) -> Result<()> {
        self.refuse_own(name)?;
        let keyring = self.keyring()?.remove(name)?;
        self.keep_keyring("account-removed", json!({ "account": name }), keyring, now)
    }

    /// Gives an account another role.
    ///
    /// # Errors
    /// [`StoreError::AccountInUse`] for the one that has the workspace open, [`StoreError::AccountGone`],
    /// [`StoreError::LastAdministrator`].
    pub fn set_role(&mut self, name: &str, role: Role, now: Instant) -> Result<()> {
        self.refuse_own(name)?;
        let keyring = self.keyring()?.set_role(name, role)?;
        self.keep_keyring("account-role", json!({ "account": name, "role": role.as_str() }), keyring, now)
    }

    /// Gives an account another passphrase.
    ///
    /// # Errors
    /// [`StoreError::AccountGone`], [`StoreError::NotProtected`].
    pub fn set_passphrase(&mut self, name: &str, secret: &NewPassphrase, now: Instant) -> Result<()> {
        let mut keyring = self.keyring()?;
        keyring.set_passphrase(&self.key, Some(name), secret)?;
        self.keep_keyring("account-passphrase", json!({ "account": name }), keyring, now)
    }

    /// Another recovery code: the former one opens nothing any more.
    ///
    /// # Errors
    /// [`StoreError::NotProtected`].
    pub fn set_recovery(&mut self, code: &RecoveryCode, salt: Salt, now: Instant) -> Result<()> {
        let mut keyring = self.keyring()?;
        keyring.set_recovery(&self.key, &NewRecovery { code, salt })?;
        self.keep_keyring("recovery-code", Value::Null, keyring, now)
    }

    /// Keeps the accounts as the recovery code made them.
    pub(crate) fn keep_renewed(&mut self, keyring: Keyring, now: Instant) -> Result<()> {
        let name = self.account.as_ref().map_or("", |account| account.name.as_str()).to_owned();
        self.keep_keyring("recovered", json!({ "account": name }), keyring, now)
    }

    fn keyring(&self) -> Result<Keyring> {
        match &self.descriptor.protection {
            Protection::Accounts(keyring) => Ok(keyring.clone()),
            Protection::Unwrapped(_) => Err(StoreError::NotProtected),
        }
    }

    fn refuse_own(&self, name: &str) -> Result<()> {
        let own = self.account.as_ref().is_some_and(|own| super::keyring::is_named(own, name));
        if own { Err(StoreError::AccountInUse) } else { Ok(()) }
    }

    fn keep_keyring(&mut self, label: &str, summary: Value, mut keyring: Keyring, now: Instant) -> Result<()> {
        keyring.seal(&self.key, &self.descriptor.about());
        self.keep_protection(label, summary, Protection::Accounts(keyring), now)
    }

    /// Rewrites the descriptor, and those of the backups, which open by the same key: a backup must not keep the door open
    /// that is shut here. Then the journal's entry; when that is refused, the descriptors are as they were.
    fn keep_protection(&mut self, label: &str, summary: Value, protection: Protection, now: Instant) -> Result<()> {
        let passphrase = matches!(protection, Protection::Accounts(_));
        let before = self.descriptor.clone();
        let after = Descriptor { protection, passphrase, ..before.clone() };
        let (folders, disk) = (self.descriptor_folders()?, self.disk.clone());
        let kept = self.transact(OperationKind::Setting, label, now, |tx| {
            tx.mark_settings();
            tx.summarise(summary);
            folders.iter().try_for_each(|folder| after.write(&disk, folder))
        });
        if let Err(refused) = kept {
            // The reason told is the first one: what also refuses to be put back is the way it was refused to be changed.
            for folder in &folders {
                let _ = before.write(&disk, folder);
            }
            return Err(refused);
        }
        self.descriptor = after;
        Ok(())
    }

    /// Where descriptors of this workspace lie: its backups, then its own folder.
    fn descriptor_folders(&self) -> Result<Vec<PathBuf>> {
        let backups = self.disk.folders_in(&self.folder.join(BACKUPS))?;
        let copies = backups.into_iter().filter(|folder| self.is_copy(folder));
        Ok(copies.chain([self.folder.clone()]).collect())
    }

    /// Whether a backup's descriptor is of this workspace. A damaged one may hold the key as it is: it is replaced.
    fn is_copy(&self, folder: &Path) -> bool {
        match Descriptor::read(folder) {
            Ok(copy) => copy.keeps(&self.key),
            Err(error) => matches!(error, StoreError::DescriptorDamaged { .. }),
        }
    }
}
