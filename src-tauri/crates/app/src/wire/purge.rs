//! Purging: what one can purge, what would go, and the record of what went.

use super::Summary;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is to be purged.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PurgeAsked {
    /// A finished academic year.
    Year {
        /// The civil year it starts in.
        year: u16,
        /// Whether files that do not say their year are of it.
        undated: bool,
    },
    /// One person.
    Person {
        /// One of their files.
        #[ts(type = "number")]
        id: i64,
    },
}

/// The years that can be purged.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PurgeChoices {
    /// The finished years with files, the latest first.
    pub years: Vec<PurgeYear>,
    /// Files that do not say their year.
    pub undated: u32,
    /// What an earlier purge could not remove yet, in one sentence.
    pub unfinished: Option<String>,
}

/// A finished year.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PurgeYear {
    /// The civil year it starts in.
    pub year: u16,
    /// The year as it is written.
    pub label: String,
    /// Files of it.
    pub files: u32,
    /// Persons with a file of it.
    pub persons: u32,
}

/// What a purge would remove. Nothing is, yet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PurgeView {
    /// What is to be purged, in words; nobody is named.
    pub what: String,
    /// What is to be typed to confirm: the year, or the person's name.
    pub confirm: String,
    /// What goes and what stays, by kind.
    pub counts: Vec<PurgeCountLine>,
    /// Backups of before that go.
    pub backups: u32,
    /// Where copies were put too: those are to be destroyed by hand.
    pub second_place: Option<String>,
    /// Texts about others that name somebody who goes.
    pub mentions: Vec<MentionLine>,
}

/// How many of something go, and how many stay.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PurgeCountLine {
    /// Of what.
    pub label: String,
    /// How many go.
    pub going: u32,
    /// How many stay.
    pub staying: u32,
}

/// A text about somebody else that names a person who goes.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MentionLine {
    /// In what, and in whose file.
    pub place: String,
    /// The text.
    pub text: String,
}

/// A purge that was done.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PurgeDone {
    /// Its record, which names nobody.
    pub record: String,
    /// Texts about others that stay and name somebody who went.
    pub mentions: Vec<MentionLine>,
    /// What could not be removed yet, in one sentence.
    pub unfinished: Option<String>,
    /// The office after it.
    pub summary: Summary,
}
