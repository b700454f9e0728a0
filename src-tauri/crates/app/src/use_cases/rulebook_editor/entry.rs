//! One entry of a rulebook being written: shown to be changed, changed, put back, left out.

use super::addable::new_name;
use super::begin::change;
use super::form::{choices, citation, cite_form, empty, of_file, shape, value, with};
use crate::app::App;
use crate::failure::AppError;
use crate::rulebook_drafts::{Compared, Drafting, typed};
use crate::wire::{CiteForm, DraftView, EntryChange, EntryForm, EntryView};
use crate::words;
use guichet_model::CitationStatus;
use guichet_rules::rulebook::{Entry, EntryKind, Fault};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct EntryArguments {
    draft: i64,
    key: String,
    /// What it is to be, when there is no entry of this key yet.
    new: Option<String>,
}

/// An entry, to be changed; one of a key that nothing has yet, when its kind is told.
pub(crate) fn entry(app: &App, args: EntryArguments) -> Result<EntryView, AppError> {
    let mut state = app.state();
    let language = state.language();
    let drafting = Drafting::find(&state.desk()?.workspace, args.draft)?;
    let compared = drafting.compared(language);
    let key = args.key.trim();
    let Some(one) = compared.iter().find(|one| one.key == key) else {
        let kind = args.new.and_then(|kind| EntryKind::ALL.iter().copied().find(|known| known.as_str() == kind));
        let kind = kind.ok_or(AppError::Gone("entry"))?;
        is_a_key(key)?;
        return Ok(EntryView {
            key: key.to_owned(),
            name: new_name(language, kind, key),
            said: None,
            change: EntryChange::Added,
            editable: true,
            removable: false,
            former: None,
            former_authority: None,
            form: empty(kind, key),
            cite: uncited(),
            shape: shape(key, None),
            choices: choices(language, kind, key),
        });
    };
    let (form, cite) = shown(&drafting, one);
    let kind = form.as_ref().map(kind_of);
    let before = one.before.as_ref();
    let unset = || words::word(language, "app-entry-unset");
    Ok(EntryView {
        key: key.to_owned(),
        name: one.name().to_owned(),
        said: one.now.as_ref().and_then(|now| now.said.clone()),
        change: one.change,
        editable: kind.is_some_and(|kind| one.is_own() || kind == EntryKind::Value),
        removable: one.is_own() && kind.is_some_and(|kind| kind != EntryKind::Value),
        former: before.map(|before| before.said.clone().unwrap_or_else(unset)),
        former_authority: before.map(|before| words::authority(language, before.cite)),
        shape: shape(key, value_of(&drafting, one)),
        choices: kind.map(|kind| choices(language, kind, key)).unwrap_or_default(),
        form: form.unwrap_or_else(|| empty(EntryKind::Value, key)),
        cite,
    })
}

/// A key is written as those of the shipped rulebooks are.
fn is_a_key(key: &str) -> Result<(), AppError> {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    match !key.is_empty() && key.bytes().all(known) {
        true => Ok(()),
        false => Err(AppError::RulebookEntry { key: key.to_owned(), fault: Fault::NotAKey }),
    }
}

/// What stands under a key, of the draft, else of what it was made from, else of a layer below; nothing when it cannot be
/// changed here.
fn shown(drafting: &Drafting, one: &Compared<'_>) -> (Option<EntryForm>, CiteForm) {
    let files = [Some(&drafting.draft), drafting.base_file.as_ref()];
    let has = files.into_iter().flatten().find(|file| file.kind(one.key).is_some());
    if let Some((file, cite)) = has.and_then(|file| Some((file, file.citation(one.key)?))) {
        return (of_file(file, one.key), cite_form(cite));
    }
    let below = one.now.as_ref();
    let form = below.and_then(|now| value(one.key, now.layer.values.get(one.key)?)).map(EntryForm::Value);
    (form, below.map_or_else(uncited, |now| cite_form(citation(now.cite))))
}

/// The value under a key now, whatever its layer.
fn value_of<'d>(drafting: &'d Drafting, one: &Compared<'_>) -> Option<&'d Entry> {
    drafting.book.layers().iter().find_map(|layer| layer.values.get(one.key))
}

fn kind_of(form: &EntryForm) -> EntryKind {
    match form {
        EntryForm::Value(_) => EntryKind::Value,
        EntryForm::Window(_) => EntryKind::Window,
        EntryForm::Closure(_) => EntryKind::Closure,
        EntryForm::Extension(_) => EntryKind::Extension,
        EntryForm::Limit(_) => EntryKind::Limit,
        EntryForm::Piece(_) => EntryKind::Piece,
    }
}

/// A source that is not told yet.
fn uncited() -> CiteForm {
    let text = String::new;
    let status = CitationStatus::ToConfirm;
    CiteForm { document: text(), heading: text(), quote: text(), status, note_fr: text(), note_en: text() }
}

#[derive(Deserialize)]
pub(crate) struct SetArguments {
    draft: i64,
    key: String,
    form: EntryForm,
    cite: CiteForm,
}

/// Changes an entry, or adds it; refused by its key when it cannot be that.
pub(crate) fn set(app: &App, args: SetArguments) -> Result<DraftView, AppError> {
    let key = args.key.trim();
    change(&mut app.state(), args.draft, |drafting| {
        is_a_key(key)?;
        let shape = shape(key, drafting.draft.layer().values.get(key));
        with(&drafting.draft, (kind_of(&args.form), key), &args.form, shape, args.cite.clone()).map_err(typed)
    })
}

#[derive(Deserialize)]
pub(crate) struct KeyArguments {
    draft: i64,
    key: String,
}

/// Makes an entry say again what it says where the draft comes from; one that has none there is taken away.
pub(crate) fn reset(app: &App, args: KeyArguments) -> Result<DraftView, AppError> {
    change(&mut app.state(), args.draft, |drafting| {
        let back = match &drafting.base_file {
            Some(base) => drafting.draft.with_entry_of(base, &args.key),
            None => drafting.draft.without(&args.key),
        };
        back.map_err(typed)
    })
}

/// Leaves an entry out. A value is said not to be fixed instead, so that rules know of it.
pub(crate) fn remove(app: &App, args: KeyArguments) -> Result<DraftView, AppError> {
    change(&mut app.state(), args.draft, |drafting| match drafting.draft.kind(&args.key) {
        Some(kind) if kind != EntryKind::Value => drafting.draft.without(&args.key).map_err(typed),
        _ => Err(AppError::Gone("entry")),
    })
}
