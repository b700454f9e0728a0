//! Findings that somebody decides not to count: what that changes, shown before it is done; how the waivers stand.

mod command_line;
mod effect;
mod lines;

pub use command_line::{WaiveAnswer, WaiveRequest, waive, waivers, waivers_json};
pub(crate) use effect::Effect;
pub use guichet_store::WaiverTerms;
pub use lines::{WaiverLine, WaiverStanding};
pub(crate) use lines::{lines, lines_of, told, veiled};
