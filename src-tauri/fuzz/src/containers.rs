//! Containers around what is thrown at the readers behind them.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The beginning by which a text is XML of Excel 2003.
pub(crate) const SPREADSHEETML: &[u8] = b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>";
/// The beginning by which a text is a flat OpenDocument workbook.
pub(crate) const FODS: &[u8] = b"<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">";

/// What stands between the parts of a workbook: no XML holds this byte.
pub(crate) const BETWEEN_PARTS: u8 = 0xff;

const TYPES: &[u8] = br#"<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const BINARY_TYPES: &[u8] = br#"<Types><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>"#;
const PACKAGE: &[u8] =
    br#"<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &[u8] = br#"<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const LINKS: &[u8] =
    br#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STRINGS: &[u8] = br"<sst><si><t>INE</t></si><si><t>Niveau</t></si></sst>";
const STYLES: &[u8] = br#"<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
/// Two sheet records of a binary workbook's part: the list of sheets with one sheet, and their end.
pub(crate) const BINARY_BOOK: &[u8] =
    b"\x8f\x01\x00\x9c\x01\x1a\0\0\0\0\x01\0\0\0\x04\0\0\0r\0I\0d\x001\0\x01\0\0\0S\0\x90\x01\x00";
const BINARY_LINKS: &[u8] =
    br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#;

/// An archive of parts that are not packed.
pub(crate) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        // A name that no archive can hold, or that it holds already, is left out.
        if writer.start_file(*name, stored).is_ok() {
            let _ = writer.write_all(bytes);
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// The parts of an input, in the order sheet, shared texts, styles, workbook, links; those that lack are the usual ones.
fn parts<'a, const N: usize>(bytes: &'a [u8], usual: [&'a [u8]; N]) -> [&'a [u8]; N] {
    let mut given = bytes.split(|byte| *byte == BETWEEN_PARTS);
    usual.map(|usual| given.next().filter(|part| !part.is_empty()).unwrap_or(usual))
}

/// A workbook whose parts are these.
pub(crate) fn xlsx(bytes: &[u8]) -> Vec<u8> {
    let [sheet, strings, styles, book, links] = parts(bytes, [b"<worksheet/>", STRINGS, STYLES, BOOK, LINKS]);
    archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", links),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// A binary workbook, one of whose parts is this: the first byte says which.
pub(crate) fn xlsb(bytes: &[u8]) -> Vec<u8> {
    let (which, part) = bytes.split_first().map_or((0, bytes), |(which, part)| (which % 4, part));
    let or = |rank: u8, usual: &'static [u8]| if which == rank { part } else { usual };
    archive(&[
        ("[Content_Types].xml", BINARY_TYPES),
        ("xl/workbook.bin", or(3, BINARY_BOOK)),
        ("xl/_rels/workbook.bin.rels", BINARY_LINKS),
        ("xl/sharedStrings.bin", or(1, b"")),
        ("xl/styles.bin", or(2, b"")),
        ("xl/worksheets/sheet1.bin", or(0, b"")),
    ])
}

/// The stream of an xls workbook, in its compound file.
pub(crate) fn xls(bytes: &[u8]) -> Vec<u8> {
    let name = if bytes.get(5) == Some(&5) { "Book" } else { "Workbook" };
    compound(name, bytes).unwrap_or_default()
}

fn compound(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).ok()?;
    file.create_stream(name).ok()?.write_all(bytes).ok()?;
    file.flush().ok()?;
    Some(file.into_inner().into_inner())
}

/// An OpenDocument workbook of this content.
pub(crate) fn ods(bytes: &[u8]) -> Vec<u8> {
    archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", bytes)])
}

/// An archive of files, each beginning with its name on a line.
pub(crate) fn csv_archive(bytes: &[u8]) -> Vec<u8> {
    let files = bytes.split(|byte| *byte == BETWEEN_PARTS).map(|file| {
        let end = file.iter().position(|byte| *byte == b'\n').unwrap_or(file.len());
        (String::from_utf8_lossy(&file[..end]), file.get(end + 1..).unwrap_or_default())
    });
    let files: Vec<_> = files.collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_ref(), *bytes)).collect();
    archive(&files)
}
