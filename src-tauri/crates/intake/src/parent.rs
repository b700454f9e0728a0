//! The application's side of the process boundary: one child for each file, watched until it ends.

use crate::answers::Answers;
use crate::encoding::READ_AS;
use crate::file::{FileReading, Stated, understand};
use crate::grid::RawSheet;
use crate::inspect::{Inspection, inspect};
use crate::limits::{CHILD_WALL_TIME, MAX_CHILD_LINE_BYTES, MAX_CHILD_OUTPUT_BYTES, MAX_FILE_BYTES};
use crate::mapping::Mapping;
use crate::mapping_use::MappingLines;
use crate::masked::mask;
use crate::names::names_of;
use crate::persons::join_persons;
use crate::say::message;
use crate::wire::{Line, WireProblem, parse};
use guichet_model::{Message, Problem, ProblemCode, SheetKind};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How to start the child reader: a program that calls [`crate::run_child_reader`] with its last argument.
#[derive(Clone, Debug)]
pub struct ReaderCommand {
    /// The program's path.
    pub program: PathBuf,
    /// Its arguments before the file's path.
    pub args: Vec<String>,
}

impl ReaderCommand {
    /// The reader inside `guichet-cli`, behind its hidden argument.
    #[must_use]
    pub fn new(program: PathBuf) -> Self {
        Self { program, args: vec!["__read".to_owned()] }
    }
}

/// What the caller decides about reading.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// What every sheet is; `None` tells it from the headers.
    pub kind: Option<SheetKind>,
    /// The office's own headers and values.
    pub mapping: Option<Arc<Mapping>>,
    /// What the lines of its file name, with the file's name.
    pub mapping_lines: Option<Arc<(String, MappingLines)>>,
}

impl ReadOptions {
    /// One problem for each line of the mapping file that names something none of the files has.
    #[must_use]
    pub fn unused_lines(&self, files: &[FileReading]) -> Vec<Problem> {
        self.mapping_lines.iter().flat_map(|lines| lines.1.unused(&lines.0, files)).collect()
    }
}

/// How far reading has come.
#[derive(Clone, Debug)]
pub struct ReadProgress {
    /// The file being read, without its folder.
    pub file: String,
    /// Its rank among the files, from 0.
    pub index: usize,
    /// How many files there are.
    pub count: usize,
    /// Cells read from it so far.
    pub cells: u64,
}

/// How often the child is looked after.
const WATCH_INTERVAL: Duration = Duration::from_millis(50);

/// Reads files one after the other, each in a child process of its own, and joins who persons are to the sheets that
/// name them by a code only.
///
/// A file that cannot be read has its reason among its problems and does not keep the others from being read. Once
/// `cancel` is set the child is ended, the file being read says so, and the files after it are left out.
pub fn read_files(
    paths: &[PathBuf],
    reader: &ReaderCommand,
    options: &ReadOptions,
    on_progress: &mut dyn FnMut(ReadProgress),
    cancel: &AtomicBool,
) -> Vec<FileReading> {
    let mut readings = Vec::with_capacity(paths.len());
    for (index, (path, file)) in paths.iter().zip(names_of(paths)).enumerate() {
        if cancel.load(Ordering::Relaxed) {
            break;
        }
        let mut progress = |cells| on_progress(ReadProgress { file: file.clone(), index, count: paths.len(), cells });
        progress(0);
        let (sha256, stated) = read_file(path, reader, encoding_of(options), &mut progress, cancel);
        readings.push(understand(&file, sha256, stated, &Answers::from(options)));
    }
    join_persons(&mut readings);
    readings
}

/// Reads one file in a child process and says what it holds.
pub fn inspect_file(
    path: &Path,
    reader: &ReaderCommand,
    options: &ReadOptions,
    on_progress: &mut dyn FnMut(ReadProgress),
    cancel: &AtomicBool,
) -> Inspection {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let mut progress = |cells| on_progress(ReadProgress { file: file.clone(), index: 0, count: 1, cells });
    let (sha256, stated) = read_file(path, reader, encoding_of(options), &mut progress, cancel);
    inspect(&file, &sha256, stated, &Answers::from(options))
}

/// The encoding that the office's mapping says text files have.
fn encoding_of(options: &ReadOptions) -> Option<&str> {
    options.mapping.as_deref()?.table.encoding.as_deref()
}

/// Fingerprint and content of one file; the encoding is what a person said of a text that is not UTF-8.
pub(crate) fn read_file(
    path: &Path,
    reader: &ReaderCommand,
    encoding: Option<&str>,
    progress: &mut dyn FnMut(u64),
    cancel: &AtomicBool,
) -> (String, Stated) {
    let (sha256, before) = match fingerprint(path) {
        Ok(found) => found,
        Err(failure) => return (String::new(), failure.into()),
    };
    let stated = run_child(path, reader, encoding, progress, cancel).unwrap_or_else(Stated::from);
    // What was read must be what was fingerprinted.
    let same = std::fs::metadata(path).is_ok_and(|after| (after.len(), after.modified().ok()) == before);
    (sha256, if same { stated } else { Failure::Changed.into() })
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug)]
enum Failure {
    Refused(ProblemCode),
    ReaderMissing,
    Cancelled,
    Changed,
}

impl From<Failure> for Stated {
    fn from(failure: Failure) -> Self {
        let unreadable = |id| (ProblemCode::Unreadable, Message::new(id));
        let (code, message) = match failure {
            Failure::Refused(code) => (code, message(code)),
            Failure::ReaderMissing => unreadable("problem-reader-missing"),
            Failure::Cancelled => unreadable("problem-reading-cancelled"),
            Failure::Changed => unreadable("problem-file-changed"),
        };
        Self {
            format: None,
            sheets: Vec::new(),
            problems: vec![WireProblem { sheet: None, cell: None, code, message }],
        }
    }
}

/// What tells whether a file changed.
type Stamp = (u64, Option<std::time::SystemTime>);

fn fingerprint(path: &Path) -> Result<(String, Stamp), Failure> {
    let unreadable = |_| Failure::Refused(ProblemCode::Unreadable);
    let mut file = File::open(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(Failure::Refused(ProblemCode::Unreadable));
    }
    if metadata.len() > MAX_FILE_BYTES {
        return Err(Failure::Refused(ProblemCode::TooLarge));
    }
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 256 << 10];
    loop {
        let read = file.read(&mut buffer).map_err(unreadable)?;
        if read == 0 {
            break;
        }
        hash.update(&buffer[..read]);
    }
    let mut hex = String::with_capacity(64);
    for byte in hash.finalize() {
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
    }
    Ok((hex, (metadata.len(), metadata.modified().ok())))
}

/// What the listening thread ends with.
struct Heard {
    stated: Stated,
    sheets: Vec<RawSheet>,
    /// Whether the child said that the file ends.
    complete: bool,
    breach: Option<ProblemCode>,
}

fn run_child(
    path: &Path,
    reader: &ReaderCommand,
    encoding: Option<&str>,
    progress: &mut dyn FnMut(u64),
    cancel: &AtomicBool,
) -> Result<Stated, Failure> {
    let mut child = Command::new(&reader.program)
        .args(&reader.args)
        .arg(path)
        .envs(encoding.map(|encoding| (READ_AS, encoding)))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| Failure::ReaderMissing)?;
    let Some(output) = child.stdout.take() else { return Err(Failure::ReaderMissing) };
    let cells = Arc::new(AtomicU64::new(0));
    let (sender, receiver) = channel();
    let counted = Arc::clone(&cells);
    let listener = std::thread::spawn(move || {
        // The receiver is only gone when nobody wants the answer any more.
        let _ = sender.send(listen(output, &counted));
    });
    let watched = watch(&mut child, &receiver, &cells, progress, cancel);
    let _ = child.kill();
    let status = child.wait();
    let _ = listener.join();
    let heard = watched?;
    match (heard.breach, heard.complete) {
        (Some(code), _) => Err(Failure::Refused(code)),
        (None, true) => Ok(heard.stated()),
        (None, false) => Err(cause_of_death(status)),
    }
}

/// Waits for the child's last word, within its time and the person's patience.
fn watch(
    child: &mut Child,
    receiver: &Receiver<Heard>,
    cells: &AtomicU64,
    progress: &mut dyn FnMut(u64),
    cancel: &AtomicBool,
) -> Result<Heard, Failure> {
    let started = Instant::now();
    loop {
        match receiver.recv_timeout(WATCH_INTERVAL) {
            Ok(heard) => {
                progress(cells.load(Ordering::Relaxed));
                // A reader that is done ends by itself; one that does not is ended by the caller.
                if !heard.complete && heard.breach.is_none() {
                    let _ = child.wait();
                }
                return Ok(heard);
            }
            Err(RecvTimeoutError::Disconnected) => return Err(Failure::Refused(ProblemCode::Corrupt)),
            Err(RecvTimeoutError::Timeout) => progress(cells.load(Ordering::Relaxed)),
        }
        if cancel.load(Ordering::Relaxed) {
            return Err(Failure::Cancelled);
        }
        if started.elapsed() > CHILD_WALL_TIME {
            return Err(Failure::Refused(ProblemCode::TooLarge));
        }
    }
}

/// A child ended by a signal asked for too much memory or time; one that failed by itself met a damaged file.
fn cause_of_death(status: io::Result<ExitStatus>) -> Failure {
    let Ok(status) = status else { return Failure::Refused(ProblemCode::Corrupt) };
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        const ABORT: i32 = 6;
        const KILL: i32 = 9;
        const PROCESSOR_TIME: i32 = 24;
        if matches!(status.signal(), Some(ABORT | KILL | PROCESSOR_TIME)) {
            return Failure::Refused(ProblemCode::TooLarge);
        }
    }
    /// What the standard library exits with after a panic.
    const PANIC: i32 = 101;
    match status.code() {
        None | Some(PANIC) => Failure::Refused(ProblemCode::Corrupt),
        // The program ran and said nothing: it is not the reader.
        Some(_) => Failure::ReaderMissing,
    }
}

/// Collects the child's lines until its output ends or passes a limit.
fn listen(output: impl Read, cells: &AtomicU64) -> Heard {
    let mut heard = Heard { stated: Stated::default(), sheets: Vec::new(), complete: false, breach: None };
    let mut output = BufReader::with_capacity(256 << 10, output);
    let (mut line, mut total) = (Vec::new(), 0);
    while !heard.complete {
        line.clear();
        match output.by_ref().take(MAX_CHILD_LINE_BYTES as u64).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return heard,
            Ok(read) => total += read as u64,
        }
        let whole = line.pop() == Some(b'\n');
        if total > MAX_CHILD_OUTPUT_BYTES || !whole && line.len() + 1 >= MAX_CHILD_LINE_BYTES {
            heard.breach = Some(ProblemCode::TooLarge);
            return heard;
        }
        // A line without its end is the last breath of a child that died.
        if !whole {
            return heard;
        }
        match std::str::from_utf8(&line).ok().and_then(parse) {
            Some(said) => heard.note(said, cells),
            None => {
                heard.breach = Some(ProblemCode::Corrupt);
                return heard;
            }
        }
    }
    heard
}

/// What was said by a child whose whole output is at hand; `None` when it broke off, or spoke otherwise than agreed.
pub(crate) fn hear(output: &[u8]) -> Option<Stated> {
    let heard = listen(output, &AtomicU64::new(0));
    (heard.complete && heard.breach.is_none()).then(|| heard.stated())
}

impl Heard {
    fn stated(self) -> Stated {
        let sheets = self.sheets.into_iter().map(Arc::new).collect();
        Stated { sheets, ..self.stated }
    }

    fn note(&mut self, line: Line, cells: &AtomicU64) {
        let sheets = &mut self.sheets;
        match line {
            Line::Sheet { name, hidden } => {
                sheets.push(RawSheet { name, hidden, ..RawSheet::default() });
            }
            Line::Cell { row, cell } => {
                cells.fetch_add(1, Ordering::Relaxed);
                if let Some(sheet) = sheets.last_mut() {
                    sheet.push(row, cell);
                }
            }
            Line::Restart => {
                if let Some(sheet) = sheets.last_mut() {
                    sheet.restart();
                }
            }
            Line::Marks(marks) => {
                if let Some(sheet) = sheets.last_mut() {
                    sheet.marks = marks;
                }
            }
            Line::Format(format) => self.stated.format = Some(format),
            Line::EndOfSheet => {}
            Line::Problem(problem) => self.stated.problems.push(problem),
            Line::EndOfFile => {
                sheets.iter_mut().for_each(RawSheet::settle);
                self.stated.problems.extend(sheets.iter_mut().filter_map(mask));
                self.complete = true;
            }
        }
    }
}
