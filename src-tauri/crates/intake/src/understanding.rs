//! From the cells of a sheet to its tables, their headers, rows, questions.

use crate::answers::Answers;
use crate::confidential;
use crate::display;
use crate::grid::{RawRow, RawSheet};
use crate::header::{Header, HeaderColumn, SEARCHED_ROWS, find};
use crate::kind::Need;
use crate::layout::{ColumnLayout, Confidence, ConstantLayout, LeftOut, SheetLayout, Source, TablePlace};
use crate::mapping::{HiddenRows, Mapping, key};
use crate::names::own_name;
use crate::questions;
use crate::say::Say;
use crate::shape::Shape;
use crate::sheet::{self, Rows, SheetReading, counted_rows};
use crate::sources;
use crate::tables;
use guichet_model::{CellAddress, Field, ProblemCode, SheetKind, SourceColumn, SourceSheet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Different texts of a column shown as examples.
const EXAMPLES: usize = 3;
/// Rows looked at for examples as long as a column lacks some, and as long as one has none.
const EXAMPLE_ROWS: (usize, usize) = (200, 5_000);

/// The number of the first column of what a person gave for all rows. It has no letters, like those joined from another
/// file, which stand before it.
const FIRST_GIVEN: u16 = CellAddress::FIRST_JOINED + 256;

/// What the tables of a file are understood with.
pub(crate) struct Context<'a> {
    file: &'a str,
    sha256: &'a str,
    /// Whether the headers of some table of the file are known.
    some_known: bool,
}

/// The tables of a file, their headers found.
pub(crate) struct Understanding<'a> {
    pub(crate) context: Context<'a>,
    /// The tables of each sheet.
    pub(crate) tables: Vec<Vec<Table>>,
}

/// One table whose headers were looked for.
pub(crate) struct Table {
    rank: usize,
    /// Its cells, when its sheet holds others too.
    part: Option<RawSheet>,
    /// The rows of the headers of all tables of the sheet, where it is the first of several.
    beside: Vec<u32>,
    /// What was answered about it, now or before.
    answered: Mapping,
    /// That, and what its sheet says of all its rows.
    mapping: Mapping,
    header: Option<Header>,
}

impl<'a> Understanding<'a> {
    /// Finds the tables of a file's sheets and their headers.
    pub(crate) fn of(file: &'a str, sha256: &'a str, sheets: &[(usize, Arc<RawSheet>)], answers: &Answers) -> Self {
        let tables: Vec<Vec<Table>> = sheets.iter().map(|(rank, raw)| tables_of(file, *rank, raw, answers)).collect();
        let known = |table: &Table| table.header.as_ref().is_some_and(|header| header.found);
        let some_known = tables.iter().flatten().any(known);
        Self { context: Context { file, sha256, some_known }, tables }
    }
}

fn tables_of(file: &str, rank: usize, raw: &RawSheet, answers: &Answers) -> Vec<Table> {
    let hint = format!("{} {}", raw.name, own_name(file));
    let table = |(number, part): (usize, Option<RawSheet>)| {
        let raw = part.as_ref().unwrap_or(raw);
        let answered = answered(raw, TablePlace { sheet: rank, table: number }, answers);
        let mapping = answered.clone().over(&sources::stated(raw));
        let header = find(raw, &mapping, &hint, &confidential::columns(raw));
        Table { rank: number, part, beside: Vec::new(), answered, mapping, header }
    };
    // Where a sheet's tables are does not depend on what was answered about one of them.
    let parts = tables::split(raw, &known_before(raw, Mapping::default(), answers, true), &hint);
    if parts.is_empty() {
        return vec![table((0, None))];
    }
    let mut tables: Vec<Table> = parts.into_iter().map(Some).enumerate().map(table).collect();
    let rows = tables.iter().filter_map(|table| table.header.as_ref()).map(Header::row).collect();
    if let Some(first) = tables.first_mut() {
        first.beside = rows;
    }
    tables
}

/// Everything that was answered about a table: about itself, about its like before, about all.
fn answered(raw: &RawSheet, place: TablePlace, answers: &Answers) -> Mapping {
    let own = answers.own(place).cloned().unwrap_or_default();
    known_before(raw, own, answers, answers.takes_remembered(place))
}

/// What was answered about one table, and what was known before of its like and of all.
fn known_before(raw: &RawSheet, own: Mapping, answers: &Answers, remembers: bool) -> Mapping {
    let mut mapping = own;
    let remembered = answers.remembered.iter().filter(|_| remembers).find(|known| fits(raw, known));
    if let Some(known) = remembered {
        mapping = mapping.over(&of_this_extract(raw, known));
    }
    if let Some(every) = answers.mapping.as_deref() {
        let applies = every.shape.is_none() || fits(raw, every);
        mapping = if applies { mapping.over(every) } else { mapping.over(&every.of_every_sheet()) };
    }
    mapping.table.kind = mapping.table.kind.or(answers.kind);
    mapping
}

/// A remembered mapping without the row of the headers where these stand elsewhere this time.
fn of_this_extract(raw: &RawSheet, known: &Mapping) -> Mapping {
    let mut known = known.clone();
    let stands = known.table.header_row.and_then(|named| raw.rows.iter().find(|row| row.row == named));
    if !stands.is_some_and(|row| has_shape(row, &known)) {
        known.table.header_row = None;
    }
    known
}

/// Whether some row holds the headers by which a mapping's source is recognised.
fn fits(raw: &RawSheet, mapping: &Mapping) -> bool {
    raw.rows.iter().take(SEARCHED_ROWS).any(|row| has_shape(row, mapping))
}

fn has_shape(row: &RawRow, mapping: &Mapping) -> bool {
    let shape = || Shape::of(row.cells.iter().map(|cell| &*cell.raw));
    mapping.shape.as_ref().is_some_and(|known| known.is_like(&shape()))
}

impl Table {
    /// The layout of the table, and its rows when they can be judged.
    pub(crate) fn understand(
        &self,
        context: &Context<'_>,
        rank: usize,
        raw: &RawSheet,
        say: &mut Say<'_>,
    ) -> (SheetLayout, Option<SheetReading>) {
        let raw = self.part.as_ref().unwrap_or(raw);
        let place = TablePlace { sheet: rank, table: self.rank };
        say.about(&raw.name);
        if self.rank == 0 || !raw.hidden {
            display::tell_hidden(raw, say);
        }
        if self.beside.len() > 1 {
            say.several_tables(&self.beside);
        }
        let mut layout = SheetLayout::left_out(place, &raw.name, raw.hidden, LeftOut::NoHeader);
        layout.hidden_rows = display::hidden_rows(raw).len();
        layout.hidden_columns = display::hidden_columns(raw).len();
        layout.reads_hidden = self.mapping.table.hidden_rows != Some(HiddenRows::LeaveOut);
        let known = self.header.as_ref().and_then(|header| header.source).map(|source| Source::Known(source.name));
        layout.source = self.mapping.name.clone().map(Source::Remembered).or(known);
        layout.answered = self.answered.clone();
        let reading = match &self.header {
            _ if raw.rows.is_empty() => {
                layout.left_out = Some(LeftOut::Empty);
                say.plainly(ProblemCode::SheetEmpty);
                return (layout, None);
            }
            None if self.rank > 0 => {
                say.table_ignored(raw.rows.first().map_or(0, |row| row.row));
                None
            }
            None => {
                say.plainly(if context.some_known { ProblemCode::SheetIgnored } else { ProblemCode::NoHeader });
                None
            }
            Some(header) => self.read(context, raw, header, &mut layout, say),
        };
        layout.questions = questions::of(&layout, self.header.as_ref());
        // What stands beside tables that are used is left aside without a word from anybody.
        let found = self.header.as_ref().is_some_and(|header| header.found);
        if reading.is_none() && (self.rank > 0 || context.some_known && !found) {
            layout.questions.iter_mut().for_each(|question| question.required = false);
        }
        (layout, reading)
    }

    fn read(
        &self,
        context: &Context<'_>,
        raw: &RawSheet,
        header: &Header,
        layout: &mut SheetLayout,
        say: &mut Say<'_>,
    ) -> Option<SheetReading> {
        let left_out = self.mapping.table.leave_out == Some(true);
        let only_persons = header.says_only_who();
        let used = (header.usable || only_persons) && header.found && !left_out;
        match () {
            () if left_out => {}
            () if self.rank > 0 && !used => say.table_ignored(header.row()),
            () if !header.found && context.some_known => say.plainly(ProblemCode::SheetIgnored),
            () if !header.found => say.plainly(ProblemCode::NoHeader),
            () => {
                tell_header(header, say);
                display::tell_merged(raw, header.row(), say);
            }
        }
        let source = Arc::new(SourceSheet {
            file: context.file.to_owned(),
            sha256: context.sha256.to_owned(),
            name: raw.name.clone(),
            kind: header.kind,
            header_row: header.row(),
            columns: self.columns(header),
        });
        // What is not used is looked at all the same, to show what it could be.
        let mut muted = Vec::new();
        let read = if used {
            sheet::read(&source, raw, header, &self.mapping, say)
        } else {
            sheet::read(&source, raw, header, &self.mapping, &mut Say::new(context.file, &mut muted))
        };
        self.lay_out(raw, header, &read, layout);
        layout.left_out = match header {
            _ if left_out => Some(LeftOut::Answered),
            Header { found: false, .. } => Some(LeftOut::NoHeader),
            Header { usable: false, .. } if only_persons => Some(LeftOut::OnlyPersons),
            Header { usable: false, .. } => Some(LeftOut::Incomplete),
            _ => None,
        };
        if !used {
            return None;
        }
        if read.rows.is_empty() {
            say.plainly(ProblemCode::SheetEmpty);
        }
        let (place, rows) = (layout.place, read.rows);
        Some(SheetReading { place, sheet: source, hidden: raw.hidden, corrections: false, rows })
    }

    /// The columns that are kept, and one for each fact that a person gave for all rows.
    fn columns(&self, header: &Header) -> Vec<SourceColumn> {
        let mut columns: Vec<SourceColumn> = header.kept().map(|column| column.source.clone()).collect();
        let known: BTreeSet<Field> = columns.iter().filter_map(|column| column.field).collect();
        let given = self.mapping.constants().filter(|(field, _)| !known.contains(field));
        for (column, (field, _)) in (FIRST_GIVEN..).zip(given) {
            let header = crate::aliases::canonical(field).to_owned();
            columns.push(SourceColumn { column, header, field: Some(field) });
        }
        columns
    }

    fn lay_out(&self, raw: &RawSheet, header: &Header, read: &Rows, layout: &mut SheetLayout) {
        layout.kind = Some(header.kind);
        layout.header_rows = Some(header.rows);
        layout.rows = read.rows.len();
        layout.data_rows =
            read.rows.first().zip(read.rows.last()).map(|(first, last)| (first.source.row, last.source.row));
        if !header.says_only_who() {
            layout.missing.clone_from(&header.missing);
        }
        layout.shape = Shape::of(header.kept().map(|column| column.source.header.as_str()));
        let examples = examples(raw, header, &self.mapping);
        layout.columns = header.columns.iter().map(|column| lay_out_column(column, header, read, &examples)).collect();
        layout.constants = constants(header, &self.mapping);
    }
}

fn lay_out_column(
    column: &HeaderColumn,
    header: &Header,
    read: &Rows,
    examples: &BTreeMap<u16, Vec<String>>,
) -> ColumnLayout {
    let place = column.source.column;
    let seen = read.seen.get(&place);
    ColumnLayout {
        cell: CellAddress { row: header.row(), column: place },
        header: column.source.header.clone(),
        field: column.source.field.or_else(|| column.likely.first().copied()),
        confidence: column.confidence,
        likely: column.likely.clone(),
        examples: examples.get(&place).cloned().unwrap_or_default(),
        dates: seen.and_then(|seen| seen.dates),
        values: seen.map(|seen| seen.values.clone()).unwrap_or_default(),
        has_more_values: seen.is_some_and(|seen| seen.has_more_values),
    }
}

/// The first different texts of each column that is kept.
fn examples(raw: &RawSheet, header: &Header, mapping: &Mapping) -> BTreeMap<u16, Vec<String>> {
    let mut found: BTreeMap<u16, Vec<String>> =
        header.kept().map(|column| (column.source.column, Vec::new())).collect();
    for (rank, row) in counted_rows(raw, header, mapping).enumerate() {
        let lacking = |limit: usize| found.values().any(|texts| texts.len() < limit);
        let goes_on = rank < EXAMPLE_ROWS.0 && lacking(EXAMPLES) || rank < EXAMPLE_ROWS.1 && lacking(1);
        if !goes_on {
            break;
        }
        for cell in &row.cells {
            let Some(texts) = found.get_mut(&cell.column).filter(|texts| texts.len() < EXAMPLES) else { continue };
            let text = crate::clean::clean(&cell.raw);
            if !text.is_empty() && !texts.iter().any(|known| *known == *text) {
                texts.push(text.into_owned());
            }
        }
    }
    found
}

/// What can be said of all rows of a kind of table at once.
const GIVEN: &[Field] = &[
    Field::AcademicYear,
    Field::Level,
    Field::ProgrammeCode,
    Field::Programme,
    Field::Discipline,
    Field::Component,
    Field::Site,
    Field::Institution,
    Field::Route,
    Field::CvecYear,
    Field::RequestKind,
];

/// The facts that could be given for all rows, those first that the kind cannot do without.
fn constants(header: &Header, mapping: &Mapping) -> Vec<ConstantLayout> {
    let given: BTreeMap<Field, &str> = mapping.constants().collect();
    let has_column = |field: Field| header.columns.iter().any(|column| column.source.field == Some(field));
    let needed = |field: Field| {
        header.missing.iter().any(|need| match need {
            Need::LevelOrProgramme => field == Field::Level || field == Field::ProgrammeCode,
            Need::Field(needed) => field == *needed,
            Need::PersonKey => false,
        })
    };
    let mut constants: Vec<ConstantLayout> = GIVEN
        .iter()
        .copied()
        .filter(|field| !has_column(*field) && is_of_kind(*field, header.kind))
        .map(|field| ConstantLayout {
            field,
            value: given.get(&field).map(|value| (*value).to_owned()),
            needed: needed(field),
        })
        .collect();
    constants.sort_by_key(|constant| (!constant.needed, constant.value.is_none()));
    constants
}

/// Whether sheets of a kind have columns of a field.
pub(crate) fn is_of_kind(field: Field, kind: SheetKind) -> bool {
    crate::aliases::meaning(kind, &key(field.as_str())).is_some_and(|meaning| meaning.field == field)
}

fn tell_header(header: &Header, say: &mut Say<'_>) {
    if !header.missing.is_empty() && !header.says_only_who() {
        say.column_missing(header.row(), header.kind, &header.missing);
    }
    for (field, columns) in &header.duplicates {
        say.column_duplicate(header.row(), *field, columns);
    }
    let doubled: BTreeSet<u16> = header.duplicates.values().flatten().map(|column| column.column).collect();
    let unknown = header.columns.iter().filter(|column| column.confidence == Confidence::Unknown);
    for column in unknown.filter(|column| !doubled.contains(&column.source.column)) {
        say.column(ProblemCode::ColumnUnknown, header.row(), &column.source);
    }
    for column in header.columns.iter().filter(|column| column.confidence == Confidence::Likely) {
        say.column_likely(header.row(), &column.source, &column.likely);
    }
    for column in header.dropped().filter(|column| !column.by_content) {
        say.column(ProblemCode::ColumnDropped, header.row(), &column.source);
    }
    let named: BTreeSet<u16> =
        header.dropped().filter(|column| !column.by_content).map(|column| column.source.column).collect();
    for column in header.withheld.difference(&named) {
        say.column_withheld(*column);
    }
}
