//! Imports: what files would change is planned and shown, then exactly that is applied.

mod apply;
mod choices;
#[cfg(test)]
pub(crate) mod cost;
#[cfg(test)]
mod decisions;
mod entered;
mod identities;
mod input;
mod known;
#[cfg(test)]
mod narrower;
#[cfg(test)]
mod new_facts;
mod pairing;
mod plan;
mod planner;
#[cfg(test)]
mod properties;
mod reunion;
#[cfg(test)]
mod reunion_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod together;
mod units;

pub use apply::Applied;
pub use choices::{Choice, Choices, RowCandidate};
pub(crate) use entered::persons_entered;
pub use input::{PlannedFile, PlannedSheet};
pub(crate) use known::left_out;
pub use plan::{FileCounts, FilePlan, MatchReason, PersonRef, Plan, RowOutcome, RowPlace, RowPlan, SheetPlan};
