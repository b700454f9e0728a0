//! What is held on one person, as a workbook that they can read.

use crate::ReportError;
use crate::book::{Book, Cover};
use crate::table::{Cell, Column, Layout, Table};
use guichet_model::{Instant, Language, Message};

/// What is held on one person: lists of texts, already worded.
#[derive(Clone, Debug)]
pub struct Held<'a> {
    /// When it is told: civil time in Paris, also the workbook's creation date.
    pub at: Instant,
    /// The version of the application.
    pub application_version: &'a str,
    /// What is known: what it is about, field, value.
    pub facts: Vec<[String; 3]>,
    /// What was found: file, state, code, sentence, why, what to do.
    pub findings: Vec<[String; 6]>,
    /// What was read: file, sheet, cell, header, text as written, what it was read as.
    pub rows: Vec<[String; 6]>,
    /// What is kept to undo imports: operation, what it is about, field, value of before.
    pub former: Vec<[String; 4]>,
    /// What was done to it: operation, when, who, what.
    pub journal: Vec<[String; 4]>,
}

const fn column(header: &'static str, min: u16, max: u16) -> Column {
    Column { header, min, max }
}

const FACTS: Layout = Layout {
    name: "held-sheet-facts",
    empty: "held-empty",
    columns: &[
        column("held-column-about", 22, 34),
        column("held-column-field", 22, 34),
        column("held-column-value", 30, 60),
    ],
    held: 1,
    pages: 1,
};

const FINDINGS: Layout = Layout {
    name: "held-sheet-findings",
    empty: "held-empty",
    columns: &[
        column("held-column-file", 16, 34),
        column("report-column-state", 12, 18),
        column("report-column-code", 9, 12),
        column("held-column-finding", 34, 60),
        column("report-column-why", 34, 60),
        column("report-column-remedy", 34, 60),
    ],
    held: 1,
    pages: 1,
};

const ROWS: Layout = Layout {
    name: "held-sheet-rows",
    empty: "held-empty",
    columns: &[
        column("report-column-source-file", 16, 34),
        column("report-column-sheet", 12, 24),
        column("report-column-cell", 9, 12),
        column("report-column-header", 16, 30),
        column("report-column-raw", 24, 60),
        column("held-column-read", 16, 30),
    ],
    held: 3,
    pages: 1,
};

const FORMER: Layout = Layout {
    name: "held-sheet-former",
    empty: "held-empty",
    columns: &[
        column("held-column-operation", 10, 12),
        column("held-column-about", 22, 34),
        column("held-column-field", 22, 34),
        column("held-column-former", 30, 60),
    ],
    held: 1,
    pages: 1,
};

const JOURNAL: Layout = Layout {
    name: "held-sheet-journal",
    empty: "held-empty",
    columns: &[
        column("held-column-operation", 10, 12),
        column("held-column-when", 18, 20),
        column("held-column-who", 14, 24),
        column("held-column-what", 34, 60),
    ],
    held: 1,
    pages: 1,
};

/// The bytes of the workbook (xlsx). Every text is written as text, never as a formula.
///
/// # Errors
/// When temporary files cannot be created or written, or the workbook cannot be assembled.
pub fn write_held(held: &Held<'_>, language: Language) -> Result<Vec<u8>, ReportError> {
    let cover = Cover {
        title: "held-title",
        at: held.at,
        subject: Message::new("held-subject").with("at", held.at),
        version: held.application_version,
    };
    Book::write(&cover, language, crate::MAX_ROWS, |book| {
        list(book, &FACTS, &held.facts)?;
        list(book, &FINDINGS, &held.findings)?;
        list(book, &ROWS, &held.rows)?;
        list(book, &FORMER, &held.former)?;
        list(book, &JOURNAL, &held.journal)
    })
}

fn list<const N: usize>(book: &mut Book, layout: &'static Layout, rows: &[[String; N]]) -> Result<(), ReportError> {
    let mut table = Table::new(book, layout)?;
    for row in rows {
        let cells: Vec<Cell<'_>> = row.iter().map(|text| Cell::prose(text.as_str())).collect();
        table.row(book, &cells)?;
    }
    table.finish(book)
}
