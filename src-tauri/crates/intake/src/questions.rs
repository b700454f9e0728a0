//! The questions that follow from what was understood of a table.

use crate::aliases::canonical;
use crate::header::Header;
use crate::kind::Need;
use crate::layout::{Confidence, SheetLayout};
use crate::question::{Asked, Question};
use guichet_model::{Arg, Field, Message, SheetKind, SourceColumn};
use std::collections::BTreeSet;

/// What a person is asked about a table whose headers were looked for.
pub(crate) fn of(layout: &SheetLayout, header: Option<&Header>) -> Vec<Question> {
    let table = &layout.answered.table;
    let mut questions = Vec::new();
    if table.leave_out == Some(true) {
        return questions;
    }
    let Some(header) = header else {
        questions.push(ask(Asked::HeaderRow, true, "question-header-row"));
        return questions;
    };
    if !header.found {
        questions.push(ask(Asked::HeaderRow, true, "question-header-row-likely"));
    }
    if !header.kind_is_sure && table.kind.is_none() {
        questions.push(ask(Asked::Kind, false, "question-kind"));
    }
    if layout.hidden && table.leave_out.is_none() {
        questions.push(ask(Asked::HiddenSheet, false, "question-hidden-sheet"));
    }
    if layout.hidden_rows > 0 && table.hidden_rows.is_none() {
        let message = Message::new("question-hidden-rows").with("count", layout.hidden_rows);
        questions.push(Question { asked: Asked::HiddenRows, required: false, message });
    }
    of_headers(layout, header, &mut questions);
    of_cells(layout, &mut questions);
    questions
}

fn ask(asked: Asked, required: bool, id: &str) -> Question {
    Question { asked, required, message: Message::new(id) }
}

/// What is asked about headers: what could be a field, what is there twice, what is missing.
fn of_headers(layout: &SheetLayout, header: &Header, questions: &mut Vec<Question>) {
    let likely = layout.columns.iter().filter(|column| column.confidence == Confidence::Likely);
    let mut could: BTreeSet<Field> = BTreeSet::new();
    for (column, field) in likely.filter_map(|column| Some((column, column.field?))) {
        could.extend(&column.likely);
        let message =
            Message::new("question-column").with("header", column.header.as_str()).with("field", canonical(field));
        let asked = Asked::Column { column: column.column(), field };
        questions.push(Question { asked, required: !header.usable, message });
    }
    for (field, columns) in &header.duplicates {
        could.insert(*field);
        let message =
            Message::new("question-duplicate").with("field", canonical(*field)).with("headers", headers(columns));
        let columns = columns.iter().map(|column| column.column).collect();
        questions.push(Question {
            asked: Asked::Duplicate { field: *field, columns },
            required: !header.usable,
            message,
        });
    }
    // What a likely column may turn out to say is asked only when it does not.
    for need in layout.missing.iter().filter(|need| !need.may_be_met_by(&could)) {
        let message =
            Message::new("question-missing").with("missing", need.words()).with("kind", kind_words(header.kind));
        questions.push(Question { asked: Asked::Missing(*need), required: true, message });
    }
}

/// What is asked about cells: in which order days and months stand, what codes mean.
fn of_cells(layout: &SheetLayout, questions: &mut Vec<Question>) {
    for column in &layout.columns {
        if column.dates.is_some_and(|dates| dates.order.is_none()) {
            let message = Message::new("question-date-order").with("header", column.header.as_str());
            questions.push(Question { asked: Asked::DateOrder { column: column.column() }, required: false, message });
        }
        for value in column.values.iter().filter(|value| value.meaning.is_none()) {
            let Some(field) = column.field else { continue };
            let message = Message::new("question-value")
                .with("value", value.text.as_str())
                .with("header", column.header.as_str())
                .with("count", value.count);
            let asked = Asked::Value { field, text: value.text.clone(), count: value.count };
            questions.push(Question { asked, required: false, message });
        }
    }
}

fn headers(columns: &[SourceColumn]) -> Arg {
    Arg::List(columns.iter().map(|column| Arg::from(column.header.as_str())).collect())
}

fn kind_words(kind: SheetKind) -> Message {
    Message::new(format!("problem-kind-{}", kind.as_str()))
}

impl Need {
    /// Whether one of these fields is what is needed, or a part of it.
    fn may_be_met_by(self, fields: &BTreeSet<Field>) -> bool {
        let meeting: &[Field] = match &self {
            Self::PersonKey => {
                &[Field::StudentNumber, Field::Ine, Field::BirthName, Field::GivenName, Field::BirthDate]
            }
            Self::LevelOrProgramme => &[Field::Level, Field::ProgrammeCode],
            Self::Field(field) => std::slice::from_ref(field),
        };
        meeting.iter().any(|field| fields.contains(field))
    }

    /// What is needed, in words.
    #[must_use]
    pub fn words(self) -> Arg {
        match self {
            Self::PersonKey => Message::new("problem-need-person").into(),
            Self::LevelOrProgramme => Message::new("problem-need-level").into(),
            Self::Field(field) => Arg::from(canonical(field)),
        }
    }
}
