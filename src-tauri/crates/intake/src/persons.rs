//! Sheets that say who persons are, and the sheets of other files that say more of the same persons.
//!
//! Apogée keeps its registrations and its supporting documents by a code of its own (`COD_IND`); who that is stands in another
//! extract (`INDIVIDU`). Chosen together they are one: what a sheet does not say of who somebody is is joined to each of its
//! rows, by the first key that both have. A joined column says in its header from which file it is, and has no letters.

use crate::file::FileReading;
use crate::kind::has_identity;
use crate::layout::LeftOut;
use crate::say::message;
use crate::sheet::SheetReading;
use guichet_model::{
    Arg, CellAddress, Field, FieldValue, Ine, Message, Problem, ProblemCode, SheetKind, SourceCell, SourceColumn,
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

/// The fields by which two sheets mean the same person, the surest first.
const KEYS: [Field; 3] = [Field::PersonCode, Field::StudentNumber, Field::Ine];

/// Joins who persons are to the sheets that lack some of it, whatever the order of the files.
///
/// Sheets that say only who persons are become no sheet of their own; they, and sheets whose persons nobody explains, are told.
pub fn join_persons(readings: &mut [FileReading]) {
    let register = Register::of(readings);
    let mut joined = BTreeMap::new();
    for reading in readings.iter_mut() {
        for sheet in std::mem::take(&mut reading.sheets) {
            if register.adds_to(&sheet.sheet) {
                reading.sheets.push(register.join(sheet, &mut reading.problems, &mut joined));
            } else if names_itself(&sheet.sheet) {
                reading.sheets.push(sheet);
            } else {
                reading.problems.push(missing(&sheet.sheet));
                let layout = reading.layouts.iter_mut().find(|layout| layout.place == sheet.place);
                layout.into_iter().for_each(|layout| layout.left_out = Some(LeftOut::Incomplete));
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
    /// Whether another file has to say who its persons are.
    #[must_use]
    pub fn needs_others(&self) -> bool {
        !self.sheets.iter().all(|sheet| names_itself(&sheet.sheet))
    }

    /// Whether it says who the persons of other files are, and may change what is understood of any of them.
    #[must_use]
    pub fn says_who(&self) -> bool {
        !self.persons.is_empty()
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

/// What a sheet of persons was used for: how many of them, in which files, and by which keys.
#[derive(Default)]
struct Uses {
    persons: BTreeSet<u32>,
    files: BTreeSet<String>,
    keys: BTreeSet<Field>,
}

/// Who persons are, by their keys.
#[derive(Default)]
struct Register {
    /// The row of each value of a key; `None` when two rows of one value differ.
    persons: HashMap<(Field, String), Option<TypedRow>>,
    /// The keys that some row has.
    keys: BTreeSet<Field>,
    /// The columns to join, with the file each is from.
    columns: BTreeMap<Field, String>,
}

impl Register {
    fn of(readings: &[FileReading]) -> Self {
        let mut register = Self::default();
        for sheet in readings.iter().flat_map(|reading| &reading.persons) {
            for column in &sheet.sheet.columns {
                if let Some(field) = column.field.filter(|field| WHO.contains(field)) {
                    let header = || format!("{} ({})", column.header, sheet.sheet.file);
                    register.columns.entry(field).or_insert_with(header);
                }
            }
            sheet.rows.iter().for_each(|row| register.add(row));
        }
        register
    }

    fn add(&mut self, row: &TypedRow) {
        for key in KEYS {
            let Some(value) = value_of(row, key) else { continue };
            self.keys.insert(key);
            let known = self.persons.entry((key, value)).or_insert_with(|| Some(row.clone()));
            if known.as_ref().is_some_and(|known| who(known) != who(row)) {
                *known = None;
            }
        }
    }

    /// Whether it can say something of the persons of a sheet. What a certificate says of its holder is compared with
    /// what others say, and stays its own.
    fn adds_to(&self, sheet: &SourceSheet) -> bool {
        let speaks_for_itself =
            matches!(sheet.kind, SheetKind::Certificates | SheetKind::CvecStates) && names_itself(sheet);
        !speaks_for_itself && self.keys.iter().any(|key| sheet.has(*key))
    }

    /// The columns that a sheet lacks. The key of an identifier goes with it.
    fn lacked_by(&self, sheet: &SourceSheet) -> BTreeMap<Field, u16> {
        let lacks = |field: &&Field| match field {
            Field::IneKey => !sheet.has(Field::IneKey) && !sheet.has(Field::Ine),
            field => !sheet.has(**field),
        };
        (CellAddress::FIRST_JOINED..).zip(self.columns.keys().filter(lacks)).map(|(at, field)| (*field, at)).collect()
    }

    /// The person of a row, and the key by which it is found.
    fn person(&self, row: &TypedRow) -> Option<(Field, &TypedRow)> {
        KEYS.into_iter().find_map(|key| Some((key, self.persons.get(&(key, value_of(row, key)?))?.as_ref()?)))
    }

    fn join(
        &self,
        sheet: SheetReading,
        problems: &mut Vec<Problem>,
        joined: &mut BTreeMap<Place, Uses>,
    ) -> SheetReading {
        let places = self.lacked_by(&sheet.sheet);
        let added = places.iter().map(|(field, column)| SourceColumn {
            column: *column,
            header: self.columns.get(field).cloned().unwrap_or_default(),
            field: Some(*field),
        });
        let columns = sheet.sheet.columns.iter().cloned().chain(added).collect();
        let wide = Arc::new(SourceSheet { columns, ..(*sheet.sheet).clone() });
        let is_whole = names_itself(&sheet.sheet);
        let mut untold = Vec::new();
        let mut rows = Vec::with_capacity(sheet.rows.len());
        for row in sheet.rows {
            let found = self.person(&row);
            let agreed = found.filter(|(_, person)| agree(&row, person));
            if let Some((key, person)) = agreed {
                let uses = joined.entry(place(&person.source.sheet)).or_default();
                uses.persons.insert(person.source.row);
                uses.files.insert(wide.file.clone());
                uses.keys.insert(key);
            } else if found.is_some() {
                untold.push((ProblemCode::PersonsDisagree, wide.as_ref(), row.source.row, Vec::new()));
            } else if !is_whole && row.text(Field::PersonCode).is_some() {
                untold.push((ProblemCode::PersonCodeUnknown, wide.as_ref(), row.source.row, Vec::new()));
            }
            rows.push(with_person(row, agreed.map(|(_, person)| person), &wide, &places));
        }
        problems.extend(Problem::group_rows(untold));
        SheetReading { sheet: wide, rows, ..sheet }
    }
}

/// What a row says for a key, as keys are compared.
fn value_of(row: &TypedRow, key: Field) -> Option<String> {
    match key {
        Field::Ine => ine_of(row).filter(Ine::identifies).map(|ine| ine.as_str().to_owned()),
        key => row.text(key).map(str::to_owned),
    }
}

fn ine_of(row: &TypedRow) -> Option<Ine> {
    Ine::new(&format!("{}{}", row.text(Field::Ine)?, row.text(Field::IneKey).unwrap_or_default()))
}

/// What a row says of who somebody is.
fn who(row: &TypedRow) -> Vec<(&Field, &FieldValue)> {
    row.values.iter().filter(|(field, _)| WHO.contains(field)).collect()
}

/// Whether nothing that both rows say shows that they are of two persons. Names differ by accents and by use.
fn agree(row: &TypedRow, person: &TypedRow) -> bool {
    let numbers = (row.text(Field::StudentNumber), person.text(Field::StudentNumber));
    let dates = (row.date(Field::BirthDate), person.date(Field::BirthDate));
    let ines = match (ine_of(row), ine_of(person)) {
        (Some(one), Some(other)) => one == other || one.is_shortened(&other) || other.is_shortened(&one),
        _ => true,
    };
    let same_number = !matches!(numbers, (Some(one), Some(other)) if one != other);
    ines && same_number && !matches!(dates, (Some(one), Some(other)) if one != other)
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
            cells.push(SourceCell { column: *column, raw: raw.into_owned().into() });
        }
        if let Some(value) = person.values.get(field) {
            values.insert(*field, value.clone());
        }
    }
    TypedRow::new(sheet, row.source.row, cells, values)
}

fn missing(sheet: &SourceSheet) -> Problem {
    told(sheet, ProblemCode::PersonsMissing, |message| message.with("header", header_of(sheet, Field::PersonCode)))
}

fn alone(sheet: &SourceSheet) -> Problem {
    told(sheet, ProblemCode::PersonsAlone, |message| message)
}

fn used(sheet: &SourceSheet, uses: &Uses) -> Problem {
    let files = uses.files.iter().map(|file| Arg::from(file.as_str())).collect();
    let headers = KEYS.iter().filter(|key| uses.keys.contains(key)).map(|key| Arg::from(header_of(sheet, *key)));
    told(sheet, ProblemCode::PersonsJoined, |message| {
        let message = message.with("count", uses.persons.len()).with("files", Arg::List(files));
        message.with("header", Arg::List(headers.collect()))
    })
}

/// The header of the column of a field, as written.
fn header_of(sheet: &SourceSheet, field: Field) -> String {
    sheet.columns_of(field).next().map_or_else(String::new, |column| column.header.clone())
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
    use guichet_model::{Arg, CellAddress, Field, ProblemCode};
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
                (column.header.as_str(), sheet.rows[0].source.raw(Field::BirthName).as_deref()),
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
    fn what_a_sheet_lacks_is_joined_by_the_first_key_that_both_have() {
        let who = || file("who", &[WHO, "7;22001;DURANTI;Ada;01/02/2004", "8;22002;MERLOT;Luc;03/04/2005"]);
        for (header, row, by) in [
            ("COD_IND;COD_ETU;LIB_NOM_PAT_IND;COD_ANU;COD_ETP", "7;22001;Duranti;2024;L1", "COD_IND"),
            ("COD_ETU;LIB_NOM_PAT_IND;COD_ANU;COD_ETP", "22001;Duranti;2024;L1", "COD_ETU"),
            ("COD_IND;COD_ETU;LIB_NOM_PAT_IND;COD_ANU;COD_ETP", "99;22001;Duranti;2024;L1", "COD_ETU"),
        ] {
            for files in [vec![who(), file("what", &[header, row])], vec![file("what", &[header, row]), who()]] {
                let files = joined(files);
                let sheet = files.iter().flat_map(|file| &file.sheets).next().expect("one sheet");
                let row = &sheet.rows[0];
                assert_eq!((row.text(Field::GivenName), row.text(Field::BirthName)), (Some("Ada"), Some("Duranti")));
                assert!(row.date(Field::BirthDate).is_some());
                assert_eq!(told(&files), [ProblemCode::PersonsJoined], "{header}");
                let mut problems = files.iter().flat_map(|file| &file.problems);
                let said = problems.find(|problem| problem.code == ProblemCode::PersonsJoined);
                let key = said.expect("told").message.args.get("header").cloned();
                assert_eq!(key, Some(Arg::List(vec![Arg::from(by)])), "{header}");
            }
        }
    }

    #[test]
    fn an_ine_is_a_key_too_and_its_own_key_is_not_joined_twice() {
        let who = "COD_IND;COD_NNE_IND;COD_CLE_NNE_IND;LIB_NOM_PAT_IND;LIB_PR1_IND;DATE_NAI_IND";
        let who = file("who", &[who, "7;1409002949;V;DURANTI;Ada;01/02/2004"]);
        let files = joined(vec![who, file("what", &["INE;Niveau;Nom", "1409002949v;L1;Duranti"])]);
        let row = &files[1].sheets[0].rows[0];
        assert_eq!((row.text(Field::GivenName), row.text(Field::IneKey)), (Some("Ada"), None));
    }

    #[test]
    fn a_row_that_contradicts_the_person_of_its_code_is_told_and_joined_to_nobody() {
        let who = file("who", &[WHO, "7;22001;DURANTI;Ada;01/02/2004"]);
        let what = file("what", &["COD_IND;COD_ETU;COD_ANU;COD_ETP", "7;22009;2024;L1"]);
        let files = joined(vec![who, what]);
        assert_eq!(files[1].sheets[0].rows[0].text(Field::GivenName), None);
        assert_eq!(told(&files), [ProblemCode::PersonsAlone, ProblemCode::PersonsDisagree]);
    }

    #[test]
    fn what_a_certificate_says_of_its_holder_stays_its_own() {
        let who = file("who", &[WHO, "7;22001;DURANTI;Ada;01/02/2004"]);
        let files = joined(vec![who, file("cvec", &["N° CVEC;N° étudiant", "LLA420241101;22001"])]);
        assert_eq!(files[1].sheets[0].rows[0].text(Field::BirthName), None);
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
