use crate::Workspace;
use crate::error::{Result, unreadable};
use crate::sql_values::Sql;
use crate::transact::facts_head;
use guichet_model::{FileState, Finding, Instant, RegistrationId};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

/// With what, and for which moment, the files were judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvaluationRun {
    /// The rulebook's id.
    pub rulebook: String,
    /// The rulebook's fingerprint.
    pub sha256: String,
    /// The moment judged, Paris civil time.
    pub as_of: Instant,
    /// When it was done.
    pub at: Instant,
}

/// What the rules say of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileResult {
    /// The file.
    pub registration: RegistrationId,
    /// Where it stands.
    pub state: FileState,
    /// What was found, in the order of reports.
    pub findings: Vec<Finding>,
}

/// The last evaluation kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastEvaluation {
    /// With what and when.
    pub run: EvaluationRun,
    /// Whether facts changed since: the findings shown are then those of before.
    pub outdated: bool,
}

impl Workspace {
    /// Puts the findings of an evaluation in the place of the former ones, whole or not at all. Findings are
    /// computed from facts, so the journal does not tell of them.
    ///
    /// # Errors
    /// When the database refuses, for example because a file is not of this workspace; the former findings stay.
    pub fn replace_evaluation(&mut self, run: &EvaluationRun, results: &[FileResult]) -> Result<()> {
        self.evaluate(run, results, |tx| Ok(tx.execute_batch("DELETE FROM finding; DELETE FROM file_state;")?))
    }

    /// Puts the findings of these files in the place of their former ones, whole or not at all; those of the other
    /// files stay, since what changed does not reach them.
    ///
    /// # Errors
    /// When the database refuses; the former findings stay.
    pub fn revise_evaluation(&mut self, run: &EvaluationRun, results: &[FileResult]) -> Result<()> {
        self.evaluate(run, results, |tx| {
            let mut findings = tx.prepare("DELETE FROM finding WHERE registration = ?1")?;
            let mut states = tx.prepare("DELETE FROM file_state WHERE registration = ?1")?;
            for result in results {
                findings.execute([result.registration.0])?;
                states.execute([result.registration.0])?;
            }
            Ok(())
        })
    }

    fn evaluate(
        &mut self,
        run: &EvaluationRun,
        results: &[FileResult],
        make_room: impl FnOnce(&Connection) -> Result<()>,
    ) -> Result<()> {
        let tx = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        make_room(&tx)?;
        write_run(&tx, run)?;
        write_results(&tx, results)?;
        tx.commit()?;
        self.files.replace(None);
        Ok(())
    }
}

fn write_run(connection: &Connection, run: &EvaluationRun) -> Result<()> {
    connection.execute(
        "INSERT OR REPLACE INTO evaluation (id, rulebook, sha256, as_of, at, facts) VALUES (1, ?1, ?2, ?3, ?4, ?5)",
        params![
            run.rulebook,
            run.sha256,
            guichet_model::instant_text(run.as_of),
            guichet_model::instant_text(run.at),
            facts_head(connection)?
        ],
    )?;
    Ok(())
}

fn write_results(connection: &Connection, results: &[FileResult]) -> Result<()> {
    let mut state = connection.prepare("INSERT INTO file_state (registration, state) VALUES (?1, ?2)")?;
    let mut row = connection.prepare(
        "INSERT INTO finding (registration, code, slug, severity, outcome, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for result in results {
        state.execute(params![result.registration.0, result.state.as_str()])?;
        for finding in &result.findings {
            let body = serde_json::to_string(finding).map_err(|_| unreadable("finding.body"))?;
            row.execute(params![
                result.registration.0,
                finding.code,
                finding.slug,
                finding.severity.as_str(),
                finding.outcome.as_str(),
                body
            ])?;
        }
    }
    Ok(())
}

/// The last evaluation, if there was one.
pub(crate) fn last_evaluation(connection: &Connection) -> rusqlite::Result<Option<LastEvaluation>> {
    let head = facts_head(connection)?;
    connection
        .query_row("SELECT rulebook, sha256, as_of, at, facts FROM evaluation", [], |row| {
            let run = EvaluationRun {
                rulebook: row.get(0)?,
                sha256: row.get(1)?,
                as_of: row.get::<_, Sql<Instant>>(2)?.0,
                at: row.get::<_, Sql<Instant>>(3)?.0,
            };
            Ok(LastEvaluation { run, outdated: row.get::<_, String>(4)? != head })
        })
        .optional()
}

/// The state of a file, once evaluated, and its findings in the order of reports.
pub(crate) fn result_of(
    connection: &Connection,
    registration: i64,
) -> rusqlite::Result<(Option<FileState>, Vec<Finding>)> {
    let state = connection
        .query_row("SELECT state FROM file_state WHERE registration = ?1", [registration], |row| {
            Ok(row.get::<_, Sql<FileState>>(0)?.0)
        })
        .optional()?;
    let findings = connection
        .prepare_cached("SELECT body FROM finding WHERE registration = ?1 ORDER BY id")?
        .query_map([registration], |row| {
            let body = row.get_ref(0)?.as_str()?;
            serde_json::from_str(body).map_err(|_| unreadable("finding.body"))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok((state, findings))
}
