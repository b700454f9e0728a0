use super::as_of;
use crate::NOTHING_BLOCKS;
use crate::arguments::{AnswerFormat, Simulate};
use crate::output::{deliver, deliver_json, say};
use guichet_app::AppError;
use guichet_app::rulebooks::{Named, read_layers};
use guichet_app::simulation::{FileChange, Simulation, simulate};
use guichet_model::{FileState, Language, Message, Outcome, instant_text};
use guichet_rules::Said;
use std::fmt::Write;

/// `simulate`: what another rulebook or instant would change.
pub(crate) fn run(arguments: &Simulate) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let rulebook = Named { id: arguments.rulebook.clone(), files: read_layers(&arguments.rulebook_file)? };
    let simulation = simulate(&arguments.workspace.access()?, &rulebook, as_of(arguments.as_of.as_deref())?)?;
    let out = arguments.out.as_deref();
    match arguments.format {
        AnswerFormat::Text => deliver(out, text(&simulation, language).as_bytes())?,
        AnswerFormat::Json => deliver_json(out, &simulation.json())?,
    }
    Ok(NOTHING_BLOCKS)
}

fn text(simulation: &Simulation, language: Language) -> String {
    let mut text = String::new();
    for change in &simulation.changes {
        file_text(&mut text, change, language);
    }
    let summary = Message::new("cli-simulate-summary")
        .with("rulebook", guichet_app::rulebooks::title(&simulation.rulebook, language))
        .with("as_of", instant_text(simulation.as_of).replace('T', " "))
        .with("files", simulation.files)
        .with("differences", simulation.changes.len());
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}", say(language, &summary));
    text
}

fn file_text(text: &mut String, change: &FileChange, language: Language) {
    let (key, difference) = (&change.key, &change.difference);
    let state = |state: Option<FileState>| {
        state.map_or("—".to_owned(), |state| say(language, &Message::new(format!("state-{}", state.as_str()))))
    };
    let names = [&key.student_number, &key.birth_name, &key.given_name].into_iter().flatten();
    let names = names.map(String::as_str).collect::<Vec<_>>().join(" ");
    let level = change.level.map_or("?", |level| level.as_str());
    let _ = writeln!(text, "{names} · {level} · {} → {}", state(difference.before), state(difference.after));
    said_text(text, '+', &difference.appearing, language);
    said_text(text, '-', &difference.disappearing, language);
}

fn said_text(text: &mut String, sign: char, said: &[Said], language: Language) {
    for said in said {
        let doubt = if said.outcome == Outcome::CannotTell { "?" } else { " " };
        let title = say(language, &Message::new(format!("{}-title", said.code)));
        let _ = writeln!(text, "  {sign}{doubt} {} {title}", said.code);
    }
}
