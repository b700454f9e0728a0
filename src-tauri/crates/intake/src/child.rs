//! The reader's side of the process boundary.

use crate::archive::{self, ZipWorkbook};
use crate::format::FileFormat;
use crate::limits::MAX_FILE_BYTES;
use crate::sniff::{Container, is_lock_file, sniff};
use crate::wire::{Stop, Wire, WireProblem};
use crate::{csv_archive, delimited, encoding, html, mhtml, ods, ole, spreadsheetml, workbook, xls};
use guichet_model::{Message, ProblemCode};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Cursor, Read, Seek, Write};
use std::path::Path;

/// Bytes looked at to tell a file's form.
const HEAD_BYTES: u64 = 8 << 10;

/// The whole life of a child reader: limits itself, reads one file, writes what it found to standard output.
///
/// The program named by [`crate::ReaderCommand`] calls this with the last of its arguments and exits with the result:
/// 0 when everything found was written (a refusal included), 3 when it could not be.
/// A file that makes the reader pass its limits ends the process; that is what the process is for.
#[must_use]
pub fn run_child_reader(path: &Path) -> i32 {
    limit_self();
    let out = BufWriter::with_capacity(256 << 10, io::stdout().lock());
    match read_to(path, out) {
        Ok(()) => 0,
        Err(_) => 3,
    }
}

/// Caps memory and processor time for the rest of this process. Reading goes on without a cap that the system refuses;
/// the parent's own limits on time and output hold in any case.
#[cfg(unix)]
fn limit_self() {
    use crate::limits::CHILD_CPU_SECONDS;
    use rlimit::Resource;
    #[cfg(target_os = "linux")]
    if let Some(mapped) = mapped_bytes() {
        let limit = mapped + crate::limits::CHILD_MEMORY_BYTES;
        let _ = Resource::AS.set(limit, limit);
    }
    let _ = Resource::CPU.set(CHILD_CPU_SECONDS, CHILD_CPU_SECONDS);
    // A core file would hold students' data.
    let _ = Resource::CORE.set(0, 0);
}

/// On Windows a memory cap needs a job object, which safe code cannot make: there the parent's limits on wall time
/// and output are the only ones.
#[cfg(not(unix))]
fn limit_self() {}

/// What the process has mapped by now, as the kernel states it in KiB.
#[cfg(target_os = "linux")]
fn mapped_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmSize:"))?;
    line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()?.checked_mul(1_024)
}

/// Reads one file and states what it holds, or why it is refused.
fn read_to(path: &Path, out: impl Write) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let opened = File::open(path).and_then(|file| Ok((file.metadata()?.len(), file)));
    state(out, |wire| {
        let (size, file) = opened.map_err(|_| Stop::Refused(ProblemCode::Unreadable))?;
        read(&name, size, &file, wire)
    })
}

/// Reads the bytes of a file of this name, in this process.
pub(crate) fn read_bytes(name: &str, bytes: &[u8], out: impl Write) -> io::Result<()> {
    state(out, |wire| read(name, bytes.len() as u64, Cursor::new(bytes), wire))
}

fn state<W: Write>(out: W, read: impl FnOnce(&mut Wire<W>) -> Result<(), Stop>) -> io::Result<()> {
    let mut wire = Wire::new(out);
    match read(&mut wire) {
        Ok(()) => {}
        Err(Stop::Refused(code)) => {
            refuse(&mut wire, code, Message::new(format!("problem-{}", code.as_str())))?;
        }
        Err(Stop::Excess(excess)) => refuse(&mut wire, ProblemCode::TooLarge, excess.message())?,
        Err(Stop::Output(error)) => return Err(error),
    }
    wire.finish()
}

fn refuse<W: Write>(wire: &mut Wire<W>, code: ProblemCode, message: Message) -> io::Result<()> {
    match wire.problem(&WireProblem { sheet: None, cell: None, code, message }) {
        Err(Stop::Output(error)) => Err(error),
        Ok(()) | Err(Stop::Refused(_) | Stop::Excess(_)) => Ok(()),
    }
}

/// Clones of `file` may share its place: no two are read at a time.
fn read<F: Read + Seek + Clone, W: Write>(name: &str, size: u64, mut file: F, wire: &mut Wire<W>) -> Result<(), Stop> {
    let unreadable = |_| Stop::Refused(ProblemCode::Unreadable);
    if size > MAX_FILE_BYTES {
        return Err(Stop::Refused(ProblemCode::TooLarge));
    }
    if is_lock_file(name, size) {
        return Err(Stop::Refused(ProblemCode::NotASpreadsheet));
    }
    let mut head = Vec::new();
    file.by_ref().take(HEAD_BYTES).read_to_end(&mut head).map_err(unreadable)?;
    file.rewind().map_err(unreadable)?;
    let container = sniff(&head).map_err(Stop::Refused)?;
    if container == Container::Zip {
        return read_zip(file, wire);
    }
    let mut bytes = Vec::new();
    file.take(MAX_FILE_BYTES).read_to_end(&mut bytes).map_err(unreadable)?;
    let name = Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
    wire.format(format_of(container))?;
    match container {
        Container::Ole => {
            let stream = ole::workbook(&bytes).map_err(Stop::Refused)?;
            drop(bytes);
            xls::read(&stream, wire)
        }
        Container::Html => html::read(&bytes, &name, wire),
        Container::Mhtml => mhtml::read(&bytes, &name, wire),
        Container::SpreadsheetMl => spreadsheetml::read(&bytes, wire),
        Container::FlatOds => ods::read_flat(&bytes, wire),
        Container::Zip | Container::Text => {
            let decoded = encoding::decode(&bytes);
            drop(bytes);
            delimited::read(&decoded, &name, wire)
        }
    }
}

fn format_of(container: Container) -> FileFormat {
    match container {
        Container::Zip => FileFormat::CsvArchive,
        Container::Ole => FileFormat::Xls,
        Container::Html => FileFormat::Html,
        Container::Mhtml => FileFormat::Mhtml,
        Container::SpreadsheetMl => FileFormat::SpreadsheetMl,
        Container::FlatOds => FileFormat::FlatOds,
        Container::Text => FileFormat::Csv,
    }
}

/// A workbook in a zip archive, else CSV files packed together.
fn read_zip<F: Read + Seek + Clone, W: Write>(mut file: F, wire: &mut Wire<W>) -> Result<(), Stop> {
    let checked = archive::check(BufReader::new(&mut file));
    file.rewind().map_err(|_| Stop::Refused(ProblemCode::Unreadable))?;
    match checked {
        Ok(kind) => {
            wire.format(match kind {
                ZipWorkbook::Xlsx => FileFormat::Xlsx,
                ZipWorkbook::Xlsb => FileFormat::Xlsb,
                ZipWorkbook::Ods => FileFormat::Ods,
            })?;
            workbook::read_zip(file, kind, wire)
        }
        Err(Stop::Refused(ProblemCode::NotASpreadsheet)) => {
            wire.format(FileFormat::CsvArchive)?;
            csv_archive::read(BufReader::new(file), wire)
        }
        Err(stop) => Err(stop),
    }
}
