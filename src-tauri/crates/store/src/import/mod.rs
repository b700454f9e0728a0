//! Imports: what files would change is planned and shown, then exactly that is applied.

mod apply;
mod input;
mod known;
#[cfg(test)]
mod new_facts;
mod plan;
mod planner;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use apply::Applied;
pub use input::{PlannedFile, PlannedSheet};
pub use plan::{FileCounts, FilePlan, PersonRef, Plan, RowOutcome, RowPlan, SheetPlan};
