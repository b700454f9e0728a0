//! What somebody decides of files: findings waived, derogations and documents entered by hand, notes. Each is one
//! operation of the journal, and is undone like an import.

mod by_hand;
mod list;
mod notes;
mod rests;
#[cfg(test)]
mod tests;
mod waivers;
mod withdraw;

pub use list::{DeskEntry, DeskFact};
pub use notes::check_notes;
pub use waivers::{WaiverTarget, WaiverTerms};
