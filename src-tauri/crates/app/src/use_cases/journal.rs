use super::Nothing;
use crate::app::App;
use crate::failure::AppError;
use crate::history::told;
use crate::wire::JournalLine;
use crate::words;
use guichet_model::parse_instant;

/// Lines shown of the journal.
const SHOWN: usize = 500;

/// What was done to the workspace, the newest first.
pub(crate) fn journal(app: &App, _: Nothing) -> Result<Vec<JournalLine>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let entries = state.desk()?.workspace.journal(SHOWN)?;
    let line = |entry: guichet_store::JournalEntry| JournalLine {
        operation: entry.operation.0,
        at: words::instant(language, parse_instant(&entry.at).map(|(instant, _)| instant)),
        label: words::say(language, &told(&entry)),
    };
    Ok(entries.into_iter().map(line).collect())
}
