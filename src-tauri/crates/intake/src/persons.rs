//! Sheets that name persons only by the code of the office's own program, and the sheets that say who these are.
//!
//! Apogée keeps its registrations and its supporting documents by such a code (`COD_IND`); who that is stands in another
//! extract (`INDIVIDU`). Chosen together they are one: the columns of who somebody is are joined to each row that has
//! the code. A joined column says in its header from which file it is, and has no letters.

use crate::file::FileReading;
use crate::kind::has_identity;
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

impl FileReading {
    /// Whether other files may change what is understood of it: it says only who persons are, or only their codes.
    #[must_use]
    pub fn needs_others(&self) -> bool {
        !self.persons.is_empty() || !self.sheets.iter().all(|sheet| names_itself(&sheet.sheet))
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

#[cfg(test)]
mod tests {
    use super::join_persons;
    use crate::answers::Answers;
    use crate::file::{FileReading, Stated, understand};
    use crate::grid::{CellValue, RawCell, RawSheet};
    use guichet_model::{CellAddress, Field, ProblemCode};
    use std::sync::Arc;

    const WHO: &str = "COD_IND;COD_ETU;LIB_NOM_PAT_IND;LIB_PR1_IND;DATE_NAI_IND";
    const WHAT: &str = "COD_IND;COD_ANU;COD_ETP;ETA_IAE";

    fn file(name: &str, lines: &[&str]) -> FileReading {
        let mut sheet = RawSheet { name: name.to_owned(), ..RawSheet::default() };
        for (row, line) in (0..).zip(lines) {
            for (column, text) in (0..).zip(line.split(';')).filter(|(_, text)| !text.is_empty()) {
                sheet.push(row, RawCell { column, value: CellValue::Text, raw: text.into() });
            }
        }
        let stated = Stated { sheets: vec![Arc::new(sheet)], ..Stated::default() };
        understand(name, name.to_owned(), stated, &Answers::default())
    }

    fn joined(mut files: Vec<FileReading>) -> Vec<FileReading> {
        join_persons(&mut files);
        files
    }

    fn told(files: &[FileReading]) -> Vec<ProblemCode> {
        let problems = files.iter().flat_map(|file| &file.problems).map(|problem| problem.code);
        problems.filter(|code| *code != ProblemCode::ColumnUnknown).collect()
    }

    #[test]
    fn each_row_gains_who_it_is_about_whatever_the_order_of_the_files() {
        let who = || file("who", &[WHO, "7;22001;DURANTI;Ada;01/02/2004", "8;22002;MERLOT;Luc;03/04/2005"]);
        let what = || file("what", &[WHAT, "8;2024;L1;E", "7;2024;L2;E", "9;2024;L2;E"]);
        for files in [vec![who(), what()], vec![what(), who()]] {
            let files = joined(files);
            let sheet = files.iter().flat_map(|file| &file.sheets).next().expect("one sheet");
            let said = |row: usize| {
                (sheet.rows[row].text(Field::StudentNumber), sheet.rows[row].date(Field::BirthDate).is_some())
            };
            assert_eq!((said(0), said(1), said(2)), ((Some("22002"), true), (Some("22001"), true), (None, false)));
            let column = sheet.sheet.columns_of(Field::BirthName).next().expect("joined");
            assert_eq!(
                (column.header.as_str(), sheet.rows[0].source.raw(Field::BirthName)),
                ("LIB_NOM_PAT_IND (who)", Some("MERLOT"))
            );
            assert_eq!(sheet.rows[0].source.address(column.column).to_string(), "2");
            assert!(column.column >= CellAddress::FIRST_JOINED);
            let mut codes = told(&files);
            codes.sort();
            assert_eq!(codes, [ProblemCode::PersonsJoined, ProblemCode::PersonCodeUnknown]);
        }
    }

    #[test]
    fn a_code_of_two_persons_is_nobody_s() {
        let who = file("who", &[WHO, "7;22001;DURANTI;Ada;01/02/2004", "7;22002;MERLOT;Luc;03/04/2005"]);
        let files = joined(vec![who, file("what", &[WHAT, "7;2024;L1;E"])]);
        assert_eq!(files[1].sheets[0].rows[0].text(Field::StudentNumber), None);
        assert_eq!(told(&files), [ProblemCode::PersonsAlone, ProblemCode::PersonCodeUnknown]);
        let twice = file("who", &[WHO, "7;22001;DURANTI;Ada;01/02/2004", "7;22001;DURANTI;Ada;01/02/2004"]);
        let files = joined(vec![twice, file("what", &[WHAT, "7;2024;L1;E"])]);
        assert_eq!(files[1].sheets[0].rows[0].text(Field::StudentNumber), Some("22001"));
    }

    #[test]
    fn alone_neither_is_used() {
        let files = joined(vec![file("what", &[WHAT, "7;2024;L1;E"])]);
        assert_eq!((told(&files), files[0].sheets.len()), (vec![ProblemCode::PersonsMissing], 0));
        let files = joined(vec![file("who", &[WHO, "7;22001;DURANTI;Ada;01/02/2004"])]);
        assert_eq!((told(&files), files[0].sheets.len()), (vec![ProblemCode::PersonsAlone], 0));
        let both = "COD_ETU;COD_IND;COD_ANU;COD_ETP";
        let files = joined(vec![file("all", &[both, "22001;7;2024;L1"])]);
        assert_eq!((told(&files), files[0].sheets.len()), (vec![], 1), "rows that name themselves need nobody");
    }

    #[test]
    fn a_key_cut_to_one_letter_is_told_and_not_completed() {
        let header = "COD_ETU;COD_NNE_IND;COD_CLE_NNE_IND;COD_ETP";
        let read = file("cut", &[header, "1;123456789;J;L1", "2;123456780;JH;L1", "3;2409002949;S;L1"]);
        let [told] = read.problems.as_slice() else { panic!("{:?}", read.problems) };
        assert_eq!((told.code, told.cell.as_deref()), (ProblemCode::IneKeyShortened, Some("2")));
        assert_eq!(read.sheets[0].rows[0].text(Field::IneKey), Some("J"));
    }
}
