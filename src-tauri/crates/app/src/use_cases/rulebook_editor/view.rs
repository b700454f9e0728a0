//! A rulebook being written, in words.

use super::addable::addable;
use super::shelf::by;
use crate::app::State;
use crate::failure::AppError;
use crate::rulebook_drafts::{Compared, Drafting, names};
use crate::rulebooks;
use crate::wire::{DraftEntry, DraftLine, DraftView, EntryChange};
use crate::words;
use guichet_model::{CitationStatus, Language};
use guichet_rules::rulebook::is_read;

/// The parts of a rulebook, as families of rules are called, with what the keys of each begin with.
const PARTS: &[(&str, &[&str])] = &[
    ("calendar", &["window", "extension", "closure", "calendar", "academic_year", "channel"]),
    ("cvec", &["cvec"]),
    ("fee", &["fee"]),
    ("refund", &["refund"]),
    ("identity", &["identity"]),
    ("repeats", &["repeats", "limit"]),
    ("derogation", &["derogation"]),
    ("concordance", &["concordance"]),
    ("auditor", &["auditor"]),
    ("document", &["documents", "piece"]),
];

/// A draft in the list.
pub(super) fn line(language: Language, drafting: &Drafting, names: &[(String, u32)]) -> DraftLine {
    let Drafting { kept, draft, base, book, .. } = drafting;
    let head = drafting.head(names);
    let compared = drafting.compared(language);
    DraftLine {
        draft: kept.number,
        title: draft.layer().title.in_language(language).to_owned(),
        base: base.as_ref().map_or_else(|| kept.base.clone(), |base| rulebooks::title(base, language)),
        academic_year: book.academic_year().map(|year| year.to_string()),
        id: head.id,
        edition: head.edition,
        changed: words::whole(compared.iter().filter(|one| one.is_changed()).count()),
        open: words::whole(compared.iter().filter(|one| one.is_open()).count()),
        to_confirm: words::whole(compared.iter().filter(|one| one.is_to_confirm()).count()),
        kept: by(language, kept.at, &kept.who),
    }
}

/// The draft of a number, in words.
pub(super) fn of_state(state: &mut State, number: i64) -> Result<DraftView, AppError> {
    let language = state.language();
    let workspace = &state.desk()?.workspace;
    let drafting = Drafting::find(workspace, number)?;
    let mut entries: Vec<(usize, DraftEntry)> =
        drafting.compared(language).iter().map(|one| (part(one.key), entry(language, one))).collect();
    entries.sort_by(|one, other| (one.0, &one.1.key).cmp(&(other.0, &other.1.key)));
    let title = &drafting.draft.layer().title;
    let mut documents = drafting.draft.documents();
    documents.sort();
    Ok(DraftView {
        line: line(language, &drafting, &names(workspace)?),
        title_fr: title.fr.clone(),
        title_en: title.en.clone(),
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
        documents,
        addable: addable(language, &drafting),
    })
}

/// Where a key is shown.
fn part(key: &str) -> usize {
    let first = key.split('.').next().unwrap_or_default();
    PARTS.iter().position(|(_, begins)| begins.contains(&first)).unwrap_or(PARTS.len())
}

fn entry(language: Language, one: &Compared<'_>) -> DraftEntry {
    let cite = one.now.as_ref().or(one.before.as_ref()).map(|entry| entry.cite);
    let status = cite.map_or(CitationStatus::ToConfirm, |cite| cite.status);
    let family = PARTS.get(part(one.key)).map_or("other", |(family, _)| family);
    let removed = one.change == EntryChange::Removed;
    DraftEntry {
        key: one.key.to_owned(),
        name: one.name().to_owned(),
        part: words::word(language, &format!("app-family-{family}")),
        said: one.now.as_ref().filter(|_| !removed).and_then(|now| now.said.clone()),
        change: one.change,
        open: one.is_open(),
        status,
        status_label: words::word(language, &format!("status-{}", status.as_str().replace('_', "-"))),
        read: is_read(one.key),
    }
}
