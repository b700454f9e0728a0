//! Sheets that name persons only by the code of the office's own program, and the sheets that say who these are.
//!
//! Apogée keeps its registrations and its supporting documents by such a code (`COD_IND`); who that is stands in another
//! extract (`INDIVIDU`). Chosen together they are one: the columns of who somebody is are joined to each row that has
//! the code. A joined column says in its header from which file it is, and has no letters.

use crate::file::FileReading;
use crate::header::has_identity;
use crate::layout::LeftOut;
use crate::say::message;
use crate::sheet::SheetReading;
use guichet_model::{
    Arg, CellAddress, Field, FieldValue, Message, Problem, ProblemCode, SourceCell, SourceColumn, SourceRow,
    SourceSheet, TypedRow,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// The fields of who somebody is.
const WHO: [Field; 10] = [
    Field::StudentNumber,
    Field::Ine,
    Field::IneKey,
    Field::BirthName,
    Field::UseName,
    Field::GivenName,
    Field::BirthDate,
    Field::Email,
    Field::Phone,
    Field::Nationality,
];

/// Joins who persons are to the sheets that name them only by a code, whatever the order of the files.
///
/// Sheets that say only who persons are become no sheet of their own; they, and sheets whose persons nobody explains, are told.
pub fn join_persons(readings: &mut [FileReading]) {
    let register = Register::of(readings);
    let mut joined = BTreeMap::new();
    for reading in readings.iter_mut() {
        for sheet in std::mem::take(&mut reading.sheets) {
            if names_itself(&sheet.sheet) {
                reading.sheets.push(sheet);
            } else if register.persons.is_empty() {
                reading.problems.push(missing(&sheet.sheet));
                let layout = reading.layouts.iter_mut().find(|layout| layout.place == sheet.place);
                layout.into_iter().for_each(|layout| layout.left_out = Some(LeftOut::Incomplete));
            } else {
                reading.sheets.push(register.join(sheet, &mut reading.problems, &mut joined));
            }
        }
    }
    for reading in readings {
        for sheet in std::mem::take(&mut reading.persons) {
            let told =
                joined.get(&place(&sheet.sheet)).map_or_else(|| alone(&sheet.sheet), |uses| used(&sheet.sheet, uses));
            reading.problems.push(told);
        }
    }
}

/// Whether a sheet's rows say who they are about, or could never be joined.
fn names_itself(sheet: &SourceSheet) -> bool {
    let fields: BTreeSet<Field> = sheet.columns.iter().filter_map(|column| column.field).collect();
    has_identity(&fields) || !fields.contains(&Field::PersonCode)
}

/// A sheet of a file.
type Place = (String, String, String);

fn place(sheet: &SourceSheet) -> Place {
    (sheet.file.clone(), sheet.sha256.clone(), sheet.name.clone())
}

/// What a sheet of persons was used for: how many of them, and in which files.
#[derive(Default)]
struct Uses {
    persons: BTreeSet<String>,
    files: BTreeSet<String>,
}

/// Who persons are, by their code.
struct Register {
    /// The row of each code; `None` when two rows of one code differ.
    persons: HashMap<String, Option<TypedRow>>,
    /// The columns to join, with the file each is from.
    columns: BTreeMap<Field, String>,
}

impl Register {
    fn of(readings: &[FileReading]) -> Self {
        let mut register = Self { persons: HashMap::new(), columns: BTreeMap::new() };
        for sheet in readings.iter().flat_map(|reading| &reading.persons) {
            for column in &sheet.sheet.columns {
                if let Some(field) = column.field.filter(|field| WHO.contains(field)) {
                    let header = || format!("{} ({})", column.header, sheet.sheet.file);
                    register.columns.entry(field).or_insert_with(header);
                }
            }
            for row in &sheet.rows {
                let Some(code) = row.text(Field::PersonCode) else { continue };
                let known = register.persons.entry(code.to_owned()).or_insert_with(|| Some(row.clone()));
                if known.as_ref().is_some_and(|known| who(known) != who(row)) {
                    *known = None;
                }
            }
        }
        register
    }

    fn join(
        &self,
        sheet: SheetReading,
        problems: &mut Vec<Problem>,
        joined: &mut BTreeMap<Place, Uses>,
    ) -> SheetReading {
        let places: BTreeMap<Field, u16> =
            (CellAddress::FIRST_JOINED..).zip(self.columns.keys()).map(|(at, field)| (*field, at)).collect();
        let added = self.columns.iter().map(|(field, header)| SourceColumn {
            column: places[field],
            header: header.clone(),
            field: Some(*field),
        });
        let columns = sheet.sheet.columns.iter().cloned().chain(added).collect();
        let wide = Arc::new(SourceSheet { columns, ..(*sheet.sheet).clone() });
        let mut unknown = Vec::new();
        let mut rows = Vec::with_capacity(sheet.rows.len());
        for row in sheet.rows {
            let code = row.text(Field::PersonCode).map(str::to_owned);
            let person = code.as_ref().and_then(|code| self.persons.get(code)?.as_ref());
            if let (Some(code), Some(person)) = (&code, person) {
                let uses = joined.entry(place(&person.source.sheet)).or_default();
                uses.persons.insert(code.clone());
                uses.files.insert(wide.file.clone());
            } else if code.is_some() {
                unknown.push((ProblemCode::PersonCodeUnknown, wide.as_ref(), row.source.row, Vec::new()));
            }
            rows.push(with_person(row, person, &wide, &places));
        }
        problems.extend(Problem::group_rows(unknown));
        SheetReading { sheet: wide, rows, ..sheet }
    }
}

/// What a row says of who somebody is.
fn who(row: &TypedRow) -> Vec<(&Field, &FieldValue)> {
    row.values.iter().filter(|(field, _)| WHO.contains(field)).collect()
}

/// A row of a wider sheet, with what another row says of its person.
fn with_person(
    row: TypedRow,
    person: Option<&TypedRow>,
    sheet: &Arc<SourceSheet>,
    places: &BTreeMap<Field, u16>,
) -> TypedRow {
    let mut cells = row.source.cells.clone();
    let mut values = row.values;
    for (field, column) in places {
        let Some(person) = person else { break };
        // A cell is joined as it is written, even when it is not understood.
        if let Some(raw) = person.source.raw(*field).filter(|raw| !raw.is_empty()) {
            cells.push(SourceCell { column: *column, raw: raw.into() });
        }
        if let Some(value) = person.values.get(field) {
            values.insert(*field, value.clone());
        }
    }
    let source = SourceRow { sheet: Arc::clone(sheet), row: row.source.row, cells };
    TypedRow { source: Arc::new(source), values }
}

fn missing(sheet: &SourceSheet) -> Problem {
    told(sheet, ProblemCode::PersonsMissing, |message| message.with("header", code_header(sheet)))
}

fn alone(sheet: &SourceSheet) -> Problem {
    told(sheet, ProblemCode::PersonsAlone, |message| message)
}

fn used(sheet: &SourceSheet, uses: &Uses) -> Problem {
    let files = uses.files.iter().map(|file| Arg::from(file.as_str())).collect();
    told(sheet, ProblemCode::PersonsJoined, |message| {
        message.with("count", uses.persons.len()).with("files", Arg::List(files)).with("header", code_header(sheet))
    })
}

/// The header of the column of codes, as written.
fn code_header(sheet: &SourceSheet) -> String {
    sheet.columns_of(Field::PersonCode).next().map_or_else(String::new, |column| column.header.clone())
}

fn told(sheet: &SourceSheet, code: ProblemCode, fill: impl FnOnce(Message) -> Message) -> Problem {
    Problem {
        file: sheet.file.clone(),
        sheet: Some(sheet.name.clone()),
        cell: Some((u64::from(sheet.header_row) + 1).to_string()),
        code,
        message: fill(message(code)),
    }
}
