//! Facts in their tables: what a row of each kind of sheet becomes.

mod certificate;
mod control_result;
mod document;
mod past_registration;
mod person;
mod reading;
mod registration;
mod request;

pub(crate) use control_result::{control_results, insert_control_result};
pub(crate) use person::{StoredPerson, add_known_ine, insert_person, persons, revise_person};
pub(crate) use reading::read_again;

use crate::sources::Rows;
use crate::sql_values::Columns;
use crate::transact::Tx;
use guichet_model::{PersonId, SourceRow, TypedRow};
use rusqlite::types::Value;
use rusqlite::{Connection, Statement, params_from_iter};
use std::marker::PhantomData;
use std::sync::Arc;

/// Something a row states of a person.
pub(crate) trait Fact: Sized {
    /// Its table.
    const TABLE: &'static str;
    /// Its own columns, in the order of [`Fact::values`].
    const COLUMNS: &'static str;
    /// What tells two of one person apart, as one SQL text.
    const KEY: &'static str;

    /// What the row states.
    fn of_row(id: i64, person: PersonId, row: &TypedRow) -> Self;
    /// The same text as [`Fact::KEY`], of a fact not stored yet.
    fn key(&self) -> String;
    /// The values of its own columns.
    fn values(&self) -> Vec<Value>;
    /// The fact its own columns hold.
    fn read(id: i64, person: PersonId, source: Arc<SourceRow>, columns: &mut Columns<'_, '_>)
    -> rusqlite::Result<Self>;
}

/// The parts of a key in one text, absent ones empty.
pub(crate) fn joined<const N: usize>(parts: [Option<&str>; N]) -> String {
    parts.map(Option::unwrap_or_default).join("\u{1f}")
}

/// Writes facts of one table with statements prepared once.
pub(crate) struct Writer<'t, F> {
    insert: Statement<'t>,
    update: Statement<'t>,
    tx: &'t Tx<'t>,
    facts: PhantomData<F>,
}

impl<'t, F: Fact> Writer<'t, F> {
    pub(crate) fn new(tx: &'t Tx<'t>) -> rusqlite::Result<Self> {
        let (table, columns, places) = places_of::<F>();
        Ok(Self {
            insert: tx.prepare(&format!("INSERT INTO {table} (id, {columns}) VALUES (?1, {places})"))?,
            update: tx.prepare(&update_of::<F>())?,
            tx,
            facts: PhantomData,
        })
    }

    /// Adds what a row states.
    pub(crate) fn insert(&mut self, person: i64, source: i64, row: &TypedRow) -> rusqlite::Result<i64> {
        let id = self.tx.new_id(F::TABLE)?;
        self.insert.execute(params_from_iter(bound::<F>(id, person, source, row)))?;
        Ok(id)
    }

    /// Puts what a row states in the place of what was known.
    pub(crate) fn update(&mut self, id: i64, person: i64, source: i64, row: &TypedRow) -> rusqlite::Result<()> {
        self.update.execute(params_from_iter(bound::<F>(id, person, source, row)))?;
        Ok(())
    }
}

/// A table, its columns but the id, and where their values are bound.
fn places_of<F: Fact>() -> (&'static str, String, String) {
    let columns = format!("person, source_row, {}", F::COLUMNS);
    let places = (2..columns.split(',').count() + 2).map(|at| format!("?{at}")).collect::<Vec<_>>().join(", ");
    (F::TABLE, columns, places)
}

fn update_of<F: Fact>() -> String {
    let (table, columns, places) = places_of::<F>();
    format!("UPDATE {table} SET ({columns}) = ({places}) WHERE id = ?1")
}

fn bound<F: Fact>(id: i64, person: i64, source: i64, row: &TypedRow) -> impl Iterator<Item = Value> {
    let fact = F::of_row(id, PersonId(person), row);
    [id, person, source].into_iter().map(Value::Integer).chain(fact.values())
}

/// The facts of one person, or everybody's, in the order in which they came.
pub(crate) fn load<F: Fact>(connection: &Connection, rows: &mut Rows, of: Option<i64>) -> rusqlite::Result<Vec<F>> {
    let (table, columns) = (F::TABLE, F::COLUMNS);
    let choice = if of.is_some() { "WHERE person = ?1" } else { "" };
    let mut statement = connection
        .prepare_cached(&format!("SELECT id, person, source_row, {columns} FROM {table} {choice} ORDER BY id"))?;
    let mut found = statement.query(params_from_iter(of))?;
    let mut facts = Vec::new();
    while let Some(row) = found.next()? {
        let mut columns = Columns::of(row);
        let (id, person, source) = (columns.plain()?, columns.plain()?, columns.plain()?);
        facts.push(F::read(id, PersonId(person), rows.get(connection, source)?, &mut columns)?);
    }
    Ok(facts)
}
