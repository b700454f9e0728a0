//! Beginning a rulebook, from one that is there or from a file; naming it, and giving it up.

use super::{shelf, view};
use crate::app::{App, State};
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::rulebook_drafts::{Drafting, file, of_file, over, stem, typed};
use crate::use_cases::Nothing;
use crate::wire::{DraftView, RulebookShelf};
use crate::words;
use guichet_model::{AcademicYear, Language, Message, Note};
use guichet_rules::RulebookError;
use guichet_rules::rulebook::{Draft, Head, Title};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct CloneArguments {
    /// The rulebook to start from.
    id: String,
    /// The academic year it is to be for; nothing for a new edition for the same one.
    academic_year: Option<String>,
}

/// Begins a rulebook that says what another one does.
pub(crate) fn clone(app: &App, args: CloneArguments) -> Result<DraftView, AppError> {
    let mut state = app.state();
    let workspace = &mut state.desk()?.workspace;
    let text = file(workspace, &args.id)?.ok_or_else(|| RulebookError::Unknown { id: args.id.clone() })?;
    let mut draft = Draft::parse(&text)?;
    let book = over(workspace, draft.layer())?;
    let former = book.academic_year();
    let asked = args.academic_year.as_deref().map(|text| {
        AcademicYear::try_from(text.trim().to_owned()).map_err(|_| AppError::NotAYear(text.trim().to_owned()))
    });
    if let Some(year) = asked.transpose()?.filter(|year| Some(*year) != former) {
        let head = for_year(&draft, former, year);
        draft = draft.for_year(year, &book.layers()[1..], &note(former, year)).map_err(typed)?;
        draft = draft.with_head(&head).map_err(typed)?;
    }
    let number = workspace.begin_rulebook(&args.id, draft.text(), now_in_paris())?;
    view::of_state(&mut state, number)
}

/// The head of the first edition for another year: where the former one is named, the new one is.
fn for_year(draft: &Draft, former: Option<AcademicYear>, year: AcademicYear) -> Head {
    let former = former.map(|former| former.to_string());
    let renamed =
        |text: &str| former.as_deref().map_or_else(|| text.to_owned(), |old| text.replace(old, &year.to_string()));
    let head = draft.head();
    let own = stem(&head.id);
    let id = if renamed(own) == own { format!("{own}-{year}") } else { renamed(own) };
    let title = Title { fr: renamed(&head.title.fr), en: renamed(&head.title.en) };
    Head { id, edition: 1, academic_year: Some(year), title }
}

/// What is said of an entry that another year leaves open.
fn note(former: Option<AcademicYear>, year: AcademicYear) -> Note {
    let former = former.map(|former| former.to_string()).unwrap_or_default();
    let message = Message::new("rulebook-note-open").with("former", former).with("year", year.to_string());
    let [fr, en] = [Language::Fr, Language::En].map(|language| words::say(language, &message));
    Note { fr, en }
}

/// Begins a rulebook from a file, which is refused with its reason when it is none; nothing when the person gave up.
pub(crate) fn open(app: &App, _: Nothing) -> Result<Option<DraftView>, AppError> {
    app.state().desk()?;
    let Some(path) = app.host.pick_toml() else { return Ok(None) };
    let _pen = app.pen();
    let mut state = app.state();
    let desk = state.desk()?;
    let draft = of_file(&desk.workspace, &path)?;
    let base = desk.seen.rulebook.id().to_owned();
    let number = desk.workspace.begin_rulebook(&base, draft.text(), now_in_paris())?;
    view::of_state(&mut state, number).map(Some)
}

#[derive(Deserialize)]
pub(crate) struct DraftArguments {
    pub(super) draft: i64,
}

/// The rulebook being written of this number.
pub(crate) fn draft(app: &App, args: DraftArguments) -> Result<DraftView, AppError> {
    view::of_state(&mut app.state(), args.draft)
}

#[derive(Deserialize)]
pub(crate) struct TitleArguments {
    draft: i64,
    title_fr: String,
    title_en: String,
}

/// Gives a draft another title.
pub(crate) fn set_title(app: &App, args: TitleArguments) -> Result<DraftView, AppError> {
    let title = Title { fr: args.title_fr.trim().to_owned(), en: args.title_en.trim().to_owned() };
    if title.fr.is_empty() || title.en.is_empty() {
        return Err(AppError::NameMissing);
    }
    change(&mut app.state(), args.draft, |drafting| {
        drafting.draft.with_head(&Head { title, ..drafting.draft.head() }).map_err(typed)
    })
}

/// Changes a draft, and keeps it.
pub(super) fn change(
    state: &mut State,
    number: i64,
    work: impl FnOnce(&Drafting) -> Result<Draft, AppError>,
) -> Result<DraftView, AppError> {
    let workspace = &mut state.desk()?.workspace;
    let draft = work(&Drafting::find(workspace, number)?)?;
    if !workspace.keep_rulebook(number, draft.text(), now_in_paris())? {
        return Err(AppError::Gone("draft"));
    }
    view::of_state(state, number)
}

/// Gives a draft up.
pub(crate) fn discard(app: &App, args: DraftArguments) -> Result<RulebookShelf, AppError> {
    let mut state = app.state();
    if !state.desk()?.workspace.discard_rulebook(args.draft)? {
        return Err(AppError::Gone("draft"));
    }
    shelf::of_state(&mut state)
}
