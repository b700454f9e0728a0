//! What an import asks on the command line: each question with the lines that answer it in a mapping file, and the
//! mapping of what was recognised, ready to be edited.

use crate::clock::academic_years;
use crate::use_cases::import::Read;
use crate::words;
use guichet_intake::{Asked, Confidence, Mapping, Need, SheetLayout, Target};
use guichet_model::{CellAddress, Field, FieldShape, Language, Level};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// One question about a table of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedOf {
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// What is asked, by its stable name.
    pub asked: &'static str,
    /// Whether nothing of the table is imported before it is answered.
    pub required: bool,
    /// The question in words.
    pub text: String,
    /// The lines to put into a mapping file, one value to be chosen where `…` stands.
    pub answer: String,
    /// The values one may choose among; none when it is a text.
    pub values: Vec<String>,
}

impl AskedOf {
    /// As one object of the outward contract.
    pub(crate) fn json(&self) -> Value {
        json!({
            "sheet": self.sheet, "asked": self.asked, "required": self.required, "message": self.text,
            "answer": self.answer, "values": self.values,
        })
    }
}

/// Every question about files, in their order.
pub(crate) fn questions(files: &[Read], language: Language) -> Vec<AskedOf> {
    let tables = files.iter().flat_map(|file| file.layouts.iter().map(move |layout| (file, layout)));
    let asked = tables.flat_map(|(file, layout)| layout.questions.iter().map(move |asked| (file, layout, asked)));
    asked
        .map(|(file, layout, question)| {
            let (answer, values) = answer(layout, &question.asked);
            AskedOf {
                file: file.file.name.clone(),
                sheet: layout.name.clone(),
                asked: question.asked.as_str(),
                required: question.required,
                text: words::say(language, &question.message),
                answer,
                values,
            }
        })
        .collect()
}

/// The lines that answer a question, and the values to choose among.
fn answer(layout: &SheetLayout, asked: &Asked) -> (String, Vec<String>) {
    let header = |column: u16| layout.column(column).map_or("…", |column| column.header.as_str());
    match asked {
        Asked::Kind => (
            "[sheet]\nkind = \"…\"".to_owned(),
            guichet_model::SheetKind::ALL.iter().map(|kind| kind.as_str().to_owned()).collect(),
        ),
        Asked::HeaderRow => ("[sheet]\nheader_row = …".to_owned(), Vec::new()),
        Asked::HiddenRows => {
            ("[sheet]\nhidden_rows = \"…\"".to_owned(), vec!["read".to_owned(), "leave-out".to_owned()])
        }
        Asked::Column { column, field } => {
            (format!("[headers]\n{} = {}", quoted(header(*column)), quoted(field.as_str())), Vec::new())
        }
        Asked::Duplicate { field, columns } => {
            let letters = columns.iter().map(|column| CellAddress::column_letters(*column)).collect();
            (format!("[columns]\n… = {}", quoted(field.as_str())), letters)
        }
        Asked::Missing(Need::PersonKey) => person_key(),
        Asked::Missing(Need::LevelOrProgramme) => constant(Field::Level),
        Asked::Missing(Need::Field(field)) => constant(*field),
        Asked::DateOrder { column } => (
            format!("[dates]\n{} = \"…\"", quoted(header(*column))),
            vec!["day-first".to_owned(), "month-first".to_owned()],
        ),
        Asked::Value { field, text, .. } => {
            let values = match field.shape() {
                FieldShape::Year => academic_years().iter().map(ToString::to_string).collect(),
                _ => values_of(*field),
            };
            (format!("[values.{}]\n{} = \"…\"", field.as_str(), quoted(text)), values)
        }
        // Whether a whole table counts.
        _ => ("[sheet]\nleave_out = …".to_owned(), vec!["true".to_owned(), "false".to_owned()]),
    }
}

fn person_key() -> (String, Vec<String>) {
    let fields = [Field::StudentNumber, Field::Ine, Field::BirthName, Field::GivenName, Field::BirthDate];
    ("[headers]\n\"…\" = \"…\"".to_owned(), fields.iter().map(|field| field.as_str().to_owned()).collect())
}

fn constant(field: Field) -> (String, Vec<String>) {
    (
        format!("[headers]\n\"…\" = {0}\n# [constants]\n# {1} = \"…\"", quoted(field.as_str()), field.as_str()),
        values_of(field),
    )
}

fn values_of(field: Field) -> Vec<String> {
    match field.shape() {
        FieldShape::Level => Level::ALL.iter().map(|level| level.as_str().to_owned()).collect(),
        _ => field.codes().into_iter().map(str::to_owned).collect(),
    }
}

/// A text as TOML quotes it: JSON's way of quoting is one of TOML's.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// The mapping of what was recognised: what was answered, every header with its field, then the open questions as
/// remarks. Read back as it is, it understands the same files the same way.
pub(crate) fn recognised(files: &[Read], language: Language) -> String {
    let layouts: Vec<&SheetLayout> =
        files.iter().flat_map(|file| &file.layouts).filter(|layout| layout.kind.is_some()).collect();
    let mut mapping = match layouts.as_slice() {
        [one] => one.mapping(&one.name),
        _ => Mapping::default(),
    };
    if let [one] = layouts.as_slice() {
        mapping.table.kind = one.kind;
    }
    for (header, field) in agreed(&layouts) {
        mapping.set_header(header, Some(Target::Field(field)));
    }
    let mut text = mapping.to_toml();
    for question in questions(files, language) {
        let _ = write!(text, "\n# {} › {} : {}\n", question.file, question.sheet, question.text.replace('\n', " "));
        for line in question.answer.lines() {
            let _ = writeln!(text, "# {}", line.trim_start_matches("# "));
        }
        if !question.values.is_empty() {
            let _ = writeln!(text, "# … : {}", question.values.join(", "));
        }
    }
    text
}

/// The headers that name one field wherever they stand; one that stands twice on a sheet names none.
fn agreed<'a>(layouts: &[&'a SheetLayout]) -> BTreeMap<&'a str, Field> {
    let mut found: BTreeMap<&str, Option<Field>> = BTreeMap::new();
    for layout in layouts {
        for column in &layout.columns {
            let sure = matches!(column.confidence, Confidence::Answered | Confidence::Known);
            let field = column.field.filter(|_| sure);
            let alone = layout.columns.iter().filter(|other| other.header == column.header).count() == 1;
            found
                .entry(&column.header)
                .and_modify(|known| *known = known.filter(|known| Some(*known) == field && alone))
                .or_insert(field.filter(|_| alone));
        }
    }
    found.into_iter().filter_map(|(header, field)| Some((header, field?))).collect()
}
