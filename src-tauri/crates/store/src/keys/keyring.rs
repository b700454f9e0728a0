use super::wrapped::{Wrapped, WrittenWrapped};
use super::{Account, Cost, DataKey, NewAccount, NewPassphrase, Passphrase, RecoveryCode, Role, Salt};
use crate::descriptor::{from_hex, to_hex};
use crate::error::{Result, StoreError};
use guichet_model::fold_words;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

const PASSPHRASE: &str = "guichet passphrase 1";
const RECOVERY: &str = "guichet recovery 1";
const SEAL: &str = "guichet accounts 1";

/// The longest name of an account, in characters.
const LONGEST_NAME: usize = 60;

/// The accounts of a protected workspace, each with the data key wrapped by its passphrase, and the recovery code's.
#[derive(Clone)]
pub(crate) struct Keyring {
    accounts: Vec<Holding>,
    recovery: Option<Wrapped>,
    seal: [u8; 32],
}

#[derive(Clone)]
struct Holding {
    account: Account,
    cost: Cost,
    wrapped: Wrapped,
}

/// The same in `workspace.guichet`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenKeyring {
    accounts: Vec<WrittenHolding>,
    recovery: Option<WrittenWrapped>,
    seal: String,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenHolding {
    name: String,
    role: Role,
    memory_kib: u32,
    passes: u32,
    wrapped: WrittenWrapped,
}

/// A recovery code about to be set.
pub(crate) struct NewRecovery<'a> {
    pub(crate) code: &'a RecoveryCode,
    pub(crate) salt: Salt,
}

/// What opening gives: the key, and who opened; nobody in particular where there is no passphrase.
pub(crate) struct Unlocked {
    pub(crate) key: DataKey,
    pub(crate) account: Option<Account>,
    /// The accounts as the recovery code made them, to be kept.
    pub(crate) renewed: Option<Keyring>,
}

impl Unlocked {
    /// What who opened may do. Without a passphrase there is one nameless administrator.
    pub(crate) fn role(&self) -> Role {
        self.account.as_ref().map_or(Role::Administer, |account| account.role)
    }
}

impl Keyring {
    /// The keyring of a first account, that of an administrator.
    pub(crate) fn first(key: &DataKey, first: &NewAccount, recovery: Option<&NewRecovery<'_>>) -> Result<Self> {
        let mut ring = Self { accounts: Vec::new(), recovery: None, seal: [0; 32] };
        ring.add(key, first)?;
        ring.recovery = recovery.map(|recovery| recovery.wrap(key)).transpose()?;
        ring.keep_an_administrator()
    }

    /// Who may open the workspace.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.accounts.iter().map(|holding| &holding.account)
    }

    /// Whether a recovery code opens it.
    pub(crate) fn is_recoverable(&self) -> bool {
        self.recovery.is_some()
    }

    /// Opens with a passphrase. `about` is what the seal covers besides the keyring.
    pub(crate) fn unlock(&self, name: Option<&str>, passphrase: &Passphrase, about: &str) -> Result<Unlocked> {
        let holding = match name {
            Some(name) => self.find(name).ok_or(StoreError::PassphraseWrong)?,
            None => self.only()?,
        };
        let key = passphrase.key(holding.cost, holding.wrapped.salt.salt()).ok_or(StoreError::MemoryShort)?;
        let key = holding.wrapped.unwrap(&key, PASSPHRASE).ok_or(StoreError::PassphraseWrong)?;
        if !self.is_sealed_by(&key, about) {
            return Err(StoreError::AccountsAltered);
        }
        Ok(Unlocked { key, account: Some(holding.account.clone()), renewed: None })
    }

    /// Opens with the recovery code, and gives an account a new passphrase. Accounts that somebody edited are not trusted:
    /// that account alone is kept, as an administrator's.
    pub(crate) fn recover(
        &self,
        code: &RecoveryCode,
        name: Option<&str>,
        secret: &NewPassphrase,
        about: &str,
    ) -> Result<Unlocked> {
        let wrapped = self.recovery.as_ref().ok_or(StoreError::RecoveryNone)?;
        let key = wrapped.unwrap(&code.key(wrapped.salt.salt()), RECOVERY).ok_or(StoreError::RecoveryWrong)?;
        let mut renewed = self.clone();
        if !self.is_sealed_by(&key, about) {
            let name = match name {
                Some(name) => name,
                None => self.only()?.account.name.as_str(),
            };
            renewed.accounts.retain(|holding| is_named(&holding.account, name));
            renewed.accounts.truncate(1);
            let kept = renewed.accounts.first_mut().ok_or(StoreError::AccountGone)?;
            kept.account.role = Role::Administer;
        }
        let account = renewed.set_passphrase(&key, name, secret)?;
        Ok(Unlocked { key, account: Some(account), renewed: Some(renewed) })
    }

    /// Whether a passphrase is that of an account.
    pub(crate) fn opens(&self, name: &str, passphrase: &Passphrase) -> bool {
        let opened = self.find(name).and_then(|holding| {
            let key = passphrase.key(holding.cost, holding.wrapped.salt.salt())?;
            holding.wrapped.unwrap(&key, PASSPHRASE)
        });
        opened.is_some()
    }

    /// Adds an account.
    pub(crate) fn add(&mut self, key: &DataKey, new: &NewAccount) -> Result<()> {
        let name = new.account.name.trim();
        let controls = name.chars().any(char::is_control);
        if fold_words(name).is_empty() || name.chars().count() > LONGEST_NAME || controls {
            return Err(StoreError::AccountNameRefused);
        }
        if self.find(name).is_some() {
            return Err(StoreError::AccountThere { name: name.to_owned() });
        }
        let account = Account { name: name.to_owned(), role: new.account.role };
        let (cost, wrapped) = (new.secret.cost, new.secret.wrap(key)?);
        self.accounts.push(Holding { account, cost, wrapped });
        Ok(())
    }

    /// Takes an account away.
    pub(crate) fn remove(mut self, name: &str) -> Result<Self> {
        let at = self.place(name)?;
        self.accounts.remove(at);
        self.keep_an_administrator()
    }

    /// Gives an account another role.
    pub(crate) fn set_role(mut self, name: &str, role: Role) -> Result<Self> {
        let at = self.place(name)?;
        self.accounts[at].account.role = role;
        self.keep_an_administrator()
    }

    /// Gives an account another passphrase.
    pub(crate) fn set_passphrase(
        &mut self,
        key: &DataKey,
        name: Option<&str>,
        secret: &NewPassphrase,
    ) -> Result<Account> {
        let at = match name {
            Some(name) => self.place(name)?,
            None => self.only().and(Ok(0))?,
        };
        let holding = &mut self.accounts[at];
        (holding.cost, holding.wrapped) = (secret.cost, secret.wrap(key)?);
        Ok(holding.account.clone())
    }

    /// Another recovery code: the former one opens nothing any more.
    pub(crate) fn set_recovery(&mut self, key: &DataKey, recovery: &NewRecovery<'_>) -> Result<()> {
        self.recovery = Some(recovery.wrap(key)?);
        Ok(())
    }

    /// Seals the accounts as they are now.
    pub(crate) fn seal(&mut self, key: &DataKey, about: &str) {
        self.seal = self.mac(key, about).map_or([0; 32], |mac| mac.finalize().into_bytes().into());
    }

    pub(crate) fn written(&self) -> WrittenKeyring {
        let holding = |of: &Holding| WrittenHolding {
            name: of.account.name.clone(),
            role: of.account.role,
            memory_kib: of.cost.memory_kib(),
            passes: of.cost.passes(),
            wrapped: of.wrapped.written(),
        };
        WrittenKeyring {
            accounts: self.accounts.iter().map(holding).collect(),
            recovery: self.recovery.as_ref().map(Wrapped::written),
            seal: to_hex(&self.seal),
        }
    }

    /// `None` for what this program cannot have written.
    pub(crate) fn read(written: &WrittenKeyring) -> Option<Self> {
        let holding = |of: &WrittenHolding| {
            let account = Account { name: of.name.clone(), role: of.role };
            let (cost, wrapped) = (Cost::new(of.memory_kib, of.passes)?, Wrapped::read(&of.wrapped)?);
            Some(Holding { account, cost, wrapped })
        };
        let accounts: Vec<Holding> = written.accounts.iter().map(holding).collect::<Option<_>>()?;
        let recovery = match &written.recovery {
            Some(written) => Some(Wrapped::read(written)?),
            None => None,
        };
        let seal = from_hex(&written.seal)?;
        (!accounts.is_empty()).then_some(Self { accounts, recovery, seal })
    }

    fn find(&self, name: &str) -> Option<&Holding> {
        self.accounts.iter().find(|holding| is_named(&holding.account, name))
    }

    fn place(&self, name: &str) -> Result<usize> {
        let at = self.accounts.iter().position(|holding| is_named(&holding.account, name));
        at.ok_or(StoreError::AccountGone)
    }

    fn only(&self) -> Result<&Holding> {
        match self.accounts.as_slice() {
            [only] => Ok(only),
            _ => Err(StoreError::AccountNeeded),
        }
    }

    fn keep_an_administrator(self) -> Result<Self> {
        let held = self.accounts().any(|account| account.role == Role::Administer);
        if held { Ok(self) } else { Err(StoreError::LastAdministrator) }
    }

    /// Whether this key sealed the keyring as it is: it then is the one wrapped here.
    pub(crate) fn is_sealed_by(&self, key: &DataKey, about: &str) -> bool {
        self.mac(key, about).is_some_and(|mac| mac.verify_slice(&self.seal).is_ok())
    }

    /// What the seal is computed from: every word of the file but the seal itself.
    fn mac(&self, key: &DataKey, about: &str) -> Option<Hmac<Sha256>> {
        let unsealed = WrittenKeyring { seal: String::new(), ..self.written() };
        let text = serde_json::to_string(&(about, &unsealed)).ok()?;
        let mut mac = Hmac::<Sha256>::new_from_slice(key.derive(SEAL).as_slice()).ok()?;
        mac.update(text.as_bytes());
        Some(mac)
    }
}

/// Whether a name is an account's, however it is typed.
pub(super) fn is_named(account: &Account, name: &str) -> bool {
    fold_words(&account.name) == fold_words(name)
}

impl NewPassphrase {
    fn wrap(&self, key: &DataKey) -> Result<Wrapped> {
        let by = self.passphrase.key(self.cost, self.salt.salt()).ok_or(StoreError::MemoryShort)?;
        Wrapped::wrap(&by, self.salt, key, PASSPHRASE).ok_or(StoreError::MemoryShort)
    }
}

impl NewRecovery<'_> {
    fn wrap(&self, key: &DataKey) -> Result<Wrapped> {
        Wrapped::wrap(&self.code.key(self.salt.salt()), self.salt, key, RECOVERY).ok_or(StoreError::MemoryShort)
    }
}
