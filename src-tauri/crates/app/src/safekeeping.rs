//! Backups that make themselves: when a workspace is opened, before it changes, during the work, when it is closed.

use crate::app::{App, State};
use crate::clock::now_in_paris;
use crate::failure::AppError;
use crate::use_cases::backups::last_backup;
use crate::watch::Watch;
use guichet_model::Instant;
use guichet_store::{BackupReason, Workspace};
use serde_json::json;
use time::Duration;

/// How long work goes on before it is backed up.
const WORK: Duration = Duration::minutes(30);

/// What is known of the open workspace's backups.
#[derive(Default)]
pub(crate) struct Safekeeping {
    /// When it was last made sure that everything is backed up.
    looked: Option<Instant>,
    /// Why the last backup could not be made.
    pub(crate) failure: Option<AppError>,
}

impl Safekeeping {
    /// Makes a backup unless nothing was done since the last, and looks after it.
    fn after(workspace: &Workspace, reason: BackupReason, now: Instant) -> Self {
        let made = workspace.back_up_changes(reason, now);
        let checked = Self::checked(workspace, now);
        Self { failure: made.err().map(AppError::Store).or(checked.failure), ..checked }
    }

    /// Copies the newest backup to the second place, and once a week tries to restore it.
    pub(crate) fn checked(workspace: &Workspace, now: Instant) -> Self {
        let copied = workspace.copy_to_second_place(now).map(|_| ());
        let failure = copied.and_then(|()| workspace.test_restore(now).map(|_| ())).err();
        Self { looked: Some(now), failure: failure.map(AppError::Store) }
    }

    /// Whether the time has come to look again. A clock that was put back is not waited for.
    fn is_due(&self, now: Instant) -> bool {
        self.looked.is_none_or(|looked| now < looked || now - looked >= WORK)
    }
}

impl State {
    /// Makes a backup of the open workspace unless nothing was done since the last. That it cannot be made is shown, and
    /// stops nothing.
    pub(crate) fn keep_safe(&mut self, reason: BackupReason) {
        self.keep_safe_at(reason, now_in_paris());
    }

    fn keep_safe_at(&mut self, reason: BackupReason, now: Instant) {
        if let Some(desk) = &self.desk {
            self.safekeeping = Safekeeping::after(&desk.workspace, reason, now);
        }
    }

    /// After a backup was made or found unnecessary: copies it to the second place, and once a week tries to restore it.
    pub(crate) fn made_safe(&mut self, now: Instant) {
        if let Some(desk) = &self.desk {
            self.safekeeping = Safekeeping::checked(&desk.workspace, now);
        }
    }

    /// Why the last backup could not be made or copied, in words.
    pub(crate) fn backup_failure(&self) -> Option<String> {
        self.safekeeping.failure.as_ref().map(|error| error.in_language(self.language()).message)
    }

    /// Makes one when half an hour of work has passed since it was last looked at; whether it had.
    fn keep_safe_when_due(&mut self, now: Instant) -> bool {
        // A copy of what is being written would not hold what it was made from.
        let due = self.desk.as_ref().is_some_and(|desk| !desk.written_beside) && self.safekeeping.is_due(now);
        if due {
            self.keep_safe_at(BackupReason::Work, now);
        }
        due
    }
}

impl App {
    /// To be called from time to time, and done after each command: backs up the work of the last half hour. A long task
    /// under way is not waited for.
    pub fn keep_safe(&self) {
        self.keep_safe_at(now_in_paris());
    }

    /// Makes a backup of the open workspace before a long task changes it, unless nothing was done since the last; it is read
    /// meanwhile. That it cannot be made is shown, and stops nothing.
    pub(crate) fn keep_safe_beside(&self, reason: BackupReason, watch: &Watch<'_>) -> Result<(), AppError> {
        watch.begin("app-progress-backup");
        let kept = self.beside(|twin| Ok(Safekeeping::after(twin, reason, now_in_paris())))?;
        self.state().safekeeping = kept;
        Ok(())
    }

    pub(crate) fn keep_safe_at(&self, now: Instant) {
        if let Ok(mut state) = self.state.try_lock()
            && state.keep_safe_when_due(now)
        {
            self.tell_backup(&state);
        }
    }

    /// Tells the window when the newest backup was made, and why the last could not be, as the event `backup`.
    pub(crate) fn tell_backup(&self, state: &State) {
        let Some(desk) = &state.desk else { return };
        let last = last_backup(desk, state.language());
        self.host.emit("backup", json!({ "last_backup": last, "backup_failure": state.backup_failure() }));
    }

    /// To be called once, when the application ends: stops what is under way, backs up what was done, and closes the workspace.
    pub fn end(&self) {
        self.stop_task();
        let mut state = self.state();
        state.keep_safe(BackupReason::Closing);
        state.leave();
    }
}

#[cfg(test)]
mod tests {
    use super::{Safekeeping, WORK};
    use time::Duration;
    use time::macros::datetime;

    #[test]
    fn work_is_backed_up_every_half_hour_whatever_the_clock_does() {
        let looked = datetime!(2024-09-21 12:00);
        let kept = Safekeeping { looked: Some(looked), failure: None };
        assert!(Safekeeping::default().is_due(looked));
        assert!(!kept.is_due(looked) && !kept.is_due(looked + WORK - Duration::seconds(1)));
        assert!(kept.is_due(looked + WORK) && kept.is_due(looked - Duration::hours(1)));
    }
}
