//! How many files were blocked before: day by day, and before the last import.

use crate::Workspace;
use crate::error::Result;
use crate::evaluation::EvaluationRun;
use crate::sql_values::Sql;
use guichet_model::{FileState, Instant};
use rusqlite::{Connection, OptionalExtension, params};
use time::Date;

/// How many days are remembered.
const DAYS: i64 = 400;

/// How many files were blocked at an earlier time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The day on which they were counted last.
    pub day: Date,
    /// Whether it is the state before the last import of the same day, rather than that of an earlier day.
    pub before_import: bool,
    /// How many files there were.
    pub files: usize,
    /// How many were blocked.
    pub blocked: usize,
}

impl Workspace {
    /// What was counted on the last day before this one; without such a day, before the last operation on facts. Only what
    /// the same rulebook said is compared, and an empty office with nothing.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn tally_before(&self, now: Instant, rulebook: &str) -> Result<Option<Tally>> {
        let earlier = self
            .connection
            .prepare(
                "SELECT day, files, blocked FROM tally WHERE day < ?1 AND rulebook = ?2 AND files > 0
                 ORDER BY day DESC, operation DESC LIMIT 1",
            )?
            .query_row([now.date().to_string(), rulebook.to_owned()], |row| tally(row, false))
            .optional()?;
        if earlier.is_some() {
            return Ok(earlier);
        }
        let head = head(&self.connection)?;
        let before = self
            .connection
            .prepare(
                "SELECT day, files, blocked FROM tally WHERE operation < ?1 AND rulebook = ?2 AND files > 0
                 ORDER BY operation DESC, day DESC LIMIT 1",
            )?
            .query_row(params![head, rulebook], |row| tally(row, true))
            .optional()?;
        Ok(before)
    }
}

fn tally(row: &rusqlite::Row<'_>, before_import: bool) -> rusqlite::Result<Tally> {
    let whole = |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, u32>(at)? as usize);
    Ok(Tally { day: row.get::<_, Sql<Date>>(0)?.0, before_import, files: whole(1)?, blocked: whole(2)? })
}

/// The last operation that changed facts.
fn head(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT coalesce(max(seq), 0) FROM journal WHERE facts = 1", [], |row| row.get(0))
}

/// Counts the files as they stand after an evaluation.
pub(crate) fn count(connection: &Connection, run: &EvaluationRun) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT OR REPLACE INTO tally (day, operation, rulebook, files, blocked)
         SELECT ?1, ?2, ?3, count(*), coalesce(sum(state = ?4), 0) FROM file_state",
        params![run.at.date().to_string(), head(connection)?, run.rulebook, FileState::Blocked.as_str()],
    )?;
    let oldest = run.at.date() - time::Duration::days(DAYS);
    connection.execute("DELETE FROM tally WHERE day < ?1", [oldest.to_string()])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOW, import, office_files, sheet, workspace};
    use crate::{EvaluationRun, FileResult, Workspace};
    use guichet_model::{FileState, Instant, SheetKind};
    use std::sync::atomic::AtomicBool;
    use tempfile::tempdir;
    use time::Duration;

    /// Judges so many of the files as blocked, the others as ready.
    fn judge(workspace: &mut Workspace, at: Instant, blocked: usize) {
        let run = EvaluationRun { rulebook: "national".into(), sha256: "ab".into(), as_of: at, at };
        let files = workspace.office().unwrap();
        let state = |rank: usize| if rank < blocked { FileState::Blocked } else { FileState::Ready };
        let results = files.registrations.iter().enumerate().map(|(rank, file)| FileResult {
            registration: file.id,
            state: state(rank),
            complete: true,
            findings: Vec::new(),
        });
        workspace.replace_evaluation(&run, results.collect::<Vec<_>>(), &AtomicBool::new(false)).unwrap();
    }

    #[test]
    fn yesterday_is_compared_then_the_state_before_the_last_import() {
        let folder = tempdir().unwrap();
        let mut workspace = workspace(&folder.path().join("w"));
        let before = |workspace: &Workspace, at: Instant| {
            let tally = workspace.tally_before(at, "national").unwrap();
            tally.map(|tally| (tally.day, tally.before_import, tally.files, tally.blocked))
        };
        judge(&mut workspace, NOW, 0);
        import(&mut workspace, &office_files());
        judge(&mut workspace, NOW, 3);
        assert_eq!(before(&workspace, NOW), None, "an empty office is compared with nothing");
        let more = sheet("n.csv", SheetKind::Roster, "student_number;level", &["777;L3"]);
        import(&mut workspace, &[more]);
        judge(&mut workspace, NOW, 1);
        assert_eq!(before(&workspace, NOW), Some((NOW.date(), true, 4, 3)));
        let tomorrow = NOW + Duration::DAY;
        assert_eq!(before(&workspace, tomorrow), Some((NOW.date(), false, 5, 1)));
        judge(&mut workspace, tomorrow, 2);
        assert_eq!(before(&workspace, tomorrow), Some((NOW.date(), false, 5, 1)), "today is not its own yesterday");
        assert_eq!(workspace.tally_before(tomorrow, "other").unwrap(), None);
        judge(&mut workspace, NOW + Duration::days(500), 2);
        let kept: i64 = workspace.connection.query_row("SELECT count(*) FROM tally", [], |row| row.get(0)).unwrap();
        assert_eq!(kept, 1, "what is old goes");
    }
}
