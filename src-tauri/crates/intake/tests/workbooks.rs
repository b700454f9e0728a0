//! Awkward and hostile xlsx workbooks, by the rows of the catalogue of inputs (V values, S structure, Z containers).

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

#[path = "support/pace.rs"]
mod pace;
#[allow(dead_code, reason = "shared by several tests, each of which needs a part of it")]
mod support;

use guichet_model::{Field, ProblemCode};
use pace::at_most;
use std::fmt::Write as _;
use support::{Book, MAIN, found, read, row};

const HEAD: [&str; 3] = ["N° étudiant", "Niveau", "Date d'inscription"];

/// A sheet of the usual headers and these rows.
fn roster(rows: &str) -> Book {
    Book::of_rows(&(row(1, &HEAD) + rows))
}

/// The one reason for which these bytes are refused.
fn refused(bytes: &[u8]) -> ProblemCode {
    let reading = at_most(50, || read("x.xlsx", bytes));
    assert!(reading.sheets.is_empty());
    assert_eq!(reading.problems.len(), 1, "{:?}", reading.problems);
    assert!(reading.problems[0].sheet.is_none());
    reading.problems[0].code
}

/// Whether these bytes are read without a word.
fn is_read(bytes: &[u8]) -> bool {
    let reading = read("x.xlsx", bytes);
    reading.problems.is_empty() && reading.sheets.len() == 1 && reading.sheets[0].rows.len() == 1
}

#[test]
fn v5_formulas_without_result_are_told_and_those_with_one_are_read() {
    let rows = row(2, &["1", "<t=\"str\"><f>\"L\"&amp;1</f><v>L1</v></c>", "<s=\"2\"><f>NOW()</f><v>45492.5</v></c>"])
        + &row(3, &["2", "<t=\"str\"><f>A1</f></c>", "<s=\"2\"><f t=\"shared\" si=\"0\"/></c>"])
        + &row(4, &["3", "<><f t=\"array\" ref=\"B4:B5\">A1:A2</f></c>", "<s=\"1\"><f>A1</f><v></v></c>"])
        + &row(5, &["4", "<t=\"str\"><f>\"\"</f><v></v></c>", "<s=\"1\" t=\"str\"><f>A1</f><v>19/07/2024</v></c>"]);
    let reading = read("x.xlsx", &roster(&rows).bytes());
    let unread: Vec<&str> = found(&reading).into_iter().map(|(_, cell)| cell).collect();
    assert_eq!(unread, ["B3", "B4", "C3", "C4"], "{:?}", reading.problems);
    let rows = &reading.sheets[0].rows;
    assert_eq!(rows[0].source.raw(Field::RegisteredAt).as_deref(), Some("19/07/2024 12:00"));
    assert_eq!(rows[3].date(Field::RegisteredAt).map(|date| date.to_string()).as_deref(), Some("2024-07-19"));
    assert_eq!(rows[3].source.cell(1).map(|cell| &*cell.raw), None, "a calculated nothing is nothing");
}

#[test]
fn v4_an_hour_that_is_shown_is_kept_at_midnight() {
    let rows = row(2, &["1", "L1", "<s=\"2\"><v>45492</v></c>"]) + &row(3, &["2", "L1", "<s=\"1\"><v>45492</v></c>"]);
    let reading = read("x.xlsx", &roster(&rows).bytes());
    let rows = &reading.sheets[0].rows;
    assert_eq!(rows[0].instant(Field::RegisteredAt).map(|at| at.to_string()).as_deref(), Some("2024-07-19 0:00:00.0"));
    assert_eq!(rows[0].source.raw(Field::RegisteredAt).as_deref(), Some("19/07/2024 00:00"));
    assert_eq!(rows[1].source.raw(Field::RegisteredAt).as_deref(), Some("19/07/2024"));
}

#[test]
fn v4_the_epoch_of_1904_stands_beside_an_extension_that_does_not_name_it() {
    let main = format!(
        "<workbook xmlns=\"{MAIN}\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" r:id=\"rId1\"/></sheets>\
         <extLst><ext><x14:workbookPr defaultImageDpi=\"32767\"/></ext></extLst></workbook>"
    );
    let book = roster(&row(2, &["1", "L1", "<s=\"1\"><v>44030</v></c>"])).part("xl/workbook.xml", main.as_bytes());
    let reading = read("x.xlsx", &book.bytes());
    assert_eq!(reading.sheets[0].rows[0].source.raw(Field::RegisteredAt).as_deref(), Some("19/07/2024"));
}

#[test]
fn v6_every_error_value_costs_its_own_cell_only() {
    let errors = [
        "#NULL!",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#N/A",
        "#GETTING_DATA",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#UNKNOWN!",
        "#CONNECT!",
        "#BUSY!",
        "#PYTHON!",
    ];
    let rows: String =
        (2..).zip(errors).map(|(n, error)| row(n, &["1", &format!("<t=\"e\"><v>{error}</v></c>")])).collect();
    let reading = read("x.xlsx", &roster(&(rows + &row(40, &["7", "L2"]))).bytes());
    let expected: Vec<String> = (2..).map(|row| format!("B{row}")).take(errors.len()).collect();
    let seen: Vec<&str> = found(&reading).into_iter().map(|(_, cell)| cell).collect();
    assert_eq!(seen, expected);
    let rows = &reading.sheets[0].rows;
    assert_eq!(rows.len(), errors.len() + 1);
    assert_eq!(rows[8].source.cell(1).map(|cell| &*cell.raw), Some("#SPILL!"));
    assert_eq!(rows[4].source.cell(1).map(|cell| &*cell.raw), Some("#NOM?"));
}

#[test]
fn v8_a_text_that_is_too_long_is_cut_and_told() {
    let long = "é".repeat(1_000_000);
    let just = "é".repeat(32_767);
    let reading =
        read("x.xlsx", &roster(&(row(2, &["1", "L1", "", &just]) + &row(3, &["2", "L1", "", &noise(&long)]))).bytes());
    let (code, cell) = found(&reading)[0];
    assert_eq!((code, cell), (ProblemCode::ValueUnreadable, "D3"));
    let kept = |row: usize| reading.sheets[0].rows[row].source.cell(3).map(|cell| cell.raw.chars().count());
    assert_eq!((kept(0), kept(1)), (Some(32_767), Some(32_767)));
    // One letter a million times packs as a bomb does, and is none.
    let alike = read("x.xlsx", &roster(&row(2, &["1", "L1", "", &long])).bytes());
    assert_eq!(found(&alike)[0], (ProblemCode::ValueUnreadable, "D2"));
    assert_eq!(alike.sheets[0].rows[0].source.cell(3).map(|cell| cell.raw.chars().count()), Some(32_767));
}

/// The same number of characters, less alike, so that they do not pack as a bomb does.
fn noise(text: &str) -> String {
    let mut state = 7u32;
    text.chars()
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'a' + u8::try_from(state >> 28).expect("four bits"))
        })
        .collect()
}

#[test]
fn v12_control_characters_go_no_further() {
    let rows = row(2, &["1", "L1", "", "a_x0000__x0001_b&#x7;c_x000D_d_xD83D_e_x005F_x0041_"]);
    let reading = read("x.xlsx", &roster(&rows).bytes());
    let raw = reading.sheets[0].rows[0].source.cell(3).map(|cell| cell.raw.to_string());
    assert_eq!(raw.as_deref(), Some("abc\rd_xD83D_e_x0041_"));
}

#[test]
fn s2_merged_titles_are_normal_and_merged_data_is_told() {
    let rows = row(1, &["Extraction"])
        + &row(2, &["Étudiant", "", "Inscription"])
        + &row(3, &["N° étudiant", "Nom", "Niveau"])
        + &row(4, &["1", "Alba", "L1"])
        + &row(5, &["2", "Brun", ""])
        + &row(6, &["3", "Caron", "L2"]);
    let content = |merged: &str| format!("<sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells>");
    let titles = "<mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:B2\"/>";
    let reading = read("x.xlsx", &Book::default().sheet("S", "visible", &content(titles)).bytes());
    assert_eq!(found(&reading), []);
    let data = format!("{titles}<mergeCell ref=\"C4:C5\"/><mergeCell ref=\"A20:C20\"/>");
    let reading = read("x.xlsx", &Book::default().sheet("S", "visible", &content(&data)).bytes());
    assert_eq!(found(&reading), [(ProblemCode::MergedCells, "C4")]);
    assert_eq!(reading.sheets[0].rows.len(), 3);
}

#[test]
fn s4_what_is_hidden_is_read_and_counted() {
    let mut rows = row(1, &["N° étudiant", "Niveau", "Nom", "Régime"]);
    for number in 2..10 {
        let hidden = if [3, 4, 7].contains(&number) { " hidden=\"1\"" } else { "" };
        rows += &row(number, &[&number.to_string(), "L1", "Alba", "10"])
            .replace(&format!("r=\"{number}\">"), &format!("r=\"{number}\"{hidden}>"));
    }
    rows += "<row r=\"30\" hidden=\"1\"/>";
    let columns =
        "<cols><col min=\"2\" max=\"3\" width=\"9\" hidden=\"1\"/><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols>";
    let filter = "<autoFilter ref=\"A1:D9\"><filterColumn colId=\"1\"><filters/></filterColumn></autoFilter>";
    let plain = format!("{columns}<sheetData>{rows}</sheetData>");
    let book = Book::default()
        .sheet("Filtrée", "visible", &format!("{plain}{filter}"))
        .sheet("Cachée", "hidden", &format!("<sheetData>{}</sheetData>", row(1, &HEAD) + &row(2, &["1", "L1"])))
        .sheet("Très cachée", "veryHidden", &plain)
        .sheet("Vide", "hidden", "<sheetData/>");
    let reading = read("x.xlsx", &book.bytes());
    assert_eq!(
        found(&reading),
        [
            (ProblemCode::HiddenRows, "3"),
            (ProblemCode::HiddenColumns, "B"),
            (ProblemCode::HiddenSheet, ""),
            (ProblemCode::HiddenSheet, ""),
            (ProblemCode::HiddenRows, "3"),
            (ProblemCode::HiddenColumns, "B"),
            (ProblemCode::SheetEmpty, ""),
        ]
    );
    assert_eq!(reading.problems[0].message.id, "problem-hidden-rows-filtered");
    assert_eq!(reading.problems[0].message.args.get("count"), Some(&3usize.into()));
    assert_eq!(reading.problems[1].message.args.get("count"), Some(&2usize.into()));
    let rows: Vec<usize> = reading.sheets.iter().map(|sheet| sheet.rows.len()).collect();
    assert_eq!(rows, [8, 1, 8]);
}

#[test]
fn s7_styled_rows_without_content_are_no_rows() {
    let mut rows = row(2, &["1", "L1"]);
    for number in 3..=1_048_576 {
        let _ = write!(rows, "<row r=\"{number}\" s=\"1\" customFormat=\"1\"><c r=\"A{number}\" s=\"1\"/></row>");
    }
    let bytes = roster(&rows).bytes();
    assert!(at_most(150, || is_read(&bytes)));
}

#[test]
fn rows_and_cells_without_an_address_follow_the_one_before() {
    let rows = "<row><c t=\"inlineStr\"><is><t>N° étudiant</t></is></c><c/><c t=\"inlineStr\"><is><t>Niveau</t></is></c></row>\
        <row><c><v>22000001</v></c></row><row r=\"9\"><c r=\"B9\"><v>1</v></c><c t=\"str\"><v>L1</v></c></row>\
        <row><c t=\"str\"><v>22000002</v></c></row>";
    let reading = read("x.xlsx", &Book::of_rows(rows).bytes());
    let sheet = &reading.sheets[0];
    let addresses: Vec<String> = sheet
        .rows
        .iter()
        .flat_map(|row| row.source.cells.iter().map(|cell| row.source.address(cell.column).to_string()))
        .collect();
    assert_eq!(addresses, ["A2", "B9", "C9", "A10"]);
}

#[test]
fn z2_cells_beyond_the_grid_are_damage() {
    for cell in ["<c r=\"XFE2\"><v>1</v></c>", "<c r=\"A1048577\"/>", "<c r=\"ZZZZZZZ99999999999\"><v>1</v></c>"] {
        let rows = format!("<row r=\"2\">{cell}</row>");
        assert_eq!(refused(&roster(&rows).bytes()), ProblemCode::Corrupt, "{cell}");
    }
    assert_eq!(refused(&roster("<row r=\"4294967297\"/>").bytes()), ProblemCode::Corrupt);
    let wide = format!("<row r=\"2\">{}</row>", "<c><v>1</v></c>".repeat(16_385));
    assert_eq!(refused(&roster(&wide).bytes()), ProblemCode::Corrupt);
}

#[test]
fn z3_a_string_count_that_lies_is_damage() {
    let table = |count: &str| format!("<sst xmlns=\"{MAIN}\" uniqueCount=\"{count}\"><si><t>L1</t></si></sst>");
    let book =
        |count| roster(&row(2, &["1", "<t=\"s\"><v>0</v></c>"])).part("xl/sharedStrings.xml", table(count).as_bytes());
    assert_eq!(refused(&book("4294967295").bytes()), ProblemCode::Corrupt);
    assert!(is_read(&book("17").bytes()));
}

#[test]
fn z4_z6_what_is_too_large_is_refused_early() {
    let cell = format!("<c t=\"str\"><v>{}</v></c>", "x".repeat(64 << 20));
    assert_eq!(refused(&roster(&format!("<row r=\"2\">{cell}</row>")).bytes()), ProblemCode::TooLarge);
    // Less alike, so that only the piece of XML itself is too large.
    let noisy = format!("<c t=\"str\"><v>{}</v></c>", noise(&"x".repeat(20 << 20)));
    assert_eq!(refused(&roster(&format!("<row r=\"2\">{noisy}</row>")).bytes()), ProblemCode::TooLarge);
}

#[test]
fn z8_document_types_are_damage() {
    let laughs = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    let outside = "<!DOCTYPE w [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    for types in [laughs, outside, "<!DOCTYPE w>"] {
        let content = format!("<sheetData>{}{}</sheetData>", row(1, &HEAD), row(2, &["1", "L1", "", "&b;"]));
        let sheet = format!("{types}<worksheet xmlns=\"{MAIN}\">{content}</worksheet>");
        assert_eq!(refused(&Book::default().sheet_xml("S", "visible", &sheet).bytes()), ProblemCode::Corrupt);
        let styles = format!("{types}<styleSheet/>");
        let book = roster(&row(2, &["1", "L1"])).part("xl/styles.xml", styles.as_bytes());
        assert_eq!(refused(&book.bytes()), ProblemCode::Corrupt);
    }
}

#[test]
fn z9_depth_and_breadth_cost_little() {
    let deep = format!("{}{}", "<x>".repeat(100_000), "</x>".repeat(100_000));
    let mut broad = String::new();
    for number in 0..100_000 {
        let _ = write!(broad, " a{number}=\"1\"");
    }
    let data = format!("<sheetData>{}{}", row(1, &HEAD), row(2, &["1", "L1"]));
    for content in [
        format!("{deep}{data}</sheetData>{deep}"),
        format!("{data}<row r=\"3\"><c r=\"A3\">{deep}</c></row></sheetData>"),
        format!("{data}<row{broad}/></sheetData><x{broad}/>"),
    ] {
        let bytes = Book::default().sheet("S", "visible", &content).bytes();
        assert!(at_most(50, || is_read(&bytes)));
    }
}

#[test]
fn z10_containers_that_lie_are_read_or_damaged() {
    let plain = roster(&row(2, &["1", "L1"])).bytes();
    let dimension =
        format!("<dimension ref=\"A1:XFD1048576\"/><sheetData>{}{}</sheetData>", row(1, &HEAD), row(2, &["1", "L1"]));
    assert!(is_read(&Book::default().sheet("S", "visible", &dimension).bytes()));
    assert_eq!(refused(&plain[..plain.len() * 2 / 3]), ProblemCode::Corrupt);
    assert!(is_read(&[&plain[..], b"a tail"].concat()));
    let field = |mark: &[u8], offset: usize, change: &dyn Fn(&mut u8)| {
        let mut bytes = plain.clone();
        for place in 0..bytes.len() - mark.len() {
            if bytes[place..].starts_with(mark) {
                change(&mut bytes[place + offset]);
            }
        }
        bytes
    };
    let (local, central) = (b"PK\x03\x04", b"PK\x01\x02");
    // The check sum, the inflated size, the bit that says encrypted.
    let wrong = |byte: &mut u8| *byte ^= 0x55;
    assert_eq!(refused(&field(central, 16, &wrong)), ProblemCode::Corrupt);
    for bytes in [field(local, 22, &wrong), field(central, 24, &wrong), field(local, 14, &wrong)] {
        assert!(is_read(&bytes) || refused(&bytes) == ProblemCode::Corrupt);
    }
    assert_eq!(refused(&field(central, 8, &|byte| *byte |= 1)), ProblemCode::Password);
}

#[test]
fn z11_two_parts_of_one_name_are_damage() {
    let book = roster(&row(2, &["1", "L1"]));
    assert_eq!(refused(&book.part("XL\\Workbook.xml", b"<workbook/>").bytes()), ProblemCode::Corrupt);
    let mut bytes = roster(&row(2, &["1", "L1"])).part("xl/worksheets/sheet2.xml", b"<worksheet/>").bytes();
    let name = b"xl/worksheets/sheet2.xml";
    for place in 0..bytes.len() - name.len() {
        if bytes[place..].starts_with(name) {
            bytes[place + 19] = b'1';
        }
    }
    assert_eq!(refused(&bytes), ProblemCode::Corrupt);
}

#[test]
fn z12_names_are_never_paths() {
    let book = roster(&row(2, &["1", "L1"]))
        .part("../../evil.txt", b"x")
        .part("C:\\evil.txt", b"x")
        .part("/tmp/guichet-evil.txt", b"x");
    assert!(is_read(&book.bytes()));
    assert!(!std::path::Path::new("/tmp/guichet-evil.txt").exists());
}

#[test]
fn z13_macros_and_links_are_left_aside_and_told() {
    let book = roster(&row(2, &["1", "L1", "<s=\"1\"><f>[1]Feuil1!A1</f><v>45492</v></c>"]))
        .part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
        .part("xl/externalLinks/externalLink1.xml", b"<externalLink/>");
    let reading = read("x.xlsm", &book.bytes());
    assert_eq!(found(&reading), [(ProblemCode::MacrosIgnored, ""), (ProblemCode::LinksIgnored, "")]);
    assert_eq!(reading.sheets[0].rows.len(), 1);
}

#[test]
fn a_sheet_that_is_not_to_the_norm_is_read_otherwise_and_the_next_one_as_usual() {
    let data = |level: &str| format!("<sheetData>{}{}</sheetData>", row(1, &HEAD), row(2, &["1", level]));
    let book = Book::default()
        .sheet_xml("Sans fin", "visible", &format!("<worksheet xmlns=\"{MAIN}\">{}", data("L1")))
        .sheet("Saine", "visible", &data("L2"))
        .sheet_xml("Coupée", "visible", &format!("<worksheet xmlns=\"{MAIN}\">{}", &data("L3")[..200]));
    let reading = read("x.xlsx", &book.bytes());
    let codes: Vec<ProblemCode> = reading.problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [ProblemCode::NotToTheNorm, ProblemCode::SheetUnreadable]);
    let names: Vec<&str> = reading.sheets.iter().map(|sheet| sheet.sheet.name.as_str()).collect();
    assert_eq!(names, ["Sans fin", "Saine"]);
    assert!(reading.sheets.iter().all(|sheet| sheet.rows.len() == 1));
}

#[test]
fn chart_sheets_hold_no_cells_and_a_missing_sheet_is_told() {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"G\" sheetId=\"2\" r:id=\"g\"/>\
         <sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"P\" sheetId=\"3\" r:id=\"p\"/></sheets></workbook>"
    );
    let links = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{relations}/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>\
         <Relationship Id=\"g\" Type=\"{relations}/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>\
         <Relationship Id=\"p\" Type=\"{relations}/worksheet\" Target=\"worksheets/absent.xml\"/></Relationships>"
    );
    let book = roster(&row(2, &["1", "L1"]))
        .part("xl/workbook.xml", main.as_bytes())
        .part("xl/_rels/workbook.xml.rels", links.as_bytes())
        .part("xl/chartsheets/sheet1.xml", b"<chartsheet/>");
    let reading = read("x.xlsx", &book.bytes());
    assert_eq!(found(&reading), [(ProblemCode::SheetUnreadable, ""), (ProblemCode::SheetIgnored, "")]);
    let sheets: Vec<_> = reading.problems.iter().map(|problem| problem.sheet.as_deref()).collect();
    assert_eq!(sheets, [Some("P"), Some("G")], "a chart is named");
    assert_eq!(reading.sheets.len(), 1);
}

#[test]
fn the_limit_that_is_passed_is_named() {
    let said = |bytes: &[u8]| read("x.xlsx", bytes).problems[0].message.id.clone();
    let parts = (0..1_001).fold(roster(&row(2, &["1", "L1"])), |book, rank| book.part(&format!("x/{rank}"), b"x"));
    assert_eq!(said(&parts.bytes()), "problem-too-large-parts");
    let bomb = roster(&row(2, &["1", "L1"])).part("x", &vec![b' '; 20 << 20]);
    assert_eq!(said(&bomb.bytes()), "problem-too-large-inflated");
}

#[test]
fn parts_in_an_older_encoding_are_read() {
    let content = format!("<sheetData>{}{}</sheetData>", row(1, &HEAD), row(2, &["1", "L1", "", "S#rie"]));
    let sheet =
        format!("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet xmlns=\"{MAIN}\">{content}</worksheet>");
    let latin: Vec<u8> =
        sheet.chars().map(|c| if c == '#' { 0xe9 } else { u8::try_from(c).expect("of Latin-1") }).collect();
    let book = Book::default().sheet("S", "visible", "").part("xl/worksheets/sheet1.xml", &latin);
    let reading = read("ancien.xlsx", &book.bytes());
    assert_eq!(reading.sheets[0].rows[0].source.cell(3).map(|cell| &*cell.raw), Some("Série"));
}
