//! The weekly test: a backup that was never restored does not count.

use super::keeping::{Keeping, SelfTest};
use super::list::{BACKUPS, DRAFT};
use crate::connection;
use crate::error::Result;
use crate::history::state_hash;
use crate::workspace::{DATABASE, Workspace};
use guichet_model::{Instant, instant_text, parse_instant};
use time::Duration;

/// How long one test holds good.
const EVERY: Duration = Duration::days(7);
const PLACE: &str = "restore";

impl Workspace {
    /// Restores the newest backup to a place of its own, opens it as a workspace is opened, compares its logical hash,
    /// and keeps the outcome; the copy goes. Nothing to do when that was done this week, or when there is no backup.
    ///
    /// # Errors
    /// When the copy or the outcome cannot be written. A backup that does not restore is an outcome.
    pub fn test_restore(&self, now: Instant) -> Result<Option<SelfTest>> {
        let mut keeping = Keeping::read(&self.folder, &self.disk);
        let tested = keeping.tested.as_ref().and_then(|tested| parse_instant(&tested.at));
        let due = tested.is_none_or(|(at, _)| now < at || now - at >= EVERY);
        let Some(newest) = self.backup_list()?.into_iter().next().filter(|_| due) else { return Ok(None) };
        let place = self.folder.join(BACKUPS).join(format!("{DRAFT}{PLACE}"));
        self.disk.remove_folder(&place)?;
        self.disk.create_folder(&place)?;
        let database = place.join(DATABASE);
        let restored = self
            .disk
            .copy(&newest.folder.join(DATABASE), &database)
            .and_then(|()| connection::open_draft(&database, &self.key))
            .and_then(|connection| state_hash(&connection));
        let removed = self.disk.remove_folder(&place);
        let wanted = newest.record.as_ref().map(|record| record.state.clone());
        // A state of an older schema has no hash to compare with: that it opens and comes up to date is the test.
        let sound = match (wanted, &restored) {
            (Some(Some(wanted)), Ok(found)) => wanted == *found,
            (Some(None), Ok(_)) => true,
            _ => false,
        };
        let outcome = SelfTest { at: instant_text(now), backup: newest.name, sound };
        keeping.tested = Some(outcome.clone());
        keeping.write(&self.folder, &self.disk)?;
        removed.map(|()| Some(outcome))
    }
}
