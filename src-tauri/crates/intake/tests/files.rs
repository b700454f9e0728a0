//! Whole files through the real child process.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use guichet_intake::{FileReading, ReadOptions, ReaderCommand, read_files};
use guichet_model::{Field, ProblemCode, SheetKind};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The example `reader` of this crate, which cargo builds beside this test.
fn reader() -> ReaderCommand {
    let test = std::env::current_exe().expect("the test's own path");
    let folder = test.parent().and_then(Path::parent).expect("target/<profile>");
    let program = folder.join("examples").join(format!("reader{}", std::env::consts::EXE_SUFFIX));
    assert!(program.is_file(), "{} is built by `cargo test -p guichet-intake`", program.display());
    ReaderCommand { program, args: Vec::new() }
}

fn read_paths(paths: &[PathBuf], kind: Option<SheetKind>) -> Vec<FileReading> {
    read_files(paths, &reader(), &ReadOptions { kind, ..ReadOptions::default() }, &mut |_| {}, &AtomicBool::new(false))
}

/// Reads bytes under a name, in a folder of their own.
fn read(name: &str, bytes: &[u8]) -> FileReading {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("the file");
    read_paths(&[path], None).remove(0)
}

fn codes(reading: &FileReading) -> Vec<ProblemCode> {
    reading.problems.iter().map(|problem| problem.code).collect()
}

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const PACKAGE: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

/// A workbook of the given sheets: name, state, and the rows' XML.
fn workbook(properties: &str, sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let (mut list, mut targets) = (String::new(), String::new());
    for (index, (name, state, _)) in sheets.iter().enumerate() {
        list += &format!(r#"<sheet name="{name}" sheetId="{0}" state="{state}" r:id="rId{0}"/>"#, index + 1);
        targets += &format!(
            r#"<Relationship Id="rId{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{0}.xml"/>"#,
            index + 1
        );
    }
    targets += r#"<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#;
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), TYPES.to_owned()),
        ("_rels/.rels".to_owned(), PACKAGE.to_owned()),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                r#"<workbook xmlns="{main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{properties}<sheets>{list}</sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{targets}</Relationships>"#
            ),
        ),
        ("xl/styles.xml".to_owned(), STYLES.to_owned()),
    ];
    for (index, (_, _, rows)) in sheets.iter().enumerate() {
        parts.push((
            format!("xl/worksheets/sheet{}.xml", index + 1),
            format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#),
        ));
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(text.as_bytes()).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// One row's XML from `(address, inner XML or text)`; a text becomes an inline string.
fn row(number: u32, cells: &[(&str, &str)]) -> String {
    let mut xml = format!(r#"<row r="{number}">"#);
    for (column, text) in cells {
        xml += &match text.strip_prefix('<') {
            Some(_) => format!(r#"<c r="{column}{number}" {}"#, &text[1..]),
            None => format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#),
        };
    }
    xml + "</row>"
}

#[test]
fn both_sample_offices_are_recognised_whole() {
    for office in ["allsh-2024-A", "allsh-2024-B"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/offices").join(office);
        let names = ["roster.xlsx", "history.xlsx", "certificates.csv", "requests.csv"];
        let paths: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
        let readings = read_paths(&paths, None);
        let kinds = [SheetKind::Roster, SheetKind::History, SheetKind::Certificates, SheetKind::Requests];
        for (reading, kind) in readings.iter().zip(kinds) {
            assert_eq!(reading.sheets.len(), 1, "{office} {:?}", reading.problems);
            let sheet = &reading.sheets[0];
            assert_eq!(sheet.sheet.kind, kind);
            assert!(sheet.sheet.columns.iter().all(|column| column.field.is_some()), "{:?}", sheet.sheet.columns);
            let failing: Vec<_> = reading.problems.iter().filter(|problem| problem.code.fails()).collect();
            assert!(failing.is_empty(), "{failing:?}");
        }
        assert_eq!(readings[0].sheets[0].rows.len(), 300, "{office}");
    }
}

#[test]
fn a_workbook_keeps_absolute_addresses_dates_and_what_could_not_be_read() {
    let rows = row(1, &[("B", "Université fictive")])
        + &row(
            3,
            &[("B", "N° étudiant"), ("C", "Niveau"), ("D", "Date d'inscription"), ("E", "NIR"), ("F", "Couleur")],
        )
        + &row(
            4,
            &[
                ("B", "<t=\"n\"><v>22000004</v></c>"),
                ("C", "L1"),
                ("D", "<s=\"1\"><v>44030.5</v></c>"),
                ("E", "2990513"),
                ("F", "bleu"),
            ],
        )
        + &row(5, &[("B", "22000005"), ("C", "<><f>A1</f></c>"), ("D", "<t=\"e\"><v>#N/A</v></c>")])
        + &row(6, &[("B", "22000006"), ("C", "Prépa"), ("D", "19/07/24")])
        + &row(7, &[("B", "22000007"), ("C", "prepa")]);
    let bytes = workbook(
        r#"<workbookPr date1904="1"/>"#,
        &[("Effectifs", "visible", &rows), ("Notes", "hidden", &row(1, &[("A", "rien")]))],
    );
    let reading = read("x.xlsx", &bytes);
    let sheet = &reading.sheets[0];
    assert_eq!((sheet.sheet.kind, sheet.sheet.header_row, sheet.rows.len()), (SheetKind::Roster, 2, 4));
    let first = &sheet.rows[0];
    assert_eq!(first.text(Field::StudentNumber), Some("22000004"));
    assert_eq!(first.instant(Field::RegisteredAt).map(|at| at.to_string()).as_deref(), Some("2024-07-19 12:00:00.0"));
    assert_eq!(first.source.raw(Field::RegisteredAt).as_deref(), Some("19/07/2024 12:00"));
    assert_eq!(first.source.address(3).to_string(), "D4");
    assert_eq!(first.source.cell(5).map(|cell| &*cell.raw), Some("bleu"));
    assert!(first.source.cell(4).is_none(), "a sensitive cell never leaves");
    let found: Vec<(ProblemCode, &str)> =
        reading.problems.iter().map(|problem| (problem.code, problem.cell.as_deref().unwrap_or(""))).collect();
    assert_eq!(
        found,
        [
            (ProblemCode::ColumnUnknown, "F3"),
            (ProblemCode::ColumnDropped, "E3"),
            (ProblemCode::ValueUnreadable, "C5"),
            (ProblemCode::ValueUnmapped, "C6"),
            (ProblemCode::ValueUnreadable, "D5"),
            (ProblemCode::ValueUnreadable, "D6"),
            (ProblemCode::HiddenSheet, ""),
            (ProblemCode::SheetIgnored, ""),
        ]
    );
}

#[test]
fn an_error_value_that_is_not_known_costs_its_own_cell_only() {
    let rows = row(1, &[("A", "N° étudiant"), ("B", "Niveau")])
        + &row(2, &[("A", "1"), ("B", "<t=\"e\"><v>#SPILL!</v></c>")])
        + &row(3, &[("A", "2"), ("B", "L2")]);
    let reading = read("x.xlsx", &workbook("", &[("S", "visible", &rows)]));
    assert_eq!(reading.sheets[0].rows.len(), 2);
    assert_eq!(codes(&reading), [ProblemCode::ValueUnreadable]);
}

#[test]
fn two_cells_at_both_ends_of_the_grid_cost_two_cells() {
    let rows = row(1, &[("A", "N° étudiant"), ("B", "Niveau")])
        + &row(2, &[("A", "1"), ("B", "L1")])
        + &row(1_048_576, &[("XFD", "x")]);
    let bytes = workbook("", &[("S", "visible", &rows)]);
    assert!(bytes.len() < 4_000);
    let reading = read("x.xlsx", &bytes);
    assert_eq!(reading.sheets[0].rows.len(), 2);
    assert_eq!(reading.sheets[0].rows[1].source.address(16_383).to_string(), "XFD1048576");
}

#[test]
fn a_string_count_that_lies_does_not_take_the_application_down() {
    let bytes = {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let mut archive = zip::ZipArchive::new(Cursor::new(workbook("", &[("S", "visible", "")]))).expect("an archive");
        for index in 0..archive.len() {
            let entry = archive.by_index(index).expect("an entry");
            writer.raw_copy_file(entry).expect("copied");
        }
        writer.start_file("xl/sharedStrings.xml", SimpleFileOptions::default()).expect("an entry");
        let sst = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="4294967295"><si><t>x</t></si></sst>"#;
        writer.write_all(sst.as_bytes()).expect("its bytes");
        writer.finish().expect("an archive").into_inner()
    };
    let reading = read("x.xlsx", &bytes);
    assert_eq!(reading.problems.len(), 1);
    assert!(reading.problems[0].code.fails() && reading.sheets.is_empty(), "{:?}", reading.problems);
}

#[test]
fn files_that_are_no_readable_table_have_one_reason_each() {
    let plain = workbook("", &[("S", "visible", &row(1, &[("A", "x")]))]);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("xl/workbook.xml", SimpleFileOptions::default()).expect("an entry");
    writer.write_all(&vec![b' '; 20 << 20]).expect("its bytes");
    let bomb = writer.finish().expect("an archive").into_inner();
    for (name, bytes, code) in [
        ("empty.xlsx", &b""[..], ProblemCode::Empty),
        ("blank.csv", b"\r\n\r\n", ProblemCode::Empty),
        ("image.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ProblemCode::NotASpreadsheet),
        ("page.xls", b"<html><body>Bonjour</body></html>", ProblemCode::NotASpreadsheet),
        ("sylk.csv", b"ID;PWXL;N;E\r\nE\r\n", ProblemCode::Unsupported),
        ("cut.xlsx", &plain[..plain.len() / 2], ProblemCode::Corrupt),
        ("bomb.xlsx", &bomb, ProblemCode::TooLarge),
        ("other.xlsx", &plain, ProblemCode::NoHeader),
        ("cut.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ProblemCode::Corrupt),
    ] {
        let reading = read(name, bytes);
        assert_eq!(codes(&reading), [code], "{name}");
        assert_eq!(reading.sha256.len(), 64);
        assert!(reading.sheets.is_empty());
    }
    let missing = read_paths(&[PathBuf::from("no-such-file.xlsx")], None);
    assert_eq!(codes(&missing[0]), [ProblemCode::Unreadable]);
}

#[test]
fn csv_named_xlsx_is_read_and_permuted_columns_mean_the_same() {
    let one = read("x.xlsx", "N° étudiant;Niveau;Nom\n1;L1;Zoé\n".as_bytes());
    let other = read("y.csv", "Nom,Niveau,N° étudiant\nZoé,L1,1\n".as_bytes());
    assert_eq!(one.sheets[0].rows[0].values, other.sheets[0].rows[0].values);
    assert_eq!(one.sheets[0].sheet.name, "x");
    assert_eq!(codes(&one), [ProblemCode::NameMisleads]);
    assert!(other.problems.is_empty());
}

#[test]
fn mixed_date_orders_are_refused_and_one_order_is_read() {
    let dates = |dates: [&str; 3]| {
        let rows: String = dates.iter().map(|date| format!("1;L1;{date}\n")).collect();
        read("x.csv", format!("N° étudiant;Niveau;Date d'inscription\n{rows}").as_bytes())
    };
    let mixed = dates(["23/07/2024 10:00", "07/24/2024 10:00", "2024-07-25"]);
    assert_eq!(codes(&mixed), [ProblemCode::DateOrderMixed]);
    assert_eq!(mixed.problems[0].cell.as_deref(), Some("C"));
    assert!(mixed.sheets[0].rows.iter().all(|row| row.instant(Field::RegisteredAt).is_none()));
    let american = dates(["07/08/2024", "07/24/2024 10:00", ""]);
    assert_eq!(codes(&american), [ProblemCode::DateOrderTaken]);
    let first =
        |reading: &FileReading| reading.sheets[0].rows[0].date(Field::RegisteredAt).map(|date| date.to_string());
    assert_eq!(first(&american).as_deref(), Some("2024-07-08"));
    let french = dates(["23/07/2024", "07/08/2024", "1er août 2024"]);
    assert!(french.problems.is_empty());
    assert_eq!(
        french.sheets[0].rows[1].date(Field::RegisteredAt).map(|date| date.to_string()).as_deref(),
        Some("2024-08-07")
    );
}

#[test]
fn unknown_values_are_grouped_and_unreadable_ones_are_capped() {
    let rows: String =
        (0..80).map(|index| format!("{index};L1;{};hier\n", if index % 2 == 0 { "Néant" } else { "NEANT " })).collect();
    let reading = read("x.csv", format!("N° étudiant;Niveau;Régime;Date d'inscription\n{rows}").as_bytes());
    let unmapped: Vec<_> =
        reading.problems.iter().filter(|problem| problem.code == ProblemCode::ValueUnmapped).collect();
    assert_eq!(unmapped.len(), 1);
    assert_eq!(unmapped[0].message.args.get("count"), Some(&80usize.into()));
    let unreadable = reading.problems.iter().filter(|problem| problem.code == ProblemCode::ValueUnreadable).count();
    assert_eq!(unreadable, 51);
}

#[test]
fn a_missing_column_keeps_the_sheet_out_and_the_kind_can_be_forced() {
    let reading = read("x.csv", "N° étudiant;Nom;Prénom\n1;A;B\n".as_bytes());
    assert_eq!(codes(&reading), [ProblemCode::ColumnMissing]);
    assert!(reading.sheets.is_empty());
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("x.csv");
    std::fs::write(&path, "N° étudiant;Année universitaire;Niveau;Régime\n1;2024;L1;10\n").expect("the file");
    assert_eq!(read_paths(std::slice::from_ref(&path), None)[0].sheets[0].sheet.kind, SheetKind::Roster);
    assert_eq!(read_paths(&[path], Some(SheetKind::History))[0].sheets[0].sheet.kind, SheetKind::History);
}

#[test]
fn a_cancelled_reading_and_a_reader_that_is_none_are_said() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("x.csv");
    std::fs::write(&path, "N° étudiant;Niveau\n1;L1\n").expect("the file");
    let options = ReadOptions::default();
    let cancelled = read_files(std::slice::from_ref(&path), &reader(), &options, &mut |_| {}, &AtomicBool::new(true));
    assert!(cancelled.is_empty());
    let absent = ReaderCommand { program: folder.path().join("absent"), args: Vec::new() };
    let reading = read_files(&[path], &absent, &options, &mut |_| {}, &AtomicBool::new(false)).remove(0);
    assert_eq!(codes(&reading), [ProblemCode::Unreadable]);
    assert_eq!(reading.problems[0].message.id, "problem-reader-missing");
}
