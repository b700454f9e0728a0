use super::as_of;
use crate::NOTHING_BLOCKS;
use crate::arguments::Export;
use crate::output::deliver;
use guichet_app::AppError;
use guichet_app::lists::{ListRequest, list};
use guichet_app::rulebooks::Named;

/// `export`: one list of a workspace, to work on elsewhere.
pub(crate) fn run(arguments: &Export) -> Result<u8, AppError> {
    let request = ListRequest {
        what: arguments.what,
        rulebook: arguments.rulebook.as_deref().map(Named::of),
        as_of: arguments.as_of.as_deref().map(|text| as_of(Some(text))).transpose()?,
        language: arguments.language.language(),
    };
    let bytes = list(&arguments.workspace.access()?, request, &arguments.out)?;
    deliver(Some(&arguments.out), &bytes)?;
    Ok(NOTHING_BLOCKS)
}
