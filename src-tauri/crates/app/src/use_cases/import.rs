//! From chosen files to a plan that is shown, and from the plan shown to the workspace.

use super::{Nothing, summary};
use crate::app::App;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::wire::{
    ImportDone, ImportPreview, PlanChange, PlanCounts, PreviewColumn, PreviewFile, PreviewSheet, Progress,
};
use crate::words;
use guichet_intake::{FileReading, ReadOptions, SheetReading, read_files};
use guichet_model::{CellAddress, Language, Message, Problem, fold};
use guichet_store::{FilePlan, Plan, PlannedFile, PlannedSheet, RowOutcome, RowPlan, SheetPlan};
use serde::Deserialize;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

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
    let readings = read(app, &paths)?;
    let mut state = app.state();
    let language = state.language();
    let plan = state.desk()?.workspace.plan(&planned(&readings))?;
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

/// Reads files in the capped reader, telling the window how far it is.
pub(crate) fn read(app: &App, paths: &[PathBuf]) -> Result<Vec<Read>, AppError> {
    app.cancel.store(false, Ordering::Relaxed);
    let language = app.state().language();
    let mut tell = |progress: guichet_intake::ReadProgress| {
        let label = Message::new("app-progress-reading")
            .with("file", progress.file)
            .with("index", progress.index + 1)
            .with("count", progress.count);
        let progress = Progress { label: words::say(language, &label), done: progress.cells, total: None };
        app.host.emit("progress", serde_json::to_value(progress).unwrap_or_default());
    };
    let readings = read_files(paths, &app.host.reader(), &ReadOptions::default(), &mut tell, &app.cancel);
    app.host.emit("progress", serde_json::Value::Null);
    if app.cancel.swap(false, Ordering::Relaxed) {
        return Err(AppError::Cancelled);
    }
    Ok(readings.into_iter().map(Read::of).collect())
}

/// One file that was read, its rows shared with the plan.
pub(crate) struct Read {
    /// The file as the workspace plans it.
    pub(crate) file: PlannedFile,
    /// What is to be said of it.
    pub(crate) problems: Vec<Problem>,
}

impl Read {
    pub(crate) fn of(reading: FileReading) -> Self {
        let sheet = |reading: SheetReading| PlannedSheet { sheet: reading.sheet, rows: Arc::new(reading.rows) };
        let sheets = reading.sheets.into_iter().map(sheet).collect();
        let file = PlannedFile { name: reading.file, sha256: reading.sha256, sheets };
        Self { file, problems: reading.problems }
    }
}

/// The files as the workspace plans them.
pub(crate) fn planned(readings: &[Read]) -> Vec<PlannedFile> {
    readings.iter().map(|read| read.file.clone()).collect()
}

/// What the journal shows for an import: its files.
pub(crate) fn label(readings: &[Read]) -> String {
    readings.iter().map(|read| read.file.name.as_str()).collect::<Vec<_>>().join(", ")
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
    let applied = desk.workspace.apply(&preview.plan, now_in_paris(), &preview.label)?;
    desk.judge()?;
    state.views.clear();
    let counts = preview.plan.files.iter().flat_map(|file| &file.sheets).fold(PlanCounts::default(), add_sheet);
    Ok(ImportDone { operation: applied.operation.0, counts, summary: summary::of_state(&mut state)? })
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

/// Stops a reading in progress.
pub(crate) fn cancel(app: &App, _: Nothing) -> Result<(), AppError> {
    app.cancel.store(true, Ordering::Relaxed);
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
        self.plan.files.iter().flat_map(|file| &file.sheets).fold(PlanCounts::default(), add_sheet)
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
            counts: add_sheet(PlanCounts::default(), plan),
        }
    }

    fn changes(&self) -> Vec<PlanChange> {
        let sheets = self.plan.files.iter().flat_map(|file| &file.sheets);
        let rows = sheets.flat_map(|sheet| sheet.decisions.iter().zip(sheet.input.rows.iter()));
        rows.flat_map(|(decision, row)| self.row_changes(decision, row)).take(SHOWN_CHANGES).collect()
    }

    fn row_changes<'b>(
        &'b self,
        decision: &'b RowPlan,
        row: &'b guichet_model::TypedRow,
    ) -> impl Iterator<Item = PlanChange> + 'b {
        decision.changes.iter().map(move |change| {
            let sheet = &row.source.sheet;
            let column = sheet.columns.iter().find(|column| fold(&column.header) == fold(&change.header));
            let who = [guichet_model::Field::StudentNumber, guichet_model::Field::BirthName];
            let label: Vec<&str> = who.iter().filter_map(|field| row.text(*field)).collect();
            PlanChange {
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

fn add_sheet(mut counts: PlanCounts, sheet: &SheetPlan) -> PlanCounts {
    counts.rows += words::whole(sheet.decisions.len());
    counts.gone += words::whole(sheet.gone);
    for decision in &sheet.decisions {
        match decision.outcome {
            RowOutcome::New => counts.new += 1,
            RowOutcome::Changed(_) => counts.changed += 1,
            RowOutcome::Same => counts.same += 1,
            RowOutcome::Ambiguous => counts.ambiguous += 1,
            RowOutcome::Skipped => counts.skipped += 1,
        }
    }
    counts
}
