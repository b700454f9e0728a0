use crate::engine::{evaluate_file, quiet_rules};
use crate::rulebook::{Rulebook, RulebookError};
use guichet_model::{
    AcademicYear, Cents, Field, FieldShape, FieldValue, Finding, Instant, Level, Office, Outcome, SheetKind,
    SourceCell, SourceColumn, SourceSheet, TypedRow, parse_instant,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a rule must answer for the first file of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It passes.
    Pass,
    /// It does not concern the file.
    NotConcerned,
    /// It flags.
    Flag,
    /// It cannot tell.
    CannotTell,
}

/// A small office written in words, and what a rule answers for its first file.
///
/// One line is one row, `kind: field = value; field = value`, with canonical field names and the values a sheet would
/// hold. `as-of:` and `rulebook:` lines replace the defaults. A field that no row of a kind names is a missing column; a
/// kind without fields is a sheet without rows. A date, amount, year or yes-or-no in « » is one that is not understood.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// What the case shows.
    pub title: &'static str,
    /// The answer.
    pub expected: Expected,
    /// The office.
    pub text: &'static str,
}

/// An example ready to be judged.
pub struct Scene {
    /// The office.
    pub office: Office,
    /// The rulebook.
    pub book: Rulebook,
    /// The instant.
    pub as_of: Instant,
}

/// Why an example cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SceneError {
    /// A line has not the form `kind: field = value; ...`.
    #[error("not a line of an example: {0}")]
    Line(String),
    /// A value is not one of its field's.
    #[error("{0} cannot be {1}")]
    Value(Field, String),
    /// The rulebook cannot be had.
    #[error(transparent)]
    Rulebook(#[from] RulebookError),
}

impl Scene {
    /// What a rule answers for the first file, and the finding if there is one.
    #[must_use]
    pub fn answer(&self, code: &str) -> Option<(Expected, Option<Finding>)> {
        let registration = self.office.registrations.first()?;
        let verdict = evaluate_file(&self.office, &self.book, self.as_of, registration);
        if let Some(finding) = verdict.findings.into_iter().find(|finding| finding.code == code) {
            let expected = match finding.outcome {
                Outcome::Flag => Expected::Flag,
                Outcome::CannotTell => Expected::CannotTell,
            };
            return Some((expected, Some(finding)));
        }
        let quiet = quiet_rules(&self.office, &self.book, self.as_of, registration);
        let quiet = quiet.into_iter().find(|quiet| quiet.code == code)?;
        Some((if quiet.not_concerned.is_some() { Expected::NotConcerned } else { Expected::Pass }, None))
    }
}

/// One line of an example: what its row is, and its cells.
type Line<'a> = (SheetKind, Vec<(Field, &'a str)>);

/// Reads an example's office.
///
/// # Errors
/// [`SceneError`] when a line or a value is not understood.
pub fn scene(text: &str) -> Result<Scene, SceneError> {
    scene_by(text, Rulebook::shipped)
}

/// Reads an example's office, and has its rulebook found by its id: many examples may share one that is read once.
///
/// # Errors
/// [`SceneError`] when a line or a value is not understood, or the rulebook is not found.
pub fn scene_by(text: &str, find: impl FnOnce(&str) -> Result<Rulebook, RulebookError>) -> Result<Scene, SceneError> {
    let mut as_of = "2024-09-25T09:00";
    let mut rulebook = "amu-allsh-2024-2025";
    let mut lines: Vec<Line<'_>> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (head, rest) = line.split_once(':').ok_or_else(|| SceneError::Line(line.to_owned()))?;
        match head {
            "as-of" => as_of = rest.trim(),
            "rulebook" => rulebook = rest.trim(),
            kind => lines.push(row_line(line, kind, rest)?),
        }
    }
    let (as_of, _) = parse_instant(as_of).ok_or_else(|| SceneError::Line(as_of.to_owned()))?;
    let (office, _) = Office::assemble(&rows(&lines)?, lines.iter().map(|(kind, _)| *kind).collect());
    Ok(Scene { office, book: find(rulebook)?, as_of })
}

fn row_line<'a>(line: &str, kind: &str, rest: &'a str) -> Result<Line<'a>, SceneError> {
    let wrong = || SceneError::Line(line.to_owned());
    let kind = SheetKind::from_name(kind).ok_or_else(wrong)?;
    let mut cells = Vec::new();
    for cell in rest.split(';').map(str::trim).filter(|cell| !cell.is_empty()) {
        let (name, value) = cell.split_once('=').ok_or_else(wrong)?;
        cells.push((Field::from_name(name.trim()).ok_or_else(wrong)?, value.trim()));
    }
    Ok((kind, cells))
}

fn rows(lines: &[Line<'_>]) -> Result<Vec<TypedRow>, SceneError> {
    let mut rows = Vec::new();
    for kind in SheetKind::ALL {
        let of_kind = lines.iter().filter(|(line_kind, cells)| line_kind == kind && !cells.is_empty());
        let cells: Vec<&Vec<(Field, &str)>> = of_kind.map(|(_, cells)| cells).collect();
        let fields: BTreeSet<Field> = cells.iter().flat_map(|cells| cells.iter().map(|(field, _)| *field)).collect();
        let sheet = Arc::new(sheet(*kind, &fields));
        for (at, cells) in cells.iter().enumerate() {
            rows.push(row(&sheet, u32::try_from(at).unwrap_or(0) + 1, cells)?);
        }
    }
    Ok(rows)
}

fn sheet(kind: SheetKind, fields: &BTreeSet<Field>) -> SourceSheet {
    let column = |(at, field): (usize, &Field)| SourceColumn {
        column: u16::try_from(at).unwrap_or(0),
        header: field.as_str().to_owned(),
        field: Some(*field),
    };
    SourceSheet {
        file: format!("{}.xlsx", kind.as_str()),
        sha256: String::new(),
        name: kind.as_str().to_owned(),
        kind,
        header_row: 0,
        columns: fields.iter().enumerate().map(column).collect(),
    }
}

fn row(sheet: &Arc<SourceSheet>, row: u32, cells: &[(Field, &str)]) -> Result<TypedRow, SceneError> {
    let mut values = BTreeMap::new();
    let mut written = Vec::new();
    for (field, raw) in cells.iter().filter(|(_, raw)| !raw.is_empty()) {
        let column = sheet.columns_of(*field).next().map_or(0, |column| column.column);
        written.push(SourceCell { column, raw: (*raw).into() });
        if let Some(value) = value(*field, raw)? {
            values.insert(*field, value);
        }
    }
    written.sort_by_key(|cell| cell.column);
    Ok(TypedRow::new(sheet, row, written, values))
}

/// `None` for a value that is not understood: examples show what happens then.
fn value(field: Field, raw: &str) -> Result<Option<FieldValue>, SceneError> {
    if field.shape() != FieldShape::Text && raw.starts_with('«') && raw.ends_with('»') {
        return Ok(None);
    }
    let wrong = || SceneError::Value(field, raw.to_owned());
    Ok(match field.shape() {
        FieldShape::Text => Some(FieldValue::Text(raw.to_owned())),
        FieldShape::Date => Some(FieldValue::Date(parse_instant(raw).ok_or_else(wrong)?.0.date())),
        FieldShape::Instant => {
            let (instant, has_hour) = parse_instant(raw).ok_or_else(wrong)?;
            Some(if has_hour { FieldValue::Instant(instant) } else { FieldValue::Date(instant.date()) })
        }
        FieldShape::Amount => Some(FieldValue::Amount(Cents::parse(raw).ok_or_else(wrong)?)),
        FieldShape::Year => Some(FieldValue::Year(raw.parse::<AcademicYear>().map_err(|_| wrong())?)),
        FieldShape::Flag => match raw {
            "oui" => Some(FieldValue::Flag(true)),
            "non" => Some(FieldValue::Flag(false)),
            _ => return Err(wrong()),
        },
        FieldShape::Level => Level::parse(raw).map(FieldValue::Level),
        FieldShape::Code => field.code(raw).map(FieldValue::Code),
    })
}
