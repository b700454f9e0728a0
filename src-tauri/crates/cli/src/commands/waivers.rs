use crate::NOTHING_BLOCKS;
use crate::arguments::{AnswerFormat, Waivers};
use crate::output::{deliver, deliver_json, say};
use guichet_app::AppError;
use guichet_app::waivers::{WaiverLine, waivers, waivers_json};
use guichet_model::{Language, Message};

/// `waivers`: what was decided not to count.
pub(crate) fn run(arguments: &Waivers) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let lines = waivers(&arguments.workspace.access()?, language)?;
    match arguments.format {
        AnswerFormat::Json => deliver_json(None, &waivers_json(&lines))?,
        AnswerFormat::Text if lines.is_empty() => {
            deliver(None, format!("{}\n", say(language, &Message::new("cli-waivers-none"))).as_bytes())?;
        }
        AnswerFormat::Text => {
            let text: String = lines.iter().map(|line| format!("{}\n", sentence(line, language))).collect();
            deliver(None, text.as_bytes())?;
        }
    }
    Ok(NOTHING_BLOCKS)
}

fn sentence(line: &WaiverLine, language: Language) -> String {
    let key = &line.key;
    let names = [key.student_number.as_deref(), key.birth_name.as_deref(), key.given_name.as_deref()];
    let who = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let standing = match line.standing.cause() {
        Some(cause) => format!("waiver-review-{}", cause.as_str()),
        None => format!("waiver-standing-{}", line.standing.as_str()),
    };
    let sentence = Message::new("cli-waivers-line")
        .with("standing", Message::new(standing))
        .with("code", line.waiver.code.as_str())
        .with("file", who)
        .with("level", line.level.map_or("", |level| level.as_str()))
        .with("told", line.told(language));
    say(language, &sentence)
}
