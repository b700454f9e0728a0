use crate::sources::Rows;
use crate::sql_values::{Columns, date, text};
use crate::transact::Tx;
use crate::words::{name_key, search_words};
use guichet_model::{Identity, Ine, Person, PersonId};
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

/// The table of persons.
pub(crate) const PERSON: &str = "person";

/// The columns of an identity.
const IDENTITY_COLUMNS: &str =
    "student_number, ine, birth_name, use_name, given_name, birth_date, email, phone, nationality";

/// A person as stored, without the row the identity was read from.
pub(crate) struct StoredPerson {
    pub(crate) id: PersonId,
    pub(crate) identity: Identity,
    pub(crate) source: i64,
}

pub(super) fn identity_values(identity: &Identity) -> Vec<Value> {
    vec![
        text(identity.student_number.as_deref()),
        text(identity.ine.as_ref().map(Ine::as_str)),
        text(identity.birth_name.as_deref()),
        text(identity.use_name.as_deref()),
        text(identity.given_name.as_deref()),
        date(identity.birth_date),
        text(identity.email.as_deref()),
        text(identity.phone.as_deref()),
        text(identity.nationality.as_deref()),
    ]
}

pub(super) fn read_identity(columns: &mut Columns<'_, '_>) -> rusqlite::Result<Identity> {
    Ok(Identity {
        student_number: columns.plain()?,
        ine: columns.value()?,
        birth_name: columns.plain()?,
        use_name: columns.plain()?,
        given_name: columns.plain()?,
        birth_date: columns.value()?,
        email: columns.plain()?,
        phone: columns.plain()?,
        nationality: columns.plain()?,
    })
}

fn row_values(id: i64, identity: &Identity, source: i64) -> Vec<Value> {
    let search = search_words([
        identity.birth_name.as_deref(),
        identity.use_name.as_deref(),
        identity.given_name.as_deref(),
        identity.student_number.as_deref(),
        identity.ine.as_ref().map(Ine::as_str),
        identity.email.as_deref(),
    ]);
    let mut values = vec![Value::Integer(id)];
    values.extend(identity_values(identity));
    values.extend([Value::Text(name_key(identity)), Value::Text(search), Value::Integer(source)]);
    values
}

/// Adds a person.
pub(crate) fn insert_person(tx: &Tx<'_>, identity: &Identity, source: i64) -> rusqlite::Result<i64> {
    let id = tx.new_id("person")?;
    tx.prepare_cached(
        "INSERT INTO person (id, student_number, ine, birth_name, use_name, given_name, birth_date, email, phone,
             nationality, name_key, search, source_row)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params_from_iter(row_values(id, identity, source)))?;
    Ok(id)
}

/// Gives a person another identity.
pub(crate) fn revise_person(tx: &Tx<'_>, id: i64, identity: &Identity, source: i64) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "UPDATE person SET student_number = ?2, ine = ?3, birth_name = ?4, use_name = ?5, given_name = ?6,
             birth_date = ?7, email = ?8, phone = ?9, nationality = ?10, name_key = ?11, search = ?12, source_row = ?13
         WHERE id = ?1",
    )?
    .execute(params_from_iter(row_values(id, identity, source)))?;
    Ok(())
}

/// Remembers an Ine that a person had before.
pub(crate) fn add_known_ine(tx: &Tx<'_>, person: i64, ine: &Ine) -> rusqlite::Result<()> {
    tx.prepare_cached(
        "INSERT INTO person_ine (id, person, ine, operation) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (person, ine) DO NOTHING",
    )?
    .execute(params![tx.new_id("person_ine")?, person, ine.as_str(), tx.operation().0])?;
    Ok(())
}

/// One person, or everybody, in the order in which they came.
pub(crate) fn persons(connection: &Connection, only: Option<i64>) -> rusqlite::Result<Vec<StoredPerson>> {
    let choice = if only.is_some() { "WHERE id = ?1" } else { "" };
    connection
        .prepare_cached(&format!("SELECT id, source_row, {IDENTITY_COLUMNS} FROM person {choice} ORDER BY id"))?
        .query_map(params_from_iter(only), |row| {
            let mut columns = Columns::of(row);
            let (id, source) = (PersonId(columns.plain()?), columns.plain()?);
            Ok(StoredPerson { id, identity: read_identity(&mut columns)?, source })
        })?
        .collect()
}

impl StoredPerson {
    /// The person with the row the identity was read from.
    pub(crate) fn with_source(self, connection: &Connection, rows: &mut Rows) -> rusqlite::Result<Person> {
        Ok(Person {
            id: self.id,
            identity: self.identity,
            source: rows.of_fact(connection, (PERSON, self.id.0), self.source)?,
        })
    }
}
