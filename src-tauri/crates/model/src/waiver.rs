use crate::{Field, Instant, RegistrationId, WaiverReason};
use time::Date;

/// The most characters that the free text of a waiver or a note may have.
pub const MOST_WORDS: usize = 500;

/// A finding that somebody decided not to count, and on what grounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The file.
    pub registration: RegistrationId,
    /// The rule.
    pub code: String,
    /// What the finding rested on: once that is another, the waiver is to be reviewed.
    pub basis: String,
    /// The values the finding was read from then, in canonical form, or as written where they were not understood.
    pub seen: Vec<(Field, String)>,
    /// Why, from the list.
    pub reason: WaiverReason,
    /// Why, in free words of at most [`MOST_WORDS`] characters.
    pub text: Option<String>,
    /// The last day it holds; without one it holds as long as its basis.
    pub until: Option<Date>,
    /// Who decided.
    pub who: String,
    /// When.
    pub at: Instant,
}

/// Something written about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileNote {
    /// What, in free words of at most [`MOST_WORDS`] characters.
    pub text: String,
    /// Who wrote it.
    pub who: String,
    /// When.
    pub at: Instant,
}
