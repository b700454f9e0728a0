use crate::Workspace;
use crate::content::hash_texts;
use crate::error::{Result, StoreError};
use crate::sql_values::Sql;
use crate::transact::{OperationId, OperationKind, Tx};
use guichet_model::{Instant, instant_text};
use rusqlite::{OptionalExtension, params};
use serde_json::{Value, json};

/// The setting that names the rulebook in force.
pub const RULEBOOK_SETTING: &str = "rulebook";

/// A published edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEdition {
    /// The id of the rulebook.
    pub name: String,
    /// The file.
    pub text: String,
    /// Who published it.
    pub who: String,
    /// When.
    pub at: Instant,
}

/// An edition to publish.
#[derive(Clone, Copy, Debug)]
pub struct NewEdition<'a> {
    /// The draft it comes from, which it replaces.
    pub draft: Option<i64>,
    /// The id of the rulebook.
    pub name: &'a str,
    /// What the journal calls it.
    pub label: &'a str,
    /// The file.
    pub text: &'a str,
}

impl Workspace {
    /// The editions published here, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn rulebook_editions(&self) -> Result<Vec<KeptEdition>> {
        let mut statement = self.connection.prepare("SELECT name, text, who, at FROM rulebook_edition ORDER BY id")?;
        let editions = statement.query_map([], |row| {
            Ok(KeptEdition {
                name: row.get(0)?,
                text: row.get(1)?,
                who: row.get(2)?,
                at: row.get::<_, Sql<Instant>>(3)?.0,
            })
        })?;
        Ok(editions.collect::<rusqlite::Result<_>>()?)
    }

    /// Publishes an edition and puts it in force, in the place of its draft. Undone, the former rulebook is in force again,
    /// unless another was chosen since, and the draft is back.
    ///
    /// # Errors
    /// [`StoreError::DecisionRefused`] when an edition has this id already or its draft is gone; nothing is then changed.
    pub fn publish_rulebook(&mut self, new: &NewEdition<'_>, now: Instant) -> Result<OperationId> {
        let who = self.who().to_owned();
        let ((), operation, _) = self.transact(OperationKind::Publish, new.label, now, |tx| {
            let former = in_force(tx)?;
            rest_on(tx, &former)?;
            if published(tx, new.name)?.is_some() {
                return Err(StoreError::DecisionRefused { sentence: "error-store-edition-there" });
            }
            if let Some(draft) = new.draft
                && tx.execute("DELETE FROM rulebook_draft WHERE id = ?1", [draft])? == 0
            {
                return Err(StoreError::DecisionRefused { sentence: "error-store-draft-gone" });
            }
            tx.execute(
                "INSERT INTO rulebook_edition (id, name, text, who, at, operation) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    tx.new_id("rulebook_edition")?,
                    new.name,
                    new.text,
                    who,
                    instant_text(now),
                    tx.operation().0
                ],
            )?;
            tx.execute(
                "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                params![RULEBOOK_SETTING, json!(new.name).to_string()],
            )?;
            tx.mark_settings();
            tx.summarise(json!({ "id": new.name, "former": former, "text": hash_texts([new.text]) }));
            Ok(())
        })?;
        Ok(operation)
    }
}

/// The rulebook chosen, if one was.
fn in_force(tx: &Tx<'_>) -> Result<Value> {
    let text: Option<String> =
        tx.query_row("SELECT value FROM setting WHERE key = ?1", [RULEBOOK_SETTING], |row| row.get(0)).optional()?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// The operation that published an edition.
fn published(tx: &Tx<'_>, name: &str) -> Result<Option<i64>> {
    Ok(tx.query_row("SELECT operation FROM rulebook_edition WHERE name = ?1", [name], |row| row.get(0)).optional()?)
}

/// What is undone goes back to the former rulebook: that one is not undone before.
fn rest_on(tx: &Tx<'_>, former: &Value) -> Result<()> {
    let earlier = former.as_str().map(|name| published(tx, name)).transpose()?.flatten();
    if let Some(earlier) = earlier {
        tx.execute(
            "INSERT INTO rests_on (operation, earlier, rows) VALUES (?1, ?2, 1)",
            params![tx.operation().0, earlier],
        )?;
    }
    Ok(())
}
