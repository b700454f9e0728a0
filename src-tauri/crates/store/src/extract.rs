use crate::Workspace;
use crate::error::{Result, unreadable};
use crate::pack::unpack;
use guichet_model::{SourceCell, SourceColumn};
use rusqlite::{OptionalExtension, params};

/// A piece of an imported sheet, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetExtract {
    /// File name.
    pub file: String,
    /// Sheet name.
    pub sheet: String,
    /// Row of the headers, the first of the sheet being 0.
    pub header_row: u32,
    /// The columns that have a header, from left to right.
    pub columns: Vec<SourceColumn>,
    /// The row asked for and those kept around it, from top to bottom.
    pub rows: Vec<ExtractRow>,
}

/// One row of an extract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtractRow {
    /// Row, the first of the sheet being 0.
    pub row: u32,
    /// The cells that hold something, from left to right.
    pub cells: Vec<SourceCell>,
}

impl Workspace {
    /// The row of a sheet with up to `radius` rows on either side, as far as they are kept: a row that an import
    /// did not need, and that lies far from those it needed, is not. `None` when the row itself is not kept.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn extract(&self, sha256: &str, sheet: &str, row: u32, radius: u32) -> Result<Option<SheetExtract>> {
        let found = self
            .connection
            .query_row(
                "SELECT s.id, f.name, s.header_row, s.columns FROM source_sheet s
                 JOIN source_file f ON f.id = s.file JOIN source_row r ON r.sheet = s.id
                 WHERE f.sha256 = ?1 AND s.name = ?2 AND r.row = ?3 ORDER BY s.id DESC LIMIT 1",
                params![sha256, sheet, row],
                |row| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?, row.get::<_, String>(3)?)),
            )
            .optional()?;
        let Some((id, file, header_row, columns)) = found else { return Ok(None) };
        let rows = self
            .connection
            .prepare_cached(
                "SELECT row, cells FROM source_row WHERE sheet = ?1 AND row BETWEEN ?2 AND ?3 ORDER BY row",
            )?
            .query_map(params![id, row.saturating_sub(radius), row.saturating_add(radius)], |row| {
                let cells = unpack(row.get_ref(1)?.as_blob()?)?;
                Ok(ExtractRow { row: row.get(0)?, cells: cells.into_iter().map(|packed| packed.cell).collect() })
            })?
            .collect::<rusqlite::Result<_>>()?;
        let columns = serde_json::from_str(&columns).map_err(|_| unreadable("source_sheet.columns"))?;
        Ok(Some(SheetExtract { file, sheet: sheet.to_owned(), header_row, columns, rows }))
    }
}
