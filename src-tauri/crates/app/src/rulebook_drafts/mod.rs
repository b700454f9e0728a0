//! Rulebooks being written: what each says beside the one it was made from, and what it will be published as.

mod compare;
mod files;
mod publish;

pub(crate) use compare::Compared;
pub(crate) use files::of_file;
pub use files::{Published, publish};
pub(crate) use publish::{names, stem};

use crate::failure::AppError;
use crate::rulebooks;
use guichet_rules::rulebook::{Draft, Layer, SHIPPED};
use guichet_rules::{Rulebook, RulebookError};
use guichet_store::{KeptDraft, Workspace};

/// A rulebook being written, with what it lies over and what it was made from.
pub(crate) struct Drafting {
    /// As it is kept.
    pub(crate) kept: KeptDraft,
    /// Its own file.
    pub(crate) draft: Draft,
    /// It, over the layers it names; alone when one of those is gone.
    pub(crate) book: Rulebook,
    /// What it was made from, unless that is gone.
    pub(crate) base: Option<Rulebook>,
    /// The file of that.
    pub(crate) base_file: Option<Draft>,
}

impl Drafting {
    /// The one of this number.
    pub(crate) fn find(workspace: &Workspace, number: i64) -> Result<Self, AppError> {
        let kept = workspace.rulebook_drafts()?.into_iter().find(|kept| kept.number == number);
        Self::of(workspace, kept.ok_or(AppError::Gone("draft"))?)
    }

    pub(crate) fn of(workspace: &Workspace, kept: KeptDraft) -> Result<Self, AppError> {
        let draft = Draft::parse(&kept.text)?;
        let alone = Layer { over: None, ..draft.layer().clone() };
        let id = draft.layer().id.as_str();
        let book = over(workspace, draft.layer()).or_else(|_| Rulebook::find(id, std::slice::from_ref(&alone)))?;
        let base = rulebooks::find(workspace, &kept.base).ok();
        let base_file = file(workspace, &kept.base)?.and_then(|text| Draft::parse(&text).ok());
        Ok(Self { kept, draft, book, base, base_file })
    }
}

/// A layer, over the ones it names among those published and shipped.
pub(crate) fn over(workspace: &Workspace, layer: &Layer) -> Result<Rulebook, AppError> {
    let mut layers = vec![layer.clone()];
    layers.extend(rulebooks::editions(workspace)?);
    Ok(Rulebook::find(&layer.id, &layers)?)
}

/// The file of a rulebook, published or shipped.
pub(crate) fn file(workspace: &Workspace, id: &str) -> Result<Option<String>, AppError> {
    let own = workspace.rulebook_editions()?.into_iter().find(|edition| edition.name == id);
    let shipped = || SHIPPED.iter().find(|(name, _)| *name == id).map(|(_, text)| (*text).to_owned());
    Ok(own.map(|edition| edition.text).or_else(shipped))
}

/// What is wrong with an entry that was typed: its key says where.
pub(crate) fn typed(error: RulebookError) -> AppError {
    match error {
        RulebookError::Entry { key, fault, .. } => AppError::RulebookEntry { key, fault },
        other => AppError::Rulebook(other),
    }
}
