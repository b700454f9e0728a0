use super::waive::moves;
use crate::NOTHING_BLOCKS;
use crate::arguments::{AnswerFormat, Decide, DecideWhat};
use crate::output::{deliver, deliver_json, say};
use guichet_app::AppError;
use guichet_app::entries::{DecideAnswer, DecideRequest, Decision, Derogation, DocumentMark, decide};
use guichet_model::{Language, Message, RequestState};

/// `decide`: enters what was decided at the desk.
pub(crate) fn run(arguments: &Decide) -> Result<u8, AppError> {
    let on = arguments.what.on();
    let request = DecideRequest {
        decision: decision(&arguments.what),
        students: &on.student,
        level: on.level,
        dry_run: on.dry_run,
    };
    let answer = decide(&on.workspace.access()?, &request)?;
    match on.format {
        AnswerFormat::Text => deliver(None, text(&answer, on.language.language()).as_bytes())?,
        AnswerFormat::Json => deliver_json(None, &answer.json())?,
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
