//! From the cells of a sheet whose headers are known to typed rows.

use crate::clean::clean;
use crate::column::Column;
use crate::display::HiddenSpans;
use crate::grid::{CellValue, RawCell, RawRow, RawSheet};
use crate::header::Header;
use crate::identifier_keys::DamagedInes;
use crate::layout::{CodedText, DateLayout, TablePlace};
use crate::limits::MAX_NAME_CHARS;
use crate::mapping::{HiddenRows, Mapping};
use crate::notes::Notes;
use crate::say::Say;
use crate::tables::repeats;
use guichet_model::{Field, FieldValue, SourceCell, SourceSheet, TypedRow};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One recognised sheet of a file, read.
#[derive(Clone, Debug)]
pub struct SheetReading {
    /// Which table of the file it is.
    pub place: TablePlace,
    /// What the sheet is and which column is which field.
    pub sheet: Arc<SourceSheet>,
    /// Whether the spreadsheet program hides the sheet.
    pub hidden: bool,
    /// Whether this program wrote it, as rows to correct: it is no extract, and what it does not hold is not gone.
    pub corrections: bool,
    /// Its rows below the headers, from top to bottom; rows without any text are left out.
    pub rows: Vec<TypedRow>,
}

/// What the rows of a table say, and what was seen of its columns while they were read.
pub(crate) struct Rows {
    pub(crate) rows: Vec<TypedRow>,
    pub(crate) seen: BTreeMap<u16, Seen>,
}

/// What was seen of a column.
pub(crate) struct Seen {
    pub(crate) dates: Option<DateLayout>,
    pub(crate) values: Vec<CodedText>,
    pub(crate) has_more_values: bool,
}

/// Reads every row below the headers that counts; problems are told from the left column to the right.
pub(crate) fn read(
    sheet: &Arc<SourceSheet>,
    raw: &RawSheet,
    header: &Header,
    mapping: &Mapping,
    say: &mut Say<'_>,
) -> Rows {
    let mut reader = SheetReader::new(sheet, header, mapping);
    let mut rows: Vec<TypedRow> = counted_rows(raw, header, mapping).filter_map(|row| reader.row(row)).collect();
    let mut unread: BTreeSet<Field> =
        reader.columns.values_mut().filter_map(|column| column.unread_dates(say)).collect();
    if reader.columns.values().any(|column| column.is_month_first()) {
        unread.extend(reader.columns.values_mut().filter_map(|column| column.doubtful_dates(say)));
    }
    reader.columns.values().for_each(|column| column.exchange_dates(&mut rows, say));
    // One column that can only be day first speaks for the others.
    if !reader.columns.values().any(Column::writes_day_first) {
        reader.columns.values().for_each(|column| column.tell_assumed_order(say));
    }
    if !unread.is_empty() {
        for row in &mut rows {
            row.values.retain(|field, _| !unread.contains(field));
        }
    }
    for column in reader.columns.values_mut() {
        column.tell(say);
    }
    reader.ines.tell(say);
    say.rows_left_out(&reader.left_out);
    reader.unnamed.iter().for_each(|(column, count)| say.column_unnamed(*column, *count));
    say.cells_beyond(&reader.beyond, reader.last_header);
    let seen = reader.columns.iter().map(|(place, column)| {
        let (values, has_more_values) = column.values();
        (*place, Seen { dates: column.dates(), values, has_more_values })
    });
    Rows { seen: seen.collect(), rows }
}

/// The rows below the headers that a person did not leave out.
pub(crate) fn counted_rows<'a>(
    raw: &'a RawSheet,
    header: &Header,
    mapping: &Mapping,
) -> impl Iterator<Item = &'a RawRow> {
    let first = mapping.table.first_row.unwrap_or(0).max(header.row().saturating_add(1));
    let last = mapping.table.last_row.unwrap_or(u32::MAX);
    let reads_hidden = mapping.table.hidden_rows != Some(HiddenRows::LeaveOut);
    let hidden = if reads_hidden { HiddenSpans::default() } else { HiddenSpans::of(raw) };
    let start = raw.rows.partition_point(|row| row.row < first);
    let counts = move |row: &&RawRow| row.row <= last && (reads_hidden || !hidden.hold(row.row));
    raw.rows[start..].iter().filter(counts)
}

/// A fact that no column says and every row is said to hold: it stands in a column of its own, right of all others, so
/// that a row says the same wherever it is compared.
struct Constant {
    column: u16,
    field: Field,
    raw: Box<str>,
    value: FieldValue,
}

struct SheetReader<'a> {
    sheet: &'a Arc<SourceSheet>,
    columns: BTreeMap<u16, Column<'a>>,
    /// The columns of one field: the one that is read first, and the one beside it.
    pairs: Vec<(u16, u16)>,
    constants: Vec<Constant>,
    dropped: BTreeSet<u16>,
    lines: &'a [BTreeMap<u16, String>],
    notes: Notes,
    /// The rows that are about nobody.
    left_out: Vec<u32>,
    ines: DamagedInes,
    /// The column of the last header, and the rows that hold something right of it.
    last_header: u16,
    beyond: Vec<u32>,
    /// The columns that have a header.
    headed: BTreeSet<u16>,
    /// The columns without a header between those that have one, and how many of their cells hold something.
    unnamed: BTreeMap<u16, usize>,
}

impl<'a> SheetReader<'a> {
    fn new(sheet: &'a Arc<SourceSheet>, header: &'a Header, mapping: &'a Mapping) -> Self {
        let (mut columns, mut constants) = (BTreeMap::new(), Vec::new());
        let given: BTreeMap<Field, &str> = mapping.constants().collect();
        for column in &sheet.columns {
            let Some(field) = column.field else { continue };
            let of_a_header = header.columns.iter().any(|known| known.source.column == column.column);
            if of_a_header {
                columns.insert(column.column, Column::new(column, field, mapping));
            } else if let Some(text) = given.get(&field) {
                let cell = RawCell { column: column.column, value: CellValue::Text, raw: (*text).into() };
                let value = Column::new(column, field, mapping).read(header.row(), &cell, text);
                constants.extend(value.map(|value| Constant { column: cell.column, field, raw: cell.raw, value }));
            }
        }
        Self {
            sheet,
            pairs: pairs(&columns),
            columns,
            constants,
            dropped: header.withheld.clone(),
            lines: &header.lines,
            notes: Notes::of(sheet),
            left_out: Vec::new(),
            ines: DamagedInes::of(sheet),
            last_header: header.columns.iter().map(|column| column.source.column).max().unwrap_or(u16::MAX),
            beyond: Vec::new(),
            headed: header.columns.iter().map(|column| column.source.column).collect(),
            unnamed: BTreeMap::new(),
        }
    }

    /// One row, unless it holds nothing or repeats the headers (as at the top of each printed page).
    fn row(&mut self, raw: &RawRow) -> Option<TypedRow> {
        if repeats(self.lines, raw) {
            return None;
        }
        let mut cells = Vec::with_capacity(raw.cells.len());
        let mut texts = Vec::with_capacity(raw.cells.len());
        for cell in raw.cells.iter().filter(|cell| !self.dropped.contains(&cell.column)) {
            let text = clean(&cell.raw);
            if text.is_empty() {
                continue;
            }
            let column = self.columns.get_mut(&cell.column).filter(|_| cell.raw.len() > MAX_NAME_CHARS);
            let (cell, text) = match column.and_then(|column| column.cut(raw.row, cell)) {
                Some(cut) => {
                    let text = clean(&cut.raw).into_owned();
                    (Cow::Owned(cut), Cow::Owned(text))
                }
                None => (Cow::Borrowed(cell), text),
            };
            cells.push(SourceCell { column: cell.column, raw: cell.raw.clone() });
            texts.push((cell, text));
        }
        if cells.is_empty() {
            return None;
        }
        if self.notes.hold(&cells) {
            self.left_out.push(raw.row);
            return None;
        }
        if texts.last().is_some_and(|(cell, _)| cell.column > self.last_header) {
            self.beyond.push(raw.row);
        }
        let unnamed = texts.iter().map(|(cell, _)| cell.column).filter(|column| !self.headed.contains(column));
        for column in unnamed.filter(|column| *column < self.last_header) {
            *self.unnamed.entry(column).or_default() += 1;
        }
        self.ines.note(raw);
        let mut values = BTreeMap::new();
        for (cell, text) in &texts {
            let beside = match self.place_in_pair(cell.column, &texts) {
                InPair::Said => continue,
                InPair::Beside(column) => self.meaning_of(column, &texts),
                InPair::Alone => None,
            };
            if let Some(column) = self.columns.get_mut(&cell.column)
                && let Some(value) = column.read_beside(raw.row, cell, text, beside)
            {
                values.insert(column.field(), value);
            }
        }
        for constant in &self.constants {
            cells.push(SourceCell { column: constant.column, raw: constant.raw.clone() });
            values.insert(constant.field, constant.value.clone());
        }
        Some(TypedRow::new(self.sheet, raw.row, cells, values))
    }
}

impl SheetReader<'_> {
    /// What a column's cell is to the other column of its field.
    fn place_in_pair(&self, column: u16, texts: &[(Cow<'_, RawCell>, Cow<'_, str>)]) -> InPair {
        let holds = |column: u16| texts.iter().any(|(cell, _)| cell.column == column);
        let pair = self.pairs.iter().find(|(main, beside)| *main == column || *beside == column);
        match pair {
            Some((main, beside)) if *main == column => InPair::Beside(*beside),
            Some((main, _)) if holds(*main) => InPair::Said,
            _ => InPair::Alone,
        }
    }

    fn meaning_of(&mut self, column: u16, texts: &[(Cow<'_, RawCell>, Cow<'_, str>)]) -> Option<FieldValue> {
        let (cell, text) = texts.iter().find(|(cell, _)| cell.column == column)?;
        self.columns.get_mut(&column)?.meaning_of(cell, text)
    }
}

/// What a cell is to the one that says the same by its code or by its label.
enum InPair {
    /// It is the only one.
    Alone,
    /// It is read, with what stands in this column.
    Beside(u16),
    /// The other one is read, with it.
    Said,
}

/// The columns that are two of one field: of lists, codes come first; of texts, what people read.
fn pairs(columns: &BTreeMap<u16, Column<'_>>) -> Vec<(u16, u16)> {
    let mut of_field: BTreeMap<Field, Vec<u16>> = BTreeMap::new();
    for (place, column) in columns {
        of_field.entry(column.field()).or_default().push(*place);
    }
    let ordered = of_field.into_values().filter_map(|places| match *places {
        [one, other] => {
            let first = columns.get(&one)?;
            Some(if first.is_code() == first.repeats() { (one, other) } else { (other, one) })
        }
        _ => None,
    });
    ordered.collect()
}

/// A date without its hour.
pub(crate) fn without_hour(value: FieldValue) -> FieldValue {
    match value {
        FieldValue::Instant(instant) => FieldValue::Date(instant.date()),
        other => other,
    }
}
