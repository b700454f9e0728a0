//! What is held on persons: shown whole to whoever asks for it, and purged from every file of the workspace.

mod forget;
mod going;
mod held;
mod marks;
mod mentions;
mod names;
mod purge;
mod rewriting;
mod sweep;
mod tables;
mod undo_data;

#[cfg(test)]
mod held_tests;
#[cfg(test)]
mod mention_tests;
#[cfg(test)]
mod purge_tests;

pub use going::PurgeCount;
pub use held::{FormerValue, HeldCell, HeldOnPerson, HeldRecord, HeldRow};
pub use mentions::{Mention, MentionIn};
pub use purge::{PurgeOrder, PurgePreview, PurgeWhat, Purged};
pub(crate) use sweep::{ASIDE, Sweep};
