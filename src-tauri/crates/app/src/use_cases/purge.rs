//! Purging a finished year or a person: what would go is shown, the year or the name is typed, the record is shown and can be
//! kept.

use super::{Nothing, summary};
use crate::app::App;
use crate::clock::{academic_year, now_in_paris};
use crate::desk::Desk;
use crate::failure::AppError;
use crate::purge::{Told, place, table};
use crate::whole_file::write_whole;
use crate::wire::{MentionLine, PurgeAsked, PurgeChoices, PurgeCountLine, PurgeDone, PurgeView, PurgeYear, Saved};
use crate::words;
use guichet_model::{AcademicYear, Language, Message, PersonId, RegistrationId, fold};
use guichet_store::{Mention, PurgeOrder, PurgeWhat};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The finished years with files.
pub(crate) fn choices(app: &App, _: Nothing) -> Result<PurgeChoices, AppError> {
    let mut state = app.state();
    let language = state.language();
    let desk = state.desk()?;
    let current = academic_year(now_in_paris());
    let mut years: BTreeMap<AcademicYear, (usize, BTreeSet<PersonId>)> = BTreeMap::new();
    let mut undated = 0;
    for file in &desk.seen.office.registrations {
        match file.academic_year {
            Some(year) if Some(year) < current => {
                let (files, persons) = years.entry(year).or_default();
                *files += 1;
                persons.insert(file.person);
            }
            Some(_) => {}
            None => undated += 1,
        }
    }
    let line = |(year, (files, persons)): (&AcademicYear, &(usize, BTreeSet<PersonId>))| PurgeYear {
        year: year.start(),
        label: year.to_string(),
        files: words::whole(*files),
        persons: words::whole(persons.len()),
    };
    Ok(PurgeChoices {
        years: years.iter().rev().map(line).collect(),
        undated: words::whole(undated),
        unfinished: unfinished(desk, language),
    })
}

/// That copies of before could not all be removed, when it is so.
pub(crate) fn unfinished(desk: &Desk, language: Language) -> Option<String> {
    desk.workspace.has_purge_to_finish().then(|| words::word(language, "purge-unfinished"))
}

#[derive(Deserialize)]
pub(crate) struct PreviewArguments {
    what: PurgeAsked,
}

/// What a purge would remove.
pub(crate) fn preview(app: &App, args: PreviewArguments) -> Result<PurgeView, AppError> {
    let task = app.begin_change()?;
    let language = app.state().language();
    let (what, confirm) = chosen(app.state().desk()?, args.what)?;
    task.watch_to_the_end().begin("app-progress-purge-preview");
    let told = app.beside(|twin| Told::before(twin, what, now_in_paris()))?;
    let count = |count: &guichet_store::PurgeCount| PurgeCountLine {
        label: words::say(language, &table(count)),
        going: u32::try_from(count.going).unwrap_or(u32::MAX),
        staying: u32::try_from(count.staying).unwrap_or(u32::MAX),
    };
    Ok(PurgeView {
        what: words::say(language, &told.what()),
        confirm,
        counts: told.counts.iter().map(count).collect(),
        backups: words::whole(told.backups),
        second_place: told.second_place.as_ref().map(|place| place.display().to_string()),
        mentions: lines(language, &told.mentions),
    })
}

#[derive(Deserialize)]
pub(crate) struct PurgeArguments {
    what: PurgeAsked,
    /// What was typed to confirm.
    confirm: String,
    /// Whether texts about others that name somebody who goes are blanked.
    blank_mentions: bool,
}

/// Purges, and opens the workspace again.
pub(crate) fn purge(app: &App, args: PurgeArguments) -> Result<PurgeDone, AppError> {
    let task = app.begin_change()?;
    let watch = task.watch_to_the_end();
    let mut state = app.state();
    let language = state.language();
    let open = state.desk()?;
    let (what, confirm) = chosen(open, args.what)?;
    if fold(&args.confirm) != fold(&confirm) {
        return Err(AppError::NotConfirmed(confirm));
    }
    let (order, now) = (PurgeOrder { what, blank_mentions: args.blank_mentions }, now_in_paris());
    let backups = open.workspace.backup_list()?.len();
    watch.begin("app-progress-purge");
    let Some(desk) = state.desk.take() else { return Err(AppError::NoWorkspace) };
    let (opened, outcome) = desk.purge(&order, now, &watch);
    state.leave();
    state.receive(opened)?;
    let desk = state.desk()?;
    let told = Told::after(&desk.workspace, order, backups, outcome?, now)?;
    let unfinished = unfinished(desk, language);
    let mentions = if args.blank_mentions { Vec::new() } else { lines(language, &told.mentions) };
    Ok(PurgeDone { record: told.record(language), mentions, unfinished, summary: summary::of_state(&mut state)? })
}

#[derive(Deserialize)]
pub(crate) struct RecordArguments {
    record: String,
}

/// Writes the record where somebody chooses; nothing when they gave up.
pub(crate) fn save_record(app: &App, args: RecordArguments) -> Result<Option<Saved>, AppError> {
    let day = now_in_paris().date().to_string();
    let suggested = words::say(app.state().language(), &Message::new("app-purge-file").with("day", day));
    let Some(path) = app.pick_save(&suggested)? else { return Ok(None) };
    write_whole(&path, args.record.as_bytes())?;
    Ok(Some(Saved { path: path.display().to_string() }))
}

/// What is asked for, and what is to be typed to confirm it.
fn chosen(desk: &Desk, asked: PurgeAsked) -> Result<(PurgeWhat, String), AppError> {
    match asked {
        PurgeAsked::Year { year, undated } => {
            let known = AcademicYear::new(year).filter(|year| Some(*year) < academic_year(now_in_paris()));
            let year = known.ok_or_else(|| AppError::YearNotFinished(year.to_string()))?;
            Ok((PurgeWhat::Campaign { year, undated }, year.to_string()))
        }
        PurgeAsked::Person { id } => {
            let file = desk.seen.office.registration(RegistrationId(id)).ok_or(AppError::Gone("file"))?;
            let person = desk.seen.office.person(file.person).ok_or(AppError::Gone("person"))?;
            let of = &person.identity;
            let ine = of.ine.as_ref().map(|ine| ine.as_str().to_owned());
            let known = [of.birth_name.clone(), of.use_name.clone(), of.student_number.clone(), ine];
            let confirm = known.into_iter().flatten().find(|text| !fold(text).is_empty());
            Ok((PurgeWhat::Persons(vec![person.id]), confirm.unwrap_or_else(|| person.id.0.to_string())))
        }
    }
}

fn lines(language: Language, mentions: &[Mention]) -> Vec<MentionLine> {
    let line =
        |mention: &Mention| MentionLine { place: words::say(language, &place(mention)), text: mention.text.clone() };
    mentions.iter().map(line).collect()
}
