//! What a caller decides about reading files.

use crate::failure::AppError;
use guichet_intake::ReadOptions;
use guichet_model::SheetKind;
use std::path::Path;

/// x
pub fn read_options(kind: Option<SheetKind>, _mapping: Option<&Path>) -> Result<ReadOptions, AppError> {
    Ok(ReadOptions { kind })
}
