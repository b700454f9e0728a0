use crate::NOTHING_BLOCKS;
use crate::arguments::{AnswerFormat, Unwaive, Waive};
use crate::output::{deliver, deliver_json, say};
use guichet_app::AppError;
use guichet_app::waivers::{WaiveAnswer, WaiveRequest, WaiverTerms, unwaive, waive};
use guichet_model::{FileState, Language, Message};
use serde_json::json;
use std::fmt::Write;

/// `waive`: decides that findings do not count.
pub(crate) fn run(arguments: &Waive) -> Result<u8, AppError> {
    let request = WaiveRequest {
        code: arguments.rule,
        terms: WaiverTerms { reason: arguments.reason, text: arguments.text.clone(), until: arguments.until },
        students: &arguments.student,
        dry_run: arguments.dry_run,
    };
    let answer = waive(&arguments.workspace.access()?, &request)?;
    match arguments.format {
        AnswerFormat::Text => deliver(None, text(&answer, arguments.rule, arguments.language.language()).as_bytes())?,
        AnswerFormat::Json => deliver_json(None, &answer.json())?,
    }
    Ok(NOTHING_BLOCKS)
}

/// How much was waived, and which files change state.
fn text(answer: &WaiveAnswer, code: &str, language: Language) -> String {
    let sentence = match answer.operation {
        Some(operation) => Message::new("cli-waive-done").with("operation", operation.to_string()),
        None => Message::new("cli-waive-would"),
    };
    let sentence = sentence.with("code", code).with("findings", answer.findings).with("untouched", answer.untouched);
    format!("{}\n{}", say(language, &sentence), moves(&answer.moves, language))
}

/// Which files change state, one line each.
pub(super) fn moves(moves: &[(FileState, FileState, usize)], language: Language) -> String {
    let state = |state: FileState| Message::new(format!("state-{}", state.as_str()));
    let mut text = String::new();
    for (from, to, files) in moves {
        let moved =
            Message::new("cli-waive-move").with("from", state(*from)).with("to", state(*to)).with("files", *files);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "    {}", say(language, &moved));
    }
    text
}

/// `unwaive`: findings count again.
pub(crate) fn take_away(arguments: &Unwaive) -> Result<u8, AppError> {
    let operation = unwaive(&arguments.workspace.access()?, arguments.rule, &arguments.student)?;
    let language = arguments.language.language();
    match arguments.format {
        AnswerFormat::Json => deliver_json(None, &json!({ "operation": operation }))?,
        AnswerFormat::Text => {
            let sentence = match operation {
                Some(operation) => Message::new("cli-unwaive-done").with("operation", operation.to_string()),
                None => Message::new("cli-unwaive-none"),
            };
            deliver(None, format!("{}\n", say(language, &sentence.with("code", arguments.rule))).as_bytes())?;
        }
    }
    Ok(NOTHING_BLOCKS)
}
