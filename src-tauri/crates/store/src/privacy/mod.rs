//! What is held on persons: shown whole to whoever asks for it.

mod held;
mod marks;
mod tables;
mod undo_data;

#[cfg(test)]
mod held_tests;

pub use held::{FormerValue, HeldCell, HeldOnPerson, HeldRecord, HeldRow};
