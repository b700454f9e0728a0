//! Streams written here, record by record; the general reader of the library as a second opinion.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use super::{Stream, read};
use crate::grid::{CellValue, Marks};
use crate::wire::{Line, Stop, Wire, parse};
use calamine::{Data, Reader, Xls};
use guichet_model::{CellAddress, ProblemCode};
use std::io::{Cursor, Write};

/// One record.
fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).expect("short");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), body].concat()
}

fn beginning(kind: u8) -> Vec<u8> {
    record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0])
}

/// A cell's record: its place, its style, its value.
fn cell(kind: u16, row: u8, column: u8, style: u8, value: &[u8]) -> Vec<u8> {
    record(kind, &[&[row, 0, column, 0, style, 0], value].concat())
}

/// A workbook of Excel 97: what comes before the sheets, then these sheets.
fn stream(before: &[u8], sheets: &[(&str, u8, Vec<u8>)]) -> Vec<u8> {
    let end = record(0x000a, b"");
    let style = |format: u8| record(0x00e0, &[&[0, 0, format, 0][..], &[0; 16]].concat());
    let head = |places: &[u32]| {
        let lists = sheets.iter().zip(places).map(|((name, kind, _), at)| {
            let length = u8::try_from(name.len()).expect("short");
            let state = kind >> 4;
            record(0x0085, &[&at.to_le_bytes()[..], &[state, kind & 15, length, 0], name.as_bytes()].concat())
        });
        let lists: Vec<u8> = lists.flatten().collect();
        let format = record(0x041e, b"\xa4\0\x10\0\0dd/mm/yyyy hh:mm");
        [beginning(5), format, style(0), style(14), style(0xa4), lists, before.to_vec(), end.clone()].concat()
    };
    let mut at = head(&vec![0; sheets.len()]).len();
    let bodies: Vec<Vec<u8>> =
        sheets.iter().map(|(.., records)| [beginning(0x10), records.clone(), end.clone()].concat()).collect();
    let places: Vec<u32> = bodies
        .iter()
        .map(|body| {
            at += body.len();
            u32::try_from(at - body.len()).expect("small")
        })
        .collect();
    [head(&places), bodies.concat()].concat()
}

fn lines(bytes: Vec<u8>) -> Result<Vec<Line>, Stop> {
    let mut out = Vec::new();
    read(&Stream { bytes, macros: false }, &mut Wire::new(&mut out))?;
    Ok(String::from_utf8(out).expect("UTF-8").lines().map(|line| parse(line).expect("a line")).collect())
}

fn cells(lines: &[Line]) -> Vec<String> {
    let shown = |line: &Line| match line {
        Line::Cell { row, cell } => {
            Some(format!("{}={}", CellAddress { row: *row, column: cell.column }, cell.raw.escape_debug()))
        }
        _ => None,
    };
    lines.iter().filter_map(shown).collect()
}

fn problems(lines: &[Line]) -> Vec<ProblemCode> {
    let code = |line: &Line| if let Line::Problem(problem) = line { Some(problem.code) } else { None };
    lines.iter().filter_map(code).collect()
}

/// Every kind of cell, and shared texts that go on in another record.
fn usual() -> Vec<u8> {
    let strings = record(0x00fc, b"\x03\0\0\0\x03\0\0\0\x06\0\0Niv")
        .into_iter()
        .chain(record(0x003c, b"\x01e\0a\0\xfb\0\x03\0\x08\x01\0L\xe9a\0\0\x05\0"))
        .chain(record(0x003c, b"\x01\0\x04\x02\0\0\0ZZZ"));
    let strings: Vec<u8> = strings.collect();
    let number = |value: f64| value.to_le_bytes();
    let formula = |row: u8, result: [u8; 8], flags: u8| {
        cell(0x0006, row, 6, 0, &[&result[..], &[flags, 0, 0, 0, 0, 0, 0, 0]].concat())
    };
    let sheet = [
        cell(0x00fd, 0, 0, 0, &[0, 0, 0, 0]),
        cell(0x00fd, 0, 1, 0, &[1, 0, 0, 0]),
        cell(0x0204, 0, 2, 0, b"\x03\0\x01a\0\x53\x01b\0"),
        cell(0x0203, 1, 0, 1, &number(45_492.0)),
        cell(0x0203, 1, 1, 2, &number(45_492.5)),
        cell(0x027e, 1, 2, 0, &(17_025u32 << 2 | 3).to_le_bytes()),
        record(0x00bd, b"\x01\0\x03\0\0\0\x02\0\0\0\0\0\x06\0\0\0\x04\0"),
        cell(0x0205, 1, 5, 0, &[0x2a, 1]),
        formula(1, number(12.0), 0),
        formula(2, [0, 0, 0, 0, 0, 0, 0xff, 0xff], 0),
        record(0x0207, b"\x02\0\0L2"),
        formula(3, [2, 0, 0x07, 0, 0, 0, 0xff, 0xff], 0),
        formula(4, [1, 0, 1, 0, 0, 0, 0xff, 0xff], 0),
        cell(0x0203, 200, 255, 0, &number(1.0)),
    ];
    stream(&strings, &[("S", 0, sheet.concat())])
}

#[test]
fn every_kind_of_cell_is_read() {
    let lines = lines(usual()).expect("read");
    assert_eq!(
        cells(&lines),
        [
            "A1=Niveaû",
            "B1=Léa",
            "C1=aœb",
            "A2=19/07/2024",
            "B2=19/07/2024 12:00",
            "C2=170,25",
            "D2=0",
            "E2=1",
            "F2=#N/A",
            "G2=12",
            "G3=L2",
            "G4=#DIV/0!",
            "G5=VRAI",
            "IV201=1",
        ]
    );
}

#[test]
fn the_general_reader_says_the_same() {
    let bytes = usual();
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).expect("a file");
    file.create_stream("Workbook").expect("a stream").write_all(&bytes).expect("written");
    file.flush().expect("flushed");
    let mut other = Xls::new(Cursor::new(file.into_inner().into_inner())).expect("read by the other");
    let range = other.worksheet_range("S").expect("a sheet");
    let (top, left) = range.start().expect("cells");
    let theirs: Vec<(u32, u32)> = range
        .used_cells()
        .map(|(row, column, _)| (top + u32::try_from(row).expect("a row"), left + u32::try_from(column).expect("one")))
        .collect();
    let lines = lines(bytes).expect("read");
    let mut ours = Vec::new();
    for line in &lines {
        let Line::Cell { row, cell } = line else { continue };
        let place = (*row, u32::from(cell.column));
        let same = match (cell.value, range.get_value(place)) {
            (CellValue::Text, Some(Data::String(text))) => **text == *cell.raw,
            (CellValue::Number(a), Some(Data::Float(b))) => (a - b).abs() < 1e-9,
            (CellValue::Number(a), Some(Data::Int(b))) => format!("{a}") == b.to_string(),
            (CellValue::Instant(_), Some(Data::DateTime(_)))
            | (CellValue::Flag(_), Some(Data::Bool(_)))
            | (CellValue::Error, Some(Data::Error(_))) => true,
            _ => false,
        };
        assert!(same, "{place:?} {cell:?} {:?}", range.get_value(place));
        ours.push(place);
    }
    ours.sort_unstable();
    assert_eq!(ours, theirs);
}

#[test]
fn formulas_without_result_are_told() {
    let formula = |row: u8, result: u8, flags: u8| {
        cell(0x0006, row, 0, 0, &[result, 0, 0, 0, 0, 0, 0xff, 0xff, flags, 0, 0, 0, 0, 0, 0, 0])
    };
    let sheet = [formula(0, 0, 0), formula(1, 3, 2), formula(2, 3, 0), formula(3, 0, 0)].concat();
    let found = lines(stream(b"", &[("S", 0, sheet)])).expect("read");
    assert_eq!(
        cells(&found),
        ["A1==", "A2==", "A4=="],
        "a text that did not come, one that is due, one that is nothing"
    );
    assert!(found.iter().all(|line| !matches!(line, Line::Cell { cell, .. } if cell.value != CellValue::Uncalculated)));
}

#[test]
fn what_is_hidden_or_merged_is_told() {
    let row = |row: u8, flags: u8| record(0x0208, &[row, 0, 0, 0, 9, 0, 0xff, 0, 0, 0, 0, 0, flags, 1, 0, 0]);
    let sheet = [
        row(1, 0x20),
        row(2, 0x20),
        row(3, 0),
        record(0x007d, &[1, 0, 2, 0, 0, 9, 0, 0, 1, 0, 0, 0]),
        record(0x009b, b""),
        cell(0x0203, 1, 0, 0, &[0; 8]),
        record(0x00e5, &[1, 0, 1, 0, 2, 0, 0, 0, 1, 0]),
    ];
    let found = lines(stream(b"", &[("S", 0x10, sheet.concat())])).expect("read");
    let marks = found.iter().find_map(|line| if let Line::Marks(marks) = line { Some(marks.clone()) } else { None });
    let expected =
        Marks { hidden_rows: vec![(1, 2)], hidden_columns: vec![(1, 2)], filtered: true, merged: vec![(1, 0, 2, 1)] };
    assert_eq!(marks, Some(expected));
    assert!(matches!(&found[0], Line::Sheet { hidden: true, .. }));
}

#[test]
fn charts_and_macros_are_passed_over_and_a_damaged_sheet_is_named() {
    let chart = [beginning(0x20), cell(0x0203, 5, 5, 0, &[0; 8]), record(0x000a, b"")].concat();
    let sound = [cell(0x0203, 0, 0, 0, &[0; 8]), chart, cell(0x0203, 1, 0, 0, &[0; 8])].concat();
    let broken = [cell(0x0203, 0, 0, 0, &[0; 8]), cell(0x00fd, 1, 0, 0, &[9, 0, 0, 0])].concat();
    let bytes = stream(b"", &[("M", 1, sound.clone()), ("B", 0, broken), ("S", 0, sound)]);
    let found = lines(bytes.clone()).expect("read");
    assert_eq!(cells(&found), ["A1=0", "A1=0", "A2=0"]);
    let told = [ProblemCode::MacrosIgnored, ProblemCode::SheetUnreadable, ProblemCode::SheetIgnored];
    assert_eq!(problems(&found), told);
    let cut = lines(bytes[..bytes.len() - 6].to_vec()).expect("read");
    assert!(problems(&cut)[2..].contains(&ProblemCode::SheetUnreadable));
    assert!(matches!(lines(bytes[..40].to_vec()), Err(Stop::Refused(ProblemCode::Corrupt))));
}

#[test]
fn links_and_passwords_are_known() {
    let linked = record(0x01ae, b"\x01\0\x05\0\0x.xls");
    let own = record(0x01ae, b"\x01\0\x01\x04");
    assert_eq!(problems(&lines(stream(&linked, &[])).expect("read")), [ProblemCode::LinksIgnored]);
    assert_eq!(problems(&lines(stream(&own, &[])).expect("read")), []);
    let locked = stream(&record(0x002f, &[0; 6]), &[]);
    assert!(matches!(lines(locked), Err(Stop::Refused(ProblemCode::Password))));
}

#[test]
fn code_pages_of_excel_5_keep_their_accents() {
    let book = |page: u16, text: &[u8]| {
        let bof = |kind: u8| record(0x0809, &[0, 5, kind, 0, 0, 0, 0, 0]);
        let end = record(0x000a, b"");
        let length = u16::try_from(text.len()).expect("short");
        let label = cell(0x0204, 0, 0, 0, &[&length.to_le_bytes(), text].concat());
        let head = |at: u32| {
            let sheet = record(0x0085, &[&at.to_le_bytes()[..], b"\0\0\x01S"].concat());
            [bof(5), sheet, record(0x0042, &page.to_le_bytes()), end.clone()].concat()
        };
        let at = u32::try_from(head(0).len()).expect("small");
        lines([head(at), bof(0x10), label, end.clone()].concat()).expect("read")
    };
    for (page, text) in [
        (1_252, &b"Pr\xe9nom"[..]),
        (10_000, b"Pr\x8enom"),
        (850, b"Pr\x82nom"),
        (437, b"Pr\x82nom"),
        (65_001, "Prénom".as_bytes()),
    ] {
        let found = book(page, text);
        assert_eq!((cells(&found), problems(&found)), (vec!["A1=Prénom".to_owned()], vec![]), "{page}");
    }
    assert_eq!(problems(&book(7_777, b"x")), [ProblemCode::EncodingDoubtful]);
}

#[test]
fn z1_two_cells_at_both_ends_of_the_grid_cost_two_cells() {
    let far = record(0x0203, &[&[0xff, 0xff, 0xff, 0, 0, 0][..], &1.0f64.to_le_bytes()].concat());
    let near = cell(0x0203, 0, 0, 0, &2.0f64.to_le_bytes());
    let found = lines(stream(b"", &[("S", 0, [near, far].concat())])).expect("read");
    assert_eq!((cells(&found), problems(&found)), (vec!["A1=2".to_owned(), "IV65536=1".to_owned()], vec![]));
}

#[test]
fn sheets_without_cells_are_named() {
    let near = cell(0x0203, 0, 0, 0, &2.0f64.to_le_bytes());
    let found = lines(stream(b"", &[("S", 0, near), ("Courbe", 2, Vec::new())])).expect("read");
    let named = found.iter().find_map(|line| match line {
        Line::Problem(problem) if problem.code == ProblemCode::SheetIgnored => problem.sheet.as_deref(),
        _ => None,
    });
    assert_eq!((named, cells(&found).len()), (Some("Courbe"), 1));
}

#[test]
fn containers_of_both_sizes_of_sector_are_read() {
    let near = |column| cell(0x0203, 0, column, 0, &2.0f64.to_le_bytes());
    // Longer than what is kept in small sectors.
    let many: Vec<u8> = (0..250).flat_map(near).collect();
    let bytes = stream(b"", &[("S", 0, many)]);
    assert!(bytes.len() > 4_096);
    for version in [cfb::Version::V3, cfb::Version::V4] {
        let mut file =
            cfb::CompoundFile::create_with_version(version, Cursor::new(Vec::new())).expect("a compound file");
        file.create_stream("Workbook").expect("a stream").write_all(&bytes).expect("its bytes");
        file.flush().expect("flushed");
        let container = file.into_inner().into_inner();
        let sector = 1usize << u16::from_le_bytes([container[30], container[31]]);
        assert_eq!(sector, if version == cfb::Version::V3 { 512 } else { 4_096 });
        let stream = crate::ole::workbook(&container).expect("a workbook");
        assert_eq!(stream.bytes, bytes);
        let mut out = Vec::new();
        read(&stream, &mut Wire::new(&mut out)).expect("read");
        let lines: Vec<Line> = std::str::from_utf8(&out).expect("UTF-8").lines().filter_map(parse).collect();
        assert_eq!(cells(&lines).len(), 250);
    }
}
