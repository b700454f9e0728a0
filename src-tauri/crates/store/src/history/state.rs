//! What a workspace says, whatever the numbers of its rows and the operations that wrote them.

use crate::Workspace;
use crate::content::ContentHash;
use crate::descriptor::to_hex;
use crate::error::Result;
use crate::import::left_out;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

type Hash = [u8; 32];

/// What rows are called by in the tables that refer to them.
type Names = HashMap<i64, Hash>;

/// What rows are called by, for each column that refers to them.
type References = BTreeMap<&'static str, Names>;

/// The tables of facts that belong to a person, and the one that does not.
const FACTS: [&str; 7] =
    ["person_ine", "registration", "certificate", "past_registration", "request", "document", "control_result"];

/// What was decided of files, and by which rulebooks one may judge.
const DECISIONS: [&str; 3] = ["waiver", "note", "rulebook_edition"];

impl Workspace {
    /// A hash of everything the workspace knows: facts, sources, decisions, and the rows that wait for an answer. Numbers of rows,
    /// counters, the journal, what is kept to undo, and what is computed from facts are left out: two workspaces with
    /// one hash say the same, whatever was done and undone on the way.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn state_hash(&self) -> Result<String> {
        state_hash(&self.connection)
    }

    /// A hash of the facts alone, each with the row it was read from. Reading the same facts elsewhere once more does
    /// not change it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn facts_hash(&self) -> Result<String> {
        facts_hash(&self.connection, &mut add_sources(&self.connection, &mut Sha256::new())?)
    }
}

/// See [`Workspace::state_hash`]; of a database of this version's schema.
pub(crate) fn state_hash(connection: &Connection) -> Result<String> {
    let mut sources = Sha256::new();
    let mut references = add_sources(connection, &mut sources)?;
    let mut hash = Sha256::new();
    hash.update(facts_hash(connection, &mut references)?);
    hash.update(sources.finalize());
    let mut waiting: Vec<ContentHash> = left_out(connection)?.contents.into_iter().collect();
    waiting.sort_unstable();
    waiting.iter().for_each(|content| hash.update(content));
    for table in DECISIONS {
        // A workspace without decisions has the hash it had before there were any.
        if connection.prepare(&format!("SELECT 1 FROM {table}"))?.exists([])? {
            add_table(connection, table, &references, &mut hash)?;
        }
    }
    Ok(to_hex(&hash.finalize()))
}

fn facts_hash(connection: &Connection, references: &mut References) -> Result<String> {
    let mut hash = Sha256::new();
    let persons = add_table(connection, "person", references, &mut hash)?;
    let mut facts = References::from([("person", persons.clone())]);
    references.insert("person", persons);
    for table in FACTS {
        facts.insert(table, add_table(connection, table, references, &mut hash)?);
    }
    add_kept_rows(connection, references, &facts, &mut hash)?;
    references.extend(facts.remove_entry("registration"));
    Ok(to_hex(&hash.finalize()))
}

/// Adds which older rows still speak for facts.
fn add_kept_rows(
    connection: &Connection,
    references: &References,
    facts: &References,
    hash: &mut Sha256,
) -> Result<()> {
    let name = |names: Option<&Names>, id: i64| names.and_then(|names| names.get(&id)).copied().unwrap_or_default();
    let mut statement = connection.prepare("SELECT of, fact, rank * 2 + beside, source_row FROM kept_row")?;
    let mut rows = statement.query([])?;
    let mut said: Vec<(String, Hash, i64, Hash)> = Vec::new();
    while let Some(row) = rows.next()? {
        let table: String = row.get(0)?;
        let fact = name(facts.get(table.as_str()), row.get(1)?);
        said.push((table, fact, row.get(2)?, name(references.get("source_row"), row.get(3)?)));
    }
    said.sort_unstable();
    for (table, fact, rank, source) in said {
        hash.update(table);
        hash.update(fact);
        hash.update(rank.to_le_bytes());
        hash.update(source);
    }
    Ok(())
}

fn add_sources(connection: &Connection, hash: &mut Sha256) -> Result<References> {
    let mut references = References::new();
    for (table, reference) in [("source_file", "file"), ("source_sheet", "sheet"), ("source_row", "source_row")] {
        let names = add_table(connection, table, &references, hash)?;
        references.insert(reference, names);
    }
    Ok(references)
}

/// Adds the rows of a table in an order that does not depend on their numbers; answers what each is called.
fn add_table(connection: &Connection, table: &str, references: &References, hash: &mut Sha256) -> Result<Names> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table}"))?;
    let columns: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    let mut names = Names::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut said = Sha256::new();
        for (at, column) in
            columns.iter().enumerate().filter(|(_, column)| !matches!(column.as_str(), "id" | "operation"))
        {
            let value = row.get_ref(at)?;
            match (references.get(column.as_str()), value) {
                (Some(names), ValueRef::Integer(id)) => said.update(names.get(&id).copied().unwrap_or_default()),
                _ => add_value(value, &mut said),
            }
        }
        names.insert(row.get("id")?, said.finalize().into());
    }
    let mut said: Vec<&Hash> = names.values().collect();
    said.sort_unstable();
    hash.update(table);
    said.into_iter().for_each(|row| hash.update(row));
    Ok(names)
}

/// A value with its type and length, so that no two rows run into each other.
pub(crate) fn add_value(value: ValueRef<'_>, hash: &mut Sha256) {
    let mut bytes = |mark: u8, bytes: &[u8]| {
        hash.update([mark]);
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    match value {
        ValueRef::Null => bytes(0, &[]),
        ValueRef::Integer(number) => bytes(1, &number.to_le_bytes()),
        ValueRef::Real(number) => bytes(2, &number.to_le_bytes()),
        ValueRef::Text(text) => bytes(3, text),
        ValueRef::Blob(blob) => bytes(4, blob),
    }
}
