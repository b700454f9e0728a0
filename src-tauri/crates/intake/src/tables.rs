//! The tables of a sheet: most sheets hold one, some hold several, side by side or one below the other.

use crate::grid::{CellValue, Marks, RawCell, RawRow, RawSheet};
use crate::header::{Header, SEARCHED_ROWS, continues_table, find, starts_table};
use crate::mapping::Mapping;
use guichet_model::Field;
use std::collections::BTreeSet;

/// Most cells of a row that is a title or a note between two tables.
const NOTE_CELLS: usize = 2;

/// The tables of a sheet that holds several, from left to right and from top to bottom; empty when it holds one.
pub(crate) fn split(sheet: &RawSheet, mapping: &Mapping, hint: &str) -> Vec<RawSheet> {
    let bands = side_by_side(sheet, mapping, hint);
    if bands.is_empty() {
        return one_below_the_other(sheet, mapping, hint);
    }
    bands
        .into_iter()
        .flat_map(|band| {
            let tables = one_below_the_other(&band, mapping, hint);
            if tables.is_empty() { vec![band] } else { tables }
        })
        .collect()
}

/// Parts of a sheet that no column joins and of which at least two are tables of their own.
fn side_by_side(sheet: &RawSheet, mapping: &Mapping, hint: &str) -> Vec<RawSheet> {
    let spans = spans(sheet);
    if spans.len() < 2 {
        return Vec::new();
    }
    let complete = |(first, last): &(u16, u16)| {
        let top = part(sheet, &sheet.rows[..sheet.rows.len().min(SEARCHED_ROWS)], Some((*first, *last)));
        find(&top, mapping, hint, &BTreeSet::new()).is_some_and(|header| header.found && header.usable)
    };
    // What is no table of its own belongs to the table on its left.
    let mut joined: Vec<(u16, u16, bool)> = Vec::new();
    for span in &spans {
        let own = complete(span);
        match joined.last_mut() {
            Some(last) if !own || !last.2 => {
                last.1 = span.1;
                last.2 |= own;
            }
            _ => joined.push((span.0, span.1, own)),
        }
    }
    if joined.len() < 2 {
        return Vec::new();
    }
    joined.iter().map(|(first, last, _)| part(sheet, &sheet.rows, Some((*first, *last)))).collect()
}

/// The columns that hold something, in spans that no empty column interrupts.
fn spans(sheet: &RawSheet) -> Vec<(u16, u16)> {
    let mut used: Vec<bool> = Vec::new();
    for cell in sheet.rows.iter().flat_map(|row| &row.cells) {
        let column = usize::from(cell.column);
        if column >= used.len() {
            used.resize(column + 1, false);
        }
        used[column] = true;
    }
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for (column, _) in (0u16..).zip(used).filter(|(_, used)| *used) {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == column => *last = column,
            _ => spans.push((column, column)),
        }
    }
    spans
}

/// The tables that start with headers of their own below the first one.
fn one_below_the_other(sheet: &RawSheet, mapping: &Mapping, hint: &str) -> Vec<RawSheet> {
    let top = part(sheet, &sheet.rows[..sheet.rows.len().min(SEARCHED_ROWS)], None);
    let Some(header) = find(&top, mapping, hint, &BTreeSet::new()).filter(|header| header.found) else {
        return Vec::new();
    };
    let rows = &sheet.rows;
    let after = rows.partition_point(|row| row.row <= header.row());
    let mut keys = Keys::of(&header);
    let mut starts = vec![0];
    for place in after + 1..rows.len() {
        let (before, row) = (&rows[place - 1], &rows[place]);
        keys.note(before);
        let apart =
            before.row + 1 < row.row || before.cells.len() <= NOTE_CELLS && row.cells.len() > before.cells.len();
        let is_headers = || match apart {
            true => starts_table(row, mapping, hint) || keys.is_headers(row),
            false => continues_table(row, mapping, hint),
        };
        if !repeats(&header.lines, row) && is_headers() {
            starts.push(title_above(rows, place, after));
        }
    }
    if starts.len() < 2 {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).copied().chain([rows.len()]);
    starts.iter().zip(ends).map(|(start, end)| part(sheet, &rows[*start..end], None)).collect()
}

/// What the column of the first table that names persons by a number holds: where it holds numbers, a row of nothing but
/// words is no person but the headers of something else.
struct Keys {
    column: Option<u16>,
    cells: usize,
    numbers: usize,
}

impl Keys {
    fn of(header: &Header) -> Self {
        let is_key = |field: Option<Field>| matches!(field, Some(Field::StudentNumber | Field::Ine));
        let column = header.columns.iter().find(|column| is_key(column.source.field));
        Self { column: column.map(|column| column.source.column), cells: 0, numbers: 0 }
    }

    fn cell<'a>(&self, row: &'a RawRow) -> Option<&'a RawCell> {
        row.cells.iter().find(|cell| Some(cell.column) == self.column)
    }

    fn note(&mut self, row: &RawRow) {
        if let Some(cell) = self.cell(row) {
            self.cells += 1;
            self.numbers += usize::from(has_digit(&cell.raw));
        }
    }

    fn is_headers(&self, row: &RawRow) -> bool {
        let is_word = |cell: &RawCell| cell.value == CellValue::Text && !has_digit(&cell.raw);
        self.numbers > 0
            && self.numbers * 2 >= self.cells
            && row.cells.len() >= 2
            && self.cell(row).is_some()
            && row.cells.iter().all(is_word)
    }
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a row says the same as a line of headers, as at the top of each printed page.
pub(crate) fn repeats(lines: &[std::collections::BTreeMap<u16, String>], row: &RawRow) -> bool {
    let same = |line: &std::collections::BTreeMap<u16, String>| {
        let said =
            |cell: &RawCell| line.get(&cell.column).is_some_and(|header| crate::clean::clean(&cell.raw) == *header);
        row.cells.iter().all(said)
    };
    row.cells.len() > 1 && lines.iter().any(same)
}

/// The first of the title rows right above a table.
fn title_above(rows: &[RawRow], headers: usize, after: usize) -> usize {
    let mut start = headers;
    while start > after && rows[start - 1].cells.len() < NOTE_CELLS && rows[start - 1].row + 1 == rows[start].row {
        start -= 1;
    }
    start
}

/// Some rows of a sheet, and of these some columns, at their own addresses.
fn part(sheet: &RawSheet, rows: &[RawRow], columns: Option<(u16, u16)>) -> RawSheet {
    let of_row = |row: &RawRow| {
        let holds = |column: u16| columns.is_none_or(|(first, last)| (first..=last).contains(&column));
        let cells: Vec<_> = row.cells.iter().filter(|cell| holds(cell.column)).cloned().collect();
        (!cells.is_empty()).then_some(RawRow { row: row.row, cells })
    };
    let rows: Vec<RawRow> = rows.iter().filter_map(of_row).collect();
    let span = rows.first().map(|row| row.row).zip(rows.last().map(|row| row.row));
    let within = |row: u32| span.is_some_and(|(first, last)| (first..=last).contains(&row));
    let marks = Marks {
        hidden_rows: sheet.marks.hidden_rows.clone(),
        hidden_columns: sheet.marks.hidden_columns.clone(),
        filtered: sheet.marks.filtered,
        merged: sheet.marks.merged.iter().filter(|(top, ..)| within(*top)).copied().collect(),
    };
    RawSheet { name: sheet.name.clone(), hidden: sheet.hidden, rows, marks }
}
