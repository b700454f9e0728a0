use guichet_model::{SourceSheet, TypedRow};
use std::sync::Arc;

/// One file to import, as read.
#[derive(Clone, Debug)]
pub struct PlannedFile {
    /// The file's name, without its folder.
    pub name: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Its recognised sheets.
    pub sheets: Vec<PlannedSheet>,
}

/// One recognised sheet with its rows. Cloning it copies no row.
#[derive(Clone, Debug)]
pub struct PlannedSheet {
    /// The sheet.
    pub sheet: Arc<SourceSheet>,
    /// Its rows, in the sheet's order.
    pub rows: Arc<Vec<TypedRow>>,
    /// Whether it holds corrections of some rows only: what it does not hold is not gone.
    pub corrections: bool,
}
