use super::waive::moves;
use crate::arguments::{AnswerFormat, Decide, DecideVerb, DecideWhat, Withdraw};
use crate::output::{deliver, deliver_json, say};
use crate::{BAD_INPUT, NOTHING_BLOCKS};
use guichet_app::AppError;
use guichet_app::entries::{
    DecideAnswer, DecideRequest, Decision, Derogation, DocumentMark, EntryLine, decide, entries, entries_json, withdraw,
};
use guichet_model::{Language, Message, RequestState};
use serde_json::json;

/// `decide`: enters what was decided at the desk, lists it, takes it away.
pub(crate) fn run(arguments: &Decide) -> Result<u8, AppError> {
    match &arguments.what {
        Some(DecideVerb::Enter(what)) => enter(what),
        Some(DecideVerb::Withdraw(entry)) => take_away(entry),
        None => list(arguments),
    }
}

fn enter(what: &DecideWhat) -> Result<u8, AppError> {
    let on = what.on();
    let request =
        DecideRequest { decision: decision(what), students: &on.student, level: on.level, dry_run: on.dry_run };
    let answer = decide(&on.workspace.access()?, &request)?;
    match on.format {
        AnswerFormat::Text => deliver(None, text(&answer, on.language.language()).as_bytes())?,
        AnswerFormat::Json => deliver_json(None, &answer.json())?,
    }
    Ok(NOTHING_BLOCKS)
}

/// `decide --list`: what was entered and stands.
fn list(arguments: &Decide) -> Result<u8, AppError> {
    let language = arguments.language();
    // Nothing is listed without a workspace: the arguments ask for one.
    let Some(workspace) = arguments.workspace.access()? else { return Ok(BAD_INPUT) };
    let lines = entries(&workspace, language)?;
    match arguments.format {
        AnswerFormat::Json => deliver_json(None, &entries_json(&lines))?,
        AnswerFormat::Text if lines.is_empty() => {
            deliver(None, format!("{}\n", say(language, &Message::new("cli-entries-none"))).as_bytes())?;
        }
        AnswerFormat::Text => {
            let text: String = lines.iter().map(|line| format!("{}\n", sentence(line, language))).collect();
            deliver(None, text.as_bytes())?;
        }
    }
    Ok(NOTHING_BLOCKS)
}

fn sentence(line: &EntryLine, language: Language) -> String {
    let key = &line.key;
    let names = [key.student_number.as_deref(), key.birth_name.as_deref(), key.given_name.as_deref()];
    let sentence = Message::new("cli-entries-line")
        .with("number", line.number.as_str())
        .with("file", names.into_iter().flatten().collect::<Vec<_>>().join(" "))
        .with("said", line.told())
        .with("came", line.came());
    say(language, &sentence)
}

/// `decide withdraw`: what was entered stands no more.
fn take_away(arguments: &Withdraw) -> Result<u8, AppError> {
    let operation = withdraw(&arguments.workspace.access()?, &arguments.number)?;
    match arguments.format {
        AnswerFormat::Json => deliver_json(None, &json!({ "operation": operation }))?,
        AnswerFormat::Text => {
            let done = Message::new("cli-withdraw-done").with("operation", operation.to_string());
            let sentence = say(arguments.language.language(), &done.with("number", arguments.number.as_str()));
            deliver(None, format!("{sentence}\n").as_bytes())?;
        }
    }
    Ok(NOTHING_BLOCKS)
}

fn decision(what: &DecideWhat) -> Decision {
    match what {
        DecideWhat::Derogation { by, decided, reference, refused, .. } => Decision::Derogation(Derogation {
            state: if *refused { RequestState::Refused } else { RequestState::Granted },
            by: by.trim().to_owned(),
            on: *decided,
            reference: reference.clone(),
        }),
        DecideWhat::Document { piece, state, reason, until, programme, .. } => Decision::Document(DocumentMark {
            piece: piece.trim().to_owned(),
            state: *state,
            reason: reason.clone(),
            until: *until,
            programme_code: programme.clone(),
        }),
        DecideWhat::Note { text, .. } => Decision::Note(text.clone()),
    }
}

/// How much was entered, and which files change state.
fn text(answer: &DecideAnswer, language: Language) -> String {
    let sentence = match answer.operation {
        Some(operation) => Message::new("cli-decide-done").with("operation", operation.to_string()),
        None => Message::new("cli-decide-would"),
    };
    format!("{}\n{}", say(language, &sentence.with("entries", answer.entries)), moves(&answer.moves, language))
}
