use crate::NOTHING_BLOCKS;
use crate::arguments::{AnswerFormat, Purge};
use crate::output::{deliver, deliver_json};
use guichet_app::purge::{Asked, preview, purge};
use guichet_app::{AppError, write_whole};
use guichet_model::AcademicYear;

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
    let told =
        if arguments.yes { purge(&workspace, &asked, arguments.blank_mentions)? } else { preview(&workspace, &asked)? };
    if let Some(path) = &arguments.record {
        write_whole(path, told.record(language).as_bytes())?;
    }
    match arguments.format {
        AnswerFormat::Text => deliver(None, told.text(language).as_bytes())?,
        AnswerFormat::Json => deliver_json(None, &told.json())?,
    }
    Ok(NOTHING_BLOCKS)
}
