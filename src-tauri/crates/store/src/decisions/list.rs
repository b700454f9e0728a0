use super::notes;
use crate::Workspace;
use crate::error::{Result, StoreError};
use crate::facts::{Fact, load};
use crate::import::persons_entered;
use crate::sources::Rows;
use crate::sql_values::Sql;
use crate::transact::{OperationId, row_number};
use guichet_model::{BY_HAND, Document, FileNote, Instant, RegistrationId, Request, SourceRow};
use rusqlite::Connection;
use std::collections::HashMap;

/// Something entered at the desk that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskEntry {
    /// Names it as long as it stands: what it is, and a number.
    pub number: String,
    /// The operation that wrote it, when it is known.
    pub operation: Option<OperationId>,
    /// Who entered it; empty when nobody is known to have.
    pub who: String,
    /// When.
    pub at: Option<Instant>,
    /// What was entered.
    pub fact: DeskFact,
}

/// What can be entered at the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskFact {
    /// A derogation.
    Derogation(Request),
    /// A document marked.
    Document(Document),
    /// Words about a file.
    Note(RegistrationId, FileNote),
}

impl Workspace {
    /// Everything entered at the desk that stands, in the order in which it was entered.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn desk_entries(&self) -> Result<Vec<DeskEntry>> {
        let connection = &self.connection;
        let mut derogations = came(connection, Request::TABLE, "derogation")?;
        let mut documents = came(connection, Document::TABLE, "document")?;
        let mut rows = Rows::on_demand(connection)?;
        let mut entries = Vec::new();
        for person in persons_entered(connection)? {
            for request in load::<Request>(connection, &mut rows, Some(person.0))? {
                entries
                    .extend(taken(&mut derogations, &request.source).map(|of| of.with(DeskFact::Derogation(request))));
            }
            for document in load::<Document>(connection, &mut rows, Some(person.0))? {
                entries.extend(taken(&mut documents, &document.source).map(|of| of.with(DeskFact::Document(document))));
            }
        }
        for (id, operation, file, note) in notes::all(connection)? {
            entries.push((
                id,
                DeskEntry {
                    number: format!("note-{}", row_number(id)),
                    operation: Some(OperationId(operation)),
                    who: note.who.clone(),
                    at: Some(note.at),
                    fact: DeskFact::Note(file, note),
                },
            ));
        }
        entries.sort_by(|(id, one), (other_id, other)| one.operation.cmp(&other.operation).then(id.cmp(other_id)));
        Ok(entries.into_iter().map(|(_, entry)| entry).collect())
    }

    /// Takes away what was entered at the desk under a number: extracts speak again, or the words are gone.
    ///
    /// # Errors
    /// [`StoreError::DecisionRefused`] when nothing of this number stands; the workspace is then as it was.
    pub fn withdraw_entry(&mut self, number: &str, now: Instant) -> Result<OperationId> {
        let gone = StoreError::DecisionRefused { sentence: "error-store-entry-gone" };
        let Some(entry) = self.desk_entries()?.into_iter().find(|entry| entry.number == number) else {
            return Err(gone);
        };
        let source = match &entry.fact {
            DeskFact::Derogation(request) => &request.source,
            DeskFact::Document(document) => &document.source,
            DeskFact::Note(file, _) => return self.set_note(*file, "", now)?.ok_or(gone),
        };
        self.withdraw(&source.sheet.sha256, source.row, now)
    }
}

/// How a row entered at the desk came.
struct Came {
    id: i64,
    number: String,
    operation: Option<OperationId>,
    who: String,
    at: Option<Instant>,
}

impl Came {
    fn with(self, fact: DeskFact) -> (i64, DeskEntry) {
        let Self { id, number, operation, who, at } = self;
        (id, DeskEntry { number, operation, who, at, fact })
    }
}

/// Rows by the fingerprint of their sheet and their place in it.
type Rowed = HashMap<(String, u32), Came>;

/// How the rows entered at the desk came from which the facts of a table are read.
fn came(connection: &Connection, table: &str, word: &str) -> Result<Rowed> {
    let mut statement = connection.prepare(&format!(
        "SELECT t.id, f.sha256, r.row, j.seq, j.who, j.at FROM {table} t JOIN source_row r ON r.id = t.source_row
         JOIN source_sheet s ON s.id = r.sheet JOIN source_file f ON f.id = s.file LEFT JOIN journal j ON j.seq = r.operation
         WHERE f.sha256 LIKE '{BY_HAND}%'"
    ))?;
    let rows = statement.query_map([], |row| {
        let id: i64 = row.get(0)?;
        let came = Came {
            id,
            number: format!("{word}-{}", row_number(id)),
            operation: row.get::<_, Option<i64>>(3)?.map(OperationId),
            who: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
            at: row.get::<_, Option<Sql<Instant>>>(5)?.map(|at| at.0),
        };
        Ok(((row.get(1)?, row.get(2)?), came))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How a row came, when it was entered at the desk.
fn taken(from: &mut Rowed, source: &SourceRow) -> Option<Came> {
    from.remove(&(source.sheet.sha256.clone(), source.row))
}
