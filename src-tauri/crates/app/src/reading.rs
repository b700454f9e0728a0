//! What a caller decides about reading files.

use crate::failure::AppError;
use guichet_intake::{Mapping, MappingLines, ReadOptions};
use guichet_model::SheetKind;
use std::path::Path;
use std::sync::Arc;

/// The options of a kind and a mapping file.
///
/// # Errors
/// [`AppError::File`] when the mapping cannot be read, [`AppError::Mapping`] when it is not one.
pub fn read_options(kind: Option<SheetKind>, mapping: Option<&Path>) -> Result<ReadOptions, AppError> {
    let Some(path) = mapping else { return Ok(ReadOptions { kind, ..ReadOptions::default() }) };
    let (mapping, lines) = read_with_lines(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(ReadOptions { kind, mapping: Some(Arc::new(mapping)), mapping_lines: Some(Arc::new((name, lines))) })
}

/// What a mapping file says.
pub(crate) fn read_mapping(path: &Path) -> Result<Mapping, AppError> {
    read_with_lines(path).map(|(mapping, _)| mapping)
}

fn read_with_lines(path: &Path) -> Result<(Mapping, MappingLines), AppError> {
    let text = std::fs::read_to_string(path).map_err(AppError::file(path))?;
    Mapping::parse_with_lines(&text).map_err(|error| AppError::Mapping { path: path.to_owned(), error })
}
