//! A rulebook from a file that another office wrote.

use super::publish::{head, names};
use super::{file, over, typed};
use crate::access::Access;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::rulebooks;
use crate::simulation::of_seen;
use crate::watch::Watch;
use guichet_model::Language;
use guichet_rules::Rulebook;
use guichet_rules::rulebook::Draft;
use guichet_store::{NewEdition, Role, Workspace};
use std::path::Path;
use std::sync::Arc;

/// No rulebook fills this many bytes; another file is not read whole.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// The rulebook of a file, when files can be judged by it and it is not there to the letter.
pub(crate) fn of_file(workspace: &Workspace, path: &Path) -> Result<Draft, AppError> {
    let text = read(path)?;
    let refused = |error| AppError::RulebookFile { path: path.to_owned(), error };
    let draft = Draft::parse(&text).map_err(refused)?;
    let layer = draft.layer();
    let book = over(workspace, layer).map_err(|error| match error {
        AppError::Rulebook(error) => refused(error),
        other => other,
    })?;
    if book.academic_year().is_none() {
        return Err(AppError::RulebookWithoutYear { id: layer.id.clone() });
    }
    if file(workspace, &layer.id)?.is_some_and(|known| known == text) {
        return Err(AppError::RulebookThere { id: layer.id.clone() });
    }
    Ok(draft)
}

fn read(path: &Path) -> Result<String, AppError> {
    let length = std::fs::metadata(path).map_err(AppError::file(path))?.len();
    if length > MOST_BYTES {
        return Err(AppError::File { path: path.to_owned(), cause: std::io::ErrorKind::FileTooLarge.into() });
    }
    std::fs::read_to_string(path).map_err(AppError::file(path))
}

/// An edition that was published.
pub struct Published {
    /// The rulebook, now in force.
    pub rulebook: Arc<Rulebook>,
    /// How many files there are.
    pub files: usize,
    /// Of how many of them something else is said than before.
    pub changed: usize,
}

/// Publishes a file as an edition of a workspace, puts it in force, and judges every file by it.
///
/// # Errors
/// [`AppError::RulebookFile`], [`AppError::RulebookWithoutYear`], [`AppError::RulebookThere`], [`AppError::NotAllowed`],
/// [`AppError::Store`]: the workspace is then as it was.
pub fn publish(access: &Access, path: &Path) -> Result<Published, AppError> {
    let mut desk = access.open(Role::Check)?;
    let draft = of_file(&desk.workspace, path)?;
    let draft = draft.with_head(&head(&draft, &names(&desk.workspace)?)).map_err(typed)?;
    let book = over(&desk.workspace, draft.layer())?;
    let simulation = of_seen(&desk.seen, book, desk.seen.as_of, &Watch::nobody())?;
    let label = rulebooks::title(&simulation.rulebook, Language::Fr);
    let name = simulation.rulebook.id();
    let edition = NewEdition { draft: None, name, label: &label, text: draft.text() };
    desk.workspace.publish_rulebook(&edition, now_in_paris())?;
    desk.judge_watched(&Watch::nobody())?;
    Ok(Published { files: simulation.files, changed: simulation.changes.len(), rulebook: simulation.rulebook })
}
