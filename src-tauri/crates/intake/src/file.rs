//! From the sheets of a file, as its reader states them, to what an office can use.

use crate::answers::Answers;
use crate::format::FileFormat;
use crate::grid::RawSheet;
use crate::identifier_keys::tell_shortened;
use crate::inspect::rows_below;
use crate::layout::{LeftOut, SheetLayout, TablePlace};
use crate::own::{corrections, without_own};
use crate::say::Say;
use crate::sheet::SheetReading;
use crate::understanding::Understanding;
use crate::wire::{WITHOUT_CELLS, WireProblem};
use guichet_model::{Problem, ProblemCode};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What was found in one file.
#[derive(Clone, Debug)]
pub struct FileReading {
    /// The file's name; with its folder's where several files have one name.
    pub file: String,
    /// SHA-256 of the file's bytes in lower-case hexadecimal; empty when they could not be read or pass the limit.
    pub sha256: String,
    /// What it is by its content; `None` when it is refused before that is known.
    pub format: Option<FileFormat>,
    /// The tables that were recognised and can be judged, in the file's order.
    pub sheets: Vec<SheetReading>,
    /// The tables that only say who the persons of others are, until they are joined to them.
    pub(crate) persons: Vec<SheetReading>,
    /// What was understood of every table, also of those that are left out, in the file's order.
    pub layouts: Vec<SheetLayout>,
    /// Everything that is to be said of the file, its sheets and its cells, in reading order.
    pub problems: Vec<Problem>,
}

/// What the reader said of a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stated {
    pub(crate) format: Option<FileFormat>,
    pub(crate) sheets: Vec<Arc<RawSheet>>,
    pub(crate) problems: Vec<WireProblem>,
}

impl Stated {
    /// Why the file as a whole is refused.
    fn refusal(&self) -> Option<&WireProblem> {
        self.problems.iter().find(|problem| problem.sheet.is_none() && problem.code.fails())
    }

    /// Tells what the reader met. What refuses the whole file comes alone.
    pub(crate) fn tell(&self, file: &str, say: &mut Say<'_>) {
        let refused = self.refusal().is_some();
        if let Some(format) = self.format.filter(|format| !refused && format.is_misnamed(file)) {
            say.misnamed(format);
        }
        let told = self.problems.iter().filter(|problem| !refused || problem.sheet.is_none() && problem.code.fails());
        for problem in told.take(if refused { 1 } else { usize::MAX }) {
            say.take(Problem {
                file: file.to_owned(),
                sheet: problem.sheet.clone(),
                cell: problem.cell.clone(),
                code: problem.code,
                message: problem.message.clone(),
            });
        }
    }

    /// The sheets that could not be read whole.
    fn broken_sheets(&self) -> BTreeSet<String> {
        let broken = self.problems.iter().filter(|problem| problem.code == ProblemCode::SheetUnreadable);
        broken.filter_map(|problem| problem.sheet.clone()).collect()
    }

    /// The sheets that were read whole, by their rank in the file, and what is known of the others.
    pub(crate) fn readable_sheets(self) -> (Vec<(usize, Arc<RawSheet>)>, Vec<SheetLayout>) {
        let broken = self.broken_sheets();
        let (whole, damaged): (Vec<_>, Vec<_>) =
            self.sheets.into_iter().enumerate().partition(|(_, sheet)| !broken.contains(&sheet.name));
        let count = whole.len() + damaged.len();
        let damaged = damaged.into_iter().map(|(rank, sheet)| {
            let place = TablePlace { sheet: rank, table: 0 };
            SheetLayout::left_out(place, &sheet.name, sheet.hidden, LeftOut::Damaged)
        });
        let bare = self.problems.iter().filter(|problem| problem.message.id == WITHOUT_CELLS);
        let bare = (count..).zip(bare.filter_map(|problem| problem.sheet.as_deref())).map(|(rank, name)| {
            SheetLayout::left_out(TablePlace { sheet: rank, table: 0 }, name, false, LeftOut::NoCells)
        });
        (whole, damaged.chain(bare).collect())
    }
}

/// Recognises and types the sheets of one file.
pub(crate) fn understand(file: &str, sha256: String, stated: Stated, answers: &Answers) -> FileReading {
    let mut problems = Vec::new();
    let mut say = Say::new(file, &mut problems);
    stated.tell(file, &mut say);
    let format = stated.format;
    let (mut sheets, mut persons, mut layouts) = (Vec::new(), Vec::new(), Vec::new());
    if stated.refusal().is_none() {
        let (readable, damaged) = stated.readable_sheets();
        layouts = damaged;
        let corrections = corrections(&readable);
        let readable = without_own(readable);
        if readable.iter().any(|(_, sheet)| !sheet.rows.is_empty()) {
            let understanding = Understanding::of(file, &sha256, &readable, answers);
            let mut rows = 0;
            // Sheets are dropped one by one: a large file is not held twice.
            for (tables, (rank, raw)) in understanding.tables.into_iter().zip(readable) {
                for table in tables {
                    let (layout, mut reading) = table.understand(&understanding.context, rank, &raw, &mut say);
                    if let Some(reading) = &mut reading {
                        reading.corrections = corrections.contains(&rank);
                    }
                    let only_persons = layout.left_out == Some(LeftOut::OnlyPersons);
                    if only_persons {
                        persons.extend(reading)
                    } else {
                        sheets.extend(reading)
                    }
                    layouts.push(layout);
                }
                let own = layouts.iter().position(|layout| layout.place.sheet == rank).unwrap_or(layouts.len());
                rows += rows_below(&raw, &layouts[own..]);
            }
            if rows == 0 && !layouts.iter().any(|layout| layout.left_out == Some(LeftOut::Damaged)) {
                problems.retain(|problem| problem.code != ProblemCode::SheetEmpty);
                Say::new(file, &mut problems).plainly(ProblemCode::Empty);
            }
        } else {
            if !layouts.iter().any(|layout| layout.left_out == Some(LeftOut::Damaged)) {
                say.plainly(ProblemCode::Empty);
            }
            layouts.extend(readable.iter().map(|(rank, raw)| {
                let place = TablePlace { sheet: *rank, table: 0 };
                SheetLayout::left_out(place, &raw.name, raw.hidden, LeftOut::Empty)
            }));
        }
        layouts.sort_by_key(|layout| layout.place);
    }
    tell_shortened(sheets.iter().chain(&persons), &mut problems);
    FileReading { file: file.to_owned(), sha256, format, sheets, persons, layouts, problems }
}
