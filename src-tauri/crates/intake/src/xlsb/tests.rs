//! Parts written here, record by record.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use super::read;
use crate::grid::Marks;
use crate::wire::{Excess, Line, Stop, Wire, parse};
use guichet_model::{CellAddress, ProblemCode};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let low = kind.to_le_bytes();
    let kind = if kind < 0x80 { vec![low[0]] } else { vec![low[0] | 0x80, u8::try_from(kind >> 7).expect("small")] };
    [&kind[..], &[u8::try_from(body.len()).expect("short")], body].concat()
}

fn text(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let count = u32::try_from(units.len()).expect("short").to_le_bytes();
    [&count[..], &units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<u8>>()].concat()
}

fn cell(kind: u16, column: u32, style: u8, value: &[u8]) -> Vec<u8> {
    record(kind, &[&column.to_le_bytes()[..], &[style, 0, 0, 0], value].concat())
}

fn row(number: u32, hidden: bool) -> Vec<u8> {
    let mut body = [&number.to_le_bytes()[..], &[0; 13]].concat();
    body[11] = if hidden { 0x10 } else { 0 };
    record(0, &body)
}

/// A workbook whose one sheet holds these records, and one whose part is missing.
fn lines(sheet: &[u8]) -> Result<Vec<Line>, Stop> {
    let listed = |id: &str, name: &str| record(156, &[vec![0; 8], text(id), text(name)].concat());
    let book = [record(153, &[1, 0, 0, 0]), listed("rId1", "S"), listed("rId9", "Graphique")].concat();
    let styles = [
        record(44, &[vec![164, 0], text("dd/mm/yyyy hh:mm")].concat()),
        record(617, b""),
        record(47, &[0; 16]),
        record(47, &[&[0, 0, 164, 0][..], &[0; 12]].concat()),
        record(618, b""),
    ];
    let strings = [record(19, &[vec![0], text("Niveau")].concat()), record(19, &[vec![0], text("Léa")].concat())];
    let links =
        r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [
        ("xl/workbook.bin", &book[..]),
        ("xl/_rels/workbook.bin.rels", links.as_bytes()),
        ("xl/styles.bin", &styles.concat()),
        ("xl/sharedStrings.bin", &strings.concat()),
        ("xl/worksheets/sheet1.bin", sheet),
    ] {
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(bytes).expect("its bytes");
    }
    let mut out = Vec::new();
    read(Cursor::new(writer.finish().expect("an archive").into_inner()), &mut Wire::new(&mut out))?;
    Ok(String::from_utf8(out).expect("UTF-8").lines().map(|line| parse(line).expect("a line")).collect())
}

fn sheet(records: &[Vec<u8>]) -> Vec<u8> {
    [record(129, b""), record(145, b""), records.concat(), record(146, b""), record(130, b"")].concat()
}

fn cells(lines: &[Line]) -> Vec<String> {
    let shown = |line: &Line| match line {
        Line::Cell { row, cell } => Some(format!("{}={}", CellAddress { row: *row, column: cell.column }, cell.raw)),
        _ => None,
    };
    lines.iter().filter_map(shown).collect()
}

#[test]
fn every_kind_of_cell_is_read_at_its_address() {
    let number = |value: f64| value.to_le_bytes();
    let formula = |value: &[u8]| [value, &[0; 6]].concat();
    let found = lines(&sheet(&[
        row(0, false),
        cell(7, 0, 0, &[0, 0, 0, 0]),
        cell(6, 1, 0, &text("INE")),
        cell(62, 2, 0, &[vec![1], text("gras"), vec![0; 4]].concat()),
        row(9, false),
        cell(1, 0, 0, b""),
        cell(2, 1, 0, &(17_025u32 << 2 | 3).to_le_bytes()),
        cell(5, 2, 1, &number(45_492.5 - 1_462.0)),
        cell(4, 3, 0, &[1]),
        cell(3, 4, 0, &[0x2a]),
        cell(8, 5, 0, &formula(&text("L1"))),
        cell(9, 6, 0, &formula(&number(2.0))),
        cell(10, 7, 0, &formula(&[0])),
        cell(11, 8, 0, &formula(&[0x07])),
        row(1_048_575, false),
        cell(7, 16_383, 0, &[1, 0, 0, 0]),
    ]))
    .expect("read");
    let expected = [
        "A1=Niveau",
        "B1=INE",
        "C1=gras",
        "B10=170,25",
        "C10=19/07/2024 12:00",
        "D10=VRAI",
        "E10=#N/A",
        "F10=L1",
        "G10=2",
        "H10=FAUX",
        "I10=#DIV/0!",
        "XFD1048576=Léa",
    ];
    assert_eq!(cells(&found), expected);
    assert_eq!(found.iter().filter(|line| matches!(line, Line::Sheet { .. })).count(), 1, "a sheet without cells");
}

#[test]
fn what_is_hidden_or_merged_is_told() {
    let span = |first: u32, last: u32| [first.to_le_bytes(), last.to_le_bytes()].concat();
    let column = record(60, &[span(1, 2), vec![0, 9, 0, 0, 0, 0, 0, 0, 1, 0]].concat());
    let records = [
        record(129, b""),
        column,
        record(145, b""),
        row(1, true),
        cell(4, 0, 0, &[1]),
        record(146, b""),
        record(163, b""),
        record(176, &[span(1, 2), span(0, 1)].concat()),
        record(130, b""),
    ];
    let found = lines(&records.concat()).expect("read");
    let marks = found.iter().find_map(|line| if let Line::Marks(marks) = line { Some(marks.clone()) } else { None });
    let expected =
        Marks { hidden_rows: vec![(1, 1)], hidden_columns: vec![(1, 2)], filtered: true, merged: vec![(1, 0, 2, 1)] };
    assert_eq!(marks, Some(expected));
}

fn is_unreadable(line: &Line) -> bool {
    matches!(line, Line::Problem(told) if told.code == ProblemCode::SheetUnreadable)
}

#[test]
fn damage_is_named_and_what_no_grid_holds_is_refused() {
    for records in [vec![row(0, false), cell(7, 0, 0, &[9, 0, 0, 0])], vec![row(0, false), cell(5, 0, 0, &[1])]] {
        let found = lines(&sheet(&records)).expect("read");
        assert!(found.iter().any(is_unreadable), "{found:?}");
    }
    let whole = sheet(&[row(0, false), cell(4, 0, 0, &[1])]);
    let cut = lines(&whole[..whole.len() - 3]).expect("read");
    assert!(cut.iter().any(is_unreadable));
    for beyond in [sheet(&[row(1_048_576, false)]), sheet(&[row(0, false), cell(4, 16_384, 0, &[1])])] {
        assert!(matches!(lines(&beyond), Err(Stop::Refused(ProblemCode::Corrupt))));
    }
    let long = [record(129, b""), vec![0, 0xff, 0xff, 0xff, 0x7f]].concat();
    assert!(matches!(lines(&long), Err(Stop::Excess(Excess::Text))));
}
