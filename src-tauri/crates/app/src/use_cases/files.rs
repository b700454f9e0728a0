//! The list of files, opened once: `files_rows` then gives its slices.

use super::selection;
use crate::app::App;
use crate::failure::AppError;
use crate::wire::{Count, FileRow, FilesBy, FilesQuery, FilesView, SortColumn};
use crate::words;
use guichet_model::{FileState, Language, Level, RegistrationId};
use guichet_store::{FacetCount, FileGroup};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
pub(crate) struct OpenArguments {
    query: FilesQuery,
}

/// Opens a list of files.
pub(crate) fn open(app: &App, args: OpenArguments) -> Result<FilesView, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    desk.keep_up()?;
    let by = args.query.by;
    let view = desk.workspace.open_view(&store_query(args.query))?;
    let total = words::whole(view.ids.len());
    // A file may be gone since it was selected.
    let known: BTreeSet<RegistrationId> = state.selection.iter().copied().filter(|id| state.knows(*id)).collect();
    state.selection = known;
    let selection = selection::counted(&state.selection, &view.ids);
    let plain = |counts: Vec<FacetCount>| counts.into_iter().map(|found| labelled(found, str::to_owned)).collect();
    Ok(FilesView {
        view: state.keep_view(view.ids),
        total,
        all: words::whole(view.total),
        selection,
        groups: view.groups.into_iter().map(|group| in_group(language, by, group)).collect(),
        states: in_words(view.states, |value| words::word(language, &format!("state-{value}"))),
        levels: plain(view.levels),
        components: plain(view.components),
        programmes: plain(view.programmes),
        codes: in_words(view.codes, |code| format!("{code} · {}", words::title(language, code))),
        completeness: in_words(view.completeness, |value| words::word(language, &format!("app-file-{value}"))),
    })
}

fn in_words(counts: Vec<FacetCount>, label: impl Fn(&str) -> String) -> Vec<Count> {
    counts.into_iter().map(|found| labelled(found, &label)).collect()
}

fn labelled(found: FacetCount, label: impl Fn(&str) -> String) -> Count {
    let label = found.label.unwrap_or_else(|| label(&found.value));
    words::count(&found.value, label, found.count)
}

/// A group in words; those without what groups the others are named last.
fn in_group(language: Language, by: Option<FilesBy>, group: FileGroup) -> Count {
    let value = group.value.unwrap_or_default();
    let label = match by {
        _ if value.is_empty() => words::word(language, "app-group-none"),
        Some(FilesBy::State) => words::word(language, &format!("state-{value}")),
        _ => group.label.unwrap_or_else(|| value.clone()),
    };
    words::count(&value, label, group.count)
}

pub(crate) fn store_query(query: FilesQuery) -> guichet_store::FilesQuery {
    let state = |name: &String| FileState::ALL.iter().copied().find(|state| state.as_str() == name);
    guichet_store::FilesQuery {
        search: query.search,
        states: query.states.iter().filter_map(state).collect(),
        levels: query.levels.iter().filter_map(|name| Level::from_name(name)).collect(),
        components: query.components,
        programmes: query.programmes,
        codes: query.codes,
        completeness: query.completeness,
        by: query.by.map(|by| match by {
            FilesBy::State => guichet_store::FilesBy::State,
            FilesBy::Level => guichet_store::FilesBy::Level,
            FilesBy::Component => guichet_store::FilesBy::Component,
            FilesBy::Programme => guichet_store::FilesBy::Programme,
        }),
        sort: match query.sort {
            SortColumn::StudentNumber => guichet_store::SortColumn::StudentNumber,
            SortColumn::Name => guichet_store::SortColumn::Name,
            SortColumn::Level => guichet_store::SortColumn::Level,
            SortColumn::Programme => guichet_store::SortColumn::Programme,
            SortColumn::RegisteredAt => guichet_store::SortColumn::RegisteredAt,
            SortColumn::State => guichet_store::SortColumn::State,
            SortColumn::Findings => guichet_store::SortColumn::Findings,
        },
        descending: query.descending,
    }
}

/// A line of a file, worded; the list alone says which are selected.
pub(crate) fn row_in_words(language: Language, row: guichet_store::FileRow) -> FileRow {
    FileRow {
        id: row.id.0,
        student_number: row.student_number.unwrap_or_default(),
        birth_name: row.birth_name.unwrap_or_default(),
        given_name: row.given_name.unwrap_or_default(),
        ine: row.ine.map(|ine| ine.as_str().to_owned()).unwrap_or_default(),
        birth_date: words::date(language, row.birth_date),
        level: row.level.map(|level| level.as_str().to_owned()).unwrap_or_default(),
        programme: row.programme.or(row.programme_code).unwrap_or_default(),
        registered_at: words::moment(language, row.registered_at, row.registered_day_only),
        // Every change of facts is followed by a judgement, so a file without one is only just being imported.
        state: row.state.unwrap_or(FileState::ToCheck),
        codes: row.codes,
        selected: false,
    }
}
