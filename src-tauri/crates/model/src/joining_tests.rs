use super::{JoinRow, Joined, join_rows};
use crate::{Field, FieldValue, Level, PersonId, SheetKind, SourceCell, SourceColumn, SourceSheet, TypedRow};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Rows of a sheet with these columns; a level that is none could not be understood.
pub(crate) fn sheet(name: &str, kind: SheetKind, fields: &[Field], lines: &[&str]) -> Vec<TypedRow> {
    let column = |(at, field): (usize, &Field)| SourceColumn {
        column: u16::try_from(at).expect("few columns"),
        header: field.as_str().to_owned(),
        field: Some(*field),
    };
    let sheet = Arc::new(SourceSheet {
        file: name.to_owned(),
        sha256: String::new(),
        name: name.to_owned(),
        kind,
        header_row: 0,
        columns: fields.iter().enumerate().map(column).collect(),
    });
    let row = |(at, line): (usize, &&str)| {
        let (mut cells, mut values) = (Vec::new(), BTreeMap::new());
        for (column, raw) in sheet.columns.iter().zip(line.split(';')).filter(|(_, raw)| !raw.is_empty()) {
            cells.push(SourceCell { column: column.column, raw: raw.into() });
            let field = column.field.expect("a field");
            let value = match field {
                Field::Level => Level::parse(raw).map(FieldValue::Level),
                Field::BirthDate => crate::parse_instant(raw).map(|(instant, _)| FieldValue::Date(instant.date())),
                Field::FeePaid => crate::Cents::parse(raw).map(FieldValue::Amount),
                Field::AcademicYear => raw.parse().ok().map(FieldValue::Year),
                _ => Some(FieldValue::Text(raw.to_owned())),
            };
            values.extend(value.map(|value| (field, value)));
        }
        TypedRow::new(&sheet, u32::try_from(at).expect("few rows") + 1, cells, values)
    };
    lines.iter().enumerate().map(row).collect()
}

fn roster(name: &str, fields: &[Field], lines: &[&str]) -> Vec<TypedRow> {
    sheet(name, SheetKind::Roster, fields, lines)
}

/// What is joined of the rows of one person.
fn joined(sheets: &[&[TypedRow]]) -> Joined {
    let rows = sheets.iter().flat_map(|rows| rows.iter());
    let rows: Vec<JoinRow<'_>> = rows.map(|row| JoinRow { person: PersonId(1), row, fact: None }).collect();
    join_rows(SheetKind::Roster, &rows)
}

const FULL: &[Field] = &[Field::AcademicYear, Field::Level, Field::ProgrammeCode, Field::Site];
const LEVEL: &[Field] = &[Field::Level, Field::Site, Field::Component];
const CODE: &[Field] = &[Field::ProgrammeCode, Field::Component];

#[test]
fn rows_of_different_sheets_about_one_registration_are_one_whatever_part_they_lack() {
    let full = roster("a", FULL, &["2024;L1;PSY;Aix"]);
    let (level, code) = (roster("b", LEVEL, &["Licence 1;;ALLSH"]), roster("c", CODE, &["psy;"]));
    assert_eq!(joined(&[&full, &level, &code]).facts, [[0, 1, 2]]);
    assert_eq!(joined(&[&code, &level, &full]).facts, [[2, 1, 0]], "the row that says most comes first");
    let empty = roster("d", LEVEL, &[";Aix;", "LX9;Aix;"]);
    for at in 0..2 {
        assert_eq!(joined(&[&full, &empty[at..=at]]).facts, [[0, 1]], "what is not said leaves it open");
    }
}

#[test]
fn rows_of_one_sheet_and_rows_of_other_registrations_are_each_their_own() {
    let full = roster("a", FULL, &["2024;L1;PSY;Aix", "2024;L1;HIS;Aix", "2024;L1;PSY;Arles"]);
    assert_eq!(joined(&[&full]).facts, [[0], [1], [2]]);
    let other = roster("b", FULL, &["2023;L1;PSY;Aix", "2024;L2;PSY;Aix"]);
    assert_eq!(joined(&[&full[..1], &other]).facts, [[0], [1], [2]]);
}

#[test]
fn a_row_that_could_be_of_two_registrations_is_left_out_unless_it_says_nothing_else() {
    let full = roster("a", FULL, &["2024;L1;PSY;Aix", "2024;L1;HIS;Arles"]);
    let brings = roster("b", LEVEL, &["L1;;ALLSH"]);
    let found = Joined { facts: vec![vec![0], vec![1]], unplaced: vec![2], ..Joined::default() };
    assert_eq!(joined(&[&full, &brings]), found);
    assert_eq!(joined(&[&brings, &full]).unplaced, [0]);
    let says = roster("b", LEVEL, &["L1;;"]);
    assert_eq!(joined(&[&full, &says]).said, [2]);
    // What else they say tells which.
    let told = roster("b", LEVEL, &["L1;arles;ALLSH"]);
    assert_eq!(joined(&[&full, &told]).facts, [vec![0], vec![1, 2]]);
}

#[test]
fn no_order_of_sheets_and_rows_changes_what_is_joined() {
    let sheets = [
        roster("a", FULL, &["2024;L1;PSY;Aix", "2024;L2;PSY;Aix"]),
        roster("b", LEVEL, &["L2;Aix;x", "L1;Arles;y"]),
        roster("c", CODE, &["PSY;x", "HIS;z"]),
    ];
    let words = |rows: &[&TypedRow], groups: &[Vec<usize>]| {
        let word = |at: &usize| {
            let row = rows[*at];
            format!("{}{}", row.source.sheet.name, row.source.row)
        };
        let mut groups: Vec<Vec<String>> = groups.iter().map(|group| group.iter().map(word).collect()).collect();
        groups.sort();
        groups
    };
    let mut all = Vec::new();
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]] {
        for turned in [false, true] {
            let mut rows: Vec<&TypedRow> = order.iter().flat_map(|at| sheets[*at].iter()).collect();
            if turned {
                rows.reverse();
            }
            let joining: Vec<JoinRow<'_>> =
                rows.iter().map(|row| JoinRow { person: PersonId(1), row, fact: None }).collect();
            let found = join_rows(SheetKind::Roster, &joining);
            all.push((words(&rows, &found.facts), words(&rows, &[found.unplaced]).len(), found.said.len()));
        }
    }
    assert!(all.iter().all(|one| *one == all[0]), "{all:?}");
}

#[test]
fn persons_and_known_facts_are_never_mixed() {
    let (one, two) = (roster("a", FULL, &["2024;L1;PSY;Aix"]), roster("b", FULL, &["2024;L1;PSY;Aix"]));
    let row = |row, person, fact| JoinRow { person: PersonId(person), row, fact };
    let facts = |rows: &[JoinRow<'_>]| join_rows(SheetKind::Roster, rows).facts;
    assert_eq!(facts(&[row(&one[0], 1, None), row(&two[0], 2, None)]), [[0], [1]]);
    assert_eq!(facts(&[row(&one[0], 1, Some(1)), row(&two[0], 1, Some(2))]), [[0], [1]]);
    assert_eq!(facts(&[row(&one[0], 1, Some(1)), row(&two[0], 1, None)]), [[0, 1]]);
}
