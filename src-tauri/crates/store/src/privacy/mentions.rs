//! Texts in free words that stay and name somebody who goes: found before a purge, and blanked by it when that is wanted.

use super::names::Names;
use super::rewriting::Rewriting;
use crate::error::{Result, unreadable};
use crate::pack::unpack;
use crate::sources::load_sheets;
use guichet_model::{Field, RegistrationId};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// In what a person who goes is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MentionIn {
    /// The note of a file.
    Note,
    /// The words of a waiver.
    Waiver,
    /// A cell in free words: authority or reference of a decision, reason of a rejection, a column that is not understood.
    Cell,
    /// The name of a file read, or of one of its sheets.
    FileName,
    /// A setting of the workspace: a mapping kept under a name.
    Setting,
    /// What the journal keeps of a setting.
    Journal,
}

/// Cells of which the words are free. The others say one thing, about their own row.
const FREE: [Field; 3] = [Field::DecidedBy, Field::DecisionReference, Field::DocumentReason];

/// A text that stays and names somebody who goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// In what.
    pub place: MentionIn,
    /// A file of whom it is about, when it is about a person.
    pub file: Option<RegistrationId>,
    /// Their student number.
    pub student_number: Option<String>,
    /// Their birth and given names, as far as they are known.
    pub name: String,
    /// The rule waived, the header of the column, the name of the setting, the number of the operation; empty of a note.
    pub heading: String,
    /// The text.
    pub text: String,
}

impl MentionIn {
    /// The name kept in the journal.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Waiver => "waiver",
            Self::Cell => "cell",
            Self::FileName => "file-name",
            Self::Setting => "setting",
            Self::Journal => "journal",
        }
    }
}

/// What names somebody who goes, with what it takes to blank it.
pub(super) struct Mentions<'c> {
    connection: &'c Connection,
    names: Names,
    pub(super) found: Vec<Mention>,
    rewriting: Rewriting,
}

impl<'c> Mentions<'c> {
    /// In what stays of the tables, once rows were chosen to go.
    pub(super) fn find(connection: &'c Connection) -> Result<Self> {
        let names = Names::of_going(connection)?;
        let mut mentions = Self { connection, names, found: Vec::new(), rewriting: Rewriting::default() };
        mentions.find_decisions()?;
        mentions.find_cells()?;
        mentions.find_file_names()?;
        mentions.find_settings()?;
        Ok(mentions)
    }

    /// Blanks what was found, and what was copied of it into facts; the journal's entries and the files whose words are then
    /// to be forgotten are told.
    pub(super) fn blank(self) -> Result<Forgettable> {
        self.rewriting.carry_out(self.connection, |text| self.names.are_in(text))
    }

    /// Takes from waivers that stay what they keep of the values of somebody who goes.
    pub(super) fn forget_what_waivers_saw(&self) -> Result<()> {
        let mut statement = self.connection.prepare("SELECT id, seen FROM waiver")?;
        let mut rows = statement.query([])?;
        let mut telling: Vec<i64> = Vec::new();
        while let Some(row) = rows.next()? {
            let seen: String = row.get(1)?;
            if self.names.are_in(&seen) {
                telling.push(row.get(0)?);
            }
        }
        for waiver in telling {
            self.connection.execute("UPDATE waiver SET seen = '[]' WHERE id = ?1", [waiver])?;
        }
        Ok(())
    }

    /// Of how many texts of each kind.
    pub(super) fn counts(&self) -> serde_json::Map<String, Value> {
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for mention in &self.found {
            *counts.entry(mention.place.as_str()).or_default() += 1;
        }
        counts.into_iter().map(|(place, count)| (place.to_owned(), count.into())).collect()
    }

    fn find_decisions(&mut self) -> Result<()> {
        for (place, sql) in [
            (MentionIn::Note, "SELECT n.id, n.registration, r.person, '', n.text FROM note n"),
            (MentionIn::Waiver, "SELECT n.id, n.registration, r.person, n.code, n.text FROM waiver n"),
        ] {
            let connection = self.connection;
            let mut statement = connection.prepare(&format!(
                "{sql} JOIN registration r ON r.id = n.registration
                 WHERE n.text IS NOT NULL AND r.id NOT IN (SELECT id FROM going WHERE of = 'registration') ORDER BY n.id"
            ))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let text: String = row.get(4)?;
                if !self.names.are_in(&text) {
                    continue;
                }
                let ids =
                    if place == MentionIn::Note { &mut self.rewriting.notes } else { &mut self.rewriting.waivers };
                ids.push(row.get(0)?);
                let file = Some(RegistrationId(row.get(1)?));
                let (student_number, name) = who(connection, row.get(2)?)?;
                self.found.push(Mention { place, file, student_number, name, heading: row.get(3)?, text });
            }
        }
        Ok(())
    }

    fn find_cells(&mut self) -> Result<()> {
        let sheets = load_sheets(self.connection)?;
        let mut statement = self.connection.prepare(
            "SELECT id, sheet, cells FROM source_row
             WHERE id NOT IN (SELECT id FROM going WHERE of = 'source_row') ORDER BY sheet, row",
        )?;
        let mut rows = statement.query([])?;
        let mut telling: Vec<(i64, String, String)> = Vec::new();
        while let Some(row) = rows.next()? {
            let Some(sheet) = sheets.get(&row.get(1)?) else { continue };
            for packed in unpack(row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?)? {
                let column = sheet.columns.iter().find(|column| column.column == packed.cell.column);
                let is_free = column.and_then(|column| column.field).is_none_or(|field| FREE.contains(&field));
                if is_free && self.names.are_in(&packed.cell.raw) {
                    let id: i64 = row.get(0)?;
                    self.rewriting.cells.entry(id).or_default().insert(packed.cell.column);
                    let header = column.map(|column| column.header.clone()).unwrap_or_default();
                    telling.push((id, header, packed.cell.raw.into()));
                }
            }
        }
        let owners = owners(self.connection, &telling.iter().map(|(row, ..)| *row).collect())?;
        for (row, heading, text) in telling {
            let person = owners.get(&row).copied();
            let (student_number, name) = person.map(|id| who(self.connection, id)).transpose()?.unwrap_or_default();
            let file = person.map(|id| file_of(self.connection, id)).transpose()?.flatten();
            self.found.push(Mention { place: MentionIn::Cell, file, student_number, name, heading, text });
        }
        Ok(())
    }

    /// Names of files and sheets of which something stays. What is entered at the desk bears the name of who entered it.
    fn find_file_names(&mut self) -> Result<()> {
        let mut statement = self.connection.prepare(
            "SELECT DISTINCT f.id, f.name, s.id, s.name FROM source_row r
             JOIN source_sheet s ON s.id = r.sheet JOIN source_file f ON f.id = s.file
             WHERE r.id NOT IN (SELECT id FROM going WHERE of = 'source_row') AND f.sha256 NOT LIKE ?1 ORDER BY f.id, s.id",
        )?;
        let mut rows = statement.query([format!("{}%", guichet_model::BY_HAND)])?;
        while let Some(row) = rows.next()? {
            let (file, file_name, sheet, sheet_name): (i64, String, i64, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let file_tells = self.names.are_in(&file_name);
            if file_tells && self.rewriting.files.insert(file, file_name.clone()).is_none() {
                self.found.push(plain(MentionIn::FileName, String::new(), file_name.clone()));
            }
            if self.names.are_in(&sheet_name) {
                self.rewriting.sheets.insert(sheet, file_name.clone());
                self.found.push(plain(MentionIn::FileName, file_name, sheet_name));
            }
        }
        Ok(())
    }

    fn find_settings(&mut self) -> Result<()> {
        let mut settings = self.connection.prepare("SELECT key, value FROM setting ORDER BY key")?;
        let mut rows = settings.query([])?;
        while let Some(row) = rows.next()? {
            let (key, value): (String, String) = (row.get(0)?, row.get(1)?);
            let value: Value = serde_json::from_str(&value).map_err(|_| unreadable("setting.value"))?;
            let mut telling = Vec::new();
            self.strings(&value, &mut telling);
            if !telling.is_empty() {
                self.rewriting.settings.insert(key.clone());
            }
            self.found.extend(telling.into_iter().map(|text| plain(MentionIn::Setting, key.clone(), text)));
        }
        let mut entries =
            self.connection.prepare("SELECT seq, summary FROM journal WHERE kind = 'setting' ORDER BY seq")?;
        let mut rows = entries.query([])?;
        while let Some(row) = rows.next()? {
            let (seq, summary): (i64, String) = (row.get(0)?, row.get(1)?);
            let summary: Value = serde_json::from_str(&summary).map_err(|_| unreadable("journal.summary"))?;
            let mut telling = Vec::new();
            // Only what was set: entries about accounts name colleagues.
            self.strings(summary.get("value").unwrap_or(&Value::Null), &mut telling);
            if !telling.is_empty() {
                self.rewriting.entries.insert(seq);
            }
            self.found.extend(telling.into_iter().map(|text| plain(MentionIn::Journal, seq.to_string(), text)));
        }
        Ok(())
    }

    /// The texts of a value that name somebody who goes.
    fn strings(&self, value: &Value, into: &mut Vec<String>) {
        match value {
            Value::String(text) if self.names.are_in(text) => into.push(text.clone()),
            Value::Array(values) => values.iter().for_each(|value| self.strings(value, into)),
            Value::Object(values) => {
                into.extend(values.keys().filter(|key| self.names.are_in(key)).cloned());
                values.values().for_each(|value| self.strings(value, into));
            }
            _ => {}
        }
    }
}

/// What of the journal names somebody who goes.
#[derive(Default)]
pub(super) struct Forgettable {
    /// Entries.
    pub(super) entries: BTreeSet<i64>,
    /// Names of files.
    pub(super) files: BTreeSet<String>,
}

/// A mention that is about no person in particular.
fn plain(place: MentionIn, heading: String, text: String) -> Mention {
    Mention { place, file: None, student_number: None, name: String::new(), heading, text }
}

/// A person's student number and names.
fn who(connection: &Connection, person: i64) -> Result<(Option<String>, String)> {
    let mut statement =
        connection.prepare_cached("SELECT student_number, birth_name, given_name FROM person WHERE id = ?1")?;
    Ok(statement.query_row([person], |row| {
        let names: [Option<String>; 2] = [row.get(1)?, row.get(2)?];
        Ok((row.get(0)?, names.into_iter().flatten().collect::<Vec<_>>().join(" ")))
    })?)
}

/// The last file of a person that stays.
fn file_of(connection: &Connection, person: i64) -> Result<Option<RegistrationId>> {
    Ok(connection
        .prepare_cached(
            "SELECT id FROM registration WHERE person = ?1 AND id NOT IN (SELECT id FROM going WHERE of = 'registration')
             ORDER BY academic_year DESC, id DESC LIMIT 1",
        )?
        .query_row([person], |row| Ok(RegistrationId(row.get(0)?)))
        .optional()?)
}

/// Whom rows are about.
fn owners(connection: &Connection, rows: &BTreeSet<i64>) -> Result<BTreeMap<i64, i64>> {
    let mut owners = BTreeMap::new();
    if rows.is_empty() {
        return Ok(owners);
    }
    let mut sql = "SELECT source_row, id FROM person".to_owned();
    for table in ["registration", "certificate", "past_registration", "request", "document"] {
        sql.push_str(&format!(
            " UNION ALL SELECT source_row, person FROM {table}
              UNION ALL SELECT k.source_row, f.person FROM kept_row k JOIN {table} f ON k.of = '{table}' AND f.id = k.fact"
        ));
    }
    let mut statement = connection.prepare(&sql)?;
    let mut found = statement.query([])?;
    while let Some(row) = found.next()? {
        let (source, person) = (row.get(0)?, row.get(1)?);
        if rows.contains(&source) {
            owners.insert(source, person);
        }
    }
    Ok(owners)
}
