//! Decisions at the desk, from the command line.

use super::{Decision, EntryEffect, NoteEffect};
use crate::access::Access;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::waivers::{Move, files_of, moves_json};
use guichet_model::{FileState, Level};
use guichet_store::Role;
use serde_json::{Value, json};

/// What is to be decided.
pub struct DecideRequest<'a> {
    /// What.
    pub decision: Decision,
    /// Student numbers: each file of these persons.
    pub students: &'a [String],
    /// Only their files at this level.
    pub level: Option<Level>,
    /// Say what would be done, and do nothing.
    pub dry_run: bool,
}

/// What was entered, or would be.
pub struct DecideAnswer {
    /// How many files it is about; for a document, how many persons.
    pub entries: usize,
    /// How many files went from one state to another.
    pub moves: Vec<(FileState, FileState, usize)>,
    /// The operation in the journal; nothing when nothing was done.
    pub operation: Option<i64>,
}

impl DecideAnswer {
    /// The JSON of `decide`: an outward contract, changed only by adding.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({ "operation": self.operation, "entries": self.entries, "moves": moves_json(&self.moves) })
    }
}

/// Enters a decision on the files of some persons of a workspace.
///
/// # Errors
/// [`AppError::NoSuchStudent`]; [`AppError::Store`] when the decision is not whole or concerns no file. The workspace is then as
/// it was.
pub fn decide(workspace: &Access, request: &DecideRequest<'_>) -> Result<DecideAnswer, AppError> {
    let mut desk = workspace.open(Role::Enter)?;
    let mut files = files_of(&desk, request.students)?;
    files.retain(|file| {
        let level = desk.office.registration(*file).and_then(|file| file.level);
        request.level.is_none_or(|wanted| level == Some(wanted))
    });
    let now = now_in_paris();
    if let Decision::Note(text) = &request.decision {
        let effect = NoteEffect::of(&desk, &files, text)?;
        let operation = if request.dry_run { None } else { Some(effect.apply(&mut desk, None, now)?.0) };
        return Ok(DecideAnswer { entries: effect.files(), moves: Vec::new(), operation });
    }
    let effect = EntryEffect::of(&desk, &files, &request.decision, now)?;
    let operation = if request.dry_run { None } else { Some(effect.apply(&mut desk, &request.decision, None, now)?.0) };
    let moves = effect.moves.iter().map(|Move { from, to, files }| (*from, *to, *files)).collect();
    Ok(DecideAnswer { entries: effect.entries(), moves, operation })
}
