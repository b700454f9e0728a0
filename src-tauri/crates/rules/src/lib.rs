//! The dated rulebooks, and the checks of what they say: one rule, one file.
//!
//! A check is a pure function of an office, a rulebook and an instant. It cannot fail: bad data is a finding or a
//! "cannot tell". It holds no amount, no date and no limit: those are values of a rulebook, each with its citation.

mod completeness;
mod context;
mod differences;
mod dossier;
mod engine;
mod example;
mod fact;
pub mod families;
mod reach;
mod registry;
mod reminder;
pub mod rulebook;
mod verdict;
mod waiver;

pub use completeness::LACKS;
pub use context::Check;
pub use differences::{Difference, Said, differences};
pub use dossier::{Clock, ClockState, Dossier, DossierState, PieceStatus, Unattached, dossiers, dossiers_of};
pub use engine::{FileVerdict, QuietRule, evaluate, evaluate_file, quiet_rules};
pub use example::{Example, Expected, Scene, scene, scene_by};
pub use fact::{Fact, Show};
pub use families::cvec::to_verify::{NumberToVerify, numbers_to_verify};
pub use reach::{Reach, reached};
pub use registry::{Family, Help, RULES, Rule, rule};
pub use reminder::{Reminder, reminders};
pub use rulebook::{Rulebook, RulebookError};
pub use verdict::{Says, Verdict};
pub use waiver::{ReviewCause, Standing, Weighed, basis, seen, weigh};
