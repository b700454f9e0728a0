//! A zip archive of CSV files: each is a sheet. Nothing is ever extracted to disk, and no name is taken for a path.

use crate::delimited;
use crate::encoding::decode;
use crate::limits::MAX_FILE_BYTES;
use crate::sniff::{Container, sniff};
use crate::wire::{Excess, Stop, Wire, WireProblem};
use guichet_model::{Message, ProblemCode};
use std::io::{Read, Seek, Write};
use zip::ZipArchive;

/// Bytes looked at to tell what a file of the archive is.
const HEAD_BYTES: usize = 8 << 10;

/// Reads every CSV file of an archive whose inflation was counted. One that holds none is refused.
pub(crate) fn read<W: Write>(file: impl Read + Seek, wire: &mut Wire<W>) -> Result<(), Stop> {
    let corrupt = |_| Stop::Refused(ProblemCode::Corrupt);
    let mut archive = ZipArchive::new(file).map_err(corrupt)?;
    let mut ignored = Vec::new();
    let mut last: Option<String> = None;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(corrupt)?;
        let path = entry.name().map_err(corrupt)?.into_owned();
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
        if entry.is_dir() || name.is_empty() || is_beside(&path, &name) {
            continue;
        }
        if !is_text_name(&name) {
            ignored.push(name);
            continue;
        }
        let mut bytes = Vec::new();
        entry.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|_| Stop::Refused(ProblemCode::Corrupt))?;
        if bytes.len() as u64 > MAX_FILE_BYTES {
            return Err(Excess::Inflated.into());
        }
        match sniff(&bytes[..bytes.len().min(HEAD_BYTES)]) {
            Ok(Container::Text) | Err(ProblemCode::Empty) => {
                let decoded = decode(&bytes);
                drop(bytes);
                let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
                delimited::read(&decoded, stem, wire)?;
                last = Some(stem.to_owned());
            }
            _ => ignored.push(name),
        }
    }
    match last {
        Some(sheet) => ignored.iter().try_for_each(|name| wire.problem(&unread(&sheet, name))),
        None if ignored.is_empty() => Err(Stop::Refused(ProblemCode::Empty)),
        None if ignored.iter().any(|name| is_workbook_name(name)) => Err(Stop::Refused(ProblemCode::Unsupported)),
        None => Err(Stop::Refused(ProblemCode::NotASpreadsheet)),
    }
}

/// What systems add beside the files a person packed.
fn is_beside(path: &str, name: &str) -> bool {
    path.starts_with("__MACOSX/") || matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}

fn ends_with_one_of(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    endings.contains(&ending.as_str())
}

fn is_text_name(name: &str) -> bool {
    ends_with_one_of(name, &["csv", "tsv", "txt", "tab"])
}

fn is_workbook_name(name: &str) -> bool {
    ends_with_one_of(name, &["xlsx", "xlsm", "xlsb", "xls", "ods"])
}

fn unread(sheet: &str, name: &str) -> WireProblem {
    WireProblem {
        sheet: Some(sheet.to_owned()),
        cell: None,
        code: ProblemCode::SheetIgnored,
        message: Message::new("problem-member-ignored").with("name", name.chars().take(100).collect::<String>()),
    }
}
