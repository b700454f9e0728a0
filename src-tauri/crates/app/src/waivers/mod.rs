//! Findings that somebody decides not to count: what that changes, shown before it is done; how the waivers stand.

mod command_line;
mod effect;
mod lines;

pub use command_line::{WaiveAnswer, WaiveRequest, unwaive, waive, waivers, waivers_json};
pub(crate) use command_line::{files_of, moves_json};
pub(crate) use effect::{Effect, Move, moves_of};
pub use guichet_store::WaiverTerms;
pub use lines::{WaiverLine, WaiverStanding};
pub(crate) use lines::{lines, lines_of, named, told, veiled};
