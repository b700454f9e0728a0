//! Workbooks made by hand, part by part, and their reading through the real child process.

use guichet_intake::{
    Answer, Answers, Asked, Confidence, FileReading, RawFile, ReadOptions, ReaderCommand, load_files, read_files,
    understand,
};
use guichet_model::{Field, ProblemCode};
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

/// A file, read and ready to be understood.
pub(crate) fn load(name: &str, bytes: &[u8]) -> RawFile {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("the file");
    load_files(&[path], &reader(), &mut |_| {}, &AtomicBool::new(false)).remove(0)
}

/// A CSV file, read.
pub(crate) fn csv(text: &str) -> RawFile {
    load("x.csv", text.as_bytes())
}

/// What is understood of a file unasked.
pub(crate) fn understood(file: &RawFile) -> FileReading {
    understand(file, &Answers::default())
}

/// What is asked about a table.
pub(crate) fn asked(reading: &FileReading, table: usize) -> Vec<Asked> {
    reading.layouts[table].questions.iter().map(|question| question.asked.clone()).collect()
}

/// The codes of the problems.
pub(crate) fn codes(reading: &FileReading) -> Vec<ProblemCode> {
    reading.problems.iter().map(|problem| problem.code).collect()
}

/// The fields of a table.
pub(crate) fn fields(reading: &FileReading, table: usize) -> Vec<Option<Field>> {
    reading.layouts[table].columns.iter().map(|column| column.field).collect()
}

/// How sure they are.
pub(crate) fn confidences(reading: &FileReading, table: usize) -> Vec<Confidence> {
    reading.layouts[table].columns.iter().map(|column| column.confidence).collect()
}

/// The texts of a field, row by row.
pub(crate) fn texts(reading: &FileReading, table: usize, field: Field) -> Vec<&str> {
    reading.sheets[table].rows.iter().filter_map(|row| row.text(field)).collect()
}

/// Understands a file again after answers about its tables.
pub(crate) fn answer(file: &RawFile, given: &[(usize, Answer)]) -> FileReading {
    let mut answers = Answers::default();
    let mut reading = understand(file, &answers);
    for (table, answer) in given {
        answers.give(&reading.layouts[*table], answer.clone()).expect("an answer");
        reading = understand(file, &answers);
    }
    reading
}
