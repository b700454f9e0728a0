//! The import on one page: from chosen files to a plan, and from the plan to the workspace.

use super::import::{Read, label, plan_view, planned, read};
use super::{Nothing, summary};
use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::wire::{ImportDone, ImportPreview, PlanCounts, PreviewChange, PreviewColumn, PreviewFile, PreviewSheet};
use crate::words;
use guichet_model::{CellAddress, Language, fold};
use guichet_store::{Choices, FilePlan, Plan, PlannedSheet, RowPlan, SheetPlan};
use serde::Deserialize;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

/// Changes shown in a preview; the others are counted.
const SHOWN_CHANGES: usize = 200;
/// Examples shown of a column.
const EXAMPLES: usize = 3;

/// A plan that was shown.
pub(crate) struct Preview {
    plan: Plan,
    label: String,
}

/// Asks for files and shows what importing them would do; nothing when the person gave up.
pub(crate) fn choose(app: &App, _: Nothing) -> Result<Option<ImportPreview>, AppError> {
    match app.host.pick_files() {
        Some(paths) => preview(app, paths).map(Some),
        None => Ok(None),
    }
}

/// Reads files and shows what importing them would do. Nothing is written.
pub(crate) fn preview(app: &App, paths: Vec<PathBuf>) -> Result<ImportPreview, AppError> {
    app.state().desk()?;
    of_files(app, read(app, &paths)?)
}

/// Shows what importing files that were read would do.
pub(crate) fn of_files(app: &App, readings: Vec<Read>) -> Result<ImportPreview, AppError> {
    let mut state = app.state();
    let language = state.language();
    let plan = state.desk()?.workspace.plan(&planned(&readings), &Choices::new(), &app.cancel)?;
    let label = label(&readings);
    let fingerprint = plan.fingerprint.clone();
    let shown = Shown { language, plan: &plan, examples: &readings };
    let files = shown.files();
    let counts = shown.counts();
    let changes = shown.changes();
    let applicable = plan.changes_facts();
    let preview = state.keep_preview(Preview { plan, label });
    Ok(ImportPreview { preview, fingerprint, files, counts, changes, applicable })
}

#[derive(Deserialize)]
pub(crate) struct ApplyArguments {
    preview: u64,
    fingerprint: String,
}

/// Does exactly what a preview showed, then judges every file again.
pub(crate) fn apply(app: &App, args: ApplyArguments) -> Result<ImportDone, AppError> {
    let mut state = app.state();
    let preview = state.previews.remove(&args.preview).ok_or(AppError::Gone("preview"))?;
    if preview.plan.fingerprint != args.fingerprint {
        return Err(AppError::Store(guichet_store::StoreError::PlanOutdated));
    }
    let desk = state.desk()?;
    let (now, never) = (now_in_paris(), AtomicBool::new(false));
    let applied = desk.workspace.apply(&preview.plan, now, &preview.label, &mut |_, _| {}, &never)?;
    desk.judge()?;
    state.views.clear();
    let counts =
        preview.plan.files.iter().flat_map(|file| &file.sheets).fold(PlanCounts::default(), plan_view::add_sheet);
    Ok(ImportDone {
        operation: applied.operation.0,
        label: preview.label,
        counts,
        summary: summary::of_state(&mut state)?,
    })
}

#[derive(Deserialize)]
pub(crate) struct DiscardArguments {
    preview: u64,
}

/// Gives a preview up.
pub(crate) fn discard(app: &App, args: DiscardArguments) -> Result<(), AppError> {
    app.state().previews.remove(&args.preview);
    Ok(())
}

/// A plan being put into words.
struct Shown<'a> {
    language: Language,
    plan: &'a Plan,
    examples: &'a [Read],
}

impl Shown<'_> {
    fn counts(&self) -> PlanCounts {
        self.plan.files.iter().flat_map(|file| &file.sheets).fold(PlanCounts::default(), plan_view::add_sheet)
    }

    fn files(&self) -> Vec<PreviewFile> {
        let own = self.plan.problems();
        let file = |(read, plan): (&Read, &FilePlan)| PreviewFile {
            file: read.file.name.clone(),
            sha256: read.file.sha256.clone(),
            sheets: plan.sheets.iter().map(|sheet| self.sheet(sheet)).collect(),
            problems: read
                .problems
                .iter()
                .chain(own.iter().filter(|problem| problem.file == read.file.name))
                .map(|problem| words::problem(self.language, problem))
                .collect(),
        };
        self.examples.iter().zip(&self.plan.files).map(file).collect()
    }

    fn sheet(&self, plan: &SheetPlan) -> PreviewSheet {
        let sheet = &plan.input.sheet;
        let columns = sheet.columns.iter().map(|column| PreviewColumn {
            cell: CellAddress { row: sheet.header_row, column: column.column }.to_string(),
            header: column.header.clone(),
            field: column.field.map(|field| field.as_str().to_owned()),
            field_label: column.field.map(|field| words::field(self.language, field)),
            examples: examples(&plan.input, column.column),
        });
        PreviewSheet {
            name: sheet.name.clone(),
            kind: sheet.kind.as_str().to_owned(),
            kind_label: words::kind(self.language, sheet.kind),
            header_row: sheet.header_row + 1,
            rows: words::whole(plan.input.rows.len()),
            columns: columns.collect(),
            counts: plan_view::add_sheet(PlanCounts::default(), plan),
        }
    }

    fn changes(&self) -> Vec<PreviewChange> {
        let sheets = self.plan.files.iter().flat_map(|file| &file.sheets);
        let rows = sheets.flat_map(|sheet| sheet.decisions.iter().zip(sheet.input.rows.iter()));
        rows.flat_map(|(decision, row)| self.row_changes(decision, row)).take(SHOWN_CHANGES).collect()
    }

    fn row_changes<'b>(
        &'b self,
        decision: &'b RowPlan,
        row: &'b guichet_model::TypedRow,
    ) -> impl Iterator<Item = PreviewChange> + 'b {
        decision.changes.iter().map(move |change| {
            let sheet = &row.source.sheet;
            let column = sheet.columns.iter().find(|column| fold(&column.header) == fold(&change.header));
            let who = [guichet_model::Field::StudentNumber, guichet_model::Field::BirthName];
            let label: Vec<&str> = who.iter().filter_map(|field| row.text(*field)).collect();
            PreviewChange {
                label: label.join(" "),
                field_label: change
                    .field
                    .map_or_else(|| change.header.clone(), |field| words::field(self.language, field)),
                old: change.old.clone().unwrap_or_default(),
                new: change.new.clone().unwrap_or_default(),
                file: sheet.file.clone(),
                cell: column.map_or(String::new(), |column| row.source.address(column.column).to_string()),
            }
        })
    }
}

/// The first different values of a column, as written.
fn examples(input: &PlannedSheet, column: u16) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for cell in input.rows.iter().filter_map(|row| row.source.cell(column)) {
        if !found.iter().any(|example| **example == *cell.raw) {
            found.push(cell.raw.to_string());
        }
        if found.len() == EXAMPLES {
            break;
        }
    }
    found
}
