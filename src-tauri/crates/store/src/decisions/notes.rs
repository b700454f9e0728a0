use super::rests::Rests;
use crate::Workspace;
use crate::content::hash_texts;
use crate::error::{Result, StoreError};
use crate::sql_values::Sql;
use crate::transact::{OperationId, OperationKind, Tx};
use guichet_model::{FileNote, Instant, MOST_WORDS, RegistrationId, instant_text};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::json;

impl Workspace {
    /// What is written about a file, if anything.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn note(&self, file: RegistrationId) -> Result<Option<FileNote>> {
        Ok(former(&self.connection, file)?.map(|(note, _)| note))
    }

    /// Writes about a file, in the place of what was written: see [`Workspace::set_notes`].
    ///
    /// # Errors
    /// As [`Workspace::set_notes`].
    pub fn set_note(&mut self, file: RegistrationId, text: &str, now: Instant) -> Result<Option<OperationId>> {
        self.set_notes(&[(file, text.to_owned())], now)
    }

    /// Writes about files, in the place of what was written, in one operation; no words at all take it away. Nothing when
    /// these words stand there already.
    ///
    /// # Errors
    /// [`StoreError::DecisionRefused`] when there are too many words or no such file; what was written stays.
    pub fn set_notes(&mut self, notes: &[(RegistrationId, String)], now: Instant) -> Result<Option<OperationId>> {
        check_notes(notes)?;
        let mut changed = Vec::new();
        for (file, text) in notes.iter().map(|(file, text)| (*file, text.trim())) {
            let former = former(&self.connection, file)?;
            if former.as_ref().map_or("", |(note, _)| note.text.as_str()) != text {
                changed.push((file, text, former));
            }
        }
        if changed.is_empty() {
            return Ok(None);
        }
        let who = self.who().to_owned();
        let ((), operation, _) = self.transact(OperationKind::Note, &changed.len().to_string(), now, |tx| {
            let (mut rests, mut before, mut after) = (Rests::default(), Vec::new(), Vec::new());
            for (file, text, former) in &changed {
                if !rests.add(tx, *file, former.as_ref().map(|(_, operation)| *operation))? {
                    return Err(StoreError::DecisionRefused { sentence: "error-store-file-gone" });
                }
                before.extend(former.as_ref().map(|(note, _)| words(*file, &note.text)));
                after.extend((!text.is_empty()).then(|| words(*file, text)));
                write(tx, *file, text, &who, now)?;
            }
            rests.keep(tx)?;
            let hash = |words: &[String]| (!words.is_empty()).then(|| hash_texts(words.iter().map(String::as_str)));
            tx.summarise(json!({ "files_touched": changed.len(), "before": hash(&before), "after": hash(&after) }));
            Ok(())
        })?;
        Ok(Some(operation))
    }
}

/// Refuses notes of too many words.
///
/// # Errors
/// [`StoreError::DecisionRefused`].
pub fn check_notes(notes: &[(RegistrationId, String)]) -> Result<()> {
    if notes.iter().any(|(_, text)| text.trim().chars().count() > MOST_WORDS) {
        return Err(StoreError::DecisionRefused { sentence: "error-store-words-too-many" });
    }
    Ok(())
}

/// A note in one text, for its hash.
fn words(file: RegistrationId, text: &str) -> String {
    format!("{}\u{1f}{text}", file.0)
}

fn write(tx: &Tx<'_>, file: RegistrationId, text: &str, who: &str, now: Instant) -> Result<()> {
    if text.is_empty() {
        tx.execute("DELETE FROM note WHERE registration = ?1", [file.0])?;
        return Ok(());
    }
    tx.prepare_cached(
        "INSERT INTO note (id, registration, text, who, at, operation) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (registration) DO UPDATE SET text = excluded.text, who = excluded.who, at = excluded.at,
             operation = excluded.operation",
    )?
    .execute(params![tx.new_id("note")?, file.0, text, who, instant_text(now), tx.operation().0])?;
    Ok(())
}

/// Every note, with its id, the operation that wrote it and its file.
pub(super) fn all(connection: &Connection) -> Result<Vec<(i64, i64, RegistrationId, FileNote)>> {
    let mut statement = connection.prepare("SELECT text, who, at, operation, id, registration FROM note")?;
    let notes =
        statement.query_map([], |row| Ok((row.get(4)?, row.get(3)?, RegistrationId(row.get(5)?), read(row)?)))?;
    Ok(notes.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<FileNote> {
    Ok(FileNote { text: row.get(0)?, who: row.get(1)?, at: row.get::<_, Sql<Instant>>(2)?.0 })
}

fn former(connection: &Connection, file: RegistrationId) -> Result<Option<(FileNote, i64)>> {
    Ok(connection
        .query_row("SELECT text, who, at, operation FROM note WHERE registration = ?1", [file.0], |row| {
            Ok((read(row)?, row.get(3)?))
        })
        .optional()?)
}
