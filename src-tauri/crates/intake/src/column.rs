//! One column while its rows are read: what it repeats, and what it could not understand.

use crate::dates::{WrittenDate, says_hour};
use crate::grid::{CellValue, RawCell};
use crate::mapping::Mapping;
use crate::say::Say;
use crate::sheet::without_hour;
use crate::value::{Expected, Reader, Reading};
use guichet_model::{CellAddress, Field, FieldValue, SourceColumn, fold};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Unreadable cells told one by one; the rest are counted.
const MAX_TOLD_CELLS: usize = 50;
/// Cells named in a problem that groups several.
const NAMED_CELLS: usize = 5;
/// Different texts remembered in a column that repeats few.
const MAX_REMEMBERED: usize = 4_096;

/// Cells that hold one and the same thing.
#[derive(Default)]
pub(crate) struct Group {
    /// The first cells.
    pub(crate) first: Vec<CellAddress>,
    /// How many there are.
    pub(crate) count: usize,
}

impl Group {
    fn add(&mut self, address: CellAddress) {
        self.count += 1;
        if self.first.len() < NAMED_CELLS {
            self.first.push(address);
        }
    }
}

/// A column recognised as a field.
pub(crate) struct Column {
    column: u16,
    header: String,
    field: Field,
    reader: Reader,
    mapping: Option<Arc<Mapping>>,
    remembered: HashMap<String, Reading>,
    unmapped: BTreeMap<String, (String, Group)>,
    unreadable: Vec<(CellAddress, String, Expected)>,
    unreadable_count: usize,
    /// Dates that can only be, or can also be, day first.
    day_first: Group,
    month_first: Group,
}

impl Column {
    pub(crate) fn new(column: &SourceColumn, field: Field, mapping: Option<Arc<Mapping>>) -> Self {
        Self {
            column: column.column,
            header: column.header.clone(),
            field,
            reader: Reader::new(field, &column.header),
            mapping,
            remembered: HashMap::new(),
            unmapped: BTreeMap::new(),
            unreadable: Vec::new(),
            unreadable_count: 0,
            day_first: Group::default(),
            month_first: Group::default(),
        }
    }

    /// The field it holds.
    pub(crate) fn field(&self) -> Field {
        self.field
    }

    /// The value of a cell whose cleaned text is not empty; what is not understood is kept to be told.
    pub(crate) fn read(&mut self, row: u32, cell: &RawCell, text: &str) -> Option<FieldValue> {
        let address = CellAddress { row, column: self.column };
        match self.understand(cell, text) {
            Reading::Value(value) => {
                if matches!(value, FieldValue::Instant(_)) {
                    self.day_first.add(address);
                }
                Some(self.fit(value))
            }
            Reading::Written(date) => {
                let value = self.weigh(date, address);
                // A day written without an hour is the whole day, not its midnight.
                Some(if says_hour(text) { value } else { without_hour(value) })
            }
            Reading::Unmapped => {
                let folded = fold(text);
                let key = if folded.is_empty() { text.to_owned() } else { folded };
                self.unmapped.entry(key).or_insert_with(|| (text.to_owned(), Group::default())).1.add(address);
                None
            }
            Reading::Unreadable(expected) => {
                self.unreadable_count += 1;
                if self.unreadable.len() < MAX_TOLD_CELLS {
                    self.unreadable.push((address, text.to_owned(), expected));
                }
                None
            }
        }
    }

    fn understand(&mut self, cell: &RawCell, text: &str) -> Reading {
        if let Some(value) = self.mapping.as_ref().and_then(|mapping| mapping.value(self.field, text)) {
            let meant = RawCell { column: cell.column, value: CellValue::Text, raw: value.into() };
            return self.reader.read(&meant, value);
        }
        if !self.reader.repeats() || cell.value != CellValue::Text {
            return self.reader.read(cell, text);
        }
        if let Some(reading) = self.remembered.get(text) {
            return reading.clone();
        }
        let reading = self.reader.read(cell, text);
        if self.remembered.len() < MAX_REMEMBERED {
            self.remembered.insert(text.to_owned(), reading.clone());
        }
        reading
    }

    fn fit(&self, value: FieldValue) -> FieldValue {
        if self.reader.is_date() { without_hour(value) } else { value }
    }

    fn weigh(&mut self, date: WrittenDate, address: CellAddress) -> FieldValue {
        let instant = match date {
            WrittenDate::Plain(instant) => instant,
            WrittenDate::EitherOrder(instant) | WrittenDate::DayFirst(instant) => {
                self.day_first.add(address);
                instant
            }
            WrittenDate::MonthFirst(instant) => {
                self.month_first.add(address);
                instant
            }
        };
        self.fit(FieldValue::Instant(instant))
    }

    /// Tells a column that holds dates in month-first order beside others, and names its field, whose values are
    /// then to be forgotten. A column of nothing but month-first dates has one order, and is read in it.
    ///
    /// Real dates count as others: a sheet opened under another locale turns only part of its texts into dates,
    /// with day and month exchanged.
    pub(crate) fn unread_dates(&mut self, say: &mut Say<'_>) -> Option<Field> {
        if self.month_first.count == 0 || self.day_first.count == 0 {
            return None;
        }
        say.date_order_mixed(self.column, &self.header, &self.month_first, &self.day_first);
        Some(self.field)
    }

    /// Tells what the column's cells could not be understood as.
    pub(crate) fn tell(&mut self, say: &mut Say<'_>) {
        for (address, text, expected) in &self.unreadable {
            say.value_unreadable(*address, &self.header, text, *expected);
        }
        let untold = self.unreadable_count - self.unreadable.len();
        if untold > 0 {
            say.more_unreadable(self.column, &self.header, untold);
        }
        let mut groups: Vec<&(String, Group)> = self.unmapped.values().collect();
        groups.sort_by_key(|(_, group)| group.first.first().copied());
        for (text, group) in groups {
            say.value_unmapped(&self.header, text, group);
        }
    }
}
