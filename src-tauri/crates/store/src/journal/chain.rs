//! The chain of seals. An entry's hash covers its words and the entry before; its seal, made with a key derived from the
//! workspace's own, covers the hash and the seal before: who cannot open the workspace cannot write its journal.

use crate::connection::schema_of;
use crate::content::hash_texts;
use crate::descriptor::to_hex;
use crate::error::Result;
use crate::keys::DataKey;
use crate::transact::Changes;
use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::{Value, json};
use sha2::Sha256;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// The first schema with seals: a copy of an older one has hashes alone.
pub(super) const SEALED_SINCE: i64 = 5;
/// What the key is derived for: another use of the workspace's key gets another one.
const PURPOSE: &str = "guichet journal 1";

/// The key of a workspace's seals, wiped when dropped.
#[derive(Clone)]
pub(crate) struct JournalKey(Zeroizing<[u8; 32]>);

impl JournalKey {
    /// The key of the workspace that has this data key.
    pub(crate) fn of(data_key: &DataKey) -> Self {
        Self(Zeroizing::new(code(data_key.bytes(), [PURPOSE])))
    }

    /// The seal of an entry: it covers its hash and the seal before it.
    pub(crate) fn seal(&self, before: &str, hash: &str) -> String {
        to_hex(&code(&self.0, ["entry", before, hash]))
    }

    /// The seal of the whole journal, whose last entry has this number and this seal.
    fn head(&self, seq: i64, seal: &str) -> String {
        to_hex(&code(&self.0, ["head", &seq.to_string(), seal]))
    }

    /// The seal of a copy of the journal.
    pub(super) fn copy(&self, text: &str) -> String {
        to_hex(&code(&self.0, ["copy", text]))
    }
}

/// HMAC-SHA-256 of texts, each set apart from the next.
fn code<'a>(key: &[u8; 32], texts: impl IntoIterator<Item = &'a str>) -> [u8; 32] {
    // A shorter key than the hash's block of 64 bytes is filled up with zeros.
    let mut block = Zeroizing::new([0; 64]);
    block[..key.len()].copy_from_slice(key);
    let mut code = Hmac::<Sha256>::new(&(*block).into());
    code.update(hash_texts(texts).as_bytes());
    code.finalize().into_bytes().into()
}

/// What one journal entry's hash covers, besides the hash before it.
pub(crate) struct Link<'a> {
    pub(crate) seq: i64,
    pub(crate) at: &'a str,
    pub(crate) who: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) label: &'a str,
    pub(crate) summary: &'a str,
    pub(crate) changes: Changes,
}

impl Link<'_> {
    pub(crate) fn hash(&self, before: &str) -> String {
        let seq = self.seq.to_string();
        let flags = format!("{}{}", u8::from(self.changes.facts), u8::from(self.changes.settings));
        hash_texts([before, &seq, self.at, self.who, self.kind, self.label, self.summary, &flags])
    }
}

/// A hash of what stays of an entry whose words are forgotten: when, who, what kind, what it changed.
pub(crate) fn rest_of(connection: &Connection, seq: i64) -> rusqlite::Result<String> {
    connection.query_row("SELECT at, who, kind, facts, settings FROM journal WHERE seq = ?1", [seq], |row| {
        let texts: Vec<String> = [0, 1, 2].into_iter().map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?;
        let flags = format!("{}{}", u8::from(row.get::<_, bool>(3)?), u8::from(row.get::<_, bool>(4)?));
        Ok(hash_texts(texts.iter().map(String::as_str).chain([flags.as_str()])))
    })
}

/// What the purges of a journal say they forgot: the number of an entry, the purge's, and the hash of what stays.
struct Forgotten(BTreeMap<i64, (i64, String)>);

impl Forgotten {
    /// As the purges' own entries say, whose seals are checked with all others.
    fn load(connection: &Connection) -> Result<Self> {
        let mut statement = connection.prepare("SELECT seq, summary FROM journal WHERE kind = 'purge' ORDER BY seq")?;
        let mut rows = statement.query([])?;
        let mut forgotten = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (by, summary): (i64, String) = (row.get(0)?, row.get(1)?);
            let summary: Value = serde_json::from_str(&summary).unwrap_or_default();
            let listed: Vec<(i64, String)> =
                serde_json::from_value(summary.get("forgotten").cloned().unwrap_or_default()).unwrap_or_default();
            forgotten.extend(listed.into_iter().filter(|(seq, _)| *seq < by).map(|(seq, rest)| (seq, (by, rest))));
        }
        Ok(Self(forgotten))
    }

    /// Whether an entry is what a purge left of it.
    fn holds(&self, connection: &Connection, seq: i64, label: &str, summary: &str) -> Result<bool> {
        let Some((by, rest)) = self.0.get(&seq) else { return Ok(false) };
        let left = json!({ "purged_by": by }).to_string();
        Ok(label.is_empty() && summary == left && rest_of(connection, seq)? == *rest)
    }
}

/// Seals the entry that was just written, the last one, and the journal with it.
pub(crate) fn seal(connection: &Connection, key: &JournalKey, seq: i64, hash: &str) -> rusqlite::Result<()> {
    let before: Option<String> = connection
        .prepare_cached("SELECT seal FROM journal_seal WHERE seq = ?1")?
        .query_row([seq - 1], |row| row.get(0))
        .optional()?;
    let seal = key.seal(before.as_deref().unwrap_or_default(), hash);
    connection.execute("INSERT INTO journal_seal (seq, seal) VALUES (?1, ?2)", params![seq, seal])?;
    connection.execute(
        "INSERT INTO journal_head (one, seal) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET seal = excluded.seal",
        [key.head(seq, &seal)],
    )?;
    Ok(())
}

/// Seals the entries of a journal that was written before there were seals.
pub(crate) fn seal_all(connection: &Connection, key: &JournalKey) -> rusqlite::Result<()> {
    let entries: Vec<(i64, String)> = connection
        .prepare("SELECT seq, hash_after FROM journal ORDER BY seq")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    entries.iter().try_for_each(|(seq, hash)| seal(connection, key, *seq, hash))
}

/// The number of the first operation whose entry is not as it was written: altered, missing, added, or cut off the end.
pub(crate) fn first_alteration(connection: &Connection, key: &JournalKey) -> Result<Option<i64>> {
    let sealed = schema_of(connection)? >= SEALED_SINCE;
    let forgotten = Forgotten::load(connection)?;
    let seals = if sealed { "journal_seal" } else { "(SELECT NULL AS seq, NULL AS seal)" };
    let mut statement = connection.prepare(&format!(
        "SELECT seq, at, who, kind, label, summary, facts, settings, hash_before, hash_after, seal
         FROM journal LEFT JOIN {seals} USING (seq) ORDER BY seq",
    ))?;
    let mut rows = statement.query([])?;
    let (mut last, mut hash, mut seal) = (0, String::new(), String::new());
    while let Some(row) = rows.next()? {
        let texts: Vec<String> =
            [1, 2, 3, 4, 5, 8, 9].into_iter().map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?;
        let [at, who, kind, label, summary, hash_before, hash_after] = texts.as_slice() else { continue };
        let (seq, found): (i64, Option<String>) = (row.get(0)?, row.get(10)?);
        let changes = Changes { facts: row.get(6)?, settings: row.get(7)? };
        let expected = match forgotten.holds(connection, seq, label, summary)? {
            // Its words are gone: its hash is held by the seal.
            true => hash_after.clone(),
            false => Link { seq, at, who, kind, label, summary, changes }.hash(&hash),
        };
        let whole = seq == last + 1 && *hash_before == hash && *hash_after == expected;
        if !whole || sealed && found.as_ref() != Some(&key.seal(&seal, &expected)) {
            return Ok(Some(last + 1));
        }
        (last, hash, seal) = (seq, expected, found.unwrap_or_default());
    }
    if !sealed {
        return Ok(None);
    }
    let head: Option<String> =
        connection.query_row("SELECT seal FROM journal_head", [], |row| row.get(0)).optional()?;
    let further: i64 =
        connection.query_row("SELECT count(*) FROM journal_seal WHERE seq > ?1", [last], |r| r.get(0))?;
    let whole = further == 0 && head == (last > 0).then(|| key.head(last, &seal));
    Ok((!whole).then_some(last + 1))
}
