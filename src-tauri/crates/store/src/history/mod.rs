//! What was done to the workspace, and what of it can be undone.

mod entries;
#[cfg(test)]
mod properties;
mod recorder;
mod standing;
mod state;
#[cfg(test)]
mod tests;
mod undo;

pub use entries::HistoryEntry;
pub(crate) use recorder::{RECORDED, Recorder, changes_of};
pub(crate) use standing::undone;
pub use standing::{Dependent, NotUndoable};
pub(crate) use state::{add_value, state_hash};
pub use undo::Undone;
