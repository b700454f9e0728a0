//! Reading chosen files, and handing what was understood to the workspace.

use crate::app::App;
use crate::failure::AppError;
use crate::wire::Progress;
use crate::words;
use guichet_intake::{
    Answers, FileFormat, FileReading, RawFile, SheetLayout, SheetReading, TablePlace, join_persons, load_files,
    understand,
};
use guichet_model::{Message, Problem};
use guichet_store::{PlannedFile, PlannedSheet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// Reads files in the capped reader, telling the window how far it is.
pub(crate) fn load(app: &App, paths: &[PathBuf]) -> Result<Vec<RawFile>, AppError> {
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
    let files = load_files(paths, &app.host.reader(), &mut tell, &app.cancel);
    app.host.emit("progress", serde_json::Value::Null);
    if app.cancel.swap(false, Ordering::Relaxed) {
        return Err(AppError::Cancelled);
    }
    Ok(files)
}

/// Reads files and understands them as they are, asking nothing.
pub(crate) fn read(app: &App, paths: &[PathBuf]) -> Result<Vec<Read>, AppError> {
    let files = load(app, paths)?;
    let mut readings: Vec<FileReading> = files.iter().map(|file| understand(file, &Answers::default())).collect();
    join_persons(&mut readings);
    Ok(readings.into_iter().map(Read::of).collect())
}

/// What was understood of one file, its rows shared with the plan.
#[derive(Clone)]
pub(crate) struct Read {
    /// The file as the workspace plans it.
    pub(crate) file: PlannedFile,
    /// What it is by its content.
    pub(crate) format: Option<FileFormat>,
    /// Which table each planned sheet is.
    pub(crate) places: Vec<TablePlace>,
    /// What was understood of every table, also of those that are left out.
    pub(crate) layouts: Vec<SheetLayout>,
    /// What is to be said of it.
    pub(crate) problems: Vec<Problem>,
    /// Whether other files may change what is understood of it.
    pub(crate) needs_others: bool,
    /// Whether it says who the persons of other files are.
    pub(crate) says_who: bool,
}

impl Read {
    pub(crate) fn of(reading: FileReading) -> Self {
        let (needs_others, says_who) = (reading.needs_others(), reading.says_who());
        let places = reading.sheets.iter().map(|sheet| sheet.place).collect();
        let sheet = |reading: SheetReading| PlannedSheet {
            sheet: reading.sheet,
            rows: Arc::new(reading.rows),
            corrections: reading.corrections,
        };
        let sheets = reading.sheets.into_iter().map(sheet).collect();
        let file = PlannedFile { name: reading.file, sha256: reading.sha256, sheets };
        let (format, layouts, problems) = (reading.format, reading.layouts, reading.problems);
        Self { file, format, places, layouts, problems, needs_others, says_who }
    }

    /// Whether a question is open without whose answer something of the file is not used.
    pub(crate) fn waits(&self) -> bool {
        self.layouts.iter().any(SheetLayout::waits)
    }

    /// What was understood of a table.
    pub(crate) fn layout(&self, place: TablePlace) -> Option<&SheetLayout> {
        self.layouts.iter().find(|layout| layout.place == place)
    }
}

/// The files as the workspace plans them.
pub(crate) fn planned(readings: &[Read]) -> Vec<PlannedFile> {
    readings.iter().map(|read| read.file.clone()).collect()
}

/// What the journal shows for an import: the files of which something is imported.
pub(crate) fn label<'a>(readings: impl IntoIterator<Item = &'a Read>) -> String {
    let taken = readings.into_iter().filter(|read| !read.file.sheets.is_empty());
    taken.map(|read| read.file.name.as_str()).collect::<Vec<_>>().join(", ")
}
