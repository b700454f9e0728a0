//! What a draft says beside the rulebook it was made from.

use super::Drafting;
use crate::rulebook_words::{EntrySaid, entries};
use crate::wire::EntryChange;
use guichet_model::{Authority, CitationStatus, Language};
use guichet_rules::Rulebook;

/// One key, in the draft and in what it was made from.
pub(crate) struct Compared<'d> {
    /// The key.
    pub(crate) key: &'d str,
    /// What the draft says, or a layer below it.
    pub(crate) now: Option<EntrySaid<'d>>,
    /// What the rulebook it was made from says.
    pub(crate) before: Option<EntrySaid<'d>>,
    /// What became of it.
    pub(crate) change: EntryChange,
}

impl Compared<'_> {
    /// What it is called.
    pub(crate) fn name(&self) -> &str {
        self.now.as_ref().or(self.before.as_ref()).map_or(self.key, |entry| &entry.name)
    }

    /// Whether the draft's own file has it.
    pub(crate) fn is_own(&self) -> bool {
        matches!(self.change, EntryChange::Same | EntryChange::Changed | EntryChange::Added)
    }

    /// Whether the draft says that no source gives it.
    pub(crate) fn is_open(&self) -> bool {
        let open = |now: &EntrySaid<'_>| {
            let undated =
                || now.layer.windows.iter().any(|window| window.key == now.key && window.intervals.is_empty());
            now.said.is_none() || undated()
        };
        self.is_own() && self.now.as_ref().is_some_and(open)
    }

    /// Whether its source is to be confirmed.
    pub(crate) fn is_to_confirm(&self) -> bool {
        let to_confirm = |now: &EntrySaid<'_>| now.cite.status == CitationStatus::ToConfirm;
        self.is_own() && self.now.as_ref().is_some_and(to_confirm)
    }

    /// Whether publishing it changes what is said, or where it was read.
    pub(crate) fn is_changed(&self) -> bool {
        matches!(self.change, EntryChange::Changed | EntryChange::Added | EntryChange::Removed)
    }
}

impl Drafting {
    /// Every key of the draft and of what it was made from.
    pub(crate) fn compared(&self, language: Language) -> Vec<Compared<'_>> {
        let of = |book| entries(book, language, |_| true);
        let mut before: Vec<EntrySaid<'_>> = self.base.as_ref().map(of).unwrap_or_default();
        let mut compared = Vec::new();
        for now in of(&self.book) {
            let before = before.iter().position(|entry| entry.key == now.key).map(|at| before.swap_remove(at));
            let change = self.change(&now, before.as_ref());
            compared.push(Compared { key: now.key, now: Some(now), before, change });
        }
        before.retain(|entry| self.is_of_base(entry));
        compared.extend(before.into_iter().map(|before| Compared {
            key: before.key,
            now: None,
            before: Some(before),
            change: EntryChange::Removed,
        }));
        compared
    }

    /// Whether an entry is of the rulebook it was made from itself, not of a layer below.
    fn is_of_base(&self, entry: &EntrySaid<'_>) -> bool {
        self.base.as_ref().is_some_and(|base| is_of_top(base, entry))
    }

    fn change(&self, now: &EntrySaid<'_>, before: Option<&EntrySaid<'_>>) -> EntryChange {
        match before {
            Some(before) if !is_of_top(&self.book, now) && self.is_of_base(before) => EntryChange::Removed,
            _ if !is_of_top(&self.book, now) => EntryChange::Below,
            None => EntryChange::Added,
            Some(before) if before.said == now.said && same_source(before.cite, now.cite) => EntryChange::Same,
            Some(_) => EntryChange::Changed,
        }
    }
}

/// Whether an entry is of the most particular layer.
fn is_of_top(book: &Rulebook, entry: &EntrySaid<'_>) -> bool {
    entry.layer.id == book.id()
}

/// Whether two citations are the same, of whatever rulebook.
fn same_source(one: &Authority, other: &Authority) -> bool {
    let words = |of: &Authority| [of.document.clone(), of.heading.clone(), of.quote.clone()];
    words(one) == words(other) && one.status == other.status && one.note == other.note
}
