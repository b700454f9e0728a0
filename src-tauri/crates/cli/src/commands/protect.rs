use crate::NOTHING_BLOCKS;
use crate::arguments::{Protect, Unprotect};
use crate::output::{deliver, say};
use guichet_app::{AppError, access};
use guichet_model::Message;

/// `protect`: a passphrase for a workspace, and its recovery code.
pub(crate) fn protect(arguments: &Protect) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let out = arguments.recovery_out.as_deref();
    let sheet =
        access::protect(&arguments.db, &arguments.passphrase_file, arguments.account.as_deref(), out, language)?;
    let said = match out {
        Some(path) => {
            let message = Message::new("cli-protect-done").with("path", path.display().to_string());
            format!("{}\n", say(language, &message))
        }
        None => sheet,
    };
    deliver(None, said.as_bytes())?;
    Ok(NOTHING_BLOCKS)
}

/// `unprotect`: no passphrase any more.
pub(crate) fn unprotect(arguments: &Unprotect) -> Result<u8, AppError> {
    access::unprotect(&arguments.workspace.access()?)?;
    let said = say(arguments.language.language(), &Message::new("cli-unprotect-done"));
    deliver(None, format!("{said}\n").as_bytes())?;
    Ok(NOTHING_BLOCKS)
}
