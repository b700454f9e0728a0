use super::import::counts_line;
use crate::arguments::{AnswerFormat, History};
use crate::output::{deliver, deliver_json, say, tell};
use crate::{BAD_INPUT, NOTHING_BLOCKS};
use guichet_app::access::Access;
use guichet_app::history::{
    CopyVerdict, Dependent, HistoryEntry, NotUndoable, TakenBack, check_journal_copy, history, history_json,
    journal_copy, told,
};
use guichet_app::{AppError, write_private};
use guichet_model::{Language, Message, parse_instant};
use std::fmt::Write;
use std::path::Path;

/// `history`: what was done to a workspace.
pub(crate) fn run(arguments: &History) -> Result<u8, AppError> {
    let language = arguments.language.language();
    if let Some(copy) = &arguments.check {
        return check(&arguments.workspace.access()?, copy, language);
    }
    if let Some(out) = &arguments.copy {
        write_private(out, journal_copy(&arguments.workspace.access()?)?.as_bytes())?;
        return Ok(NOTHING_BLOCKS);
    }
    let history = history(&arguments.workspace.access()?)?;
    match arguments.format {
        AnswerFormat::Text => {
            let text: String = history.iter().map(|line| text(line, language)).collect();
            deliver(None, text.as_bytes())?;
        }
        AnswerFormat::Json => deliver_json(None, &history_json(&history, language))?,
    }
    Ok(NOTHING_BLOCKS)
}

/// Says what a copy of the journal is worth.
fn check(workspace: &Access, copy: &Path, language: Language) -> Result<u8, AppError> {
    let (verdict, sentence) = check_journal_copy(workspace, copy)?;
    let sentence = say(language, &sentence);
    match verdict {
        CopyVerdict::Whole { .. } | CopyVerdict::TakenBack { .. } => {
            deliver(None, format!("{sentence}\n").as_bytes())?;
            Ok(NOTHING_BLOCKS)
        }
        CopyVerdict::Altered(_) => {
            tell(&sentence);
            Ok(BAD_INPUT)
        }
    }
}

/// One operation: who did what and when, then its counts, and what can be undone.
fn text(line: &HistoryEntry, language: Language) -> String {
    let entry = &line.entry;
    let mut message = Message::new("cli-history-line")
        .with("operation", entry.operation.0.to_string())
        .with("seal", entry.short_seal())
        .with("who", entry.who.as_str())
        .with("what", told(entry));
    message = match parse_instant(&entry.at) {
        Some((at, _)) => message.with("at", at),
        None => message.with("at", entry.at.as_str()),
    };
    let counts = line.counts.iter().map(counts_line);
    let taken_back = entry.taken_back();
    let taken_back = taken_back.iter().map(TakenBack::message);
    let number = entry.operation.0.to_string();
    let state = match (line.undone_by, line.obstacle) {
        (Some(by), _) => Some(Message::new("cli-history-undone").with("by", by.0.to_string())),
        (None, None) => Some(Message::new("cli-history-undoable").with("operation", number)),
        // Nobody expects to undo a setting, or an undoing of long ago.
        (None, Some(NotUndoable::NotAnImport | NotUndoable::Followed | NotUndoable::Restored)) => None,
        (None, Some(why)) => Some(Message::new("cli-history-not-undoable").with("why", why.message())),
    };
    let depends = line.depends.iter().map(Dependent::message);
    let mut text = format!("{}\n", say(language, &message));
    for detail in counts.chain(taken_back).chain(state).chain(depends) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "    {}", say(language, &detail));
    }
    text
}
