//! The first screen, preferences and the open workspace.

use super::LockView;
use guichet_model::Language;
use guichet_store::Role;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use ts_rs::TS;

/// How the window looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Black and white, with marks that stand out.
    Contrast,
}

/// How much room rows and controls take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    /// 28 pixels.
    Compact,
    /// 32 pixels.
    #[default]
    Standard,
    /// 40 pixels.
    Airy,
}

/// Preferences of this computer's user, kept outside any workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// Language of every text.
    #[ts(type = "\"fr\" | \"en\"")]
    pub language: Language,
    /// Light, dark, of high contrast or as the system.
    pub theme: Theme,
    /// The height of rows and controls.
    pub density: Density,
    /// Whether texts are in the system's font, the one its user reads best.
    pub system_font: bool,
    /// The size of everything, in percent: 100 to 400.
    pub zoom: u16,
    /// Whether a letter alone is a command where nothing is typed.
    pub letters: bool,
    /// The workspace folder that was open last.
    pub last_workspace: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::default(),
            theme: Theme::default(),
            density: Density::default(),
            system_font: false,
            zoom: *ZOOM.start(),
            letters: true,
            last_workspace: None,
        }
    }
}

/// What [`Settings::zoom`] may be.
pub(crate) const ZOOM: RangeInclusive<u16> = 100..=400;

/// What the window needs to draw its first screen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StartState {
    /// Version of the application.
    pub version: String,
    /// Preferences.
    pub settings: Settings,
    /// The open workspace, if one is.
    pub workspace: Option<WorkspaceInfo>,
    /// The workspace that waits for a passphrase, if one does.
    pub locked: Option<LockView>,
    /// Whether the last workspace does not open and waits for rescue.
    pub rescue: bool,
    /// Why the last workspace could not be opened again, in one sentence.
    pub notice: Option<String>,
}

/// The open workspace.
#[derive(Clone, Debug, Serialize, TS)]
pub struct WorkspaceInfo {
    /// Its name.
    pub name: String,
    /// Its folder.
    pub folder: String,
    /// Whether it holds fictitious data only.
    pub demo: bool,
    /// Whether a passphrase protects it.
    pub protected: bool,
    /// Who has it open; nobody in particular without a passphrase.
    pub account: Option<String>,
    /// What they may do.
    #[ts(type = "\"read\" | \"enter\" | \"check\" | \"administer\"")]
    pub role: Role,
    /// Minutes without anybody after which it locks, when it is protected.
    pub lock_after: u32,
    /// Why the last backup could not be made or copied.
    pub backup_failure: Option<String>,
    /// When the newest backup was made: its hour when that was today, else its day too; nothing without any.
    pub last_backup: Option<String>,
    /// That an earlier purge could not remove every older copy yet, in one sentence.
    pub purge_unfinished: Option<String>,
    /// Whether the findings shown are those of before, because judging the files was stopped.
    pub outdated: bool,
    /// The rulebook in force.
    pub rulebook: RulebookLine,
    /// The instant at which files are judged, `yyyy-mm-ddThh:mm:ss`, civil time of Paris.
    pub as_of: String,
    /// Whether that instant was set by hand (otherwise it is now).
    pub as_of_fixed: bool,
}

/// A rulebook one can choose.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RulebookLine {
    /// Its stable id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The academic year it is for, such as `2024-2025`.
    pub academic_year: Option<String>,
}
