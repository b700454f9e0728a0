//! Writing a rulebook: from one that is there or from a file, entry by entry, up to its publication as an edition.

mod addable;
pub(crate) mod begin;
pub(crate) mod entry;
mod form;
pub(crate) mod publish;
pub(crate) mod shelf;
mod view;
