use crate::NOTHING_BLOCKS;
use crate::arguments::{AnswerFormat, Restore};
use crate::output::{deliver, deliver_json, say};
use guichet_app::AppError;
use guichet_app::backups::{Restored, counted, restore};
use guichet_app::history::told;
use guichet_model::{Language, Message, parse_instant};
use std::io::{IsTerminal, Write};

/// `restore`: puts a backup back.
pub(crate) fn run(arguments: &Restore) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let asked = !arguments.yes && !arguments.dry_run && std::io::stdin().is_terminal();
    let really = !arguments.dry_run && (!asked || agreed(arguments, language)?);
    let restored = restore(&arguments.workspace.access()?, &arguments.backup, really)?;
    match arguments.format {
        AnswerFormat::Text => deliver(None, text(&restored, language).as_bytes())?,
        AnswerFormat::Json => deliver_json(None, &restored.json())?,
    }
    Ok(NOTHING_BLOCKS)
}

/// Shows what would differ, and asks.
fn agreed(arguments: &Restore, language: Language) -> Result<bool, AppError> {
    let would = restore(&arguments.workspace.access()?, &arguments.backup, false)?;
    let question = say(language, &Message::new("cli-restore-ask"));
    let terminal = |cause| AppError::File { path: "-".into(), cause };
    let mut err = std::io::stderr().lock();
    write!(err, "{}{question} ", text(&would, language)).and_then(|()| err.flush()).map_err(terminal)?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).map_err(terminal)?;
    let yes = say(language, &Message::new("cli-restore-yes"));
    Ok(answer.trim().to_lowercase().starts_with(&yes))
}

fn text(restored: &Restored, language: Language) -> String {
    let line = |id: &str, entry: &guichet_app::history::JournalEntry| {
        let message = Message::new(id).with("operation", entry.operation.0.to_string()).with("what", told(entry));
        match parse_instant(&entry.at) {
            Some((at, _)) => message.with("at", at),
            None => message.with("at", entry.at.as_str()),
        }
    };
    let mut messages = Vec::new();
    if let Some(preview) = &restored.preview {
        messages.extend(preview.same.then(|| Message::new("cli-restore-same")));
        messages.extend(preview.lost.iter().map(|entry| line("cli-restore-lost", entry)));
        messages.extend(preview.regained.iter().map(|entry| line("cli-restore-regained", entry)));
        messages.extend(counted(preview));
    }
    let end = match (restored.done, &restored.kept, &restored.aside) {
        (false, ..) => Message::new("cli-restore-nothing"),
        (true, Some(kept), _) => Message::new("cli-restore-done").with("kept", kept.name.as_str()),
        (true, None, aside) => Message::new("cli-restore-rescued").with("aside", aside.as_deref().unwrap_or_default()),
    };
    let end = end.with("backup", restored.backup.as_str());
    messages.into_iter().chain([end]).map(|message| format!("{}\n", say(language, &message))).collect()
}
