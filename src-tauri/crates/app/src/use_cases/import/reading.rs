//! Reading chosen files, and handing what was read to the workspace.

use crate::app::App;
use crate::failure::AppError;
use crate::wire::Progress;
use crate::words;
use guichet_intake::{FileReading, ReadOptions, SheetReading, read_files};
use guichet_model::{Message, Problem};
use guichet_store::{PlannedFile, PlannedSheet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// Reads files in the capped reader, telling the window how far it is.
pub(crate) fn read(app: &App, paths: &[PathBuf]) -> Result<Vec<Read>, AppError> {
    app.cancel.store(false, Ordering::Relaxed);
    let language = app.state().language();
    let mut tell = |progress: guichet_intake::ReadProgress| {
        let label = Message::new("app-progress-reading")
            .with("file", progress.file)
            .with("index", progress.index + 1)
            .with("count", progress.count);
        let label = words::say(language, &label);
        let progress = Progress { label, done: progress.cells, total: None, seconds_left: None };
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
#[derive(Clone)]
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
