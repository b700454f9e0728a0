//! Which rulebooks there are: the shipped ones, those published in a workspace, and those of files.

use crate::access::Access;
use crate::failure::AppError;
use crate::wire::RulebookLine;
use crate::words;
use guichet_model::{Language, Message};
use guichet_rules::Rulebook;
use guichet_rules::rulebook::{Layer, SHIPPED};
use guichet_store::{Role, Workspace};
use std::path::PathBuf;

pub use crate::rulebook_drafts::{Published, publish};

/// Reads rulebook files.
///
/// # Errors
/// [`AppError::File`] when one cannot be read, [`AppError::RulebookFile`] when it is not a rulebook.
pub fn read_layers(paths: &[PathBuf]) -> Result<Vec<Layer>, AppError> {
    let mut layers = Vec::with_capacity(paths.len());
    for path in paths {
        let text = std::fs::read_to_string(path).map_err(AppError::file(path))?;
        let layer = Layer::parse(&text);
        layers.push(layer.map_err(|error| AppError::RulebookFile { path: path.clone(), error })?);
    }
    Ok(layers)
}

/// A rulebook by its id, and the files it may be among.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Layers of files, before all others.
    pub files: Vec<Layer>,
}

impl Named {
    /// A rulebook of this id, of no file.
    #[must_use]
    pub fn of(id: &str) -> Self {
        Self { id: id.to_owned(), files: Vec::new() }
    }

    /// The rulebook: among the files, then the editions of the workspace, then the shipped ones.
    pub(crate) fn among(&self, workspace: &Workspace) -> Result<Rulebook, AppError> {
        let mut layers = self.files.clone();
        layers.extend(editions(workspace)?);
        Ok(Rulebook::find(&self.id, &layers)?)
    }
}

/// The rulebooks published in a workspace, the oldest first.
///
/// # Errors
/// [`AppError::Store`] when it cannot be opened.
pub fn published(access: &Access) -> Result<Vec<Rulebook>, AppError> {
    let editions = editions(&access.look(Role::Read)?.workspace)?;
    Ok(editions.iter().filter_map(|layer| Rulebook::find(&layer.id, &editions).ok()).collect())
}

/// The rulebook of this id, published in a workspace or shipped.
///
/// # Errors
/// [`AppError::Store`] when the workspace cannot be opened, [`AppError::Rulebook`] when no rulebook has this id.
pub fn of_workspace(access: &Access, id: &str) -> Result<Rulebook, AppError> {
    find(&access.look(Role::Read)?.workspace, id)
}

/// The same, of a workspace that is open.
pub(crate) fn find(workspace: &Workspace, id: &str) -> Result<Rulebook, AppError> {
    let own = workspace.rulebook_editions()?.into_iter().find(|edition| edition.name == id);
    // What is wrong with the one wanted is said; the others are only left out.
    own.map(|edition| Layer::parse(&edition.text)).transpose()?;
    Named::of(id).among(workspace)
}

/// The layers published in a workspace. One that this version cannot read is left out: nothing is judged by it.
pub(crate) fn editions(workspace: &Workspace) -> Result<Vec<Layer>, AppError> {
    let editions = workspace.rulebook_editions()?;
    Ok(editions.iter().filter_map(|edition| Layer::parse(&edition.text).ok()).collect())
}

/// Every rulebook that a campaign can be judged by: those for an academic year, the shipped ones first.
///
/// # Errors
/// [`AppError::Rulebook`] when a shipped one is not well formed, which a test refuses.
pub(crate) fn campaigns(workspace: &Workspace) -> Result<Vec<Rulebook>, AppError> {
    let editions = editions(workspace)?;
    let mut books = Vec::new();
    for (id, _) in SHIPPED {
        books.push(Rulebook::shipped(id)?);
    }
    // An edition that lies over one that is gone cannot be judged by.
    books.extend(editions.iter().filter_map(|layer| Rulebook::find(&layer.id, &editions).ok()));
    books.retain(|book| book.academic_year().is_some());
    Ok(books)
}

/// One rulebook, as the window shows it.
#[must_use]
pub fn line(book: &Rulebook, language: Language) -> RulebookLine {
    RulebookLine {
        id: book.id().to_owned(),
        title: title(book, language),
        academic_year: book.academic_year().map(|year| year.to_string()),
    }
}

/// The title of a rulebook, with its edition when it is not the first.
#[must_use]
pub fn title(book: &Rulebook, language: Language) -> String {
    let title = book.title(language);
    match book.layers().first().map_or(1, |layer| layer.edition) {
        0 | 1 => title.to_owned(),
        edition => edition_title(language, title, edition),
    }
}

/// A title with the number of its edition.
pub(crate) fn edition_title(language: Language, title: &str, edition: u32) -> String {
    let message = Message::new("app-rulebook-edition").with("title", title).with("edition", edition.to_string());
    words::say(language, &message)
}
