//! Taking an answer: the file it is about is understood again, and the plan follows.

use super::session::{Decided, Decision};
use super::tables::from_one;
use super::{Session, view};
use crate::app::App;
use crate::failure::AppError;
use crate::watch::NEVER;
use crate::wire::{DateOrderName, ImportAnswer, ImportView, PersonChoice, RowPlace, TablePlace};
use guichet_intake::{Answer, DateOrder, HiddenRows, Target};
use guichet_model::{Field, PersonId, SheetKind};
use serde::Deserialize;
use std::sync::atomic::Ordering;

#[derive(Deserialize)]
pub(crate) struct AnswerArguments {
    session: u64,
    answer: ImportAnswer,
}

/// Takes one answer.
pub(crate) fn answer(app: &App, args: AnswerArguments) -> Result<ImportView, AppError> {
    let mut state = app.state();
    let session = state.session(args.session)?;
    match args.answer {
        ImportAnswer::Person { place, choice } => {
            decide(session, place, choice)?;
            state.plan_again(&NEVER)?;
        }
        ImportAnswer::Encoding { file, encoding } => {
            drop(state);
            return reread(app, args.session, file, &encoding);
        }
        of_table => {
            let (at, answer) = understood(of_table)?;
            let layout = session.table(at)?.clone();
            let file = session.files.get_mut(at.file as usize).ok_or(AppError::Gone("file"))?;
            file.answers.give(&layout, answer)?;
            let reached = reached(session, at);
            // The file of the answer comes first: what is understood of it is what the others remember.
            state.understand_again(&reached, &NEVER)?;
        }
    }
    view::of_state(&mut state)
}

/// Reads a text again in the encoding that a person chose: what was answered about it stays.
fn reread(app: &App, number: u64, file: u32, encoding: &str) -> Result<ImportView, AppError> {
    let _task = app.begin_task()?;
    let raw = app.state().session(number)?.file(file)?.raw.clone();
    if !raw.encodings().iter().any(|choice| choice.encoding == encoding) {
        return Err(AppError::NotACommand(encoding.to_owned()));
    }
    app.cancel.store(false, Ordering::Relaxed);
    let read = raw.reread(encoding, &app.host.reader(), &mut |_| {}, &app.cancel);
    if app.cancel.swap(false, Ordering::Relaxed) {
        return Err(AppError::Cancelled);
    }
    if read.sha256() != raw.sha256() {
        return Err(AppError::Gone("file"));
    }
    let mut state = app.state();
    let rank = file as usize;
    let own = state.session(number)?.files.get_mut(rank).ok_or(AppError::Gone("file"))?;
    own.raw = read;
    state.understand_again(&[rank], &NEVER)?;
    view::of_state(&mut state)
}

/// The file of an answer, then those with a table of the same shape.
fn reached(session: &Session, at: TablePlace) -> Vec<usize> {
    let own = at.file as usize;
    let Ok(shape) = session.table(at).map(|layout| layout.shape.clone()) else { return vec![own] };
    let alike = session
        .files
        .iter()
        .enumerate()
        .filter(|(rank, file)| *rank != own && file.read.layouts.iter().any(|layout| layout.shape.is_like(&shape)));
    std::iter::once(own).chain(alike.map(|(rank, _)| rank)).collect()
}

/// An answer about a table, as intake takes it.
fn understood(answer: ImportAnswer) -> Result<(TablePlace, Answer), AppError> {
    let row = |row: Option<u32>| row.map(from_one::<u32>).transpose();
    Ok(match answer {
        ImportAnswer::Kind { at, kind } => (at, Answer::Kind(kind.map(|name| kind_named(&name)).transpose()?)),
        ImportAnswer::HeaderRow { at, row: header } => (at, Answer::HeaderRow(row(header)?)),
        ImportAnswer::Rows { at, first, last } => (at, Answer::Rows { first: row(first)?, last: row(last)? }),
        ImportAnswer::LeaveOut { at, leave_out } => (at, Answer::LeaveOut(leave_out)),
        ImportAnswer::Hidden { at, read } => {
            (at, Answer::HiddenRows(if read { HiddenRows::Read } else { HiddenRows::LeaveOut }))
        }
        ImportAnswer::Column { at, column, field } => {
            let target = field.map(|name| field_named(&name).map(Target::Field)).transpose()?;
            let target = Some(target.unwrap_or(Target::SetAside));
            (at, Answer::Column { column: from_one(column)?, target })
        }
        ImportAnswer::DateOrder { at, column, order } => {
            let order = order.map(|order| match order {
                DateOrderName::DayFirst => DateOrder::DayFirst,
                DateOrderName::MonthFirst => DateOrder::MonthFirst,
            });
            (at, Answer::DateOrder { column: from_one(column)?, order })
        }
        ImportAnswer::Value { at, field, text, meaning } => {
            (at, Answer::Value { field: field_named(&field)?, text, meaning })
        }
        ImportAnswer::Constant { at, field, value } => {
            (at, Answer::Constant { field: field_named(&field)?, value: value.filter(|text| !text.trim().is_empty()) })
        }
        ImportAnswer::Remembered { at, used } => (at, Answer::Remembered(used)),
        ImportAnswer::Encoding { .. } | ImportAnswer::Person { .. } => return Err(AppError::Gone("table")),
    })
}

fn kind_named(name: &str) -> Result<SheetKind, AppError> {
    SheetKind::from_name(name).ok_or_else(|| AppError::NotACommand(name.to_owned()))
}

fn field_named(name: &str) -> Result<Field, AppError> {
    Field::from_name(name).ok_or_else(|| AppError::NotACommand(name.to_owned()))
}

/// Notes whom a row is about. The candidates it had are kept, to be shown beside the choice.
fn decide(session: &mut Session, place: RowPlace, choice: Option<PersonChoice>) -> Result<(), AppError> {
    let key = session.key_of(place).ok_or(AppError::Gone("row"))?;
    let Some(choice) = choice else {
        session.decided.remove(&key);
        return Ok(());
    };
    let decision = match choice {
        PersonChoice::Person(id) => Decision::Person(PersonId(id)),
        PersonChoice::SameAs(other) => Decision::SameAs(session.key_of(other).ok_or(AppError::Gone("row"))?),
        PersonChoice::New => Decision::New,
        PersonChoice::LeaveOut => Decision::LeaveOut,
    };
    let candidates = match session.decided.remove(&key) {
        Some(before) => before.candidates,
        None => session.row_at(place).map(|(row, _)| row.candidates.clone()).unwrap_or_default(),
    };
    session.decided.insert(key, Decided { decision, candidates });
    Ok(())
}
