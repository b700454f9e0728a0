//! By what rows that no fact refers to are known to be about a person.

use crate::facts::persons;
use guichet_model::{Identity, Ine, fold};
use rusqlite::Connection;
use std::collections::BTreeSet;
use time::Date;

/// What tells a person: identifiers now and before, and names with the birth date.
#[derive(Default)]
pub(crate) struct Marks {
    numbers: BTreeSet<String>,
    ines: BTreeSet<String>,
    names: BTreeSet<(String, String, Date)>,
}

impl Marks {
    /// What tells one person.
    pub(crate) fn of(connection: &Connection, person: i64) -> rusqlite::Result<Self> {
        let mut marks = Self::default();
        for known in persons(connection, Some(person))? {
            marks.learn(&known.identity);
        }
        let mut statement = connection.prepare("SELECT ine FROM person_ine WHERE person = ?1")?;
        let mut found = statement.query([person])?;
        while let Some(row) = found.next()? {
            marks.ines.insert(row.get(0)?);
        }
        Ok(marks)
    }

    fn learn(&mut self, identity: &Identity) {
        self.numbers.extend(number(identity));
        self.ines.extend(identity.ine.as_ref().map(|ine| ine.as_str().to_owned()));
        self.names.extend(identity.name_key());
    }

    /// Whether this is the identity of whom they tell.
    pub(crate) fn tell(&self, identity: &Identity) -> bool {
        number(identity).is_some_and(|number| self.numbers.contains(&number))
            || identity.ine.as_ref().map(Ine::as_str).is_some_and(|ine| self.ines.contains(ine))
            || identity.name_key().is_some_and(|name| self.names.contains(&name))
    }

    /// Whether a text is one of the identifiers.
    pub(crate) fn names(&self, text: &str) -> bool {
        self.numbers.contains(&fold(text)) || Ine::new(text).is_some_and(|ine| self.ines.contains(ine.as_str()))
    }
}

fn number(identity: &Identity) -> Option<String> {
    identity.student_number.as_deref().map(fold).filter(|number| !number.is_empty())
}
