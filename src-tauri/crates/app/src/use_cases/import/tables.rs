//! Places on the wire and in what was understood: ranks from 0, rows and columns from 1 on the wire.

use super::Session;
use super::session::SessionFile;
use crate::failure::AppError;
use crate::wire::TablePlace;
use guichet_intake::SheetLayout;

impl TablePlace {
    /// The same place within its file.
    pub(crate) fn within(self) -> guichet_intake::TablePlace {
        guichet_intake::TablePlace { sheet: self.sheet as usize, table: self.table as usize }
    }
}

impl Session {
    /// A file, by its rank.
    pub(crate) fn file(&self, rank: u32) -> Result<&SessionFile, AppError> {
        self.files.get(rank as usize).ok_or(AppError::Gone("file"))
    }

    /// What was understood of a table.
    pub(crate) fn table(&self, at: TablePlace) -> Result<&SheetLayout, AppError> {
        self.file(at.file)?.read.layout(at.within()).ok_or(AppError::Gone("table"))
    }
}

/// A row or column that a person counts from one, counted from zero.
pub(crate) fn from_one<T: TryFrom<u32>>(number: u32) -> Result<T, AppError> {
    let counted = number.checked_sub(1).and_then(|number| T::try_from(number).ok());
    counted.ok_or_else(|| AppError::NotACommand(number.to_string()))
}
