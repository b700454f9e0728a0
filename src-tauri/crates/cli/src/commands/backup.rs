use crate::NOTHING_BLOCKS;
use crate::arguments::{AnswerFormat, BackupArguments};
use crate::output::{deliver, deliver_json, say};
use guichet_app::AppError;
use guichet_app::backups::{back_up, backup_json, told};
use guichet_model::Message;

/// `backup`: a copy of a workspace, verified by opening it.
pub(crate) fn run(arguments: &BackupArguments) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let backup = back_up(&arguments.workspace.access()?)?;
    match arguments.format {
        AnswerFormat::Text => {
            let folder = backup.folder.display().to_string();
            let message = Message::new("cli-backup-done").with("backup", told(&backup)).with("folder", folder);
            deliver(None, format!("{}\n", say(language, &message)).as_bytes())?;
        }
        AnswerFormat::Json => deliver_json(None, &backup_json(&backup, None, language))?,
    }
    Ok(NOTHING_BLOCKS)
}
