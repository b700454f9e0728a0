//! A session in words, for the window.

use super::session::SessionFile;
use super::{Session, column_view, plan_view};
use crate::app::State;
use crate::failure::AppError;
use crate::wire::{
    EncodingChoice, FieldChoice, ImportConstant, ImportFile, ImportSheet, ImportStep, ImportView, PlanCounts,
    SheetQuestion, StepName,
};
use crate::words;
use guichet_intake::{Asked, ConstantLayout, Question, SheetLayout, Source, Step};
use guichet_model::{Field, FieldShape, Language, Level, Message, Problem, SheetKind};
use guichet_store::RowOutcome;

/// The import under way.
pub(crate) fn of_state(state: &mut State) -> Result<ImportView, AppError> {
    let language = state.language();
    let session = state.import.as_ref().ok_or(AppError::Gone("import"))?;
    Ok(of(session, language))
}

fn of(session: &Session, language: Language) -> ImportView {
    let problems = session.problems();
    let view = View { session, language, problems: &problems };
    ImportView {
        session: session.number,
        files: session.files.iter().enumerate().map(|(rank, file)| view.file(file, rank)).collect(),
        steps: steps(session),
        plan: plan_view::of(session, &problems),
    }
}

/// One way to read the letters of a text file.
fn encoding(language: Language, choice: &guichet_intake::EncodingChoice) -> EncodingChoice {
    EncodingChoice {
        encoding: choice.encoding.clone(),
        label: words::word(language, &format!("encoding-{}", choice.encoding.to_lowercase())),
        samples: choice.samples.clone(),
        chosen: choice.chosen,
    }
}

/// How many questions each step still asks.
fn steps(session: &Session) -> Vec<ImportStep> {
    let questions = || session.files.iter().flat_map(|file| &file.read.layouts).flat_map(|layout| &layout.questions);
    let of = |step: Step| words::whole(questions().filter(|question| question.asked.step() == step).count());
    let decisions = session.plan.iter().flat_map(|plan| &plan.files).flat_map(|file| &file.sheets);
    let ambiguous = decisions.flat_map(|sheet| &sheet.decisions).filter(|row| row.outcome == RowOutcome::Ambiguous);
    let open = |file: &&SessionFile| {
        let choices = file.raw.encodings();
        !choices.is_empty() && !choices.iter().any(|choice| choice.answered)
    };
    let encodings = session.files.iter().filter(open);
    vec![
        ImportStep { step: StepName::Files, asks: words::whole(encodings.count()) },
        ImportStep { step: StepName::Sheets, asks: of(Step::Sheets) },
        ImportStep { step: StepName::Columns, asks: of(Step::Columns) },
        ImportStep { step: StepName::Values, asks: of(Step::Values) },
        ImportStep { step: StepName::Check, asks: words::whole(ambiguous.count()) },
    ]
}

struct View<'a> {
    session: &'a Session,
    language: Language,
    problems: &'a [Problem],
}

impl View<'_> {
    fn file(&self, file: &SessionFile, rank: usize) -> ImportFile {
        let own = self.problems.iter().filter(|problem| problem.file == file.raw.name());
        let format = file.read.format.map(|format| words::say(self.language, &format.word()));
        let already =
            file.already.map(|at| words::say(self.language, &Message::new("app-import-already").with("at", at)));
        ImportFile {
            file: file.raw.name().to_owned(),
            sha256: file.raw.sha256().to_owned(),
            format_label: format.unwrap_or_default(),
            already,
            problems: own.map(|problem| words::problem(self.language, problem)).collect(),
            encodings: file.raw.encodings().iter().map(|choice| encoding(self.language, choice)).collect(),
            sheets: file.read.layouts.iter().map(|layout| self.sheet(file, rank, layout)).collect(),
        }
    }

    fn sheet(&self, file: &SessionFile, rank: usize, layout: &SheetLayout) -> ImportSheet {
        let row = |row: u32| row + 1;
        let questions: Vec<SheetQuestion> = layout.questions.iter().map(|asked| self.question(asked)).collect();
        let name_of = |source: &Source| match source {
            Source::Known(name) => (*name).to_owned(),
            Source::Remembered(name) => name.clone(),
        };
        ImportSheet {
            sheet: words::whole(layout.place.sheet),
            table: words::whole(layout.place.table),
            name: layout.name.clone(),
            hidden: layout.hidden,
            left_out: layout.left_out.is_some(),
            why: layout.left_out.map(|why| words::say(self.language, &why.message())),
            kind: layout.kind.map(|kind| kind.as_str().to_owned()),
            kind_label: layout.kind.map(|kind| words::kind(self.language, kind)),
            kind_asked: layout.questions.iter().any(|question| question.asked == Asked::Kind),
            kinds: SheetKind::ALL.iter().map(|kind| self.kind(*kind)).collect(),
            header_row: layout.header_rows.map(|(_, last)| row(last)),
            first_row: layout.data_rows.map(|(first, _)| row(first)),
            last_row: layout.data_rows.map(|(_, last)| row(last)),
            end_row: file.raw.last_row(layout.place.sheet).map_or(0, row),
            rows: words::whole(layout.rows),
            source_label: layout.source.as_ref().map(name_of),
            remembered: matches!(layout.source, Some(Source::Remembered(_))),
            offered: self.offered(file, layout),
            hidden_rows: words::whole(layout.hidden_rows),
            hidden_columns: words::whole(layout.hidden_columns),
            read_hidden: layout.reads_hidden,
            asks: words::whole(questions.len()),
            questions,
            columns: column_view::columns(self.language, layout),
            constants: layout.constants.iter().map(|constant| self.constant(constant)).collect(),
            counts: self.counts(file, rank, layout),
        }
    }

    fn kind(&self, kind: SheetKind) -> FieldChoice {
        FieldChoice { field: kind.as_str().to_owned(), label: words::kind(self.language, kind), likely: false }
    }

    /// The remembered answers that fit a table, whether they are taken or not.
    fn offered(&self, file: &SessionFile, layout: &SheetLayout) -> Option<String> {
        let fits = |shape: &guichet_intake::Shape| shape.is_like(&layout.shape);
        let mut known = file.answers.remembered.iter();
        known.find(|mapping| mapping.shape.as_ref().is_some_and(fits)).and_then(|mapping| mapping.name.clone())
    }

    fn question(&self, question: &Question) -> SheetQuestion {
        let (columns, field) = match &question.asked {
            Asked::Column { column, field } => (vec![*column], Some(*field)),
            Asked::Duplicate { field, columns } => (columns.clone(), Some(*field)),
            Asked::DateOrder { column } => (vec![*column], None),
            Asked::Value { field, .. } => (Vec::new(), Some(*field)),
            Asked::Missing(guichet_intake::Need::Field(field)) => (Vec::new(), Some(*field)),
            _ => (Vec::new(), None),
        };
        SheetQuestion {
            asked: question.asked.as_str().to_owned(),
            step: match question.asked.step() {
                Step::Sheets => StepName::Sheets,
                Step::Columns => StepName::Columns,
                Step::Values => StepName::Values,
            },
            text: words::say(self.language, &question.message),
            required: question.required,
            columns: columns.into_iter().map(|column| u32::from(column) + 1).collect(),
            field: field.map(|field| field.as_str().to_owned()),
        }
    }

    fn constant(&self, constant: &ConstantLayout) -> ImportConstant {
        let needed = constant.needed && constant.value.is_none();
        let why = if needed { "app-constant-needed" } else { "app-constant-optional" };
        ImportConstant {
            field: constant.field.as_str().to_owned(),
            field_label: words::field(self.language, constant.field),
            value: constant.value.clone(),
            asked: needed,
            why: words::word(self.language, why),
            choices: values(self.language, constant.field),
        }
    }

    /// What a table's rows would do.
    fn counts(&self, file: &SessionFile, rank: usize, layout: &SheetLayout) -> Option<PlanCounts> {
        let at = file.read.places.iter().position(|place| *place == layout.place)?;
        let sheet = self.session.plan.as_deref()?.files.get(rank)?.sheets.get(at)?;
        Some(plan_view::add_sheet(PlanCounts::default(), sheet))
    }
}

/// The values a field can hold, when they are a list.
pub(super) fn values(language: Language, field: Field) -> Vec<FieldChoice> {
    let choice = |name: &str| FieldChoice {
        field: name.to_owned(),
        label: words::understood(language, field, name),
        likely: false,
    };
    match field.shape() {
        FieldShape::Code => field.codes().into_iter().map(choice).collect(),
        FieldShape::Level => Level::ALL.iter().map(|level| choice(level.as_str())).collect(),
        _ => Vec::new(),
    }
}
