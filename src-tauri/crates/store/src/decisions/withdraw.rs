use crate::Workspace;
use crate::error::{Result, StoreError, unreadable};
use crate::transact::{OperationId, OperationKind};
use guichet_model::{BY_HAND, Instant, SheetKind};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;

/// What the journal shows: no name.
const LABEL: &str = "1";

/// Where something entered by hand is kept.
struct Entry {
    table: &'static str,
    id: i64,
    /// The operation that entered it.
    operation: Option<i64>,
}

impl Workspace {
    /// Takes away what was entered by hand on a row of ours: extracts speak again for what it was about.
    ///
    /// # Errors
    /// [`StoreError::DecisionRefused`] when nothing that counts was entered there; the workspace is then as it was.
    pub fn withdraw(&mut self, sha256: &str, row: u32, now: Instant) -> Result<OperationId> {
        let Some(entry) = entered(&self.connection, sha256, row)? else {
            return Err(StoreError::DecisionRefused { sentence: "error-store-entry-gone" });
        };
        let ((), operation, _) = self.transact(OperationKind::Withdrawal, LABEL, now, |tx| {
            tx.execute("DELETE FROM kept_row WHERE of = ?1 AND fact = ?2", params![entry.table, entry.id])?;
            tx.execute(&format!("DELETE FROM {} WHERE id = ?1", entry.table), [entry.id])?;
            if let Some(entered) = entry.operation {
                tx.execute(
                    "INSERT INTO rests_on (operation, earlier, rows) VALUES (?1, ?2, 1)",
                    params![tx.operation().0, entered],
                )?;
            }
            tx.mark_facts();
            tx.summarise(json!({ "what": entry.table, "entered": entry.operation }));
            Ok(())
        })?;
        Ok(operation)
    }
}

/// The derogation or document read from a row entered by hand.
fn entered(connection: &Connection, sha256: &str, row: u32) -> Result<Option<Entry>> {
    if !sha256.starts_with(BY_HAND) {
        return Ok(None);
    }
    let found: Option<(i64, String, Option<i64>)> = connection
        .query_row(
            "SELECT r.id, s.kind, r.operation FROM source_row r JOIN source_sheet s ON s.id = r.sheet
             JOIN source_file f ON f.id = s.file WHERE f.sha256 = ?1 AND r.row = ?2",
            params![sha256, row],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .optional()?;
    let Some((source, kind, operation)) = found else { return Ok(None) };
    let table = match SheetKind::from_name(&kind).ok_or_else(|| unreadable("source_sheet.kind"))? {
        SheetKind::Requests => "request",
        SheetKind::Documents => "document",
        SheetKind::Roster | SheetKind::History | SheetKind::Certificates | SheetKind::CvecStates => return Ok(None),
    };
    let fact: Option<i64> = connection
        .query_row(&format!("SELECT id FROM {table} WHERE source_row = ?1"), [source], |row| row.get(0))
        .optional()?;
    Ok(fact.map(|id| Entry { table, id, operation }))
}
