use crate::error::Result;
use crate::import::{Applied, Plan};
use crate::transact::OperationKind;
use crate::{StoreError, Workspace};
use guichet_model::Instant;
use std::sync::atomic::AtomicBool;

impl Plan {
    /// Refuses what cannot be entered by hand.
    ///
    /// # Errors
    /// [`StoreError::DecisionRefused`] when the plan is not of rows entered by hand about persons of the workspace, or brings nothing.
    pub fn check_entry(&self) -> Result<()> {
        if self.is_by_hand() && self.is_about_known_persons() && self.changes_facts() {
            return Ok(());
        }
        Err(StoreError::DecisionRefused { sentence: "error-store-nothing-to-enter" })
    }
}

impl Workspace {
    /// Does exactly what a plan of rows entered by hand says, as an operation of its own kind: a derogation, or a document
    /// marked. Such a sheet is no extract: it never says what is missing, and what extracts say never replaces it.
    /// Rows that say what is entered already bring nothing.
    ///
    /// # Errors
    /// As [`Plan::check_entry`] and [`Workspace::apply`]. The workspace is then as it was.
    pub fn enter_by_hand(&mut self, kind: OperationKind, plan: &Plan, label: &str, now: Instant) -> Result<Applied> {
        plan.check_entry()?;
        self.apply_as(kind, plan, now, label, &mut |_, _| {}, &AtomicBool::new(false))
    }
}
