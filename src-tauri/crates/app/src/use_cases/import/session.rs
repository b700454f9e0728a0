use super::reading::{Read, planned};
use crate::app::State;
use crate::failure::AppError;
use crate::wire::{RowPlace, TablePlace};
use guichet_model::Problem;
use guichet_store::{Choices, Plan, PlannedFile};
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

/// An import under way: what was read, what was answered, and the plan that follows.
pub(crate) struct Session {
    /// Names it.
    pub(crate) number: u64,
    /// The files read.
    pub(crate) files: Vec<Read>,
    /// The tables of which nothing is imported.
    pub(crate) left_out: BTreeSet<TablePlace>,
    /// What importing would do.
    pub(crate) plan: Option<Plan>,
}

impl Session {
    /// The plan, when nothing that must be answered is open.
    pub(crate) fn plan(&self) -> Result<&Plan, AppError> {
        self.plan.as_ref().ok_or(AppError::Gone("plan"))
    }

    /// The files without what is left out.
    fn kept(&self) -> Vec<PlannedFile> {
        let mut files = planned(&self.files);
        for (file, at) in files.iter_mut().zip(0_u32..) {
            let mut rank = 0_u32;
            file.sheets.retain(|_| {
                let place = TablePlace { file: at, sheet: rank, table: 0 };
                rank += 1;
                !self.left_out.contains(&place)
            });
        }
        files
    }

    /// Everything to be said of the files and of the plan, in the files' order.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let of_plan = self.plan.as_ref().map(Plan::problems).unwrap_or_default();
        let of_file = |read: &'_ Read| {
            let own = of_plan.iter().filter(|problem| problem.file == read.file.name).cloned();
            read.problems.iter().cloned().chain(own.collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        self.files.iter().flat_map(of_file).collect()
    }
}

impl State {
    /// The import under way.
    pub(crate) fn session(&mut self, number: u64) -> Result<&mut Session, AppError> {
        self.import.as_mut().filter(|session| session.number == number).ok_or(AppError::Gone("import"))
    }

    /// Makes the plan of the import under way again.
    pub(crate) fn plan_again(&mut self) -> Result<(), AppError> {
        let Some(mut session) = self.import.take() else { return Ok(()) };
        let (choices, never) = (Choices::new(), AtomicBool::new(false));
        let plan = self.desk().and_then(|desk| Ok(desk.workspace.plan(&session.kept(), &choices, &never)?));
        let told = plan.map(|plan| session.plan = Some(plan));
        self.import = Some(session);
        told
    }
}

/// The row at a place of a plan.
pub(crate) fn row_at(plan: &Plan, place: RowPlace) -> Option<(&guichet_store::RowPlan, &guichet_model::TypedRow)> {
    let sheet = plan.files.get(place.file as usize)?.sheets.get(place.sheet as usize)?;
    let row = place.row as usize;
    Some((sheet.decisions.get(row)?, sheet.input.rows.get(row)?))
}
