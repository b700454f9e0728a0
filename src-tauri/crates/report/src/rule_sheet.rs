use crate::book::Book;
use crate::table::{Cell, Column, Layout, Table};
use crate::{Report, ReportError};

const LAYOUT: Layout = Layout {
    name: "report-sheet-rules",
    empty: "report-empty-rules",
    columns: &[
        Column { header: "report-column-code", min: 9, max: 12 },
        Column { header: "report-column-severity", min: 13, max: 16 },
        Column { header: "report-column-meaning", min: 30, max: 60 },
        Column { header: "report-column-authority", min: 30, max: 70 },
        Column { header: "report-column-slug", min: 16, max: 32 },
    ],
    held: 1,
    pages: 1,
};

/// Writes what each rule means and the texts it rests on.
pub(crate) fn write(book: &mut Book, report: &Report<'_>) -> Result<Table, ReportError> {
    let mut table = Table::new(book, &LAYOUT)?;
    let words = book.words;
    for rule in &report.rules {
        let severity = words.severity(rule.severity);
        let cells = [
            Cell::text(Some(rule.code)),
            Cell::Severity(rule.severity, &severity),
            Cell::prose(words.render(&rule.summary)),
            if rule.authorities.is_empty() { Cell::Empty } else { Cell::prose(rule.authorities.join("\n")) },
            Cell::text(Some(rule.slug)),
        ];
        table.row(book, &cells)?;
    }
    Ok(table)
}
