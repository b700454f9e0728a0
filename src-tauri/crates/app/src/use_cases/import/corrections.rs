//! The rows of an import that are to be corrected, as a workbook that can be corrected and imported again.

use super::Read;
use crate::clock::now_in_paris;
use crate::failure::AppError;
use guichet_intake::SheetLayout;
use guichet_model::{
    Arg, CellAddress, Field, FieldShape, FieldValue, Instant, Language, Message, Problem, ProblemCode, SheetKind,
    SourceCell, SourceColumn, TypedRow, fold,
};
use guichet_report::{
    Correction, CorrectionCell, CorrectionColumn, CorrectionRow, CorrectionSheet, CorrectionValue, Corrections,
    write_corrections,
};
use guichet_store::{PersonRef, Plan, PlannedSheet, RowOutcome, RowPlan};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use time::Time;

/// The workbook's bytes, with how many rows are to be corrected.
pub(crate) fn workbook(
    files: &[&Read],
    plan: Option<&Plan>,
    problems: &[Problem],
    language: Language,
) -> Result<(Vec<u8>, usize), AppError> {
    let mut sheets = Vec::new();
    for (rank, file) in files.iter().enumerate() {
        for (at, sheet) in file.file.sheets.iter().enumerate() {
            let decisions = plan.and_then(|plan| plan.files.get(rank)?.sheets.get(at)).map(|sheet| &*sheet.decisions);
            let layout = file.places.get(at).and_then(|place| file.layout(*place));
            sheets.extend(sheet_of(sheet, layout, decisions));
        }
    }
    let mut told: Vec<&Problem> = problems.iter().collect();
    told.sort_by_key(|problem| (!problem.code.fails(), !problem.code.is_unclean()));
    let correction = |problem| Correction { problem, raw: raw_of(files, problem), remedy: remedy(problem.code) };
    let rows = sheets.iter().map(|sheet| sheet.rows.len()).sum();
    let corrections = Corrections {
        at: now_in_paris(),
        application_version: env!("CARGO_PKG_VERSION"),
        problems: told.into_iter().map(correction).collect(),
        sheets,
    };
    Ok((write_corrections(&corrections, language)?, rows))
}

/// The rows of a sheet that are to be corrected; nothing when there are none.
fn sheet_of<'a>(
    sheet: &'a PlannedSheet,
    layout: Option<&SheetLayout>,
    decisions: Option<&[RowPlan]>,
) -> Option<CorrectionSheet<'a>> {
    let columns = columns_of(sheet);
    let row = |(at, row): (usize, &'a TypedRow)| row_of(row, &columns, layout, decisions.and_then(|rows| rows.get(at)));
    let rows: Vec<CorrectionRow<'_>> = sheet.rows.iter().enumerate().filter_map(row).collect();
    let columns = columns.into_values().map(|(column, header)| CorrectionColumn { column, header }).collect();
    (!rows.is_empty()).then(|| CorrectionSheet { name: name_of(sheet), columns, rows })
}

/// The columns of a sheet, by their number: where each stands in the workbook, and under which header. Those joined from
/// another file follow the others, under the names of their fields.
fn columns_of(sheet: &PlannedSheet) -> BTreeMap<u16, (u16, &str)> {
    let is_own = |column: u16| column < CellAddress::FIRST_JOINED;
    let cells = sheet.rows.iter().flat_map(|row| &row.source.cells).map(|cell| cell.column);
    let headers = sheet.sheet.columns.iter().map(|column| column.column);
    let after = headers.chain(cells).filter(|column| is_own(*column)).max().map_or(0, |last| last + 1);
    let (own, joined): (Vec<&SourceColumn>, Vec<&SourceColumn>) =
        sheet.sheet.columns.iter().partition(|column| is_own(column.column));
    let named = |column: &'_ SourceColumn| column.field.map_or("", Field::as_str);
    let own = own.into_iter().map(|column| (column.column, (column.column, column.header.as_str())));
    own.chain((after..).zip(joined).map(|(at, column)| (column.column, (at, named(column))))).collect()
}

/// The file's name and the sheet's. Where headers tell nothing, a history is recognised by its name.
fn name_of(sheet: &PlannedSheet) -> String {
    let (file, sheet, kind) = (&sheet.sheet.file, &sheet.sheet.name, sheet.sheet.kind);
    let stem = Path::new(file).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let name = if fold(&stem) == fold(sheet) { stem } else { format!("{stem} {sheet}") };
    if kind == SheetKind::History && !fold(&name).contains("histor") { format!("historique {name}") } else { name }
}

/// A row with what is to be corrected in it; nothing when there is nothing.
fn row_of<'a>(
    row: &'a TypedRow,
    columns: &BTreeMap<u16, (u16, &str)>,
    layout: Option<&SheetLayout>,
    decision: Option<&RowPlan>,
) -> Option<CorrectionRow<'a>> {
    let source = &row.source;
    let mut remedies: Vec<Message> =
        decision.and_then(|decision| of_row(decision, source.sheet.kind)).into_iter().collect();
    let mut cells = Vec::with_capacity(source.cells.len());
    for cell in &source.cells {
        let column = source.sheet.columns.iter().find(|column| column.column == cell.column);
        let field = column.and_then(|column| column.field);
        let value = field.and_then(|field| row.values.get(&field));
        let doubt = column.filter(|_| value.is_none()).and_then(|column| doubt(column, cell, layout));
        // A cell without a header stays where it is.
        let at = columns.get(&cell.column).map_or(cell.column, |(at, _)| *at);
        cells.push(CorrectionCell { column: at, value: value_of(field, value, cell), doubtful: doubt.is_some() });
        remedies.extend(doubt);
    }
    let origin = Message::new("corrections-origin")
        .with("file", source.sheet.file.as_str())
        .with("sheet", source.sheet.name.as_str())
        .with("row", i64::from(source.row) + 1);
    (!remedies.is_empty()).then_some(CorrectionRow { cells, remedies, origin })
}

/// What is to be corrected of a row as a whole.
fn of_row(decision: &RowPlan, kind: SheetKind) -> Option<Message> {
    match decision.outcome {
        RowOutcome::Ambiguous => {
            let likenesses = decision.candidates.iter().flat_map(|candidate| &candidate.because);
            let mut reasons: Vec<Arg> = Vec::new();
            for likeness in likenesses {
                let reason = Arg::from(likeness.message());
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
            let count = decision.candidates.len();
            Some(Message::new("corrections-ambiguous").with("count", count).with("reasons", Arg::List(reasons)))
        }
        RowOutcome::Skipped => Some(Message::new("corrections-skipped")),
        RowOutcome::Unplaced => Some(Message::new("corrections-unplaced")),
        RowOutcome::New
            if kind != SheetKind::Roster
                && decision.matched.is_none()
                && decision.chosen.is_none()
                && matches!(decision.person, Some(PersonRef::Fresh(_))) =>
        {
            Some(Message::new("corrections-unmatched"))
        }
        _ => None,
    }
}

/// What is wrong with a cell of a known column that was not understood.
fn doubt(column: &SourceColumn, cell: &SourceCell, layout: Option<&SheetLayout>) -> Option<Message> {
    let field = column.field?;
    // A text of which a person said that it says nothing is understood.
    let known = layout.and_then(|layout| layout.column(column.column)).map(|column| column.values.as_slice());
    let says_nothing = known
        .unwrap_or_default()
        .iter()
        .any(|text| text.meaning.as_deref() == Some("") && fold(&text.text) == fold(&cell.raw));
    if says_nothing || cell.raw.trim().is_empty() {
        return None;
    }
    let id = match field.shape() {
        FieldShape::Code | FieldShape::Level => "corrections-unmapped",
        _ => "corrections-unreadable",
    };
    let message = Message::new(id).with("header", column.header.as_str()).with("value", cell.raw.as_ref());
    Some(message.with("field", Message::new(format!("field-{}", field.as_str().replace('_', "-")))))
}

/// A cell so that it is read as it was: a date that was understood in an order of its own is written in the usual one.
fn value_of<'a>(field: Option<Field>, value: Option<&'a FieldValue>, cell: &'a SourceCell) -> CorrectionValue<'a> {
    match (field.map(Field::shape), value) {
        (Some(FieldShape::Date), Some(FieldValue::Date(date))) => CorrectionValue::Date(*date),
        (_, Some(FieldValue::Date(date))) => CorrectionValue::Text(Cow::Owned(day_text(*date))),
        (_, Some(FieldValue::Instant(instant))) => CorrectionValue::Text(Cow::Owned(instant_text(*instant))),
        (_, Some(FieldValue::Text(text))) => CorrectionValue::Text(Cow::Borrowed(text)),
        _ => CorrectionValue::Text(Cow::Borrowed(&cell.raw)),
    }
}

fn day_text(date: time::Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), u8::from(date.month()), date.year())
}

/// Midnight is written too: without an hour the whole day would be meant.
fn instant_text(instant: Instant) -> String {
    let time: Time = instant.time();
    let seconds = if time.second() == 0 { String::new() } else { format!(":{:02}", time.second()) };
    format!("{} {:02}:{:02}{seconds}", day_text(instant.date()), time.hour(), time.minute())
}

/// What a problem's cell holds as written.
fn raw_of<'a>(files: &[&'a Read], problem: &Problem) -> Option<Cow<'a, str>> {
    let (cell, sheet) = (problem.cell.as_deref()?, problem.sheet.as_deref()?);
    let digits = cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let row: u32 = digits.parse::<u32>().ok()?.checked_sub(1)?;
    let sheets = files.iter().flat_map(|file| &file.file.sheets);
    let mut of_name = sheets.filter(|known| known.sheet.file == problem.file && known.sheet.name == sheet);
    of_name.find_map(|known| {
        let at = known.rows.binary_search_by_key(&row, |row| row.source.row).ok()?;
        let source = &known.rows[at].source;
        let found = source.cells.iter().find(|held| source.address(held.column).to_string() == cell)?;
        Some(Cow::Borrowed(&*found.raw))
    })
}

/// What to do about a problem with this workbook.
fn remedy(code: ProblemCode) -> Message {
    Message::new(match code {
        ProblemCode::ValueUnreadable | ProblemCode::ValueUnmapped | ProblemCode::DateOrderMixed => {
            "corrections-remedy-cells"
        }
        ProblemCode::RowWithoutKey
        | ProblemCode::RowAmbiguous
        | ProblemCode::RowUnplaced
        | ProblemCode::RowUnmatched
        | ProblemCode::RowAgainstEntry
        | ProblemCode::RequestUnattached => "corrections-remedy-rows",
        code if code.fails() => "corrections-remedy-source",
        _ => "corrections-remedy-none",
    })
}
