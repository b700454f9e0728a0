//! The rulebooks of the office: editions published, which never change, and those being written. They are kept as the files
//! they are; what they say is not read here.

mod drafts;
mod editions;
#[cfg(test)]
mod tests;

pub use drafts::KeptDraft;
pub(crate) use drafts::drafts_hash;
pub use editions::{KeptEdition, NewEdition, RULEBOOK_SETTING};
