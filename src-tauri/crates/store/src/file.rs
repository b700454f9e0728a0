use crate::Workspace;
use crate::error::Result;
use crate::evaluation::state_of;
use crate::facts::{load, persons};
use crate::sources::Rows;
use guichet_model::{Certificate, Document, FileState, PastRegistration, Person, Registration, RegistrationId};
use rusqlite::OptionalExtension;

/// Everything known of one student file.
#[derive(Clone, Debug)]
pub struct FileFacts {
    /// Whose file it is.
    pub person: Person,
    /// The registration the file is about.
    pub registration: Registration,
    /// The person's other registrations.
    pub other_registrations: Vec<Registration>,
    /// The person's certificates.
    pub certificates: Vec<Certificate>,
    /// The person's past registrations.
    pub history: Vec<PastRegistration>,
    /// The person's documents.
    pub documents: Vec<Document>,
    /// Where the file stands; absent when it was not evaluated yet.
    pub state: Option<FileState>,
}

impl Workspace {
    /// Everything known of one file; `None` when the workspace has no such file.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn file(&self, id: RegistrationId) -> Result<Option<FileFacts>> {
        let connection = &self.connection;
        let owner: Option<i64> = connection
            .query_row("SELECT person FROM registration WHERE id = ?1", [id.0], |row| row.get(0))
            .optional()?;
        let Some(owner) = owner else { return Ok(None) };
        let mut rows = Rows::on_demand(connection)?;
        let Some(person) = persons(connection, Some(owner))?.into_iter().next() else { return Ok(None) };
        let mut registrations: Vec<Registration> = load(connection, &mut rows, Some(owner))?;
        let Some(at) = registrations.iter().position(|registration| registration.id == id) else { return Ok(None) };
        Ok(Some(FileFacts {
            person: person.with_source(connection, &mut rows)?,
            registration: registrations.remove(at),
            other_registrations: registrations,
            certificates: load(connection, &mut rows, Some(owner))?,
            history: load(connection, &mut rows, Some(owner))?,
            documents: load(connection, &mut rows, Some(owner))?,
            state: state_of(connection, id.0)?,
        }))
    }
}
