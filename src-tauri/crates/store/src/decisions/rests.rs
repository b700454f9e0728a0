use crate::error::Result;
use crate::transact::Tx;
use guichet_model::RegistrationId;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;

/// The earlier operations a decision rests on: those that wrote the file's row as it is now, and the decision it replaces.
#[derive(Default)]
pub(super) struct Rests(BTreeMap<i64, i64>);

impl Rests {
    /// Notes one decision on a file; `replaced` wrote the one it replaces. False when the workspace has no such file.
    pub(super) fn add(&mut self, tx: &Tx<'_>, file: RegistrationId, replaced: Option<i64>) -> Result<bool> {
        let wrote: Option<Option<i64>> = tx
            .prepare_cached(
                "SELECT s.operation FROM registration r JOIN source_row s ON s.id = r.source_row WHERE r.id = ?1",
            )?
            .query_row([file.0], |row| row.get(0))
            .optional()?;
        let Some(wrote) = wrote else { return Ok(false) };
        for operation in wrote.into_iter().chain(replaced.filter(|replaced| Some(*replaced) != wrote)) {
            *self.0.entry(operation).or_default() += 1;
        }
        Ok(true)
    }

    pub(super) fn keep(self, tx: &Tx<'_>) -> Result<()> {
        let mut insert = tx.prepare("INSERT INTO rests_on (operation, earlier, rows) VALUES (?1, ?2, ?3)")?;
        for (earlier, rows) in self.0 {
            insert.execute(params![tx.operation().0, earlier, rows])?;
        }
        Ok(())
    }
}
