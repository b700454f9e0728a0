//! The questions that follow from what was understood of a table.

use crate::aliases::canonical;
use crate::header::{Header, Need};
use crate::layout::SheetLayout;
use crate::question::{Asked, Question};
use guichet_model::{Arg, Message, SheetKind, SourceColumn};

/// What a person is asked about a table whose headers were looked for.
pub(crate) fn of(layout: &SheetLayout, header: Option<&Header>) -> Vec<Question> {
    if layout.answered.table.leave_out == Some(true) {
        return Vec::new();
    }
    let mut questions = Vec::new();
    match header {
        None => questions.push(ask(Asked::HeaderRow, true, "question-header-row")),
        Some(header) => of_columns(layout, header, &mut questions),
    }
    questions
}

fn ask(asked: Asked, required: bool, id: &str) -> Question {
    Question { asked, required, message: Message::new(id) }
}

fn of_columns(layout: &SheetLayout, header: &Header, questions: &mut Vec<Question>) {
    for need in &layout.missing {
        let message =
            Message::new("question-missing").with("missing", need.words()).with("kind", kind_words(header.kind));
        questions.push(Question { asked: Asked::Missing(*need), required: true, message });
    }
    for (field, columns) in &header.duplicates {
        let message =
            Message::new("question-duplicate").with("field", canonical(*field)).with("headers", headers(columns));
        let columns = columns.iter().map(|column| column.column).collect();
        questions.push(Question {
            asked: Asked::Duplicate { field: *field, columns },
            required: !header.usable,
            message,
        });
    }
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
