use crate::ReportError;
use crate::book::Book;
use crate::table::{Cell, Column, Layout, Table};
use guichet_model::Problem;

const LAYOUT: Layout = Layout {
    name: "report-sheet-problems",
    empty: "report-empty-problems",
    columns: &[
        Column { header: "report-column-source-file", min: 16, max: 34 },
        Column { header: "report-column-sheet", min: 12, max: 24 },
        Column { header: "report-column-cell", min: 9, max: 12 },
        Column { header: "report-column-code", min: 16, max: 24 },
        Column { header: "report-column-effect", min: 16, max: 24 },
        Column { header: "report-column-sentence", min: 40, max: 90 },
    ],
    held: 1,
    pages: 1,
};

/// Writes what was wrong with the inputs, one row each.
pub(crate) fn write(book: &mut Book, problems: &[Problem]) -> Result<Table, ReportError> {
    let mut table = Table::new(book, &LAYOUT)?;
    let words = book.words;
    let (fails, told) = (words.say("report-effect-fails"), words.say("report-effect-told"));
    for problem in problems {
        let effect = if problem.code.fails() { &fails } else { &told };
        let cells = [
            Cell::prose(problem.file.as_str()),
            problem.sheet.as_deref().map_or(Cell::Empty, Cell::prose),
            Cell::identifier(problem.cell.as_deref()),
            Cell::text(Some(problem.code.as_str())),
            Cell::text(Some(effect)),
            Cell::prose(words.render(&problem.message)),
        ];
        table.row(book, &cells)?;
    }
    Ok(table)
}
