use super::Nothing;
use crate::app::App;
use crate::failure::AppError;
use crate::wire::JournalLine;
use crate::words;
use guichet_model::{Message, parse_instant};
use guichet_store::OperationKind;

/// Lines shown of the journal.
const SHOWN: usize = 500;

/// What was done to the workspace, the newest first.
pub(crate) fn journal(app: &App, _: Nothing) -> Result<Vec<JournalLine>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let entries = state.desk()?.workspace.journal(SHOWN)?;
    let line = |entry: guichet_store::JournalEntry| {
        let sentence = Message::new(format!("app-journal-{}", entry.kind.as_str()));
        let label = match entry.kind {
            // A setting's name is its key; people read its word.
            OperationKind::Setting => {
                sentence.with("label", Message::new(format!("app-setting-{}", entry.label.replace('_', "-"))))
            }
            OperationKind::Create | OperationKind::Import | OperationKind::Undo => sentence.with("label", entry.label),
        };
        JournalLine {
            operation: entry.operation.0,
            at: words::instant(language, parse_instant(&entry.at).map(|(instant, _)| instant)),
            label: words::say(language, &label),
        }
    };
    Ok(entries.into_iter().map(line).collect())
}
