//! Decisions at the desk, from the command line.

use super::{Decision, EntryEffect, EntryLine, NoteEffect, Said, lines};
use crate::access::Access;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::waivers::{Move, files_of, moves_json};
use guichet_model::{Coded, FileState, Language, Level, instant_text};
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
/// [`AppError::NoSuchStudent`], [`AppError::DecidedLater`], [`AppError::NoteMissing`]; [`AppError::Store`] when the decision is
/// not whole or brings nothing, whether it is to be done or only said. The workspace is then as it was.
pub fn decide(workspace: &Access, request: &DecideRequest<'_>) -> Result<DecideAnswer, AppError> {
    let mut desk = workspace.open(Role::Enter)?;
    let mut files = files_of(&desk, request.students)?;
    files.retain(|file| {
        let level = desk.seen.office.registration(*file).and_then(|file| file.level);
        request.level.is_none_or(|wanted| level == Some(wanted))
    });
    let now = now_in_paris();
    if let Decision::Note(text) = &request.decision {
        let effect = NoteEffect::of(&desk, &files, text)?;
        let operation = if request.dry_run { None } else { Some(effect.apply(&mut desk, None, now)?.0) };
        return Ok(DecideAnswer { entries: effect.files(), moves: Vec::new(), operation });
    }
    let effect = EntryEffect::of(&desk, &files, &request.decision, now)?;
    let mut operation = None;
    if !request.dry_run {
        operation = Some(effect.apply(&mut desk, None, now)?.0);
        desk.judge()?;
    }
    let moves = effect.moves.iter().map(|Move { from, to, files }| (*from, *to, *files)).collect();
    Ok(DecideAnswer { entries: effect.entries(), moves, operation })
}

/// Everything entered at the desk of a workspace that stands, in the order in which it was entered.
///
/// # Errors
/// [`AppError::Store`] when the workspace cannot be opened.
pub fn entries(workspace: &Access, language: Language) -> Result<Vec<EntryLine>, AppError> {
    let desk = workspace.look(Role::Read)?;
    lines(&desk, Veil::of(&desk, language))
}

/// The JSON of `decide --list`: an outward contract, changed only by adding.
#[must_use]
pub fn entries_json(lines: &[EntryLine]) -> Value {
    let one = |line: &EntryLine| {
        let mut value = json!({
            "number": line.number, "kind": line.said.as_str(), "key": line.key,
            "registration": {
                "academic_year": line.academic_year.map(|year| year.to_string()),
                "level": line.level.map(|level| level.as_str()), "programme_code": line.programme_code,
            },
            "who": line.who, "at": line.at.map(instant_text),
        });
        let said = match &line.said {
            Said::Derogation { state, by, on, reference } => json!({
                "state": state.map(Coded::as_str), "by": by, "on": on.map(|day| day.to_string()), "reference": reference,
            }),
            Said::Document { piece, state, reason, until } => json!({
                "piece": piece, "state": state.map(Coded::as_str), "reason": reason,
                "until": until.map(|day| day.to_string()),
            }),
            Said::Note(text) => json!({ "text": text }),
        };
        if let (Some(value), Value::Object(said)) = (value.as_object_mut(), said) {
            value.extend(said);
        }
        value
    };
    json!({ "entries": lines.iter().map(one).collect::<Vec<_>>() })
}

/// Takes away what was entered at the desk under a number: extracts speak again, or the words are gone. The operation in the journal.
///
/// # Errors
/// [`AppError::NoSuchEntry`]; [`AppError::Store`] when the workspace cannot be opened or written. It is then as it was.
pub fn withdraw(workspace: &Access, number: &str) -> Result<i64, AppError> {
    let mut desk = workspace.open(Role::Enter)?;
    if !desk.workspace.desk_entries()?.iter().any(|entry| entry.number == number) {
        return Err(AppError::NoSuchEntry(number.to_owned()));
    }
    let operation = desk.workspace.withdraw_entry(number, now_in_paris())?;
    desk.judge()?;
    Ok(operation.0)
}
