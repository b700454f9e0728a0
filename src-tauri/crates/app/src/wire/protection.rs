//! The lock screen, and who may open a workspace.

use guichet_store::Role;
use serde::Serialize;
use ts_rs::TS;

/// A locked workspace: nothing of what it holds, and nobody's name.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LockView {
    /// Whether several accounts open it: the account's name is then asked for.
    pub several: bool,
    /// Whether a recovery code opens it.
    pub recoverable: bool,
    /// Whether an import was under way when it locked, and was given up.
    pub dropped_import: bool,
    /// Seconds to wait before the next try; 0 when one can be made.
    pub wait: u32,
}

/// Somebody who may open the workspace.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AccountLine {
    /// The name.
    pub name: String,
    /// The role.
    #[ts(type = "\"read\" | \"enter\" | \"check\" | \"administer\"")]
    pub role: Role,
    /// The role in words.
    pub role_label: String,
    /// Whether it is the one that has the workspace open.
    pub own: bool,
}

/// How the workspace is protected.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProtectionView {
    /// Whether a passphrase protects it.
    pub protected: bool,
    /// Whether a recovery code opens it.
    pub recoverable: bool,
    /// Who may open it.
    pub accounts: Vec<AccountLine>,
    /// Minutes without anybody after which it locks.
    pub lock_after: u32,
    /// The least minutes one can choose.
    pub lock_least: u32,
    /// The most.
    pub lock_most: u32,
}

/// A recovery code, shown once to be printed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RecoverySheet {
    /// The code, in groups.
    pub code: String,
    /// How the workspace is protected now.
    pub protection: ProtectionView,
}

/// What is to be said of a passphrase being chosen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PassphraseView {
    /// Whether it will do.
    pub accepted: bool,
    /// How hard it is to guess, or why it will not do.
    pub label: String,
}
