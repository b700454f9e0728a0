//! What is to be corrected in the files of an import: the problems, then the rows concerned under their own headers, so
//! that the workbook can be corrected and imported again.

use crate::ReportError;
use crate::book::{Book, Cover, excel_date};
use crate::style::Styles;
use crate::table::{Cell, Column, Layout, Table, put_text};
use crate::text::row_height;
use guichet_model::{Instant, Language, Message, Problem};
use rust_xlsxwriter::{IgnoreError, Worksheet};
use std::borrow::Cow;
use std::collections::BTreeSet;
use time::Date;

/// Bounds of a column's width, in characters.
const WIDTHS: (usize, usize) = (9, 40);
/// The width of the column that says what to correct.
const REMEDY_WIDTH: u16 = 60;
/// The most UTF-16 units the name of a sheet can have in the format.
const MAX_NAME: usize = 31;

/// What is to be corrected in the files of an import.
#[derive(Clone, Debug)]
pub struct Corrections<'a> {
    /// When it is made: civil time in Paris, also the workbook's creation date.
    pub at: Instant,
    /// The version of the application.
    pub application_version: &'a str,
    /// Everything to be said of the files, the most serious first.
    pub problems: Vec<Correction<'a>>,
    /// The rows concerned, by sheet.
    pub sheets: Vec<CorrectionSheet<'a>>,
}

/// One problem.
#[derive(Clone, Debug)]
pub struct Correction<'a> {
    /// What is wrong, and where.
    pub problem: &'a Problem,
    /// The cell as written, when one cell is concerned.
    pub raw: Option<Cow<'a, str>>,
    /// What to do about it with this workbook.
    pub remedy: Message,
}

/// The rows of one sheet that are to be corrected. Columns keep their letters.
#[derive(Clone, Debug)]
pub struct CorrectionSheet<'a> {
    /// Its name; it is fitted to what the format allows.
    pub name: String,
    /// Its columns, from left to right.
    pub columns: Vec<CorrectionColumn<'a>>,
    /// Its rows, from top to bottom.
    pub rows: Vec<CorrectionRow<'a>>,
}

/// One column of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct CorrectionColumn<'a> {
    /// Its number, `A` being 0.
    pub column: u16,
    /// Its header as written.
    pub header: &'a str,
}

/// One row to correct.
#[derive(Clone, Debug)]
pub struct CorrectionRow<'a> {
    /// Its cells that hold something, from left to right.
    pub cells: Vec<CorrectionCell<'a>>,
    /// What is to be corrected, sentence by sentence.
    pub remedies: Vec<Message>,
    /// Where the row stands in its file.
    pub origin: Message,
}

/// One cell of a row.
#[derive(Clone, Debug)]
pub struct CorrectionCell<'a> {
    /// Its column, `A` being 0.
    pub column: u16,
    /// What it holds; nothing for an empty cell to fill.
    pub value: CorrectionValue<'a>,
    /// Whether it is to be corrected.
    pub doubtful: bool,
}

/// What a cell of a row to correct holds.
#[derive(Clone, Debug)]
pub enum CorrectionValue<'a> {
    /// A text, whatever it begins with.
    Text(Cow<'a, str>),
    /// A day.
    Date(Date),
}

const LAYOUT: Layout = Layout {
    name: "corrections-sheet-problems",
    empty: "corrections-empty-problems",
    columns: &[
        Column { header: "report-column-source-file", min: 16, max: 34 },
        Column { header: "report-column-sheet", min: 12, max: 24 },
        Column { header: "report-column-cell", min: 9, max: 12 },
        Column { header: "report-column-raw", min: 12, max: 34 },
        Column { header: "corrections-column-problem", min: 40, max: 80 },
        Column { header: "corrections-column-remedy", min: 30, max: 60 },
    ],
    held: 1,
    pages: 1,
};

/// The bytes of the workbook (xlsx): the problems, then one sheet for each sheet with rows to correct, under the same
/// headers in the same columns, with two columns of ours at the end. Every text is written as text, never as a formula.
///
/// # Errors
/// When temporary files cannot be created or written, or the workbook cannot be assembled.
pub fn write_corrections(corrections: &Corrections<'_>, language: Language) -> Result<Vec<u8>, ReportError> {
    let cover = Cover {
        title: "corrections-title",
        at: corrections.at,
        subject: Message::new("corrections-subject").with("at", corrections.at),
        version: corrections.application_version,
    };
    Book::write(&cover, language, crate::MAX_ROWS, |book| {
        problem_sheet(book, &corrections.problems)?.finish(book)?;
        let mut names = BTreeSet::from([book.words.say(LAYOUT.name).to_lowercase(), "history".to_owned()]);
        for sheet in &corrections.sheets {
            let name = fitting_name(&sheet.name, &mut names);
            let written = correction_sheet(book, sheet, &name)?;
            book.push(written);
        }
        Ok(())
    })
}

fn problem_sheet(book: &mut Book, problems: &[Correction<'_>]) -> Result<Table, ReportError> {
    let mut table = Table::new(book, &LAYOUT)?;
    let words = book.words;
    for Correction { problem, raw, remedy } in problems {
        let cells = [
            Cell::prose(problem.file.as_str()),
            problem.sheet.as_deref().map_or(Cell::Empty, Cell::prose),
            Cell::identifier(problem.cell.as_deref()),
            raw.as_deref().map_or(Cell::Empty, Cell::prose),
            Cell::prose(words.render(&problem.message)),
            Cell::prose(words.render(remedy)),
        ];
        table.row(book, &cells)?;
    }
    Ok(table)
}

fn correction_sheet(book: &mut Book, sheet: &CorrectionSheet<'_>, name: &str) -> Result<Worksheet, ReportError> {
    let mut page = book.list_sheet(name)?;
    let words = book.words;
    let cells = sheet.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column);
    let after = sheet.columns.iter().map(|column| column.column).chain(cells).max().map_or(0, |last| last + 1);
    let own = [(after, words.say("corrections-column-remedy")), (after + 1, words.say("corrections-column-origin"))];
    for column in &sheet.columns {
        page.write_string_with_format(0, column.column, column.header, &book.styles.header)?;
        page.set_column_width(column.column, width(sheet, column))?;
    }
    for (column, header) in &own {
        page.write_string_with_format(0, *column, header, &book.styles.header)?;
    }
    page.set_column_width(after, REMEDY_WIDTH)?;
    page.set_column_width(after + 1, 24)?;
    page.set_row_height(0, row_height(2))?;
    for (row, at) in sheet.rows.iter().zip(1..book.rows) {
        for cell in &row.cells {
            put(&mut page, &book.styles, at, cell)?;
        }
        let remedies: Vec<String> = row.remedies.iter().map(|remedy| words.render(remedy)).collect();
        put_text(&mut page, at, after, &remedies.join("\n"), &book.styles.wrapped)?;
        put_text(&mut page, at, after + 1, &words.render(&row.origin), &book.styles.wrapped)?;
    }
    let end = u32::try_from(sheet.rows.len()).unwrap_or(book.rows).clamp(1, book.rows - 1);
    page.autofilter(0, 0, end, after + 1)?;
    page.set_freeze_panes(1, 0)?;
    page.set_repeat_rows(0, 0)?;
    page.ignore_error_range(1, 0, end, after + 1, IgnoreError::NumberStoredAsText)?;
    Ok(page)
}

/// As wide as what the column holds, within bounds.
fn width(sheet: &CorrectionSheet<'_>, column: &CorrectionColumn<'_>) -> u16 {
    let cells = sheet.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.column == column.column);
    let length = |cell: &CorrectionCell<'_>| match &cell.value {
        CorrectionValue::Text(text) => text.chars().count(),
        CorrectionValue::Date(_) => 10,
    };
    let header = column.header.split(' ').map(|word| word.chars().count()).max().unwrap_or(0) + 2;
    let longest = cells.map(length).max().unwrap_or(0).max(header) + 1;
    u16::try_from(longest.clamp(WIDTHS.0, WIDTHS.1)).unwrap_or(u16::MAX)
}

fn put(page: &mut Worksheet, styles: &Styles, row: u32, cell: &CorrectionCell<'_>) -> Result<(), ReportError> {
    let style = if cell.doubtful { &styles.doubtful } else { &styles.identifier };
    let text = match &cell.value {
        CorrectionValue::Text(text) => Cow::Borrowed(text.as_ref()),
        CorrectionValue::Date(date) => match excel_date(*date) {
            Some(value) => {
                page.write_datetime_with_format(row, cell.column, &value, &styles.date)?;
                return Ok(());
            }
            None => Cow::Owned(date.to_string()),
        },
    };
    put_text(page, row, cell.column, &text, style)?;
    Ok(())
}

/// A name the format allows and no other sheet has.
fn fitting_name(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let plain: String =
        wanted.chars().map(|c| if c.is_control() || "[]:*?/\\".contains(c) { ' ' } else { c }).collect();
    let plain = plain.trim_matches(['\'', ' ']);
    let plain = if plain.is_empty() { "1" } else { plain };
    let numbered = (2_u32..).map(|number| format!(" ({number})"));
    let fit = |ending: String| {
        let mut units = ending.encode_utf16().count();
        let kept = plain.chars().take_while(|c| {
            units += c.len_utf16();
            units <= MAX_NAME
        });
        let kept: String = kept.collect();
        format!("{}{ending}", kept.trim_end_matches(['\'', ' ']))
    };
    let mut names = std::iter::once(String::new()).chain(numbered).map(fit);
    names.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::fitting_name;
    use std::collections::BTreeSet;

    #[test]
    fn names_of_sheets_fit_the_format_and_differ() {
        let mut taken = BTreeSet::from(["history".to_owned()]);
        let mut name = |wanted: &str| fitting_name(wanted, &mut taken);
        assert_eq!(name("Inscrits 2024/2025 [L1]"), "Inscrits 2024 2025  L1");
        assert_eq!(name("INSCRITS 2024/2025 [L1]"), "INSCRITS 2024 2025  L1 (2)");
        assert_eq!(name("''"), "1");
        assert_eq!(name("History"), "History (2)");
        let long = name(&"é".repeat(60));
        assert_eq!(long.chars().count(), 31);
        assert_eq!(name(&"é".repeat(60)).chars().count(), 31);
    }
}
