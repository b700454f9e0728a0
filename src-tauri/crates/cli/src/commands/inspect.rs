use super::{progress, reader};
use crate::arguments::{AnswerFormat, Inspect};
use crate::output::stream;
use crate::{BAD_INPUT, NOTHING_BLOCKS};
use guichet_app::AppError;
use guichet_app::inspect::{inspect, write_json, write_text};
use std::sync::atomic::AtomicBool;

/// `inspect`: what files hold; one answer a file, as soon as it is read.
pub(crate) fn run(arguments: &Inspect) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let reader = reader()?;
    let mut code = NOTHING_BLOCKS;
    for file in &arguments.files {
        let found = inspect(file, &reader, &mut progress(), &AtomicBool::new(false))?;
        if found.sheets.is_err() {
            code = BAD_INPUT;
        }
        stream(|sink| match arguments.format {
            AnswerFormat::Json => write_json(&found, arguments.cells, language, sink),
            AnswerFormat::Text => write_text(&found, arguments.cells, language, sink),
        })?;
    }
    Ok(code)
}
