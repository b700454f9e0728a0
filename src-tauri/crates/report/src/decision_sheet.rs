use crate::ReportError;
use crate::book::Book;
use crate::report::{Decided, DeskDecision};
use crate::table::{Cell, Column, Layout, Table};
use crate::words::Words;
use guichet_model::{Coded, Message};

/// One row per entry, after the sheets of every report.
const LAYOUT: Layout = Layout {
    name: "report-sheet-decisions",
    empty: "report-empty-decisions",
    columns: &[
        Column { header: "report-column-kind", min: 11, max: 14 },
        Column { header: "field-student-number", min: 11, max: 18 },
        Column { header: "field-birth-name", min: 12, max: 26 },
        Column { header: "field-given-name", min: 10, max: 22 },
        Column { header: "field-level", min: 8, max: 10 },
        Column { header: "field-programme-code", min: 10, max: 16 },
        Column { header: "field-academic-year", min: 12, max: 12 },
        Column { header: "report-column-decided", min: 12, max: 18 },
        Column { header: "field-decided-by", min: 12, max: 30 },
        Column { header: "field-decided-at", min: 12, max: 12 },
        Column { header: "field-decision-reference", min: 12, max: 24 },
        Column { header: "field-document-kind", min: 12, max: 28 },
        Column { header: "field-document-reason", min: 12, max: 40 },
        Column { header: "field-document-expiry", min: 12, max: 12 },
        Column { header: "report-column-note", min: 24, max: 60 },
        Column { header: "report-column-entered-by", min: 12, max: 24 },
        Column { header: "report-column-entered-at", min: 17, max: 17 },
    ],
    held: 4,
    pages: 2,
};

/// Writes what was entered at the desk, one row each; nothing when nothing was.
pub(crate) fn write(book: &mut Book, decisions: &[DeskDecision<'_>]) -> Result<Option<Table>, ReportError> {
    if decisions.is_empty() {
        return Ok(None);
    }
    let mut table = Table::new(book, &LAYOUT)?;
    let words = book.words;
    for decision in decisions {
        table.row(book, &cells(words, decision))?;
    }
    Ok(Some(table))
}

fn cells<'a>(words: Words, of: &'a DeskDecision<'_>) -> Vec<Cell<'a>> {
    let mut cells = vec![
        Cell::Text(words.say(&format!("report-decision-{}", of.decided.as_str())).into()),
        Cell::identifier(of.key.student_number.as_deref()),
        Cell::text(of.key.birth_name.as_deref()),
        Cell::text(of.key.given_name.as_deref()),
        Cell::text(of.level.map(guichet_model::Level::as_str)),
        Cell::identifier(of.programme_code),
        of.academic_year.map_or(Cell::Empty, |year| Cell::Text(year.to_string().into())),
    ];
    cells.extend(decided(words, &of.decided));
    cells.push(if of.who.is_empty() { Cell::Empty } else { Cell::prose(of.who) });
    cells.push(of.at.map_or(Cell::Empty, Cell::Instant));
    cells
}

/// What was decided: the state, then what only a derogation, a document or a note says.
fn decided<'a>(words: Words, of: &Decided<'a>) -> [Cell<'a>; 8] {
    let mut cells = [const { Cell::Empty }; 8];
    let prose = |text: Option<&'a str>| text.map_or(Cell::Empty, Cell::prose);
    match *of {
        Decided::Derogation { state, by, on, reference } => {
            cells[0] = state.map_or(Cell::Empty, |state| word(words, "code-request-state", state));
            cells[1] = prose(by);
            cells[2] = on.map_or(Cell::Empty, Cell::Date);
            cells[3] = Cell::identifier(reference);
        }
        Decided::Document { piece, state, reason, until } => {
            cells[0] = state.map_or(Cell::Empty, |state| word(words, "code-document-state", state));
            cells[4] = prose(piece);
            cells[5] = prose(reason);
            cells[6] = until.map_or(Cell::Empty, Cell::Date);
        }
        Decided::Note(text) => cells[7] = Cell::prose(text),
    }
    cells
}

fn word<'a>(words: Words, list: &str, value: impl Coded) -> Cell<'a> {
    let key = format!("{list}-{}", value.as_str().replace('_', "-"));
    Cell::Text(words.render(&Message::new(key)).into())
}
