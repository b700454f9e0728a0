use crate::error::Result;
use crate::import::{Applied, Plan};
use crate::transact::OperationKind;
use crate::{StoreError, Workspace};
use guichet_model::Instant;
use std::sync::atomic::AtomicBool;

impl Workspace {
    /// Does exactly what a plan of rows entered by hand says, as an operation of its own kind: a derogation, or a document
    /// marked. Such a sheet is no extract: it never says what is missing, and what extracts say never replaces it.
    /// Rows that say what is entered already bring nothing.
    ///
    /// # Errors
    /// [`StoreError::DecisionRefused`] when the plan is not of rows entered by hand about persons of the workspace, or brings nothing;
    /// otherwise as [`Workspace::apply`]. The workspace is then as it was.
    pub fn enter_by_hand(&mut self, kind: OperationKind, plan: &Plan, label: &str, now: Instant) -> Result<Applied> {
        if !plan.is_by_hand() || !plan.is_about_known_persons() || !plan.changes_facts() {
            return Err(StoreError::DecisionRefused { sentence: "error-store-nothing-to-enter" });
        }
        self.apply_as(kind, plan, now, label, &mut |_, _| {}, &AtomicBool::new(false))
    }
}
