//! How programs write their exports: separated texts in their encodings, HTML tables, workbooks.

use super::people::Person;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// One column of an export: its header, and what it says of a person.
pub(super) type Column = (&'static str, fn(&Person) -> String);

/// The header row and one row a person.
pub(super) fn table(columns: &[Column], people: &[Person]) -> Vec<Vec<String>> {
    let header = columns.iter().map(|(header, _)| (*header).to_owned()).collect();
    let row = |person: &Person| columns.iter().map(|(_, say)| say(person)).collect();
    std::iter::once(header).chain(people.iter().map(row)).collect()
}

/// Rows as lines of separated cells, a cell quoted where it must be.
pub(super) fn lines(rows: &[Vec<String>], separator: &str) -> String {
    let cell = |text: &String| {
        let plain = !text.contains(['"', '\n']) && !text.contains(separator);
        if plain { text.clone() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(separator) + "\r\n";
    rows.iter().map(line).collect()
}

/// A text in Windows-1252, of which ISO-8859-1 is a part.
pub(super) fn windows_1252(text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!lossy, "a letter that Windows-1252 has not");
    bytes.into_owned()
}

/// An HTML table such as a web application serves under the name of a workbook.
pub(super) fn html(title: &str, rows: &[Vec<String>]) -> Vec<u8> {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let mut page = format!(
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1252\"></head><body>\
         <h1>{title}</h1>\r\n<table border=1>\r\n"
    );
    for (at, row) in rows.iter().enumerate() {
        let tag = if at == 0 { "th" } else { "td" };
        let cells: String = row.iter().map(|cell| format!("<{tag}>{}</{tag}>", escape(cell))).collect();
        let _ = write!(page, "<tr>{cells}</tr>\r\n");
    }
    windows_1252(&(page + "</table></body></html>\r\n"))
}

/// One cell of a workbook.
pub(super) enum Cell {
    Empty,
    Text(String),
    Number(f64),
    /// A day, counted as spreadsheets do, shown as `dd/mm/yyyy`.
    Day(u32),
}

/// Cells from texts; those of the columns named in `numbers` and `days` become numbers and days.
pub(super) fn cells(rows: &[Vec<String>], numbers: &[&str], days: &[&str]) -> Vec<Vec<Cell>> {
    let header = &rows[0];
    let cell = |at: usize, text: &String| match header[at].as_str() {
        _ if text.is_empty() => Cell::Empty,
        name if numbers.contains(&name) => Cell::Number(text.parse().expect("a number")),
        name if days.contains(&name) => Cell::Day(serial(text)),
        _ => Cell::Text(text.clone()),
    };
    let below = rows[1..].iter().map(|row| row.iter().enumerate().map(|(at, text)| cell(at, text)).collect());
    std::iter::once(header.iter().map(|text| Cell::Text(text.clone())).collect()).chain(below).collect()
}

/// `dd/mm/yyyy` as spreadsheets count days.
fn serial(text: &str) -> u32 {
    let parts: Vec<i32> = text.split('/').map(|part| part.parse().expect("a number")).collect();
    let [day, month, year] = parts[..] else { panic!("{text} is no day") };
    let month = time::Month::try_from(u8::try_from(month).expect("small")).expect("a month");
    let date = time::Date::from_calendar_date(year, month, u8::try_from(day).expect("small")).expect("a day");
    let first = time::Date::from_calendar_date(1899, time::Month::December, 30).expect("a day");
    u32::try_from((date - first).whole_days()).expect("after 1900")
}

/// A workbook of one sheet, its first cell at this row and column (the first being 0), the same bytes at every run.
pub(super) fn workbook(sheet: &str, start: (usize, usize), rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut data = String::new();
    for (row, cells) in rows.iter().enumerate().filter(|(_, cells)| !cells.is_empty()) {
        let number = row + start.0 + 1;
        let _ = write!(data, "<row r=\"{number}\">");
        for (at, cell) in cells.iter().enumerate() {
            let place = format!("{}{number}", letters(at + start.1));
            let _ = match cell {
                Cell::Empty => Ok(()),
                Cell::Text(text) => {
                    let text = text.replace('&', "&amp;").replace('<', "&lt;");
                    write!(data, "<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
                }
                Cell::Number(number) => write!(data, "<c r=\"{place}\"><v>{number}</v></c>"),
                Cell::Day(day) => write!(data, "<c r=\"{place}\" s=\"1\"><v>{day}</v></c>"),
            };
        }
        data.push_str("</row>");
    }
    pack(sheet, &data)
}

fn letters(column: usize) -> String {
    guichet_model::CellAddress::column_letters(u16::try_from(column).expect("small"))
}

fn pack(sheet: &str, data: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |inner: &str| format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{inner}</Relationships>");
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Override PartName=\"/xl/workbook.xml\" ContentType=\"{KIND}.sheet.main+xml\"/>\
                 <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{KIND}.worksheet+xml\"/>\
                 <Override PartName=\"/xl/styles.xml\" ContentType=\"{KIND}.styles+xml\"/></Types>"
            ),
        ),
        ("_rels/.rels", relations(&relation("rId1", "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>\
                 <sheet name=\"{sheet}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(
                &(relation("rId1", "worksheet", "worksheets/sheet1.xml") + &relation("rId2", "styles", "styles.xml")),
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>\
                 </numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>\
                 <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
                 <cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{data}</sheetData></worksheet>")),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        archive.start_file(name, stored).expect("an entry");
        archive.write_all(text.as_bytes()).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}
