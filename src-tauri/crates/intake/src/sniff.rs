//! What a file is by its first bytes; its name's ending is never believed.

use guichet_model::ProblemCode;

/// The outer form of a file that may hold a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// A zip archive: xlsx, xlsm, xlsb or ods, perhaps.
    Zip,
    /// A compound file: xls, perhaps.
    Ole,
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

/// Beginnings of sheets written before 1993, outside any container.
const OLD_SHEETS: &[&[u8]] = &[b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00"];

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
    if starts(OLD_SHEETS) {
        return Err(ProblemCode::OldFormat);
    }
    if starts(OTHER_FILES) {
        return Err(ProblemCode::NotASpreadsheet);
    }
    match markup(head) {
        Some(code) => Err(code),
        None if is_binary(head) => Err(ProblemCode::NotASpreadsheet),
        None => Ok(Container::Text),
    }
}

/// Web pages, XML and exchange formats that some programs save under a spreadsheet's name.
fn markup(head: &[u8]) -> Option<ProblemCode> {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if head.starts_with(b"ID;P") || head.starts_with(b"MIME-Version:") {
        return Some(ProblemCode::Unsupported);
    }
    if !head.starts_with(b"<") {
        return None;
    }
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["<table", "office:spreadsheet", "progid=\"excel.sheet\""]) {
        Some(ProblemCode::Unsupported)
    } else if has(&["<html", "<!doctype", "<head", "<body", "<?xml", "<svg", "xmlns"]) {
        Some(ProblemCode::NotASpreadsheet)
    } else {
        None
    }
}

/// Text holds no control bytes; UTF-16 holds a zero in every second place.
fn is_binary(head: &[u8]) -> bool {
    if head.starts_with(b"\xff\xfe")
        || head.starts_with(b"\xfe\xff")
        || crate::encoding::utf16_without_mark(head).is_some()
    {
        return false;
    }
    let controls = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    head.contains(&0) && controls * 100 > head.len() || controls * 10 > head.len()
}

#[cfg(test)]
mod tests {
    use super::{Container, sniff};
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
    fn what_is_no_table_is_refused_by_name() {
        for (bytes, code) in [
            (&b""[..], P::Empty),
            (b"%PDF-1.7", P::NotASpreadsheet),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", P::NotASpreadsheet),
            (b"<!DOCTYPE html><html><body>Bonjour", P::NotASpreadsheet),
            (b"<html><body><TABLE><tr><td>1", P::Unsupported),
            (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", P::Unsupported),
            (b"ID;PWXL;N;E", P::Unsupported),
            (b"\x09\x00\x04\x00\x02\x00\x10\x00", P::OldFormat),
            (b"\x09\x04\x06\x00\x00\x00\x10\x00", P::OldFormat),
            (b"\0\x01\x02\x03\0\0\0\0\x07\x06", P::NotASpreadsheet),
        ] {
            assert_eq!(sniff(bytes), Err(code), "{bytes:?}");
        }
    }
}
