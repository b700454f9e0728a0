//! What a caller decides about reading files.

use crate::failure::AppError;
use guichet_intake::{Mapping, ReadOptions};
use guichet_model::SheetKind;
use std::path::Path;

/// The options of a kind and a mapping file.
///
/// # Errors
/// [`AppError::File`] when the mapping cannot be read, [`AppError::Mapping`] when it is not one.
pub fn read_options(kind: Option<SheetKind>, mapping: Option<&Path>) -> Result<ReadOptions, AppError> {
    let mapping = mapping.map(read_mapping).transpose()?;
    Ok(ReadOptions { kind, mapping: mapping.map(std::sync::Arc::new) })
}

/// What a mapping file says.
pub(crate) fn read_mapping(path: &Path) -> Result<Mapping, AppError> {
    let text = std::fs::read_to_string(path).map_err(AppError::file(path))?;
    Mapping::parse(&text).map_err(|error| AppError::Mapping { path: path.to_owned(), error })
}
