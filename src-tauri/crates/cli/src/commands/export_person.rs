use crate::NOTHING_BLOCKS;
use crate::arguments::{ExportPerson, PersonFormat};
use crate::output::{deliver, deliver_json};
use guichet_app::{AppError, person, write_private};

/// `export-person`: everything that a workspace holds on one person.
pub(crate) fn run(arguments: &ExportPerson) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let held = person::held_on(&arguments.workspace.access()?, &arguments.identifier)?;
    match (arguments.format, &arguments.out) {
        (PersonFormat::Json, None) => deliver_json(None, &held.json(language))?,
        (PersonFormat::Json, Some(out)) => write_private(out, format!("{:#}\n", held.json(language)).as_bytes())?,
        (PersonFormat::Xlsx, None) => deliver(None, &held.workbook(language)?)?,
        (PersonFormat::Xlsx, Some(out)) => write_private(out, &held.workbook(language)?)?,
    }
    Ok(NOTHING_BLOCKS)
}
