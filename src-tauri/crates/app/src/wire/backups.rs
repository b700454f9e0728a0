//! Backups, restoring one, and rescuing a damaged workspace.

use super::{HistoryLine, Summary};
use serde::Serialize;
use ts_rs::TS;

/// One backup, the newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupLine {
    /// Its name.
    pub name: String,
    /// When it was made, in the language's form; its name when that cannot be read.
    pub at: String,
    /// Why it was made, in words.
    pub reason: String,
    /// How many student files it holds.
    pub files: Option<u32>,
    /// Its size in megabytes.
    pub megabytes: Option<u32>,
    /// Whether it was read whole and found sound or not; nothing when it was not read now.
    pub sound: Option<bool>,
    /// What is wrong with it.
    pub why: Option<String>,
}

/// The backups of the open workspace.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupsView {
    /// The backups, the newest first.
    pub backups: Vec<BackupLine>,
    /// Whether everything done is in one of them.
    pub complete: bool,
    /// How much room they may take, in megabytes.
    pub quota: u32,
    /// The folder where each is copied too.
    pub second_place: Option<String>,
    /// What came of the last test of restoring, in words.
    pub tested: Option<String>,
    /// Whether that test found a backup that does not restore.
    pub test_failed: bool,
    /// Why the last one could not be made or copied.
    pub failure: Option<String>,
}

/// What restoring a backup would change. Nothing is, yet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RestoreView {
    /// The backup, found sound.
    pub backup: BackupLine,
    /// What was done since and would be taken back, the newest first.
    pub lost: Vec<HistoryLine>,
    /// What it holds that the workspace does not, the newest first.
    pub regained: Vec<HistoryLine>,
    /// What there is now and what there would be, in words, one sentence a kind.
    pub counts: Vec<String>,
    /// Whether both say the same.
    pub same: bool,
}

/// A workspace that does not open.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RescueView {
    /// Its name.
    pub name: String,
    /// Its folder.
    pub folder: String,
    /// What is wrong with it.
    pub problem: String,
    /// The newest backup that was read whole and found sound.
    pub newest: Option<BackupLine>,
    /// What was done after it, in words, as far as is known.
    pub lacks: Option<String>,
    /// How many backups are not sound.
    pub unsound: u32,
}

/// What was saved of a damaged workspace.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Salvage {
    /// The new workspace, which is open.
    pub summary: Summary,
    /// What was kept and what was lost, in words, one sentence a thing.
    pub report: Vec<String>,
}
