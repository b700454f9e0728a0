use super::rests::Rests;
use crate::Workspace;
use crate::content::hash_texts;
use crate::error::{Result, StoreError};
use crate::sql_values::Sql;
use crate::transact::{OperationId, OperationKind};
use guichet_model::{FileNote, Instant, MOST_WORDS, RegistrationId, instant_text};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;

/// What the journal shows: no word of the note.
const LABEL: &str = "note";

impl Workspace {
    /// What is written about a file, if anything.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn note(&self, file: RegistrationId) -> Result<Option<FileNote>> {
        Ok(former(&self.connection, file)?.map(|(note, _)| note))
    }

    /// Writes about a file, in the place of what was written; no words at all take it away. Nothing when these words
    /// stand there already.
    ///
    /// # Errors
    /// [`StoreError::DecisionRefused`] when there are too many words or no such file; what was written stays.
    pub fn set_note(&mut self, file: RegistrationId, text: &str, now: Instant) -> Result<Option<OperationId>> {
        let text = text.trim();
        if text.chars().count() > MOST_WORDS {
            return Err(StoreError::DecisionRefused { sentence: "error-store-words-too-many" });
        }
        let former = former(&self.connection, file)?;
        if former.as_ref().map_or("", |(note, _)| note.text.as_str()) == text {
            return Ok(None);
        }
        let who = self.who().to_owned();
        let ((), operation, _) = self.transact(OperationKind::Note, LABEL, now, |tx| {
            let mut rests = Rests::default();
            if !rests.add(tx, file, former.as_ref().map(|(_, operation)| *operation))? {
                return Err(StoreError::DecisionRefused { sentence: "error-store-file-gone" });
            }
            if text.is_empty() {
                tx.execute("DELETE FROM note WHERE registration = ?1", [file.0])?;
            } else {
                tx.execute(
                    "INSERT INTO note (id, registration, text, who, at, operation) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                     ON CONFLICT (registration) DO UPDATE SET text = excluded.text, who = excluded.who,
                         at = excluded.at, operation = excluded.operation",
                    params![tx.new_id("note")?, file.0, text, who, instant_text(now), tx.operation().0],
                )?;
            }
            rests.keep(tx)?;
            let hash = |text: &str| (!text.is_empty()).then(|| hash_texts([file.0.to_string().as_str(), text]));
            let before = former.as_ref().and_then(|(note, _)| hash(&note.text));
            tx.summarise(json!({ "before": before, "after": hash(text) }));
            Ok(())
        })?;
        Ok(Some(operation))
    }
}

fn former(connection: &Connection, file: RegistrationId) -> Result<Option<(FileNote, i64)>> {
    Ok(connection
        .query_row("SELECT text, who, at, operation FROM note WHERE registration = ?1", [file.0], |row| {
            let note = FileNote { text: row.get(0)?, who: row.get(1)?, at: row.get::<_, Sql<Instant>>(2)?.0 };
            Ok((note, row.get(3)?))
        })
        .optional()?)
}
