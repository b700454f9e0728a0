//! What is entered at the desk: derogations granted or refused, documents marked, notes; shown before it is kept.

mod command_line;
mod effect;
mod notes;
mod sheet;
mod standing;

pub use command_line::{DecideAnswer, DecideRequest, decide, entries, entries_json, withdraw};
pub(crate) use effect::EntryEffect;
pub(crate) use notes::NoteEffect;
pub(crate) use standing::lines;
pub use standing::{EntryLine, Said};

use guichet_model::{DocumentState, RequestState};
use time::Date;

/// Something decided about files at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// A derogation.
    Derogation(Derogation),
    /// Where a document's check stands.
    Document(DocumentMark),
    /// Words, below those that are there.
    Note(String),
}

/// A derogation decided by somebody who may, each for the file's level and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derogation {
    /// Granted or refused.
    pub state: RequestState,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: Date,
    /// The decision's reference.
    pub reference: Option<String>,
}

/// Where the check of a document stands, for the file's year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentMark {
    /// What document, as extracts name it.
    pub piece: String,
    /// Where its check stands.
    pub state: DocumentState,
    /// Why, when it is rejected.
    pub reason: Option<String>,
    /// The last day it is valid; without one, what an extract says of it stays.
    pub until: Option<Date>,
    /// The programme it is for; without one, it is for each of the person's registrations.
    pub programme_code: Option<String>,
}
