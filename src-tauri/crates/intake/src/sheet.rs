//! From the cells of a sheet whose headers are known to typed rows.

use crate::clean::clean;
use crate::column::Column;
use crate::grid::{RawCell, RawRow, RawSheet};
use crate::header::Header;
use crate::mapping::Mapping;
use crate::say::Say;
use guichet_model::{Field, FieldValue, SourceCell, SourceRow, SourceSheet, TypedRow};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One recognised sheet of a file, read.
#[derive(Clone, Debug)]
pub struct SheetReading {
    /// What the sheet is and which column is which field.
    pub sheet: Arc<SourceSheet>,
    /// Whether the spreadsheet program hides the sheet.
    pub hidden: bool,
    /// Its rows below the headers, from top to bottom; rows without any text are left out.
    pub rows: Vec<TypedRow>,
}

/// Reads every row below the headers; problems are told from the left column to the right.
pub(crate) fn read(
    sheet: Arc<SourceSheet>,
    raw: &RawSheet,
    header: &Header,
    mapping: Option<&Arc<Mapping>>,
    say: &mut Say<'_>,
) -> SheetReading {
    let mut reader = SheetReader::new(&sheet, header, mapping);
    let below = raw.rows.iter().filter(|row| row.row > header.row);
    let mut rows: Vec<TypedRow> = below.filter_map(|row| reader.row(row)).collect();
    let unread: BTreeSet<Field> = reader.columns.values_mut().filter_map(|column| column.unread_dates(say)).collect();
    if !unread.is_empty() {
        for row in &mut rows {
            row.values.retain(|field, _| !unread.contains(field));
        }
    }
    for column in reader.columns.values_mut() {
        column.tell(say);
    }
    SheetReading { sheet, hidden: raw.hidden, rows }
}

struct SheetReader<'a> {
    sheet: &'a Arc<SourceSheet>,
    columns: BTreeMap<u16, Column>,
    dropped: BTreeSet<u16>,
    headers: BTreeMap<u16, &'a str>,
}

impl<'a> SheetReader<'a> {
    fn new(sheet: &'a Arc<SourceSheet>, header: &Header, mapping: Option<&Arc<Mapping>>) -> Self {
        let mapped = sheet
            .columns
            .iter()
            .filter_map(|column| Some((column.column, Column::new(column, column.field?, mapping.cloned()))));
        Self {
            sheet,
            columns: mapped.collect(),
            dropped: header.dropped.iter().map(|column| column.column).collect(),
            headers: sheet.columns.iter().map(|column| (column.column, column.header.as_str())).collect(),
        }
    }

    /// One row, unless it holds nothing or repeats the headers (as at the top of each printed page).
    fn row(&mut self, raw: &RawRow) -> Option<TypedRow> {
        if self.repeats_headers(raw) {
            return None;
        }
        let mut cells = Vec::with_capacity(raw.cells.len());
        let mut values = BTreeMap::new();
        for cell in raw.cells.iter().filter(|cell| !self.dropped.contains(&cell.column)) {
            let text = clean(&cell.raw);
            if text.is_empty() {
                continue;
            }
            cells.push(SourceCell { column: cell.column, raw: cell.raw.clone() });
            if let Some(column) = self.columns.get_mut(&cell.column)
                && let Some(value) = column.read(raw.row, cell, &text)
            {
                values.insert(column.field(), value);
            }
        }
        let source = SourceRow { sheet: Arc::clone(self.sheet), row: raw.row, cells };
        (!source.cells.is_empty()).then(|| TypedRow { source: Arc::new(source), values })
    }

    fn repeats_headers(&self, raw: &RawRow) -> bool {
        let same = |cell: &RawCell| self.headers.get(&cell.column).is_some_and(|header| clean(&cell.raw) == *header);
        raw.cells.len() > 1 && raw.cells.iter().all(same)
    }
}

/// A date without its hour.
pub(crate) fn without_hour(value: FieldValue) -> FieldValue {
    match value {
        FieldValue::Instant(instant) => FieldValue::Date(instant.date()),
        other => other,
    }
}
