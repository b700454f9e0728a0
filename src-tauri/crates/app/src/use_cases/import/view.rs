//! A session in words, for the window.

use super::reading::Read;
use super::{Session, plan_view};
use crate::app::State;
use crate::failure::AppError;
use crate::wire::{
    ColumnConfidence, ImportColumn, ImportFile, ImportSheet, ImportStep, ImportView, PlanCounts, StepName, TablePlace,
};
use crate::words;
use guichet_model::{CellAddress, Language, SourceColumn};
use guichet_store::PlannedSheet;

/// Examples shown of a column.
const EXAMPLES: usize = 3;

/// The import under way.
pub(crate) fn of_state(state: &mut State) -> Result<ImportView, AppError> {
    let language = state.language();
    let session = state.import.as_ref().ok_or(AppError::Gone("import"))?;
    Ok(of(session, language))
}

fn of(session: &Session, language: Language) -> ImportView {
    let view = View { session, language };
    let steps = [StepName::Files, StepName::Sheets, StepName::Columns, StepName::Values, StepName::Check];
    ImportView {
        session: session.number,
        files: session.files.iter().zip(0_u32..).map(|(file, at)| view.file(file, at)).collect(),
        steps: steps.map(|step| ImportStep { step, asks: 0 }).to_vec(),
        plan: plan_view::of(session),
    }
}

struct View<'a> {
    session: &'a Session,
    language: Language,
}

impl View<'_> {
    fn file(&self, read: &Read, at: u32) -> ImportFile {
        let problems = self.session.problems();
        let own = problems.iter().filter(|problem| problem.file == read.file.name);
        let mut planned = self
            .session
            .plan
            .iter()
            .flat_map(|plan| plan.files.get(at as usize))
            .flat_map(|file| file.sheets.iter().map(|sheet| plan_view::add_sheet(PlanCounts::default(), sheet)));
        let sheet = |(sheet, rank): (&PlannedSheet, u32)| {
            let place = TablePlace { file: at, sheet: rank, table: 0 };
            let left_out = self.session.left_out.contains(&place);
            let counts = if left_out { None } else { planned.next() };
            self.sheet(sheet, place, left_out, counts)
        };
        ImportFile {
            file: read.file.name.clone(),
            sha256: read.file.sha256.clone(),
            format_label: String::new(),
            already: None,
            problems: own.map(|problem| words::problem(self.language, problem)).collect(),
            encodings: Vec::new(),
            sheets: read.file.sheets.iter().zip(0_u32..).map(sheet).collect(),
        }
    }

    fn sheet(&self, read: &PlannedSheet, at: TablePlace, left_out: bool, counts: Option<PlanCounts>) -> ImportSheet {
        let sheet = &read.sheet;
        let row = |row: &guichet_model::TypedRow| row.source.row + 1;
        ImportSheet {
            sheet: at.sheet,
            table: at.table,
            name: sheet.name.clone(),
            hidden: false,
            left_out,
            why: None,
            kind: Some(sheet.kind.as_str().to_owned()),
            kind_label: Some(words::kind(self.language, sheet.kind)),
            kind_asked: false,
            kinds: Vec::new(),
            header_row: Some(sheet.header_row + 1),
            first_row: read.rows.first().map(row),
            last_row: read.rows.last().map(row),
            end_row: read.rows.last().map_or(sheet.header_row + 1, row),
            rows: words::whole(read.rows.len()),
            source_label: None,
            remembered: false,
            offered: None,
            hidden_rows: 0,
            hidden_columns: 0,
            read_hidden: true,
            asks: 0,
            columns: sheet.columns.iter().map(|column| self.column(read, column)).collect(),
            constants: Vec::new(),
            counts,
        }
    }

    fn column(&self, read: &PlannedSheet, column: &SourceColumn) -> ImportColumn {
        let field = column.field;
        ImportColumn {
            column: u32::from(column.column) + 1,
            cell: CellAddress { row: read.sheet.header_row, column: column.column }.to_string(),
            header: column.header.clone(),
            examples: examples(read, column.column),
            field: field.map(|field| field.as_str().to_owned()),
            field_label: field.map(|field| words::field(self.language, field)),
            confidence: if field.is_some() { ColumnConfidence::Known } else { ColumnConfidence::Unknown },
            asks: None,
            choices: Vec::new(),
            type_label: None,
            date_order: None,
            asks_date_order: false,
            date_samples: Vec::new(),
            values: Vec::new(),
        }
    }
}

/// The first different values of a column, as written.
fn examples(input: &PlannedSheet, column: u16) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for cell in input.rows.iter().filter_map(|row| row.source.cell(column)) {
        if !found.iter().any(|example| **example == *cell.raw) {
            found.push(cell.raw.to_string());
        }
        if found.len() == EXAMPLES {
            break;
        }
    }
    found
}
