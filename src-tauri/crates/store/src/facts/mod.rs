//! Facts in their tables: what a row of each kind of sheet becomes.

mod certificate;
mod control_result;
mod document;
mod kept;
mod past_registration;
mod person;
mod reading;
mod registration;
mod request;

pub(crate) use control_result::{control_results, insert_control_result};
pub(crate) use kept::{From, Keeper, KeptRows, all_kept_rows, kept_rows};
pub(crate) use person::{PERSON, StoredPerson, add_known_ine, insert_person, persons, revise_person};
pub(crate) use reading::{is_unread, read_again, typed, understood};

use crate::sources::Rows;
use crate::sql_values::Columns;
use crate::transact::Tx;
use guichet_model::{Field, PersonId, SourceRow, TypedRow};
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
    /// The field each of [`Fact::values`] is read from.
    const FIELDS: &'static [Field];

    /// What the row states.
    fn of_row(id: i64, person: PersonId, row: &TypedRow) -> Self;
    /// The same text as [`Fact::KEY`], of a fact not stored yet.
    fn key(&self) -> String;
    /// The values of its own columns, without those derived from others.
    fn values(&self) -> Vec<Value>;
    /// What its last columns hold, derived from the values before them.
    fn derived(_values: &[Value]) -> Vec<Value> {
        Vec::new()
    }
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
    keeper: Keeper<'t>,
    tx: &'t Tx<'t>,
    facts: PhantomData<F>,
}

impl<'t, F: Fact> Writer<'t, F> {
    pub(crate) fn new(tx: &'t Tx<'t>) -> rusqlite::Result<Self> {
        let (table, columns, places) = places_of::<F>();
        Ok(Self {
            insert: tx.prepare(&format!("INSERT INTO {table} (id, {columns}) VALUES (?1, {places})"))?,
            update: tx.prepare(&update_of::<F>())?,
            keeper: Keeper::new(tx, F::TABLE),
            tx,
            facts: PhantomData,
        })
    }

    /// Adds what rows state together.
    pub(crate) fn insert(&mut self, person: i64, from: &From<'_>, row: &TypedRow) -> rusqlite::Result<i64> {
        let id = self.tx.new_id(F::TABLE)?;
        self.insert.execute(params_from_iter(bound::<F>([id, person, from.row], read_from::<F>(id, person, row))))?;
        if !from.beside.is_empty() {
            self.keeper.add(id, from.beside)?;
        }
        Ok(id)
    }

    /// Puts what rows state together in the place of what was known. What their sheets have no column for stays as it was,
    /// and what they say in no way that is understood.
    pub(crate) fn update(&mut self, id: i64, person: i64, from: &From<'_>, row: &TypedRow) -> rusqlite::Result<()> {
        let mut values = read_from::<F>(id, person, row);
        let kept = self.keeper.keep(id, from)?;
        if kept.some {
            let known = self.known_values(id)?;
            for ((value, known), field) in values.iter_mut().zip(known).zip(F::FIELDS) {
                let stays = from.source.leaves(*field) || kept.together && !from.source.says(*field);
                if stays && known != Value::Null {
                    *value = known;
                }
            }
        }
        self.update.execute(params_from_iter(bound::<F>([id, person, from.row], values)))?;
        Ok(())
    }

    /// What is stored of a fact.
    fn known_values(&self, id: i64) -> rusqlite::Result<Vec<Value>> {
        let query = format!("SELECT {} FROM {} WHERE id = ?1", F::COLUMNS, F::TABLE);
        let mut statement = self.tx.prepare_cached(&query)?;
        statement.query_row([id], |row| (0..F::FIELDS.len()).map(|at| row.get(at)).collect())
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

/// The values of the fact that a row states of a person.
fn read_from<F: Fact>(id: i64, person: i64, row: &TypedRow) -> Vec<Value> {
    F::of_row(id, PersonId(person), row).values()
}

/// A fact's id, person and source, its values, and what is derived from these.
fn bound<F: Fact>(numbers: [i64; 3], values: Vec<Value>) -> impl Iterator<Item = Value> {
    let derived = F::derived(&values);
    numbers.into_iter().map(Value::Integer).chain(values).chain(derived)
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
        facts.push(F::read(id, PersonId(person), rows.of_fact(connection, (F::TABLE, id), source)?, &mut columns)?);
    }
    Ok(facts)
}
