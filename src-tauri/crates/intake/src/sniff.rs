//! What a file is by its first bytes; its name's ending is never believed.

use crate::encoding;
use guichet_model::ProblemCode;

/// The outer form of a file that may hold a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// A zip archive: xlsx, xlsm, xlsb, ods or CSV files, perhaps.
    Zip,
    /// A compound file: xls, perhaps.
    Ole,
    /// A web page, perhaps with tables.
    Html,
    /// A web page saved whole in one file.
    Mhtml,
    /// The XML of Excel 2003.
    SpreadsheetMl,
    /// An ods workbook in one XML file.
    FlatOds,
    /// Text: CSV or TSV.
    Text,
}

/// Beginnings of files that are no tables.
const OTHER_FILES: &[&[u8]] = &[
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM6",
    b"II*\0",
    b"MM\0*",
    b"{\\rtf",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ\x90",
    b"SQLite format 3\0",
    b"%!PS",
];

/// Files up to this size may be the marks that programs leave beside an open workbook.
const LOCK_FILE_BYTES: u64 = 1_024;

/// Whether a small file is such a mark, not the workbook it is named after.
pub(crate) fn is_lock_file(name: &str, size: u64) -> bool {
    size <= LOCK_FILE_BYTES && (name.starts_with("~$") || name.starts_with(".~lock."))
}

/// Looks at the first bytes of a file (some thousands suffice) and says what to open it as, or why not.
pub(crate) fn sniff(head: &[u8]) -> Result<Container, ProblemCode> {
    if head.is_empty() {
        return Err(ProblemCode::Empty);
    }
    let starts = |marks: &[&[u8]]| marks.iter().any(|mark| head.starts_with(mark));
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Container::Zip);
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Container::Ole);
    }
    if is_bare_sheet(head) {
        return Err(ProblemCode::OldFormat);
    }
    if starts(OTHER_FILES) {
        return Err(ProblemCode::NotASpreadsheet);
    }
    if is_binary(head) {
        return Err(ProblemCode::NotASpreadsheet);
    }
    let text = encoding::decode(head).text.to_ascii_lowercase();
    markup(text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}'))
}

/// Sheets written before 1993, outside any container: a record of the beginning, of its known lengths.
fn is_bare_sheet(head: &[u8]) -> bool {
    matches!(head, [0x09, 0x00 | 0x02 | 0x04 | 0x08, 0x04 | 0x06 | 0x08 | 0x10, 0x00, ..])
}

/// Web pages, XML and exchange formats that some programs save under a spreadsheet's name; else plain text.
fn markup(text: &str) -> Result<Container, ProblemCode> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if text.starts_with("id;p") || text.starts_with("table\r\n0,1") || text.starts_with("table\n0,1") {
        return Err(ProblemCode::Unsupported);
    }
    if text.starts_with("mime-version:") || is_mail_header(text) && has(&["content-type: multipart/related"]) {
        return Ok(Container::Mhtml);
    }
    if !text.starts_with('<') {
        return Ok(Container::Text);
    }
    let is_page = has(&["<html", "<table", "<!doctype html", "<head", "<body", "<tr", "<meta"]);
    match () {
        () if !has(&["<html"]) && has(&["office:spreadsheet", "progid=\"excel.sheet\""]) => {
            Ok(Container::SpreadsheetMl)
        }
        () if has(&["<office:document "]) && has(&["opendocument.spreadsheet"]) => Ok(Container::FlatOds),
        () if is_page => Ok(Container::Html),
        () if has(&["<!doctype", "<?xml", "<svg", "xmlns"]) => Err(ProblemCode::NotASpreadsheet),
        () => Ok(Container::Text),
    }
}

/// Whether the first line is `Name: value`, as at the top of a message.
fn is_mail_header(text: &str) -> bool {
    let name = text.lines().next().and_then(|line| line.split_once(": ")).map_or("", |(name, _)| name);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
}

/// Text holds no control bytes, except zeros by accident; wide encodings hold zeros at regular places.
fn is_binary(head: &[u8]) -> bool {
    if encoding::is_wide(head) {
        return false;
    }
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    let others = head.iter().filter(|byte| matches!(byte, 1..=8 | 14..=26 | 28..=31)).count();
    zeros * 4 > head.len() || zeros > 0 && others > 0 && (zeros + others) * 100 > head.len() || others * 10 > head.len()
}

#[cfg(test)]
mod tests {
    use super::{Container, is_lock_file, sniff};
    use guichet_model::ProblemCode as P;

    #[test]
    fn content_decides() {
        assert_eq!(sniff(b"PK\x03\x04rest"), Ok(Container::Zip));
        assert_eq!(sniff(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), Ok(Container::Ole));
        assert_eq!(sniff(b"a;b;c\r\n1;2;3"), Ok(Container::Text));
        assert_eq!(sniff(b"N\xb0 \xe9tudiant;Nom"), Ok(Container::Text));
        assert_eq!(sniff(b"\xff\xfeN\0o\0m\0"), Ok(Container::Text));
        assert_eq!(sniff(b"N\0o\0m\0;\0P\0r\0e\0n\0o\0m\0"), Ok(Container::Text));
    }

    #[test]
    fn markup_is_told_apart_in_any_encoding() {
        let xml = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>";
        let wide: Vec<u8> = xml.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, container) in [
            (&b"<!DOCTYPE html><html><body>Bonjour"[..], Container::Html),
            (b"\r\n <html><body><TABLE><tr><td>1", Container::Html),
            (b"<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\">", Container::Html),
            (xml.as_bytes(), Container::SpreadsheetMl),
            (&wide, Container::SpreadsheetMl),
            (
                b"<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">",
                Container::FlatOds,
            ),
            (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook", Container::Mhtml),
            (b"From: <Saved>\r\nContent-Type: multipart/related;", Container::Mhtml),
            (b"<5;Nom\r\n1;2", Container::Text),
            (b"Nom;Niveau\r\nZo\0;L1\r\n", Container::Text),
        ] {
            assert_eq!(sniff(bytes), Ok(container), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn marks_beside_an_open_workbook_are_no_workbook() {
        let lock = [&b"\x05DUPONT"[..], &[b' '; 48], b"\x05\0D\0U\0P\0O\0N\0", &b" \0".repeat(49)].concat();
        assert_eq!(sniff(&lock), Err(P::NotASpreadsheet));
        assert!(is_lock_file("~$effectifs.xlsx", 165) && is_lock_file(".~lock.effectifs.ods#", 90));
        assert!(!is_lock_file("~$effectifs.xlsx", 9_000) && !is_lock_file("effectifs.xlsx", 165));
    }

    #[test]
    fn what_is_no_table_is_refused_by_name() {
        for (bytes, code) in [
            (&b""[..], P::Empty),
            (b"%PDF-1.7", P::NotASpreadsheet),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", P::NotASpreadsheet),
            (b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", P::NotASpreadsheet),
            (b"TABLE\r\n0,1\r\n\"EXCEL\"", P::Unsupported),
            (b"ID;PWXL;N;E", P::Unsupported),
            (b"\x09\x00\x04\x00\x02\x00\x10\x00", P::OldFormat),
            (b"\x09\x02\x06\x00\x00\x00\x10\x00\x00\x00", P::OldFormat),
            (b"\x09\x04\x06\x00\x00\x00\x10\x00", P::OldFormat),
            (b"\x09\x08\x08\x00\x00\x05\x10\x00", P::OldFormat),
            (b"\0\x01\x02\x03\0\0\0\0\x07\x06", P::NotASpreadsheet),
        ] {
            assert_eq!(sniff(bytes), Err(code), "{bytes:?}");
        }
    }
}
