//! Which files of the list are selected: kept here, so that a selection of any size survives every filter.

use crate::app::{App, State};
use crate::desk::Desk;
use crate::failure::AppError;
use crate::wire::{Count, FilesSelection, SelectionChange, SelectionView};
use crate::words;
use guichet_model::RegistrationId;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
pub(crate) struct ChangeArguments {
    view: u64,
    change: SelectionChange,
}

/// Changes which files are selected, by their places in an opened list.
pub(crate) fn change(app: &App, args: ChangeArguments) -> Result<SelectionView, AppError> {
    let mut state = app.state();
    let State { views, selection, .. } = &mut *state;
    let ids = views.get(&args.view).ok_or(AppError::Gone("view"))?;
    match args.change {
        SelectionChange::Rows { from, to, selected } => {
            let to = (to as usize).min(ids.len());
            let rows = &ids[(from as usize).min(to)..to];
            if selected {
                selection.extend(rows);
            } else {
                rows.iter().for_each(|id| {
                    selection.remove(id);
                });
            }
        }
        SelectionChange::All => selection.extend(ids),
        SelectionChange::Nothing => selection.clear(),
    }
    Ok(counted(selection, ids))
}

/// How many files are selected, and how many of them a list does not hold.
pub(crate) fn counted(selection: &BTreeSet<RegistrationId>, list: &[RegistrationId]) -> SelectionView {
    let here = list.iter().filter(|id| selection.contains(id)).count();
    SelectionView {
        selected: words::whole(selection.len()),
        outside: words::whole(selection.len().saturating_sub(here)),
    }
}

#[derive(Deserialize)]
pub(crate) struct CodesArguments {
    selection: FilesSelection,
}

/// The rules that have findings on the files of a selection, with the number of files.
pub(crate) fn codes(app: &App, args: CodesArguments) -> Result<Vec<Count>, AppError> {
    let mut state = app.state();
    let language = state.language();
    let files = chosen(&state, &args.selection);
    let counts = state.desk()?.workspace.codes_among(&files)?;
    let label = |code: &str| format!("{code} · {}", words::title(language, code));
    Ok(counts.into_iter().map(|found| words::count(&found.value, label(&found.value), found.count)).collect())
}

/// The files of a selection, each once.
pub(crate) fn chosen(state: &State, selection: &FilesSelection) -> BTreeSet<RegistrationId> {
    let mut files: BTreeSet<RegistrationId> = selection.ids.iter().copied().map(RegistrationId).collect();
    if selection.selected {
        files.extend(&state.selection);
    }
    files.retain(|file| state.knows(*file));
    files
}

/// The open workspace, and the files of a selection in their order.
pub(crate) fn desk_and_files<'s>(
    state: &'s mut State,
    selection: &FilesSelection,
) -> Result<(&'s mut Desk, Vec<RegistrationId>), AppError> {
    let files = chosen(state, selection).into_iter().collect();
    Ok((state.desk()?, files))
}
