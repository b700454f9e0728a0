use super::{Cost, Passphrase, RecoveryCode, Salt};
use serde::{Deserialize, Serialize};

/// What an account may do: each role may do what those before it may.
///
/// Roles keep honest people from what is not theirs to do: whoever has a passphrase has the key, and with other programs
/// could read everything it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Looks.
    Read,
    /// Imports files and undoes imports.
    Enter,
    /// Checks exemptions, and chooses how files are judged.
    Check,
    /// Decides who may do what.
    Administer,
}

impl Role {
    /// Every role, the least first.
    pub const ALL: [Self; 4] = [Self::Read, Self::Enter, Self::Check, Self::Administer];

    /// The name kept in the workspace.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Enter => "enter",
            Self::Check => "check",
            Self::Administer => "administer",
        }
    }

    /// The role of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }
}

/// Somebody who may open a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The name, as the journal says it. Letter case and accents do not tell two accounts apart.
    pub name: String,
    /// What the account may do.
    pub role: Role,
}

/// A passphrase about to be set, and what it is kept with.
pub struct NewPassphrase {
    /// The passphrase.
    pub passphrase: Passphrase,
    /// What each try of it will cost.
    pub cost: Cost,
    /// Random bytes, for this once.
    pub salt: Salt,
}

/// An account about to be added.
pub struct NewAccount {
    /// Who, and what they may do.
    pub account: Account,
    /// Their passphrase.
    pub secret: NewPassphrase,
}

/// What a person opens a workspace with.
pub enum Credentials {
    /// Nothing: enough where there is no passphrase.
    Nothing,
    /// A passphrase, and whose it is; without a name, that of the only account.
    Passphrase {
        /// The account.
        account: Option<String>,
        /// Its passphrase.
        passphrase: Passphrase,
    },
    /// The recovery code, and the passphrase that an account has from now on; without a name, the only account.
    Recovery {
        /// The code.
        code: RecoveryCode,
        /// The account.
        account: Option<String>,
        /// Its passphrase from now on.
        secret: NewPassphrase,
    },
}
