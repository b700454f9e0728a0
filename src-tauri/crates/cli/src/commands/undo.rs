use crate::NOTHING_BLOCKS;
use crate::arguments::{AnswerFormat, Undo};
use crate::output::{deliver, deliver_json, say, tell_backup_failure};
use guichet_app::AppError;
use guichet_app::history::{undo, undo_json};
use guichet_model::Message;

/// `undo`: takes back what an import did.
pub(crate) fn run(arguments: &Undo) -> Result<u8, AppError> {
    let (undone, backup_failure) =
        undo(&arguments.workspace.access()?, arguments.operation, arguments.with_dependents)?;
    tell_backup_failure(backup_failure.as_ref(), arguments.language.language());
    match arguments.format {
        AnswerFormat::Text => {
            let message = Message::new("cli-undo-done")
                .with("count", undone.undone.len())
                .with("label", undone.label.as_str())
                .with("operation", undone.operation.0.to_string());
            deliver(None, format!("{}\n", say(arguments.language.language(), &message)).as_bytes())?;
        }
        AnswerFormat::Json => deliver_json(None, &undo_json(&undone))?,
    }
    Ok(NOTHING_BLOCKS)
}
