//! The general reader as a second opinion: on whatever both can read, both say the same.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use super::read;
use crate::grid::RawCell;
use crate::wire::{Line, Wire, parse};
use crate::workbook::OtherReader;
use guichet_model::ProblemCode;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Numbers without a rule behind them, the same at each run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.roll(list.len())]
    }
}

const TEXTS: [&str; 12] = [
    "<t>Dupont</t>",
    "<t xml:space=\"preserve\"> a  b </t>",
    "<t> trimmed </t>",
    "<t/>",
    "",
    "<t>l&apos;&#xC9;t&#233; &amp; &lt;b&gt; &quot;</t>",
    "<t><![CDATA[<raw> & more]]></t>",
    "<r><rPr><b/></rPr><t>Jean</t></r><r><t xml:space=\"preserve\"> Paul</t></r>",
    "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/>",
    "<t>line_x000D_\nfeed_x005F_x0041_ _xD83D__xDCF7_</t>",
    "<t>=1+1\tNBSP\u{a0}</t>",
    "<!-- a remark --><t>nom_x</t>",
];

const VALUES: [&str; 24] = [
    "><v>12</v></c>",
    "><v>0.1</v></c>",
    "><v>-170.25</v></c>",
    "><v>1.23E+10</v></c>",
    "><v>123456789012345678</v></c>",
    "><v>45492</v></c>",
    "><v>45492.500694444</v></c>",
    "><v>0.25</v></c>",
    "><v>60</v></c>",
    "><v>2958466</v></c>",
    "><v>1E+300</v></c>",
    "><v/></c>",
    "/>",
    " t=\"n\"><v>7</v></c>",
    " t=\"b\"><v>1</v></c>",
    " t=\"b\"><v>false</v></c>",
    " t=\"e\"><v>#N/A</v></c>",
    " t=\"e\"><v>#NAME?</v></c>",
    " t=\"str\"><f>A1&amp;B1</f><v>a &lt; b_x0009_</v></c>",
    " t=\"str\"><f>\"\"</f><v></v></c>",
    "><f t=\"shared\" si=\"0\"/></c>",
    "><f>SUM(A1:A3)</f><v>3</v></c>",
    " t=\"d\"><v>2024-07-19T12:01:30</v></c>",
    "><v>pas un nombre</v></c>",
];

fn cell(dice: &mut Dice, address: &str) -> String {
    let style = match dice.roll(8) {
        style @ 0..6 => format!(" s=\"{style}\""),
        _ => String::new(),
    };
    let place = if address.is_empty() { String::new() } else { format!(" r=\"{address}\"") };
    match dice.roll(3) {
        0 => format!("<c{place}{style} t=\"s\"><v>{}</v></c>", dice.roll(TEXTS.len())),
        1 if dice.roll(2) == 0 => format!("<c{place}{style} t=\"inlineStr\"><is>{}</is></c>", dice.pick(&TEXTS)),
        _ => format!("<c{place}{style}{}", dice.pick(&VALUES)),
    }
}

fn rows(dice: &mut Dice) -> String {
    let mut rows = String::new();
    let mut number = 0;
    for _ in 0..dice.roll(12) {
        number += 1 + dice.roll(3) * dice.roll(2);
        let numbered = dice.roll(4) > 0;
        let _ = if numbered { write!(rows, "<row r=\"{number}\" spans=\"1:3\">") } else { write!(rows, "<row>") };
        for column in ["A", "C", "D", "AB", "XFD"].iter().take(dice.roll(6)) {
            let address = if numbered { format!("{column}{number}") } else { String::new() };
            rows += &cell(dice, &address);
        }
        rows += "</row>";
        // The row after one without a number is counted from the one before it.
        number += usize::from(!numbered) * 40;
    }
    rows
}

fn workbook(dice: &mut Dice) -> Vec<u8> {
    let main = dice.pick(&[
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ]);
    let (prefix, declared) = if dice.roll(3) == 0 { ("x:", "xmlns:x") } else { ("", "xmlns") };
    let epoch = dice.pick(&["", "<workbookPr date1904=\"1\"/>", "<workbookPr date1904=\"false\"/>"]);
    let strings: String = TEXTS.iter().map(|text| format!("<si>{text}</si>")).collect();
    let sheet = format!(
        "<worksheet {declared}=\"{main}\"><dimension ref=\"A1:B2\"/><cols><col min=\"1\" max=\"2\" width=\"9\"/></cols>\
         <sheetData>{}</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>",
        rows(dice)
    );
    let styles = "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/>\
        <numFmt numFmtId=\"165\" formatCode=\"0.00&quot; days&quot;\"/></numFmts>\
        <cellXfs count=\"6\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>\
        <xf numFmtId=\"46\"/><xf numFmtId=\"22\"/></cellXfs>";
    let parts = [
        (
            "_rels/.rels",
            format!(
                "<Relationships><Relationship Id=\"r\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{RELATIONS}\">{epoch}<sheets><sheet name=\"S&amp;T\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/styles.xml", format!("<styleSheet xmlns=\"{main}\">{styles}</styleSheet>")),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{main}\" uniqueCount=\"3\">{strings}</sst>")),
        ("xl/worksheets/sheet1.xml", with_prefix(&sheet, prefix)),
    ];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(text.as_bytes()).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// The same XML with a prefix to its elements' names.
fn with_prefix(xml: &str, prefix: &str) -> String {
    let mut out = String::new();
    let mut rest = xml;
    while let Some(place) = rest.find('<') {
        let raw = rest[place..].starts_with("<!");
        let end = place + 1 + usize::from(rest[place..].starts_with("</"));
        out += &rest[..end];
        if !raw {
            out += prefix;
        }
        // What lies in a raw text is no element.
        let skip = if rest[place..].starts_with("<![CDATA[") { rest.find("]]>").expect("its end") } else { end };
        out += &rest[end..skip.max(end)];
        rest = &rest[skip.max(end)..];
    }
    out + rest
}

/// Everything a reader says of cells and sheets, and what it says is wrong.
fn said(out: &[u8]) -> (Vec<Line>, Vec<ProblemCode>) {
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    for line in std::str::from_utf8(out).expect("UTF-8").lines() {
        match parse(line).expect(line) {
            Line::Problem(problem) => problems.push(problem.code),
            Line::Marks(_) => {}
            // The general reader does not know whether a format shows an hour.
            Line::Cell { row, cell } => {
                let raw = cell.raw.strip_suffix(" 00:00").map_or(cell.raw.clone(), Into::into);
                lines.push(Line::Cell { row, cell: RawCell { raw, ..cell } });
            }
            line => lines.push(line),
        }
    }
    (lines, problems)
}

fn compare(bytes: &[u8], name: &str) -> usize {
    let (mut own, mut other) = (Vec::new(), Vec::new());
    read(Cursor::new(bytes), &mut Wire::new(&mut own)).expect(name);
    OtherReader::new(Cursor::new(bytes)).read(&mut Wire::new(&mut other)).expect(name);
    let ((own, own_problems), (other, other_problems)) = (said(&own), said(&other));
    let first = own.iter().zip(&other).find(|(own, other)| own != other);
    assert!(own == other, "{name}: {first:?}, {} and {} lines", own.len(), other.len());
    assert!(!own_problems.contains(&ProblemCode::NotToTheNorm), "{name}");
    assert!(!other_problems.contains(&ProblemCode::SheetUnreadable), "{name}");
    own.len()
}

#[test]
fn both_readers_agree_on_generated_workbooks() {
    let mut dice = Dice(20_240_921);
    let lines: usize = (0..400).map(|index| compare(&workbook(&mut dice), &format!("workbook {index}"))).sum();
    assert!(lines > 5_000, "{lines}");
}

fn workbooks_under(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            workbooks_under(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "xlsx" || extension == "xlsm") {
            found.push(path);
        }
    }
}

#[test]
fn both_readers_agree_on_the_samples_and_the_fixtures() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let mut found = Vec::new();
    workbooks_under(&root.join("assets/samples"), &mut found);
    workbooks_under(&root.join("tests/fixtures"), &mut found);
    assert!(found.len() >= 8, "{found:?}");
    for path in found {
        let bytes = std::fs::read(&path).expect("its bytes");
        compare(&bytes, &path.to_string_lossy());
    }
}
