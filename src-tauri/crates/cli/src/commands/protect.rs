use crate::NOTHING_BLOCKS;
use crate::arguments::{Protect, Unprotect};
use crate::output::{deliver, say, tell};
use guichet_app::{AppError, access, write_private};
use guichet_model::Message;
use std::io::{self, Write};

/// `protect`: a passphrase for a workspace, and its recovery code.
pub(crate) fn protect(arguments: &Protect) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let out = arguments.recovery_out.as_deref();
    let mut handed_over = false;
    let hand_over = |sheet: &str| {
        match out {
            Some(path) => write_private(path, sheet.as_bytes())?,
            // A pipe that nobody reads has not received the code either.
            None => print(sheet).map_err(|cause| AppError::File { path: "-".into(), cause })?,
        }
        handed_over = true;
        Ok(())
    };
    let account = arguments.account.as_deref();
    let protected = access::protect(&arguments.db, &arguments.passphrase_file, account, language, hand_over);
    if protected.is_err() && handed_over {
        match out {
            // A code that opens nothing is not left about.
            Some(path) => drop(std::fs::remove_file(path)),
            None => tell(&say(language, &Message::new("cli-protect-code-void"))),
        }
    }
    protected?;
    if let Some(path) = out {
        let message = Message::new("cli-protect-done").with("path", path.display().to_string());
        deliver(None, format!("{}\n", say(language, &message)).as_bytes())?;
    }
    Ok(NOTHING_BLOCKS)
}

/// Prints, and makes sure that it was received.
fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// `unprotect`: no passphrase any more.
pub(crate) fn unprotect(arguments: &Unprotect) -> Result<u8, AppError> {
    access::unprotect(&arguments.workspace.access()?)?;
    let said = say(arguments.language.language(), &Message::new("cli-unprotect-done"));
    deliver(None, format!("{said}\n").as_bytes())?;
    Ok(NOTHING_BLOCKS)
}
