use super::rests::Rests;
use crate::Workspace;
use crate::content::hash_texts;
use crate::error::{Result, StoreError, unreadable};
use crate::sql_values::{Code, Sql};
use crate::transact::{OperationId, OperationKind, Tx};
use guichet_model::{Coded, Field, Instant, MOST_WORDS, RegistrationId, Waiver, WaiverReason, instant_text};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::json;
use std::collections::BTreeSet;
use time::Date;

/// One finding to waive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaiverTarget {
    /// The file.
    pub registration: RegistrationId,
    /// The rule.
    pub code: String,
    /// What the finding rests on.
    pub basis: String,
    /// The values it is read from.
    pub seen: Vec<(Field, String)>,
}

/// On what grounds findings are waived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaiverTerms {
    /// Why, from the list.
    pub reason: WaiverReason,
    /// Why, in free words.
    pub text: Option<String>,
    /// The last day it holds.
    pub until: Option<Date>,
}

impl WaiverTerms {
    /// The free words, when there are any.
    fn words(&self) -> Option<&str> {
        self.text.as_deref().map(str::trim).filter(|text| !text.is_empty())
    }

    /// Refuses terms that are not whole.
    ///
    /// # Errors
    /// [`StoreError::DecisionRefused`].
    pub fn check(&self) -> Result<()> {
        let sentence = match self.words() {
            None if self.reason == WaiverReason::Other => "error-store-words-missing",
            Some(text) if text.chars().count() > MOST_WORDS => "error-store-words-too-many",
            _ => return Ok(()),
        };
        Err(StoreError::DecisionRefused { sentence })
    }
}

const COLUMNS: &str = "registration, code, basis, seen, reason, text, until, who, at";

impl Workspace {
    /// Every waiver, by file and rule.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn waivers(&self) -> Result<Vec<Waiver>> {
        Ok(self
            .connection
            .prepare(&format!("SELECT {COLUMNS} FROM waiver ORDER BY registration, code"))?
            .query_map([], read)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// Waives findings, in one operation. A finding waived before, on whatever grounds, is waived on these.
    ///
    /// # Errors
    /// [`StoreError::DecisionRefused`] when the terms are not whole, nothing is to be waived, or a file is not there; the
    /// workspace is then as it was.
    pub fn waive(&mut self, targets: &[WaiverTarget], terms: &WaiverTerms, now: Instant) -> Result<OperationId> {
        terms.check()?;
        if targets.is_empty() {
            return Err(StoreError::DecisionRefused { sentence: "error-store-nothing-to-decide" });
        }
        let who = self.who().to_owned();
        let label = label(targets.iter().map(|target| target.code.as_str()));
        let ((), operation, _) = self.transact(OperationKind::Waive, &label, now, |tx| {
            let (mut rests, mut before, mut after) = (Rests::default(), Vec::new(), Vec::new());
            for target in targets {
                let former = former(tx, target.registration, &target.code)?;
                if !rests.add(tx, target.registration, former.as_ref().map(|(.., operation)| *operation))? {
                    return Err(StoreError::DecisionRefused { sentence: "error-store-file-gone" });
                }
                before.extend(former.as_ref().map(|(waiver, _)| words(waiver)));
                let waiver = Waiver {
                    registration: target.registration,
                    code: target.code.clone(),
                    basis: target.basis.clone(),
                    seen: target.seen.clone(),
                    reason: terms.reason,
                    text: terms.words().map(str::to_owned),
                    until: terms.until,
                    who: who.clone(),
                    at: now,
                };
                after.push(words(&waiver));
                write(tx, &waiver)?;
            }
            rests.keep(tx)?;
            tx.summarise(summary(targets.iter().map(|target| (target.registration, &*target.code)), &before, &after));
            Ok(())
        })?;
        Ok(operation)
    }

    /// Takes waivers away: their findings count again. Nothing when none of them is there.
    ///
    /// # Errors
    /// When the database refuses; the waivers stay.
    pub fn unwaive(&mut self, which: &[(RegistrationId, String)], now: Instant) -> Result<Option<OperationId>> {
        let mut there = Vec::new();
        for (file, code) in which {
            there.extend(former(&self.connection, *file, code)?);
        }
        if there.is_empty() {
            return Ok(None);
        }
        let label = label(there.iter().map(|(waiver, _)| waiver.code.as_str()));
        let ((), operation, _) = self.transact(OperationKind::Unwaive, &label, now, |tx| {
            let mut rests = Rests::default();
            for (waiver, operation) in &there {
                rests.add(tx, waiver.registration, Some(*operation))?;
                tx.execute(
                    "DELETE FROM waiver WHERE registration = ?1 AND code = ?2",
                    params![waiver.registration.0, waiver.code],
                )?;
            }
            rests.keep(tx)?;
            let before: Vec<String> = there.iter().map(|(waiver, _)| words(waiver)).collect();
            let of = there.iter().map(|(waiver, _)| (waiver.registration, &*waiver.code));
            tx.summarise(summary(of, &before, &[]));
            Ok(())
        })?;
        Ok(Some(operation))
    }
}

/// What the journal shows: rules and how many findings, no name.
fn label<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    let (mut each, mut count) = (BTreeSet::new(), 0_usize);
    for code in codes {
        each.insert(code);
        count += 1;
    }
    format!("{} × {count}", each.into_iter().collect::<Vec<_>>().join(", "))
}

/// What the journal keeps: how much was decided, and what stood before and after by hash.
fn summary<'a>(
    of: impl Iterator<Item = (RegistrationId, &'a str)>,
    before: &[String],
    after: &[String],
) -> serde_json::Value {
    let (mut files, mut codes, mut findings) = (BTreeSet::new(), BTreeSet::new(), 0_usize);
    for (file, code) in of {
        files.insert(file);
        codes.insert(code);
        findings += 1;
    }
    let hash = |words: &[String]| (!words.is_empty()).then(|| hash_texts(words.iter().map(String::as_str)));
    json!({ "codes": codes, "files_touched": files.len(), "findings": findings, "before": hash(before), "after": hash(after) })
}

/// A waiver in one text, for its hash.
fn words(of: &Waiver) -> String {
    let until = of.until.map(|day| day.to_string()).unwrap_or_default();
    let (text, at) = (of.text.as_deref().unwrap_or_default(), instant_text(of.at));
    [&of.registration.0.to_string(), &of.code, &of.basis, of.reason.as_str(), text, &until, &of.who, &at].join("\u{1f}")
}

fn former(connection: &Connection, file: RegistrationId, code: &str) -> Result<Option<(Waiver, i64)>> {
    Ok(connection
        .prepare_cached(&format!("SELECT {COLUMNS}, operation FROM waiver WHERE registration = ?1 AND code = ?2"))?
        .query_row(params![file.0, code], |row| Ok((read(row)?, row.get(9)?)))
        .optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Waiver> {
    Ok(Waiver {
        registration: RegistrationId(row.get(0)?),
        code: row.get(1)?,
        basis: row.get(2)?,
        seen: serde_json::from_str(row.get_ref(3)?.as_str()?).map_err(|_| unreadable("waiver.seen"))?,
        reason: row.get::<_, Code<WaiverReason>>(4)?.0,
        text: row.get(5)?,
        until: row.get::<_, Option<Sql<Date>>>(6)?.map(|day| day.0),
        who: row.get(7)?,
        at: row.get::<_, Sql<Instant>>(8)?.0,
    })
}

fn write(tx: &Tx<'_>, waiver: &Waiver) -> Result<()> {
    let id = tx.new_id("waiver")?;
    tx.prepare_cached(&format!(
        "INSERT INTO waiver (id, {COLUMNS}, operation) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (registration, code) DO UPDATE SET basis = excluded.basis, seen = excluded.seen, reason = excluded.reason,
             text = excluded.text, until = excluded.until, who = excluded.who, at = excluded.at,
             operation = excluded.operation"
    ))?
    .execute(params![
        id,
        waiver.registration.0,
        waiver.code,
        waiver.basis,
        json!(waiver.seen).to_string(),
        waiver.reason.as_str(),
        waiver.text,
        waiver.until.map(|day| day.to_string()),
        waiver.who,
        instant_text(waiver.at),
        tx.operation().0
    ])?;
    Ok(())
}
