use crate::NOTHING_BLOCKS;
use crate::arguments::{AnswerFormat, Purge};
use crate::output::{deliver, deliver_json, say, tell};
use guichet_app::purge::{Asked, preview, purge};
use guichet_app::{AppError, can_write, write_whole};
use guichet_model::{AcademicYear, Message};

/// `purge`: what would go from a workspace and, with `--yes`, the purge itself.
pub(crate) fn run(arguments: &Purge) -> Result<u8, AppError> {
    let (workspace, language) = (arguments.workspace.access()?, arguments.language.language());
    let asked = match arguments.year {
        Some(year) => {
            let year = AcademicYear::new(year).ok_or_else(|| AppError::NotAYear(year.to_string()))?;
            Asked::Campaign { year, undated: arguments.undated }
        }
        None => Asked::Persons(&arguments.person),
    };
    if let Some(path) = &arguments.record {
        can_write(path)?;
    }
    let told =
        if arguments.yes { purge(&workspace, &asked, arguments.blank_mentions)? } else { preview(&workspace, &asked)? };
    if let Some(path) = &arguments.record {
        let record = told.record(language);
        if let Err(error) = write_whole(path, record.as_bytes()) {
            // What is done is done: its record is not lost with the file.
            if arguments.yes {
                tell(&say(language, &Message::new("cli-purge-record-unwritten")));
                deliver(None, record.as_bytes())?;
            }
            return Err(error);
        }
    }
    match arguments.format {
        AnswerFormat::Text => deliver(None, told.text(language).as_bytes())?,
        AnswerFormat::Json => deliver_json(None, &told.json())?,
    }
    Ok(NOTHING_BLOCKS)
}
