//! What files hold, as an import would read them; nothing is kept. Its JSON is an outward contract, changed only by adding.

use crate::failure::AppError;
use guichet_intake::{Inspection, ReadOptions, ReadProgress, ReaderCommand, inspect_file};
use guichet_model::{Catalogue, Language, Message, Problem};
use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Reads one file and says what it holds.
///
/// # Errors
/// [`AppError::Cancelled`] when `cancel` was set. A file that is refused is an answer.
pub fn inspect(
    file: &Path,
    reader: &ReaderCommand,
    on_progress: &mut dyn FnMut(ReadProgress),
    cancel: &AtomicBool,
) -> Result<Inspection, AppError> {
    let found = inspect_file(file, reader, &ReadOptions::default(), on_progress, cancel);
    if cancel.load(Ordering::Relaxed) { Err(AppError::Cancelled) } else { Ok(found) }
}

#[derive(Serialize)]
struct FileJson<'a> {
    file: &'a str,
    kind: &'a str,
    sheets: Vec<SheetJson<'a>>,
    flags: Vec<FlagJson<'a>>,
}

#[derive(Serialize)]
struct SheetJson<'a> {
    name: &'a str,
    hidden: bool,
    rows: usize,
    columns: usize,
    header_row: Option<u32>,
    kind: Option<&'a str>,
}

#[derive(Serialize)]
struct FlagJson<'a> {
    sheet: Option<&'a str>,
    cell: Option<&'a str>,
    code: &'a str,
    message: String,
}

#[derive(Serialize)]
struct CellJson<'a> {
    sheet: &'a str,
    cell: String,
    #[serde(rename = "type")]
    kind: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct RefusalJson<'a> {
    file: &'a str,
    reason: &'a str,
    message: String,
}

/// The stable name of what is said of a file or a cell: that of its sentence, finer than the problem's code.
fn flag_code(problem: &Problem) -> &str {
    problem.message.id.strip_prefix("problem-").unwrap_or(problem.code.as_str())
}

/// Writes what was found as one line of JSON, and after it a line for each cell when they are asked for.
///
/// # Errors
/// Those of the sink.
pub fn write_json(found: &Inspection, cells: bool, language: Language, sink: &mut dyn Write) -> io::Result<()> {
    let say = |message: &Message| Catalogue::shared().render(language, message);
    let sheets = match &found.sheets {
        Ok(sheets) => sheets,
        Err(problem) => {
            let refusal =
                RefusalJson { file: &found.file, reason: problem.code.as_str(), message: say(&problem.message) };
            return line(&refusal, sink);
        }
    };
    let answer = FileJson {
        file: &found.file,
        kind: found.format.map_or("", |format| format.as_str()),
        sheets: sheets
            .iter()
            .map(|sheet| SheetJson {
                name: sheet.name(),
                hidden: sheet.hidden(),
                rows: sheet.rows,
                columns: sheet.columns,
                header_row: sheet.header_row.map(|row| row + 1),
                kind: sheet.kind.map(|kind| kind.as_str()),
            })
            .collect(),
        flags: found
            .flags
            .iter()
            .map(|flag| FlagJson {
                sheet: flag.sheet.as_deref(),
                cell: flag.cell.as_deref(),
                code: flag_code(flag),
                message: say(&flag.message),
            })
            .collect(),
    };
    line(&answer, sink)?;
    for sheet in sheets.iter().filter(|_| cells) {
        for cell in sheet.cells() {
            let cell =
                CellJson { sheet: sheet.name(), cell: cell.address.to_string(), kind: cell.kind, text: cell.text };
            line(&cell, sink)?;
        }
    }
    Ok(())
}

fn line(value: &impl Serialize, sink: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *sink, value)?;
    sink.write_all(b"\n")
}

/// Writes what was found for a person.
///
/// # Errors
/// Those of the sink.
pub fn write_text(found: &Inspection, cells: bool, language: Language, sink: &mut dyn Write) -> io::Result<()> {
    let say = |message: &Message| Catalogue::shared().render(language, message);
    let sheets = match &found.sheets {
        Ok(sheets) => sheets,
        Err(problem) => {
            return writeln!(sink, "{} [{}] {}", found.file, problem.code.as_str(), say(&problem.message));
        }
    };
    let format = found.format.map_or_else(String::new, |format| say(&format.word()));
    writeln!(sink, "{} [{format}]", found.file)?;
    for sheet in sheets {
        let kind = sheet.kind.map_or("cli-inspect-unknown".to_owned(), |kind| format!("kind-{}", kind.as_str()));
        let message = Message::new("cli-inspect-sheet")
            .with("sheet", sheet.name())
            .with("kind", Message::new(kind))
            .with("rows", sheet.rows)
            .with("columns", sheet.columns);
        writeln!(sink, "  {}", say(&message))?;
        for cell in sheet.cells().filter(|_| cells) {
            writeln!(sink, "    {}\t{}\t{}", cell.address, cell.kind, cell.text.escape_debug())?;
        }
    }
    for flag in &found.flags {
        let place: Vec<&str> = flag.sheet.as_deref().into_iter().chain(flag.cell.as_deref()).collect();
        writeln!(sink, "  ▲ {} {} [{}]", place.join(" › "), say(&flag.message), flag_code(flag))?;
    }
    Ok(())
}
