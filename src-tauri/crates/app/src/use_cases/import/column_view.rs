//! The columns of a table in words: what each holds, how sure that is, what is asked of it.

use super::view::values;
use crate::clock::academic_years;
use crate::wire::{ColumnConfidence, DateOrderName, DateSample, FieldChoice, ImportColumn, ImportValue};
use crate::words;
use guichet_intake::{Asked, CodedText, ColumnLayout, Confidence, DateOrder, SheetLayout, field_of_header};
use guichet_model::{AcademicYear, Field, FieldShape, Language, SheetKind};
use time::{Date, Month};

/// The columns of a table, from left to right.
pub(super) fn columns(language: Language, layout: &SheetLayout) -> Vec<ImportColumn> {
    let fields = layout.kind.map(|kind| fields_of(language, kind)).unwrap_or_default();
    layout.columns.iter().map(|column| of(language, layout, column, &fields)).collect()
}

fn of(language: Language, layout: &SheetLayout, column: &ColumnLayout, fields: &[FieldChoice]) -> ImportColumn {
    let place = column.column();
    let asked = layout.questions.iter().find(|question| match &question.asked {
        Asked::Column { column, .. } | Asked::DateOrder { column } => *column == place,
        Asked::Duplicate { columns, .. } => columns.contains(&place),
        _ => false,
    });
    let asks_date_order = asked.is_some_and(|question| matches!(question.asked, Asked::DateOrder { .. }));
    let kept = column.confidence != Confidence::Dropped;
    let field = column.field.filter(|_| kept);
    ImportColumn {
        column: u32::from(place) + 1,
        cell: column.cell.to_string(),
        header: column.header.clone(),
        examples: if kept { column.examples.clone() } else { Vec::new() },
        field: field.map(|field| field.as_str().to_owned()),
        field_label: field.map(|field| words::field(language, field)),
        confidence: confidence(column.confidence),
        asks: asked.map(|question| words::say(language, &question.message)),
        choices: if kept { choices(column, fields) } else { Vec::new() },
        type_label: field.map(|field| words::word(language, type_word(field.shape()))),
        date_order: column.dates.and_then(|dates| dates.order).map(|order| match order {
            DateOrder::DayFirst => DateOrderName::DayFirst,
            DateOrder::MonthFirst => DateOrderName::MonthFirst,
        }),
        asks_date_order,
        date_samples: if column.dates.is_some() { date_samples(language, &column.examples) } else { Vec::new() },
        values: coded(language, layout, column),
    }
}

fn confidence(confidence: Confidence) -> ColumnConfidence {
    match confidence {
        Confidence::Answered => ColumnConfidence::Answered,
        Confidence::Known => ColumnConfidence::Known,
        Confidence::Likely => ColumnConfidence::Likely,
        Confidence::Unknown => ColumnConfidence::Unknown,
        Confidence::SetAside => ColumnConfidence::SetAside,
        Confidence::Dropped => ColumnConfidence::Dropped,
    }
}

fn type_word(shape: FieldShape) -> &'static str {
    match shape {
        FieldShape::Text => "app-type-text",
        FieldShape::Date => "app-type-date",
        FieldShape::Instant => "app-type-instant",
        FieldShape::Amount => "app-type-amount",
        FieldShape::Flag => "app-type-flag",
        FieldShape::Level => "app-type-level",
        FieldShape::Year => "app-type-year",
        FieldShape::Code => "app-type-code",
    }
}

/// Every field sheets of a kind have columns of.
fn fields_of(language: Language, kind: SheetKind) -> Vec<FieldChoice> {
    let own = Field::ALL.iter().filter(|field| field_of_header(kind, field.as_str()) == Some(**field));
    let choice = |field: &Field| FieldChoice {
        field: field.as_str().to_owned(),
        label: words::field(language, *field),
        likely: false,
    };
    own.map(choice).collect()
}

/// The likely fields first, then the others.
fn choices(column: &ColumnLayout, fields: &[FieldChoice]) -> Vec<FieldChoice> {
    let is = |field: &Field, choice: &FieldChoice| choice.field == field.as_str();
    let likely = column.likely.iter().filter_map(|field| fields.iter().find(|choice| is(field, choice)));
    let others = fields.iter().filter(|choice| !column.likely.iter().any(|field| is(field, choice)));
    likely.map(|choice| FieldChoice { likely: true, ..choice.clone() }).chain(others.cloned()).collect()
}

fn coded(language: Language, layout: &SheetLayout, column: &ColumnLayout) -> Vec<ImportValue> {
    let Some(field) = column.field else { return Vec::new() };
    let choices = if field.shape() == FieldShape::Year { years() } else { values(language, field) };
    let is_asked = |text: &CodedText| {
        layout.questions.iter().any(|question| {
            matches!(&question.asked, Asked::Value { field: of, text: asked, .. } if *of == field && *asked == text.text)
        })
    };
    let value = |text: &CodedText| ImportValue {
        text: text.text.clone(),
        count: words::whole(text.count),
        meaning: text.meaning.clone(),
        meaning_label: text.meaning.as_deref().map(|name| match name {
            "" => words::word(language, "app-value-nothing"),
            name => words::understood(language, field, name),
        }),
        asked: is_asked(text),
        choices: choices.clone(),
    };
    column.values.iter().map(value).collect()
}

/// The academic years that a code of a period can stand for.
fn years() -> Vec<FieldChoice> {
    let choice = |year: AcademicYear| FieldChoice { field: year.to_string(), label: year.to_string(), likely: false };
    academic_years().into_iter().map(choice).collect()
}

/// Dates that can be read in two orders, in words.
fn date_samples(language: Language, examples: &[String]) -> Vec<DateSample> {
    let sample = |text: &String| {
        let numbers: Vec<u16> = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .take(3)
            .filter_map(|part| part.parse().ok())
            .collect();
        let [first, second, year] = *numbers.as_slice() else { return None };
        let read = |day: u16, month: u16| {
            let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
            Date::from_calendar_date(i32::from(full_year(year)), month, u8::try_from(day).ok()?).ok()
        };
        let worded = |date: Option<Date>| date.map(|date| words::date(language, Some(date)));
        let (day_first, month_first) = (worded(read(first, second)), worded(read(second, first)));
        (day_first.is_some() || month_first.is_some()).then(|| DateSample {
            text: text.clone(),
            day_first,
            month_first,
        })
    };
    examples.iter().filter_map(sample).collect()
}

/// A year written with two digits is the nearest before the middle of this century.
fn full_year(year: u16) -> u16 {
    match year {
        0..50 => 2000 + year,
        50..100 => 1900 + year,
        _ => year,
    }
}
