use super::as_of;
use crate::NOTHING_BLOCKS;
use crate::arguments::Report;
use crate::output::deliver;
use guichet_app::rulebooks::Named;
use guichet_app::{AppError, workspace_files};

/// `report`: the validation report of a workspace.
pub(crate) fn run(arguments: &Report) -> Result<u8, AppError> {
    let rulebook = Named::of(&arguments.rulebook);
    let as_of = as_of(arguments.as_of.as_deref())?;
    let (workspace, language) = (arguments.workspace.access()?, arguments.language.language());
    let shown = workspace_files::Shown { sealed: arguments.sealed, pseudonymised: arguments.pseudonymise };
    let bytes = workspace_files::report(&workspace, &rulebook, as_of, language, shown)?;
    deliver(Some(&arguments.out), &bytes)?;
    Ok(NOTHING_BLOCKS)
}
