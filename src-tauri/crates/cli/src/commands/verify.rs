use crate::arguments::{AnswerFormat, Verify};
use crate::output::{deliver, deliver_json, say};
use crate::{BAD_INPUT, NOTHING_BLOCKS};
use guichet_app::AppError;
use guichet_app::backups::{Verification, told, verify};
use guichet_model::{Language, Message};

/// `verify`: reads a workspace and its backups whole.
pub(crate) fn run(arguments: &Verify) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let verification = verify(&arguments.workspace.access()?, arguments.backup.as_deref())?;
    match arguments.format {
        AnswerFormat::Text => deliver(None, text(&verification, language).as_bytes())?,
        AnswerFormat::Json => deliver_json(None, &verification.json(language))?,
    }
    Ok(if verification.is_sound() { NOTHING_BLOCKS } else { BAD_INPUT })
}

fn text(verification: &Verification, language: Language) -> String {
    let broken = verification.error.as_ref().map(AppError::message);
    let held = verification.workspace.iter().flat_map(|held| {
        let sound = Message::new("cli-verify-workspace")
            .with("entries", held.entries.to_string())
            .with("head", held.head.as_str());
        let older =
            held.state.is_none().then(|| Message::new("cli-verify-older").with("schema", held.schema.to_string()));
        [Some(sound), older].into_iter().flatten()
    });
    let backups = verification.backups.iter().map(|(backup, flaw)| match flaw {
        None => Message::new("cli-verify-sound").with("backup", told(backup)),
        Some(flaw) => Message::new("cli-verify-unsound").with("backup", told(backup)).with("why", flaw.message()),
    });
    broken.into_iter().chain(held).chain(backups).map(|message| format!("{}\n", say(language, &message))).collect()
}
