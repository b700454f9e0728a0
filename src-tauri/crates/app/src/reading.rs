//! What a caller decides about reading files.

use crate::failure::AppError;
use guichet_intake::ReadOptions;
use guichet_model::SheetKind;
use std::path::Path;

/// The options of a kind and a mapping file.
///
/// # Errors
/// [`AppError::File`] when the mapping cannot be read, [`AppError::Mapping`] when it is not one.
pub fn read_options(kind: Option<SheetKind>, mapping: Option<&Path>) -> Result<ReadOptions, AppError> {
    let mapping = match mapping {
        None => None,
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(AppError::file(path))?;
            let mapping = guichet_intake::Mapping::parse(&text);
            Some(mapping.map_err(|error| AppError::Mapping { path: path.to_owned(), error })?)
        }
    };
    Ok(ReadOptions { kind, mapping: mapping.map(std::sync::Arc::new) })
}
