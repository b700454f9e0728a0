//! Slices of an opened list of files, by place.

use super::files::row_in_words;
use crate::app::App;
use crate::failure::AppError;
use crate::wire::{FileRow, FilesPage, FurtherColumn};
use crate::words;
use guichet_model::RegistrationId;
use serde::Deserialize;

/// The largest slice of a list that is given at once.
const MOST_ROWS: usize = 500;

#[derive(Deserialize)]
pub(crate) struct RowsArguments {
    view: u64,
    offset: usize,
    limit: usize,
    /// The columns that are wanted beside those that always come.
    #[serde(default)]
    further: Vec<FurtherColumn>,
}

/// A slice of an opened list.
pub(crate) fn rows(app: &App, args: RowsArguments) -> Result<FilesPage, AppError> {
    let mut state = app.state();
    let language = state.language();
    let ids = state.views.get(&args.view).ok_or(AppError::Gone("view"))?;
    let from = args.offset.min(ids.len());
    let to = from.saturating_add(args.limit.min(MOST_ROWS)).min(ids.len());
    let ids: Vec<RegistrationId> = ids[from..to].to_vec();
    let rows = state.desk()?.workspace.rows(&ids)?;
    let mut page = FilesPage { further: vec![Vec::new(); args.further.len()], ..FilesPage::default() };
    for row in rows {
        let selected = state.selection.contains(&row.id);
        for (column, values) in args.further.iter().zip(&mut page.further) {
            values.push(further(*column, &row));
        }
        add(&mut page, FileRow { selected, ..row_in_words(language, row) });
    }
    Ok(page)
}

/// Adds a row, value by value.
fn add(page: &mut FilesPage, row: FileRow) {
    let known = page.programmes.iter().position(|programme| *programme == row.programme);
    page.programme.push(words::whole(known.unwrap_or(page.programmes.len())));
    if known.is_none() {
        page.programmes.push(row.programme);
    }
    page.id.push(row.id);
    page.student_number.push(row.student_number);
    page.birth_name.push(row.birth_name);
    page.given_name.push(row.given_name);
    page.ine.push(row.ine);
    page.birth_date.push(row.birth_date);
    page.level.push(row.level);
    page.registered_at.push(row.registered_at);
    page.state.push(row.state);
    page.codes.push(row.codes);
    page.selected.push(row.selected);
}

fn further(column: FurtherColumn, row: &guichet_store::FileRow) -> String {
    let text = match column {
        FurtherColumn::UseName => &row.use_name,
        FurtherColumn::Email => &row.email,
        FurtherColumn::ProgrammeCode => &row.programme_code,
        FurtherColumn::Component => &row.component,
        FurtherColumn::CvecNumber => &row.cvec_number,
    };
    text.clone().unwrap_or_default()
}
