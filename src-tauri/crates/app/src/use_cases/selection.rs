//! Which files of the list are selected: kept here, so that a selection of any size survives every filter.

use crate::app::{App, State};
use crate::desk::Desk;
use crate::failure::AppError;
use crate::wire::{Count, FilesSelection, FindingsRange, SelectionChange, SelectionView};
use crate::words;
use guichet_model::RegistrationId;
use guichet_store::FindingPlace;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

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
    let label = |code: &str| format!("{code} · {}", words::title(language, code));
    if let Some(range) = &args.selection.findings {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for place in places(&state, range)? {
            *counts.entry(&place.code).or_default() += 1;
        }
        return Ok(counts.into_iter().map(|(code, count)| words::count(code, label(code), count)).collect());
    }
    let files = chosen(&state, &args.selection, None)?;
    let counts = state.desk()?.workspace.codes_among(&files)?;
    Ok(counts.into_iter().map(|found| words::count(&found.value, label(&found.value), found.count)).collect())
}

/// The findings of an opened list that a range is about.
fn places<'s>(state: &'s State, range: &FindingsRange) -> Result<&'s [FindingPlace], AppError> {
    let all = state.finding_views.get(&range.view).ok_or(AppError::Gone("view"))?;
    let to = (range.to as usize).min(all.len());
    Ok(&all[(range.from as usize).min(to)..to])
}

/// The files of a selection, each once; of a selection of findings, when a rule is named, those of which it speaks there.
fn chosen(state: &State, selection: &FilesSelection, code: Option<&str>) -> Result<BTreeSet<RegistrationId>, AppError> {
    let mut files: BTreeSet<RegistrationId> = selection.ids.iter().copied().map(RegistrationId).collect();
    if selection.selected {
        files.extend(&state.selection);
    }
    if let Some(range) = &selection.findings {
        let about = |place: &&FindingPlace| code.is_none_or(|code| *place.code == *code);
        files.extend(places(state, range)?.iter().filter(about).map(|place| place.file));
    }
    files.retain(|file| state.knows(*file));
    Ok(files)
}

/// The open workspace, and the files of a selection in their order, for a decision on one rule or on none.
pub(crate) fn desk_and_files<'s>(
    state: &'s mut State,
    selection: &FilesSelection,
    code: Option<&str>,
) -> Result<(&'s mut Desk, Vec<RegistrationId>), AppError> {
    let files = chosen(state, selection, code)?.into_iter().collect();
    Ok((state.desk()?, files))
}
