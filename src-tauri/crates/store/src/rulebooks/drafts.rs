use crate::Workspace;
use crate::content::hash_texts;
use crate::error::Result;
use crate::sql_values::Sql;
use crate::transact::row_id;
use guichet_model::{Instant, instant_text};
use rusqlite::{Connection, params};

const TABLE: &str = "rulebook_draft";

/// A rulebook being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptDraft {
    /// Its number.
    pub number: i64,
    /// The id of the rulebook it was made from.
    pub base: String,
    /// The file.
    pub text: String,
    /// Who changed it last.
    pub who: String,
    /// When.
    pub at: Instant,
}

impl Workspace {
    /// The rulebooks being written, the one changed last first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn rulebook_drafts(&self) -> Result<Vec<KeptDraft>> {
        let mut statement =
            self.connection.prepare("SELECT id, base, text, who, at FROM rulebook_draft ORDER BY at DESC, id DESC")?;
        let drafts = statement.query_map([], |row| {
            Ok(KeptDraft {
                number: row.get(0)?,
                base: row.get(1)?,
                text: row.get(2)?,
                who: row.get(3)?,
                at: row.get::<_, Sql<Instant>>(4)?.0,
            })
        })?;
        Ok(drafts.collect::<rusqlite::Result<_>>()?)
    }

    /// Begins a rulebook; its number. The journal tells of it when it is published.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn begin_rulebook(&mut self, base: &str, text: &str, now: Instant) -> Result<i64> {
        let who = self.who().to_owned();
        let transaction = self.connection.transaction()?;
        let number: i64 = transaction.query_row(
            "INSERT INTO counter (name, last) VALUES (?1, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1
             RETURNING last",
            [TABLE],
            |row| row.get(0),
        )?;
        transaction.execute(
            "INSERT INTO rulebook_draft (id, base, text, who, at) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![row_id(number), base, text, who, instant_text(now)],
        )?;
        transaction.commit()?;
        Ok(row_id(number))
    }

    /// Keeps what a rulebook being written has become. False when it is not there any more.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn keep_rulebook(&mut self, number: i64, text: &str, now: Instant) -> Result<bool> {
        let who = self.who().to_owned();
        let changed = self.connection.execute(
            "UPDATE rulebook_draft SET text = ?2, who = ?3, at = ?4 WHERE id = ?1",
            params![number, text, who, instant_text(now)],
        )?;
        Ok(changed > 0)
    }

    /// Gives up a rulebook being written. False when it is not there any more.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn discard_rulebook(&mut self, number: i64) -> Result<bool> {
        Ok(self.connection.execute("DELETE FROM rulebook_draft WHERE id = ?1", [number])? > 0)
    }
}

/// A hash of every rulebook being written; empty when there are none, or in a database of before there could be any.
pub(crate) fn drafts_hash(connection: &Connection) -> Result<String> {
    if !connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1")?.exists([TABLE])? {
        return Ok(String::new());
    }
    let mut statement = connection.prepare("SELECT id, base, text, who, at FROM rulebook_draft ORDER BY id")?;
    let drafts = statement.query_map([], |row| {
        let id: i64 = row.get(0)?;
        Ok([id.to_string(), row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?])
    })?;
    let drafts: Vec<[String; 5]> = drafts.collect::<rusqlite::Result<_>>()?;
    let texts = drafts.iter().flatten().map(String::as_str);
    Ok(if drafts.is_empty() { String::new() } else { hash_texts(texts) })
}
