//! The sheet of ours that what is entered at the desk becomes: evidence then names who entered it, and when, like a cell of a file.

use super::{Decision, Derogation, DocumentMark};
use crate::words;
use guichet_model::{
    AcademicYear, BY_HAND, Coded, Field, FieldValue, Identity, Instant, Language, Level, PersonId, RegistrationId,
    RequestKind, SheetKind, SourceCell, SourceColumn, SourceSheet, TypedRow, instant_text,
};
use guichet_store::{PlannedFile, PlannedSheet};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
use time::Date;

/// A file that something is entered about.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) file: RegistrationId,
    pub(super) person: PersonId,
    pub(super) identity: Identity,
    pub(super) year: Option<AcademicYear>,
    pub(super) level: Option<Level>,
}

/// The sheet is written as the offices' own are.
const LANGUAGE: Language = Language::Fr;

/// One row a target. Nothing for a note, which is no fact.
pub(super) fn of(decision: &Decision, targets: &[Target], who: &str, now: Instant) -> Option<PlannedFile> {
    let (kind, fields): (_, Vec<Field>) = match decision {
        Decision::Derogation(_) => (SheetKind::Requests, DEROGATION.to_vec()),
        Decision::Document(mark) => {
            let expiry = mark.until.map(|_| Field::DocumentExpiry);
            (SheetKind::Documents, DOCUMENT.iter().copied().chain(expiry).collect())
        }
        Decision::Note(_) => return None,
    };
    let values = |target: &Target| match decision {
        Decision::Derogation(derogation) => derogation_values(derogation, target),
        Decision::Document(mark) => document_values(mark, target),
        Decision::Note(_) => Values::new(),
    };
    let fields: Vec<Field> = IDENTITY.iter().copied().chain(fields).collect();
    let mut values: Vec<Values> =
        targets.iter().map(|target| [identity(&target.identity), values(target)].concat()).collect();
    values.iter_mut().for_each(|row| row.retain(|(.., raw)| !raw.is_empty()));
    let sheet = Arc::new(sheet(kind, &fields, &values, who, now));
    let rows = (1_u32..).zip(values).map(|(at, values)| row(&sheet, at, values)).collect();
    Some(PlannedFile {
        name: sheet.file.clone(),
        sha256: sheet.sha256.clone(),
        sheets: vec![PlannedSheet { sheet, rows: Arc::new(rows), corrections: true }],
    })
}

/// What is entered in the columns of a row: its meaning, and the text as one would write it.
type Values = Vec<(Field, FieldValue, String)>;

const IDENTITY: [Field; 5] = [Field::StudentNumber, Field::Ine, Field::BirthName, Field::GivenName, Field::BirthDate];
const DEROGATION: [Field; 7] = [
    Field::RequestKind,
    Field::AcademicYear,
    Field::RequestLevel,
    Field::RequestState,
    Field::DecidedBy,
    Field::DecidedAt,
    Field::DecisionReference,
];
const DOCUMENT: [Field; 5] =
    [Field::DocumentKind, Field::AcademicYear, Field::ProgrammeCode, Field::DocumentState, Field::DocumentReason];

fn sheet(kind: SheetKind, fields: &[Field], rows: &[Values], who: &str, now: Instant) -> SourceSheet {
    let mut hash = Sha256::new();
    let mut add = |text: &str| {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    };
    [who, &instant_text(now), kind.as_str()].into_iter().for_each(&mut add);
    for (field, _, raw) in rows.iter().flatten() {
        add(field.as_str());
        add(raw);
    }
    let hex: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let column = |(column, field): (u16, &Field)| SourceColumn {
        column,
        header: words::field(LANGUAGE, *field),
        field: Some(*field),
    };
    SourceSheet {
        file: words::word(LANGUAGE, "app-entry-file"),
        sha256: format!("{BY_HAND}{hex}"),
        name: match who {
            "" => words::instant(LANGUAGE, Some(now)),
            who => format!("{who}, {}", words::instant(LANGUAGE, Some(now))),
        },
        kind,
        header_row: 0,
        columns: (0..).zip(fields).map(column).collect(),
    }
}

fn row(sheet: &Arc<SourceSheet>, at: u32, values: Values) -> TypedRow {
    let column = |field: Field| sheet.columns_of(field).next().map_or(0, |column| column.column);
    let mut cells: Vec<SourceCell> =
        values.iter().map(|(field, _, raw)| SourceCell { column: column(*field), raw: raw.as_str().into() }).collect();
    cells.sort_by_key(|cell| cell.column);
    let values: BTreeMap<Field, FieldValue> = values.into_iter().map(|(field, value, _)| (field, value)).collect();
    TypedRow::new(sheet, at, cells, values)
}

fn identity(of: &Identity) -> Values {
    let mut values: Values = [
        (Field::StudentNumber, of.student_number.as_deref()),
        (Field::Ine, of.ine.as_ref().map(|ine| ine.as_str())),
        (Field::BirthName, of.birth_name.as_deref()),
        (Field::GivenName, of.given_name.as_deref()),
    ]
    .into_iter()
    .filter_map(|(field, said)| said.map(|said| text(field, said)))
    .collect();
    values.extend(of.birth_date.map(|date| day(Field::BirthDate, date)));
    values
}

fn derogation_values(of: &Derogation, target: &Target) -> Values {
    let mut values = vec![
        code(Field::RequestKind, RequestKind::Derogation),
        code(Field::RequestState, of.state),
        text(Field::DecidedBy, &of.by),
        day(Field::DecidedAt, of.on),
    ];
    values.extend(target.level.map(|level| (Field::RequestLevel, FieldValue::Level(level), level.to_string())));
    values.extend(year(target));
    values.extend(of.reference.as_deref().map(|said| text(Field::DecisionReference, said)));
    values
}

fn document_values(of: &DocumentMark, target: &Target) -> Values {
    let mut values = vec![text(Field::DocumentKind, &of.piece), code(Field::DocumentState, of.state)];
    values.extend(year(target));
    values.extend(of.programme_code.as_deref().map(|said| text(Field::ProgrammeCode, said)));
    values.extend(of.reason.as_deref().map(|said| text(Field::DocumentReason, said)));
    values.extend(of.until.map(|date| day(Field::DocumentExpiry, date)));
    values
}

fn year(target: &Target) -> Option<(Field, FieldValue, String)> {
    target.year.map(|year| (Field::AcademicYear, FieldValue::Year(year), year.to_string()))
}

fn text(field: Field, said: &str) -> (Field, FieldValue, String) {
    (field, FieldValue::Text(said.to_owned()), said.to_owned())
}

fn day(field: Field, date: Date) -> (Field, FieldValue, String) {
    (field, FieldValue::Date(date), words::date(LANGUAGE, Some(date)))
}

fn code<T: Coded>(field: Field, value: T) -> (Field, FieldValue, String) {
    (field, FieldValue::Code(value.as_str()), words::understood(LANGUAGE, field, value.as_str()))
}
