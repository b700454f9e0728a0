//! A file as its reader stated it: read once, understood as often as somebody answers.

use crate::answers::Answers;
use crate::clean::clean;
use crate::confidential;
use crate::file::{FileReading, Stated, understand as understand_stated};
use crate::format::FileFormat;
use crate::grid::RawSheet;
use crate::names::{name_beside, names_of};
use crate::parent::{ReadProgress, ReaderCommand, read_file};
use crate::sensitive::is_sensitive;
use guichet_model::{Arg, Message, ProblemCode};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Rows among which the headers of columns that must not be shown are looked for.
const SEARCHED_ROWS: usize = 50;

/// A file as its reader stated it. Copies share the cells.
#[derive(Clone, Debug)]
pub struct RawFile {
    path: PathBuf,
    name: String,
    sha256: String,
    stated: Stated,
    encodings: Vec<EncodingChoice>,
}

/// An encoding in which a text can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodingChoice {
    /// Its name, as [`RawFile::reread`] takes it.
    pub encoding: String,
    /// The first words with accents, as it reads them.
    pub samples: Vec<String>,
    /// Whether the text was read in it.
    pub chosen: bool,
    /// Whether a person said so.
    pub answered: bool,
}

/// One row of a sheet as written, for a person who looks for its headers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// The row, the first of the sheet being 0.
    pub row: u32,
    /// Its texts from column A on; empty where a cell holds nothing or must not be shown.
    pub cells: Vec<String>,
}

/// Reads files one after the other, each in a child process of its own, and understands nothing yet.
///
/// A file that cannot be read has its reason among the problems that [`understand`] tells. Once `cancel` is set the
/// child is ended and the files after it are left out.
pub fn load_files(
    paths: &[PathBuf],
    reader: &ReaderCommand,
    on_progress: &mut dyn FnMut(ReadProgress),
    cancel: &AtomicBool,
) -> Vec<RawFile> {
    let mut files = Vec::with_capacity(paths.len());
    for (index, (path, name)) in paths.iter().zip(names_of(paths)).enumerate() {
        if cancel.load(Ordering::Relaxed) {
            break;
        }
        let mut progress = |cells| on_progress(ReadProgress { file: name.clone(), index, count: paths.len(), cells });
        progress(0);
        let (sha256, stated) = read_file(path, reader, None, &mut progress, cancel);
        let encodings = encodings(&stated);
        files.push(RawFile { path: path.clone(), name, sha256, stated, encodings });
    }
    files
}

/// Recognises and types the tables of a file with what was answered so far.
///
/// When all files of an office are understood, [`join_persons`](crate::join_persons) brings them together.
#[must_use]
pub fn understand(file: &RawFile, answers: &Answers) -> FileReading {
    understand_stated(&file.name, file.sha256.clone(), file.stated.clone(), answers)
}

impl RawFile {
    /// Where it was read.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Names it so that it is told apart from files chosen before it: by its folder too, where one has its name.
    pub fn tell_apart<'n>(&mut self, others: impl Iterator<Item = &'n str> + Clone) {
        if others.clone().any(|other| other == self.name) {
            self.name = name_beside(&self.path, others);
        }
    }

    /// Its name; with its folder's where several files have one name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// SHA-256 of its bytes in lower-case hexadecimal; empty when they could not be read or pass the limit.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// What it is by its content; `None` when it is refused before that is known.
    #[must_use]
    pub fn format(&self) -> Option<FileFormat> {
        self.stated.format
    }

    /// The last row of a sheet that holds something, the first being 0; `None` of a sheet that holds nothing.
    #[must_use]
    pub fn last_row(&self, sheet: usize) -> Option<u32> {
        Some(self.stated.sheets.get(sheet)?.rows.last()?.row)
    }

    /// The encodings in which its text can be read, when two are as likely: the one to be asked about. Empty for nearly all
    /// files.
    #[must_use]
    pub fn encodings(&self) -> &[EncodingChoice] {
        &self.encodings
    }

    /// The same file, its text read in the encoding that a person chose.
    #[must_use]
    pub fn reread(
        &self,
        encoding: &str,
        reader: &ReaderCommand,
        on_progress: &mut dyn FnMut(ReadProgress),
        cancel: &AtomicBool,
    ) -> Self {
        let mut progress = |cells| on_progress(ReadProgress { file: self.name.clone(), index: 0, count: 1, cells });
        let (sha256, stated) = read_file(&self.path, reader, Some(encoding), &mut progress, cancel);
        let mut read = Self { sha256, stated, ..self.clone() };
        for choice in &mut read.encodings {
            choice.chosen = choice.encoding == encoding;
            choice.answered = choice.chosen;
        }
        read
    }

    /// Rows of a sheet by their number, also those that hold nothing, up to the last that holds something.
    #[must_use]
    pub fn rows(&self, sheet: usize, first: u32, count: u32) -> Vec<PreviewRow> {
        let Some(sheet) = self.stated.sheets.get(sheet) else { return Vec::new() };
        let end = sheet.rows.last().map_or(0, |row| row.row + 1).min(first.saturating_add(count));
        let withheld = withheld(sheet);
        (first..end).map(|row| preview(sheet, row, &withheld)).collect()
    }
}

/// The two encodings that the reader found as likely.
fn encodings(stated: &Stated) -> Vec<EncodingChoice> {
    let doubts = stated.problems.iter().filter(|problem| problem.code == ProblemCode::EncodingDoubtful);
    let choice = |message: &Message, encoding: &str, samples: &str, chosen| {
        let Arg::Text(encoding) = message.args.get(encoding)? else { return None };
        let Arg::List(words) = message.args.get(samples)? else { return None };
        let samples = words.iter().filter_map(|word| match word {
            Arg::Text(word) => Some(word.clone()),
            _ => None,
        });
        Some(EncodingChoice { encoding: encoding.clone(), samples: samples.collect(), chosen, answered: false })
    };
    let both = |message: &Message| {
        Some(vec![choice(message, "encoding", "samples", true)?, choice(message, "other", "others", false)?])
    };
    doubts.filter_map(|problem| both(&problem.message)).next().unwrap_or_default()
}

fn preview(sheet: &Arc<RawSheet>, number: u32, withheld: &BTreeSet<u16>) -> PreviewRow {
    let row = sheet.rows.binary_search_by_key(&number, |row| row.row).ok().and_then(|place| sheet.rows.get(place));
    let mut cells = Vec::new();
    for cell in row.iter().flat_map(|row| &row.cells).filter(|cell| !withheld.contains(&cell.column)) {
        cells.resize(usize::from(cell.column), String::new());
        cells.push(clean(&cell.raw).into_owned());
    }
    PreviewRow { row: number, cells }
}

/// The columns one of whose first texts is the header of something that must not be shown, or most of whose cells are it.
fn withheld(sheet: &RawSheet) -> BTreeSet<u16> {
    let cells = sheet.rows.iter().take(SEARCHED_ROWS).flat_map(|row| &row.cells);
    let named = cells.filter(|cell| is_sensitive(&cell.raw)).map(|cell| cell.column);
    named.chain(confidential::columns(sheet)).collect()
}
