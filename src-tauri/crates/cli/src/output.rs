use crate::{BAD_INPUT, INTERNAL};
use guichet_app::AppError;
use guichet_model::{Catalogue, Language, Message, Problem};
use serde::Serialize;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes an answer to a file, whole or not at all, or to standard output.
pub(crate) fn deliver(out: Option<&Path>, bytes: &[u8]) -> Result<(), AppError> {
    match out {
        Some(path) => guichet_app::write_whole(path, bytes),
        None => match io::stdout().lock().write_all(bytes) {
            // Whoever read our output has read enough.
            Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(cause) => Err(AppError::File { path: "-".into(), cause }),
            Ok(()) => Ok(()),
        },
    }
}

/// Writes an answer as indented JSON, piece by piece: that of a large office fills hundreds of megabytes.
pub(crate) fn deliver_json(out: Option<&Path>, answer: &impl Serialize) -> Result<(), AppError> {
    let write = |sink: &mut dyn Write| {
        serde_json::to_writer_pretty(&mut *sink, answer)?;
        sink.write_all(b"\n")
    };
    match out {
        Some(path) => guichet_app::write_whole_by(path, write),
        None => stream(write),
    }
}

/// Writes to standard output, piece by piece.
pub(crate) fn stream(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), AppError> {
    let mut sink = BufWriter::new(io::stdout().lock());
    match write(&mut sink).and_then(|()| sink.flush()) {
        // Whoever read our output has read enough.
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => Err(AppError::File { path: "-".into(), cause }),
        _ => Ok(()),
    }
}

/// One line on standard error. What cannot be said there cannot be said anywhere.
pub(crate) fn tell(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// One problem a line: file, sheet, cell, cause and what to do.
pub(crate) fn tell_problems(problems: &[Problem], language: Language) {
    for problem in problems {
        tell(&problem_line(problem, language));
    }
}

/// `effectifs.xlsx › Feuil1 › D17: …`
fn problem_line(problem: &Problem, language: Language) -> String {
    let place: Vec<&str> = [Some(problem.file.as_str()), problem.sheet.as_deref(), problem.cell.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    let sentence = Catalogue::shared().render(language, &problem.message);
    let colon = if language == Language::Fr { "\u{a0}:" } else { ":" };
    format!("{}{colon} {sentence} [{}]", place.join(" › "), problem.code.as_str())
}

/// Says that what was done was not backed up before, and why.
pub(crate) fn tell_backup_failure(failure: Option<&AppError>, language: Language) {
    if let Some(error) = failure {
        tell(&say(language, &Message::new("cli-backup-failed").with("why", error.message())));
    }
}

/// Says why a command could not be done; the exit code tells bad input from our own failure.
pub(crate) fn fail(error: &AppError, language: Language) -> u8 {
    for message in std::iter::once(error.message()).chain(error.details()) {
        tell(&Catalogue::shared().render(language, &message));
    }
    match error {
        AppError::Report(_) | AppError::NoEntropy(_) => INTERNAL,
        _ => BAD_INPUT,
    }
}

/// A sentence of the catalogue.
pub(crate) fn say(language: Language, message: &Message) -> String {
    Catalogue::shared().render(language, message)
}
