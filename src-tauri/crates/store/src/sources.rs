//! Where facts were read: files, sheets and rows, each kept once.

use crate::content::ContentHash;
use crate::error::{Result, unreadable};
use crate::facts::{KeptRows, all_kept_rows, is_unread, kept_rows};
use crate::pack::{PackedCell, unpack};
use crate::transact::Tx;
use guichet_model::{BY_HAND, Field, OtherRow, SheetKind, SourceCell, SourceRow, SourceSheet, TypedRow};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A sheet as stored.
pub(crate) struct KeptSheet {
    pub(crate) id: i64,
    /// Whether it was stored before, and perhaps some of its rows.
    pub(crate) known: bool,
    /// The operations that stored it and its file before, when they are known.
    pub(crate) operations: Vec<i64>,
}

/// The stored sheet, made when it is not there yet.
pub(crate) fn keep_sheet(tx: &Tx<'_>, sheet: &SourceSheet, rows: usize) -> Result<KeptSheet> {
    let (file, of_file) = keep_file(tx, sheet)?;
    let columns = serde_json::to_string(&sheet.columns).map_err(|_| unreadable("source_sheet.columns"))?;
    let (kind, header_row) = (sheet.kind.as_str(), sheet.header_row);
    let known = tx
        .query_row(
            "SELECT id, operation FROM source_sheet
             WHERE file = ?1 AND name = ?2 AND kind = ?3 AND header_row = ?4 AND columns = ?5",
            params![file, sheet.name, kind, header_row, columns],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    if let Some((id, of_sheet)) = known {
        return Ok(KeptSheet { id, known: true, operations: [of_file, of_sheet].into_iter().flatten().collect() });
    }
    let id = tx.new_id("source_sheet")?;
    let rows = i64::try_from(rows).unwrap_or(i64::MAX);
    tx.execute(
        "INSERT INTO source_sheet (id, file, name, kind, header_row, columns, rows, operation)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![id, file, sheet.name, kind, header_row, columns, rows, tx.operation().0],
    )?;
    Ok(KeptSheet { id, known: false, operations: of_file.into_iter().collect() })
}

/// The stored file, made when it is not there yet, and the operation that stored it before.
fn keep_file(tx: &Tx<'_>, sheet: &SourceSheet) -> Result<(i64, Option<i64>)> {
    let known = tx
        .query_row(
            "SELECT id, operation FROM source_file WHERE sha256 = ?1 AND name = ?2",
            params![sheet.sha256, sheet.file],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    if let Some((id, operation)) = known {
        return Ok((id, Some(operation)));
    }
    let id = tx.new_id("source_file")?;
    tx.execute(
        "INSERT INTO source_file (id, sha256, name, operation) VALUES (?1, ?2, ?3, ?4)",
        params![id, sheet.sha256, sheet.file, tx.operation().0],
    )?;
    Ok((id, None))
}

/// A stored row of a sheet, when it was stored before: its id, the operation that wrote it, and whether it says the same.
pub(crate) fn stored_row(
    tx: &Tx<'_>,
    sheet: i64,
    row: &TypedRow,
    (cells, content): (&[u8], &ContentHash),
) -> Result<Option<(i64, Option<i64>, bool)>> {
    Ok(tx
        .prepare_cached(
            "SELECT id, operation, cells = ?3 AND content = ?4 FROM source_row WHERE sheet = ?1 AND row = ?2",
        )?
        .query_row(params![sheet, row.source.row, cells, content], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?)
}

/// Whether an extract of a kind was ever given. What is entered by hand is none: rules tell "no such sheet was given" from
/// "the sheet has no such row".
pub(crate) fn kind_is_given(connection: &Connection, kind: SheetKind) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM source_sheet s JOIN source_file f ON f.id = s.file
             WHERE s.kind = ?1 AND f.sha256 NOT LIKE ?2)",
        )?
        .query_row(params![kind.as_str(), format!("{BY_HAND}%")], |row| row.get(0))
}

/// Stores a row. A row read again by a version that understands more, or with other answers, replaces its former
/// reading.
pub(crate) fn keep_row(tx: &Tx<'_>, sheet: i64, row: &TypedRow, cells: &[u8], content: &ContentHash) -> Result<i64> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO source_row (id, sheet, row, cells, content, operation) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (sheet, row) DO UPDATE SET cells = excluded.cells, content = excluded.content,
             operation = excluded.operation
         RETURNING id",
    )?;
    let new = tx.new_id("source_row")?;
    let values = params![new, sheet, row.source.row, cells, content, tx.operation().0];
    Ok(insert.query_row(values, |row| row.get(0))?)
}

/// What the sheet of a stored row is.
pub(crate) fn kind_of(connection: &Connection, row: i64) -> Result<SheetKind> {
    let kind: String = connection
        .prepare_cached("SELECT s.kind FROM source_row r JOIN source_sheet s ON s.id = r.sheet WHERE r.id = ?1")?
        .query_row([row], |row| row.get(0))?;
    Ok(SheetKind::from_name(&kind).ok_or_else(|| unreadable("source_sheet.kind"))?)
}

/// Every sheet, by its row id.
pub(crate) fn load_sheets(connection: &Connection) -> rusqlite::Result<HashMap<i64, Arc<SourceSheet>>> {
    connection
        .prepare(
            "SELECT s.id, f.name, f.sha256, s.name, s.kind, s.header_row, s.columns
             FROM source_sheet s JOIN source_file f ON f.id = s.file",
        )?
        .query_map([], |row| {
            let (kind, columns): (String, String) = (row.get(4)?, row.get(6)?);
            let sheet = SourceSheet {
                file: row.get(1)?,
                sha256: row.get(2)?,
                name: row.get(3)?,
                kind: SheetKind::from_name(&kind).ok_or_else(|| unreadable("source_sheet.kind"))?,
                header_row: row.get(5)?,
                columns: serde_json::from_str(&columns).map_err(|_| unreadable("source_sheet.columns"))?,
            };
            Ok((row.get(0)?, Arc::new(sheet)))
        })?
        .collect()
}

/// The rows that facts point to, each shared by all the facts read from it.
pub(crate) struct Rows {
    sheets: HashMap<i64, Arc<SourceSheet>>,
    rows: HashMap<i64, Arc<SourceRow>>,
    /// The older rows that still speak for facts, by table and fact, when all were read at once.
    kept: Option<BTreeMap<String, KeptRows>>,
}

/// The rows that facts were read from.
pub(crate) const FACT_ROWS: &str = "SELECT source_row FROM person UNION SELECT source_row FROM registration
    UNION SELECT source_row FROM certificate UNION SELECT source_row FROM past_registration
    UNION SELECT source_row FROM request UNION SELECT source_row FROM document
    UNION SELECT source_row FROM control_result UNION SELECT source_row FROM kept_row";

impl Rows {
    /// The rows of every fact.
    pub(crate) fn of_all(connection: &Connection) -> rusqlite::Result<Self> {
        let sheets = load_sheets(connection)?;
        let mut statement =
            connection.prepare(&format!("SELECT id, sheet, row, cells FROM source_row WHERE id IN ({FACT_ROWS})"))?;
        let mut found = statement.query([])?;
        let mut rows = HashMap::new();
        while let Some(row) = found.next()? {
            rows.insert(row.get(0)?, Arc::new(read_row(&sheets, row)?));
        }
        Ok(Self { sheets, rows, kept: Some(all_kept_rows(connection)?) })
    }

    /// No row yet: each is read when asked for.
    pub(crate) fn on_demand(connection: &Connection) -> rusqlite::Result<Self> {
        Ok(Self { sheets: load_sheets(connection)?, rows: HashMap::new(), kept: None })
    }

    /// What a fact of a table was read from: its row, and the older ones that still speak for it.
    pub(crate) fn of_fact(
        &mut self,
        connection: &Connection,
        (table, fact): (&str, i64),
        source: i64,
    ) -> rusqlite::Result<Arc<SourceRow>> {
        let kept = match &self.kept {
            Some(all) => all.get(table).and_then(|facts| facts.get(&fact)).cloned().unwrap_or_default(),
            None => kept_rows(connection, table, fact)?,
        };
        let newest = self.get(connection, source)?;
        if kept.is_empty() {
            return Ok(newest);
        }
        let other = |(row, beside): (i64, bool)| Ok(OtherRow { row: self.get(connection, row)?, beside });
        let others = kept.into_iter().map(other).collect::<rusqlite::Result<_>>()?;
        Ok(Arc::new(SourceRow { others, ..SourceRow::clone(&newest) }))
    }

    /// One row.
    pub(crate) fn get(&mut self, connection: &Connection, id: i64) -> rusqlite::Result<Arc<SourceRow>> {
        if let Some(row) = self.rows.get(&id) {
            return Ok(Arc::clone(row));
        }
        let row = connection
            .prepare_cached("SELECT id, sheet, row, cells FROM source_row WHERE id = ?1")?
            .query_row([id], |row| read_row(&self.sheets, row))?;
        let row = Arc::new(row);
        self.rows.insert(id, Arc::clone(&row));
        Ok(row)
    }
}

fn read_row(sheets: &HashMap<i64, Arc<SourceSheet>>, row: &rusqlite::Row<'_>) -> rusqlite::Result<SourceRow> {
    let sheet = sheets.get(&row.get(1)?).ok_or_else(|| unreadable("source_row.sheet"))?;
    let cells = unpack(row.get_ref(3)?.as_blob()?)?;
    let unread = unread_columns(sheet, &cells).collect();
    let mut cells: Vec<SourceCell> = cells.into_iter().map(|packed| packed.cell).collect();
    // Collected in place, they would keep room for three times as many: an office holds every row.
    cells.shrink_to_fit();
    Ok(SourceRow { sheet: Arc::clone(sheet), row: row.get(2)?, cells, unread, others: Vec::new() })
}

/// The columns of known fields whose cell holds something that was not understood.
fn unread_columns<'c>(sheet: &'c SourceSheet, cells: &'c [PackedCell]) -> impl Iterator<Item = u16> + 'c {
    let keyed = sheet.has(Field::IneKey);
    let field = |column: u16| sheet.columns.iter().find(|known| known.column == column)?.field;
    let unread = cells
        .iter()
        .filter(move |packed| field(packed.cell.column).is_some_and(|field| is_unread(field, packed, keyed)));
    unread.map(|packed| packed.cell.column)
}
