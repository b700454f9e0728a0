//! Which rulebooks there are: the shipped ones and those of files.

use crate::failure::AppError;
use crate::wire::RulebookLine;
use guichet_model::Language;
use guichet_rules::Rulebook;
use guichet_rules::rulebook::{Layer, SHIPPED};
use std::path::PathBuf;

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

/// Every shipped rulebook that a campaign can be judged by: those for an academic year.
///
/// # Errors
/// [`AppError::Rulebook`] when a shipped one is not well formed, which a test refuses.
pub fn campaigns(language: Language) -> Result<Vec<RulebookLine>, AppError> {
    let mut lines = Vec::new();
    for (id, _) in SHIPPED {
        let book = Rulebook::shipped(id)?;
        if book.academic_year().is_some() {
            lines.push(line(&book, language));
        }
    }
    Ok(lines)
}

/// One rulebook, as the window shows it.
#[must_use]
pub fn line(book: &Rulebook, language: Language) -> RulebookLine {
    RulebookLine {
        id: book.id().to_owned(),
        title: book.title(language).to_owned(),
        academic_year: book.academic_year().map(|year| year.to_string()),
    }
}
