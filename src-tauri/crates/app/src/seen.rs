//! The facts of a workspace as last judged, and by what: shared, so that something long is made of them while the desk goes on.

use crate::failure::AppError;
use crate::watch::Watch;
use guichet_model::{Instant, Office, RegistrationId, Waiver};
use guichet_rules::{FileVerdict, QuietRule, Rulebook, evaluate_file, quiet_rules};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The waivers, by file.
pub(crate) type Waivers = BTreeMap<RegistrationId, Vec<Waiver>>;

/// What was judged, by what and as of when.
#[derive(Clone)]
pub(crate) struct Seen {
    pub(crate) rulebook: Arc<Rulebook>,
    /// The instant of the last judgement.
    pub(crate) as_of: Instant,
    /// The facts as last judged.
    pub(crate) office: Arc<Office>,
    /// The waivers as last judged.
    pub(crate) waivers: Arc<Waivers>,
}

impl Seen {
    /// What the rules say of a file, in the order of reports and whatever was waived. Only codes are kept: it is asked again
    /// when one looks, of the facts and as of the moment judged last.
    pub(crate) fn verdict(&self, id: RegistrationId) -> Option<FileVerdict> {
        let file = self.office.registration(id)?;
        Some(evaluate_file(&self.office, &self.rulebook, self.as_of, file))
    }

    /// What the rules say of every file, in the office's order.
    ///
    /// # Errors
    /// [`AppError::Cancelled`] once it is stopped.
    pub(crate) fn verdicts(&self, watch: &Watch<'_>) -> Result<Vec<FileVerdict>, AppError> {
        let files = &self.office.registrations;
        watch.begin("app-progress-judging");
        let verdict = |(done, file)| {
            watch.step(done, files.len())?;
            Ok(evaluate_file(&self.office, &self.rulebook, self.as_of, file))
        };
        files.iter().enumerate().map(verdict).collect()
    }

    /// The waivers of a file.
    pub(crate) fn waivers_of(&self, id: RegistrationId) -> &[Waiver] {
        self.waivers.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The rules that have nothing against a file, asked again when one looks.
    pub(crate) fn quiet_rules(&self, id: RegistrationId) -> Vec<QuietRule> {
        self.office
            .registration(id)
            .map(|file| quiet_rules(&self.office, &self.rulebook, self.as_of, file))
            .unwrap_or_default()
    }
}
