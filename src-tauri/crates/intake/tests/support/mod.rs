//! Workbooks made by hand, part by part, and their reading through the real child process.

use guichet_intake::{FileReading, ReadOptions, ReaderCommand, read_files};
use guichet_model::ProblemCode;
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Where the parts of a workbook say what they are.
pub(crate) const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;

/// A workbook before it is packed.
#[derive(Default)]
pub(crate) struct Book {
    sheets: Vec<(String, String, String)>,
    parts: Vec<(String, Vec<u8>)>,
}

impl Book {
    /// A workbook of one sheet whose cells are these rows.
    pub(crate) fn of_rows(rows: &str) -> Self {
        Self::default().sheet("S", "visible", &format!("<sheetData>{rows}</sheetData>"))
    }

    /// Adds a sheet: its name, its state, what its root element holds.
    pub(crate) fn sheet(self, name: &str, state: &str, content: &str) -> Self {
        self.sheet_xml(name, state, &format!("<worksheet xmlns=\"{MAIN}\">{content}</worksheet>"))
    }

    /// Adds a sheet of this XML.
    pub(crate) fn sheet_xml(mut self, name: &str, state: &str, xml: &str) -> Self {
        self.sheets.push((name.to_owned(), state.to_owned(), xml.to_owned()));
        self
    }

    /// Adds a part, or replaces one.
    pub(crate) fn part(mut self, name: &str, bytes: &[u8]) -> Self {
        self.parts.push((name.to_owned(), bytes.to_vec()));
        self
    }

    /// The workbook's bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let (mut list, mut targets) = (String::new(), String::new());
        for (number, (name, state, _)) in (1..).zip(&self.sheets) {
            let _ = write!(list, r#"<sheet name="{name}" sheetId="{number}" state="{state}" r:id="rId{number}"/>"#);
            let _ = write!(
                targets,
                r#"<Relationship Id="rId{number}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>"#
            );
        }
        let main = format!(
            r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr/><sheets>{list}</sheets></workbook>"#
        );
        let package = format!(
            r#"<Relationships><Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
        );
        let mut parts: Vec<(String, Vec<u8>)> = [
            ("[Content_Types].xml", TYPES.to_owned()),
            ("_rels/.rels", package),
            ("xl/workbook.xml", main),
            ("xl/_rels/workbook.xml.rels", format!("<Relationships>{targets}</Relationships>")),
            ("xl/styles.xml", STYLES.to_owned()),
        ]
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .to_vec();
        for (number, (.., xml)) in (1..).zip(&self.sheets) {
            parts.push((format!("xl/worksheets/sheet{number}.xml"), xml.clone().into_bytes()));
        }
        for (name, bytes) in &self.parts {
            parts.retain(|(known, _)| known != name);
            parts.push((name.clone(), bytes.clone()));
        }
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(name, SimpleFileOptions::default()).expect("an entry");
            writer.write_all(&bytes).expect("its bytes");
        }
        writer.finish().expect("an archive").into_inner()
    }
}

/// A row whose cells are either texts or `<` and the rest of their XML, from column A.
pub(crate) fn row(number: u32, cells: &[&str]) -> String {
    let mut xml = format!("<row r=\"{number}\">");
    for (column, cell) in ('A'..='Z').zip(cells) {
        let _ = match cell.strip_prefix('<') {
            Some(rest) => write!(xml, "<c r=\"{column}{number}\" {rest}"),
            None => write!(xml, "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
        };
    }
    xml + "</row>"
}

/// The example `reader` of this crate, which cargo builds beside this test.
pub(crate) fn reader() -> ReaderCommand {
    let test = std::env::current_exe().expect("the test's own path");
    let folder = test.parent().and_then(Path::parent).expect("target/<profile>");
    let program = folder.join("examples").join(format!("reader{}", std::env::consts::EXE_SUFFIX));
    assert!(program.is_file(), "{} is built by `cargo test -p guichet-intake`", program.display());
    ReaderCommand { program, args: Vec::new() }
}

/// Reads bytes under a name in a folder of their own, which holds nothing else afterwards.
pub(crate) fn read(name: &str, bytes: &[u8]) -> FileReading {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("the file");
    let reading =
        read_files(&[path], &reader(), &ReadOptions::default(), &mut |_| {}, &AtomicBool::new(false)).remove(0);
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing is written beside {name}");
    reading
}

/// The problems' codes and cells, in their order.
pub(crate) fn found(reading: &FileReading) -> Vec<(ProblemCode, &str)> {
    reading.problems.iter().map(|problem| (problem.code, problem.cell.as_deref().unwrap_or(""))).collect()
}
