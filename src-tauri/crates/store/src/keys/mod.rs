//! The workspace's key, and who may have it: accounts with a passphrase each, and a printed recovery code.
//!
//! A random data key encrypts the database. It is kept unwrapped when the workspace has no passphrase; else it is
//! wrapped once for each account and once for the recovery code, and the list of accounts is sealed by it.
//! Why it is so, and what it does not protect from: src-tauri/docs/adr/0016-keys-and-accounts.md

mod account;
mod changes;
mod code;
mod cost;
mod data_key;
mod keyring;
mod passphrase;
#[cfg(test)]
mod tests;
mod wrapped;

pub use account::{Account, Credentials, NewAccount, NewPassphrase, Role};
pub use code::{MistypedCode, RecoveryCode};
pub use cost::Cost;
pub use data_key::DataKey;
pub(crate) use keyring::{Keyring, NewRecovery, Unlocked, WrittenKeyring};
pub use passphrase::Passphrase;
pub use wrapped::Salt;
