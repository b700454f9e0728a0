//! The lists of a plan, by pages.

use super::Session;
use super::candidates::Confirming;
use super::changes;
use super::plan_view::is_in;
use crate::app::App;
use crate::failure::AppError;
use crate::protection::veil::Veil;
use crate::wire::{PlanChange, PlanRow, RowPlace, TabName};
use crate::words;
use guichet_model::{
    Field, FieldValue, Identity, Language, Message, Office, PersonId, PersonKey, Problem, RegistrationId, SheetKind,
    TypedRow,
};
use guichet_store::{FieldChange, MatchReason, PersonRef, Plan, RowOutcome, RowPlan};
use serde::Deserialize;

/// Lines given at once.
const MOST_AT_ONCE: usize = 500;

#[derive(Deserialize)]
pub(crate) struct RowsArguments {
    session: u64,
    tab: TabName,
    offset: usize,
    limit: usize,
}

/// One page of a list of the plan.
pub(crate) fn rows(app: &App, args: RowsArguments) -> Result<Vec<PlanRow>, AppError> {
    let mut state = app.state();
    let language = state.language();
    state.session(args.session)?;
    let (Some(session), Some(desk)) = (&state.import, &state.desk) else { return Err(AppError::Gone("import")) };
    let page = Page { offset: args.offset, limit: args.limit.min(MOST_AT_ONCE) };
    let plan = session.plan()?;
    let veil = Veil::of(desk, language);
    let teller = Teller { language, veil, session, office: &desk.seen.office };
    Ok(match args.tab {
        TabName::Errors | TabName::Warnings => {
            let problems = session.problems();
            let wanted = problems.iter().filter(|problem| problem.code.fails() == (args.tab == TabName::Errors));
            page.of(wanted).map(|problem| problem_row(language, problem)).collect()
        }
        TabName::Gone => page.of(plan.gone.iter()).filter_map(|id| teller.gone(*id)).collect(),
        tab => page.of(places(plan, tab)).filter_map(|place| teller.row(place)).collect(),
    })
}

struct Page {
    offset: usize,
    limit: usize,
}

impl Page {
    fn of<I: Iterator>(&self, all: I) -> impl Iterator<Item = I::Item> + use<I> {
        all.skip(self.offset).take(self.limit)
    }
}

/// The rows of a list, in the files' order.
fn places(plan: &Plan, tab: TabName) -> impl Iterator<Item = RowPlace> + '_ {
    let sheets = plan
        .files
        .iter()
        .zip(0_u32..)
        .flat_map(|(file, at)| file.sheets.iter().zip(0_u32..).map(move |(sheet, rank)| (at, rank, sheet)));
    sheets.flat_map(move |(file, sheet, planned)| {
        let rows = planned.decisions.iter().zip(0_u32..).filter(move |(row, _)| is_in(row, tab));
        rows.map(move |(_, row)| RowPlace { file, sheet, row })
    })
}

fn problem_row(language: Language, problem: &Problem) -> PlanRow {
    let worded = words::problem(language, problem);
    let digits = |cell: &str| cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok();
    PlanRow {
        file: worded.file,
        sheet: worded.sheet.unwrap_or_default(),
        row: worded.cell.as_deref().and_then(digits).unwrap_or(0),
        cell: worded.cell,
        code: Some(worded.code),
        who: String::new(),
        what: String::new(),
        reason: worded.message,
        changes: Vec::new(),
        place: None,
        candidates: Vec::new(),
        choice: None,
    }
}

/// Puts rows of a plan into words.
struct Teller<'a> {
    language: Language,
    /// What the workspace holds is hidden from who may not see it; what the file says is theirs.
    veil: Veil,
    session: &'a Session,
    office: &'a Office,
}

impl Teller<'_> {
    fn row(&self, place: RowPlace) -> Option<PlanRow> {
        let (decision, row) = self.session.row_at(place)?;
        let confirming = Confirming { language: self.language, session: self.session, office: self.office };
        let source = &row.source;
        Some(PlanRow {
            file: source.sheet.file.clone(),
            sheet: source.sheet.name.clone(),
            row: source.row + 1,
            cell: None,
            code: None,
            who: self.who(decision, row),
            what: self.what(row),
            reason: words::say(self.language, &reason(decision, source.sheet.kind)),
            changes: self.changes(decision, row),
            place: Some(place),
            candidates: confirming.candidates(place, decision, row),
            choice: confirming.choice(place),
        })
    }

    /// A registration that the files no longer hold.
    fn gone(&self, id: RegistrationId) -> Option<PlanRow> {
        let registration = self.office.registration(id)?;
        let identity = self.office.person(registration.person).map(|person| &person.identity);
        let source = &registration.source;
        let level = registration.level.map(|level| level.as_str().to_owned());
        let year = registration.academic_year.map(|year| year.to_string());
        let programme = registration.programme_code.clone();
        Some(PlanRow {
            file: source.sheet.file.clone(),
            sheet: source.sheet.name.clone(),
            row: source.row + 1,
            cell: None,
            code: None,
            who: identity.map(name_of).unwrap_or_default(),
            what: joined([level, programme, year]),
            reason: words::word(self.language, "app-plan-gone"),
            changes: Vec::new(),
            place: None,
            candidates: Vec::new(),
            choice: None,
        })
    }

    /// The name the row gives, or the one known of the person it is about.
    fn who(&self, decision: &RowPlan, row: &TypedRow) -> String {
        let own = name_of(&Identity::from_row(row));
        let known = |id: PersonId| self.office.person(id).map(|person| name_of(&person.identity));
        match decision.person {
            Some(PersonRef::Known(id)) if row.text(Field::BirthName).is_none() => known(id).unwrap_or(own),
            _ => own,
        }
    }

    fn what(&self, row: &TypedRow) -> String {
        let text = |field| row.text(field).map(str::to_owned);
        let coded = |field: Field| match row.values.get(&field) {
            Some(FieldValue::Code(name)) => Some(words::understood(self.language, field, name)),
            _ => None,
        };
        let level = row.level(Field::Level).map(|level| level.as_str().to_owned());
        let year = row.year(Field::AcademicYear).map(|year| year.to_string());
        match row.source.sheet.kind {
            SheetKind::Roster | SheetKind::History => joined([level, text(Field::ProgrammeCode), year]),
            SheetKind::Certificates | SheetKind::CvecStates => joined([text(Field::CvecNumber), None, None]),
            SheetKind::Documents => joined([text(Field::DocumentKind), coded(Field::DocumentState), None]),
            SheetKind::Requests => joined([coded(Field::RequestKind), coded(Field::RequestState), year]),
        }
    }

    fn changes(&self, decision: &RowPlan, row: &TypedRow) -> Vec<PlanChange> {
        let change = |change: &FieldChange| PlanChange {
            field_label: changes::label(self.language, change),
            old: self.veil.cell(change.field, changes::value(self.language, change, change.old.as_deref())),
            new: changes::value(self.language, change, change.new.as_deref()),
            cell: changes::cell(change, row),
        };
        decision.changes.iter().map(change).collect()
    }
}

/// Student number and names.
pub(super) fn name_of(identity: &Identity) -> String {
    let parts = [&identity.student_number, &identity.birth_name, &identity.given_name];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn joined(parts: [Option<String>; 3]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Why the row is about whom it is said to be about.
fn reason(decision: &RowPlan, kind: SheetKind) -> Message {
    Message::new(match (&decision.outcome, decision.reason()) {
        (RowOutcome::Ambiguous, _) => "app-plan-ambiguous",
        (RowOutcome::Skipped, _) => "app-plan-skipped",
        (RowOutcome::Unplaced, _) => "app-plan-unplaced",
        (RowOutcome::LeftOut, _) => "app-plan-left-out",
        (_, Some(MatchReason::WordForWord)) => "app-plan-same",
        (_, Some(MatchReason::Chosen)) => "app-plan-chosen",
        (_, Some(MatchReason::Recognised(PersonKey::StudentNumber))) => "app-plan-by-number",
        (_, Some(MatchReason::Recognised(PersonKey::Ine))) => "app-plan-by-ine",
        (_, Some(MatchReason::Recognised(PersonKey::NameAndBirthDate))) => "app-plan-by-name",
        (_, Some(MatchReason::NewPerson)) => "app-plan-new-person",
        (_, None) if kind == SheetKind::CvecStates => "app-plan-control",
        (_, None) => "app-plan-new-person",
    })
}
