//! A workspace worked on from the command line: import files into it, report on it.

use crate::access::Access;
use crate::clock::now_in_paris;
use crate::desk::Desk;
use crate::failure::AppError;
use crate::import_changes::{Changed, changed};
use crate::import_questions::{AskedOf, questions, recognised};
use crate::out_place::is_workspace;
use crate::protection::veil::Veil;
use crate::rulebooks::Named;
use crate::use_cases::export;
pub use crate::use_cases::export::Shown;
use crate::use_cases::import::{Read, label, planned, told_twin, workbook};
use crate::watch::Watch;
use crate::whole_file::{can_write, write_whole};
use guichet_intake::{ReadOptions, ReadProgress, ReaderCommand, read_files};
use guichet_model::{Instant, Language, Problem};

use guichet_store::{BackupReason, Choices, FileCounts, Plan, Role};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// What an import is to do.
pub struct ImportRequest<'a> {
    /// The files.
    pub files: &'a [PathBuf],
    /// The workspace's folder; it is created when it is not there.
    pub workspace: &'a Access,
    /// What the caller decides about reading.
    pub options: ReadOptions,
    /// Show the plan, and do nothing.
    pub dry_run: bool,
    /// Do nothing unless every row is clean.
    pub strict: bool,
    /// Where what is to be corrected is written, as a workbook.
    pub problems_out: Option<&'a Path>,
    /// Where the mapping of what was recognised is written.
    pub map_out: Option<&'a Path>,
    /// The language of what is written.
    pub language: Language,
}

/// What an import did, or would do.
pub struct Imported {
    /// The counts per file and kind.
    pub counts: Vec<FileCounts>,
    /// Everything that is to be said of the inputs.
    pub problems: Vec<Problem>,
    /// What is asked, each with the lines that answer it in a mapping file.
    pub questions: Vec<AskedOf>,
    /// What changes, field by field.
    pub changes: Vec<Changed>,
    /// Whether nothing was imported, or would be, because something is not clean.
    pub refused: bool,
    /// Whether the workspace was not there, and is now, without a passphrase.
    pub created: bool,
    /// The operation in the journal; nothing when nothing was done.
    pub operation: Option<i64>,
    /// Why no backup could be made before it.
    pub backup_failure: Option<AppError>,
}

impl Imported {
    /// Whether something could not be read, or was left out.
    #[must_use]
    pub fn has_bad_input(&self) -> bool {
        self.problems.iter().any(|problem| problem.code.fails())
    }

    /// The JSON of `import`: an outward contract, changed only by adding.
    #[must_use]
    pub fn json(&self, language: Language) -> serde_json::Value {
        let problems = |file: &str| -> Vec<crate::wire::ProblemLine> {
            let own = self.problems.iter().filter(|problem| problem.file == file);
            own.map(|problem| crate::words::problem(language, problem)).collect()
        };
        let questions = |file: &str| -> Vec<serde_json::Value> {
            self.questions.iter().filter(|asked| asked.file == file).map(AskedOf::json).collect()
        };
        let file = |counts: &FileCounts| {
            json!({
                "file": counts.file, "kind": counts.kind.as_str(), "rows": counts.rows, "new": counts.new,
                "changed": counts.changed, "same": counts.same, "gone": counts.gone,
                "ambiguous": counts.ambiguous, "skipped": counts.skipped, "problems": problems(&counts.file),
                "questions": questions(&counts.file),
            })
        };
        let unread =
            self.problems.iter().filter(|problem| !self.counts.iter().any(|counts| counts.file == problem.file));
        let mut names: Vec<&str> = unread.map(|problem| problem.file.as_str()).collect();
        names.dedup();
        let unread = names.into_iter().map(|name| {
            json!({
                "file": name, "kind": null, "rows": 0, "new": 0, "changed": 0, "same": 0, "gone": 0,
                "ambiguous": 0, "skipped": 0, "problems": problems(name), "questions": questions(name),
            })
        });
        let files: Vec<_> = self.counts.iter().map(file).chain(unread).collect();
        let changes: Vec<_> = self.changes.iter().map(Changed::json).collect();
        json!({ "files": files, "operation": self.operation, "refused": self.refused, "changes": changes })
    }
}

/// Imports files into a workspace.
///
/// # Errors
/// [`AppError::Store`] when the workspace refuses; it is then as it was. Bad files are problems of the result.
pub fn import(
    request: &ImportRequest<'_>,
    reader: &ReaderCommand,
    on_progress: &mut dyn FnMut(ReadProgress),
) -> Result<Imported, AppError> {
    for out in [request.problems_out, request.map_out].into_iter().flatten() {
        can_write(out)?;
    }
    let readings = read_files(request.files, reader, &request.options, on_progress, &AtomicBool::new(false));
    let unused = request.options.unused_lines(&readings);
    let readings = once_each(readings.into_iter().map(Read::of));
    let mut problems: Vec<Problem> = readings.iter().flat_map(|read| read.problems.iter().cloned()).collect();
    problems.extend(unused);
    // On a workspace that is not there yet, a dry run, and a strict import until nothing stands against it, are planned on
    // an empty one that leaves nothing behind.
    let folder = request.workspace.folder();
    let scratch;
    let exists = is_workspace(folder);
    let mut desk = match (exists, request.dry_run || request.strict) {
        (true, _) => request.workspace.open(Role::Enter)?,
        (false, true) => {
            scratch = tempfile::tempdir().map_err(AppError::file(&std::env::temp_dir()))?;
            Desk::create(&scratch.path().join("dry-run"), &name_of(folder), false)?
        }
        (false, false) => Desk::create(folder, &name_of(folder), false)?,
    };
    let mut plan = desk.workspace.plan(&planned(&readings), &Choices::new(), &AtomicBool::new(false))?;
    problems.extend(plan.problems());
    let files: Vec<&Read> = readings.iter().collect();
    if let Some(path) = request.problems_out {
        let (bytes, _) = workbook(&files, Some(&plan), &problems, request.language)?;
        write_whole(path, &bytes)?;
    }
    if let Some(path) = request.map_out {
        write_whole(path, recognised(&readings, request.language).as_bytes())?;
    }
    let refused = request.strict && problems.iter().any(|problem| problem.code.is_unclean());
    if request.strict && !exists && !refused && !request.dry_run {
        desk = Desk::create(folder, &name_of(folder), false)?;
        plan = desk.workspace.plan(&planned(&readings), &Choices::new(), &AtomicBool::new(false))?;
    }
    // Of files that cannot be read there is nothing to record.
    let brings_something = plan.files.iter().any(|file| !file.sheets.is_empty());
    let does = brings_something && !request.dry_run && !refused;
    let backup_failure = if does { desk.back_up(BackupReason::BeforeImport) } else { None };
    let operation = if does { Some(apply(&mut desk, &plan, &label(&readings))?) } else { None };
    let (counts, questions) = (plan.counts(), questions(&readings, request.language));
    let changes = changed(&plan, Veil::of(&desk, request.language));
    // Judging reads what the rows became: they are not held beside it.
    drop((plan, readings));
    if does {
        desk.judge()?;
    }
    let created = !exists && is_workspace(folder);
    Ok(Imported { counts, problems, questions, changes, refused, created, operation, backup_failure })
}

/// The files, one that was chosen twice only once and told.
fn once_each(readings: impl Iterator<Item = Read>) -> Vec<Read> {
    let mut kept: Vec<Read> = Vec::new();
    for read in readings {
        let same = |known: &&mut Read| !read.file.sha256.is_empty() && known.file.sha256 == read.file.sha256;
        match kept.iter_mut().find(same) {
            Some(known) => known.problems.push(told_twin(&known.file.name, &read.file.name)),
            None => kept.push(read),
        }
    }
    kept
}

fn apply(desk: &mut Desk, plan: &Plan, label: &str) -> Result<i64, AppError> {
    let applied = desk.workspace.apply(plan, now_in_paris(), label, &mut |_, _| {}, &AtomicBool::new(false))?;
    Ok(applied.operation.0)
}

fn name_of(folder: &Path) -> String {
    folder.file_name().map_or_else(|| "Guichet".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// The report of a workspace by a rulebook at an instant; the workspace keeps its own choice of both. What it
/// shows may be pseudonyms.
///
/// # Errors
/// [`AppError::Store`], [`AppError::Report`], or [`AppError::Rulebook`] when no rulebook has this id.
pub fn report(
    workspace: &Access,
    rulebook: &Named,
    as_of: Instant,
    language: Language,
    shown: Shown,
) -> Result<Vec<u8>, AppError> {
    let mut desk = workspace.open(Role::Read)?;
    desk.seen.rulebook = Arc::new(rulebook.among(&desk.workspace)?);
    desk.seen.as_of = as_of;
    let (bytes, _, _) = export::Material::of(&desk, language, shown)?.report(&Watch::nobody())?;
    Ok(bytes)
}
