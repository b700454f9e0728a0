//! The problems of one file, worded by key and values.

use crate::aliases::canonical;
use crate::column::Group;
use crate::format::FileFormat;
use crate::kind::Need;
use crate::limits::MAX_NAME_CHARS;
use crate::value::Expected;
use guichet_model::{Arg, CellAddress, Field, Message, Problem, ProblemCode, SheetKind, SourceColumn};
use std::collections::BTreeSet;

/// Longest part of a cell's text repeated in a sentence.
const SHOWN_CHARS: usize = 60;
/// Rows named in a problem that groups several.
const NAMED_ROWS: usize = 5;

/// Collects the problems of one file, and of one of its sheets at a time.
pub(crate) struct Say<'a> {
    file: &'a str,
    sheet: Option<String>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Say<'a> {
    pub(crate) fn new(file: &'a str, problems: &'a mut Vec<Problem>) -> Self {
        Self { file, sheet: None, problems }
    }

    /// What follows is about this sheet.
    pub(crate) fn about(&mut self, sheet: &str) {
        self.sheet = Some(sheet.to_owned());
    }

    /// A problem of the file or the sheet as a whole, whose sentence needs no value.
    pub(crate) fn plainly(&mut self, code: ProblemCode) {
        self.push(None, code, message(code));
    }

    /// Rows, columns or areas of the sheet, counted, the first of them named.
    pub(crate) fn counted(&mut self, code: ProblemCode, first: String, count: usize) {
        let message = message(code).with("count", count).with("first", first.as_str());
        self.push(Some(first), code, message);
    }

    /// Hidden rows that hold something, the first counted from zero.
    pub(crate) fn hidden_rows(&mut self, first: u32, count: usize, filtered: bool) {
        let first = (u64::from(first) + 1).to_string();
        let id = if filtered { "problem-hidden-rows-filtered" } else { "problem-hidden-rows" };
        let message = Message::new(id).with("count", count).with("first", first.as_str());
        self.push(Some(first), ProblemCode::HiddenRows, message);
    }

    /// Rows that are about nobody, counted from zero.
    pub(crate) fn rows_left_out(&mut self, rows: &[u32]) {
        let Some(first) = rows.first() else { return };
        let seen = |row: &u32| Arg::from(i64::from(*row) + 1);
        let message = message(ProblemCode::RowsLeftOut)
            .with("count", rows.len())
            .with("rows", Arg::List(rows.iter().take(NAMED_ROWS).map(seen).collect()));
        self.push(Some((u64::from(*first) + 1).to_string()), ProblemCode::RowsLeftOut, message);
    }

    /// Rows, counted from zero, with cells right of the last header, which stands in this column.
    pub(crate) fn cells_beyond(&mut self, rows: &[u32], last: u16) {
        let Some(first) = rows.first() else { return };
        let seen = |row: &u32| Arg::from(i64::from(*row) + 1);
        let message = message(ProblemCode::CellsBeyondHeaders)
            .with("count", rows.len())
            .with("rows", Arg::List(rows.iter().take(NAMED_ROWS).map(seen).collect()))
            .with("column", CellAddress::column_letters(last).as_str());
        self.push(Some((u64::from(*first) + 1).to_string()), ProblemCode::CellsBeyondHeaders, message);
    }

    /// A table beside others of its sheet, of which nothing is used; its headers' row counted from zero.
    pub(crate) fn table_ignored(&mut self, row: u32) {
        self.push(
            Some((u64::from(row) + 1).to_string()),
            ProblemCode::TableIgnored,
            message(ProblemCode::TableIgnored),
        );
    }

    /// A sheet holds several tables.
    pub(crate) fn several_tables(&mut self, rows: &[u32]) {
        let seen = |row: &u32| Arg::from(i64::from(*row) + 1);
        let message = message(ProblemCode::SeveralTables)
            .with("count", rows.len())
            .with("rows", Arg::List(rows.iter().map(seen).collect()));
        self.push(None, ProblemCode::SeveralTables, message);
    }

    /// A column that is probably a field; with its header's row counted from zero.
    pub(crate) fn column_likely(&mut self, row: u32, column: &SourceColumn, likely: &[Field]) {
        let cell = CellAddress { row, column: column.column }.to_string();
        let likely = likely.iter().map(|field| Arg::from(canonical(*field))).collect();
        let message =
            message(ProblemCode::ColumnLikely).with("header", shown(&column.header)).with("likely", Arg::List(likely));
        self.push(Some(cell), ProblemCode::ColumnLikely, message);
    }

    /// A column whose cells must not be kept, whatever it is called.
    pub(crate) fn column_withheld(&mut self, column: u16) {
        let letters = CellAddress::column_letters(column);
        let message = Message::new("problem-column-withheld").with("column", letters.as_str());
        self.push(Some(letters), ProblemCode::ColumnDropped, message);
    }

    /// A column that has cells and no header.
    pub(crate) fn column_unnamed(&mut self, column: u16, count: usize) {
        let letters = CellAddress::column_letters(column);
        let message = Message::new("problem-column-unnamed").with("column", letters.as_str()).with("count", count);
        self.push(Some(letters), ProblemCode::ColumnUnknown, message);
    }

    /// The file's name promises another format than its content has.
    pub(crate) fn misnamed(&mut self, format: FileFormat) {
        let code = ProblemCode::NameMisleads;
        self.push(None, code, message(code).with("format", format.word()));
    }

    /// A problem of one cell.
    pub(crate) fn cell(&mut self, cell: String, code: ProblemCode, message: Message) {
        self.push(Some(cell), code, message);
    }

    /// Forgets that the values of these cells of a sheet could not be read: why was told already.
    pub(crate) fn forget_values_of(&mut self, sheet: &str, cells: &BTreeSet<String>) {
        let known = |problem: &Problem| {
            problem.sheet.as_deref() == Some(sheet) && problem.cell.as_ref().is_some_and(|cell| cells.contains(cell))
        };
        self.problems.retain(|problem| problem.message.id != "problem-value-unreadable" || !known(problem));
    }

    /// A problem that is complete already.
    pub(crate) fn take(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn push(&mut self, cell: Option<String>, code: ProblemCode, message: Message) {
        self.problems.push(Problem { file: self.file.to_owned(), sheet: self.sheet.clone(), cell, code, message });
    }

    pub(crate) fn column_missing(&mut self, row: u32, kind: SheetKind, missing: &[Need]) {
        let names = missing.iter().map(|need| need.words());
        let message = message(ProblemCode::ColumnMissing)
            .with("kind", Message::new(format!("problem-kind-{}", kind.as_str())))
            .with("missing", Arg::List(names.collect()));
        self.push(Some((u64::from(row) + 1).to_string()), ProblemCode::ColumnMissing, message);
    }

    pub(crate) fn column_duplicate(&mut self, row: u32, field: Field, columns: &[SourceColumn]) {
        let cells = columns.iter().map(|column| CellAddress { row, column: column.column }.to_string());
        let cells: Vec<String> = cells.collect();
        let message = message(ProblemCode::ColumnDuplicate)
            .with("field", canonical(field))
            .with("headers", Arg::List(columns.iter().map(|column| Arg::from(shown(&column.header))).collect()))
            .with("cells", Arg::List(cells.iter().map(|cell| Arg::from(cell.as_str())).collect()));
        self.push(cells.into_iter().next(), ProblemCode::ColumnDuplicate, message);
    }

    /// An unknown or dropped column.
    pub(crate) fn column(&mut self, code: ProblemCode, row: u32, column: &SourceColumn) {
        let cell = CellAddress { row, column: column.column }.to_string();
        self.push(Some(cell), code, message(code).with("header", shown(&column.header)));
    }

    pub(crate) fn value_unreadable(&mut self, cell: CellAddress, header: &str, text: &str, expected: Expected) {
        let message = message(ProblemCode::ValueUnreadable)
            .with("value", shown(text))
            .with("header", shown(header))
            .with("expected", Message::new(expected.message_id()));
        self.push(Some(cell.to_string()), ProblemCode::ValueUnreadable, message);
    }

    pub(crate) fn more_unreadable(&mut self, column: u16, header: &str, count: usize) {
        let message = Message::new("problem-value-unreadable-more").with("count", count).with("header", shown(header));
        self.push(Some(CellAddress::column_letters(column)), ProblemCode::ValueUnreadable, message);
    }

    pub(crate) fn value_unmapped(&mut self, header: &str, text: &str, group: &Group) {
        let message = message(ProblemCode::ValueUnmapped)
            .with("value", shown(text))
            .with("header", shown(header))
            .with("count", group.count)
            .with("cells", addresses(group));
        self.push(group.first.first().map(ToString::to_string), ProblemCode::ValueUnmapped, message);
    }

    pub(crate) fn date_order_doubtful(&mut self, column: u16, header: &str, dates: &Group) {
        let message =
            message(ProblemCode::DateOrderDoubtful).with("header", shown(header)).with("cells", addresses(dates));
        self.push(Some(CellAddress::column_letters(column)), ProblemCode::DateOrderDoubtful, message);
    }

    /// Cells of a column that are kept as they are, odd though they look.
    pub(crate) fn odd(&mut self, code: ProblemCode, header: &str, group: &Group) {
        let message =
            message(code).with("header", shown(header)).with("count", group.count).with("cells", addresses(group));
        self.push(group.first.first().map(ToString::to_string), code, message);
    }

    /// Names of a column that are too long to be kept whole.
    pub(crate) fn names_cut(&mut self, header: &str, group: &Group) {
        let message = Message::new("problem-names-cut")
            .with("header", shown(header))
            .with("count", group.count)
            .with("cells", addresses(group))
            .with("limit", MAX_NAME_CHARS);
        self.push(group.first.first().map(ToString::to_string), ProblemCode::ValueUnreadable, message);
    }

    /// A column was read month first: some of its dates can be nothing else, `either` could be.
    pub(crate) fn date_order_taken(&mut self, column: u16, header: &str, month_first: &Group, either: &Group) {
        let message = message(ProblemCode::DateOrderTaken)
            .with("header", shown(header))
            .with("month_first", addresses(month_first))
            .with("either", addresses(either));
        self.push(Some(CellAddress::column_letters(column)), ProblemCode::DateOrderTaken, message);
    }

    pub(crate) fn date_order_mixed(&mut self, column: u16, header: &str, month_first: &Group, day_first: &Group) {
        let message = message(ProblemCode::DateOrderMixed)
            .with("header", shown(header))
            .with("month_first", addresses(month_first))
            .with("day_first", addresses(day_first));
        self.push(Some(CellAddress::column_letters(column)), ProblemCode::DateOrderMixed, message);
    }
}

/// The sentence of a code.
pub(crate) fn message(code: ProblemCode) -> Message {
    Message::new(format!("problem-{}", code.as_str()))
}

fn addresses(group: &Group) -> Arg {
    Arg::List(group.first.iter().map(|cell| Arg::from(cell.to_string())).collect())
}

fn shown(text: &str) -> String {
    if text.chars().count() <= SHOWN_CHARS {
        return text.to_owned();
    }
    let start: String = text.chars().take(SHOWN_CHARS).collect();
    format!("{start}…")
}

#[cfg(test)]
mod tests {
    use super::Say;
    use crate::column::Group;
    use crate::kind::Need;
    use crate::value::Expected;
    use guichet_model::{Catalogue, CellAddress, Field, Language, Problem, ProblemCode, SheetKind, SourceColumn};

    #[test]
    fn every_problem_has_a_sentence_in_both_languages() {
        for code in ProblemCode::ALL {
            assert!(Catalogue::shared().has(&format!("problem-{}", code.as_str())), "{code:?}");
        }
        let more =
            ["reader-missing", "reading-cancelled", "file-changed", "quote-unclosed", "error-cell", "not-calculated"];
        for id in more {
            assert!(Catalogue::shared().has(&format!("problem-{id}")), "{id}");
        }
    }

    #[test]
    fn sentences_have_all_their_values() {
        let mut problems: Vec<Problem> = Vec::new();
        let mut say = Say::new("x.csv", &mut problems);
        say.about("Effectifs");
        let column = SourceColumn { column: 3, header: "Mél".into(), field: None };
        let cell = CellAddress { row: 16, column: 3 };
        let group = |count| Group { first: vec![cell], count };
        for kind in SheetKind::ALL {
            say.column_missing(4, *kind, &[Need::PersonKey, Need::LevelOrProgramme, Need::Field(Field::CvecNumber)]);
        }
        say.column_duplicate(4, Field::Email, &[column.clone(), column.clone()]);
        say.column(ProblemCode::ColumnUnknown, 4, &column);
        say.column(ProblemCode::ColumnDropped, 4, &column);
        use Expected::{Amount, Date, Flag, NoError, Result};
        for expected in [Amount, Date, Flag, NoError, Result] {
            say.value_unreadable(cell, "Mél", &"a".repeat(100), expected);
        }
        for count in [1, 7] {
            say.more_unreadable(3, "Mél", count);
            say.value_unmapped("Mél", "néant", &group(count));
        }
        for count in [1, 7] {
            for code in [ProblemCode::HiddenColumns, ProblemCode::MergedCells] {
                say.counted(code, "C".to_owned(), count);
            }
            say.hidden_rows(4, count, false);
            say.hidden_rows(4, count, true);
        }
        say.rows_left_out(&[7]);
        say.rows_left_out(&[7, 9]);
        say.table_ignored(7);
        say.several_tables(&[0, 12]);
        say.column_likely(4, &column, &[Field::Email]);
        say.column_withheld(3);
        say.column_unnamed(3, 1);
        say.column_unnamed(3, 7);
        say.date_order_doubtful(3, "Mél", &group(2));
        say.date_order_taken(3, "Mél", &group(1), &group(2));
        say.names_cut("Mél", &group(1));
        say.cells_beyond(&[7], 4);
        say.cells_beyond(&[7, 9], 4);
        say.date_order_mixed(3, "Mél", &group(1), &group(2));
        for problem in &problems {
            for language in Language::ALL {
                let sentence = Catalogue::shared().render(*language, &problem.message);
                assert!(!sentence.contains('⟦') && !sentence.contains('$'), "{sentence}");
            }
        }
        assert_eq!(problems[0].cell.as_deref(), Some("5"));
        assert_eq!(problems.last().and_then(|problem| problem.cell.as_deref()), Some("D"));
    }
}
