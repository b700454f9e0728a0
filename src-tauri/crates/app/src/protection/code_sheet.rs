//! The sheet on which the recovery code is printed.

use crate::words::say;
use guichet_model::{Instant, Language, Message};
use guichet_store::RecoveryCode;

/// The sheet as plain text: what it opens, the code, where to keep it.
pub(crate) fn text(code: &RecoveryCode, workspace: &str, now: Instant, language: Language) -> String {
    let sheet = |part: &str| Message::new(format!("app-recovery-{part}"));
    let parts = [
        say(language, &sheet("title").with("name", workspace)),
        format!("    {}", *code.grouped()),
        say(language, &sheet("what").with("at", now)),
        say(language, &sheet("keep")),
    ];
    parts.join("\n\n") + "\n"
}
