use crate::Workspace;
use crate::error::Result;
use crate::facts::{control_results, load, persons};
use crate::sources::{Rows, kind_is_given};
use guichet_model::{Office, OfficeFacts, SheetKind};
use std::collections::BTreeSet;

impl Workspace {
    /// Every fact, in the order in which it came, as an office assembled in memory holds them.
    ///
    /// # Errors
    /// When the database cannot be read or holds a value no version of this program writes.
    pub fn office(&self) -> Result<Office> {
        let connection = &self.connection;
        let mut rows = Rows::of_all(connection)?;
        let everybody = persons(connection, None)?
            .into_iter()
            .map(|person| person.with_source(connection, &mut rows))
            .collect::<rusqlite::Result<_>>()?;
        let given = |kind: &SheetKind| kind_is_given(connection, *kind).map(|given| given.then_some(*kind));
        let kinds: BTreeSet<SheetKind> =
            SheetKind::ALL.iter().filter_map(|kind| given(kind).transpose()).collect::<rusqlite::Result<_>>()?;
        Ok(Office::new(OfficeFacts {
            persons: everybody,
            registrations: load(connection, &mut rows, None)?,
            certificates: load(connection, &mut rows, None)?,
            history: load(connection, &mut rows, None)?,
            requests: load(connection, &mut rows, None)?,
            documents: load(connection, &mut rows, None)?,
            controls: control_results(connection, &mut rows)?,
            kinds,
        }))
    }
}
