//! A zip container is inflated once with counters before any reader trusts it.

use crate::limits::{MAX_INFLATED_BYTES, MAX_INFLATION_RATIO, MAX_ZIP_ENTRIES, RATIO_GRACE_BYTES};
use crate::wire::{Excess, Stop};
use guichet_model::ProblemCode;
use std::io::{Read, Seek};
use zip::ZipArchive;
use zip::result::ZipError;

/// The kinds of workbook that come as a zip container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ZipWorkbook {
    /// xlsx and xlsm.
    Xlsx,
    /// xlsb.
    Xlsb,
    /// ods.
    Ods,
}

/// How much of the small entries that name the format is looked at.
const DESCRIPTION_BYTES: usize = 256 << 10;

/// Inflates every entry, counting, and says which workbook it is, or why it is refused.
pub(crate) fn check(file: impl Read + Seek) -> Result<ZipWorkbook, Stop> {
    let mut archive = ZipArchive::new(file).map_err(|_| ProblemCode::Corrupt)?;
    if archive.len() > MAX_ZIP_ENTRIES {
        return Err(Excess::Parts.into());
    }
    if archive.has_duplicate_names() {
        return Err(ProblemCode::Corrupt.into());
    }
    let mut inflated = 0;
    let mut signs = Signs::default();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(refusal)?;
        let name = part_name(&entry.name().map_err(refusal)?);
        let compressed = entry.compressed_size();
        let description = inflate(entry, compressed, &mut inflated, is_description(&name))?;
        signs.look(&name, &description);
    }
    Ok(signs.verdict()?)
}

/// A part's name as names are compared: whatever the case and the slash, which some programs write their own way.
pub(crate) fn part_name(name: &str) -> String {
    let name = name.replace('\\', "/").to_ascii_lowercase();
    name.trim_start_matches('/').to_owned()
}

fn refusal(error: ZipError) -> ProblemCode {
    match error {
        ZipError::UnsupportedArchive(reason) if reason == ZipError::PASSWORD_REQUIRED => ProblemCode::Password,
        ZipError::UnsupportedArchive(_) => ProblemCode::Unsupported,
        _ => ProblemCode::Corrupt,
    }
}

/// Inflates one entry; keeps its beginning when it names the format.
fn inflate(mut entry: impl Read, compressed: u64, total: &mut u64, keep: bool) -> Result<Vec<u8>, Stop> {
    let mut kept = Vec::new();
    let mut own = 0u64;
    let mut buffer = vec![0; 64 << 10];
    loop {
        let read = entry.read(&mut buffer).map_err(|_| ProblemCode::Corrupt)?;
        if read == 0 {
            return Ok(kept);
        }
        own += read as u64;
        *total += read as u64;
        let bloated = own > RATIO_GRACE_BYTES && own > compressed.saturating_mul(MAX_INFLATION_RATIO);
        if bloated || *total > MAX_INFLATED_BYTES {
            return Err(Excess::Inflated.into());
        }
        if keep && kept.len() < DESCRIPTION_BYTES {
            kept.extend_from_slice(&buffer[..read]);
        }
    }
}

fn is_description(name: &str) -> bool {
    matches!(name, "[content_types].xml" | "mimetype" | "meta-inf/manifest.xml")
}

/// What the entries say of the format.
#[derive(Default)]
struct Signs {
    workbook: Option<ZipWorkbook>,
    other_table: bool,
    encrypted: bool,
    content_types: bool,
    has_content_xml: bool,
}

impl Signs {
    fn look(&mut self, name: &str, description: &[u8]) {
        let text = String::from_utf8_lossy(description);
        match name {
            "[content_types].xml" => {
                self.content_types = true;
                // Some programs name the binary kind among those that a workbook could have.
                if text.contains("sheet.binary.macroEnabled.main") && !text.contains("sheet.main+xml") {
                    self.workbook = Some(ZipWorkbook::Xlsb);
                } else if ["sheet.main+xml", "template.main+xml", "sheet.macroEnabled.main+xml", "ms-excel"]
                    .iter()
                    .any(|sign| text.contains(sign))
                    && !text.contains("wordprocessingml.document.main")
                {
                    self.workbook = Some(ZipWorkbook::Xlsx);
                }
            }
            "mimetype" if text.contains("opendocument.spreadsheet") => self.workbook = Some(ZipWorkbook::Ods),
            "meta-inf/manifest.xml" => {
                self.encrypted |= text.contains("encryption-data");
                if self.workbook.is_none() && text.contains("opendocument.spreadsheet") {
                    self.workbook = Some(ZipWorkbook::Ods);
                }
            }
            "content.xml" => self.has_content_xml = true,
            "xl/workbook.bin" if self.workbook.is_none() => self.workbook = Some(ZipWorkbook::Xlsb),
            "xl/workbook.xml" if self.workbook.is_none() => self.workbook = Some(ZipWorkbook::Xlsx),
            "index/document.iwa" | "index.apxl" => self.other_table = true,
            _ => {}
        }
    }

    fn verdict(self) -> Result<ZipWorkbook, ProblemCode> {
        match self.workbook {
            _ if self.encrypted => Err(ProblemCode::Password),
            Some(ZipWorkbook::Ods) if !self.has_content_xml => Err(ProblemCode::Corrupt),
            Some(workbook) => Ok(workbook),
            None if self.other_table => Err(ProblemCode::Unsupported),
            None => Err(ProblemCode::NotASpreadsheet),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ZipWorkbook, check};
    use crate::wire::{Excess, Stop};
    use guichet_model::ProblemCode;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            writer.start_file(*name, SimpleFileOptions::default()).expect("an entry");
            writer.write_all(bytes).expect("its bytes");
        }
        writer.finish().expect("an archive").into_inner()
    }

    fn verdict(entries: &[(&str, &[u8])]) -> Result<ZipWorkbook, ProblemCode> {
        check(Cursor::new(archive(entries))).map_err(|stop| match stop {
            Stop::Refused(code) => code,
            stop => panic!("{stop}"),
        })
    }

    #[test]
    fn workbooks_are_told_from_other_archives() {
        let xlsx: &[u8] = b"<Types>application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml</Types>";
        let docx: &[u8] =
            b"<Types>application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml</Types>";
        let ods: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
        assert_eq!(verdict(&[("[Content_Types].xml", xlsx)]), Ok(ZipWorkbook::Xlsx));
        assert_eq!(verdict(&[("[Content_Types].xml", docx)]), Err(ProblemCode::NotASpreadsheet));
        assert_eq!(verdict(&[("mimetype", ods), ("content.xml", b"<x/>")]), Ok(ZipWorkbook::Ods));
        assert_eq!(verdict(&[("xl/workbook.bin", b"x")]), Ok(ZipWorkbook::Xlsb));
        assert_eq!(verdict(&[("[content_types].xml", b"x"), ("XL\\Workbook.xml", b"x")]), Ok(ZipWorkbook::Xlsx));
        let both = [b"<Default>sheet.binary.macroEnabled.main</Default>", xlsx].concat();
        assert_eq!(verdict(&[("[Content_Types].xml", &both)]), Ok(ZipWorkbook::Xlsx));
        assert_eq!(verdict(&[("photo.png", b"x")]), Err(ProblemCode::NotASpreadsheet));
        assert_eq!(verdict(&[("index/document.iwa", b"x")]), Err(ProblemCode::Unsupported));
        let locked: &[u8] = b"<manifest:encryption-data/>";
        assert_eq!(verdict(&[("mimetype", ods), ("META-INF/manifest.xml", locked)]), Err(ProblemCode::Password));
    }

    #[test]
    fn what_inflates_too_much_is_refused_without_trusting_sizes() {
        let million = vec![b' '; 2 << 20];
        assert_eq!(verdict(&[("xl/workbook.xml", b"x"), ("xl/a.xml", &million)]), Ok(ZipWorkbook::Xlsx));
        let bomb = vec![b' '; 20 << 20];
        let excess = |entries: &[(&str, &[u8])]| match check(Cursor::new(archive(entries))) {
            Err(Stop::Excess(excess)) => Some(excess),
            _ => None,
        };
        assert_eq!(excess(&[("xl/workbook.xml", b"x"), ("xl/a.xml", &bomb)]), Some(Excess::Inflated));
        let names: Vec<String> = (0..1_001).map(|index| format!("{index}.xml")).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(excess(&many), Some(Excess::Parts));
    }

    #[test]
    fn a_cut_archive_is_damaged() {
        let mut bytes = archive(&[("xl/workbook.xml", b"<workbook/>")]);
        bytes.truncate(bytes.len() / 2);
        assert!(matches!(check(Cursor::new(bytes)), Err(Stop::Refused(ProblemCode::Corrupt))));
    }
}
