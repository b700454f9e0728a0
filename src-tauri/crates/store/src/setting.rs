use crate::Workspace;
use crate::error::{Result, unreadable};
use crate::transact::{OperationId, OperationKind};
use guichet_model::Instant;
use rusqlite::{OptionalExtension, params};
use serde_json::{Value, json};

impl Workspace {
    /// A setting of the workspace, `None` when it was never set.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn setting(&self, key: &str) -> Result<Option<Value>> {
        let text: Option<String> = self
            .connection
            .query_row("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get(0))
            .optional()?;
        let value = text.map(|text| serde_json::from_str(&text)).transpose();
        Ok(value.map_err(|_| unreadable("setting.value"))?)
    }

    /// Sets a setting. `None` when it had this value already: nothing is then written.
    ///
    /// # Errors
    /// When the database refuses; the setting stays as it was.
    pub fn set_setting(&mut self, key: &str, value: &Value, now: Instant) -> Result<Option<OperationId>> {
        if self.setting(key)?.as_ref() == Some(value) {
            return Ok(None);
        }
        let ((), operation, _) = self.transact(OperationKind::Setting, key, now, |tx| {
            tx.execute(
                "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                params![key, value.to_string()],
            )?;
            tx.mark_settings();
            tx.summarise(json!({ "value": value }));
            Ok(())
        })?;
        Ok(Some(operation))
    }
}
