//! One column while its rows are read: what it repeats, and what it could not understand.

use crate::clean::clean;
use crate::dates::{WrittenDate, parse_date, says_hour};
use crate::grid::{CellValue, RawCell};
use crate::layout::{CodedText, DateLayout};
use crate::limits::MAX_NAME_CHARS;
use crate::mapping::{DateOrder, Mapping, key};
use crate::pairs::is_code;
use crate::remarks::Remarks;
use crate::say::Say;
use crate::sheet::without_hour;
use crate::value::{Expected, Reader, Reading};
use guichet_model::{CellAddress, Field, FieldShape, FieldValue, Instant, ProblemCode, SourceColumn, TypedRow};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use time::{Date, Month};

/// Unreadable cells told one by one; the rest are counted.
const MAX_TOLD_CELLS: usize = 50;
/// Cells named in a problem that groups several.
const NAMED_CELLS: usize = 5;
/// Different dates that can be read in two orders, from which on their column's order is told.
const ASSUMED_DATES: usize = 3;
/// Different texts remembered in a column that repeats few.
const MAX_REMEMBERED: usize = 4_096;
/// Different texts of a coded column that a person is shown.
const SHOWN_VALUES: usize = 300;

/// Cells that hold one and the same thing.
#[derive(Clone, Default)]
pub(crate) struct Group {
    /// The first cells.
    pub(crate) first: Vec<CellAddress>,
    /// How many there are.
    pub(crate) count: usize,
}

impl Group {
    pub(crate) fn add(&mut self, address: CellAddress) {
        self.count += 1;
        if self.first.len() < NAMED_CELLS {
            self.first.push(address);
        }
    }
}

/// A column recognised as a field.
pub(crate) struct Column<'a> {
    column: u16,
    header: String,
    field: Field,
    reader: Reader,
    mapping: &'a Mapping,
    /// The order in which a person said that its dates are written.
    order: Option<DateOrder>,
    remembered: HashMap<String, Met>,
    unmapped: BTreeMap<String, (String, Group)>,
    unreadable: Vec<(CellAddress, String, Expected)>,
    unreadable_count: usize,
    /// Dates that can only be day first, and real dates: a sheet opened under another locale turns only part of its texts
    /// into dates, with day and month exchanged.
    day_first: Group,
    /// Dates that can only be month first.
    month_first: Group,
    /// Dates that can be read in both orders, and each of them once, read day first.
    either: Group,
    either_days: BTreeSet<Date>,
    /// Whether some text can only be day first.
    writes_day_first: bool,
    /// Whether another column speaks against reading those day first.
    is_doubtful: bool,
    /// Names too long to be kept whole.
    cut: Group,
    /// Codes that say something else than their labels.
    contradicted: Group,
    /// What labels say of codes that are not known; nothing where they say several things.
    explained: BTreeMap<String, Option<String>>,
    remarks: Remarks,
}

/// A text that was understood before.
struct Met {
    reading: Reading,
    count: usize,
}

impl<'a> Column<'a> {
    pub(crate) fn new(column: &SourceColumn, field: Field, mapping: &'a Mapping) -> Self {
        Self {
            order: mapping.date_order(&column.header),
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
            either: Group::default(),
            either_days: BTreeSet::new(),
            writes_day_first: false,
            is_doubtful: false,
            cut: Group::default(),
            contradicted: Group::default(),
            explained: BTreeMap::new(),
            remarks: Remarks::default(),
        }
    }

    /// The field it holds.
    pub(crate) fn field(&self) -> Field {
        self.field
    }

    /// The beginning of a cell that is too long for the name its column holds; it is told.
    pub(crate) fn cut(&mut self, row: u32, cell: &RawCell) -> Option<RawCell> {
        let is_name = matches!(self.field, Field::BirthName | Field::UseName | Field::GivenName);
        let (end, _) = cell.raw.char_indices().nth(MAX_NAME_CHARS).filter(|_| is_name)?;
        let raw = cell.raw.get(..end)?.into();
        self.cut.add(CellAddress { row, column: self.column });
        Some(RawCell { raw, ..*cell })
    }

    /// Whether its header says that it holds codes.
    pub(crate) fn is_code(&self) -> bool {
        is_code(&self.header)
    }

    /// Whether its values are of a list, so that a code and its label can be compared.
    pub(crate) fn repeats(&self) -> bool {
        self.reader.repeats()
    }

    /// What a cell means, if it is understood; nothing is told of it.
    pub(crate) fn meaning_of(&mut self, cell: &RawCell, text: &str) -> Option<FieldValue> {
        match self.understand(cell, text, false) {
            Reading::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The value of a cell, with what the other column of its field means on the row: a code and its label that contradict
    /// each other are told and not taken, and a code that is not known means what its label does.
    pub(crate) fn read_beside(
        &mut self,
        row: u32,
        cell: &RawCell,
        text: &str,
        beside: Option<FieldValue>,
    ) -> Option<FieldValue> {
        let Some(label) = beside.filter(|_| self.reader.repeats()) else { return self.read(row, cell, text) };
        match self.understand(cell, text, true) {
            Reading::Value(value) if value != label => {
                self.contradicted.add(CellAddress { row, column: self.column });
                None
            }
            Reading::Value(_) => Some(label),
            _ => {
                let meaning = meaning(&label);
                let known = self.explained.entry(key(text)).or_insert_with(|| meaning.clone());
                if *known != meaning {
                    *known = None;
                }
                Some(label)
            }
        }
    }

    /// The value of a cell whose cleaned text is not empty; what is not understood is kept to be told.
    pub(crate) fn read(&mut self, row: u32, cell: &RawCell, text: &str) -> Option<FieldValue> {
        let address = CellAddress { row, column: self.column };
        self.remarks.note(self.field, cell, text, address);
        match self.understand(cell, text, true) {
            Reading::Value(value) => {
                if matches!(value, FieldValue::Instant(_)) {
                    self.day_first.add(address);
                }
                self.remarks.note_date(self.field, &value, address);
                Some(self.fit(value))
            }
            Reading::Written(date) => {
                let Some(value) = self.weigh(date, address) else {
                    self.not_read(address, text, Expected::Date);
                    return None;
                };
                self.remarks.note_date(self.field, &value, address);
                // A day written without an hour is the whole day, not its midnight.
                Some(if says_hour(text) { value } else { without_hour(value) })
            }
            Reading::Nothing => None,
            Reading::Unmapped => {
                self.unmapped.entry(key(text)).or_insert_with(|| (text.to_owned(), Group::default())).1.add(address);
                None
            }
            Reading::Unreadable(expected) => {
                self.not_read(address, text, expected);
                None
            }
        }
    }

    fn not_read(&mut self, address: CellAddress, text: &str, expected: Expected) {
        self.unreadable_count += 1;
        if self.unreadable.len() < MAX_TOLD_CELLS {
            self.unreadable.push((address, text.to_owned(), expected));
        }
    }

    fn understand(&mut self, cell: &RawCell, text: &str, counts: bool) -> Reading {
        if !self.reader.repeats() || !matches!(cell.value, CellValue::Text | CellValue::Number(_)) {
            return self.reader.read(cell, text);
        }
        if let Some(met) = self.remembered.get_mut(text) {
            met.count += usize::from(counts);
            return met.reading.clone();
        }
        let reading = match self.mapping.value(self.field, text) {
            Some("") => Reading::Nothing,
            Some(value) => {
                let meant = RawCell { column: cell.column, value: CellValue::Text, raw: value.into() };
                self.reader.read(&meant, value)
            }
            None => self.reader.read(cell, text),
        };
        if self.remembered.len() < MAX_REMEMBERED {
            self.remembered.insert(text.to_owned(), Met { reading: reading.clone(), count: usize::from(counts) });
        }
        reading
    }

    fn fit(&self, value: FieldValue) -> FieldValue {
        if self.reader.is_date() { without_hour(value) } else { value }
    }

    /// The date in the order of its column; `None` when a person said an order in which it cannot be read.
    fn weigh(&mut self, date: WrittenDate, address: CellAddress) -> Option<FieldValue> {
        let instant = match (date, self.order) {
            (WrittenDate::Plain(instant), _) => instant,
            (WrittenDate::EitherOrder(instant), Some(DateOrder::MonthFirst)) => exchanged(instant)?,
            (WrittenDate::MonthFirst(_), Some(DateOrder::DayFirst))
            | (WrittenDate::DayFirst(_), Some(DateOrder::MonthFirst)) => return None,
            (WrittenDate::EitherOrder(instant), _) => {
                self.either.add(address);
                self.either_days.insert(instant.date());
                instant
            }
            (WrittenDate::DayFirst(instant), _) => {
                self.day_first.add(address);
                self.writes_day_first = true;
                instant
            }
            (WrittenDate::MonthFirst(instant), _) => {
                self.month_first.add(address);
                instant
            }
        };
        Some(self.fit(FieldValue::Instant(instant)))
    }

    /// Tells a column that holds dates in both orders, and names its field, whose values are then to be forgotten.
    pub(crate) fn unread_dates(&mut self, say: &mut Say<'_>) -> Option<Field> {
        if !self.contradicts_itself() {
            return None;
        }
        say.date_order_mixed(self.column, &self.header, &self.month_first, &self.day_first);
        Some(self.field)
    }

    /// Whether its dates are month first: some can be nothing else, and none is day first.
    pub(crate) fn is_month_first(&self) -> bool {
        self.month_first.count > 0 && self.day_first.count == 0
    }

    /// Reads again, month first, the dates of such a column that can be read in both orders, and tells them. Until the
    /// whole column was read they were taken day first, as nearly all are.
    pub(crate) fn exchange_dates(&self, rows: &mut [TypedRow], say: &mut Say<'_>) {
        if !self.is_month_first() || self.either.count == 0 || self.order.is_some() {
            return;
        }
        for row in rows {
            let written = row.source.cell(self.column).and_then(|cell| parse_date(&clean(&cell.raw)));
            if let Some(WrittenDate::EitherOrder(instant)) = written
                && let Some(value) = row.values.get_mut(&self.field)
                && let Some(instant) = exchanged(instant)
            {
                *value = match value {
                    FieldValue::Date(_) => FieldValue::Date(instant.date()),
                    _ => FieldValue::Instant(instant),
                };
            }
        }
        say.date_order_taken(self.column, &self.header, &self.month_first, &self.either);
    }

    /// Tells a column all of whose dates can be read in both orders beside one that is month first, and names its field,
    /// whose values are then to be forgotten.
    pub(crate) fn doubtful_dates(&mut self, say: &mut Say<'_>) -> Option<Field> {
        let open = self.either.count > 0 && self.day_first.count + self.month_first.count == 0 && self.order.is_none();
        if !open {
            return None;
        }
        self.is_doubtful = true;
        say.date_order_doubtful(self.column, &self.header, &self.either);
        Some(self.field)
    }

    /// Whether some of its texts can only be day first.
    pub(crate) fn writes_day_first(&self) -> bool {
        self.writes_day_first
    }

    /// Tells a column all of whose dates can be read in both orders, and were read day first. Of a few dates nothing could be
    /// told; and days of one or two months are days: read the other way round, they would be one day of every month.
    pub(crate) fn tell_assumed_order(&self, say: &mut Say<'_>) {
        let open = self.day_first.count + self.month_first.count == 0 && self.order.is_none() && !self.is_doubtful;
        if !open || self.either_days.len() < ASSUMED_DATES {
            return;
        }
        let months: BTreeSet<_> = self.either_days.iter().map(|date| (date.year(), u8::from(date.month()))).collect();
        let other_months: BTreeSet<_> = self.either_days.iter().map(|date| (date.year(), date.day())).collect();
        if months.len() * 2 > other_months.len() {
            say.odd(ProblemCode::DateOrderAssumed, &self.header, &self.either);
        }
    }

    fn contradicts_itself(&self) -> bool {
        self.month_first.count > 0 && self.day_first.count > 0 && self.order.is_none()
    }

    /// How its dates are written; `None` when none of them tells or asks.
    pub(crate) fn dates(&self) -> Option<DateLayout> {
        if let Some(order) = self.order {
            return self.reader.is_dated().then_some(DateLayout { order: Some(order), answered: true });
        }
        let order = match (self.month_first.count, self.day_first.count, self.either.count) {
            (0, 0, 0) => return None,
            _ if self.is_doubtful => None,
            (0, _, _) => Some(DateOrder::DayFirst),
            (_, 0, _) => Some(DateOrder::MonthFirst),
            _ => None,
        };
        Some(DateLayout { order, answered: false })
    }

    /// What its cells hold when its field is a closed list: what is not understood first, then what is met most; and whether
    /// there are more than are told.
    pub(crate) fn values(&self) -> (Vec<CodedText>, bool) {
        let asks = match self.field.shape() {
            FieldShape::Code | FieldShape::Level => true,
            // Years are worth a list only when some of them are an office's own.
            FieldShape::Year => !self.unmapped.is_empty() || self.remembered.keys().any(|text| self.is_answered(text)),
            _ => false,
        };
        if !asks {
            return (Vec::new(), false);
        }
        let counted = self.remembered.iter().filter(|(_, met)| met.count > 0);
        let mut texts: Vec<(&str, &Met)> = counted.map(|(text, met)| (text.as_str(), met)).collect();
        texts.sort_unstable_by_key(|(text, _)| *text);
        let mut known: BTreeMap<String, CodedText> = BTreeMap::new();
        for (text, met) in texts {
            let entry = known.entry(key(text)).or_insert_with(|| CodedText {
                text: text.to_owned(),
                count: 0,
                meaning: met.meaning().or_else(|| self.explanation(text)),
                answered: self.is_answered(text),
            });
            entry.count += met.count;
        }
        let mut values: Vec<CodedText> = known.into_values().collect();
        values.sort_by_key(|value| (value.meaning.is_some(), std::cmp::Reverse(value.count)));
        let has_more = values.len() > SHOWN_VALUES || self.remembered.len() >= MAX_REMEMBERED;
        values.truncate(SHOWN_VALUES);
        (values, has_more)
    }

    fn is_answered(&self, text: &str) -> bool {
        self.mapping.value(self.field, text).is_some()
    }

    /// What labels say of a code, unless some cell of it has none.
    fn explanation(&self, text: &str) -> Option<String> {
        let key = key(text);
        self.explained.get(&key).filter(|_| !self.unmapped.contains_key(&key)).cloned().flatten()
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
        if self.contradicted.count > 0 {
            say.odd(ProblemCode::CodeContradicted, &self.header, &self.contradicted);
        }
        if self.cut.count > 0 {
            say.names_cut(&self.header, &self.cut);
        }
        for (code, group) in self.remarks.found() {
            say.odd(code, &self.header, &group);
        }
    }
}

impl Met {
    fn meaning(&self) -> Option<String> {
        match &self.reading {
            Reading::Value(value) => meaning(value),
            Reading::Nothing => Some(String::new()),
            _ => None,
        }
    }
}

/// A value of a list, as a mapping names it.
fn meaning(value: &FieldValue) -> Option<String> {
    match value {
        FieldValue::Code(name) => Some((*name).to_owned()),
        FieldValue::Level(level) => Some(level.as_str().to_owned()),
        FieldValue::Year(year) => Some(year.to_string()),
        _ => None,
    }
}

/// A date whose day and month are exchanged.
fn exchanged(instant: Instant) -> Option<Instant> {
    let (year, month, day) = instant.date().to_calendar_date();
    let date = Date::from_calendar_date(year, Month::try_from(day).ok()?, u8::from(month)).ok()?;
    Some(date.with_time(instant.time()))
}
