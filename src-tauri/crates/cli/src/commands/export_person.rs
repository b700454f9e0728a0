use crate::NOTHING_BLOCKS;
use crate::arguments::{ExportPerson, PersonFormat};
use crate::output::{deliver, deliver_json};
use guichet_app::{AppError, person};

/// `export-person`: everything that a workspace holds on one person.
pub(crate) fn run(arguments: &ExportPerson) -> Result<u8, AppError> {
    let language = arguments.language.language();
    let held = person::held_on(&arguments.workspace.access()?, &arguments.identifier)?;
    match arguments.format {
        PersonFormat::Json => deliver_json(arguments.out.as_deref(), &held.json(language))?,
        PersonFormat::Xlsx => deliver(arguments.out.as_deref(), &held.workbook(language)?)?,
    }
    Ok(NOTHING_BLOCKS)
}
