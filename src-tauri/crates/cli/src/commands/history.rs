use super::import::counts_line;
use crate::NOTHING_BLOCKS;
use crate::arguments::{AnswerFormat, History};
use crate::output::{deliver, deliver_json, say};
use guichet_app::AppError;
use guichet_app::history::{Dependent, HistoryEntry, NotUndoable, history, history_json, told};
use guichet_model::{Language, Message, parse_instant};
use std::fmt::Write;

/// `history`: what was done to a workspace.
pub(crate) fn run(arguments: &History) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let history = history(&arguments.db)?;
    match arguments.format {
        AnswerFormat::Text => {
            let text: String = history.iter().map(|line| text(line, language)).collect();
            deliver(None, text.as_bytes())?;
        }
        AnswerFormat::Json => deliver_json(None, &history_json(&history, language))?,
    }
    Ok(NOTHING_BLOCKS)
}

/// One operation: who did what and when, then its counts, and what can be undone.
fn text(line: &HistoryEntry, language: Language) -> String {
    let entry = &line.entry;
    let mut message = Message::new("cli-history-line")
        .with("operation", entry.operation.0.to_string())
        .with("who", entry.who.as_str())
        .with("what", told(entry));
    message = match parse_instant(&entry.at) {
        Some((at, _)) => message.with("at", at),
        None => message.with("at", entry.at.as_str()),
    };
    let counts = line.counts.iter().map(counts_line);
    let number = entry.operation.0.to_string();
    let state = match (line.undone_by, line.obstacle) {
        (Some(by), _) => Some(Message::new("cli-history-undone").with("by", by.0.to_string())),
        (None, None) => Some(Message::new("cli-history-undoable").with("operation", number)),
        // Nobody expects to undo a setting, or an undoing of long ago.
        (None, Some(NotUndoable::NotAnImport | NotUndoable::Followed)) => None,
        (None, Some(why)) => Some(Message::new("cli-history-not-undoable").with("why", why.message())),
    };
    let depends = line.depends.iter().map(Dependent::message);
    let mut text = format!("{}\n", say(language, &message));
    for detail in counts.chain(state).chain(depends) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "    {}", say(language, &detail));
    }
    text
}
