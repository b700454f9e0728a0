use crate::Workspace;
use crate::error::{Result, StoreError};
use crate::sql_values::Sql;
use crate::tally;
use crate::transact::facts_head;
use guichet_model::{FileState, Finding, Instant, RegistrationId};
use rusqlite::{Connection, OptionalExtension, Statement, TransactionBehavior, params};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

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
    /// Whether it lacks neither a document nor a fact.
    pub complete: bool,
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
    /// Puts the findings of an evaluation in the place of the former ones, whole or not at all. Each file's is written as
    /// it comes, so that those of a large office are never held at once. What a finding says is not kept: it follows from
    /// the facts, and is worked out again when somebody looks at the file. Nor does the journal tell of it.
    ///
    /// # Errors
    /// When the database refuses, for example because a file is not of this workspace, and [`StoreError::Cancelled`] once
    /// `cancel` is set; the former findings stay.
    pub fn replace_evaluation(
        &mut self,
        run: &EvaluationRun,
        results: impl IntoIterator<Item = FileResult>,
        cancel: &AtomicBool,
    ) -> Result<()> {
        self.evaluate(run, results, Forget::All, cancel)
    }

    /// Puts the findings of these files in the place of their former ones, whole or not at all; those of the other
    /// files stay, since what changed does not reach them.
    ///
    /// # Errors
    /// When the database refuses, and [`StoreError::Cancelled`] once `cancel` is set; the former findings stay.
    pub fn revise_evaluation(
        &mut self,
        run: &EvaluationRun,
        results: impl IntoIterator<Item = FileResult>,
        cancel: &AtomicBool,
    ) -> Result<()> {
        self.evaluate(run, results, Forget::Each, cancel)
    }

    fn evaluate(
        &mut self,
        run: &EvaluationRun,
        results: impl IntoIterator<Item = FileResult>,
        forget: Forget,
        cancel: &AtomicBool,
    ) -> Result<()> {
        // Before the former findings are taken out: that alone takes seconds in a large office.
        if cancel.load(Ordering::Relaxed) {
            return Err(StoreError::Cancelled);
        }
        let tx = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if forget == Forget::All {
            tx.execute_batch("DELETE FROM finding; DELETE FROM file_state;")?;
        }
        write_run(&tx, run)?;
        let mut writer = Writer::new(&tx)?;
        for result in results {
            if cancel.load(Ordering::Relaxed) {
                return Err(StoreError::Cancelled);
            }
            if forget == Forget::Each {
                writer.forget(result.registration)?;
            }
            writer.write(&result)?;
        }
        drop(writer);
        tally::count(&tx, run)?;
        tx.commit()?;
        self.files.replace(None);
        Ok(())
    }
}

/// Which former findings make room for new ones.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Forget {
    /// Everybody's.
    All,
    /// Those of each file that is judged again.
    Each,
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

/// Writes what the rules say of files, with statements prepared once.
struct Writer<'t> {
    sources: HashMap<(String, String), i64>,
    forget: [Statement<'t>; 2],
    state: Statement<'t>,
    finding: Statement<'t>,
}

impl<'t> Writer<'t> {
    fn new(tx: &'t Connection) -> Result<Self> {
        Ok(Self {
            sources: sources(tx)?,
            forget: [
                tx.prepare("DELETE FROM finding WHERE registration = ?1")?,
                tx.prepare("DELETE FROM file_state WHERE registration = ?1")?,
            ],
            state: tx.prepare("INSERT INTO file_state (registration, state, complete) VALUES (?1, ?2, ?3)")?,
            finding: tx.prepare(
                "INSERT INTO finding (registration, code, slug, severity, outcome, deadline, source)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?,
        })
    }

    fn forget(&mut self, file: RegistrationId) -> Result<()> {
        for statement in &mut self.forget {
            statement.execute([file.0])?;
        }
        Ok(())
    }

    fn write(&mut self, result: &FileResult) -> Result<()> {
        let file = result.registration.0;
        self.state.execute(params![file, result.state.as_str(), result.complete])?;
        for found in &result.findings {
            let (severity, outcome) = (found.severity.as_str(), found.outcome.as_str());
            let deadline = found.deadline.map(guichet_model::instant_text);
            let source = found
                .evidence
                .first()
                .and_then(|evidence| self.sources.get(&(evidence.sheet.sha256.clone(), evidence.sheet.file.clone())));
            self.finding.execute(params![file, found.code, found.slug, severity, outcome, deadline, source])?;
        }
        Ok(())
    }
}

/// The numbers of the files imported, by fingerprint and name.
fn sources(connection: &Connection) -> rusqlite::Result<HashMap<(String, String), i64>> {
    let mut statement = connection.prepare("SELECT sha256, name, id FROM source_file")?;
    statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?.collect()
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

/// The state of a file, once evaluated.
pub(crate) fn state_of(connection: &Connection, registration: i64) -> rusqlite::Result<Option<FileState>> {
    connection
        .query_row("SELECT state FROM file_state WHERE registration = ?1", [registration], |row| {
            Ok(row.get::<_, Sql<FileState>>(0)?.0)
        })
        .optional()
}
